"""The bag inside a package: a BagIt folder with a data package, zipped (exchange 2, RFC 8493).

Everything around the data follows from the data and the label, so the reader works it out again and compares bytes:
a bag that is incomplete, has something extra, or belongs to another label cannot pass.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping

from meritdesk.core.errors import FileRefusal
from meritdesk.core.handover import PackageHeader, PressedFile
from meritdesk.exchange.label import folder_name, label_of
from meritdesk.exchange.package_layout import paths_of
from meritdesk.exchange.pressing import press
from meritdesk.exchange.strict_zip import ZipFault, ZipFaultKind, ZipLimits, read_zip, zip_of

INNER_LIMITS = ZipLimits(members=128, total_size=1024 * 1024 * 1024, ratio=200)

_BAGIT = b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"
_TAG_FILES = ("bagit.txt", "bag-info.txt", "manifest-sha512.txt")
_TAG_MANIFEST = "tagmanifest-sha512.txt"


def write_bag(header: PackageHeader, files: Mapping[str, bytes | PressedFile]) -> bytes:
    """The zipped bag of these data files; the same input gives the same bytes (``header.inner`` does not count)."""
    folder = folder_name(header)
    pressed = {path: press(one) if isinstance(one, bytes) else one for path, one in sorted(files.items())}
    sizes = {path: (one.size, one.sha512) for path, one in pressed.items()}
    members = {path: press(data) for path, data in _tags(header, sizes).items()} | pressed
    if sum(one.size for one in members.values()) > INNER_LIMITS.total_size:
        raise FileRefusal("PKG-567")
    return zip_of((f"{folder}/{path}", one) for path, one in members.items())


def read_bag(header: PackageHeader, data: bytes) -> dict[str, bytes]:
    """The data files of a bag, complete, unchanged and belonging to this label.

    ``PKG-530`` not an archive of our kind or other names in it, ``PKG-531`` unpacks to more than allowed, ``PKG-532``
    not the files its lists vouch for, ``PKG-533`` another label inside than outside.
    """
    try:
        members = read_zip(data, INNER_LIMITS, deflate=True)
    except ZipFault as fault:
        code = "PKG-531" if fault.kind is ZipFaultKind.TOO_LARGE else "PKG-530"
        raise FileRefusal(code, place=fault.place[:80]) from None
    prefix = f"{folder_name(header)}/"
    found = {name.removeprefix(prefix): content for name, content in members if name.startswith(prefix)}
    expected = paths_of(header.kind, header.schema)
    names = set(found) - {*_TAG_FILES, _TAG_MANIFEST}
    is_tagged = len(names) == len(found) - len(_TAG_FILES) - 1
    if len(found) != len(members) or not is_tagged or not expected.required <= names:
        raise FileRefusal("PKG-530", place="names")
    if not names <= expected.required | expected.optional:
        raise FileRefusal("PKG-530", place="names")
    files = {path: found[path] for path in names}
    sizes = {path: (len(content), hashlib.sha512(content).hexdigest()) for path, content in files.items()}
    for name, content in _tags(header, sizes).items():
        if found[name] != content:
            raise FileRefusal("PKG-533" if name == "bag-info.txt" else "PKG-532", place=name)
    return files


def _tags(header: PackageHeader, files: Mapping[str, tuple[int, str]]) -> dict[str, bytes]:
    """The tag files that vouch for the data files, by their size and SHA-512, and repeat the label."""
    octets = sum(size for size, _ in files.values())
    info = (
        f"External-Identifier: {header.package_id}\n"
        f"Payload-Oxum: {octets}.{len(files)}\n"
        f"MeritDesk-Label: {label_of(header)}\n"
    )
    tags = {"bagit.txt": _BAGIT, "bag-info.txt": info.encode("ascii")}
    tags["manifest-sha512.txt"] = _manifest({path: digest for path, (_, digest) in files.items()})
    return {**tags, _TAG_MANIFEST: _manifest({name: hashlib.sha512(data).hexdigest() for name, data in tags.items()})}


def _manifest(digests: Mapping[str, str]) -> bytes:
    lines = (f"{digests[path]}  {path}\n" for path in sorted(digests))
    return "".join(lines).encode("ascii")
