"""The components as they come out: what is chosen, what is said to whom, what a reason shows."""

from datetime import date

import pytest
from django import forms
from django.template import Context, Template
from django.utils.safestring import mark_safe

from loosen.vocabulary import Certainty, Mark, Provenance, Reason, Source
from loosen.web.site.whys import mark_words, strength_words, why_lines

SOURCE = Source(
    id="a-page",
    citation="A page on backs, 2024",
    link="https://example.org/backs",
    kind="guideline",
    certainty=Certainty.LOW,
    takes="something",
    mark=Mark.OPENED,
    checked_on=date(2026, 11, 22),
)
REASON = Reason(
    id="because",
    text="It takes the load off.",
    provenance=Provenance(
        source="a-page", row="1", mark=Mark.OURS, checked_on=date(2026, 11, 20), reviewed_by=""
    ),
)


class Asked(forms.Form):
    """One of each."""

    pain = forms.IntegerField(label="How bad is it?", min_value=0, max_value=10)
    legs = forms.ChoiceField(
        label="Both legs?", choices=[("yes", "Yes"), ("no", "No"), ("not-sure", "Not sure")]
    )
    note = forms.CharField(label="A note", help_text="Short.")


def drawn(source: str, **context: object) -> str:
    return Template(source).render(Context(context))


def test_the_pain_scale_and_a_question_start_blank() -> None:
    page = drawn("{% pain_scale form.pain %}{% question_line form.legs %}", form=Asked())
    assert page.count('type="radio"') == 11 + 3
    assert "checked" not in page


def test_what_was_chosen_stays_chosen() -> None:
    form = Asked({"pain": "0", "legs": "not-sure"})
    page = drawn("{% pain_scale form.pain %}{% question_line form.legs %}", form=form)
    assert 'value="0" checked' in page
    assert 'value="not-sure" checked' in page
    assert page.count("checked") == 2


def test_what_is_wrong_stands_beside_its_field_and_is_tied_to_it() -> None:
    page = drawn("{% pain_scale form.pain %}", form=Asked({"pain": "11"}))
    assert 'id="id_pain_error"' in page
    assert 'aria-describedby="id_pain_error"' in page


def test_a_field_ties_its_help_to_its_input() -> None:
    page = drawn("{% field form.note %}", form=Asked())
    assert 'id="id_note_helptext"' in page
    assert 'aria-describedby="id_note_helptext"' in page


def test_what_a_person_wrote_is_never_taken_for_a_tag() -> None:
    page = drawn('{% notice "info" title %}{{ said }}{% endnotice %}', title="<b>", said="<script>")
    assert "<script>" not in page
    assert "<b>" not in page


def test_a_button_without_an_address_sends_and_one_with_it_leads() -> None:
    assert drawn('{% button "Go" name="do" value="x" %}').startswith("<button")
    assert 'href="/x/"' in drawn('{% button_link "/x/" "Go" %}')


def test_a_drawing_is_silent_unless_it_has_a_label() -> None:
    assert 'aria-hidden="true"' in drawn('{% icon "heat" %}')
    assert 'aria-label="Heat"' in drawn('{% icon "heat" "Heat" %}')


def test_the_dots_say_how_far_one_is() -> None:
    page = drawn('{% progress_dots 2 4 label="Card 3 of 4" %}')
    assert page.count('data-state="done"') == 2
    assert page.count('data-state="now"') == 1
    assert 'aria-label="Card 3 of 4"' in page


def test_why_names_the_source_its_strength_the_mark_and_the_date() -> None:
    [line] = why_lines([REASON], {"a-page": SOURCE})
    assert (line.text, line.citation, line.link) == (REASON.text, SOURCE.citation, SOURCE.link)
    assert line.strength == strength_words(Certainty.LOW)
    assert line.how_checked == mark_words(Mark.OURS)
    assert line.checked_on == date(2026, 11, 20)
    assert not line.is_reviewed


def test_a_source_that_is_not_on_the_shelf_is_named_by_its_id() -> None:
    [line] = why_lines([REASON], {})
    assert (line.citation, line.link, line.strength) == ("a-page", "", "")


@pytest.mark.parametrize("certainty", list(Certainty))
def test_every_strength_has_words_of_its_own(certainty: Certainty) -> None:
    others = {strength_words(one) for one in Certainty if one is not certainty}
    assert strength_words(certainty) not in others


@pytest.mark.parametrize("mark", list(Mark))
def test_every_mark_has_words_of_its_own(mark: Mark) -> None:
    assert mark_words(mark) not in {mark_words(one) for one in Mark if one is not mark}


def test_what_was_drawn_safe_does_not_make_the_same_text_safe_later() -> None:
    """The same values are drawn once; a safe text and a plain one are not the same."""
    text = "<b>now</b>"
    safe = drawn("{% list_row title %}", title=mark_safe(text))
    plain = drawn("{% list_row title %}", title=text)
    assert "<b>now</b>" in safe
    assert "&lt;b&gt;now&lt;/b&gt;" in plain
