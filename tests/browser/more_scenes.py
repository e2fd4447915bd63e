"""Every page that the pictures leave out, so that each address is looked at once."""

from datetime import datetime, timedelta

from loosen.vocabulary import Answer, Entry, RemedyUsed, Skin, StopKind
from loosen.web.data.correcting import correct_url
from loosen.web.records.admitted import AdmittedDevice
from loosen.web.records.store import Draft

from . import people
from .coach_scenes import COACH_SCENES
from .medicine_scenes import MEDICINE_SCENES
from .scenes import SCENES, Picture, Scene, anew, pictures
from .server import Hands

SOME = 4
REVIEWS = ("review-day-7",)


def cards(noon: datetime) -> list[Picture]:
    """Each card; some of them line by line as well."""
    anew(noon)
    people.screened()
    content = people.visit().content
    rooms = {one: "about" if one.startswith("about-") else "screen" for one in content.cards}
    urls = [f"/{room}/{card}/" for card, room in rooms.items()]
    return pictures("cards", *urls, *(f"{url}?which=yes" for url in urls[1 : SOME + 1]))


def next_day(noon: datetime) -> list[Picture]:
    """Yesterday's answers have lapsed."""
    hands = anew(noon)
    people.screened()
    hands.at += timedelta(hours=25)
    return pictures(
        "next-day",
        *("/screen/again/", "/screen/again/?which=yes", "/screen/changed/"),
        *("/today/", "/heat/", "/session/start/", "/emergency/"),
    )


def reading(noon: datetime) -> list[Picture]:
    """Some texts, and why of one thing of each kind."""
    anew(noon)
    people.screened()
    content = people.visit().content
    told = [next(iter(shelf)) for shelf in (content.rules, content.thresholds, content.phrases)]
    return pictures(
        "reading",
        *(f"/read/{one}/" for one in [*content.explanations][:SOME]),
        *(f"/why/{one}/" for one in told),
    )


def items(noon: datetime) -> list[Picture]:
    """Some of each: moves, positions, ways to get up, ways to breathe; they differ in words."""
    anew(noon)
    people.screened()
    content = people.visit().content
    breathing = [one.id for one in content.remedies.values() if one.breath_in_s]
    return pictures(
        "items",
        *(f"/library/{one}/" for one in [*content.exercises][:SOME]),
        *(f"/positions/{one}/" for one in [*content.positions][:SOME]),
        *(f"/transfers/{one}/" for one in [*content.transfers][:SOME]),
        *(f"/breathing/{one}/" for one in breathing),
    )


def notes_of_today(noon: datetime) -> list[Picture]:
    """What can be noted down outside a session."""
    people.a_week(anew(noon))
    reviews = [f"/today/review/{one}/" for one in REVIEWS]
    return pictures("note", "/today/pain/", "/today/walk/", "/today/legs/", "/positions/", *reviews)


def begins(remedy_id: str) -> Entry:
    """Heat, cold or massage, on since now."""
    now = people.visit().now
    used = RemedyUsed(
        remedy_id=remedy_id, started_at=now, ended_at=now, skin=Skin.NOT_LOOKED, felt_better=None
    )
    return people.visit().record(Draft(payload=used))[0]


def ends(begun: Entry, skin: Skin) -> None:
    """It is off, and the skin was looked at."""
    assert isinstance(begun.payload, RemedyUsed)
    over = RemedyUsed(
        remedy_id=begun.payload.remedy_id,
        started_at=begun.payload.started_at,
        ended_at=people.visit().now,
        skin=skin,
        felt_better=True,
    )
    people.visit().record(Draft(payload=over, supersedes=begun.id))


def ready_for_heat(noon: datetime) -> Hands:
    hands = anew(noon)
    people.screened()
    people.awake()
    return hands


def before_heat(noon: datetime) -> list[Picture]:
    """Awake, and nothing was used yet."""
    ready_for_heat(noon)
    people.whole_skin()
    return pictures("before", "/heat/", "/cold/", "/massage/", "/heat/wrap/")


def heat_on(noon: datetime) -> list[Picture]:
    """Heat has just been put on, so cold has to wait."""
    ready_for_heat(noon)
    heat = begins("heat")
    return pictures("on", f"/heat/on/{heat.id}/", "/cold/")


def heat_checked(noon: datetime) -> list[Picture]:
    """It is time to look at the skin."""
    hands = ready_for_heat(noon)
    heat = begins("heat")
    hands.at += timedelta(minutes=8)
    return pictures("check", f"/heat/on/{heat.id}/")


def heat_over(noon: datetime) -> list[Picture]:
    """The time is up."""
    hands = ready_for_heat(noon)
    heat = begins("heat")
    hands.at += timedelta(minutes=25)
    return pictures("over", f"/heat/on/{heat.id}/")


def heat_after(noon: datetime) -> list[Picture]:
    """Skin that is not as before; and after it heat has to wait."""
    hands = ready_for_heat(noon)
    heat = begins("heat")
    hands.at += timedelta(minutes=10)
    ends(heat, Skin.MARKED)
    return pictures("marked", f"/heat/after/{heat.id}/", "/heat/", "/today/")


def cold_and_massage(noon: datetime) -> list[Picture]:
    """Cold on and off, and rubbing."""
    hands = ready_for_heat(noon)
    cold = begins("cold")
    hands.at += timedelta(minutes=12)
    ends(cold, Skin.NORMAL)
    hands.at += timedelta(minutes=1)
    massage = begins("self-massage")
    hands.at += timedelta(seconds=5)
    done = begins("self-massage")
    hands.at += timedelta(minutes=4)
    ends(done, Skin.NOT_LOOKED)
    other = begins("cold")
    return pictures(
        "cold",
        *(f"/cold/on/{other.id}/", f"/cold/after/{cold.id}/", "/today/", "/massage/"),
        *(f"/massage/on/{massage.id}/", f"/massage/after/{done.id}/"),
    )


def one_entry(noon: datetime) -> list[Picture]:
    """One entry of each kind: looked at, corrected, taken back."""
    people.a_week(anew(noon))
    entries = [*{one.kind: one.id for one in people.visit().history}.values()]
    urls = [f"/data/entry/{entry}/" for entry in entries]
    changing = [f"{url}{what}/" for url in urls[:SOME] for what in ("correct", "withdraw")]
    return pictures("entry", *urls, *changing)


def put_right(noon: datetime) -> list[Picture]:
    """Notes of the diary on their way to be put right; charts over a week and three months."""
    hands = anew(noon)
    people.screened()
    people.notes(hands)
    told = (correct_url(entry) for entry in people.visit().entries)
    periods = ("/diary/charts/?days=7", "/diary/charts/?days=90")
    return pictures("right", *(url for url in told if url.startswith("/diary/")), *periods)


def devices(noon: datetime) -> list[Picture]:
    """A phone was let in; the computer is open to nobody else now."""
    anew(noon)
    device, _ = AdmittedDevice.admit(people.visit().owner, "Kim's phone", noon)
    urls = ("/settings/devices/", f"/settings/devices/{device.pk}/", "/trust/", "/away/")
    return pictures("devices", *urls)


def erased(noon: datetime) -> list[Picture]:
    """Nothing is kept any more."""
    anew(noon)
    return pictures("erased", "/data/erased/", "/data/", "/today/")


def stopped_and_told(noon: datetime) -> list[Picture]:
    """Stopped, and every question after it answered."""
    anew(noon)
    people.screened()
    people.awake()
    session_id = people.begun(5)
    people.does(session_id, None, steps=1)
    people.presses_stop(session_id)
    people.tells_stop(session_id, 8, StopKind.LEG)
    return pictures("told", f"/session/{session_id}/stop/?which=yes", "/", "/today/")


def resumed_late(noon: datetime) -> list[Picture]:
    """The session was left too long ago to go on."""
    hands = ready_for_heat(noon)
    session_id = people.begun(5)
    hands.at += timedelta(minutes=45)
    return pictures("late", f"/session/{session_id}/", "/")


def closed_under_a_person(noon: datetime) -> list[Picture]:
    """In the middle of a session the day of the check is over."""
    hands = anew(noon)
    people.screened()
    hands.at += timedelta(hours=23, minutes=50)
    people.awake()
    session_id = people.begun(5)
    people.does(session_id, 5, steps=3)
    hands.at += timedelta(minutes=11)
    return [Picture(name="closed-session", url=f"/session/{session_id}/")]


def asked_again(noon: datetime) -> list[Picture]:
    """Pain after a step that was done once more, for whoever has no script."""
    anew(noon)
    people.screened()
    people.awake()
    session_id = people.begun(5)
    people.does(session_id, 5, steps=2)
    return [Picture(name="again-pain", url=f"/session/{session_id}/?step=1&pain=1")]


def nothing_fits(noon: datetime) -> list[Picture]:
    """So much speaks against moving that only rest is left."""
    anew(noon)
    people.screened({"weight-loss": people.YES, "pregnant": people.YES})
    people.awake()
    return pictures("nothing", "/today/", "/session/start/", "/positions/")


def pregnant(noon: datetime) -> list[Picture]:
    """Half of everything is changed or not for this person."""
    anew(noon)
    late = Answer(value=people.YES.value, forms=("16-weeks-or-more",))
    people.screened({"pregnant": late, "age-years": Answer(number=30.0)})
    people.awake()
    return pictures(
        "pregnant", "/today/", "/positions/", "/positions/on-front-over-pillow/", "/library/"
    )


def in_great_danger_and_despair(noon: datetime) -> list[Picture]:
    """Two pages that stand over everything else, at once."""
    anew(noon)
    now = Answer(value=people.YES.value, forms=("in-danger-now",))
    people.screened({"self-harm-thoughts": now, "chest-pain": people.YES}, only_now=True)
    return pictures("both", "/urgent/", "/urgent/talk/")


MORE = [
    Scene(seed=seed)
    for seed in (
        *(cards, next_day, reading, items, notes_of_today, before_heat, heat_on, heat_checked),
        *(heat_over, heat_after, cold_and_massage, one_entry, put_right, devices, erased),
        *(stopped_and_told, resumed_late, closed_under_a_person, asked_again, nothing_fits),
        *(pregnant, in_great_danger_and_despair),
    )
]
EVERY_SCENE = [*SCENES, *MORE, *MEDICINE_SCENES, *COACH_SCENES]
