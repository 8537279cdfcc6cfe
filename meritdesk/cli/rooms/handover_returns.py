"""What comes back from the region on the command line: returns, corrections, reference data, approvals, paper."""

from __future__ import annotations

import argparse
from collections.abc import Mapping, Sequence
from pathlib import Path

from meritdesk.cli.answers import Answer, figure, nothing_found, plain, table
from meritdesk.cli.options import FILLED
from meritdesk.cli.rooms.execution_places import chosen_deed
from meritdesk.cli.verbs import Verb, Verbs
from meritdesk.core.approvals import Approval
from meritdesk.core.corrections import Correction
from meritdesk.core.periods import parse_period
from meritdesk.core.reference import ReferenceLine
from meritdesk.messages import Messages
from meritdesk.services import Desk

_CORRECTION_HEADS = ("NUMBER", "SENDER", "PERIOD", "NAME", "FIELD", "PRESENT", "WANTED", "STATE", "ANSWER")
_APPROVAL_HEADS = ("SENDER", "PERIOD", "STATE", "WHO", "CLOSED", "DUE", "CHANGED-SINCE", "REASON")
_REFERENCE_HEADS = ("PART", "NAME", "PRESENT", "WANTED", "STATE")


def _table(heads: Sequence[str], rows: Sequence[Sequence[object]], words: Messages) -> list[str]:
    if not rows:
        return nothing_found(words)
    return table([words.label(f"COLUMN:{name}") for name in heads], rows, words)


def _make(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    outcome = desk.handover.returns.make(chosen.agency, chosen.out)
    facts = {"file": outcome.path.name, "corrections": outcome.corrections, "approvals": outcome.approvals}
    code = "CLI-REISSUED" if outcome.reissued else "CLI-RETURN-MADE"
    return Answer({"verb": "handover returns make", **plain(outcome)}, [words.reason(code, facts)])


def _waiting(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    found = desk.handover.returns.waiting(chosen.agency)
    values = {
        "verb": "handover returns waiting",
        "corrections": plain(found.corrections),
        "approvals": plain(found.approvals),
        "reference": plain(found.reference) if found.reference is not None else None,
        "has_trust_list": bool(found.trust_list),
    }
    facts = {"corrections": len(found.corrections), "approvals": len(found.approvals)}
    return Answer(values, [words.reason("CLI-RETURN-WAITING", facts)], 1 if found.is_empty else 0)


def _corrections(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    found = desk.handover.corrections.lines(chosen.agency)
    rows = [
        (
            one.line.correction.correction_id,
            f"{one.agency_name} ({one.agency_code})",
            one.line.correction.period,
            one.line.correction.label,
            one.line.correction.field,
            one.line.correction.present or "-",
            one.line.correction.requested,
            words.label_of(one.line.state),
            one.line.answer.words if one.line.answer is not None else "-",
        )
        for one in found
    ]
    values = {"verb": "handover corrections list", "corrections": plain(found)}
    return Answer(values, _table(_CORRECTION_HEADS, rows, words))


def _fields(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    found = desk.handover.corrections.fields_of(chosen.agency, chosen.period, chosen.table, chosen.record)
    values = {"verb": "handover corrections fields", "fields": dict(found)}
    return Answer(values, _table(("FIELD", "PRESENT"), list(found.items()), words))


def _propose(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    proposed = desk.handover.corrections.propose(
        chosen.agency, chosen.period, chosen.table, chosen.record, chosen.field, chosen.value, chosen.reason
    )
    return _proposed("handover corrections propose", proposed, words)


def _ask(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    proposed = desk.handover.corrections.propose_for_conflict(chosen.agency, chosen.conflict, chosen.reason)
    return _proposed("handover corrections ask", proposed, words)


def _proposed(verb: str, proposed: Correction, words: Messages) -> Answer:
    facts = {"label": proposed.label, "field": proposed.field}
    return Answer({"verb": verb, **plain(proposed)}, [words.reason("CLI-PROPOSED", facts)])


def _accept(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    changes = desk.handover.corrections.accept(chosen.correction, chosen.words)
    values = {"verb": "handover corrections accept", "change_set": changes.change_set_id}
    return Answer(values, [words.reason("CLI-CORRECTED", {})])


def _answer(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    changes = desk.handover.corrections.answer(chosen.correction, chosen.words)
    values = {"verb": "handover corrections answer", "change_set": changes.change_set_id}
    return Answer(values, [words.reason("CLI-ANSWERED", {})])


def _name_unit(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    reference = desk.handover.reference
    changes = reference.name_unit(chosen.agency, chosen.unit, chosen.name, chosen.post, chosen.reason)
    values = {
        "verb": "handover reference name-unit",
        "change_set": changes.change_set_id,
        "namings": plain(reference.namings(chosen.agency)),
    }
    return Answer(values, [words.reason("CLI-REFERENCE-SAID", {})])


def _wish(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    changes = desk.handover.reference.wish_setting(chosen.setting, chosen.value)
    values = {"verb": "handover reference setting", "change_set": changes.change_set_id}
    return Answer(values, [words.reason("CLI-REFERENCE-SAID", {})])


def _add_pack(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    changes = desk.handover.reference.add_pack(chosen.file)
    packs = [
        {"pack_id": one.pack_id, "kind": one.kind, "digest": one.digest} for one in desk.handover.reference.packs()
    ]
    values = {"verb": "handover reference add-pack", "change_set": changes.change_set_id, "packs": packs}
    return Answer(values, [words.reason("CLI-REFERENCE-SAID", {})])


def _given(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    found = desk.handover.reference.given().reference
    rows: list[tuple[object, ...]] = [("PACK", one.pack_id, one.digest[:16]) for one in found.packs]
    rows += [("HOLIDAY", one.day.isoformat(), one.name) for one in found.holidays]
    rows += [("SETTING", name, value) for name, value in sorted(found.settings.items())]
    shown = [(words.label(f"REFERENCEPART:{part}"), name, value) for part, name, value in rows]
    values = {"verb": "handover reference given", "reference": plain(found)}
    return Answer(values, _table(("PART", "NAME", "WANTED"), shown, words))


def _look(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    view = desk.handover.reference.look()
    lines = view.lines if view is not None else ()
    values = {
        "verb": "handover reference show",
        "waits": view is not None,
        "lines": plain(lines),
        "offers": [
            {"package_id": one.package_id, "sender": one.sender, "state": one.state.value}
            for one in desk.handover.reference.offers()
        ],
    }
    return Answer(values, _reference_table(lines, words))


def _take(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    outcome = desk.handover.reference.take()
    values = {"verb": "handover reference take", "change_set": outcome.changes.change_set_id}
    values["lines"] = plain(outcome.lines)
    clean = all(not line.code for line in outcome.lines)
    return Answer(values, _reference_table(outcome.lines, words), 0 if clean else 1)


def _reference_table(lines: Sequence[ReferenceLine], words: Messages) -> list[str]:
    rows = [
        (
            words.label_of(one.part),
            one.name,
            one.here or "-",
            one.there,
            words.label_of(one.fate) + (f" ({one.code})" if one.code else ""),
        )
        for one in lines
    ]
    return _table(_REFERENCE_HEADS, rows, words)


def _approvals(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    found = desk.handover.approvals.lines(chosen.agency)
    rows = [
        (
            f"{one.agency_name} ({one.agency_code})",
            one.line.approval.period,
            words.label_of(one.line.approval.state),
            one.line.approval.decided_by or "-",
            figure(one.line.closed, words),
            figure(one.line.due, words),
            figure(one.line.changes, words),
            one.line.after_lock.reason if one.line.after_lock is not None else one.line.approval.reason or "-",
        )
        for one in found
    ]
    return Answer({"verb": "handover approvals list", "approvals": plain(found)}, _table(_APPROVAL_HEADS, rows, words))


def _complete(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    done = desk.handover.approvals.complete(chosen.agency, parse_period(chosen.period), chosen.reason)
    return _said("handover approvals complete", done, words)


def _approve(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    done = desk.handover.approvals.approve(chosen.agency, parse_period(chosen.period), chosen.reason)
    return _said("handover approvals approve", done, words)


def _lock(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    done = desk.handover.approvals.lock(chosen.agency, parse_period(chosen.period), chosen.reason)
    return _said("handover approvals lock", done, words)


def _unapprove(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    done = desk.handover.approvals.unapprove(chosen.agency, parse_period(chosen.period), chosen.reason)
    return _said("handover approvals unapprove", done, words)


def _said(verb: str, done: Approval, words: Messages) -> Answer:
    facts = {"period": done.period, "state": words.label_of(done.state)}
    return Answer({"verb": verb, **plain(done)}, [words.reason("CLI-APPROVAL", facts)])


def _work_on(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    changes = desk.handover.approvals.work_on(parse_period(chosen.period), chosen.reason)
    values = {"verb": "handover approvals work-on", "change_set": changes.change_set_id}
    return Answer(values, [words.reason("CLI-WORK-ON", {"period": chosen.period})])


def _by_paper(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    outcome = desk.handover.paper_receipts.confirm(" ".join(chosen.text))
    facts = {"number": outcome.paper.number, "file": outcome.line.file_name}
    facts["state"] = words.label(f"RECEIPT:{outcome.paper.code.name}")
    values = {"verb": "handover by-paper", **plain(outcome)}
    return Answer(values, [words.reason("CLI-BY-PAPER", facts)])


VERBS: Mapping[str, Verb] = {
    "returns": chosen_deed({"make": _make, "waiting": _waiting}),
    "corrections": chosen_deed(
        {
            "list": _corrections,
            "fields": _fields,
            "propose": _propose,
            "ask": _ask,
            "accept": _accept,
            "answer": _answer,
        }
    ),
    "reference": chosen_deed(
        {
            "name-unit": _name_unit,
            "setting": _wish,
            "add-pack": _add_pack,
            "given": _given,
            "show": _look,
            "take": _take,
        }
    ),
    "approvals": chosen_deed(
        {
            "list": _approvals,
            "complete": _complete,
            "approve": _approve,
            "lock": _lock,
            "unapprove": _unapprove,
            "work-on": _work_on,
        }
    ),
    "by-paper": _by_paper,
}


def grammar(verbs: Verbs) -> None:
    """The words of returns, in the room of hand-over."""
    returns = verbs.add_parser("returns").add_subparsers(dest="deed", metavar="VERB", required=True)
    make = returns.add_parser("make")
    make.add_argument("agency", type=FILLED, metavar="AGENCY")
    make.add_argument("out", type=Path, metavar="OUT")
    returns.add_parser("waiting").add_argument("agency", type=FILLED, metavar="AGENCY")
    corrections = verbs.add_parser("corrections").add_subparsers(dest="deed", metavar="VERB", required=True)
    corrections.add_parser("list").add_argument("--agency", default="", metavar="CODE")
    for name in ("fields", "propose"):
        place = corrections.add_parser(name)
        place.add_argument("agency", type=FILLED, metavar="AGENCY")
        place.add_argument("--period", type=FILLED, required=True)
        place.add_argument("--table", type=FILLED, required=True, help="pegawai, unit, penilaian, ...")
        place.add_argument("--record", type=FILLED, required=True, metavar="ID")
        if name == "propose":
            place.add_argument("--field", type=FILLED, required=True)
            place.add_argument("--value", default="", help="kosong: minta penjelasan / empty: ask for words")
            place.add_argument("--reason", type=FILLED, required=True)
    ask = corrections.add_parser("ask")
    ask.add_argument("agency", type=FILLED, metavar="AGENCY")
    ask.add_argument("conflict", type=FILLED, metavar="CONFLICT")
    ask.add_argument("--reason", type=FILLED, required=True)
    accept = corrections.add_parser("accept")
    accept.add_argument("correction", type=FILLED, metavar="ID")
    accept.add_argument("--words", default="")
    answer = corrections.add_parser("answer")
    answer.add_argument("correction", type=FILLED, metavar="ID")
    answer.add_argument("--words", type=FILLED, required=True)
    reference = verbs.add_parser("reference").add_subparsers(dest="deed", metavar="VERB", required=True)
    naming = reference.add_parser("name-unit")
    naming.add_argument("agency", type=FILLED, metavar="AGENCY")
    naming.add_argument("unit", type=FILLED, metavar="UNIT")
    naming.add_argument("--name", default="")
    naming.add_argument("--post", default="")
    naming.add_argument("--reason", default="")
    wish = reference.add_parser("setting")
    wish.add_argument("setting", type=FILLED, metavar="NAME")
    wish.add_argument("value", metavar="VALUE")
    reference.add_parser("add-pack").add_argument("file", type=Path)
    for name in ("given", "show", "take"):
        reference.add_parser(name)
    approvals = verbs.add_parser("approvals").add_subparsers(dest="deed", metavar="VERB", required=True)
    approvals.add_parser("list").add_argument("--agency", default="", metavar="CODE")
    for name in ("complete", "approve", "lock", "unapprove"):
        deed = approvals.add_parser(name)
        deed.add_argument("agency", type=FILLED, metavar="AGENCY")
        deed.add_argument("--period", type=FILLED, required=True)
        if name == "unapprove":
            deed.add_argument("--reason", type=FILLED, required=True)
        else:
            deed.add_argument("--reason", default="")
    work_on = approvals.add_parser("work-on")
    work_on.add_argument("--period", type=FILLED, required=True)
    work_on.add_argument("--reason", type=FILLED, required=True)
    verbs.add_parser("by-paper").add_argument("text", nargs="+", metavar="TEXT")
