"""Performance pay on the command line: amounts and inputs in; a recap computed, explained, locked, printed."""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path

from meritdesk.cli.answers import Answer, figure, plain, reason_values, table
from meritdesk.cli.given import given_answer, given_grammar, given_source
from meritdesk.cli.options import NUMBER
from meritdesk.cli.progress import step
from meritdesk.cli.rooms.execution_places import Deed, chosen_deed
from meritdesk.cli.rooms.own_sheets import paper_grammar, papers_answer, style_of
from meritdesk.cli.verbs import Verb, Verbs
from meritdesk.core.allowance_rules import PayScheme
from meritdesk.core.errors import UsageRefusal
from meritdesk.core.notation import read_decimal
from meritdesk.core.pay import PayInputKind, PayRecap, PayState
from meritdesk.core.periods import parse_period
from meritdesk.core.scoring.allowance import rupiah
from meritdesk.messages import Messages
from meritdesk.services import Desk


def _recap_values(recap: PayRecap) -> dict[str, object]:
    return {
        "period": recap.period.code,
        "version": recap.version,
        "scheme": recap.scheme.value,
        "pack": recap.pack_id,
        "people": recap.people,
        "gross": plain(recap.gross),
        "net": plain(recap.net),
        "digest": recap.digest,
        "reason": recap.reason,
        "locked": recap.is_locked,
    }


def _told(recap: PayRecap, words: Messages) -> str:
    facts = {
        "period": recap.period.code,
        "version": str(recap.version),
        "people": figure(recap.people, words),
        "net": words.noted(rupiah(recap.net)),
        "standing": "PAYPAPER:LOCKED" if recap.is_locked else "PAYPAPER:DRAFT",
    }
    return words.reason("CLI-PAY-RECAP", facts)


def _recap(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    """Compute where asked, and show the newest recap or one version with its people."""
    period = parse_period(chosen.period)
    if chosen.compute:
        desk.follow_up.pay.compute(period, chosen.reason, step("TPP", words))
    view = desk.follow_up.pay.recap(period, chosen.version)
    if view is None:
        raise UsageRefusal("FOL-343", period=period.code)
    rows = [row for row in view.rows if not chosen.state or row.state.value == chosen.state]
    values = {"verb": "follow-up pay recap", **_recap_values(view.recap), "rows": [plain(row) for row in rows]}
    names = ("NIP", "NAME", "UNIT", "STATE", "GROSS", "NET")
    cells = [
        (
            row.nip,
            row.name,
            row.unit_name,
            words.label_of(row.state),
            words.noted(rupiah(row.gross)),
            words.noted(rupiah(row.net)),
        )
        for row in rows
    ]
    told = table([words.label(f"COLUMN:{name}") for name in names], cells, words) if cells else []
    return Answer(values, [_told(view.recap, words), *told])


def _why(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    slip = desk.follow_up.pay.why(parse_period(chosen.period), chosen.nip, chosen.version)
    told = reason_values([line.reason for line in slip.lines], words)
    lines = [
        {**reason, "amount": plain(line.amount), "source_kind": line.source.value, "key": line.key}
        for reason, line in zip(told, slip.lines, strict=True)
    ]
    text = [f"{slip.row.name} · {slip.row.nip} · {words.label_of(slip.row.state)}"]
    text += [
        f"{words.noted(rupiah(line.amount)):>16}  {words.sentence(line.reason.code, line.reason.facts)}"
        for line in slip.lines
    ]
    text.append(f"{words.noted(rupiah(slip.row.net)):>16}  {words.label('PAYPAPER:NET')}")
    return Answer({"verb": "follow-up pay why", "row": plain(slip.row), "lines": lines}, text)


def _lock(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    done = desk.follow_up.pay.lock(parse_period(chosen.period), step("TPP", words))
    values = {"verb": "follow-up pay lock", **_recap_values(done.recap), "change_set": done.changes.change_set_id}
    return Answer(values, [_told(done.recap, words)])


def _settle(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    entries, changes = desk.follow_up.pay.settle(
        parse_period(chosen.period), parse_period(chosen.into), step("TPP", words)
    )
    total = sum((one.value for one in entries), Decimal(0))
    values = {
        "verb": "follow-up pay settle",
        "people": len(entries),
        "total": plain(total),
        "change_set": changes.change_set_id,
    }
    facts = {"people": figure(len(entries), words), "total": words.noted(rupiah(total)), "into": chosen.into}
    return Answer(values, [words.reason("CLI-PAY-SETTLED", facts)])


def _simulate(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    """What another rule would pay, whom it would touch; adopted only when asked."""
    rules, period = desk.follow_up.pay.rules, parse_period(chosen.period)
    changed = _assigned(chosen.set)
    content = rules.read(chosen.rule) if chosen.rule else rules.draft(period, changed) if changed else ""
    scheme = PayScheme(chosen.scheme) if chosen.scheme else None
    if not content and scheme is None:
        raise UsageRefusal("FOL-360")
    found = rules.simulate(period, content, scheme, step("TPP", words))
    if chosen.adopt and content:
        rules.adopt(content, chosen.rule.name if chosen.rule else "")
    elif chosen.adopt and scheme is not None:
        desk.follow_up.pay.choose(scheme)
    if chosen.out and content:
        chosen.out.write_text(content, encoding="utf-8")
    values = {
        "verb": "follow-up pay simulate",
        "period": period.code,
        "rule": found.rule_name,
        "people": found.people,
        "before": plain(found.before),
        "after": plain(found.after),
        "difference": plain(found.difference),
        "gaining": found.gaining,
        "losing": found.losing,
        "adopted": bool(chosen.adopt),
        "differences": [
            {"nip": one.row.nip, "name": one.row.name, "before": plain(one.before), "after": plain(one.after)}
            for one in found.differences
        ],
    }
    facts = {
        "rule": found.rule_name,
        "before": words.noted(rupiah(found.before)),
        "after": words.noted(rupiah(found.after)),
        "gaining": figure(found.gaining, words),
        "losing": figure(found.losing, words),
    }
    names = ("NIP", "NAME", "UNIT", "BEFORE", "AFTER")
    cells = [
        (one.row.nip, one.row.name, one.row.unit_name, words.noted(rupiah(one.before)), words.noted(rupiah(one.after)))
        for one in found.differences
    ]
    told = table([words.label(f"COLUMN:{name}") for name in names], cells, words) if cells else []
    return Answer(values, [words.reason("CLI-PAY-SIMULATED", facts), *told])


def _assigned(given: list[str]) -> dict[str, str]:
    """Changed figures as they are typed: ``absent=4``."""
    found = {}
    for text in given:
        place, sign, value = text.partition("=")
        if not sign or not place.strip() or not value.strip():
            raise UsageRefusal("FOL-353", place=text)
        found[place.strip()] = value.strip()
    return found


def _export(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    done = desk.follow_up.pay.papers.export(parse_period(chosen.period), chosen.file, chosen.version)
    values = {
        "verb": "follow-up pay export",
        "file": str(done.path),
        "people": done.people,
        "net": plain(done.net),
    }
    facts = {"people": figure(done.people, words), "net": words.noted(rupiah(done.net)), "file": done.path.name}
    return Answer(values, [words.reason("CLI-PAY-EXPORTED", facts)])


def _print(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    papers, period = desk.follow_up.pay.papers, parse_period(chosen.period)
    told, style = step("TPP", words), style_of(chosen)
    if chosen.nip:
        outcome = papers.print_slips(period, chosen.out, [chosen.nip], chosen.version, style, told)
    else:
        units = desk.register.branch(chosen.unit) if chosen.unit else None
        outcome = papers.print_recaps(period, chosen.out, units, chosen.version, style, told)
    return papers_answer("follow-up pay print", outcome, words)


def _amounts(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    source = given_source(desk, chosen, words)
    outcome = desk.follow_up.pay.inputs.import_amounts(source, step("TPP", words), chosen.dry_run)
    return given_answer(desk, "follow-up pay amounts", outcome, source, chosen, words)


def _inputs(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    source = given_source(desk, chosen, words)
    outcome = desk.follow_up.pay.inputs.import_file(source, step("TPP", words), chosen.dry_run)
    return given_answer(desk, "follow-up pay inputs", outcome, source, chosen, words)


def _enter(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    value = read_decimal(chosen.value) if chosen.value else None
    if chosen.value and value is None:
        raise UsageRefusal("FOL-366", value=chosen.value)
    changes = desk.follow_up.pay.inputs.enter(
        parse_period(chosen.period), PayInputKind(chosen.kind), chosen.subject, value, chosen.words
    )
    values = {"verb": "follow-up pay enter", "change_set": changes.change_set_id}
    return Answer(values, [words.reason("CLI-PAY-ENTERED", {"kind": f"PAYINPUTKIND:{chosen.kind}"})])


DEEDS: Mapping[str, Deed] = {
    "recap": _recap,
    "why": _why,
    "lock": _lock,
    "settle": _settle,
    "simulate": _simulate,
    "export": _export,
    "print": _print,
    "amounts": _amounts,
    "inputs": _inputs,
    "enter": _enter,
}
PAY_VERBS: Mapping[str, Verb] = {"pay": chosen_deed(DEEDS)}


def pay_grammar(verbs: Verbs) -> None:
    """The words of performance pay."""
    deeds = verbs.add_parser("pay").add_subparsers(dest="deed", required=True)
    recap = _month(deeds, "recap")
    recap.add_argument("--compute", action="store_true")
    recap.add_argument("--reason", default="", metavar="TEXT")
    recap.add_argument("--state", default="", choices=tuple(state.value for state in PayState))
    _version(recap)
    why = _month(deeds, "why")
    why.add_argument("nip")
    _version(why)
    _month(deeds, "lock")
    _month(deeds, "settle").add_argument("--into", required=True, metavar="P")
    simulate = _month(deeds, "simulate")
    simulate.add_argument("--rule", type=Path, metavar="FILE")
    simulate.add_argument("--set", action="append", default=[], metavar="PLACE=FIGURE")
    simulate.add_argument("--scheme", default="", choices=tuple(scheme.value for scheme in PayScheme))
    simulate.add_argument("--out", type=Path, metavar="FILE")
    simulate.add_argument("--adopt", action="store_true")
    export = _month(deeds, "export")
    export.add_argument("file", type=Path)
    _version(export)
    printing = _month(deeds, "print")
    whose = printing.add_mutually_exclusive_group(required=True)
    whose.add_argument("--nip", default="")
    whose.add_argument("--unit", default="", metavar="ID")
    whose.add_argument("--all", action="store_true")
    _version(printing)
    paper_grammar(printing)
    given_grammar(deeds.add_parser("amounts"))
    given_grammar(deeds.add_parser("inputs"))
    entering = _month(deeds, "enter")
    entering.add_argument("--kind", required=True, choices=tuple(kind.value for kind in PayInputKind))
    entering.add_argument("--subject", required=True, metavar="NIP|UNIT")
    entering.add_argument("--value", default="", metavar="FIGURE")
    entering.add_argument("--words", default="", metavar="TEXT")


def _month(deeds: Verbs, name: str) -> argparse.ArgumentParser:
    deed: argparse.ArgumentParser = deeds.add_parser(name)
    deed.add_argument("--period", required=True)
    return deed


def _version(deed: argparse.ArgumentParser) -> None:
    deed.add_argument("--version", type=NUMBER, default=0, metavar="N")
