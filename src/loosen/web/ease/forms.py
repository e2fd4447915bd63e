"""The short forms of easing."""

from datetime import datetime, timedelta
from typing import Any, ClassVar

from django import forms

from loosen.vocabulary import (
    AnswerValue,
    Content,
    HeatSetting,
    PackPlace,
    RemedyKind,
    Skin,
    SkinAsked,
)
from loosen.web.site.forms import (
    BLANK_MEANS,
    OnceForm,
    OneOfField,
    PainField,
    TickField,
    WholeNumberField,
)

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
    """The end of a breathing, with when it began, and the pain before and after where told."""

    before = PainField(label="How bad is your pain now?", help_text=BLANK_MEANS)
    pain = PainField(label="And how bad is it after?", help_text=BLANK_MEANS)
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


ANSWERS = (
    (AnswerValue.YES.value, "Yes"),
    (AnswerValue.NOT_SURE.value, "Not sure"),
    (AnswerValue.NO.value, "No"),
)


class SkinAskedForm(OnceForm):
    """The skin before heat or cold; anything but a plain no counts as yes."""

    broken_or_numb = OneOfField(
        label="Is the skin there broken, sore, marked, swollen or numb?", choices=ANSWERS
    )
    patch_or_rub = OneOfField(label="Is there a patch, gel, cream or rub on it?", choices=ANSWERS)

    def asked(self) -> SkinAsked:
        """The answers as told."""
        return SkinAsked(
            broken_or_numb=AnswerValue(self.cleaned_data["broken_or_numb"]),
            patch_or_rub=AnswerValue(self.cleaned_data["patch_or_rub"]),
        )


PLACES = (
    (PackPlace.LOW_LEFT.value, "Low back, left"),
    (PackPlace.LOW_MIDDLE.value, "Low back, middle"),
    (PackPlace.LOW_RIGHT.value, "Low back, right"),
    (PackPlace.BUTTOCK_LEFT.value, "Left buttock"),
    (PackPlace.BUTTOCK_RIGHT.value, "Right buttock"),
)
SETTINGS = (
    (HeatSetting.LOW.value, "Low"),
    (HeatSetting.MEDIUM.value, "Medium"),
    (HeatSetting.BY_LABEL.value, "It has no switch. I follow its label."),
)
NO_LAYER = "Put a cloth between first. Without it there is no start."


class StartForm(OnceForm):
    """Before any of them: pain now, which starts blank, and how long."""

    pain = PainField(label="How bad is your pain now?", help_text=BLANK_MEANS)
    minutes = forms.CharField(required=False)

    @property
    def is_longest(self) -> bool:
        """Whether the longest time was chosen."""
        return bool(self.cleaned_data["minutes"] == "most")

    def set_up(self) -> dict[str, Any]:
        """What the use keeps of the set-up."""
        return {}


class PackForm(StartForm):
    """A pack: where it lies and what is between it and the skin.

    `in_turn`: heat and cold in turn; it is then asked for, because nobody is led into it.
    """

    place = OneOfField(label="Where does it go?", choices=PLACES)
    layer = TickField(
        label="There is a cloth between the pack and my skin",
        error_messages={"required": NO_LAYER},
    )
    in_turn = TickField(label="I choose heat and cold in turn", required=False)

    def __init__(self, *args: Any, in_turn: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["in_turn"].required = in_turn

    def set_up(self) -> dict[str, Any]:
        """Place and layer."""
        return {
            "place": PackPlace(self.cleaned_data["place"]),
            "has_layer": self.cleaned_data["layer"],
            "in_turn": self.cleaned_data["in_turn"],
        }


class HeatForm(PackForm):
    """A warm pack: how warm it is set as well. Nothing above medium is offered.

    `lowest`: nor is medium, where a condition wants heat low.
    """

    setting = OneOfField(label="How warm is it set?", choices=SETTINGS)

    def __init__(self, *args: Any, lowest: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        setting = self.fields["setting"]
        assert isinstance(setting, OneOfField)
        if lowest:
            setting.choices = [one for one in SETTINGS if one[0] != HeatSetting.MEDIUM.value]

    def set_up(self) -> dict[str, Any]:
        """Place, layer and setting."""
        return {**super().set_up(), "setting": HeatSetting(self.cleaned_data["setting"])}


def start_form(
    kind: RemedyKind, data: Any = None, *, in_turn: bool = False, lowest: bool = False
) -> StartForm:
    """The form that begins a remedy of this kind."""
    match kind:
        case RemedyKind.HEAT:
            return HeatForm(data, in_turn=in_turn, lowest=lowest)
        case RemedyKind.COLD:
            return PackForm(data, in_turn=in_turn)
        case RemedyKind.MASSAGE | RemedyKind.BREATHING:
            return StartForm(data)


class WrapForm(OnceForm):
    """A wrap by its label: how long, whether asleep, and on as the label says."""

    hours = WholeNumberField(label="How many hours does its label allow?", low=1, high=24)
    sleep = OneOfField(label="Does its label say you may sleep in it?", choices=ANSWERS)
    where = OneOfField(label="Where does it go?", choices=PLACES)
    as_label = TickField(
        label="I bought it for this, and it is on as its label says",
        error_messages={"required": "Only a bought wrap, put on as its label says."},
    )
    pain = PainField(label="How bad is your pain now?", help_text=BLANK_MEANS)

    def __init__(self, *args: Any, most_h: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        hours = self.fields["hours"]
        assert isinstance(hours, WholeNumberField)
        hours.high, hours.help_text = most_h, f"At most {most_h}."

    def place(self) -> PackPlace:
        """Where it goes."""
        return PackPlace(self.cleaned_data["where"])

    def is_for_sleep(self) -> bool:
        """Only where the label says so; not sure is no."""
        return bool(self.cleaned_data["sleep"] == AnswerValue.YES)


class PainAfterForm(OnceForm):
    """Pain just after, and a while later."""

    pain = PainField(label="How bad is your pain now?", help_text=BLANK_MEANS)
