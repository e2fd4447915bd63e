"""The short forms of what helps."""

from django import forms

from loosen.web.site.forms import OnceForm

HELPED_URL = "/progress/helped/"
TODAY_URL = "/today/"


class OrderForm(OnceForm):
    """Whether the record may order the plan, for one thing or for all of it."""

    by_own_record = forms.ChoiceField(choices=[("yes", "yes"), ("no", "no")])
    item_id = forms.SlugField(required=False)
    then = forms.ChoiceField(
        choices=[(TODAY_URL, TODAY_URL), (HELPED_URL, HELPED_URL)], required=False
    )


class PairForm(OnceForm):
    """Which two are compared: both ids with a space between them."""

    pair = forms.CharField(max_length=200)


class EndForm(OnceForm):
    """A comparison is over: every turn was taken, or the person has had enough."""
