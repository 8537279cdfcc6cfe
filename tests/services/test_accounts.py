"""Accounts at a shared PC: the first is the head's, each has a password of its own, and nobody raises himself."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from meritdesk import bootstrap
from meritdesk.core.access import Role
from meritdesk.core.accounts import AccountState, Deed, FourEyes, Protection
from meritdesk.core.errors import Refusal
from meritdesk.core.store import AgencyInfo
from meritdesk.services import Desk
from meritdesk.store import vault
from meritdesk.store.vault import Cost

OFFICE = "kata sandi kantor"
HEAD, CLERK, OTHER = "kuda besi lari pagi", "sepatu hujan biru laut", "jendela kertas malam"


class Clock:
    def __init__(self) -> None:
        self.now = datetime.fromisoformat("2025-03-03T08:00:00+07:00")

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture(autouse=True)
def _cheap_passwords(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(vault, "COST", Cost(64, 1, 1))


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def folder(tmp_path: Path, clock: Clock) -> Path:
    bootstrap.create_store(tmp_path / "kantor", AgencyInfo("7371", "Kota Contoh", False, "PC1"), OFFICE, clock)
    return tmp_path / "kantor"


@pytest.fixture
def peopled(folder: Path, clock: Clock) -> Path:
    """An office with a head, a clerk and a typist."""
    with bootstrap.open_desk(folder, OFFICE, clock=clock) as desk:
        desk.upkeep.accounts.begin("Ibu Ratna", Role.HEAD, HEAD)
        desk.upkeep.accounts.begin("siti", Role.OPERATOR, CLERK, "Siti Aminah", former_name="operator")
        desk.upkeep.accounts.begin("joko", Role.TYPIST, OTHER)
    return folder


def opened(folder: Path, clock: Clock, name: str, password: str) -> Iterator[Desk]:
    return bootstrap.open_desk(folder, password, clock=clock, account=name)  # type: ignore[return-value]


def refused(code: str):  # type: ignore[no-untyped-def]
    return pytest.raises(Refusal, match=code)


def test_a_lone_clerk_without_accounts_works_as_ever(folder: Path, clock: Clock) -> None:
    with bootstrap.open_desk(folder, OFFICE, "Siti", clock=clock) as desk:
        who = desk.upkeep.accounts.who()
        assert (who.role, who.has_account, who.has_accounts, who.may_keep) == (Role.OPERATOR, False, False, True)
        assert not desk.upkeep.accounts.is_second_asked()
        desk.upkeep.accounts.prove(OFFICE)
        desk.upkeep.settings.change({"uses_circular": "no"})
        with refused("ACC-105"):
            desk.upkeep.accounts.change_password("a", "b")
        with refused("ACC-105"):
            desk.upkeep.second.bring("siti", CLERK)
    with refused("ACC-105"), opened(folder, clock, "siti", CLERK):
        pass


def test_the_first_account_is_the_heads_and_then_the_passphrase_only_keeps_accounts(folder: Path, clock: Clock) -> None:
    with bootstrap.open_desk(folder, OFFICE, clock=clock) as desk:
        with refused("ACC-120"):
            desk.upkeep.accounts.begin("siti", Role.OPERATOR, CLERK)
        with refused("ACC-110"):
            desk.upkeep.accounts.begin("Ibu Ratna", Role.HEAD, "pendek")
        with refused("ACC-111"):
            desk.upkeep.accounts.begin("Ibu Ratna", Role.HEAD, "Rahasia123")
        with refused("ACC-112"):
            desk.upkeep.accounts.begin("Ibu Ratna", Role.HEAD, "ibu ratna 1")
        with refused("ACC-126"):
            desk.upkeep.accounts.begin("Ibu Ratna", Role.REGIONAL, HEAD)
        with refused("ACC-129"):
            desk.upkeep.accounts.begin("Ibu Ratna", Role.HEAD, HEAD, person_id="nobody")
        desk.upkeep.accounts.begin("Ibu  Ratna", Role.HEAD, HEAD)
        with refused("ACC-121"):
            desk.upkeep.accounts.begin("ibu ratna", Role.OPERATOR, CLERK)
    with bootstrap.open_desk(folder, OFFICE, clock=clock) as desk:
        assert desk.upkeep.accounts.who().role is Role.KEEPER
        with refused("ACC-104"):
            desk.register.units()
        with refused("ACC-104"):
            desk.upkeep.settings.change({"uses_circular": "no"})
        desk.upkeep.accounts.begin("siti", Role.OPERATOR, CLERK)
        assert [(one.name, one.role) for one in desk.upkeep.accounts.lines()] == [
            ("Ibu Ratna", Role.HEAD),
            ("siti", Role.OPERATOR),
        ]
    with opened(folder, clock, "IBU RATNA", HEAD) as desk:
        assert desk.upkeep.accounts.who().role is Role.HEAD


def test_an_account_opens_with_its_own_password_and_stands_in_the_journal(peopled: Path, clock: Clock) -> None:
    with opened(peopled, clock, "Siti", CLERK) as desk:
        desk.upkeep.settings.change({"uses_circular": "no"})
        line = desk.upkeep.journal()[0]
        assert (line.actor, line.second) == ("siti", "")
        assert desk.upkeep.accounts.who().full_name == "Siti Aminah"
        with refused("USE-110"):
            desk.upkeep.accounts.begin("palsu", Role.HEAD, HEAD)
        with refused("USE-110"):
            desk.upkeep.change_passphrase("kata sandi baru")
        desk.upkeep.accounts.prove(CLERK)
        with refused("ACC-101"):
            desk.upkeep.accounts.prove(HEAD)
    for name, password in (("siti", HEAD), ("nobody", CLERK)):
        with refused("ACC-101"), opened(peopled, clock, name, password):
            pass
    with opened(peopled, clock, "joko", OTHER) as desk, refused("USE-110"):
        desk.upkeep.settings.change({"uses_circular": "yes"})


def test_the_head_suspends_resets_and_closes_but_never_the_last_head(peopled: Path, clock: Clock) -> None:
    with opened(peopled, clock, "Ibu Ratna", HEAD) as desk:
        accounts = desk.upkeep.accounts
        accounts.suspend("siti")
        with refused("ACC-125"):
            accounts.suspend("Ibu Ratna")
        with refused("ACC-123"):
            accounts.change("Ibu Ratna", Role.OPERATOR)
        with refused("ACC-124"):
            accounts.close("nobody")
        accounts.close("joko")
        with refused("ACC-127"):
            accounts.reset("joko", OTHER)
        assert {one.name: one.state for one in accounts.lines()}["joko"] is AccountState.CLOSED
        undoable = desk.upkeep.journal()[0]
        assert undoable.verb == "upkeep.accounts.close"
    for name, password in (("siti", CLERK), ("joko", OTHER)):
        with pytest.raises(Refusal), opened(peopled, clock, name, password):
            pass
    with opened(peopled, clock, "Ibu Ratna", HEAD) as desk:
        desk.upkeep.accounts.resume("siti")
        desk.upkeep.accounts.reset("siti", OTHER)
        desk.upkeep.accounts.change("siti", Role.VERIFIER, "Siti A.")
        desk.upkeep.accounts.change_password(HEAD, "empat kata yang lain")
    with refused("ACC-101"), opened(peopled, clock, "siti", CLERK):
        pass
    with opened(peopled, clock, "siti", OTHER) as desk:
        assert desk.upkeep.accounts.who().role is Role.VERIFIER
        with refused("USE-110"):
            desk.upkeep.undo("any")
    with opened(peopled, clock, "Ibu Ratna", "empat kata yang lain") as desk, refused("ACC-101"):
        desk.upkeep.accounts.change_password(HEAD, "sesuatu yang lain")


def test_what_was_done_to_accounts_is_not_taken_back_from_the_journal(peopled: Path, clock: Clock) -> None:
    with opened(peopled, clock, "siti", CLERK) as desk:
        newest = desk.upkeep.journal()[0]
        with refused("ACC-150"):
            desk.upkeep.undo(newest.change_set_id)


def test_the_key_ring_raises_nobody_and_an_old_copy_of_it_lets_nobody_in(peopled: Path, clock: Clock) -> None:
    keyring = peopled / "keyring.json"
    before = keyring.read_bytes()
    assert not [name for name in ("siti", "ratna", "joko") if name in before.decode().casefold()]
    with opened(peopled, clock, "siti", CLERK) as desk:
        desk.upkeep.accounts.change_password(CLERK, "kata sandi siti baru")
    now = keyring.read_bytes()
    keyring.write_bytes(before)
    with refused("ACC-103"), opened(peopled, clock, "siti", CLERK):
        pass
    keyring.write_bytes(now)
    told = json.loads(now)
    first, second = list(told["accounts"])[:2]
    told["accounts"][first], told["accounts"][second] = told["accounts"][second], told["accounts"][first]
    keyring.write_text(json.dumps(told))
    with refused("STO-612"), opened(peopled, clock, "siti", "kata sandi siti baru"):
        pass
    del told["accounts"], told["accounts_digest"]
    keyring.write_text(json.dumps(told))
    with bootstrap.open_desk(peopled, OFFICE, clock=clock) as desk:
        assert desk.upkeep.accounts.who().role is Role.KEEPER


def test_wrong_tries_wait_over_a_restart_and_a_clock_set_back_but_never_for_ever(peopled: Path, clock: Clock) -> None:
    def fail(name: str, times: int) -> None:
        for _ in range(times):
            with refused("ACC-101"), opened(peopled, clock, name, "salah sekali ini"):
                pass

    fail("siti", 5)
    with refused("ACC-102"), opened(peopled, clock, "siti", CLERK):
        pass
    with opened(peopled, clock, "Ibu Ratna", HEAD) as desk:
        line = {one.name: one for one in desk.upkeep.accounts.lines()}["siti"]
        assert (line.wrong, line.wait_seconds) == (5, 15)
    clock.now -= timedelta(days=400)
    with refused("ACC-102"), opened(peopled, clock, "siti", CLERK):
        pass
    clock.now += timedelta(seconds=16)
    for _ in range(12):
        fail("siti", 1)
        clock.now += timedelta(minutes=15)
    with opened(peopled, clock, "siti", CLERK) as desk:
        assert not [one.wrong for one in desk.upkeep.accounts.lines() if one.is_own and one.wrong]
    for _ in range(5):
        with refused("STO-610"), bootstrap.open_desk(peopled, "bukan itu", clock=clock):
            pass
    with refused("ACC-102"), bootstrap.open_desk(peopled, OFFICE, clock=clock):
        pass
    assert "siti" not in (peopled / "tries.json").read_text()


def test_two_do_together_what_nobody_does_alone(peopled: Path, clock: Clock) -> None:
    with opened(peopled, clock, "Ibu Ratna", HEAD) as desk:
        assert desk.upkeep.accounts.is_second_asked()
        with refused("ACC-140"):
            desk.upkeep.change_passphrase("kata sandi kantor baru")
        with refused("ACC-141"):
            desk.upkeep.second.bring("ibu ratna", HEAD)
        with refused("ACC-142"):
            desk.upkeep.second.bring("joko", OTHER)
        with refused("ACC-101"):
            desk.upkeep.second.bring("siti", HEAD)
        desk.upkeep.second.bring("siti", CLERK, Deed.CLOSE)
        with refused("ACC-140"):
            desk.upkeep.change_passphrase("kata sandi kantor baru")
        desk.upkeep.second.bring("siti", CLERK, Deed.KEYS)
        clock.now += timedelta(minutes=6)
        with refused("ACC-140"):
            desk.upkeep.change_passphrase("kata sandi kantor baru")
        desk.upkeep.second.bring("siti", CLERK)
        desk.upkeep.change_passphrase("kata sandi kantor baru")
        line = desk.upkeep.journal()[0]
        assert (line.actor, line.second) == ("Ibu Ratna", "siti")
        with refused("ACC-140"):
            desk.upkeep.change_recovery_key(desk.upkeep.new_recovery_key())
        with refused("ACC-140"):
            desk.upkeep.accounts.protect(Protection(FourEyes.OFF, 5))
        desk.upkeep.accounts.protect(Protection(FourEyes.WHEN_TWO, 5))
        with refused("ACC-160"):
            desk.upkeep.accounts.protect(Protection(FourEyes.WHEN_TWO, 999))
        desk.upkeep.second.bring("siti", CLERK)
        desk.upkeep.accounts.protect(Protection(FourEyes.OFF, 5))
        assert not desk.upkeep.accounts.is_second_asked()
        assert desk.upkeep.accounts.protection() == Protection(FourEyes.OFF, 5)
        assert desk.upkeep.check().is_sound


def test_a_backup_brings_the_accounts_back_with_their_passwords(peopled: Path, clock: Clock, tmp_path: Path) -> None:
    with opened(peopled, clock, "siti", CLERK) as desk:
        backup = desk.upkeep.backup(tmp_path / "cadangan")
    bootstrap.restore_store(backup, tmp_path / "pc-baru", OFFICE, clock)
    with opened(tmp_path / "pc-baru", clock, "siti", CLERK) as desk:
        assert desk.upkeep.accounts.who().role is Role.OPERATOR
