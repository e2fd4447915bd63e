"""When something fails: a kind page, what was typed is not lost, and no exception's text."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest
from django.conf import settings
from django.db import DatabaseError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.test import Client, RequestFactory
from django.urls import path

from loosen.web.records import store
from loosen.web.site import failures
from loosen.web.site.urls import urlpatterns

SECRET = "a marked secret that no page may show"


def broken(request: HttpRequest) -> HttpResponse:
    raise RuntimeError(SECRET)


@pytest.fixture
def with_broken_page() -> Iterator[None]:
    from django.urls import clear_url_caches

    urlpatterns.append(path("broken/", broken))
    clear_url_caches()
    yield
    urlpatterns.pop()
    clear_url_caches()


def test_a_fault_of_ours_shows_no_exception(visitor: Client, with_broken_page: None) -> None:
    visitor.raise_request_exception = False
    answer = visitor.get("/broken/")
    page = answer.content.decode()
    assert answer.status_code == 500
    assert "This is our fault, not yours" in page
    assert SECRET not in page
    assert "Traceback" not in page


def test_a_page_that_is_not_there(visitor: Client) -> None:
    answer = visitor.get("/no-such-page/")
    assert answer.status_code == 404
    assert "There is no page here" in answer.content.decode()


def test_a_page_that_is_not_there_keeps_the_persons_colours(visitor: Client) -> None:
    chosen = {"theme": "dark", "text_size": "large", "voice": "on", "units": "us"}
    visitor.post("/settings/", chosen)
    assert 'data-theme="dark"' in visitor.get("/no-such-page/").content.decode()


def test_a_form_without_its_token_is_refused_kindly(strict_visitor: Client) -> None:
    answer = strict_visitor.post("/settings/", {"theme": "dark"})
    assert answer.status_code == 403
    assert "This page was too old" in answer.content.decode()


def test_a_forged_token_is_refused(strict_visitor: Client) -> None:
    strict_visitor.get("/settings/")
    answer = strict_visitor.post("/settings/", {"csrfmiddlewaretoken": "x" * 64})
    assert answer.status_code == 403


def test_the_token_of_the_page_is_taken(strict_visitor: Client) -> None:
    page = strict_visitor.get("/settings/").content.decode()
    token = page.split('name="csrfmiddlewaretoken" value="')[1].split('"')[0]
    answer = strict_visitor.post("/settings/", {"csrfmiddlewaretoken": token})
    assert answer.status_code == 422


# --- too much --------------------------------------------------------------------------------


def test_ten_megabytes_of_text_are_too_much(visitor: Client) -> None:
    answer = visitor.post("/settings/", {"theme": "x" * 10_000_000})
    assert answer.status_code == 413
    assert "That was too much at once" in answer.content.decode()


def test_a_form_that_hides_its_length_is_not_read(visitor: Client) -> None:
    hidden = {"content-length": "", "transfer-encoding": "chunked"}
    answer = visitor.post("/settings/", {"theme": "dark"}, headers=hidden)
    assert answer.status_code == 411


def test_thousands_of_fields_are_too_much(visitor: Client) -> None:
    answer = visitor.post("/settings/", {f"field-{n}": "" for n in range(600)})
    assert answer.status_code == 413


def test_a_file_may_be_larger_than_a_form(visitor: Client) -> None:
    from django.core.files.uploadedfile import SimpleUploadedFile

    file = SimpleUploadedFile("record.json", b" " * (settings.MOST_FORM_BYTES * 4))
    assert visitor.post("/data/import/", {"file": file}).status_code == 422


# --- the store -------------------------------------------------------------------------------


def sqlite_error(code: int, name: str) -> OperationalError:
    cause = sqlite3.OperationalError(SECRET)
    cause.sqlite_errorcode, cause.sqlite_errorname = code, name
    error = OperationalError(SECRET)
    error.__cause__ = cause
    return error


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("SQLITE_BUSY", "Your record is busy"),
        ("SQLITE_BUSY_SNAPSHOT", "Your record is busy"),
        ("SQLITE_LOCKED", "Your record is busy"),
        ("SQLITE_FULL", "The disk is full"),
        ("SQLITE_READONLY", "may not write"),
        ("SQLITE_READONLY_DBMOVED", "may not write"),
        ("SQLITE_IOERR_WRITE", "cannot reach your record"),
        ("SQLITE_CANTOPEN", "cannot reach your record"),
    ],
)
def test_each_failure_of_the_store_has_its_own_words(name: str, words: str) -> None:
    page = failures.store_failure(sqlite_error(1, name))
    assert words in f"{page.title} {page.what}"


@pytest.mark.parametrize(
    ("sqlstate", "page"),
    [
        ("55P03", failures.STORE_BUSY),
        ("40P01", failures.STORE_BUSY),
        ("53100", failures.STORE_FULL),
        ("25006", failures.STORE_READ_ONLY),
        ("57P01", failures.STORE_LOST),
        (None, failures.STORE_LOST),
    ],
)
def test_each_failure_of_a_server_has_its_own_words(
    sqlstate: str | None, page: failures.FailurePage
) -> None:
    error = OperationalError(SECRET)
    error.__cause__ = psycopg.OperationalError(SECRET)
    error.__cause__.sqlstate = sqlstate
    assert failures.store_failure(error) is page


def test_a_database_that_does_not_answer_has_words_too() -> None:
    assert failures.store_failure(DatabaseError(SECRET)) is failures.STORE_LOST


def test_a_lost_file_gets_a_kind_page(
    visitor: Client, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def lost(*_args: object) -> None:
        raise sqlite_error(14, "SQLITE_CANTOPEN")

    monkeypatch.setattr(store, "owner_here", lost)
    answer = visitor.get("/settings/")
    page = answer.content.decode()
    assert answer.status_code == 503
    assert "We cannot reach your record" in page
    assert SECRET not in page


def test_the_failure_page_looks_at_no_record() -> None:
    request = RequestFactory().get("/")
    request.visit = "must not be looked at"  # type: ignore[attr-defined]  # the middleware sets it
    answer = failures.show(request, failures.STORE_LOST, 503)
    assert answer.status_code == 503
