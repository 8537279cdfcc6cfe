"""Every noun comes back from the store as it went in, and only what differs is written."""

from __future__ import annotations

import ast
import itertools
import unicodedata
from dataclasses import replace
from datetime import timedelta, timezone
from decimal import Decimal
from pathlib import Path

import pytest
import store_samples as sample
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from store_samples import ACTOR, YEAR

import meritdesk.store as store_package
from meritdesk.core.document_query import DocumentQuery
from meritdesk.core.documents import Form
from meritdesk.core.errors import FileRefusal, UsageRefusal
from meritdesk.core.evaluation import EvaluationState, Rating
from meritdesk.core.handover import KeyCard, ReceiptCode
from meritdesk.core.lines import RatingQuery, SortKey, StaffField, StaffFilter, StaffQuery
from meritdesk.core.people import LegalStatus, Person
from meritdesk.core.periods import parse_period
from meritdesk.core.plan import BehaviourValue, PlanHead
from meritdesk.store import staff_choice
from meritdesk.store.notation import decimal_text, moment_text


def save(store, change, agency_code=""):
    with store.writing(ACTOR, "test", agency_code=agency_code) as work:
        change(work)
        return work.commit()


def test_units_people_and_lines_come_back_as_they_went_in(filled):
    with filled.reading() as work:
        assert work.units.all() == sample.units()
        assert work.units.by_ids(["u-2", "nowhere"]) == {
            one.unit_id: one for one in sample.units() if one.unit_id == "u-2"
        }
        assert {person.person_id: person for person in work.people.all()} == {p.person_id: p for p in sample.people()}
        assert work.reporting.all() == sample.reporting()
        first = sample.reporting()[0]
        assert work.reporting.by_ids([first.person_id, "nobody"]) == {first.person_id: first}


def test_plans_come_back_whole_and_exact(filled):
    with filled.reading() as work:
        assert work.plans.of_year(2025) == (sample.plan(2), sample.plan(3))
        assert work.plans.of_year(2025, ["p-3"]) == (sample.plan(3),)
        assert work.plans.of_year(2024) == work.plans.heads_of_year(2024) == ()
        for people in (None, ["p-3"]):
            whole, heads = work.plans.of_year(2025, people), work.plans.heads_of_year(2025, people)
            assert heads and [
                PlanHead(one.plan_id, one.person_id, one.state, one.starts, one.ends, one.version, one.fixed_on)
                for one in whole
            ] == list(heads)
            assert [one.was_fixed for one in whole] == [one.was_fixed for one in heads]
        target = work.plans.of_year(2025, ["p-2"])[0].indicators[0].target
    assert str(target.high) == "12.50"


def test_actuals_levels_and_evaluations_come_back_as_they_went_in(filled):
    with filled.reading() as work:
        assert work.actuals.of_period(YEAR) == {actual.indicator_id: actual for actual in sample.actuals(2)}
        assert len(work.actuals.of_period(YEAR, ["p-2"])) == 2
        assert work.actuals.of_period(YEAR, ["p-3"]) == {}
        assert work.actuals.of_period(parse_period("2025-TW1"), ["p-2"]) == {}
        assert work.levels.all() == (sample.level(),)
        assert work.evaluations.of_period(YEAR) == (sample.closed_evaluation(2), sample.evaluation(3))
        assert work.evaluations.of_period(YEAR, ["p-3"]) == (sample.evaluation(3),)
        assert work.setting("paper") == "FOLIO"
        assert work.setting("unknown", "default") == "default"


@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(
    name=st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), min_size=1, max_size=40),
    number=st.decimals(allow_nan=False, allow_infinity=False, places=4, min_value=-(10**9), max_value=10**9),
)
def test_any_text_comes_back_in_normal_form_and_any_decimal_exactly(store, name, number):
    indicator = replace(sample.actuals()[0], value=number, text=name)
    save(store, lambda work: (work.people.save([sample.person(1, name=name)]), work.actuals.save([indicator])))
    with store.reading() as work:
        assert work.people.by_ids(["p-1"])["p-1"].name == unicodedata.normalize("NFC", name)
        found = work.actuals.of_period(YEAR)[indicator.indicator_id]
    assert found.value == number and str(found.value) == decimal_text(number)


def test_an_infinite_number_is_never_stored(store):
    with pytest.raises(ValueError, match="cannot be stored"), store.writing(ACTOR, "test") as work:
        work.actuals.save([replace(sample.actuals()[0], value=Decimal("Infinity"))])


def test_saving_the_same_again_writes_nothing(filled):
    def everything(work):
        work.units.save(sample.units())
        work.people.save(sample.people())
        work.plans.save([sample.plan(2), sample.plan(3)])
        work.actuals.save(sample.actuals(2))
        work.evaluations.save([sample.closed_evaluation(2), sample.evaluation(3)])

    changes = save(filled, everything)
    assert (changes.nouns, changes.change_set_id) == (frozenset(), "")
    with filled.reading() as work:
        assert work.journal.head().count == 3


def test_a_write_answers_with_the_nouns_it_changed(filled):
    changes = save(filled, lambda work: work.people.save([sample.person(1, name="Lain")]))
    assert changes.nouns == {"people"} and changes.change_set_id


def test_parts_that_a_plan_no_longer_names_go(filled):
    loyal = {BehaviourValue.LOYAL: ("Patuh",)}
    shorter = replace(sample.plan(2), results=sample.plan(2).results[:1], resources=(), expectations=loyal)
    save(filled, lambda work: work.plans.save([shorter]))
    with filled.reading() as work:
        assert work.plans.of_year(2025) == (shorter, sample.plan(3))


def test_a_plan_of_nobody_is_refused_and_not_saved(store):
    with pytest.raises(UsageRefusal) as refusal, store.writing(ACTOR, "test") as work:
        work.plans.save([sample.plan(9)])
        work.commit()
    assert refusal.value.code == "STO-634"
    with store.reading() as work:
        assert work.plans.of_year(2025) == ()


def test_nip_is_no_key_and_the_one_in_service_is_found_first(filled):
    shared = sample.person(4).nip
    save(filled, lambda work: work.people.save([sample.person(5, nip=shared, name="Zaki")]))
    with filled.reading() as work:
        found = work.people.by_nip(shared)
        assert found is not None and found.person_id == "p-5"
        assert work.people.by_nip("198503122010011004") == found
        assert work.people.by_nip("000000000000000000") is None


@pytest.mark.parametrize(
    ("search", "names"),
    [
        ("tidak ada", []),
        ("NGURAH", ["Dr. Ngurah, M.Si."]),
        ("çağ", ["Muresan Çağla"]),
        ("ÇAĞ", ["Muresan Çağla"]),
        ("cagla", ["Muresan Çağla"]),
        ("sari, ayu", ["Dr. Ayu_Sari, M.Si."]),
        ("ayu_sari 100%", ["Dr. Ayu_Sari, M.Si."]),
        ("yu", []),
        ("%", []),
        ("1002", ["Dr. Ayu_Sari, M.Si."]),
        ("19850312 201001 1 002", ["Dr. Ayu_Sari, M.Si."]),
        ("02", []),
        ("hukum", ["Dr. Ayu_Sari, M.Si."]),
        ("\\", []),
        ('" OR words : "', []),
    ],
)
def test_search_finds_word_beginnings_and_parts_of_a_nip_whatever_signs_are_typed(filled, search, names):
    with filled.reading() as work:
        found = work.people.lines(StaffQuery(search=search))
        assert [line.name for line in found] == names
        assert work.people.count(StaffQuery(search=search)) == len(names)


@pytest.mark.parametrize("field", list(StaffField))
def test_the_staff_list_can_be_ordered_by_every_column_both_ways_in_pages(filled, field):
    query = StaffQuery(sort=(SortKey(field),), year=2025, period="2025")
    with filled.reading() as work:
        whole = work.people.lines(query)
        pages = [work.people.lines(replace(query, offset=place, limit=1))[0] for place in range(4)]
        downwards = work.people.lines(replace(query, sort=(SortKey(field, is_descending=True),)))
        tallied = work.people.tally(query, field)
    assert list(whole) == pages and set(downwards) == set(whole) and len(whole) == 4
    assert sum(one.count for one in tallied) == 4
    if field in (StaffField.NIP, StaffField.GRADE, StaffField.LEGAL_STATUS):
        values = [getattr(line, field.value) for line in whole]
        assert [getattr(line, field.value) for line in downwards] == sorted(values, reverse=True)


def test_a_second_sort_key_settles_what_the_first_leaves_open(filled):
    with filled.reading() as work:
        keys = (SortKey(StaffField.POSITION_KIND), SortKey(StaffField.NIP, is_descending=True))
        lines = work.people.lines(StaffQuery(sort=keys))
    for one, other in itertools.pairwise(lines):
        assert (one.position_kind, other.nip) < (other.position_kind, one.nip)


@pytest.mark.parametrize("field", list(StaffField))
def test_a_filter_on_a_tallied_value_finds_as_many_people_as_the_tally_says(filled, field):
    asked = StaffQuery(year=2025, period="2025")
    with filled.reading() as work:
        for one in work.people.tally(asked, field):
            narrowed = replace(asked, filters=(StaffFilter(field, (one.value,)),))
            assert work.people.count(narrowed) == one.count == len(work.people.lines(narrowed))
        assert work.people.count(replace(asked, filters=(StaffFilter(field, ("no such value",)),))) == 0


@pytest.mark.parametrize("few", [0, 3000])
@pytest.mark.parametrize("falls", [False, True])
@pytest.mark.parametrize("field", [StaffField.PLAN_STATE, StaffField.RATING_STATE])
def test_blocks_by_state_are_the_parts_of_the_whole_order(filled, field, falls, few, monkeypatch):
    monkeypatch.setattr(staff_choice, "FEW_MATCHES", few)
    whole = StaffQuery(sort=(SortKey(field, falls), SortKey(StaffField.NIP)), limit=-1, year=2025, period="2025")
    with filled.reading() as work:
        ordered = work.people.lines(whole)
        assert len({line.plan_state for line in ordered}) > 1
        for size in (1, 2, len(ordered)):
            blocks = [work.people.lines(replace(whole, offset=at, limit=size)) for at in range(0, len(ordered), size)]
            assert [line for block in blocks for line in block] == list(ordered)
        assert work.people.lines(replace(whole, offset=len(ordered), limit=2)) == ()


def test_lines_show_plan_and_rating_state_of_the_time_asked_for(filled):
    with filled.reading() as work:
        now = {line.person_id: line for line in work.people.lines(StaffQuery(year=2025, period="2025"))}
        other = work.people.lines(StaffQuery(person_ids=("p-2", "p-3"), year=2024, period="2024"))
    assert (now["p-2"].plan_state, now["p-2"].rating_state) == (sample.plan(2).state, EvaluationState.CLOSED)
    assert (now["p-1"].plan_state, now["p-1"].rating_state) == (None, None)
    assert {line.person_id: (line.plan_state, line.rating_state) for line in other} == {
        "p-2": (None, None),
        "p-3": (None, None),
    }


def test_the_staff_list_shows_unit_rater_and_problem(filled):
    with filled.reading() as work:
        lines = {line.person_id: line for line in work.people.lines(StaffQuery())}
        problems = work.people.lines(StaffQuery(only_problems=True))
        assert work.people.count(StaffQuery(only_problems=True)) == 1
        assert work.people.count(StaffQuery(unit_ids=("u-3", "u-9"))) == 1
    assert lines["p-2"].rater_name == "Dr. Ngurah, M.Si." and lines["p-2"].unit_name == "Bagian Hukum"
    assert (lines["p-3"].unit_name, lines["p-1"].problem) == ("", "REG-330")
    assert [line.person_id for line in problems] == ["p-1"]


def test_a_closed_evaluation_is_not_overwritten_with_the_same_version(filled):
    same = sample.closed_evaluation(2)
    moved = replace(same.parties[0], unit="Bagian Umum")
    others = (replace(same, note="x"), replace(same, parties=(moved, same.parties[1])), sample.evaluation(2))
    for other in others:
        with pytest.raises(UsageRefusal) as refusal, filled.writing(ACTOR, "test") as work:
            work.evaluations.save([other])
        assert refusal.value.code == "ASM-120"
        assert refusal.value.facts == {"nip": sample.person(2).nip, "period": "2025"}
    changed = replace(sample.closed_evaluation(2), feedback={BehaviourValue.SERVICE: "lain"})
    with pytest.raises(UsageRefusal), filled.writing(ACTOR, "test") as work:
        work.evaluations.save([changed])


def test_a_newer_version_replaces_a_closed_evaluation(filled):
    newer = replace(sample.closed_evaluation(2), version=2, behaviour_rating=Rating.BELOW, reason="Diperbaiki")
    save(filled, lambda work: work.evaluations.save([newer]))
    with filled.reading() as work:
        assert work.evaluations.of_period(YEAR, ["p-2"]) == (newer,)


def test_the_assessment_grid_lists_who_is_due_with_plan_actuals_and_verdict(filled):
    with filled.reading() as work:
        lines = {line.person_id: line for line in work.evaluations.lines(RatingQuery("2025", 2025))}
        of_rater = work.evaluations.lines(RatingQuery("2025", 2025, rater_id="p-1"))
        searched = work.evaluations.lines(RatingQuery("2025", 2025, search="ayu", unit_ids=("u-3",)))
    assert set(lines) == {"p-1", "p-2", "p-3"}
    rated = lines["p-2"]
    assert (rated.indicators, rated.actuals, rated.state, rated.version) == (2, 2, EvaluationState.CLOSED, 1)
    assert (rated.rater_name, rated.led_unit_id, rated.unit_name) == ("Dr. Ngurah, M.Si.", "u-1", "Bagian Hukum")
    assert (lines["p-1"].plan_state, lines["p-1"].state, lines["p-1"].version) == (None, None, 0)
    assert {line.person_id for line in of_rater} == {"p-2", "p-3"}
    assert [line.person_id for line in searched] == ["p-2"]


def test_raters_are_listed_by_the_unit_they_lead_with_its_level(filled):
    with filled.reading() as work:
        raters = work.evaluations.raters(YEAR)
    counted = {(line.rater_id, line.led_unit_id): (line.people, line.rated, line.closed, line.level) for line in raters}
    assert counted == {("p-1", "u-1"): (1, 1, 1, sample.level().level), ("p-1", "u-2"): (1, 1, 0, None)}


def test_progress_adds_up_the_tree_and_unitless_people_count_for_the_root(filled):
    with filled.reading() as work:
        before = {line.unit_id: line for line in work.progress(YEAR)}
    root = before["u-1"]
    assert (root.staff, root.due, root.without_rater, root.plans, root.with_actuals) == (3, 3, 1, 2, 1)
    assert (root.rated, root.closed, root.printed, root.sent) == (2, 1, 0, 0)
    assert (before["u-3"].staff, before["u-3"].closed, before["u-2"].staff) == (1, 1, 1)
    save(filled, lambda work: work.documents.save([sample.document()]))
    save(filled, lambda work: work.ledger.add_outgoing(sample.package(work.ledger.epoch()), b"x"))
    with filled.reading() as work:
        after = {line.unit_id: line for line in work.progress(YEAR)}
    assert (after["u-1"].printed, after["u-1"].sent, after["u-2"].sent) == (1, 1, 0)
    newer = replace(sample.closed_evaluation(2), version=2, note="diperbaiki")
    save(filled, lambda work: work.evaluations.save([newer]))
    with filled.reading() as work:
        renewed = {line.unit_id: line for line in work.progress(YEAR)}
    assert (renewed["u-1"].printed, renewed["u-1"].sent) == (0, 0)


def test_document_numbers_are_fresh_and_copies_are_counted(filled):
    def printing(work):
        assert work.documents.reserve(Form.D_1_1, 2025, 3) == 1
        assert work.documents.reserve(Form.D_1_1, 2025, 1) == 4
        assert work.documents.reserve(Form.C_1_1, 2025, 1) == 1
        work.documents.save([sample.document(1), sample.document(2)])

    save(filled, printing)
    with filled.reading() as work:
        assert work.documents.numbers(Form.D_1_1, YEAR, ["p-2", "p-3"]) == {"p-2": ("D.1.1/2025/000001", 2)}
        assert work.documents.numbers(Form.C_1_1, YEAR, ["p-2"]) == {}
        assert work.documents.of_number("D.1.1/2025/000001") == (sample.document(1), sample.document(2))
        assert work.documents.of_file(f"{2:064d}") == (sample.document(2),)
        lines = work.documents.lines(DocumentQuery("ayu", limit=10))
        assert work.documents.count(DocumentQuery("ayu")) == 2
        assert work.documents.count(DocumentQuery("tidak ada")) == 0
        assert work.documents.count(DocumentQuery("d.1.1/2025")) == 2
    assert [(line.copy, line.is_current, line.name) for line in lines] == [
        (2, True, "Dr. Ayu_Sari, M.Si."),
        (1, True, "Dr. Ayu_Sari, M.Si."),
    ]
    with filled.writing(ACTOR, "test") as work:
        assert work.documents.reserve(Form.D_1_1, 2025, 1) == 5


def test_a_document_is_no_longer_current_when_the_record_has_a_newer_version(filled):
    save(filled, lambda work: work.documents.save([sample.document()]))
    save(filled, lambda work: work.evaluations.save([sample.closed_evaluation(2, version=2)]))
    with filled.reading() as work:
        assert [line.is_current for line in work.documents.lines(DocumentQuery())] == [False]


def test_times_are_kept_in_utc_whatever_zone_they_came_in_and_read_on_the_wall_clock(filled):
    wit = timezone(timedelta(hours=9))
    local = sample.document(printed_at=sample.NOW.astimezone(wit))
    save(filled, lambda work: work.documents.save([local]))
    with filled.reading() as work:
        found = work.documents.of_number(local.number)[0].printed_at
    assert found == sample.NOW and found.utcoffset() == sample.NOW.astimezone().utcoffset() != timedelta(0)
    assert moment_text(local.printed_at) == moment_text(found) == "2026-01-12T08:00:00.000000+00:00"


def test_packages_follow_one_another_inside_an_epoch(store):
    with store.reading() as work:
        epoch = work.ledger.epoch()
        assert (len(epoch), work.ledger.next_sequence()) == (32, 1)
        assert work.ledger.last_digest() == "sha256:" + "0" * 64
    save(store, lambda work: work.ledger.add_outgoing(sample.package(epoch), b"bytes"))
    with store.reading() as work:
        assert work.ledger.next_sequence() == 2
        assert work.ledger.last_digest() == sample.package(epoch).payload_digest
        assert work.ledger.outgoing() == (sample.package(epoch),)
        assert work.ledger.outgoing_data("pkg-1") == b"bytes" and work.ledger.outgoing_data("other") == b""


@pytest.mark.parametrize("change", [{"package_id": "other"}, {"payload_digest": "sha256:other"}])
def test_no_sequence_number_is_given_twice(store, change):
    with store.reading() as work:
        epoch = work.ledger.epoch()
    save(store, lambda work: work.ledger.add_outgoing(sample.package(epoch), b"bytes"))
    with pytest.raises(FileRefusal) as refusal:
        save(store, lambda work: work.ledger.add_outgoing(sample.package(epoch, **{"package_id": "x", **change}), b"x"))
    assert refusal.value.code == "STO-635"


def test_the_state_of_a_package_only_moves_forward(store):
    with store.reading() as work:
        epoch = work.ledger.epoch()
    save(store, lambda work: work.ledger.add_outgoing(sample.package(epoch), b"bytes"))
    states = []
    for code in (ReceiptCode.REJECTED, ReceiptCode.ACCEPTED, ReceiptCode.REJECTED, ReceiptCode.SUPERSEDED):
        with store.writing(ACTOR, "receipt") as work:
            line = work.ledger.confirm(sample.receipt(1, code, number=f"TT-{code.value}"))
            work.commit()
        assert line is not None
        states.append((line.state, line.receipt_number))
    assert states == [("R", "TT-R"), ("A", "TT-A"), ("A", "TT-A"), ("A", "TT-A")]
    with store.reading() as work:
        assert work.ledger.receipt("TT-A") == sample.receipt(1, number="TT-A")


def test_a_receipt_for_somebody_elses_package_is_not_noted(store):
    with store.reading() as work:
        epoch = work.ledger.epoch()
    save(store, lambda work: work.ledger.add_outgoing(sample.package(epoch), b"bytes"))
    with store.writing(ACTOR, "receipt") as work:
        assert work.ledger.confirm(sample.receipt(2)) is None
        assert work.ledger.confirm(sample.receipt(1, payload_digest="sha256:other")) is None


def test_a_received_package_is_recorded_once_with_its_receipt(store):
    given = sample.receipt(1)
    save(store, lambda work: work.ledger.add_incoming(*sample.received(given)), agency_code="3372")
    with store.reading() as work:
        assert work.ledger.entries("3372/PC01") == (sample.received(given)[0],)
        assert work.ledger.entries("other") == ()
        assert work.ledger.incoming() == (sample.received(given)[1],)
        assert work.ledger.receipt(given.number) == given and work.ledger.receipt("unknown") is None
    for again in (
        replace(given, number="TT-2", payload_digest="sha256:other"),
        replace(given, number="TT-3", sequence=2),
    ):
        with pytest.raises(FileRefusal) as refusal:
            save(store, lambda work, again=again: work.ledger.add_incoming(*sample.received(again)))
        assert refusal.value.code == "STO-635"


def test_refused_and_forked_packages_take_no_place_in_the_stream(store):
    for number, code in enumerate((ReceiptCode.REJECTED, ReceiptCode.ACCEPTED, ReceiptCode.FORK)):
        given = sample.receipt(1, code, number=f"TT-{number}", payload_digest=f"sha256:{number % 2}")
        save(store, lambda work, given=given: work.ledger.add_incoming(*sample.received(given)))
    with store.reading() as work:
        assert [entry.code.value for entry in work.ledger.entries("3372/PC01")] == ["R", "A", "F"]


def test_receipt_numbers_are_fresh_and_carry_the_epoch(store):
    with store.writing(ACTOR, "test") as work:
        numbers = [work.ledger.next_receipt_number(2026) for _ in range(2)]
        epoch = work.ledger.epoch()
        work.commit()
    with store.writing(ACTOR, "test") as work:
        numbers.append(work.ledger.next_receipt_number(2026))
    assert numbers == [f"TT-3372-2026-{epoch[:4]}-{place:05d}" for place in (1, 2, 3)]


def test_trusted_cards_are_kept_by_device_and_renewed(store):
    card = KeyCard("REG33", "Provinsi", "PC09", True, "key-1", "age-1")
    for each in (card, replace(card, minisign_key="key-2")):
        save(store, lambda work, each=each: work.ledger.trust(each))
    with store.reading() as work:
        assert work.ledger.cards() == (replace(card, minisign_key="key-2"),)


def test_each_agency_has_its_own_rows_and_one_ledger_is_shared(store):
    save(store, lambda work: work.people.save([sample.person(1, name="Kota A")]), agency_code="A")
    save(store, lambda work: work.people.save([sample.person(1, name="Kota B")]), agency_code="B")
    save(store, lambda work: work.ledger.add_incoming(*sample.received(sample.receipt())), agency_code="A")
    for code, name in (("A", "Kota A"), ("B", "Kota B")):
        with store.reading(code) as work:
            assert [person.name for person in work.people.all()] == [name]
            assert len(work.ledger.incoming()) == 1
    with store.reading() as work:
        assert work.people.all() == ()


def test_saving_in_a_reading_work_or_after_the_commit_is_our_own_bug(store):
    with store.reading() as work, pytest.raises(RuntimeError):
        work.people.save([sample.person(1)])
    with store.writing(ACTOR, "test") as work:
        work.commit()
        with pytest.raises(RuntimeError):
            work.set_setting("a", "b")


def test_fifteen_thousand_people_are_taken_in_one_work(store):
    crowd = [Person(f"p-{n}", f"{n:018d}", f"Nama {n % 977}", legal_status=LegalStatus.ACTIVE) for n in range(15_000)]
    save(store, lambda work: work.people.save(crowd))
    with store.reading() as work:
        assert work.people.count(StaffQuery()) == 15_000
        assert len(work.people.by_ids([person.person_id for person in crowd])) == 15_000
        assert [line.name for line in work.people.lines(StaffQuery(offset=14_998))] == ["Nama 99", "Nama 99"]


def test_only_one_module_knows_sqlite():
    """What is particular to SQLite stays in one module, since PostgreSQL follows."""
    package = Path(store_package.__file__).parent
    words = ("sqlite", "pragma", "sqlcipher")
    for path in package.rglob("*.py"):
        if path.name == "sqlite.py":
            continue
        tree = ast.parse(path.read_text(encoding="utf-8"))
        imported = [alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names]
        imported += [node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)]
        imported = [name for name in imported if not name.startswith("meritdesk.")]
        assert not [name for name in imported if any(word in name for word in words)], path.name
        constants = [node.value for node in ast.walk(tree) if isinstance(node, ast.Constant)]
        texts = [value for value in constants if isinstance(value, str)]
        docs = {ast.get_docstring(node, clean=False) for node in ast.walk(tree)
                if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef)}  # fmt: skip
        assert not [text for text in texts if text not in docs and "PRAGMA" in text], path.name
