"""The enrolment file proves possession and nothing else, and no bit of it can be turned."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from meritdesk.core.errors import FileRefusal, UsageRefusal
from meritdesk.core.handover import DeviceKeys
from meritdesk.core.trust import DeviceRole, Enrolment
from meritdesk.exchange import enrolment, root_keys
from meritdesk.exchange.keys import card_code, fingerprint, keys_from_bytes, keys_to_bytes, new_device_keys
from meritdesk.exchange.seal import open_envelope
from meritdesk.exchange.strict_zip import ZipLimits, read_zip, write_zip

EPOCH = "ab" * 16
LIMITS = ZipLimits(members=4, total_size=1 << 16, ratio=1)


@pytest.fixture(scope="module")
def former() -> DeviceKeys:
    return new_device_keys("7101", "Kota Contoh", "PC02", False)


@pytest.fixture(scope="module")
def fresh() -> DeviceKeys:
    return new_device_keys("7101", "Kota Contoh", "PC02", False)


@pytest.fixture(scope="module")
def first(fresh) -> bytes:
    return enrolment.write_enrolment(Enrolment(fresh.card, DeviceRole.PRIMARY, EPOCH, 0), fresh)


@pytest.fixture(scope="module")
def following(fresh, former) -> bytes:
    asked = Enrolment(fresh.card, DeviceRole.SECONDARY, EPOCH, 17, former.card.minisign_key)
    return enrolment.write_enrolment(asked, fresh, former)


def code_of(data: bytes) -> str:
    try:
        enrolment.read_enrolment(data)
    except FileRefusal as refusal:
        return refusal.code
    return ""


def test_an_enrolment_comes_back_as_it_went_out_and_the_same_twice(first, following, fresh, former):
    assert enrolment.read_enrolment(first) == Enrolment(fresh.card, DeviceRole.PRIMARY, EPOCH, 0)
    asked = enrolment.read_enrolment(following)
    assert (asked.replaces, asked.last_sequence, asked.wanted) == (former.card.minisign_key, 17, DeviceRole.SECONDARY)
    assert enrolment.write_enrolment(asked, fresh, former) == following
    assert enrolment.is_enrolment(first) and not enrolment.is_enrolment(b"PK" + first[200:])
    name = enrolment.enrolment_file_name(asked)
    assert re.fullmatch(r"MD1-7101-PC02-pendaftaran-kunci-[0-9a-f]{8}\.merit", name)
    assert not any(group in name for group in fingerprint(fresh.card)), "these are read from the paper, not the screen"
    assert enrolment.enrolment_file_name(replace(asked, is_practice=True)).startswith("LATIHAN-")


def test_no_bit_of_an_enrolment_can_be_turned_and_no_cut_passes(first, following):
    for whole in (first, following):
        for place in range(0, len(whole), 11):
            flipped = bytearray(whole)
            flipped[place] ^= 1 << (place % 8)
            assert code_of(bytes(flipped)) in ("KEY-542", "KEY-543", "KEY-544"), place
        for cut in range(0, len(whole), 64):
            assert code_of(whole[:cut]) == "KEY-542"
        assert code_of(whole + b"\0") == "KEY-542"


def test_each_member_of_an_enrolment_is_refused_when_a_bit_of_it_is_turned(following):
    members = read_zip(following, LIMITS, False)
    for number, (name, content) in enumerate(members):
        for place in range(0, len(content), 5):
            flipped = bytearray(content)
            flipped[place] ^= 1 << (place % 8)
            forged = [*members[:number], (name, bytes(flipped)), *members[number + 1 :]]
            assert code_of(write_zip(forged, deflate=False)), (name, place)


def test_somebody_else_cannot_sign_an_enrolment(fresh, former):
    asked = Enrolment(fresh.card, DeviceRole.PRIMARY, EPOCH, 0)
    assert code_of(enrolment.write_enrolment(asked, former)) == "KEY-543"
    follows = replace(asked, replaces=former.card.minisign_key)
    assert code_of(enrolment.write_enrolment(follows, fresh)) == "KEY-544"
    assert code_of(enrolment.write_enrolment(follows, fresh, fresh)) == "KEY-544"
    assert code_of(enrolment.write_enrolment(asked, fresh, former)) == "KEY-544"


def test_an_enrolment_is_no_package_and_says_where_it_belongs(first):
    with pytest.raises(FileRefusal) as refusal:
        open_envelope(first, "x.merit")
    assert refusal.value.code == "KEY-540"


def test_an_enrolment_asks_for_no_role_of_a_region_and_holds_no_region(fresh):
    for card, role in ((fresh.card, DeviceRole.REGION), (replace(fresh.card, agency_code="kecil"), DeviceRole.PRIMARY)):
        keys = replace(fresh, card=card)
        assert code_of(enrolment.write_enrolment(Enrolment(card, role, EPOCH, 0), keys))


def test_the_square_code_carries_both_keys_and_the_fingerprint_follows_from_it(fresh):
    code = card_code(fresh.card)
    assert code == f"MDK1:7101/PC02:A:{fresh.card.minisign_key}:{fresh.card.age_recipient}"
    assert len(code) <= 152, "a version 8 code holds it"


def test_keys_remember_what_they_read_before(fresh, former):
    both = replace(fresh, other_identities=(former.age_identity,))
    assert keys_from_bytes(keys_to_bytes(both)) == both
    broken = replace(fresh, other_identities=("AGE-SECRET-KEY-1NOTHING",))
    with pytest.raises(FileRefusal) as refusal:
        keys_from_bytes(keys_to_bytes(broken))
    assert refusal.value.code == "KEY-504"


@pytest.fixture
def cheap_guesses(monkeypatch):
    monkeypatch.setattr(root_keys, "COST", root_keys.GuessCost(64, 1, 1))


def test_a_root_key_opens_with_its_passphrase_only(cheap_guesses, tmp_path):
    key = root_keys.new_signing_key()
    data = root_keys.wrap_root_key(key, "REG07", "Kepala", 2, "kata sandi panjang")
    assert root_keys.unwrap_root_key(data, "kata sandi panjang") == key
    seen = root_keys.look_at_root_key(data)
    assert (seen.region, seen.holder, seen.number, seen.public) == ("REG07", "Kepala", 2, key.public)
    assert key.secret.hex() not in repr(key) and key.secret not in data
    with pytest.raises(UsageRefusal) as wrong:
        root_keys.unwrap_root_key(data, "kata sandi lain")
    assert wrong.value.code == "KEY-555"
    with pytest.raises(UsageRefusal) as short:
        root_keys.wrap_root_key(key, "REG07", "Kepala", 2, "pendek")
    assert short.value.code == "KEY-553"
    with pytest.raises(FileRefusal) as gone:
        root_keys.read_root_key_file(tmp_path / "tidak-ada.json")
    assert gone.value.code == "KEY-506"


def test_no_bit_of_a_root_key_file_can_be_turned(cheap_guesses):
    data = root_keys.wrap_root_key(root_keys.new_signing_key(), "REG07", "Kepala", 1, "kata sandi panjang")
    key = root_keys.unwrap_root_key(data, "kata sandi panjang")
    for place in range(0, len(data), 3):
        flipped = bytearray(data)
        flipped[place] ^= 1 << (place % 8)
        try:
            opened = root_keys.unwrap_root_key(bytes(flipped), "kata sandi panjang")
        except (FileRefusal, UsageRefusal):
            continue
        # Blanks between the members are not under the seal; what they hold is.
        assert opened == key
