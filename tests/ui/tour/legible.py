"""What a clerk could not read: text that is wider than its place, controls without a name, words left in English."""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree import ElementTree

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QAccessible, QFont, QFontMetrics, QTextDocument
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QCheckBox,
    QComboBox,
    QGroupBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QStyle,
    QStyleOptionComboBox,
    QTabBar,
    QTableView,
    QTextEdit,
    QToolButton,
    QWidget,
)

from meritdesk.messages import Messages
from meritdesk.resources import resource

SLACK = 2  # pixels that rounding may take
FRAME = 6  # pixels of a field above and below its letters
LONGEST_WORD = 18  # letters; what is longer is a number or a name of a file, which may break anywhere
_MNEMONIC = re.compile(r"&(?=\S)")
_LETTERS = re.compile(r"[A-Za-z]{3,}")


def plain(text: str) -> str:
    """Without the mark of a mnemonic."""
    return _MNEMONIC.sub("", text.replace("&&", "\0")).replace("\0", "&")


def parts_of(place: QWidget) -> Iterator[QWidget]:
    """The visible widgets of a page or dialog, itself first."""
    yield place
    for part in place.findChildren(QWidget):
        if part.isVisible() and part.window() is place.window():
            yield part


def cut_parts(place: QWidget) -> list[str]:
    """Every text that does not fit where it stands, as ``Kind 'text' needs 120 has 100``."""
    found = []
    for part in parts_of(place):
        for text, needs, has in _measured(part):
            if text and needs > has + SLACK:
                found.append(f"{type(part).__name__} {text!r} needs {needs} has {has}")
        found += _squashed(part)
    return found


def _squashed(part: QWidget) -> Iterator[str]:
    """Fields, buttons and rows that are lower than the letters in them, and sentences in less width than a word."""
    name = f"{type(part).__name__} {part.accessibleName() or part.objectName()!r}"
    if isinstance(part, QLineEdit | QComboBox | QAbstractSpinBox | QPushButton):
        needs = part.fontMetrics().height() + FRAME
        if part.height() + SLACK < needs and not isinstance(part.parentWidget(), QComboBox | QAbstractSpinBox):
            yield f"{name} is {part.height()} high and needs {needs}"
    elif (
        isinstance(part, QPlainTextEdit | QTextEdit) and part.viewport().height() + SLACK < part.fontMetrics().height()
    ):
        yield f"{name} shows {part.viewport().height()} of a line of {part.fontMetrics().height()}"
    elif isinstance(part, QAbstractItemView) and part.model() is not None and part.model().rowCount():
        needs = part.fontMetrics().height()
        first = part.model().index(0, 0, part.rootIndex())
        row = part.rowHeight(0) if isinstance(part, QTableView) else part.sizeHintForIndex(first).height()
        if 0 < row < needs - SLACK:
            yield f"{name} has rows of {row} for letters of {needs}"
        if part.viewport().height() < needs:
            yield f"{name} shows {part.viewport().height()} of a row of {needs}"
    elif isinstance(part, QLabel) and part.wordWrap() and "<" not in part.text():
        words = [word for word in plain(part.text()).split() if len(word) <= LONGEST_WORD]
        needs = max(map(part.fontMetrics().horizontalAdvance, words), default=0)
        if part.contentsRect().width() + SLACK < needs:
            yield f"{name} {part.text()!r} is {part.contentsRect().width()} wide, a word of it needs {needs}"


def _measured(part: QWidget) -> Iterator[tuple[str, int, int]]:
    metrics = part.fontMetrics()
    if isinstance(part, QLabel):
        yield from _label(part, metrics)
    elif isinstance(part, QCheckBox | QRadioButton | QPushButton):
        yield part.text(), part.sizeHint().width(), part.width()
    elif isinstance(part, QToolButton):
        if part.text() and part.toolButtonStyle() != Qt.ToolButtonStyle.ToolButtonIconOnly:
            yield part.text(), metrics.horizontalAdvance(plain(part.text())), part.width()
    elif isinstance(part, QComboBox):
        option = QStyleOptionComboBox()
        part.initStyleOption(option)
        field = part.style().subControlRect(
            QStyle.ComplexControl.CC_ComboBox, option, QStyle.SubControl.SC_ComboBoxEditField, part
        )
        # What a person is called or a unit is named may be long; what the program itself says may not be cut.
        if not part.isEditable() and not part.toolTip():
            yield part.currentText(), metrics.horizontalAdvance(part.currentText()), field.width()
    elif isinstance(part, QLineEdit):
        if not part.text() and not isinstance(part.parentWidget(), QComboBox):
            inside = part.width() - 8
            yield part.placeholderText(), metrics.horizontalAdvance(part.placeholderText()), inside
    elif isinstance(part, QGroupBox):
        yield part.title(), metrics.horizontalAdvance(plain(part.title())), part.width()
    elif isinstance(part, QTabBar):
        for place in filter(part.isTabVisible, range(part.count())):
            words = plain(part.tabText(place))
            yield words, metrics.horizontalAdvance(words), part.tabRect(place).width()
    elif isinstance(part, QHeaderView) and part.orientation() == Qt.Orientation.Horizontal:
        yield from _header(part)


def _label(part: QLabel, metrics: QFontMetrics) -> Iterator[tuple[str, int, int]]:
    text = part.text()
    if not text or not part.pixmap().isNull():
        return
    inside = part.contentsRect()
    if part.wordWrap():
        needs = part.heightForWidth(part.width())
        yield text, needs - SLACK, part.height() + SLACK
        return
    if part.textFormat() == Qt.TextFormat.RichText or "<" in text:
        document = QTextDocument()
        document.setDefaultFont(part.font())
        document.setHtml(text)
        yield text, round(document.idealWidth()) - 8, inside.width()
        return
    lines = plain(text).split("\n")
    yield text, max(metrics.horizontalAdvance(line) for line in lines), inside.width()
    yield text, metrics.height() * len(lines) - 4, part.height()


def _header(part: QHeaderView) -> Iterator[tuple[str, int, int]]:
    model = part.model()
    if model is None:
        return
    for section in range(part.count()):
        if part.isSectionHidden(section):
            continue
        words = str(model.headerData(section, Qt.Orientation.Horizontal) or "")
        # A heading that is a person's or an indicator's own text may be long: then it says itself in full when asked.
        if model.headerData(section, Qt.Orientation.Horizontal, Qt.ItemDataRole.ToolTipRole):
            continue
        font = QFont(part.font())
        font.setWeight(QFont.Weight.DemiBold)
        bold = QFontMetrics(font)
        if part.defaultAlignment() & Qt.TextFlag.TextWordWrap:
            room = QRect(0, 0, part.sectionSize(section) - 8, 1000)
            high = bold.boundingRect(room, int(Qt.TextFlag.TextWordWrap), words).height()
            yield words, high, part.height()
            continue
        needs = max((bold.horizontalAdvance(line) for line in words.split("\n")), default=0)
        yield words, needs + 8, part.sectionSize(section)


def nameless_parts(place: QWidget) -> list[str]:
    """Every control that a screen reader could only call by its kind."""
    found = []
    for part in parts_of(place):
        if part.focusPolicy() == Qt.FocusPolicy.NoFocus or not part.isEnabled():
            continue
        # A plain scroll area only carries what stands in it, and that has names of its own.
        if isinstance(part, QScrollArea) or part.focusProxy() is not None:
            continue
        said = QAccessible.queryAccessibleInterface(part)
        name = said.text(QAccessible.Text.Name) if said is not None else ""
        if not name.strip() and part.objectName() not in {"qt_spinbox_lineedit", "qt_scrollarea_viewport"}:
            if isinstance(part.parentWidget(), QComboBox) or not _is_control(part):
                continue
            found.append(f"{type(part).__name__} {part.objectName()!r} in {_way_to(part, place)}")
    return found


def deaf_letters(place: QWidget) -> list[str]:
    """Labels with an underlined letter that leads to nothing: what they belong to does not take the keyboard."""
    return [
        f"{part.text()!r} in {_way_to(part, place)}"
        for part in parts_of(place)
        if isinstance(part, QLabel) and (buddy := part.buddy()) is not None
        if buddy.focusPolicy() == Qt.FocusPolicy.NoFocus and "&" in part.text().replace("&&", "")
    ]


def _is_control(part: QWidget) -> bool:
    return not isinstance(part, QLabel) or bool(
        part.textInteractionFlags() & Qt.TextInteractionFlag.LinksAccessibleByKeyboard
    )


def _way_to(part: QWidget, place: QWidget) -> str:
    names = []
    while part is not place and part.parentWidget() is not None:
        part = part.parentWidget()
        names.append(part.objectName() or type(part).__name__)
    return " < ".join(names[:4])


def english_sources() -> frozenset[str]:
    """What stands in the program in English and is said otherwise in Indonesian."""
    sources = set()
    translations = set()
    for path in resource("translations").glob("*_id.ts"):
        for message in ElementTree.parse(path).getroot().iter("message"):
            source, said = message.findtext("source") or "", message.findtext("translation") or ""
            translations.add(plain(said))
            if _LETTERS.search(source) and source != said:
                sources.add(plain(source))
    # Some words of the law are English in Indonesian papers too.
    names_of_languages = {"English", "Indonesia"}
    labels = set(Messages("id")._labels.values())
    return frozenset(sources - translations - labels - names_of_languages)


def said_by(place: QWidget) -> Iterator[str]:
    """The program's own words on a page or dialog."""
    for part in parts_of(place):
        if isinstance(part, QLabel | QAbstractButton):
            yield plain(part.text())
        if isinstance(part, QGroupBox):
            yield plain(part.title())
        if isinstance(part, QLineEdit):
            yield part.placeholderText()
        if isinstance(part, QTabBar):
            yield from (plain(part.tabText(place)) for place in range(part.count()))
        if isinstance(part, QHeaderView) and part.model() is not None:
            yield from (
                str(part.model().headerData(section, part.orientation()) or "") for section in range(part.count())
            )
        if isinstance(part, QComboBox):
            yield from (part.itemText(place) for place in range(min(part.count(), 40)))
        yield part.toolTip()
        yield part.accessibleName()


def outside_parts(place: QWidget) -> list[str]:
    """Controls that stand partly outside of their page or dialog, where no scroll area would bring them back."""
    whole = QRect(0, 0, place.width(), place.height())
    found = []
    for part in parts_of(place):
        if part is place or not isinstance(part, QAbstractButton | QLabel | QLineEdit | QComboBox):
            continue
        if any(isinstance(above, QAbstractScrollArea) for above in _above(part, place)):
            continue
        rect = QRect(part.mapTo(place, part.rect().topLeft()), part.size())
        if not whole.adjusted(-SLACK, -SLACK, SLACK, SLACK).contains(rect):
            found.append(f"{type(part).__name__} {rect.getRect()} of {whole.size().toTuple()}")
    return found


def _above(part: QWidget, place: QWidget) -> Iterator[QWidget]:
    while part is not place and part.parentWidget() is not None:
        part = part.parentWidget()
        yield part
