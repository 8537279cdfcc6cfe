"""The year's work of the sample city: complete plans, actuals that fit the ratings, the same rows each time."""

from __future__ import annotations

import random
from collections import defaultdict
from itertools import groupby

import pytest

from meritdesk.core.evaluation import IndicatorClass, OrgLevel, Rating
from meritdesk.core.people import PositionKind
from meritdesk.core.plan import Approach, Direction, JobClass, Perspective, ResultKind
from meritdesk.sample_city.files import build_city
from meritdesk.sample_city.work import SampleDuty, YearOfWork, plan_the_year


def duties(staff: int) -> list[SampleDuty]:
    city = build_city(staff, 2025, 1)
    units = {unit.source_id: unit for unit in city.units}
    people = {person.source_id: person for person in city.people}
    led = {head: unit for unit, head in city.heads.items()}
    made = []
    for person in city.people:
        own = led.get(person.source_id)
        unit = units[person.unit_id]
        rating_unit = units[unit.parent_id] if own and unit.parent_id else unit
        rater = people.get(city.heads.get(rating_unit.source_id, ""))
        leads_alone = own is not None and units[own].is_autonomous
        made.append(
            SampleDuty(
                nip=person.nip,
                name=person.name,
                position_title=person.position_title,
                position_kind=person.position_kind,
                job_class=JobClass.JPT_OR_AUTONOMOUS
                if person.position_kind is PositionKind.JPT or leads_alone
                else JobClass.JA_JF,
                unit_name=unit.name,
                unit_source_id=unit.source_id,
                rater_title=rater.position_title if rater else "Wali Kota Surakarta",
                rater_key=rater.source_id if rater else "wali-kota",
                key=person.source_id,
                led_unit_source_id=rating_unit.source_id,
            )
        )
    return made


@pytest.fixture(scope="module")
def year() -> YearOfWork:
    return plan_the_year(duties(600), 2025, random.Random(1))


def test_asking_twice_or_in_another_order_gives_the_same_rows(year: YearOfWork) -> None:
    shuffled = duties(600)
    random.Random(9).shuffle(shuffled)
    again = plan_the_year(shuffled, 2025, random.Random(1))
    for rows in ("plan_rows", "actual_rows", "rating_rows", "level_rows"):
        assert list(getattr(year, rows)) == list(getattr(again, rows)) == list(getattr(year, rows))


def test_the_parts_of_a_year_hold_the_same_rows_as_the_whole(year: YearOfWork) -> None:
    parts = list(year.parts(250))
    assert [len(part.duties) for part in parts] == [250, 250, 100]
    assert [row for part in parts for row in part.plan_rows] == list(year.plan_rows)


def test_every_plan_can_be_fixed(year: YearOfWork) -> None:
    for duty in year.duties:
        rows = list(year.plan_of(duty))
        results = [row for row in rows if row.section == "RESULT"]
        assert 2 <= len({row.number for row in results if row.kind is ResultKind.MAIN}) <= 4
        assert {row.section for row in rows} == {"RESULT", "EXPECTATION", "RESOURCES", "ACCOUNTABILITY", "CONSEQUENCES"}
        assert all(
            row.indicator and row.text and row.assigned_by and "{" not in row.text + row.indicator for row in results
        )
        if duty.job_class is JobClass.JPT_OR_AUTONOMOUS:
            assert {row.perspective for row in results} == set(Perspective)
        else:
            assert all(row.aspect is not None and row.parent_text for row in results)
        if rows[0].approach is Approach.QUANTITATIVE:
            assert all(
                row.target_low is not None and row.target_high is not None and row.target_text for row in results
            )


def test_all_people_of_one_rater_share_the_approach_and_some_raters_chose_narrative(year: YearOfWork) -> None:
    by_unit = defaultdict(set)
    for duty in year.duties:
        by_unit[duty.led_unit_source_id].add(year.approach_of(duty))
    assert all(len(approaches) == 1 for approaches in by_unit.values())
    assert {Approach.QUALITATIVE, Approach.QUANTITATIVE} == set.union(*by_unit.values())


def test_the_wording_of_results_is_not_absolute(year: YearOfWork) -> None:
    results = [row for row in year.plan_rows if row.section == "RESULT"]
    words = {word for row in results for word in f"{row.text} {row.indicator}".lower().split()}
    assert not words & {"semua", "selalu", "setiap", "seluruh"}


def suggested(year: YearOfWork, duty: SampleDuty) -> Rating:
    """The overall class by section 5 of the rules, from the rows alone."""
    plans = [row for row in year.plan_of(duty) if row.section == "RESULT"]
    classes = []
    for (number, kind), pairs in groupby(
        zip(plans, year.actuals_of(duty), strict=True), key=lambda pair: (pair[0].number, pair[0].kind)
    ):
        found = []
        for plan, actual in pairs:
            assert actual.result_number == number
            if actual.override is not None:
                found.append(actual.override)
                continue
            assert plan.target_low is not None and plan.target_high is not None and actual.value is not None
            if plan.target_low <= actual.value <= plan.target_high:
                found.append(IndicatorClass.MEETS)
            else:
                is_better = (actual.value > plan.target_high) == (plan.direction is Direction.MORE)
                found.append(IndicatorClass.ABOVE if is_better else IndicatorClass.BELOW)
        below, above = found.count(IndicatorClass.BELOW), found.count(IndicatorClass.ABOVE)
        if 2 * below > len(found):
            classes.append((kind, Rating.BELOW))
        elif 2 * above >= len(found) and not below:
            classes.append((kind, Rating.ABOVE))
        else:
            classes.append((kind, Rating.MEETS))
    verdicts = [verdict for _, verdict in classes]
    if 2 * verdicts.count(Rating.BELOW) > len(verdicts):
        return Rating.BELOW
    if 2 * verdicts.count(Rating.ABOVE) > len(verdicts) and (ResultKind.MAIN, Rating.BELOW) not in classes:
        return Rating.ABOVE
    return Rating.MEETS


def test_ratings_follow_the_figures_except_where_the_rater_decided_otherwise(year: YearOfWork) -> None:
    others = 0
    for duty in year.duties:
        rating = year.rating_of(duty)
        if rating.result_rating is suggested(year, duty):
            assert rating.reason is None
        else:
            others += 1
    assert 0 < others < len(year.duties) * 0.1


def test_the_better_the_unit_the_better_its_people(year: YearOfWork) -> None:
    levels = {row.unit_source_id: row.level for row in year.level_rows}
    assert set(levels) == {duty.led_unit_source_id for duty in year.duties}
    spread: dict[bool, list[Rating | None]] = {True: [], False: []}
    for duty in year.duties:
        is_good = levels[duty.led_unit_source_id] in (OrgLevel.OUTSTANDING, OrgLevel.GOOD)
        spread[is_good].append(year.rating_of(duty).result_rating)
    shares = {good: found.count(Rating.ABOVE) / len(found) for good, found in spread.items()}
    assert shares[True] > shares[False]


def test_the_city_has_goals_that_its_units_serve_and_the_leaders_have_planned() -> None:
    people = duties(120)
    whole = plan_the_year(people, 2025, random.Random(1))
    rows = list(whole.agreement_rows)
    assert rows == list(plan_the_year(people, 2025, random.Random(1)).agreement_rows)
    roots = [row for row in rows if row.parent_number is None]
    assert len(roots) == 3
    known = {(row.unit_source_id, row.number) for row in rows}
    assert len(known) == len(rows)
    assert all((row.parent_source_id, row.parent_number) in known for row in rows if row.parent_number is not None)
    planned = {row.indicator for row in whole.plan_rows if row.section == "RESULT"}
    assert all(row.text in planned for row in rows if row.parent_number is not None)
    assert {(row.unit_source_id, row.number) for row in whole.unit_actual_rows} <= known
