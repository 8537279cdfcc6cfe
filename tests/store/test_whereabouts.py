"""A store lies on a disk of this PC: shares, sticks and synchronised folders are told apart before anything is made."""

from __future__ import annotations

from pathlib import Path

import pytest

from meritdesk.core.errors import FileRefusal
from meritdesk.store import whereabouts
from meritdesk.store.whereabouts import Mount, require_own_disk, unfit

DISKS = (
    Mount("/", "ext4", "rw"),
    Mount("/srv/bersama", "cifs", "rw"),
    Mount("/mnt/nfs", "nfs4", "rw"),
    Mount("/media/ani/STIK", "exfat", "rw"),
    Mount("/mnt/kartu", "vfat", "rw"),
)


@pytest.mark.parametrize(
    ("folder", "code"),
    [
        ("/home/ani/MeritDesk", ""),
        ("/srv/bersama/MeritDesk", "STO-690"),
        ("/mnt/nfs/a/b", "STO-690"),
        ("\\\\server\\bersama\\MeritDesk", "STO-690"),
        ("/media/ani/STIK/data", "STO-691"),
        ("/media/ani/diska", "STO-691"),
        ("/mnt/kartu/data", "STO-691"),
        ("/home/ani/OneDrive/MeritDesk", "STO-692"),
        ("/home/ani/OneDrive - Pemkot Surakarta/MeritDesk", "STO-692"),
        ("/home/ani/Dropbox/x", "STO-692"),
        ("/home/ani/Dokumen/MeritDesk", "STO-692"),
        ("/home/ani/Dropboxer/x", ""),
    ],
)
def test_each_kind_of_place_is_known(folder, code):
    assert unfit(Path(folder), DISKS, {"OneDrive": "/home/ani/Dokumen"}) == code


def test_a_folder_that_some_program_synchronises_is_known_by_its_marks(tmp_path):
    (tmp_path / ".stfolder").mkdir()
    assert unfit(tmp_path / "dalam" / "MeritDesk", (Mount("/", "ext4"),), {}) == "STO-692"


def test_an_unfit_place_is_refused_and_nothing_is_made(tmp_path, monkeypatch):
    monkeypatch.setattr(whereabouts, "mounts", lambda: (Mount(str(tmp_path), "cifs"),))
    with pytest.raises(FileRefusal) as refused:
        require_own_disk(tmp_path / "baru")
    assert refused.value.code == "STO-690" and not any(tmp_path.iterdir())


def test_the_disks_of_this_machine_can_be_read(tmp_path):
    assert whereabouts.mounts()
    require_own_disk(Path.home() / "MeritDesk")
