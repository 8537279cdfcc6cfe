"""What is seen on a scanned page, however it went through the scanner, and what is not taken for paper."""

from __future__ import annotations

import io
import random
import zlib
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image, ImageDraw

from meritdesk.core.marks import parse_mark
from meritdesk.core.scans import PageSight, ScanMedia
from meritdesk.quarantine import Bounds
from meritdesk.scanning.apart import Counted, Reader, Wanted, answer, answers
from meritdesk.scanning.sight import THUMBNAIL, is_blank, see_page
from meritdesk.scanning.sources import KEPT_BYTES, MOST_PIXELS, Unfit, open_source


def seen(path: Path, index: int = 0) -> PageSight:
    source = open_source(path)
    try:
        return see_page(source, index, path.name, "sha")
    finally:
        source.close()


@pytest.mark.parametrize("turn", range(4))
@pytest.mark.parametrize("askew", [-3.0, 0.0, 2.5])
def test_the_code_is_read_however_the_sheet_lay_on_the_glass(paper, scan, tmp_path, turn, askew):
    page = seen(paper.as_pdf([scan(1, turn, askew)], tmp_path / "pindai.pdf"))
    (mark,) = page.marks
    assert (parse_mark(mark).number, parse_mark(mark).page) == ("C.1.3/3372/2025/000002", 1)
    assert not page.is_blank
    assert page.turn == -turn % 4


def test_specks_are_cleaned_before_giving_up(paper, scan, tmp_path):
    pages = [scan(0, turn, 1.5, specks=0.03) for turn in range(4)]
    path = paper.as_pdf(pages, tmp_path / "pindai.pdf", quality=35)
    assert [len(seen(path, index).marks) for index in range(4)] == [1] * 4


@pytest.mark.parametrize("name", ["pindai.png", "pindai.jpg", "pindai.tif"])
def test_pictures_of_office_scanners_are_read(scan, tmp_path, name):
    scan(0, 1, 1.0).save(tmp_path / name, quality=60, dpi=(150, 150))
    page = seen(tmp_path / name)
    assert len(page.marks) == 1 and page.turn == 3
    assert page.media is (ScanMedia.JPEG if name != "pindai.png" or len(page.content) > KEPT_BYTES else ScanMedia.PNG)


def test_a_tiff_of_the_fax_kind_holds_many_pages(scan, tmp_path):
    pages = [scan(number, specks=0).point(lambda grey: 255 * (grey > 140)).convert("1") for number in (0, 1)]
    path = tmp_path / "faks.tif"
    pages[0].save(path, compression="group4", save_all=True, append_images=pages[1:], dpi=(150, 150))
    assert answer(Wanted(str(path), path.name, "sha", 0), {}) == Counted(2, "")
    assert [parse_mark(seen(path, index).marks[0]).number[:5] for index in (0, 1)] == ["D.1.1", "C.1.3"]
    assert seen(path).media is ScanMedia.PNG


def test_a_fine_scan_is_read_and_kept_small(paper, scan, tmp_path):
    fine = scan(0).resize((2550, 3900)).convert("RGB")
    fine.save(tmp_path / "halus.png")
    page = seen(tmp_path / "halus.png")
    assert len(page.marks) == 1 and page.media is ScanMedia.JPEG
    assert len(page.content) < (tmp_path / "halus.png").stat().st_size
    path = paper.as_pdf([fine], tmp_path / "halus.pdf", quality=95)
    assert path.stat().st_size > KEPT_BYTES
    page = seen(path)
    assert len(page.marks) == 1 and page.media is ScanMedia.JPEG


def test_the_page_is_kept_as_the_scanner_made_it(paper, scan, tmp_path):
    page = seen(paper.as_pdf([scan(0)], tmp_path / "pindai.pdf", quality=30))
    assert page.media is ScanMedia.PDF
    with pypdfium2.PdfDocument(page.content) as document:
        assert len(document) == 1
        assert next(document[0].get_objects()).get_filters() == ["DCTDecode"]


def test_the_small_picture_stands_upright(paper, scan, tmp_path):
    page = seen(paper.as_pdf([scan(0, turn=1)], tmp_path / "pindai.pdf"))
    small = Image.open(io.BytesIO(page.thumbnail))
    assert small.height > small.width and small.width <= THUMBNAIL[0] and small.height <= THUMBNAIL[1]


def test_a_blank_back_is_told_from_a_page_with_a_signature(paper, chance, tmp_path):
    blank = paper.blank_page(chance)
    assert is_blank(blank)
    assert seen(paper.as_pdf([blank], tmp_path / "belakang.pdf")).is_blank
    signed = blank.copy()
    pen = ImageDraw.Draw(signed)
    pen.line([(600, 900), (640, 860), (660, 930), (720, 850), (760, 920)], fill=60, width=3)
    assert not is_blank(signed)
    assert not is_blank(Image.new("L", (1275, 1950), 20))


def test_a_digital_print_that_was_never_on_paper_is_read_too(printed):
    page = seen(printed)
    assert parse_mark(page.marks[0]).page == 1 and page.media is ScanMedia.PDF


def big_png(path: Path, side: int) -> Path:
    """A picture of many pixels in few bytes."""

    def part(kind: bytes, data: bytes) -> bytes:
        return len(data).to_bytes(4, "big") + kind + data + zlib.crc32(kind + data).to_bytes(4, "big")

    head = side.to_bytes(4, "big") * 2 + bytes([1, 0, 0, 0, 0])
    rows = zlib.compressobj(9)
    line = bytes(1 + (side + 7) // 8)
    data = b"".join(rows.compress(line) for _ in range(side)) + rows.flush()
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + part(b"IHDR", head) + part(b"IDAT", data) + part(b"IEND", b""))
    return path


def bomb_pdf(path: Path, side: int) -> Path:
    """A page whose picture says that it has very many pixels."""
    picture = zlib.compress(bytes(1000))
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 936]/Resources<</XObject<</I 4 0 R>>>>/Contents 5 0 R>>",
        b"<</Type/XObject/Subtype/Image/Width %d/Height %d/ColorSpace/DeviceGray/BitsPerComponent 8"
        b"/Filter/FlateDecode/Length %d>>stream\n%s\nendstream" % (side, side, len(picture), picture),
        b"<</Length 28>>stream\n612 0 0 936 0 0 cm /I Do    \nendstream",
    ]
    data, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, start=1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    data += b"xref\n0 6\n0000000000 65535 f \n%strailer<</Size 6/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (
        table,
        len(data),
    )
    path.write_bytes(data)
    return path


@pytest.mark.parametrize("make", [big_png, bomb_pdf])
def test_a_picture_made_to_fill_the_memory_is_refused_unopened(tmp_path, make):
    assert MOST_PIXELS < 10_000 * 10_000
    path = make(tmp_path / "bom", 10_000)
    with pytest.raises(Unfit, match="DOC-623"):
        seen(path)


def test_damaged_files_and_other_kinds_are_told_apart(paper, scan, printed, tmp_path):
    whole = paper.as_pdf([scan(0)], tmp_path / "pindai.pdf").read_bytes()
    made = {
        "rusak.pdf": (b"%PDF-1.7\n" + bytes(range(256)) * 40, "DOC-621"),
        "kosong.pdf": (b"", "DOC-621"),
        "surat.docx": (b"PK\x03\x04 apa saja", "DOC-626"),
        "potong.jpg": (b"\xff\xd8\xff\xe0" + bytes(100), "DOC-621"),
        "potong.tif": (b"II*\x00" + bytes(20), "DOC-621"),
    }
    for name, (content, code) in made.items():
        (tmp_path / name).write_bytes(content)
        with pytest.raises(Unfit, match=code):
            seen(tmp_path / name)
    with pytest.raises(Unfit, match="DOC-620"):
        seen(tmp_path / "tidak-ada.pdf")
    (tmp_path / "setengah.pdf").write_bytes(whole[: len(whole) // 2])
    said = answer(Wanted(str(tmp_path / "setengah.pdf"), "setengah.pdf", "sha", 1), {})
    assert isinstance(said, PageSight) and (said.fault in ("DOC-621",) or not said.marks)


def test_a_locked_pdf_is_refused_as_locked(printed, tmp_path, run_qpdf):
    locked = tmp_path / "kunci.pdf"
    run_qpdf("--encrypt", "rahasia", "pemilik", "256", "--", printed, locked)
    with pytest.raises(Unfit, match="DOC-622"):
        seen(locked)


@pytest.fixture
def run_qpdf():
    import shutil
    import subprocess

    def run(*arguments: object) -> None:
        if shutil.which("qpdf") is None:
            pytest.fail("qpdf is missing: install the package qpdf (make setup does it)")
        subprocess.run(["qpdf", *map(str, arguments)], check=True, capture_output=True)

    return run


def test_pages_are_answered_in_order_by_processes_apart(paper, scan, tmp_path):
    path = paper.as_pdf([scan(number) for number in (0, 1, 2)], tmp_path / "pindai.pdf")
    wanted = [Wanted(str(path), path.name, "sha", page) for page in (0, 1, 2, 3, 99)]
    found = list(answers(wanted, readers=2))
    assert found[0] == Counted(3, "")
    assert [one.file_page for one in found[1:]] == [1, 2, 3, 99]
    assert [len(one.marks) for one in found[1:]] == [1, 1, 1, 0]
    assert found[4].fault == "DOC-621"


def test_a_reader_that_dies_or_hangs_is_replaced_and_its_page_listed(printed):
    reader = Reader()
    try:
        reader.ask(Wanted(str(printed), "cetak.pdf", "sha", 1))
        assert len(reader.answer().marks) == 1
        reader.ward.process.kill()
        reader.ward.process.join()
        reader.ask(Wanted(str(printed), "cetak.pdf", "sha", 2))
        died = reader.answer()
        assert died.fault == "DOC-624" or len(died.marks) == 1
        reader.ask(Wanted(str(printed), "cetak.pdf", "sha", 2))
        assert len(reader.answer().marks) == 1
        reader.ward.bounds = Bounds(clock_seconds=0.0)
        reader.ask(Wanted(str(printed), "cetak.pdf", "sha", 1))
        assert reader.answer().fault == "DOC-624"
        reader.ask(Wanted(str(printed), "cetak.pdf", "sha", 0))
        assert reader.answer() == Counted(0, "DOC-624")
    finally:
        reader.stop()


def test_leaving_early_ends_the_processes(paper, scan, tmp_path):
    path = paper.as_pdf([scan(0)] * 6, tmp_path / "pindai.pdf")
    reading = answers([Wanted(str(path), path.name, "sha", page) for page in range(1, 7)], readers=1)
    assert next(reading).file_page == 1
    reading.close()
    import multiprocessing

    assert [one for one in multiprocessing.active_children() if one.name == "meritdesk-scan"] == []


def test_chance_is_the_same_every_time(chance):
    assert chance.random() == random.Random(20260112).random()
