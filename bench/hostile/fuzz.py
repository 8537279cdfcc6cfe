# ruff: noqa: E501 - the table of targets is wide
"""Each parser fed with mutations of honest files, by coverage where atheris is installed (F33, F49 to F54).

``python -m bench.hostile.fuzz`` runs every target for ten minutes in all, ``... fuzz workbook 60`` one target for a minute.
Whatever a parser raises beside its own refusals is a finding; its input is kept below ``build/fuzz``. Without
``requirements/fuzz.txt`` the same targets get random mutations.
"""

from __future__ import annotations

import contextlib
import csv
import io
import os
import random
import shutil
import struct
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

try:
    import atheris

    # Every module of ours that is loaded from here on says which of its branches an input took.
    atheris.instrument_imports(include=["meritdesk"]).__enter__()
except ImportError:
    atheris = None

from bench.faults import budget
from bench.faults.table import Result, keep
from meritdesk.core.errors import Refusal
from meritdesk.core.nip import read_nip
from meritdesk.core.notation import read_date, read_decimal
from meritdesk.exchange.enrolment import read_enrolment
from meritdesk.exchange.fill_markup import unreadable_cells
from meritdesk.exchange.keys import card_from_text
from meritdesk.exchange.old_book import cells_of_old_book
from meritdesk.exchange.pasted import pasted_rows
from meritdesk.exchange.plain_json import JsonFault, read_json
from meritdesk.exchange.seal import open_envelope
from meritdesk.exchange.sheet_guard import FileKind, recognise
from meritdesk.exchange.sheets import text_tables
from meritdesk.exchange.strict_zip import ZipFault, ZipLimits, read_zip
from meritdesk.exchange.trust_list import verify_list
from meritdesk.rulebook import Rulebook

PART = True
COMMAND = "python -m bench.hostile.fuzz"
ROOT = Path(__file__).resolve().parents[2]
SECONDS = 600
STARTING_SECONDS = 1
GOLDEN = ROOT / "tests" / "exchange" / "golden"
KEPT = ROOT / "build" / "fuzz"
LARGEST = 1 << 20
REFUSALS = (Refusal, ZipFault, JsonFault)


def workbook(data: bytes) -> None:
    """The guard of workbooks, and what reads a sheet's own markup behind it."""
    if recognise(data, "a.xlsx") is FileKind.XLSX:
        unreadable_cells(data, "S")


def old_book(data: bytes) -> None:
    """The records of an old workbook."""
    cells_of_old_book(data)


def text(data: bytes) -> None:
    """Separated text at every delimiter."""
    for rows in text_tables(data, "a.csv"):
        for _ in rows():
            pass


def words(data: bytes) -> None:
    """What single cells hold: numbers, figures, days; and a pasted block."""
    said = data.decode("utf-8", "replace")
    read_nip(said)
    read_decimal(said)
    read_date(said)
    pasted_rows(said)


def pack(data: bytes) -> None:
    """A rule pack from a file."""
    Rulebook().read_local(data.decode("utf-8", "replace"))


WANTED = 1_000
"""Inputs for each parser, at least; in ten minutes they are many thousands."""

TARGETS: dict[str, tuple[Callable[[bytes], object], Callable[[], list[bytes]]]] = {
    "envelope": (lambda data: open_envelope(data, "a"), lambda: golden("export", "return")),
    "strict zip": (lambda data: read_zip(data, ZipLimits(99, 1 << 22, 200), deflate=True), lambda: [a_zip()]),
    "enrolment": (read_enrolment, lambda: golden("enrol")),
    "trust list": (verify_list, lambda: golden("enrol")),
    "key card": (lambda data: card_from_text(data.decode("utf-8", "replace")), lambda: [b'{"format":"meritdesk-key/1"}']),
    "JSON": (read_json, lambda: [b'{"a":["b",1,null,true]}']),
    "rule pack": (pack, lambda: small_packs()),
    "workbook": (workbook, lambda: [a_book()]),
    "old workbook": (old_book, lambda: [an_old_book()]),
    "text": (text, lambda: [b'NIP;NAMA\n1;"Si""ti"\n', "NIP\tNAMA\n".encode("utf-16")]),
    "cells": (words, lambda: [b"198501012010011001", b"1.234,5", b"05/03/2025", b'a\t"b\nc"\t']),
}  # fmt: skip


def golden(*kinds: str) -> list[bytes]:
    """Honest packages to begin with."""
    return [(GOLDEN / f"schema-2-{kind}.merit").read_bytes() for kind in kinds]


def small_packs() -> list[bytes]:
    """Nine rule packs of different kinds; the small ones, since large ones only make each input slow."""
    return sorted((path.read_bytes() for path in (ROOT / "resources" / "rules").rglob("*.json")), key=len)[:9]


def a_zip() -> bytes:
    """A small archive of the narrow kind."""
    from meritdesk.exchange.strict_zip import write_zip

    return write_zip([("a", b"b" * 40), ("c", b"")], deflate=True)


def a_book() -> bytes:
    """A small workbook."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as package:
        package.writestr("[Content_Types].xml", "<Types/>")
        package.writestr("xl/workbook.xml", '<workbook><sheets><sheet name="S" r:id="r"/></sheets></workbook>')
        package.writestr(
            "xl/worksheets/sheet1.xml", '<worksheet><row r="1"><c r="A1" t="s"><v>0</v></c></row></worksheet>'
        )
    return stream.getvalue()


def an_old_book() -> bytes:
    """A small old workbook."""
    sys.path.insert(0, str(ROOT / "tests" / "exchange"))
    from sheet_books import write_xls

    with tempfile.TemporaryDirectory() as folder:
        return write_xls(Path(folder) / "a.xls", [["NIP", 1]]).read_bytes()


def once(target: Callable[[bytes], object], data: bytes) -> None:
    """One input; refusing it in our own words is as good as reading it."""
    with contextlib.suppress(REFUSALS):
        target(data)


def blindly(name: str, seconds: float, kept: Path) -> int:
    """Random mutations without looking at coverage; how many inputs were tried."""
    target, seeds = TARGETS[name][0], TARGETS[name][1]()
    chance, tried, until = random.Random(name), 0, time.monotonic() + seconds
    while time.monotonic() < until:
        data = mutated(chance.choice(seeds), chance)
        tried += 1
        try:
            once(target, data)
        except BaseException as error:  # noqa: BLE001 - a traceback is what is looked for
            (kept / f"crash-{type(error).__name__}-{tried}").write_bytes(data)
            print(f"{name}: {type(error).__name__}: {error}"[:200], flush=True)
    return tried


def mutated(data: bytes, chance: random.Random) -> bytes:
    """A few random changes: bits, bytes, pieces left out, doubled, moved, figures at their limits."""
    found = bytearray(data)
    for _ in range(chance.randrange(1, 8)):
        place = chance.randrange(len(found) + 1)
        match chance.randrange(7):
            case 0 if found:
                found[place % len(found)] ^= 1 << chance.randrange(8)
            case 1:
                found[place:place] = chance.randbytes(chance.randrange(1, 9))
            case 2:
                del found[place : place + chance.randrange(1, 40)]
            case 3:
                found[place:place] = found[place : place + chance.randrange(1, 200)] * chance.randrange(1, 5)
            case 4:
                limit = chance.choice((0, 1, 0x7F, 0xFF, 0x7FFF, 0xFFFF, 0x7FFFFFFF, 0xFFFFFFFF))
                found[place : place + 4] = struct.pack("<I", limit)
            case 5:
                found[place:place] = chance.choice(
                    (b'"', b"'", b"\0", b"\xff\xfe", b"{", b"[", b"<c ", b"9" * 30, b"\\ud800")
                )
            case 6 if found:
                found[place % len(found)] = chance.randrange(256)
    return bytes(found[:LARGEST])


def by_coverage(name: str, seconds: int, kept: Path) -> tuple[str, int]:
    """Feed one parser in a child of its own, since libFuzzer ends its process itself; what it said, and the child's end."""
    log = kept / "said"
    child = os.fork()
    if not child:
        quiet = os.open(log, os.O_WRONLY | os.O_CREAT, 0o600)
        os.dup2(quiet, 1)
        os.dup2(quiet, 2)
        try:
            feed(name, seconds, kept)
        finally:
            os._exit(1)
    _, status = os.waitpid(child, 0)
    return log.read_text(encoding="utf-8", errors="replace"), status


def feed(name: str, seconds: int, kept: Path) -> None:
    """What the child does."""
    target, seeds = TARGETS[name][0], TARGETS[name][1]()
    corpus = kept / "corpus"
    corpus.mkdir(exist_ok=True)
    for number, data in enumerate(seeds):
        (corpus / f"seed-{number}").write_bytes(data)
    arguments = [name, str(corpus), f"-max_total_time={seconds}", f"-artifact_prefix={kept}/", f"-max_len={1 << 16}"]

    def tried(data: bytes) -> None:
        try:
            once(target, data)
        except BaseException as error:
            (kept / f"crash-{type(error).__name__}").write_bytes(data)
            raise

    atheris.Setup([*arguments, "-rss_limit_mb=1024", "-timeout=10"], tried)
    atheris.Fuzz()


def runs_of(said: str) -> int:
    """How many inputs libFuzzer says it tried."""
    counts = [int(word) for line in said.splitlines() if line.startswith("Done ") for word in line.split()[1:2]]
    return counts[-1] if counts else 0


def coverage_of(said: str) -> int:
    """How many places of our modules were reached, as libFuzzer says; none where nothing tells it of them."""
    if "no interesting inputs were found" in said:
        return 0
    counts = [int(line.split(" cov: ")[1].split()[0]) for line in said.splitlines() if " cov: " in line]
    return max(counts, default=0)


def main() -> int:
    """Every target in turn, each in a child of its own."""
    chosen = [name for name in TARGETS if len(sys.argv) < 2 or sys.argv[1] in ("all", name)]
    left = budget.of_part()
    whole = SECONDS // len(TARGETS)
    seconds = int(sys.argv[2]) if len(sys.argv) > 2 else whole
    way = "by coverage (atheris)" if atheris else "random mutations (atheris is not installed)"
    results = []
    for place, name in enumerate(chosen):
        began = time.monotonic()
        if left.until is not None:
            # Each child takes a moment to begin and to end.
            seconds = min(whole, max(1, int((left.until - began) / (len(chosen) - place)) - STARTING_SECONDS))
        # The temporary files of a whole run go with it; what a parser died of must not.
        kept = KEPT / name.replace(" ", "-")
        shutil.rmtree(kept, ignore_errors=True)
        kept.mkdir(parents=True)
        if atheris:
            words_of_it, status = by_coverage(name, seconds, kept)
            tried, reached = runs_of(words_of_it), coverage_of(words_of_it)
            if status:
                print(words_of_it[-1500:])
        else:
            tried, reached, status = blindly(name, seconds, kept), -1, 0
        crashes = sorted(path.name for path in kept.glob("*-*") if path.name.startswith(("crash", "oom", "timeout")))
        note = f"{way}{f'; kept in {kept.relative_to(ROOT)}: {crashes[:5]}' if crashes else ''}"
        if not crashes:
            shutil.rmtree(kept, ignore_errors=True)
        results.append(
            Result(
                what=f"parser: {name}", fault="mutations of honest input", rows="F33 F49 F52 F53 F54", tried=tried, wanted=WANTED,
                lost=0, broken=max(len(crashes), status != 0), seconds=time.monotonic() - began, command=COMMAND,
                control=f"inputs are led by {reached:,} places reached in our modules" if reached >= 0 else "",
                is_proved=reached != 0, note=note,
            )
        )  # fmt: skip
    return keep(
        "hostile-fuzz", results, shortened=len(chosen) < len(TARGETS) or (seconds < whole and not left.is_bounded)
    )


if __name__ == "__main__":
    csv.field_size_limit(1 << 17)
    sys.exit(main())
