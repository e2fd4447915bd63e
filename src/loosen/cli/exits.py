"""Exit codes: one for each family of errors, so that a script can tell them apart."""

from loosen.vocabulary import (
    AnswersError,
    ContentError,
    ForeignDataError,
    LedgerError,
    LoosenError,
    MovementError,
    PlanError,
    SettingsError,
)

OK = 0
UNEXPECTED = 1
USAGE = 2
BROKEN_PIPE = 141

EXIT_WORDS = {
    0: "done",
    1: "something unexpected; the lines above it help to mend it",
    2: "the command was written wrongly; `--help` shows how",
    3: "a content file is wrong",
    4: "answers are missing, malformed or out of range",
    5: "an entry of the record cannot stand",
    6: "no plan may be made; the reasons are given",
    7: "an import is damaged, newer or not ours; nothing was changed",
    8: "a setting has a value that is not allowed",
    9: "a simulation found something that must never happen; the report says what",
    10: "a recording, a video or a signal cannot be read",
}


def exit_code(error: LoosenError) -> int:
    """The exit code of an error's family."""
    match error:
        case ContentError():
            return 3
        case AnswersError():
            return 4
        case LedgerError():
            return 5
        case PlanError():
            return 6
        case ForeignDataError():
            return 7
        case SettingsError():
            return 8
        case MovementError():
            return 10
        case _:
            return UNEXPECTED
