"""Everything that is done with keys, as services know it: device keys, root keys, enrolments, trust lists.

The metadata library behind trust lists takes a moment to load, so it is asked for when a list is really at hand and not
whenever the program starts.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from meritdesk.core.trust import TrustList
from meritdesk.core.trust_files import SigningKey, Taken, VerifiedList
from meritdesk.exchange.enrolment import (
    enrolment_file_name,
    is_enrolment,
    read_enrolment,
    read_enrolment_file,
    write_enrolment,
)
from meritdesk.exchange.keys import card_code, fingerprint, keys_from_bytes, keys_to_bytes, new_device_keys
from meritdesk.exchange.root_keys import (
    look_at_root_key,
    new_signing_key,
    read_list_file,
    read_root_key_file,
    signing_key,
    unwrap_root_key,
    wrap_root_key,
)

__all__ = [
    "card_code",
    "enrolment_file_name",
    "fingerprint",
    "first_list",
    "first_root",
    "is_enrolment",
    "keys_from_bytes",
    "keys_to_bytes",
    "list_file_name",
    "list_public_key",
    "look_at_root_key",
    "new_device_keys",
    "new_signing_key",
    "next_root",
    "read_enrolment",
    "read_enrolment_file",
    "read_list_file",
    "read_root_key_file",
    "root_fingerprint",
    "root_public_keys",
    "sign_list",
    "signing_key",
    "take_list",
    "unwrap_root_key",
    "verify_list",
    "wrap_root_key",
    "write_enrolment",
]


def first_root(
    region: str, is_practice: bool, public: Sequence[str], list_key: str, signers: Sequence[SigningKey], day: date
) -> bytes:
    """The first root of a region (``trust_list.first_root``)."""
    from meritdesk.exchange import trust_list

    return trust_list.first_root(region, is_practice, public, list_key, signers, day)


def next_root(
    roots: Sequence[bytes], public: Sequence[str], list_key: str, signers: Sequence[SigningKey], day: date
) -> bytes:
    """The root after the newest one (``trust_list.next_root``)."""
    from meritdesk.exchange import trust_list

    return trust_list.next_root(roots, public, list_key, signers, day)


def root_fingerprint(root: bytes) -> tuple[str, ...]:
    """Six groups of five digits that stand for a root."""
    from meritdesk.exchange import trust_list

    return trust_list.root_fingerprint(root)


def root_public_keys(root: bytes) -> tuple[str, ...]:
    """The public halves of the keys that may sign the next root."""
    from meritdesk.exchange import trust_list

    return trust_list.root_public_keys(root)


def list_public_key(root: bytes) -> str:
    """The public half of the key that signs lists under this root."""
    from meritdesk.exchange import trust_list

    return trust_list.list_public_key(root)


def sign_list(roots: Sequence[bytes], content: TrustList, list_key: SigningKey) -> bytes:
    """The file of a trust list (``trust_list.sign_list``)."""
    from meritdesk.exchange import trust_list

    return trust_list.sign_list(roots, content, list_key)


def verify_list(data: bytes) -> VerifiedList:
    """A trust list every signature of which holds (``trust_list.verify_list``)."""
    from meritdesk.exchange import trust_list

    return trust_list.verify_list(data)


def first_list(data: bytes, groups: Sequence[str]) -> VerifiedList:
    """The first list of a region at this desk (``trust_list.first_list``)."""
    from meritdesk.exchange import trust_list

    return trust_list.first_list(data, groups)


def take_list(held: bytes, data: bytes) -> tuple[Taken, VerifiedList]:
    """What is held after another list arrived (``trust_list.take_list``)."""
    from meritdesk.exchange import trust_list

    return trust_list.take_list(held, data)


def list_file_name(content: TrustList) -> str:
    """The name of a trust list on the stick."""
    from meritdesk.exchange import trust_list

    return trust_list.list_file_name(content)
