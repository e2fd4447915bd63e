"""The short forms of easing."""

from datetime import datetime, timedelta
from typing import Any, ClassVar

from django import forms

from loosen.vocabulary import Content, Skin
from loosen.web.site.forms import OnceForm, OneOfField

HELPED_WORDS = (("yes", "Yes"), ("same", "About the same"), ("no", "No, it is worse"))
HELPED = {"yes": True, "same": False, "no": False, "": None}


class TriedForm(OnceForm):
    """After a position: did it help?"""

    KEEP: ClassVar = "keep"
    did = forms.ChoiceField(
        choices=[("keep", "keep"), ("little", "little"), ("no", "no")],
        error_messages={"required": "Tap how it was.", "invalid_choice": "Tap how it was."},
    )


class EndForm(OnceForm):
    """At the end of what leaves the skin alone: did it help? Left blank it is not known."""

    helped = OneOfField(label="Did it help?", choices=HELPED_WORDS, required=False)

    def felt_better(self) -> bool | None:
        """Yes, no, or not known."""
        return HELPED[self.cleaned_data.get("helped", "")]


class BreathedForm(EndForm):
    """The end of a breathing, with when it began."""

    started = forms.DateTimeField(required=False, widget=forms.HiddenInput)

    def started_at(self, now: datetime, longest: timedelta) -> datetime:
        """When the page was opened, as long as that is believable; else now."""
        said: datetime | None = self.cleaned_data.get("started")
        is_believable = said is not None and now - longest <= said <= now
        return said if is_believable and said is not None else now


class SkinForm(OnceForm):
    """What the skin looks like, in the content's words."""

    skin = OneOfField(
        label="Look at your skin. How is it?",
        error_messages={"required": "Please look, then tap how it is."},
    )

    def __init__(self, *args: Any, content: Content, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        skin = self.fields["skin"]
        assert isinstance(skin, OneOfField)
        skin.choices = [(one.value, content.phrases[f"skin-{one.value}"].text) for one in Skin]

    def seen(self) -> Skin:
        """What was told; nothing told is not looked."""
        return Skin(self.cleaned_data["skin"] or Skin.NOT_LOOKED)


class SkinEndForm(SkinForm, EndForm):
    """At the end of heat and cold: the skin, and whether it helped."""


class OffForm(SkinEndForm):
    """Off at one tap; the skin may be told here, or on the next page."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["skin"].required = False


class FeelingForm(OnceForm):
    """After cold, or after skin that was not as before: is it as before now?"""

    back = OneOfField(
        label="Touch the skin. Does it look and feel as it did before?",
        choices=[("yes", "Yes, as before"), ("no", "Not yet")],
    )
