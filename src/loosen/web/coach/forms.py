"""The form of a set that the person counted alone."""

from django import forms

from loosen.vocabulary.set_payloads import MOST_TIMES
from loosen.web.site.forms import WholeNumberField


class CountForm(forms.Form):
    """How often; both sides together."""

    use_required_attribute = False
    count = WholeNumberField(label="How often did you do it?", low=0, high=MOST_TIMES)
