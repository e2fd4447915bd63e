"""Who is photographed on which pages."""

from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import datetime, timedelta

from loosen.vocabulary import Answer, StopKind
from loosen.web.records import store
from loosen.web.site import clock

from . import people, what_helps
from .server import Hands


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """One page of one person; `presses` are keys pressed before the picture is taken."""

    name: str
    url: str
    presses: tuple[str, ...] = ()
    wait_ms: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """`seed` empties the record, fills it, and names the pages to look at."""

    seed: Callable[[datetime], list[Picture]]


ID_LETTERS = 36
CLOCK = ExitStack()  # set by each scene, and left set for its pages


def anew(noon: datetime) -> Hands:
    """An empty record and a clock at noon, which stays set for the pages."""
    hands = Hands(noon)
    CLOCK.close()
    CLOCK.enter_context(clock.clock_set(hands))
    store.erase()
    return hands


def pictures(prefix: str, *urls: str) -> list[Picture]:
    """Plain pages, named by the scene and their address; ids are left out, twins are numbered."""
    made: list[Picture] = []
    for url in urls:
        parts = [part for part in url.split("?")[0].split("/") if part and len(part) < ID_LETTERS]
        name = "-".join([prefix, *parts])
        twins = sum(one.name.split(" ")[0] == name for one in made)
        made.append(Picture(name=f"{name} {twins + 1}" if twins else name, url=url))
    return made


def newcomer(noon: datetime) -> list[Picture]:
    """Nobody has been here yet."""
    anew(noon)
    plain = pictures(
        "new",
        *("/", "/screen/age/", "/screen/saddle/", "/screen/legs/", "/emergency/"),
        *("/help/alone/", "/help/with-someone/", "/help/cannot-move/", "/today/", "/positions/"),
        *("/settings/", "/data/", "/progress/", "/library/", "/nothing-here/"),
    )
    return [*plain, Picture(name="new-screen-legs-which", url="/screen/legs/?which=yes")]


def seized(noon: datetime) -> list[Picture]:
    """Minute one is answered; everything else waits."""
    anew(noon)
    people.screened(only_now=True)
    return pictures(
        "seized",
        *("/screen/result/", "/positions/", "/positions/calves-on-chair/", "/transfers/"),
        *(
            "/transfers/out-of-bed/",
            "/breathing/slow-breathing/",
            "/library/knee-rolls/",
            "/about/",
        ),
    )


def well(noon: datetime) -> list[Picture]:
    """Everything is answered and nothing found; about to begin."""
    anew(noon)
    people.screened()
    gate = pictures(
        "well", "/", "/screen/result/", "/today/", "/session/start/", "/session/start/moment/"
    )
    gate.append(Picture(name="well-moment-which", url="/session/start/moment/?which=yes"))
    return gate + pictures(
        "well",
        *(
            "/heat/",
            "/cold/",
            "/massage/",
            "/library/",
            "/library/?where=chair&without=prone&can=now",
            "/library/?q=handstand",
            "/library/knee-rolls/",
            "/library/double-knee-to-chest/",
            "/read/",
            "/about/",
        ),
        *("/about/about-basics/", "/about/about-health/", "/about/about-to-hand/"),
        *("/settings/", "/data/", "/data/import/", "/data/erase/", "/since/"),
    )


def ready(noon: datetime) -> list[Picture]:
    """Past the gate."""
    anew(noon)
    people.screened()
    people.awake()
    return [Picture(name="ready-begin", url="/session/start/")]


def running(noon: datetime) -> list[Picture]:
    """In the middle of a session."""
    anew(noon)
    people.screened()
    people.awake()
    session_id = people.begun(5)
    people.does(session_id, 5, steps=2)
    url = f"/session/{session_id}/"
    return [
        Picture(name="running-first", url=f"{url}?step=0"),
        Picture(name="running-step", url=url),
        Picture(name="running-paced", url=url, presses=("Space",), wait_ms=7000),
        Picture(name="running-keys", url=url, presses=("?",)),
    ]


def stopping(noon: datetime) -> list[Picture]:
    """Stop was pressed."""
    anew(noon)
    people.screened()
    people.awake()
    session_id = people.begun(5)
    people.does(session_id, 5, steps=3)
    people.presses_stop(session_id)
    return [Picture(name="stop-kind", url=f"/session/{session_id}/stop/")]


def stopped(noon: datetime) -> list[Picture]:
    """What kind of pain it was is told; the signs are asked."""
    anew(noon)
    people.screened()
    people.awake()
    session_id = people.begun(5)
    people.presses_stop(session_id)
    people.tells_stop(session_id, 8, StopKind.SHARP)
    return [
        Picture(name="stop-signs", url=f"/session/{session_id}/stop/"),
        Picture(name="stop-after", url=f"/session/{session_id}/after/"),
    ]


def finished(noon: datetime) -> list[Picture]:
    """All steps are done."""
    anew(noon)
    people.screened()
    people.awake()
    session_id = people.begun(6)
    people.does(session_id, 5, steps=20)
    return [Picture(name="finished-pain", url=f"/session/{session_id}/after/")]


def after(noon: datetime) -> list[Picture]:
    """The session is over."""
    anew(noon)
    people.screened()
    people.awake()
    session_id = people.begun(6)
    people.does(session_id, 5, steps=20)
    people.ends(session_id, 4)
    url = f"/session/{session_id}/"
    return [
        Picture(name="after", url=f"{url}after/"),
        Picture(name="after-later", url=f"{url}later/"),
        Picture(name="after-morning", url=f"{url}morning/"),
        Picture(name="after-today", url="/today/"),
    ]


def week(noon: datetime) -> list[Picture]:
    """A week on, with the pain going down."""
    people.a_week(anew(noon))
    return pictures("week", "/", "/today/", "/progress/", "/data/", "/library/")


def again(noon: datetime) -> list[Picture]:
    """Three weeks later it has seized again, and the first cards are answered."""
    hands = anew(noon - timedelta(days=21))
    people.a_week(hands)
    hands.at = noon
    people.screened(only_now=True)
    return pictures("again", "/", "/last-time/?first=1")


def learned(noon: datetime) -> list[Picture]:
    """The record says of some things that they help."""
    people.a_week(anew(noon))
    what_helps.has_learned(CLOCK)
    return pictures("learned", "/progress/helped/", "/today/", "/compare/")


def comparing(noon: datetime) -> list[Picture]:
    """Heat or cold, with three turns taken."""
    hands = anew(noon)
    people.screened()
    what_helps.compares(hands, turns=3)
    return pictures("comparing", "/compare/")


def compared(noon: datetime) -> list[Picture]:
    """Heat or cold, and it is clear."""
    hands = anew(noon)
    people.screened()
    what_helps.compares(hands, turns=10, fall=3)
    return pictures("compared", "/compare/")


def noted(noon: datetime) -> list[Picture]:
    """Two months of notes, and a thing that often came before a bad day."""
    hands = anew(noon)
    people.screened()
    what_helps.has_noted(hands)
    return pictures("noted", "/progress/before-a-bad-day/", "/progress/helped/")


def diary(noon: datetime) -> list[Picture]:
    """A week with notes in the diary."""
    hands = anew(noon)
    people.a_week(hands)
    people.notes(hands)
    return pictures(
        "diary",
        *("/diary/", "/diary/note/", "/diary/note/pain/", "/diary/note/sleep/", "/diary/signs/"),
        "/diary/note/pain/scores/?place=low-back-left&place=calf-left",
        *("/diary/note/trigger/", "/diary/function/", "/diary/function/psfs/"),
        *("/diary/function/peg/", "/diary/function/global-change/", "/diary/charts/", "/progress/"),
    )


def urgent(noon: datetime) -> list[Picture]:
    """A new sign that needs help now."""
    anew(noon)
    people.screened({"saddle-numbness": people.NEW}, only_now=True)
    people.took("uk-ibuprofen-200", 2, hours_ago=3)
    return pictures("urgent", "/urgent/", "/today/", "/emergency/", "/positions/")


def talking(noon: datetime) -> list[Picture]:
    """Thoughts of self-harm."""
    anew(noon)
    people.screened({"self-harm-thoughts": people.YES}, only_now=True)
    return pictures("talk", "/urgent/talk/", "/today/")


def sent_to_clinician(noon: datetime) -> list[Picture]:
    """A sign that a clinician should hear of first."""
    anew(noon)
    people.screened({"weight-loss": people.YES})
    return pictures("clinician", "/screen/result/", "/today/", "/clinician/", "/heat/")


def under_16(noon: datetime) -> list[Picture]:
    """A child."""
    anew(noon)
    people.screened({"age-years": Answer(number=14.0)})
    return pictures("child", "/screen/result/", "/today/", "/positions/")


SCENES = [
    Scene(seed=seed)
    for seed in (
        *(newcomer, seized, well, ready, running, stopping, stopped, finished, after, week),
        *(again, learned, comparing, compared, noted),
        diary,
        *(urgent, talking, sent_to_clinician, under_16),
    )
]
