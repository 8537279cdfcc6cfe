"""The bill of materials of a packaged folder: a CycloneDX file that says what is inside, in which version and whose."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from cyclonedx.factory.license import LicenseFactory
from cyclonedx.model import HashAlgorithm, HashType
from cyclonedx.model.bom import Bom
from cyclonedx.model.component import Component, ComponentType
from cyclonedx.output.json import JsonV1Dot6
from packageurl import PackageURL

from meritdesk import __version__
from shipping.licences import licence_of, shipped
from shipping.places import ROOT, pins, plain


def write(
    target: Path,
    names: Iterable[str],
    system: dict[str, tuple[str, list[str]]],
    python: str,
    site: Path | None = None,
) -> int:
    """Write the bill for these packages and libraries; answers how many parts it names."""
    bill = Bom()
    licences = LicenseFactory()
    own = Component(
        name="meritdesk",
        version=__version__,
        type=ComponentType.APPLICATION,
        licenses=[licences.make_from_string("MIT")],
    )
    bill.metadata.component = own
    inside = set(names)
    parts = [
        Component(
            name=plain(one.name),
            version=one.version,
            type=ComponentType.LIBRARY,
            purl=PackageURL("pypi", None, plain(one.name), one.version),
            licenses=[licences.make_from_string(licence_of(one))],
            hashes=[HashType(alg=HashAlgorithm.SHA_256, content=digest) for digest in _digests(plain(one.name))],
        )
        for one in shipped(site)
        if plain(one.name) in inside
    ]
    parts.append(
        Component(
            name="python", version=python, type=ComponentType.PLATFORM, licenses=[licences.make_from_string("PSF-2.0")]
        )
    )
    for name, (version, files) in sorted(system.items()):
        purl = PackageURL("deb", "debian", name, version) if version else None
        words = ", ".join(files)
        parts.append(
            Component(name=name, version=version or None, type=ComponentType.LIBRARY, purl=purl, description=words)
        )
    for part in parts:
        bill.components.add(part)
    bill.register_dependency(own, parts)
    target.write_text(JsonV1Dot6(bill).output_as_string(indent=1), encoding="utf-8")
    return len(parts)


def _digests(name: str) -> list[str]:
    """The digest of the one wheel, where the lock names only one."""
    for lock in ("runtime.txt", "dev.txt", "package.txt"):
        if name in pins(lock):
            text = (ROOT / "requirements" / lock).read_text(encoding="utf-8")
            block = re.search(rf"^{re.escape(name)}==[^\n]*\n((?:    --hash[^\n]*\n)+)", text, re.M | re.I)
            digests = re.findall(r"sha256:([0-9a-f]{64})", block[1]) if block else []
            return digests if len(digests) == 1 else []
    return []
