"""Destruction by the archive schedule: what is due, everything about one person or a year, and the certificate.

Closed evaluations are never destroyed before their time. What goes leaves a tombstone without a name; its values go
from the rows, the journal, drafts, the index and unused pages of the file. Copies elsewhere are named, and age out.
"""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from meritdesk.core.access import Action, require
from meritdesk.core.accounts import Deed
from meritdesk.core.documents import PaperStyle
from meritdesk.core.errors import UsageRefusal
from meritdesk.core.evaluation import Evaluation
from meritdesk.core.office_paper import OfficePaper
from meritdesk.core.people import Person
from meritdesk.core.periods import parse_period
from meritdesk.core.personal_data import DueRecords, Erasure, ErasureKind, Fate, PersonalRules
from meritdesk.core.personal_paper import certificate_paper, numbered
from meritdesk.core.rules import PackKind
from meritdesk.services import second_person
from meritdesk.services.changes import Step, no_step
from meritdesk.services.office_papers import Matter, PapersOutcome, issue_papers, preview_paper
from meritdesk.services.personal_words import on_paper
from meritdesk.services.ports import Surroundings, Work
from meritdesk.services.ports.personal import Found
from meritdesk.services.upkeep.personal import personal_rules

PERFORMANCE = "PERFORMANCE"


@dataclass(frozen=True, slots=True)
class _What:
    """What is destroyed: of whom or which year, and the words that must stand nowhere any more."""

    kind: ErasureKind
    subject: str
    needles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Destruction:
    """Verbs of destruction; a counter of upkeep.

    Where the desk has accounts of two people who may confirm, the second one shows who he is (``ACC-140``); else his
    name is typed, and he signs the certificate.
    """

    around: Surroundings

    def due(self) -> tuple[DueRecords, ...]:
        """What is no longer kept by the schedule, by kind and year, the oldest first."""
        require(self.around.actor, Action.READ)
        rules, today = personal_rules(self.around), self.around.clock().date()
        counted: dict[tuple[str, int], dict[str, int]] = {}
        with self.around.store.reading() as work:
            for record in rules.records:
                for year, count in work.personal.counts_by_year(record).items():
                    if rules.kept(record).over_on(year) <= today:
                        counted.setdefault((record.retention, year), {})[record.table] = count
        return tuple(
            DueRecords(rules.retention[code], year, rules.retention[code].over_on(year), counts)
            for (code, year), counts in sorted(counted.items(), key=lambda one: (one[0][1], one[0][0]))
        )

    def lines(self) -> tuple[Erasure, ...]:
        """The tombstones, newest first."""
        require(self.around.actor, Action.READ)
        with self.around.store.reading() as work:
            return tuple(reversed(work.personal.erasures()))

    def erase_person(
        self, nip: str, reason: str, second: str, copies: Sequence[str] = (), step: Step = no_step
    ) -> Erasure:
        """Destroy everything about one person.

        ``PRV-101`` unknown, ``PRV-105`` no reason, ``PRV-121`` no second person, ``PRV-122`` a closed evaluation is
        within its time, ``PRV-123`` a plan or an evaluation of this year is being worked on, ``PRV-120`` on a server,
        ``PRV-127`` who still leads or evaluates others.
        """
        rules = self._allowed(reason, second)
        with self.around.store.writing(self.around.actor, "upkeep.destruction.erase_person") as work:
            step = work.watch(step)
            person = work.people.by_nip(nip.replace(" ", ""))
            if person is None:
                raise UsageRefusal("PRV-101", nip=nip)
            _require_no_duty(work, person)
            self._require_over(work.evaluations.of_person(person.person_id), rules)
            found = work.personal.about(person.person_id, rules.records)
            needles = tuple(one for one in (person.nip, person.full_name, person.name) if one)
            what = _What(ErasureKind.PERSON, person.person_id[:8], needles)
            done = self._destroy(work, what, found, reason, second, copies, step)
        return self._shredded(done, no_step)

    def erase_year(
        self, year: int, retention: str, reason: str, second: str, copies: Sequence[str] = (), step: Step = no_step
    ) -> Erasure:
        """Destroy the records of one kind and year; ``PRV-124`` when their time is not over, else as ``erase_person``.

        ``PRV-125`` where the schedule says that they are looked at again first (``REVIEW``).
        """
        rules = self._allowed(reason, second)
        kept = rules.retention.get(retention)
        if kept is None or kept.over_on(year) > self.around.clock().date():
            raise UsageRefusal("PRV-124", year=year, day=str(kept.over_on(year)) if kept else "-")
        if kept.fate is Fate.REVIEW:
            raise UsageRefusal("PRV-125", title=kept.title)
        records = [one for one in rules.records if one.retention == retention]
        with self.around.store.writing(self.around.actor, "upkeep.destruction.erase_year") as work:
            step = work.watch(step)
            found = work.personal.of_year(year, records)
            what = _What(ErasureKind.YEAR, f"{retention} {year}")
            done = self._destroy(work, what, found, reason, second, copies, step)
        return self._shredded(done, no_step)

    def sheet(self, number: str) -> tuple[OfficePaper, Matter]:
        """The certificate of a destruction as a sheet; ``PRV-126`` unknown."""
        require(self.around.actor, Action.READ)
        with self.around.store.reading() as work:
            found = next((one for one in work.personal.erasures() if one.number == number), None)
        if found is None:
            raise UsageRefusal("PRV-126", number=number)
        purposes = {one.table: one.purpose for one in personal_rules(self.around).records}
        paper = certificate_paper(found, purposes, self.around.store.agency, on_paper)
        return paper, Matter(parse_period(str(found.done_at.year)), f"erasure:{found.erasure_id}")

    def preview(self, number: str, style: PaperStyle | None = None) -> bytes:
        """The certificate as PDF bytes for the screen."""
        return preview_paper(self.around, self.sheet(number)[0], style)

    def print(self, number: str, out: Path, style: PaperStyle | None = None) -> PapersOutcome:
        """Print the certificate and enter it in the register of documents."""
        return issue_papers(self.around, [self.sheet(number)], out, style, action=Action.READ)

    def _allowed(self, reason: str, second: str) -> PersonalRules:
        require(self.around.actor, Action.UPKEEP)
        if not reason.strip():
            raise UsageRefusal("PRV-105")
        if not second.strip() or second.strip().casefold() == self.around.actor.name.casefold():
            raise UsageRefusal("PRV-121")
        if self.around.store.state() is not None:
            raise UsageRefusal("PRV-120")
        return personal_rules(self.around)

    def _require_over(self, evaluations: Sequence[Evaluation], rules: PersonalRules) -> None:
        today, kept = self.around.clock().date(), rules.retention[PERFORMANCE]
        for one in evaluations:
            if one.is_closed and kept.over_on(one.period.year) > today:
                raise UsageRefusal("PRV-122", period=one.period.code, day=str(kept.over_on(one.period.year)))
            if not one.is_closed and one.period.year >= today.year - 1:
                raise UsageRefusal("PRV-123", period=one.period.code)

    def _destroy(
        self, work: Work, what: _What, found: Found, reason: str, second: str, copies: Sequence[str], step: Step
    ) -> Erasure:
        """In one transaction rows, drafts and journal; after it the index and the unused pages."""
        witness = second_person.ask(self.around, work, Deed.ERASE)
        erasure_id, now = str(uuid.uuid4()), self.around.clock()
        keys = work.personal.keys(found)
        counts = work.personal.erase(found)
        if what.needles:
            work.personal.forget_windows(what.needles)
        changes = work.personal.redact(keys, what.needles, erasure_id, step)
        one = Erasure(
            erasure_id,
            numbered([before.number for before in work.personal.erasures()], "BAP", now.year),
            what.kind,
            what.subject,
            self.around.rulebook.pack(PackKind.PERSONAL_DATA, now.date()).pack_id,
            reason.strip(),
            now,
            self.around.actor.name,
            witness or second.strip(),
            sum(counts.values()),
            changes,
            counts,
            (*copies, *_sealed(work)),
        )
        work.personal.save_erasure(one)
        work.commit()
        return one

    def _shredded(self, one: Erasure, step: Step) -> Erasure:
        """What is worked out is worked out anew, and the file is written anew."""
        self.around.store.rebuild_index(step)
        self.around.store.shred(step)
        return one


def _require_no_duty(work: Work, person: Person) -> None:
    """Whoever leads a unit or evaluates somebody is not gone: others' papers need the name."""
    leads = any(unit.head_id == person.person_id for unit in work.units.all())
    lines = [one for one in work.reporting.all() if one.person_id != person.person_id]
    if leads or any(person.person_id in (one.rater_id, one.superior_id) for one in lines):
        raise UsageRefusal("PRV-127", name=person.full_name)


def _sealed(work: Work) -> tuple[str, ...]:
    """Sealed copies that this desk knows of: packages that were sent, each by the name of its file."""
    return tuple(f"{one.file_name} ({one.packed_at.date().isoformat()})" for one in work.ledger.outgoing())
