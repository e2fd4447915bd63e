"""Logs tell where something failed, never with what."""

import io
import logging
from collections.abc import Iterator

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from loosen.vocabulary import PainFelt, PainWhen
from loosen.web.records import store
from loosen.web.records.models import OwnerRecord
from loosen.web.records.store import Draft, Stamp
from loosen.web.site.logs import NoPersonFormatter, configure

MARKED = "geheim-7531"


@pytest.fixture
def window() -> Iterator[io.StringIO]:
    """Everything that any logger says, however quiet, in the form that reaches the window."""
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    handler.setFormatter(NoPersonFormatter())
    root = logging.getLogger()
    before = root.level
    root.addHandler(handler)
    root.setLevel(logging.DEBUG)
    yield stream
    root.removeHandler(handler)
    root.setLevel(before)


def test_an_exceptions_text_stays_out_and_its_place_stays_in(window: io.StringIO) -> None:
    try:
        try:
            raise ValueError(f"pain must not be {MARKED}")
        except ValueError as error:
            raise RuntimeError(MARKED) from error
    except RuntimeError:
        logging.getLogger("django.request").exception("failed for %s", MARKED)
    said = window.getvalue()
    assert MARKED not in said
    assert "builtins.RuntimeError" in said
    assert "test_logs.py" in said


def test_another_loggers_words_stay_out(window: io.StringIO) -> None:
    logging.getLogger("django.db.backends").warning(f"INSERT {MARKED}")
    assert window.getvalue() == "warning: django.db.backends\n"


def test_our_own_words_stay_in_without_what_is_put_into_them(window: io.StringIO) -> None:
    logging.getLogger("loosen.web").error("the store failed for %s", MARKED)
    assert window.getvalue() == "error: the store failed for %s\n"


def test_nothing_typed_into_a_form_reaches_a_log(
    visitor: Client, owner: OwnerRecord, stamp: Stamp, window: io.StringIO
) -> None:
    felt = PainFelt(pain_0_10=5, occasion=PainWhen.CHECK_IN)
    first, second = store.record(owner, stamp, Draft(payload=felt), Draft(payload=felt))
    visitor.post(f"/data/entry/{first.id}/correct/", {"value": MARKED})
    visitor.post(f"/data/entry/{first.id}/withdraw/", {"why": MARKED * 50})
    visitor.post(f"/data/entry/{first.id}/withdraw/", {"why": MARKED})
    visitor.post("/data/import/", {"file": SimpleUploadedFile(MARKED, MARKED.encode())})
    visitor.post("/settings/", {"theme": MARKED, MARKED: MARKED})
    visitor.get(f"/data/entry/{second.id}/?{MARKED}={MARKED}")
    visitor.get(f"/{MARKED}/", headers={"user-agent": MARKED, "referer": MARKED})
    assert visitor.get(f"/data/entry/{first.id}/").status_code == 200
    assert MARKED not in window.getvalue()


def test_setting_the_logs_up_twice_says_everything_once() -> None:
    def ours() -> int:
        handlers = logging.getLogger().handlers
        return sum(isinstance(handler.formatter, NoPersonFormatter) for handler in handlers)

    configure({})
    configure({})
    assert ours() == 1
