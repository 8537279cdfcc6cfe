"""People who may be in the register twice: found with evidence, merged with all that is theirs, or kept apart."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from meritdesk.core.access import Action, require
from meritdesk.core.duplicates import Twins, find_twins, merged_person
from meritdesk.core.errors import UsageRefusal
from meritdesk.core.journal import Changes
from meritdesk.core.people import Person
from meritdesk.services.deriving import derive
from meritdesk.services.ports import Surroundings, Work
from meritdesk.services.register.careers import person_of


@dataclass(frozen=True, slots=True)
class MergeOutcome:
    """What merging two rows does or did: who stays, who goes, and how many rows of each kind get the other reference.

    ``filled`` names the fields that only the one who goes knew.
    """

    kept: Person
    gone: Person
    moved: Mapping[str, int]
    filled: tuple[str, ...]
    changes: Changes = field(default_factory=Changes)


@dataclass(frozen=True, slots=True)
class Duplicates:
    """Verbs about people who may be there twice."""

    around: Surroundings

    def find(self) -> tuple[Twins, ...]:
        """Every pair that may be one person, the likeliest first; pairs that were kept apart are left out."""
        require(self.around.actor, Action.READ)
        with self.around.store.reading() as work:
            return find_twins(work.people.all(), work.history.distinct())

    def preview(self, kept: str, gone: str) -> MergeOutcome:
        """What merging would do; people are given by key, or by NIP where it is theirs alone."""
        require(self.around.actor, Action.READ)
        with self.around.store.reading() as work:
            return self._judged(work, kept, gone)

    def merge(self, kept: str, gone: str, reason: str) -> MergeOutcome:
        """Make two rows one: everything that points at ``gone`` points at ``kept``, as one change set.

        Refused: ``REG-381`` the same row, ``REG-382`` both evaluated for the same period, ``REG-383`` two plans for the
        same days, ``REG-384`` no reason.
        """
        require(self.around.actor, Action.EDIT)
        if not reason.strip():
            raise UsageRefusal("REG-384")
        with self.around.store.writing(self.around.actor, "register.duplicates.merge", reason=reason.strip()) as work:
            outcome = self._judged(work, kept, gone)
            moved = work.history.move_references(outcome.gone.person_id, outcome.kept.person_id)
            work.people.save([merged_person(outcome.kept, outcome.gone)])
            derive(work, self.around.clock().date())
            return MergeOutcome(outcome.kept, outcome.gone, moved, outcome.filled, work.commit())

    def keep_apart(self, one: str, other: str, reason: str) -> Changes:
        """Note that two rows are two people; the finder no longer proposes them."""
        require(self.around.actor, Action.EDIT)
        if not reason.strip():
            raise UsageRefusal("REG-384")
        with self.around.store.writing(self.around.actor, "register.duplicates.keep_apart", reason=reason) as work:
            first, second = _one_of(work, one), _one_of(work, other)
            if first.person_id == second.person_id:
                raise UsageRefusal("REG-381")
            on = self.around.clock().date()
            work.history.keep_apart(first.person_id, second.person_id, self.around.actor.name, reason.strip(), on)
            return work.commit()

    def _judged(self, work: Work, kept_key: str, gone_key: str) -> MergeOutcome:
        kept, gone = _one_of(work, kept_key), _one_of(work, gone_key)
        if kept.person_id == gone.person_id:
            raise UsageRefusal("REG-381")
        twice = work.history.both_have(kept.person_id, gone.person_id)
        if twice.periods:
            raise UsageRefusal("REG-382", name=kept.full_name, periods=", ".join(twice.periods))
        if twice.plan_years:
            raise UsageRefusal("REG-383", name=kept.full_name, years=", ".join(map(str, twice.plan_years)))
        merged = merged_person(kept, gone)
        filled = tuple(name for name in _FILLABLE if getattr(merged, name) != getattr(kept, name))
        return MergeOutcome(kept, gone, work.history.references(gone.person_id), filled)


_FILLABLE = (
    "nip", "name", "source_id", "front_title", "back_title", "sex", "birth_date", "grade", "grade_since",
    "position_title", "position_since", "echelon", "education", "unit_id",
)  # fmt: skip


def _one_of(work: Work, key: str) -> Person:
    """A person by key, or by NIP when nobody else has it (``REG-388``)."""
    found = work.people.by_ids([key]).get(key)
    if found is not None:
        return found
    if sum(person.nip == key for person in work.people.all()) > 1:
        raise UsageRefusal("REG-388", nip=key)
    return person_of(work, key)
