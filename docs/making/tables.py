"""The tables (CSV) that go out and come in, from the columns that the room itself names."""

from loosen.export.csv_file import ALSO_NAMED, NEEDED, Column
from loosen.export.csv_kinds import USES
from loosen.export.csv_sets import NOT_KEPT, SET_COLUMNS

from .markdown import code, table
from .writing import finished

LEAD = (
    "Both stand under Your data. They are text in UTF-8, with commas, a point in numbers and one "
    "row of names first. A text that a spreadsheet would run as a formula has a ' before it."
)
DIARY = (
    "It goes out and comes back in. Of its columns {needed} have to be there; each kind of row "
    "uses some of the others. Read as well: {also}. Days may be written in several ways; what may "
    "be two days is asked."
)
SETS = (
    "One row for each set of an exercise that was counted: by the camera, the phone, a tap or the "
    "clock. It goes out only. Anyone can write into a table; so what was measured comes back in "
    "with the whole record alone, whose checksum says that it is as it was. "
    "Values are rounded to two digits; the record has all of them."
)


def page() -> str:
    """Both tables."""
    also = ", ".join(f"{code(name)} as {code(column.value)}" for name, column in ALSO_NAMED.items())
    needed = " and ".join(code(column.value) for column in NEEDED)
    kinds = [
        (code(kind), ", ".join(code(one.value) for one in Column if one.value in uses))
        for kind, uses in USES.items()
    ]
    columns = [(code(name), words) for name, words in SET_COLUMNS.items()]
    return finished(
        "The tables (CSV)",
        LEAD,
        "## The diary",
        DIARY.format(needed=needed, also=also),
        table(("Kind", "Columns beside date, time and kind"), kinds),
        "## The sets",
        SETS,
        table(("Column", "What it says"), columns),
        NOT_KEPT,
    )
