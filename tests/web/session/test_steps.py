"""Through a session: done, skipped, eased, banned, told, resumed; once, whatever is sent twice."""

from collections.abc import Callable

from django.test import Client

Begin = Callable[..., str]


def test_a_session_begins_at_its_first_step(ready: Client, begin: Begin) -> None:
    url = begin()
    page = ready.get(url)
    assert page.status_code == 200
    assert "Step 1 of" in page.content.decode()
