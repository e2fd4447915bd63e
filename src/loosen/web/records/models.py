"""What is stored. An entry is written once; only erasing a person takes it away again."""

from typing import Any, ClassVar, NoReturn, Self
from uuid import uuid4

from django.db import models
from django.db.models import F, Q

from loosen.vocabulary import Entry, EntryKind, Got

from .admitted import AdmittedDevice
from .preferences import Preferences
from .wire import payload_from_text, payload_to_text

__all__ = ["AdmittedDevice", "AppendOnlyError", "DeviceRecord", "EntryRecord", "OwnerRecord"]


class AppendOnlyError(TypeError):
    """Code tried to change or delete an entry; a correction is a new entry that supersedes."""


class OwnerRecord(models.Model):
    """The person whose record this is; `is_here`: the one of this computer, made at first run."""

    id = models.UUIDField(primary_key=True, default=uuid4)
    made_at = models.DateTimeField()
    preferences = models.JSONField(default=dict)
    is_here = models.BooleanField(default=False)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["is_here"], condition=Q(is_here=True), name="one_person_is_here"
            ),
        ]

    def __str__(self) -> str:
        return f"owner {self.id}"

    def read_preferences(self) -> Preferences:
        """What the person chose; a value that no longer exists counts as not chosen."""
        return Preferences.from_plain(self.preferences)

    def keep_preferences(self, chosen: Preferences) -> None:
        """Store the choice."""
        self.preferences = chosen.to_plain()
        self.save(update_fields=["preferences"])


class DeviceRecord(models.Model):
    """Whatever makes entries; counts its own."""

    id = models.UUIDField(primary_key=True, default=uuid4)
    owner = models.ForeignKey(OwnerRecord, on_delete=models.CASCADE, related_name="devices")
    is_this_computer = models.BooleanField(default=False)
    next_seq = models.PositiveBigIntegerField(default=0)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["owner"],
                condition=Q(is_this_computer=True),
                name="one_computer_per_owner",
            ),
        ]

    def __str__(self) -> str:
        return f"device {self.id}"


class EntryQuerySet(models.QuerySet["EntryRecord"]):
    """Reading only; `store.erase` is the one way out."""

    def update(self, **_fields: Any) -> NoReturn:
        """Refused."""
        raise AppendOnlyError("an entry is never changed; record one that supersedes it")

    def delete(self) -> NoReturn:
        """Refused."""
        raise AppendOnlyError("an entry is never deleted; record a withdrawal, or erase the person")


class EntryRecord(models.Model):
    """One `Entry` as a row; `id` is the order of arrival, `entry_id` the entry's own id."""

    entry_id = models.UUIDField(unique=True)
    owner = models.ForeignKey(OwnerRecord, on_delete=models.CASCADE, related_name="entries")
    device = models.ForeignKey(DeviceRecord, on_delete=models.CASCADE, related_name="entries")
    seq = models.PositiveBigIntegerField()
    kind = models.CharField(max_length=32)
    happened_at = models.DateTimeField()
    recorded_at = models.DateTimeField()
    utc_offset_min = models.SmallIntegerField()
    zone = models.CharField(max_length=64)
    source = models.CharField(max_length=16)
    confidence = models.FloatField(null=True)
    payload = models.TextField()
    supersedes = models.OneToOneField(
        "self",
        to_field="entry_id",
        null=True,
        on_delete=models.CASCADE,  # only erasing deletes, and that takes everything
        related_name="superseded_by",
    )
    content_version = models.CharField(max_length=64)

    objects = EntryQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["device", "seq"], name="one_entry_per_count"),
            models.CheckConstraint(
                condition=Q(kind__in=[kind.value for kind in EntryKind]), name="kind_is_known"
            ),
            models.CheckConstraint(
                condition=Q(source__in=[got.value for got in Got]), name="source_is_known"
            ),
            models.CheckConstraint(
                condition=Q(confidence__isnull=True) | Q(confidence__range=(0, 1)),
                name="confidence_is_a_share",
            ),
            models.CheckConstraint(
                condition=Q(supersedes__isnull=True) | ~Q(supersedes=F("entry_id")),
                name="no_entry_supersedes_itself",
            ),
            models.CheckConstraint(
                condition=~Q(kind=EntryKind.WITHDRAWAL.value) | Q(supersedes__isnull=False),
                name="a_withdrawal_names_its_entry",
            ),
            models.CheckConstraint(
                condition=Q(utc_offset_min__range=(-14 * 60, 14 * 60)), name="offset_is_possible"
            ),
        ]

    def __str__(self) -> str:
        return f"entry {self.entry_id}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Write the row once."""
        if not self._state.adding:
            raise AppendOnlyError("an entry is never changed; record one that supersedes it")
        kwargs["force_insert"] = True
        super().save(*args, **kwargs)

    def delete(self, *_args: Any, **_kwargs: Any) -> NoReturn:
        """Refused."""
        raise AppendOnlyError("an entry is never deleted; record a withdrawal, or erase the person")

    @classmethod
    def from_value(cls, entry: Entry) -> Self:
        """The unsaved row of an entry."""
        return cls(
            entry_id=entry.id,
            owner_id=entry.owner_id,
            device_id=entry.device_id,
            seq=entry.seq,
            kind=entry.kind.value,
            happened_at=entry.happened_at,
            recorded_at=entry.recorded_at,
            utc_offset_min=entry.utc_offset_min,
            zone=entry.zone,
            source=entry.source.value,
            confidence=entry.confidence,
            payload=payload_to_text(entry.payload),
            supersedes_id=entry.supersedes,
            content_version=entry.content_version,
        )

    def to_value(self) -> Entry:
        """The entry of this row."""
        kind = EntryKind(self.kind)
        return Entry(
            id=self.entry_id,
            device_id=self.device_id,
            seq=self.seq,
            owner_id=self.owner_id,
            kind=kind,
            happened_at=self.happened_at,
            recorded_at=self.recorded_at,
            utc_offset_min=self.utc_offset_min,
            zone=self.zone,
            source=Got(self.source),
            payload=payload_from_text(kind, self.payload),
            content_version=self.content_version,
            confidence=self.confidence,
            supersedes=self.supersedes_id,
        )
