"""Whom to call is known in every region, for every rule that sends somewhere."""

import pytest

from loosen.library.current import load_content
from loosen.vocabulary import Call

REGIONS = load_content().regions


@pytest.mark.parametrize("call", Call)
@pytest.mark.parametrize("region", REGIONS)
def test_whom_to_call_is_known_everywhere_and_an_emergency_has_a_number(
    call: Call, region: str
) -> None:
    whom = REGIONS[region].whom(call)
    assert bool(whom.name or whom.lines) is (call is not Call.NOBODY)
    if call in {Call.EMERGENCY, Call.EMERGENCY_DEPARTMENT}:
        assert whom.lines
        assert all(line.number for line in whom.lines)


@pytest.mark.parametrize("call", [Call.CLINICIAN, Call.MIDWIFE])
@pytest.mark.parametrize("region", REGIONS)
def test_who_has_no_line_of_their_own_is_named(call: Call, region: str) -> None:
    whom = REGIONS[region].whom(call)
    assert whom.name
    assert whom.lines == ()
