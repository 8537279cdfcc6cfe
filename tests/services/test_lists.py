"""Kept views are each person's own, and a list of people that leaves as a file leaves a line in the journal."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest
from small_office import NIPS

from meritdesk.core.access import Actor, Role
from meritdesk.core.errors import FileRefusal, UsageRefusal
from meritdesk.core.saved_views import LONGEST_NAME, MOST_VIEWS, SavedView
from meritdesk.core.store import Practice
from meritdesk.services.upkeep.lists import Lists, ListSheet

VIEW = SavedView(
    "register.staff",
    "Puskesmas",
    ("NAME", "NIP"),
    (("unit", ("u-7", "u-8")),),
    (("NAME", False), ("UNIT", True)),
    "ani",
)
NIP = "199001012015011008"


def sheet(*rows: tuple[object, ...], is_personal: bool = True) -> ListSheet:
    return ListSheet("register.staff", "Daftar pegawai", ("Nama", "NIP", "Nilai", "Tanggal"), rows, (), is_personal)  # type: ignore[arg-type]


def with_actor(lists: Lists, name: str, role: Role = Role.OPERATOR) -> Lists:
    return Lists(replace(lists.around, actor=Actor(name, role, "PC-2")))


def test_a_view_is_kept_replaced_and_dropped_and_is_nobody_elses(office) -> None:
    lists = office.desk.upkeep.lists
    before = office.desk.upkeep.journal()
    assert lists.keep_view(replace(VIEW, name="  Puskesmas  ")) == VIEW
    assert lists.views("register.staff") == (VIEW,)
    assert lists.views("documents.register") == ()
    assert with_actor(lists, "siti").views("register.staff") == ()
    changed = replace(VIEW, search="budi", columns=("NAME",))
    lists.keep_view(changed)
    lists.keep_view(replace(VIEW, name="apotek"))
    assert [view.name for view in lists.views("register.staff")] == ["apotek", "Puskesmas"]
    assert lists.views("register.staff")[1] == changed
    lists.drop_view("register.staff", "apotek")
    assert lists.views("register.staff") == (changed,)
    assert office.desk.upkeep.journal() == before, "what a person likes to see is no record of the office"


def test_views_without_a_usable_name_too_many_or_gone_are_refused(office) -> None:
    lists = office.desk.upkeep.lists
    for name in ("", "   ", "x" * (LONGEST_NAME + 1)):
        with pytest.raises(UsageRefusal, match="UI-320"):
            lists.keep_view(replace(VIEW, name=name))
    with pytest.raises(UsageRefusal, match="UI-322"):
        lists.drop_view("register.staff", "Puskesmas")
    for number in range(MOST_VIEWS):
        lists.keep_view(replace(VIEW, name=f"tampilan {number:02d}"))
    with pytest.raises(UsageRefusal, match="UI-321"):
        lists.keep_view(VIEW)
    lists.keep_view(replace(VIEW, name="tampilan 05", search="boleh"))
    assert len(lists.views("register.staff")) == MOST_VIEWS


def test_a_list_of_people_is_written_with_its_nips_as_text_and_stands_in_the_journal(office, tmp_path: Path) -> None:
    lists = office.desk.upkeep.lists
    path = tmp_path / "daftar.xlsx"
    outcome = lists.export(sheet(("=1+1", NIP, Decimal("1.50"), date(2025, 3, 1)), ("Ani", NIP, 7, None)), path)
    assert outcome.rows == 2
    rows = list(openpyxl.load_workbook(path).active.iter_rows(values_only=True))
    assert rows[0] == ("Nama", "NIP", "Nilai", "Tanggal")
    assert rows[1][:3] == ("=1+1", NIP, 1.5)
    assert rows[1][3].date() == date(2025, 3, 1)
    assert rows[2] == ("Ani", NIP, 7, None)
    cell = openpyxl.load_workbook(path).active["A2"]
    assert (cell.data_type, cell.value) == ("s", "=1+1"), "words stay words, whatever they begin with"
    newest = office.desk.upkeep.journal(0, 1)[0]
    assert (newest.verb, newest.origin, newest.reason) == ("upkeep.lists.export", "file:daftar.xlsx", "Daftar pegawai")
    assert newest.change_set_id == outcome.changes.change_set_id
    with pytest.raises(UsageRefusal, match="USE-112"):
        office.desk.upkeep.undo(newest.change_set_id)


def test_whoever_asked_for_a_limit_is_left_out_and_counted_and_namesakes_are_not(closed, tmp_path: Path) -> None:
    lists, personal = closed.desk.upkeep.lists, closed.desk.upkeep.personal
    name = personal.extract(NIPS["nurse"]).name
    rows = ((name, NIPS["nurse"], "1", ""), (name, NIP, "2", ""), (name, "", "3", ""), ("Siti", "", "4", ""))
    assert lists.export(sheet(*rows), tmp_path / "semua.xlsx").left_out == 0
    personal.limit(NIPS["nurse"], "Diminta dengan surat")
    told = lists.export(sheet(*rows), tmp_path / "tanpa.xlsx")
    assert (told.rows, told.left_out) == (2, 2)
    written = openpyxl.load_workbook(tmp_path / "tanpa.xlsx").active
    assert [row[2].value for row in written.iter_rows(min_row=2)][-2:] == ["2", "4"]
    assert lists.export(sheet(*rows, is_personal=False), tmp_path / "rekap.xlsx").left_out == 0
    personal.lift(NIPS["nurse"], "Selesai")
    assert lists.export(sheet(*rows), tmp_path / "lagi.xlsx").left_out == 0


def test_a_list_without_people_leaves_no_line_in_the_journal(office, tmp_path: Path) -> None:
    before = office.desk.upkeep.journal()
    outcome = office.desk.upkeep.lists.export(
        sheet(("Ani", NIP, Decimal("0.5"), None), is_personal=False), tmp_path / "a.csv"
    )
    assert (outcome.rows, outcome.changes.nouns) == (1, frozenset())
    assert office.desk.upkeep.journal() == before
    assert (tmp_path / "a.csv").read_text(encoding="utf-8-sig").splitlines() == [
        "Nama;NIP;Nilai;Tanggal",
        f"Ani;{NIP};0,5;",
    ]


def test_a_list_of_a_practice_store_says_so_and_writes_over_nothing_else(office, tmp_path: Path) -> None:
    real = office.desk.upkeep.lists
    agency = replace(real.around.store.agency, practice=Practice.COPY)
    around = replace(real.around, store=_Named(real.around.store, agency))
    lists = Lists(around)
    first = lists.export(sheet(("Ani", NIP, 1, None), is_personal=False), tmp_path / "daftar.xlsx")
    again = lists.export(sheet(("Ani", NIP, 1, None), is_personal=False), tmp_path / "daftar.xlsx")
    chosen = lists.export(sheet(("Ani", NIP, 1, None), is_personal=False), first.path)
    assert (first.path.name, again.path.name) == ("daftar-LATIHAN.xlsx", "daftar-2-LATIHAN.xlsx")
    assert chosen.path == first.path
    assert openpyxl.load_workbook(first.path).active.title == "LATIHAN Daftar pegawai"


class _Named:
    """The store of the office under another agency."""

    def __init__(self, store: object, agency: object) -> None:
        self._store, self.agency = store, agency

    def __getattr__(self, name: str) -> object:
        return getattr(self._store, name)


def test_a_list_that_cannot_be_written_or_noted_leaves_nothing_behind(office, tmp_path: Path) -> None:
    lists = office.desk.upkeep.lists
    before = office.desk.upkeep.journal()
    with pytest.raises(UsageRefusal, match="UI-323"):
        lists.export(sheet(), tmp_path / "daftar.docx")
    with pytest.raises(FileRefusal, match="IMP-240"):
        lists.export(sheet(), tmp_path / "nowhere" / "daftar.xlsx")

    def broken():
        yield ("Ani", NIP, 1, None)
        raise UsageRefusal("USE-102", nip=NIP)

    with pytest.raises(UsageRefusal, match="USE-102"):
        lists.export(replace(sheet(), rows=broken()), tmp_path / "half.xlsx")

    def no_clock():
        raise RuntimeError("no clock")

    with pytest.raises(RuntimeError):
        Lists(replace(lists.around, clock=no_clock)).export(sheet(("Ani", NIP, 1, None)), tmp_path / "untold.xlsx")
    assert list(tmp_path.glob("*.xlsx")) == []
    assert office.desk.upkeep.journal() == before
