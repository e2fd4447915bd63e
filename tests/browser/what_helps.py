"""What a record says of help: learned, compared by turns, and noted before bad days."""

from contextlib import ExitStack
from datetime import timedelta
from unittest.mock import patch
from uuid import uuid5

from loosen.vocabulary import (
    ComparisonBegun,
    Estimate,
    Estimates,
    PainFelt,
    PainWhen,
    RemedyUsed,
    Skin,
    Slept,
    Strength,
    Trigger,
    TriggerMet,
)
from loosen.web.records.store import Draft

from . import people
from .server import Hands


def has_learned(until: ExitStack) -> None:
    """The record speaks for some things and against one, as long as the scene lasts."""
    now = people.visit().now

    def said(mean: float, half: float, n: int, strength: Strength) -> Estimate:
        low, high = mean - half, mean + half
        return Estimate(
            mean=mean, sd=half / 1.6, n=n, as_of=now, low_90=low, high_90=high, strength=strength
        )

    told = Estimates(
        by_kind={
            "heat": said(-1.6, 0.8, 12, Strength.HELPS),
            "calves-on-chair": said(-1.2, 0.6, 9, Strength.HELPS),
            "knee-rolls": said(-0.8, 0.9, 6, Strength.SEEMS_TO_HELP),
            "walk": said(-0.3, 1.6, 3, Strength.TOO_EARLY),
            "cold": said(0.2, 0.7, 7, Strength.DOES_NOT_SEEM_TO),
        }
    )
    until.enter_context(patch("loosen.web.site.visit.estimates_of", lambda *_: told))


def compares(hands: Hands, *, turns: int, fall: int = 1) -> None:
    """Heat and cold by turns a day apart; heat eases by so many points more."""
    begun_at = hands.at
    order = ("heat", "cold", "cold", "heat", "cold", "heat", "heat", "cold") + ("heat", "cold") * 6
    hands.at = begun_at - timedelta(days=turns, hours=2)
    begun = ComparisonBegun(
        comparison_id=uuid5(people.SPACE, "comparison"), one="heat", other="cold", order=order
    )
    people.visit().record(Draft(payload=begun))
    for turn, kind in enumerate(order[:turns]):
        hands.at += timedelta(days=1)
        eased = 1 + turn % 2 + (fall if kind == "heat" else 0)
        began = hands.at + timedelta(minutes=1)
        used = RemedyUsed(
            remedy_id=kind,
            started_at=began,
            ended_at=began + timedelta(minutes=12),
            skin=Skin.NORMAL,
            felt_better=True,
            feeling_back=True,
        )
        people.visit().record(Draft(payload=PainFelt(pain_0_10=6, occasion=PainWhen.DIARY)))
        hands.go_on(minutes=13)
        after = PainFelt(pain_0_10=6 - eased, occasion=PainWhen.DIARY)
        people.visit().record(Draft(payload=used), Draft(payload=after))
        hands.go_on(minutes=-13)
    hands.at = begun_at


def has_noted(hands: Hands) -> None:
    """Two months with a note in the morning and a score later; lifting goes with bad days."""
    now = hands.at
    for day in range(60):
        hands.at = now - timedelta(days=60 - day, hours=3)
        met = [Trigger.LIFTING] * (day % 6 == 4) + [Trigger.STRESS] * (day % 4 == 1)
        noted = [Draft(payload=TriggerMet(trigger=one)) for one in met]
        slept = Draft(payload=Slept(hours=5 if day % 7 == 2 else 7, woken=1))
        people.visit().record(slept, *noted)
        hands.at += timedelta(hours=3)
        is_bad = (Trigger.LIFTING in met and day % 5) or day % 19 == 18
        people.visit().record(
            Draft(payload=PainFelt(pain_0_10=6 if is_bad else 2, occasion=PainWhen.DIARY))
        )
    hands.at = now
