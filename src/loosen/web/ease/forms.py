"""The short forms of easing."""

from datetime import datetime, timedelta
from typing import ClassVar

from django import forms

from loosen.vocabulary import Skin
from loosen.web.site.forms import OnceForm, OneOfField

HELPED_WORDS = (("yes", "Yes"), ("same", "About the same"), ("no", "No, it is worse"))
HELPED = {"yes": True, "same": False, "no": False, "": None}
SKIN_WORDS = (
    (Skin.NORMAL.value, "As before"),
    (Skin.PINK.value, "Evenly pink, and not sore"),
    (Skin.MARKED.value, "Blotchy, white, very red, blistered, or with a net of lines"),
    (Skin.NUMB.value, "I cannot feel a touch there"),
    (Skin.NOT_LOOKED.value, "I could not look"),
)


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
