"""A certification authority for tests: made up on the spot, with certificates for whoever is printed on a sheet."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import dsa, ec, rsa
from cryptography.hazmat.primitives.serialization import BestAvailableEncryption, Encoding, NoEncryption, pkcs12
from cryptography.x509.oid import NameOID

PASSPHRASE = "rahasia sertifikat"
FROM, TO = datetime(2025, 6, 1, tzinfo=UTC), datetime(2030, 1, 1, tzinfo=UTC)
SIGNING = (True, True)


@dataclass
class OfficeCA:
    """A root, an issuing authority below it, and a folder for the files they give out."""

    folder: Path
    name: str = "Balai Sertifikasi Contoh"
    root_key: ec.EllipticCurvePrivateKey = field(init=False)
    root: x509.Certificate = field(init=False)
    key: ec.EllipticCurvePrivateKey = field(init=False)
    issuing: x509.Certificate = field(init=False)

    def __post_init__(self) -> None:
        self.folder.mkdir(parents=True, exist_ok=True)
        self.root_key, self.key = (ec.generate_private_key(ec.SECP256R1()) for _ in range(2))
        root = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, f"{self.name} (induk)")])
        name = x509.Name(
            [
                x509.NameAttribute(NameOID.COUNTRY_NAME, "ID"),
                x509.NameAttribute(NameOID.ORGANIZATION_NAME, "Kota Contoh"),
                x509.NameAttribute(NameOID.COMMON_NAME, self.name),
            ]
        )
        self.root = _certificate(root, root, self.root_key.public_key(), self.root_key, is_authority=True)
        self.issuing = _certificate(name, root, self.key.public_key(), self.root_key, is_authority=True)

    @property
    def root_file(self) -> Path:
        """The certificate of the root, as an authority publishes it."""
        path = self.folder / "induk.crt"
        path.write_bytes(self.root.public_bytes(Encoding.PEM))
        return path

    def person(
        self,
        name: str,
        nip: str = "",
        *,
        starts: datetime = FROM,
        ends: datetime = TO,
        kind: str = "ec",
        use: tuple[bool, bool] | None = SIGNING,
        passphrase: str = PASSPHRASE,
        with_key: bool = True,
        is_authority: bool = False,
    ) -> Path:
        """A PKCS#12 file for one person; ``use`` is digital signature and non-repudiation, or nothing said."""
        keys = {
            "ec": lambda: ec.generate_private_key(ec.SECP256R1()),
            "rsa": lambda: rsa.generate_private_key(65537, 2048),
            "weak": lambda: rsa.generate_private_key(65537, 1024),
            "dsa": lambda: dsa.generate_private_key(2048),
        }
        key = keys[kind]()
        parts = [x509.NameAttribute(NameOID.COMMON_NAME, name)]
        if nip:
            parts.append(x509.NameAttribute(NameOID.SERIAL_NUMBER, nip))
        certificate = _certificate(
            x509.Name(parts), self.issuing.subject, key.public_key(), self.key, starts, ends, use, is_authority
        )
        path = (
            self.folder / f"{abs(hash((name, nip, starts, ends, kind, use, passphrase, with_key, is_authority)))}.p12"
        )
        lock = BestAvailableEncryption(passphrase.encode()) if passphrase else NoEncryption()
        chain = [self.issuing, self.root]
        own = (key, certificate) if with_key else (None, None)
        path.write_bytes(
            pkcs12.serialize_key_and_certificates(b"tanda tangan", *own, chain if with_key else [certificate], lock)
        )
        return path


def _certificate(
    subject: x509.Name,
    issuer: x509.Name,
    public: object,
    signed_by: ec.EllipticCurvePrivateKey,
    starts: datetime = FROM,
    ends: datetime = TO,
    use: tuple[bool, bool] | None = SIGNING,
    is_authority: bool = False,
) -> x509.Certificate:
    builder = (
        x509.CertificateBuilder(issuer, subject, public, x509.random_serial_number(), starts, ends)
        .add_extension(x509.BasicConstraints(is_authority, None), critical=True)
    )  # fmt: skip
    if use is not None:
        signs, vouches = use
        usage = x509.KeyUsage(signs, vouches, False, False, False, is_authority, is_authority, False, False)
        builder = builder.add_extension(usage, critical=True)
    return builder.sign(signed_by, hashes.SHA256())
