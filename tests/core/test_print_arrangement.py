"""However sheets are ordered and cut into files, each one lies in exactly one place, and files have usable names."""

from __future__ import annotations

from itertools import groupby

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meritdesk.core.documents import ChoiceStyle, Form, PaperSize, PaperStyle
from meritdesk.core.errors import UsageRefusal
from meritdesk.core.file_names import readable_name, safe_stem
from meritdesk.core.periods import parse_period
from meritdesk.core.print_arrangement import WantedSheet, arrange
from meritdesk.core.print_order import (
    REPORT_SET,
    FilePer,
    PrintWish,
    SheetOrder,
    check_wish,
    form_place,
    set_place,
    wish_facts,
    wish_of,
)

YEAR = parse_period("2025")
NAMES = st.sampled_from(["Siti", "siti", "Joko", "Ayu / Putri", "CON", "", "Ñandú", "王小明", "a" * 300])


def sheet(person, form, name="Siti", unit=0, rater=0):
    return WantedSheet(
        form,
        f"P{person}",
        f"P{person}",
        f"{person:018d}",
        name,
        f"U{unit}",
        f"Unit {unit}",
        unit,
        f"R{rater}",
        f"Penilai {rater}",
    )


@st.composite
def agencies(draw):
    sheets = []
    for person in range(draw(st.integers(0, 25))):
        name, unit, rater = draw(NAMES), draw(st.integers(0, 3)), draw(st.integers(0, 3))
        forms = draw(st.sets(st.sampled_from([Form.D_1_1, Form.A_1_7, Form.A_1_8, Form.C_1_3]), min_size=1))
        sheets += [sheet(person, form, name, unit, rater) for form in forms]
    return draw(st.permutations(sheets))


wishes = st.builds(
    PrintWish,
    period=st.just(YEAR),
    order=st.sampled_from(SheetOrder),
    files=st.sampled_from(FilePer),
    split=st.integers(0, 7),
)


@given(agencies(), wishes)
def test_every_sheet_lies_in_exactly_one_file_and_no_file_is_larger_than_the_split(sheets, wish):
    parts = arrange(sheets, wish, "7101")
    laid = [one for part in parts for one in part.sheets]
    assert sorted(laid, key=repr) == sorted(sheets, key=repr)
    assert all(part.sheets and len(part.sections) == len(part.sheets) for part in parts)
    assert not wish.split or all(len(part.sheets) <= wish.split for part in parts)


@given(agencies(), wishes)
def test_a_person_is_kept_together_and_lies_as_the_print_set_does(sheets, wish):
    for part in arrange(sheets, wish, "7101"):
        people = [key for key, _ in groupby(part.sheets, key=lambda one: one.person_id)]
        assert len(people) == len(set(people))
        for _, own in groupby(part.sheets, key=lambda one: one.person_id):
            places = [form_place(one.form) for one in own]
            assert places == sorted(places)


@given(agencies(), st.sampled_from(SheetOrder), st.integers(0, 7))
def test_splitting_never_changes_the_order(sheets, order, split):
    whole = arrange(sheets, PrintWish(YEAR, order=order), "7101")
    cut = arrange(sheets, PrintWish(YEAR, order=order, split=split), "7101")
    assert [one for part in cut for one in part.sheets] == [one for part in whole for one in part.sheets]


@given(agencies(), wishes, st.integers(20, 120))
def test_names_of_files_differ_in_more_than_case_and_are_never_too_long(sheets, wish, limit):
    stems = [part.stem for part in arrange(sheets, wish, "7101", limit)]
    assert len({stem.casefold() for stem in stems}) == len(stems)
    assert all(len(stem) <= limit and len(f"{stem}.pdf".encode()) <= 255 for stem in stems)


def test_files_per_unit_and_per_rater_hold_nobody_elses_sheets():
    sheets = [sheet(number, Form.D_1_1, f"N{number}", number % 3, number % 2) for number in range(12)]
    for files, of in ((FilePer.UNIT, "unit_id"), (FilePer.RATER, "rater_id")):
        parts = arrange(sheets, PrintWish(YEAR, files=files, order=SheetOrder.NAME), "7101")
        assert [len({getattr(one, of) for one in part.sheets}) for part in parts] == [1] * len(parts)


def test_a_file_of_one_person_is_named_by_nip_name_form_and_period():
    part = arrange([sheet(7, Form.D_1_1, "Dr. Siti / Ayu")], PrintWish(YEAR, (Form.D_1_1,), files=FilePer.PERSON), "1")
    assert part[0].stem == "000000000000000007 Dr. Siti - Ayu D.1.1 2025"


def test_sections_follow_the_order_they_stand_for():
    sheets = [sheet(1, Form.D_1_1, unit=2, rater=5), sheet(2, Form.D_1_1, unit=1, rater=6)]
    by_unit = arrange(sheets, PrintWish(YEAR, sections=True), "1")
    by_rater = arrange(sheets, PrintWish(YEAR, sections=True, order=SheetOrder.RATER), "1")
    assert by_unit[0].sections == ("Unit 1", "Unit 2")
    assert by_rater[0].sections == ("Penilai 5", "Penilai 6")


def test_the_report_set_has_the_document_on_top_then_plan_attachment_and_evaluation():
    assert [set_place(form) for form in REPORT_SET] == [0, 0, 0, 1, 1, 1, 1, 2, 3, 3, 3]
    assert PrintWish(YEAR).wanted_forms == REPORT_SET
    assert PrintWish(YEAR, (Form.C_1_3, Form.D_1_1)).wanted_forms == (Form.D_1_1, Form.C_1_3)


@pytest.mark.parametrize(
    ("wish", "code"),
    [
        (PrintWish(YEAR, sections=True, order=SheetOrder.NIP), "DOC-556"),
        (PrintWish(YEAR, split=-1), "DOC-557"),
        (PrintWish(YEAR, split=100_001), "DOC-557"),
        (PrintWish(YEAR, only_changed=True, afresh=True), "DOC-558"),
    ],
)
def test_a_wish_that_makes_no_sense_is_refused(wish, code):
    with pytest.raises(UsageRefusal, match=code):
        check_wish(wish)


@given(
    st.builds(
        PrintWish,
        period=st.sampled_from([YEAR, parse_period("2025-TW3")]),
        forms=st.lists(st.sampled_from(Form)).map(tuple),
        nip=st.text(max_size=5),
        unit_ids=st.lists(st.text(max_size=5)).map(tuple),
        order=st.sampled_from(SheetOrder),
        files=st.sampled_from(FilePer),
        split=st.integers(0, 9),
        duplex=st.booleans(),
        cover=st.booleans(),
        sections=st.booleans(),
        only_changed=st.booleans(),
        afresh=st.booleans(),
        style=st.builds(PaperStyle, st.sampled_from(PaperSize), st.sampled_from(ChoiceStyle), st.booleans()),
    )
)
def test_a_wish_that_was_kept_is_the_same_wish(wish):
    assert wish_of(wish_facts(wish)) == wish


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ('a<b>c:d"e/f\\g|h?i*j', "a-b-c-d-e-f-g-h-i-j"),
        ("CON", "_CON"),
        ("nul.2025", "_nul.2025"),
        ("COM¹", "_COM¹"),
        ("  titik di akhir. . ", "titik di akhir"),
        ("baris\nbaru\ttab", "baris baru tab"),
        ("\u202eterbalik\u200b", "terbalik"),
        ("", "_"),
        ("...", "_"),
    ],
)
def test_a_name_is_made_usable_on_every_system(text, name):
    assert readable_name(text, 120) == name


@given(st.text(max_size=400), st.integers(1, 120))
def test_any_text_becomes_a_name_that_windows_takes(text, limit):
    name = readable_name(text, limit)
    assert name and len(name.encode("utf-16-le")) // 2 <= max(limit, 1) and len(name.encode()) <= 240
    assert name[-1] not in " ." and not set(name) & set('<>:"/\\|?*') and name.isprintable()
    assert name.partition(".")[0].upper() not in {"CON", "PRN", "AUX", "NUL", "COM1", "LPT9"}


def test_equal_names_get_a_number():
    taken: set[str] = set()
    assert [safe_stem(name, 20, "", taken) for name in ("Ayu", "AYU", "ayu")] == ["Ayu", "AYU (2)", "ayu (3)"]
