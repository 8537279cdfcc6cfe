"""Backups: one file with the encrypted database and its key ring, verified before it gets its name."""

from __future__ import annotations

import hashlib
import tempfile
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import msgspec

from meritdesk.core.errors import FileRefusal
from meritdesk.half_written import clear, mark_of_writer
from meritdesk.store import sqlite
from meritdesk.store.files import flush_file, put_in_place
from meritdesk.store.notation import moment_text
from meritdesk.store.vault import KEYRING_FILE, MAX_KEYRING_BYTES, Keyring, Vault, decode_keyring, write_keyring

ENDING = ".meritbackup"
DATABASE_MEMBER = "meritdesk.db"
MANIFEST_MEMBER = "manifest.json"
FORMAT = "meritdesk-backup/1"
MAX_DATABASE_BYTES = 1 << 36

_MEMBERS = (MANIFEST_MEMBER, KEYRING_FILE, DATABASE_MEMBER)
_BLOCK = 1 << 20

Step = Callable[[int, int], None]
Beat = Callable[[], None]


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a backup holds, so that damage is seen before anything is unpacked over a store."""

    format: str
    made_at: str
    sizes: dict[str, int]
    sha256: dict[str, str]


def backup_file_name(agency_code: str, now: datetime, folder: Path, mark: str = "") -> str:
    """A name from codes and time only, that no file in the folder has yet; ``mark`` says that it is for practice."""
    code = "".join(letter for letter in agency_code if letter.isascii() and letter.isalnum()) or "x"
    stem = f"cadangan-{code}-{now:%Y%m%d-%H%M%S}{mark}"
    name, number = f"{stem}{ENDING}", 1
    while (folder / name).exists():
        number += 1
        name = f"{stem}-{number}{ENDING}"
    return name


def write_backup(path: Path, vault: Vault, target: Path, now: datetime, step: Step) -> Path:
    """Copy an open store into one file. What cannot be read back whole never gets the final name (faults F20)."""
    clear(target.parent)
    prefix = f".cadangan-{mark_of_writer()}"
    with sqlite.refusing_disk(target), tempfile.TemporaryDirectory(prefix=prefix, dir=target.parent) as private:
        copy = Path(private) / DATABASE_MEMBER
        sqlite.copy_database(path, copy, vault.data_key, step)
        pages = copy.stat().st_size // sqlite.PAGE_SIZE

        def beat() -> None:
            step(pages, pages)

        _require_sound(copy, vault.data_key, target, beat)
        write_keyring(vault, Path(private))
        aside = Path(private) / target.name
        _pack(Path(private), aside, now, beat)
        flush_file(aside)
        beat()
        unpack(aside, Path(private) / "read-back", beat)
        put_in_place(aside, target)
    return target


def unpack(backup: Path, folder: Path, beat: Beat = sqlite.no_beat) -> Keyring:
    """Take a backup apart into a private folder; ``STO-645`` not there, ``STO-640`` no backup, ``STO-641`` damaged."""
    if not backup.is_file():
        raise FileRefusal("STO-645", path=str(backup))
    folder.mkdir(parents=True)
    try:
        with zipfile.ZipFile(backup) as archive:
            _require_shape(archive, backup)
            manifest = _manifest(archive, backup)
            for name, limit in ((KEYRING_FILE, MAX_KEYRING_BYTES), (DATABASE_MEMBER, MAX_DATABASE_BYTES)):
                _extract(archive, name, folder / name, manifest, limit, backup, beat)
    except zipfile.BadZipFile as error:
        # A backup that was cut short still begins like one.
        code = "STO-641" if backup.read_bytes()[:4] == b"PK\x03\x04" else "STO-640"
        raise FileRefusal(code, path=str(backup)) from error
    except (EOFError, NotImplementedError, RuntimeError) as error:
        raise FileRefusal("STO-641", path=str(backup)) from error
    return decode_keyring((folder / KEYRING_FILE).read_bytes(), str(backup))


def manifest_of(backup: Path) -> Manifest:
    """What a backup says of itself; ``STO-640`` and ``STO-641`` as ``unpack``."""
    try:
        with zipfile.ZipFile(backup) as archive:
            _require_shape(archive, backup)
            return _manifest(archive, backup)
    except (OSError, EOFError, NotImplementedError, RuntimeError, zipfile.BadZipFile) as error:
        raise FileRefusal("STO-640" if backup.is_file() else "STO-645", path=str(backup)) from error


def _pack(folder: Path, target: Path, now: datetime, beat: Beat) -> None:
    sizes, digests = {}, {}
    for name in (KEYRING_FILE, DATABASE_MEMBER):
        sizes[name] = (folder / name).stat().st_size
        digests[name] = digest_of(folder / name)
    manifest = Manifest(FORMAT, moment_text(now), sizes, digests)
    with zipfile.ZipFile(target, "w", zipfile.ZIP_STORED, allowZip64=True) as archive:
        archive.writestr(MANIFEST_MEMBER, msgspec.json.encode(manifest))
        for name in (KEYRING_FILE, DATABASE_MEMBER):
            with (folder / name).open("rb") as file, archive.open(name, "w", force_zip64=True) as member:
                while block := file.read(_BLOCK):
                    member.write(block)
                    beat()


def _require_shape(archive: zipfile.ZipFile, backup: Path) -> None:
    """The three members and nothing else, laid down as they are: what is not packed cannot swell (F49)."""
    entries = archive.infolist()
    if [entry.filename for entry in entries] != list(_MEMBERS):
        raise FileRefusal("STO-640", path=str(backup))
    for entry in entries:
        if entry.compress_type != zipfile.ZIP_STORED or entry.file_size != entry.compress_size or entry.flag_bits & 0x1:
            raise FileRefusal("STO-641", path=str(backup))


def _manifest(archive: zipfile.ZipFile, backup: Path) -> Manifest:
    with archive.open(MANIFEST_MEMBER) as member:
        content = member.read(_BLOCK)
    try:
        manifest = msgspec.json.decode(content, type=Manifest)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise FileRefusal("STO-641", path=str(backup)) from error
    if manifest.format != FORMAT:
        raise FileRefusal("STO-640", path=str(backup))
    return manifest


def _extract(
    archive: zipfile.ZipFile,
    name: str,
    target: Path,
    manifest: Manifest,
    limit: int,
    backup: Path,
    beat: Beat,
) -> None:
    """Unpack one member, bounded by the bytes really read, and compare it with the manifest."""
    expected = manifest.sizes.get(name, -1)
    digest, seen = hashlib.sha256(), 0
    with archive.open(name) as member, target.open("wb") as file:
        while block := member.read(_BLOCK):
            seen += len(block)
            if seen > min(expected, limit):
                raise FileRefusal("STO-641", path=str(backup))
            digest.update(block)
            file.write(block)
            beat()
    if seen != expected or digest.hexdigest() != manifest.sha256.get(name):
        raise FileRefusal("STO-641", path=str(backup))


def digest_of(path: Path) -> str:
    """The SHA-256 of a file's bytes."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _require_sound(copy: Path, key: bytes, target: Path, beat: Beat) -> None:
    if sqlite.page_faults(copy, key, thorough=False, beat=beat):
        raise FileRefusal("STO-642", path=str(target))
