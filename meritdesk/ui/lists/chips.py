"""The filters of a list as chips: each says what it keeps; Enter changes it, Del takes it out, + adds one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QCoreApplication, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QToolButton, QWidget

from meritdesk.ui.lists import keys
from meritdesk.ui.lists.facets import Facet
from meritdesk.ui.lists.flow import FlowLayout, flowing
from meritdesk.ui.singular import singular

_VALUES_SAID = 2
_LONGEST = 60


class Chip(QFrame):
    """One filter with what it keeps. The keyboard stands on the words; the cross beside them is for the mouse."""

    changed = Signal(str)
    removed = Signal(str)
    walked = Signal(int)

    def __init__(self, facet: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.facet = facet
        self.setObjectName("chip")
        self.words = _ChipWords(self)
        self.words.setAutoRaise(True)
        self.words.clicked.connect(lambda: self.changed.emit(self.facet))
        self.cross = QToolButton(self)
        self.cross.setText("✕")
        self.cross.setAutoRaise(True)
        self.cross.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.cross.clicked.connect(lambda: self.removed.emit(self.facet))
        row = QHBoxLayout(self)
        row.setContentsMargins(2, 0, 2, 0)
        row.setSpacing(0)
        row.addWidget(self.words)
        row.addWidget(self.cross)

    def say(self, title: str, kept: Sequence[str], longest: int = _LONGEST) -> None:
        """The title and what is kept, in few words; all of them where the pointer rests."""
        translate = QCoreApplication.translate
        said = ", ".join(kept)
        short = singular(
            said if len(kept) <= _VALUES_SAID else translate("Chip", "%1 values").replace("%1", str(len(kept)))
        )
        whole = f"{title}: {said}"
        text = f"{title}: {short}"
        self.words.setText((text if len(text) <= longest else f"{text[: longest - 1]}…").replace("&", "&&"))
        self.words.setToolTip(whole)
        self.words.setAccessibleName(translate("Chip", "Filter %1, Del takes it out").replace("%1", whole))
        self.cross.setToolTip(translate("Chip", "Take this filter out"))
        self.cross.setAccessibleName(translate("Chip", "Take out the filter %1").replace("%1", title))


class _ChipWords(QToolButton):
    """The words of a chip, with its keys."""

    own_keys = keys.CHIP

    def keyPressEvent(self, event: QKeyEvent) -> None:
        chip = self.parent()
        assert isinstance(chip, Chip)
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            chip.removed.emit(chip.facet)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2):
            chip.changed.emit(chip.facet)
        elif event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            chip.walked.emit(-1 if event.key() == Qt.Key.Key_Left else 1)
        else:
            super().keyPressEvent(event)


class ChipRow(QWidget):
    """All chips of a list and the button that adds one."""

    choice_wanted = Signal(str, QPoint)  # facet, where its sheet may open
    removed = Signal(str)

    def __init__(self, facets: Sequence[Facet], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.facets = {facet.key: facet for facet in facets}
        self.chips: dict[str, Chip] = {}
        self.longest = _LONGEST
        self._flow = FlowLayout(self, gap=4)
        self.more = QToolButton(self)
        self.more.clicked.connect(self.open_menu)
        self._flow.addWidget(self.more)
        self.more.setVisible(bool(facets))
        flowing(self)

    def offer(self, facets: Sequence[Facet]) -> None:
        """Other filters to choose from."""
        self.facets = {facet.key: facet for facet in facets}
        self.more.setVisible(bool(facets))

    def show_kept(self, kept: Mapping[str, Sequence[str]]) -> None:
        """One chip for each filter that keeps something, in the order of the filters; ``kept`` are words."""
        for key in [key for key in self.chips if key not in kept]:
            chip = self.chips.pop(key)
            if chip.words.hasFocus():
                self.more.setFocus()
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        for key, facet in self.facets.items():
            if key not in kept:
                continue
            if key not in self.chips:
                chip = Chip(key, self)
                chip.changed.connect(self._ask)
                chip.removed.connect(self.removed)
                chip.walked.connect(self._walk)
                before = [one for one in self.facets if one in self.chips and self._place(one) < self._place(key)]
                self._flow.insert(len(before), chip)
                self.chips[key] = chip
                chip.show()
            self.chips[key].say(facet.title(), kept[key], self.longest)
        self.retranslate()
        self._flow.invalidate()
        self.updateGeometry()

    def open_menu(self) -> QMenu:
        """What the list can be filtered by."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for key, facet in self.facets.items():
            menu.addAction(facet.title()).triggered.connect(lambda _=False, key=key: self._ask(key))
        menu.popup(self.more.mapToGlobal(QPoint(0, self.more.height())))
        return menu

    def retranslate(self) -> None:
        """Say the button in the current language."""
        translate = QCoreApplication.translate
        self.more.setText(translate("ChipRow", "+ Filter"))
        self.more.setAccessibleName(translate("ChipRow", "Filter the list by…"))
        self.more.setToolTip(translate("ChipRow", "Filter the list by…"))

    def _place(self, key: str) -> int:
        return list(self.facets).index(key)

    def _ask(self, key: str) -> None:
        chip = self.chips.get(key)
        beside: QWidget = chip if chip is not None else self.more
        self.choice_wanted.emit(key, beside.mapToGlobal(QPoint(0, beside.height())))

    def _walk(self, by: int) -> None:
        row: list[QWidget] = [self.chips[key].words for key in self.facets if key in self.chips]
        row.append(self.more)
        place = next((number for number, widget in enumerate(row) if widget.hasFocus()), 0)
        row[(place + by) % len(row)].setFocus(Qt.FocusReason.TabFocusReason)
