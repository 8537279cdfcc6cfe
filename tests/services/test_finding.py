"""One question to the whole store: found with the reason, exact, and only for who may read."""

from __future__ import annotations

from dataclasses import replace

import pytest
from small_office import NIPS

from meritdesk.core.access import Actor, Role
from meritdesk.core.errors import Refusal
from meritdesk.core.finding import FoundIn, FoundKind


def test_people_units_and_texts_of_plans_are_found_with_the_reason(planned):
    find = planned.desk.overview.find
    (nurse,) = find("joko wid").of_kind(FoundKind.PERSON)
    assert (nurse.nip, nurse.why, nurse.title) == (NIPS["nurse"], FoundIn.NAME, "Joko Widagdo, S.Kes")
    assert {one.why for one in find(NIPS["nurse"][4:14]).of_kind(FoundKind.PERSON)} == {FoundIn.NIP}
    assert FoundIn.POST in {one.why for one in find("perawat").of_kind(FoundKind.PERSON)}
    unit = planned.desk.register.units()[0]
    found = find(unit.name)
    assert unit.unit_id in {one.key for one in found.of_kind(FoundKind.UNIT)}
    plan = planned.desk.planning.show(NIPS["nurse"], 2025)
    text = plan.plan.results[0].text
    results = find(text, limit=50).of_kind(FoundKind.RESULT)
    assert NIPS["nurse"] in {one.nip for one in results} and {one.year for one in results} == {2025}


def test_of_each_kind_no_more_than_asked_and_the_rest_is_told(planned):
    found = planned.desk.overview.find("p", limit=1)
    assert len(found.of_kind(FoundKind.PERSON)) == 1 and FoundKind.PERSON in found.more
    assert planned.desk.overview.find("  ").matches == () == planned.desk.overview.find("%", 5).matches


def test_settings_are_found_by_their_words_in_any_language(settled):
    (found,) = settled.desk.overview.find("hari", settings={"working_week": "Hari kerja"}).of_kind(FoundKind.SETTING)
    assert (found.key, found.why) == ("working_week", FoundIn.SETTING)


def test_the_index_is_made_anew_by_whoever_keeps_the_store_and_changes_no_record(planned):
    before = planned.desk.upkeep.journal()
    assert planned.desk.upkeep.rebuild_index() > 10
    assert planned.desk.upkeep.journal() == before
    guest = replace(planned.desk.upkeep.around, actor=Actor("tamu", Role.VIEWER, "PC01"))
    with pytest.raises(Refusal):
        replace(planned.desk.upkeep, around=guest).rebuild_index()
    assert replace(planned.desk.overview, around=guest).find("joko").matches
