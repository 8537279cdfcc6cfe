"""Paper on the command line: printing, verifying and finding documents."""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from pathlib import Path

from meritdesk.cli.answers import SHOWN, Answer, blocked_lines, blocked_values, day_told, figure, listed, more, plain
from meritdesk.cli.options import NUMBER
from meritdesk.cli.progress import step
from meritdesk.cli.rooms import (
    documents_circulation,
    documents_orders,
    documents_scans,
    documents_signing,
)
from meritdesk.cli.verbs import Verb, Verbs
from meritdesk.core.documents import ChoiceStyle, Finding, Form, PaperSize, PaperStyle
from meritdesk.core.errors import UsageRefusal
from meritdesk.core.form_choice import FormOverride
from meritdesk.core.periods import parse_period
from meritdesk.messages import Messages
from meritdesk.services import Desk
from meritdesk.services.documents import VerifyOutcome
from meritdesk.services.print_job import Selection

FEW = 5


def _form(desk: Desk, text: str) -> Form:
    try:
        return Form(text.upper())
    except ValueError:
        known = ", ".join(one.value for one in desk.documents.forms)
        raise UsageRefusal("DOC-421", form=text, known=known) from None


def _print(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    form = _form(desk, chosen.form)
    override = FormOverride(_form(desk, chosen.override_form), chosen.reason) if chosen.override_form else None
    unit_ids = desk.register.branch(chosen.unit) if chosen.unit else ()
    style = PaperStyle(
        PaperSize(chosen.paper),
        ChoiceStyle(chosen.choice),
        is_landscape=chosen.landscape,
        is_stage_six=chosen.stage_six,
    )
    selection = Selection(nip=chosen.nip, unit_ids=unit_ids, record_id=chosen.record)
    period = parse_period(chosen.period)
    outcome = desk.documents.print(form, period, selection, chosen.out, style, step(form.value, words), override)
    values = {
        "verb": "documents print",
        "form": outcome.form.value,
        "override_reason": override.reason.strip() if override else "",
        "file": outcome.file.path if outcome.file else "",
        "digest": outcome.file.digest if outcome.file else "",
        "pages": outcome.file.pages if outcome.file else 0,
        "sheets": outcome.sheets,
        "other_form": outcome.other_form,
        "blocked": blocked_values(outcome.blocked, words),
    }
    facts = {
        "sheets": figure(outcome.sheets, words),
        "pages": figure(outcome.file.pages if outcome.file else 0, words),
        "file": outcome.file.path if outcome.file else "-",
    }
    lines = [words.reason("CLI-PRINTED", facts), *blocked_lines(outcome.blocked, words)]
    return Answer(values, lines, 1 if outcome.blocked else 0)


def _verify(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    if len(chosen.file) > 1 or chosen.file[0].is_dir():
        return _verify_many(desk, chosen, words)
    outcome = desk.documents.verify(chosen.file[0])
    values = {"verb": "documents verify", **_verdict_values(outcome)}
    return Answer(values, _verdict_lines(outcome, words), 0 if outcome.is_good else 1)


def _verify_many(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    """Several files or a folder: a line each, and what asks for a second look in full."""
    verdicts = desk.documents.verify_many(chosen.file, step("periksa", words))
    good = sum(one.outcome is not None and one.outcome.is_good for one in verdicts)
    values: dict[str, object] = {
        "verb": "documents verify",
        "good": good,
        "files": [
            {
                "file": str(one.path),
                "code": one.code,
                "message": words.sentence(one.code, one.facts) if one.code else "",
                **(_verdict_values(one.outcome) if one.outcome else {}),
            }
            for one in verdicts
        ],
    }
    lines = []
    for one in verdicts[:SHOWN]:
        if one.outcome is None:
            lines.append(f"{one.path.name}: {one.code}: {words.sentence(one.code, one.facts)}")
            continue
        first, *rest = _verdict_lines(one.outcome, words)
        lines += [f"{one.path.name}: {first}", *(rest if not one.outcome.is_good else [])]
    lines += more(len(verdicts) - SHOWN, words)
    return Answer(values, lines, 0 if good == len(verdicts) else 1)


def _verdict_values(outcome: VerifyOutcome) -> dict[str, object]:
    return {
        "finding": outcome.finding.value,
        "is_good": outcome.is_good,
        "digest": outcome.digest,
        "pages": outcome.pages,
        "documents": plain(outcome.documents),
        "signatures": plain(outcome.electronic.signatures),
        "additions": plain(outcome.electronic.additions),
        "signed_further": outcome.signed_further,
    }


def _verdict_lines(outcome: VerifyOutcome, words: Messages) -> list[str]:
    lines = [words.label(f"FINDING:{outcome.finding.name}")]
    printed = [one for one in outcome.documents if one.version]
    lines += [
        f"  {one.number} v{one.version} #{one.copy}: {words.label(f'FINDING:{one.finding.name}')}"
        for one in printed[:SHOWN]
    ]
    lines += more(len(printed) - SHOWN, words)
    # Of a file that is not as we printed it only the numbers on its marks are known, not version or copy.
    marks = [one.number for one in outcome.documents if not one.version]
    if marks:
        numbers = ", ".join(marks[:FEW]) + (", …" if len(marks) > FEW else "")
        lines.append(f"  {words.reason('CLI-MARKS', {'count': figure(len(marks), words), 'numbers': numbers})}")
    for one in outcome.electronic.signatures[:SHOWN]:
        when = day_told(one.signed_at.date(), words) if one.signed_at else "-"
        facts = {
            "state": words.label_of(one.state),
            "holder": one.holder if one.is_named else f"{one.holder} ≠ {one.printed_name}",
            "issuer": one.issuer,
            "role": words.label_of(one.role) if one.role else "-",
            "when": f"{when} ({words.label_of(one.time_source)})",
        }
        lines.append(f"  {words.reason('CLI-SIGNATURE', facts)}")
    if outcome.electronic.additions:
        kinds = "; ".join(words.label_of(kind) for kind in outcome.electronic.additions)
        lines.append(f"  {words.reason('CLI-ADDITIONS', {'kinds': kinds})}")
    return lines


def _resolve(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    found = desk.documents.resolve(chosen.mark)
    values = {"verb": "documents resolve", **plain(found)}
    text = f"{found.number} v{found.version} #{found.copy}: {words.label(f'FINDING:{found.finding.name}')}"
    return Answer(values, [text], 0 if found.finding is Finding.CURRENT else 1)


def _list_documents(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    found = desk.documents.lines(chosen.search, chosen.offset, chosen.limit)
    heads = [words.label(f"COLUMN:{name}") for name in ("NUMBER", "NIP", "NAME", "VERSION", "COPY", "FILE", "OVERRIDE")]
    rows: list[tuple[object, ...]] = [
        (one.number, one.nip, one.name, one.version, one.copy, one.file_name, one.override_reason) for one in found
    ]
    if not any(one.override_reason for one in found):
        heads, rows = heads[:-1], [row[:-1] for row in rows]
    text = listed(heads, rows, words)
    total = desk.documents.count(chosen.search)
    return Answer({"verb": "documents list", "total": total, "documents": plain(found)}, text)


def _margin_page(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    path = desk.documents.margin_page(PaperSize(chosen.paper), chosen.landscape, chosen.out)
    values = {"verb": "documents margin-page", "file": str(path)}
    return Answer(values, [words.reason("CLI-MARGIN-PAGE", {"file": str(path)})])


def _cancel(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    outcome = desk.documents.cancel(chosen.number, chosen.reason)
    values = {
        "verb": "documents cancel",
        "number": outcome.number,
        "copies": outcome.copies,
        "holders": outcome.holders,
        "change_set": outcome.changes.change_set_id,
    }
    lines = [words.reason("CLI-CANCELLED", {"number": outcome.number, "copies": figure(outcome.copies, words)})]
    if outcome.holders:
        lines.append(words.reason("CLI-STILL-OUT", {"holders": ", ".join(outcome.holders)}))
    return Answer(values, lines)


VERBS: Mapping[str, Verb] = {
    "print": _print,
    "cancel": _cancel,
    "verify": _verify,
    "resolve": _resolve,
    "margin-page": _margin_page,
    "list": _list_documents,
    **documents_scans.VERBS,
    **documents_signing.VERBS,
    **documents_circulation.VERBS,
    **documents_orders.VERBS,
}


def grammar(verbs: Verbs) -> None:
    """The words of this room."""
    printing = verbs.add_parser("print")
    printing.add_argument("--form", required=True)
    printing.add_argument("--period", required=True)
    whose = printing.add_mutually_exclusive_group(required=True)
    whose.add_argument("--nip", default="")
    whose.add_argument("--unit", default="", metavar="ID")
    whose.add_argument("--all", action="store_true")
    printing.add_argument(
        "--record", default="", metavar="ID", help="satu catatan bimbingan (B.1.6-B.1.10) / one record of guidance"
    )
    printing.add_argument("--out", type=Path, required=True, metavar="DIR")
    printing.add_argument("--paper", choices=("FOLIO", "A4"), default="FOLIO")
    printing.add_argument("--choice", choices=("STRIKE", "CHOSEN_ONLY"), default="STRIKE")
    printing.add_argument("--landscape", action="store_true", help="A.1.4 dan A.1.5 mendatar / lying")
    printing.add_argument("--stage-six", action="store_true", help="draf tahap 6 (A.1.6, A.1.7) / draft of stage six")
    printing.add_argument(
        "--override-form", default="", metavar="F", help="format lain serumpun / another of the family"
    )
    printing.add_argument("--reason", default="", metavar="TEXT", help="alasan format lain / why another form")
    testing = verbs.add_parser("margin-page")
    testing.add_argument("--out", type=Path, required=True, metavar="DIR")
    testing.add_argument("--paper", choices=("FOLIO", "A4"), default="FOLIO")
    testing.add_argument("--landscape", action="store_true")
    verbs.add_parser("verify").add_argument("file", type=Path, nargs="+", help="PDF, folder")
    verbs.add_parser("resolve").add_argument("mark", help="isi kode QR / text of the QR")
    cancelling = verbs.add_parser("cancel")
    cancelling.add_argument("number", help="nomor dokumen atau isi kode QR / number or text of the QR")
    cancelling.add_argument("--reason", required=True, metavar="TEXT")
    register_of_paper = verbs.add_parser("list")
    register_of_paper.add_argument("--search", default="", metavar="TEXT")
    register_of_paper.add_argument("--limit", type=NUMBER, default=200)
    register_of_paper.add_argument("--offset", type=NUMBER, default=0)
    documents_scans.grammar(verbs)
    documents_signing.grammar(verbs)
    documents_circulation.grammar(verbs)
    documents_orders.grammar(verbs)
