"""The teams room on the command line: problems from the day they are opened to the day they are closed."""

from __future__ import annotations

import argparse
from collections.abc import Mapping

from meritdesk.cli.answers import Answer, day_told, listed, nothing_found, plain, table
from meritdesk.cli.options import DATE, FILLED
from meritdesk.cli.rooms import team_work
from meritdesk.cli.verbs import Verb, Verbs
from meritdesk.core.cascade import AssignmentMode
from meritdesk.core.periods import parse_period
from meritdesk.core.problems import CallAnswer, ProblemKind
from meritdesk.messages import Messages
from meritdesk.services import Desk
from meritdesk.services.teams import ProblemCard, ProblemOutcome


def _board(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    period = parse_period(chosen.period)
    lines = desk.teams.board(period, chosen.unit, chosen.search)
    heads = [words.label(f"COLUMN:{name}") for name in ("NUMBER", "STATE", "PROBLEM", "UNIT", "LEAD", "DAYS_LEFT")]
    rows = [
        (
            line.problem.number,
            words.label_of(line.state),
            line.problem.title,
            line.unit_name,
            line.lead_name or "-",
            str(line.days_left),
        )
        for line in lines
    ]
    values = {"verb": "teams board", "period": period.code, "problems": [plain(line) for line in lines]}
    return Answer(values, listed(heads, rows, words))


def _show(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    card = desk.teams.show(chosen.number)
    return Answer({"verb": "teams show", "card": plain(card)}, _told(card, words))


def _response(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    period = parse_period(chosen.period)
    lines = desk.teams.response(period)
    names = ("UNIT", "OPENED", "SOLVED", "OVERDUE", "FIRST_RESPONSE", "BEFORE", "TO_SOLVE", "BEFORE")
    heads = [words.label(f"COLUMN:{name}") for name in names]
    rows = [
        (
            line.unit_name,
            *(str(count) for count in (line.figures.opened, line.figures.solved, line.figures.overdue)),
            *(
                "-" if days is None else plain(days)
                for days in (
                    line.figures.first_response,
                    line.figures.first_response_before,
                    line.figures.to_solve,
                    line.figures.to_solve_before,
                )
            ),
        )
        for line in lines
    ]
    values = {"verb": "teams response", "period": period.code, "units": [plain(line) for line in lines]}
    told = table(heads, [tuple(map(str, row)) for row in rows], words)
    return Answer(values, told if rows else nothing_found(words))


def _open(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    kind = ProblemKind(chosen.kind)
    return _done(desk.teams.open(chosen.unit, kind, chosen.title, chosen.due, chosen.text, chosen.on), chosen, words)


def _amend(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    before = desk.teams.show(chosen.number).problem
    outcome = desk.teams.amend(
        chosen.number,
        before.title if chosen.title is None else chosen.title,
        before.description if chosen.text is None else chosen.text,
        chosen.due or before.due_on,
        ProblemKind(chosen.kind) if chosen.kind else before.kind,
        chosen.host,
    )
    return _done(outcome, chosen, words)


def _call(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    return _done(desk.teams.call(chosen.number, chosen.unit, chosen.why, chosen.on), chosen, words)


def _answer(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    said = CallAnswer(chosen.answer)
    return _done(desk.teams.answer(chosen.number, chosen.unit, said, chosen.words, chosen.on), chosen, words)


def _join(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    mode = AssignmentMode.VOLUNTEERED if chosen.volunteered else AssignmentMode.APPOINTED
    return _done(
        desk.teams.join(chosen.number, chosen.person, chosen.duty, mode, chosen.consent, chosen.since), chosen, words
    )


def _leave(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    return _done(desk.teams.leave(chosen.number, chosen.person), chosen, words)


def _lead(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    return _done(desk.teams.lead(chosen.number, chosen.person, chosen.letter, chosen.on), chosen, words)


def _task(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    return _done(desk.teams.task(chosen.number, chosen.text, chosen.owner, chosen.due, chosen.task), chosen, words)


def _finish(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    if chosen.not_done:
        return _done(desk.teams.resume_task(chosen.number, chosen.task), chosen, words)
    return _done(desk.teams.finish_task(chosen.number, chosen.task, chosen.product, chosen.on), chosen, words)


def _solve(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    return _done(desk.teams.solve(chosen.number, chosen.text, chosen.on), chosen, words)


def _close(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    return _done(desk.teams.close(chosen.number), chosen, words)


def _reopen(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    return _done(desk.teams.reopen(chosen.number), chosen, words)


def _drop(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    return _done(desk.teams.drop(chosen.number, chosen.why), chosen, words)


def _done(outcome: ProblemOutcome, chosen: argparse.Namespace, words: Messages) -> Answer:
    problem = outcome.problem
    values = {
        "verb": f"teams {chosen.verb}",
        "problem": plain(problem),
        "state": problem.state.value,
        "change_set": outcome.changes.change_set_id,
    }
    return Answer(values, [f"{problem.number} · {problem.title} · {words.label_of(problem.state)}"])


def _told(card: ProblemCard, words: Messages) -> list[str]:
    problem = card.problem
    lines = [
        f"{problem.number} · {problem.title}",
        f"  {words.label_of(problem.kind)} · {card.line.unit_name} · {words.label_of(problem.state)} · "
        f"{day_told(problem.opened_on, words)} - {day_told(problem.due_on, words)}",
    ]
    for call in problem.calls:
        said = words.label_of(call.answer) if call.answer is not None else words.label("TEAMSWORD:NO_ANSWER")
        lines.append(f"  {words.label('TEAMSWORD:CALLED')}: {card.units.get(call.unit_id, call.unit_id)} · {said}")
    for one in card.members:
        role = words.label("TEAMSWORD:LEAD" if one.is_lead else "TEAMSWORD:MEMBER")
        missing = f" · {words.label('TEAMSWORD:CONSENT_MISSING')}" if one.needs_consent else ""
        home = card.units.get(one.member.home_unit_id, "")
        lines.append(f"  {role}: {one.name} · {home} · {one.done}/{one.tasks}{missing}")
    for task in problem.tasks:
        sign = "✓" if task.done_on is not None else "!" if task.is_late(card.today) else "·"
        owner = card.name_of(task.owner_id)
        lines.append(f"  {sign} {task.text} · {owner} · {day_told(task.due_on, words)} · {task.task_id}")
    if problem.solution:
        lines.append(f"  {words.label('TEAMSWORD:SOLUTION')}: {problem.solution}")
    return lines


VERBS: Mapping[str, Verb] = {
    "board": _board,
    "show": _show,
    "response": _response,
    "open": _open,
    "amend": _amend,
    "call": _call,
    "answer": _answer,
    "join": _join,
    "leave": _leave,
    "lead": _lead,
    "task": _task,
    "finish": _finish,
    "solve": _solve,
    "close": _close,
    "reopen": _reopen,
    "drop": _drop,
    **team_work.VERBS,
}

_KINDS = [kind.value for kind in ProblemKind]


def grammar(verbs: Verbs) -> None:
    """The words of these verbs."""
    team_work.grammar(verbs)
    board = verbs.add_parser("board")
    board.add_argument("--period", required=True)
    board.add_argument("--unit", metavar="ID", default="")
    board.add_argument("--search", default="")
    verbs.add_parser("response").add_argument("--period", required=True)
    opening = verbs.add_parser("open")
    opening.add_argument("unit", metavar="ID")
    opening.add_argument("title", type=FILLED)
    opening.add_argument("--due", type=DATE, required=True)
    opening.add_argument("--kind", choices=_KINDS, default=ProblemKind.COMPLAINT.value)
    opening.add_argument("--text", default="")
    opening.add_argument("--on", type=DATE)
    amending = _about(verbs, "amend")
    amending.add_argument("--title")
    amending.add_argument("--text")
    amending.add_argument("--due", type=DATE)
    amending.add_argument("--kind", choices=_KINDS)
    amending.add_argument("--host", metavar="ID", default="")
    _about(verbs, "show")
    calling = _about(verbs, "call")
    calling.add_argument("unit", metavar="ID")
    calling.add_argument("--why", default="")
    calling.add_argument("--on", type=DATE)
    answering = _about(verbs, "answer")
    answering.add_argument("unit", metavar="ID")
    answering.add_argument("answer", choices=[one.value for one in CallAnswer])
    answering.add_argument("--words", default="")
    answering.add_argument("--on", type=DATE)
    joining = _about(verbs, "join")
    joining.add_argument("person", metavar="NIP")
    joining.add_argument("--duty", default="")
    joining.add_argument("--volunteered", action="store_true")
    joining.add_argument("--consent", type=DATE)
    joining.add_argument("--since", type=DATE)
    _about(verbs, "leave").add_argument("person", metavar="NIP")
    leading = _about(verbs, "lead")
    leading.add_argument("person", metavar="NIP")
    leading.add_argument("--letter", default="")
    leading.add_argument("--on", type=DATE)
    tasking = _about(verbs, "task")
    tasking.add_argument("text", type=FILLED)
    tasking.add_argument("--owner", metavar="NIP", required=True)
    tasking.add_argument("--due", type=DATE, required=True)
    tasking.add_argument("--task", metavar="ID", default="")
    finishing = _about(verbs, "finish")
    finishing.add_argument("task", metavar="ID")
    finishing.add_argument("--product", default="")
    finishing.add_argument("--on", type=DATE)
    finishing.add_argument("--not-done", action="store_true")
    solving = _about(verbs, "solve")
    solving.add_argument("text", type=FILLED)
    solving.add_argument("--on", type=DATE)
    _about(verbs, "close")
    _about(verbs, "reopen")
    _about(verbs, "drop").add_argument("why", type=FILLED)


def _about(verbs: Verbs, name: str) -> argparse.ArgumentParser:
    parser = verbs.add_parser(name)
    parser.add_argument("number", metavar="MSL-YYYY-NNNN")
    return parser
