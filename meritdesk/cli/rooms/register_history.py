"""The register with time on the command line: timelines, changes in mid-year, delegations, blockers, twins."""

from __future__ import annotations

import argparse
from collections.abc import Mapping, Sequence
from datetime import date

from meritdesk.cli.answers import SHOWN, Answer, more, plain, reason_values
from meritdesk.cli.options import Allowed
from meritdesk.cli.verbs import Verb, Verbs
from meritdesk.core.career import CareerChange, HistoryEntry
from meritdesk.core.career_drafting import ChangeRequest, EntryChange
from meritdesk.core.evaluators import Evaluator
from meritdesk.core.notation import read_date
from meritdesk.core.people import OrgUnit, Person, PositionKind, ReportingLine
from meritdesk.core.periods import parse_period
from meritdesk.core.validation import Hint
from meritdesk.messages import Messages
from meritdesk.services import Desk
from meritdesk.services.register.careers import ChangeOutcome


def _day(text: str) -> date:
    day = read_date(text)
    if day is None:
        raise ValueError(text)
    return day


DAY = Allowed("ALLOWED:DAY", _day)


def named(people: Mapping[str, Person], person_id: str) -> str:
    """The full name of somebody an answer names by his key, or nothing."""
    return people[person_id].full_name if person_id in people else ""


def unit_name(units: Mapping[str, OrgUnit], unit_id: str) -> str:
    """The name of a unit an answer names by its key, or nothing."""
    return units[unit_id].name if unit_id in units else ""


def _span(since: date | None, until: date | None) -> str:
    first, last = (f"{day:%d-%m-%Y}" if day else "" for day in (since, until))
    return first if first == last else f"{first} … {last}".strip()


def hint_values(hints: Sequence[Hint], words: Messages) -> list[dict[str, object]]:
    """Hints as plain values, in words."""
    return [
        {"code": hint.code, "message": words.sentence(hint.code, hint.facts), "place": list(hint.place)}
        for hint in hints
    ]


def _entry(entry: HistoryEntry, people: Mapping[str, Person], units: Mapping[str, OrgUnit], words: Messages) -> str:
    """What an entry says, in one line."""
    said = [
        entry.position_title,
        unit_name(units, entry.unit_id),
        entry.grade,
        words.label_of(entry.status) if entry.status else "",
        named(people, entry.other_id),
    ]
    guess = " (?)" if entry.is_estimated else ""
    return f"{words.label_of(entry.kind)}: {' · '.join(part for part in said if part) or '-'}{guess}"


def _timeline(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    found = desk.register.careers.timeline(chosen.nip, chosen.year)
    stretches = [
        {
            "since": part.since,
            "until": part.until,
            "unit": unit_name(found.units, part.person.unit_id),
            "position": part.person.position_title,
            "grade": part.person.grade,
            "status": part.person.legal_status,
            "is_due": part.is_due,
            "is_known": part.is_known,
            "form_group": part.job_class,
            "rater": named(found.people, part.line.rater_id),
            "superior": named(found.people, part.line.superior_id),
            "level_of_unit": unit_name(found.units, part.line.led_unit_id),
            "basis": part.line.basis,
            "problem": part.line.problem,
        }
        for part in found.stretches
    ]
    evaluators = [
        {"period": period.code, **_evaluator_values(answer, found.people, found.units, words)}
        for period, answer in found.evaluators
    ]
    lines = [f"{found.person.full_name}  {found.person.nip}"]
    for part in found.stretches:
        rater = named(found.people, part.line.rater_id) or (words.reason(part.line.problem, {
            "status": words.label_of(part.person.legal_status)}) if part.line.problem else "-")  # fmt: skip
        lines.append(f"  {_span(part.since, part.until)}")
        lines.append(f"    {part.person.position_title} · {unit_name(found.units, part.person.unit_id) or '-'}")
        lines.append(f"    {words.label('COLUMN:RATER')}: {rater}")
    for period, answer in found.evaluators:
        rater = named(found.people, answer.rater_id) or words.reason(answer.problem, {
            "status": words.label_of(answer.person.legal_status)})  # fmt: skip
        lines.append(f"  {period.code}: {rater}")
        lines += [
            f"    {words.reason(reason.code, reason.facts)} [{words.cited(reason.source)}]" for reason in answer.reasons
        ]
    lines += [f"  {_span(entry.since, entry.until)}  {_entry(entry, found.people, found.units, words)}"
              for entry in found.entries]  # fmt: skip
    lines += [f"  {hint.code}: {words.sentence(hint.code, hint.facts)}" for hint in found.hints]
    values = {
        "verb": "register timeline",
        "nip": found.person.nip,
        "name": found.person.full_name,
        "year": chosen.year,
        "stretches": stretches,
        "evaluators": evaluators,
        "entries": [plain(entry) for entry in found.entries],
        "hints": hint_values(found.hints, words),
    }
    return Answer(values, lines, 1 if found.hints else 0)


def _evaluator_values(
    answer: Evaluator, people: Mapping[str, Person], units: Mapping[str, OrgUnit], words: Messages
) -> dict[str, object]:
    return {
        "is_due": answer.is_due,
        "rater": named(people, answer.rater_id),
        "superior": named(people, answer.superior_id),
        "level_of_unit": unit_name(units, answer.led_unit_id),
        "form_group": answer.job_class,
        "basis": answer.basis,
        "is_final": answer.is_final,
        "problem": answer.problem,
        "reasons": reason_values(answer.reasons, words),
    }


def _line_values(line: ReportingLine | None, people: Mapping[str, Person]) -> dict[str, object] | None:
    if line is None:
        return None
    return {"rater": named(people, line.rater_id), "basis": line.basis, "problem": line.problem}


def _change(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    careers = desk.register.careers
    person = desk.register.show(chosen.nip).person
    request = ChangeRequest(
        change=CareerChange(chosen.kind.upper().replace("-", "_")),
        person_id=person.person_id,
        since=chosen.since,
        unit_id=desk.register.branch(chosen.unit)[0] if chosen.unit else "",
        position_title=chosen.title,
        position_kind=PositionKind(chosen.post_kind.upper()) if chosen.post_kind else None,
        echelon=chosen.echelon,
        grade=chosen.grade,
        leads_unit=chosen.head,
        rater_id=desk.register.show(chosen.rater).person.person_id if chosen.rater else "",
        may_rate=chosen.delegated,
        until=chosen.until,
        note=chosen.note,
        carries_results=chosen.carry_results,
    )
    outcome = careers.preview(request) if chosen.dry_run else careers.change(request)
    return _change_answer(outcome, person, chosen.dry_run, words)


def _change_answer(outcome: ChangeOutcome, person: Person, dry_run: bool, words: Messages) -> Answer:
    preview, people, units = outcome.preview, outcome.people, outcome.units
    entries = [
        {
            "what": _fate_of(change, preview.draft.request.since).partition(":")[2].lower(),
            "text": _entry(entry, people, units, words),
            "person": named(people, entry.person_id),
            "since": entry.since,
            "until": entry.until,
        }
        for change in preview.draft.entries
        if (entry := change.after or change.before) is not None
    ]
    values = {
        "verb": "register change",
        "dry_run": dry_run,
        "nip": person.nip,
        "change": preview.draft.request.change,
        "since": preview.draft.request.since,
        "entries": entries,
        "lines": [
            {
                "nip": people[change.person_id].nip,
                "name": named(people, change.person_id),
                "before": _line_values(change.before, people),
                "after": _line_values(change.after, people),
            }
            for change in preview.lines
        ],
        "plans": [
            {
                "nip": people[effect.person_id].nip,
                "name": named(people, effect.person_id),
                "plan_id": effect.plan_id,
                "code": effect.reason.code,
                "source": effect.reason.source,
                "text": words.reason(effect.reason),
            }
            for effect in preview.plans
        ],
        "evaluations": [
            {
                "period": effect.period.code,
                "nip": effect.after.person.nip,
                "name": effect.after.person.full_name,
                "before": _evaluator_values(effect.before, people, units, words),
                "after": _evaluator_values(effect.after, people, units, words),
            }
            for effect in preview.evaluations
        ],
        "rules": reason_values(preview.rules, words),
        "warnings": reason_values(preview.warnings, words),
        "change_set": outcome.changes.change_set_id,
    }
    request = preview.draft.request
    lines = [f"{person.full_name} · {words.label_of(request.change)} · {request.since:%d-%m-%Y}"]
    lines += [
        f"  {words.label(_fate_of(change, request.since))}: {named(people, entry.person_id)}"
        f" · {_entry(entry, people, units, words)} · {_span(entry.since, entry.until)}"
        for change in preview.draft.entries
        if (entry := change.after or change.before) is not None
    ]
    lines += [_line_text(change.person_id, change.before, change.after, people, words)
              for change in preview.lines[:SHOWN]]  # fmt: skip
    lines += more(len(preview.lines) - SHOWN, words)
    lines += [f"  {named(people, effect.person_id)}: {words.reason(effect.reason)} "
              f"[{words.cited(effect.reason.source)}]"
              for effect in preview.plans[:SHOWN]]  # fmt: skip
    lines += more(len(preview.plans) - SHOWN, words)
    lines += [
        f"  {effect.period.code} {effect.after.person.full_name}: "
        f"{_who(effect.before, people, words)} → {_who(effect.after, people, words)}"
        for effect in preview.evaluations[:SHOWN]
    ]
    lines += more(len(preview.evaluations) - SHOWN, words)
    lines += [f"  {words.reason(reason)} [{words.cited(reason.source)}]" for reason in preview.rules]
    lines += [f"  ! {words.reason(reason)}" for reason in preview.warnings]
    if dry_run:
        lines.append(words.reason("CLI-DRY-RUN", {}))
    elif outcome.changes.change_set_id:
        lines.append(words.reason("CLI-UNDO-HINT", {"change_set": outcome.changes.change_set_id}))
    return Answer(values, lines, 1 if preview.warnings else 0)


def _fate_of(change: EntryChange, since: date) -> str:
    """Whether an entry begins, ends or falls away; one that only the staff row held is written down as it ends."""
    if change.before is None and change.after is not None:
        ends = change.after.until is not None and (change.after.since is None or change.after.since < since)
        return "WIZARD:ENDS" if ends else "WIZARD:BEGINS"
    return "WIZARD:FALLS_AWAY" if change.after is None else "WIZARD:ENDS"


def _who(answer: Evaluator, people: Mapping[str, Person], words: Messages) -> str:
    if answer.rater_id:
        return named(people, answer.rater_id)
    return words.reason(answer.problem, {"status": words.label_of(answer.person.legal_status)})


def _line_text(
    person_id: str,
    before: ReportingLine | None,
    after: ReportingLine | None,
    people: Mapping[str, Person],
    words: Messages,
) -> str:
    def told(line: ReportingLine | None) -> str:
        if line is None:
            return "-"
        return named(people, line.rater_id) or (words.reason(line.problem, {}) if line.problem else "-")

    return f"  {words.label('COLUMN:RATER')} {named(people, person_id)}: {told(before)} → {told(after)}"


def _delegate(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    changes = desk.register.careers.delegate(
        chosen.nip, chosen.unit, chosen.since, chosen.until, chosen.note, not chosen.withdraw
    )
    return done("register delegate", changes.change_set_id, words)


def _clarify(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    changes = desk.register.careers.clarify(chosen.nip, chosen.on, chosen.note)
    return done("register clarified", changes.change_set_id, words)


def _correct_day(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    changes = desk.register.careers.correct_day(chosen.entry, chosen.since)
    return done("register correct-day", changes.change_set_id, words)


def _settle(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    return done("register settle", desk.register.careers.settle().change_set_id, words)


def done(verb: str, change_set: str, words: Messages) -> Answer:
    """The answer of a write that has nothing more to say than its change set."""
    said = words.reason("CLI-REGISTER-SAVED" if change_set else "CLI-REGISTER-SAME", {"change_set": change_set})
    return Answer({"verb": verb, "change_set": change_set}, [said])


def _evaluator(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    found = desk.register.careers.evaluator(chosen.nip, parse_period(chosen.period))
    answer = found.answer
    values = {
        "verb": "register evaluator",
        "nip": answer.person.nip,
        "period": chosen.period,
        **_evaluator_values(answer, found.people, found.units, words),
    }
    lines = [f"{answer.person.full_name} · {chosen.period}: {_who(answer, found.people, words)}"]
    lines += [f"  {words.reason(reason)} [{words.cited(reason.source)}]" for reason in answer.reasons]
    return Answer(values, lines, 0 if answer.rater_id or not answer.is_due else 1)


VERBS: Mapping[str, Verb] = {
    "timeline": _timeline,
    "evaluator": _evaluator,
    "change": _change,
    "delegate": _delegate,
    "clarified": _clarify,
    "correct-day": _correct_day,
    "settle": _settle,
}

CHANGES = tuple(change.value.lower().replace("_", "-") for change in CareerChange)
POST_KINDS = tuple(kind.value for kind in PositionKind if kind is not PositionKind.OFFICIAL)


def grammar(verbs: Verbs) -> None:
    """The words about time, blockers and twins."""
    timeline = verbs.add_parser("timeline")
    timeline.add_argument("nip")
    timeline.add_argument("--year", type=int, required=True)
    evaluator = verbs.add_parser("evaluator")
    evaluator.add_argument("nip")
    evaluator.add_argument("--period", required=True)
    change = verbs.add_parser("change")
    change.add_argument("kind", choices=CHANGES)
    change.add_argument("nip")
    change.add_argument("--from", dest="since", type=DAY, required=True, metavar="DAY", help="TMT")
    change.add_argument("--until", type=DAY, metavar="DAY")
    change.add_argument("--unit", default="", metavar="ID")
    change.add_argument("--title", default="", metavar="TEXT", help="nama jabatan baru")
    change.add_argument("--post-kind", choices=POST_KINDS, default="")
    change.add_argument("--echelon", default="")
    change.add_argument("--grade", default="", help="golongan, misalnya III/d")
    change.add_argument("--head", action="store_true", help="memimpin unit itu")
    change.add_argument("--rater", default="", metavar="NIP")
    change.add_argument("--delegated", action="store_true", help="dengan delegasi menilai")
    change.add_argument("--note", default="", help="nomor dan tanggal surat")
    change.add_argument("--carry-results", action="store_true", help="bawa hasil kerja SKP lama ke draf SKP baru")
    change.add_argument("--dry-run", action="store_true")
    delegate = verbs.add_parser("delegate")
    delegate.add_argument("nip")
    delegate.add_argument("--unit", required=True, metavar="ID")
    delegate.add_argument("--from", dest="since", type=DAY, required=True, metavar="DAY")
    delegate.add_argument("--until", type=DAY, metavar="DAY")
    delegate.add_argument("--note", default="")
    delegate.add_argument("--withdraw", action="store_true", help="delegasi dicabut atau tidak diberikan")
    clarified = verbs.add_parser("clarified")
    clarified.add_argument("nip", nargs="+")
    clarified.add_argument("--on", type=DAY, required=True, metavar="DAY")
    clarified.add_argument("--note", default="")
    correct = verbs.add_parser("correct-day")
    correct.add_argument("entry")
    correct.add_argument("--from", dest="since", type=DAY, required=True, metavar="DAY")
    verbs.add_parser("settle")
