"""What every answer carries, whatever it is."""

import pytest
from django.http import HttpRequest, HttpResponse
from django.test import Client, RequestFactory

from loosen.web.site.assets import built_urls, coach_urls
from loosen.web.site.headers import HeadersMiddleware, watches

PAGES = ["/settings/", "/data/", "/data/export/", "/no-such-page/", "/open/spent"]


@pytest.mark.parametrize("url", PAGES)
def test_no_page_may_be_stored_or_load_from_elsewhere(visitor: Client, url: str) -> None:
    answer = visitor.get(url)
    assert answer["Cache-Control"] == "no-store"
    policy = answer["Content-Security-Policy"]
    assert "default-src 'self'" in policy
    assert "script-src 'self';" in policy
    assert "unsafe-inline" not in policy
    assert not {"http:", "https:", "data:", "blob:", "*"} & set(policy.replace(";", "").split())
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Referrer-Policy"] == "same-origin"


def test_no_page_but_the_coach_may_use_camera_or_sensors(visitor: Client) -> None:
    policy = visitor.get("/settings/")["Permissions-Policy"]
    assert {"camera=()", "accelerometer=()", "gyroscope=()", "microphone=()"} <= {
        one.strip() for one in policy.split(",")
    }


def test_a_page_that_watches_may_use_camera_and_sensors_and_compile(
    rf: RequestFactory,
) -> None:
    @watches
    def shown(_request: HttpRequest) -> HttpResponse:
        return HttpResponse("a page")

    answer = HeadersMiddleware(shown)(rf.get("/anywhere/"))
    assert "script-src 'self' 'wasm-unsafe-eval';" in answer["Content-Security-Policy"]
    assert "camera=(self)" in answer["Permissions-Policy"]
    assert "microphone=()" in answer["Permissions-Policy"]


def test_of_all_files_the_coachs_workers_alone_may_compile(visitor: Client) -> None:
    workers = [url for url in coach_urls() if ".worker-" in url]
    assert len(workers) == 2
    for url in workers:
        assert "'wasm-unsafe-eval'" in visitor.get(url)["Content-Security-Policy"]
    for url in built_urls():
        assert "'wasm-unsafe-eval'" not in visitor.get(url)["Content-Security-Policy"]


def test_the_closed_door_carries_them_too(stranger: Client) -> None:
    answer = stranger.get("/")
    assert answer["Cache-Control"] == "no-store"
    assert "default-src 'self'" in answer["Content-Security-Policy"]


def test_a_built_file_is_kept_for_good_and_anybody_may_have_it(stranger: Client) -> None:
    page = stranger.get("/").content.decode()
    style, *_ = [
        part.split('"')[0] for part in page.split('href="') if part.split('"')[0].endswith(".css")
    ]
    answer = stranger.get(style)
    assert answer.status_code == 200
    assert "immutable" in answer["Cache-Control"]
    assert b"".join(answer)  # type: ignore[call-overload]  # a file is streamed, so it is iterable


@pytest.mark.parametrize("url", ["/static/../site/settings.py", "/static/%2e%2e/serve.py"])
def test_nothing_outside_the_folder_of_files_is_handed_out(visitor: Client, url: str) -> None:
    assert visitor.get(url).status_code == 404
