"""A print order prints each sheet once, whatever happens on the way: cancelled, killed, out of room, given twice."""

from __future__ import annotations

import errno
import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest
import small_office
from small_office import NIPS, YEAR, plan_rows

from meritdesk.core.circumstances import RevisionReason
from meritdesk.core.documents import Finding, Form, PaperSize, PaperStyle
from meritdesk.core.errors import Cancelled, FileRefusal, UsageRefusal
from meritdesk.core.print_order import FilePer, ItemState, OrderState, PartState, PrintWish, SheetOrder
from meritdesk.printing import print_shop
from meritdesk.services.documents import order_run
from meritdesk.services.print_job import Selection

DOCUMENTS = PrintWish(YEAR, (Form.D_1_1,))
THE_SET = PrintWish(YEAR)
PER_PERSON = replace(DOCUMENTS, files=FilePer.PERSON)


@pytest.fixture(scope="module")
def whole_year(tmp_path_factory):
    """An office whose year is planned, and the same when it is closed: made once, copied for each test."""
    folder = tmp_path_factory.mktemp("kantor")
    with small_office.office(folder / "planned") as office:
        office.settle()
        office.plan_everybody()
    shutil.copytree(folder / "planned", folder / "closed")
    with small_office.office(folder / "closed") as office:
        office.desk.assessment.close(YEAR)
    return folder


@pytest.fixture
def planned(whole_year, tmp_path):
    shutil.copytree(whole_year / "planned", tmp_path / "planned")
    with small_office.office(tmp_path / "planned") as office:
        yield office


@pytest.fixture
def closed(whole_year, tmp_path):
    shutil.copytree(whole_year / "closed", tmp_path / "closed")
    with small_office.office(tmp_path / "closed") as office:
        yield office


@pytest.fixture
def orders(closed):
    return closed.desk.documents.orders


@pytest.fixture
def out(tmp_path):
    return tmp_path / "kertas"


@pytest.fixture
def in_small_blocks(monkeypatch):
    """What happens to hundreds of sheets happens here to a few."""
    monkeypatch.setattr(order_run, "COMMIT_SHEETS", 4)
    monkeypatch.setattr(order_run, "SMALL_PART", 3)


def printed(orders, wish, out):
    return orders.run(orders.place(wish, out).line.order.order_id)


def files_in(folder):
    return sorted(path.name for path in folder.rglob("*") if path.is_file())


def pages_of(path):
    with pypdfium2.PdfDocument(path) as document:
        return [page.get_textpage().get_text_range() for page in document]


def test_an_order_says_what_it_comes_to_before_anything_is_printed(orders, out):
    placed = orders.place(DOCUMENTS, out)
    assert (placed.line.counts.waiting, placed.line.counts.failed, placed.line.counts.parts) == (5, 1, 1)
    assert placed.line.order.state is OrderState.WAITING and files_in(out) == []
    assert [(item.nip, item.code) for item in orders.errors(placed.line.order.order_id)] == [
        (NIPS["orphaned"], "DOC-422")
    ]


def test_every_sheet_of_an_order_is_in_the_register_with_its_file_and_page(closed, orders, out):
    outcome = printed(orders, THE_SET, out)
    assert (outcome.line.counts.printed, outcome.line.order.state) == (20, OrderState.DONE)
    path = out / outcome.parts[0].file_name
    verified = closed.desk.documents.verify(path)
    assert verified.finding is Finding.CURRENT and len(verified.documents) == 20
    texts = pages_of(path)
    with closed.desk.documents.around.store.reading() as work:
        for record in work.documents.of_file(verified.digest):
            own = texts[record.first_page - 1 : record.first_page - 1 + record.pages]
            assert all(record.number in text for text in own)
    assert files_in(out) == [path.name]


def test_the_set_of_a_person_has_the_document_on_top_then_plan_attachment_and_evaluation(orders, out):
    outcome = printed(orders, replace(THE_SET, nip=NIPS["nurse"]), out)
    with orders.around.store.reading() as work:
        items = work.print_orders.items(outcome.line.order.order_id)
    assert [item.form for item in items] == [Form.D_1_1, Form.A_1_7, Form.A_1_8, Form.C_1_3]
    assert [item.first_page for item in items] == sorted(item.first_page for item in items)


def test_nobody_in_the_selection_and_an_unknown_order_are_refused(orders, out):
    with pytest.raises(UsageRefusal, match="DOC-563"):
        orders.place(replace(DOCUMENTS, unit_ids=("keine",)), out)
    with pytest.raises(UsageRefusal, match="USE-102"):
        orders.place(replace(DOCUMENTS, nip="123"), out)
    with pytest.raises(UsageRefusal, match="DOC-556"):
        orders.place(replace(DOCUMENTS, sections=True, order=SheetOrder.NAME), out)
    with pytest.raises(UsageRefusal, match="DOC-566"):
        orders.place(PrintWish(YEAR, (Form.D_1_1, Form.B_1_10)), out)
    for verb in (orders.run, orders.show, orders.cancel, orders.errors, orders.check):
        with pytest.raises(UsageRefusal, match="DOC-555"):
            verb("2026-0099")


def test_an_order_of_sheets_that_nobody_has_is_done_and_says_why(planned, out):
    orders = planned.desk.documents.orders
    placed = orders.place(DOCUMENTS, out)
    assert placed.line.order.state is OrderState.DONE and placed.line.counts.failed == 6
    with pytest.raises(UsageRefusal, match="DOC-564"):
        orders.run(placed.line.order.order_id)
    with pytest.raises(UsageRefusal, match="DOC-564"):
        orders.cancel(placed.line.order.order_id)


def test_a_file_per_person_bears_nip_name_form_and_period(orders, out):
    outcome = printed(orders, PER_PERSON, out)
    assert f"{NIPS['nurse']} Joko Widagdo, S.Kes D.1.1 2025.pdf" in files_in(out)
    assert len(outcome.parts) == 5 and all(part.state is PartState.DONE for part in outcome.parts)


def test_a_file_per_unit_or_rater_holds_the_sheets_of_that_one(orders, out):
    by_unit = printed(orders, replace(DOCUMENTS, files=FilePer.UNIT), out / "unit")
    assert [(part.title, part.sheets) for part in by_unit.parts] == [
        ("Dinas Kesehatan", 1),
        ("Bidang Pelayanan", 3),
        ("Seksi Farmasi", 1),
    ]
    by_rater = printed(orders, replace(DOCUMENTS, files=FilePer.RATER), out / "penilai")
    assert sum(part.sheets for part in by_rater.parts) == 5
    assert {part.title for part in by_rater.parts} >= {"Bambang Sutrisno, S.Kes", "Endang Lestari, S.Kes"}


def test_a_split_makes_files_of_at_most_so_many_sheets_in_the_same_order(orders, out):
    outcome = printed(orders, replace(DOCUMENTS, split=2, order=SheetOrder.NIP), out)
    assert [part.sheets for part in outcome.parts] == [2, 2, 1]
    assert [part.file_name for part in outcome.parts] == [f"D.1.1 2025 3372 0{n}-03.pdf" for n in (1, 2, 3)]
    with orders.around.store.reading() as work:
        items = work.print_orders.items(outcome.line.order.order_id)
    nips = [item.nip for item in items if item.part]
    assert nips == sorted(nips)


def test_with_duplex_every_paper_begins_on_a_front_page(orders, out):
    outcome = printed(orders, replace(THE_SET, duplex=True, cover=True, sections=True), out)
    with orders.around.store.reading() as work:
        items = [item for item in work.print_orders.items(outcome.line.order.order_id) if item.pages]
    assert all(item.first_page % 2 == 1 for item in items)
    texts = pages_of(out / outcome.parts[0].file_name)
    covered = {page for item in items for page in range(item.first_page, item.first_page + item.pages)}
    between = [text.strip() for number, text in enumerate(texts, 1) if number not in covered]
    assert between.count("") >= len(items) // 4
    assert all(not text or "lembar" in text or "DAF/" in text for text in between)


def test_the_cover_list_names_every_sheet_with_number_and_pages_and_stands_in_the_register(closed, orders, out):
    outcome = printed(orders, replace(DOCUMENTS, cover=True), out)
    path = out / outcome.parts[0].file_name
    cover = pages_of(path)[0]
    with orders.around.store.reading() as work:
        items = [item for item in work.print_orders.items(outcome.line.order.order_id) if item.number]
    joined = "".join(cover.split())
    assert items and all(item.number in joined and item.nip in joined for item in items)
    assert "Paraf" in cover
    numbers = [one.number for one in closed.desk.documents.verify(path).documents]
    assert numbers[0].startswith("DAF/3372/2025/") and len(numbers) == 6
    assert closed.desk.documents.verify(path).finding is Finding.CURRENT


def test_section_sheets_stand_before_each_unit(orders, out):
    outcome = printed(orders, replace(DOCUMENTS, sections=True), out)
    texts = pages_of(out / outcome.parts[0].file_name)
    sections = [text.splitlines()[0].strip() for text in texts if "lembar" in text and "DOKUMEN" not in text]
    assert sections == ["Dinas Kesehatan", "Bidang Pelayanan", "Seksi Farmasi"]


def test_the_same_order_again_lays_nothing_out_and_takes_the_files_that_stand(closed, orders, out, monkeypatch):
    first = printed(orders, PER_PERSON, out)
    drawn = []
    monkeypatch.setattr(print_shop, "draw_part", lambda sheets, style: drawn.append(sheets))
    again = printed(orders, PER_PERSON, out / "salinan")
    assert drawn == []
    assert (again.line.counts.printed, again.line.counts.unchanged) == (0, 5)
    assert [part.state for part in again.parts] == [PartState.REUSED] * 5
    assert {part.digest for part in again.parts} == {part.digest for part in first.parts}
    assert closed.desk.documents.count() == 5
    for part in again.parts:
        assert closed.desk.documents.verify(out / "salinan" / part.file_name).finding is Finding.CURRENT


def test_a_cancelled_paper_is_never_taken_for_one_that_still_stands(closed, orders, out):
    first = printed(orders, PER_PERSON, out)
    number = closed.desk.documents.lines()[0].number
    closed.desk.documents.cancel(number, "Tercetak dengan kop lama")
    again = printed(orders, PER_PERSON, out / "lagi")
    assert sorted(part.state for part in again.parts) == sorted([PartState.DONE, *[PartState.REUSED] * 4])
    numbers = {line.number for line in closed.desk.documents.lines()}
    assert len(numbers) == len(first.parts) + 1
    placed = orders.place(replace(PER_PERSON, only_changed=True), out)
    assert (placed.line.counts.waiting, placed.line.counts.unchanged) == (0, 5)


def test_a_file_that_was_touched_or_another_style_is_not_taken_for_the_same(orders, out):
    first = printed(orders, PER_PERSON, out)
    with (out / first.parts[0].file_name).open("ab") as stream:
        stream.write(b"% dicoret")
    again = printed(orders, PER_PERSON, out / "lagi")
    assert [part.state for part in again.parts] == [PartState.DONE, *[PartState.REUSED] * 4]
    small = printed(orders, replace(PER_PERSON, style=PaperStyle(PaperSize.A4)), out / "a4")
    assert small.line.counts.printed == 5


def test_everything_afresh_is_a_further_copy(closed, orders, out):
    printed(orders, DOCUMENTS, out)
    again = printed(orders, replace(DOCUMENTS, afresh=True), out)
    assert again.line.counts.printed == 5 and files_in(out) == ["D.1.1 2025 3372 (2).pdf", "D.1.1 2025 3372.pdf"]
    lines = closed.desk.documents.lines()
    assert sorted(line.copy for line in lines) == [1] * 5 + [2] * 5 and len({line.number for line in lines}) == 5


def test_only_what_changed_is_printed(planned, out):
    orders = planned.desk.documents.orders
    wish = PrintWish(YEAR, (Form.A_1_7,))
    printed(orders, wish, out)
    rows = plan_rows(NIPS["nurse"])
    planned.desk.planning.import_plans(planned.plans_file([replace(rows[0], text="Hasil yang lain"), *rows[1:]]))
    placed = orders.place(replace(wish, only_changed=True), out)
    assert (placed.line.counts.waiting, placed.line.counts.unchanged) == (1, 3)
    outcome = orders.run(placed.line.order.order_id)
    assert "Hasil yang lain" in "".join(pages_of(out / outcome.parts[0].file_name))
    nothing = orders.place(replace(wish, only_changed=True), out)
    assert (nothing.line.counts.waiting, nothing.line.counts.unchanged) == (0, 4)
    (out / outcome.parts[0].file_name).unlink()
    assert orders.place(replace(wish, only_changed=True), out).line.counts.waiting == 1


def test_cancelling_keeps_finished_files_and_takes_the_rest_away(closed, orders, out, in_small_blocks):
    order_id = orders.place(PER_PERSON, out).line.order.order_id

    def step(done, total):
        if done >= 5:
            raise Cancelled

    with pytest.raises(Cancelled):
        orders.run(order_id, step)
    stopped = orders.show(order_id)
    done = [part for part in stopped.parts if part.state is PartState.DONE]
    assert stopped.line.order.state is OrderState.STOPPED and 0 < len(done) < 5
    assert files_in(out) == sorted(part.file_name for part in done)
    assert closed.desk.documents.count() == len(done)
    for part in done:
        assert closed.desk.documents.verify(out / part.file_name).finding is Finding.CURRENT
    resumed = orders.run(order_id)
    assert resumed.line.counts.printed == 5 and len(files_in(out)) == 5
    assert [line.copy for line in closed.desk.documents.lines()] == [1] * 5


def test_an_order_that_waits_can_be_given_up_and_taken_up_again(orders, out):
    order_id = orders.place(DOCUMENTS, out).line.order.order_id
    assert orders.cancel(order_id).line.order.state is OrderState.STOPPED
    assert orders.run(order_id).line.order.state is OrderState.DONE


def test_a_running_order_is_neither_run_nor_cancelled_a_second_time(orders, out):
    order_id = orders.place(DOCUMENTS, out).line.order.order_id
    met = []

    def step(done, total):
        for verb in (orders.run, orders.cancel, orders.check):
            with pytest.raises(UsageRefusal, match="DOC-562"):
                verb(order_id)
        met.append(orders.lines()[0].order.state)

    orders.run(order_id, step)
    assert set(met) == {OrderState.RUNNING}


@pytest.mark.parametrize("wish", [THE_SET, PER_PERSON])
def test_a_full_disk_stops_cleanly_and_the_order_goes_on_when_there_is_room(
    closed, orders, out, in_small_blocks, monkeypatch, wish
):
    order_id = orders.place(wish, out).line.order.order_id
    real, calls = print_shop.os.fsync, []

    def full(descriptor):
        calls.append(descriptor)
        if len(calls) == 3:
            raise OSError(errno.ENOSPC, "No space left on device")
        real(descriptor)

    monkeypatch.setattr(print_shop.os, "fsync", full)
    with pytest.raises(FileRefusal, match="DOC-402"):
        orders.run(order_id)
    failed = orders.show(order_id).line
    assert (failed.order.state, failed.order.problem, failed.can_resume) == (OrderState.FAILED, "DOC-402", True)
    done = [part for part in orders.show(order_id).parts if part.state is PartState.DONE]
    assert sorted(path.name for path in out.glob("*.pdf")) == sorted(part.file_name for part in done)
    monkeypatch.undo()
    outcome = orders.run(order_id)
    assert outcome.line.order.state is OrderState.DONE and outcome.line.counts.waiting == 0
    assert sorted(files_in(out)) == sorted(part.file_name for part in outcome.parts)
    assert {line.copy for line in closed.desk.documents.lines()} == {1}


def test_a_locked_target_is_named_at_the_next_run(closed, orders, out, monkeypatch):
    order_id = orders.place(DOCUMENTS, out).line.order.order_id
    real = print_shop.give_name

    def locked(aside, target):
        if target.suffix == ".pdf" and target.parent == out:
            raise PermissionError(errno.EACCES, "locked")
        real(aside, target)

    monkeypatch.setattr(print_shop, "give_name", locked)
    with pytest.raises(FileRefusal, match="DOC-403"):
        orders.run(order_id)
    monkeypatch.undo()
    outcome = orders.run(order_id)
    assert outcome.line.order.state is OrderState.DONE and outcome.redone == 0
    assert closed.desk.documents.verify(out / outcome.parts[0].file_name).finding is Finding.CURRENT
    assert {line.copy for line in closed.desk.documents.lines()} == {1}


def test_a_sheet_that_cannot_be_drawn_is_on_the_list_and_the_others_are_printed(orders, out, monkeypatch):
    real = print_shop.draw_part

    def clumsy(sheets, style):
        if any(sheet.ratee.nip == NIPS["nurse"] for sheet in sheets):
            raise ValueError("tinta habis")
        return real(sheets, style)

    monkeypatch.setattr(print_shop, "draw_part", clumsy)
    for wish, place in ((DOCUMENTS, "satu"), (PER_PERSON, "banyak")):
        outcome = printed(orders, wish, out / place)
        assert (outcome.line.counts.printed, outcome.line.counts.failed) == (4, 2)
        wrong = [item for item in orders.errors(outcome.line.order.order_id) if item.code == "DOC-560"]
        assert [(item.nip, item.facts["detail"]) for item in wrong] == [(NIPS["nurse"], "tinta habis")]


@pytest.mark.parametrize("files", [FilePer.ONE, FilePer.PERSON])
def test_who_lost_the_sheet_between_order_and_print_is_on_the_list(closed, orders, out, files):
    order_id = orders.place(replace(DOCUMENTS, files=files), out).line.order.order_id
    closed.desk.assessment.acts.reopen(NIPS["nurse"], YEAR, RevisionReason.ENTRY_ERROR, "Rating tertukar")
    outcome = orders.run(order_id)
    assert (outcome.line.counts.printed, outcome.line.counts.failed) == (4, 2)
    assert NIPS["nurse"] in {item.nip for item in orders.errors(order_id) if item.code == "DOC-422"}
    if files is FilePer.PERSON:
        assert [part.state for part in outcome.parts].count(PartState.EMPTY) == 1 and len(files_in(out)) == 4


def test_the_list_of_errors_goes_along_as_a_table(orders, out, tmp_path):
    order_id = orders.place(DOCUMENTS, out).line.order.order_id
    path = tmp_path / "gagal.csv"
    heads = ("NIP", "Nama", "Formulir", "Sebab", "Kode")
    assert orders.write_errors(order_id, path, heads, lambda code, facts: f"sebab {code}") == 1
    written = path.read_text(encoding="utf-8-sig")
    assert NIPS["orphaned"] in written and ";Dewi Anggraini, S.Kes;D.1.1;sebab DOC-422;DOC-422" in written
    assert orders.write_errors(order_id, tmp_path / "gagal.xlsx", heads, lambda code, facts: code) == 1
    with pytest.raises(UsageRefusal, match="DOC-565"):
        orders.write_errors(order_id, tmp_path / "gagal.docx", heads, lambda code, facts: code)


def test_a_finished_file_that_is_gone_is_made_again_as_a_further_copy(closed, orders, out):
    outcome = printed(orders, PER_PERSON, out)
    (out / outcome.parts[2].file_name).unlink()
    checked = orders.check(outcome.line.order.order_id)
    assert checked.redone == 1 and len(files_in(out)) == 5
    assert sorted(line.copy for line in closed.desk.documents.lines()) == [1, 1, 1, 1, 1, 2]


def test_what_a_kill_left_after_the_last_file_is_swept_by_the_next_look(orders, out):
    outcome = printed(orders, PER_PERSON, out)
    aside = out / f".meritdesk-{outcome.line.order.order_id}"
    aside.mkdir()
    (aside / "00001-00001.sheets").write_bytes(b"left behind")
    orders.check(outcome.line.order.order_id)
    assert not aside.exists()


def test_orders_are_listed_newest_first_and_those_that_printed_at_once_are_not(closed, orders, out):
    first = printed(orders, DOCUMENTS, out).line.order.order_id
    second = orders.place(PER_PERSON, out).line.order.order_id
    closed.desk.documents.print(Form.D_1_1, YEAR, Selection(), out)
    assert [line.order.order_id for line in orders.lines()] == [second, first]


def test_numbers_taken_by_an_order_that_has_not_printed_yet_are_never_given_to_another_copy(closed, orders, out):
    order_id = orders.place(replace(DOCUMENTS, afresh=True), out).line.order.order_id

    def step(done, total):
        if done > 2:
            raise Cancelled

    with pytest.raises(Cancelled):
        orders.run(order_id, step)
    closed.desk.documents.print(Form.D_1_1, YEAR, Selection(), out)
    orders.run(order_id)
    lines = closed.desk.documents.lines()
    assert len({(line.number, line.copy) for line in lines}) == len(lines) == 10
    assert len({line.number for line in lines}) == 5


# Killed by the system.


def killed(folder: Path, order_id: str, after: int) -> None:
    program = Path(__file__).with_name("print_order_killed.py")
    done = subprocess.run(
        [sys.executable, str(program), str(folder), order_id, str(after)],
        capture_output=True,
        timeout=120,
        check=False,
        cwd=Path(__file__).parents[2],
    )
    assert done.returncode == -9, done.stderr.decode()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows knows no SIGKILL")
@pytest.mark.parametrize(
    ("wish", "after"),
    [
        (replace(THE_SET, cover=True, duplex=True), 12),
        (replace(DOCUMENTS, files=FilePer.PERSON), 5),
    ],
    ids=["one file", "small files"],
)
def test_an_order_that_was_killed_goes_on_and_ends_as_if_nothing_had_happened(
    whole_year, tmp_path, in_small_blocks, monkeypatch, wish, after
):
    out = tmp_path / "kertas"
    shutil.copytree(whole_year / "closed", tmp_path / "kota")
    with small_office.office(tmp_path / "kota") as office:
        order_id = office.desk.documents.orders.place(wish, out).line.order.order_id
    shutil.copytree(tmp_path / "kota", tmp_path / "tanpa-gangguan")
    killed(tmp_path / "kota", order_id, after)
    real, drawn = print_shop.draw_part, []

    def counted(sheets, style):
        drawn.extend(sheets)
        return real(sheets, style)

    monkeypatch.setattr(print_shop, "draw_part", counted)
    with small_office.office(tmp_path / "kota") as office:
        orders = office.desk.documents.orders
        assert orders.lines()[0].order.state is OrderState.INTERRUPTED
        resumed = orders.run(order_id)
        drawn_after = len(drawn)
        lines = office.desk.documents.lines()
        with office.desk.documents.around.store.reading() as work:
            items = work.print_orders.items(order_id)
        assert all(
            office.desk.documents.verify(out / part.file_name).finding is Finding.CURRENT for part in resumed.parts
        )
    assert resumed.line.order.state is OrderState.DONE and resumed.line.counts.waiting == 0
    assert drawn_after < resumed.line.counts.printed
    assert files_in(out) == sorted(part.file_name for part in resumed.parts)
    assert len({line.number for line in lines}) == len(lines) and {line.copy for line in lines} == {1}
    texts = {part.file_name: pages_of(out / part.file_name) for part in resumed.parts}
    shutil.rmtree(out)
    with small_office.office(tmp_path / "tanpa-gangguan") as office:
        whole = office.desk.documents.orders.run(order_id)
        with office.desk.documents.around.store.reading() as work:
            undisturbed = work.print_orders.items(order_id)
    facts = [(item.form, item.key, item.number, item.copy, item.pages, item.first_page, item.state) for item in items]
    assert facts == [
        (item.form, item.key, item.number, item.copy, item.pages, item.first_page, item.state) for item in undisturbed
    ]
    assert {item.state for item in items} == {ItemState.PRINTED, ItemState.FAILED}
    assert texts == {part.file_name: pages_of(out / part.file_name) for part in whole.parts}


def test_workers_draw_the_same_pages_as_the_hand(orders, out, monkeypatch):
    alone = printed(orders, replace(THE_SET, afresh=True), out / "sendiri")
    together = replace(orders, around=replace(orders.around, shop=print_shop.PrintShop(2)))
    helped = printed(together, replace(THE_SET, afresh=True), out / "bersama")
    own = printed(together, replace(THE_SET, afresh=True, files=FilePer.PERSON), out / "sendiri-sendiri")
    assert helped.line.counts.printed == own.line.counts.printed == 20
    first, second = (
        [text.replace("salinan 2", "salinan 1").replace(":C2:", ":C1:") for text in pages_of(folder / name)]
        for folder, name in (
            (out / "sendiri", alone.parts[0].file_name),
            (out / "bersama", helped.parts[0].file_name),
        )
    )
    assert len(first) == len(second)
    assert [text.split("No. ")[0] for text in first] == [text.split("No. ")[0] for text in second]
