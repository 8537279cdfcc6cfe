"""The self-assessment of the merit system and the filling of posts on the command line."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Mapping
from pathlib import Path

from meritdesk.cli.answers import Answer, listed, plain, reason_values, table
from meritdesk.cli.given import given_answer, given_grammar, given_source
from meritdesk.cli.options import DATE, FILLED, NUMBER
from meritdesk.cli.progress import step
from meritdesk.cli.rooms.follow_up_talent import POINTS, list_values, listed_lines
from meritdesk.cli.rooms.own_sheets import paper_grammar, papers_answer, style_of
from meritdesk.cli.verbs import Verb, Verbs
from meritdesk.core.merit import GivenLevel, MeritScheme, MeritScore
from meritdesk.core.merit_paper import figure_told
from meritdesk.core.rotation import RotationCase
from meritdesk.messages import Messages
from meritdesk.services import Desk

Deed = Callable[[Desk, argparse.Namespace, Messages], Answer]


def _scheme(chosen: argparse.Namespace) -> MeritScheme | None:
    return MeritScheme(f"OF_{chosen.scheme}") if chosen.scheme else None


def _score_values(score: MeritScore, words: Messages) -> dict[str, object]:
    return {
        "index": plain(score.index),
        "category": score.category.code,
        "given": score.given,
        "asked": score.asked,
        "reasons": reason_values(score.reasons, words),
    }


def _show(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    board = desk.follow_up.merit.board(chosen.year, _scheme(chosen))
    figures = {one.figure: figure_told(one) for one in board.figures}
    values = {
        "verb": "follow-up merit show",
        "year": board.year,
        "scheme": board.scheme.value,
        "pack": board.pack.pack_id,
        "is_fixed": board.assessment.is_fixed,
        **_score_values(board.score, words),
        "aspects": [
            {"code": one.aspect.code, "title": one.aspect.title, "value": plain(one.value), "full": plain(one.full)}
            for one in board.score.aspects
        ],
        "parts": [
            {
                "code": part.code,
                "title": part.title,
                "level": board.levels[part.code].level if part.code in board.levels else None,
                "reason": board.levels[part.code].reason if part.code in board.levels else "",
                "files": [{"id": file.file_id, "name": file.file_name} for file in board.files.get(part.code, ())],
            }
            for part in board.rules.parts
        ],
        "figures": {one.value: told for one, told in figures.items()},
        "gaps": [
            {
                "code": gap.part.code, "level": gap.level, "target": gap.target, "gain": plain(gap.gain),
                "action": gap.action, "action_by": gap.action_by,
            }
            for gap in board.score.gaps
        ],
    }  # fmt: skip
    rows = [
        (
            part.code,
            words.of_pack(part.title),
            str(board.levels[part.code].level) if part.code in board.levels else "-",
            ", ".join(figures[one] for one in part.figures if one in figures) or "-",
        )
        for part in board.rules.parts
    ]
    names = ("CODE", "ASPECT", "LEVEL", "FIGURES")
    lines = table([words.label(f"COLUMN:{name}") for name in names], rows, words)
    return Answer(values, [*lines, *map(words.reason, board.score.reasons)])


def _give(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    given = GivenLevel(chosen.part, chosen.level, chosen.reason, chosen.action, chosen.by)
    outcome = desk.follow_up.merit.give(chosen.year, given, _scheme(chosen))
    values = {"verb": "follow-up merit give", "part": chosen.part, **_score_values(outcome.score, words)}
    return Answer({**values, "change_set": outcome.changes.change_set_id}, [words.reason(outcome.score.reasons[-1])])


def _take_back(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    outcome = desk.follow_up.merit.take_back(chosen.year, chosen.part, _scheme(chosen))
    values = {"verb": "follow-up merit take-back", "part": chosen.part, **_score_values(outcome.score, words)}
    return Answer({**values, "change_set": outcome.changes.change_set_id}, [words.reason(outcome.score.reasons[-1])])


def _survey(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    outcome = desk.follow_up.merit.survey(chosen.year, chosen.value, chosen.source, chosen.violations, _scheme(chosen))
    values = {"verb": "follow-up merit survey", **_score_values(outcome.score, words)}
    return Answer({**values, "change_set": outcome.changes.change_set_id}, [words.reason(outcome.score.reasons[-1])])


def _attach(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    added = desk.follow_up.merit.attach(chosen.year, chosen.part, chosen.file, chosen.title, _scheme(chosen))
    values = {"verb": "follow-up merit attach", "id": added.file_id, "file": added.file_name, "digest": added.sha256}
    return Answer(values, [f"{added.part_code} {added.file_name}"])


def _detach(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    changes = desk.follow_up.merit.detach(chosen.year, chosen.id, _scheme(chosen))
    return Answer({"verb": "follow-up merit detach", "id": chosen.id, "change_set": changes.change_set_id}, [chosen.id])


def _write_file(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    path = desk.follow_up.merit.write_file(chosen.year, chosen.id, chosen.out, _scheme(chosen))
    return Answer({"verb": "follow-up merit write-file", "id": chosen.id, "file": str(path)}, [str(path)])


def _import(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    source = given_source(desk, chosen, words)
    outcome = desk.follow_up.merit.import_levels(source, step("merit", words), chosen.dry_run)
    return given_answer(desk, "follow-up merit import", outcome, source, chosen, words)


def _fix(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    outcome = desk.follow_up.merit.fix(chosen.year, _scheme(chosen))
    values = {"verb": "follow-up merit fix", **_score_values(outcome.score, words)}
    lines = [words.reason(one) for one in outcome.score.reasons]
    return Answer({**values, "change_set": outcome.changes.change_set_id}, lines)


def _reopen(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    changes = desk.follow_up.merit.reopen(chosen.year, chosen.reason, _scheme(chosen))
    return Answer({"verb": "follow-up merit reopen", "change_set": changes.change_set_id}, [str(chosen.year)])


def _print(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    outcome = desk.follow_up.merit.print_dossier(chosen.year, chosen.out, _scheme(chosen), style_of(chosen))
    return papers_answer("follow-up merit print", outcome, words)


# --- rotation ---------------------------------------------------------------------------------------------------------


def _vacancies(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    found = desk.follow_up.rotation.vacancies(chosen.year)
    values = {
        "verb": "follow-up rotation vacancies",
        "posts": [
            {"unit": one.unit.unit_id, "name": one.unit.name, "post": one.post, "echelon": one.echelon} for one in found
        ],
    }
    rows = [(one.unit.source_id or one.unit.unit_id, one.post, one.echelon) for one in found]
    heads = [words.label(f"COLUMN:{name}") for name in ("UNIT", "POST", "CODE")]
    return Answer(values, listed(heads, rows, words))


def _cases(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    found = desk.follow_up.rotation.lines()
    values = {
        "verb": "follow-up rotation list",
        "cases": [
            {
                **_case_values(one.case),
                "unit_name": one.unit_name,
                "chosen": one.chosen_name,
                "list": one.kept.number if one.kept else "",
                "lawful": len(one.lawful),
            }
            for one in found
        ],
    }
    rows = [
        (one.case.number, one.case.post, words.label_of(one.state), str(len(one.lawful)), one.chosen_name or "-")
        for one in found
    ]
    heads = [words.label(f"COLUMN:{name}") for name in ("NUMBER", "POST", "STATE", "CANDIDATES", "NAME")]
    return Answer(values, listed(heads, rows, words))


def _case_values(case: RotationCase) -> dict[str, object]:
    return {
        "number": case.number, "unit": case.unit_id, "post": case.post, "echelon": case.echelon,
        "state": case.state.value, "opened_on": case.opened_on, "decided_on": case.decided_on,
        "decided_by": case.decided_by, "reason": case.reason, "letter": case.letter_number,
    }  # fmt: skip


def _open(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    outcome = desk.follow_up.rotation.open(chosen.unit, chosen.post, chosen.echelon, chosen.note)
    return _case_answer("follow-up rotation open", outcome.case, words)


def _candidates(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    line = desk.follow_up.rotation.list(chosen.number, chosen.year, chosen.wide)
    assert line.kept is not None
    values = {"verb": "follow-up rotation candidates", **_case_values(line.case), "list": list_values(line.kept, words)}
    return Answer(values, [line.kept.number, *listed_lines(line.kept.lines, words)])


def _decide(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    outcome = desk.follow_up.rotation.decide(
        chosen.number, chosen.nip, chosen.reason, chosen.by, chosen.letter, chosen.on
    )
    return _case_answer("follow-up rotation decide", outcome.case, words)


def _drop(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    return _case_answer(
        "follow-up rotation drop", desk.follow_up.rotation.drop(chosen.number, chosen.reason).case, words
    )


def _print_list(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    outcome = desk.follow_up.rotation.print(chosen.number, chosen.out, style_of(chosen))
    return papers_answer("follow-up rotation print", outcome, words)


def _case_answer(verb: str, case: RotationCase, words: Messages) -> Answer:
    return Answer({"verb": verb, **_case_values(case)}, [f"{case.number} {case.post}: {words.label_of(case.state)}"])


_DEEDS: Mapping[tuple[str, str], Deed] = {
    ("merit", "show"): _show,
    ("merit", "give"): _give,
    ("merit", "take-back"): _take_back,
    ("merit", "survey"): _survey,
    ("merit", "attach"): _attach,
    ("merit", "detach"): _detach,
    ("merit", "write-file"): _write_file,
    ("merit", "import"): _import,
    ("merit", "fix"): _fix,
    ("merit", "reopen"): _reopen,
    ("merit", "print"): _print,
    ("rotation", "vacancies"): _vacancies,
    ("rotation", "list"): _cases,
    ("rotation", "open"): _open,
    ("rotation", "candidates"): _candidates,
    ("rotation", "decide"): _decide,
    ("rotation", "drop"): _drop,
    ("rotation", "print"): _print_list,
}


def _verb(name: str) -> Verb:
    return lambda desk, chosen, words: _DEEDS[name, chosen.deed](desk, chosen, words)


MERIT_VERBS: Mapping[str, Verb] = {name: _verb(name) for name in ("merit", "rotation")}


def merit_grammar(verbs: Verbs) -> None:
    """The words of merit and rotation."""
    deeds = verbs.add_parser("merit").add_subparsers(dest="deed", required=True)
    _of_scheme(deeds.add_parser("show"))
    giving = _of_scheme(deeds.add_parser("give"))
    giving.add_argument("part", metavar="CODE")
    giving.add_argument("level", type=NUMBER)
    giving.add_argument("--reason", type=FILLED, required=True)
    giving.add_argument("--action", default="")
    giving.add_argument("--by", type=DATE, metavar="DAY")
    _of_scheme(deeds.add_parser("take-back")).add_argument("part", metavar="CODE")
    survey = _of_scheme(deeds.add_parser("survey"))
    survey.add_argument("--value", type=POINTS)
    survey.add_argument("--source", default="")
    survey.add_argument("--violations", type=NUMBER, default=0)
    attaching = _of_scheme(deeds.add_parser("attach"))
    attaching.add_argument("part", metavar="CODE")
    attaching.add_argument("file", type=Path)
    attaching.add_argument("--title", default="")
    _of_scheme(deeds.add_parser("detach")).add_argument("id")
    writing = _of_scheme(deeds.add_parser("write-file"))
    writing.add_argument("id")
    writing.add_argument("--out", type=Path, required=True, metavar="DIR")
    given_grammar(deeds.add_parser("import"))
    _of_scheme(deeds.add_parser("fix"))
    _of_scheme(deeds.add_parser("reopen")).add_argument("--reason", type=FILLED, required=True)
    paper_grammar(_of_scheme(deeds.add_parser("print")))

    deeds = verbs.add_parser("rotation").add_subparsers(dest="deed", required=True)
    deeds.add_parser("vacancies").add_argument("--year", type=NUMBER, required=True)
    deeds.add_parser("list")
    opening = deeds.add_parser("open")
    opening.add_argument("unit", metavar="UNIT")
    opening.add_argument("--post", default="")
    opening.add_argument("--echelon", default="")
    opening.add_argument("--note", default="")
    listing = deeds.add_parser("candidates")
    listing.add_argument("number")
    listing.add_argument("--year", type=NUMBER, required=True)
    listing.add_argument("--wide", action="store_true")
    deciding = deeds.add_parser("decide")
    deciding.add_argument("number")
    deciding.add_argument("nip")
    deciding.add_argument("--reason", type=FILLED, required=True)
    deciding.add_argument("--by", type=FILLED, required=True, metavar="NAME")
    deciding.add_argument("--letter", default="")
    deciding.add_argument("--on", type=DATE, metavar="DAY")
    dropping = deeds.add_parser("drop")
    dropping.add_argument("number")
    dropping.add_argument("--reason", type=FILLED, required=True)
    printing = deeds.add_parser("print")
    printing.add_argument("number")
    paper_grammar(printing)


def _of_scheme(deed: argparse.ArgumentParser) -> argparse.ArgumentParser:
    deed.add_argument("--year", type=NUMBER, required=True)
    deed.add_argument("--scheme", default="", choices=("2018", "2025"))
    return deed
