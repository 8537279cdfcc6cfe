"""The scan desk on the command line: read what the scanner wrote, see what waits, decide by hand, write it out."""

from __future__ import annotations

import argparse
from collections.abc import Mapping, Sequence
from pathlib import Path

from meritdesk.cli.answers import SHOWN, Answer, blocked_lines, blocked_values, day_told, figure, listed, more, plain
from meritdesk.cli.options import NUMBER
from meritdesk.cli.progress import step
from meritdesk.cli.rooms.execution_places import chosen_deed
from meritdesk.cli.verbs import Verb, Verbs
from meritdesk.core.scans import ScanPlace
from meritdesk.messages import Messages
from meritdesk.services import Desk
from meritdesk.services.documents.scan_views import PageLine, ScannedDocument


def _read(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    outcome = desk.documents.scans.read(chosen.path, step("pindaian", words))
    waiting = outcome.places.get(ScanPlace.DESK, 0)
    values = {
        "verb": "documents scans read",
        "batch": outcome.batch_id,
        "files": outcome.files,
        "read": outcome.read,
        "known": outcome.known,
        "places": _counts(outcome.places),
        "whole": outcome.whole,
        "partial": [_document_value(one) for one in outcome.partial],
        "unmarked": blocked_values(outcome.unmarked, words),
        "remarks": [
            {"number": one.number, "code": one.reason.code, "text": words.reason(one.reason)} for one in outcome.remarks
        ],
        "change_set": outcome.changes.change_set_id,
    }
    facts = {
        "read": figure(outcome.read, words),
        "files": figure(outcome.files, words),
        "known": figure(outcome.known, words),
        "whole": figure(outcome.whole, words),
        **{place.name.lower(): figure(outcome.places.get(place, 0), words) for place in ScanPlace},
    }
    lines = [words.reason("CLI-SCANS-READ", facts)]
    lines += [_document_line(one, words) for one in outcome.partial[:SHOWN]]
    lines += more(len(outcome.partial) - SHOWN, words)
    if waiting:
        found = desk.documents.scans.pages(outcome.batch_id, ScanPlace.DESK)
        lines += [f"  {_why(one, words)} [{one.page.page_id}]" for one in found[:SHOWN]]
        lines += more(len(found) - SHOWN, words)
    lines += blocked_lines(outcome.unmarked, words)
    return Answer(values, lines, 1 if waiting or outcome.partial or outcome.unmarked else 0)


def _stacks(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    found = desk.documents.scans.batches()
    heads = [words.label(f"COLUMN:{name}") for name in ("WHEN", "FILE", "STATE")]
    heads += [words.label_of(place) for place in ScanPlace] + [words.label("COLUMN:STACK")]
    rows = [
        (
            day_told(one.batch.started_at.date(), words),
            one.batch.name,
            words.label("SCANSTACK:OPEN" if one.is_open else "SCANSTACK:READ"),
            *(one.places.get(place, 0) for place in ScanPlace),
            one.batch.batch_id,
        )
        for one in found
    ]
    values = {
        "verb": "documents scans stacks",
        "stacks": [{**plain(one.batch), "is_open": one.is_open, "places": _counts(one.places)} for one in found],
    }
    return Answer(values, listed(heads, rows, words))


def _list(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    scans = desk.documents.scans
    documents: tuple[ScannedDocument, ...] = ()
    if chosen.number:
        documents, found = scans.of_number(chosen.number)
    else:
        place = ScanPlace(chosen.place) if chosen.place else None if chosen.stack else ScanPlace.DESK
        found = scans.pages(chosen.stack, place)
        documents = scans.documents(chosen.stack) if chosen.stack else ()
    heads = [words.label(f"COLUMN:{name}") for name in ("FILE", "STATE", "NUMBER", "WHY", "PAGE")]
    rows = [
        (
            f"{one.page.file_name} {one.page.file_page}",
            words.label_of(one.page.place),
            _told(one),
            words.reason(one.page.reason, one.facts) if one.page.reason else "",
            one.page.page_id,
        )
        for one in found
    ]
    values = {
        "verb": "documents scans list",
        "pages": [_page_value(one, words) for one in found],
        "documents": [_document_value(one) for one in documents],
    }
    lines = listed(heads, rows, words)
    return Answer(values, lines + [_document_line(one, words) for one in documents if not one.scan.is_whole])


def _assign(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    done = desk.documents.scans.assign(
        chosen.page, chosen.number, chosen.version, chosen.copy, chosen.sheet, is_replacing=chosen.replace
    )
    record = done.scan.record
    values = {
        "verb": "documents scans assign",
        "number": record.number,
        "version": record.record_version,
        "copy": record.copy,
        "page": done.page.page,
        "missing": list(done.scan.missing),
        "unmarked": blocked_values(done.unmarked, words),
        "change_set": done.changes.change_set_id,
    }
    missing = ", ".join(map(str, done.scan.missing)) or "-"
    facts = {"number": record.number, "page": done.page.page, "pages": record.pages, "missing": missing}
    return Answer(
        values,
        [words.reason("CLI-SCAN-ASSIGNED", facts), *blocked_lines(done.unmarked, words)],
        1 if done.unmarked else 0,
    )


def _aside(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    changes = desk.documents.scans.set_aside(chosen.page, is_blank=chosen.blank)
    values = {"verb": "documents scans aside", "change_set": changes.change_set_id}
    return Answer(values, [words.reason("CLI-SAVED", {})])


def _back(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    changes = desk.documents.scans.lay_back(chosen.page)
    return Answer(
        {"verb": "documents scans back", "change_set": changes.change_set_id}, [words.reason("CLI-SAVED", {})]
    )


def _export(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    path = desk.documents.scans.export(chosen.number, chosen.out, chosen.version, chosen.copy)
    values = {"verb": "documents scans export", "file": str(path)}
    return Answer(values, [words.reason("CLI-FILES-WRITTEN", {"count": "1"}), f"  {path}"])


def _counts(places: Mapping[ScanPlace, int]) -> dict[str, int]:
    return {place.value: places.get(place, 0) for place in ScanPlace}


def _told(line: PageLine) -> str:
    if not line.number:
        return ""
    page = f" {line.page.page}/{line.pages}" if line.page.page and line.pages else ""
    return f"{line.number} v{line.version} #{line.copy}{page}"


def _why(line: PageLine, words: Messages) -> str:
    return f"{words.sentence(line.page.reason, line.facts)} ({line.page.reason})"


def _page_value(line: PageLine, words: Messages) -> dict[str, object]:
    return {
        "page_id": line.page.page_id,
        "stack": line.page.batch_id,
        "file": line.page.file_name,
        "file_page": line.page.file_page,
        "place": line.page.place.value,
        "reason": line.page.reason,
        "text": words.reason(line.page.reason, line.facts) if line.page.reason else "",
        "number": line.number,
        "version": line.version,
        "copy": line.copy,
        "page": line.page.page,
        "pages": line.pages,
        "name": line.name,
        "decided_by": line.page.decided_by,
    }


def _document_value(one: ScannedDocument) -> dict[str, object]:
    return {
        "number": one.scan.record.number,
        "version": one.scan.record.record_version,
        "copy": one.scan.record.copy,
        "name": one.name,
        "finding": one.finding.value,
        "filed": list(one.scan.filed),
        "missing": list(one.scan.missing),
        "spare": one.scan.spare,
        "elsewhere": [{"version": other.record_version, "copy": other.copy} for other in one.scan.elsewhere],
    }


def _document_line(one: ScannedDocument, words: Messages) -> str:
    record = one.scan.record
    facts = {
        "number": f"{record.number} v{record.record_version} #{record.copy}",
        "missing": _pages(one.scan.missing),
        "pages": record.pages,
        "elsewhere": ", ".join(f"v{other.record_version} #{other.copy}" for other in one.scan.elsewhere),
    }
    return "  " + words.reason("CLI-SCAN-MIXED" if one.scan.elsewhere else "CLI-SCAN-MISSING", facts)


def _pages(numbers: Sequence[int]) -> str:
    return ", ".join(map(str, numbers))


VERBS: Mapping[str, Verb] = {
    "scans": chosen_deed(
        {
            "read": _read,
            "stacks": _stacks,
            "list": _list,
            "assign": _assign,
            "aside": _aside,
            "back": _back,
            "export": _export,
        }
    )
}


def grammar(verbs: Verbs) -> None:
    """The words of the scan desk."""
    scans = verbs.add_parser("scans", help="meja pindai / scan desk").add_subparsers(
        dest="deed", metavar="VERB", required=True
    )
    read = scans.add_parser("read")
    read.add_argument("path", type=Path, nargs="+", help="folder, PDF, PNG, JPG, TIFF")
    scans.add_parser("stacks")
    listing = scans.add_parser("list")
    which = listing.add_mutually_exclusive_group()
    which.add_argument("--stack", default="", metavar="ID")
    which.add_argument("--number", default="", metavar="NUMBER")
    listing.add_argument("--place", choices=tuple(place.value for place in ScanPlace), default="")
    assign = scans.add_parser("assign")
    assign.add_argument("page", metavar="PAGE-ID")
    assign.add_argument("number", help="nomor dokumen / document number")
    assign.add_argument("--version", type=NUMBER, default=0, metavar="N")
    assign.add_argument("--copy", type=NUMBER, default=0, metavar="N")
    assign.add_argument("--page", dest="sheet", type=NUMBER, default=0, metavar="N")
    assign.add_argument("--replace", action="store_true", help="gantikan yang sudah ada / take its place")
    aside = scans.add_parser("aside")
    aside.add_argument("page", metavar="PAGE-ID", nargs="+")
    aside.add_argument("--blank", action="store_true", help="sisi belakang kosong / blank back side")
    scans.add_parser("back").add_argument("page", metavar="PAGE-ID", nargs="+")
    export = scans.add_parser("export")
    export.add_argument("number")
    export.add_argument("--version", type=NUMBER, default=0, metavar="N")
    export.add_argument("--copy", type=NUMBER, default=0, metavar="N")
    export.add_argument("--out", type=Path, required=True, metavar="DIR")
