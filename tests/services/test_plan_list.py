"""The list of plans: any order, blocks without a gap, and filters that keep exactly whom they name."""

from __future__ import annotations

from dataclasses import replace

import pytest
from small_office import NIPS, YEAR

from meritdesk.core.access import Actor, Role
from meritdesk.core.errors import UsageRefusal
from meritdesk.core.lines import RatingQuery
from meritdesk.core.plan_list import PlanField, PlanQuery
from meritdesk.services.planning.plan_list import PlanList

ALL = PlanQuery(YEAR)


def test_the_list_has_the_people_and_the_counts_of_the_assessment_grid(closed):
    listed = {line.person_id: line for line in closed.desk.planning.listing.lines(ALL)}
    grid = {line.person_id: line for line in closed.desk.assessment.grid(RatingQuery(YEAR.code, YEAR.year))}
    assert listed.keys() == grid.keys() and closed.desk.planning.listing.count(ALL) == len(grid) > 3
    for key, line in listed.items():
        other = grid[key]
        assert (line.name, line.nip, line.unit_name) == (other.name, other.nip, other.unit_name)
        assert line.rater_name in ("", other.rater_name)
        assert (line.state, line.indicators, line.actuals) == (other.plan_state, other.indicators, other.actuals)
    assert any(line.actuals for line in listed.values()) and any(not line.state for line in listed.values())


def test_every_field_orders_the_list_both_ways_and_blocks_join_without_a_gap(closed):
    plans = closed.desk.planning.listing
    whole = plans.lines(ALL)
    for field in PlanField:
        for falls in (False, True):
            query = replace(ALL, order=((field, falls),))
            lines = plans.lines(query)
            blocks = [plans.lines(replace(query, offset=offset, limit=2)) for offset in range(0, len(whole), 2)]
            assert sum(blocks, ()) == lines and set(lines) == set(whole), field
            if field in (PlanField.INDICATORS, PlanField.ACTUALS, PlanField.NIP):
                values = [getattr(line, field.value) for line in lines]
                assert values == sorted(values, reverse=falls), field


def test_filters_keep_whom_they_name(closed):
    plans = closed.desk.planning.listing
    whole = plans.lines(ALL)
    for query, keeps in (
        (replace(ALL, states=("",)), lambda line: line.state is None),
        (replace(ALL, states=("FIXED",)), lambda line: line.state == "FIXED"),
        (replace(ALL, has_actuals=False), lambda line: not line.actuals),
        (replace(ALL, has_actuals=True), lambda line: line.actuals),
        (replace(ALL, search=NIPS["nurse"]), lambda line: line.nip == NIPS["nurse"]),
        (replace(ALL, states=("-",)), lambda line: False),
    ):
        found = plans.lines(query)
        assert found == tuple(line for line in whole if keeps(line))
        assert plans.count(query) == len(found)


def test_whoever_may_not_read_is_refused(closed, monkeypatch):
    stranger = PlanList(replace(closed.desk.planning.around, actor=Actor("x", Role.VIEWER, "PC")))
    monkeypatch.setattr("meritdesk.core.access._ALLOWED", {Role.VIEWER: frozenset()})
    for verb in (stranger.lines, stranger.count):
        with pytest.raises(UsageRefusal, match="USE-110"):
            verb(ALL)
