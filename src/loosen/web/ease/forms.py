"""The short forms of easing."""

from datetime import datetime, timedelta
from typing import ClassVar

from django import forms
from django.core.exceptions import ValidationError

from loosen.vocabulary import AnswerValue, MomentAsked, Skin
from loosen.web.site.forms import OneOfField, OnceForm

HELPED_WORDS = (("yes", "Yes"), ("same", "About the same"), ("no", "No, it is worse"))
HELPED = {"yes": True, "same": False, "no": False, "": None}
SKIN_WORDS = (
    (Skin.NORMAL.value, "As before"),
    (Skin.PINK.value, "Evenly pink, and not sore"),
    (Skin.MARKED.value, "Blotchy, white, very red, blistered, or with a net of lines"),
    (Skin.NUMB.value, "I cannot feel a touch there"),
    (Skin.NOT_LOOKED.value, "I could not look"),
)
MOMENT_QUESTIONS = {
    "drowsy": "I am drowsy or could fall asleep",
    "drinking": "I have been drinking alcohol",
    "sedating_medicine": "I took a medicine that makes me sleepy or slow",
    "faint": "I feel faint or dizzy",
    "unwell": "I feel ill, hot or shaky",
}
NOT_SURE = "not-sure"
NONE = "none"


class TriedForm(OnceForm):
    """After a position: did it help?"""

    KEEP: ClassVar = "keep"
    did = forms.ChoiceField(
        choices=[("keep", "keep"), ("little", "little"), ("no", "no")],
        error_messages={"required": "Tap how it was.", "invalid_choice": "Tap how it was."},
    )


class HelpedForm(OnceForm):
    """Did it help? Left blank it is not known."""

    helped = OneOfField(label="Did it help?", choices=HELPED_WORDS, required=False)
    started = forms.DateTimeField(required=False, widget=forms.HiddenInput)

    def felt_better(self) -> bool | None:
        """Yes, no, or not known."""
        return HELPED[self.cleaned_data.get("helped", "")]

    def started_at(self, now: datetime, longest: timedelta) -> datetime:
        """When the page was opened, as long as that is believable; else now."""
        said: datetime | None = self.cleaned_data.get("started")
        is_believable = said is not None and now - longest <= said <= now
        return said if is_believable and said is not None else now


class SkinForm(OnceForm):
    """What the skin looks like, and whether to go on or end."""

    skin = OneOfField(
        label="Look at your skin. How is it?",
        choices=SKIN_WORDS,
        error_messages={"required": "Please look, then tap how it is."},
    )


class EndForm(SkinForm):
    """At the end: the skin, and whether it helped."""

    helped = OneOfField(label="Did it help?", choices=HELPED_WORDS, required=False)

    def felt_better(self) -> bool | None:
        """Yes, no, or not known."""
        return HELPED[self.cleaned_data.get("helped", "")]


class MassageEndForm(OnceForm):
    """At the end of a self-massage."""

    helped = OneOfField(label="Did it help?", choices=HELPED_WORDS, required=False)

    def felt_better(self) -> bool | None:
        """Yes, no, or not known."""
        return HELPED[self.cleaned_data.get("helped", "")]


class FeelingForm(OnceForm):
    """After cold, or after skin that was not as before: is it as before now?"""

    back = OneOfField(
        label="Touch the skin. Does it look and feel as it did before?",
        choices=[("yes", "Yes, as before"), ("no", "Not yet")],
    )


class MomentForm(OnceForm):
    """How the person is just now: ticks, or one tap on "None of these"."""

    true_now = forms.MultipleChoiceField(
        label="Is any of this true just now?",
        choices=list(MOMENT_QUESTIONS.items()),
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )

    def clean(self) -> dict[str, object]:
        """Nothing ticked and no tap on "None of these" is no answer."""
        cleaned: dict[str, object] = super().clean() or self.cleaned_data
        is_none = self.data.get("say") == NONE
        if "true_now" in cleaned and not is_none and not cleaned["true_now"]:
            raise ValidationError({"true_now": "Tick what is true, or tap “None of these”."})
        return cleaned

    def moment(self) -> MomentAsked:
        """The answers as a value; "None of these" is a plain no to each."""
        ticked = set() if self.data.get("say") == NONE else set(self.cleaned_data["true_now"])
        said = {name: _said(name in ticked) for name in MOMENT_QUESTIONS}
        return MomentAsked(**said)


def _said(is_true: bool) -> AnswerValue:
    return AnswerValue.YES if is_true else AnswerValue.NO
