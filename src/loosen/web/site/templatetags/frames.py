"""Drawings, and the frames that hold other things: `{% notice %} ... {% endnotice %}`."""

from functools import lru_cache

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from ..assets import asset_url
from ..icons import RELEASE, RELEASED, SHAPES

register = template.Library()
register.simple_tag(asset_url, name="asset")

NOTICE_ICONS = {"info": "info", "good": "check", "caution": "warning", "danger": "stop"}


@register.simple_tag
@lru_cache(maxsize=512)
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
def fold(content: str, label: str) -> SafeString:
    """What few need, behind its label; it opens without script."""
    return format_html(
        '<details class="why"><summary class="why__summary">{}{}</summary>'
        '<div class="why__body">{}</div></details>',
        icon("arrow-right"),
        label,
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
