"""The numbers of the rule that ends a set early, out of content. The page gets the rule itself."""

from loosen.vocabulary.shelf import Content

from .ending import EndRule


def end_rule_of(content: Content) -> EndRule:
    """The rule as content has its numbers."""
    return EndRule(
        shrunk_percent=content.thresholds["coach-range-shrunk-percent"].value,
        pain_rise=int(content.thresholds["coach-pain-rise-points"].value),
    )
