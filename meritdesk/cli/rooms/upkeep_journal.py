"""The journal on the command line: filtered, printed, taken along, and proved against paper and the region."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Mapping
from pathlib import Path

from meritdesk.cli.answers import Answer, figure, listed, nothing_found, plain
from meritdesk.cli.options import DATE, NUMBER
from meritdesk.cli.progress import step
from meritdesk.cli.rooms.own_sheets import paper_grammar, papers_answer, style_of
from meritdesk.cli.verbs import Verb, Verbs
from meritdesk.core.audit import AuditReport, JournalFilter, JudgedHead
from meritdesk.messages import Messages
from meritdesk.services import Desk


def _wanted(chosen: argparse.Namespace) -> JournalFilter:
    return JournalFilter(chosen.since, chosen.until, chosen.who, chosen.kind, chosen.origin)


def _list(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    found = desk.upkeep.audit.lines(_wanted(chosen), chosen.offset, chosen.limit)
    heads = [words.label(f"COLUMN:{name}") for name in ("NUMBER", "WHEN", "WHO", "VERB", "ROWS", "CHANGE-SET")]
    rows = [
        (
            one.number,
            one.at.astimezone().isoformat(sep=" ", timespec="minutes"),
            one.who,
            one.verb,
            one.rows,
            one.change_set_id,
        )
        for one in found
    ]
    lines = listed(heads, rows, words)
    return Answer({"verb": "upkeep journal", "change_sets": plain(found)}, lines)


def _verify(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    report = desk.upkeep.audit.verify(chosen.head, step("jurnal", words))
    values = {"verb": "upkeep journal verify", "is_whole": report.is_whole, **plain(report)}
    return Answer(values, report_lines(report, words), 0 if report.is_whole else 1)


def report_lines(report: AuditReport, words: Messages) -> list[str]:
    """What was found, in sentences."""
    proof = report.proof
    if proof.fault is not None:
        lines = [words.sentence(f"AUD-BROKEN-{proof.fault.name}", {"number": figure(proof.broken_at, words)})]
    else:
        lines = [words.reason("AUD-WHOLE", {"count": figure(report.head.count, words), "digest": report.head.digest})]
    return [*lines, *(judged_line(one, words) for one in report.heads)]


def judged_line(one: JudgedHead, words: Messages) -> str:
    """How one head held elsewhere stands."""
    facts = {
        "source": words.label_of(one.held.source),
        "note": one.held.note,
        "number": figure(one.held.count, words),
        "verdict": words.label_of(one.verdict),
    }
    return f"{'✗' if one.verdict.is_broken else '✓'} {words.reason('AUD-HEAD', facts)}"


def _held(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    found = desk.upkeep.audit.held()
    lines = [
        f"{one.sender} {one.name} · {one.epoch[:8]} · {one.held.count} {one.held.digest[:16]} · "
        f"{'✗' if one.open_findings else '✓'}"
        for one in found
    ]
    values = {"verb": "upkeep journal held", "held": plain(found)}
    return Answer(values, lines or nothing_found(words))


def _findings(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    found = desk.upkeep.audit.findings()
    lines = [
        f"{one.finding_id} {one.sender} · {one.held.count} {words.label_of(one.verdict)}"
        f"{f' · {one.settled_by}: {one.settled_why}' if one.settled_by else ''}"
        for one in found
    ]
    values = {"verb": "upkeep journal findings", "findings": plain(found)}
    return Answer(values, lines or nothing_found(words))


def _finding(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    changes = desk.upkeep.audit.settle(chosen.finding, chosen.reason)
    values = {"verb": "upkeep journal finding", "change_set": changes.change_set_id}
    return Answer(values, [f"{chosen.finding}: {chosen.reason}"])


def _head(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    return papers_answer("upkeep journal head", desk.upkeep.audit.print(chosen.out, style_of(chosen)), words)


def _print(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    outcome = desk.upkeep.audit.print_journal(_wanted(chosen), chosen.out, style_of(chosen), step=step("jurnal", words))
    return papers_answer("upkeep journal print", outcome, words)


def _export(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    outcome = desk.upkeep.audit.export(_wanted(chosen), chosen.file, words.label, chosen.fields, step("jurnal", words))
    values = {
        "verb": "upkeep journal export",
        "file": str(outcome.path),
        "rows": outcome.rows,
        "change_set": outcome.changes.change_set_id,
    }
    return Answer(values, [f"{outcome.path.name}: {figure(outcome.rows, words)}"])


_ACTS: Mapping[str, Callable[[Desk, argparse.Namespace, Messages], Answer]] = {
    "list": _list,
    "verify": _verify,
    "held": _held,
    "findings": _findings,
    "finding": _finding,
    "head": _head,
    "print": _print,
    "export": _export,
}

VERBS: Mapping[str, Verb] = {"journal": lambda desk, chosen, words: _ACTS[chosen.act or "list"](desk, chosen, words)}


def grammar(verbs: Verbs) -> None:
    """The words of the journal; without an act it lists."""
    journal = verbs.add_parser("journal")
    _narrowed(journal)
    journal.add_argument("--limit", type=NUMBER, default=50)
    journal.add_argument("--offset", type=NUMBER, default=0)
    acts = journal.add_subparsers(dest="act", metavar="ACT", required=False)
    listed = acts.add_parser("list")
    _narrowed(listed)
    listed.add_argument("--limit", type=NUMBER, default=50)
    listed.add_argument("--offset", type=NUMBER, default=0)
    verify = acts.add_parser("verify")
    verify.add_argument(
        "--head", action="append", default=[], metavar="TEXT", help="dari kertas / as typed or scanned from paper"
    )
    acts.add_parser("held")
    acts.add_parser("findings")
    finding = acts.add_parser("finding")
    finding.add_argument("finding", metavar="ID")
    finding.add_argument("--reason", required=True, metavar="TEXT")
    paper_grammar(acts.add_parser("head"))
    printed = acts.add_parser("print")
    _narrowed(printed)
    paper_grammar(printed)
    export = acts.add_parser("export")
    export.add_argument("file", type=Path, help=".xlsx, .csv")
    export.add_argument("--fields", action="store_true", help="setiap kolom semula dan menjadi / old and new")
    _narrowed(export)


def _narrowed(verb: argparse.ArgumentParser) -> None:
    verb.add_argument("--since", type=DATE, default=None, metavar="DAY")
    verb.add_argument("--until", type=DATE, default=None, metavar="DAY")
    verb.add_argument("--who", default="", metavar="NAME")
    verb.add_argument("--kind", default="", metavar="VERB", help="awal nama perbuatan / the beginning of a verb")
    verb.add_argument("--origin", default="", metavar="TEXT")
