"""What the page of a set shows: values and words, from whoever judged it."""

from dataclasses import dataclass

Sample = tuple[float, float | None]
Spot = tuple[float, float, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One way out and back, seconds; `number` is None where it was too small to count."""

    number: int | None
    start_s: float
    peak_s: float
    end_s: float
    hold_s: float
    amplitude: float
    side: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """A time in which nothing was judged, and why, in words."""

    start_s: float
    end_s: float
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What would have been said then, and by which number."""

    t_s: float
    words: str
    because: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyPicture:
    """A picture out of the video: a JPEG, its size, and what it shows.

    `spots`: the landmarks as shares of width and height, and how surely each is seen.
    """

    t_s: float
    caption: str
    jpeg: bytes
    size_px: tuple[int, int]
    spots: tuple[Spot, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SetSheet:
    """One set. `line`: the signal over time, None where it was not judged; `facts` are its sums.

    `refused`: why nothing was counted, in words, or None. `begins_s`, `seconds`: from when to when
    of the video. `back_to`: the page of all sets of the video, where there is one.
    """

    title: str
    made_from: str
    view: str
    seconds: float
    count: int
    refused: str | None
    signal: str
    unit: str
    line: tuple[Sample, ...]
    rows: tuple[Row, ...]
    stretches: tuple[Stretch, ...]
    said: tuple[Said, ...]
    facts: tuple[tuple[str, str], ...]
    pictures: tuple[KeyPicture, ...]
    cannot_judge: tuple[str, ...]
    notes: tuple[str, ...] = ()
    begins_s: float = 0.0
    back_to: str | None = None

    @property
    def partials(self) -> int:
        """How many were too small to count."""
        return sum(one.number is None for one in self.rows)


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A stretch of a video: what was done in it, and the page of that set; None where unknown."""

    start_s: float
    end_s: float
    title: str | None
    count: int = 0
    page: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Overview:
    """A video of more than one exercise, or of one that nobody named; its stretches in order."""

    made_from: str
    seconds: float
    found: tuple[Found, ...]
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SittingSheet:
    """Somebody who sat. `line`: percent above (or, below zero, below) the own start; None: not
    known. `changes`: where on it another level began. `nudges_s`, `starts_s`: when.

    `refused`: why no start could be taken, in words, or None. `of`: a video or a recording.
    `begins_s`, `seconds`: from when to when.
    """

    made_from: str
    of: str
    seconds: float
    sat_s: float
    refused: str | None
    bound_percent: float
    line: tuple[Sample, ...]
    starts_s: tuple[float, ...]
    changes: tuple[tuple[float, float], ...]
    nudges_s: tuple[float, ...]
    stretches: tuple[Stretch, ...]
    said: tuple[Said, ...]
    facts: tuple[tuple[str, str], ...]
    limits: tuple[str, ...]
    pictures: tuple[KeyPicture, ...] = ()
    notes: tuple[str, ...] = ()
    begins_s: float = 0.0
