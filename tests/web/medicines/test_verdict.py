"""May I take it now? What is asked first, the answer, and what closes it."""

from .conftest import took

ASK = "/medicines/may/?product=uk-ibuprofen-200&units=2"


def answered(person) -> None:
    """The whole screen, and the cards of medicines, all with no."""
    person.all_cards()
    person.go("/medicines/questions/")
    for card in ("allergy", "body", "taken", "life", "now"):
        url = f"/medicines/questions/medicines-{card}/"
        if 'name="say"' in person.go(url):
            person.tap(url, say="none")
        elif person.status == 200:
            person.tap(url, rest="no")


def test_what_else_was_taken_is_asked_before_the_first_verdict_of_a_day(person, hands):
    answered(person)
    person.go(ASK)
    assert person.url.startswith("/medicines/elsewhere/")
    person.tap(person.url, taken="no")
    assert "Yes, by the limits we know" in person.text
    hands.go_on(hours=3)
    assert "Yes, by the limits we know" in person.go(ASK)


def test_not_sure_of_what_else_was_taken_is_no_yes(person):
    answered(person)
    person.go(ASK)
    person.tap(person.url, taken="not-sure")
    assert "Ask a pharmacist or doctor first" in person.text


def test_without_the_questions_there_is_no_yes(person):
    person.all_cards()
    person.go(ASK)
    person.tap(person.url, taken="no")
    assert "Ask a pharmacist or doctor first" in person.text
    assert "/medicines/questions/" in person.text


def test_too_soon_says_from_when_and_how_long_that_is(person, hands):
    answered(person)
    took(person)
    hands.go_on(hours=1, minutes=50)
    person.go(ASK)
    person.tap(person.url, taken="no")
    assert "Not yet" in person.text
    assert "16:00" in person.text
    assert "in 2 h 10 min" in person.text


def test_a_yes_tapped_on_a_card_of_medicines_closes_nothing_else(person):
    person.all_cards()
    url = "/medicines/questions/medicines-allergy/"
    person.go(url)
    person.tap(url, say="yes")
    assert "which=yes" in person.url
    assert person.client.get("/today/").status_code == 200


def test_there_is_no_verdict_under_sixteen(person):
    person.first_cards(age=15)
    person.go(ASK)
    assert person.status == 403
