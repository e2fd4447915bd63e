"""What the examples are filled with: a form of each kind, and things from the real shelf."""

from typing import Any

from django import forms

from loosen.vocabulary import Reason
from loosen.web.session.forms import ANSWERS
from loosen.web.site.forms import OneOfField, PainField, WholeNumberField
from loosen.web.site.visit import Visit

THINGS = [("chair", "A chair"), ("pillow", "A pillow")]
SIZES = [("normal", "Normal"), ("large", "Large")]


class SampleForm(forms.Form):
    """One field of each kind."""

    use_required_attribute = False
    weight = WholeNumberField(label="Your weight", low=30, high=250)
    height = WholeNumberField(label="Your height", low=100, high=230)
    age = WholeNumberField(label="How old are you?", low=0, high=120)
    at_hand = forms.MultipleChoiceField(
        label="What is at hand?", choices=THINGS, widget=forms.CheckboxSelectMultiple
    )
    text_size = OneOfField(label="Size of the text", choices=SIZES, initial="normal")
    pain = PainField(label="How bad is it now?")
    both_legs = OneOfField(label="Both legs?", choices=ANSWERS)
    saddle = OneOfField(label="Numb where you would sit on a saddle?", choices=ANSWERS)


def sample(visit: Visit) -> dict[str, Any]:
    """The names that the examples use."""
    item = next(iter(visit.content.exercises.values()))
    because = (Reason(id="sample", text="It takes the load off.", provenance=item.provenance),)
    allowed = [
        {"title": "Lie well", "url": "/positions/", "text": "Find a way to lie", "icon": "lie"}
    ]
    return {
        "form": SampleForm(prefix="blank"),
        "wrong": SampleForm({"wrong-height": "tall"}, prefix="wrong"),
        "item": item,
        "because": because,
        "closed": ["You have not told us enough yet."],
        "allowed": allowed,
    }
