"""The frame: head with the period, rail with the rooms, the page, and the line that tells the truth."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QSettings, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QMainWindow,
    QVBoxLayout,
    QWidget,
)

from meritdesk.bootstrap import can_open_in_full, who_has
from meritdesk.core.access import Action, may
from meritdesk.core.errors import FileRefusal, Refusal
from meritdesk.core.journal import Changes
from meritdesk.core.periods import Period, PeriodKind
from meritdesk.core.store import RestoredStore
from meritdesk.services import Desk
from meritdesk.services.changes import Step
from meritdesk.services.overview import Status
from meritdesk.ui import actions, arrivals, look
from meritdesk.ui.background import Lane
from meritdesk.ui.by_keyboard import ByKeyboard
from meritdesk.ui.finder import Finder, Found
from meritdesk.ui.first_run.first_steps import FirstStepStrip
from meritdesk.ui.first_run.practice_band import PracticeBand, practice_word
from meritdesk.ui.first_run.wishes import Way, Wish
from meritdesk.ui.frame import Head, Rail
from meritdesk.ui.guard.clock_band import ClockBand
from meritdesk.ui.guard.idle_lock import IdleLock
from meritdesk.ui.guard.second_dialog import ask_second
from meritdesk.ui.guard.view_band import ViewBand, view_word
from meritdesk.ui.help.help_desk import HelpDesk
from meritdesk.ui.help.places import tab_in_front
from meritdesk.ui.keys_dialog import KeysDialog
from meritdesk.ui.leaving import Leaving
from meritdesk.ui.limited_people import LimitedPeople
from meritdesk.ui.notices import BugDialog, Notice, asks, refusal_box
from meritdesk.ui.pages_area import Pages, PagesArea
from meritdesk.ui.palette.errand import Errand
from meritdesk.ui.reading_order import in_reading_order
from meritdesk.ui.room import RoomPage
from meritdesk.ui.rooms import make_page
from meritdesk.ui.second_start import come_to_the_front
from meritdesk.ui.session import Session
from meritdesk.ui.slices import Slices
from meritdesk.ui.status_line import StatusLine
from meritdesk.ui.wording import Words
from meritdesk.wall_clock import noted_moment

STATUS_DELAY_MILLISECONDS = 1_000
PLACES_KEPT = 50


class MainWindow(ByKeyboard, QMainWindow):
    """One desk in one window. Pages are made when first entered and never know of each other."""

    page_entered = Signal(str)

    def __init__(self, desk: Desk, lane: Lane, words: Words) -> None:
        super().__init__()
        self.desk = desk
        self.lane = lane
        self.words = words
        self.room = ""
        self.period: Period | None = None
        self._pages: dict[str, RoomPage] = {}
        self._back: list[str] = []
        self._forward: list[str] = []
        self.commands = actions.declare(self)
        self.help = HelpDesk(words, self._where)
        self.finder = Finder(desk, lane, self.commands, words)
        self.head = Head(desk.agency, self.finder, words)
        self.practice = PracticeBand(desk.agency)
        viewing = desk.upkeep.viewing
        self.is_viewing = viewing is not None
        self.view_band = ViewBand(viewing, words)
        self.clock_band = ClockBand(words)
        self.first_steps = FirstStepStrip(words)
        self.left_for: Wish | None = None
        self._begins_with: Wish | None = None
        self.arriving: Path | None = None
        self._practice_sign = look.strong(QLabel())
        self.rail = Rail(self.commands)
        self.pages = Pages()
        self.notice = Notice()
        self.status_line = StatusLine(lane, words)
        self.status_line.is_viewing = self.is_viewing
        self.setStatusBar(self.status_line)
        self._arrange()
        self._status_timer = QTimer(self)
        self._status_timer.setSingleShot(True)
        self._status_timer.setInterval(STATUS_DELAY_MILLISECONDS)
        self._status_timer.timeout.connect(self._ask_status)
        self._saying = Slices(self, slice_ms=0)
        self.guard = IdleLock(self)
        lane.second = ask_second(desk, lane, words, self._in_front)
        self._connect()
        self.setAcceptDrops(True)
        self.session = Session(self)
        self.leaving = Leaving(self)
        self._connect_session()
        self._restore()
        self.retranslate()

    def _arrange(self) -> None:
        middle = QWidget()
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, look.RHYTHM)
        column.setSpacing(0)
        column.addWidget(self.first_steps)
        column.addWidget(PagesArea(self.pages), 1)
        column.addWidget(self.notice)
        below = QHBoxLayout()
        below.setSpacing(0)
        below.addWidget(self.rail)
        below.addWidget(middle, 1)
        whole = QWidget()
        rows = QVBoxLayout(whole)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self.practice)
        rows.addWidget(self.view_band)
        rows.addWidget(self.clock_band)
        rows.addWidget(self.head)
        rows.addLayout(below, 1)
        self.setCentralWidget(whole)
        if self.desk.agency.is_practice:
            self._practice_sign.setContentsMargins(look.RHYTHM, 0, look.RHYTHM, 0)
            self.status_line.addPermanentWidget(self._practice_sign)
        self.resize(1366, 768)

    def _connect(self) -> None:
        for room, _ in actions.ROOMS:
            self.commands[f"room:{room}"].triggered.connect(lambda _=False, room=room: self.go(room))
        does: dict[str, Callable[[], object]] = {
            "find": self._find,
            "open_file": self._choose_file,
            "refresh": self._refresh,
            "back": lambda: self._walk(self._back, self._forward),
            "forward": lambda: self._walk(self._forward, self._back),
            "period_before": lambda: self.head.move_year(-1),
            "period_after": lambda: self.head.move_year(1),
            "language": self.words.switch_language,
            "look": self._switch_look,
            "stop_job": self.status_line.cancel_shown,
            "keys": self._show_keys,
            "manual": self.help.open_manual,
            "why": self.help.open_why,
            "glossary": self.help.open_glossary,
            "lock": self.guard.lock,
            "quit": self.close,
        }
        for name, verb in does.items():
            self.commands[name].triggered.connect(lambda _=False, verb=verb: verb())
        self.head.period_chosen.connect(self.set_period)
        self.head.language_wanted.connect(self.words.switch_language)
        self.head.look_wanted.connect(self._switch_look)
        self.head.keys_wanted.connect(self._show_keys)
        self._errand = Errand(self.lane, self)
        self._errand.told.connect(self.notice.say)
        self.finder.chosen.connect(self._follow)
        self.finder.left.connect(self._focus_page)
        self.notice.undo_wanted.connect(self.take_back)
        self.practice.reset_wanted.connect(self._reset_practice)
        self.view_band.full_wanted.connect(self._open_in_full)
        self.clock_band.look_wanted.connect(self._status_timer.start)
        self.first_steps.wanted.connect(self.go)
        self.lane.changed.connect(self._changed)
        self.words.limited_changed.connect(self._show_limits)
        self.lane.refused.connect(self._refused)
        self.lane.broke.connect(self._broke)
        self.words.language_changed.connect(lambda _: self._language_changed())

    def _connect_session(self) -> None:
        session = self.session
        does: dict[str, Callable[[], object]] = {
            "undo": session.offer_undo,
            "redo": session.offer_redo,
            "drafts": session.show_offers,
            "queue": session.show_queue,
            "work_history": session.show_history,
        }
        for name, verb in does.items():
            self.commands[name].triggered.connect(lambda _=False, verb=verb: verb())
        self.status_line.queue_wanted.connect(session.show_queue)

    def start(self) -> None:
        """Ask which period is due, then enter the place where the clerk left off."""
        remembered = str(QSettings().value("room", "overview"))
        first = remembered if remembered in dict(actions.ROOMS) else "overview"

        def due(step: Step) -> Status:
            """A year without any plan is not begun yet; then the year before is what the desk is about."""
            self.session.recall()
            if (left := self.session.period()) is not None:
                return self.desk.overview.status(left)
            status = self.desk.overview.status()
            before = Period(status.period.year - 1, PeriodKind.YEAR)
            if status.whole.plans or not (earlier := self.desk.overview.status(before)).whole.plans:
                return status
            return earlier

        def begin(status: Status) -> None:
            self._note_status(status)
            if self.period is None:
                self.head.show_period(status.period)
                self.period = status.period
            wish = self._begins_with
            if self.arriving is not None:
                self.go("handover", {"file": self.arriving})
            elif wish is not None and wish.room:
                self.go(wish.room, {**({"tab": wish.tab} if wish.tab else {}), "task": wish.task})
            else:
                self.go(first)
            self.session.begin()
            self.guard.start()

        self.lane.ask(due, begin)
        self.lane.ask(lambda step: self.desk.handover.restored(), self._tell_restored)
        self._ask_limits()

    def begin_with(self, wish: Wish) -> None:
        """What led to this desk: which folder, the year to begin with, and what is to be done first."""
        self._begins_with = wish
        if wish.year:
            self.set_period(Period(wish.year, PeriodKind.YEAR))

    def leave_for(self, way: Way, folder: Path | None = None) -> None:
        """Close this desk and go through the front door another way; a running job asks first, as at every closing."""
        here = self._begins_with.folder if self._begins_with is not None else None
        self.left_for = Wish(way, folder or here)
        if not self.close():
            self.left_for = None

    def leave_to(self, account: str, password: str) -> None:
        """Close this desk and open it anew for somebody else who works here."""
        here = self._begins_with.folder if self._begins_with is not None else None
        self.left_for = Wish(Way.OPEN, here, passphrase=password, account=account)
        if not self.close():
            self.left_for = None

    def go(self, room: str, filters: Mapping[str, object] | None = None) -> None:
        """Enter a room; the place before is kept for the way back.

        ``door`` leaves the window by the front door; a ``period`` among the filters becomes that of all pages.
        """
        if room == "door":
            wanted = filters or {}
            folder = wanted.get("folder")
            self.leave_for(Way(str(wanted.get("way", Way.DOOR))), Path(str(folder)) if folder else None)
            return
        period = (filters or {}).get("period")
        if isinstance(period, Period) and period != self.period:
            self.set_period(period)
        if self.room and self.room != room:
            self._back = [*self._back, self.room][-PLACES_KEPT:]
            self._forward.clear()
        self._enter(room, filters)

    def set_period(self, period: Period) -> None:
        """The period in the head rules every page."""
        self.period = period
        self.head.show_period(period)
        if self.room:
            self._pages[self.room].enter(period)
        self._status_timer.start()

    def retranslate(self) -> None:
        """Say the frame again in the current language; pages hear of it themselves."""
        sign = f"{practice_word()} – " if self.desk.agency.is_practice else ""
        looks = f"{view_word()} – " if self.is_viewing else ""
        self.setWindowTitle(f"{looks}{sign}{self.desk.agency.name} – MeritDesk")
        self._practice_sign.setText(sign.removesuffix(" – "))
        look.colour(self._practice_sign, look.asks())
        self.practice.retranslate()
        self.view_band.retranslate()
        self.clock_band.retranslate()
        self.first_steps.retranslate()
        actions.say(self.commands)
        self.head.retranslate()
        self.finder.retranslate()
        self.rail.retranslate()
        self.notice.retranslate()
        self.status_line.retranslate()

    def page(self, room: str) -> RoomPage:
        """The page of a room, made when first asked for."""
        if room not in self._pages:
            page = make_page(room, self.desk, self.lane, self.words, self.pages)
            page.message.connect(self.notice.say)
            page.offer_undo.connect(self.notice.say)
            page.go_to.connect(self.go)
            self._pages[room] = page
            self.pages.addWidget(page)
        return self._pages[room]

    def take_file(self, path: Path) -> None:
        """Find out where a dropped file belongs and take it there."""
        self.lane.ask(
            lambda step: arrivals.room_for(path), lambda room: self.go(room, arrivals.filters_for(path, room))
        )

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files may be dropped anywhere."""
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Each kind has its own place; which of several files is meant would be a guess, and that is said."""
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        event.acceptProposedAction()
        if len(paths) > 1:
            self._refused(FileRefusal("UI-905", count=len(paths)))
        elif paths:
            self.take_file(paths[0])

    def closeEvent(self, event: QCloseEvent) -> None:
        """Unsaved editors and running work ask first; then the places are remembered and the desk is closed."""
        if not self.session.may_close() or not self.leaving.may_go():
            event.ignore()
            return
        self.session.keep_sizes()
        QSettings().setValue("room", self.room)
        self.help.close_all()
        self.lane.stop()
        event.accept()

    def _enter(self, room: str, filters: Mapping[str, object] | None) -> None:
        page = self.page(room)
        self.room = room
        self.rail.show_room(room)
        if filters:
            page.narrow(filters)
        focused = self.focusWidget()
        if focused is not None and self.pages.currentWidget() is not page and self.pages.isAncestorOf(focused):
            focused.clearFocus()  # or Qt seeks another place for it on the page that goes
        self.pages.setCurrentWidget(page)
        if self.period is not None:
            page.enter(self.period)
        self.first_steps.enter(room)
        self._focus_page()
        self.page_entered.emit(room)

    def _focus_page(self) -> None:
        if not self.room:
            return
        page = self._pages[self.room]
        wanted = page.primary_focus()
        if not wanted.isVisible():  # what the page begins with is not there today
            wanted = next(in_reading_order(page.front()), next(in_reading_order(page), wanted))
        wanted.setFocus()

    def _in_front(self) -> QWidget:
        """The window that the clerk has before him: a dialog of his, or this one."""
        return QApplication.activeModalWidget() or self

    def _walk(self, source: list[str], other: list[str]) -> None:
        if source:
            other.append(self.room)
            self._enter(source.pop(), None)

    def _follow(self, found: Found) -> None:
        if found.why_not:
            self.notice.say(found.why_not)
        elif found.term:
            self.help.open_glossary(found.term)
        elif found.command:
            self.commands[found.command].trigger()
        else:
            self.go(found.room, found.filters)
            if found.action:
                self._errand.take(self.page(found.room).front(), found.action)

    def ask_file(self) -> None:
        """A package was opened by a double click while this window was open: which one is asked here."""
        come_to_the_front()
        self._choose_file()

    def _find(self) -> None:
        self.finder.setFocus()
        self.finder.selectAll()

    def _choose_file(self) -> None:
        chosen, _ = QFileDialog.getOpenFileName(
            self, QCoreApplication.translate("MainWindow", "Open a file in the right place")
        )
        if chosen:
            self.take_file(Path(chosen))

    def _refresh(self) -> None:
        for room, page in self._pages.items():
            if room != self.room:
                page.mark_stale()
        if self.room:
            self._pages[self.room].refresh()
        self._status_timer.start()

    def _changed(self, changes: Changes) -> None:
        # What another clerk wrote on the server comes without a change set of one's own.
        if changes.change_set_id or not (self.is_viewing or self.status_line.server is not None):
            self.status_line.note_saved(datetime.now(UTC).astimezone())
        for page in self._pages.values():
            page.hear(changes)
        self.leaving.hear(changes)
        self._status_timer.start()
        if not changes.nouns or changes.nouns & {"personal", "people"}:
            self._ask_limits()

    def _ask_limits(self) -> None:
        """Whose processing is limited is marked in every list; the mere passphrase shows none."""
        if may(self.desk.upkeep.accounts.actor, Action.READ):
            personal = self.desk.upkeep.personal
            self.lane.ask(lambda step: LimitedPeople(personal.limits()), self.words.set_limited, key="limits")

    def _show_limits(self) -> None:
        for view in self.findChildren(QAbstractItemView):
            view.viewport().update()

    def _ask_status(self) -> None:
        period = self.period
        self.lane.ask(lambda step: self.desk.overview.status(period), self._note_status, key="status")

    def _note_status(self, status: Status) -> None:
        self.status_line.note_status(status)
        self.first_steps.note(status)
        self.clock_band.note(status.clock)
        waiting: dict[str, int] = {}
        for task in status.tasks:
            waiting[task.room] = max(waiting.get(task.room, 0), task.count)
        self.rail.show_waiting({room: self.words.number(count) for room, count in waiting.items()})

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Z and Ctrl+Y that no editor and no grid took are about what was saved."""
        if event.matches(QKeySequence.StandardKey.Undo):
            self.session.offer_undo()
        elif event.matches(QKeySequence.StandardKey.Redo):
            self.session.offer_redo()
        else:
            super().keyPressEvent(event)

    def take_back(self, change_set: str) -> None:
        """Take one change set back out."""

        def work(step: Step) -> Changes:
            return self.desk.upkeep.undo(change_set, step)

        def done(_: Changes) -> None:
            self.notice.say(QCoreApplication.translate("MainWindow", "Taken back. Everything is as it was before."))

        title = QCoreApplication.translate("MainWindow", "Taking back")
        self.lane.ask(work, done, title=title, shows_progress=True)

    def _reset_practice(self) -> None:
        translate = QCoreApplication.translate
        if asks(
            self,
            translate("MainWindow", "Begin practice anew?"),
            translate("MainWindow", "Everything done here is thrown away. Real data are not touched."),
            translate("MainWindow", "Begin anew"),
        ):
            self.leave_for(Way.RESET)

    def _open_in_full(self) -> None:
        """Through the door again when the data are free; else the band says who works with them now."""
        here = self._begins_with.folder if self._begins_with is not None else None
        if here is None or can_open_in_full(here):
            self.leave_for(Way.OPEN)
            return
        if (holder := who_has(here)) is not None:
            self.view_band.note(holder)
        self.notice.say(QCoreApplication.translate("MainWindow", "Not yet: %1").replace("%1", self.view_band.said))

    def _tell_restored(self, restored: RestoredStore | None) -> None:
        if restored is not None:
            said = QCoreApplication.translate(
                "MainWindow",
                "These data came back from a backup of %1. Sending is paused until you let it go on in Upkeep.",
            )
            self.notice.say(said.replace("%1", self.words.moment(noted_moment(restored.backup_of))))

    def _refused(self, error: Refusal) -> None:
        refusal_box(self, self.words, error).open()

    def _broke(self, error: Exception) -> None:
        dialog: QDialog = BugDialog(self.words, error, self)
        dialog.open()

    def _where(self) -> tuple[str, str]:
        """Room and tab in front, for the help desk."""
        page = self._pages.get(self.room)
        return (self.room, tab_in_front(page)) if page is not None else ("", "")

    def _language_changed(self) -> None:
        """The frame and the page in front at once, the pages behind it in turns of their own."""
        self.retranslate()

        def pages() -> Iterator[object]:
            yield None
            for page in self.findChildren(RoomPage):
                yield page.say_if_unsaid()

        self._saying.begin(pages())

    def _switch_look(self) -> None:
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        look.apply(application, not look.is_dark())
        QSettings().setValue("dark", look.is_dark())
        self.retranslate()

    def _show_keys(self) -> None:
        KeysDialog(self._pages.get(self.room), self).open()

    def _restore(self) -> None:
        geometry = QSettings().value("geometry")
        if geometry is not None:
            self.restoreGeometry(geometry)
            self.session.bring_into_sight()
