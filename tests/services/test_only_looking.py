"""Who only looks at a store is no more than a viewer, whatever he may do when it is open in full."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from meritdesk import bootstrap
from meritdesk.core.access import Role
from meritdesk.core.errors import Refusal, UsageRefusal
from meritdesk.core.store import AgencyInfo, Viewing
from meritdesk.store import server_folder, vault
from meritdesk.store.vault import Cost

OFFICE, HEAD, AUDITOR = "kata sandi kantor", "kuda besi lari pagi", "jendela kertas malam"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An office whose people have accounts."""
    monkeypatch.setattr(vault, "COST", Cost(64, 1, 1))
    bootstrap.create_store(tmp_path / "kantor", AgencyInfo("7371", "Kota Contoh", False, "PC1"), OFFICE)
    with bootstrap.open_desk(tmp_path / "kantor", OFFICE) as desk:
        desk.upkeep.accounts.begin("Ibu Ratna", Role.HEAD, HEAD)
        desk.upkeep.accounts.begin("joko", Role.AUDITOR, AUDITOR)
    return tmp_path / "kantor"


def refused(code: str):  # type: ignore[no-untyped-def]
    return pytest.raises(Refusal, match=code)


def test_a_head_looks_as_a_viewer_an_auditor_stays_one_and_the_passphrase_shows_nothing(
    folder: Path, tmp_path: Path
) -> None:
    with bootstrap.open_desk(folder, HEAD, account="Ibu Ratna"):
        with bootstrap.open_desk(folder, HEAD, account="Ibu Ratna", as_viewer=True) as desk:
            assert (desk.upkeep.accounts.who().role, desk.upkeep.accounts.who().may_keep) == (Role.VIEWER, False)
            with refused("ACC-190"):
                desk.upkeep.settings.change({"uses_circular": "no"})
            with refused("ACC-190"):
                desk.upkeep.backup(tmp_path / "salinan")
            with refused("STO-624"):
                desk.upkeep.accounts.suspend("joko")
            desk.upkeep.memory.keep("place", "x")
            assert desk.upkeep.memory.recall("place") == "" and not desk.upkeep.keeping.is_due()
            assert desk.upkeep.viewing == bootstrap.who_has(folder) is not None
            assert not bootstrap.can_open_in_full(folder)
        with bootstrap.open_desk(folder, AUDITOR, account="joko", as_viewer=True) as desk:
            assert desk.upkeep.accounts.who().role is Role.AUDITOR and desk.upkeep.audit.lines()
            with refused("STO-624"):
                desk.upkeep.audit.print(tmp_path / "kertas")
            assert not list(tmp_path.glob("kertas/*")), "no paper without its line in the journal"
        for word in (OFFICE, "salah sekali"):
            with pytest.raises(UsageRefusal), bootstrap.open_desk(folder, word, as_viewer=True):
                pass
    assert bootstrap.can_open_in_full(folder) and bootstrap.who_has(folder) is None


def test_data_on_a_server_are_not_opened_to_look_only(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(server_folder, "is_on_server", lambda _: True)
    with refused("SRV-134"), bootstrap.open_desk(folder, OFFICE, as_viewer=True):
        pass


def test_a_place_that_cannot_be_written_opens_by_itself_to_be_looked_at(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = sorted((path.name, path.stat().st_mtime_ns) for path in folder.iterdir() if path.name != "tries.json")
    monkeypatch.setattr(os, "access", lambda *_: False)
    with bootstrap.open_desk(folder, HEAD, account="Ibu Ratna") as desk:
        assert desk.upkeep.viewing == Viewing(is_sealed=True) and not bootstrap.can_open_in_full(folder)
        with refused("STO-625"):
            desk.upkeep.accounts.suspend("joko")
    after = sorted((path.name, path.stat().st_mtime_ns) for path in folder.iterdir() if path.name != "tries.json")
    assert after == before, "no lock was taken and no note was written"
