"""When it was signed and who is believed: certificates run out, revocation is unknown offline, time may be proved."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest
from asn1crypto import keys, tsp
from asn1crypto import x509 as asn1_x509
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID
from office_ca import FROM, PASSPHRASE, TO, OfficeCA
from pyhanko.sign.timestamps import DummyTimeStamper
from small_office import NIPS, YEAR

from meritdesk.core.documents import Finding, Form, SignerRole
from meritdesk.core.errors import FileRefusal
from meritdesk.core.signatures import SignatureState, TimeSource
from meritdesk.services.documents.sheets_to_sign import SigningWish
from meritdesk.services.print_job import Selection

LEADER = "Endang Lestari, S.Kes"


@pytest.fixture
def sheet(closed, tmp_path) -> Path:
    printed = closed.desk.documents.print(Form.D_1_1, YEAR, Selection(nip=NIPS["nurse"]), tmp_path / "cetak")
    return Path(printed.file.path)


def sign(office, sheet, ca, tmp_path, timestamp="", **more):
    wish = SigningWish(ca.person(LEADER, **more), PASSPHRASE, SignerRole.RATER, tmp_path / "ttd", "", timestamp)
    return office.desk.documents.electronic.sign([sheet], wish)


def test_who_is_believed_decides_over_trusted_or_not(closed, sheet, ca, tmp_path):
    documents = closed.desk.documents
    path = sign(closed, sheet, ca, tmp_path).signed[0].path
    (found,) = documents.verify(path).electronic.signatures
    assert (found.state, found.is_revocation_known) == (SignatureState.UNTRUSTED, False)
    added = documents.authorities.add(ca.root_file)
    assert len(added.added) == 1 and documents.authorities.add(ca.root_file).known == added.added
    assert documents.verify(path).is_good
    documents.authorities.remove(added.added[0].certificate.fingerprint)
    assert documents.verify(path).electronic.signatures[0].state is SignatureState.UNTRUSTED
    assert documents.authorities.all() == ()


def test_a_persons_own_certificate_never_becomes_an_authority(closed, ca, tmp_path):
    from cryptography.hazmat.primitives.serialization import pkcs12

    found = pkcs12.load_pkcs12(ca.person(LEADER).read_bytes(), PASSPHRASE.encode())
    path = tmp_path / "orang.pem"
    path.write_bytes(found.cert.certificate.public_bytes(Encoding.PEM))
    with pytest.raises(FileRefusal, match="DOC-659"):
        closed.desk.documents.authorities.add(path)


def test_a_certificate_that_ran_out_since_is_told_from_one_that_never_was_valid(closed, sheet, ca, tmp_path):
    documents = closed.desk.documents
    documents.authorities.add(ca.root_file)
    outcome = sign(closed, sheet, ca, tmp_path, ends=datetime(2026, 1, 30, tzinfo=UTC))
    assert {code for code, _ in outcome.remarks} == {"DOC-667", "DOC-668", "DOC-669"}
    path = outcome.signed[0].path
    assert documents.verify(path).is_good
    closed.moment[0] += timedelta(days=60)
    verified = documents.verify(path)
    (found,) = verified.electronic.signatures
    assert (verified.finding, verified.is_good) == (Finding.CURRENT, False)
    assert (found.state, found.time_source) == (SignatureState.EXPIRED_SINCE, TimeSource.REGISTER)


@pytest.fixture
def service(ca: OfficeCA) -> Iterator[str]:
    """A timestamp service of the same authority, on this computer."""
    key = rsa.generate_private_key(65537, 2048)
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Layanan Cap Waktu")])
    certificate = (
        x509.CertificateBuilder(ca.issuing.subject, name, key.public_key(), x509.random_serial_number(), FROM, TO)
        .add_extension(x509.BasicConstraints(False, None), critical=True)
        .add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.TIME_STAMPING]), critical=True)
        .sign(ca.key, hashes.SHA256())
    )
    private = keys.PrivateKeyInfo.load(key.private_bytes(Encoding.DER, PrivateFormat.PKCS8, NoEncryption()))
    others = [asn1_x509.Certificate.load(one.public_bytes(Encoding.DER)) for one in (ca.issuing, ca.root)]
    from pyhanko_certvalidator.registry import SimpleCertificateStore

    maker = DummyTimeStamper(
        asn1_x509.Certificate.load(certificate.public_bytes(Encoding.DER)),
        private,
        certs_to_embed=SimpleCertificateStore.from_certs(others),
        fixed_dt=datetime(2026, 1, 12, 9, 0, tzinfo=UTC),
    )

    class Answer(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            asked = tsp.TimeStampReq.load(self.rfile.read(int(self.headers["Content-Length"])))
            body = asyncio.run(maker.async_request_tsa_response(asked)).dump()
            self.send_response(200)
            self.send_header("Content-Type", "application/timestamp-reply")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *words: object) -> None:
            pass

    server = HTTPServer(("127.0.0.1", 0), Answer)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()


def test_a_timestamp_proves_the_time_when_a_service_is_named(closed, sheet, ca, tmp_path, service, run_tool):
    documents = closed.desk.documents
    documents.authorities.add(ca.root_file)
    outcome = sign(closed, sheet, ca, tmp_path, timestamp=service)
    assert "DOC-667" not in {code for code, _ in outcome.remarks}
    verified = documents.verify(outcome.signed[0].path)
    (found,) = verified.electronic.signatures
    assert (found.time_source, found.signed_at) == (TimeSource.TIMESTAMP, datetime(2026, 1, 12, 9, 0, tzinfo=UTC))
    assert verified.is_good
    assert "Signature is Valid" in run_tool("pdfsig", "-nocert", outcome.signed[0].path)


def test_a_service_that_does_not_answer_leaves_no_file(closed, sheet, ca, tmp_path):
    with pytest.raises(FileRefusal, match="DOC-662"):
        sign(closed, sheet, ca, tmp_path, timestamp="http://127.0.0.1:9/")
    assert list((tmp_path / "ttd").iterdir()) == [] and closed.desk.documents.electronic.count() == 0
