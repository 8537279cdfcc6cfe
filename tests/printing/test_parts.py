"""Sheets drawn in other processes make the same file as sheets drawn in this one, byte for byte."""

from __future__ import annotations

import pickle
import subprocess
import sys
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from datetime import date
from multiprocessing import get_context

import pytest

from meritdesk.core.documents import Form, PaperStanding, PaperStyle
from meritdesk.core.errors import FileRefusal
from meritdesk.core.periods import parse_period
from meritdesk.core.print_work import DrawnBlock, SheetFault
from meritdesk.printing.evaluation_document import document_layouts
from meritdesk.printing.press import Press, draw_part
from meritdesk.printing.print_shop import PrintShop

FORMS = (Form.D_1_1, Form.C_1_3, Form.A_1_7)


def _ignore(done: int, total: int) -> None:
    """Progress that nobody watches."""


def _many(samples, form: Form, count: int) -> list:
    base = samples.sheet(form)
    names = ("Siti Nurhaliza", "Ñoño Peña", "Нина", "שלום", "Dewi 😀")
    return [
        replace(
            base,
            ratee=replace(base.ratee, name=names[number % len(names)], unit="Bidang " * (number % 7 + 1)),
            stamp=replace(
                base.stamp,
                document_id=f"d{number}",
                qr_text=f"MERITDESK:1:{number}",
                standing=PaperStanding.DRAFT if number == 5 else PaperStanding.CURRENT,
            ),
        )
        for number in range(count)
    ]


@pytest.mark.parametrize("form", FORMS)
def test_parts_make_the_same_bytes_however_the_sheets_are_divided(form, samples, tmp_path):
    sheets = _many(samples, form, 11)
    whole = Press().print_file(sheets, tmp_path / "utuh.pdf", PaperStyle(), _ignore, 11)
    for size in (1, 4, 11):
        parts = [draw_part(sheets[start : start + size], PaperStyle()) for start in range(0, 11, size)]
        sent = [pickle.loads(pickle.dumps(part)) for part in parts]
        joined = Press().print_parts(sent, tmp_path / "bagian.pdf", _ignore, 11)
        assert joined.digest == whole.digest
        assert joined.sheets == whole.sheets
        assert joined.pages == whole.pages


def test_freshly_started_processes_draw_the_same_parts(samples, tmp_path):
    sheets = _many(samples, Form.D_1_1, 6)
    whole = Press().print_file(sheets, tmp_path / "utuh.pdf", PaperStyle(), _ignore, 6)
    with ProcessPoolExecutor(2, mp_context=get_context("spawn")) as pool:
        parts = list(pool.map(draw_part, (sheets[:3], sheets[3:]), (PaperStyle(), PaperStyle())))
    assert Press().print_parts(parts, tmp_path / "bagian.pdf", _ignore, 6).digest == whole.digest


def test_a_worker_needs_neither_window_nor_store():
    loaded = "import sys, meritdesk.printing.press; print(*sorted(name.partition('.')[0] for name in sys.modules))"
    words = subprocess.run([sys.executable, "-c", loaded], capture_output=True, text=True, check=True).stdout.split()
    assert not {"PySide6", "sqlalchemy", "sqlcipher3", "pypdfium2"} & set(words)


def test_a_sound_file_comes_of_parts(samples, tmp_path, run_tool):
    sheets = _many(samples, Form.C_1_3, 5)
    steps = []
    target = tmp_path / "bagian.pdf"
    Press().print_parts(
        (draw_part([sheet], PaperStyle()) for sheet in sheets), target, lambda done, total: steps.append(done), 5
    )
    run_tool("qpdf", "--check", target)
    assert steps == [0, 1, 2, 3, 4, 5]
    assert Press().read_marks(target).marks == tuple(f"MERITDESK:1:{number}" for number in range(5))


def test_no_parts_are_no_file(tmp_path):
    with pytest.raises(FileRefusal) as refusal:
        Press().print_parts([], tmp_path / "lembar.pdf", _ignore, 0)
    assert refusal.value.code == "DOC-406"
    assert list(tmp_path.iterdir()) == []


def test_a_sheet_whose_people_share_values_leaves_no_value_on_the_next_of_its_layout(samples, print_sheets, page_texts):
    base = samples.sheet(Form.D_1_1)
    shared = replace(base, rater=replace(base.rater, unit=base.ratee.unit, rank=base.ratee.rank))
    apart = replace(base, rater=replace(base.rater, unit="Bidang Statistik", rank="Pembina / IV/b"))
    path, _ = print_sheets([shared, apart, shared])
    texts = page_texts(path)
    for sheet, text in zip((shared, apart, shared), texts, strict=True):
        flat = " ".join(text.split())
        for person in (sheet.ratee, sheet.rater, sheet.superior):
            assert f"UNIT KERJA : {person.unit}" in flat
            assert f"PANGKAT/GOL RUANG : {person.rank}" in flat
    assert texts[1].count("Bidang Statistik") == texts[1].count("Pembina / IV/b") == 1
    assert texts[0].replace("1 dari 1", "") == texts[2].replace("1 dari 1", "")


def test_a_known_layout_gives_the_bytes_of_a_new_one(samples, tmp_path):
    base = samples.sheet(Form.D_1_1)
    long = replace(base, ratee=replace(base.ratee, unit="Bidang " * 30))
    files = []
    for order in ((base, long), (long, base)):
        digests = {}
        for sheet in order:
            if sheet is order[0]:
                document_layouts().clear()
            printed = Press().print_file([sheet], tmp_path / "lembar.pdf", PaperStyle(), _ignore, 1)
            digests[sheet.ratee.unit] = printed.digest
        files.append(digests)
    assert files[0] == files[1]


@pytest.mark.parametrize(
    "other",
    [
        {"is_monthly": True},
        {"agency_name": "PEMERINTAH KABUPATEN SLEMAN"},
        {"assessed_from": date(2025, 3, 3)},
        {"period": parse_period("2025-TW2")},
        {"place": "Sleman"},
        {"signed_on": None},
    ],
)
def test_nothing_of_a_sheet_stays_on_the_layout_it_leaves_behind(other, samples, tmp_path):
    sheet = samples.sheet(Form.D_1_1)
    digests = []
    for order in ((sheet, replace(sheet, **other)), (replace(sheet, **other),)):
        document_layouts().clear()
        for one in order:
            printed = Press().print_file([one], tmp_path / "lembar.pdf", PaperStyle(), _ignore, 1)
        digests.append(printed.digest)
    assert digests[0] == digests[1]


def test_a_block_laid_aside_comes_back_and_makes_the_same_bytes(samples, tmp_path):
    sheets = _many(samples, Form.C_1_3, 3)
    shop, files = PrintShop(), []
    with shop.crew(PaperStyle(), False, 3) as crew:
        (drawn,) = crew.draw([sheets], lambda: None)
    fault = SheetFault("d9", "DOC-560", {"fault": "ValueError", "detail": "se\ud800te"})
    kept = DrawnBlock(drawn.sheets, (fault,))
    digest = shop.keep(kept, tmp_path / "blok")
    again = shop.recall(tmp_path / "blok", digest)
    assert again.faults == (SheetFault("d9", "DOC-560", {"fault": "ValueError", "detail": "se?te"}),)
    assert [replace(one, part=None) for one in again.sheets] == [replace(one, part=None) for one in kept.sheets]
    assert len({id(one.part) for one in again.sheets}) == 1
    for block, name in ((kept, "satu.pdf"), (again, "dua.pdf")):
        files.append(shop.bind(block.sheets, tmp_path / name, PaperStyle(), False, lambda: None))
    assert files[0].digest == files[1].digest and files[0].sheets == files[1].sheets
