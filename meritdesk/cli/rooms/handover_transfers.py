"""People who move between agencies, on the command line: let go, look at a file, take in, list."""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from meritdesk.cli.answers import SHOWN, Answer, counted, figure, more, nothing_found, plain, table
from meritdesk.cli.progress import step
from meritdesk.cli.rooms.own_sheets import paper_grammar, papers_answer, style_of
from meritdesk.cli.verbs import Verb, Verbs
from meritdesk.core.errors import Refusal
from meritdesk.core.moves import MoveState
from meritdesk.core.transfers import TwinAnswer
from meritdesk.messages import Messages
from meritdesk.services import Desk
from meritdesk.services.handover.transfer_judging import ArrivingPerson, Placing
from meritdesk.services.handover.transfer_packing import TransferOrder

_LIST_HEADS = ("WAY", "NIP", "NAME", "OTHER-AGENCY", "SINCE", "LETTER", "STATE")
_MOVE_HEADS = ("STATE", "NIP", "NAME", "FROM-AGENCY", "TO-AGENCY", "SINCE", "LETTER")
_COMING_HEADS = ("NIP", "NAME", "FATE", "SINCE", "LETTER", "CLOSED", "HERE")


def _transfers(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    return _ACTS[chosen.act](desk, chosen, words)


def _list(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    lines = desk.handover.transfers.lines()
    rows = [
        (
            words.label_of(one.transfer.way),
            one.transfer.nip,
            one.transfer.name,
            one.transfer.other_name or one.transfer.other_code,
            one.transfer.since.isoformat(),
            one.transfer.letter,
            words.label(f"TRANSFERSTATE:{one.state}"),
        )
        for one in lines[:SHOWN]
    ]
    told = table([words.label(f"COLUMN:{name}") for name in _LIST_HEADS], rows, words) if rows else []
    told = told or nothing_found(words)
    values = {"verb": "handover transfers list", "transfers": plain(lines)}
    return Answer(values, [*told, *more(len(lines) - len(rows), words)])


def _moves(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    found = desk.handover.transfers.moves()
    rows = [
        (
            words.label(f"MOVESTATE:{state_of(one)}"),
            one.nip,
            one.name,
            one.from_code,
            one.to_code,
            one.since.isoformat(),
            one.letter,
        )
        for one in found[:SHOWN]
    ]
    told = table([words.label(f"COLUMN:{name}") for name in _MOVE_HEADS], rows, words) if rows else []
    told = told or nothing_found(words)
    values = {"verb": "handover transfers moves", "moves": plain(found)}
    waiting = any(not one.is_matched for one in found)
    return Answer(values, [*told, *more(len(found) - len(rows), words)], 1 if waiting else 0)


def state_of(one: MoveState) -> str:
    """How a move stands at the region, by its word."""
    if one.is_matched:
        return "MATCHED"
    return "ON_THE_WAY" if one.is_let_go else "NOT_LET_GO"


def _pack(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    order = TransferOrder(
        tuple(chosen.nip), chosen.to, chosen.since, chosen.letter, chosen.letter_day, chosen.note,
        not chosen.without_files, chosen.through_region, chosen.to_name,
    )  # fmt: skip
    outcome = desk.handover.transfers.pack(order, chosen.out, step("kemas", words))
    facts = {
        "people": figure(len(outcome.people), words),
        "receiver": outcome.receiver_name,
        "file": outcome.path.name,
    }
    lines = [
        words.reason("CLI-REISSUED" if outcome.reissued else "CLI-TRANSFER-PACKED", facts),
        counted(outcome.counts, words),
    ]
    if outcome.region:
        lines.append(words.reason("CLI-TRANSFER-THROUGH", {}))
    return Answer({"verb": "handover transfers pack", **plain(outcome)}, lines)


def _look(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    arrival = desk.handover.transfers.look(chosen.file, step("periksa", words))
    lines = [
        words.reason("CLI-TRANSFER-FROM", {"agency": arrival.agency_name, "groups": " ".join(arrival.groups)}),
        counted(arrival.totals, words),
        *_people(arrival.people, words),
    ]
    if arrival.passed_by:
        lines.insert(1, words.reason("CLI-TRANSFER-BY", {"agency": arrival.passed_by}))
    if arrival.is_known:
        lines = [words.reason("CLI-TRANSFER-KNOWN", {})]
    if arrival.asked:
        lines.append(words.reason("CLI-TRANSFER-ASKED", {"count": figure(len(arrival.asked), words)}))
    return Answer({"verb": "handover transfers look", **plain(arrival)}, lines, 1 if arrival.asked else 0)


def _people(people: tuple[ArrivingPerson, ...], words: Messages) -> list[str]:
    rows = [
        (
            one.person.nip,
            one.person.full_name,
            words.label_of(one.fate),
            one.move.since.isoformat(),
            one.move.letter,
            ", ".join(period.code for period in one.closed) or "-",
            one.here.full_name if one.here is not None else "-",
        )
        for one in people[:SHOWN]
    ]
    if not rows:
        return []
    heads = [words.label(f"COLUMN:{name}") for name in _COMING_HEADS]
    return table(heads, rows, words) + more(len(people) - len(rows), words)


def _take(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    arrival = desk.handover.transfers.look(chosen.file)
    placings = {
        one.person.person_id: Placing(chosen.unit, chosen.post, _answer_for(one.person.nip, chosen))
        for one in arrival.people
    }
    outcome = desk.handover.transfers.take(
        chosen.file, chosen.out, placings, step("terima", words), arrival.payload_digest
    )
    values = {
        "verb": "handover transfers take",
        "code": outcome.code.value,
        "receipt": plain(outcome.receipt),
        "people": plain(outcome.people),
        "reply": str(outcome.reply) if outcome.reply is not None else "",
        "unwritten": outcome.unwritten.code if outcome.unwritten else "",
        "change_set": outcome.changes.change_set_id,
    }
    facts = {
        "people": figure(len(outcome.people), words),
        "sender": outcome.header.sender,
        "number": outcome.receipt.number,
    }
    known = outcome.code.value == "D"
    lines = [words.reason("CLI-TRANSFER-KNOWN" if known else "CLI-TRANSFER-TAKEN", facts)]
    lines.append(counted(outcome.receipt.counts, words))
    lines += _people(outcome.people, words)
    lines += [
        f"  {one.table} {one.record_id} {one.code}: {words.sentence(one.code, {})}" for one in outcome.outcomes[:SHOWN]
    ]
    if outcome.reply is not None:
        lines.append(words.reason("CLI-TRANSFER-REPLY", {"file": str(outcome.reply)}))
    lines += _owed(outcome.unwritten, words)
    return Answer(values, lines, 1 if outcome.code.value in ("E", "F") or outcome.unwritten else 0)


def _owed(unwritten: Refusal | None, words: Messages) -> list[str]:
    if unwritten is None:
        return []
    return [words.reason("CLI-OWED", {}), *words.refusal(unwritten.code, unwritten.facts)]


def _pass(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    outcome = desk.handover.transfers.pass_on(chosen.file, chosen.out, chosen.reply, step("teruskan", words))
    facts = {
        "people": figure(outcome.people, words),
        "receiver": outcome.receiver_name,
        "file": outcome.path.name if outcome.path is not None else "-",
        "sender": outcome.header.sender,
    }
    told = "CLI-TRANSFER-RECEIPT-PASSED" if outcome.is_receipt else "CLI-TRANSFER-PASSED"
    told = "CLI-REISSUED" if outcome.reissued else told
    lines = [words.reason(told if outcome.path is not None else "CLI-TRANSFER-FORKED", facts)]
    if outcome.reply is not None:
        lines.append(words.reason("CLI-TRANSFER-REPLY", {"file": str(outcome.reply)}))
    lines += _owed(outcome.unwritten, words)
    values = {
        "verb": "handover transfers pass",
        "code": outcome.code.value,
        "receipt": plain(outcome.receipt),
        "receiver": outcome.receiver,
        "receiver_name": outcome.receiver_name,
        "people": outcome.people,
        "path": str(outcome.path) if outcome.path is not None else "",
        "reply": str(outcome.reply) if outcome.reply is not None else "",
        "reissued": outcome.reissued,
        "unwritten": outcome.unwritten.code if outcome.unwritten else "",
    }
    return Answer(values, lines, 1 if outcome.path is None or outcome.unwritten else 0)


def _note(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    printed = desk.handover.transfers.notes.print(chosen.nip, chosen.out, style_of(chosen))
    return papers_answer("handover transfers note", printed, words)


def _answer_for(nip: str, chosen: argparse.Namespace) -> TwinAnswer | None:
    if nip in chosen.same:
        return TwinAnswer.SAME
    return TwinAnswer.APART if nip in chosen.apart else None


_ACTS: Mapping[str, Verb] = {
    "list": _list,
    "moves": _moves,
    "pack": _pack,
    "pass": _pass,
    "note": _note,
    "look": _look,
    "take": _take,
}
VERBS: Mapping[str, Verb] = {"transfers": _transfers}


def grammar(verbs: Verbs) -> None:
    """The words of transfers."""
    acts = verbs.add_parser("transfers").add_subparsers(dest="act", required=True)
    acts.add_parser("list")
    acts.add_parser("moves")
    pack = acts.add_parser("pack")
    pack.add_argument("nip", nargs="+", metavar="NIP")
    pack.add_argument("--to", required=True, metavar="CODE", help="kode instansi baru / code of the new agency")
    pack.add_argument("--since", type=date.fromisoformat, required=True, metavar="YYYY-MM-DD", help="TMT di sana")
    pack.add_argument("--letter", required=True, metavar="NUMBER", help="nomor surat keputusan / number of the letter")
    pack.add_argument("--letter-day", type=date.fromisoformat, default=None, metavar="YYYY-MM-DD")
    pack.add_argument("--note", default="", metavar="TEXT")
    pack.add_argument("--without-files", action="store_true", help="bukti hanya diterangkan / describe evidence only")
    pack.add_argument("--through-region", action="store_true", help="dititipkan ke wilayah / the region passes it on")
    pack.add_argument("--to-name", default="", metavar="TEXT", help="nama instansi baru / name of the new agency")
    pack.add_argument("--out", type=Path, required=True, metavar="DIR")
    passing = acts.add_parser("pass")
    passing.add_argument("file", type=Path)
    passing.add_argument("--out", type=Path, required=True, metavar="DIR", help="instansi baru / the new agency")
    passing.add_argument("--reply", type=Path, default=None, metavar="DIR", help="tanda terima / for the receipt")
    note = acts.add_parser("note")
    note.add_argument("nip", metavar="NIP")
    paper_grammar(note)
    acts.add_parser("look").add_argument("file", type=Path)
    take = acts.add_parser("take")
    take.add_argument("file", type=Path)
    take.add_argument("--unit", default="", metavar="ID", help="unit di sini / unit here")
    take.add_argument("--post", default="", metavar="TEXT", help="jabatan di sini / post here")
    take.add_argument("--same", action="append", default=[], metavar="NIP", help="orang yang sama / the same person")
    take.add_argument("--apart", action="append", default=[], metavar="NIP", help="orang lain / another person")
    take.add_argument("--out", type=Path, default=None, metavar="DIR", help="folder tanda terima / for the receipt")
