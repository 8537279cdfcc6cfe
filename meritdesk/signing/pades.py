"""Writing a signature into a PDF (PAdES, ETSI EN 319 142): a revision behind what is there, never a change in it."""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import datetime
from typing import Any

import tzlocal
from asn1crypto import keys as asn1_keys
from asn1crypto import x509 as asn1_x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import padding, rsa
from cryptography.hazmat.primitives.asymmetric.ec import ECDSA
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from pyhanko.pdf_utils.content import PdfContent
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.layout import AxisAlignment, BoxConstraints, Margins, SimpleBoxLayoutRule
from pyhanko.pdf_utils.misc import PdfError
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign import fields, signers, timestamps
from pyhanko.sign.general import SigningError
from pyhanko.stamp import StaticStampStyle
from pyhanko_certvalidator.registry import SimpleCertificateStore

from meritdesk.core.documents import SignaturePlace
from meritdesk.core.errors import FileRefusal
from meritdesk.core.signatures import field_box
from meritdesk.signing.certificates import HeldKey

_DIGEST = "sha256"
_TIMESTAMP_SECONDS = 20
# What a signature takes beside its certificates, and what a timestamp with its own ones takes, with room to spare.
_SIGNATURE_BYTES = 2_048
_TIMESTAMP_BYTES = 12_288
_FILLING = SimpleBoxLayoutRule(AxisAlignment.ALIGN_MID, AxisAlignment.ALIGN_MID, Margins.uniform(0))


def field_name(place: int, places: Sequence[SignaturePlace]) -> str:
    """The name of the signature field of a place; stays the same from the first signature to the last."""
    return f"{places[place].role.value}-{place + 1}"


def write_signature(
    data: bytes,
    key: HeldKey,
    places: Sequence[SignaturePlace],
    place: int,
    picture: bytes,
    moment: datetime,
    reason: str = "",
    location: str = "",
    timestamp_service: str = "",
) -> bytes:
    """The file with one more signature behind it.

    The first signature brings empty fields at all places along and seals the paper: from then on nothing but signatures
    at these places may follow, in any reader. ``DOC-657`` when the file resists, ``DOC-662`` when the timestamp service
    does not answer.
    """
    _settle_zone()
    try:
        writer = IncrementalPdfFileWriter(io.BytesIO(data))
        is_first = not any(True for _ in fields.enumerate_sig_fields(writer.prev, filled_status=True))
        _add_fields(writer, places)
        settings = signers.PdfSignatureMetadata(
            field_name=field_name(place, places),
            subfilter=fields.SigSeedSubFilter.PADES,
            md_algorithm=_DIGEST,
            name=key.certificate.holder,
            reason=reason or None,
            location=location or None,
            certify=is_first,
            docmdp_permissions=fields.MDPPerm.FILL_FORMS,
        )
        signer = _Signer(
            settings,
            signer=_HeldKeySigner(key),
            timestamper=timestamps.HTTPTimeStamper(timestamp_service, timeout=_TIMESTAMP_SECONDS)
            if timestamp_service
            else None,
            stamp_style=StaticStampStyle(background=_Picture(picture), background_layout=_FILLING, border_width=0),
        )
        signer.moment = moment
        room = _room(key, bool(timestamp_service))
        out = signer.sign_pdf(writer, existing_fields_only=True, bytes_reserved=room)
    except (timestamps.TimestampRequestError, OSError) as error:
        raise FileRefusal("DOC-662", service=timestamp_service, cause=str(error) or type(error).__name__) from error
    except (PdfError, SigningError, RecursionError, ValueError, KeyError, TypeError, AssertionError) as error:
        raise FileRefusal("DOC-657", cause=str(error) or type(error).__name__) from error
    return bytes(out.getvalue())


def _add_fields(writer: IncrementalPdfFileWriter, places: Sequence[SignaturePlace]) -> None:
    there = {name for name, _, _ in fields.enumerate_sig_fields(writer.prev)}
    for index, place in enumerate(places):
        name = field_name(index, places)
        if name in there:
            continue
        spec = fields.SigFieldSpec(
            name, on_page=place.page - 1, box=field_box(place), readable_field_name=place.name or None
        )
        fields.append_signature_field(writer, spec)


def _room(key: HeldKey, is_stamped: bool) -> int:
    """Hexadecimal digits kept free for the signature; measuring it by a trial signature would double the time."""
    content = len(key.own_der) + sum(map(len, key.other_ders)) + _SIGNATURE_BYTES
    return 2 * (content + (_TIMESTAMP_BYTES if is_stamped else 0))


def _settle_zone() -> None:
    """Let pyHanko know the zone of this PC where the zone bears a name that no list has (``WIB-7``)."""
    try:
        tzlocal.get_localzone()
    except Exception:  # noqa: BLE001 - whatever it is about the name, the offset is known all the same
        zones: Any = tzlocal
        zones.get_localzone = lambda: datetime.now().astimezone().tzinfo


class _Signer(signers.PdfSigner):
    """pyHanko's signer under the desk's own clock."""

    moment: datetime

    def init_signing_session(self, *args: Any, **kwargs: Any) -> Any:
        session = super().init_signing_session(*args, **kwargs)
        session.system_time = self.moment
        return session


class _HeldKeySigner(signers.SimpleSigner):
    """Signs with a key that is already open: checking an RSA key anew for every sheet takes longer than signing it."""

    def __init__(self, key: HeldKey) -> None:
        registry = SimpleCertificateStore.from_certs([asn1_x509.Certificate.load(der) for der in key.other_ders])
        private = key.private.private_bytes(Encoding.DER, PrivateFormat.PKCS8, NoEncryption())
        super().__init__(
            asn1_x509.Certificate.load(key.own_der), asn1_keys.PrivateKeyInfo.load(private), registry, embed_roots=False
        )
        self._open_key = key.private

    def sign_raw(self, data: bytes, digest_algorithm: str) -> bytes:
        digest = getattr(hashes, digest_algorithm.upper())()
        if isinstance(self._open_key, rsa.RSAPrivateKey):
            return self._open_key.sign(data, padding.PKCS1v15(), digest)
        return self._open_key.sign(data, ECDSA(digest))


class _Picture(PdfContent):
    """The one-page PDF that the press drew, as what is seen at the place of the signature."""

    def __init__(self, data: bytes) -> None:
        super().__init__()
        self._data = data

    def render(self) -> bytes:
        drawn = self._ensure_writer.import_page_as_xobject(PdfFileReader(io.BytesIO(self._data)))
        self.resources.xobject["/Picture"] = drawn
        left, bottom, right, top = drawn.get_object()["/BBox"]
        self.box = BoxConstraints(width=right - left, height=top - bottom)
        return b"/Picture Do"
