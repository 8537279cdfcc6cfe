"""The update file: an installer under the region's signature, in the narrow zip of packages.

The region signs what it hands to its agencies with the key that they trust already; no other key is asked. The label is
the signed comment, so it is believed only when the signature holds, and the installer leaves the file only then.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence

import minisign

from meritdesk.core.errors import FileRefusal
from meritdesk.core.handover import DeviceKeys, KeyCard, StagedPackage
from meritdesk.core.trust import DeviceRole, is_in_force, role_of
from meritdesk.core.updates import CheckedUpdate, UpdateLabel, is_newer, is_version
from meritdesk.exchange.keys import key_id
from meritdesk.exchange.seal import MAX_FILE_SIZE, signature_text
from meritdesk.exchange.strict_zip import ZipFault, ZipFaultKind, ZipLimits, local_header, read_zip, write_zip

README_NAME = "BACA-SAYA.txt"
INSTALLER_NAME = "pemasang.bin"
SIGNATURE_NAME = "pemasang.bin.minisig"
README = (
    b"Pembaruan MeritDesk. Jangan dibuka, diekstrak, atau diubah.\n"
    b"Periksalah di MeritDesk: Perawatan, Cadangan dan kunci, Periksa pembaruan.\n"
    b"\n"
    b"An update of MeritDesk. Do not open, extract or change it.\n"
    b"Check it in MeritDesk: Upkeep, Backup and keys, Check an update.\n"
)
_START = local_header(README_NAME, README) + README
_LIMITS = ZipLimits(members=4, total_size=MAX_FILE_SIZE, ratio=1)
_UNTRUSTED = "MeritDesk update signature"
_NAME = r"[A-Za-z0-9][A-Za-z0-9._-]{0,79}"
_LABEL = re.compile(
    rf"meritdesk-update/1 version=(?P<version>[0-9.]{{3,19}}) name=(?P<name>{_NAME}) size=(?P<size>[0-9]{{1,9}})"
    r" sha256=(?P<digest>[0-9a-f]{64}) from=(?P<sender>[0-9A-Za-z.-]{1,20}/[0-9A-Za-z-]{1,20})"
)


def seal_update(installer: bytes, name: str, version: str, keys: DeviceKeys) -> tuple[str, bytes]:
    """Put an installer under this device's signature; the file's name and its bytes.

    ``UPD-110`` the name or the version cannot be written on the label, ``UPD-111`` larger than readers accept.
    """
    sender = f"{keys.card.agency_code}/{keys.card.device}"
    digest = hashlib.sha256(installer).hexdigest()
    comment = f"meritdesk-update/1 version={version} name={name} size={len(installer)} sha256={digest} from={sender}"
    if not is_version(version) or _LABEL.fullmatch(comment) is None:
        raise FileRefusal("UPD-110", name=name, version=version)
    with minisign.SecretKey.from_bytes(keys.minisign_secret) as secret:
        signature = secret.sign(installer, prehash=True, untrusted_comment=_UNTRUSTED, trusted_comment=comment)
    members = [(README_NAME, README), (INSTALLER_NAME, installer), (SIGNATURE_NAME, signature_text(signature))]
    data = write_zip(members, deflate=False)
    if len(data) > MAX_FILE_SIZE:
        raise FileRefusal("UPD-111", name=name, limit=MAX_FILE_SIZE // (1024 * 1024))
    return f"MeritDesk-{version}.update", data


def open_update(staged: StagedPackage, trusted: Sequence[KeyCard], running: str) -> CheckedUpdate:
    """The installer of an update file, once everything about it holds; nothing is written anywhere.

    ``UPD-101`` no update file, ``UPD-102`` cut or changed outside the signed part, ``UPD-103`` not signed, ``UPD-104``
    an unknown key, ``UPD-105`` changed after signing, ``UPD-106`` not the region's key or one no longer in force,
    ``UPD-107`` the label does not fit the installer, ``UPD-108`` not newer than the program that runs.
    """
    installer, signature = _members(staged)
    card = _signer(installer, signature, trusted)
    if role_of(card) is not DeviceRole.REGION or not is_in_force(card):
        raise FileRefusal("UPD-106", name=staged.name, agency=card.agency_name, device=card.device)
    found = _LABEL.fullmatch(signature.trusted_comment)
    digest = hashlib.sha256(installer).hexdigest()
    if (
        found is None
        or not is_version(found["version"])
        or found["digest"] != digest
        or int(found["size"]) != len(installer)
    ):
        raise FileRefusal("UPD-107", name=staged.name)
    label = UpdateLabel(found["version"], found["name"], len(installer), digest, found["sender"])
    if not is_newer(label.version, running):
        raise FileRefusal("UPD-108", name=staged.name, version=label.version, running=running)
    return CheckedUpdate(label, card, running, installer)


def _members(staged: StagedPackage) -> tuple[bytes, minisign.Signature]:
    """The installer and its signature out of a file of exactly our shape; nothing of it is believed yet."""
    if not staged.data.startswith(_START):
        code = "UPD-102" if staged.data and _START.startswith(staged.data) else "UPD-101"
        raise FileRefusal(code, name=staged.name)
    try:
        members = read_zip(staged.data, _LIMITS, deflate=False)
    except ZipFault as fault:
        whole = fault.kind is not ZipFaultKind.TOO_LARGE
        raise FileRefusal("UPD-102" if whole else "UPD-101", name=staged.name) from None
    names = [member for member, _ in members]
    if names == [README_NAME, INSTALLER_NAME]:
        raise FileRefusal("UPD-103", name=staged.name)
    if names != [README_NAME, INSTALLER_NAME, SIGNATURE_NAME]:
        raise FileRefusal("UPD-102", name=staged.name)
    text = members[2][1]
    try:
        signature = minisign.Signature.from_bytes(text)
    except minisign.ParseError:
        raise FileRefusal("UPD-103", name=staged.name) from None
    if signature_text(signature) != text or signature.untrusted_comment != _UNTRUSTED or not signature.is_prehashed():
        raise FileRefusal("UPD-103", name=staged.name)
    return members[1][1], signature


def _signer(installer: bytes, signature: minisign.Signature, trusted: Sequence[KeyCard]) -> KeyCard:
    known = signature._key_id[::-1].hex().upper()
    candidates = [card for card in trusted if key_id(card.minisign_key) == known]
    if not candidates:
        raise FileRefusal("UPD-104", key_id=known)
    for card in candidates:
        try:
            minisign.PublicKey.from_base64(card.minisign_key).verify(installer, signature)
        except minisign.VerifyError:
            continue
        return card
    raise FileRefusal("UPD-105")
