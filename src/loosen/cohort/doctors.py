"""What clinicians and pharmacists say in a simulated life, and how the person passes it on."""

from datetime import timedelta

from loosen.vocabulary import (
    AnswerValue,
    ClinicianNote,
    DatedNote,
    GentleMovement,
    MedicineWord,
    NoteTaken,
)

from .chance import Draw
from .clocks import MIN_PER_DAY
from .cupboard import Word
from .life import Life

SEES, ASKS_PHARMACIST = 0.4, 0.3  # ours: chance of a day on which one was seen, or asked
YES_TO, NO_TO = 0.6, 0.8  # ours: up to here yes, up to here no, above it "not sure"
MOST_DAYS = 21
IN_WORDS = {
    GentleMovement.YES: AnswerValue.YES,
    GentleMovement.NO: AnswerValue.NO,
    GentleMovement.NOT_SURE: AnswerValue.NOT_SURE,
}


def tell_note(life: Life, day: int, minute: int) -> bool:
    """Whoever was sent to somebody, and went, tells what they said; whether there was a word."""
    if not life.sent_with or not life.who.chances.happens(day, Draw.SEES, SEES):
        return False
    said = _said(life.who.chances.at(day, Draw.WHAT_THEY_SAY))
    today = life.local_day(minute)
    until = today + timedelta(days=int(MOST_DAYS * life.who.chances.at(day, Draw.UNTIL)))
    note = ClinicianNote(
        rule_ids=life.sent_with,
        seen_on=today,
        gentle_movement_ok=said,
        until=until,
        recorded_at=life.at(minute),
    )
    entry = life.record.add(NoteTaken(note=note), minute)
    life.notes.append(DatedNote(note=note, told_no=entry.seq))
    life.watch.noted(is_yes=said is GentleMovement.YES, until_day=until.toordinal())
    return True


def tell_word(life: Life, ingredient_id: str, minute: int) -> None:
    """A pharmacist was asked about a medicine, and the person tells what they said."""
    day = minute // MIN_PER_DAY
    if not life.who.chances.happens(day, Draw.ASKS_PHARMACIST, ASKS_PHARMACIST):
        return
    said = IN_WORDS[_said(life.who.chances.at(day, Draw.PHARMACIST_SAYS))]
    today = life.local_day(minute)
    until = today + timedelta(days=int(MOST_DAYS * life.who.chances.at(day, Draw.UNTIL)))
    word = MedicineWord(ingredient_id=ingredient_id, may_take=said, said_on=today, until=until)
    life.record.add(word, minute)
    life.watch.cupboard.say(ingredient_id, Word(said, today.toordinal(), until.toordinal()))


def _said(chance: float) -> GentleMovement:
    if chance < YES_TO:
        return GentleMovement.YES
    return GentleMovement.NO if chance < NO_TO else GentleMovement.NOT_SURE
