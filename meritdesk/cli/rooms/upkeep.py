"""Upkeep on the command line: checks, backups, the journal and the passphrase."""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from pathlib import Path

from meritdesk.cli.answers import Answer, figure, plain
from meritdesk.cli.passphrases import new_passphrase
from meritdesk.cli.progress import step
from meritdesk.cli.rooms import accounts, mappings, office, upkeep_journal, upkeep_personal, upkeep_server
from meritdesk.cli.verbs import Verb, Verbs
from meritdesk.core.store import BackupContents
from meritdesk.messages import Messages
from meritdesk.services import Desk
from meritdesk.wall_clock import noted_minute


def _check(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    report = desk.upkeep.check(step("periksa", words))
    values = {"verb": "upkeep check", "is_sound": report.is_sound, **plain(report)}
    facts = {
        "change_sets": figure(report.change_sets, words),
        "evaluations": figure(report.evaluations_checked, words),
        "evidence": figure(report.evidence_checked, words),
        "lost": figure(len(report.evidence_missing) + len(report.evidence_damaged), words),
    }
    lines = [words.reason("CLI-SOUND" if report.is_sound else "CLI-DAMAGED", facts), *report.remarks]
    return Answer(values, lines, 0 if report.is_sound else 1)


def _rebuild_index(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    entries = desk.upkeep.rebuild_index(step("indeks", words))
    values = {"verb": "upkeep rebuild-index", "entries": entries}
    return Answer(values, [words.reason("CLI-INDEX-MADE", {"entries": figure(entries, words)})])


def _backup(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    watch = step("cadangan", words)
    if chosen.out is None:
        path = desk.upkeep.keeping.keep(watch, chosen.also).path
    else:
        path = desk.upkeep.backup(chosen.out, watch, chosen.also)
    return Answer({"verb": "upkeep backup", "file": str(path)}, [words.reason("CLI-BACKED-UP", {"file": path.name})])


def _undo(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    changes = desk.upkeep.undo(chosen.change_set)
    values = {"verb": "upkeep undo", "change_set": changes.change_set_id}
    return Answer(values, [words.reason("CLI-UNDONE", {"change_set": chosen.change_set})])


def _change_passphrase(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    changes = desk.upkeep.change_passphrase(new_passphrase(words))
    values = {"verb": "upkeep change-passphrase", "change_set": changes.change_set_id}
    return Answer(values, [words.reason("CLI-PASSPHRASE-CHANGED", {})])


def _rehearse(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    return told_contents("upkeep rehearse", desk.upkeep.rehearse(chosen.file), words)


def told_contents(verb: str, found: BackupContents, words: Messages) -> Answer:
    """What a backup holds, in one answer."""
    facts = {
        "name": found.agency.name,
        "code": found.agency.code,
        "made": noted_minute(found.made_at),
        "schema": found.schema,
        "people": figure(found.people, words),
        "plans": figure(found.plans, words),
        "evaluations": figure(found.evaluations, words),
    }
    return Answer({"verb": verb, **plain(found)}, [words.reason("CLI-BACKUP-CONTENTS", facts)])


def _recovery_sheet(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    key = desk.upkeep.new_recovery_key()
    path = desk.upkeep.print_recovery_sheet(key, chosen.out)
    changes = desk.upkeep.change_recovery_key(key)
    values = {"verb": "upkeep recovery-sheet", "file": str(path), "change_set": changes.change_set_id}
    return Answer(values, [words.reason("CLI-RECOVERY-SHEET", {"file": path.name})])


def _check_update(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    update = desk.upkeep.updates.check(chosen.file)
    path = desk.upkeep.updates.take_out(update, chosen.out) if chosen.out is not None else None
    label = update.label
    facts = {"name": chosen.file.name, "version": label.version, "signer": update.signer.agency_name}
    lines = [words.reason("CLI-UPDATE-HOLDS", {**facts, "running": update.running})]
    if path is not None:
        lines.append(words.reason("CLI-UPDATE-TAKEN-OUT", {"file": str(path)}))
    values = {"verb": "upkeep check-update", **plain(label), "running": update.running, "file": str(path or "")}
    return Answer(values, lines)


def _make_update(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    path = desk.upkeep.updates.make(chosen.file, chosen.release, chosen.out)
    values = {"verb": "upkeep make-update", "file": str(path)}
    return Answer(values, [words.reason("CLI-UPDATE-MADE", {"file": path.name})])


VERBS: Mapping[str, Verb] = {
    "check-update": _check_update,
    "make-update": _make_update,
    **office.VERBS,
    **mappings.VERBS,
    **accounts.VERBS,
    **upkeep_journal.VERBS,
    **upkeep_personal.VERBS,
    "server": upkeep_server.state,
    "check": _check,
    "rebuild-index": _rebuild_index,
    "backup": _backup,
    "undo": _undo,
    "change-passphrase": _change_passphrase,
    "recovery-sheet": _recovery_sheet,
    "rehearse": _rehearse,
}


def grammar(verbs: Verbs) -> None:
    """The words of this room."""
    verbs.add_parser("check")
    verbs.add_parser("rebuild-index")
    backup = verbs.add_parser("backup")
    where = "bila tidak disebut: di samping data / if not named: beside the data"
    backup.add_argument("--out", type=Path, default=None, metavar="DIR", help=where)
    backup.add_argument("--also", type=Path, default=None, metavar="DIR", help="tempat kedua / a second place")
    verbs.add_parser("contents").add_argument("file", type=Path)
    verbs.add_parser("rehearse").add_argument("file", type=Path)
    verbs.add_parser("practice-copy").add_argument("file", type=Path)
    verbs.add_parser("support-copy").add_argument("file", type=Path)
    verbs.add_parser("recovery-sheet").add_argument("--out", type=Path, required=True, metavar="FILE")
    verbs.add_parser("restore").add_argument("file", type=Path)
    verbs.add_parser("change-passphrase")
    verbs.add_parser("self-test")
    checked = verbs.add_parser("check-update")
    checked.add_argument("file", type=Path)
    checked.add_argument("--out", type=Path, default=None, metavar="DIR", help="keluarkan pemasang / take it out")
    made = verbs.add_parser("make-update")
    made.add_argument("file", type=Path)
    made.add_argument("--out", type=Path, required=True, metavar="DIR")
    made.add_argument("--release", default="", metavar="VERSION", help="versi, bila tidak ada dalam nama / version")
    upkeep_journal.grammar(verbs)
    upkeep_personal.grammar(verbs)
    verbs.add_parser("undo").add_argument("change_set")
    office.grammar(verbs)
    mappings.grammar(verbs)
    upkeep_server.grammar(verbs)
    accounts.grammar(verbs)
