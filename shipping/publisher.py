"""Whether Python's publisher signed a file of Windows: the digest, the signature, and the chain to a root we name.

`osslsigncode` reckons the digest of the program file and takes the signature out. The rest it leaves undone without a
network (it wants lists of revoked certificates) and without a trusted time stamp, so the signature and the chain are
looked at here, on the day on which the file was signed.
"""

from __future__ import annotations

import hashlib
import re
import subprocess
import tempfile
from datetime import datetime
from pathlib import Path

from asn1crypto import cms
from cryptography import x509
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import padding, rsa
from cryptography.x509.oid import NameOID

from shipping.places import Failure, told

PUBLISHER = "Python Software Foundation"
ROOT_CERTIFICATE = "5367f20c7ade0e2bca790915056d086b720c33c1fa2a2661acf787e3292e1270"
"""SHA-256 of *Microsoft Identity Verification Root Certificate Authority 2020*, under which Python signs."""
VERIFY_SECONDS = 60


def check(file: Path) -> datetime:
    """The day on which the publisher signed a file; a ``Failure`` that names what does not hold."""
    with tempfile.TemporaryDirectory(prefix="meritdesk-signature-") as name:
        taken = Path(name) / "signature.der"
        told(["osslsigncode", "extract-signature", "-in", file, "-out", taken], VERIFY_SECONDS)
        return check_signature(taken.read_bytes(), digest_of(file), file.name)


def digest_of(file: Path) -> bytes:
    """The digest of a program file that its signature states, where the file still has it."""
    said = _digest_words(file)
    stated = re.search(r"Current message digest\s*: ([0-9A-F]{64})", said)
    reckoned = re.search(r"Calculated message digest\s*: ([0-9A-F]{64})", said)
    if not (stated and reckoned and stated[1] == reckoned[1]):
        raise Failure(f"{file.name}: the file is not the one that was signed.")
    return bytes.fromhex(stated[1])


def check_signature(signature: bytes, digest: bytes, name: str, root: str = ROOT_CERTIFICATE) -> datetime:
    """Whether a signature is the publisher's, under our root, over a file with this digest; answers its day."""
    signed = cms.ContentInfo.load(signature)["content"]
    if len(signed["signer_infos"]) != 1:
        raise Failure(f"{name}: one signature was expected.")
    signer = signed["signer_infos"][0]
    attributes = {one["type"].native: one["values"] for one in signer["signed_attrs"]}
    # The digest is of the content without its outer tag, as in PKCS #7.
    content = signed["encap_content_info"]["content"].parsed.contents
    if digest not in content:
        raise Failure(f"{name}: the signature is over another file.")
    if hashlib.sha256(content).digest() != attributes["message_digest"][0].native:
        raise Failure(f"{name}: the signed digest does not hold.")
    chain = [x509.load_der_x509_certificate(one.chosen.dump()) for one in signed["certificates"]]
    serial = signer["sid"].chosen["serial_number"].native
    leaf = next((one for one in chain if one.serial_number == serial), None)
    if leaf is None or leaf.subject.get_attributes_for_oid(NameOID.COMMON_NAME)[0].value != PUBLISHER:
        raise Failure(f"{name}: not signed by {PUBLISHER}.")
    key = leaf.public_key()
    assert isinstance(key, rsa.RSAPublicKey)
    try:
        key.verify(
            signer["signature"].native, signer["signed_attrs"].untag().dump(), padding.PKCS1v15(), hashes.SHA256()
        )
    except InvalidSignature:
        raise Failure(f"{name}: the signature does not hold.") from None
    _check_chain(leaf, chain, name, root)
    return leaf.not_valid_before_utc


def _check_chain(leaf: x509.Certificate, chain: list[x509.Certificate], name: str, root: str) -> None:
    """From the publisher up to the root, each signed by the next and in force on the day of the signature."""
    day, here = leaf.not_valid_before_utc, leaf
    for _ in chain:
        if here.fingerprint(hashes.SHA256()).hex() == root:
            return
        above = next((one for one in chain if one.subject == here.issuer and one != here), None)
        if above is None or not above.not_valid_before_utc <= day <= above.not_valid_after_utc:
            break
        try:
            here.verify_directly_issued_by(above)
        except (InvalidSignature, ValueError, TypeError):
            break
        here = above
    raise Failure(f"{name}: the publisher's certificate does not lead to the root that we know.")


def _digest_words(file: Path) -> str:
    """What osslsigncode tells of the two digests; its own verdict needs a network and is not asked."""
    command = ["osslsigncode", "verify", "-ignore-cdp", "-in", str(file)]
    done = subprocess.run(command, capture_output=True, timeout=VERIFY_SECONDS, check=False, stdin=subprocess.DEVNULL)
    return done.stdout.decode("utf-8", "replace")
