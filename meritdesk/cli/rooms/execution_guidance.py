"""Guidance, confidential records, action plans and take-overs on the command line.

The contents of a form come from a JSON file; ``guidance template`` and ``confidential template`` show how it looks.
"""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import msgspec

from meritdesk.cli.answers import Answer, day_told, listed, plain
from meritdesk.cli.options import DATE, FILLED, NUMBER
from meritdesk.cli.rooms.execution_places import chosen_deed, hint_lines, hint_values, person_of
from meritdesk.cli.rooms.own_sheets import counselling_grammar, print_counselling
from meritdesk.cli.verbs import Verb, Verbs
from meritdesk.core.confidential import BehaviourProblem, ConfidentialKind, Counselling
from meritdesk.core.errors import FileRefusal
from meritdesk.core.execution import EarlierStep
from meritdesk.core.guidance import (
    KIND_OF_BODY,
    Coaching,
    CoachingFact,
    CoachingGoal,
    CoachingStep,
    Competency,
    CompetencyEvaluation,
    CompetencyScore,
    GuidanceFeedback,
    GuidanceKind,
    Mentoring,
    MentoringGoal,
    MentoringMeeting,
    Training,
)
from meritdesk.messages import Messages
from meritdesk.services import Desk
from meritdesk.services.execution.confidential import OpenedRecord
from meritdesk.services.execution.guidance import GuidanceDraft

_GUIDANCE = {
    GuidanceKind.COACHING: Coaching(
        (CoachingGoal("…", "…", "…", "…"),), (CoachingFact("…", "…", "…", "…"),), "…", (CoachingStep("…", "…", False),)
    ),
    GuidanceKind.MENTORING: Mentoring((MentoringGoal("…", "…", "…", "…"),), (MentoringMeeting("…", "…", "…", "…"),)),
    GuidanceKind.TRAINING: Training("…", "…", True, date(2025, 12, 31), "…"),
    GuidanceKind.FEEDBACK: GuidanceFeedback("…", "…", "…"),
    GuidanceKind.COMPETENCY: CompetencyEvaluation(
        (*(CompetencyScore(3, "…", one) for one in Competency), CompetencyScore(3, "…", None, "…")), "…"
    ),
}
"""A filled example of each form; every field has its place in it."""

_CONFIDENTIAL = {
    ConfidentialKind.BEHAVIOUR_PROBLEM: BehaviourProblem(
        "…", "…", False, "…", date(2025, 12, 1), "…", ("…",), "…", None
    ),
    ConfidentialKind.COUNSELLING: Counselling("…", False, True, "…", "…", "…", "…", "…", ""),
}


def _template(verb: str, examples: Mapping[Any, object], kind: object) -> Answer:
    example = examples[kind]
    text = msgspec.json.format(msgspec.json.encode(example), indent=2).decode()
    return Answer({"verb": verb, "kind": plain(kind), "body": plain(example)}, text.splitlines())


def _body(path: Path, kind: type[Any], label: str) -> Any:
    try:
        return msgspec.json.decode(path.read_bytes(), type=kind)
    except OSError as error:
        raise FileRefusal("EXE-225", file=path.name) from error
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise FileRefusal("EXE-245", file=path.name, kind=label) from error


def _template_guidance(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    return _template("execution guidance template", _GUIDANCE, GuidanceKind(chosen.kind))


def _add_guidance(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    kind = GuidanceKind(chosen.kind)
    form = next(body for body, found in KIND_OF_BODY.items() if found is kind)
    draft = GuidanceDraft(
        held_on=chosen.date,
        body=_body(chosen.form, form, f"GUIDANCEKIND:{kind.name}"),
        guide_id=person_of(desk, chosen.guide_nip).person_id if chosen.guide_nip else "",
        guide_name=chosen.guide,
        place=chosen.place,
        follows=chosen.follows,
    )
    kept = desk.execution.guidance.add(person_of(desk, chosen.nip).person_id, draft)
    values = {
        "verb": "execution guidance add",
        "record": plain(kept.record),
        "hints": hint_values(kept.hints, words),
        "change_set": kept.changes.change_set_id,
    }
    lines = [words.reason("CLI-RECORD-ADDED", {"record": kept.record.record_id}), *hint_lines(kept.hints, words)]
    return Answer(values, lines, 1 if kept.hints else 0)


def _list_guidance(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    found = desk.execution.guidance.lines(person_of(desk, chosen.nip).person_id, chosen.year)
    heads = [words.label(f"COLUMN:{name}") for name in ("WHEN", "KIND", "WHO", "RECORD")]
    rows = [
        (day_told(one.held_on, words), words.label_of(one.kind), one.guide_name or "-", one.record_id) for one in found
    ]
    text = listed(heads, rows, words)
    records = [{"kind": one.kind.value, **plain(one)} for one in found]
    return Answer({"verb": "execution guidance list", "records": records}, text)


def _show_guidance(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    record = desk.execution.guidance.show(chosen.record)
    head = f"{words.label_of(record.kind)} · {day_told(record.held_on, words)} · {record.guide_name or '-'}"
    values = {"verb": "execution guidance show", "kind": record.kind.value, "record": plain(record)}
    return Answer(values, [head, *_body_lines(record.body)])


def _template_confidential(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    return _template("execution confidential template", _CONFIDENTIAL, ConfidentialKind(chosen.kind))


def _add_confidential(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    kind = ConfidentialKind(chosen.kind)
    body = _body(chosen.form, type(_CONFIDENTIAL[kind]), f"CONFIDENTIALKIND:{kind.name}")
    person = person_of(desk, chosen.nip)
    kept = desk.execution.confidential.add(person.person_id, chosen.date, body, chosen.reader)
    values = {
        "verb": "execution confidential add",
        "record_id": kept.record.record_id,
        "readers": list(kept.record.readers),
        "hints": hint_values(kept.hints, words),
        "change_set": kept.changes.change_set_id,
    }
    lines = [words.reason("CLI-RECORD-ADDED", {"record": kept.record.record_id}), *hint_lines(kept.hints, words)]
    return Answer(values, lines, 1 if kept.hints else 0)


def _list_confidential(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    found = desk.execution.confidential.lines(person_of(desk, chosen.nip).person_id if chosen.nip else "")
    heads = [words.label(f"COLUMN:{name}") for name in ("WHEN", "KIND", "WHO", "RECORD")]
    rows = [(day_told(one.held_on, words), words.label_of(one.kind), one.author, one.record_id) for one in found]
    text = listed(heads, rows, words)
    return Answer({"verb": "execution confidential list", "records": plain(found)}, text)


def _open_confidential(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    opened = desk.execution.confidential.open(chosen.record)
    record = opened.record
    values = {
        "verb": "execution confidential open",
        "kind": record.kind.value,
        "record": plain(record),
        "openings": plain(opened.openings),
        "hints": hint_values(opened.hints, words),
        "change_set": opened.changes.change_set_id,
    }
    head = f"{words.label_of(record.kind)} · {day_told(record.held_on, words)} · {record.author}"
    return Answer(values, [head, *_body_lines(record.body), *_opening_lines(opened), *hint_lines(opened.hints, words)])


def _allow_confidential(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    changes = desk.execution.confidential.allow(chosen.record, chosen.reader)
    values = {"verb": "execution confidential allow", "change_set": changes.change_set_id}
    return Answer(values, [words.reason("CLI-SAVED", {})])


def _show_action_plan(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    found = desk.execution.action_plan.show(person_of(desk, chosen.nip).person_id, chosen.year)
    lines = []
    for one in found:
        lines.append(f"{one.result.number}. {one.result.text}")
        for step in one.steps:
            due = f" ({day_told(step.due_on, words)})" if step.due_on else ""
            lines.append(f"  {step.number}) {step.text}{due}")
        for line in one.documentation:
            place = f"{line.step}) " if line.step else ""
            evidence = f" [{line.evidence}]" if line.evidence else ""
            lines.append(f"  {day_told(line.documented_on, words)}: {place}{line.text}{evidence}")
        for taken in one.takeovers:
            facts = {
                "number": str(one.result.number),
                "name": taken.taken_by_name or "-",
                "day": day_told(taken.taken_on, words),
                "note": taken.note,
            }
            lines.append(f"  ⚠ {words.reason('EXE-TAKEN-OVER', facts)}")
    results = [
        {
            "number": one.result.number,
            "text": one.result.text,
            "steps": plain(one.steps),
            "documentation": plain(one.documentation),
            "takeovers": plain(one.takeovers),
        }
        for one in found
    ]
    return Answer({"verb": "execution action-plan show", "results": results}, lines)


def _set_action_plan(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    person = person_of(desk, chosen.nip)
    steps = [(text, None) for text in chosen.step]
    changes = desk.execution.action_plan.set_steps(person.person_id, chosen.year, chosen.result, steps)
    values = {"verb": "execution action-plan set", "steps": len(steps), "change_set": changes.change_set_id}
    return Answer(values, [words.reason("CLI-SAVED", {})])


def _document(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    person = person_of(desk, chosen.nip)
    line, changes = desk.execution.action_plan.document(
        person.person_id, chosen.result, chosen.date, chosen.text, chosen.step, chosen.evidence
    )
    values = {
        "verb": "execution action-plan document",
        "documentation": plain(line),
        "change_set": changes.change_set_id,
    }
    return Answer(values, [words.reason("CLI-RECORD-ADDED", {"record": line.documentation_id})])


def _take_over(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    person = person_of(desk, chosen.nip)
    taken = desk.execution.action_plan.take_over(
        person.person_id,
        chosen.result,
        chosen.date,
        chosen.note,
        taken_by_id=person_of(desk, chosen.by_nip).person_id if chosen.by_nip else "",
        earlier=[EarlierStep(word) for word in chosen.earlier],
    )
    values = {
        "verb": "execution takeover",
        "takeover": plain(taken.takeover),
        "hints": hint_values(taken.hints, words),
        "change_set": taken.changes.change_set_id,
    }
    lines = [words.reason("CLI-RECORD-ADDED", {"record": taken.takeover.takeover_id})]
    return Answer(values, lines + hint_lines(taken.hints, words), 1 if taken.hints else 0)


def _body_lines(body: object) -> list[str]:
    text = msgspec.json.format(msgspec.json.encode(body), indent=2).decode()
    return [f"  {line}" for line in text.splitlines()]


def _opening_lines(opened: OpenedRecord) -> list[str]:
    return [
        f"  {one.opened_at.astimezone().isoformat(sep=' ', timespec='minutes')} {one.opened_by} ({one.device})"
        for one in opened.openings
    ]


VERBS: Mapping[str, Verb] = {
    "guidance": chosen_deed(
        {"add": _add_guidance, "list": _list_guidance, "show": _show_guidance, "template": _template_guidance}
    ),
    "confidential": chosen_deed(
        {
            "add": _add_confidential,
            "list": _list_confidential,
            "open": _open_confidential,
            "print": print_counselling,
            "allow": _allow_confidential,
            "template": _template_confidential,
        }
    ),
    "action-plan": chosen_deed({"show": _show_action_plan, "set": _set_action_plan, "document": _document}),
    "takeover": _take_over,
}


def grammar(verbs: Verbs) -> None:
    """The words of guidance, confidential records, action plans and take-overs."""
    guidance = verbs.add_parser("guidance", help="bimbingan kinerja / guidance").add_subparsers(
        dest="deed", metavar="VERB", required=True
    )
    kinds = tuple(kind.value for kind in GuidanceKind)
    add = guidance.add_parser("add")
    add.add_argument("nip")
    add.add_argument("--kind", choices=kinds, required=True)
    add.add_argument("--date", type=DATE, required=True)
    add.add_argument(
        "--form", type=Path, required=True, metavar="FILE", help="isi formulir (JSON) / contents of the form"
    )
    add.add_argument("--guide", default="", metavar="NAME", help="pimpinan atau pelatih / leader or coach")
    add.add_argument("--guide-nip", default="")
    add.add_argument("--place", default="")
    add.add_argument("--follows", default="", metavar="ID", help="catatan yang ditindaklanjuti / record looked back on")
    listing = guidance.add_parser("list")
    listing.add_argument("nip")
    listing.add_argument("--year", type=NUMBER, default=None)
    guidance.add_parser("show").add_argument("record", metavar="ID")
    guidance.add_parser("template").add_argument("--kind", choices=kinds, required=True)

    secret = verbs.add_parser("confidential", help="konseling dan laporan perilaku / confidential").add_subparsers(
        dest="deed", metavar="VERB", required=True
    )
    secrets = tuple(kind.value for kind in ConfidentialKind)
    written = secret.add_parser("add")
    written.add_argument("nip")
    written.add_argument("--kind", choices=secrets, required=True)
    written.add_argument("--date", type=DATE, required=True)
    written.add_argument("--form", type=Path, required=True, metavar="FILE")
    written.add_argument(
        "--reader", action="append", default=[], metavar="NAME", help="boleh diulang / may be repeated"
    )
    secret.add_parser("list").add_argument("--nip", default="")
    secret.add_parser("open").add_argument("record", metavar="ID")
    counselling_grammar(secret)
    allow = secret.add_parser("allow")
    allow.add_argument("record", metavar="ID")
    allow.add_argument("--reader", action="append", default=[], metavar="NAME")
    secret.add_parser("template").add_argument("--kind", choices=secrets, required=True)

    plan = verbs.add_parser("action-plan", help="rencana aksi dan pendokumentasian / action plan").add_subparsers(
        dest="deed", metavar="VERB", required=True
    )
    shown = plan.add_parser("show")
    shown.add_argument("nip")
    shown.add_argument("--year", type=NUMBER, required=True)
    steps = plan.add_parser("set")
    steps.add_argument("nip")
    steps.add_argument("--year", type=NUMBER, required=True)
    steps.add_argument("--result", type=NUMBER, required=True, metavar="N")
    steps.add_argument("--step", action="append", default=[], metavar="TEXT", help="boleh diulang / may be repeated")
    document = plan.add_parser("document")
    document.add_argument("nip")
    document.add_argument("--result", type=NUMBER, required=True, metavar="N")
    document.add_argument("--date", type=DATE, required=True)
    document.add_argument("--text", type=FILLED, required=True)
    document.add_argument("--step", type=NUMBER, default=0, metavar="N")
    document.add_argument("--evidence", default="", metavar="TEXT")

    takeover = verbs.add_parser("takeover", help="pengambilalihan hasil kerja / take a result over")
    takeover.add_argument("nip")
    takeover.add_argument("--result", type=NUMBER, required=True, metavar="N")
    takeover.add_argument("--date", type=DATE, required=True)
    takeover.add_argument("--note", type=str, required=True)
    takeover.add_argument("--by-nip", default="", help="bila bukan penilainya / when not the rater")
    takeover.add_argument("--earlier", action="append", default=[], choices=tuple(step.value for step in EarlierStep))
