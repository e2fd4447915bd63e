"""Which region a person is in: the chosen one, else the zone's, else the one that knows nothing."""

from loosen.vocabulary import Content, Region

UNKNOWN = "other"


def region_of(chosen: str, zone: str, content: Content) -> Region:
    """A region that content no longer has counts as not chosen."""
    if chosen in content.regions:
        return content.regions[chosen]
    for region in content.regions.values():
        if zone in region.zones:
            return region
    return content.regions[UNKNOWN]
