# ruff: noqa: E501 - prose above is set wide
"""Does anything that the program leaves behind name a person? (F31)

An agency and its region live through a year in a private HOME and TMPDIR: import, plans, closing, paper, backup, hand-over,
receipt, searches, refusals, a bug, in the services and on the command line; then the window is opened on the store. The
marker names and numbers of its staff are then looked for in every byte and every file name below that folder. What the
clerk brought or asked for in clear (the lists that were imported, the printed sheets, the exported list) lies in folders
of its own, of which only the file names are looked at.
"""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Iterator
from pathlib import Path

from bench.faults.table import Result, keep

PART = True
COMMAND = "python -m bench.hostile.traces"
ROOT = Path(__file__).resolve().parents[2]
MARK = "Zqxpenanda"
LIFE = ROOT / "bench" / "hostile" / "_a_year_with_marks.py"
CODINGS = ("utf-8", "utf-16-le", "utf-16-be")


def spellings(markers: list[str]) -> dict[bytes, str]:
    """The bytes to look for; figures also in groups, as they are printed."""
    return {
        text.encode(coding): marker for marker in markers for text in {marker, marker.lower()} for coding in CODINGS
    }


def finds(folder: Path, markers: list[str], in_clear: frozenset[str]) -> Iterator[str]:
    """Where a marker stands: in a file's name, in its bytes, or in what an archive says of itself."""
    wanted = spellings(markers)
    for path in sorted(folder.rglob("*")):
        told = str(path.relative_to(folder))
        for sought, marker in wanted.items():
            if sought in os.fsencode(told):
                yield f"name of {told}: {marker}"
        if not path.is_file() or in_clear & set(path.relative_to(folder).parts):
            continue
        data = path.read_bytes()
        for sought, marker in wanted.items():
            if sought in data:
                yield f"{told}: {marker}"
        if data.startswith(b"PK"):
            with contextlib.suppress(zipfile.BadZipFile, OSError, RuntimeError), zipfile.ZipFile(path) as archive:
                said = archive.comment + b"".join(entry.comment + entry.extra for entry in archive.infolist())
                if any(sought in said for sought in wanted):
                    yield f"{told}: in the archive's own words"


def main() -> int:
    """Live the year, look for the marks, and make sure that the search would find one."""
    began = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="meritdesk-traces-") as place:
        folder = Path(place)
        for name in ("home", "tmp", "brought", "asked", "kept"):
            (folder / name).mkdir()
        environment = {
            **os.environ,
            "HOME": str(folder / "home"),
            "TMPDIR": str(folder / "tmp"),
            "XDG_CONFIG_HOME": str(folder / "home" / ".config"),
            "XDG_CACHE_HOME": str(folder / "home" / ".cache"),
            "XDG_DATA_HOME": str(folder / "home" / ".local" / "share"),
            "XDG_STATE_HOME": str(folder / "home" / ".local" / "state"),
            "QT_QPA_PLATFORM": "offscreen",
            "PYTHONPATH": str(ROOT),
        }
        done = subprocess.run(
            [sys.executable, str(LIFE), str(folder), MARK], env=environment, capture_output=True, text=True, check=False
        )
        (folder / "kept" / "said.log").write_text(done.stdout + done.stderr, encoding="utf-8")
        if done.returncode:
            print(done.stdout[-2000:], done.stderr[-4000:])
            return 1
        lines = done.stdout.splitlines()
        markers = [MARK, *(line.removeprefix("MARK ") for line in lines if line.startswith("MARK "))]
        (folder / "kept" / "said.log").unlink()
        files = [path for path in folder.rglob("*") if path.is_file()]
        found = list(finds(folder, markers, frozenset({"brought", "asked"})))
        control = sum(1 for _ in finds(folder, markers, frozenset()))
        for one in found:
            print(f"FOUND {one}")
        deeds = [line.removeprefix("DID ") for line in lines if line.startswith("DID ")]
        result = Result(
            what=f"{len(deeds)} workflows of an agency and its region",
            fault=f"{len(markers)} marker names and numbers looked for in {len(files)} files",
            rows="F31 F81",
            tried=len(files),
            wanted=20,
            lost=len(found),
            broken=0,
            seconds=time.monotonic() - began,
            command=COMMAND,
            control=f"the same search finds {control} marks in the folders of what was brought and asked for in clear",
            is_proved=control > 0,
            note=", ".join(deeds),
        )
    return keep("hostile-traces", [result])


if __name__ == "__main__":
    sys.exit(main())
