"""Devices that ask to come in. Each gets a code; the person here sees the same code beside it.

Kept in memory alone: a restart forgets who asked, and nobody is let in by it.
"""

import secrets
from collections import deque
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

from loosen.web.records.admitted import hash_of

# All of them are ours.
CODE_LASTS = timedelta(minutes=5)
TRIES_WITHIN = timedelta(minutes=10)
TRIES_OF_ONE = 5
TRIES_OF_ALL = 20
MOST_WAITING = 5


class Answer(StrEnum):
    """What the person here said so far."""

    NONE = "none"
    YES = "yes"
    NO = "no"


@dataclass(frozen=True, slots=True, kw_only=True)
class Knock:
    """One device that asks: six digits that both sides see, its name and its address."""

    secret_sha256: str
    code: str
    name: str
    address: str
    asked_at: datetime
    answer: Answer = Answer.NONE

    @property
    def code_in_two(self) -> str:
        """As it is read aloud."""
        return f"{self.code[:3]} {self.code[3:]}"

    def is_over(self, at: datetime) -> bool:
        """Too old; and where the clock went back nobody can tell."""
        return not timedelta(0) <= at - self.asked_at < CODE_LASTS


class Knocks:
    """Who asks now, and how often each address has asked of late."""

    def __init__(self) -> None:
        self._by_secret: dict[str, Knock] = {}
        self._tries: deque[tuple[datetime, str]] = deque()

    def ask(self, name: str, address: str, at: datetime) -> tuple[Knock, str] | None:
        """A new knock and the secret that stays with the device; None after too many tries.

        Whoever asks again from the same address takes the place of its earlier knock.
        """
        self._forget_old(at)
        others = {key: one for key, one in self._by_secret.items() if one.address != address}
        if self._has_tried_too_often(address) or len(others) >= MOST_WAITING:
            return None
        self._tries.append((at, address))
        secret = secrets.token_urlsafe(24)
        knock = Knock(
            secret_sha256=hash_of(secret),
            code=_free_code({one.code for one in others.values()}),
            name=name,
            address=address,
            asked_at=at,
        )
        self._by_secret = others | {knock.secret_sha256: knock}
        return knock, secret

    def of(self, secret: str, at: datetime) -> Knock | None:
        """The knock of the device that holds this secret, as long as its code is good."""
        knock = self._by_secret.get(hash_of(secret))
        return None if knock is None or knock.is_over(at) else knock

    def waiting(self, at: datetime) -> tuple[Knock, ...]:
        """Those that were not answered yet, the first to ask first."""
        open_now = [one for one in self._by_secret.values() if not one.is_over(at)]
        return tuple(one for one in open_now if one.answer is Answer.NONE)

    def answer(self, code: str, answer: Answer, at: datetime) -> Knock | None:
        """Says yes or no to the device with this code; None where no such device waits now."""
        for knock in self.waiting(at):
            if secrets.compare_digest(knock.code.encode(), code.encode()):
                said = replace(knock, answer=answer)
                self._by_secret[said.secret_sha256] = said
                return said
        return None

    def take(self, secret: str, at: datetime) -> Knock | None:
        """The knock that was said yes to, once; with it the device comes in."""
        knock = self.of(secret, at)
        if knock is None or knock.answer is not Answer.YES:
            return None
        return self._by_secret.pop(knock.secret_sha256)

    def _forget_old(self, at: datetime) -> None:
        self._by_secret = {k: one for k, one in self._by_secret.items() if not one.is_over(at)}
        while self._tries and not timedelta(0) <= at - self._tries[0][0] < TRIES_WITHIN:
            self._tries.popleft()

    def _has_tried_too_often(self, address: str) -> bool:
        own = sum(one == address for _, one in self._tries)
        return own >= TRIES_OF_ONE or len(self._tries) >= TRIES_OF_ALL


def _free_code(taken: set[str]) -> str:
    """Six digits, so that a glance tells two devices apart."""
    while (code := f"{secrets.randbelow(10**6):06d}") in taken:
        pass
    return code


knocks = Knocks()
