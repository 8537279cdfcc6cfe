"""The filling of a vacant post: who may lawfully hold it, with reasons; who was chosen and why is kept for good."""

from __future__ import annotations

import uuid
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from meritdesk.core.access import Action, require
from meritdesk.core.documents import PaperStyle
from meritdesk.core.errors import UsageRefusal
from meritdesk.core.journal import Changes
from meritdesk.core.people import OrgUnit
from meritdesk.core.periods import Period, PeriodKind
from meritdesk.core.rotation import RotationCase, RotationState
from meritdesk.core.talent import ListedPerson, TalentList
from meritdesk.core.talent_paper import list_paper
from meritdesk.services.follow_up.talent import YearReading, kept_list, post_candidates
from meritdesk.services.office_papers import Matter, PapersOutcome, issue_papers, preview_paper
from meritdesk.services.ports import Surroundings, Work


@dataclass(frozen=True, slots=True)
class RotationLine:
    """One case with the name of its unit, its list, and whom the decision names."""

    case: RotationCase
    unit_name: str
    kept: TalentList | None
    chosen_name: str

    @property
    def state(self) -> RotationState:
        """How far it is."""
        return self.case.state

    @property
    def lawful(self) -> tuple[ListedPerson, ...]:
        """Those of the list who meet every requirement."""
        return tuple(one for one in self.kept.lines if one.is_fit) if self.kept else ()


@dataclass(frozen=True, slots=True)
class VacantPost:
    """A post of a head of unit that nobody holds."""

    unit: OrgUnit
    post: str
    echelon: str


@dataclass(frozen=True, slots=True)
class RotationOutcome:
    """A case as it stands after a verb, and what was written."""

    case: RotationCase
    changes: Changes


@dataclass(frozen=True, slots=True)
class RotationDesk:
    """Verbs of the rotation helper; a case is named by its number."""

    around: Surroundings

    def vacancies(self, year: int) -> tuple[VacantPost, ...]:
        """The posts of heads of units that nobody holds today and that no open case is about."""
        require(self.around.actor, Action.READ)
        with self.around.store.reading() as work:
            reading = YearReading.of(self.around, work, year)
            busy = {
                one.unit_id for one in work.rotations.all() if one.state in (RotationState.OPEN, RotationState.LISTED)
            }
        held = {(person.unit_id, person.echelon) for person in reading.all.people}
        return tuple(
            VacantPost(unit, unit.head_title or unit.name, unit.echelon)
            for unit in sorted(reading.all.units.values(), key=lambda one: (one.sort_order, one.name))
            if unit.parent_id
            and reading.posts.of(unit.echelon) is not None
            and (unit.unit_id, unit.echelon) not in held
            and unit.unit_id not in busy
        )

    def lines(self) -> tuple[RotationLine, ...]:
        """Every case, newest first, with its list."""
        require(self.around.actor, Action.READ)
        with self.around.store.reading() as work:
            cases = work.rotations.all()
            kept = {one.list_id: one for one in work.talent.lists()}
            units = {unit.unit_id: unit.name for unit in work.units.all()}
            names = work.people.by_ids([one.chosen_id for one in cases if one.chosen_id])
        return tuple(
            RotationLine(
                one,
                units.get(one.unit_id, ""),
                kept.get(one.list_id),
                names[one.chosen_id].full_name if one.chosen_id in names else "",
            )
            for one in reversed(cases)
        )

    def open(self, unit_id: str, post: str = "", echelon: str = "", note: str = "") -> RotationOutcome:
        """Open a case for a post; without a name it is the post of the head of the unit.

        ``USE-103`` no such unit, ``ROT-103`` an echelon no rule knows, ``ROT-104`` a case about it is open already.
        """
        require(self.around.actor, Action.EDIT)
        today = self.around.clock().date()
        with self.around.store.writing(self.around.actor, "follow_up.rotation.open", reason=post or unit_id) as work:
            unit = _unit(work, unit_id)
            asked, title = echelon or unit.echelon, post.strip() or unit.head_title or unit.name
            if YearReading.of(self.around, work, today.year).posts.of(asked) is None:
                raise UsageRefusal("ROT-103", echelon=asked or "-")
            for one in work.rotations.all():
                is_open = one.state in (RotationState.OPEN, RotationState.LISTED)
                if is_open and (one.unit_id, one.post) == (unit.unit_id, title):
                    raise UsageRefusal("ROT-104", number=one.number)
            serial = work.rotations.reserve(today.year)
            case = RotationCase(
                case_id=str(uuid.uuid4()),
                number=f"ROT-{today.year}-{serial:04d}",
                unit_id=unit.unit_id,
                post=title,
                echelon=asked,
                opened_on=today,
                note=note.strip(),
            )
            work.rotations.save([case])
            return RotationOutcome(case, work.commit())

    def list(self, number: str, year: int, is_wide: bool = False) -> RotationLine:
        """Make the list of candidates and keep it with its certificate; a later list takes the place of an earlier one.

        ``is_wide`` looks at the whole agency and not only at the department of the post. ``ROT-101`` no such case,
        ``ROT-102`` it is over, ``TAL-102`` nobody is lawful or near it.
        """
        require(self.around.actor, Action.EDIT)
        with self.around.store.writing(self.around.actor, "follow_up.rotation.list", reason=number) as work:
            case = _open_case(work, number)
            reading = YearReading.of(self.around, work, year)
            unit = reading.all.units[case.unit_id]
            found = post_candidates(reading, replace(unit, head_title=case.post), case.echelon, is_wide)
            kept = kept_list(self.around, work, found, f"{case.number} {case.post}")
            case = replace(case, list_id=kept.list_id)
            work.rotations.save([case])
            work.commit()
        return RotationLine(case, unit.name, kept, "")

    def decide(
        self, number: str, nip: str, reason: str, decided_by: str, letter_number: str = "", on: date | None = None
    ) -> RotationOutcome:
        """Note who was chosen, by whom and why; somebody outside the lawful ones needs the reason all the more.

        ``ROT-101`` no such case, ``ROT-102`` it is over, ``ROT-105`` no list yet, ``ROT-106`` no reason or nobody who
        decided, ``ROT-107`` not on the list of lawful candidates, ``ROT-108`` in the future.
        """
        require(self.around.actor, Action.CLOSE)
        today = self.around.clock().date()
        with self.around.store.writing(self.around.actor, "follow_up.rotation.decide", reason=reason.strip()) as work:
            case = _open_case(work, number)
            kept = next((one for one in work.talent.lists() if one.list_id == case.list_id), None)
            if kept is None:
                raise UsageRefusal("ROT-105", number=number)
            if not reason.strip() or not decided_by.strip():
                raise UsageRefusal("ROT-106")
            chosen = next((one for one in kept.lines if one.nip == nip and one.is_fit), None)
            if chosen is None:
                raise UsageRefusal("ROT-107", nip=nip, number=kept.number)
            if (on or today) > today:
                raise UsageRefusal("ROT-108", day=on)
            case = replace(
                case,
                decided_on=on or today,
                chosen_id=chosen.person_id,
                decided_by=decided_by.strip(),
                reason=reason.strip(),
                letter_number=letter_number.strip(),
            )
            work.rotations.save([case])
            return RotationOutcome(case, work.commit())

    def drop(self, number: str, reason: str) -> RotationOutcome:
        """Give a case up with a reason. ``ROT-101`` no such case, ``ROT-102`` it is over, ``ROT-106`` no reason."""
        require(self.around.actor, Action.EDIT)
        with self.around.store.writing(self.around.actor, "follow_up.rotation.drop", reason=reason.strip()) as work:
            case = _open_case(work, number)
            if not reason.strip():
                raise UsageRefusal("ROT-106")
            case = replace(case, dropped_on=self.around.clock().date(), reason=reason.strip())
            work.rotations.save([case])
            return RotationOutcome(case, work.commit())

    def preview(self, number: str, style: PaperStyle | None = None) -> bytes:
        """The list of a case as PDF bytes for the screen. ``ROT-105`` when there is none yet."""
        require(self.around.actor, Action.READ)
        _, kept = self._listed(number)
        return preview_paper(self.around, list_paper(kept, self.around.store.agency), style)

    def print(self, number: str, out: Path, style: PaperStyle | None = None) -> PapersOutcome:
        """Print the list of a case with its certificate. ``ROT-105`` when there is none yet."""
        require(self.around.actor, Action.PRINT)
        _, kept = self._listed(number)
        matter = Matter(Period(kept.year, PeriodKind.YEAR), f"talent-list:{kept.list_id}")
        return issue_papers(self.around, [(list_paper(kept, self.around.store.agency), matter)], out, style)

    def _listed(self, number: str) -> tuple[RotationCase, TalentList]:
        with self.around.store.reading() as work:
            case = _case(work, number)
            kept = next((one for one in work.talent.lists() if one.list_id == case.list_id), None)
        if kept is None:
            raise UsageRefusal("ROT-105", number=number)
        return case, kept


def _case(work: Work, number: str) -> RotationCase:
    case = work.rotations.by_number(number)
    if case is None:
        raise UsageRefusal("ROT-101", number=number)
    return case


def _open_case(work: Work, number: str) -> RotationCase:
    case = _case(work, number)
    if case.state in (RotationState.DECIDED, RotationState.DROPPED):
        raise UsageRefusal("ROT-102", number=number)
    return case


def _unit(work: Work, unit_id: str) -> OrgUnit:
    unit = next((one for one in work.units.all() if unit_id and unit_id in (one.unit_id, one.source_id)), None)
    if unit is None:
        raise UsageRefusal("USE-103", unit=unit_id)
    return unit
