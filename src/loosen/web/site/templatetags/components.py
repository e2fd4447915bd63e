"""The components, as template tags: `{% load components %}`. Their README shows each one.

A leaf (`{% button "Done" %}`) is an inclusion tag with its own small template; a frame that
holds other things (`{% notice %} ... {% endnotice %}`) is a block tag.
"""

from collections.abc import Iterable, Sequence

from django import template
from django.forms import BoundField
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from loosen.vocabulary import Certainty, Provenance, Reason, Region

from ..assets import asset_url
from ..icons import RELEASE, RELEASED, SHAPES
from ..visit import Visit
from ..whys import WhyLine, why_lines

register = template.Library()
register.simple_tag(asset_url, name="asset")

NOTICE_ICONS = {"info": "info", "good": "check", "caution": "warning", "danger": "stop"}
PAIN_SCORES = tuple(str(score) for score in range(11))
Context = dict[str, object]


@register.simple_tag
def icon(name: str, label: str = "") -> SafeString:
    """A line drawing; hidden from screen readers unless it has a label."""
    heard = (
        format_html('role="img" aria-label="{}"', label)
        if label
        else mark_safe('aria-hidden="true"')
    )
    shape = mark_safe(SHAPES[name])  # our own drawings
    return format_html('<svg class="icon" viewBox="0 0 24 24" {}>{}</svg>', heard, shape)


@register.simple_tag
def release_line() -> SafeString:
    """The line of the house, large: it is tight, lets go, and runs out smooth. An ornament."""
    return format_html(
        '<svg class="release-line" viewBox="0 0 626 120" aria-hidden="true"><path d="{}"/></svg>',
        RELEASED,
    )


@register.simple_tag
def brand_mark() -> SafeString:
    """The same line, small, beside the name."""
    return format_html(
        '<svg class="brand__mark" viewBox="0 0 56 24" aria-hidden="true"><path d="{}"/></svg>',
        RELEASE,
    )


@register.inclusion_tag("components/button.html")
def button(
    label: str,
    kind: str = "primary",
    *,
    icon: str = "",
    name: str = "",
    value: str = "",
    form: str = "",
    small: bool = False,
) -> Context:
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


@register.inclusion_tag("components/button.html")
def button_link(
    url: str, label: str, kind: str = "primary", *, icon: str = "", small: bool = False
) -> Context:
    """A link that looks like a button."""
    return {"url": url, "label": label, "kind": kind, "icon_name": icon, "small": small}


@register.inclusion_tag("components/choice_card.html")
def choice_card(
    title: str,
    *,
    text: str = "",
    icon: str = "",
    tone: str = "",
    url: str = "",
    name: str = "",
    value: str = "",
) -> Context:
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


@register.inclusion_tag("components/list_row.html")
def list_row(
    title: str,
    *,
    url: str = "",
    text: str = "",
    icon: str = "",
    end: str = "",
    chip: str = "",
    tone: str = "",
) -> Context:
    """One row of a `<ul class="list">`; the chip's tone is good, caution or danger."""
    return {
        "title": title,
        "url": url,
        "text": text,
        "icon_name": icon,
        "end": end,
        "chip": chip,
        "tone": tone,
    }


@register.simple_block_tag
def notice(content: str, kind: str = "info", title: str = "", role: str = "") -> SafeString:
    """A notice: info, good, caution or danger. `role="alert"` only for what just happened."""
    return format_html(
        '<div class="notice notice--{}"{}><span class="notice__icon">{}</span>'
        '<div class="notice__body">{}{}</div></div>',
        kind,
        format_html(' role="{}"', role) if role else "",
        icon(NOTICE_ICONS[kind]),
        format_html('<p class="notice__title">{}</p>', title) if title else "",
        content,
    )


@register.simple_block_tag
def panel(content: str, kind: str = "", label: str = "") -> SafeString:
    """A sheet. Kinds: plain, deep, urgent. With a label it is a named region."""
    return format_html(
        '<section class="panel{}"{}>{}</section>',
        f" panel--{kind}" if kind else "",
        format_html(' aria-label="{}"', label) if label else "",
        content,
    )


@register.simple_block_tag
def table(content: str, caption: str) -> SafeString:
    """A table's frame: give it `<thead>` and `<tbody>`; it scrolls by itself on a phone."""
    return format_html(
        '<div class="table-frame" role="region" aria-label="{0}" tabindex="0">'
        '<table class="table"><caption>{0}</caption>{1}</table></div>',
        caption,
        content,
    )


@register.simple_block_tag
def chart(content: str, title: str, text: str = "") -> SafeString:
    """A chart's frame: give it the `<svg>`; put the table with the same numbers after it."""
    return format_html(
        '<figure class="chart"><figcaption class="stack stack--tight">'
        '<span class="chart__title">{}</span>{}</figcaption>{}</figure>',
        title,
        format_html('<span class="quiet">{}</span>', text) if text else "",
        content,
    )


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


@register.inclusion_tag("components/progress_dots.html")
def progress_dots(done: int, total: int, *, label: str = "") -> Context:
    """How far along: `done` of `total` are behind, the next one is now."""
    states = ["done" if n < done else "now" if n == done else "open" for n in range(total)]
    return {"states": states, "done": done, "total": total, "label": label}


@register.inclusion_tag("components/step_row.html", takes_context=True)
def step_row(
    context: Context,
    title: str,
    *,
    icon: str,
    when: str = "",
    dose: str = "",
    text: str = "",
    state: str = "open",
    because: Sequence[Reason] = (),
) -> Context:
    """One step of an `<ol class="timeline">`. States: open, now, done, skipped."""
    return {
        "title": title,
        "icon_name": "check" if state == "done" else icon,
        "when": when,
        "dose": dose,
        "text": text,
        "state": state,
        "lines": _lines(context, because),
    }


@register.inclusion_tag("components/why.html", takes_context=True)
def why(context: Context, because: Iterable[Reason], *, label: str = "Why?") -> Context:
    """Why: each reason with its source, how strong it is and when it was checked."""
    return {"lines": _lines(context, because), "label": label}


@register.inclusion_tag("components/why.html", takes_context=True)
def why_source(
    context: Context,
    provenance: Provenance,
    *,
    text: str = "",
    certainty: Certainty | None = None,
    label: str = "Why?",
) -> Context:
    """The same for a thing that has a provenance and no reason of its own."""
    reason = Reason(id="source", text=text, provenance=provenance)
    return {"lines": _lines(context, [reason], certainty), "label": label}


@register.inclusion_tag("components/emergency_bar.html")
def emergency_bar(region: Region) -> Context:
    """Who to call, on every screen of minute one."""
    return {"region": region}


@register.inclusion_tag("components/page_header.html")
def page_header(
    title: str, *, lead: str = "", back: str = "", back_label: str = "Back", eyebrow: str = ""
) -> Context:
    """The page's only h1, with the way back above it."""
    return {
        "title": title,
        "lead": lead,
        "back": back,
        "back_label": back_label,
        "eyebrow": eyebrow,
    }


@register.inclusion_tag("components/empty.html")
def empty(
    title: str, *, text: str = "", icon: str = "today", url: str = "", action: str = ""
) -> Context:
    """Nothing here yet: what will be, and the one thing to do."""
    return {"title": title, "text": text, "icon_name": icon, "url": url, "action": action}


def _lines(
    context: Context, because: Iterable[Reason], certainty: Certainty | None = None
) -> tuple[WhyLine, ...]:
    visit = context.get("visit")
    sources = visit.content.sources if isinstance(visit, Visit) else {}
    return why_lines(because, sources, certainty)
