"""After a session: before and after, what comes next, and the two checks that follow."""

from collections.abc import Callable

from django.test import Client

from loosen.vocabulary import Entry, PainFelt, PainWhen, SessionEnd
from loosen.web.session.due import checks_due

from ..conftest import Clock
from .conftest import finish, fresh_visit, press, session_of

Begin = Callable[..., str]
Entries = Callable[[], tuple[Entry, ...]]


def pains(entries: Entries, occasion: PainWhen) -> list[int | None]:
    told = [one.payload for one in entries() if isinstance(one.payload, PainFelt)]
    return [felt.pain_0_10 for felt in told if felt.occasion is occasion]


def end(client: Client, url: str, pain: str = "3") -> str:
    finish(client, url)
    client.post(f"{url}after/", {"pain": pain})
    return client.get(f"{url}after/").content.decode()


def test_pain_is_asked_before_it_shows_how_it_went(ready: Client, begin: Begin) -> None:
    url = begin()
    finish(ready, url)
    page = ready.get(f"{url}after/").content.decode()
    assert "How bad is your pain now?" in page
    assert "Pain before" not in page


def test_it_shows_the_pain_before_and_after(ready: Client, begin: Begin) -> None:
    page = end(ready, begin(pain="6"), pain="2")
    assert 'before-after__number">6<' in page
    assert 'before-after__number">2<' in page


def test_it_is_completed_and_the_score_kept_once(
    ready: Client, begin: Begin, entries: Entries
) -> None:
    url = begin()
    end(ready, url, pain="3")
    ready.post(f"{url}after/", {"pain": "9"})
    assert session_of(url).state.ended is SessionEnd.COMPLETED
    assert pains(entries, PainWhen.AFTER_SESSION) == [3]


def test_a_score_left_blank_is_shown_as_not_told(ready: Client, begin: Begin) -> None:
    page = end(ready, begin(pain=""), pain="")
    assert page.count("not told") == 2


def test_ended_early_it_is_still_asked_how_it_is(
    ready: Client, begin: Begin, entries: Entries
) -> None:
    url = begin()
    press(ready, url, "end")
    ready.post(f"{url}after/", {"pain": "5"})
    assert session_of(url).state.ended is SessionEnd.EARLY
    assert pains(entries, PainWhen.AFTER_SESSION) == [5]


def test_a_session_that_still_runs_has_no_after(ready: Client, begin: Begin) -> None:
    url = begin()
    assert ready.get(f"{url}after/")["Location"] == url


def test_it_says_when_it_asks_again(ready: Client, begin: Begin) -> None:
    assert "12:30" in end(ready, begin())


def test_the_check_is_due_after_half_an_hour_and_answered_once(
    ready: Client, begin: Begin, hands: Clock, entries: Entries
) -> None:
    url = begin()
    end(ready, url)
    assert checks_due(fresh_visit()) == ()
    hands.go_on(minutes=35)
    assert [due.url for due in checks_due(fresh_visit())] == [f"{url}later/"]
    ready.post(f"{url}later/", {"pain": "4"})
    ready.post(f"{url}later/", {"pain": "5"})
    assert pains(entries, PainWhen.LATER) == [4]
    assert checks_due(fresh_visit()) == ()


def test_the_next_morning_asks_for_the_night_as_well(
    ready: Client, begin: Begin, hands: Clock, entries: Entries
) -> None:
    url = begin()
    end(ready, url)
    hands.go_on(hours=20)
    assert [due.url for due in checks_due(fresh_visit())] == [f"{url}morning/"]
    assert "wake you" in ready.get(f"{url}morning/").content.decode()
    ready.post(f"{url}morning/", {"pain": "6", "woke": "yes"})
    told = [one.payload for one in entries() if isinstance(one.payload, PainFelt)]
    assert (told[-1].occasion, told[-1].pain_0_10, told[-1].woke_at_night) == (
        PainWhen.MORNING,
        6,
        True,
    )


def test_a_morning_cannot_be_told_before_it_has_come(
    ready: Client, begin: Begin, hands: Clock, entries: Entries
) -> None:
    url = begin()
    end(ready, url)
    for answer in (ready.get(f"{url}morning/"), ready.post(f"{url}morning/", {"pain": "2"})):
        assert answer["Location"] == "/today/"
    assert pains(entries, PainWhen.MORNING) == []
    hands.go_on(hours=20)
    ready.post(f"{url}morning/", {"pain": "6", "woke": "no"})
    assert pains(entries, PainWhen.MORNING) == [6]


def test_a_night_that_was_not_told_of_does_not_count_as_a_quiet_one(
    ready: Client, begin: Begin, hands: Clock, entries: Entries
) -> None:
    url = begin()
    end(ready, url)
    hands.go_on(hours=20)
    asked = ready.post(f"{url}morning/", {"pain": "2"})
    assert asked.status_code == 422
    assert "Please answer this." in asked.content.decode()
    assert pains(entries, PainWhen.MORNING) == []


def test_a_morning_left_blank_is_kept_as_unknown(
    ready: Client, begin: Begin, hands: Clock, entries: Entries
) -> None:
    url = begin()
    end(ready, url)
    hands.go_on(hours=20)
    assert ready.post(f"{url}morning/", {})["Location"] == "/today/"
    assert pains(entries, PainWhen.MORNING) == [None]


def test_while_it_runs_a_session_has_no_later(
    ready: Client, begin: Begin, entries: Entries
) -> None:
    url = begin()
    assert ready.post(f"{url}later/", {"pain": "2"})["Location"] == "/today/"
    assert pains(entries, PainWhen.LATER) == []


def test_what_is_over_does_not_stand_among_what_comes(
    ready: Client, begin: Begin, hands: Clock
) -> None:
    url = begin()
    assert "How is it then?" in end(ready, url)
    hands.go_on(hours=2)
    assert "How is it then?" not in ready.get(f"{url}after/").content.decode()


def test_two_days_on_nothing_is_due_any_more(ready: Client, begin: Begin, hands: Clock) -> None:
    end(ready, begin())
    hands.go_on(hours=50)
    assert checks_due(fresh_visit()) == ()


def test_a_pain_of_11_in_the_morning_is_refused(
    ready: Client, begin: Begin, hands: Clock, entries: Entries
) -> None:
    url = begin()
    end(ready, url)
    hands.go_on(hours=20)
    assert ready.post(f"{url}morning/", {"pain": "11"}).status_code == 422
    assert pains(entries, PainWhen.MORNING) == []
