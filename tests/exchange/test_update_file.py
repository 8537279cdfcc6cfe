"""An update is believed only when the region's key signed exactly these bytes and they are newer (offline update)."""

from __future__ import annotations

from dataclasses import replace

import pytest

from meritdesk.core.errors import FileRefusal
from meritdesk.core.handover import DeviceKeys, KeyStanding, StagedPackage
from meritdesk.core.updates import is_newer, is_version, version_in
from meritdesk.exchange.keys import new_device_keys
from meritdesk.exchange.strict_zip import write_zip
from meritdesk.exchange.update_file import (
    INSTALLER_NAME,
    README,
    README_NAME,
    SIGNATURE_NAME,
    open_update,
    seal_update,
)

INSTALLER = b"MZ" + bytes(range(256)) * 40
NAME = "MeritDesk-0.2.0-setup.exe"


@pytest.fixture(scope="module")
def region() -> DeviceKeys:
    return new_device_keys("3300", "Provinsi Contoh", "PC01", True)


def staged(data: bytes) -> StagedPackage:
    return StagedPackage("pembaruan.update", data, "")


def refused(data: bytes, keys: DeviceKeys, running: str = "0.1.0") -> str:
    with pytest.raises(FileRefusal) as refusal:
        open_update(staged(data), [keys.card], running)
    return refusal.value.code


def test_a_whole_newer_file_of_the_region_gives_the_installer_back(region: DeviceKeys) -> None:
    name, data = seal_update(INSTALLER, NAME, "0.2.0", region)
    update = open_update(staged(data), [region.card], "0.1.0")
    assert (name, update.installer, update.signer) == ("MeritDesk-0.2.0.update", INSTALLER, region.card)
    assert (update.label.version, update.label.name, update.label.sender) == ("0.2.0", NAME, "3300/PC01")


def test_every_single_changed_byte_is_refused(region: DeviceKeys) -> None:
    _, data = seal_update(INSTALLER[:300], NAME, "0.2.0", region)
    codes = set()
    for place in range(0, len(data), 7):
        changed = bytearray(data)
        changed[place] ^= 1
        codes.add(refused(bytes(changed), region))
    assert codes <= {"UPD-101", "UPD-102", "UPD-103", "UPD-104", "UPD-105"}


def test_a_changed_installer_in_a_whole_zip_is_told_as_changed_after_signing(region: DeviceKeys) -> None:
    _, data = seal_update(INSTALLER, NAME, "0.2.0", region)
    signature = data[data.index(b"untrusted comment") :].split(b"PK\x01\x02")[0]
    members = [(README_NAME, README), (INSTALLER_NAME, INSTALLER[:-1] + b"x"), (SIGNATURE_NAME, signature)]
    assert refused(write_zip(members, deflate=False), region) == "UPD-105"


def test_what_is_cut_unsigned_or_no_update_is_told_apart(region: DeviceKeys) -> None:
    _, data = seal_update(INSTALLER, NAME, "0.2.0", region)
    assert refused(data[: len(data) // 2], region) == "UPD-102"
    assert refused(data[:40], region) == "UPD-102"
    assert refused(INSTALLER, region) == "UPD-101"
    assert refused(b"", region) == "UPD-101"
    unsigned = [(README_NAME, README), (INSTALLER_NAME, INSTALLER)]
    assert refused(write_zip(unsigned, deflate=False), region) == "UPD-103"
    assert refused(write_zip([*unsigned, (SIGNATURE_NAME, b"sah\n")], deflate=False), region) == "UPD-103"


def test_only_a_key_of_the_region_in_force_is_believed(region: DeviceKeys) -> None:
    other = new_device_keys("3300", "Provinsi Contoh", "PC01", True)
    _, data = seal_update(INSTALLER, NAME, "0.2.0", other)
    assert refused(data, region) == "UPD-104"
    agency = new_device_keys("3372", "Kota", "PC01", False)
    assert refused(seal_update(INSTALLER, NAME, "0.2.0", agency)[1], agency) == "UPD-106"
    revoked = replace(region, card=replace(region.card, standing=KeyStanding("region", "revoked")))
    assert refused(seal_update(INSTALLER, NAME, "0.2.0", region)[1], revoked) == "UPD-106"


@pytest.mark.parametrize("running", ["0.2.0", "0.2", "0.10.0", "1.0"])
def test_what_runs_already_or_is_newer_is_never_replaced(region: DeviceKeys, running: str) -> None:
    assert refused(seal_update(INSTALLER, NAME, "0.2.0", region)[1], region, running) == "UPD-108"


def test_a_label_that_cannot_be_read_back_is_never_written(region: DeviceKeys) -> None:
    for name, version in (("a b.exe", "0.2.0"), ("../x.exe", "0.2.0"), (NAME, "baru"), (NAME, "")):
        with pytest.raises(FileRefusal, match="UPD-110"):
            seal_update(INSTALLER, name, version, region)


def test_versions_are_numbers_and_not_words() -> None:
    assert is_newer("0.10.0", "0.9.9") and not is_newer("1.0.0", "1.0")
    assert is_version("0.1.0") and not is_version("v1") and not is_version("1") and not is_version("1.2.3.4.5")
    assert version_in(NAME) == "0.2.0" and version_in("setup.exe") == ""
