"""Keys of a device and the card that introduces them."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path

import pytest

from meritdesk.core.errors import FileRefusal, UsageRefusal
from meritdesk.core.handover import DeviceKeys
from meritdesk.exchange.keys import (
    card_from_text,
    card_to_text,
    fingerprint,
    keys_from_bytes,
    keys_to_bytes,
    new_device_keys,
    read_card,
)
from meritdesk.exchange.outbox import write_card


def test_a_card_survives_its_file(tmp_path: Path, agency: DeviceKeys) -> None:
    write_card(agency.card, tmp_path / "kartu.json")
    assert read_card(tmp_path / "kartu.json") == agency.card
    assert [path.name for path in tmp_path.iterdir()] == ["kartu.json"]


def test_the_secret_keys_survive_wrapping_and_stay_out_of_prints(agency: DeviceKeys) -> None:
    assert keys_from_bytes(keys_to_bytes(agency)) == agency
    assert agency.age_identity not in repr(agency)
    assert "minisign_secret" not in repr(agency)


def test_a_fingerprint_is_six_groups_of_five_digits_and_depends_on_every_part(
    agency: DeviceKeys, region: DeviceKeys
) -> None:
    card = agency.card
    groups = fingerprint(card)
    assert len(groups) == 6
    assert all(re.fullmatch("[0-9]{5}", group) for group in groups)
    others = [
        replace(card, device="PC03"),
        replace(card, agency_code="7109"),
        replace(card, is_region=True),
        replace(card, minisign_key=region.card.minisign_key),
        replace(card, age_recipient=region.card.age_recipient),
    ]
    assert len({groups, *(fingerprint(other) for other in others)}) == 6


def test_the_fingerprint_of_a_known_card_never_changes() -> None:
    card = card_from_text(
        json.dumps(
            {
                "format": "meritdesk-key/1",
                "agency_code": "7101",
                "agency_name": "Kota Contoh",
                "device": "PC02",
                "role": "agency",
                "minisign": "RWQf6LRCGA9i53mlYecO4IzT51TGPpvWucNSCh1CBM0QTaLn73Y7GFO3",
                "age": "age1zvkyg2lqzraa2lnjvqej32nkuu0ues2s82hzrye869xeexvn73equnujwj",
                "fingerprint": "20749 30106 44215 01083 49156 23015",
            }
        )
    )
    assert card.device == "PC02"


@pytest.mark.parametrize("field", ["agency_code", "device", "role", "minisign", "age", "fingerprint"])
def test_a_card_with_another_value_is_refused(agency: DeviceKeys, region: DeviceKeys, field: str) -> None:
    values = json.loads(card_to_text(agency.card))
    others = json.loads(card_to_text(region.card))
    values[field] = others[field] if values[field] != others[field] else "X1"
    with pytest.raises(FileRefusal, match="KEY-502"):
        card_from_text(json.dumps(values))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "{",
        '{"format":"meritdesk-key/1"}',
        "\ufeff{}",
        "null",
        '{"a":NaN}',
        '{"a":1,"a":1}',
        "[" * 100_000,
        '"' + "x" * 20_000 + '"',
    ],
)
def test_a_text_that_is_no_card_is_refused(text: str) -> None:
    with pytest.raises(FileRefusal, match="KEY-501"):
        card_from_text(text)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("minisign", "RWQ"),
        ("minisign", "A" * 56),
        ("minisign", "é"),
        ("age", "age1x"),
        ("age", "AGE-SECRET-KEY-1"),
        ("role", "root"),
        ("device", "../PC"),
        ("agency_code", "CON:"),
        ("agency_name", "Kota\u202e"),
        ("agency_name", 7),
        ("extra", "1"),
    ],
)
def test_a_card_with_an_impossible_value_is_refused(agency: DeviceKeys, field: str, value: object) -> None:
    values = json.loads(card_to_text(agency.card))
    values[field] = value
    with pytest.raises(FileRefusal, match="KEY-501"):
        card_from_text(json.dumps(values))


def test_a_card_of_a_newer_program_says_so(agency: DeviceKeys) -> None:
    with pytest.raises(FileRefusal, match="KEY-505"):
        card_from_text(card_to_text(agency.card).replace("meritdesk-key/1", "meritdesk-key/2"))


def test_a_card_file_that_is_missing_or_not_text_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FileRefusal, match="KEY-506"):
        read_card(tmp_path / "none.json")
    with pytest.raises(FileRefusal, match="KEY-506"):
        read_card(tmp_path)
    (tmp_path / "bad.json").write_bytes(b"\xff\xfe{}")
    with pytest.raises(FileRefusal, match="KEY-501"):
        read_card(tmp_path / "bad.json")


@pytest.mark.parametrize("code", ["", "a b", "kota", "7101/1", "X" * 17, "-7", "7-", "É"])
def test_codes_that_cannot_stand_in_a_file_name_are_refused(code: str) -> None:
    with pytest.raises(UsageRefusal, match="KEY-503"):
        new_device_keys(code, "Kota", "PC01", is_region=False)
    with pytest.raises(UsageRefusal, match="KEY-503"):
        new_device_keys("7101", "Kota", code, is_region=False)


def test_secret_keys_that_do_not_belong_together_are_refused(agency: DeviceKeys, region: DeviceKeys) -> None:
    mixed = [
        replace(agency, age_identity=region.age_identity),
        replace(agency, minisign_secret=region.minisign_secret),
        replace(agency, age_identity="AGE"),
        replace(agency, minisign_secret=b"none"),
    ]
    for keys in mixed:
        with pytest.raises(FileRefusal, match="KEY-504"):
            keys_from_bytes(keys_to_bytes(keys))
    for data in (b"", b"{}", b"\xff", keys_to_bytes(agency)[:-1]):
        with pytest.raises(FileRefusal, match="KEY-504"):
            keys_from_bytes(data)
