"""Everything that is done with keys, as services know it: device keys, root keys, enrolments, trust lists."""

from __future__ import annotations

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
    read_root_key_file,
    signing_key,
    unwrap_root_key,
    wrap_root_key,
)
from meritdesk.exchange.trust_list import (
    first_list,
    first_root,
    is_list,
    list_file_name,
    list_public_key,
    next_root,
    read_list_file,
    root_fingerprint,
    root_public_keys,
    sign_list,
    take_list,
    verify_list,
)

__all__ = [
    "card_code",
    "enrolment_file_name",
    "fingerprint",
    "first_list",
    "first_root",
    "is_enrolment",
    "is_list",
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
