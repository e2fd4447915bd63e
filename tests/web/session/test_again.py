"""An earlier step done once more: nothing is counted twice, and its pain is told and counts."""

from collections.abc import Callable

from django.test import Client

from loosen.vocabulary import Entry, PainFelt, PainWhen, StepKind

from .conftest import press, session_of

Begin = Callable[..., str]
Entries = Callable[[], tuple[Entry, ...]]


def scores(entries: Entries) -> list[PainFelt]:
    return [entry.payload for entry in entries() if isinstance(entry.payload, PainFelt)]


def skip_to_exercise(client: Client, url: str) -> None:
    while (step := session_of(url).step) is not None and step.kind is not StepKind.EXERCISE:
        press(client, url, "skip")


def again(client: Client, url: str, index: int, **more: str) -> str:
    """Does an earlier step once more, as its page with script sends it; where it leads."""
    turn = str(session_of(url).turn)
    posted = {"do": "done", "step": str(index), "turn": turn, "again": "1", **more}
    return str(client.post(url, posted)["Location"])


def past_an_exercise(client: Client, url: str) -> int:
    """Does the first exercise, with as much pain as before it; the number of its step."""
    skip_to_exercise(client, url)
    index = session_of(url).state.step_index
    press(client, url, "done", pain="3", asked="1")
    return index


def test_pain_after_a_step_done_again_is_kept(
    ready: Client, begin: Begin, entries: Entries
) -> None:
    url = begin(pain="3")
    index = past_an_exercise(ready, url)
    again(ready, url, index, pain="4", asked="1")
    felt = scores(entries)[-1]
    assert (felt.pain_0_10, felt.step_index, felt.occasion) == (4, index, PainWhen.REPEATED)


def test_without_script_pain_is_asked_after_a_step_done_again(ready: Client, begin: Begin) -> None:
    url = begin(pain="3")
    index = past_an_exercise(ready, url)
    assert 'name="again"' in ready.get(f"{url}?step={index}").content.decode()
    ask = again(ready, url, index)
    page = ready.get(ask).content.decode()
    assert "How bad is your pain now?" in page
    assert all(f'name="{name}" value="1"' in page for name in ("again", "asked"))
    assert again(ready, url, index, pain="3", asked="1") == url


def test_a_step_done_again_that_hurts_much_more_takes_out_the_movement_that_was_left(
    ready: Client, begin: Begin
) -> None:
    url = begin(pain="3")
    index = past_an_exercise(ready, url)
    in_hand = session_of(url).state.step_index
    assert again(ready, url, index, pain="8", asked="1") == url
    place = session_of(url)
    left = place.plan.steps[place.state.step_index :]
    assert not {step.kind for step in left} & {StepKind.EXERCISE, StepKind.WALK}
    assert place.state.step_index == in_hand
    assert "less to do" in ready.get(url).content.decode()


def test_a_step_done_again_that_hurts_less_brings_no_movement_back(
    ready: Client, begin: Begin
) -> None:
    url = begin(pain="3")
    first = session_of(url).state.step_index
    index = past_an_exercise(ready, url)
    skip_to_exercise(ready, url)
    press(ready, url, "done", pain="8", asked="1")
    before = session_of(url).plan
    for one in (first, index):
        again(ready, url, one, pain="0", asked="1")
    assert session_of(url).plan == before


def test_another_score_after_doing_it_again_is_kept_and_the_same_one_sent_twice_is_once(
    ready: Client, begin: Begin, entries: Entries
) -> None:
    url = begin(pain="3")
    index = past_an_exercise(ready, url)
    for pain in ("3", "3", "4"):
        again(ready, url, index, pain=pain, asked="1")
    again_told = [one for one in scores(entries) if one.occasion is PainWhen.REPEATED]
    assert [one.pain_0_10 for one in again_told] == [3, 4]


def test_a_score_after_doing_it_again_that_is_none_is_refused_beside_the_scale(
    ready: Client, begin: Begin, entries: Entries
) -> None:
    url = begin(pain="3")
    index = past_an_exercise(ready, url)
    before = entries()
    posted = {"do": "done", "step": str(index), "again": "1", "asked": "1", "pain": "11"}
    answer = ready.post(url, {**posted, "turn": str(session_of(url).turn)})
    assert answer.status_code == 422
    assert 'class="field__error"' in answer.content.decode()
    assert entries() == before


def test_no_movement_is_led_again_once_a_step_told_of_too_much(ready: Client, begin: Begin) -> None:
    url = begin(pain="3")
    index = past_an_exercise(ready, url)
    exercise = session_of(url).plan.steps[index]
    assert exercise.title in ready.get(f"{url}?step={index}").content.decode()
    again(ready, url, index, pain="8", asked="1")
    page = ready.get(f"{url}?step={index}").content.decode()
    assert "You have done this one" not in page
    assert f"?step={index}" not in page
