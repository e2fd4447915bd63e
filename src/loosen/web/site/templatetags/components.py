"""The components that are leaves (`{% button "Done" %}`); frames around others are in `frames`.

Each has a small template of its own; the README beside those shows how to use every one.
"""

from collections.abc import Callable, Hashable, Iterable, Sequence
from functools import lru_cache, wraps
from typing import ParamSpec

from django import template
from django.forms import BoundField
from django.template.loader import get_template
from django.utils.safestring import SafeString, mark_safe

from loosen.vocabulary import Certainty, Provenance, Reason, Region

from ..visit import Visit
from ..whys import WhyLine, why_lines

register = template.Library()
PAIN_SCORES = tuple(str(score) for score in range(11))
Context = dict[str, object]
Drawing = dict[str, Hashable]
P = ParamSpec("P")


@lru_cache(maxsize=1024, typed=True)  # typed: a safe string and a plain one are not the same
def drawn(name: str, /, **values: Hashable) -> SafeString:
    """A component drawn from its values; the same once more costs nothing."""
    return mark_safe(get_template(f"components/{name}.html").render(values))


def component(
    name: str, *, takes_context: bool = False
) -> Callable[[Callable[P, Drawing]], Callable[P, SafeString]]:
    """Makes a tag of a function that gives the values of the template `components/NAME.html`.

    Nothing else reaches that template: no request, no form.
    """

    def make(values_of: Callable[P, Drawing]) -> Callable[P, SafeString]:
        @wraps(values_of)
        def tag(*given: P.args, **named: P.kwargs) -> SafeString:
            return drawn(name, **values_of(*given, **named))

        return register.simple_tag(tag, takes_context=takes_context)

    return make


@component("button")
def button(
    label: str,
    kind: str = "primary",
    *,
    icon: str = "",
    name: str = "",
    value: str = "",
    form: str = "",
    small: bool = False,
) -> Drawing:
    """A submit button. Kinds: primary (one a screen), secondary, quiet, danger, stop."""
    return {
        "label": label,
        "kind": kind,
        "icon_name": icon,
        "name": name,
        "value": value,
        "form": form,
        "small": small,
    }


@component("button")
def button_link(
    url: str, label: str, kind: str = "primary", *, icon: str = "", small: bool = False
) -> Drawing:
    """A link that looks like a button."""
    return {"url": url, "label": label, "kind": kind, "icon_name": icon, "small": small}


@component("choice_card")
def choice_card(
    title: str,
    *,
    text: str = "",
    icon: str = "",
    tone: str = "",
    url: str = "",
    name: str = "",
    value: str = "",
) -> Drawing:
    """A large choice: a link where it has a url, else a submit button. Tones: first, warm, cold."""
    return {
        "title": title,
        "text": text,
        "icon_name": icon,
        "tone": tone,
        "url": url,
        "name": name,
        "value": value,
    }


@component("list_row")
def list_row(
    title: str,
    *,
    url: str = "",
    text: str = "",
    icon: str = "",
    end: str = "",
    chip: str = "",
    tone: str = "",
    card: str = "",
) -> Drawing:
    """One row of a `<ul class="list">`; the chip's tone is good, caution or danger.

    `card`: the address of a figure's card, drawn small in the icon's stead.
    """
    return {
        "title": title,
        "url": url,
        "text": text,
        "icon_name": icon,
        "end": end,
        "chip": chip,
        "tone": tone,
        "card": card,
    }


@component("list_rows")
def list_rows(rows: Iterable[Hashable]) -> Drawing:
    """Many rows at once, each with what `list_row` takes: a long list is drawn whole."""
    return {"rows": tuple(rows)}


@component("read_aloud")
def read_aloud(*passages: str, by_itself: bool = True) -> Drawing:
    """A button that reads with the device's voice. `by_itself`: untapped, where voice is on."""
    return {"text": " ".join(one for one in passages if one), "by_itself": by_itself}


@register.inclusion_tag("components/field.html")
def field(bound: BoundField, *, big: bool = False, unit: str = "", number: bool = False) -> Context:
    """A form's field with label, help and errors. `number` makes a large numeral entry."""
    return {"field": bound, "big": big, "unit": unit, "number": number}


@register.inclusion_tag("components/ticks.html")
def ticks(bound: BoundField, *, big: bool = False) -> Context:
    """A field of choices as whole-line ticks: check boxes or radio buttons, as its widget says."""
    return {"field": bound, "big": big}


@register.inclusion_tag("components/question_line.html")
def question_line(bound: BoundField, *, text: str = "", help: str = "") -> Context:
    """A question with its answers side by side; the field's choices are the answers."""
    chosen = str(bound.value())
    answers = getattr(bound.field, "choices", ())
    options = [(str(value), label, str(value) == chosen) for value, label in answers]
    return {
        "field": bound,
        "text": text or bound.label,
        "help": help or bound.help_text,
        "options": [option for option in options if option[0] != ""],
    }


@register.inclusion_tag("components/pain_scale.html")
def pain_scale(bound: BoundField, *, legend: str = "") -> Context:
    """Pain from 0 to 10 as radio buttons. It starts blank, and may stay so."""
    value = bound.value()
    return {
        "field": bound,
        "legend": legend or bound.label,
        "scores": PAIN_SCORES,
        "chosen": "" if value is None else str(value),
    }


@component("progress_dots")
def progress_dots(done: int, total: int, *, label: str = "") -> Drawing:
    """How far along: `done` of `total` are behind, the next one is now."""
    states = ("done" if n < done else "now" if n == done else "open" for n in range(total))
    return {"states": tuple(states), "done": done, "total": total, "label": label}


@component("step_row", takes_context=True)
def step_row(  # noqa: PLR0913 - a template names each thing that it gives
    context: Context,
    title: str,
    *,
    icon: str,
    when: str = "",
    dose: str = "",
    text: str = "",
    state: str = "open",
    because: Sequence[Reason] = (),
    card: str = "",
) -> Drawing:
    """One step of an `<ol class="timeline">`. States: open, now, done, skipped.

    `card`: the address of a figure's card, drawn small beside the words.
    """
    return {
        "title": title,
        "icon_name": "check" if state == "done" else icon,
        "when": when,
        "dose": dose,
        "text": text,
        "state": state,
        "card": card,
        "lines": _lines(context, because),
    }


@component("why", takes_context=True)
def why(context: Context, because: Iterable[Reason], *, label: str = "Why?") -> Drawing:
    """Why: each reason with its source, how strong it is and when it was checked."""
    return {"lines": _lines(context, because), "label": label}


@component("why", takes_context=True)
def why_source(
    context: Context,
    provenance: Provenance,
    *,
    text: str = "",
    certainty: Certainty | None = None,
    label: str = "Why?",
) -> Drawing:
    """The same for a thing that has a provenance and no reason of its own."""
    reason = Reason(id="source", text=text, provenance=provenance)
    return {"lines": _lines(context, [reason], certainty), "label": label}


@component("figure")
def figure(drawn: Hashable, *, pace: Hashable = None, led: bool = False) -> Drawing:
    """A figure (`Drawn`): its card, and with a `pace` the movement that the script lays over it.

    `led`: the player leads it, so it does not start by itself.
    """
    return {"drawn": drawn, "pace": pace, "led": led}


@component("figure_steps")
def figure_steps(drawn: Iterable[Hashable]) -> Drawing:
    """The cards of a change of place, each with the number of its step."""
    return {"drawn": tuple(drawn)}


@component("print_this")
def print_this(label: str = "Print this") -> Drawing:
    """A button that prints the page; hidden without script, where the browser's own print does."""
    return {"label": label}


@component("emergency_bar")
def emergency_bar(region: Region) -> Drawing:
    """Who to call, on every screen of minute one."""
    return {"region": region}


@component("page_header")
def page_header(
    title: str, *, lead: str = "", back: str = "", back_label: str = "Back", eyebrow: str = ""
) -> Drawing:
    """The page's only h1, with the way back above it."""
    return {
        "title": title,
        "lead": lead,
        "back": back,
        "back_label": back_label,
        "eyebrow": eyebrow,
    }


@component("empty")
def empty(
    title: str, *, text: str = "", icon: str = "today", url: str = "", action: str = ""
) -> Drawing:
    """Nothing here yet: what will be, and the one thing to do."""
    return {"title": title, "text": text, "icon_name": icon, "url": url, "action": action}


def _lines(
    context: Context, because: Iterable[Reason], certainty: Certainty | None = None
) -> tuple[WhyLine, ...]:
    visit = context.get("visit")
    sources = visit.content.sources if isinstance(visit, Visit) else {}
    return why_lines(because, sources, certainty)
