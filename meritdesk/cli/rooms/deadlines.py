"""The way of the papers on the command line: the days of documents, what is due, and the call sheets."""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from pathlib import Path

from meritdesk.cli.answers import SHOWN, Answer, blocked_lines, blocked_values, counted, figure, listed, more, plain
from meritdesk.cli.options import DATE_OR_NONE
from meritdesk.cli.progress import step
from meritdesk.cli.verbs import Verb, Verbs
from meritdesk.core.deadlines import DeadlineState
from meritdesk.core.documents import Form, PaperSize, PaperStyle
from meritdesk.core.duties import Party
from meritdesk.core.errors import UsageRefusal
from meritdesk.core.periods import parse_period
from meritdesk.core.validation import Hint
from meritdesk.messages import Messages
from meritdesk.services import Desk
from meritdesk.services.assessment.process import PROCESS_DAYS, OfficeDeadline
from meritdesk.services.clocks import ClockLine

OPEN_STATES = (DeadlineState.LATE, DeadlineState.DUE, DeadlineState.RUNNING, DeadlineState.TIME_BARRED)


def _dates(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    period = parse_period(chosen.period)
    days = {name: getattr(chosen, name) for name in PROCESS_DAYS if hasattr(chosen, name)}
    form = Form(chosen.form) if chosen.form else None
    signed_by = Party(chosen.signed_by) if chosen.signed_by else None
    if chosen.unit:
        board = desk.assessment.process.board(period, desk.register.branch(chosen.unit))
        # In bulk the paper of whoever has none is no fault: only closed evaluations have one.
        nips = tuple(line.person.nip for line in board.lines if line.evaluation is not None)
    else:
        nips = tuple(chosen.nip)
    if not nips:
        raise UsageRefusal("ASM-613", period=period.code)
    outcome = desk.assessment.process.enter(period, nips, days, form, signed_by)
    numbers = {
        "asked": outcome.asked,
        "changed": len(outcome.changed),
        "same": outcome.same,
        "refused": len(outcome.refused),
    }
    values = {
        "verb": "assessment dates",
        "period": period.code,
        "counts": numbers,
        "changed": outcome.changed,
        "refused": blocked_values(outcome.refused, words),
        "warnings": [{"nip": nip, "hints": hint_values(hints, words)} for nip, hints in outcome.warnings.items()],
        "change_set": outcome.changes.change_set_id,
    }
    lines = [counted(numbers, words), *blocked_lines(outcome.refused, words)]
    for nip, hints in list(outcome.warnings.items())[:SHOWN]:
        lines += [f"  {nip} · {hint.code}: {words.sentence(hint.code, hint.facts)}" for hint in hints]
    return Answer(values, [*lines, *more(len(outcome.warnings) - SHOWN, words)], 1 if outcome.refused else 0)


def _deadlines(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    period = parse_period(chosen.period)
    if chosen.nip:
        return _of_person(desk, chosen, words)
    unit_ids = desk.register.branch(chosen.unit) if chosen.unit else ()
    states = frozenset(DeadlineState(state) for state in chosen.state or [state.value for state in OPEN_STATES])
    board = desk.assessment.process.board(period, unit_ids, states)
    numbers = {state.value.lower(): board.count(state) for state in DeadlineState}
    values = {
        "verb": "assessment deadlines",
        "period": period.code,
        "today": board.today,
        "window": {"opens": board.window.opens, "closes": board.window.closes},
        "people": [_line_values(line, states) for line in board.lines],
        "units": plain(board.units),
        "unit_deadlines": [
            {"unit_id": one.unit_id, "unit": one.unit_name, **_deadline_values(one.deadline)}
            for one in board.unit_deadlines
        ],
    }
    heads = [words.label(f"CALL:{name}") for name in ("PERSON", "DUTY", "LIMIT", "DAYS", "STATE")]
    rows = [
        (
            line.person.full_name,
            words.label(f"DUTY:{deadline.duty.name}"),
            str(deadline.limit or "-"),
            "-" if deadline.days_left is None else str(deadline.days_left),
            words.label(f"DEADLINESTATE:{deadline.state.name}"),
        )
        for line in board.lines
        for deadline in line.deadlines
        if deadline.state in states
    ]
    late = board.count(DeadlineState.LATE)
    summary = " · ".join(
        f"{words.label(f'DEADLINESTATE:{state.name}')} {figure(numbers[state.value.lower()], words)}"
        for state in OPEN_STATES
    )
    shown = listed(heads, rows[:SHOWN], words)
    office = [_office_line(one, words) for one in board.office_wide()]
    return Answer(values, [summary, *office, *shown, *more(len(rows) - SHOWN, words)], 1 if late else 0)


def _office_line(one: OfficeDeadline, words: Messages) -> str:
    """D-1 or D-5 in one line: until when, how it stands, and for how many units it is open."""
    deadline = one.deadline
    facts = {
        "duty": words.label(f"DUTY:{deadline.duty.name}"),
        "rule": deadline.duty.value,
        "limit": str(deadline.limit or "-"),
        "state": words.label(f"DEADLINESTATE:{deadline.state.name}"),
        "open": figure(len(one.open_units), words),
        "units": figure(one.units, words),
    }
    return words.reason("CLI-OFFICE-DEADLINE", facts)


def _of_person(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    found = desk.assessment.process.show(chosen.nip, parse_period(chosen.period))
    line = found.line
    values = {
        "verb": "assessment deadlines",
        "period": chosen.period,
        **_line_values(line, frozenset(DeadlineState)),
        "papers": [
            {"form": paper.form.value, "version": paper.version, "signed_by": paper.signed_by.value}
            | {name: getattr(paper, name) for name in PROCESS_DAYS}
            for paper in line.papers
        ],
        "hints": hint_values(found.hints, words),
    }
    lines = [line.person.full_name]
    for deadline in line.deadlines:
        state = words.label(f"DEADLINESTATE:{deadline.state.name}")
        left = f" ({deadline.days_left})" if deadline.days_left is not None else ""
        lines.append(f"  {words.label(f'DUTY:{deadline.duty.name}')}: {deadline.limit or '-'} · {state}{left}")
    if line.forecast is not None:
        lines.append("  " + words.reason("ASM-HAND-OVER-BY", {"day": line.forecast.hand_over_by}))
    lines += [f"  {hint.code}: {words.sentence(hint.code, hint.facts)}" for hint in found.hints]
    return Answer(values, lines, 1 if line.has(DeadlineState.LATE) else 0)


def _call_sheet(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    unit_ids = desk.register.branch(chosen.unit) if chosen.unit else ()
    style = PaperStyle(size=PaperSize(chosen.paper))
    outcome = desk.assessment.process.print_call_sheets(
        parse_period(chosen.period), chosen.out, unit_ids, style, step("lembar panggil", words)
    )
    values = {
        "verb": "assessment call-sheet",
        "file": outcome.file.path,
        "digest": outcome.file.digest,
        "pages": outcome.file.pages,
        "numbers": outcome.numbers,
    }
    facts = {"count": figure(len(outcome.numbers), words), "file": Path(outcome.file.path).name}
    return Answer(values, [words.reason("CLI-CALL-SHEETS", facts)])


def hint_values(hints: tuple[Hint, ...], words: Messages) -> list[dict[str, object]]:
    """What the rules say, in words."""
    return [
        {"code": hint.code, "place": list(hint.place), "message": words.sentence(hint.code, hint.facts)}
        for hint in hints
    ]


def _line_values(line: ClockLine, states: frozenset[DeadlineState]) -> dict[str, object]:
    return {
        "nip": line.person.nip,
        "name": line.person.full_name,
        "unit": line.unit_name,
        "is_final": line.is_final,
        "objection": line.objection.register_number if line.objection else "",
        "hand_over_by": line.forecast.hand_over_by if line.forecast else None,
        "objection_fits": line.forecast.fits if line.forecast else None,
        "deadlines": [_deadline_values(one) for one in line.deadlines if one.state in states],
    }


def _deadline_values(deadline: object) -> dict[str, object]:
    values: dict[str, object] = plain(deadline)
    return values


VERBS: Mapping[str, Verb] = {"dates": _dates, "deadlines": _deadlines, "call-sheet": _call_sheet}


def grammar(verbs: Verbs) -> None:
    """The words of the papers' way, in the room of assessment."""
    dates = verbs.add_parser("dates")
    dates.add_argument("--period", required=True)
    whom = dates.add_mutually_exclusive_group(required=True)
    whom.add_argument("--nip", action="append", default=[], help="boleh berulang / may be repeated")
    whom.add_argument("--unit", default="", metavar="ID")
    dates.add_argument("--form", default="", choices=("D.1.1", "D.1.2", "D.1.3"))
    dates.add_argument("--signed-by", default="", choices=(Party.RATER.value, Party.SUPERIOR.value))
    for name in PROCESS_DAYS:
        option = f"--{name.replace('_', '-')}"
        dates.add_argument(option, dest=name, type=DATE_OR_NONE, metavar="DAY", default=argparse.SUPPRESS)
    deadlines = verbs.add_parser("deadlines")
    deadlines.add_argument("--period", required=True)
    deadlines.add_argument("--unit", default="", metavar="ID")
    deadlines.add_argument("--nip", default="")
    deadlines.add_argument("--state", action="append", choices=[state.value for state in DeadlineState])
    sheet = verbs.add_parser("call-sheet")
    sheet.add_argument("--period", required=True)
    sheet.add_argument("--unit", default="", metavar="ID")
    sheet.add_argument("--out", type=Path, required=True, metavar="DIR")
    sheet.add_argument("--paper", default=PaperSize.FOLIO.value, choices=[size.value for size in PaperSize])
