"""Files that bear a name only when they are whole: written aside, then named; and what the disk says against it."""

from __future__ import annotations

import contextlib
import errno
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from meritdesk.core.errors import FileRefusal
from meritdesk.half_written import clear, mark

# The quota error has no number on Windows.
_DISK_FULL = frozenset({errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC)})


@contextlib.contextmanager
def written_aside(target: Path) -> Iterator[tuple[Path, BinaryIO]]:
    """A file beside the target to write into; whatever goes wrong, it is gone afterwards."""
    clear(target.parent)
    aside = target.parent / f".meritdesk-{mark()}.part"
    try:
        if target.is_dir():
            raise FileRefusal("DOC-404", path=str(target))
        with aside.open("xb") as stream:
            yield aside, stream
    except OSError as error:
        raise refusal_of(error, target) from error
    finally:
        with contextlib.suppress(OSError):
            aside.unlink(missing_ok=True)


def refusal_of(error: OSError, target: Path) -> FileRefusal:
    """What the system said about a place for a file, as ``DOC-401`` to ``DOC-405``."""
    facts = {"path": str(target), "cause": error.strerror or str(error)}
    if error.errno in _DISK_FULL:
        return FileRefusal("DOC-402", **facts)
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return FileRefusal("DOC-403", **facts)
    if error.errno in (errno.ENOENT, errno.ENOTDIR):
        return FileRefusal("DOC-405", **facts)
    return FileRefusal("DOC-401", **facts)
