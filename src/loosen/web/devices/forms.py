"""The name of a device."""

from django import forms

from loosen.web.records.admitted import LONGEST_NAME
from loosen.web.site.forms import TextField

# What a browser says it is, and what a person would call it; the first that fits counts.
KINDS = (
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Android", "Android phone"),
    ("Windows", "Windows computer"),
    ("Macintosh", "Mac"),
    ("Linux", "Linux computer"),
)


class NameForm(forms.Form):
    """What this device is called in the list."""

    use_required_attribute = False
    name = TextField(
        label="What shall we call this device?",
        longest=LONGEST_NAME,
        widget=forms.TextInput(attrs={"dir": "auto", "autocomplete": "off"}),
    )


def usual_name(user_agent: str) -> str:
    """A first proposal; the person may write another."""
    return next((name for sign, name in KINDS if sign in user_agent), "Phone")
