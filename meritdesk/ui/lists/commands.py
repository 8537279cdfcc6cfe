"""What can be done with any list: views, columns, order, copying, a file for Excel; by key and from the menu."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QObject, QPoint, QStandardPaths, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QFileDialog, QMenu, QWidget

from meritdesk.services.changes import Step
from meritdesk.services.upkeep.lists import ListCell, ListOutcome, ListSheet
from meritdesk.ui import actions, look
from meritdesk.ui.clipboard import put
from meritdesk.ui.line_table import BLOCK
from meritdesk.ui.lists import clipboard
from meritdesk.ui.lists.columns_dialog import ColumnsDialog
from meritdesk.ui.lists.views_dialog import ViewsDialog

if TYPE_CHECKING:
    from meritdesk.ui.lists.line_list import LineList

_NUMBERED = 9
_PIXELS_A_LETTER = 7
_NARROWEST, _WIDEST = 6, 70


class ListCommands(QObject):
    """The commands of one list. Their keys work on the whole page when the list is its main one.

    Of several lists on a page one leads: its keys act on the list in which the keyboard is, else on its own.
    """

    def __init__(self, owner: LineList[Any], home: QWidget, leader: ListCommands | None = None) -> None:
        super().__init__(owner)
        self._list = owner
        self._led: list[ListCommands] = []
        if leader is not None:
            leader._led.append(self)
        self._deeds: dict[str, Callable[[], object]] = {}
        self.offered: list[QAction | None] = []
        self.actions: dict[str, QAction] = {}
        for name, key, does in (
            ("list_search", "Ctrl+F", owner.to_search),
            ("list_filter", "Ctrl+Shift+F", owner.chips.open_menu),
            ("list_views", "Ctrl+Shift+V", self.open_views),
            ("list_sort", "Ctrl+Shift+O", self.open_sort),
            ("list_columns", "Ctrl+Shift+C", self.open_columns),
            ("list_copy", "Ctrl+C", self.copy),
            ("list_export", "Ctrl+Shift+X", self.ask_export),
        ):
            action = actions.page_action(home, name, key) if leader is None else QAction(self)
            action.triggered.connect(partial(self._act, name))
            self.actions[name] = action
            self._deeds[name] = does
        everything = QAction(owner.view)
        everything.setObjectName("list_all")
        everything.setShortcut("Ctrl+A")
        everything.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        everything.triggered.connect(owner.view.selectAll)
        owner.view.addAction(everything)
        self.actions["list_all"] = everything
        owner.view.menu_wanted.connect(self.fill_menu)

    def leave_keys(self, *names: str) -> None:
        """Leave the keys of these commands to the page, whose own deeds have them; the menu still does all."""
        for name in names:
            self.actions[name].setShortcuts([])

    def say(self) -> None:
        """Say the commands in the current language."""
        translate = QCoreApplication.translate
        for name, said in (
            ("list_search", translate("ListCommands", "Type to filter the list")),
            ("list_filter", translate("ListCommands", "Filter the list by…")),
            ("list_views", translate("ListCommands", "Kept views of the list…")),
            ("list_sort", translate("ListCommands", "Sort the list by…")),
            ("list_columns", translate("ListCommands", "Columns of the list…")),
            ("list_copy", translate("ListCommands", "Copy the selected lines as a table")),
            ("list_export", translate("ListCommands", "Save the list for Excel…")),
            ("list_all", translate("ListCommands", "Select everything that fits")),
        ):
            self.actions[name].setText(said)

    def menu(self, parent: QWidget) -> QMenu:
        """The menu of the button beside the filters."""
        menu = QMenu(parent)
        for name in ("list_views", "list_columns", "list_sort", "list_copy", "list_export"):
            menu.addAction(self.actions[name])
        return menu

    def open_columns(self) -> ColumnsDialog:
        """Ask which columns are shown, and in which order."""
        view, table = self._list.view, self._list.table
        headings = {int(column): table.heading(column) for column in table.columns}
        dialog = ColumnsDialog(headings, view.columns, view.memory.at_first, self._list)

        def take() -> None:
            chosen = dialog.columns()
            if chosen == view.memory.at_first:
                view.reset_columns()
            else:
                view.set_columns(chosen)

        dialog.accepted.connect(take)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()
        return dialog

    def open_views(self) -> ViewsDialog:
        """The kept views of this list."""
        owner = self._list
        lists = owner.page.desk.upkeep.lists
        dialog = ViewsDialog(lists, owner.page.lane, owner.words, owner.as_view(), owner)
        dialog.chosen.connect(owner.show_view)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()
        return dialog

    def open_sort(self) -> QMenu:
        """The columns shown, to sort by one of them without the mouse; choosing it again turns the order."""
        menu = QMenu(self._list)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._fill_sort(menu)
        view = self._list.view
        menu.popup(view.mapToGlobal(QPoint(look.RHYTHM, view.headings.height())))
        return menu

    def copy(self) -> None:
        """The selected lines as a table on the clipboard."""
        self._list.with_selected(self._copied)

    def ask_export(self) -> None:
        """Ask for a file and write every line that the filters keep into it."""
        translate = QCoreApplication.translate
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        title = self._list.title_words() or self._list.key
        name = "".join(sign if sign.isalnum() else "-" for sign in title)
        chosen, _ = QFileDialog.getSaveFileName(
            self._list,
            translate("ListCommands", "Save the list for Excel"),
            str(Path(folder) / f"{name}{self._list.page.desk.agency.file_mark}.xlsx"),
            translate("ListCommands", "Excel (*.xlsx);;Text with separators (*.csv)"),
        )
        if chosen:
            path = Path(chosen)
            self.export(path if path.suffix else path.with_suffix(".xlsx"))

    def export(self, path: Path) -> None:
        """Write every line that the filters keep, in the columns shown and their order."""
        owner = self._list
        table, arrangement, reading, total = owner.table, owner.arrangement, owner.reading, owner.total
        columns, lines = owner.view.columns.shown, list(owner.table.lines)
        letters = [owner.view.columnWidth(column) // _PIXELS_A_LETTER for column in columns]
        widths = [max(_NARROWEST, min(count, _WIDEST)) for count in letters]
        headings, title = [table.heading(column) for column in columns], owner.title_words() or owner.key

        def rows(step: Step) -> Iterable[Sequence[ListCell]]:
            found = lines if reading is None else reading.part(arrangement, 0, total)
            for done, line in enumerate(found):
                if done % BLOCK == 0:
                    step(done, total)
                yield [table.written(line, column) for column in columns]

        def write(step: Step) -> ListOutcome:
            sheet = ListSheet(owner.key, title, headings, rows(step), widths, owner.is_personal)
            return owner.page.desk.upkeep.lists.export(sheet, path)

        told = QCoreApplication.translate("ListCommands", "Saving the list")
        owner.page.lane.ask(write, self._exported, title=told, shows_progress=True)

    def fill_menu(self, menu: QMenu) -> None:
        """What can be done with the selected lines and with the list."""
        for action in self.offered:
            if action is None:
                menu.addSeparator()
            else:
                menu.addAction(action)
        if self.offered:
            menu.addSeparator()
        for name in ("list_copy", "list_all", "list_export"):
            menu.addAction(self.actions[name])
        menu.addSeparator()
        self._fill_sort(menu.addMenu(QCoreApplication.translate("ListCommands", "Sort by")))
        for name in ("list_filter", "list_columns", "list_views"):
            menu.addAction(self.actions[name])

    def _act(self, name: str, _: bool = False) -> None:
        focus = QApplication.focusWidget()
        here = next((one for one in self._led if focus is not None and one._list.isAncestorOf(focus)), self)
        here._deeds[name]()

    def _fill_sort(self, menu: QMenu) -> None:
        translate, owner = QCoreApplication.translate, self._list
        headings = {
            column: str(owner.table.headerData(column, Qt.Orientation.Horizontal)).replace("&", "&&")
            for column in owner.view.columns.shown
        }
        for number, (column, heading) in enumerate(headings.items(), start=1):
            action = menu.addAction(f"&{number} {heading}" if number <= _NUMBERED else heading)
            action.triggered.connect(lambda _=False, column=column: owner.sort_by(column))
        if not owner.arrangement.order:
            return
        menu.addSeparator()
        then = menu.addMenu(translate("ListCommands", "And then by"))
        for column, heading in headings.items():
            action = then.addAction(heading)
            action.triggered.connect(lambda _=False, column=column: owner.sort_by(column, is_added=True))
        as_given = menu.addAction(translate("ListCommands", "As the list comes"))
        as_given.triggered.connect(lambda: owner.arrange(replace(owner.arrangement, order=())))

    def _copied(self, lines: list[Any]) -> None:
        if not lines:
            return
        owner = self._list
        data = clipboard.as_table(lines, owner.table, owner.view.columns.shown)
        put(data)
        told = QCoreApplication.translate("ListCommands", "%1 lines copied as a table.")
        owner.page.message.emit(told.replace("%1", owner.words.number(len(lines))))

    def _exported(self, outcome: ListOutcome) -> None:
        told = QCoreApplication.translate("ListCommands", "%1 lines saved as %2.")
        told = told.replace("%1", self._list.words.number(outcome.rows)).replace("%2", outcome.path.name)
        self._list.page.message.emit(self._list.words.without(told, outcome.left_out))
