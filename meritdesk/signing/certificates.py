"""Key files and certificates: what a PKCS#12 file holds, who its holder is, and which authorities are believed.

The passphrase is used once and kept nowhere; the key lives as long as the batch that it signs.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import pkcs7, pkcs12
from cryptography.x509.oid import NameOID

from meritdesk.core.errors import FileRefusal, UsageRefusal
from meritdesk.core.signatures import Certificate, TrustAnchor
from meritdesk.quarantine import Bounds, Lost, Ward
from meritdesk.signing.key_rounds import MOST_ROUNDS, NotAsWritten, rounds_of
from meritdesk.wall_clock import on_the_wall

PrivateKey = rsa.RSAPrivateKey | ec.EllipticCurvePrivateKey

_READ_UP_TO = 1 << 20  # no key file and no certificate is larger
_LEAST_RSA_BITS = 2048
# Some seconds of an office PC, for the rounds that can be seen; a minute for those that cannot.
_KEY_BOUNDS = Bounds(seconds=30.0, clock_seconds=60.0)
# What every PKCS#12 file begins with: a sequence, version 3, and content of the kind "data".
_PKCS12_HEAD = re.compile(rb"\x30(?:\x80|[\x00-\x7f]|\x81.|\x82..|\x83...|\x84....)\x02\x01\x03\x30", re.DOTALL)


@dataclass(frozen=True, slots=True)
class HeldKey:
    """A signing key with its certificate and those between it and the authority; never written anywhere."""

    certificate: Certificate
    private: PrivateKey
    own_der: bytes
    other_ders: tuple[bytes, ...]

    def __repr__(self) -> str:
        return f"HeldKey({self.certificate.fingerprint[:16]})"


def open_key(path: Path, passphrase: str) -> HeldKey:
    """The key and certificate of a PKCS#12 file.

    ``DOC-641`` when the file cannot be read, ``DOC-642`` when it is none, ``DOC-643`` for a wrong passphrase,
    ``DOC-677`` when it asks for so much computing that opening it would never end, ``DOC-644`` without a private key
    or certificate, ``DOC-646`` for a key too weak or of a kind that no reader checks,
    ``DOC-647`` when the certificate is not meant for signing.
    """
    data = _read(path)
    if not _PKCS12_HEAD.match(data):
        raise FileRefusal("DOC-642", name=path.name)
    _require_few_rounds(data, path.name)
    found = _loaded(data, passphrase, path.name)
    if not found.key or not found.own:
        raise FileRefusal("DOC-644", name=path.name)
    key = serialization.load_der_private_key(found.key, None)
    if not isinstance(key, rsa.RSAPrivateKey | ec.EllipticCurvePrivateKey):
        raise FileRefusal("DOC-646", name=path.name)
    if isinstance(key, rsa.RSAPrivateKey) and key.key_size < _LEAST_RSA_BITS:
        raise FileRefusal("DOC-646", name=path.name)
    own = x509.load_der_x509_certificate(found.own)
    if not _may_sign(own):
        raise FileRefusal("DOC-647", name=path.name, holder=described(own).holder)
    return HeldKey(described(own), key, found.own, found.others)


@dataclass(frozen=True, slots=True)
class _Opened:
    """What a key file holds, as bytes that may come from another process."""

    key: bytes
    own: bytes
    others: tuple[bytes, ...]


def unlocked(data: bytes, passphrase: str) -> _Opened:
    """What the process apart does: rounds may be hidden behind the passphrase, and nobody could stop them here."""
    found = pkcs12.load_pkcs12(data, passphrase.encode("utf-8") if passphrase else None)
    key = own = b""
    if found.key is not None:
        kind, plain = serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
        key = found.key.private_bytes(serialization.Encoding.DER, kind, plain)
    if found.cert is not None:
        own = _der(found.cert.certificate)
    return _Opened(key, own, tuple(_der(one.certificate) for one in found.additional_certs))


def _require_few_rounds(data: bytes, name: str) -> None:
    try:
        rounds = rounds_of(data)
    except NotAsWritten:
        return  # whoever opens it says what is wrong
    if rounds > MOST_ROUNDS:
        raise FileRefusal("DOC-677", name=name)


def _loaded(data: bytes, passphrase: str, name: str) -> _Opened:
    ward = Ward("key", _KEY_BOUNDS)
    try:
        return ward.do(unlocked, data, passphrase)
    except ValueError as error:
        raise UsageRefusal("DOC-643", name=name) from error
    except Lost as lost:
        raise FileRefusal("DOC-677", name=name) from lost
    finally:
        ward.stop()  # what it held of the key goes with it


def read_anchors(path: Path, added_at: datetime) -> tuple[TrustAnchor, ...]:
    """The certification authorities in a certificate file (PEM, DER or PKCS#7).

    ``DOC-641`` when the file cannot be read, ``DOC-658`` when it holds no certificate, ``DOC-659`` when one of them is
    not that of an authority: a person is believed because of his authority, never by himself.
    """
    found = _certificates(_read(path))
    if not found:
        raise FileRefusal("DOC-658", name=path.name)
    for one in found:
        if not is_authority(one):
            raise FileRefusal("DOC-659", name=path.name, holder=described(one).holder)
    return tuple(
        TrustAnchor(described(one), one.public_bytes(serialization.Encoding.PEM).decode("ascii"), added_at)
        for one in found
    )


def described(certificate: x509.Certificate) -> Certificate:
    """A certificate as the office reads it."""
    return Certificate(
        holder=_common_name(certificate.subject),
        subject=_whole_name(certificate.subject),
        issuer=_common_name(certificate.issuer),
        serial=f"{certificate.serial_number:x}",
        fingerprint=certificate.fingerprint(hashes.SHA256()).hex(),
        valid_from=on_the_wall(certificate.not_valid_before_utc),
        valid_to=on_the_wall(certificate.not_valid_after_utc),
        is_self_signed=certificate.subject == certificate.issuer,
    )


def described_der(der: bytes) -> Certificate:
    """A certificate out of a signature, as the office reads it."""
    return described(x509.load_der_x509_certificate(der))


def is_authority(certificate: x509.Certificate) -> bool:
    """Whether a certificate says that its holder may issue others."""
    try:
        return certificate.extensions.get_extension_for_class(x509.BasicConstraints).value.ca
    except (x509.ExtensionNotFound, ValueError):
        return False


def _may_sign(certificate: x509.Certificate) -> bool:
    """Not an authority's own, and free to sign where the certificate speaks of its use."""
    if is_authority(certificate):
        return False
    try:
        use = certificate.extensions.get_extension_for_class(x509.KeyUsage).value
    except x509.ExtensionNotFound:
        return True
    return use.digital_signature or use.content_commitment


def _certificates(data: bytes) -> list[x509.Certificate]:
    loaders = (x509.load_pem_x509_certificates, _one_der, pkcs7.load_pem_pkcs7_certificates, _der_pkcs7)
    for load in loaders:
        try:
            found = load(data)
        except ValueError:
            continue
        if found:
            return found
    return []


def _one_der(data: bytes) -> list[x509.Certificate]:
    return [x509.load_der_x509_certificate(data)]


def _der_pkcs7(data: bytes) -> list[x509.Certificate]:
    return pkcs7.load_der_pkcs7_certificates(data)


def _read(path: Path) -> bytes:
    try:
        with path.open("rb") as stream:
            data = stream.read(_READ_UP_TO + 1)
    except OSError as error:
        raise FileRefusal("DOC-641", path=str(path)) from error
    return data if len(data) <= _READ_UP_TO else b""


def _der(certificate: x509.Certificate) -> bytes:
    return certificate.public_bytes(serialization.Encoding.DER)


def _common_name(name: x509.Name) -> str:
    named: Iterable[x509.NameAttribute[str | bytes]]
    for oid in (NameOID.COMMON_NAME, NameOID.ORGANIZATIONAL_UNIT_NAME, NameOID.ORGANIZATION_NAME):
        named = name.get_attributes_for_oid(oid)
        for one in named:
            return _safe(one.value)
    return _whole_name(name)


def _whole_name(name: x509.Name) -> str:
    return ", ".join(f"{one.rfc4514_attribute_name}={_safe(one.value)}" for one in name)


def _safe(value: str | bytes) -> str:
    """A name out of a certificate as one line without signs that steer a screen."""
    text = value if isinstance(value, str) else value.hex()
    return " ".join("".join(sign if sign.isprintable() else " " for sign in text).split())
