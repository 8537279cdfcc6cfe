"""The revisions of a PDF by its bytes alone: every end at which the file could once have been whole.

What is added to a PDF is written behind it. So the paper that left the press is found again as the beginning of the
file, byte for byte, whatever came later; nothing has to be understood for that.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from pathlib import Path

from meritdesk.core.errors import FileRefusal

# The end mark, with the line end that a writer may have put behind it.
_END = re.compile(rb"%%EOF(?:\r\n|\n|\r)?")
_LONGEST_END = 7
_MOST_ENDS = 400
_CHUNK = 1 << 20


def beginnings(path: Path) -> Iterator[tuple[str, int]]:
    """For every end mark the SHA-256 and length of all bytes up to it, shortest first, and of the whole file last.

    A file with more end marks than anybody signs is looked at only so far. ``DOC-410`` when it cannot be read.
    """
    digest = hashlib.sha256()
    position = count = 0
    data = b""
    try:
        with path.open("rb") as stream:
            is_last = False
            while not is_last:
                chunk = stream.read(_CHUNK)
                is_last = not chunk
                data += chunk
                done = 0
                # An end mark at the very edge may go on in the next piece.
                edge = len(data) if is_last else max(0, len(data) - _LONGEST_END)
                for found in _END.finditer(data):
                    if found.end() > edge:
                        edge = min(edge, found.start())
                        break
                    digest.update(data[done : found.end()])
                    done = found.end()
                    count += 1
                    if count <= _MOST_ENDS and not (is_last and done == len(data)):
                        yield digest.hexdigest(), position + done
                edge = max(done, edge)
                digest.update(data[done:edge])
                position += edge
                data = data[edge:]
    except OSError as error:
        raise FileRefusal("DOC-410", path=str(path)) from error
    yield digest.hexdigest(), position
