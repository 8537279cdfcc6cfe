"""The region's answer goes onto the stick only after the file it answers was taken for good (F57).

What could not be written, because the stick was full or the PC went down, is owed: it is written when the desk is next
opened and the folder is there, when the same file is received again, or by hand from the ledger Sent. A remembered
folder may be another stick by then, of another agency: an answer goes only where the file lies that it answers, or
onto the very medium from which that came.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from meritdesk.core.errors import FileRefusal, Refusal
from meritdesk.core.handover import OwedAnswer, StagedPackage
from meritdesk.core.lines import OutgoingLine
from meritdesk.services.folders import holds_file, medium_of, ready_folder
from meritdesk.services.ports import Surroundings


def write_owed_answers(around: Surroundings) -> tuple[Path, ...]:
    """When a desk is opened: write every answer that is owed and whose folder is there; the others stay owed."""
    with around.store.reading() as work:
        owed = work.ledger.owed()
    tried = [try_to_write(around, one)[0] for one in owed if Path(one.folder).is_dir()]
    return tuple(path for path in tried if path is not None)


def owed_for(line: OutgoingLine, folder: Path, answered: StagedPackage) -> OwedAnswer:
    """An answer with the place where it belongs, and how that is known again."""
    medium = medium_of(folder)
    return OwedAnswer(line.package_id, line.file_name, str(folder), medium, answered.name, answered.digest)


def is_elsewhere(owed: OwedAnswer) -> bool:
    """Whether another stick lies now where the one was on which an answer belongs."""
    folder = Path(owed.folder)
    if not owed.medium or not folder.is_dir():
        return False
    return medium_of(folder) != owed.medium and not holds_file(folder, owed.beside, owed.beside_digest)


def write_answer(around: Surroundings, owed: OwedAnswer) -> Path:
    """Write an answer; the same bytes however often. It stays owed when it is refused.

    ``PKG-853`` another stick lies there now; else as ``exchange.write_package``.
    """
    if is_elsewhere(owed):
        raise FileRefusal("PKG-853", name=owed.file_name, folder=owed.folder, beside=owed.beside)
    with around.store.reading() as work:
        data = work.ledger.outgoing_data(owed.package_id)
    path = around.exchange.write_package(data, ready_folder(Path(owed.folder)), owed.file_name)
    settle_answers(around, [owed.package_id])
    return path


def try_to_write(around: Surroundings, owed: OwedAnswer) -> tuple[Path | None, Refusal | None]:
    """The path of the answer, or why it stays owed: a full stick, no stick, a person who may only read."""
    try:
        return write_answer(around, owed), None
    except Refusal as refusal:
        return None, refusal


def settle_answers(around: Surroundings, package_ids: Sequence[str]) -> None:
    """These answers lie on a stick; of what was not owed nothing is written."""
    with around.store.reading() as work:
        known = {one.package_id for one in work.ledger.owed()}
    wanted = [one for one in package_ids if one in known]
    if not wanted:
        return
    with around.store.writing(around.actor, "handover.receive") as work:
        work.ledger.settle_owed(wanted)
        work.commit()
