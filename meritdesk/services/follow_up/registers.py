"""The office's registers of training and of assessment centre results: by hand or from a spreadsheet."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from meritdesk.core.access import Action, require
from meritdesk.core.differences import differences
from meritdesk.core.errors import UsageRefusal
from meritdesk.core.intake import ScoreRow, TrainingRow
from meritdesk.core.journal import Changes
from meritdesk.core.people import Person
from meritdesk.core.talent import PotentialScore, ScoreKind, Training
from meritdesk.services.changes import ImportOutcome, Step, no_step
from meritdesk.services.intake import Tally, origin_of, state_of
from meritdesk.services.ports import Source, Surroundings, Work

_MOST_HOURS = 5000


@dataclass(frozen=True, slots=True)
class TrainingLine:
    """One training with whose it is."""

    training: Training
    person: Person
    unit_name: str


@dataclass(frozen=True, slots=True)
class ScoreLine:
    """One result of the assessment centre with whose it is, and whether it is the newest of its kind."""

    score: PotentialScore
    person: Person
    unit_name: str
    is_newest: bool


@dataclass(frozen=True, slots=True)
class Trainings:
    """Verbs of the register of training."""

    around: Surroundings

    def lines(self, nip: str = "", year: int = 0) -> tuple[TrainingLine, ...]:
        """The register, newest first; of one person, or of one year. ``USE-102`` for an unknown NIP."""
        require(self.around.actor, Action.READ)
        with self.around.store.reading() as work:
            ids = [_known(work, nip).person_id] if nip else None
            found = [one for one in work.trainings.of(ids) if not year or one.held_on.year == year]
            people = work.people.by_ids([one.person_id for one in found])
            units = {unit.unit_id: unit.name for unit in work.units.all()}
        return tuple(
            TrainingLine(one, people[one.person_id], units.get(people[one.person_id].unit_id, ""))
            for one in reversed(found)
        )

    def add(self, nip: str, training: Training) -> Changes:
        """Enter a training of somebody.

        ``USE-102`` no such person, ``TAL-111`` no title, ``TAL-112`` in the future, ``TAL-113`` hours below nought or
        too many, ``TAL-114`` the same training stands there already.
        """
        require(self.around.actor, Action.EDIT)
        with self.around.store.writing(self.around.actor, "follow_up.trainings.add", reason=nip) as work:
            person = _known(work, nip)
            entry = self._checked(replace(training, training_id=str(uuid.uuid4()), person_id=person.person_id))
            if any(_is_same(one, entry) for one in work.trainings.of([person.person_id])):
                raise UsageRefusal("TAL-114", title=entry.title, day=entry.held_on)
            work.trainings.save([entry])
            return work.commit()

    def change(self, training: Training) -> Changes:
        """Change an entry; as ``add``, ``TAL-115`` for one that is gone."""
        require(self.around.actor, Action.EDIT)
        with self.around.store.writing(self.around.actor, "follow_up.trainings.change") as work:
            before = work.trainings.by_id(training.training_id)
            if before is None:
                raise UsageRefusal("TAL-115")
            work.trainings.save([self._checked(replace(training, person_id=before.person_id))])
            return work.commit()

    def remove(self, training_ids: Sequence[str]) -> Changes:
        """Take entries out of the register; they can be put back by undoing. ``TAL-115`` for one that is gone."""
        require(self.around.actor, Action.EDIT)
        with self.around.store.writing(self.around.actor, "follow_up.trainings.remove") as work:
            for one in training_ids:
                if work.trainings.by_id(one) is None:
                    raise UsageRefusal("TAL-115")
            work.trainings.remove(training_ids)
            return work.commit()

    def import_file(self, source: Source, step: Step = no_step, dry_run: bool = False) -> ImportOutcome:
        """Take a spreadsheet of trainings over; the same person, title and day is the same training."""
        require(self.around.actor, Action.IMPORT)
        intake = self.around.spreadsheets.read_trainings(source, step)
        actor = self.around.actor
        with self.around.store.writing(actor, "follow_up.trainings.import", origin=origin_of(source)) as work:
            step = work.watch(step)
            tally: Tally[TrainingRow] = Tally(intake, source)
            people = {person.nip: person for person in work.people.all() if person.nip}
            known = {_key(one): one for one in work.trainings.of()}
            taken: dict[tuple[str, str, date], int] = {}
            saved = []
            for done, placed in enumerate(intake.rows):
                step(done, len(intake.rows))
                row, person = placed.value, people.get(placed.value.nip)
                if person is None:
                    tally.refuse(placed.row, "NIP", "USE-102", nip=row.nip)
                    continue
                if row.held_on > self.around.clock().date():
                    tally.refuse(placed.row, "TANGGAL PELATIHAN", "TAL-112", day=row.held_on)
                    continue
                entry = Training(
                    str(uuid.uuid4()), person.person_id, row.kind, row.title, row.held_on, row.hours or 0,
                    row.certificate or "", row.organiser or "",
                )  # fmt: skip
                other = taken.setdefault(_key(entry), placed.row)
                if other != placed.row:
                    tally.refuse(placed.row, "NAMA PELATIHAN", "TAL-116", other=other, title=row.title)
                    continue
                before = known.get(_key(entry))
                if before is not None:
                    entry = replace(
                        entry,
                        training_id=before.training_id,
                        hours=entry.hours if row.hours is not None else before.hours,
                        certificate=row.certificate or before.certificate,
                        organiser=row.organiser or before.organiser,
                    )
                saved.append(entry)
                state = state_of(before, entry)
                tally.accept(placed.row, row.nip, person.full_name, state, differences=differences(before, entry))
            work.trainings.save(saved)
            changes = Changes() if dry_run else work.commit()
        return tally.answer(changes)

    def _checked(self, entry: Training) -> Training:
        if not entry.title.strip():
            raise UsageRefusal("TAL-111")
        if entry.held_on > self.around.clock().date():
            raise UsageRefusal("TAL-112", day=entry.held_on)
        if not 0 <= entry.hours <= _MOST_HOURS:
            raise UsageRefusal("TAL-113", hours=entry.hours, most=_MOST_HOURS)
        return replace(
            entry,
            title=entry.title.strip(),
            certificate=entry.certificate.strip(),
            organiser=entry.organiser.strip(),
        )


@dataclass(frozen=True, slots=True)
class Potentials:
    """Verbs of the register of assessment centre results."""

    around: Surroundings

    def lines(self, nip: str = "") -> tuple[ScoreLine, ...]:
        """The register, newest first; of one person where a NIP is given. ``USE-102`` for an unknown one."""
        require(self.around.actor, Action.READ)
        with self.around.store.reading() as work:
            ids = [_known(work, nip).person_id] if nip else None
            found = work.potentials.of(ids)
            people = work.people.by_ids([one.person_id for one in found])
            units = {unit.unit_id: unit.name for unit in work.units.all()}
        newest = {(one.person_id, one.kind): one for one in found}
        return tuple(
            ScoreLine(
                one,
                people[one.person_id],
                units.get(people[one.person_id].unit_id, ""),
                newest[one.person_id, one.kind] is one,
            )
            for one in reversed(found)
        )

    def enter(self, nip: str, score: PotentialScore) -> Changes:
        """Enter or correct a result; one person has one result of a kind on a day.

        ``USE-102`` no such person, ``TAL-121`` not from 0 to 100, ``TAL-122`` in the future, ``TAL-123`` no source.
        """
        require(self.around.actor, Action.EDIT)
        with self.around.store.writing(self.around.actor, "follow_up.potentials.enter", reason=nip) as work:
            entry = replace(score, person_id=_known(work, nip).person_id, source=score.source.strip())
            if not 0 <= entry.points <= 100:
                raise UsageRefusal("TAL-121", points=entry.points)
            if entry.measured_on > self.around.clock().date():
                raise UsageRefusal("TAL-122", day=entry.measured_on)
            if not entry.source:
                raise UsageRefusal("TAL-123")
            work.potentials.save([entry])
            return work.commit()

    def remove(self, scores: Sequence[PotentialScore]) -> Changes:
        """Take results out of the register; they can be put back by undoing. ``TAL-124`` for one that is gone."""
        require(self.around.actor, Action.EDIT)
        with self.around.store.writing(self.around.actor, "follow_up.potentials.remove") as work:
            known = set(work.potentials.of([one.person_id for one in scores]))
            if not known.issuperset(scores):
                raise UsageRefusal("TAL-124")
            work.potentials.remove(scores)
            return work.commit()

    def import_file(self, source: Source, step: Step = no_step, dry_run: bool = False) -> ImportOutcome:
        """Take a spreadsheet of results over: a row a person and day, with potential, competence or both."""
        require(self.around.actor, Action.IMPORT)
        intake = self.around.spreadsheets.read_scores(source, step)
        actor = self.around.actor
        with self.around.store.writing(actor, "follow_up.potentials.import", origin=origin_of(source)) as work:
            step = work.watch(step)
            tally: Tally[ScoreRow] = Tally(intake, source)
            people = {person.nip: person for person in work.people.all() if person.nip}
            known = {(one.person_id, one.kind, one.measured_on): one for one in work.potentials.of()}
            taken: dict[tuple[str, date], int] = {}
            saved: list[PotentialScore] = []
            for done, placed in enumerate(intake.rows):
                step(done, len(intake.rows))
                row, person = placed.value, people.get(placed.value.nip)
                if person is None:
                    tally.refuse(placed.row, "NIP", "USE-102", nip=row.nip)
                    continue
                if row.measured_on > self.around.clock().date():
                    tally.refuse(placed.row, "TANGGAL PENILAIAN KOMPETENSI", "TAL-122", day=row.measured_on)
                    continue
                other = taken.setdefault((person.person_id, row.measured_on), placed.row)
                if other != placed.row:
                    tally.refuse(placed.row, "NIP", "TAL-125", other=other, nip=row.nip)
                    continue
                fresh = [
                    _score(person.person_id, kind, row, points, known)
                    for kind, points in ((ScoreKind.POTENTIAL, row.potential), (ScoreKind.COMPETENCE, row.competence))
                    if points is not None
                ]
                before = [known.get((one.person_id, one.kind, one.measured_on)) for one in fresh]
                saved += fresh
                state = "same" if before == fresh else "changed" if any(before) else "added"
                shown = tuple(
                    one for old, new in zip(before, fresh, strict=True) if old != new for one in differences(old, new)
                )
                tally.accept(placed.row, row.nip, person.full_name, state, differences=shown)
            work.potentials.save(saved)
            changes = Changes() if dry_run else work.commit()
        return tally.answer(changes)


def _score(
    person_id: str,
    kind: ScoreKind,
    row: ScoreRow,
    points: Decimal,
    known: dict[tuple[str, ScoreKind, date], PotentialScore],
) -> PotentialScore:
    before = known.get((person_id, kind, row.measured_on))
    source = row.source or (before.source if before is not None else "")
    return PotentialScore(person_id, kind, row.measured_on, points, source)


def _known(work: Work, nip: str) -> Person:
    person = work.people.by_nip(nip)
    if person is None:
        raise UsageRefusal("USE-102", nip=nip)
    return person


def _key(training: Training) -> tuple[str, str, date]:
    return training.person_id, " ".join(training.title.casefold().split()), training.held_on


def _is_same(one: Training, other: Training) -> bool:
    return _key(one) == _key(other)
