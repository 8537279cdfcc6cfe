"""What a print order needs of the press: workers that draw, somebody who binds, and files that keep their word."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Protocol

from meritdesk.core.documents import PaperStyle, PrintedFile, Sheet
from meritdesk.core.print_work import DrawnBlock, FileWanted, MadeFile, Piece

Beat = Callable[[], None]


class Crew(Protocol):
    """Those who draw, on all cores at once. What ``beat`` raises stops them; it is called several times a second."""

    @property
    def sheets_a_task(self) -> int:
        """How many sheets are worth sending at once."""
        ...

    def draw(self, blocks: Iterable[Sequence[Sheet]], beat: Beat) -> Iterator[DrawnBlock]:
        """Draw blocks of sheets ahead of their use; they come back in their order."""
        ...

    def make(self, files: Iterable[FileWanted], beat: Beat) -> Iterator[MadeFile]:
        """Make small files ahead of their use; they come back in their order. ``DOC-401`` to ``DOC-405``."""
        ...


class PrintShop(Protocol):
    """The press as a whole workshop."""

    def crew(self, style: PaperStyle, duplex: bool, sheets: int) -> AbstractContextManager[Crew]:
        """Workers for about so many sheets; few sheets are drawn without any."""
        ...

    def bind(self, pieces: Iterable[Piece], path: Path, style: PaperStyle, duplex: bool, beat: Beat) -> PrintedFile:
        """Put drawn sheets, own sheets and section sheets into one file. ``DOC-401`` to ``DOC-406``."""
        ...

    def keep(self, block: DrawnBlock, path: Path) -> str:
        """Lay a drawn block aside on the disk; answers with the digest by which it is trusted later."""
        ...

    def recall(self, path: Path, digest: str) -> DrawnBlock | None:
        """A block that was laid aside, or nothing when it is gone or not the same any more."""
        ...

    def deliver(self, path: Path, target: Path) -> None:
        """Give a finished file its name. ``DOC-401`` to ``DOC-405``."""
        ...

    def copy(self, source: Path, path: Path) -> None:
        """Copy a finished file. ``DOC-401`` to ``DOC-405``."""
        ...

    def digest_of(self, path: Path) -> str:
        """The SHA-256 of a file; empty when there is none that can be read."""
        ...

    def ready(self, folder: Path) -> Path:
        """A folder for files that are not finished. ``DOC-401`` to ``DOC-405``."""
        ...

    def discard(self, paths: Iterable[Path]) -> None:
        """Take unfinished files away, quietly."""
        ...

    def clear(self, folder: Path, keep: Iterable[str] = ()) -> None:
        """Take unfinished files away, and the folder when it is empty then."""
        ...
