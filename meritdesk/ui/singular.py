"""One thing is said in the singular, in English: the sentences hold the plural, and Indonesian knows no difference."""

from __future__ import annotations

import re

from PySide6.QtWidgets import QLabel

_ONE = {
    "activities": "activity",
    "answers": "answer",
    "changes": "change",
    "corrections": "correction",
    "days": "day",
    "documents": "document",
    "employees": "employee",
    "entries": "entry",
    "evaluations": "evaluation",
    "files": "file",
    "habits": "habit",
    "letters": "letter",
    "lines": "line",
    "numbers": "number",
    "officials": "official",
    "pages": "page",
    "papers": "paper",
    "people": "person",
    "persons": "person",
    "plans": "plan",
    "problems": "problem",
    "raters": "rater",
    "records": "record",
    "rows": "row",
    "sheets": "sheet",
    "shifts": "shift",
    "tasks": "task",
    "units": "unit",
    "values": "value",
}
_COUNTED = re.compile(rf"(?<![\d.,/-])1 ({'|'.join(_ONE)})\b")


def singular(text: str) -> str:
    """The same words; what is counted once stands in the singular."""
    return _COUNTED.sub(lambda found: f"1 {_ONE[found[1]]}", text)


class CountLabel(QLabel):
    """A line that says how many there are."""

    def setText(self, text: str) -> None:
        super().setText(singular(text))
