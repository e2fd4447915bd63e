"""The clinical rooms alone: no Django, no database."""

from collections.abc import Iterator

from loosen import plan, triage
from loosen.library.bundle import read_bundle
from loosen.library.current import BUNDLE_PATH, load_content
from loosen.vocabulary import NO_ESTIMATES

from . import person
from .table import Row, median_ms


def rows() -> Iterator[Row]:
    """Decision, plan and bundle, each the median of many calls in this process."""
    content = load_content()
    said = person.answers(content)
    log = person.log(content, person.AT)
    leave = person.clearance(content, person.AT)
    somebody = plan.person_from(said, content, (), log, person.AT)
    text = BUNDLE_PATH.read_text("utf-8")
    yield Row(
        what="a decision",
        figure=median_ms(lambda: triage.decide(said, content, person.AT), runs=500),
        unit="ms",
        budget=1,
        how="`triage.decide`, whole screen answered, median of 500",
    )
    yield Row(
        what="a plan",
        figure=median_ms(
            lambda: plan.build(content, leave, somebody, log, NO_ESTIMATES, person.AT, 0, 1),
            runs=200,
        ),
        unit="ms",
        budget=2,
        how=f"`plan.build` over a month of {len(log)} entries, median of 200",
    )
    yield Row(
        what="reading the bundle",
        figure=median_ms(lambda: read_bundle(text), runs=30),
        unit="ms",
        budget=50,
        how=f"`read_bundle`, {len(text) // 1000} kB, median of 30",
    )
