"""The one format of results of the fault bench, and the table that is made of them.

A part (a module of ``bench/faults`` or ``bench/hostile``) calls ``keep("power", results)`` once at its end. That writes
``bench/results/faults/power.json``, one JSON object a line, and ends the program with 1 when anything was lost, was
broken, was tried too seldom, or when the control run did not show that the harness can see a loss.

A part says so at its beginning (``PART = True``); ``make faults`` runs every part and then this module, which writes
``bench/results/faults.md`` from all of these files.
"""

from __future__ import annotations

import json
import platform
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from bench.faults import budget

RESULTS = Path(__file__).resolve().parents[1] / "results"
FOLDER = RESULTS / "faults"
TABLE = RESULTS / "faults.md"

Line = dict[str, Any]
"""A line of results as it is kept."""

HEAD = """# What the fault bench tried, and what was lost

Made by `python -m bench.faults.table` from the lines in `bench/results/faults/`. Each part runs alone with the command
beside it, all of them with `make faults`. *Tried* are rounds that really met the fault. *Lost* are things that had been
acknowledged and were not there afterwards, *broken* are rounds after which a check found something half or wrong, a
refusal had no code, or a limit was passed. A *control* is a run that takes the protection away and must lose something:
it shows that the harness can see a loss at all. The rows (F01 to F83) are those of `tests/rules/faults.csv`.
"""


@dataclass(frozen=True, slots=True)
class Result:
    """One line of the table: a fault that was brought about so many times in one workflow."""

    what: str
    """The workflow or the kind of input: ``save``, ``import``, ``zip bombs``."""
    fault: str
    """What was done to it: ``power cut``, ``kill -9 at random``, ``bit flip``."""
    rows: str
    """The rows of the fault table that it answers: ``F01`` or ``F33 F34``."""
    tried: int
    wanted: int
    """How many the issue asks for; fewer is a failure."""
    lost: int
    broken: int
    seconds: float
    command: str
    """How to run it alone: ``python -m bench.faults.power``."""
    control: str = ""
    """What the control run lost, in words; empty where there is none."""
    is_proved: bool = True
    """False when the control run lost nothing: then the harness sees no losses and the line is worth nothing."""
    note: str = ""
    beside: str = ""
    """What another run of the same thing said that is not the one shown; ``keep`` writes it."""

    @property
    def is_good(self) -> bool:
        """Nothing lost, nothing broken, tried often enough, and the harness shown to see losses."""
        return self.is_harmless and self.tried >= self.wanted

    @property
    def is_harmless(self) -> bool:
        """Nothing lost, nothing broken, and the harness shown to see losses, however often it was tried."""
        return not self.lost and not self.broken and self.is_proved


def keep(name: str, results: Sequence[Result], *, shortened: bool = False) -> int:
    """Say the lines of one part and keep them in place of those of the same name; the exit code of the part.

    A run that was ``shortened`` by a word on the command line is said, never kept. One that ended with its budget
    (``make faults``) is kept as ``settled`` says, and has failed only when something was lost or nothing was tried.
    """
    is_bounded = budget.of_part().is_bounded
    for result in results:
        said = "ok" if result.is_good else "FAILED"
        if (shortened or is_bounded) and result.tried and result.is_harmless and not result.is_good:
            said = "ok (shortened)"
        remarks = "; ".join(words for words in (result.control and f"control: {result.control}", result.note) if words)
        print(
            f"{said:<8} {result.what} / {result.fault}: tried {result.tried:,} of {result.wanted:,}, "
            f"lost {result.lost}, broken {result.broken}, {result.seconds:.0f} s; {remarks}",
            flush=True,
        )
    if shortened:
        return int(not all(result.is_harmless for result in results))
    FOLDER.mkdir(parents=True, exist_ok=True)
    path = FOLDER / f"{name}.json"
    lines = [json.loads(line) for line in path.read_text("utf-8").splitlines()] if path.exists() else []
    stamp = {
        "date": f"{datetime.now().astimezone():%Y-%m-%d %H:%M}",
        "python": platform.python_version(),
        "system": f"{platform.system()} {platform.machine()}",
    }
    for result in results:
        fresh = {**asdict(result), **stamp}
        before = next((one for one in lines if _key(one) == _key(fresh)), None)
        lines = [one for one in lines if one is not before] + [settled(before, fresh, is_bounded=is_bounded)]
    said_lines = [json.dumps(line, ensure_ascii=False, sort_keys=True) for line in lines]
    path.write_text("\n".join(said_lines) + "\n", encoding="utf-8")
    if is_bounded:
        return int(not all(result.is_harmless and (result.tried or not result.wanted) for result in results))
    return int(not all(result.is_good for result in results))


def _key(line: Line) -> tuple[object, object]:
    return line["what"], line["fault"]


def settled(before: Line | None, fresh: Line, *, is_bounded: bool = False) -> Line:
    """Which of two runs of the same thing stands in the table; a fuller one is never passed over in silence.

    A fresh run takes the place when it tried as much as the one before, when it lost something, or when it tried all
    that was asked without being bounded by a time. Else it becomes a remark on the fuller one, be that good or bad.
    """
    if before is None or fresh["tried"] >= before["tried"]:
        return fresh
    is_harmful = bool(fresh["lost"] or fresh["broken"] or not fresh["is_proved"])
    if is_harmful or (fresh["tried"] >= fresh["wanted"] and not is_bounded):
        return {**fresh, "beside": f"a fuller run before, {_said_of(before)}"}
    return {**before, "beside": f"a shorter run since, {_said_of(fresh)}"}


def _said_of(line: Line) -> str:
    return f"{line['date']}: tried {line['tried']:,}, lost {line['lost']}, broken {line['broken']}"


def kept() -> Iterator[tuple[str, Result, str]]:
    """Every line that was kept, with its part and its date."""
    for path in sorted(FOLDER.glob("*.json")):
        for line in path.read_text(encoding="utf-8").splitlines():
            found = json.loads(line)
            fields = {name: found[name] for name in Result.__dataclass_fields__ if name in found}
            yield path.stem, Result(**fields), str(found["date"])


def table(lines: Iterable[tuple[str, Result, str]]) -> str:
    """The table as Markdown, by part, with a line that adds up and what is not good said first."""
    found = list(lines)
    bad = [f"{part}: {one.what} / {one.fault}" for part, one, _ in found if not one.is_good]
    rows = [
        f"**{len(found)} lines, {sum(one.tried for _, one, _ in found):,} tried, "
        f"{sum(one.lost for _, one, _ in found)} lost, {sum(one.broken for _, one, _ in found)} broken.** "
        + (f"Not as asked: {'; '.join(bad)}." if bad else "Every line is as asked."),
    ]
    for part in dict.fromkeys(part for part, _, _ in found):
        ours = [(one, date) for name, one, date in found if name == part]
        commands = ", ".join(dict.fromkeys(f"`{one.command}`" for one, _ in ours))
        rows += ["", f"## {part}", "", f"{commands}; {max(date for _, date in ours)}", ""]
        rows += ["| What | Fault | Rows | Tried | Asked | Lost | Broken | Seconds | Control and remarks |"]
        rows += ["|---|---|---|---:|---:|---:|---:|---:|---|"]
        for one, _ in ours:
            said = (one.control and f"control: {one.control}", one.note, one.beside)
            remark = "; ".join(words for words in said if words)
            if not one.is_proved:
                remark = f"**the control run lost nothing, so this line proves nothing**; {remark}"
            rows.append(
                f"| {one.what} | {one.fault} | {one.rows} | {one.tried:,} | {one.wanted:,} | {one.lost} | {one.broken} "
                f"| {one.seconds:.0f} | {remark} |"
            )
    return "\n".join([HEAD, *rows, ""])


def main() -> int:
    """Make the table anew; 1 when a line is not as asked."""
    lines = list(kept())
    TABLE.write_text(table(lines), encoding="utf-8")
    print(f"{TABLE.relative_to(RESULTS.parents[1])}: {len(lines)} lines")
    return int(not all(one.is_good for _, one, _ in lines))


if __name__ == "__main__":
    sys.exit(main())
