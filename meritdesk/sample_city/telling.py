"""The demo's table in the reader's language."""

from __future__ import annotations

import re
from pathlib import Path

from meritdesk.messages import Messages
from meritdesk.sample_city.report import Report


def tell(report: Report, words: Messages) -> list[str]:
    """Stages with rows read, taken and refused, then the totals, then how to go on."""
    facts = {
        "folder": report.folder,
        "staff": f"{report.staff:,}",
        "year": report.year,
        "seconds": report.seconds,
        "memory": report.peak_mb,
    }
    heads = [words.label(f"COLUMN:{name}") for name in ("STAGE", "READ", "TAKEN", "REFUSED", "SECONDS")]
    rows = [
        (
            words.label(f"STAGE:{stage.name.upper()}"),
            _n(stage.read),
            _n(stage.added),
            _n(stage.refused),
            f"{stage.seconds:.1f}",
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
            f"    {count:>6,} × {code}  {_general(words.refusal(code, {})[0])}" for code, count in stage.reasons.items()
        ]
    lines.append("")
    totals = (
        ("PLANS", f"{report.plans:,}"),
        ("EVALUATIONS", f"{report.evaluations:,}"),
        ("SHEETS", f"{report.sheets:,}"),
        ("PAGES", f"{report.pages:,}"),
        ("PACKAGE", f"{report.package_size / 1_000_000:.2f} MB"),
        (
            "RECEIPT",
            " · ".join(f"{words.label(f'COUNT:{name.upper()}')} {count:,}" for name, count in report.receipt.items()),
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


def _general(sentence: str) -> str:
    """A sentence about many rows: the facts of each row are left out."""
    return re.sub(r"\{\w+\}", "…", sentence)


def _n(number: int) -> str:
    return f"{number:,}" if number else ""


def _line(cells: tuple[str, ...] | list[str], widths: list[int]) -> str:
    first = cells[0].ljust(widths[0])
    return "  ".join([first, *(cell.rjust(width) for cell, width in zip(cells[1:], widths[1:], strict=True))])
