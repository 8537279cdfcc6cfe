"""Real packages of every role, kind and agency against the standing of their keys (F38 to F42)."""

from __future__ import annotations

from dataclasses import replace
from itertools import product

import pytest

from meritdesk.core.errors import FileRefusal
from meritdesk.core.handover import DeviceKeys, KeyStanding, LedgerDecision, LedgerVerdict, PackageHeader, PackageKind
from meritdesk.core.trust import Course, DeviceRole, KeyStatus, KeyVerdict, course_of, may
from meritdesk.exchange.inbox import open_package
from meritdesk.exchange.keys import new_device_keys
from meritdesk.exchange.label import NO_PREVIOUS
from meritdesk.exchange.seal import seal

EPOCH = "ab" * 16
SENDERS = ("7101/PC02", "7101/PC03", "7102/PC01", "REG07/PC01", "REG08/PC01")
ROLES = tuple(DeviceRole)
RECEIVERS = ("REG07/PC01", "7101/PC02", "7102/PC01")


@pytest.fixture(scope="module")
def desks() -> dict[str, DeviceKeys]:
    return {
        name: new_device_keys(*name.split("/")[:1], "Kantor", name.split("/")[1], name.startswith("REG"))
        for name in SENDERS
    }


def standing(card, role=DeviceRole.PRIMARY, status=KeyStatus.ACTIVE, last=0, epoch=EPOCH):
    return replace(card, standing=KeyStanding(role.value, status.value, epoch, last))


def arrives(desks, tmp_path, sender, role, kind, receiver, verdict=LedgerVerdict.DUPLICATE, **more) -> str:
    """What becomes of a package of this kind at a receiver; an empty text when the keys let it in."""
    header = PackageHeader(
        kind,
        more.pop("named", sender),
        more.pop("to", receiver.partition("/")[0]),
        "2025",
        more.pop("in_epoch", EPOCH),
        more.pop("sequence", 5),
        NO_PREVIOUS,
        "00000000-0000-0000-0000-000000000001",
    )
    file = tmp_path / "x.merit"
    file.write_bytes(seal(header, b"bag", desks[sender], [desks[receiver].card]).data)
    known = [standing(desks[sender].card, role, **more)]
    try:
        open_package(file, desks[receiver], known, lambda header, digest: LedgerDecision(verdict))
    except FileRefusal as refusal:
        return refusal.code
    return ""


@pytest.mark.parametrize("receiver", RECEIVERS)
def test_every_role_kind_and_agency_meets_the_rule(desks, tmp_path, receiver):
    me = desks[receiver].card
    let_in = set()
    for sender, role, kind in product(SENDERS, ROLES, PackageKind):
        header = PackageHeader(kind, sender, me.agency_code, "2025", EPOCH, 5, NO_PREVIOUS, "")
        card = standing(desks[sender].card, role)
        course = course_of(header, me, card)
        assert course is not None
        expected = may(card, kind, course, 5, EPOCH) is KeyVerdict.ALLOWED
        code = arrives(desks, tmp_path, sender, role, kind, receiver)
        assert (code not in ("PKG-516", "PKG-517", "PKG-518", "PKG-652")) is expected, (sender, role, kind, code)
        if expected:
            let_in.add((course, kind))
    assert (Course.UP, PackageKind.EXPORT) in let_in or not me.is_region


def test_nobody_signs_in_the_name_of_another(desks, tmp_path):
    for sender, named in product(SENDERS, SENDERS):
        if sender != named:
            code = arrives(desks, tmp_path, sender, DeviceRole.PRIMARY, PackageKind.EXPORT, "REG07/PC01", named=named)
            assert code == "PKG-516", (sender, named)


def test_what_was_written_to_another_region_is_refused(desks, tmp_path):
    code = arrives(desks, tmp_path, "7101/PC02", DeviceRole.PRIMARY, PackageKind.EXPORT, "REG07/PC01", to="REG08")
    assert code == "PKG-518"


@pytest.mark.parametrize(
    ("status", "sequence", "epoch", "code"),
    [
        (KeyStatus.RETIRED, 5, EPOCH, ""),
        (KeyStatus.RETIRED, 6, EPOCH, "KEY-521"),
        (KeyStatus.RETIRED, 5, "cd" * 16, "KEY-521"),
        (KeyStatus.REVOKED, 1, EPOCH, "KEY-520"),
        (KeyStatus.ACTIVE, 999, "cd" * 16, ""),
    ],
)
def test_a_key_laid_down_brings_nothing_new(desks, tmp_path, status, sequence, epoch, code):
    given = {"status": status, "last": 5, "sequence": sequence, "in_epoch": epoch}
    export = ("7101/PC02", DeviceRole.PRIMARY, PackageKind.EXPORT, "REG07/PC01")
    assert arrives(desks, tmp_path, *export, LedgerVerdict.SUPERSEDED, **given) == code
    # What the ledger knows already was accepted once and is answered again.
    assert arrives(desks, tmp_path, *export, LedgerVerdict.DUPLICATE, **given) == ""
