"""A key file that asks for hours of computing before it opens is refused by what it says of itself."""

from __future__ import annotations

import pytest
from asn1crypto import pkcs12 as asn1
from cryptography.hazmat.primitives.serialization import PrivateFormat, pkcs12
from office_ca import PASSPHRASE

from meritdesk.core.errors import FileRefusal
from meritdesk.quarantine import Bounds
from meritdesk.signing import certificates
from meritdesk.signing.certificates import open_key
from meritdesk.signing.key_rounds import MOST_ROUNDS, NotAsWritten, rounds_of


def der(tag: int, *parts: bytes) -> bytes:
    content = b"".join(parts)
    size = len(content)
    length = bytes([size]) if size < 128 else bytes([0x82]) + size.to_bytes(2, "big")
    return bytes([tag]) + length + content


def salted(rounds: int) -> bytes:
    return der(0x30, der(4, b"garam"), der(2, rounds.to_bytes(5, "big")))


def test_the_rounds_of_an_honest_file_are_told_and_it_opens(ca):
    path = ca.person("Joko Widagdo")
    rounds = rounds_of(path.read_bytes())
    pfx = asn1.Pfx.load(path.read_bytes())
    assert pfx["mac_data"]["iterations"].native < rounds < MOST_ROUNDS
    assert open_key(path, PASSPHRASE).certificate.holder == "Joko Widagdo"


def test_as_many_rounds_as_a_careful_issuer_asks_for_are_counted_one_by_one(ca):
    key = open_key(ca.person("Joko Widagdo"), PASSPHRASE)
    lock = PrivateFormat.PKCS12.encryption_builder().kdf_rounds(3_000).build(b"x")
    data = pkcs12.serialize_key_and_certificates(b"k", key.private, None, None, lock)
    seal = asn1.Pfx.load(data)["mac_data"]["iterations"].native
    assert rounds_of(data) == 3_000 + seal


@pytest.mark.parametrize("rounds", [MOST_ROUNDS, 2**31 - 1])
def test_more_rounds_than_anybody_asks_for_are_refused_before_the_first(ca, tmp_path, rounds):
    pfx = asn1.Pfx.load(ca.person("Joko Widagdo").read_bytes())
    pfx["mac_data"]["iterations"] = rounds
    path = tmp_path / "kunci.p12"
    path.write_bytes(pfx.dump(force=True))
    with pytest.raises(FileRefusal, match="DOC-677"):
        open_key(path, PASSPHRASE)


@pytest.mark.parametrize(
    "data",
    [
        salted(1 << 33),
        der(0x30, der(4, salted(1 << 33))),
        der(0x30, der(0xA0, der(4, der(0x30, der(4, salted(1 << 33)))))),
        b"\x30\x80" + salted(1 << 33) + b"\0\0",
        b"\x30\x80\x24\x80" + der(4, salted(1 << 33)[:5]) + der(4, salted(1 << 33)[5:]) + b"\0\0\0\0",
        der(0x30, salted(1 << 32), salted(1 << 32)),
    ],
    ids=["plain", "packed", "packed twice", "open length", "in pieces", "added up"],
)
def test_rounds_are_found_wherever_they_stand(data):
    assert rounds_of(data) == 1 << 33


@pytest.mark.parametrize(
    "data", [b"\x30", b"\x30\x05\x02", b"\x30\x80\x02\x01\x01", b"\x1f\x81", b"\x04\x80", b"\x30\x80" * 60]
)
def test_what_is_not_written_by_the_rules_is_told(data):
    with pytest.raises(NotAsWritten):
        rounds_of(data)


def test_rounds_that_nobody_can_see_end_by_the_clock(ca, monkeypatch):
    monkeypatch.setattr(certificates, "_KEY_BOUNDS", Bounds(clock_seconds=0.0))
    with pytest.raises(FileRefusal, match="DOC-677"):
        open_key(ca.person("Joko Widagdo"), PASSPHRASE)
