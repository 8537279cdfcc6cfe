"""A screen of its own for the window of the packaged program, and a picture of what really stands on it."""

from __future__ import annotations

import contextlib
import hashlib
import os
import struct
import subprocess
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from PIL import Image

from shipping.places import Failure

WIDTH, HEIGHT = 1366, 768
"""The small screen of an office; a window takes all of it."""
# Looking takes time from the program that is looked at.
LOOK_SECONDS = 0.05
GROUNDS, INK_OF_A_PAGE = 6, 0.02
REST_SECONDS = 4


@dataclass(frozen=True)
class Screen:
    """An X display that nobody sees; the server keeps what stands on it in a file."""

    name: str
    frame: Path

    def picture(self) -> Image.Image:
        """What stands on the screen now."""
        data = self.frame.read_bytes()
        header_size, _, _, _, width, height, _, _, _, _, _, bits, line = struct.unpack(">13I", data[:52])
        colours = struct.unpack(">I", data[76:80])[0]
        if bits != 32:
            raise Failure(f"The screen keeps {bits} bits a point, 32 were expected.")
        points = data[header_size + colours * 12 :]
        return Image.frombuffer("RGB", (width, height), points, "raw", "BGRX", line, 1)

    def ink(self) -> float:
        """The part of the screen that is not of its few commonest colours: words, lines, signs."""
        counted = sorted((count for count, _ in self.picture().getcolors(1 << 24) or ()), reverse=True)
        return sum(counted[GROUNDS:]) / max(1, sum(counted))

    def shows_something(self) -> bool:
        """Whether a window has been painted: more than the one colour of the empty screen."""
        return self.painted() > 0.2

    def painted(self) -> float:
        """The part of the screen that is not black."""
        histogram = self.picture().convert("L").histogram()
        return 1 - histogram[0] / sum(histogram)


@contextlib.contextmanager
def a_screen(width: int = WIDTH, height: int = HEIGHT) -> Iterator[Screen]:
    """An X server for the time of the block; it picks a free number itself and says which."""
    with tempfile.TemporaryDirectory(prefix="meritdesk-screen-") as name:
        reading, writing = os.pipe()
        command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", f"{width}x{height}x24", "-fbdir", name]
        command += ["-nolisten", "tcp", "-noreset"]
        server = subprocess.Popen(
            command, pass_fds=(writing,), stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        os.close(writing)
        try:
            with os.fdopen(reading) as told:
                number = told.readline().strip()
            if not number:
                raise Failure("Xvfb gave no display.")
            yield Screen(f":{number}", Path(name) / "Xvfb_screen0")
        finally:
            server.terminate()
            with contextlib.suppress(subprocess.TimeoutExpired):
                server.wait(10)


def seconds_until_painted(screen: Screen, process: subprocess.Popen[bytes], started: float, patience: float) -> float:
    """How long after ``started`` a window stood on the screen; a ``Failure`` when the program ended or none came."""
    while not screen.shows_something():
        _ask_on(process, started, patience, "No window stood")
    return time.perf_counter() - started


def seconds_until_full(screen: Screen, process: subprocess.Popen[bytes], started: float, patience: float) -> float:
    """How long until the rooms or the front door stood in the window, whole and at rest for some seconds."""
    stood, last, since = 0.0, b"", time.perf_counter()
    while True:
        now = hashlib.sha256(screen.picture().tobytes()).digest()
        if now != last:
            last, since = now, time.perf_counter()
            if not stood and screen.ink() >= INK_OF_A_PAGE:
                stood = since - started
        elif stood and time.perf_counter() - since > REST_SECONDS:
            return stood
        time.sleep(LOOK_SECONDS * 3)
        _ask_on(process, started, patience, f"The window has {screen.ink():.1%} of ink and is not at rest")


def _ask_on(process: subprocess.Popen[bytes], started: float, patience: float, words: str) -> None:
    if process.poll() is not None:
        raise Failure(f"The window's program ended with {process.returncode}.")
    if time.perf_counter() - started > patience:
        raise Failure(f"{words} after {patience:.0f} s.")
    time.sleep(LOOK_SECONDS)
