"""The trust list of a region as TUF metadata: root keys vouch for a list key, the list key for ``devices.json``.

Of The Update Framework we take what a list on a stick needs: the chain of roots (2 of 3 keys each), ``targets`` and the
one target. There is one list and it always travels whole, so ``snapshot`` and ``timestamp`` have nothing to say. Expiry
dates are written, shown and never asked: no file becomes bad because a clock stands wrong, so the verifying is ours and
not that of the stock client (exchange 8, faults F46 to F48).
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime, time, timedelta
from typing import Any, cast

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from securesystemslib.signer import CryptoSigner, Key, SSlibKey
from tuf.api.exceptions import RepositoryError
from tuf.api.metadata import Metadata, Role, Root, TargetFile, Targets
from tuf.api.serialization import DeserializationError, SerializationError
from tuf.api.serialization.json import JSONSerializer

from meritdesk.core.errors import FileRefusal, UsageRefusal
from meritdesk.core.trust import ListPlace, TrustList
from meritdesk.core.trust_files import SigningKey, Taken, VerifiedList
from meritdesk.exchange.device_records import read_devices, write_devices
from meritdesk.exchange.keys import digit_groups
from meritdesk.exchange.plain_json import JsonFault, read_json
from meritdesk.exchange.root_keys import MAX_LIST_SIZE
from meritdesk.exchange.strict_zip import ZipFault, ZipLimits, read_zip, write_zip

ROOT_THRESHOLD = 2
ROOT_KEYS = 3
SHOWN_FOR = timedelta(days=366)
MAX_VERSION = 999_999_999
DEVICES_NAME = "devices.json"
TARGETS_NAME = "targets.json"

_MAX_ROOTS = 500
_LIMITS = ZipLimits(members=_MAX_ROOTS + 2, total_size=MAX_LIST_SIZE, ratio=1)
_LIST_ROLES = ("targets", "snapshot", "timestamp")
_OURS = "x-meritdesk"
_SERIALIZER = JSONSerializer()
# Hex digits of either case say the same, so only one case is a signature here.
_SIGNATURE = re.compile(r"[0-9a-f]{128}")


def first_root(
    region: str, is_practice: bool, public: Sequence[str], list_key: str, signers: Sequence[SigningKey], day: date
) -> bytes:
    """The first root of a region, signed by two or more of its three keys; ``KEY-556`` fewer, ``KEY-552`` not three."""
    return _signed_root(None, _new_root(1, region, is_practice, public, list_key, day), signers)


def next_root(
    roots: Sequence[bytes], public: Sequence[str], list_key: str, signers: Sequence[SigningKey], day: date
) -> bytes:
    """The root after the newest one: two of the old keys and two of the new must sign (F47). ``KEY-556``."""
    newest = _root(roots[-1])
    ours = _about(newest.signed)
    fresh = _new_root(newest.signed.version + 1, str(ours["region"]), bool(ours["practice"]), public, list_key, day)
    return _signed_root(newest.signed, fresh, signers)


def root_fingerprint(root: bytes) -> tuple[str, ...]:
    """Six groups of five digits that stand for a root: read aloud at the ceremony, printed in the official circular."""
    return digit_groups(_root(root).signed_bytes)


def root_public_keys(root: bytes) -> tuple[str, ...]:
    """The public halves of the keys that may sign the next root."""
    signed = _root(root).signed
    return tuple(_public(signed.keys[one]) for one in signed.roles["root"].keyids)


def list_public_key(root: bytes) -> str:
    """The public half of the key that signs lists under this root."""
    signed = _root(root).signed
    return _public(signed.keys[signed.roles["targets"].keyids[0]])


def sign_list(roots: Sequence[bytes], content: TrustList, list_key: SigningKey) -> bytes:
    """The file of a trust list under the newest of these roots; its place is worked out again and must be the stated.

    ``KEY-557`` when the list key is not the one the root names.
    """
    if list_public_key(roots[-1]) != list_key.public:
        raise UsageRefusal("KEY-557")
    devices = write_devices(content)
    target = TargetFile.from_data(DEVICES_NAME, devices, ["sha256"])
    targets = Metadata(
        Targets(
            version=content.place.version,
            expires=_shown_until(content.made_on or date(2025, 1, 1)),
            targets={DEVICES_NAME: target},
        )
    )
    targets.sign(_signer(list_key))
    data = write_list(roots, targets.to_bytes(_SERIALIZER), devices)
    if verify_list(data).content.place != content.place:
        raise ValueError(f"{content.place} is not where this list stands")
    return data


def write_list(roots: Sequence[bytes], targets: bytes, devices: bytes) -> bytes:
    """The one spelling of a trust list file: a stored zip of the roots in order, the targets and the devices."""
    members = [(f"{number}.root.json", root) for number, root in enumerate(roots, 1)]
    return write_zip([*members, (TARGETS_NAME, targets), (DEVICES_NAME, devices)], deflate=False)


def verify_list(data: bytes) -> VerifiedList:
    """Check every signature of a trust list, from its first root on; nothing is compared with what is held.

    ``KEY-530`` not a trust list or not spelled as it must be, ``KEY-531`` a root without enough signatures or out of
    its order, ``KEY-532`` the list not signed by the key its root names, ``KEY-533`` devices that do not fit the list.
    """
    roots, targets_data, devices = _members(data)
    chain = [_root(root) for root in roots]
    era = 1
    for place, root in enumerate(chain):
        before = chain[place - 1].signed if place else None
        _check_root(before, root, place + 1)
        if before is not None and before.roles["targets"].keyids != root.signed.roles["targets"].keyids:
            era = place + 1
    newest = chain[-1].signed
    targets = _targets(targets_data)
    _check_targets(newest, targets, devices)
    about = _about(newest)
    listed = read_devices(devices, ListPlace(newest.version, era, targets.signed.version))
    if (listed.region_code, listed.is_practice) != (about["region"], about["practice"]):
        raise FileRefusal("KEY-533")
    fingerprints = tuple(digit_groups(root.signed_bytes) for root in chain)
    return VerifiedList(data, roots, targets_data, devices, listed, fingerprints)


def first_list(data: bytes, groups: Sequence[str]) -> VerifiedList:
    """The first list of a region at this desk: believed only for the groups typed from the official circular.

    Refusals as ``verify_list``; ``KEY-537`` when the groups are those of no root in it.
    """
    arrived = verify_list(data)
    if tuple(groups) not in arrived.fingerprints:
        raise FileRefusal("KEY-537", region=arrived.content.region_code)
    return arrived


def take_list(held: bytes, data: bytes) -> tuple[Taken, VerifiedList]:
    """What is held after another list arrived: of roots and lists the newest ever seen, in whatever order they come.

    Refusals as ``verify_list``; ``KEY-536`` of another region, ``KEY-531`` roots that part from those held,
    ``KEY-535`` another list under the same number.
    """
    mine, theirs = verify_list(held), verify_list(data)
    if theirs.content.region_code != mine.content.region_code:
        raise FileRefusal("KEY-536", region=theirs.content.region_code, held=mine.content.region_code)
    shared = min(len(mine.roots), len(theirs.roots))
    if mine.fingerprints[:shared] != theirs.fingerprints[:shared]:
        raise FileRefusal("KEY-531")
    own, other = mine.content.place.rank, theirs.content.place.rank
    if own == other and mine.devices != theirs.devices:
        raise FileRefusal("KEY-535", version=other[1])
    # Of two spellings of one root (other signers) the smaller one is kept, so that the order of arrival does not count.
    roots = tuple(min(pair) for pair in zip(mine.roots, theirs.roots, strict=False))
    roots += max(mine.roots, theirs.roots, key=len)[shared:]
    newer = theirs if other > own or (other == own and theirs.targets < mine.targets) else mine
    result = verify_list(write_list(roots, newer.targets, newer.devices))
    if (result.content.place.root_version, result.content.place.rank) > (mine.content.place.root_version, own):
        return Taken.NEWER, result
    return (Taken.SAME if (other, len(theirs.roots)) == (own, len(mine.roots)) else Taken.OLDER), result


def list_file_name(content: TrustList) -> str:
    """The name on the stick: ``MD1-REG07-daftar-kunci-000012.zip``; practice begins with ``LATIHAN-``."""
    practice = "LATIHAN-" if content.is_practice else ""
    return f"{practice}MD1-{content.region_code}-daftar-kunci-{content.place.version:06d}.zip"


def _new_root(
    version: int, region: str, is_practice: bool, public: Sequence[str], list_key: str, day: date
) -> Metadata[Root]:
    if len(set(public)) != ROOT_KEYS or list_key in public:
        raise UsageRefusal("KEY-552", count=ROOT_KEYS)
    holders = [_key(one) for one in public]
    desk = _key(list_key)
    roles = {"root": Role([one.keyid for one in holders], ROOT_THRESHOLD)}
    roles |= {name: Role([desk.keyid], 1) for name in _LIST_ROLES}
    keys: dict[str, Key] = {one.keyid: one for one in (*holders, desk)}
    return Metadata(
        Root(
            version=version,
            expires=_shown_until(day),
            keys=keys,
            roles=roles,
            consistent_snapshot=False,
            unrecognized_fields={_OURS: {"region": region, "practice": is_practice}},
        )
    )


def _signed_root(before: Root | None, fresh: Metadata[Root], signers: Sequence[SigningKey]) -> bytes:
    for one in sorted({signer.public: signer for signer in signers}.values(), key=lambda signer: signer.public):
        fresh.sign(_signer(one), append=True)
    signed = fresh.signed.get_root_verification_result(before, fresh.signed_bytes, fresh.signatures)
    if not signed.verified:
        raise UsageRefusal("KEY-556", count=ROOT_THRESHOLD)
    data = fresh.to_bytes(_SERIALIZER)
    _check_root(before, _root(data), fresh.signed.version)
    return data


def _members(data: bytes) -> tuple[tuple[bytes, ...], bytes, bytes]:
    try:
        members = read_zip(data, _LIMITS, deflate=False)
    except ZipFault:
        raise FileRefusal("KEY-530") from None
    count = len(members) - 2
    names = [*(f"{number}.root.json" for number in range(1, count + 1)), TARGETS_NAME, DEVICES_NAME]
    if count < 1 or [name for name, _ in members] != names:
        raise FileRefusal("KEY-530")
    contents = [content for _, content in members]
    return tuple(contents[:count]), contents[count], contents[count + 1]


def _root(data: bytes) -> Metadata[Root]:
    metadata = _metadata(data)
    if not isinstance(metadata.signed, Root):
        raise FileRefusal("KEY-530")
    return cast("Metadata[Root]", metadata)


def _targets(data: bytes) -> Metadata[Targets]:
    metadata = _metadata(data)
    if not isinstance(metadata.signed, Targets):
        raise FileRefusal("KEY-530")
    return cast("Metadata[Targets]", metadata)


def _metadata(data: bytes) -> Metadata[Any]:
    """One signed file in its one spelling: strict JSON, and exactly the bytes our own writer gives."""
    try:
        read_json(data)
        metadata: Metadata[Any] = Metadata.from_bytes(data)
        again = metadata.to_bytes(_SERIALIZER)
    except (JsonFault, DeserializationError, SerializationError, RepositoryError, ValueError, TypeError):
        raise FileRefusal("KEY-530") from None
    signatures = metadata.signatures.values()
    is_plain = all(_SIGNATURE.fullmatch(one.signature) and not one.unrecognized_fields for one in signatures)
    if again != data or metadata.unrecognized_fields or not is_plain:
        raise FileRefusal("KEY-530")
    return metadata


def _check_root(before: Root | None, root: Metadata[Root], number: int) -> None:
    """A root in its place: our shape, the next number, enough signatures of the old keys and of its own (F47)."""
    signed = root.signed
    if signed.version != number or (before is not None and _about(before) != _about(signed)):
        raise FileRefusal("KEY-531")
    used = {one for role in signed.roles.values() for one in role.keyids}
    holders, desk = signed.roles["root"], signed.roles["targets"]
    fits = (
        set(signed.keys) == used
        and all(_is_plain(one) for one in signed.keys.values())
        # One key under two names would count twice.
        and len({_public(one) for one in signed.keys.values()}) == len(signed.keys)
        and (len(holders.keyids), holders.threshold) == (ROOT_KEYS, ROOT_THRESHOLD)
        and all((signed.roles[name].keyids, signed.roles[name].threshold) == (desk.keyids, 1) for name in _LIST_ROLES)
        and len(desk.keyids) == 1
        and desk.keyids[0] not in holders.keyids
    )
    if not fits or set(signed.unrecognized_fields) != {_OURS} or signed.consistent_snapshot:
        raise FileRefusal("KEY-531")
    result = signed.get_root_verification_result(before, root.signed_bytes, root.signatures)
    # A signature that does not hold, or of somebody else, has no business here: one file, one spelling.
    if not result.verified or set(root.signatures) != set(result.signed):
        raise FileRefusal("KEY-531")


def _check_targets(root: Root, targets: Metadata[Targets], devices: bytes) -> None:
    signed = targets.signed
    if signed.version > MAX_VERSION:
        raise FileRefusal("KEY-532")
    result = root.get_verification_result("targets", targets.signed_bytes, targets.signatures)
    if not result.verified or set(targets.signatures) != set(result.signed):
        raise FileRefusal("KEY-532")
    target = signed.targets.get(DEVICES_NAME)
    if len(signed.targets) != 1 or target is None or signed.delegations is not None or signed.unrecognized_fields:
        raise FileRefusal("KEY-533")
    stated = (target.length, dict(target.hashes))
    if stated != (len(devices), {"sha256": hashlib.sha256(devices).hexdigest()}):
        raise FileRefusal("KEY-533")


def _about(root: Root) -> Mapping[str, object]:
    """Whose root this is, and whether it is practice."""
    about = root.unrecognized_fields.get(_OURS)
    if (
        not isinstance(about, dict)
        or set(about) != {"region", "practice"}
        or not isinstance(about["region"], str)
        or not isinstance(about["practice"], bool)
    ):
        raise FileRefusal("KEY-531")
    return about


def _key(public: str) -> SSlibKey:
    return SSlibKey.from_crypto(Ed25519PublicKey.from_public_bytes(bytes.fromhex(public)))


def _public(key: Key) -> str:
    return str(key.keyval.get("public", ""))


def _is_plain(key: Key) -> bool:
    """An Ed25519 key under the name that follows from it, so that nobody chooses names."""
    try:
        return key == _key(_public(key))
    except ValueError:
        return False


def _signer(key: SigningKey) -> CryptoSigner:
    return CryptoSigner(Ed25519PrivateKey.from_private_bytes(key.secret), _key(key.public))


def _shown_until(day: date) -> datetime:
    return datetime.combine(day + SHOWN_FOR, time(), UTC)
