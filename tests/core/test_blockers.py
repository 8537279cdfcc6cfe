"""Who blocks whom: one line a cause, however many it blocks, the largest first."""

from dataclasses import replace
from datetime import date

from meritdesk.core.blockers import BlockerKind, blockers, estimated_entries
from meritdesk.core.history import EntryKind, History, lines_on, tree_on
from tests.core.small_agency import PEOPLE, UNITS, before, entry, person

DAY = date(2025, 6, 1)


def listed(history=None, people=PEOPLE, units=UNITS):
    history = history or History()
    tree = tree_on(people, units, history, DAY)
    return blockers(tree, lines_on(people, units, history, DAY), history, units)


def units_with(name, **changes):
    return tuple(replace(found, **changes) if found.unit_id == name else found for found in UNITS)


def test_a_small_agency_in_order_blocks_nobody():
    assert listed() == ()


def test_a_vacant_head_is_one_line_with_everybody_who_waits_for_it():
    vacant = entry("purnama", EntryKind.HEAD, None, before(DAY), unit_id="direktorat")
    found = listed(History((vacant, entry("purnama", EntryKind.POST, DAY, unit_id="balai"))))
    first = found[0]
    assert (first.kind, first.unit_ids) == (BlockerKind.VACANT_HEAD, ("direktorat",))
    assert set(first.blocked) == {"analis", "perencana", "kepala sekolah"}


def test_an_acting_head_without_delegation_is_named():
    vacant = entry("purnama", EntryKind.HEAD, None, before(DAY), unit_id="direktorat")
    gone = entry("purnama", EntryKind.POST, DAY, unit_id="balai")
    acting = entry("plt", EntryKind.PLT, DAY, unit_id="direktorat", may_rate=False)
    (first, *_) = listed(History((vacant, gone, acting)))
    assert (first.kind, first.person_id, first.code) == (BlockerKind.NO_DELEGATION, "plt", "REG-329")


def test_units_in_a_circle_are_one_line():
    units = units_with("ditjen", parent_id="direktorat")
    found = [one for one in listed(units=units) if one.kind is BlockerKind.CYCLE]
    assert len(found) == 1
    assert set(found[0].unit_ids) == {"ditjen", "direktorat"}
    assert "analis" in found[0].blocked and "plt" in found[0].blocked


def test_whoever_has_no_unit_is_listed_together():
    lost = (person("x", ""), person("y", "tidak ada"))
    (found,) = listed(people=(*PEOPLE, *lost))
    assert (found.kind, found.blocked) == (BlockerKind.NO_UNIT, ("x", "y"))


def test_a_plt_whom_only_the_file_names_has_to_be_confirmed_and_blocks_nobody():
    units = units_with("sekretariat", acting_source_id="plt")
    people = (*PEOPLE, person("z", "sekretariat"))
    (found,) = listed(people=people, units=units)
    assert (found.kind, found.is_blocking, found.blocked) == (BlockerKind.UNCONFIRMED_ACTING, False, ("z",))


def test_the_largest_comes_first_and_what_only_asks_comes_last():
    units = units_with("sekretariat", acting_source_id="plt")
    people = (*PEOPLE, person("z", "sekretariat"), person("x", ""))
    vacant = entry("purnama", EntryKind.HEAD, None, before(DAY), unit_id="direktorat")
    found = listed(History((vacant, entry("purnama", EntryKind.POST, DAY, unit_id="balai"))), people, units)
    assert [len(one.blocked) for one in found if one.is_blocking] == sorted(
        (len(one.blocked) for one in found if one.is_blocking), reverse=True
    )
    assert found[-1].kind is BlockerKind.UNCONFIRMED_ACTING


def test_a_date_that_nobody_stated_is_on_the_list():
    guessed = entry("analis", EntryKind.STATUS, DAY, is_estimated=True)
    assert [one.person_id for one in estimated_entries(History((guessed,)))] == ["analis"]
