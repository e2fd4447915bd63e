"""Which of two eases more: begun from any two, ended as soon as it is clear; and bad days."""

from . import people, what_helps
from .someone import Someone


def test_any_two_are_chosen_and_the_first_turn_is_led_to(someone: Someone) -> None:
    someone.given(people.screened)
    someone.comes_in()
    phone = someone.phone
    phone.go("/progress/helped/")
    phone.tap(phone.link("/compare/"))
    phone.page.select_option("[name=one]", "half-sitting")
    phone.page.select_option("[name=other]", "calves-on-chair")
    phone.follow("Compare these two")
    phone.is_at("/compare/")
    phone.sees("Turn 1, of 20 at most")
    phone.sees("Too early to tell")
    phone.tap(phone.link("/diary/note/pain/"))
    phone.is_at("/diary/note/pain/")


def test_once_it_is_clear_it_says_so_and_ends(someone: Someone) -> None:
    someone.given(people.screened)
    someone.given(lambda: what_helps.compares(someone.hands, turns=10, fall=3))
    someone.comes_in()
    phone = someone.phone
    phone.go("/compare/")
    phone.sees("Heat eased you more than cold")
    phone.follow("Finish")
    phone.is_at("/compare/")
    phone.sees("The last one")
    phone.sees("Or choose any two")


def test_what_often_came_before_bad_days_is_shown_and_named_no_cause(someone: Someone) -> None:
    someone.given(people.screened)
    someone.given(lambda: what_helps.has_noted(someone.hands))
    someone.comes_in()
    phone = someone.phone
    phone.go("/progress/helped/")
    phone.tap(phone.link("/progress/before-a-bad-day/"))
    phone.sees("These are not causes")
    phone.sees("Often came before")
    phone.sees("With it, pain rose on 8 of 10 days.")
