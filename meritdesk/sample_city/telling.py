"""The demo's table in the reader's language."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

from meritdesk.messages import Messages
from meritdesk.sample_city.cases import CaseTable
from meritdesk.sample_city.report import Report

Figure = Callable[[int | Decimal, Messages], str]
"""Writes a number in the reader's language."""


def tell(report: Report, words: Messages, figure: Figure) -> list[str]:
    """Stages with rows read, taken and refused, then the totals, then how to go on."""

    def n(number: int) -> str:
        return figure(number, words) if number else ""

    def measured(number: float, places: int = 1) -> str:
        return figure(Decimal(f"{number:.{places}f}"), words)

    facts = {
        "folder": report.folder,
        "staff": figure(report.staff, words),
        "year": report.year,
        "seconds": measured(report.seconds),
        "memory": figure(report.peak_mb, words),
    }
    heads = [words.label(f"COLUMN:{name}") for name in ("STAGE", "READ", "TAKEN", "REFUSED", "SECONDS")]
    rows = [
        (
            words.label(f"STAGE:{stage.name.upper()}"),
            n(stage.read),
            n(stage.added),
            n(stage.refused),
            measured(stage.seconds),
        )
        for stage in report.stages
    ]
    widths = [max(len(head), *(len(row[place]) for row in rows)) for place, head in enumerate(heads)]
    lines = [words.reason("DEMO-TITLE", facts), ""]
    lines.append(_line(heads, widths))
    lines.append("  ".join("-" * width for width in widths))
    for row, stage in zip(rows, report.stages, strict=True):
        lines.append(_line(row, widths))
        lines += [
            f"    {figure(count, words):>6} × {code}  {_general(words.refusal(code, {})[0])}"
            for code, count in stage.reasons.items()
        ]
    lines += ["", *case_lines(report.cases, words, figure), ""]
    totals = (
        ("PLANS", figure(report.plans, words)),
        ("EVALUATIONS", figure(report.evaluations, words)),
        ("SHEETS", figure(report.sheets, words)),
        ("PAGES", figure(report.pages, words)),
        ("PACKAGE", f"{measured(report.package_size / 1_000_000, 2)} MB"),
        (
            "RECEIPT",
            " · ".join(
                f"{words.label(f'COUNT:{name.upper()}')} {figure(count, words)}"
                for name, count in report.receipt.items()
            ),
        ),
    )
    lines += [f"{words.label(f'TOTAL:{name}')}: {value}" for name, value in totals]
    lines.append("")
    for name in ("files", "paper", "stick", "backup"):
        lines.append(f"{words.label(f'PLACE:{name.upper()}')}: {Path(report.folder) / name}")
    lines.append("")
    lines.append(words.reason("DEMO-PASSPHRASE", {"passphrase": report.passphrase, "file": report.passphrase_file}))
    lines.append(words.reason("DEMO-OPEN", {"command": f"meritdesk --store {report.folder}/agency"}))
    return lines


def case_lines(cases: CaseTable, words: Messages, figure: Figure) -> list[str]:
    """Every case with its people and what became of them, then what was done besides."""

    def n(number: int) -> str:
        return figure(number, words) if number else ""

    facts = {"due": figure(cases.due, words), "unhandled": figure(cases.unhandled, words)}
    heads = case_heads(words)
    rows = [
        (
            words.label(f"CASE:{line.case}"),
            *(n(number) for number in (line.people, line.closed, line.waived, line.not_due, line.open)),
            words.label(f"CASEDONE:{line.case}"),
        )
        for line in cases.lines
    ]
    rows.append((words.label("CASE:ALL"), *(n(number) for number in cases.totals), ""))
    widths = [max(len(head), *(len(row[place]) for row in rows)) for place, head in enumerate(heads[:-1])]
    lines = [words.reason("DEMO-CASES", facts), ""]
    for row in (heads, *rows):
        lines.append(f"{_line(list(row[:-1]), widths)}  {row[-1]}".rstrip())
    lines.insert(3, "  ".join("-" * width for width in (*widths, len(heads[-1]))))
    lines.append("")
    lines += [f"{name}: {figure(count, words)}" for name, count in deeds_of(cases, words)]
    return lines


def case_heads(words: Messages) -> list[str]:
    """The headings of the table of cases."""
    names = ("CASE", "PEOPLE", "CASE-CLOSED", "CASE-WAIVED", "NOT-DUE", "CASE-OPEN", "CASE-DONE")
    return [words.label(f"COLUMN:{name}") for name in names]


def deeds_of(cases: CaseTable, words: Messages) -> list[tuple[str, int]]:
    """What was done in the year, in words; the changes of careers are one number."""
    changes = sum(count for deed, count in cases.deeds.items() if deed.startswith("CHANGE:"))
    told = [(words.label("DEED:CHANGE"), changes)]
    return told + [
        (words.label(f"DEED:{deed}"), count) for deed, count in cases.deeds.items() if not deed.startswith("CHANGE:")
    ]


def _general(sentence: str) -> str:
    """A sentence about many rows: the facts of each row are left out."""
    return re.sub(r"\{\w+\}", "…", sentence)


def _line(cells: tuple[str, ...] | list[str], widths: list[int]) -> str:
    first = cells[0].ljust(widths[0])
    return "  ".join([first, *(cell.rjust(width) for cell, width in zip(cells[1:], widths[1:], strict=True))])
