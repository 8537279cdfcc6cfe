"""What keeps the data without anybody thinking of it: a backup when something changed, a full check once a week."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from meritdesk.core.access import Action, require
from meritdesk.core.errors import FileRefusal
from meritdesk.core.store import CheckReport
from meritdesk.services.changes import Step, no_step
from meritdesk.services.folders import ready_folder
from meritdesk.services.ports import Surroundings

BACKED_UP_TO = "backed_up_to"
LAST_CHECK = "last_check"
CHECK_DAYS = 7


@dataclass(frozen=True, slots=True)
class Kept:
    """The backup that was made, the one in the second place, and the weekly check where it was due."""

    path: Path
    second: Path | None = None
    report: CheckReport | None = None


@dataclass(frozen=True, slots=True)
class Condition:
    """What whoever opens the store should hear."""

    was_cut_off: bool = False
    is_short_of_room: bool = False


@dataclass(frozen=True, slots=True)
class Keeping:
    """The backups that the program makes by itself."""

    around: Surroundings

    def condition(self) -> Condition:
        """Whether the program before died with the store open, and whether the disk is nearly full."""
        require(self.around.actor, Action.READ)
        store = self.around.store
        return Condition(store.was_cut_off, store.is_short_of_room)

    def is_due(self) -> bool:
        """Whether anything changed since the last backup; never in a practice store, nor for rows on a server."""
        require(self.around.actor, Action.READ)
        if self.around.store.agency.is_practice or not self.around.store.keeps_backups:
            return False
        with self.around.store.reading() as work:
            return work.setting(BACKED_UP_TO) != str(work.journal.head().count)

    def is_check_due(self) -> bool:
        """Whether the last full check is a week old; a clock that was turned back means yes, never no."""
        require(self.around.actor, Action.READ)
        today = self.around.clock().date()
        with self.around.store.reading() as work:
            last = work.setting(LAST_CHECK)
        with suppress(ValueError):
            return not timedelta(0) <= today - date.fromisoformat(last) < timedelta(days=CHECK_DAYS)
        return True

    def may_be_second(self, folder: Path) -> None:
        """Whether backups may go to this folder a second time: ``STO-731`` when it lies on the disk of the data."""
        require(self.around.actor, Action.READ)
        self.around.store.require_other_disk(folder)

    def keep(self, step: Step = no_step, second: Path | None = None) -> Kept:
        """A verified backup beside the data and one in the second place; older ones are thinned by their number.

        Once a week everything is looked at first; a damaged store (``STO-730``) takes the place of no good backup.
        The first one stays when the second place fails: its refusal is told then.
        """
        require(self.around.actor, Action.READ)
        store = self.around.store
        report = store.check(step) if self.is_check_due() else None
        if report is not None and not report.is_sound:
            raise FileRefusal("STO-730")
        path, there = store.keep_backup(step), None
        try:
            if second is not None:
                there = store.keep_backup(step, ready_folder(second))
        finally:
            self._note(report, is_elsewhere=there is not None)
        return Kept(path, there, report)

    def _note(self, report: CheckReport | None, *, is_elsewhere: bool) -> None:
        """When it was made, up to where, and whether one lies elsewhere: only that one survives the disk."""
        with self.around.store.writing(self.around.actor, "upkeep.keep_backup") as work:
            moment = self.around.clock()
            work.set_setting("last_backup", moment.isoformat(timespec="seconds"))
            if is_elsewhere:
                work.set_setting("backed_up_elsewhere", moment.isoformat(timespec="seconds"))
            if report is not None:
                work.set_setting(LAST_CHECK, moment.date().isoformat())
            work.set_setting(BACKED_UP_TO, str(work.journal.head().count + 1))
            work.commit()
