"""Updates without a network: the region signs an installer, the office looks at it before anybody starts it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from meritdesk import __version__
from meritdesk.core.access import Action, require
from meritdesk.core.errors import UsageRefusal
from meritdesk.core.updates import CheckedUpdate, version_in
from meritdesk.services.folders import ready_folder
from meritdesk.services.ports import Surroundings
from meritdesk.services.taken_out import note_taken

UPDATE = "pembaruan program"
"""As the journal calls what leaves by these verbs."""


@dataclass(frozen=True, slots=True)
class Updates:
    """Verbs of updates; in the store only the journal tells of what was written."""

    around: Surroundings
    running: str = __version__

    def check(self, path: Path) -> CheckedUpdate:
        """Whether an update file is the region's, whole, and newer than this program; ``UPD-101`` to ``UPD-108``.

        Nothing is written and nothing of it is started.
        """
        require(self.around.actor, Action.READ)
        with self.around.store.reading() as work:
            cards = (*work.ledger.cards(), self.around.store.keys.card)
        return self.around.exchange.open_update(self.around.exchange.stage(path), cards, self.running)

    def take_out(self, update: CheckedUpdate, folder: Path) -> Path:
        """Write the installer of a checked update into a folder: exactly the bytes that were looked at."""
        require(self.around.actor, Action.BACKUP)
        path = self.around.exchange.write_package(update.installer, ready_folder(folder), update.label.name)
        note_taken(self.around, UPDATE, [path])
        return path

    def make(self, installer: Path, version: str, folder: Path) -> Path:
        """At the region: put an installer under this office's signature, for its agencies; ``UPD-109`` not a region.

        Without a ``version`` the one in the installer's name counts.
        ``UPD-110`` the name or version cannot be written, ``UPD-111`` too large; an installer that cannot be read is
        refused as any file is.
        """
        require(self.around.actor, Action.BACKUP)
        keys = self.around.store.keys
        if not keys.card.is_region:
            raise UsageRefusal("UPD-109")
        staged = self.around.exchange.stage(installer)
        name, data = self.around.exchange.seal_update(
            staged.data, installer.name, version.strip() or version_in(installer.name), keys
        )
        path = self.around.exchange.write_package(data, ready_folder(folder), name)
        note_taken(self.around, UPDATE, [path])
        return path
