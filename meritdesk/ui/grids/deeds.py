"""Deeds and fates in words: what Ctrl+Z says it takes back, and what the preview says of a cell."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from meritdesk.ui.grids.cells import Deed, Fate
from meritdesk.ui.singular import singular
from meritdesk.ui.wording import Words


def deed_in_words(deed: Deed, count: int, words: Words) -> str:
    """A deed as the status says it: ``tempel 12 sel``."""
    said = {
        Deed.TYPE: QCoreApplication.translate("Grid", "type into {count} cells"),
        Deed.PASTE: QCoreApplication.translate("Grid", "paste {count} cells"),
        Deed.FILL_DOWN: QCoreApplication.translate("Grid", "fill {count} cells down"),
        Deed.FILL_RIGHT: QCoreApplication.translate("Grid", "fill {count} cells to the right"),
        Deed.CLEAR: QCoreApplication.translate("Grid", "clear {count} cells"),
        Deed.CUT: QCoreApplication.translate("Grid", "cut {count} cells"),
        Deed.SET: QCoreApplication.translate("Grid", "set {count} cells"),
        Deed.TAKE_BACK: QCoreApplication.translate("Grid", "take back what was typed in {count} cells"),
    }[deed]
    return singular(said.format(count=words.number(count)))


def fate_in_words(fate: Fate) -> str:
    """What becomes of a cell, with a sign beside the word."""
    return {
        Fate.NEW: QCoreApplication.translate("Grid", "+ new"),
        Fate.CHANGED: QCoreApplication.translate("Grid", "→ changed"),
        Fate.SAME: QCoreApplication.translate("Grid", "= same"),
        Fate.REFUSED: QCoreApplication.translate("Grid", "✗ refused"),
    }[fate]
