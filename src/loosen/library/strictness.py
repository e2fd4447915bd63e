"""Whether a changed number of a medicine is stricter or looser than it was."""

# The less, the stricter; 0 is no such limit, the loosest of all.
_CAPS = frozenset(
    {"most_24h_mg", "most_dose_mg", "most_doses_24h", "most_units_24h", "most_units_once"}
    | {"note_day", "see_from_day"}
)
_FLOORS = frozenset({"least_gap_s", "least_age_years"})


def strictness(place: str, was: str | None, is_: str | None) -> str:
    """ "stricter" or "looser"; empty where the place holds no such number."""
    if was is None or is_ is None or place not in _CAPS | _FLOORS:
        return ""
    before, after = float(was), float(is_)
    if place in _CAPS:
        before, after = -(before or float("inf")), -(after or float("inf"))
    return "stricter" if after > before else "looser"
