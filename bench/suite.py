"""`make bench`: the whole set after each other, what each said as JSON in ``results/``, and one table of all of it.

The set is chosen to end in twenty minutes on two quiet cores. What takes longer stands in ``LONG``: it is run by its
own name.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import time
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import psutil
from _printed import BARE, FLAT_MB, OURS, Printed, printed

HERE = Path(__file__).resolve().parent
RESULTS = HERE / "results"
TABLE = RESULTS / "README.md"
Line = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Part:
    """One benchmark of the set, with what it is told."""

    name: str
    told: tuple[str, ...] = ()

    @property
    def command(self) -> str:
        """As somebody types it."""
        return " ".join(("python", f"bench/{self.name}.py", *self.told))


SET = (
    Part("startup"),
    Part("open_window", ("--runs", "7")),
    Part("import_staff"),
    Part("score"),
    Part("printing", ("--rounds", "5", "--times", "0.25", "--flat", "12000")),
    Part("handover"),
    Part("region", ("--agencies", "3", "--staff", "1000", "--periods", "3")),
    Part("list_window"),
    Part("growth"),
)
LONG = (
    "turns",
    "lists",
    "region",
    "timekeeping",
    "print_volume",
    "cancel",
    "destroy",
    "pay",
    "server",
    "scan_pages",
    "sign_sheets",
)
"""Not part of the set: `bench/README.md` says what each needs and what it said last."""


def run(part: Part, environment: Mapping[str, str]) -> list[Line]:
    """One benchmark in a process of its own; its figures, or a stop with what it said."""
    command = [sys.executable, HERE / f"{part.name}.py", *part.told]
    began, load = time.perf_counter(), psutil.getloadavg()[0]
    lines: list[Line] = []
    with subprocess.Popen(command, env=dict(environment), stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        for said in process.stdout:
            print(said, end="", flush=True)
            if said.startswith("{"):
                lines.append(json.loads(said))
    taken = {
        "command": part.command,
        "taken": datetime.now(UTC).strftime("%Y-%m-%d %H:%M UTC"),
        "load_before": round(load, 1),
        "seconds": round(time.perf_counter() - began, 1),
        "exit": process.returncode,
        "machine": lines[-1]["machine"] if lines else {},
        "lines": [{key: value for key, value in line.items() if key != "machine"} for line in lines],
    }
    if lines:
        RESULTS.mkdir(exist_ok=True)
        (RESULTS / f"{part.name}.json").write_text(json.dumps(taken, indent=1) + "\n", encoding="utf-8")
    return lines


def table(results: Path = RESULTS) -> str:
    """Everything that lies in the folder as one page: what was measured, beside what, and whether its target is met."""
    found = {path.stem: json.loads(path.read_text(encoding="utf-8")) for path in sorted(results.glob("*.json"))}
    parts = [
        "# What the benchmarks said",
        "",
        "Made by `make bench`; do not edit. Each figure is the middle of its runs, all contenders in turns and in",
        "processes of their own. *Computed* is processor time, which a busy machine changes less than the clock.",
        "`bench/README.md` says what each benchmark measures and what was learned from it; the whole of what each said",
        "lies beside this page as JSON.",
        "",
    ]
    parts += _taken(found)
    parts += _comparisons(found)
    parts += _printing(found)
    parts += _growth(found)
    parts += _others(found)
    return "\n".join(parts).rstrip() + "\n"


def _taken(found: Mapping[str, Any]) -> list[str]:
    rows = [
        (f"`{one['command']}`", one["taken"], one["load_before"], one["seconds"], _machine(one["machine"]))
        for one in found.values()
    ]
    return ["## When and where", "", *_rows(("Command", "Taken", "Load before", "Seconds", "Machine"), rows), ""]


def _comparisons(found: Mapping[str, Any]) -> list[str]:
    rows: list[Sequence[object]] = []
    for one in found.values():
        for line in one["lines"]:
            if "figures" not in line:
                continue
            for name, figure in line["figures"].items():
                verdict = _verdict(line["targets"].get(name), line["ours"])
                what = line["what"] if name == line["ours"] else ""
                rows.append(
                    (what, name, figure["seconds"], figure["computed"], figure["peak_mb"], figure["runs"], verdict)
                )
    heads = ("What", "Who", "Seconds", "Computed", "Peak MB", "Runs", "Target")
    return ["## Beside a peer and a floor", "", *_rows(heads, rows), ""] if rows else []


def _verdict(target: Mapping[str, Any] | None, ours: str) -> str:
    if target is None:
        return ""
    sense = (
        f"{ours} {target['times']} times as fast"
        if target["sense"] == "faster"
        else f"{ours} {target['times']} times this"
    )
    wanted = "at least" if target["sense"] == "faster" else "at most"
    return f"{sense} ({target['times_computed']} computed), wanted {wanted} {target['wanted']}: {_met(target['met'])}"


def _printing(found: Mapping[str, Any]) -> list[str]:
    lines = found.get("printing", {}).get("lines", ())
    shown = printed(lines)
    if not shown:
        return []
    rows: list[Sequence[object]] = []
    for one in shown:
        first = one.who == OURS
        milliseconds = round(one.seconds * 1000, 2)
        rows.append(
            (
                f"{one.form}, {one.way}" if first else "",
                f"{one.who} (fastest peer)" if one.is_best_peer else one.who,
                one.per_second,
                milliseconds,
                one.peak_mb,
                one.rounds,
                "" if first else _beside(one),
            )
        )
    heads = ("What", "Who", "Sheets a second of one core", "ms a sheet by the clock", "Peak MB", "Runs", "Target")
    memory = [
        f"One file of {line['sheets']:,} D.1.1 takes {line['peak_mb']} MB at most, one of 1,000 takes "
        f"{line['peak_mb_of_1000']}; wanted at most {FLAT_MB} more: "
        f"{_met(line['peak_mb'] - line['peak_mb_of_1000'] <= FLAT_MB)}."
        for line in lines
        if line["bench"] == "printing_memory"
    ]
    return ["## Printing beside other programs", "", *_rows(heads, rows), "", *memory, ""]


def _beside(one: Printed) -> str:
    said = f"{OURS} {one.times:.2f} times as fast"
    if one.who == BARE:
        said += f", takes {1 / one.times:.2f} times its time" if one.times else ""
    if one.wanted is None:
        return said
    return f"{said}, wanted at least {one.wanted:g}: {_met(one.times >= one.wanted)}"


def _growth(found: Mapping[str, Any]) -> list[str]:
    lines = [line for line in found.get("growth", {}).get("lines", ()) if line["bench"] == "growth"]
    if not lines:
        return []
    sizes = sorted(lines[0]["sizes"], key=int)
    rows = [
        (
            line["what"],
            *(line["sizes"][size]["computed"] for size in sizes),
            line["exponent"],
            f"at most {line['wanted_exponent']}: {_met(line['met'])}",
            *(line["sizes"][size]["rise_mb"] for size in sizes),
            ", ".join(str(line["sizes"][size]["runs"]) for size in sizes),
        )
        for line in lines
    ]
    heads = (
        "What",
        *(f"{int(size):,}" for size in sizes),
        "Exponent",
        "Wanted",
        *(f"rise MB, {int(s):,}" for s in sizes),
        "Runs of each size",
    )
    said = [
        "Two halves of these works are done side by side, one on each core; the largest size is a single run. *Rise*",
        "is the memory that the work took beyond what its process held before.",
    ]
    return ["## Growth: processor seconds by number of people", "", *said, "", *_rows(heads, rows), ""]


def _others(found: Mapping[str, Any]) -> list[str]:
    """What has figures of its own kind: each line's numbers in a row."""
    out: list[str] = []
    for one in found.values():
        lines = [
            line
            for line in one["lines"]
            if "figures" not in line and line["bench"] != "growth" and not line["bench"].startswith("printing_")
        ]
        if not lines:
            continue
        rows = [(line["bench"], ", ".join(f"{key} {_value(value)}" for key, value in line.items() if key != "bench"))
                for line in lines]  # fmt: skip
        out += [f"## `{one['command']}`", "", *_rows(("Figure", "Said"), rows), ""]
    return out


def _rows(heads: Sequence[str], rows: Iterable[Sequence[object]]) -> list[str]:
    first = "|" + "|".join(f" {head} " for head in heads) + "|"
    return [first, "|" + "|".join("---" for _ in heads) + "|",
            *("| " + " | ".join(_value(cell) for cell in row) + " |" for row in rows)]  # fmt: skip


def _value(cell: object) -> str:
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    if isinstance(cell, (int, float)):
        return f"{cell:,}"
    return str(cell).replace("|", "\\|")


def _met(is_met: bool) -> str:
    return "met" if is_met else "**missed**"


def _machine(facts: Mapping[str, Any]) -> str:
    return f"Python {facts.get('python', '?')}, {facts.get('cpus', '?')} cores, {facts.get('system', '?')}"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--only", default="", metavar="WORD", help="only those of the set with this word in their name")
    parser.add_argument("--table", action="store_true", help="make the table of what lies there, and measure nothing")
    chosen = parser.parse_args()
    if not chosen.table:
        wanted = [part for part in SET if chosen.only in part.name]
        if not wanted:
            known = ", ".join(part.name for part in SET)
            print(f"Nothing of the set has {chosen.only!r} in its name. The set: {known}.", file=sys.stderr)
            print(f"Run by their own name: {', '.join(LONG)}.", file=sys.stderr)
            return 2
        environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONUNBUFFERED": "1"}
        silent = []
        for part in wanted:
            print(f"\n== {part.command}", flush=True)
            if not run(part, environment):
                silent.append(part.name)
        if silent:
            print(f"\nNo figures came from: {', '.join(silent)}.", file=sys.stderr)
    else:
        silent = []
    TABLE.write_text(table(), encoding="utf-8")
    print(f"\n{TABLE.relative_to(HERE.parent)}")
    return 1 if silent else 0


if __name__ == "__main__":
    sys.exit(main())
