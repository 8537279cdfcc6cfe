"""The SKP editor on the command line: everything the window can do to a plan, and a JSON file to type into."""

from __future__ import annotations

import argparse
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from meritdesk.cli.answers import Answer, counted, more, nothing_found, plain
from meritdesk.cli.options import DATE, FILLED, NUMBER
from meritdesk.cli.progress import step
from meritdesk.cli.verbs import Verb, Verbs
from meritdesk.core.errors import FileRefusal, UsageRefusal
from meritdesk.core.plan import Approach, BehaviourValue, JobClass
from meritdesk.core.plan_compare import Change, PlanDifference, PlanField, only_changes
from meritdesk.core.plan_copying import ALL_PARTS, CopyMode, CopyPart
from meritdesk.core.plan_library import LibraryEntry, LibraryKind
from meritdesk.core.plan_record import plan_of, record_of
from meritdesk.core.plan_signing import Signer
from meritdesk.messages import Messages
from meritdesk.services import Desk
from meritdesk.services.planning.copying import CopyLine, CopyOrder
from meritdesk.services.planning.editor import CheckedHint, OpenedPlan, PlanCheck, SavedPlan

_FORMAT = "meritdesk-plan/1"
_SHOWN = 40


def _opened(desk: Desk, chosen: argparse.Namespace) -> OpenedPlan:
    """The saved plan that is meant; ``PLN-101`` when there is none."""
    opened = desk.planning.editor.open(chosen.nip, chosen.year, getattr(chosen, "on", None))
    if not opened.stamp:
        raise UsageRefusal("PLN-101", nip=chosen.nip, year=chosen.year)
    return opened


def _head(opened: OpenedPlan, words: Messages) -> str:
    plan = opened.plan
    head = f"{opened.person.full_name} · SKP {plan.year} v{plan.version} · {words.label_of(opened.stage)}"
    return f"{head} · {words.reason('CLI-MADE-BY', {'agency': opened.made_by})}" if opened.made_by else head


def _hint_line(found: CheckedHint, words: Messages) -> str:
    mark = "✗" if found.blocks else ("–" if found.is_waived else "?")
    place = ".".join(part for part in found.hint.place if len(part) < 24)
    return f"  {mark} {found.hint.code}: {words.refusal(found.hint.code, found.hint.facts)[0]} [{place}]"


def _check_values(check: PlanCheck, words: Messages) -> dict[str, Any]:
    return {
        "errors": len(check.blocking),
        "warnings": len(check.warnings),
        "hints": [
            {
                "code": found.hint.code,
                "severity": found.severity.value,
                "waived": found.is_waived,
                "waivable": found.is_waivable,
                "place": list(found.hint.place),
                "text": words.refusal(found.hint.code, found.hint.facts)[0],
                "source": found.source,
            }
            for found in check.hints
        ],
    }


def _saved(verb: str, desk: Desk, saved: SavedPlan, words: Messages, is_settled: bool = False) -> Answer:
    """How a plan stands after a write: with errors still open a draft is something to work on (exit code 1)."""
    opened = desk.planning.editor.by_id(saved.plan.plan_id)
    values = {
        "verb": verb,
        "plan_id": saved.plan.plan_id,
        "version": saved.plan.version,
        "stage": opened.stage.value,
        "stamp": saved.stamp,
        "change_set_id": saved.changes.change_set_id,
        **_check_values(saved.check, words),
    }
    lines = [_head(opened, words), *(_hint_line(found, words) for found in saved.check.hints)]
    return Answer(values, lines, 1 if saved.check.blocking and not is_settled else 0)


def _new(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    approach = Approach.QUALITATIVE if chosen.approach == "qual" else Approach.QUANTITATIVE
    begun = desk.planning.editor.begin(chosen.nip, chosen.year, approach, chosen.starts, chosen.post)
    return _saved("planning new", desk, desk.planning.editor.save(begun.plan, ""), words)


def _check(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    if chosen.nip:
        opened = desk.planning.editor.open(chosen.nip, chosen.year, chosen.on)
        if opened.stamp:
            lines = [_head(opened, words), *(_hint_line(found, words) for found in opened.check.hints)]
            values: dict[str, Any] = {
                "verb": "planning check",
                "plan_id": opened.plan.plan_id,
                "stage": opened.stage.value,
                "made_by": opened.made_by,
            }
            return Answer(values | _check_values(opened.check, words), lines, 1 if opened.check.blocking else 0)
    units = desk.register.branch(chosen.unit) if chosen.unit else None
    nips = [chosen.nip] if chosen.nip else None
    found = desk.planning.editor.check_all(chosen.year, units, nips, step("SKP", words))
    blocked = [line for line in found if line.errors or line.stage is None]
    counts = {
        "plans": sum(line.stage is not None for line in found),
        "without_plan": sum(line.stage is None for line in found),
        "with_errors": sum(bool(line.errors) for line in found),
        "with_warnings": sum(bool(line.warnings) and not line.errors for line in found),
    }
    lines = [counted(counts, words)]
    for line in blocked[:_SHOWN]:
        told = ", ".join(dict.fromkeys((*line.errors, *line.warnings))) or "-"
        state = words.label_of(line.stage) if line.stage else words.label("PLANSTAGE:NONE")
        lines.append(f"  {line.nip} {line.name}: {state} · {told}")
    lines += more(len(blocked) - _SHOWN, words)
    values = {"verb": "planning check", "year": chosen.year, "counts": counts, "people": plain(found)}
    return Answer(values, lines, 1 if blocked else 0)


def _fix(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    saved = desk.planning.editor.fix(_opened(desk, chosen).plan.plan_id, chosen.date)
    return _saved("planning fix", desk, saved, words)


def _sign(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    signer = Signer(chosen.by.upper())
    saved = desk.planning.editor.sign(_opened(desk, chosen).plan.plan_id, signer, chosen.date)
    return _saved("planning sign", desk, saved, words, is_settled=True)


def _revise(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    saved = desk.planning.editor.revise(_opened(desk, chosen).plan.plan_id, chosen.reason)
    return _saved("planning revise", desk, saved, words, is_settled=True)


def _remove(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    opened = _opened(desk, chosen)
    changes = desk.planning.editor.remove(opened.plan.plan_id)
    values = {"verb": "planning remove", "plan_id": opened.plan.plan_id, "change_set_id": changes.change_set_id}
    return Answer(values, [f"− {_head(opened, words)}"])


def _waive(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    plan_id = _opened(desk, chosen).plan.plan_id
    saved = desk.planning.editor.waive(plan_id, chosen.rule.upper(), chosen.by, chosen.reason)
    return _saved("planning waive", desk, saved, words)


def _compare(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    opened = _opened(desk, chosen)
    every = desk.planning.editor.compare(opened.plan.plan_id, chosen.old, chosen.new)
    shown = every if chosen.all else only_changes(every)
    lines = [_head(opened, words), *(_difference(line, words) for line in shown)]
    if not shown:
        lines.append(f"  {words.reason('CLI-NO-DIFFERENCE', {})}")
    counts = {change.value.lower(): sum(line.change is change for line in every) for change in Change}
    values = {
        "verb": "planning compare",
        "plan_id": opened.plan.plan_id,
        "counts": counts,
        "lines": [{**plain(line), "change": line.change.value} for line in shown],
    }
    return Answer(values, lines)


def _difference(line: PlanDifference, words: Messages) -> str:
    subject = words.label(line.subject) if ":" in line.subject else line.subject
    number = f" {subject}" if subject else ""
    old, new = words.phrase(line.old), words.phrase(line.new)
    told = {Change.SAME: new, Change.ADDED: f"+ {new}", Change.REMOVED: f"− {old}", Change.CHANGED: f"{old} → {new}"}
    return f"  {words.label_of(PlanField(line.field))}{number}: {told[line.change]}"


def _copy(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    order = CopyOrder(
        nips=chosen.nips,
        year=chosen.year,
        source_year=chosen.from_year if chosen.from_year is not None else chosen.year,
        source_nip=chosen.source,
        parts=frozenset(CopyPart(part.upper()) for part in chosen.parts) if chosen.parts else ALL_PARTS,
        mode=CopyMode.APPEND if chosen.append else CopyMode.REPLACE,
    )
    copying = desk.planning.copying
    outcome = copying.preview(order) if chosen.dry_run else copying.copy(order)
    lines = [counted(outcome.counts, words), *(_copy_line(line, order, words) for line in outcome.lines[:_SHOWN])]
    if chosen.dry_run:
        lines.append(words.reason("CLI-DRY-RUN", {}))
    values = {
        "verb": "planning copy",
        "dry_run": chosen.dry_run,
        "counts": dict(outcome.counts),
        "change_set_id": outcome.changes.change_set_id,
        "people": [
            {
                "nip": line.nip,
                "state": line.state,
                "code": line.code,
                "old_year_mentions": line.old_year_mentions,
                "results": len(line.plan.results) if line.plan else 0,
            }
            for line in outcome.lines
        ],
    }
    return Answer(values, lines + more(len(outcome.lines) - _SHOWN, words), 1 if outcome.has_refusals else 0)


def _copy_line(line: CopyLine, order: CopyOrder, words: Messages) -> str:
    if line.code:
        return f"  ✗ {line.nip} {line.code}: {words.refusal(line.code, line.facts)[0]}"
    told = f"  ✓ {line.nip} {line.name}: {words.label(f'COUNT:{line.state.upper()}')}"
    if line.old_year_mentions:
        facts = {"count": line.old_year_mentions, "year": order.source_year}
        told += f" · {words.refusal('PLN-232', facts)[0]}"
    return told


def _library(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    library = desk.planning.library
    kind = LibraryKind(chosen.kind.upper()) if chosen.kind else None
    if chosen.remove:
        changes = library.remove(chosen.remove)
        return Answer({"verb": "planning library", "change_set_id": changes.change_set_id}, [f"− {chosen.remove}"])
    if chosen.add:
        value = BehaviourValue(chosen.value.upper()) if chosen.value else None
        entry = LibraryEntry("", kind or LibraryKind.RESOURCES, chosen.add, chosen.topic, value=value)
        if entry.kind is LibraryKind.RESULT or (entry.kind is LibraryKind.EXPECTATION) != (value is not None):
            raise UsageRefusal("PLN-235")
        changes = library.add(entry)
        return Answer({"verb": "planning library", "change_set_id": changes.change_set_id}, [f"+ {chosen.add}"])
    if chosen.keep is not None:
        opened = desk.planning.editor.open(chosen.nip, chosen.year) if chosen.nip and chosen.year else None
        if opened is None or not opened.stamp:
            raise UsageRefusal("PLN-101", nip=chosen.nip, year=chosen.year or "")
        changes = library.add_result(opened.plan.plan_id, chosen.keep, chosen.topic)
        return Answer({"verb": "planning library", "change_set_id": changes.change_set_id}, [f"+ {chosen.keep}"])
    job_class = {"leader": JobClass.JPT_OR_AUTONOMOUS, "staff": JobClass.JA_JF}.get(chosen.group)
    entries = library.entries(chosen.search, kind, job_class)
    lines = [
        f"  {entry.entry_id}  [{words.label_of(entry.kind)}] {entry.text}"
        + (f" ({words.cited(entry.source)})" if entry.source else "")
        for entry in entries
    ] or nothing_found(words)
    return Answer({"verb": "planning library", "count": len(entries), "entries": plain(entries)}, lines)


def _export(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    opened = desk.planning.editor.open(chosen.nip, chosen.year, chosen.on)
    page = {
        "format": _FORMAT,
        "nip": opened.person.nip,
        "name": opened.person.full_name,
        "stamp": opened.stamp,
        "plan": record_of(opened.plan),
    }
    try:
        chosen.file.write_text(json.dumps(page, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    except OSError as error:
        raise FileRefusal("PLN-229", file=chosen.file.name) from error
    values = {
        "verb": "planning export",
        "file": str(chosen.file),
        "plan_id": opened.plan.plan_id,
        "stamp": opened.stamp,
    }
    return Answer(values, [f"{_head(opened, words)} → {chosen.file}"])


def _edit(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    try:
        page = json.loads(chosen.file.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError) as error:
        raise FileRefusal("PLN-229", file=chosen.file.name) from error
    if not isinstance(page, dict) or page.get("format") != _FORMAT or not isinstance(page.get("stamp"), str):
        raise FileRefusal("PLN-229", file=chosen.file.name)
    plan = plan_of(page.get("plan"))
    opened = desk.planning.editor.open(str(page.get("nip", "")), plan.year, plan.starts)
    if opened.person.person_id != plan.person_id:
        raise UsageRefusal("PLN-222")
    if chosen.dry_run:
        check = desk.planning.editor.check_draft(plan, opened.context, opened.waived)
        lines = [_head(opened, words), *(_hint_line(found, words) for found in check.hints)]
        values = {"verb": "planning edit", "dry_run": True, "plan_id": plan.plan_id, **_check_values(check, words)}
        return Answer(values, lines, 1 if check.blocking else 0)
    saved = desk.planning.editor.save(plan, page["stamp"], chosen.reason)
    return _saved("planning edit", desk, saved, words)


VERBS: Mapping[str, Verb] = {
    "new": _new,
    "check": _check,
    "fix": _fix,
    "sign": _sign,
    "revise": _revise,
    "remove": _remove,
    "waive": _waive,
    "compare": _compare,
    "copy": _copy,
    "library": _library,
    "export": _export,
    "edit": _edit,
}


def grammar(verbs: Verbs) -> None:
    """The words of the SKP editor."""

    def of_person(name: str) -> argparse.ArgumentParser:
        parser = verbs.add_parser(name)
        parser.add_argument("nip")
        parser.add_argument("--year", type=NUMBER, required=True)
        parser.add_argument("--on", type=DATE, metavar="DATE", help="SKP yang berlaku pada hari ini / in force on")
        return parser

    new = of_person("new")
    new.add_argument("--approach", choices=("quant", "qual"), default="quant")
    new.add_argument("--starts", type=DATE, metavar="DATE", help="pindah jabatan / new post")
    new.add_argument("--post", default="", metavar="TEXT")
    check = verbs.add_parser("check")
    check.add_argument("nip", nargs="?", default="")
    check.add_argument("--year", type=NUMBER, required=True)
    check.add_argument("--unit", default="", metavar="ID")
    check.add_argument("--on", type=DATE, metavar="DATE")
    of_person("fix").add_argument("--date", type=DATE, metavar="DATE")
    sign = of_person("sign")
    sign.add_argument("--by", choices=("ratee", "rater"), required=True)
    sign.add_argument("--date", type=DATE, metavar="DATE")
    of_person("revise").add_argument("--reason", type=FILLED, required=True, metavar="TEXT")
    of_person("remove")
    waive = of_person("waive")
    waive.add_argument("--rule", required=True, metavar="V-03")
    waive.add_argument("--by", type=FILLED, required=True, metavar="NAME")
    waive.add_argument("--reason", type=FILLED, required=True, metavar="TEXT")
    compare = of_person("compare")
    compare.add_argument("--old", type=NUMBER, default=None)
    compare.add_argument("--new", type=NUMBER, default=None)
    compare.add_argument("--all", action="store_true")
    copy = verbs.add_parser("copy")
    copy.add_argument("nips", nargs="+", metavar="NIP")
    copy.add_argument("--year", type=NUMBER, required=True)
    copy.add_argument("--from", dest="source", default="", metavar="NIP", help="kosong: SKP masing-masing / own plan")
    copy.add_argument("--from-year", type=NUMBER, default=None)
    copy.add_argument("--parts", nargs="+", choices=tuple(part.value.lower() for part in CopyPart), default=None)
    copy.add_argument("--append", action="store_true")
    copy.add_argument("--dry-run", action="store_true")
    library = verbs.add_parser("library")
    library.add_argument("search", nargs="?", default="")
    library.add_argument("--kind", choices=tuple(kind.value.lower() for kind in LibraryKind), default="")
    library.add_argument("--group", choices=("leader", "staff"), default="")
    library.add_argument("--topic", default="", metavar="TEXT")
    library.add_argument("--value", choices=tuple(value.value.lower() for value in BehaviourValue), default="")
    deed = library.add_mutually_exclusive_group()
    deed.add_argument("--add", default="", metavar="TEXT")
    deed.add_argument("--remove", default="", metavar="ID")
    deed.add_argument("--keep", type=NUMBER, default=None, metavar="NUMBER", help="hasil kerja dari SKP / a result")
    library.add_argument("--nip", default="")
    library.add_argument("--year", type=NUMBER, default=None)
    of_person("export").add_argument("file", type=Path)
    edit = verbs.add_parser("edit")
    edit.add_argument("file", type=Path)
    edit.add_argument("--reason", default="", metavar="TEXT")
    edit.add_argument("--dry-run", action="store_true")
