"""Each command of the grammar, carried out on the desk and put into an answer."""

from __future__ import annotations

import argparse
import getpass
import os
import sys
import time
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path

from meritdesk import bootstrap
from meritdesk.cli.answers import (
    SHOWN,
    Answer,
    blocked_lines,
    blocked_values,
    counted,
    figure,
    imported,
    more,
    plain,
    reason_values,
    table,
)
from meritdesk.core.documents import ChoiceStyle, Finding, Form, PaperSize, PaperStyle
from meritdesk.core.errors import UsageRefusal
from meritdesk.core.lines import StaffQuery
from meritdesk.core.periods import parse_period
from meritdesk.core.store import AgencyInfo
from meritdesk.messages import Messages
from meritdesk.services import Desk
from meritdesk.services.print_job import Selection

PASSPHRASE_FILE = "MERITDESK_PASSPHRASE_FILE"
NEW_PASSPHRASE_FILE = "MERITDESK_NEW_PASSPHRASE_FILE"
RECOVERY_KEY_FILE = "MERITDESK_RECOVERY_KEY_FILE"

FEW = 5

Verb = Callable[[Desk, argparse.Namespace, Messages], Answer]


def carry_out(chosen: argparse.Namespace, words: Messages) -> Answer:
    """Find the command, open what it needs, and answer."""
    if chosen.room == "demo":
        return _demo(chosen, words)
    if chosen.room == "upkeep" and chosen.verb == "self-test":
        return _self_test(words)
    if chosen.store is None:
        raise UsageRefusal("CLI-101")
    if chosen.room == "init":
        return _init(chosen, words)
    if chosen.room == "upkeep" and chosen.verb == "restore":
        return _restore(chosen, words)
    verb = VERBS[chosen.room, chosen.verb]
    known, key = _secret(chosen, words)
    with bootstrap.open_desk(chosen.store, known, chosen.actor, recovery_key=key) as desk:
        return verb(desk, chosen, words)


def passphrase(words: Messages) -> str:
    """The passphrase from the named file or from a prompt; without either ``CLI-102``."""
    named = os.environ.get(PASSPHRASE_FILE)
    return _from_file(named, PASSPHRASE_FILE) if named else _typed("CLI-PASSPHRASE", PASSPHRASE_FILE, words)


def new_passphrase(words: Messages) -> str:
    """The passphrase to come, from the named file or typed twice; ``CLI-108`` when the two differ."""
    named = os.environ.get(NEW_PASSPHRASE_FILE)
    if named:
        return _from_file(named, NEW_PASSPHRASE_FILE)
    first = _typed("CLI-NEW-PASSPHRASE", NEW_PASSPHRASE_FILE, words)
    if _typed("CLI-NEW-PASSPHRASE-AGAIN", NEW_PASSPHRASE_FILE, words) != first:
        raise UsageRefusal("CLI-108")
    return first


def _secret(chosen: argparse.Namespace, words: Messages) -> tuple[str, str]:
    """What opens the store, passphrase or recovery key: the key where its file is named, else the passphrase."""
    named = chosen.recovery_key_file or os.environ.get(RECOVERY_KEY_FILE)
    if not named:
        return passphrase(words), ""
    return "", _from_file(named, "--recovery-key-file").strip()


def _from_file(named: str | Path, origin: str) -> str:
    try:
        return Path(named).read_text(encoding="utf-8-sig").strip("\r\n")
    except (OSError, UnicodeDecodeError):
        raise UsageRefusal("CLI-104", variable=origin) from None


def _typed(question: str, variable: str, words: Messages) -> str:
    if not sys.stdin or not sys.stdin.isatty():
        raise UsageRefusal("CLI-102", variable=variable)
    try:
        return getpass.getpass(words.reason(question, {}) + " ")
    except EOFError:
        raise UsageRefusal("CLI-102", variable=variable) from None


def _step(title: str, words: Messages) -> Callable[[int, int], None]:
    """Progress on the error stream, only for a person who watches."""
    if not sys.stderr.isatty():
        return lambda done, total: None
    last = 0.0

    def show(done: int, total: int) -> None:
        nonlocal last
        now = time.monotonic()
        if done >= total:
            print("\r\033[K", end="", file=sys.stderr, flush=True)
        elif now - last > 0.2:
            last = now
            print(f"\r{title} {figure(done, words)}/{figure(total, words)}", end="", file=sys.stderr, flush=True)

    return show


def _init(chosen: argparse.Namespace, words: Messages) -> Answer:
    info = AgencyInfo(
        code=chosen.code,
        name=chosen.agency,
        is_region=chosen.region,
        device=chosen.device,
        place=chosen.place,
    )
    recovery = bootstrap.create_store(chosen.store, info, passphrase(words))
    values = {"verb": "init", "agency": asdict(info), "store": str(chosen.store), "recovery_key": recovery}
    lines = [words.reason("CLI-CREATED", {"name": info.name}), words.reason("CLI-RECOVERY", {"key": recovery})]
    return Answer(values, lines)


def _restore(chosen: argparse.Namespace, words: Messages) -> Answer:
    known, key = _secret(chosen, words)
    saved = bootstrap.restore_store(chosen.file, chosen.store, known, recovery_key=key)
    values = {"verb": "upkeep restore", "store": str(chosen.store), "previous_saved_as": str(saved) if saved else ""}
    lines = [words.reason("CLI-RESTORED", {"store": chosen.store.name})]
    if saved:
        lines.append(words.reason("CLI-PREVIOUS-SAVED", {"name": saved.name}))
    return Answer(values, lines)


def _demo(chosen: argparse.Namespace, words: Messages) -> Answer:
    from meritdesk.sample_city import telling, year

    report = year.live(chosen.folder, chosen.staff, chosen.year, chosen.seed, _step("demo", words))
    values = {"verb": "demo", **plain(report)}
    return Answer(values, telling.tell(report, words, figure))


def _self_test(words: Messages) -> Answer:
    from meritdesk.sample_city import year

    findings = year.self_test(_step("self-test", words))
    lines = [f"{'✓' if ok else '✗'} {words.reason(f'SELFTEST-{name.upper()}', {})}" for name, ok in findings.items()]
    return Answer({"verb": "upkeep self-test", "findings": findings}, lines, 0 if all(findings.values()) else 1)


def _import_units(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    outcome = desk.register.import_units(chosen.file, _step("unit", words), chosen.dry_run, chosen.attach_orphans)
    return imported("register import-units", outcome, words, chosen.dry_run)


def _import_staff(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    outcome = desk.register.import_staff(chosen.file, _step("pegawai", words), chosen.dry_run)
    return imported("register import", outcome, words, chosen.dry_run)


def _import_plans(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    outcome = desk.planning.import_plans(chosen.file, _step("SKP", words), chosen.dry_run)
    return imported("planning import", outcome, words, chosen.dry_run)


def _import_actuals(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    outcome = desk.execution.import_actuals(chosen.file, _step("realisasi", words), chosen.dry_run)
    return imported("execution import", outcome, words, chosen.dry_run)


def _import_ratings(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    outcome = desk.assessment.import_ratings(chosen.file, _step("rating", words), chosen.dry_run)
    return imported("assessment import", outcome, words, chosen.dry_run)


def _list_staff(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    query = StaffQuery(
        unit_ids=desk.register.branch(chosen.unit) if chosen.unit else (),
        search=chosen.search,
        offset=chosen.offset,
        limit=chosen.limit,
        only_problems=chosen.problems,
    )
    total = desk.register.count(query)
    lines = desk.register.staff(query)
    heads = [words.label(f"COLUMN:{name}") for name in ("NIP", "NAME", "POSITION", "UNIT", "RATER")]
    rows = [(one.nip, one.name, one.position, one.unit_name, one.rater_name or one.problem) for one in lines]
    text = table(heads, rows, words) if rows else [words.reason("CLI-NOTHING-FOUND", {})]
    return Answer({"verb": "register list", "total": total, "people": plain(lines)}, text)


def _show_person(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    card = desk.register.show(chosen.nip)
    problem = card.line.problem if card.line else ""
    values = {
        "verb": "register show",
        "person": plain(card.person),
        "unit": plain(card.unit),
        "rater": plain(card.rater),
        "superior": plain(card.superior),
        "basis": card.line.basis.value if card.line else "",
        "problem": problem,
    }
    lines = [
        f"{card.person.full_name}  {card.person.nip}",
        f"  {card.person.position_title} · {card.unit.name if card.unit else '-'} · {card.person.grade}",
        f"  {words.label('COLUMN:RATER')}: {card.rater.full_name if card.rater else '-'}",
        f"  {words.label('COLUMN:SUPERIOR')}: {card.superior.full_name if card.superior else '-'}",
    ]
    if problem:
        lines.append(f"  {problem}: {words.sentence(problem, {})}")
    return Answer(values, lines)


def _show_plan(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    card = desk.planning.show(chosen.nip, chosen.year)
    lines = [f"{card.person.full_name} · SKP {card.plan.year} · {words.label(f'PLAN:{card.plan.state.name}')}"]
    for result in card.plan.results:
        lines.append(f"  {result.number}. {result.text}")
        lines += [f"     - {one.text}: {one.target.text}" for one in result.indicators]
    lines += [f"  {fault}: {words.sentence(fault, {})}" for fault in card.faults]
    values = {"verb": "planning show", "plan": plain(card.plan), "faults": list(card.faults)}
    return Answer(values, lines, 1 if card.faults else 0)


def _close(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    unit_ids = desk.register.branch(chosen.unit) if chosen.unit else ()
    period = parse_period(chosen.period)
    outcome = desk.assessment.close(period, unit_ids, _step("tutup", words))
    early = period.last_day > bootstrap.now().date()
    too_early = words.sentence("CLI-131", {"period": period.code, "day": period.last_day})
    values = {
        "verb": "assessment close",
        "period": chosen.period,
        "due": outcome.due,
        "closed": outcome.closed,
        "already_closed": outcome.already_closed,
        "blocked": blocked_values(outcome.blocked, words),
        "warnings": [
            {"unit": unit, "code": one.code, "text": words.reason(one.code, one.facts)}
            for unit, one in outcome.warnings
        ]
        + ([{"unit": "", "code": "CLI-131", "text": too_early}] if early else []),
        "predicates": outcome.predicates,
        "change_set": outcome.changes.change_set_id,
    }
    facts = {
        "due": figure(outcome.due, words),
        "closed": figure(outcome.closed, words),
        "already": figure(outcome.already_closed, words),
        "blocked": figure(len(outcome.blocked), words),
    }
    lines = [words.reason("CLI-CLOSED", facts)]
    if early:
        lines.append(f"  CLI-131: {too_early}")
    lines += [
        f"  {words.label(f'PREDICATE:{name}')}: {figure(number, words)}" for name, number in outcome.predicates.items()
    ]
    lines += blocked_lines(outcome.blocked, words)
    return Answer(values, lines, 1 if outcome.blocked else 0)


def _show_evaluation(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    card = desk.assessment.show(chosen.nip, parse_period(chosen.period))
    evaluation = card.evaluation
    suggested = card.suggestion.rating
    values = {
        "verb": "assessment show",
        "nip": card.person.nip,
        "name": card.person.full_name,
        "period": evaluation.period.code,
        "state": evaluation.state.value,
        "org_level": plain(evaluation.org_level or (card.level.level if card.level else None)),
        "suggested_rating": plain(suggested),
        "result_rating": plain(evaluation.result_rating),
        "behaviour_rating": plain(evaluation.behaviour_rating),
        "predicate": plain(evaluation.predicate),
        "explanation": reason_values(card.explanation, words),
        "suggestion_reasons": reason_values((*card.suggestion.reasons, *card.suggestion.warnings), words),
        "packs": plain(evaluation.packs),
        "version": evaluation.version,
        "digest": evaluation.digest,
    }
    lines = [
        f"{card.person.full_name} · {evaluation.period.code} · {words.label(f'EVALUATION:{evaluation.state.name}')}"
    ]
    pairs = (
        ("COLUMN:SUGGESTION", f"RATING:{suggested.name}" if suggested else ""),
        ("COLUMN:RESULT", f"RATING:{evaluation.result_rating.name}" if evaluation.result_rating else ""),
        ("COLUMN:BEHAVIOUR", f"RATING:{evaluation.behaviour_rating.name}" if evaluation.behaviour_rating else ""),
        ("COLUMN:PREDICATE", f"PREDICATE:{evaluation.predicate.name}" if evaluation.predicate else ""),
    )
    lines += [f"  {words.label(head)}: {words.label(value) if value else '-'}" for head, value in pairs]
    lines += [f"  · {words.reason(one.code, one.facts)} ({one.source})" for one in card.explanation]
    return Answer(values, lines)


def _print(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    try:
        form = Form(chosen.form.upper())
    except ValueError:
        known = ", ".join(one.value for one in Form)
        raise UsageRefusal("DOC-421", form=chosen.form, known=known) from None
    unit_ids = desk.register.branch(chosen.unit) if chosen.unit else ()
    style = PaperStyle(PaperSize(chosen.paper), ChoiceStyle(chosen.choice))
    selection = Selection(nip=chosen.nip, unit_ids=unit_ids)
    period = parse_period(chosen.period)
    outcome = desk.documents.print(form, period, selection, chosen.out, style, _step(form.value, words))
    values = {
        "verb": "documents print",
        "form": form.value,
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
    outcome = desk.documents.verify(chosen.file)
    values = {
        "verb": "documents verify",
        "finding": outcome.finding.value,
        "digest": outcome.digest,
        "pages": outcome.pages,
        "documents": plain(outcome.documents),
    }
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
    return Answer(values, lines, 0 if outcome.finding.value == "CURRENT" else 1)


def _resolve(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    found = desk.documents.resolve(chosen.mark)
    values = {"verb": "documents resolve", **plain(found)}
    text = f"{found.number} v{found.version} #{found.copy}: {words.label(f'FINDING:{found.finding.name}')}"
    return Answer(values, [text], 0 if found.finding is Finding.CURRENT else 1)


def _list_documents(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    found = desk.documents.lines(chosen.search, chosen.offset, chosen.limit)
    heads = [words.label(f"COLUMN:{name}") for name in ("NUMBER", "NIP", "NAME", "VERSION", "COPY", "FILE")]
    rows = [(one.number, one.nip, one.name, one.version, one.copy, one.file_name) for one in found]
    text = table(heads, rows, words) if rows else [words.reason("CLI-NOTHING-FOUND", {})]
    total = desk.documents.count(chosen.search)
    return Answer({"verb": "documents list", "total": total, "documents": plain(found)}, text)


def _pack(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    outcome = desk.handover.pack(parse_period(chosen.period), chosen.out, _step("kemas", words))
    values = {
        "verb": "handover pack",
        "file": str(outcome.path),
        "size": outcome.size,
        "payload_digest": outcome.payload_digest,
        "header": plain(outcome.header),
        "counts": outcome.counts,
        "drafts": outcome.drafts,
        "reissued": outcome.reissued,
        "state": "UNCONFIRMED",
    }
    facts = {"file": outcome.path.name, "evaluations": figure(outcome.counts["evaluations"], words)}
    facts["drafts"] = figure(outcome.drafts, words)
    lines = [words.reason("CLI-REISSUED" if outcome.reissued else "CLI-PACKED", facts)]
    return Answer(values, lines)


def _inspect(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    view = desk.handover.inspect(chosen.file)
    values = {
        "verb": "handover inspect",
        "header": plain(view.header),
        "is_verified": view.is_verified,
        "signer": plain(view.signer),
        "key_id": view.key_id,
        "size": view.size,
        "payload_digest": view.payload_digest,
    }
    lines = [f"  {name}: {value}" for name, value in plain(view.header).items()]
    lines.append(words.reason("CLI-SIGNED-BY" if view.is_verified else "CLI-NOT-VERIFIED", {"name": _signer(values)}))
    return Answer(values, lines, 0 if view.is_verified else 1)


def _signer(values: dict[str, object]) -> str:
    signer = values["signer"]
    return str(signer["agency_name"]) if isinstance(signer, dict) else "-"


def _receive(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    outcome = desk.handover.receive(chosen.file, chosen.out, _step("terima", words), chosen.confirm_new_epoch)
    values = {
        "verb": "handover receive",
        "kind": outcome.header.kind.value,
        "code": outcome.code.value,
        "receipt": plain(outcome.receipt),
        "reply": str(outcome.reply) if outcome.reply else "",
    }
    lines = [words.label(f"RECEIPT:{outcome.code.name}"), counted(outcome.receipt.counts, words)]
    missing = outcome.receipt.missing_sequences
    if missing:
        numbers = ", ".join(map(str, missing[:SHOWN])) + (", …" if len(missing) > SHOWN else "")
        lines.append(words.sentence("CLI-GAP", {"numbers": numbers, "sender": outcome.receipt.sender}))
    if outcome.reply:
        lines.append(words.reason("CLI-REPLY", {"file": outcome.reply.name}))
    clean = outcome.code.value in ("A", "D")
    return Answer(values, lines, 0 if clean else 1)


_RECEIPT_HEADS = ("DIRECTION", "FILE", "SENDER", "PERIOD", "SEQUENCE", "STATE", "RECEIPT")


def _receipts(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    found = desk.handover.receipts()
    heads = [words.label(f"COLUMN:{name}") for name in _RECEIPT_HEADS]
    sent = [
        (
            words.label("WAY:OUT"),
            one.file_name,
            "",
            one.period,
            one.sequence,
            words.label(f"SENT:{one.state}"),
            one.receipt_number,
        )
        for one in found.outgoing
    ]
    received = [
        (
            words.label("WAY:IN"),
            "",
            f"{one.sender_name} ({one.sender})",
            one.period,
            one.sequence,
            words.label(f"SENT:{one.code}"),
            one.receipt_number,
        )
        for one in found.incoming
    ]
    rows = [*sent, *received]
    lines = table(heads, rows, words) if rows else [words.reason("CLI-NOTHING-FOUND", {})]
    values = {"verb": "handover receipts", "outgoing": plain(found.outgoing), "incoming": plain(found.incoming)}
    return Answer(values, lines)


def _card(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    shown = desk.handover.card(chosen.out)
    facts = {"file": chosen.out.name, "fingerprint": " ".join(shown.fingerprint)}
    return Answer({"verb": "handover card", **plain(shown)}, [words.reason("CLI-CARD", facts)])


def _trust(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    shown = desk.handover.trust(chosen.file)
    facts = {"name": shown.card.agency_name, "fingerprint": " ".join(shown.fingerprint)}
    return Answer({"verb": "handover trust", **plain(shown)}, [words.reason("CLI-TRUSTED", facts)])


def _status(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    status = desk.overview.status(parse_period(chosen.period) if chosen.period else None)
    whole = status.whole
    values = {
        "verb": "overview status",
        "agency": plain(status.agency),
        "period": status.period.code,
        "totals": {key: value for key, value in plain(whole).items() if isinstance(value, int)},
        "tasks": [
            {
                "code": one.code,
                "count": one.count,
                "due": plain(one.due),
                "room": one.room,
                "text": words.reason(one.code, {"count": one.count}),
            }
            for one in status.tasks
        ],
        "units": plain(status.units),
        "agencies": plain(status.agencies),
        "unconfirmed": status.unconfirmed,
        "received": status.received,
        "last_backup": status.last_backup,
        "journal": plain(status.journal),
    }
    lines = [f"{status.agency.name} · {status.period.code}"]
    for sent in status.agencies:
        facts = {name: figure(getattr(sent, name), words) for name in ("files", "staff", "closed")}
        told = words.reason("CLI-AGENCY-SENT" if sent.files else "CLI-AGENCY-SILENT", facts)
        lines.append(f"  {sent.code} {sent.name}: {told}")
    lines += [f"  · {words.reason(one.code, {'count': figure(one.count, words)})}" for one in status.tasks]
    if not status.tasks:
        lines.append(f"  {words.reason('OVW-QUIET', {})}")
    return Answer(values, lines)


def _check(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    report = desk.upkeep.check(_step("periksa", words))
    values = {"verb": "upkeep check", "is_sound": report.is_sound, **plain(report)}
    facts = {
        "change_sets": figure(report.change_sets, words),
        "evaluations": figure(report.evaluations_checked, words),
    }
    lines = [words.reason("CLI-SOUND" if report.is_sound else "CLI-DAMAGED", facts), *report.remarks]
    return Answer(values, lines, 0 if report.is_sound else 1)


def _backup(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    path = desk.upkeep.backup(chosen.out, _step("cadangan", words))
    return Answer({"verb": "upkeep backup", "file": str(path)}, [words.reason("CLI-BACKED-UP", {"file": path.name})])


def _journal(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    found = desk.upkeep.journal(chosen.offset, chosen.limit)
    heads = [words.label(f"COLUMN:{name}") for name in ("NUMBER", "WHEN", "WHO", "VERB", "ROWS", "CHANGE-SET")]
    rows = [
        (
            one.number,
            one.at.astimezone().isoformat(sep=" ", timespec="minutes"),
            one.actor,
            one.verb,
            one.rows,
            one.change_set_id,
        )
        for one in found
    ]
    lines = table(heads, rows, words) if rows else [words.reason("CLI-NOTHING-FOUND", {})]
    return Answer({"verb": "upkeep journal", "change_sets": plain(found)}, lines)


def _change_passphrase(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    changes = desk.upkeep.change_passphrase(new_passphrase(words))
    values = {"verb": "upkeep change-passphrase", "change_set": changes.change_set_id}
    return Answer(values, [words.reason("CLI-PASSPHRASE-CHANGED", {})])


def _undo(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    changes = desk.upkeep.undo(chosen.change_set)
    values = {"verb": "upkeep undo", "change_set": changes.change_set_id}
    return Answer(values, [words.reason("CLI-UNDONE", {"change_set": chosen.change_set})])


VERBS: dict[tuple[str, str], Verb] = {
    ("register", "import-units"): _import_units,
    ("register", "import"): _import_staff,
    ("register", "list"): _list_staff,
    ("register", "show"): _show_person,
    ("planning", "import"): _import_plans,
    ("planning", "show"): _show_plan,
    ("execution", "import"): _import_actuals,
    ("assessment", "import"): _import_ratings,
    ("assessment", "close"): _close,
    ("assessment", "show"): _show_evaluation,
    ("documents", "print"): _print,
    ("documents", "verify"): _verify,
    ("documents", "resolve"): _resolve,
    ("documents", "list"): _list_documents,
    ("handover", "pack"): _pack,
    ("handover", "inspect"): _inspect,
    ("handover", "receive"): _receive,
    ("handover", "receipts"): _receipts,
    ("handover", "card"): _card,
    ("handover", "trust"): _trust,
    ("overview", "status"): _status,
    ("upkeep", "check"): _check,
    ("upkeep", "backup"): _backup,
    ("upkeep", "journal"): _journal,
    ("upkeep", "undo"): _undo,
    ("upkeep", "change-passphrase"): _change_passphrase,
}
