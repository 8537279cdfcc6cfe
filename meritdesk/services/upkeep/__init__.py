"""Upkeep: checks, backups, the journal with its undo."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from meritdesk.core.access import Action, require
from meritdesk.core.accounts import Deed
from meritdesk.core.errors import UsageRefusal
from meritdesk.core.journal import Changes
from meritdesk.core.lines import ChangeLine
from meritdesk.core.store import BackupContents, CheckReport, RecoverySheet, Viewing
from meritdesk.core.undoing import UndoSteps, undo_steps
from meritdesk.services import second_person
from meritdesk.services.changes import Step, no_step
from meritdesk.services.folders import ready_folder
from meritdesk.services.local_packs import count_local_packs
from meritdesk.services.ports import Surroundings, Work
from meritdesk.services.second_person import SecondPerson
from meritdesk.services.upkeep.accounts import VERBS as ACCOUNT_VERBS
from meritdesk.services.upkeep.accounts import Accounts, require_keeper
from meritdesk.services.upkeep.audit import AuditDesk, named_lines
from meritdesk.services.upkeep.destruction import Destruction
from meritdesk.services.upkeep.drafts import Drafts
from meritdesk.services.upkeep.given_tables import GivenTables
from meritdesk.services.upkeep.holidays import Holidays
from meritdesk.services.upkeep.keeping import Keeping
from meritdesk.services.upkeep.leaks import Leaks
from meritdesk.services.upkeep.lists import Lists
from meritdesk.services.upkeep.mappings import ColumnMappings
from meritdesk.services.upkeep.memory import WindowMemory
from meritdesk.services.upkeep.personal import PersonalDesk
from meritdesk.services.upkeep.server import SharedServer
from meritdesk.services.upkeep.settings import Settings
from meritdesk.services.upkeep.updates import Updates

NOTES = frozenset(
    {
        "upkeep.backup",
        "upkeep.keep_backup",
        "upkeep.change_passphrase",
        "upkeep.change_recovery_key",
        "upkeep.lists.export",
        "upkeep.audit.export",
        "upkeep.audit.settle",
        "upkeep.destruction.erase_person",
        "upkeep.destruction.erase_year",
        "upkeep.personal.extract",
        "upkeep.personal.support_copy",
        "overview.analysts",
        "handover.resume_sending",
    }
)
OF_PACKAGES = frozenset({"handover.receive", "handover.take_back"})
"""A package is taken back whole, in the hand-over room, with its entry in the ledger."""
"""Verbs whose change set only notes what happened outside the rows; taking the note back would make it untrue."""

FOR_TWO = {
    "assessment.close": Deed.REOPEN,
    "assessment.acts.reopen": Deed.REOPEN,
    "follow_up.merit.reopen": Deed.REOPEN,
    "timekeeping.attendance.reopen": Deed.REOPEN,
    "timekeeping.activity.reopen": Deed.REOPEN,
}
"""Verbs that two people did: what they did is taken back by two."""

BLOCK = 500


@dataclass(frozen=True, slots=True)
class Upkeep:
    """Verbs of upkeep; restoring is no verb of an open desk, see ``bootstrap.restore_store``."""

    around: Surroundings

    @property
    def viewing(self) -> Viewing | None:
        """Why the data are only looked at: who works with them, or that their place cannot be written."""
        return self.around.store.viewing

    @property
    def settings(self) -> Settings:
        """What the agency has chosen where the law leaves it open."""
        return Settings(self.around)

    @property
    def keeping(self) -> Keeping:
        """The backups that the program makes by itself."""
        return Keeping(self.around)

    @property
    def holidays(self) -> Holidays:
        """The holiday table of the office."""
        return Holidays(self.around)

    @property
    def lists(self) -> Lists:
        """The lists of the window: kept views, and lists taken along."""
        return Lists(self.around)

    @property
    def audit(self) -> AuditDesk:
        """The journal filtered, printed, taken along and proved."""
        return AuditDesk(self.around)

    @property
    def updates(self) -> Updates:
        """Newer programs on a stick."""
        return Updates(self.around)

    @property
    def accounts(self) -> Accounts:
        """Who works at this desk."""
        return Accounts(self.around)

    @property
    def second(self) -> SecondPerson:
        """Whoever stands beside the one who acts."""
        return SecondPerson(self.around)

    @property
    def personal(self) -> PersonalDesk:
        """Personal data: extracts, requests, limits, the record of processing."""
        return PersonalDesk(self.around)

    @property
    def destruction(self) -> Destruction:
        """What is destroyed by the archive schedule."""
        return Destruction(self.around)

    @property
    def leaks(self) -> Leaks:
        """Failures of protection."""
        return Leaks(self.around)

    @property
    def server(self) -> SharedServer:
        """The shared server, where there is one."""
        return SharedServer(self.around)

    @property
    def drafts(self) -> Drafts:
        """What was typed in open editors and not saved."""
        return Drafts(self.around)

    @property
    def memory(self) -> WindowMemory:
        """What the window remembers for somebody, and the history of long work."""
        return WindowMemory(self.around)

    @property
    def mappings(self) -> ColumnMappings:
        """How foreign files are read."""
        return ColumnMappings(self.around)

    @property
    def tables(self) -> GivenTables:
        """Tables that were handed over and are not judged yet."""
        return GivenTables(self.around)

    def check(self, step: Step = no_step) -> CheckReport:
        """Look at every page, reference, change set and closed evaluation of the store."""
        require(self.around.actor, Action.BACKUP)
        return self.around.store.check(step)

    def rebuild_index(self, step: Step = no_step) -> int:
        """Make the index of the search anew from the rows; the number of its entries. Nothing else is changed."""
        require(self.around.actor, Action.BACKUP)
        return self.around.store.rebuild_index(step)

    def backup(self, folder: Path, step: Step = no_step, second: Path | None = None) -> Path:
        """Write a verified, encrypted backup into a folder, and one more into a second place; note when.

        The first one stays when the second place fails: its refusal is told then.
        """
        require(self.around.actor, Action.BACKUP)
        path = self.around.store.backup(ready_folder(folder), step)
        with self.around.store.writing(self.around.actor, "upkeep.backup") as work:
            moment = self.around.clock().isoformat(timespec="seconds")
            work.set_setting("last_backup", moment)
            work.set_setting("backed_up_elsewhere", moment)
            work.commit()
        if second is not None:
            self.around.store.backup(ready_folder(second), step)
        return path

    def copy(self, folder: Path, step: Step = no_step) -> Path:
        """A backup that is not noted as one, since it only goes into a practice copy and is no way back."""
        require(self.around.actor, Action.BACKUP)
        return self.around.store.backup(ready_folder(folder), step)

    def rehearse(self, backup: Path) -> BackupContents:
        """The restore drill: open a backup of this store as a restore would and tell what is in it, touching nothing.

        ``STO-640`` and ``STO-641`` no backup or damaged, ``STO-698`` of another store.
        """
        require(self.around.actor, Action.BACKUP)
        return self.around.store.look_into(backup)

    def new_recovery_key(self) -> str:
        """A recovery key to print and to type back; the sheet before stays good until ``change_recovery_key``."""
        self._require_keeper()
        return self.around.store.fresh_recovery_key()

    def print_recovery_sheet(self, key: str, target: Path) -> Path:
        """Print the recovery sheet of a key into a PDF; it stands in no register. ``DOC-401`` to ``DOC-405``."""
        self._require_keeper()
        sheet = RecoverySheet(self.around.store.agency, key, self.around.clock().date())
        self.around.press.print_recovery_sheet(sheet, target)
        return target

    def change_recovery_key(self, key: str) -> Changes:
        """Let the key of a new sheet open the store; the sheet before is void. Noted when, never which. ``STO-614``."""
        with self.around.store.writing(self.around.actor, "upkeep.change_recovery_key") as work:
            require_keeper(self.around, work)
            second_person.ask(self.around, work, Deed.KEYS)
            work.set_setting("recovery_key_changed", self.around.clock().isoformat())
            self.around.store.change_recovery_key(key)
            return work.commit()

    def change_passphrase(self, new: str) -> Changes:
        """Lock the store with another passphrase and note when, never which; the recovery key stays valid."""
        with self.around.store.writing(self.around.actor, "upkeep.change_passphrase") as work:
            require_keeper(self.around, work)
            second_person.ask(self.around, work, Deed.KEYS)
            work.set_setting("passphrase_changed", self.around.clock().isoformat())
            # A passphrase that is too short is refused here, and then no note is left either.
            self.around.store.change_passphrase(new)
            return work.commit()

    def _require_keeper(self) -> None:
        with self.around.store.reading() as work:
            require_keeper(self.around, work)

    def journal(self, offset: int = 0, limit: int = 200) -> tuple[ChangeLine, ...]:
        """One block of the journal, newest first."""
        require(self.around.actor, Action.READ)
        with self.around.store.reading() as work:
            return named_lines(work, work.journal.lines(offset, limit))

    def undo_steps(self) -> UndoSteps:
        """What whoever acts can take back next and do again, from the latest change sets of the journal."""
        require(self.around.actor, Action.READ)
        with self.around.store.reading() as work:
            return undo_steps(work.journal.lines(0, BLOCK), self.around.actor.name, NOTES | OF_PACKAGES)

    def undo(self, change_set_id: str, step: Step = no_step) -> Changes:
        """Take one change set back out as a new change set; refused when later changes stand on it."""
        require(self.around.actor, Action.EDIT)
        with self.around.store.writing(self.around.actor, "upkeep.undo", origin=f"undo:{change_set_id}") as work:
            work.watch(step)
            verb = _verb_of(work, change_set_id)
            if verb in NOTES:
                raise UsageRefusal("USE-112", change=change_set_id)
            if verb in OF_PACKAGES:
                raise UsageRefusal("PKG-659", change=change_set_id)
            if verb.startswith(ACCOUNT_VERBS):
                raise UsageRefusal("ACC-150", change=change_set_id)
            if verb in FOR_TWO:
                second_person.ask(self.around, work, FOR_TWO[verb])
            work.journal.undo(change_set_id)
            changes = work.commit()
        if "reference" in changes.nouns:
            count_local_packs(self.around)
        return changes


def _verb_of(work: Work, change_set_id: str) -> str:
    """Which verb wrote a change set, newest first; nothing when the journal does not know it."""
    offset = 0
    while block := work.journal.lines(offset, BLOCK):
        for line in block:
            if line.change_set_id == change_set_id:
                return line.verb
        offset += BLOCK
    return ""
