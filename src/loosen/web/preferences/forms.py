"""The form of the settings."""

from typing import Any

from django import forms

from loosen.vocabulary import Content, Region
from loosen.web.records.preferences import (
    Buzz,
    DrawnAs,
    Preferences,
    TextSize,
    Theme,
    Units,
    Voice,
)
from loosen.web.site.forms import OneOfField


class PreferencesForm(forms.Form):
    """Every choice about the pages; saving is for the owner, so on all their browsers."""

    use_required_attribute = False
    region = OneOfField(label="Where are you?", required=False)
    theme = OneOfField(
        label="Colours",
        choices=[
            (Theme.SYSTEM.value, "As this device is set"),
            (Theme.LIGHT.value, "Light"),
            (Theme.DARK.value, "Dark"),
            (Theme.CONTRAST.value, "Strong contrast"),
        ],
    )
    text_size = OneOfField(
        label="Size of the text",
        choices=[
            (TextSize.NORMAL.value, "Normal"),
            (TextSize.LARGE.value, "Large"),
            (TextSize.LARGEST.value, "Largest"),
        ],
    )
    voice = OneOfField(
        label="Voice",
        choices=[
            (Voice.OFF.value, "Off. I will read."),
            (Voice.ON.value, "On. A voice of this device reads to me."),
            (Voice.READER.value, "My screen reader reads to me."),
        ],
    )
    buzz = OneOfField(
        label="Buzz at each change",
        choices=[(Buzz.ON.value, "On, where the device can"), (Buzz.OFF.value, "Off")],
        required=False,  # a form that does not know of it changes nothing else
    )
    units = OneOfField(
        label="Units",
        choices=[
            (Units.METRIC.value, "Kilograms and centimetres"),
            (Units.US.value, "Pounds and inches"),
        ],
    )
    figure = OneOfField(
        label="The drawings show",
        choices=[
            (DrawnAs.MIXED.value, "Women and men, slim and large, by turns"),
            (DrawnAs.WOMAN.value, "A slim woman"),
            (DrawnAs.MAN.value, "A slim man"),
            (DrawnAs.LARGE_WOMAN.value, "A large woman"),
            (DrawnAs.LARGE_MAN.value, "A large man"),
        ],
        required=False,
    )

    def __init__(self, *args: Any, content: Content, suggested: Region, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        by_zone = f"Go by this device's clock ({suggested.title})"
        regions = [(region.id, region.title) for region in content.regions.values()]
        region = self.fields["region"]
        assert isinstance(region, OneOfField)
        region.choices = [("", by_zone), *regions]
        region.help_text = "It sets the numbers to call."

    def chosen(self) -> Preferences:
        """What the person chose."""
        return Preferences.from_plain(self.cleaned_data)
