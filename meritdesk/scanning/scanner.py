"""The scanner as the desk sees it: which files there are, what is on their pages, and pages bound to a PDF again."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pypdfium2

from meritdesk.core.errors import FileRefusal
from meritdesk.core.marks import mark_read
from meritdesk.core.scans import PageSight, ScanFile, ScanMedia, natural_order
from meritdesk.quarantine import guarded
from meritdesk.scanning.apart import Counted, Wanted, answers
from meritdesk.scanning.kinds import ENDINGS, NORMAL_DPI, kind_of

_CHUNK = 1 << 20
_NO_SCANS = ("thumbs.db", "desktop.ini")


class Scanner:
    """Reads what an office scanner wrote; at a practice desk paper of practice is its own."""

    def __init__(self, is_practice: bool = False) -> None:
        self._is_practice = is_practice

    def look(self, paths: Sequence[Path], step: Callable[[int, int], None]) -> tuple[ScanFile, ...]:
        """The files of these folders and paths, with how many pages each has or why it cannot be read.

        In a folder only what a scanner writes is taken; a file named by itself is always answered for. ``DOC-625`` when
        there is nothing at all.
        """
        found = [one for path in paths for one in _files_of(path)]
        found.sort(key=lambda one: natural_order(one[1]))
        if not found:
            raise FileRefusal("DOC-625", folder=", ".join(path.name or str(path) for path in paths))
        digests = [_digest(path) for path, _ in found]
        wanted = [
            Wanted(str(path), name, digest, 0) for (path, name), digest in zip(found, digests, strict=True) if digest
        ]
        counted = {}
        step(0, len(found))
        for number, (one, count) in enumerate(zip(wanted, answers(wanted, 1), strict=True), start=1):
            assert isinstance(count, Counted)
            counted[one.path] = count
            step(number, len(found))
        files = []
        for (path, name), digest in zip(found, digests, strict=True):
            count = counted.get(str(path), Counted(0, "DOC-620"))
            named = digest or hashlib.sha256(str(path).encode("utf-8", "surrogateescape")).hexdigest()
            files.append(ScanFile(str(path), name, named, count.pages, count.fault))
        return tuple(files)

    def read(self, files: Sequence[ScanFile], known: Collection[tuple[str, int]]) -> Iterator[PageSight]:
        """What is seen on the pages of these files, in their order; pages that are ``known`` by digest and number are
        not opened again. A file that cannot be read answers with one sight of page 0.
        """
        wanted = [
            Wanted(file.path, file.name, file.digest, page)
            for file in files
            for page in range(1, file.pages + 1)
            if not file.fault and (file.digest, page) not in known
        ]
        for file in files:
            if file.fault and (file.digest, 0) not in known:
                yield PageSight(file.name, file.digest, 0, fault=file.fault)
        for sight in answers(wanted):
            assert isinstance(sight, PageSight)
            yield replace(sight, marks=tuple(mark_read(mark, self._is_practice) for mark in sight.marks))

    def bind(self, pages: Sequence[tuple[ScanMedia, bytes, int]]) -> bytes:
        """Pages as they are kept, with the quarter turns that make them upright, as one PDF.

        What was kept came from outside once: it is opened in a process apart (``DOC-674`` to ``DOC-676``).
        """
        with guarded("PDF") as ward:
            return ward.do(bound, tuple(pages))


def bound(pages: Sequence[tuple[ScanMedia, bytes, int]]) -> bytes:
    """What the process apart does to bind pages."""
    with closing(pypdfium2.PdfDocument.new()) as whole:
        for media, content, turn in pages:
            data = content if media is ScanMedia.PDF else _as_pdf(content)
            with closing(pypdfium2.PdfDocument(data)) as alone:
                whole.import_pages(alone)
            page = whole[len(whole) - 1]
            page.set_rotation((page.get_rotation() + 90 * turn) % 360)
            page.close()
        written = io.BytesIO()
        whole.save(written)
        return written.getvalue()


def _as_pdf(content: bytes) -> bytes:
    from PIL import Image  # only here: the window opens without it

    with Image.open(io.BytesIO(content), formats=("PNG", "JPEG")) as picture:
        stated = picture.info.get("dpi", (0, 0))[0]
        page = io.BytesIO()
        picture.save(page, "PDF", resolution=float(stated) if 72 < stated <= 1200 else float(NORMAL_DPI))
        return page.getvalue()


def _files_of(path: Path) -> list[tuple[Path, str]]:
    if not path.is_dir():
        return [(path, path.name)]
    inside = [one for one in path.rglob("*") if one.is_file()]
    return [
        (one, one.relative_to(path).as_posix())
        for one in inside
        if not one.name.startswith(".") and one.name.casefold() not in _NO_SCANS and _is_scan(one)
    ]


def _is_scan(path: Path) -> bool:
    """Whether a file in a folder is one that the scanner wrote; a damaged one is told by its ending."""
    if path.suffix.casefold() in ENDINGS:
        return True
    try:
        with path.open("rb") as file:
            return bool(kind_of(file.read(1024)))
    except OSError:
        return False


def _digest(path: Path) -> str:
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return ""
