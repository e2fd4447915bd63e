"""The phones and tablets at home that may open the record, each approved on this computer.

What they record is counted as this computer's own: it has the one clock and the one count.
"""

import hashlib
import secrets
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Self
from uuid import uuid4

from django.db import models

if TYPE_CHECKING:
    from .models import OwnerRecord

LONGEST_NAME = 40
SEEN_EVERY = timedelta(hours=1)  # a note for the list; not worth a write with every page


class AdmittedDevice(models.Model):
    """A device that was let in. Its token is known to the device alone; here lies its hash."""

    id = models.UUIDField(primary_key=True, default=uuid4)
    owner = models.ForeignKey("OwnerRecord", on_delete=models.CASCADE, related_name="admitted")
    name = models.CharField(max_length=LONGEST_NAME)
    token_sha256 = models.CharField(max_length=64, unique=True)
    admitted_at = models.DateTimeField()
    seen_at = models.DateTimeField()
    put_out_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return f"admitted device {self.id}"

    @property
    def is_in(self) -> bool:
        """Whether it still may open the record."""
        return self.put_out_at is None

    @classmethod
    def admit(cls, owner: "OwnerRecord", name: str, at: datetime) -> tuple[Self, str]:
        """Lets a device in; the row, and the token that only the device may keep."""
        token = secrets.token_urlsafe(32)
        row = cls.objects.create(
            owner=owner, name=name, token_sha256=hash_of(token), admitted_at=at, seen_at=at
        )
        return row, token

    @classmethod
    def of_token(cls, token: str) -> Self | None:
        """The device with this token, put out ones included; None where nobody has it."""
        return cls.objects.filter(token_sha256=hash_of(token)).first() if token else None

    def seen(self, at: datetime) -> None:
        """Notes that it was here, now and then."""
        if abs(at - self.seen_at) >= SEEN_EVERY:
            self.seen_at = at
            self.save(update_fields=["seen_at"])

    def rename(self, name: str) -> None:
        """Another name for the list."""
        self.name = name
        self.save(update_fields=["name"])

    def put_out(self, at: datetime) -> None:
        """From now on it is refused; the row stays, so that it can be told why."""
        self.put_out_at = at
        self.save(update_fields=["put_out_at"])


def hash_of(token: str) -> str:
    """What is stored of a token; it is long and random, so that one plain hash is enough."""
    return hashlib.sha256(token.encode()).hexdigest()
