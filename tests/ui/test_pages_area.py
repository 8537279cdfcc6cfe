"""Only the page in front counts for the room that is needed; the hidden ones are not even asked."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QLabel, QSizePolicy, QStackedWidget, QTabWidget, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from meritdesk.ui.pages_area import Pages, PagesArea, Tabs


class Asked(QWidget):
    """A page as high as it is told, which counts how often it is asked."""

    def __init__(self, height: int) -> None:
        super().__init__()
        self.tall, self.times = height, 0
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        self.times += 1
        return self.tall


@pytest.mark.parametrize("kind", [Pages, Tabs])
def test_what_stands_behind_is_not_asked_how_high_it_is_and_takes_no_room(
    kind: type[QStackedWidget] | type[QTabWidget], qtbot: QtBot
) -> None:
    front, hidden = Asked(150), Asked(2000)
    many = kind()
    for page in (front, hidden):
        many.addTab(page, "") if isinstance(many, QTabWidget) else many.addWidget(page)
    pages = many if isinstance(many, Pages) else Pages()
    if pages is not many:
        room = QWidget()
        column = QVBoxLayout(room)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(many)
        pages.addWidget(room)
    area = PagesArea(pages)
    qtbot.addWidget(area)
    area.resize(400, 600)
    area.show()
    front.times = hidden.times = 0
    assert many.heightForWidth(400) < 300
    assert front.times and not hidden.times
    assert not area.verticalScrollBar().isVisible()
    many.setCurrentIndex(1)
    assert many.heightForWidth(400) >= 2000


class Painted(QWidget):
    """A page that counts how often it is painted."""

    def __init__(self) -> None:
        super().__init__()
        self.times = 0
        self.line = QLabel("one", self)
        column = QVBoxLayout(self)
        column.addWidget(self.line)
        column.addStretch()

    def paintEvent(self, event: QPaintEvent) -> None:
        self.times += 1
        super().paintEvent(event)


def test_a_part_that_lays_itself_out_anew_is_not_painted_again_as_a_whole(qtbot: QtBot) -> None:
    tabs, page = Tabs(), Painted()
    qtbot.addWidget(tabs)
    tabs.addTab(page, "one")
    tabs.resize(400, 300)
    tabs.show()
    qtbot.waitUntil(lambda: page.times > 0)
    for _ in range(3):
        QApplication.processEvents()
    page.times = 0
    QApplication.postEvent(tabs, QEvent(QEvent.Type.LayoutRequest))
    for _ in range(3):
        QApplication.processEvents()
    assert page.times == 0


def test_tabs_that_want_another_height_are_still_laid_out(qtbot: QtBot) -> None:
    tabs, page = Tabs(), QWidget()
    qtbot.addWidget(tabs)
    tabs.addTab(page, "one")
    tabs.resize(400, 300)
    tabs.show()
    before = page.height()
    font = tabs.tabBar().font()
    font.setPointSize(font.pointSize() * 3)
    tabs.tabBar().setFont(font)
    qtbot.waitUntil(lambda: page.height() < before)


def test_another_language_is_told_to_the_page_in_front_alone(qtbot: QtBot) -> None:
    class Hears(QWidget):
        heard = 0

        def changeEvent(self, event: QEvent) -> None:
            self.heard += event.type() is QEvent.Type.LanguageChange

    pages, tabs = Pages(), Tabs()
    front, behind, elsewhere = Hears(), Hears(), Hears()
    tabs.addTab(front, "one")
    tabs.addTab(behind, "two")
    pages.addWidget(tabs)
    pages.addWidget(elsewhere)
    qtbot.addWidget(pages)
    QApplication.sendEvent(pages, QEvent(QEvent.Type.LanguageChange))
    assert (front.heard, behind.heard, elsewhere.heard) == (1, 0, 0)
