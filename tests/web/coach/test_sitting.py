"""The page about sitting: open to whom moving is open, the same for all, and nothing is kept."""

import html
import json
import re
from collections.abc import Callable
from pathlib import Path
from uuid import uuid4

import pytest
from django.test import Client

from loosen.vocabulary import AnswersFor, Content, Entry
from loosen.web.site.headers import WATCHES

from ..session.conftest import fresh_visit, some_sign

SITTING = "/sitting/"
SCRIPTS = Path(__file__).parents[3] / "frontend" / "src" / "sitting"
# It must never sound as if one way of sitting were right, or harmed, or healed.
NEVER = re.compile(
    r"straight|upright|correct|bad posture|good posture|harm|cure|prevent|should sit"
)


def shown(client: Client, url: str = SITTING) -> str:
    return html.unescape(client.get(url).content.decode())


def lead(client: Client) -> dict[str, dict[str, str]]:
    told = re.search(r'data-lead="([^"]*)"', client.get(SITTING).content.decode())
    assert told is not None
    found: dict[str, dict[str, str]] = json.loads(html.unescape(told[1]))
    return found


def test_it_says_what_it_does_with_the_picture_and_what_it_compares(cleared: Client) -> None:
    page = shown(cleared)
    for words in (
        "The picture stays in this page. It is not sent and not kept.",
        "There is no single right posture.",
        "Nothing is kept: no picture, no points, no time.",
        "2 to 3 metres to your side",
        "for 25 seconds? Then it says so, once. For 10 minutes it does not say it again.",
        "How well it sees real people sink is not known yet.",
        "Slater",
    ):
        assert words in page


def test_without_script_it_is_a_plain_text_with_what_works_without_a_camera(
    cleared: Client,
) -> None:
    page = shown(cleared)
    assert '<div class="actions sitting__ways" data-ways hidden>' in page
    told = re.search(r"<noscript>.*?</noscript>", page, re.DOTALL)
    assert told is not None
    assert "change how you sit before you get stiff." in told[0]


def test_no_word_of_it_calls_a_way_of_sitting_right_or_harmful(cleared: Client) -> None:
    main = cleared.get(SITTING).content.decode().split("<main")[1].split("</main>")[0]
    main = re.sub(r'<p class="why__source">.*?</p>', "", main, flags=re.DOTALL)  # a title of others
    told = re.sub(r"<[^>]+>", " ", main) + " ".join(lead(cleared)["phrases"].values())
    assert "How you sit" in told
    assert NEVER.findall(told.lower()) == []


def test_every_word_that_its_script_asks_for_is_there(cleared: Client) -> None:
    given = lead(cleared)
    types = (SCRIPTS / "lead.ts").read_text("utf-8").split("export interface")[0]
    assert set(re.findall(r'"(\w+)"', types)) == set(given["words"])
    causes = ("refused", "no-camera", "pulled", "died", "cannot-run", "too-slow")
    asked = {f"sit-fall-{cause}" for cause in causes} | {
        f"sit-{level}" for level in ("as-begun", "a-little-lower", "lower")
    }
    code = (SCRIPTS / "sitting.ts").read_text("utf-8")
    assert asked | set(re.findall(r'"(sit-[a-z-]*[a-z])"', code)) <= set(given["phrases"])


def test_it_may_use_the_camera_and_takes_nothing(
    cleared: Client, entries: Callable[[], tuple[Entry, ...]]
) -> None:
    before = entries()
    answer = cleared.get(SITTING)
    assert {name: answer[name] for name in WATCHES} == WATCHES
    assert "<form" not in answer.content.decode().split("<main")[1].split("</main>")[0]
    assert cleared.post(SITTING, {"result": "{}"}).status_code == 405
    assert entries() == before


def test_before_the_questions_it_is_closed_and_shows_the_way_to_them(visitor: Client) -> None:
    answer = visitor.get(SITTING)
    assert answer.status_code == 403
    assert "/screen/" in answer.content.decode()
    assert "Let the camera watch" not in answer.content.decode()


def test_a_danger_sign_stands_before_it(cleared: Client, content: Content) -> None:
    fresh_visit().answer(AnswersFor.RESCREEN, some_sign(content), form_id=uuid4())
    answer = cleared.get(SITTING)
    assert answer.status_code == 403
    assert "Let the camera watch" not in answer.content.decode()


@pytest.mark.parametrize("url", ["/library/", "/today/", "/read/posture/", "/read/sitting/"])
def test_it_is_found_where_one_would_look_for_it(cleared: Client, url: str) -> None:
    assert f'href="{SITTING}"' in shown(cleared, url)


def test_no_other_text_leads_to_it(cleared: Client) -> None:
    assert f'href="{SITTING}"' not in shown(cleared, "/read/heat/")
