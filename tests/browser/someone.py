"""A person in a story: what they do with their thumb, in the words of given, when and then."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import TypeVar

from playwright.sync_api import expect

from loosen.vocabulary import Entry, Payload

from .phone import Phone
from .player import Player
from .server import Hands, Server, aside

P = TypeVar("P", bound=Payload)
USUAL_FACTS = {
    "sex": "female",
    "company": "alone",
    "can-do-now": "walk",
    "what-eases": "neither",
}
MOST_CARDS = 40
Said = Mapping[str, str]


class Someone:
    """Someone with a phone (`phone`), at the hours that the clock shows (`hands`)."""

    def __init__(self, phone: Phone, home: Server, hands: Hands) -> None:
        self.phone, self.home, self.hands = phone, home, hands
        self.player = Player(phone, hands)
        self.age_years = 44

    # --- given -------------------------------------------------------------------------------

    def given(self, happened: Callable[[], object]) -> None:
        """Something that was recorded before the story begins."""
        aside(happened)

    def comes_in(self) -> None:
        """Opens the printed address: the first page."""
        self.phone.go(self.home.new_address())

    def has_a_key(self) -> None:
        """The same for stories about other pages: let in, and the first page not looked at."""
        answer = self.phone.context.request.get(self.home.new_address())
        assert answer.ok
        answer.dispose()

    # --- when: the questions -----------------------------------------------------------------

    def has_just_seized(self) -> None:
        """From the first page to the first question."""
        self.phone.follow("It has just seized")

    def is_past_the_worst(self) -> None:
        """From the first page to the first question, in no hurry."""
        self.phone.follow("I'm past the worst")

    def tells_age(self) -> None:
        """Types the age, into a field that waits for it, and goes on."""
        expect(self.phone.page.locator('[name="age-years"]')).to_be_focused()
        self.phone.type(str(self.age_years))
        self.phone.follow("Go on")

    def says_none(self) -> None:
        """None of these."""
        self.phone.follow(self.phone.button("say", "none"))

    def tells(self, question_id: str, said: str = "yes", onset: str = "", form: str = "") -> None:
        """Taps one answer of a card that is open line by line, and what belongs to it."""
        self.chooses(question_id, said)
        if form:
            self.chooses(f"{question_id}.forms", form)
        if onset:
            self.chooses(f"{question_id}.onset", onset)

    def chooses(self, name: str, value: str) -> None:
        """Taps the label of one choice."""
        self.phone.tap(self.phone.page.locator(f'label:has(input[name="{name}"][value="{value}"])'))

    def says_yes_on_the_card(self, question_id: str, onset: str = "", form: str = "") -> None:
        """Yes, this one; the others are no."""
        self.phone.follow("Yes")
        self.tells(question_id, "yes", onset, form)
        self.says_no_to_the_rest()

    def says_no_to_the_rest(self) -> None:
        """Sends a card that is open line by line."""
        self.phone.follow(self.phone.button("rest", "no"))

    def says_of_the_position(self, how: str) -> None:
        """keep, little or no."""
        self.phone.follow(self.phone.button("did", how))

    def answers_first_cards(self, *, until: str = "") -> None:
        """Age, then none of these on each card, up to the card of that id."""
        for _ in range(MOST_CARDS):
            path = self.phone.path
            if not path.startswith("/screen/") or "/result/" in path or (until and until in path):
                return
            self.tells_age() if "/age/" in path else self.says_none()

    def answers_the_rest(self, facts: Said | None = None) -> None:
        """Every card of the second stage; what `facts` does not name is no."""
        for _ in range(MOST_CARDS):
            path = self.phone.path
            if not path.startswith(("/screen/", "/about/")) or "/result/" in path:
                return
            self._answers_card({**USUAL_FACTS, **(facts or {})})

    def _answers_card(self, facts: Said) -> None:
        page = self.phone.page
        named = {name for name in facts if page.locator(f'[name="{name}"][type="radio"]').count()}
        for name in sorted(named):
            self.chooses(name, facts[name])
        self.phone.follow(page.locator("form.screen .actions button").first)

    # --- when: the session -------------------------------------------------------------------

    def starts_a_session(self, pain: int | None) -> None:
        """From today through the gate to the first step."""
        self.phone.follow("Start")
        while self.phone.page.get_by_role("button", name="None of these").count():
            self.says_none()
        self.player.tells_pain(pain)
        self.phone.follow("Start the session")

    def waits(self, **span: float) -> None:
        """Time goes by, here and on the server."""
        self.hands.go_on(**span)
        self.phone.page.clock.set_system_time(self.hands.at)

    # --- then --------------------------------------------------------------------------------

    def entries(self) -> tuple[Entry, ...]:
        """Everything in the record, in the order in which it arrived."""
        return aside(lambda: _entries(self.hands.at))

    def recorded(self, kind: type[P]) -> list[P]:
        """The payloads of one kind, in order."""
        return [one.payload for one in self.entries() if isinstance(one.payload, kind)]


def _entries(at: datetime) -> tuple[Entry, ...]:
    from loosen.web.records import store  # once Django has been set up

    return store.entries_of(store.owner_here(at))
