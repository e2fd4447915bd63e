"""A small writer of FlatBuffers: enough to put a new head before an old file.

Every offset in a FlatBuffer counts forwards, from the place where it stands. So an old file stays
as it is behind a new head, and the head may point into it (`At`).
"""

import struct
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias

BODY_ALIGNMENT = 16  # TFLite reads its tensors from addresses that are whole multiples of this


@dataclass(frozen=True, slots=True)
class At:
    """Something that stands in the old file already, by its place there."""

    place: int


@dataclass(frozen=True, slots=True)
class Scalar:
    """A number that stands in its table; `form` as `struct` has it."""

    form: str
    value: float


@dataclass(eq=False, slots=True)
class Text:
    """A string."""

    text: str


@dataclass(eq=False, slots=True)
class Numbers:
    """A vector of numbers; `form` as `struct` has it."""

    form: str
    values: Sequence[float]


@dataclass(eq=False, slots=True)
class Blob:
    """A vector of bytes that holds a file of its own, on the alignment of a file."""

    body: bytes


@dataclass(eq=False, slots=True)
class Many:
    """A vector of tables or strings."""

    of: Sequence["Node | At"]


@dataclass(eq=False, slots=True)
class Table:
    """A table: its fields by their number in the schema."""

    fields: dict[int, "Field"]


Node: TypeAlias = Table | Many | Text | Numbers | Blob
Field: TypeAlias = Scalar | Node | At


def file_of(root: Table, identifier: bytes, old: bytes = b"") -> bytes:
    """The file: its head, then the old file unchanged."""
    places: dict[int, int] = {}
    end = 4 + len(identifier)
    nodes = list(_nodes(root))
    for node in nodes:
        place, end = _placed(node, end)
        places[id(node)] = place
    body_at = _up(end, BODY_ALIGNMENT)
    head = bytearray(body_at)
    struct.pack_into(f"<I{len(identifier)}s", head, 0, places[id(root)], identifier)
    for node in nodes:
        _write(head, node, places, body_at)
    return bytes(head) + old


def _nodes(node: Node) -> Iterator[Node]:
    """A parent always before its children: offsets count forwards."""
    yield node
    inner: Sequence[object] = ()
    if isinstance(node, Table):
        inner = list(node.fields.values())
    elif isinstance(node, Many):
        inner = node.of
    for one in inner:
        if isinstance(one, Node):
            yield from _nodes(one)


def _up(place: int, alignment: int) -> int:
    return -(-place // alignment) * alignment


# --- where each stands -----------------------------------------------------------------------


def _placed(node: Node, start: int) -> tuple[int, int]:
    """Where the node stands, and where it ends. A table's list of fields stands before it."""
    match node:
        case Table():
            place = _up(start + 4 + 2 * _slots(node), 4)
            return place, place + _offsets(node)[1]
        case Many():
            place = _up(start, 4)
            return place, place + 4 + 4 * len(node.of)
        case Text():
            place = _up(start, 4)
            return place, place + 4 + len(node.text.encode()) + 1
        case Numbers():
            place = _up(start, 4)
            return place, place + 4 + struct.calcsize(node.form) * len(node.values)
        case Blob():
            place = _up(start + 4, BODY_ALIGNMENT) - 4
            return place, place + 4 + len(node.body)


def _slots(table: Table) -> int:
    return max(table.fields, default=-1) + 1


def _offsets(table: Table) -> tuple[dict[int, int], int]:
    """Each field's place from the table's own, and the table's length."""
    found, end = {}, 4
    for number, one in table.fields.items():
        size = struct.calcsize(one.form) if isinstance(one, Scalar) else 4
        found[number] = _up(end, size)
        end = found[number] + size
    return found, end


# --- written ---------------------------------------------------------------------------------


def _write(head: bytearray, node: Node, places: dict[int, int], body_at: int) -> None:
    place = places[id(node)]
    match node:
        case Table():
            _write_table(head, node, place, places, body_at)
        case Many():
            struct.pack_into("<I", head, place, len(node.of))
            for index, one in enumerate(node.of, start=1):
                _point(head, place + 4 * index, one, places, body_at)
        case Text():
            text = node.text.encode()
            struct.pack_into(f"<I{len(text)}s", head, place, len(text), text)
        case Numbers():
            form = f"<I{len(node.values)}{node.form}"
            struct.pack_into(form, head, place, len(node.values), *node.values)
        case Blob():
            struct.pack_into(f"<I{len(node.body)}s", head, place, len(node.body), node.body)


def _write_table(
    head: bytearray, table: Table, place: int, places: dict[int, int], body_at: int
) -> None:
    offsets, size = _offsets(table)
    slots = _slots(table)
    list_size = 4 + 2 * slots
    entries = [offsets.get(number, 0) for number in range(slots)]
    struct.pack_into(f"<HH{slots}H", head, place - list_size, list_size, size, *entries)
    struct.pack_into("<i", head, place, list_size)
    for number, one in table.fields.items():
        at = place + offsets[number]
        if isinstance(one, Scalar):
            struct.pack_into(f"<{one.form}", head, at, one.value)
        else:
            _point(head, at, one, places, body_at)


def _point(head: bytearray, at: int, one: Node | At, places: dict[int, int], body_at: int) -> None:
    target = body_at + one.place if isinstance(one, At) else places[id(one)]
    struct.pack_into("<I", head, at, target - at)
