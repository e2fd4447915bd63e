"""The drawn back of a body, and the places on it that can be tapped.

The drawing is our own, in the colours of the figures. The places are real check boxes laid over
it by the style sheet, so that they work without script and by keyboard.
"""

from collections.abc import Container

from django.utils.safestring import SafeString, mark_safe

from loosen.web.data import wordlists

from .pages import Spot

WIDTH, HEIGHT = 300, 560
# Half of it, mirrored: what is left on the drawing is the person's own left, seen from behind.
ARM = "M98 92C84 100 76 124 72 156L60 214C56 236 54 250 52 268L70 272C76 250 80 236 86 216L102 160Z"
TORSO = (
    "M150 78C130 82 108 84 98 92C94 120 102 148 108 176C106 200 100 214 98 240"
    "L202 240C200 214 194 200 192 176C198 148 206 120 202 92C192 84 170 82 150 78Z"
)
LEG = (
    "M98 232C92 266 94 300 100 336C98 372 102 410 108 454C104 474 100 490 98 500"
    "C104 510 132 510 140 500C140 484 138 470 138 454C144 410 144 372 144 336"
    "C148 300 150 270 150 248L150 232Z"
)
TROUSERS = "M98 222C94 236 94 262 96 288L149 288L150 268L151 288L204 288C206 262 206 236 202 222Z"
HAIR = "M124 34C124 12 176 12 176 34C178 52 168 66 150 66C132 66 122 52 124 34Z"
NECK = "M134 54L166 54L168 84L132 84Z"
SPINE = "M150 96C152 130 148 170 150 214"


def body_drawn() -> SafeString:
    """The back of a body as SVG; an ornament to whoever cannot see it."""
    mirrored = f'transform="translate({WIDTH} 0) scale(-1 1)"'
    halves = "".join(
        f'<path class="body-map__skin" d="{shape}"/>'
        f'<path class="body-map__skin" {mirrored} d="{shape}"/>'
        for shape in (LEG, ARM)
    )
    head = f'<path class="body-map__skin" d="{NECK}"/><path class="body-map__hair" d="{HAIR}"/>'
    rest = "".join(
        f'<path class="body-map__{name}" d="{shape}"/>'
        for name, shape in (
            ("shirt", TORSO),
            ("trousers", TROUSERS),
            ("spine", SPINE),
        )
    )
    # Drawn a little broad, so that three places find room side by side on the low back.
    broad = f'<g transform="translate({-WIDTH / 8} 0) scale(1.25 1)">{halves}{rest}</g>'
    return mark_safe(
        f'<svg class="body-map__body" viewBox="0 0 {WIDTH} {HEIGHT}" aria-hidden="true">'
        f"{broad}{head}</svg>"
    )


def spots(chosen: Container[str]) -> tuple[Spot, ...]:
    """Every place, from the top down."""
    return tuple(
        Spot(id=place.value, words=words, is_chosen=place.value in chosen)
        for place, words in wordlists.PLACES.items()
    )
