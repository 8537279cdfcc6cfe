"""The manual in a window of its own: contents left, the chapter right, search over all chapters and in the page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QEvent, QSettings, QSize, Qt, QUrl, Signal
from PySide6.QtGui import QAction, QCloseEvent, QFont, QKeySequence, QTextDocument
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QTextBrowser,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from meritdesk.messages.manual import Chapter, Manual, Section, read_manual
from meritdesk.ui import look
from meritdesk.ui.by_keyboard import ByKeyboard
from meritdesk.ui.help import code_chapter
from meritdesk.ui.help.book import chapter_pages, fits
from meritdesk.ui.help.find_bar import FindBar
from meritdesk.ui.help.printing import print_chapters
from meritdesk.ui.wording import Words

FIRST = "start"
ANCHOR_ROLE = Qt.ItemDataRole.UserRole
_KEPT = 100
_SIZE = QSize(1060, 700)


@dataclass(frozen=True, slots=True)
class _Visit:
    """A place that was read, and how far down."""

    anchor: str
    scrolled: int


class ManualWindow(ByKeyboard, QWidget):
    """Not modal: the clerk reads and works at the same time. Closing hides it; size and place are remembered."""

    glossary_wanted = Signal(str)

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.words = words
        self.manual: Manual = read_manual(words.language)
        self.anchor = ""
        self._chapter = ""
        self._pages: dict[str, QTextDocument] = {}
        self._back: list[_Visit] = []
        self._forward: list[_Visit] = []
        self.search = QLineEdit()
        self.search.setClearButtonEnabled(True)
        self.contents = QTreeWidget()
        self.contents.setHeaderHidden(True)
        self.contents.setUniformRowHeights(True)
        self.hits = QListWidget()
        self.hits.setWordWrap(True)
        self.hits.setAlternatingRowColors(True)
        self.nothing = QLabel()
        self.nothing.setWordWrap(True)
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.left = QStackedWidget()
        self.reader = QTextBrowser()
        self.reader.setOpenLinks(False)
        self.find_bar = FindBar(self.reader)
        self.back_button, self.forward_button = QPushButton(), QPushButton()
        self.glossary_button, self.print_button = QPushButton(), QPushButton()
        self._arrange()
        self._connect()
        self._restore()
        self.retranslate()

    def _arrange(self) -> None:
        for part in (self.contents, self.hits, self.nothing):
            self.left.addWidget(part)
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(look.RHYTHM, look.RHYTHM, 0, look.RHYTHM)
        column.addWidget(self.search)
        column.addWidget(self.left, 1)
        bar = QHBoxLayout()
        for button in (self.back_button, self.forward_button):
            bar.addWidget(button)
        bar.addStretch(1)
        for button in (self.glossary_button, self.print_button):
            bar.addWidget(button)
        page = QWidget()
        right = QVBoxLayout(page)
        right.setContentsMargins(0, look.RHYTHM, look.RHYTHM, look.RHYTHM)
        right.addLayout(bar)
        right.addWidget(self.reader, 1)
        right.addWidget(self.find_bar)
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.addWidget(side)
        self.splitter.addWidget(page)
        self.splitter.setStretchFactor(1, 1)
        self.splitter.setSizes([290, 770])
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.splitter)

    def _connect(self) -> None:
        self.reader.anchorClicked.connect(self.follow)
        self.contents.currentItemChanged.connect(self._choose)
        self.contents.itemActivated.connect(lambda item, _: self._choose(item, None))
        self.search.textChanged.connect(self._seek)
        self.search.returnPressed.connect(self._take_first)
        self.hits.itemActivated.connect(self._take)
        self.hits.itemClicked.connect(self._take)
        self.back_button.clicked.connect(self.go_back)
        self.forward_button.clicked.connect(self.go_forward)
        self.print_button.clicked.connect(lambda: self.print_out())
        self.glossary_button.clicked.connect(lambda: self.glossary_wanted.emit(""))
        for keys, verb, name in (
            ("Alt+Left", self.go_back, "manual_back"),
            ("Alt+Right", self.go_forward, "manual_forward"),
            ("Ctrl+F", self.find_bar.begin, "manual_find"),
            ("Ctrl+Shift+F", self.seek, "manual_search"),
            ("Ctrl+P", self.print_out, "manual_print"),
            ("Ctrl++", lambda: self._zoom(1), "manual_larger"),
            ("Ctrl+-", lambda: self._zoom(-1), "manual_smaller"),
            ("Esc", self._leave, "manual_close"),
        ):
            action = QAction(self)
            action.setObjectName(name)
            action.setShortcut(QKeySequence(keys))
            action.triggered.connect(lambda _=False, verb=verb: verb())
            self.addAction(action)
        self.words.language_changed.connect(self._switch)

    def open_at(self, anchor: str) -> None:
        """Show a place; an anchor that is not there opens the nearest one around it, at last the first chapter."""
        section = self.manual.section(anchor) or self.manual.section(FIRST)
        if section is None:
            return
        if self.anchor and section.anchor != self.anchor:
            self._back = [*self._back, self._visit()][-_KEPT:]
            self._forward.clear()
        self._show(section)

    def follow(self, link: QUrl) -> None:
        """A link of the manual: a place, or a term of the glossary; nothing ever leaves the program."""
        target = link.toString()
        if target.startswith("glossary:"):
            self.glossary_wanted.emit(target.removeprefix("glossary:"))
            return
        path, _, anchor = target.partition("#")
        self.open_at(anchor or path.rpartition("/")[2].removesuffix(".md"))

    def go_back(self) -> None:
        """The place before."""
        self._walk(self._back, self._forward)

    def go_forward(self) -> None:
        """Forward again."""
        self._walk(self._forward, self._back)

    def seek(self, text: str = "") -> None:
        """Put the keyboard into the search over all chapters, with these words if there are any."""
        if text:
            self.search.setText(text)
        self.search.setFocus()
        self.search.selectAll()

    def print_out(self) -> None:
        """Ask whether this chapter or the whole manual, then print."""
        print_chapters(self, self.words, self.manual.chapter(self._chapter), self.chapters())

    def chapters(self) -> Sequence[Chapter]:
        """All chapters, with the codes of this program at the end of the one about messages."""
        return [self._whole(chapter) for chapter in self.manual.chapters]

    def retranslate(self) -> None:
        """Say buttons and names in the current language."""
        translate = QCoreApplication.translate
        self.setWindowTitle(translate("ManualWindow", "MeritDesk manual"))
        self.search.setPlaceholderText(translate("ManualWindow", "Search"))
        self.search.setToolTip(translate("ManualWindow", "Search the whole manual (Ctrl+Shift+F)"))
        self.search.setAccessibleName(translate("ManualWindow", "Search the whole manual"))
        self.contents.setAccessibleName(translate("ManualWindow", "Contents"))
        self.hits.setAccessibleName(translate("ManualWindow", "Places found"))
        self.reader.setAccessibleName(translate("ManualWindow", "Page of the manual"))
        self.nothing.setText(
            translate("ManualWindow", "Nothing found. Try fewer words, or look a term up in the glossary.")
        )
        for button, text, key in (
            (self.back_button, translate("ManualWindow", "&Back"), "Alt+Left"),
            (self.forward_button, translate("ManualWindow", "&Forward"), "Alt+Right"),
            (self.print_button, translate("ManualWindow", "&Print..."), "Ctrl+P"),
            (self.glossary_button, translate("ManualWindow", "&Glossary"), "Ctrl+F1"),
        ):
            button.setText(text)
            button.setToolTip(f"{text.replace('&', '')} ({QKeySequence(key).toString(_NATIVE)})")
        self.find_bar.retranslate()
        self._fill_contents()

    def changeEvent(self, event: QEvent) -> None:
        """Light or dark was switched: the pages are drawn anew."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self.anchor:
            self._redraw()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember size and widths."""
        settings = QSettings()
        settings.setValue("help/geometry", self.saveGeometry())
        settings.setValue("help/widths", self.splitter.saveState())
        super().closeEvent(event)

    def _show(self, section: Section, scrolled: int | None = None) -> None:
        self.anchor = section.anchor
        if section.chapter != self._chapter:
            self._chapter = section.chapter
            if section.chapter not in self._pages:
                chapter = self._whole(self.manual.chapter(section.chapter))
                self._pages[section.chapter] = chapter_pages([chapter], self.manual.language, self._font())
            self.reader.setDocument(self._pages[section.chapter])
        if scrolled is None:
            self.reader.scrollToAnchor(section.anchor)
        else:
            self.reader.verticalScrollBar().setValue(scrolled)
        self._mark_contents(section.anchor)
        self.back_button.setEnabled(bool(self._back))
        self.forward_button.setEnabled(bool(self._forward))

    def _whole(self, chapter: Chapter) -> Chapter:
        return code_chapter.with_codes(chapter, self.words) if chapter.key == code_chapter.CHAPTER else chapter

    def _font(self) -> QFont:
        font = self.font()
        font.setPointSizeF(font.pointSizeF() + float(str(QSettings().value("help/zoom", 0))))
        return font

    def _visit(self) -> _Visit:
        return _Visit(self.anchor, self.reader.verticalScrollBar().value())

    def _walk(self, source: list[_Visit], other: list[_Visit]) -> None:
        if source:
            other.append(self._visit())
            visit = source.pop()
            if (section := self.manual.section(visit.anchor)) is not None:
                self._show(section, visit.scrolled)

    def _switch(self, language: str) -> None:
        """The same place in the other language."""
        self.manual = read_manual(language)
        self.retranslate()
        self._redraw()
        if self.search.text():
            self._seek(self.search.text())

    def _redraw(self) -> None:
        self._pages.clear()
        self._chapter = ""
        if (section := self.manual.section(self.anchor)) is not None:
            self._show(section)

    def _zoom(self, by: int) -> None:
        size = int(str(QSettings().value("help/zoom", 0))) + by
        QSettings().setValue("help/zoom", max(-2, min(size, 8)))
        self._redraw()

    def _fill_contents(self) -> None:
        blocked = self.contents.blockSignals(True)
        self.contents.clear()
        for chapter in self.manual.chapters:
            above: dict[int, QTreeWidgetItem] = {}
            for section in chapter.sections:
                if not section.anchor or section.level > 3 or (chapter.key in _FLAT and section.level > 1):
                    continue
                item = QTreeWidgetItem([section.title])
                item.setToolTip(0, section.title)
                item.setData(0, ANCHOR_ROLE, section.anchor)
                parent = above.get(section.level - 1)
                if parent is None:
                    self.contents.addTopLevelItem(item)
                else:
                    parent.addChild(item)
                above[section.level] = item
        self.contents.blockSignals(blocked)
        if self.anchor:
            self._mark_contents(self.anchor)

    def _mark_contents(self, anchor: str) -> None:
        blocked = self.contents.blockSignals(True)
        while anchor:
            found = self._item(anchor)
            if found is not None:
                self.contents.setCurrentItem(found)
                self.contents.scrollToItem(found)
                break
            anchor = anchor.rpartition("-")[0]
        self.contents.blockSignals(blocked)

    def _item(self, anchor: str) -> QTreeWidgetItem | None:
        waiting = [self.contents.topLevelItem(place) for place in range(self.contents.topLevelItemCount())]
        while waiting:
            item = waiting.pop()
            if item is None:
                continue
            if item.data(0, ANCHOR_ROLE) == anchor:
                return item
            waiting += [item.child(place) for place in range(item.childCount())]
        return None

    def _choose(self, item: QTreeWidgetItem | None, _: QTreeWidgetItem | None) -> None:
        if item is not None:
            self.open_at(str(item.data(0, ANCHOR_ROLE)))

    def _seek(self, text: str) -> None:
        self.hits.clear()
        if not text.strip():
            self.left.setCurrentWidget(self.contents)
            return
        titles = {chapter.key: chapter.title for chapter in self.manual.chapters}
        for hit in self.manual.search(text):
            above = titles[hit.section.chapter]
            head = hit.section.title if above == hit.section.title else f"{hit.section.title} · {above}"
            item = QListWidgetItem(f"▸ {head}\n{hit.snippet}")
            item.setData(ANCHOR_ROLE, hit.section.anchor)
            self.hits.addItem(item)
        self.left.setCurrentWidget(self.hits if self.hits.count() else self.nothing)

    def _take_first(self) -> None:
        if self.hits.count() and self.search.text().strip():
            self.hits.setCurrentRow(0)
            self.hits.setFocus()
            self._take(self.hits.item(0))

    def _take(self, item: QListWidgetItem) -> None:
        self.open_at(str(item.data(ANCHOR_ROLE)))

    def _leave(self) -> None:
        """Esc puts a search away first, then the window."""
        if self.find_bar.isVisible():
            self.find_bar.end()
        elif self.search.text():
            self.search.clear()
        else:
            self.close()

    def _restore(self) -> None:
        self.resize(fits(_SIZE))
        settings = QSettings()
        if (geometry := settings.value("help/geometry")) is not None:
            self.restoreGeometry(geometry)
        if (widths := settings.value("help/widths")) is not None:
            self.splitter.restoreState(widths)


_FLAT = frozenset({"rules", "glossary"})
_NATIVE = QKeySequence.SequenceFormat.NativeText
