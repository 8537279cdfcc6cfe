"""MeritDesk's own press, as the program uses it: sheets in, files out."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from meritdesk.core.documents import Form, PaperStyle, Sheet
from meritdesk.printing.press import Press

WANTS_SHEETS = True


class Contender:
    def __init__(self, form: Form, workshop: Path) -> None:
        self._press = Press()

    def one_file(self, sheets: Sequence[Sheet], target: Path) -> None:
        self._press.print_file(sheets, target, PaperStyle(), lambda done, total: None, len(sheets))

    def separate(self, sheets: Sequence[Sheet], folder: Path) -> None:
        for number, sheet in enumerate(sheets):
            self._press.print_file([sheet], folder / f"{number}.pdf", PaperStyle(), lambda done, total: None, 1)
