"""A new store is there whole or not at all, wherever the power goes; the next start makes it without a word."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
import store_samples

from meritdesk.core.errors import FileRefusal
from meritdesk.store import founding, vault
from meritdesk.store.database import DATABASE_FILE
from meritdesk.store.founding import found, prepare

SECRETS = {vault.DEVICE_KEYS: b"kunci"}


@pytest.fixture(autouse=True)
def cheap(monkeypatch):
    monkeypatch.setattr(vault, "COST", store_samples.CHEAP)


def prepared():
    return prepare(store_samples.AGENCY, store_samples.PASSPHRASE, SECRETS)


def opens(folder, settled=True):
    with store_samples.opened(folder) as store, store.reading() as work:
        assert store.agency == store_samples.AGENCY
        assert (work.setting("agency.working_week") == "SIX") is settled


def settle(folder):
    with store_samples.opened(folder) as store, store.writing(store_samples.ACTOR, "upkeep.settings.change") as work:
        work.set_setting("agency.working_week", "SIX")
        work.commit()


def test_a_prepared_store_leaves_nothing_on_the_disk(tmp_path):
    prepared()
    assert not any(tmp_path.iterdir())


def test_a_store_is_founded_with_its_first_choices_and_opens_with_the_key_of_its_sheet(tmp_path):
    new = prepared()
    found(new, tmp_path / "kota", store_samples.NOW, settle)
    opens(tmp_path / "kota")
    assert [path.name for path in tmp_path.iterdir()] == ["kota"]
    ring = vault.read_keyring(tmp_path / "kota" / vault.KEYRING_FILE)
    assert vault.unlock_with_recovery(ring, new.recovery_key).data_key == new.vault.data_key


@pytest.mark.parametrize(("name", "code"), [(DATABASE_FILE, "STO-615"), ("surat.docx", "STO-693")])
def test_a_folder_in_use_is_refused_and_stays_as_it_was(tmp_path, name, code):
    (tmp_path / "kota").mkdir()
    (tmp_path / "kota" / name).write_bytes(b"isi")
    with pytest.raises(FileRefusal) as refused:
        found(prepared(), tmp_path / "kota", store_samples.NOW)
    assert refused.value.code == code
    assert [path.name for path in (tmp_path / "kota").iterdir()] == [name]
    assert [path.name for path in tmp_path.iterdir()] == ["kota"]


def test_what_fails_on_the_way_leaves_the_disk_as_it_was(tmp_path):
    def breaks(folder):
        raise ValueError("setelan salah")

    with pytest.raises(ValueError, match="setelan"):
        found(prepared(), tmp_path / "kota", store_samples.NOW, breaks)
    assert not any(tmp_path.iterdir())


STEPS = ("mkdir", "replace", "rename", "unlink")


def killed_at(step, folder):
    """Found a store in a copy of this process that dies at its nth step on the disk; whether it got so far."""
    child = os.fork()
    if child == 0:
        counted = 0

        def counting(real):
            def work(*arguments, **named):
                nonlocal counted
                counted += 1
                if counted == step:
                    os._exit(9)
                return real(*arguments, **named)

            return work

        for name in STEPS:
            setattr(Path, name, counting(getattr(Path, name)))
        try:
            found(prepared(), folder, store_samples.NOW, settle)
        finally:
            os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 9


@pytest.mark.skipif(not hasattr(os, "fork"), reason="a copy of a process is made on this system in another way")
def test_a_power_cut_at_any_step_leaves_a_disk_on_which_the_next_start_succeeds(tmp_path):
    step, seen = 1, set()
    while True:
        place = tmp_path / str(step)
        if not killed_at(step, place / "kota"):
            break
        is_whole = (place / "kota").is_dir()
        seen.add(is_whole)
        if is_whole:
            opens(place / "kota")
        else:
            founding.require_free(place / "kota")
            found(prepared(), place / "kota", store_samples.NOW, settle)
            opens(place / "kota")
            assert [path.name for path in place.iterdir()] == ["kota"]
        step += 1
    assert step > 8 and False in seen
