"""Rules, conditions and fields in plain words, for tables that people read and compare."""

from loosen.vocabulary import Content, Finding, Onset, Question, Term

ONSET_WORDS = {
    Onset.NEW: "new or worse in the last 14 days",
    Onset.WEEKS: "there for 15 days to 3 months, not worse",
    Onset.LONG: "there for over 3 months, unchanged",
    Onset.UNKNOWN: "since when is not known",
}
_FIELD_WORDS = {
    "doses": "dose at",
    "reps": "repetitions",
    "reps_most": "repetitions at most",
    "hold_s": "hold in seconds",
    "hold_most_s": "longest hold in seconds",
    "sets_most": "sets at most",
    "minutes_most": "minutes at most",
    "rest_s": "rest in seconds",
    "up_s": "seconds there",
    "down_s": "seconds back",
    "pause_s": "pause in seconds",
    "stay_s": "stay in seconds",
    "duration_s": "time in seconds",
    "duration_most_s": "longest time in seconds",
    "checks_s": "skin checks at seconds",
    "gap_s": "gap in seconds",
    "daily_cap": "most in 24 hours",
    "on_load": "on",
    "on_item": "on",
    "into": "way in",
    "out": "way out",
    "who_not": "who should wait",
}


def field_in_words(name: str) -> str:
    """The name of a field as a person says it."""
    return _FIELD_WORDS.get(name, name.replace("_", " "))


def terms_in_words(terms: tuple[Term, ...], content: Content) -> str:
    """All terms of a rule or condition in one line: `A or B; and: C`."""
    return "; and: ".join(term_in_words(term, content) for term in terms)


def term_in_words(term: Term, content: Content) -> str:
    """One term: its findings, and how many of them are needed."""
    findings = [finding_in_words(finding, content) for finding in term.of]
    if term.at_least == 1:
        return " or ".join(findings)
    return f"at least {term.at_least} of: " + ", ".join(findings)


def finding_in_words(finding: Finding, content: Content) -> str:
    """One finding by its question's short line, with what narrows it."""
    question = content.questions.get(finding.question)
    line = question.short if question is not None else finding.question
    narrowed = [part for part in _narrowing(finding, question) if part]
    return f"{line} ({'; '.join(narrowed)})" if narrowed else line


def _narrowing(finding: Finding, question: Question | None) -> list[str]:
    unit = f" {question.unit}" if question is not None and question.unit else ""
    return [
        _option(finding.form, question),
        _option(finding.choice, question),
        " or ".join(ONSET_WORDS[onset] for onset in finding.onset),
        "" if finding.at_least is None else f"{finding.at_least:g}{unit} or more",
        "" if finding.below is None else f"below {finding.below:g}{unit}",
    ]


def _option(id_: str | None, question: Question | None) -> str:
    options = (*question.forms, *question.choices) if question is not None else ()
    return next((option.text for option in options if option.id == id_), id_ or "")
