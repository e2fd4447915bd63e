"""A person in a story: what they do, in the words of given, when and then."""

from .phone import Phone
from .server import Hands, Server


class Someone:
    def __init__(self, phone: Phone, home: Server, hands: Hands) -> None:
        self.phone, self.home, self.hands = phone, home, hands

    def comes_in(self) -> None:
        """Opens the printed address: the first page."""
        self.phone.go(self.home.new_address())
