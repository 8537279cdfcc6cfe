"""Print the same D.1.1 and C.1.3 with MeritDesk, with other programs and with a bare writer, in one run on one core.

Every contender runs in a process of its own, so that its peak memory is its own, and all take turns. First each prints
a few sheets whose text and QR are read back: who leaves out a word is not measured. Rates are sheets per second of
processor time, since the machine may have other work; the seconds of the clock stand beside them.
"""

from __future__ import annotations

import argparse
import importlib
import importlib.util
import json
import shutil
import subprocess
import sys
import time
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

import psutil
from _measure import MEGABYTE, report, said, workshop
from _printed import FLAT_MB, ONE_FILE, OURS, SEPARATE, TARGETS
from peers.content import content_of, words_of
from peers.sheets import sheets

from meritdesk.core.documents import Form, PaperStyle
from meritdesk.printing.press import Press

FORMS = (Form.D_1_1, Form.C_1_3)
_WARM_UP = 2
_CHECKED = 3


@dataclass(frozen=True)
class Entry:
    """A contender: its module, the package it needs, and how many sheets of each form take it a few seconds."""

    name: str
    module: str
    package: str
    one_file: tuple[int, int]
    separate: tuple[int, int]

    def count(self, form: Form, way: str) -> int:
        return (self.one_file if way == ONE_FILE else self.separate)[FORMS.index(form)]


ENTRIES = (
    Entry("MeritDesk", "press", "", (1500, 400), (400, 150)),
    Entry("bare writer", "bare", "", (1500, 400), (400, 150)),
    Entry("platypus + segno", "platypus", "", (60, 16), (40, 12)),
    Entry("typst", "typesetter", "typst", (120, 40), (80, 30)),
    Entry("fpdf2", "fpdf2", "fpdf", (24, 8), (20, 8)),
    Entry("WeasyPrint", "weasy", "weasyprint", (10, 4), (6, 3)),
)


def _peak() -> int:
    """The highest resident memory this process ever had."""
    if sys.platform == "win32":
        return int(psutil.Process().memory_info().peak_wset)
    import resource

    unit = 1 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit


def run_one(module: str, form: Form, way: str, count: int, folder: Path) -> None:
    """What a process of its own does: print, and say how long that took and how much memory."""
    peer = importlib.import_module(f"peers.{module}")
    wanted = list(sheets(form, count + _WARM_UP))
    if not peer.WANTS_SHEETS:
        wanted = [content_of(sheet) for sheet in wanted]
    contender = peer.Contender(form, folder)
    out = folder / f"{module}-{form}"
    out.mkdir(exist_ok=True)
    contender.separate(wanted[count:], out)
    started, busy = time.perf_counter(), time.process_time()
    if way == ONE_FILE:
        contender.one_file(wanted[:count], out / "all.pdf")
    else:
        contender.separate(wanted[:count], out)
    facts = {
        "seconds": round(time.perf_counter() - started, 3),
        "processor_seconds": round(time.process_time() - busy, 3),
        "peak_mb": round(_peak() / MEGABYTE),
    }
    print(json.dumps(facts))


def run_flat(count: int, folder: Path) -> None:
    """Print very many D.1.1, made one by one, into one file, and say the peak memory."""
    printed = Press().print_file(
        sheets(Form.D_1_1, count), folder / "flat.pdf", PaperStyle(), lambda done, total: None, count
    )
    print(json.dumps({"peak_mb": round(_peak() / MEGABYTE), "pages": printed.pages}))


def child(*arguments: object) -> dict[str, float]:
    """Run this file again in a process of its own."""
    command = [sys.executable, __file__, *map(str, arguments)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(f"{' '.join(command)}\n{done.stderr}")
    facts: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return facts


def check(entry: Entry, form: Form, folder: Path) -> None:
    """Every word of the sheets must stand in the file, and the QR of the first must be readable."""
    child("--one", entry.module, form, ONE_FILE, _CHECKED, folder)
    path = folder / f"{entry.module}-{form}" / "all.pdf"
    text = subprocess.run(["pdftotext", "-raw", path, "-"], capture_output=True, text=True, check=True).stdout
    found, run_on = set(text.split()), "".join(text.split())
    first, *others = sheets(form, _CHECKED)
    for sheet in (first, *others):
        missing = [word for word in words_of(content_of(sheet)) if word not in found and word not in run_on]
        if missing:
            raise SystemExit(f"{entry.name} left out of {form}: {' '.join(missing[:20])}")
    picture = folder / "first"
    subprocess.run(["pdftoppm", "-r", "200", "-gray", "-png", "-l", "1", "-singlefile", path, picture], check=True)
    read = subprocess.run(
        ["zbarimg", "--quiet", "--raw", picture.with_suffix(".png")], capture_output=True, text=True, check=False
    )
    # The press also says in each QR which page it is.
    if not read.stdout.strip().startswith(first.stamp.qr_text):
        raise SystemExit(f"{entry.name}: the QR of {form} cannot be read")


def measure(entries: list[Entry], rounds: int, times: float, folder: Path) -> dict[tuple[str, str, Form], float]:
    """The best rate of each contender over the rounds, all taking turns; each round is a line of figures."""
    rates: dict[tuple[str, str, Form], float] = defaultdict(float)
    for number in range(1, rounds + 1):
        for form in FORMS:
            for way in (ONE_FILE, SEPARATE):
                for entry in entries:
                    count = max(_CHECKED, round(entry.count(form, way) * times))
                    facts = child("--one", entry.module, form, way, count, folder)
                    rate = count / facts["processor_seconds"]
                    rates[entry.name, way, form] = max(rates[entry.name, way, form], rate)
                    name = f"printing_{form}"
                    report(
                        name, who=entry.name, way=way, round=number, sheets=count, per_second=round(rate, 1), **facts
                    )
    return rates


def table(entries: list[Entry], rates: dict[tuple[str, str, Form], float]) -> None:
    """The rates beside each other."""
    ways = [(form, way) for form in FORMS for way in (ONE_FILE, SEPARATE)]
    said(f"{'sheets per second of one core':<30}" + "".join(f"{f'{form} {way}':>24}" for form, way in ways))
    for entry in entries:
        said(f"{entry.name:<30}" + "".join(f"{rates[entry.name, way, form]:>24,.1f}" for form, way in ways))


def judge(entries: list[Entry], rates: dict[tuple[str, str, Form], float]) -> int:
    """How many targets were missed."""
    missed = 0
    names = {entry.name for entry in entries}
    for (other, way), target in TARGETS.items():
        if other not in names:
            continue
        for form in FORMS:
            ratio = rates[OURS, way, form] / rates[other, way, form]
            missed += ratio < target
            verdict = "held" if ratio >= target else "MISSED"
            said(f"{form}, {way}: {ratio:.2f} times {other} (wanted {target:g}): {verdict}")
    return missed


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=2, help="how often everybody prints; the best round counts")
    parser.add_argument("--times", type=float, default=1.0, help="so many times the usual number of sheets")
    parser.add_argument("--only", default="", metavar="NAMES", help="contenders by name, separated by commas")
    parser.add_argument("--flat", type=int, default=12_000, help="sheets in the file that shows the memory; 0: none")
    parser.add_argument("--one", nargs=5, help=argparse.SUPPRESS)
    parser.add_argument("--flat-one", nargs=2, help=argparse.SUPPRESS)
    chosen = parser.parse_args()
    if chosen.one:
        module, form, way, count, folder = chosen.one
        run_one(module, Form(form), way, int(count), Path(folder))
        return 0
    if chosen.flat_one:
        run_flat(int(chosen.flat_one[0]), Path(chosen.flat_one[1]))
        return 0

    for tool in ("pdftotext", "pdftoppm", "zbarimg"):
        if shutil.which(tool) is None:
            raise SystemExit(f"{tool} is missing: install poppler-utils and zbar-tools")
    entries = []
    for entry in ENTRIES:
        if chosen.only and entry.name not in chosen.only.split(","):
            continue
        if entry.package and importlib.util.find_spec(entry.package) is None:
            said(f"{entry.name} is not installed here and left out (make bench installs it)")
            continue
        entries.append(entry)
    process = psutil.Process()
    if hasattr(process, "cpu_affinity"):
        process.cpu_affinity(process.cpu_affinity()[-1:])
    missed = 0
    with workshop() as folder:
        for entry in entries:
            for form in FORMS:
                check(entry, form, folder)
        said("every contender prints every word, and every QR can be read")
        rates = measure(entries, chosen.rounds, chosen.times, folder)
        table(entries, rates)
        missed += judge(entries, rates)
        if chosen.flat:
            few, many = (child("--flat-one", count, folder) for count in (1_000, chosen.flat))
            report("printing_memory", sheets=chosen.flat, peak_mb=many["peak_mb"], peak_mb_of_1000=few["peak_mb"])
            rise = many["peak_mb"] - few["peak_mb"]
            missed += rise > FLAT_MB
            verdict = "held" if rise <= FLAT_MB else "MISSED"
            said(f"{chosen.flat:,} D.1.1 in one file take {rise:.0f} MB more than 1,000: {verdict}")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
