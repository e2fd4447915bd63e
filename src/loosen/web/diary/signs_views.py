"""A danger sign noted in the diary: everything closes, and the checks are asked at once."""

from django import forms
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from loosen import triage
from loosen.vocabulary import AnswersFor, AnswerValue, Permit
from loosen.web.site.forms import OnceForm
from loosen.web.site.guards import needs
from loosen.web.site.visit import Visit, VisitRequest
from loosen.web.start.ways import AGAIN_URL, Path, to_say_url, urgent_url

from .pages import SignsPage

SOMETHING_ELSE = "else"
ELSE_WORDS = "Something else that is new"
UNREADABLE = 422


class SignsForm(OnceForm):
    """The signs that are new or worse."""

    signs = forms.MultipleChoiceField(
        label="What is new or worse?",
        widget=forms.CheckboxSelectMultiple,
        error_messages={
            "required": "Tap at least one, or go back.",
            "invalid_choice": "That is not on the list. Please tap one that is.",
        },
    )

    def __init__(self, data: object, *, visit: Visit) -> None:
        super().__init__(data)  # type: ignore[arg-type]  # a QueryDict or None, as Django hands it
        asked = triage.short_set(visit.content)
        words = [(question.id, question.short) for question in asked]
        self.fields["signs"].choices = [*words, (SOMETHING_ELSE, ELSE_WORDS)]  # type: ignore[attr-defined]  # a ChoiceField, as declared above


@needs(Permit.EMERGENCY_CARD)
@require_http_methods(["GET", "POST"])
def signs(request: VisitRequest) -> HttpResponse:
    """Tapped signs close everything until it is said what they are."""
    visit = request.visit
    form = SignsForm(request.POST if request.method == "POST" else None, visit=visit)
    if form.is_bound and form.is_valid():
        return HttpResponseRedirect(_after_signs(visit, form))
    page = SignsPage(lead=visit.content.phrases["diary-sign-tap"].text, form=form)
    status = UNREADABLE if form.is_bound else 200
    return render(request, "diary/signs.html", {"page": page}, status=status)


def _after_signs(visit: Visit, form: SignsForm) -> str:
    """A named sign asks its card; something else asks the short set, then what has changed."""
    told = set(form.cleaned_data["signs"])
    if named := sorted(told - {SOMETHING_ELSE}):
        visit.tap(AnswersFor.RESCREEN, named, AnswerValue.YES, form_id=form.once)
    else:
        asked = [question.id for question in triage.short_set(visit.content)]
        visit.tap(AnswersFor.RESCREEN, asked, AnswerValue.NOT_SURE, form_id=form.once)
    if url := urgent_url(visit.decision, visit.content):
        return url
    # `then` names no card, so that the list of what has changed comes after the short set.
    return (to_say_url(visit, Path.ON) if named else "") or f"{AGAIN_URL}?then="
