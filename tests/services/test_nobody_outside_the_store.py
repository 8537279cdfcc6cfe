"""Nobody stands by name or NIP outside encrypted files, or in the name of any file (F31, F81)."""

from __future__ import annotations

from pathlib import Path

import pytest
import small_office
from small_office import NIPS, STAFF, YEAR

from meritdesk.core.documents import Form
from meritdesk.core.drafts import Draft, fields_of
from meritdesk.services.print_job import Selection

MARKS = [word for row in STAFF for word in (row[1], row[2])]
SEALED = (".meritbackup", ".merit", ".db", ".json")


@pytest.fixture
def lived(closed, tmp_path, monkeypatch):
    """A desk with a home and a folder for temporary files of its own, where everything was done once."""
    home, aside, out = (tmp_path / name for name in ("rumah", "sementara", "keluar"))
    for folder in (home, aside, out):
        folder.mkdir()
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("TMPDIR", str(aside))
    monkeypatch.setattr("tempfile.tempdir", None)
    desk, nurse = closed.desk, NIPS["nurse"]
    with small_office.office(tmp_path / "wilayah", "REG33", "Kantor Regional", is_region=True) as region:
        region.desk.handover.card(tmp_path / "wilayah-kunci.json")
        desk.handover.trust(tmp_path / "wilayah-kunci.json")
    desk.handover.pack(YEAR, out)
    desk.upkeep.backup(out)
    desk.documents.print(Form.D_1_1, YEAR, Selection(), out)
    desk.upkeep.personal.print_extract(nurse, out)
    desk.upkeep.audit.print(out)
    moment = closed.moment[0]
    desk.upkeep.drafts.keep(
        Draft("planning.editor", nurse, "Joko Widagdo", fields_of({"text": ""}), fields_of({"text": "Joko"}), moment)
    )
    lost = desk.upkeep.leaks.note_lost(next(out.glob("*.merit")).name)
    desk.upkeep.leaks.print(lost.number, out)
    return closed, (home, aside, out, closed.folder / "store")


def files_in(folders) -> list[Path]:
    return [path for folder in folders for path in folder.rglob("*") if path.is_file()]


def test_no_name_and_no_nip_stands_outside_what_is_sealed(lived):
    _, folders = lived
    found = files_in(folders)
    assert len(found) > 6 and files_in(folders[:2]) == [], "nothing is left in home or among temporary files"
    assert [path.name for path in found for mark in MARKS if mark.casefold() in path.name.casefold()] == []
    sealed = [path for path in found if path.suffix in SEALED]
    assert {".merit", ".meritbackup", ".db"} <= {path.suffix for path in sealed}
    told = [
        (path.name, mark)
        for path in sealed
        for content in [path.read_bytes()]
        for mark in MARKS
        if mark.encode() in content or mark.encode("utf-16-le") in content
    ]
    assert told == []
