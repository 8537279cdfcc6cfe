"""The register with time: what held on a day, and a timeline that leaves no day out."""

import itertools
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from meritdesk.core.career import seed_of
from meritdesk.core.history import EntryKind, History, lines_on, people_on, timeline
from meritdesk.core.people import LegalStatus, PositionKind
from meritdesk.core.plan import JobClass
from meritdesk.core.raters import derive_lines
from tests.core.small_agency import BY_NAME, PEOPLE, UNITS, became, before, entry, history_of, moved, person
from tests.core.test_evaluators import DAYS, EVENTS

MOVE = date(2025, 5, 1)


def rater_of(name, day, history, people=PEOPLE):
    return {line.person_id: line for line in lines_on(people, UNITS, history, day)}[name].rater_id


def test_without_a_history_every_day_is_as_the_rows_say():
    assert people_on(PEOPLE, History(), MOVE) == PEOPLE
    assert lines_on(PEOPLE, UNITS, History(), MOVE) == derive_lines(PEOPLE, UNITS)


def test_a_row_is_its_own_first_entry_since_its_tmt():
    clerk = person("x", "balai", position_title="Analis", position_since=date(2020, 3, 1), grade="III/a")
    found = seed_of(clerk, EntryKind.POST)
    assert (found.since, found.unit_id, found.position_title) == (date(2020, 3, 1), "balai", "Analis")
    assert History().is_known(clerk, EntryKind.POST, date(2021, 1, 1))
    assert not History().is_known(clerk, EntryKind.POST, date(2019, 1, 1))


def test_before_and_after_a_move_each_day_has_its_own_unit_and_rater():
    history = History(moved("analis", MOVE, "balai"))
    assert rater_of("analis", before(MOVE), history) == "purnama"
    assert rater_of("analis", MOVE, history) == "kepala balai"


def test_a_head_who_came_later_did_not_lead_the_unit_before_he_came():
    """The unit file names today's head; on a day when he still sat elsewhere the seat was not his."""
    history = History(moved("kepala balai", MOVE, "balai")[1:] + moved("kepala balai", MOVE, "balai")[:1])
    elsewhere = History(
        tuple(
            entry("kepala balai", EntryKind.POST, None if number == 0 else MOVE, None if number else before(MOVE),
                  unit_id=unit_id, position_kind=PositionKind.ADMINISTRATOR, echelon="III.a")
            for number, unit_id in enumerate(("sekretariat", "balai"))
        )
    )  # fmt: skip
    assert rater_of("plt", MOVE, history) == "kepala balai"
    assert rater_of("plt", before(MOVE), elsewhere) != "kepala balai"
    assert rater_of("plt", MOVE, elsewhere) == "kepala balai"


def test_an_acting_head_without_the_delegation_does_not_rate_and_the_line_says_so():
    vacant = entry("purnama", EntryKind.HEAD, None, before(MOVE), unit_id="direktorat")
    acting = entry("plt", EntryKind.PLT, MOVE, unit_id="direktorat", may_rate=False)
    left = became("purnama", LegalStatus.LEFT, MOVE)
    lines = {line.person_id: line for line in lines_on(PEOPLE, UNITS, History((vacant, acting, *left)), MOVE)}
    assert lines["analis"].problem == "REG-329"


def test_the_timeline_of_a_mover_has_two_stretches_with_two_raters():
    found = timeline(
        BY_NAME["analis"], PEOPLE, UNITS, History(moved("analis", MOVE, "balai")), date(2025, 1, 1), date(2025, 12, 31)
    )
    assert [(part.since, part.until, part.line.rater_id) for part in found] == [
        (date(2025, 1, 1), date(2025, 4, 30), "purnama"),
        (MOVE, date(2025, 12, 31), "kepala balai"),
    ]
    assert all(part.job_class is JobClass.JA_JF and part.is_due for part in found)


def test_the_timeline_notices_that_the_rater_changed_though_the_person_stayed():
    found = timeline(
        BY_NAME["analis"], PEOPLE, UNITS, history_of("penilai pindah", MOVE), date(2025, 1, 1), date(2025, 12, 31)
    )
    assert [part.line.rater_id for part in found] == ["purnama", "pengganti"]


def test_whoever_is_on_unpaid_leave_is_not_due_while_it_lasts():
    found = timeline(
        BY_NAME["analis"],
        PEOPLE,
        UNITS,
        History(became("analis", LegalStatus.UNPAID_LEAVE, MOVE)),
        date(2025, 1, 1),
        date(2025, 12, 31),
    )
    assert [part.is_due for part in found] == [True, False]
    assert found[1].line.rater_id == ""


@settings(max_examples=40)
@given(st.lists(EVENTS, max_size=5), DAYS, st.sampled_from(sorted(BY_NAME)))
def test_a_timeline_covers_every_day_once_and_agrees_with_each_day(events, day, name):
    history = History(tuple(found for event in events for found in event))
    first, last = date(2025, 1, 1), date(2025, 12, 31)
    parts = timeline(BY_NAME[name], PEOPLE, UNITS, history, first, last)
    assert parts[0].since == first and parts[-1].until == last
    for one, two in itertools.pairwise(parts):
        assert one.until + timedelta(days=1) == two.since
    (there,) = [part for part in parts if part.since <= day <= part.until]
    lines = {line.person_id: line for line in lines_on(PEOPLE, UNITS, history, day)}
    if there.is_due:
        assert lines[name] == there.line
    else:
        assert name not in lines
