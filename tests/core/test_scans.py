"""Scanned pages: each lands in exactly one place, the order does not matter, and nothing is filed where it is not."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meritdesk.core.documents import DocumentRecord, Form
from meritdesk.core.errors import UsageRefusal
from meritdesk.core.marks import page_mark, parse_mark, sheet_mark
from meritdesk.core.periods import parse_period
from meritdesk.core.scans import (
    Held,
    PageSight,
    ScanPage,
    ScanPlace,
    assigned,
    back_on_desk,
    gathered,
    land,
    likely_page,
    likely_record,
    natural_order,
    set_aside,
)

NOW = datetime(2026, 1, 12, 8, tzinfo=UTC)


def record(number: int = 1, version: int = 1, copy: int = 1, pages: int = 2, digest: str = "") -> DocumentRecord:
    return DocumentRecord(
        document_id=f"d{number}-{version}-{copy}",
        number=f"C.1.3/3372/2025/{number:06d}",
        form=Form.C_1_3,
        person_id="p1",
        period=parse_period("2025"),
        record_id=f"r{number}",
        record_version=version,
        record_digest=(digest or f"{number:08d}{version:08d}").ljust(64, "a"),
        copy=copy,
        printed_at=NOW,
        file_name="C.1.3.pdf",
        file_digest="0" * 64,
        first_page=1,
        pages=pages,
    )


def mark_of(one: DocumentRecord, page: int = 0) -> str:
    mark = sheet_mark(one.number, one.record_version, one.copy, one.record_digest)
    return page_mark(mark, page, one.pages) if page else mark


def sight(page: int, *marks: str, file: str = "pindai.pdf", picture: str = "", **other) -> PageSight:
    return PageSight(file, f"sha-{file}", page, marks=marks, picture=picture or f"{file}:{page}", **other)


def register(*records: DocumentRecord) -> dict[str, list[DocumentRecord]]:
    found: dict[str, list[DocumentRecord]] = {}
    for one in records:
        found.setdefault(one.number, []).append(one)
    return found


def landed(*sights: PageSight, known: Held | None = None, of=()) -> list[tuple[str, str, str, int]]:
    return [
        (one.place.value, one.reason, one.document_id, one.page) for one in land(sights, register(*of), known or Held())
    ]


def test_a_page_with_our_mark_is_filed_to_its_page():
    one = record()
    assert landed(sight(1, mark_of(one, 2)), sight(2, mark_of(one, 1)), of=[one]) == [
        ("FILED", "", "d1-1-1", 2),
        ("FILED", "", "d1-1-1", 1),
    ]


def test_pages_of_another_copy_or_version_are_told_apart():
    first, copy, newer = record(), record(copy=2), record(version=2)
    found = landed(
        sight(1, mark_of(first, 1)),
        sight(2, mark_of(copy, 1)),
        sight(3, mark_of(newer, 1)),
        of=[first, copy, newer],
    )
    assert [place[2] for place in found] == ["d1-1-1", "d1-1-2", "d1-2-1"]


@pytest.mark.parametrize(
    ("marks", "other", "place", "reason"),
    [
        ((), {}, "DESK", "DOC-610"),
        ((), {"is_blank": True}, "ASIDE", "DOC-636"),
        (("https://contoh.go.id/v/1",), {}, "DESK", "DOC-611"),
        ((mark_of(record(9), 1),), {}, "DESK", "DOC-612"),
        ((mark_of(record(copy=3), 1),), {}, "DESK", "DOC-613"),
        ((mark_of(record(version=2), 1),), {}, "DESK", "DOC-613"),
        ((mark_of(record(digest="ffff"), 1),), {}, "DESK", "DOC-614"),
        ((mark_of(record(pages=7), 3),), {}, "DESK", "DOC-615"),
        ((mark_of(record(), 1), mark_of(record(), 2)), {}, "DESK", "DOC-616"),
        ((), {"fault": "DOC-624"}, "DESK", "DOC-624"),
    ],
)
def test_what_cannot_be_filed_is_named_with_its_reason(marks, other, place, reason):
    assert landed(sight(1, *marks, **other), of=[record()])[0][:2] == (place, reason)


def test_a_strange_code_beside_ours_does_not_hinder():
    one = record()
    assert landed(sight(1, "https://contoh.go.id/v/1", mark_of(one, 1)), of=[one]) == [("FILED", "", "d1-1-1", 1)]


def test_the_same_page_twice_is_spare_and_so_is_the_same_picture():
    one = record()
    found = landed(
        sight(1, mark_of(one, 1)),
        sight(2, mark_of(one, 1)),
        sight(3, mark_of(one, 1), picture="pindai.pdf:1"),
        of=[one],
    )
    assert [place[:2] for place in found] == [("FILED", ""), ("SPARE", "DOC-617"), ("SPARE", "DOC-618")]


def test_blank_backs_look_alike_and_each_is_listed():
    found = landed(*(sight(page, picture="kosong", is_blank=True) for page in (1, 2, 3)))
    assert found == [("ASIDE", "DOC-636", "", 0)] * 3


def test_what_was_filed_before_stays():
    one = record()
    held = Held({("d1-1-1", 1): "earlier"}, {"old": ("d1-1-1", 1)})
    assert landed(sight(1, mark_of(one, 1)), known=held, of=[one]) == [("SPARE", "DOC-617", "d1-1-1", 1)]
    assert landed(sight(1, picture="old"), known=held, of=[one]) == [("SPARE", "DOC-618", "d1-1-1", 1)]


def test_old_marks_without_a_page_fill_what_is_missing_in_the_order_of_the_stack():
    one = record(pages=3)
    found = landed(
        sight(3, mark_of(one)), sight(1, mark_of(one)), sight(2, mark_of(one, 2)), sight(4, mark_of(one)), of=[one]
    )
    assert [place[3] for place in found] == [1, 2, 3, 0]
    assert found[3][:2] == ("DESK", "DOC-619")
    single = record(pages=1)
    assert landed(sight(1, mark_of(single)), of=[single]) == [("FILED", "", "d1-1-1", 1)]


RECORDS = [record(1, pages=1), record(2), record(2, copy=2), record(3, version=2, pages=3), record(4, pages=2)]
MARKS = [
    *(mark_of(one, page) for one in RECORDS for page in range(1, one.pages + 1)),
    *(mark_of(one) for one in RECORDS),
    mark_of(record(9), 1),
    mark_of(record(2, copy=5), 1),
    mark_of(record(2, digest="ffff"), 1),
    "https://contoh.go.id/v/1",
]
SIGHTS = st.lists(
    st.tuples(
        st.lists(st.sampled_from(MARKS), max_size=2, unique=True),
        st.booleans(),
        st.integers(0, 6),
        st.sampled_from(["", "", "", "DOC-621"]),
    ),
    max_size=25,
).map(
    lambda drawn: [
        PageSight(
            f"pindai{number % 3}.pdf",
            f"sha{number % 3}",
            number,
            marks=tuple(sorted(marks)),
            is_blank=blank and not marks,
            picture=f"gambar{look}" if look else f"sendiri{number}",
            fault=fault,
        )
        for number, (marks, blank, look, fault) in enumerate(drawn)
    ]
)


@given(SIGHTS, st.sets(st.sampled_from([(one.document_id, page) for one in RECORDS for page in (1, 2, 3)])))
def test_every_page_lands_in_exactly_one_place_and_no_page_of_a_document_is_filed_twice(sights, before):
    held = Held(dict.fromkeys(before, "earlier"))
    landings = land(sights, register(*RECORDS), held)
    assert sorted(one.sight.place_in_batch for one in landings) == sorted(one.place_in_batch for one in sights)
    filed = [(one.document_id, one.page) for one in landings if one.place is ScanPlace.FILED]
    assert len(filed) == len(set(filed))
    assert not set(filed) & before
    known = {one.document_id: one for one in RECORDS}
    for one in landings:
        if one.place is ScanPlace.FILED:
            mark, entry = parse_mark(one.mark), known[one.document_id]
            assert one.mark in one.sight.marks and not one.reason
            assert (mark.number, mark.version, mark.copy) == (entry.number, entry.record_version, entry.copy)
            assert mark.fits(entry.record_digest) and mark.page in (0, one.page) and 1 <= one.page <= entry.pages
        else:
            assert one.reason.startswith("DOC-6")


@given(SIGHTS, st.randoms(use_true_random=False))
def test_any_order_gives_the_same_result(sights, chance: random.Random):
    shuffled = list(sights)
    chance.shuffle(shuffled)
    assert land(sights, register(*RECORDS), Held()) == land(shuffled, register(*RECORDS), Held())


def page(number: int = 1, place: ScanPlace = ScanPlace.DESK, document: str = "", of_page: int = 0) -> ScanPage:
    return ScanPage(
        f"page{number}", "b", "pindai.pdf", "sha", number, place, "DOC-610", sha256="x", document_id=document,
        page=of_page,
    )  # fmt: skip


def test_what_is_missing_is_named_and_where_it_may_be():
    first, copy = record(pages=2), record(copy=2, pages=2)
    pages = [page(1, ScanPlace.FILED, "d1-1-1", 1), page(2, ScanPlace.FILED, "d1-1-2", 2)]
    scans = gathered([first, copy, record(7)], [*pages, page(3, ScanPlace.SPARE, "d1-1-1", 1)])
    assert [(one.missing, one.spare, one.is_whole, one.elsewhere) for one in scans] == [
        ((2,), 1, False, (copy,)),
        ((1,), 0, False, (first,)),
    ]
    whole = gathered([first], [pages[0], page(4, ScanPlace.FILED, "d1-1-1", 2)])
    assert whole[0].is_whole and whole[0].elsewhere == ()


def test_a_page_typed_by_hand_is_filed_and_takes_the_place_of_another_only_on_request():
    one = record()
    filed = [page(2, ScanPlace.FILED, one.document_id, 1)]
    moved = assigned(page(1), one, 2, filed, False, NOW, "Rina")
    assert [(each.place, each.document_id, each.page, each.decided_by) for each in moved] == [
        (ScanPlace.FILED, one.document_id, 2, "Rina")
    ]
    with pytest.raises(UsageRefusal, match="DOC-633"):
        assigned(page(1), one, 1, filed, False, NOW, "Rina")
    taken = assigned(page(1), one, 1, filed, True, NOW, "Rina")
    assert [(each.page_id, each.place) for each in taken] == [
        ("page1", ScanPlace.FILED),
        ("page2", ScanPlace.SPARE),
    ]
    for wrong in (0, 3):
        with pytest.raises(UsageRefusal, match="DOC-629"):
            assigned(page(1), one, wrong, filed, False, NOW, "Rina")
    with pytest.raises(UsageRefusal, match="DOC-631"):
        assigned(replace(page(1), sha256=""), one, 2, filed, False, NOW, "Rina")


def test_a_page_is_set_aside_and_laid_back():
    aside = set_aside(page(1, ScanPlace.FILED, "d1-1-1", 1), "DOC-637", NOW, "Rina")
    assert (aside.place, aside.reason, aside.document_id, aside.page) == (ScanPlace.ASIDE, "DOC-637", "", 0)
    assert back_on_desk(aside, NOW, "Rina").place is ScanPlace.DESK


def test_the_print_and_the_page_are_guessed_only_when_there_is_no_doubt():
    one, copy = record(), record(copy=2)
    assert likely_record([one], {}) is one
    assert likely_record([one, copy], {}) is None
    assert likely_record([one, copy], {one.document_id: {1}}) is one
    assert likely_record([one, copy], {one.document_id: {1, 2}}) is copy
    assert likely_page(one, {1}) == 2
    assert likely_page(one, ()) == likely_page(one, {1, 2}) == 0


def test_names_are_ordered_as_people_count():
    names = ["Scan 10.pdf", "scan 2.pdf", "scan 1.pdf", "2026/1.pdf", "10.pdf", "9.pdf"]
    assert sorted(names, key=natural_order) == [
        "9.pdf",
        "10.pdf",
        "2026/1.pdf",
        "scan 1.pdf",
        "scan 2.pdf",
        "Scan 10.pdf",
    ]
