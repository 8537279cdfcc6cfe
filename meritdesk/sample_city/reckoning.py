"""The sample city evaluates: its quarters, raters gone or silent, calibration, waivers, objections."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import timedelta
from pathlib import Path

from meritdesk.core.calibration import Participant
from meritdesk.core.career import CareerChange
from meritdesk.core.circumstances import TakeOverBasis
from meritdesk.core.documents import Form
from meritdesk.core.duties import Party
from meritdesk.core.errors import UsageRefusal
from meritdesk.core.evaluation import OrgLevel, Rating
from meritdesk.core.intake import LevelRow, RatingRow
from meritdesk.core.objection import ObjectionDecision
from meritdesk.core.periods import Period, PeriodKind
from meritdesk.exchange import work_sheets
from meritdesk.sample_city.cases import Case
from meritdesk.sample_city.casting import CityYear
from meritdesk.sample_city.choosing import Group
from meritdesk.services.changes import CloseOutcome, ImportOutcome
from meritdesk.services.print_job import Selection

WITHHELD = (Case.LATE_UNIT, Case.RATER_SILENT, Case.WAIVED, Case.NO_PLAN)
"""Whose ratings are not among those that come in time."""

GONE = (Case.PENSIONED, Case.LEFT, Case.DIED)
_MEETING = "Rapat kinerja triwulan"
_SILENT = "Penilai tidak menilai sampai masa evaluasi berakhir"
_CALIBRATED = "Disamakan dengan rekan yang capaiannya setara"


def evaluate_quarter(story: CityYear, folder: Path, index: int) -> None:
    """A quarter is evaluated in the units that were chosen, a few days after its end."""
    period = Period(story.year, PeriodKind.QUARTER, index)
    story.clock.move_to(period.last_day + timedelta(days=5))
    levels, ratings = folder / f"capaian-{period.code}.xlsx", folder / f"rating-{period.code}.xlsx"
    groups = story.groups[Case.CALIBRATED]
    if not groups:
        return
    members = [one.nip for group in groups for one in group.members]
    led = [group.led_unit_source_id for group in groups]
    work_sheets.write_levels(levels, [LevelRow(unit, period, OrgLevel.GOOD, _MEETING) for unit in led])
    work_sheets.write_ratings(ratings, [RatingRow(nip, period, Rating.MEETS, Rating.MEETS) for nip in members])
    story.desk.assessment.import_ratings(levels)
    story.desk.assessment.import_ratings(ratings)
    outcome = story.desk.assessment.close(period, [_unit_id(story, group) for group in groups])
    story.book.deeds["PERIODIC_DUE"] += len(members)
    story.book.deeds["PERIODIC_CLOSED"] += outcome.closed


def raters_go(story: CityYear) -> None:
    """A rater dies in the window: his superior evaluates (R-08)."""
    january = story.day(1, 12, years=1)
    for group in story.groups[Case.RATER_DIED]:
        story.change(CareerChange.DEATH, group.rater.person_id, january)


def calibrate(story: CityYear, out: Path) -> None:
    """One session for each chosen rater: two people of one rating are brought into line, and minutes are printed."""
    story.clock.move_to(story.day(1, 20, years=1))
    desk = story.desk.assessment.calibration
    for group in story.groups[Case.CALIBRATED]:
        session = desk.open(story.period, _unit_id(story, group), story.clock.day, "Ruang rapat").session
        desk.attend(
            session.session_id,
            [
                Participant(group.rater.name, group.rater.position, group.rater.person_id),
                Participant("Tim Pengelola Kinerja", "Kepegawaian"),
            ],
        )
        moved = 0
        for entry in session.entries:
            if entry.result_before is Rating.ABOVE and entry.behaviour_before is Rating.MEETS and moved < 2:
                desk.move(session.session_id, entry.person_id, Rating.MEETS, Rating.MEETS, _CALIBRATED)
                moved += 1
        desk.finish(session.session_id)
        desk.print_minutes(session.session_id, out)
        story.book.deeds["CALIBRATION"] += 1
        story.book.deeds["CALIBRATION_MOVED"] += moved


def close_in_time(story: CityYear) -> CloseOutcome:
    """The first closing, in the window; whoever is not ready stays open and is named."""
    story.clock.move_to(story.day(1, 29, years=1))
    outcome = story.desk.assessment.close(story.period)
    story.book.deeds["CLOSED_IN_TIME"] += outcome.closed
    return outcome


def close_the_rest(story: CityYear, late: Callable[[Iterable[str]], ImportOutcome | None]) -> CloseOutcome:
    """February: late units hand in, the superior steps in for a silent rater, waivers are given; a second closing."""
    story.clock.move_to(story.day(2, 3, years=1))
    acts = story.desk.assessment.acts
    late([*story.book.of(Case.LATE_UNIT), *story.book.of(Case.RATER_SILENT)])
    for nip in story.book.of(Case.RATER_SILENT):
        acts.take_over(
            nip, story.period, TakeOverBasis.NOT_RATED, "Penilai tidak menilai sampai masa evaluasi berakhir"
        )
        story.book.deeds["TAKE_OVER"] += 1
    for nip in story.book.of(Case.WAIVED):
        acts.waive(nip, story.period, "Kepala BKPSDM", "Cuti sakit berkepanjangan, hasil kerja tidak dapat dinilai")
        story.book.deeds["WAIVER"] += 1
    outcome = story.desk.assessment.close(story.period)
    story.book.deeds["CLOSED_LATE"] += outcome.closed
    return outcome


def object_and_decide(story: CityYear, out: Path) -> None:
    """Papers are handed over; some object: in time, too late, or against a result that is final (R-73 to R-76)."""
    upheld, rejected, late, final = (
        [line.nip for line in story.cast[case]]
        for case in (Case.OBJECTION_UPHELD, Case.OBJECTION_REJECTED, Case.OBJECTION_LATE, Case.OBJECTION_FINAL)
    )
    handed = story.day(2, 6, years=1)
    story.clock.move_to(handed)
    nips = [*upheld, *rejected, *late, *final]
    if not nips:
        return
    days = {"signed_on": handed, "handed_over_on": handed, "received_on": handed}
    story.desk.assessment.process.enter(story.period, nips, days)
    story.clock.move_to(handed + timedelta(days=4))
    numbers = {nip: _object(story, nip) for nip in (*upheld, *rejected)}
    for nip in final:
        _object(story, nip)
    story.clock.move_to(handed + timedelta(days=45))
    for nip in late:
        _object(story, nip)
    story.clock.move_to(handed + timedelta(days=46))
    for nip, number in numbers.items():
        if not number:
            continue
        _decide(story, number, nip in upheld)
        if nip in upheld:
            printed = story.desk.documents.print(Form.D_1_3, story.period, Selection(nip=nip), out)
            story.book.deeds["D_1_3"] += printed.sheets
        else:
            story.desk.assessment.objections.print_sheet(number, out)


def _object(story: CityYear, nip: str) -> str:
    """Hand an objection in; a refused one is counted under its rule and has no number."""
    objections = story.desk.assessment.objections
    try:
        opened = objections.open(nip, story.period, "Bukti dukung triwulan IV belum dihitung", story.clock.day)
    except UsageRefusal as refused:
        story.book.deeds[f"OBJECTION_REFUSED:{refused.code}"] += 1
        return ""
    return opened.objection.register_number


def _decide(story: CityYear, number: str, is_upheld: bool) -> None:
    objections = story.desk.assessment.objections
    objections.state(number, Party.RATEE, "Bukti dukung diserahkan pada 20 Desember.")
    objections.state(number, Party.RATER, "Bukti dukung diterima setelah penilaian.")
    before = objections.show(number).line.objection.before
    if not is_upheld:
        objections.decide(number, ObjectionDecision.CONFIRMED, story.clock.day, "Penilaian sesuai bukti yang ada.")
        story.book.deeds["OBJECTION_REJECTED"] += 1
        return
    other = Rating.MEETS if before.result_rating is Rating.ABOVE else Rating.ABOVE
    objections.decide(
        number, ObjectionDecision.CHANGED, story.clock.day, "Bukti dukung sah dan dihitung.", other,
        before.behaviour_rating, "Nilai disesuaikan dengan bukti dukung triwulan IV.",
    )  # fmt: skip
    story.book.deeds["OBJECTION_UPHELD"] += 1


def _unit_id(story: CityYear, group: Group) -> str:
    return next(key for key, unit in story.units.items() if unit.source_id == group.led_unit_source_id)


def in_time(rows: Iterable[RatingRow], story: CityYear) -> list[RatingRow]:
    """The ratings that come in time: not those of people who left or whose rater is late, silent or excused."""
    kept_back: Sequence[Case] = (*WITHHELD, *GONE)
    return [row for row in rows if story.book.found.get(row.nip) not in kept_back]
