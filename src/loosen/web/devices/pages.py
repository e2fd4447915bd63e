"""What the pages about devices show."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.utils.safestring import SafeString

from loosen.web.records.admitted import AdmittedDevice
from loosen.web.site.visit import Visit

from .knocks import Knock


@dataclass(frozen=True, slots=True, kw_only=True)
class DeviceRow:
    """One device in the list."""

    id: UUID
    name: str
    text: str
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DevicesPage:
    """The page on the computer. `seen` changes whenever another device waits; see `look-again`."""

    urls: tuple[str, ...]
    picture: SafeString
    fingerprint: str
    waiting: tuple[Knock, ...]
    devices: tuple[DeviceRow, ...]
    seen: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DevicePage:
    """One device: to rename it, or to put it out."""

    row: DeviceRow
    is_here: bool


def row_of(device: AdmittedDevice, visit: Visit) -> DeviceRow:
    """A device with its days."""
    came, seen = (_day(one, visit) for one in (device.admitted_at, device.seen_at))
    return DeviceRow(
        id=device.pk,
        name=device.name,
        text=f"Let in on {came}. Last here on {seen}.",
        url=f"/settings/devices/{device.pk}/",
    )


def _day(at: datetime, visit: Visit) -> str:
    local = at + timedelta(minutes=visit.utc_offset_min)
    return f"{local.day} {local:%B %Y}"
