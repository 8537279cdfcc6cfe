"""Evidence and feedback on the command line."""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from pathlib import Path

from meritdesk.cli.answers import Answer, day_told, figure, listed, plain
from meritdesk.cli.options import DATE, FILLED, NUMBER
from meritdesk.cli.progress import step
from meritdesk.cli.rooms.execution_places import chosen_deed, hint_lines, hint_values, indicator_of, person_of
from meritdesk.cli.verbs import Verb, Verbs
from meritdesk.core.evidence import Evidence, EvidenceFilter, EvidenceKind, EvidenceOwner, in_megabytes
from meritdesk.core.feedback import FeedbackChannel, FeedbackGiver, FeedbackMark, FeedbackRhythm
from meritdesk.core.periods import parse_period
from meritdesk.core.plan import BehaviourValue
from meritdesk.messages import Messages
from meritdesk.services import Desk
from meritdesk.services.execution.evidence import Place
from meritdesk.services.execution.feedback import FeedbackDraft

_OWNERS = {
    "feedback": EvidenceOwner.FEEDBACK,
    "guidance": EvidenceOwner.GUIDANCE,
    "documentation": EvidenceOwner.DOCUMENTATION,
    "confidential": EvidenceOwner.CONFIDENTIAL,
}


def _add_evidence(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    person = person_of(desk, chosen.nip)
    if chosen.indicator:
        period = parse_period(chosen.period or "")
        indicator = indicator_of(desk, person, period, chosen.indicator)
        place = Place(person.person_id, EvidenceOwner.ACTUAL, indicator, period)
    else:
        name = next(name for name in _OWNERS if getattr(chosen, name))
        place = Place(person.person_id, _OWNERS[name], getattr(chosen, name))
    kind = EvidenceKind(chosen.kind) if chosen.kind else None
    added = desk.execution.evidence.add(place, chosen.file, kind, chosen.title)
    values = {
        "verb": "execution evidence add",
        "evidence": plain(added.evidence),
        "hints": hint_values(added.hints, words),
        "change_set": added.changes.change_set_id,
    }
    facts = {"file": added.evidence.file_name, "size": in_megabytes(added.evidence.size)}
    said = "CLI-EVIDENCE-ADDED" if added.changes.change_set_id else "CLI-EVIDENCE-THERE"
    lines = [words.reason(said, facts), *hint_lines(added.hints, words)]
    return Answer(values, lines, 1 if added.hints else 0)


def _list_evidence(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    people = (person_of(desk, chosen.nip).person_id,) if chosen.nip else ()
    period = parse_period(chosen.period).code if chosen.period else ""
    found = desk.execution.evidence.lines(EvidenceFilter(person_ids=people, period=period))
    heads = [words.label(f"COLUMN:{name}") for name in ("FILE", "KIND", "PERIOD", "SIZE", "EVIDENCE")]
    rows = [_evidence_row(one, words) for one in found]
    lines = listed(heads, rows, words)
    return Answer({"verb": "execution evidence list", "evidence": plain(found)}, lines)


def _evidence_row(one: Evidence, words: Messages) -> tuple[str, ...]:
    return (one.file_name, words.label_of(one.kind), one.period, in_megabytes(one.size), one.evidence_id)


def _export_evidence(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    wanted = list(chosen.evidence)
    if chosen.nip:
        person = person_of(desk, chosen.nip)
        found = desk.execution.evidence.lines(EvidenceFilter(person_ids=(person.person_id,)))
        # Confidential papers are taken out one by one, by those who may and who mean it.
        wanted += [one.evidence_id for one in found if one.owner is not EvidenceOwner.CONFIDENTIAL]
    written = desk.execution.evidence.export(wanted, chosen.out, step("bukti", words))
    values = {"verb": "execution evidence export", "files": [str(path) for path in written]}
    return Answer(values, [words.reason("CLI-FILES-WRITTEN", {"count": figure(len(written), words)})])


def _mark_evidence(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    changes = desk.execution.evidence.mark(chosen.evidence, EvidenceKind(chosen.kind), chosen.title)
    return _done("execution evidence mark", changes.change_set_id, words)


def _remove_evidence(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    changes = desk.execution.evidence.remove(chosen.evidence)
    return _done("execution evidence remove", changes.change_set_id, words)


def _check_evidence(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    found = desk.execution.evidence.check(step("bukti", words))
    values = {"verb": "execution evidence check", "is_sound": found.is_sound, **plain(found)}
    facts = {
        "looked_at": figure(found.looked_at, words),
        "missing": figure(len(found.missing), words),
        "damaged": figure(len(found.damaged), words),
        "size": in_megabytes(found.bytes_kept),
        "unused": figure(found.unused, words),
    }
    lines = [words.reason("CLI-EVIDENCE-CHECKED", facts)]
    lines += [f"  ✗ {one}" for one in (*found.missing, *found.damaged)]
    return Answer(values, lines, 0 if found.is_sound else 1)


def _add_feedback(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    person = person_of(desk, chosen.nip)
    draft = FeedbackDraft(
        given_on=chosen.date,
        giver=FeedbackGiver(chosen.giver),
        text=chosen.text,
        mark=FeedbackMark(chosen.mark),
        giver_name=chosen.name,
        giver_id=person_of(desk, chosen.giver_nip).person_id if chosen.giver_nip else "",
        rhythm=FeedbackRhythm.SCHEDULED if chosen.scheduled else FeedbackRhythm.INCIDENTAL,
        channel=FeedbackChannel.INDIRECT if chosen.indirect else FeedbackChannel.DIRECT,
        result_number=chosen.result,
        behaviour=BehaviourValue(chosen.behaviour) if chosen.behaviour else None,
        evidence=chosen.evidence,
        is_requested=chosen.requested,
    )
    logged = desk.execution.feedback.add(person.person_id, draft)
    values = {
        "verb": "execution feedback add",
        "entry": plain(logged.entry),
        "hints": hint_values(logged.hints, words),
        "change_set": logged.changes.change_set_id,
    }
    lines = [words.reason("CLI-FEEDBACK-ADDED", {"entry": logged.entry.entry_id}), *hint_lines(logged.hints, words)]
    return Answer(values, lines, 1 if logged.hints else 0)


def _list_feedback(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    log = desk.execution.feedback.log(person_of(desk, chosen.nip).person_id, parse_period(chosen.period))
    heads = [words.label(f"COLUMN:{name}") for name in ("WHEN", "WHO", "ABOUT", "MARK", "TEXT", "ENTRY")]
    rows = [
        (
            day_told(line.entry.given_on, words),
            f"{words.label_of(line.entry.giver)}: {line.entry.giver_name or '-'}",
            words.label_of(line.entry.behaviour) if line.entry.behaviour else str(line.result_number or "-"),
            words.label_of(line.entry.mark),
            line.entry.text,
            line.entry.entry_id,
        )
        for line in log.lines
    ]
    hints = (*log.hints, *(hint for line in log.lines for hint in line.hints))
    values = {
        "verb": "execution feedback list",
        "positive": log.tally.positive,
        "total": log.tally.total,
        "entries": plain(log.lines),
        "hints": hint_values(hints, words),
    }
    lines = listed(heads, rows, words)
    return Answer(values, lines + hint_lines(hints, words))


def _withdraw_feedback(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    changes = desk.execution.feedback.withdraw(chosen.entry, chosen.reason)
    return _done("execution feedback withdraw", changes.change_set_id, words)


def _done(verb: str, change_set: str, words: Messages) -> Answer:
    return Answer({"verb": verb, "change_set": change_set}, [words.reason("CLI-SAVED", {})])


VERBS: Mapping[str, Verb] = {
    "evidence": chosen_deed(
        {
            "add": _add_evidence,
            "list": _list_evidence,
            "export": _export_evidence,
            "mark": _mark_evidence,
            "remove": _remove_evidence,
            "check": _check_evidence,
        }
    ),
    "feedback": chosen_deed({"add": _add_feedback, "list": _list_feedback, "withdraw": _withdraw_feedback}),
}


def grammar(verbs: Verbs) -> None:
    """The words of evidence and feedback."""
    kinds = tuple(kind.value for kind in EvidenceKind)
    evidence = verbs.add_parser("evidence", help="bukti dukung / evidence").add_subparsers(
        dest="deed", metavar="VERB", required=True
    )
    add = evidence.add_parser("add")
    add.add_argument("nip")
    add.add_argument("file", type=Path)
    where = add.add_mutually_exclusive_group(required=True)
    where.add_argument("--indicator", default="", metavar="R.I", help="nomor hasil.indikator, mis. 1.2")
    for name in _OWNERS:
        where.add_argument(f"--{name}", default="", metavar="ID")
    add.add_argument("--period", default="", help="bersama --indicator / with --indicator")
    add.add_argument("--kind", choices=kinds, default="")
    add.add_argument("--title", default="", metavar="TEXT")
    listing = evidence.add_parser("list")
    listing.add_argument("--nip", default="")
    listing.add_argument("--period", default="")
    export = evidence.add_parser("export")
    export.add_argument("evidence", nargs="*", metavar="ID")
    export.add_argument("--nip", default="")
    export.add_argument("--out", type=Path, required=True, metavar="DIR")
    mark = evidence.add_parser("mark")
    mark.add_argument("evidence", metavar="ID")
    mark.add_argument("--kind", choices=kinds, required=True)
    mark.add_argument("--title", default=None, metavar="TEXT")
    evidence.add_parser("remove").add_argument("evidence", metavar="ID")
    evidence.add_parser("check")

    feedback = verbs.add_parser("feedback", help="umpan balik / feedback").add_subparsers(
        dest="deed", metavar="VERB", required=True
    )
    said = feedback.add_parser("add")
    said.add_argument("nip")
    said.add_argument("--date", type=DATE, required=True)
    said.add_argument("--giver", choices=tuple(one.value for one in FeedbackGiver), required=True)
    said.add_argument("--name", default="", help="nama pemberi / who gave it")
    said.add_argument("--giver-nip", default="")
    said.add_argument("--mark", choices=tuple(one.value for one in FeedbackMark), required=True)
    about = said.add_mutually_exclusive_group(required=True)
    about.add_argument("--result", type=NUMBER, default=0, metavar="N")
    about.add_argument("--behaviour", choices=tuple(one.value for one in BehaviourValue), default="")
    said.add_argument("--text", type=FILLED, required=True)
    said.add_argument("--evidence", default="", metavar="TEXT")
    said.add_argument("--scheduled", action="store_true", help="berkala / as agreed")
    said.add_argument("--indirect", action="store_true", help="tidak langsung / through others")
    said.add_argument("--requested", action="store_true", help="atas permintaan pegawai / on request")
    log = feedback.add_parser("list")
    log.add_argument("nip")
    log.add_argument("--period", required=True)
    withdraw = feedback.add_parser("withdraw")
    withdraw.add_argument("entry", metavar="ID")
    withdraw.add_argument("--reason", type=FILLED, required=True)
