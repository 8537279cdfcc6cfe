"""The press as a workshop: worker processes draw, one hand binds, and no file bears a name before it is whole.

Workers know neither store nor window: they are given sheets and answer with drawings or with files written aside. They
are started afresh (``spawn``) on every system, since a copy of a running window would be a copy of its threads' locks,
and they end by themselves when the program that started them is gone.
"""

from __future__ import annotations

import contextlib
import hashlib
import multiprocessing
import multiprocessing.connection
import os
import shutil
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path
from typing import TypeVar

from meritdesk.core.documents import PaperStyle, PrintedFile, PrintedSheet, Sheet, SignaturePlace
from meritdesk.core.errors import FileRefusal
from meritdesk.core.office_paper import OfficePaper
from meritdesk.core.print_work import DrawnBlock, DrawnSheet, FileWanted, MadeFile, Piece, SheetFault
from meritdesk.half_written import give_name
from meritdesk.printing.aside import refusal_of, written_aside
from meritdesk.printing.laid_aside import read, written
from meritdesk.printing.pages import DrawnPage, PartPages
from meritdesk.printing.pdf_file import PdfFile
from meritdesk.printing.press import draw_paper, draw_part
from meritdesk.printing.section_sheet import add_blank, draw_section

FEW_SHEETS = 100
"""So many sheets are drawn sooner than a worker has started."""
SHEETS_A_TASK = 16
TASKS_AHEAD = 6
BEAT_SECONDS = 0.2
_MOST_WORKERS = 60  # Windows waits for no more than 63 handles at once
_CHUNK = 1 << 20

Beat = Callable[[], None]
Given = TypeVar("Given")
Answered = TypeVar("Answered")


class PrintShop:
    """Workers, binding and files for print orders."""

    def __init__(self, workers: int = 0, is_practice: bool = False) -> None:
        self._workers = workers
        self._is_practice = is_practice

    @contextlib.contextmanager
    def crew(self, style: PaperStyle, duplex: bool, sheets: int) -> Iterator[Crew]:
        """Workers for about so many sheets; few sheets are drawn without any."""
        workers = min(self._workers or _cores(), _MOST_WORKERS, -(-sheets // SHEETS_A_TASK))
        if sheets <= FEW_SHEETS and not self._workers:
            workers = 0
        crew = Crew(replace(style, is_practice=self._is_practice), duplex, workers)
        try:
            yield crew
        finally:
            crew.dismiss()

    def bind(self, pieces: Iterable[Piece], path: Path, style: PaperStyle, duplex: bool, beat: Beat) -> PrintedFile:
        """Put drawn sheets, own sheets and section sheets into one file. ``DOC-401`` to ``DOC-406``."""
        style = replace(style, is_practice=style.is_practice or self._is_practice)
        with written_aside(path) as (aside, stream):
            pdf = PdfFile(stream, "MeritDesk")
            printed = []
            for piece in pieces:
                beat()
                _start_in_front(pdf, style, duplex)
                first = pdf.page_count + 1
                document_id, places = _add(pdf, piece, style)
                if document_id:
                    printed.append(PrintedSheet(document_id, first, pdf.page_count + 1 - first, places))
            if not printed:
                raise FileRefusal("DOC-406", path=str(path))
            pdf.close()
            stream.flush()
            os.fsync(stream.fileno())
            stream.close()
            give_name(aside, path)
        return PrintedFile(str(path), pdf.digest, pdf.page_count, tuple(printed))

    def keep(self, block: DrawnBlock, path: Path) -> str:
        """Lay a drawn block aside on the disk; answers with the digest by which it is trusted later."""
        data = written(block)
        with written_aside(path) as (aside, stream):
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
            stream.close()
            give_name(aside, path)
        return hashlib.sha256(data).hexdigest()

    def recall(self, path: Path, digest: str) -> DrawnBlock | None:
        """A block that was laid aside, or nothing when it is gone or not the same any more."""
        try:
            data = path.read_bytes()
        except OSError:
            return None
        # Nothing is read that is not, to the last byte, what this store remembers to have laid aside.
        return read(data) if hashlib.sha256(data).hexdigest() == digest else None

    def deliver(self, path: Path, target: Path) -> None:
        """Give a finished file its name. ``DOC-401`` to ``DOC-405``."""
        try:
            give_name(path, target)
        except OSError as error:
            raise refusal_of(error, target) from error

    def copy(self, source: Path, path: Path) -> None:
        """Copy a finished file. ``DOC-401`` to ``DOC-405``."""
        with written_aside(path) as (aside, stream):
            with source.open("rb") as whole:
                shutil.copyfileobj(whole, stream, _CHUNK)
            stream.flush()
            os.fsync(stream.fileno())
            stream.close()
            give_name(aside, path)

    def digest_of(self, path: Path) -> str:
        """The SHA-256 of a file; empty when there is none that can be read."""
        digest = hashlib.sha256()
        try:
            with path.open("rb") as stream:
                while chunk := stream.read(_CHUNK):
                    digest.update(chunk)
        except OSError:
            return ""
        return digest.hexdigest()

    def ready(self, folder: Path) -> Path:
        """A folder for files that are not finished. ``DOC-401`` to ``DOC-405``."""
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise refusal_of(error, folder) from error
        return folder

    def discard(self, paths: Iterable[Path]) -> None:
        """Take unfinished files away, quietly."""
        for path in paths:
            with contextlib.suppress(OSError):
                path.unlink(missing_ok=True)

    def clear(self, folder: Path, keep: Iterable[str] = ()) -> None:
        """Take unfinished files away, and the folder when it is empty then."""
        kept = frozenset(keep)
        with contextlib.suppress(OSError):
            self.discard(path for path in list(folder.iterdir()) if path.name not in kept)
            folder.rmdir()


class Crew:
    """Those who draw: worker processes, or this very hand when there are few sheets."""

    def __init__(self, style: PaperStyle, duplex: bool, workers: int) -> None:
        self._style = style
        self._duplex = duplex
        self._workers = workers
        self._pool: ProcessPoolExecutor | None = None

    @property
    def sheets_a_task(self) -> int:
        """How many sheets are worth sending at once; without workers each one is told of as it is drawn."""
        return SHEETS_A_TASK if self._workers else 1

    def draw(self, blocks: Iterable[Sequence[Sheet]], beat: Beat) -> Iterator[DrawnBlock]:
        """Draw blocks of sheets ahead of their use; they come back in their order."""
        return self._in_turn(_DrawTask(self._style), blocks, beat)

    def make(self, files: Iterable[FileWanted], beat: Beat) -> Iterator[MadeFile]:
        """Make small files ahead of their use; they come back in their order. ``DOC-401`` to ``DOC-405``."""
        for answers in self._in_turn(_MakeTask(self._style, self._duplex), _in_tasks(files, self.sheets_a_task), beat):
            for answer in answers:
                if isinstance(answer, _Refused):
                    raise FileRefusal(answer.code, **answer.facts)
                yield answer

    def dismiss(self) -> None:
        """Send everybody home at once, whatever they were at."""
        if self._pool is None:
            return
        workers = list((self._pool._processes or {}).values())
        self._pool.shutdown(wait=False, cancel_futures=True)
        for worker in workers:
            with contextlib.suppress(OSError, ValueError):
                worker.terminate()
        for worker in workers:
            with contextlib.suppress(OSError, ValueError, AssertionError):
                worker.join(1.0)
        self._pool = None

    def _in_turn(self, work: Callable[[Given], Answered], tasks: Iterable[Given], beat: Beat) -> Iterator[Answered]:
        if not self._workers:
            for task in tasks:
                beat()
                yield work(task)
            return
        pool = self._pool = self._pool or ProcessPoolExecutor(
            self._workers, multiprocessing.get_context("spawn"), initializer=_begin_work
        )
        waiting = iter(tasks)
        ahead: deque[Future[Answered]] = deque()
        try:
            while True:
                for task in islice(waiting, max(0, self._workers * TASKS_AHEAD - len(ahead))):
                    ahead.append(pool.submit(work, task))
                if not ahead:
                    return
                yield _answer(ahead.popleft(), beat)
        except BrokenProcessPool as broken:
            raise FileRefusal("DOC-561") from broken


def _answer(future: Future[Answered], beat: Beat) -> Answered:
    """Wait for an answer without going deaf to the clerk who wants to stop."""
    while True:
        beat()
        try:
            return future.result(BEAT_SECONDS)
        except TimeoutError:
            if future.done():
                raise


@dataclass(frozen=True, slots=True)
class _Refused:
    """A refusal on its way home from a worker."""

    code: str
    facts: dict[str, object]


@dataclass(frozen=True, slots=True)
class _DrawTask:
    """Draw some sheets; one that cannot be drawn does not take the others with it."""

    style: PaperStyle

    def __call__(self, sheets: Sequence[Sheet]) -> DrawnBlock:
        try:
            return DrawnBlock(tuple(_cut(draw_part(sheets, self.style))))
        except Exception:  # noqa: BLE001 - found and listed below, by name and cause
            return self._one_by_one(sheets)

    def _one_by_one(self, sheets: Sequence[Sheet]) -> DrawnBlock:
        drawn: list[DrawnSheet] = []
        faults = []
        for sheet in sheets:
            try:
                drawn += _cut(draw_part([sheet], self.style))
            except Exception as error:  # noqa: BLE001 - listed with the order
                faults.append(_fault(sheet, error))
        return DrawnBlock(tuple(drawn), tuple(faults))


@dataclass(frozen=True, slots=True)
class _MakeTask:
    """Make some small files."""

    style: PaperStyle
    duplex: bool

    def __call__(self, files: Sequence[FileWanted]) -> list[MadeFile | _Refused]:
        answers: list[MadeFile | _Refused] = []
        for wanted in files:
            try:
                answers.append(self._made(wanted))
            except FileRefusal as error:
                answers.append(_Refused(error.code, dict(error.facts)))
                break
        return answers

    def _made(self, wanted: FileWanted) -> MadeFile:
        block = _DrawTask(self.style)(wanted.sheets)
        if not block.sheets:
            return MadeFile(wanted.part, None, block.faults)
        printed = PrintShop().bind(block.sheets, Path(wanted.path), self.style, self.duplex, lambda: None)
        return MadeFile(wanted.part, printed, block.faults)


def _cut(part: PartPages) -> Iterator[DrawnSheet]:
    for sheet in part.sheets:
        yield DrawnSheet(sheet.document_id, sheet.first_page, sheet.pages, part, sheet.places)


def _add(pdf: PdfFile, piece: Piece, style: PaperStyle) -> tuple[str, tuple[SignaturePlace, ...]]:
    """Put one piece into the file; answers with its document, if it is one, and where that is signed."""
    if isinstance(piece, DrawnSheet):
        pdf.append(_pages_of(piece))
        return piece.document_id, piece.places
    if isinstance(piece, OfficePaper):
        return piece.stamp.document_id, draw_paper(pdf, piece, style)
    draw_section(pdf, piece, style)
    return "", ()


def _pages_of(sheet: DrawnSheet) -> PartPages:
    """The pages of one sheet, with every drawing that its part repeats; a file takes each of those once."""
    part = sheet.part
    assert isinstance(part, PartPages)
    own = PartPages()
    own.ink = part.ink
    page = 0
    for thing in part.things:
        if isinstance(thing, DrawnPage):
            page += 1
            if not sheet.first_page <= page < sheet.first_page + sheet.pages:
                continue
        own.things.append(thing)
    return own


def _start_in_front(pdf: PdfFile, style: PaperStyle, duplex: bool) -> None:
    """When both sides are printed, nothing may begin on the back of another paper."""
    if duplex and pdf.page_count % 2:
        add_blank(pdf, style.size)


def _fault(sheet: Sheet, error: Exception) -> SheetFault:
    return SheetFault(sheet.stamp.document_id, "DOC-560", {"fault": type(error).__name__, "detail": str(error)[:200]})


def _in_tasks(files: Iterable[FileWanted], most: int) -> Iterator[list[FileWanted]]:
    """Files in portions worth sending to a worker."""
    task: list[FileWanted] = []
    sheets = 0
    for wanted in files:
        task.append(wanted)
        sheets += len(wanted.sheets)
        if sheets >= most:
            yield task
            task, sheets = [], 0
    if task:
        yield task


def _cores() -> int:
    """The cores that this program may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _begin_work() -> None:
    """A worker leaves Ctrl+C to the program that started it, and ends when that is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_end_with, args=(parent.sentinel,), daemon=True).start()


def _end_with(sentinel: int) -> None:
    multiprocessing.connection.wait([sentinel])
    os._exit(1)
