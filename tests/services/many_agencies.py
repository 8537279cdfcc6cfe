"""Agencies of a region as stores of their own, with files that pass between them and the region; no window, no paper.

Rows are written through the nouns of the store, since only the hand-over is looked at. Everything follows from a seed.
"""

from __future__ import annotations

import random
import shutil
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path

from meritdesk.bootstrap import create_store, open_desk
from meritdesk.core.evaluation import Actual, Evaluation, EvaluationState, Predicate, Rating
from meritdesk.core.people import LegalStatus, OrgUnit, Person, PersonBlock, ReportingLine
from meritdesk.core.periods import Period, parse_period
from meritdesk.core.plan import (
    Approach,
    Indicator,
    JobClass,
    PerformancePlan,
    PlanState,
    ResultKind,
    Target,
    WorkResult,
)
from meritdesk.core.store import AgencyInfo
from meritdesk.services import Desk
from meritdesk.store import tables

PASSPHRASE = "kata sandi uji"
REGION = "REG33"
NOW = datetime(2026, 1, 12, 8, 0, tzinfo=UTC)
ROUNDS = tuple(parse_period(code) for code in ("2025-TW1", "2025-TW2", "2025"))


@contextmanager
def store(folder: Path, code: str, is_region: bool = False) -> Iterator[Desk]:
    """A store of its own for an agency or the region."""
    if not folder.exists():
        info = AgencyInfo(code, f"Instansi {code}", is_region, "PC01", "Surakarta", REGION)
        create_store(folder, info, PASSPHRASE, lambda: NOW)
    with open_desk(folder, PASSPHRASE, "penguji", lambda: NOW) as desk:
        yield desk


@dataclass
class Agency:
    """One agency with its people; every change goes through ``change``, so that it stands in the journal."""

    code: str
    desk: Desk
    chance: random.Random
    people: dict[str, Person] = field(default_factory=dict)
    plans: dict[str, PerformancePlan] = field(default_factory=dict)
    evaluations: dict[tuple[str, str], Evaluation] = field(default_factory=dict)
    files: list[Path] = field(default_factory=list)

    def change(self, verb: str = "register.import"):
        return self.desk.handover.around.store.writing(self.desk.handover.around.actor, verb)

    def found(self, size: int) -> None:
        """Units and people with plans of the year."""
        units = [OrgUnit(f"{self.code}-u{number}", f"Bidang {number}") for number in range(1 + size // 10)]
        with self.change() as work:
            work.units.save(units)
            work.commit()
        self.hire([self.person(number) for number in range(size)])

    def person(self, number: int) -> Person:
        return Person(
            f"{self.code}-p{number}",
            f"19850101{self.code}{number:06d}",
            f"Pegawai {number} {self.code}",
            position_title="Analis",
            grade="III/c",
            unit_id=f"{self.code}-u0",
        )

    def hire(self, people: list[Person]) -> None:
        """People who come, each with a reporting line and a plan."""
        with self.change() as work:
            work.people.save(people)
            work.reporting.save([ReportingLine(person.person_id) for person in people])
            plans = [plan_of(person) for person in people]
            work.plans.save(plans)
            work.commit()
        self.people |= {person.person_id: person for person in people}
        self.plans |= {plan.person_id: plan for plan in plans}

    def amend(self, person_id: str) -> None:
        """Another post, and another text in the plan."""
        person = replace(self.people[person_id], position_title=f"Analis {self.chance.randrange(1000)}")
        self.people[person_id] = person
        with self.change() as work:
            work.people.save([person])
            if person_id in self.plans:
                plan = self.plans[person_id]
                first = replace(plan.results[0], text=f"Laporan {self.chance.randrange(1000)}")
                self.plans[person_id] = replace(plan, results=(first, *plan.results[1:]))
                work.plans.save([self.plans[person_id]])
            work.commit()

    def remove(self, person_id: str) -> None:
        """Out of the store, said aloud: a tombstone goes with the next file."""
        with self.change() as work:
            work.merging.removed_now("pegawai", [person_id])
            work.commit()
        self.people.pop(person_id)
        self.plans.pop(person_id, None)

    def leave(self, person_id: str) -> Person:
        """To another agency: the record stays here and says so."""
        person = replace(self.people[person_id], legal_status=LegalStatus.LEFT)
        with self.change() as work:
            work.people.save([person])
            work.commit()
        self.people[person_id] = person
        return person

    def close(self, period: Period) -> None:
        """Everybody in service is evaluated and closed; who was before gets a new version when something was wrong."""
        fresh: list[Evaluation] = []
        actuals: list[Actual] = []
        for person in self.people.values():
            if person.legal_status is LegalStatus.LEFT or (person.person_id, period.code) in self.evaluations:
                continue
            fresh.append(evaluation_of(person, period, self.chance.choice(list(Rating))))
            actuals += [
                Actual(indicator.indicator_id, period, "selesai", Decimal(self.chance.randrange(50, 120)))
                for indicator in self.plans[person.person_id].indicators
            ]
        with self.change("assessment.close") as work:
            work.actuals.save(actuals)
            work.evaluations.save(fresh)
            work.commit()
        self.evaluations |= {(one.person_id, period.code): one for one in fresh}

    def correct(self, person_id: str, period: Period) -> None:
        """A closed evaluation gets a new version, as after a correction the region asked for."""
        key = (person_id, period.code)
        fresh = replace(self.evaluations[key], note="diperbaiki", version=self.evaluations[key].version + 1)
        with self.change("assessment.close") as work:
            work.evaluations.save([fresh])
            work.commit()
        self.evaluations[key] = fresh

    def pack(self, period: Period, out: Path) -> Path:
        """The file of a period for the region."""
        self.files.append(self.desk.handover.pack(period, out / self.code).path)
        return self.files[-1]


def plan_of(person: Person) -> PerformancePlan:
    key = person.person_id
    measure = Indicator(f"{key}-i", "Jumlah laporan", Target("12 laporan", Decimal(12), Decimal(12), "laporan"))
    result = WorkResult(f"{key}-h", 1, ResultKind.MAIN, "Laporan tersusun", indicators=(measure,))
    return PerformancePlan(
        f"{key}-k", key, 2025, Approach.QUALITATIVE, JobClass.JA_JF, date(2025, 1, 1), date(2025, 12, 31),
        state=PlanState.FIXED, results=(result,), fixed_on=date(2025, 1, 31),
    )  # fmt: skip


def evaluation_of(person: Person, period: Period, rating: Rating) -> Evaluation:
    block = PersonBlock(person.name, person.nip, person.grade, person.position_title, "Bidang")
    return Evaluation(
        f"{person.person_id}-{period.code}",
        person.person_id,
        period,
        rating,
        Rating.MEETS,
        state=EvaluationState.CLOSED,
        predicate=Predicate.GOOD,
        closed_on=date(2026, 1, 10),
        parties=(block, block),
    )


def introduce(agencies: list[Agency], region: Desk, folder: Path) -> None:
    """The region trusts every agency, and they trust it."""
    region.handover.card(folder / "wilayah.json")
    for agency in agencies:
        agency.desk.handover.card(folder / f"{agency.code}.json")
        region.handover.trust(folder / f"{agency.code}.json")
        agency.desk.handover.trust(folder / "wilayah.json")


def rows_of_region(region: Desk, codes: list[str]) -> dict[str, list[tuple[object, ...]]]:
    """Every row the region holds of these agencies, table by table, but for who agreed to what."""
    left_out = {"merge_conflict", "search_entry", "staff_row", "counter"}
    said_of_files = {"package_id", "agreed_by", "second", "reason", "sequence"}
    found: dict[str, list[tuple[object, ...]]] = {}
    with region.handover.around.store.reading() as work:
        for table in tables.metadata.sorted_tables:
            if "noun" not in table.info or table.info.get("of_store") or table.name in left_out:
                continue
            columns = [
                column
                for column in table.columns
                if not (table.name in ("absent_record", "removed_record") and column.name in said_of_files)
            ]
            statement = table.select().with_only_columns(*columns).where(table.c.agency.in_(codes))
            found[table.name] = sorted(map(tuple, work._connection.execute(statement)), key=repr)
    return found


@contextmanager
def twin_of(folder: Path, place: Path) -> Iterator[Desk]:
    """The region's store as it was before the first file: the same keys, so that it can read what was sent."""
    shutil.copytree(folder / "kosong", place / "wilayah")
    with store(place / "wilayah", REGION, is_region=True) as desk:
        yield desk


@contextmanager
def world(folder: Path, sizes: list[int], seed: int) -> Iterator[tuple[list[Agency], ExitStack]]:
    """Agencies of these sizes, founded."""
    with ExitStack() as stack:
        agencies = []
        for number, size in enumerate(sizes):
            code = str(3301 + number)
            desk = stack.enter_context(store(folder / code, code))
            agencies.append(Agency(code, desk, random.Random(f"{seed}-{code}")))
            agencies[-1].found(size)
        yield agencies, stack
