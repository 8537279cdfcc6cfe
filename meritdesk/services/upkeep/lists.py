"""Lists of the window: views kept under a name, and a list taken along as a spreadsheet."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from pathlib import Path

from meritdesk.core.access import Action, require
from meritdesk.core.errors import UsageRefusal
from meritdesk.core.journal import Changes
from meritdesk.core.saved_views import LONGEST_NAME, MOST_VIEWS, SavedView, view_name
from meritdesk.services.limits import Limited, Without, limited_people
from meritdesk.services.ports import Surroundings

ListCell = str | date | int | Decimal | None

_ENDINGS = (".xlsx", ".csv")
_NARROWEST, _WIDEST = 8, 60


@dataclass(frozen=True, slots=True)
class ListSheet:
    """A list as it is written: the columns shown in their order, and every row that the filters keep.

    ``is_personal`` says that it names people; taking such a list along stands in the journal.
    """

    list_key: str
    title: str
    headings: Sequence[str]
    rows: Iterable[Sequence[ListCell]]
    widths: Sequence[int] = ()
    is_personal: bool = True


@dataclass(frozen=True, slots=True)
class ListOutcome:
    """A list that was written: where, how many rows, and how many people are not in it for a limit of processing."""

    path: Path
    rows: int
    changes: Changes
    left_out: int = 0


@dataclass(frozen=True, slots=True)
class Lists:
    """Verbs of lists; a counter of upkeep."""

    around: Surroundings

    def views(self, list_key: str) -> tuple[SavedView, ...]:
        """What whoever is at the desk has kept for a list."""
        require(self.around.actor, Action.READ)
        with self.around.store.reading() as work:
            return work.saved_views.of(self.around.actor.name, list_key)

    def keep_view(self, view: SavedView) -> SavedView:
        """Keep a view under its name; one of the same name gives way.

        ``UI-320`` no usable name, ``UI-321`` too many.
        """
        require(self.around.actor, Action.READ)
        kept = replace(view, name=view_name(view.name))
        if not kept.name or len(kept.name) > LONGEST_NAME:
            raise UsageRefusal("UI-320", limit=LONGEST_NAME)
        with self.around.store.writing(self.around.actor, "upkeep.lists.keep_view") as work:
            before = {one.name for one in work.saved_views.of(self.around.actor.name, kept.list_key)}
            if kept.name not in before and len(before) >= MOST_VIEWS:
                raise UsageRefusal("UI-321", limit=MOST_VIEWS)
            work.saved_views.save(self.around.actor.name, kept)
            work.commit()
        return kept

    def drop_view(self, list_key: str, name: str) -> None:
        """Let a view go. ``UI-322`` there is none of that name."""
        require(self.around.actor, Action.READ)
        with self.around.store.writing(self.around.actor, "upkeep.lists.drop_view") as work:
            if not work.saved_views.remove(self.around.actor.name, list_key, view_name(name)):
                raise UsageRefusal("UI-322", name=name)
            work.commit()

    def export(self, sheet: ListSheet, path: Path) -> ListOutcome:
        """Write a list as .xlsx or .csv by the ending; a list of people leaves a note in the journal.

        Who asked for a limit of processing is left out and counted (UU 27/2022 Ps. 41): taking a list along is the
        office's own choice. A list of a practice store says so in the name of the file and of its sheet, so that nobody
        takes it for real.
        ``UI-323`` for another ending; the place cannot be written: ``IMP-240`` to ``IMP-242``, ``IMP-214``.
        """
        require(self.around.actor, Action.EXPORT)
        if path.suffix.lower() not in _ENDINGS:
            raise UsageRefusal("UI-323", file=path.name)
        path, title = self.marked(path, sheet.title)
        widths = sheet.widths or [max(_NARROWEST, min(len(heading) + 4, _WIDEST)) for heading in sheet.headings]
        with self.around.store.reading() as work:
            rows = Without(sheet.rows, limited_people(work) if sheet.is_personal else Limited())
        count = self.around.spreadsheets.write_list(path, sheet.headings, rows, title, widths)
        if not sheet.is_personal:
            return ListOutcome(path, count, Changes())
        try:
            changes = self._note(sheet, path, count)
        except BaseException:
            # Names that left the store without a trace would be worse than no file.
            with suppress(OSError):
                path.unlink(missing_ok=True)
            raise
        return ListOutcome(path, count, changes, rows.left_out)

    def marked(self, path: Path, title: str) -> tuple[Path, str]:
        """What a list's file and heading are called here: in a practice store both say so, so that nobody is fooled."""
        mark = self.around.store.agency.file_mark
        if not mark:
            return path, title
        title = f"{mark.strip('-')} {title}"
        if path.stem.endswith(mark):
            return path, title
        marked, number = path.with_name(f"{path.stem}{mark}{path.suffix}"), 1
        while marked.exists():
            # The clerk was asked about another name: what stands under this one is not written over.
            number += 1
            marked = path.with_name(f"{path.stem}-{number}{mark}{path.suffix}")
        return marked, title

    def _note(self, sheet: ListSheet, path: Path, count: int) -> Changes:
        moment = self.around.clock().isoformat(timespec="seconds")
        with self.around.store.writing(
            self.around.actor, "upkeep.lists.export", origin=f"file:{path.name}", reason=sheet.title
        ) as work:
            work.set_setting("last_list", f"{moment} {sheet.list_key} {count}")
            return work.commit()
