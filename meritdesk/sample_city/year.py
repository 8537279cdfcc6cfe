"""The sample city lives a year: files as clerks have them, then the same verbs a clerk uses, up to the receipt.

The demo, the self-test, the benchmarks and many tests live in this city. Nothing here touches the store directly.
"""

from __future__ import annotations

import json
import multiprocessing
import os
import random
import tempfile
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import asdict, dataclass, field
from datetime import date
from functools import partial
from pathlib import Path
from typing import TypeVar

import psutil

from meritdesk import bootstrap
from meritdesk.core.cascade import CascadeMethod
from meritdesk.core.documents import Finding, Form
from meritdesk.core.errors import UsageRefusal
from meritdesk.core.handover import ReceiptCode
from meritdesk.core.periods import Period, PeriodKind, parse_period
from meritdesk.core.scoring.kpi import Light
from meritdesk.core.store import AgencyInfo, Practice
from meritdesk.exchange import agreement_sheets, kpi_sheets, work_sheets
from meritdesk.rulebook import Rulebook
from meritdesk.sample_city import (
    aids,
    casting,
    guiding,
    handing_in,
    happenings,
    papers,
    paying,
    problems,
    reckoning,
    recognising,
    records,
    talents,
    views,
    work,
    working_time,
)
from meritdesk.sample_city.cases import Case
from meritdesk.sample_city.city_clock import CityClock
from meritdesk.sample_city.files import CityFiles, write_city
from meritdesk.sample_city.from_outside import opened_apart
from meritdesk.sample_city.handing_in import PEOPLE_PER_WORKBOOK, WorkFiles
from meritdesk.sample_city.report import Report, Stage
from meritdesk.sample_city.rooms import make_room
from meritdesk.services import Desk
from meritdesk.services.changes import ImportOutcome, Step
from meritdesk.services.documents import PrintOutcome, VerifyOutcome
from meritdesk.services.planning import PlanDuty
from meritdesk.services.ports import Clock
from meritdesk.services.print_job import Selection

MARKER = "sample-city.json"
SMALLEST, LARGEST = 20, 150_000
CODE, REGION_CODE = "3372", "REG33"
MEGABYTE = 1024 * 1024
WORKER_SECONDS = 120
STAGES = 39
"""So many stages a city has, for whoever watches how far it is."""

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class City:
    """The folder of a sample city: input files, the agency's store, the region's store, paper and stick."""

    folder: Path
    year: int
    seed: int
    files: CityFiles
    passphrase: str

    @property
    def agency(self) -> Path:
        """The agency's store."""
        return self.folder / "agency"

    @property
    def region(self) -> Path:
        """The regional office's store."""
        return self.folder / "region"

    @property
    def period(self) -> Period:
        """The year as a period."""
        return Period(self.year, PeriodKind.YEAR)


def live(folder: Path, staff: int, year: int, seed: int, step: Step, practice: Practice = Practice.SAMPLE) -> Report:
    """Build the city in a folder and live its year through; the folder must be new or empty.

    Its stores are for practice and mark all that comes out of them; only benchmarks and pictures ask for ``NONE``.

    The clock of the story stands on the day of each happening, so the same year is lived everywhere alike.
    """
    started = time.perf_counter()
    diary = _Diary(step)
    clock = CityClock(date(year, 1, 2))
    city = diary.keep("files", lambda: found(folder, staff, year, seed, clock, practice))
    with bootstrap.open_desk(city.agency, city.passphrase, clock=clock) as desk:
        diary.keep_import("import-units", lambda: desk.register.import_units(city.files.units))
        diary.keep_import("import-staff", lambda: desk.register.import_staff(city.files.staff))
        story = diary.keep("delegations", lambda: casting.begin(desk, clock, year, staff))
        whole = _whole_year(city, desk.planning.due(year), handing_in.without_rater(story))
        parts = list(whole.parts(PEOPLE_PER_WORKBOOK))
        no_plan = frozenset(story.book.of(Case.NO_PLAN))
        files = [WorkFiles.of(folder / "files", number) for number in range(1, len(parts) + 1)]
        diary.keep("plan-files", lambda: handing_in.write_plans(parts, files, no_plan))
        clock.move_to(date(year, 1, 20))
        diary.keep_import("plans", *(partial(desk.planning.import_plans, one.plans) for one in files))
        diary.keep("goals", lambda: hand_down(desk, city))
        explained = diary.keep("aids", lambda: aids.explain(story, whole.duties))
        diary.note("aids", added=explained)
        quarter = partial(reckoning.evaluate_quarter, story, folder / "files")
        late_plans = diary.keep("changes", lambda: happenings.live_through(story, quarter))
        diary.note("changes", added=story.book.changes)
        branch = _small_branch(desk, city.period)
        kept = diary.keep("records", lambda: records.keep_records(story, whole, folder / "files", branch))
        diary.note("records", added=kept)
        guided = diary.keep("guidance", lambda: guiding.guide(story, whole.duties))
        diary.note("guidance", added=guided)
        seen = diary.keep("views", lambda: views.look_around(desk, folder / "files", branch, year, seed))
        diary.note("views", added=seen)
        clock.move_to(date(year + 1, 1, 12))
        solved = diary.keep("problems", lambda: problems.solve_together(desk, year))
        diary.note("problems", added=solved)
        months = working_time.months_of_city(year, staff)
        read, taken = diary.keep("time", lambda: working_time.come_to_work(desk, folder / "files", months, seed))
        diary.note("time", read=read, added=taken, refused=read - taken)
        reckoning.raters_go(story)
        diary.keep("work-files", lambda: handing_in.write_results(whole, parts, files, story, late_plans))
        diary.keep_import("actuals", *(partial(desk.execution.import_actuals, one.actuals) for one in files))
        levels = [one.levels for one in files if one.levels is not None]
        diary.keep_import("levels", *(partial(desk.assessment.import_ratings, path) for path in levels))
        diary.keep_import("ratings", *(partial(desk.assessment.import_ratings, one.ratings) for one in files))
        diary.keep("calibration", lambda: reckoning.calibrate(story, folder / "paper"))
        closed = diary.keep("close", lambda: reckoning.close_in_time(story))
        diary.note("close", read=closed.due, added=closed.closed, refused=len(closed.blocked))
        diary.reasons("close", [one.code for one in closed.blocked])
        late = partial(handing_in.import_late, desk, whole, folder / "files" / "rating-susulan.xlsx")
        again = diary.keep("close-late", lambda: reckoning.close_the_rest(story, late))
        diary.note("close-late", read=len(closed.blocked), added=again.closed, refused=len(again.blocked))
        diary.reasons("close-late", [one.code for one in again.blocked])
        printed = diary.keep("print", lambda: print_paper(desk, city))
        diary.note("print", added=sum(one.sheets for one in printed))
        diary.keep("papers", lambda: papers.let_papers_go_round(story))
        diary.keep("objections", lambda: reckoning.object_and_decide(story, folder / "paper"))
        known = diary.keep("talent-files", lambda: talents.write_files(desk, folder / "files", year, seed))
        diary.keep_import(
            "talent-register",
            lambda: desk.follow_up.potentials.import_file(known.scores),
            lambda: desk.follow_up.trainings.import_file(known.trainings),
        )
        placed = diary.keep("talent", lambda: talents.map_talent(desk, year))
        diary.note("talent", added=placed)
        given = diary.keep("merit", lambda: talents.assess_merit(desk, year, folder / "files", seed))
        diary.note("merit", added=given)
        opened = diary.keep("rotation", lambda: talents.fill_posts(desk, year))
        diary.note("rotation", added=opened)
        amounts = paying.write_amounts(desk, folder / "files", year)
        paid = diary.keep("pay", lambda: paying.live_pay(desk, months, amounts))
        diary.note("pay", added=paid)
        letters = recognising.write_credit(desk, folder / "files", year)
        diary.keep_import("credit", lambda: desk.follow_up.credit_history.import_file(letters))
        chosen = diary.keep("recognition", lambda: recognising.recognise(desk, months))
        diary.note("recognition", added=chosen)
        noted = diary.keep("habits", lambda: recognising.note_habits(desk, months))
        diary.note("habits", added=noted)
        tree = diary.keep("kpi", lambda: desk.planning.tree.top(city.period))
        diary.note("kpi", read=len(tree), added=sum(line.figures.light is not Light.DARK for line in tree))
        cases = diary.keep("cases", lambda: handing_in.cases_of(desk, story))
        packed = diary.keep("pack", lambda: desk.handover.pack(city.period, city.folder / "stick"))
    with bootstrap.open_desk(city.region, city.passphrase, clock=clock) as region:
        received = diary.keep("receive", lambda: region.handover.receive(packed.path))
        counts = received.receipt.counts
        diary.note("receive", read=sum(counts.values()), added=counts["added"], refused=counts["refused"])
        assert received.reply is not None, "the region answers every export"
        reply = received.reply
    with bootstrap.open_desk(city.agency, city.passphrase, clock=clock) as desk:
        confirmed = diary.keep("receipt", lambda: desk.handover.receive(reply))
        diary.keep("backup", lambda: desk.upkeep.backup(city.folder / "backup"))
    report = Report(
        folder=str(folder),
        passphrase=city.passphrase,
        passphrase_file=str(folder / "passphrase.txt"),
        staff=staff,
        year=year,
        seed=seed,
        stages=tuple(diary.stages),
        plans=len(whole.duties) - len(no_plan) + len(late_plans),
        evaluations=closed.closed + again.closed,
        blocked=len(again.blocked),
        sheets=sum(one.sheets for one in printed),
        pages=sum(one.file.pages for one in printed if one.file),
        package_size=packed.size,
        receipt=dict(confirmed.receipt.counts),
        receipt_code=confirmed.code.value,
        seconds=round(time.perf_counter() - started, 1),
        peak_mb=_peak_mb(),
        cases=cases,
    )
    (folder / MARKER).write_text(json.dumps(asdict(report), indent=2, ensure_ascii=False), encoding="utf-8")
    return report


def found(
    folder: Path,
    staff: int,
    year: int,
    seed: int,
    clock: Clock = bootstrap.now,
    practice: Practice = Practice.SAMPLE,
) -> City:
    """Write the input files, make the two stores, and let agency and region exchange their key cards."""
    if not SMALLEST <= staff <= LARGEST:
        raise UsageRefusal("CLI-106", staff=staff)
    # A year that no rule pack appraises is refused before anything is made.
    Rulebook().in_force(parse_period(str(year)).last_day)
    make_room(folder)
    passphrase = f"kota-contoh-{seed}"
    (folder / "passphrase.txt").write_text(passphrase + "\n", encoding="utf-8")
    files = write_city(folder / "files", staff, year, seed)
    city = City(folder, year, seed, files, passphrase)
    agency = AgencyInfo(CODE, "Pemerintah Kota Surakarta (contoh)", False, "PC01", "Surakarta", REGION_CODE, practice)
    region = AgencyInfo(REGION_CODE, "Kantor Regional (contoh)", True, "PC01", "Surakarta", REGION_CODE, practice)
    bootstrap.create_store(city.agency, agency, passphrase, clock)
    bootstrap.create_store(city.region, region, passphrase, clock)
    cards = {"agency": folder / "files" / "kartu-kota.json", "region": folder / "files" / "kartu-regional.json"}
    with bootstrap.open_desk(city.agency, passphrase, clock=clock) as desk:
        desk.handover.card(cards["agency"])
    with bootstrap.open_desk(city.region, passphrase, clock=clock) as desk:
        desk.handover.card(cards["region"])
        desk.handover.trust(cards["agency"])
    with bootstrap.open_desk(city.agency, passphrase, clock=clock) as desk:
        desk.handover.trust(cards["region"])
    return city


def settle(desk: Desk, city: City) -> None:
    """Import units and staff."""
    desk.register.import_units(city.files.units)
    desk.register.import_staff(city.files.staff)


def work_through(desk: Desk, city: City) -> None:
    """Write the year's plans, actuals and ratings as files and import them."""
    for files in write_work(city, desk.planning.due(city.year)):
        desk.planning.import_plans(files.plans)
        desk.execution.import_actuals(files.actuals)
        if files.levels is not None:
            desk.assessment.import_ratings(files.levels)
        desk.assessment.import_ratings(files.ratings)
    december = Period(city.year, PeriodKind.MONTH, 12)
    working_time.come_to_work(desk, city.folder, [december], city.seed)


def write_work(city: City, duties: tuple[PlanDuty, ...]) -> list[WorkFiles]:
    """The year's work as spreadsheets in our own layouts; a large city needs several, since a workbook has an end."""
    whole = _whole_year(city, duties)
    written = []
    for number, part in enumerate(whole.parts(PEOPLE_PER_WORKBOOK), start=1):
        files = WorkFiles.of(city.folder / "files", number)
        work_sheets.write_plans(files.plans, part.plan_rows)
        work_sheets.write_actuals(files.actuals, part.actual_rows)
        work_sheets.write_ratings(files.ratings, part.rating_rows)
        if files.levels is not None:
            work_sheets.write_levels(files.levels, whole.level_rows)
        written.append(files)
    return written


def hand_down(desk: Desk, city: City) -> None:
    """Give the city its goals: agreements of city and units, what came of them, and the cascade down to each person.

    The plans must be in already, since the links follow from their wording.
    """
    whole = _whole_year(city, desk.planning.due(city.year))
    agreements, actuals = (city.folder / "files" / name for name in ("perjanjian-kinerja.xlsx", "realisasi-unit.xlsx"))
    agreement_sheets.write_agreements(agreements, whole.agreement_rows)
    agreement_sheets.write_unit_actuals(actuals, whole.unit_actual_rows)
    desk.planning.agreement.import_agreements(agreements)
    desk.planning.kpi.import_actuals(actuals)
    desk.planning.cascade.gather(city.year)
    for line in desk.planning.tree.top(city.period):
        desk.planning.cascade.choose(line.node, city.year, CascadeMethod.AREA)
    budgets = city.folder / "files" / "serapan-anggaran.xlsx"
    kpi_sheets.write_budgets(budgets, whole.budget_rows)
    desk.planning.budgets.import_months(budgets)


def _whole_year(city: City, duties: Sequence[PlanDuty], others: Sequence[work.SampleDuty] = ()) -> work.YearOfWork:
    everybody = [*(_sample_duty(duty) for duty in duties), *others]
    return work.plan_the_year(everybody, city.year, random.Random(city.seed))


def print_paper(desk: Desk, city: City) -> list[PrintOutcome]:
    """The document of everybody, D.1.1 or D.1.2, and the other forms for the people of one small branch."""
    out = city.folder / "paper"
    documents = (Form.D_1_1, Form.D_1_2)
    printed = [desk.documents.print(form, city.period, Selection(), out) for form in documents]
    branch = _small_branch(desk, city.period)
    for form in desk.documents.forms:
        if form not in documents:
            printed.append(desk.documents.print(form, city.period, Selection(unit_ids=branch), out))
    return printed


def self_test(step: Step) -> dict[str, bool]:
    """A small main job in a private folder, from import to restore; each part true or false.

    Besides it a worker that answers, and what comes from outside.
    """
    with tempfile.TemporaryDirectory(prefix="meritdesk-self-test-") as name:
        folder = Path(name)
        report = live(folder / "city", 60, 2025, 1, step)
        stages = {stage.name: stage for stage in report.stages}
        passphrase = report.passphrase
        with bootstrap.open_desk(folder / "city" / "agency", passphrase) as desk:
            paper = next((folder / "city" / "paper").glob("D.1.1*.pdf"))
            verified = desk.documents.verify(paper)
            before = desk.overview.status(Period(2025, PeriodKind.YEAR)).whole
            apart = opened_apart(desk, paper, folder)
        backup = next((folder / "city" / "backup").iterdir())
        bootstrap.restore_store(backup, folder / "restored", passphrase)
        with bootstrap.open_desk(folder / "restored", passphrase) as desk:
            after = desk.overview.status(Period(2025, PeriodKind.YEAR)).whole
        return {
            "import": stages["import-staff"].added > 0,
            "score": report.evaluations > 0,
            "print": report.sheets > 0 and _is_ours(verified),
            "pack": report.package_size > 0,
            "receive": report.receipt_code == ReceiptCode.ACCEPTED.value,
            "restore": before == after,
            "workers": _worker_answers(),
            **apart,
        }


def _worker_answers() -> bool:
    """Whether a second process of this program does work: the press and the scanner's reader need them."""
    with ProcessPoolExecutor(1, multiprocessing.get_context("spawn")) as pool:
        return pool.submit(os.getpid).result(WORKER_SECONDS) != os.getpid()


def _is_ours(verified: VerifyOutcome) -> bool:
    """Every sheet is ours and unchanged; objections replaced some, some were cancelled, the others still stand."""
    findings = {document.finding for document in verified.documents}
    return Finding.CURRENT in findings <= {Finding.CURRENT, Finding.REPLACED, Finding.CANCELLED}


@dataclass(slots=True)
class _Diary:
    """Keeps the stages with their times."""

    step: Step
    stages: list[Stage] = field(default_factory=list)

    def keep(self, name: str, verb: Callable[[], T]) -> T:
        """Carry out one stage and note its seconds."""
        self.step(len(self.stages), STAGES)
        started = time.perf_counter()
        answer = verb()
        self.stages.append(Stage(name, seconds=round(time.perf_counter() - started, 2)))
        return answer

    def keep_import(self, name: str, *verbs: Callable[[], ImportOutcome]) -> None:
        """Carry out the imports of one stage and note their counts and the reasons of what was refused."""
        outcomes = self.keep(name, lambda: [verb() for verb in verbs])
        counts = [outcome.counts for outcome in outcomes]
        self.note(
            name,
            read=sum(one.read for one in counts),
            added=sum(one.added + one.changed for one in counts),
            refused=sum(one.refused + one.conflict for one in counts),
        )
        self.reasons(name, [fault.code for outcome in outcomes for fault in outcome.refused])

    def note(self, name: str, **counts: int) -> None:
        """Put counts to the last stage of that name."""
        self._replace(name, **counts)

    def reasons(self, name: str, codes: list[str]) -> None:
        """Count the codes of what was refused."""
        self._replace(name, reasons={code: codes.count(code) for code in sorted(set(codes))})

    def _replace(self, name: str, **facts: object) -> None:
        stage = self.stages[-1]
        assert stage.name == name
        self.stages[-1] = Stage(**{**asdict(stage), **facts})


def _sample_duty(duty: PlanDuty) -> work.SampleDuty:
    return work.SampleDuty(
        nip=duty.nip,
        name=duty.name,
        position_title=duty.position_title,
        position_kind=duty.position_kind,
        job_class=duty.job_class,
        unit_name=duty.unit_name,
        unit_source_id=duty.unit_source_id,
        rater_title=duty.rater_title,
        rater_key=duty.rater_id,
        key=duty.person_id,
        led_unit_source_id=duty.led_unit_source_id,
    )


def _small_branch(desk: Desk, period: Period) -> tuple[str, ...]:
    """A department with heads, staff and specialists, small enough to print every form of it."""
    status = desk.overview.status(period)
    candidates = [line for line in status.units if line.parent_id and 10 <= line.due <= 150]
    chosen = max(candidates, key=lambda line: line.due, default=None)
    return desk.register.branch(chosen.unit_id) if chosen else ()


def _peak_mb() -> int:
    """The highest memory this process has used; Windows and Linux count it in their own ways."""
    if os.name == "nt":
        return int(psutil.Process().memory_info().peak_wset // MEGABYTE)
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
