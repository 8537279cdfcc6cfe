"""The worklist, the board and the figures say the same as the rooms themselves, before and after the year is closed."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from small_office import NIPS, YEAR

from meritdesk.core.circulation import PaperStage
from meritdesk.core.documents import Form, SignerRole
from meritdesk.core.errors import UsageRefusal
from meritdesk.core.figures import FigureKind, ResponseLine, SeriesName, signed_by_week
from meritdesk.core.people import LegalStatus
from meritdesk.core.periods import Period, PeriodKind, parse_period
from meritdesk.core.stages import COMES_AFTER, Cohort, Reach, Stage
from meritdesk.core.worklist import WorkGroup, WorkItem, WorkKind, Worklist, by_urgency, group_of
from meritdesk.services.clocks import ClockReading
from meritdesk.services.documents.circulation import CirculationQuery
from meritdesk.services.overview import Overview
from meritdesk.services.overview.clock_tally import tally_clocks
from meritdesk.services.overview.signers import signers_of
from meritdesk.services.print_job import Selection


def rows(office) -> dict[WorkKind, WorkItem]:
    return {item.kind: item for item in office.desk.overview.work(YEAR).items}


def test_an_empty_desk_says_where_to_begin(office):
    assert set(rows(office)) == {WorkKind.NO_UNITS}


def test_the_rows_follow_the_work(settled, tmp_path):
    counts = {kind: item.count for kind, item in rows(settled).items()}
    assert (counts[WorkKind.NO_RATER], counts[WorkKind.NO_PLAN], counts[WorkKind.NOT_RATED]) == (1, 6, 6)
    assert WorkKind.NO_ACTUALS not in counts and counts[WorkKind.NO_BACKUP] == 1
    settled.plan_everybody()
    assert rows(settled)[WorkKind.NOT_CLOSED].count == 5
    settled.desk.assessment.close(YEAR)
    assert WorkKind.NOT_CLOSED not in rows(settled) and rows(settled)[WorkKind.NOT_PRINTED].count == 5
    settled.desk.documents.print(Form.D_1_1, YEAR, Selection(), tmp_path)
    assert WorkKind.NOT_PRINTED not in rows(settled) and rows(settled)[WorkKind.NOT_SIGNED].count == 5
    settled.desk.upkeep.backup(tmp_path)
    assert WorkKind.NO_BACKUP not in rows(settled)


@pytest.mark.parametrize("stage", ["settled", "planned", "closed"])
def test_every_count_is_the_number_of_people_behind_it(request, stage):
    office = request.getfixturevalue(stage)
    found = office.desk.overview.work(YEAR)
    for item in found.items:
        if item.cohort is not None:
            people = office.desk.overview.people(item.cohort)
            assert len(people) == item.count == sum(item.units.values()) == office.desk.overview.count(item.cohort)
            assert all(item.cohort.stage not in line.done for line in people)
            before = COMES_AFTER.get(item.cohort.stage)
            assert before is None or all(before in line.done for line in people)
    for line in office.desk.overview.status(YEAR).units:
        narrowed = office.desk.overview.work(YEAR, line.unit_id)
        for item in narrowed.items:
            if item.cohort is not None:
                assert office.desk.overview.count(item.cohort) == item.count


@pytest.mark.parametrize("stage", ["planned", "closed"])
def test_the_light_count_of_clocks_is_that_of_the_whole_reading(request, stage):
    office = request.getfixturevalue(stage)
    around = office.desk.overview.around
    for day in [(2025, 1, 10), (2026, 1, 28), (2026, 2, 26), (2026, 11, 26)]:
        office.moment[0] = datetime(*day, 9, tzinfo=UTC)
        with around.store.reading() as work:
            light = tally_clocks(around, work, YEAR)
            whole = ClockReading.gather(around, work, YEAR).read()
        expected: dict[tuple[object, object], dict[str, int]] = {}
        for line in whole:
            for clock in line.deadlines:
                units = expected.setdefault((clock.duty, clock.state), {})
                units[line.person.unit_id] = units.get(line.person.unit_id, 0) + 1
        assert {(one.duty, one.state): dict(one.units) for one in light} == expected, day


def test_papers_out_are_those_of_the_list(closed, tmp_path):
    desk = closed.desk
    desk.documents.print(Form.D_1_1, YEAR, Selection(), tmp_path)
    closed.moment[0] = datetime(2026, 11, 26, 9, tzinfo=UTC)
    board = desk.documents.circulation.board(CirculationQuery(YEAR.year, stages=frozenset(PaperStage)))
    ids = [line.view.paper.document_id for line in board.lines]
    desk.documents.circulation.sign(ids[:3], SignerRole.RATER, date(2026, 2, 2), reason="arsip")
    desk.documents.circulation.move(ids[:3], PaperStage.AT_EMPLOYEE, date(2026, 2, 3), reason="arsip")
    listed = desk.documents.circulation.board(CirculationQuery(YEAR.year))
    item = rows(closed).get(WorkKind.PAPERS_OVERDUE)
    assert listed.overdue == 3 and item is not None and item.count == listed.overdue
    assert item.filters["where"] == "overdue"


def test_a_signature_counts_when_every_role_has_signed(closed, tmp_path):
    desk = closed.desk
    desk.documents.print(Form.D_1_1, YEAR, Selection(), tmp_path)
    closed.moment[0] = datetime(2026, 2, 10, 9, tzinfo=UTC)
    assert desk.overview.status(YEAR).whole.signed == 0
    desk.assessment.process.enter(YEAR, [NIPS["nurse"]], {"signed_on": date(2026, 2, 2)})
    assert desk.overview.status(YEAR).whole.signed == 0
    days = {"handed_over_on": date(2026, 2, 3), "received_on": date(2026, 2, 3), "returned_on": date(2026, 2, 5)}
    desk.assessment.process.enter(YEAR, [NIPS["nurse"]], days)
    assert desk.overview.status(YEAR).whole.signed == 1
    figure = desk.overview.figures.of(FigureKind.SIGNATURES, YEAR)
    told = {series.name: series.values for series in figure.series}
    assert told[SeriesName.SIGNED_SO_FAR] == (Decimal(1),) and told[SeriesName.TO_BE_SIGNED] == (Decimal(5),)
    assert figure.categories == ("2026-02-02",)
    line = desk.overview.people(Cohort(YEAR, Stage.SIGNED, Reach.DONE))
    assert [one.nip for one in line] == [NIPS["nurse"]]


def test_an_unknown_unit_is_refused(settled):
    with pytest.raises(UsageRefusal, match="USE-103"):
        settled.desk.overview.work(YEAR, "nowhere")
    with pytest.raises(UsageRefusal, match="USE-103"):
        settled.desk.overview.figures.of(FigureKind.DISTRIBUTION, YEAR, "nowhere")


def test_the_board_goes_to_paper_with_a_number_and_an_empty_one_does_not(closed, tmp_path):
    outcome = closed.desk.overview.board.print(YEAR, tmp_path)
    assert outcome.file.pages >= 1 and outcome.numbers[0].startswith("PAPAN/")
    again = closed.desk.overview.board.print(YEAR, tmp_path)
    assert again.numbers == outcome.numbers
    assert any(line.number == outcome.numbers[0] for line in closed.desk.documents.lines(outcome.numbers[0]))


def test_a_board_without_units_is_not_printed(office, tmp_path):
    with pytest.raises(UsageRefusal, match="OVR-102"):
        office.desk.overview.board.print(YEAR, tmp_path)
    assert list(tmp_path.glob("PAPAN*")) == []


def test_the_distribution_counts_every_closed_evaluation_once(closed):
    figure = closed.desk.overview.figures.of(FigureKind.DISTRIBUTION, YEAR)
    people = figure.series[0].values
    assert sum(value for value in people if value is not None) == closed.desk.overview.status(YEAR).whole.closed
    assert closed.desk.overview.figures.of(FigureKind.DISTRIBUTION, parse_period("2024")).is_empty


def test_the_response_of_teams_appears_when_somebody_knows_it(settled):
    class Known:
        def lines(self, period, unit_ids, agency=""):
            return (ResponseLine("Tim A", Decimal("3.5"), Decimal(2)), ResponseLine("Tim B", Decimal(9), None))

    nobody = Overview(settled.desk.overview.around).figures
    assert FigureKind.RESPONSE not in nobody.kinds
    with pytest.raises(UsageRefusal, match="OVR-101"):
        nobody.of(FigureKind.RESPONSE, YEAR)
    figures = Overview(settled.desk.overview.around, Known()).figures
    assert FigureKind.RESPONSE in figures.kinds
    assert figures.of(FigureKind.RESPONSE, YEAR).categories == ("Tim B", "Tim A")


def test_years_before_the_regulation_have_people_but_no_clocks(settled):
    found = settled.desk.overview.work(parse_period("2020"))
    assert all(item.kind is not WorkKind.DUTY for item in found.items)
    assert signers_of(settled.desk.overview.around, parse_period("2015")) == ()


DAYS = st.dates(date(2025, 1, 1), date(2027, 12, 31))


@given(st.lists(DAYS, max_size=60), DAYS)
def test_weeks_lose_no_signature_and_add_up(days, until):
    found = signed_by_week(days, until)
    assert sum(count for _, count, _ in found) == len(days)
    assert all(monday.weekday() == 0 for monday, _, _ in found) and len(found) <= 26
    totals = [total for _, _, total in found]
    assert totals == sorted(totals) and (not days or totals[-1] == len(days))


ITEMS = st.builds(
    WorkItem,
    st.sampled_from(WorkGroup), st.sampled_from(WorkKind), st.integers(1, 99), st.just("register"),
    due=st.one_of(st.none(), DAYS), units=st.dictionaries(st.sampled_from("abc"), st.integers(1, 9), max_size=3),
)  # fmt: skip


@given(st.lists(ITEMS, max_size=12))
def test_what_is_longest_over_comes_first_in_its_group(items):
    ordered = by_urgency(items)
    assert sorted(map(id, ordered)) == sorted(map(id, items))
    places = [tuple(WorkGroup).index(item.group) for item in ordered]
    assert places == sorted(places)
    for one, two in pairwise(ordered):
        if one.group is two.group and two.due is not None:
            assert one.due is not None and one.due <= two.due


@given(st.lists(ITEMS, max_size=12))
def test_the_units_of_a_branch_add_up_to_the_whole(items):
    whole = Worklist(Period(2025, PeriodKind.YEAR), date(2026, 1, 5), tuple(items))
    parts = [whole.within(unit, frozenset({unit})) for unit in "abc"]
    counted = sum(item.count for part in parts for item in part.items if item.units)
    assert counted == sum(sum(item.units.values()) for item in items)


@given(DAYS, DAYS)
def test_a_day_that_has_passed_is_late(due, today):
    group = group_of(due, today, WorkGroup.MISSING)
    assert (group is WorkGroup.LATE) is (due < today)
    assert (due - today).days > 6 or group in (WorkGroup.LATE, WorkGroup.THIS_WEEK, WorkGroup.MISSING)


def test_who_moved_away_is_neither_among_the_closed_nor_in_the_bars_of_the_board(closed):
    """He took his papers along; the bars held one more than the board said were closed."""
    overview = closed.desk.overview
    before = overview.figures.of(FigureKind.DISTRIBUTION, YEAR)
    with overview.around.store.writing(overview.around.actor, "register.change") as work:
        closed_ones = {one.person_id for one in work.evaluations.of_period(YEAR) if one.predicate is not None}
        gone = next(one for one in work.people.all() if one.is_appraised and one.person_id in closed_ones)
        work.people.save([replace(gone, legal_status=LegalStatus.LEFT)])
        work.commit()
    after = overview.figures.of(FigureKind.DISTRIBUTION, YEAR)
    counts = [sum(value or 0 for value in figure.series[0].values) for figure in (before, after)]
    assert counts[1] == counts[0] - 1 == overview.status(YEAR).whole.closed
    signed = overview.figures.of(FigureKind.SIGNATURES, YEAR)
    assert all(so_far <= due for so_far, due in zip(signed.series[1].values, signed.series[2].values, strict=True))
