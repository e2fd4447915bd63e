"""Content made by hand, as small as a test needs it."""

from collections.abc import Iterable
from dataclasses import fields
from datetime import date

from loosen.vocabulary import (
    Certainty,
    Condition,
    Content,
    Effect,
    Instruction,
    Item,
    Load,
    Mark,
    NotSure,
    OnItem,
    OnLoad,
    Phrase,
    Provenance,
    Question,
    QuestionKind,
    Remedy,
    RemedyKind,
    Stage,
    Threshold,
    Transfer,
)

SAID = Provenance(
    source="loosen", row="a row", mark=Mark.OURS, checked_on=date(2026, 11, 22), reviewed_by=""
)
LEDGER_NUMBERS = {"skin-pause-min": 20, "session-resume-min": 30, "episode-gap-days": 28}
LEDGER_WORDS = ("remedy-gap", "remedy-cap", "skin-not-as-before", "feeling-not-back")


def remedy(remedy_id: str, kind: RemedyKind, *, gap_s: int = 0, daily_cap: int = 0) -> Remedy:
    """A remedy with its gap and cap; all else is filler."""
    return Remedy(
        id=remedy_id,
        kind=kind,
        title=remedy_id,
        text="It may ease you.",
        equipment=(),
        loads=(),
        before=(),
        steps=(Instruction(text="Do it."),),
        after=(),
        stop_signs=("Stop.",),
        duration_s=900,
        duration_most_s=1200,
        checks_s=(300,),
        gap_s=gap_s,
        daily_cap=daily_cap,
        certainty=Certainty.NONE,
        provenance=SAID,
    )


REMEDIES = (
    remedy("heat", RemedyKind.HEAT, gap_s=3600, daily_cap=4),
    remedy("cold", RemedyKind.COLD, gap_s=7200, daily_cap=4),
    remedy("rub", RemedyKind.MASSAGE, gap_s=3600),
    remedy("breath", RemedyKind.BREATHING),
)


def small_content(*records: object) -> Content:
    """Content with the ledger's numbers and words, the four remedies and these records."""
    numbers = [
        Threshold(id=id_, value=value, unit="any", text="A number.", provenance=SAID)
        for id_, value in LEDGER_NUMBERS.items()
    ]
    words = [Phrase(id=id_, text="Some words.", provenance=SAID) for id_ in LEDGER_WORDS]
    shelves: dict[str, dict[str, object]] = {
        field.name: {} for field in fields(Content) if field.name != "version"
    }
    for record in (*numbers, *words, *REMEDIES, *records):
        shelves[f"{type(record).__name__.lower()}s".replace("remedys", "remedies")][
            record.id  # type: ignore[attr-defined]  # - every record of content has an id
        ] = record
    return Content(version="test", **shelves)  # type: ignore[arg-type]  # - the shelves are of any record


def transfer(item_id: str, *loads: Load) -> Transfer:
    """The plainest thing a person can be led through."""
    return Transfer(
        id=item_id,
        title=item_id,
        text="It may help.",
        order=1,
        needs=(),
        equipment=(),
        loads=loads,
        steps=(Instruction(text="Do it."),),
        stop_signs=("Stop.",),
        provenance=SAID,
    )


def condition(
    condition_id: str,
    *,
    on_load: dict[Load, Effect] | None = None,
    on_item: dict[str, Effect] | None = None,
    instead: str = "",
) -> Condition:
    """A condition that does these things to loads and to items."""
    return Condition(
        id=condition_id,
        title=condition_id,
        text=f"Because of {condition_id}.",
        provenance=SAID,
        from_rule=True,
        on_load=tuple(
            OnLoad(load=load, effect=effect, how=f"{condition_id} on {load}.", provenance=SAID)
            for load, effect in (on_load or {}).items()
        ),
        on_item=tuple(
            OnItem(
                item=item,
                effect=effect,
                how=f"{condition_id} on {item}.",
                provenance=SAID,
                instead=instead if effect is Effect.SUBSTITUTE else "",
            )
            for item, effect in (on_item or {}).items()
        ),
    )


def ids(records: Iterable[Item]) -> list[str]:
    """The ids of some items."""
    return [record.id for record in records]


def question(question_id: str) -> Question:
    """A danger sign of the short set."""
    return Question(
        id=question_id,
        group="a",
        evidence_row="A1",
        kind=QuestionKind.YES_NO,
        stage=Stage.NOW,
        card="legs",
        order=1,
        text="Is it so?",
        short="It is so",
        provenance=SAID,
        not_sure=NotSure.YES,
        short_set=True,
    )
