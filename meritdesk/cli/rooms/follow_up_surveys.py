"""360 views and culture pulses on the command line."""

from __future__ import annotations

import argparse
import re
from collections.abc import Callable, Mapping
from pathlib import Path

from meritdesk.cli.answers import Answer, figure, imported, table
from meritdesk.cli.options import NUMBER
from meritdesk.cli.progress import step
from meritdesk.cli.rooms.own_sheets import paper_grammar, papers_answer, style_of
from meritdesk.cli.verbs import Verbs
from meritdesk.core.errors import UsageRefusal
from meritdesk.core.survey import SurveyKind, Voice
from meritdesk.messages import Messages
from meritdesk.services import Desk
from meritdesk.services.follow_up.surveys import SubjectLine
from meritdesk.services.print_job import Selection

_VERB = "follow-up survey"


def carry_out(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    """``follow-up survey``: one of its deeds."""
    return _DEEDS[chosen.deed](desk, chosen, words)


def _open(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    one, changes = desk.follow_up.surveys.open(
        SurveyKind(chosen.kind),
        chosen.name,
        chosen.year,
        chosen.peers,
        chosen.subordinates,
        chosen.minimum,
        chosen.twice,
    )
    values = {"verb": f"{_VERB} open", "round": one.name, "id": one.round_id, "change_set": changes.change_set_id}
    return Answer(values, [f"{words.label_of(one.kind)}: {one.name}"])


def _list(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    rounds = desk.follow_up.surveys.rounds()
    values = {
        "verb": f"{_VERB} list",
        "rounds": [
            {
                "id": line.round.round_id,
                "name": line.round.name,
                "kind": line.round.kind.value,
                "year": line.round.year,
                "state": line.round.state.value,
                "sheets": line.sheets,
                "counting": line.counting,
                "waiting": line.waiting,
            }
            for line in rounds
        ],
    }
    rows = [
        (
            line.round.name,
            line.round.year,
            words.label_of(line.round.kind),
            words.label_of(line.round.state),
            f"{figure(line.counting, words)}/{figure(line.sheets, words)}",
        )
        for line in rounds
    ]
    heads = [words.label(f"360:{name}") for name in ("ROUND", "YEAR", "KIND", "STATE", "BACK")]
    return Answer(values, table(heads, rows, words) if rows else [words.sentence("SUR-117", {})])


def _plan(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    selection = Selection(chosen.nip, desk.register.branch(chosen.unit) if chosen.unit else ())
    outcome = desk.follow_up.surveys.plan(_round(desk, chosen), selection, chosen.dry_run)
    lacking = sorted({one.subject_id for one in outcome.plan.short})
    values = {
        "verb": f"{_VERB} plan",
        "sheets": outcome.sheets,
        "lacking": len(lacking),
        "dry_run": chosen.dry_run,
        "change_set": outcome.changes.change_set_id,
    }
    facts = {"sheets": figure(outcome.sheets, words), "lacking": figure(len(lacking), words)}
    return Answer(values, [words.reason("SUR-PLANNED", facts)])


def _board(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    board = desk.follow_up.surveys.board(_round(desk, chosen))
    values = {
        "verb": f"{_VERB} board",
        "round": board.round.name,
        "state": board.round.state.value,
        "lines": [_line_values(line) for line in board.lines],
    }
    rows = [
        (
            line.name,
            line.unit_name,
            f"{sum(line.back.values())}/{sum(line.out.values())}",
            "-" if line.result is None or line.result.mean is None else figure(line.result.mean, words),
            "-" if line.before is None or line.before.mean is None else figure(line.before.mean, words),
        )
        for line in board.lines
    ]
    heads = [words.label(f"360:{name}") for name in ("ABOUT", "UNIT", "BACK", "MEAN", "BEFORE")]
    return Answer(values, table(heads, rows, words))


def _line_values(line: SubjectLine) -> dict[str, object]:
    found = line.result
    return {
        "subject": line.subject_id,
        "name": line.name,
        "nip": line.nip,
        "unit": line.unit_name,
        "out": {voice.value: count for voice, count in line.out.items()},
        "back": {voice.value: count for voice, count in line.back.items()},
        "waiting": line.waiting,
        "mean": found.mean if found else None,
        "before": line.before.mean if line.before else None,
        "items": {score.item.item_id: score.mean for score in found.items} if found else {},
        "hidden": [voice.value for voice in found.hidden] if found else [],
    }


def _enter(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    outcome = desk.follow_up.surveys.enter(
        _round(desk, chosen), chosen.sheet, _answers(chosen.answers), chosen.remark, chosen.second
    )
    values = {
        "verb": f"{_VERB} enter",
        "sheet": outcome.sheet.code,
        "state": outcome.state.value,
        "differing": list(outcome.differing),
        "change_set": outcome.changes.change_set_id,
    }
    told = f"{outcome.sheet.code}: {words.label_of(outcome.state)}"
    return Answer(values, [told + (f" ({', '.join(outcome.differing)})" if outcome.differing else "")])


def _give(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    voices = {voice: words.label_of(voice) for voice in Voice}
    count = desk.follow_up.surveys.give(_round(desk, chosen), chosen.file, voices)
    values = {"verb": f"{_VERB} give", "file": chosen.file, "sheets": count}
    return Answer(values, [f"{chosen.file}: {figure(count, words)}"])


def _take(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    outcome = desk.follow_up.surveys.take(
        _round(desk, chosen), chosen.file, chosen.second, step("360", words), chosen.dry_run
    )
    return imported(f"{_VERB} take", outcome, words, chosen.dry_run)


def _close(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    changes = desk.follow_up.surveys.close(_round(desk, chosen))
    values = {"verb": f"{_VERB} close", "round": chosen.round, "change_set": changes.change_set_id}
    return Answer(values, [f"{chosen.round}: {words.label('ROUNDSTATE:CLOSED')}"])


def _print(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    surveys, round_id, style = desk.follow_up.surveys, _round(desk, chosen), style_of(chosen)
    if chosen.what == "list":
        outcome = surveys.print_distribution(round_id, chosen.out, style)
    elif chosen.what == "sheets":
        selection = Selection(unit_ids=desk.register.branch(chosen.unit) if chosen.unit else ())
        outcome = surveys.print_questions(round_id, chosen.out, selection, style, step("KUE", words))
    else:
        outcome = surveys.print_results(round_id, chosen.out, (), style, step("HP360", words))
    return papers_answer(f"{_VERB} print", outcome, words)


_DEEDS: Mapping[str, Callable[[Desk, argparse.Namespace, Messages], Answer]] = {
    "open": _open,
    "list": _list,
    "plan": _plan,
    "board": _board,
    "enter": _enter,
    "give": _give,
    "take": _take,
    "close": _close,
    "print": _print,
}


def _round(desk: Desk, chosen: argparse.Namespace) -> str:
    """The round that is meant, by its number or its name; ``SUR-112`` when there is none."""
    wanted = " ".join(chosen.round.split()).casefold()
    for line in desk.follow_up.surveys.rounds():
        if wanted in {line.round.round_id, line.round.name.casefold()}:
            return line.round.round_id
    raise UsageRefusal("SUR-112")


def _answers(typed: str) -> dict[str, int]:
    """``T1=4,V2=5`` as figures by question; ``SUR-116`` for anything else."""
    found = {}
    for part in filter(None, re.split(r"[,;\s]+", typed)):
        item, _, said = part.partition("=")
        if not re.fullmatch(r"[0-9]{1,6}", said):
            raise UsageRefusal("SUR-116", item=item, answer=said)
        found[item.upper()] = int(said)
    return found


def grammar(verbs: Verbs) -> None:
    """The words of rounds."""
    deeds = verbs.add_parser("survey").add_subparsers(dest="deed", required=True)
    opening = deeds.add_parser("open")
    opening.add_argument("--kind", required=True, choices=tuple(kind.value for kind in SurveyKind))
    opening.add_argument("--name", required=True)
    opening.add_argument("--year", type=NUMBER, required=True)
    for name in ("--peers", "--subordinates", "--minimum"):
        opening.add_argument(name, type=NUMBER, default=None, metavar="N")
    opening.add_argument("--twice", action="store_true", help="tiap lembar dimasukkan dua kali / key every sheet twice")
    deeds.add_parser("list")
    planning = _of_round(deeds, "plan")
    whose = planning.add_mutually_exclusive_group()
    whose.add_argument("--nip", default="")
    whose.add_argument("--unit", default="", metavar="ID")
    planning.add_argument("--dry-run", action="store_true")
    _of_round(deeds, "board")
    entering = _of_round(deeds, "enter")
    entering.add_argument("--sheet", required=True, metavar="CODE")
    entering.add_argument("--answers", required=True, metavar="T1=4,V1=5")
    entering.add_argument("--remark", default="")
    entering.add_argument("--second", action="store_true")
    giving = _of_round(deeds, "give")
    giving.add_argument("file", type=Path)
    taking = _of_round(deeds, "take")
    taking.add_argument("file", type=Path)
    taking.add_argument("--second", action="store_true")
    taking.add_argument("--dry-run", action="store_true")
    _of_round(deeds, "close")
    printing = _of_round(deeds, "print")
    printing.add_argument("--what", required=True, choices=("sheets", "list", "results"))
    printing.add_argument("--unit", default="", metavar="ID")
    paper_grammar(printing)


def _of_round(deeds: Verbs, name: str) -> argparse.ArgumentParser:
    deed = deeds.add_parser(name)
    deed.add_argument("--round", required=True, metavar="NAME")
    return deed
