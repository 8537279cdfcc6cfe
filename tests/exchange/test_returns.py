"""A return with all its parts survives its files; one that is not whole, or says what nobody may say, is refused."""

from __future__ import annotations

import json
import unicodedata
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from meritdesk.core.approvals import Approval, ApprovalState, newer
from meritdesk.core.corrections import AnswerKind, Correction, CorrectionAnswer, fresh_ones, lines_of
from meritdesk.core.errors import FileRefusal
from meritdesk.core.handover import AuditHead, DeviceKeys, PackageHeader, Receipt
from meritdesk.core.reference import LocalPack, ReferenceData, UnitNaming
from meritdesk.core.returned import ReturnContent
from meritdesk.core.working_days import Holiday, HolidayKind
from meritdesk.exchange.paper_receipts import paper_receipt, read_paper_receipt
from meritdesk.exchange.returns import pack_digest, read_return, return_digest, write_return

PACK = '{"kind": "holidays", "pack_id": "libur-2031"}'
CORRECTION = Correction(
    "c-1", "2025", "pegawai", "p-1", "Joko (198003032005011003)", 0, "name", "Joko", "Joko W.", "Menurut SK", "Rini",
    date(2026, 1, 12),
)  # fmt: skip
APPROVAL = Approval("2025", 3, ApprovalState.LOCKED, "Rini", date(2026, 1, 12), "", AuditHead(17, "a" * 64), 17)
REFERENCE = ReferenceData(
    (UnitNaming("u-1", "Seksi Farmasi", "KEPALA SEKSI", "Perda"),),
    (Holiday(date(2026, 2, 17), "Hari Jadi", HolidayKind.LOCAL, True, "SE", False),),
    (LocalPack("libur-2031", "holidays", pack_digest(PACK), PACK),),
    {"periodic_cycle": "QUARTERLY"},
)


@pytest.fixture
def whole(receipt: Receipt) -> ReturnContent:
    return ReturnContent(receipt, (CORRECTION,), (APPROVAL,), REFERENCE)


def test_a_return_survives_its_files_and_has_one_spelling(answer_header: PackageHeader, whole: ReturnContent) -> None:
    files = write_return(whole)
    assert read_return(answer_header, files) == whole
    assert write_return(read_return(answer_header, files)) == files
    assert return_digest(whole) == return_digest(read_return(answer_header, files))


def test_each_part_may_come_alone(answer_header: PackageHeader, whole: ReturnContent) -> None:
    for part in (
        ReturnContent(whole.receipt),
        ReturnContent(corrections=whole.corrections),
        ReturnContent(approvals=whole.approvals),
        ReturnContent(reference=whole.reference),
    ):
        assert read_return(answer_header, write_return(part)) == part


def test_a_return_with_nothing_in_it_is_not_made(answer_header: PackageHeader, whole: ReturnContent) -> None:
    with pytest.raises(FileRefusal, match="PKG-750"):
        write_return(ReturnContent())


@pytest.mark.parametrize(
    ("gone", "code"),
    [
        ("data/receipt.json", "PKG-534"),
        ("data/hasil.csv", "PKG-534"),
        ("data/rujukan_setelan.csv", "PKG-534"),
        ("data/koreksi.csv", "PKG-534"),
    ],
)
def test_half_a_part_is_refused(answer_header: PackageHeader, whole: ReturnContent, gone: str, code: str) -> None:
    files = {path: data for path, data in write_return(whole).items() if path != gone}
    with pytest.raises(FileRefusal, match=code):
        read_return(answer_header, files)


@pytest.mark.parametrize(
    ("path", "old", "new", "code"),
    [
        ("data/persetujuan.csv", b'"LOCKED"', b'"SEALED"', "PKG-534"),
        ("data/koreksi.csv", b'"Menurut SK"', b'""', "PKG-535"),
        ("data/koreksi.csv", b'"2026-01-12"', b'"12-01-2026"', "PKG-535"),
        ("data/rujukan_aturan.csv", b'libur-2031""}', b'libur-2032""}', "PKG-751"),
        ("data/rujukan_hari_libur.csv", b'"LOCAL"', b'"MARKET"', "PKG-534"),
    ],
)
def test_a_cell_that_nobody_may_write_refuses_the_file(
    answer_header: PackageHeader, whole: ReturnContent, path: str, old: bytes, new: bytes, code: str
) -> None:
    files = write_return(whole)
    assert old in files[path]
    with pytest.raises(FileRefusal, match=code):
        read_return(answer_header, {**files, path: files[path].replace(old, new, 1)})


def test_a_trust_list_that_is_none_refuses_the_file(answer_header: PackageHeader, whole: ReturnContent) -> None:
    with pytest.raises(FileRefusal, match="PKG-534"):
        read_return(answer_header, {**write_return(whole), "data/daftar_kunci.zip": b"PK"})


def test_the_control_file_counts_every_part(answer_header: PackageHeader, whole: ReturnContent) -> None:
    control = json.loads(write_return(whole)["data/control.json"])
    assert control["tables"]["koreksi"] == {"rows": 1, "totals": {"base_version": "0"}}
    assert control["tables"]["persetujuan"]["totals"] == {"number": "3", "head_count": "17"}


TEXT = st.text(st.characters(min_codepoint=32, max_codepoint=0x2FF, exclude_categories=["C"]), max_size=20)


@settings(max_examples=40, deadline=None)
@given(words=st.lists(TEXT, min_size=6, max_size=6), version=st.integers(0, 99))
def test_a_correction_of_any_words_survives(answer_header: PackageHeader, words: list[str], version: int) -> None:
    label, field, present, wish, reason, by = (unicodedata.normalize("NFC", text) for text in words)
    one = Correction(
        "c", "2025-TW1", "unit", "u", label, version, field or "x", present, wish, reason or "y", by or "z",
        date(2026, 1, 1),
    )  # fmt: skip
    content = ReturnContent(corrections=(one,))
    assert read_return(answer_header, write_return(content)) == content


@settings(max_examples=40, deadline=None)
@given(st.lists(st.integers(0, 5), max_size=12))
def test_corrections_and_words_in_any_order_and_number_leave_the_same(order: list[int]) -> None:
    def state(arrivals: list[int]) -> tuple[object, ...]:
        known: tuple[Correction, ...] = ()
        word: Approval | None = None
        for place in arrivals:
            arriving = Correction(
                f"c-{place}", "2025", "unit", "u", "", 0, "name", "", "X", "Y", "Z", date(2026, 1, 1), f"r-{place}"
            )
            known += fresh_ones(known, [arriving, arriving])
            said = Approval("2025", place, ApprovalState.OPEN, "Z", date(2026, 1, 1))
            word = said if newer(word, said) else word
        answers = {"c-0": CorrectionAnswer("c-0", AnswerKind.ANSWERED, "", "Z", date(2026, 1, 2))}
        lines = lines_of(sorted(known, key=lambda one: one.correction_id), answers)
        return tuple((one.correction.correction_id, one.state) for one in lines), word.number if word else -1

    assert state(order) == state(sorted(set(order))) == state([*reversed(order), *order])


def test_a_receipt_line_fits_version_nine_and_only_the_region_can_write_it(
    receipt: Receipt, agency: DeviceKeys, region: DeviceKeys, other_region: DeviceKeys
) -> None:
    numbered = replace(receipt, number="TT-REG07-2026-e3f9-00001", payload_digest="sha256:" + "ab" * 32)
    line = paper_receipt(numbered, region)
    assert len(line) <= 180 and line.isupper()
    read = read_paper_receipt(f" {line[:40].lower()}\n{line[40:]} ", [region.card], agency.card)
    assert (read.number, read.code, read.payload_start) == (numbered.number, numbered.code, "ab" * 16)
    for cards in ([], [agency.card], [other_region.card]):
        with pytest.raises(FileRefusal, match="PKG-753"):
            read_paper_receipt(line, cards, agency.card)
    forged = paper_receipt(numbered, agency)
    with pytest.raises(FileRefusal, match="PKG-753"):
        read_paper_receipt(forged, [region.card, agency.card], agency.card)
    for short in ("", "MDR1", line[:-1], line + "A"):
        with pytest.raises(FileRefusal, match="PKG-752"):
            read_paper_receipt(short, [region.card], agency.card)
