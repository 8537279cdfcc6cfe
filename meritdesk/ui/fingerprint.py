"""A key card as a few groups of digits that two people can compare by telephone."""

from __future__ import annotations

import hashlib

from meritdesk.core.handover import KeyCard

GROUPS, GROUP_SIZE = 8, 4


def fingerprint(card: KeyCard) -> str:
    """The first half of a SHA-256 over both public keys, in groups of four."""
    digest = hashlib.sha256(f"{card.minisign_key}\n{card.age_recipient}".encode()).hexdigest().upper()
    return " ".join(digest[start : start + GROUP_SIZE] for start in range(0, GROUPS * GROUP_SIZE, GROUP_SIZE))
