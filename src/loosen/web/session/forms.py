"""The forms of a session."""

from typing import Any

from django import forms

from loosen.vocabulary import AnswerValue, MomentAsked, StopKind
from loosen.web.site.forms import BLANK_MEANS, MISSING, OnceForm, OneOfField, PainField

UNREADABLE = 422  # the status of a form with problems
MOMENT_WORDS: dict[str, str] = {
    "drowsy": "Are you drowsy, or not quite awake?",
    "drinking": "Have you had alcohol in the last hours?",
    "sedating_medicine": "Did you take something that makes you sleepy?",
    "faint": "Do you feel faint or dizzy?",
    "unwell": "Do you feel ill or feverish?",
}
ANSWERS = (
    (AnswerValue.YES.value, "Yes"),
    (AnswerValue.NOT_SURE.value, "Not sure"),
    (AnswerValue.NO.value, "No"),
)
STOP_KINDS = (
    (StopKind.SHARP.value, "Sharp, or it catches"),
    (StopKind.WORSE.value, "The same pain, but more of it"),
    (StopKind.NEW.value, "A new pain"),
    (StopKind.LEG.value, "It goes into the leg, or further down it"),
    (StopKind.OTHER.value, "Something else"),
)


class MomentForm(OnceForm):
    """How one is at this moment; anything but a plain no counts as yes."""

    drowsy = OneOfField(label=MOMENT_WORDS["drowsy"], choices=ANSWERS)
    drinking = OneOfField(label=MOMENT_WORDS["drinking"], choices=ANSWERS)
    sedating_medicine = OneOfField(label=MOMENT_WORDS["sedating_medicine"], choices=ANSWERS)
    faint = OneOfField(label=MOMENT_WORDS["faint"], choices=ANSWERS)
    unwell = OneOfField(label=MOMENT_WORDS["unwell"], choices=ANSWERS)

    def asked(self) -> MomentAsked:
        """The answers as told."""
        told = {name: AnswerValue(self.cleaned_data[name]) for name in MOMENT_WORDS}
        return MomentAsked(**told)


ALL_CLEAR = MomentAsked(**dict.fromkeys(MOMENT_WORDS, AnswerValue.NO))
NOT_SURE = MomentAsked(**dict.fromkeys(MOMENT_WORDS, AnswerValue.NOT_SURE))


class BeginForm(OnceForm):
    """Pain before the session; it starts blank."""

    pain = PainField(label="How bad is your pain now?", help_text=BLANK_MEANS)


class PainForm(forms.Form):
    """Pain between two steps."""

    use_required_attribute = False
    pain = PainField(label="How bad is your pain now?", help_text=BLANK_MEANS)


class MorningForm(PainForm):
    """The next morning: the night as well. A night that was not told of is not a good night."""

    woke = OneOfField(
        label="Did back pain wake you in the night?",
        choices=(("yes", "Yes"), ("no", "No")),
        required=False,
    )

    def clean(self) -> dict[str, Any]:
        """Both or neither: a score alone would count the night as a quiet one."""
        told: dict[str, Any] = super().clean() or {}
        if told.get("pain") is not None and not told.get("woke") and "woke" not in self.errors:
            self.add_error("woke", MISSING)
        return told


class StopForm(forms.Form):
    """What kind of pain it was that stopped the session."""

    use_required_attribute = False
    pain = PainField(label="How bad is your pain now?", help_text=BLANK_MEANS)
    kind = OneOfField(label="What kind of pain is it?", choices=STOP_KINDS)
