"""A newer program on a stick: what the file says of itself, and whether it may be installed here (offline update)."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from meritdesk.core.handover import KeyCard

_VERSION = re.compile(r"[0-9]{1,4}(\.[0-9]{1,4}){1,3}")


@dataclass(frozen=True, slots=True)
class UpdateLabel:
    """What the signed label of an update file states: the version, the installer's name, size and digest, who vouches.

    ``sender`` is agency and device of the region that signed; ``digest`` is the SHA-256 of the installer in hex.
    """

    version: str
    name: str
    size: int
    digest: str
    sender: str


@dataclass(frozen=True, slots=True)
class CheckedUpdate:
    """An update file whose signature, label and digest hold, and whose version is newer than the one that runs."""

    label: UpdateLabel
    signer: KeyCard
    running: str
    installer: bytes = field(repr=False)


def is_version(text: str) -> bool:
    """Numbers with dots between them, as the program's own."""
    return _VERSION.fullmatch(text) is not None


def version_in(name: str) -> str:
    """The version in the name of an installer, such as ``MeritDesk-0.2.0-setup.exe``; nothing where there is none."""
    found = _VERSION.search(name)
    return found[0] if found else ""


def is_newer(offered: str, running: str) -> bool:
    """Whether one version comes after another; 0.10 is after 0.9, and 1.0.0 is not after 1.0."""
    return _numbers(offered) > _numbers(running)


def _numbers(version: str) -> tuple[int, ...]:
    numbers = [int(part) for part in version.split(".")]
    while numbers and not numbers[-1]:
        numbers.pop()
    return tuple(numbers)
