"""How clerks read files that do not use our headings: remembered by name, offered again when such a file comes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from meritdesk.core.access import Action, require
from meritdesk.core.errors import UsageRefusal
from meritdesk.core.given import ColumnMapping
from meritdesk.services.ports import Surroundings


@dataclass(frozen=True, slots=True)
class ColumnMappings:
    """Verbs about remembered mappings; they are the office's, whoever made them."""

    around: Surroundings

    def list(self) -> tuple[ColumnMapping, ...]:
        """Every remembered mapping, by name."""
        require(self.around.actor, Action.READ)
        with self.around.store.reading() as work:
            return work.mappings.all()

    def show(self, name: str) -> ColumnMapping:
        """One mapping by name, whatever its case; ``IMP-280`` when there is none."""
        wanted = _folded(name)
        found = next((one for one in self.list() if _folded(one.name) == wanted), None)
        if found is None:
            raise UsageRefusal("IMP-280", mapping=name)
        return found

    def offered(self, fingerprint: str, columns: Iterable[str]) -> tuple[ColumnMapping, ...]:
        """The mappings that fit a file: those for just these headings first, then those whose columns are all there."""
        there = {_folded(name) for name in columns}
        fitting = [
            one
            for one in self.list()
            if one.fingerprint == fingerprint or all(_folded(heading) in there for heading in one.columns.values())
        ]
        return tuple(sorted(fitting, key=lambda one: (one.fingerprint != fingerprint, one.name.casefold())))

    def save(self, mapping: ColumnMapping) -> ColumnMapping:
        """Remember a mapping under its name, in the place of one of the same name.

        ``IMP-283`` no name, ``IMP-284`` an unknown kind of file, ``IMP-275`` a needed field without column or constant.
        """
        require(self.around.actor, Action.IMPORT)
        name = " ".join(mapping.name.split())
        if not name:
            raise UsageRefusal("IMP-283")
        layout = next((one for one in self.around.spreadsheets.layouts() if one.name == mapping.layout), None)
        if layout is None:
            raise UsageRefusal("IMP-284", layout=mapping.layout)
        lacking = mapping.lacking(layout)
        if lacking:
            raise UsageRefusal("IMP-275", mapping=name, headings=", ".join(map(layout.heading, lacking)))
        kept = replace(mapping, name=name)
        with self.around.store.writing(self.around.actor, "upkeep.mappings.save") as work:
            for other in work.mappings.all():
                if other.name != name and _folded(other.name) == _folded(name):
                    work.mappings.drop(other.name)
            work.mappings.keep(kept, self.around.actor.name, self.around.clock())
            work.commit()
        return kept

    def delete(self, name: str) -> None:
        """Forget a mapping; ``IMP-280`` when there is none of that name."""
        require(self.around.actor, Action.IMPORT)
        kept = self.show(name)
        with self.around.store.writing(self.around.actor, "upkeep.mappings.delete") as work:
            work.mappings.drop(kept.name)
            work.commit()


def _folded(name: str) -> str:
    return " ".join(name.casefold().split())
