"""The scan desk on a real store: paper comes back, is filed or listed, and what a person decides by hand stands."""

from __future__ import annotations

import importlib.util
import random
import shutil
from collections import Counter
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
import small_office
from PIL import Image
from small_office import NIPS, YEAR

from meritdesk.core.circulation import PaperStage
from meritdesk.core.confidential import BehaviourProblem
from meritdesk.core.documents import Finding, Form
from meritdesk.core.errors import Cancelled, FileRefusal, UsageRefusal
from meritdesk.core.marks import parse_mark
from meritdesk.core.scans import ScanMedia, ScanPlace
from meritdesk.services.print_job import Selection

_SPEC = importlib.util.spec_from_file_location("scan_paper", Path(__file__).parent.parent / "scanning" / "paper.py")
assert _SPEC and _SPEC.loader
paper = importlib.util.module_from_spec(_SPEC)
_SPEC.loader.exec_module(paper)

FILED, SPARE, DESK, ASIDE = ScanPlace.FILED, ScanPlace.SPARE, ScanPlace.DESK, ScanPlace.ASIDE


@pytest.fixture(scope="module")
def closed_city(tmp_path_factory) -> Path:
    """A closed year with a few printed sheets: three D.1.1 of one page and two copies of a C.1.3 of several."""
    folder = tmp_path_factory.mktemp("pindai") / "kota"
    with small_office.office(folder) as office:
        office.settle()
        office.plan_everybody()
        office.desk.assessment.close(YEAR)
        for name in ("nurse", "clerk", "pharmacist"):
            office.desk.documents.print(Form.D_1_1, YEAR, Selection(nip=NIPS[name]), folder / "kertas")
        for _ in range(2):
            office.desk.documents.print(Form.C_1_3, YEAR, Selection(nip=NIPS["nurse"]), folder / "kertas")
    return folder


@pytest.fixture
def office(closed_city, tmp_path):
    shutil.copytree(closed_city, tmp_path / "kota")
    with small_office.office(tmp_path / "kota") as opened:
        yield opened


@pytest.fixture
def scans(office):
    return office.desk.documents.scans


@pytest.fixture
def chance():
    return random.Random(7)


def sheets(office, form: Form) -> list[Path]:
    return sorted((office.folder / "kertas").glob(f"{form.value}-*.pdf"), key=lambda path: (len(path.name), path.name))


def glass(office, form: Form, chance, copy: int = 0) -> list[Image.Image]:
    return list(paper.pictures_of(sheets(office, form)[copy], chance))


def test_signed_sheets_are_filed_and_a_blank_back_is_set_aside(office, scans, chance, tmp_path):
    pages = [page for copy in range(3) for page in glass(office, Form.D_1_1, chance, copy)]
    path = paper.as_pdf([*pages, paper.blank_page(chance)], tmp_path / "pindai.pdf")
    outcome = scans.read([path])
    assert outcome.places == {FILED: 3, ASIDE: 1} and (outcome.read, outcome.whole, outcome.known) == (4, 3, 0)
    (batch,) = scans.batches()
    assert not batch.is_open and (batch.batch.name, batch.batch.pages) == ("pindai.pdf", 4)
    documents = scans.documents(outcome.batch_id)
    assert sorted(one.name.split(",")[0] for one in documents) == ["Agus Raharjo", "Joko Widagdo", "Sari Puspita"]
    assert all(one.scan.is_whole and one.finding is Finding.CURRENT for one in documents)
    (blank,) = scans.pages(outcome.batch_id, ASIDE)
    assert blank.page.reason == "DOC-636"
    numbers = [one.scan.record.number for one in documents]
    assert [stages(office, number) for number in numbers] == [{PaperStage.RETURNED, PaperStage.SCANNED}] * 3


def stages(office, number: str) -> set[PaperStage]:
    with office.desk.documents.around.store.reading() as work:
        entries = work.circulation.entries([number]).values()
        return {entry.stage for own in entries for entry in own if entry.stage is not None}


def test_a_second_reading_reads_nothing_twice(office, scans, chance, tmp_path):
    path = paper.as_pdf(glass(office, Form.D_1_1, chance), tmp_path / "pindai.pdf")
    assert scans.read([path]).read == 1
    again = scans.read([path])
    assert (again.read, again.known, again.places) == (0, 1, {})
    copied = shutil.copy(path, tmp_path / "salinan.pdf")
    assert scans.read([Path(copied)]).read == 0
    both = scans.look([path, Path(copied)])
    assert scans.begin("dua", both).to_read == 0


def test_the_same_page_in_another_file_is_spare(office, scans, chance, tmp_path):
    page = glass(office, Form.D_1_1, chance)[0]
    scans.read([paper.as_pdf([page], tmp_path / "satu.pdf")])
    outcome = scans.read([paper.as_pdf([page, paper.blank_page(chance)], tmp_path / "dua.pdf")])
    assert outcome.places == {SPARE: 1, ASIDE: 1}
    assert scans.pages(outcome.batch_id, SPARE)[0].page.reason == "DOC-618"


def test_mixed_copies_are_told_apart_and_what_is_missing_is_named(office, scans, chance, tmp_path):
    first, second = glass(office, Form.C_1_3, chance, 0), glass(office, Form.C_1_3, chance, 1)
    assert len(first) >= 2
    outcome = scans.read([paper.as_pdf([first[0], *second[1:]], tmp_path / "campur.pdf")])
    assert outcome.places == {FILED: len(first)} and outcome.whole == 0
    assert stages(office, outcome.partial[0].scan.record.number) == set()
    one, two = sorted(outcome.partial, key=lambda each: each.scan.record.copy)
    assert one.scan.missing == tuple(range(2, len(first) + 1)) and two.scan.missing == (1,)
    assert one.scan.elsewhere == (two.scan.record,) and two.scan.elsewhere == (one.scan.record,)
    later = scans.read([paper.as_pdf([second[0]], tmp_path / "susulan.pdf")])
    assert later.whole == 1 and later.partial == ()


def test_paper_of_another_office_is_not_filed(office, scans, chance, tmp_path):
    with small_office.office(tmp_path / "lain", code="3310") as other:
        other.settle()
        other.plan_everybody()
        other.desk.assessment.close(YEAR)
        printed = other.desk.documents.print(Form.D_1_1, YEAR, Selection(nip=NIPS["nurse"]), tmp_path / "lain-kertas")
        pages = list(paper.pictures_of(tmp_path / "lain-kertas" / printed.file.path, chance))
    outcome = scans.read([paper.as_pdf(pages, tmp_path / "lain.pdf")])
    assert outcome.places == {DESK: 1}
    (line,) = scans.desk()
    assert line.page.reason == "DOC-612" and line.number.startswith("D.1.1/3310/")


def covered(picture: Image.Image) -> Image.Image:
    """A sheet whose code was stamped over."""
    picture = picture.copy()
    for corner in ((0, 0), (0, 1), (1, 0), (1, 1)):
        x, y = corner[0] * (picture.width - 230), corner[1] * (picture.height - 230)
        picture.paste(90, (x, y, x + 230, y + 230))
    return picture


def test_a_page_without_a_code_waits_on_the_desk_until_its_number_is_typed(office, scans, chance, tmp_path):
    page = covered(glass(office, Form.D_1_1, chance)[0])
    outcome = scans.read([paper.as_pdf([page], tmp_path / "cap.pdf")])
    (line,) = scans.desk()
    assert outcome.places == {DESK: 1} and line.page.reason == "DOC-610"
    media, content = scans.picture(line.page.page_id)
    assert media in (ScanMedia.PDF, ScanMedia.JPEG) and len(content) > 1000
    assert scans.thumbnails([line.page.page_id])[line.page.page_id].startswith(b"\xff\xd8")
    found = scans.candidates("Joko")
    assert [one.record.form for one in found].count(Form.D_1_1) == 1
    number = next(one.record.number for one in found if one.record.form is Form.D_1_1)
    assert scans.candidates(number[-6:])[0].missing
    with pytest.raises(UsageRefusal, match="DOC-627"):
        scans.assign(line.page.page_id, "D.1.1/3372/2025/999999")
    done = scans.assign(line.page.page_id, number)
    assert done.scan.is_whole and done.page.decided_by == "penguji" and scans.desk() == ()
    office.desk.upkeep.undo(done.changes.change_set_id)
    assert len(scans.desk()) == 1


def test_which_print_and_which_page_is_asked_only_when_in_doubt(office, scans, chance, tmp_path):
    pages = glass(office, Form.C_1_3, chance, 0)
    scans.read([paper.as_pdf([covered(page) for page in pages], tmp_path / "cap.pdf")])
    number = next(one.number for one in office.desk.documents.lines("C.1.3"))
    ids = [line.page.page_id for line in scans.desk()]
    with pytest.raises(UsageRefusal, match="DOC-628"):
        scans.assign(ids[0], number)
    with pytest.raises(UsageRefusal, match="DOC-629"):
        scans.assign(ids[0], number, version=1, copy=1)
    for place, page_id in enumerate(ids[:-1], start=1):
        scans.assign(page_id, number, version=1, copy=1, page=place)
    done = scans.assign(ids[-1], number)
    assert done.scan.is_whole and done.page.page == len(pages)


def test_a_better_picture_takes_the_place_only_on_request(office, scans, chance, tmp_path):
    path = sheets(office, Form.D_1_1)[0]
    scans.read([paper.as_pdf(list(paper.pictures_of(path, chance)), tmp_path / "satu.pdf")])
    scans.read([paper.as_pdf(list(paper.pictures_of(path, chance)), tmp_path / "dua.pdf")])
    (spare,) = scans.pages(place=SPARE)
    assert spare.page.reason == "DOC-617"
    with pytest.raises(UsageRefusal, match="DOC-633"):
        scans.assign(spare.page.page_id, spare.number)
    scans.assign(spare.page.page_id, spare.number, page=1, is_replacing=True)
    documents, pages = scans.of_number(spare.number)
    assert documents[0].scan.spare == 1
    assert {line.page.file_name: line.page.place for line in pages} == {"dua.pdf": FILED, "satu.pdf": SPARE}


def test_pages_are_set_aside_and_laid_back(office, scans, chance, tmp_path):
    scans.read([paper.as_pdf([covered(glass(office, Form.D_1_1, chance)[0])], tmp_path / "cap.pdf")])
    page_id = scans.desk()[0].page.page_id
    scans.set_aside([page_id])
    assert scans.desk() == () and scans.pages(place=ASIDE)[0].page.reason == "DOC-637"
    scans.set_aside([page_id], is_blank=True)
    assert scans.pages(place=ASIDE)[0].page.reason == "DOC-638"
    scans.lay_back([page_id])
    assert [line.page.page_id for line in scans.desk()] == [page_id]
    for verb in (scans.set_aside, scans.lay_back):
        with pytest.raises(UsageRefusal, match="DOC-630"):
            verb(["tidak-ada"])
    with pytest.raises(UsageRefusal, match="DOC-630"):
        scans.picture("tidak-ada")


def test_what_came_back_is_written_as_one_upright_pdf(office, scans, chance, tmp_path):
    number = next(one.number for one in office.desk.documents.lines("C.1.3"))
    with pytest.raises(UsageRefusal, match="DOC-635"):
        scans.export(number, tmp_path / "keluar")
    pages = glass(office, Form.C_1_3, chance, 1)
    folder = tmp_path / "gambar"
    folder.mkdir()
    for place, page in enumerate(reversed(pages)):
        page.save(folder / f"IMG{place}.{'png' if place % 2 else 'jpg'}")
    assert scans.read([folder]).whole == 1
    first, again = (scans.export(number, tmp_path / "keluar") for _ in range(2))
    assert first.name == f"{number.replace('/', '-')}-V1-C2.pdf" and again.name.endswith("-2.pdf")
    files = office.desk.documents.scans.look([first])
    seen = list(office.desk.documents.around.scanner.read(files, frozenset()))
    assert [parse_mark(page.marks[0]).page for page in seen] == list(range(1, len(pages) + 1))
    assert {page.turn for page in seen} == {0}
    (tmp_path / "penuh").write_text("bukan folder")
    with pytest.raises(FileRefusal, match="USE-111"):
        scans.export(number, tmp_path / "penuh")


def test_files_that_cannot_be_read_are_listed_and_leave_the_list_when_they_can(office, scans, chance, tmp_path):
    folder = tmp_path / "pindai"
    folder.mkdir()
    (folder / "rusak.pdf").write_bytes(b"%PDF-1.4 setengah")
    (folder / "catatan.txt").write_text("bukan pindaian")
    outcome = scans.read([folder])
    assert outcome.places == {DESK: 1} and outcome.files == 1
    assert scans.desk()[0].page.reason == "DOC-621" and scans.desk()[0].page.file_page == 0
    with pytest.raises(FileRefusal, match="DOC-631"):
        scans.picture(scans.desk()[0].page.page_id)
    paper.as_pdf(glass(office, Form.D_1_1, chance), folder / "rusak.pdf")
    assert scans.read([folder]).places == {FILED: 1}
    assert scans.desk() == () and scans.pages(place=ASIDE)[0].page.reason == "DOC-639"
    with pytest.raises(FileRefusal, match="DOC-625"):
        scans.look([folder_without_scans(tmp_path)])


def folder_without_scans(tmp_path: Path) -> Path:
    folder = tmp_path / "tanpa-pindaian"
    folder.mkdir()
    (folder / "catatan.txt").write_text("apa saja")
    return folder


def test_cancelling_keeps_what_was_read_and_the_next_reading_goes_on(office, scans, chance, tmp_path):
    pages = [page for copy in range(3) for page in glass(office, Form.D_1_1, chance, copy)]
    path = paper.as_pdf(pages, tmp_path / "pindai.pdf")

    def cancel(done: int, total: int) -> None:
        if done == 2:
            raise Cancelled

    with pytest.raises(Cancelled):
        scans.read([path], cancel)
    (batch,) = scans.batches()
    assert batch.is_open and batch.places == {FILED: 2}
    rest = scans.read([path])
    assert (rest.read, rest.known) == (1, 2)
    (batch,) = scans.batches()
    assert not batch.is_open and batch.places == {FILED: 3}


def test_an_unknown_stack_is_refused(scans):
    for verb in (lambda: scans.take_in("x", []), lambda: scans.finish("x"), lambda: scans.pages("x")):
        with pytest.raises(UsageRefusal, match="DOC-632"):
            verb()
    with pytest.raises(UsageRefusal, match="DOC-627"):
        scans.of_number("D.1.1/3372/2025/999999")
    assert scans.candidates("  ") == ()


def test_a_lost_picture_is_named_by_the_check(office, scans, chance, tmp_path):
    scans.read([paper.as_pdf(glass(office, Form.D_1_1, chance), tmp_path / "pindai.pdf")])
    assert office.desk.execution.evidence.check().is_sound
    assert office.desk.execution.evidence.check().unused == 0


def test_two_hundred_scanned_pages_are_filed_or_listed(office, scans, chance, tmp_path):
    """Rendered at 150 dpi, grey, turned, askew, with specks and cut at the edges, in the order of a dropped stack."""
    out = tmp_path / "banyak"
    pictures: list[Image.Image] = []
    while len(pictures) < 190:
        for form in (Form.C_1_3, Form.A_1_7, Form.D_1_1):
            printed = office.desk.documents.print(form, YEAR, Selection(), out)
            pictures += paper.pictures_of(out / Path(printed.file.path).name, chance)
    pictures = pictures[:190]
    stack = [*pictures, *(paper.blank_page(chance) for _ in range(6)), *(covered(one) for one in pictures[:4])]
    chance.shuffle(stack)
    (tmp_path / "pindai").mkdir()
    for place in range(0, 200, 50):
        paper.as_pdf(stack[place : place + 50], tmp_path / "pindai" / f"pindai {place // 50 + 1}.pdf")
    outcome = scans.read([tmp_path / "pindai"])
    assert outcome.read == sum(outcome.places.values()) == 200
    pages = scans.pages(outcome.batch_id)
    counted = Counter(line.page.place for line in pages)
    assert counted == outcome.places and len(pages) == 200
    assert counted[FILED] >= 185 and counted[ASIDE] == 6 and counted[SPARE] == 0
    assert counted[DESK] == 200 - 6 - counted[FILED]
    assert {line.page.reason for line in pages if line.page.place is DESK} == {"DOC-610"}
    assert (
        len({(line.page.document_id, line.page.page) for line in pages if line.page.place is FILED}) == counted[FILED]
    )
    for line in pages:
        if line.page.place is FILED:
            mark = parse_mark(line.page.mark)
            assert (line.number, line.version, line.copy, line.page.page) == (
                mark.number,
                mark.version,
                mark.copy,
                mark.page,
            )


def test_a_scanned_confidential_paper_is_seen_by_its_readers_only(office, scans, chance, tmp_path):
    nurse = office.desk.register.show(NIPS["nurse"]).person.person_id
    body = BehaviourProblem("Sering terlambat", "Hadir tepat waktu", False, "Sudah ditegur")
    record = office.desk.execution.confidential.add(nurse, date(2025, 9, 1), body).record.record_id
    printed = office.desk.documents.print(Form.B_1_10, YEAR, Selection(nip=NIPS["nurse"]), office.folder / "kertas")
    scans.read([paper.as_pdf(list(paper.pictures_of(Path(printed.file.path), chance)), tmp_path / "pindai.pdf")])
    number = next(one.number for one in office.desk.documents.lines("B.1.10"))
    _, (line, *_) = scans.of_number(number)
    before = len(office.desk.execution.confidential.open(record).openings)
    assert scans.picture(line.page.page_id)[1] and scans.thumbnails([line.page.page_id]) == {}
    assert len(office.desk.execution.confidential.open(record).openings) == before + 2
    stranger = replace(scans, around=replace(scans.around, actor=replace(scans.around.actor, name="orang lain")))
    with pytest.raises(UsageRefusal, match="EXE-24"):
        stranger.picture(line.page.page_id)
    with pytest.raises(UsageRefusal, match="EXE-24"):
        stranger.export(number, tmp_path / "keluar")
    assert not (tmp_path / "keluar").exists()
