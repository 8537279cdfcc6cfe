"""The enrolment file: a device asks the region to vouch for its keys, by stick, beside a stamped form on paper.

It is in nobody's trust yet, so nothing in it is secret and nothing is believed: its own signature only proves that
the sender holds the key it shows. What makes it count are the groups of digits read from the paper (exchange 8).
"""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

import minisign

from meritdesk.core.errors import FileRefusal
from meritdesk.core.handover import DeviceKeys, KeyCard
from meritdesk.core.trust import DeviceRole, Enrolment
from meritdesk.exchange.keys import check_card, fingerprint, read_small_file
from meritdesk.exchange.plain_json import JsonFault, read_json, write_json_page
from meritdesk.exchange.seal import ENROL_NAME, README, README_NAME
from meritdesk.exchange.strict_zip import ZipFault, ZipLimits, read_zip, write_zip

ENROL_FORMAT = "meritdesk-enrol/1"
SIGNATURE_NAME = "enrol.json.minisig"
FORMER_SIGNATURE_NAME = "enrol.json.former.minisig"
MAX_ENROL_SIZE = 64 * 1024

_LIMITS = ZipLimits(members=4, total_size=MAX_ENROL_SIZE, ratio=1)
_UNTRUSTED = "MeritDesk enrolment signature"
_FIELDS = (
    "format",
    "agency_code",
    "agency_name",
    "device",
    "role",
    "minisign",
    "age",
    "fingerprint",
    "epoch",
    "last_sequence",
    "replaces",
    "practice",
)
_EPOCH = re.compile(r"[0-9a-f]{32}")
MAX_SEQUENCE = 999_999


def write_enrolment(enrolment: Enrolment, keys: DeviceKeys, former: DeviceKeys | None = None) -> bytes:
    """The file for the stick, signed by the key it shows and, when it follows another, by that one too."""
    card = enrolment.card
    body = write_json_page(
        {
            "format": ENROL_FORMAT,
            "agency_code": card.agency_code,
            "agency_name": card.agency_name,
            "device": card.device,
            "role": enrolment.wanted.value,
            "minisign": card.minisign_key,
            "age": card.age_recipient,
            "fingerprint": " ".join(fingerprint(card)),
            "epoch": enrolment.epoch,
            "last_sequence": enrolment.last_sequence,
            "replaces": enrolment.replaces,
            "practice": enrolment.is_practice,
        }
    )
    members = [(README_NAME, README), (ENROL_NAME, body), (SIGNATURE_NAME, _sign(body, enrolment, keys))]
    if former is not None:
        members.append((FORMER_SIGNATURE_NAME, _sign(body, enrolment, former)))
    return write_zip(members, deflate=False)


def is_enrolment(data: bytes) -> bool:
    """Whether some bytes are of the shape of an enrolment file."""
    return ENROL_NAME.encode("ascii") in data[len(README) : len(README) + 160]


def read_enrolment(data: bytes) -> Enrolment:
    """The request in a file, whole and signed by the key it shows; it is still nobody's word.

    ``KEY-542`` not an enrolment file or changed, ``KEY-543`` not signed by its own key, ``KEY-544`` says that it
    follows another key, which has not signed.
    """
    try:
        members = dict(read_zip(data, _LIMITS, deflate=False)) if len(data) <= MAX_ENROL_SIZE else {}
    except ZipFault:
        raise FileRefusal("KEY-542") from None
    names = [README_NAME, ENROL_NAME, SIGNATURE_NAME]
    if list(members) not in (names, [*names, FORMER_SIGNATURE_NAME]):
        raise FileRefusal("KEY-542")
    body = members[ENROL_NAME]
    enrolment = _body(body)
    if members[README_NAME] != README:
        raise FileRefusal("KEY-542")
    _check(body, members[SIGNATURE_NAME], enrolment, enrolment.card.minisign_key, "KEY-543")
    if bool(enrolment.replaces) is not (FORMER_SIGNATURE_NAME in members):
        raise FileRefusal("KEY-544")
    if enrolment.replaces:
        _check(body, members[FORMER_SIGNATURE_NAME], enrolment, enrolment.replaces, "KEY-544")
    return enrolment


def read_enrolment_file(path: Path) -> bytes:
    """The bytes of an arriving file, never more than allowed; ``KEY-506`` when it cannot be read."""
    return read_small_file(path, MAX_ENROL_SIZE)


def enrolment_file_name(enrolment: Enrolment) -> str:
    """The name on the stick: ``MD1-7101-PC02-pendaftaran-kunci-1f3a90c2.merit``, one for each key.

    Never by a group of the paper: the regional office reads those from the paper, and a file's name is on its screen.
    """
    card = enrolment.card
    practice = "LATIHAN-" if enrolment.is_practice else ""
    mark = hashlib.sha256(card.minisign_key.encode("ascii")).hexdigest()[:8]
    return f"{practice}MD1-{card.agency_code}-{card.device}-pendaftaran-kunci-{mark}.merit"


def _body(data: bytes) -> Enrolment:
    try:
        value = read_json(data, MAX_ENROL_SIZE)
    except JsonFault:
        raise FileRefusal("KEY-542") from None
    if not isinstance(value, dict) or tuple(value) != _FIELDS or value["format"] != ENROL_FORMAT:
        raise FileRefusal("KEY-542")
    texts = [name for name in _FIELDS if name not in ("last_sequence", "practice")]
    if not all(isinstance(value[name], str) for name in texts) or not isinstance(value["practice"], bool):
        raise FileRefusal("KEY-542")
    last = value["last_sequence"]
    if type(last) is not int or not 0 <= last <= MAX_SEQUENCE or write_json_page(value) != data:
        raise FileRefusal("KEY-542")
    if value["role"] not in (DeviceRole.PRIMARY, DeviceRole.SECONDARY) or _EPOCH.fullmatch(value["epoch"]) is None:
        raise FileRefusal("KEY-542")
    card = KeyCard(value["agency_code"], value["agency_name"], value["device"], False, value["minisign"], value["age"])
    check_card(card)
    if value["fingerprint"] != " ".join(fingerprint(card)):
        raise FileRefusal("KEY-542")
    return Enrolment(card, DeviceRole(value["role"]), value["epoch"], last, value["replaces"], value["practice"])


def _comment(enrolment: Enrolment) -> str:
    card = enrolment.card
    return f"meritdesk/1 type=enrol from={card.agency_code}/{card.device} fingerprint={''.join(fingerprint(card))}"


def _sign(body: bytes, enrolment: Enrolment, keys: DeviceKeys) -> bytes:
    with minisign.SecretKey.from_bytes(keys.minisign_secret) as secret:
        signature = secret.sign(body, prehash=True, untrusted_comment=_UNTRUSTED, trusted_comment=_comment(enrolment))
    return bytes(signature) + b"\n"


def _check(body: bytes, text: bytes, enrolment: Enrolment, minisign_key: str, code: str) -> None:
    try:
        signature = minisign.Signature.from_bytes(text)
        if bytes(signature) + b"\n" != text or signature.untrusted_comment != _UNTRUSTED:
            raise FileRefusal(code)
        if not signature.is_prehashed() or signature.trusted_comment != _comment(enrolment):
            raise FileRefusal(code)
        minisign.PublicKey.from_base64(minisign_key).verify(body, signature)
    except (minisign.Error, ValueError):
        raise FileRefusal(code) from None
