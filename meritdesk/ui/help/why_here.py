"""Which codes stand where the keyboard is: in the marked line of a list, in a text, or anywhere on the page."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QLabel,
    QLineEdit,
    QMessageBox,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

from meritdesk.messages.why import codes_in
from meritdesk.ui.help.why_window import Asked
from meritdesk.ui.line_table import VALUE

_TAG = re.compile(r"<[^>]+>")


def asked_at(widget: QWidget | None) -> tuple[Asked, ...]:
    """The codes at a widget: its marked line first; where that has none, everything that is said on its page."""
    if widget is None:
        return ()
    here: QWidget | None = widget
    while here is not None:
        if isinstance(here, QAbstractItemView):
            if found := tuple(_of_line(here)):
                return found
        elif found := _of_text(_text(here)):
            return found
        if here.isWindow():
            break
        here = here.parentWidget()
    return tuple(_of_page(widget.window()))


def _of_line(view: QAbstractItemView) -> Iterator[Asked]:
    current, model = view.currentIndex(), view.model()
    if model is None or not current.isValid():
        return
    yield from _of_value(current.data(VALUE))
    # The marked cell speaks first, then its line.
    columns = [current.column(), *(place for place in range(model.columnCount(current.parent())))]
    for column in columns:
        yield from _of_cell(current.siblingAtColumn(column))


def _of_cell(index: QModelIndex) -> Iterator[Asked]:
    for role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
        shown = index.data(role)
        if isinstance(shown, str):
            yield from _of_text(shown)


def _of_value(value: object) -> Iterator[Asked]:
    """A line that is a hint, or has one, brings the facts of its sentence along."""
    hint = getattr(value, "hint", value)
    code, facts = getattr(hint, "code", ""), getattr(hint, "facts", None)
    if isinstance(code, str) and codes_in(code) == (code,):
        yield Asked(code, dict(facts) if facts else {})


def _of_text(text: str) -> tuple[Asked, ...]:
    return tuple(Asked(code) for code in codes_in(html.unescape(_TAG.sub(" ", text))))


def _of_page(window: QWidget) -> Iterator[Asked]:
    """Whatever is said on the page that can be seen, small labels as well as texts."""
    if isinstance(window, QMessageBox):
        yield from _of_text(f"{window.text()} {window.informativeText()} {window.detailedText()}")
    for kind in (QLabel, QTextEdit, QPlainTextEdit):
        for part in window.findChildren(kind):
            if part.isVisible():
                yield from _of_text(_text(part))


def _text(widget: QWidget) -> str:
    if isinstance(widget, (QLabel, QLineEdit)):
        return f"{widget.text()} {widget.toolTip()}"
    if isinstance(widget, (QTextEdit, QPlainTextEdit)):
        return widget.toPlainText()
    return ""
