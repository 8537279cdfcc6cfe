"""Lives the year of the sample city and writes docs/city-year.md: every case, how many, and what became of them.

Run it from the root of the checkout: ``python docs/city_year.py [--staff 1200] [--year 2025] [--seed 7101]``.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from meritdesk.messages import Messages  # noqa: E402
from meritdesk.sample_city import telling, year  # noqa: E402
from meritdesk.sample_city.report import Report  # noqa: E402


def page(report: Report) -> str:
    """The page as it stands in docs/."""
    words, cases = Messages("en"), report.cases
    people, closed, waived, not_due, still_open = cases.totals
    lines = [
        "# The city year: every case and what became of it",
        "",
        f"Written by `python docs/city_year.py --staff {report.staff} --year {report.year} --seed {report.seed}`; "
        "`meritdesk demo` prints the same table.",
        "Everything happens through the verbs of the desk, on the day of the story. Nobody stands in two lines, so the",
        "lines add up to the whole register; each person has exactly one outcome. *Open* is meant only where the last",
        "column says so. What stands behind a semicolon is how the assessment grid itself marks these people.",
        "",
        f"{people} people in the register, {cases.due} due for {report.year}: {closed} closed, {waived} waived by name "
        f"and reason, {still_open} open and listed; {not_due} not due. **Not dealt with: {cases.unhandled}.**",
        "",
        "| " + " | ".join(telling.case_heads(words)) + " |",
        "|---|--:|--:|--:|--:|--:|---|",
    ]
    for line in cases.lines:
        codes = ", ".join(f"`{code}` × {count}" for code, count in line.codes.items())
        flags = ", ".join(f"{words.label(f'LINEFLAG:{flag}')} × {count}" for flag, count in line.flags.items())
        done = words.label(f"CASEDONE:{line.case}") + (f" ({codes})" if codes else "") + (f"; {flags}" if flags else "")
        numbers = (line.people, line.closed, line.waived, line.not_due, line.open)
        shown = " | ".join(str(number) if number else "" for number in numbers)
        lines.append(f"| {words.label(f'CASE:{line.case}')} | {shown} | {done} |")
    sums = " | ".join(f"**{number}**" for number in cases.totals)
    lines.append(f"| **{words.label('CASE:ALL')}** | {sums} | |")
    lines += ["", "## What was done", "", "| | |", "|---|--:|"]
    lines += [f"| {name} | {count} |" for name, count in telling.deeds_of(cases, words)]
    return "\n".join(lines) + "\n"


def main() -> None:
    """Live the year in a private folder and write the page."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--staff", type=int, default=1200)
    parser.add_argument("--year", type=int, default=2025)
    parser.add_argument("--seed", type=int, default=7101)
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        report = year.live(Path(folder) / "city", chosen.staff, chosen.year, chosen.seed, lambda done, total: None)
    target = ROOT / "docs" / "city-year.md"
    target.write_text(page(report), encoding="utf-8", newline="\n")
    print(f"{target.name}: {report.cases.due} due, {report.cases.unhandled} not dealt with, {report.seconds} s")
    sys.exit(1 if report.cases.unhandled else 0)


if __name__ == "__main__":
    main()
