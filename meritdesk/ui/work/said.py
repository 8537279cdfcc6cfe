"""What is said of long work: its fate, its numbers, how long it took or has left, and why it was refused."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QColor

from meritdesk.core.work_record import ItemFate, WorkFate, WorkItem, WorkRecord
from meritdesk.ui import look
from meritdesk.ui.wording import Words

_SIGNS = {
    WorkFate.DONE: "✓",
    WorkFate.PARTLY: "⚠",
    WorkFate.REFUSED: "✗",
    WorkFate.CANCELLED: "■",
    WorkFate.BROKE: "✗",
}


def fate_words(record: WorkRecord, words: Words) -> str:
    """The fate with its sign, so that no colour is needed to read it."""
    return f"{_SIGNS[record.fate]} {words.messages.label_of(record.fate)}"


def fate_colour(fate: WorkFate) -> QColor | None:
    """Red for what failed, amber for what was left undone, green for what arrived."""
    if fate in (WorkFate.REFUSED, WorkFate.BROKE):
        return look.blocks()
    return look.asks() if fate is WorkFate.PARTLY else look.quiet() if fate is WorkFate.CANCELLED else None


def item_colour(fate: ItemFate) -> QColor | None:
    """Red for what was refused, amber for what differs."""
    return look.blocks() if fate is ItemFate.REFUSED else look.asks() if fate is ItemFate.CONFLICT else None


def counts_words(record: WorkRecord, words: Words) -> str:
    """How many items have which fate: ``1.178 baru, 2 ditolak``; without items how far it came."""
    if record.counts:
        return ", ".join(
            f"{words.number(count)} {words.messages.label_of(fate)}" for fate, count in record.counts.items()
        )
    return f"{words.number(record.done)}/{words.number(record.total)}" if record.total else ""


def lasted_words(seconds: int, words: Words) -> str:
    """How long something took."""
    translate = QCoreApplication.translate
    if seconds < 60:
        return translate("Work", "%1 s").replace("%1", words.number(seconds))
    if seconds < 3600:
        return translate("Work", "%1 min").replace("%1", words.number(round(seconds / 60)))
    said = translate("Work", "%1 h %2 min").replace("%1", words.number(seconds // 3600))
    return said.replace("%2", words.number(seconds % 3600 // 60))


def left_words(seconds: float, words: Words) -> str:
    """How long something will still take."""
    said = QCoreApplication.translate("Work", "%1 left")
    return said.replace("%1", lasted_words(max(1, round(seconds)), words))


def sentence(record: WorkRecord, words: Words) -> str:
    """How it ended, in a sentence: refused and why, stopped with nothing changed, asleep meanwhile."""
    translate = QCoreApplication.translate
    parts: list[str] = []
    if record.fate is WorkFate.CANCELLED:
        parts.append(translate("Work", "It was stopped; everything is as it was before."))
    elif record.code:
        parts += words.messages.refusal(record.code, record.facts)
    elif record.fate is WorkFate.PARTLY:
        parts.append(translate("Work", "Some items could not be done; their reasons stand in the list."))
    if record.slept_seconds:
        said = translate("Work", "The PC slept for %1 meanwhile and the work went on afterwards.")
        parts.append(said.replace("%1", lasted_words(record.slept_seconds, words)))
    return " ".join(part for part in parts if part)


def reason_words(item: WorkItem, words: Words) -> str:
    """Why an item has its fate, with the code in small print."""
    if not item.code:
        return ""
    said = words.messages.reason(item.code, item.facts)
    return f"{said} ({item.code})"
