"""Which pages are made, and under which name."""

from pathlib import Path

from loosen.library.compile import compile_content

from . import (
    accuracy,
    commands,
    entries,
    items,
    medicines,
    movement,
    questions,
    recordings,
    records,
    review,
    rules,
    set_record,
    settings,
    simulation,
    sources,
    specs,
    tables,
)
from .markdown import bullets
from .writing import Pages, finished


def all_pages(root: Path) -> Pages:
    """Every generated page by its name under docs/."""
    content = compile_content(root / "src" / "loosen" / "content")
    reference = {
        "accuracy-movement": movement.page(content),
        "accuracy-response": accuracy.page(),
        "commands": commands.page(root),
        "conditions": items.conditions(content),
        "entries": entries.page(),
        "exercises": items.exercises(content),
        "explanations": sources.explanations(content),
        "led-through": items.led_through(content),
        "medicines": medicines.page(content),
        "questions": questions.page(content),
        "recordings": recordings.page(),
        "rules": rules.page(content),
        "set-record": set_record.page(),
        "settings": settings.page(root),
        "simulation": simulation.page(),
        "sources": sources.page(content),
        "tables": tables.page(),
        "thresholds": rules.thresholds(content),
        "vocabulary": records.page(),
        **specs.pages(root),
    }
    pages = {f"reference/{name}.md": text for name, text in reference.items()}
    pages["explanation/clinical-review.md"] = review.page(content)
    pages["reference/README.md"] = _index(reference)
    return pages


def _index(reference: Pages) -> str:
    titles = {name: text.partition("\n")[0].removeprefix("# ") for name, text in reference.items()}
    lines = [f"[{title}]({name}.md)" for name, title in sorted(titles.items())]
    lead = (
        "Made from the content, the records and the commands themselves; `./run check` fails "
        "when a page is stale."
    )
    return finished("Reference", lead, bullets(lines))
