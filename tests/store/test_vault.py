"""The key ring: the right passphrase or the printed key opens it, nothing else does, and damage is told apart."""

from __future__ import annotations

import json

import pytest
import store_samples as sample
from hypothesis import given
from hypothesis import strategies as st

from meritdesk.core.errors import FileRefusal, Refusal, UsageRefusal
from meritdesk.store import vault
from meritdesk.store.vault import recovery_bytes, recovery_text


@given(st.binary(min_size=20, max_size=20))
def test_a_recovery_key_is_read_back_however_it_is_typed(key):
    written = recovery_text(key)
    assert recovery_bytes(written) == key
    assert recovery_bytes(written.lower().replace("-", " ")) == key
    assert recovery_bytes(f"  {written.replace('-', '')}\n") == key
    assert recovery_bytes(written.replace("0", "O").replace("1", "I")) == key
    assert recovery_bytes(written.replace("0", "o").replace("1", "l")) == key


@given(key=st.binary(min_size=20, max_size=20), place=st.integers(0, 33), by=st.integers(1, 31))
def test_nearly_every_typing_error_is_noticed_before_the_key_is_tried(key, place, by):
    written = recovery_text(key).replace("-", "")
    alphabet = vault._ALPHABET
    other = alphabet[(alphabet.index(written[place]) + by) % 32]
    try:
        assert recovery_bytes(written[:place] + other + written[place + 1 :]) != key
    except UsageRefusal as refusal:
        assert refusal.code == "STO-614"


@pytest.mark.parametrize("typed", ["", "ABCD", "U" * 34, "0" * 33, "0" * 35])
def test_a_recovery_key_of_the_wrong_shape_is_refused(typed):
    with pytest.raises(UsageRefusal) as refusal:
        recovery_bytes(typed)
    assert refusal.value.code == "STO-614"


def test_a_wrong_passphrase_is_said_to_be_wrong_not_damage(folder):
    for wrong in ("salah", sample.PASSPHRASE + " ", sample.PASSPHRASE.upper()):
        with pytest.raises(UsageRefusal) as refusal:
            sample.opened(folder, wrong)
        assert refusal.value.code == "STO-610"
    sample.opened(folder).close()


def test_the_recovery_key_opens_the_store_and_another_one_does_not(folder, recovery_key):
    with sample.opened(folder, None, recovery_key=recovery_key.lower()) as store:
        assert store.agency == sample.AGENCY
    with pytest.raises(UsageRefusal) as refusal:
        sample.opened(folder, None, recovery_key=recovery_text(bytes(20)))
    assert refusal.value.code == "STO-611"
    with pytest.raises(UsageRefusal) as refusal:
        sample.opened(folder, None)
    assert refusal.value.code == "STO-617"


def test_the_device_keys_are_only_readable_through_the_data_key(folder):
    assert b"secret keys" not in (folder / "keyring.json").read_bytes()
    with sample.opened(folder) as store:
        assert store.keys.minisign_secret == b"secret keys"


def test_a_new_passphrase_replaces_the_old_and_the_recovery_key_stays(folder, recovery_key, monkeypatch):
    monkeypatch.setattr(vault, "COST", sample.CHEAP)
    with sample.opened(folder) as store:
        with pytest.raises(UsageRefusal) as refusal:
            store.change_passphrase("pendek")
        assert refusal.value.code == "STO-616"
        store.change_passphrase("kalimat yang baru")
    with pytest.raises(UsageRefusal):
        sample.opened(folder)
    sample.opened(folder, "kalimat yang baru").close()
    sample.opened(folder, None, recovery_key=recovery_key).close()


def test_a_short_passphrase_makes_no_store(tmp_path):
    from meritdesk.store.database import create_store

    with pytest.raises(UsageRefusal) as refusal:
        create_store(tmp_path / "x", sample.AGENCY, "1234567", {}, sample.NOW)
    assert refusal.value.code == "STO-616" and not (tmp_path / "x").exists()


def test_any_change_to_the_key_ring_is_called_damage(folder):
    path = folder / "keyring.json"
    content = path.read_bytes()
    for place in range(0, len(content), 37):
        path.write_bytes(content[:place] + bytes([content[place] ^ 1]) + content[place + 1 :])
        try:
            sample.opened(folder).close()
        except Refusal as refusal:
            assert refusal.code == "STO-612", place
        else:
            original, changed = json.loads(content), json.loads(path.read_bytes())
            assert original == changed, "only white space may be changed without notice"
    for damaged in (b"", b"{}", content[:-20], b"\xff\xfe"):
        path.write_bytes(damaged)
        with pytest.raises(FileRefusal) as refusal:
            sample.opened(folder)
        assert refusal.value.code == "STO-612"


def test_a_missing_key_ring_is_named(folder):
    (folder / "keyring.json").unlink()
    with pytest.raises(FileRefusal) as refusal:
        sample.opened(folder)
    assert refusal.value.code == "STO-613"


def test_guessing_is_expensive_by_default():
    usual = vault.Cost()
    assert (usual.memory_kib, usual.passes, usual.lanes) == (65536, 3, 4)
