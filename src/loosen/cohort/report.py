"""The report of a run: plain tables in Markdown, for a terminal and for the manual alike."""

from collections.abc import Iterable, Iterator, Sequence

from .arms import Arm
from .chance import Floats
from .curves import TOLERANCE, UNITS, Compared, all_days, compared
from .tally import Tally
from .watch import Breach

ARM_WORDS = {
    Arm.LOOSEN: "Loosen whole",
    Arm.ARTICLE: "the article's fixed recipe",
    Arm.RANDOM: "random safe order",
    Arm.PLAIN: "the plan without learning",
}
# What each arm broke on the way: beside its pain-hours, because none of it costs any in here.
LIMITS = {
    "skin limits broken": (Breach.SKIN,),
    "too much medicine": (Breach.MEDICINE,),
    "against a caution or a contraindication": (Breach.CAUTION, Breach.CONTRAINDICATION),
    "loads after worse pain": (Breach.LOAD,),
}
HURTS_NOBODY = (
    "The same people on the same days with the same luck, so that each is compared with "
    "themselves. No burn, no bleed and no liver is simulated: what a broken limit would cost is "
    "in the last four columns and in no pain-hour."
)


def as_table(head: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """A Markdown table."""
    lines = [tuple(map(str, cells)) for cells in (head, ["---"] * len(head), *rows)]
    return "\n".join("| " + " | ".join(cells) + " |" for cells in lines)


def report(tally: Tally, days: int) -> str:
    """Every table with its heading."""
    parts = (
        ("Must be zero", _breaches(tally)),
        ("Danger signs", _signs(tally)),
        ("Courses against the published ones", _curves(tally, days)),
        ("What was believed to help", _believed(tally)),
        ("Pain times hours", _pain_hours(tally, days)),
        ("How it was used", _use(tally)),
    )
    return "\n\n".join(f"## {title}\n\n{text}" for title, text in parts) + "\n"


def breaches_of_loosen(tally: Tally) -> int:
    """How often something happened that must not, in the three arms that go by the product."""
    return sum(of.found.total() for arm, of in tally.arms.items() if arm is not Arm.ARTICLE)


def _breaches(tally: Tally) -> str:
    def row(breach: Breach) -> Iterator[str]:
        yield breach.value
        for arm in Arm:
            of = tally.arms[arm]
            yield f"{of.found[breach]} of {of.checked[breach]}" if of.checked[breach] else "-"

    table = as_table(
        ("Found, of so many looked at", *(ARM_WORDS[arm] for arm in Arm)),
        (tuple(row(breach)) for breach in Breach),
    )
    return (
        f"{table}\n\nThe recipe asks nobody first: its column shows what it does to the same "
        "people. Used against advice (told and counted on, no fault of the plan): "
        f"{tally.arms[Arm.LOOSEN].against_advice} times."
    )


def _signs(tally: Tally) -> str:
    """From the day on which a sign was told to the day of the first urgent advice."""
    told = tally.days_to_advice
    worst = max((days for days in told if days is not None), default=0)
    return (
        f"{tally.signs} people got a danger sign. {told.total()} of them told it; from the day of "
        f"telling to urgent advice it was {worst} days at most, and {told[None]} never got any. "
        f"{tally.signs_untold} never opened Loosen while they had it, so that nothing could be "
        "said to them."
    )


def _curves(tally: Tally, days: int) -> str:
    curves = list(compared(tally, days))
    at = all_days(curves)
    rows: list[Sequence[object]] = []
    for one in curves:
        rows.append((f"{one.name}: {UNITS[one.name]}, published", *_by_day(at, one, one.published)))
        rows.append(
            (f"{one.name}: {one.people} people, nothing done", *_by_day(at, one, one.lived))
        )
        rows.append((f"{one.name}: error of so many", *_by_day(at, one, one.error)))
        if one.with_loosen is not None:
            rows.append((f"{one.name}: with Loosen", *_by_day(at, one, one.with_loosen)))
    return f"{as_table(('', *(f'day {day}' for day in at)), rows)}\n\n{_furthest(curves)}"


def _by_day(at: Sequence[int], one: Compared, values: Floats) -> Iterator[str]:
    """A cell for each day of the table; empty where this curve is not shown."""
    known = dict(zip(one.days, values, strict=True))
    yield from (f"{known[day]:.1f}" if day in known else "" for day in at)


def _furthest(curves: Iterable[Compared]) -> str:
    head = ("Furthest off", "day", "by", "may be", "")
    rows = []
    for one in curves:
        day, gap, allowed = one.furthest()
        verdict = "holds" if one.holds else "FALLS SHORT"
        rows.append((one.name, day, f"{gap:.1f}", f"{allowed:.1f}", verdict))
    return (
        f"{as_table(head, rows)}\n\nAll of 100. A course may be off by {TOLERANCE:.0f} (ours) and "
        "what so few people explain (9 in 10)."
    )


def _believed(tally: Tally) -> str:
    counts = tally.believed
    held = 100 * counts["held"] / max(counts["intervals"], 1)
    return (
        f"Of {counts['intervals']} intervals of nine in ten (heat, cold, massage; five times or "
        f'more) {held:.0f} % hold the true effect. "Helps you" was said {counts["claims"]} '
        f"times, {counts['wrong']} of them wrongly (true effect under half a point)."
    )


def _pain_hours(tally: Tally, days: int) -> str:
    rows = []
    for arm in Arm:
        of = tally.arms[arm]
        people = of.days / days if days else 0
        difference = "-"
        if arm in tally.differences:
            mean, half = tally.differences[arm].mean_and_half_90()
            difference = f"{mean:+.1f} ({mean - half:+.1f} to {mean + half:+.1f})"
        broken = (sum(of.found[one] for one in ones) for ones in LIMITS.values())
        hours = f"{of.pain_hours / max(people, 1):.0f}"
        rows.append((ARM_WORDS[arm], hours, difference, *broken))
    head = ("Arm", "points x waking hours, each person", "Loosen less this arm (90 %)", *LIMITS)
    return f"{as_table(head, rows)}\n\n{HURTS_NOBODY}"


def _use(tally: Tally) -> str:
    rows = (
        (
            ARM_WORDS[arm],
            f"{100 * of.opened / max(of.days, 1):.0f} %",
            f"{100 * of.sessions / max(of.days, 1):.0f}",
            of.heat_and_cold,
            of.doses,
        )
        for arm, of in tally.arms.items()
    )
    return as_table(("Arm", "days opened", "sessions for 100 days", "heat, cold", "doses"), rows)
