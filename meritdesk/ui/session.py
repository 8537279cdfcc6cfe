"""One sitting at the window: it begins where the last one was left, loses nothing, and asks before it ends."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QSettings, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMessageBox

from meritdesk.core.errors import Refusal
from meritdesk.core.journal import Changes
from meritdesk.core.periods import Period, parse_period
from meritdesk.core.server import ServerState
from meritdesk.core.undoing import UndoStep
from meritdesk.services.changes import Step
from meritdesk.ui.drafts.keeper import SECOND, DraftKeeper
from meritdesk.ui.drafts.names import EDITORS, PLAN, filters_for
from meritdesk.ui.drafts.offers import Offer, OffersDialog, can_open, drop_offer, offers_of, summary
from meritdesk.ui.drafts.open_editors import unsaved_in
from meritdesk.ui.notices import asks
from meritdesk.ui.remembered import keep_sizes, restore_sizes
from meritdesk.ui.room import RoomPage
from meritdesk.ui.singular import singular
from meritdesk.ui.upkeep.journal_words import origin_words, verb_words
from meritdesk.ui.work.book import WorkBook
from meritdesk.ui.work.history_dialog import HistoryDialog
from meritdesk.ui.work.queue_panel import QueuePanel

if TYPE_CHECKING:
    from meritdesk.ui.main_window import MainWindow

PLACE = "place"
KEEP_MILLISECONDS = 2000
NEWS_MILLISECONDS = 4000
RETRY_MILLISECONDS = 30
MOST_RETRIES = 400
FEW_RETRIES = 40
"""So often it is looked for an editor although nothing is being read any more."""


@dataclass(frozen=True, slots=True)
class WorkPlace:
    """Where somebody left off: the period, and of each tab its filters with the person that was chosen."""

    period: str = ""
    filters: Mapping[str, Mapping[str, str]] = field(default_factory=dict)


def place_text(place: WorkPlace) -> str:
    """A place as the store keeps it."""
    return json.dumps({"period": place.period, "filters": {tab: dict(one) for tab, one in place.filters.items()}})


def place_of(text: str) -> WorkPlace:
    """The place that was kept; what cannot be read is no place."""
    try:
        told = json.loads(text or "{}")
        filters = {
            str(tab): {str(name): str(value) for name, value in one.items()} for tab, one in told["filters"].items()
        }
        return WorkPlace(str(told["period"]), filters)
    except (ValueError, KeyError, AttributeError, TypeError):
        return WorkPlace()


class Session(QObject):
    """What the window does beside its pages: resume, offer drafts, undo and redo, the queue, the end of the day."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.place = WorkPlace()
        self.book = WorkBook(window.desk, window.lane, self)
        self.panel: QueuePanel | None = None
        self.offers_dialog: OffersDialog | None = None
        self.history_dialog: HistoryDialog | None = None
        self._kept = ""
        self._sized: set[RoomPage] = set()
        self._is_leaving = False
        self._watch = QTimer(self)
        self._watch.setInterval(KEEP_MILLISECONDS)
        self._watch.timeout.connect(self.keep_place)
        self._others = QTimer(self)
        self._others.setInterval(NEWS_MILLISECONDS)
        self._others.timeout.connect(self.ask_news)
        window.page_entered.connect(self._entered)

    # Resuming

    def recall(self) -> None:
        """Read where the work was left; runs in the lane before the first page is entered."""
        try:
            self.place = place_of(self._window.desk.upkeep.memory.recall(PLACE))
        except Refusal:
            self.place = WorkPlace()

    def period(self) -> Period | None:
        """The period that was shown last."""
        try:
            return parse_period(self.place.period) if self.place.period else None
        except Refusal:
            return None

    def begin(self) -> None:
        """The first page stands: go back to whoever was chosen there, and offer what was not saved."""
        page = self._page()
        if page is not None:
            wanted = self.place.filters.get(page_key(page), {})
            if wanted:
                page.go_back_to(wanted)
        self._watch.start()
        self.ask_offers()
        self._ask_server()

    def _ask_server(self) -> None:
        """On a shared server the line at the bottom says which, and what other clerks write reaches the pages.

        So it does where the data are only looked at while somebody works with them.
        """
        server = self._window.desk.upkeep.server

        def know(state: ServerState | None) -> None:
            self._window.status_line.note_server(state)
            if state is not None or self._window.is_viewing:
                self._others.start()

        self._window.lane.ask(lambda step: server.state(), know, lambda _: None, key="session.server")

    def ask_news(self) -> None:
        """One look at the head of the journal; what others changed is announced as one's own changes are."""
        if self._window.lane.is_idle:
            server = self._window.desk.upkeep.server
            self._window.lane.ask(lambda step: server.news(), None, lambda _: None, key="session.news")

    def keep_place(self) -> None:
        """Remember where the work stands, in the encrypted store; nothing is written while nothing changed."""
        window, page = self._window, self._page()
        if page is None or window.period is None:
            return
        QSettings().setValue("room", window.room)
        filters = {**self.place.filters, page_key(page): page.where_left()}
        place = WorkPlace(window.period.code, filters)
        text = place_text(place)
        if text == self._kept:
            return
        self.place, self._kept = place, text
        memory = window.desk.upkeep.memory
        window.lane.ask(lambda step: memory.keep(PLACE, text), None, lambda _: None, key="session.place")

    def keep_sizes(self) -> None:
        """Remember splitters, widths and the place of the window."""
        window = self._window
        QSettings().setValue("geometry", window.saveGeometry())
        for page in self._sized:
            keep_sizes(page, page_key(page))

    def bring_into_sight(self) -> None:
        """A window that was left on a screen that is gone comes to one that is there, no larger than it."""
        window = self._window
        frame = window.frameGeometry()
        screens = QGuiApplication.screens()
        if any(screen.availableGeometry().intersects(frame.adjusted(40, 10, -40, -40)) for screen in screens):
            return
        room = QGuiApplication.primaryScreen().availableGeometry()
        window.resize(min(window.width(), room.width()), min(window.height(), room.height()))
        window.move(room.left(), room.top())

    # Drafts

    def ask_offers(self) -> None:
        """Look for drafts that were not saved and offer them in a calm list."""
        desk = self._window.desk
        self._window.lane.ask(lambda step: offers_of(desk), self._offer, lambda _: None, key="session.offers")

    def show_offers(self) -> None:
        """The list of drafts, also when the clerk asks for it."""
        desk = self._window.desk

        def show(offers: tuple[Offer, ...]) -> None:
            if offers:
                self._offer(offers)
            else:
                self._window.notice.say(QCoreApplication.translate("Session", "There is no draft that is not saved."))

        self._window.lane.ask(lambda step: offers_of(desk), show, key="session.offers")

    def go_on(self, offer: Offer) -> None:
        """Go to the editor of a draft and open it there; what was typed comes back with it."""
        if not can_open(offer):
            return
        place = EDITORS[offer.name]
        period = offer.facts.get("period", "")
        filters = filters_for(offer.name, offer.facts)
        # Typed in another period than the one in the head: that one comes back with it.
        self._window.go(place.room, {**filters, "period": parse_period(period)} if period else filters)
        page = self._window.page(place.room).tab(place.tab)
        self._open_when_at_rest(page, offer, MOST_RETRIES)

    def throw_away(self, offer: Offer) -> None:
        """Throw one draft away."""
        desk = self._window.desk
        self._window.lane.ask(lambda step: drop_offer(desk, offer))

    def _offer(self, offers: tuple[Offer, ...]) -> None:
        if not offers:
            return
        window = self._window
        window.notice.say(summary(offers, window.words))
        dialog = OffersDialog(offers, window.words, window)
        dialog.go_on.connect(self.go_on)
        dialog.throw_away.connect(self.throw_away)
        self.offers_dialog = dialog
        dialog.open()

    def _open_when_at_rest(self, page: RoomPage, offer: Offer, tries: int, is_found: bool = False) -> None:
        if not self._window.lane.is_idle and tries:
            again = partial(self._open_when_at_rest, page, offer, tries - 1, is_found)
            QTimer.singleShot(RETRY_MILLISECONDS, self, again)
            return
        place, facts = EDITORS[offer.name], {**offer.facts, "subject": offer.subject.removesuffix(SECOND)}
        if place.opens is None:
            if offer.name != PLAN:  # a form that stands on the page itself: its facts have led to it
                self._fill(offer, MOST_RETRIES)
        elif place.finds is not None and not is_found:
            place.finds(page, facts)
            again = partial(self._open_when_at_rest, page, offer, MOST_RETRIES, True)
            QTimer.singleShot(RETRY_MILLISECONDS, self, again)
        else:
            place.opens(page, facts)
            self._fill(offer, MOST_RETRIES)

    def _point_at_the_place(self) -> None:
        said = QCoreApplication.translate("Session", "Open it here: what you typed is offered there.")
        self._window.notice.say(said)

    def _fill(self, offer: Offer, tries: int) -> None:
        """Whoever chose to go on with a draft finds it filled in when its editor has opened."""
        subject = offer.subject.removesuffix(SECOND)
        for keeper in self._window.findChildren(DraftKeeper):
            if keeper.is_open and keeper.name == offer.name and keeper.subject == subject:
                keeper.go_on_at_once()
                return
        if tries and (self._window.lane.jobs() or tries > MOST_RETRIES - FEW_RETRIES):
            QTimer.singleShot(RETRY_MILLISECONDS, self, partial(self._fill, offer, tries - 1))
        else:
            self._point_at_the_place()

    # Undo and redo

    def offer_undo(self) -> None:
        """Outside an editor: offer the last change of this person in words, to be taken back."""
        self._ask_steps(lambda steps: self._offer_step(steps.back, is_back=True))

    def offer_redo(self) -> None:
        """Outside an editor: offer what was taken back last, to be done again."""
        self._ask_steps(lambda steps: self._offer_step(steps.again, is_back=False))

    def _ask_steps(self, then: object) -> None:
        upkeep = self._window.desk.upkeep
        self._window.lane.ask(lambda step: upkeep.undo_steps(), then, key="session.undo")  # type: ignore[arg-type]

    def _offer_step(self, step: UndoStep | None, *, is_back: bool) -> None:
        window, translate = self._window, QCoreApplication.translate
        if step is None:
            window.notice.say(
                translate("Session", "There is nothing of yours to take back.")
                if is_back
                else translate("Session", "There is nothing to do again.")
            )
            return
        question = translate("Session", "Take back: %1?") if is_back else translate("Session", "Do again: %1?")
        consequence = translate("Session", "Done on %1. What was signed, closed or handed over since stays as it is.")
        if not asks(
            window,
            question.replace("%1", self.step_words(step)),
            consequence.replace("%1", window.words.moment(step.change.at)),
            translate("Session", "Take back") if is_back else translate("Session", "Do again"),
        ):
            return
        upkeep = window.desk.upkeep

        def work(watched: Step) -> Changes:
            return upkeep.undo(step.change_set_id, watched)

        def done(_: Changes) -> None:
            window.notice.say(
                translate("Session", "Taken back. Ctrl+Y does it again.")
                if is_back
                else translate("Session", "Done again. Ctrl+Z takes it back.")
            )

        window.lane.ask(work, done, title=translate("MainWindow", "Taking back"), shows_progress=True)

    def step_words(self, step: UndoStep) -> str:
        """A change in words: what was done, to how many rows, from which file."""
        change, words = step.change, self._window.words
        said = singular(QCoreApplication.translate("Session", "%1 (%2 rows)").replace("%1", verb_words(change.verb)))
        said = said.replace("%2", words.number(change.rows))
        origin = origin_words(change.origin)
        return f"{said}, {origin}" if change.origin.startswith(("file:", "package:")) else said

    # The queue

    def show_queue(self) -> None:
        """What runs, waits and ended, above the status line; asked again it is brought to the front."""
        window = self._window
        if self.panel is None:
            self.panel = QueuePanel(window.lane, self.book, window.words, window)
            self.panel.outcome_wanted.connect(self.show_history)
            self.panel.history_wanted.connect(self.show_history)
        self.panel.reload()
        self.panel.stand_above(window.status_line)
        self.panel.show()
        self.panel.raise_()
        self.panel.activateWindow()

    def show_history(self, work_id: str = "") -> None:
        """The history of work, with the outcome list of one piece in front."""
        window = self._window
        dialog = HistoryDialog(window.desk, window.lane, window.words, work_id, window)
        dialog.undo_wanted.connect(window.take_back)
        self.history_dialog = dialog
        dialog.open()

    # The end

    def keep_everything(self) -> None:
        """Keep what was typed in open editors as drafts; they stay open."""
        for editor in unsaved_in(self._window):
            editor.keep()

    def leave_to(self, name: str, password: str) -> None:
        """Somebody else takes the desk: what was typed is kept as drafts, and the store opens anew for him."""
        for editor in unsaved_in(self._window):
            editor.keep()
        self._leave_when_at_rest(MOST_RETRIES, name, password)

    def _leave_when_at_rest(self, tries: int, name: str, password: str) -> None:
        window = self._window
        if not window.lane.is_idle and tries:
            again = partial(self._leave_when_at_rest, tries - 1, name, password)
            QTimer.singleShot(RETRY_MILLISECONDS, self, again)
            return
        self._is_leaving = True
        window.leave_to(name, password)

    def may_close(self) -> bool:
        """Ask about unsaved editors, then about running work in numbers; true when the window may go."""
        return self._editors_may_close() and self._work_may_stop()

    def _editors_may_close(self) -> bool:
        window = self._window
        editors = unsaved_in(window)
        if not editors or self._is_leaving:
            self._is_leaving = False
            return True
        translate = QCoreApplication.translate
        box = QMessageBox(window)
        box.setIcon(QMessageBox.Icon.Question)
        box.setWindowTitle("MeritDesk")
        said = translate("Session", "%1 editors hold something that is not saved.")
        box.setText(singular(said.replace("%1", window.words.number(len(editors)))))
        box.setInformativeText("\n".join(f"· {editor.about}" for editor in editors[:8]))
        keep = box.addButton(translate("Session", "Keep as draft"), QMessageBox.ButtonRole.AcceptRole)
        save = box.addButton(translate("Session", "Save"), QMessageBox.ButtonRole.YesRole)
        away = box.addButton(translate("Session", "Throw away"), QMessageBox.ButtonRole.DestructiveRole)
        stay = box.addButton(translate("Session", "Stay here"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(keep)
        box.setEscapeButton(stay)
        box.exec()
        clicked = box.clickedButton()
        if clicked is keep:
            for editor in editors:
                editor.keep()
        elif clicked is away:
            for editor in editors:
                editor.discard()
        elif clicked is save:
            for editor in editors:
                editor.save()
        else:
            return False
        self._close_when_at_rest(MOST_RETRIES, is_saving=clicked is save)
        return False

    def _close_when_at_rest(self, tries: int, *, is_saving: bool) -> None:
        """What was asked for is written first; an editor that could not be saved keeps the window open."""
        window = self._window
        if any(not job.shows_progress for job in window.lane.jobs()) and tries:
            again = partial(self._close_when_at_rest, tries - 1, is_saving=is_saving)
            QTimer.singleShot(RETRY_MILLISECONDS, self, again)
            return
        if is_saving and unsaved_in(window):
            return
        self._is_leaving = True
        window.close()

    def _work_may_stop(self) -> bool:
        window = self._window
        jobs = [job for job in window.lane.jobs() if job.shows_progress]
        if not jobs:
            return True
        translate, number = QCoreApplication.translate, window.words.number
        lines = []
        for job in jobs[:8]:
            said = job.title
            if job.total:
                said = f"{said}: {number(job.done)}/{number(job.total)}"
            lines.append(f"· {said}")
        waiting = sum(not job.is_running for job in jobs)
        what = translate("Session", "%1 pieces of work run, %2 wait. What they did so far is taken back.")
        what = what.replace("%1", number(len(jobs) - waiting)).replace("%2", number(waiting))
        return asks(
            window,
            translate("MainWindow", "Stop the running work and close?"),
            "\n".join((what, *lines)),
            translate("MainWindow", "Stop and close"),
        )

    def _entered(self, _: str) -> None:
        page = self._page()
        if page is not None and page not in self._sized:
            self._sized.add(page)
            restore_sizes(page, page_key(page))

    def _page(self) -> RoomPage | None:
        window = self._window
        return window.page(window.room).front() if window.room else None


def page_key(page: RoomPage) -> str:
    """The name of a tab in what is remembered: its room and its class."""
    return f"{page.room}/{type(page).__name__}"
