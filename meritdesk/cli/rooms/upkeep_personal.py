"""Personal data on the command line: extracts, requests, limits, leaks, what is destroyed, and a copy for support."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Mapping
from pathlib import Path

from meritdesk.cli.answers import Answer, figure, nothing_found, plain
from meritdesk.cli.options import NUMBER
from meritdesk.cli.progress import step
from meritdesk.cli.rooms.own_sheets import paper_grammar, papers_answer, style_of
from meritdesk.cli.verbs import Verb, Verbs
from meritdesk.core.personal_data import LeakKind, RequestKind
from meritdesk.messages import Messages
from meritdesk.messages.calendar import day_words, moment_words
from meritdesk.services import Desk
from meritdesk.services.upkeep.leaks import LeakForm
from meritdesk.wall_clock import noted_moment

_Act = Callable[[Desk, argparse.Namespace, Messages], Answer]


def _extract(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    personal, watched = desk.upkeep.personal, step("data", words)
    if chosen.out is not None:
        outcome = personal.print_extract(chosen.nip, chosen.out, style_of(chosen), step=watched)
        return papers_answer("upkeep personal extract", outcome, words)
    changes = personal.export_extract(chosen.nip, chosen.json_file, watched)
    values = {"verb": "upkeep personal extract", "file": str(chosen.json_file), "change_set": changes.change_set_id}
    return Answer(values, [chosen.json_file.name])


def _processing(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    outcome = desk.upkeep.personal.print_processing(chosen.out, style_of(chosen))
    return papers_answer("upkeep personal processing", outcome, words)


def _requests(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    found = desk.upkeep.personal.requests()
    lines = [
        f"{one.request.number} {one.name or '-'} · {words.label_of(one.request.kind)} · "
        f"{words.label_of(one.request.state)} · {moment_words(one.request.due_at, words)}"
        f"{' !' if one.is_late else ''}"
        for one in found
    ]
    values = {"verb": "upkeep personal requests", "requests": plain(found)}
    return Answer(values, lines or nothing_found(words))


def _request(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    one = desk.upkeep.personal.register_request(chosen.nip, RequestKind(chosen.kind), chosen.asked)
    values = {"verb": "upkeep personal request", "request": plain(one)}
    return Answer(values, [f"{one.number} · {moment_words(one.due_at, words)}"])


def _answer(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    changes = desk.upkeep.personal.answer_request(chosen.number, chosen.answer, chosen.refuse)
    return Answer({"verb": "upkeep personal answer", "change_set": changes.change_set_id}, [chosen.number])


def _limits(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    found = desk.upkeep.personal.limits()
    lines = [f"{'•' if one.limit.stands else ' '} {one.name or '-'} {one.nip} · {one.limit.reason}" for one in found]
    values = {"verb": "upkeep personal limits", "limits": plain(found)}
    return Answer(values, lines or nothing_found(words))


def _limit(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    deed = desk.upkeep.personal.lift if chosen.act == "lift" else desk.upkeep.personal.limit
    changes = deed(chosen.nip, chosen.reason)
    return Answer({"verb": f"upkeep personal {chosen.act}", "change_set": changes.change_set_id}, [chosen.nip])


def _due(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    found = desk.upkeep.destruction.due()
    lines = [
        f"{one.year} {one.retention.code} · {figure(one.rows, words)} · {words.label_of(one.retention.fate)}"
        for one in found
    ]
    values = {"verb": "upkeep personal due", "due": plain(found)}
    return Answer(values, lines or nothing_found(words))


def _erase(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    destruction, watched = desk.upkeep.destruction, step("musnah", words)
    if chosen.act == "erase":
        one = destruction.erase_person(chosen.nip, chosen.reason, chosen.second, chosen.copy, watched)
    else:
        one = destruction.erase_year(chosen.year, chosen.group, chosen.reason, chosen.second, chosen.copy, watched)
    values = {"verb": f"upkeep personal {chosen.act}", "erasure": plain(one)}
    return Answer(values, [f"{one.number}: {figure(one.rows, words)} · {figure(one.changes, words)}"])


def _erasures(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    found = desk.upkeep.destruction.lines()
    lines = [
        f"{one.number} {one.subject} · {day_words(one.done_at.date(), words)} · {figure(one.rows, words)}"
        for one in found
    ]
    values = {"verb": "upkeep personal erasures", "erasures": plain(found)}
    return Answer(values, lines or nothing_found(words))


def _certificate(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    outcome = desk.upkeep.destruction.print(chosen.number, chosen.out, style_of(chosen))
    return papers_answer("upkeep personal certificate", outcome, words)


def _leaks(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    found = desk.upkeep.leaks.lines()
    lines = [
        f"{one.number} {words.label_of(one.kind)} · {moment_words(one.due_at, words)} · {one.told_whom or '!'}"
        for one in found
    ]
    values = {"verb": "upkeep leak list", "leaks": plain(found)}
    return Answer(values, lines or nothing_found(words))


def _note(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    if chosen.act == "lost":
        one = desk.upkeep.leaks.note_lost(chosen.copy, LeakKind(chosen.kind))
        return _noted(one, chosen.act, words)
    form = LeakForm(
        LeakKind(chosen.kind), chosen.what, chosen.happened, chosen.how, chosen.whom, chosen.people, chosen.measures,
        chosen.copy,
    )  # fmt: skip
    if chosen.act == "amend":
        changes = desk.upkeep.leaks.amend(chosen.number, form)
        return Answer({"verb": "upkeep leak amend", "change_set": changes.change_set_id}, [chosen.number])
    return _noted(desk.upkeep.leaks.note(form), chosen.act, words)


def _noted(one: object, act: str, words: Messages) -> Answer:
    value = plain(one)
    return Answer(
        {"verb": f"upkeep leak {act}", "leak": value},
        [f"{value['number']} · {moment_words(noted_moment(value['due_at']), words)}"],
    )


def _told(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    changes = desk.upkeep.leaks.told(chosen.number, chosen.whom)
    return Answer({"verb": "upkeep leak told", "change_set": changes.change_set_id}, [chosen.number])


def _notice(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    outcome = desk.upkeep.leaks.print(chosen.number, chosen.out, style_of(chosen))
    return papers_answer("upkeep leak print", outcome, words)


_PERSONAL: Mapping[str, _Act] = {
    "extract": _extract,
    "processing": _processing,
    "requests": _requests,
    "request": _request,
    "answer": _answer,
    "limits": _limits,
    "limit": _limit,
    "lift": _limit,
    "due": _due,
    "erase": _erase,
    "erase-year": _erase,
    "erasures": _erasures,
    "certificate": _certificate,
}
_LEAKS: Mapping[str, _Act] = {
    "list": _leaks,
    "lost": _note,
    "note": _note,
    "amend": _note,
    "told": _told,
    "print": _notice,
}

VERBS: Mapping[str, Verb] = {
    "personal": lambda desk, chosen, words: _PERSONAL[chosen.act](desk, chosen, words),
    "leak": lambda desk, chosen, words: _LEAKS[chosen.act](desk, chosen, words),
}


def grammar(verbs: Verbs) -> None:
    """The words of personal data and of leaks."""
    acts = verbs.add_parser("personal").add_subparsers(dest="act", metavar="ACT", required=True)
    extract = acts.add_parser("extract")
    extract.add_argument("nip", metavar="NIP")
    extract.add_argument("--paper", choices=("FOLIO", "A4"), default="FOLIO")
    place = extract.add_mutually_exclusive_group(required=True)
    place.add_argument("--out", type=Path, default=None, metavar="DIR")
    place.add_argument("--file", dest="json_file", type=Path, default=None, metavar="FILE.json")
    paper_grammar(acts.add_parser("processing"))
    acts.add_parser("requests")
    request = acts.add_parser("request")
    request.add_argument("nip", metavar="NIP")
    request.add_argument("--kind", choices=[kind.value for kind in RequestKind], required=True)
    request.add_argument("--asked", required=True, metavar="TEXT")
    answer = acts.add_parser("answer")
    answer.add_argument("number", metavar="NUMBER")
    answer.add_argument("--answer", required=True, metavar="TEXT")
    answer.add_argument("--refuse", action="store_true")
    acts.add_parser("limits")
    for name in ("limit", "lift"):
        limit = acts.add_parser(name)
        limit.add_argument("nip", metavar="NIP")
        limit.add_argument("--reason", required=True, metavar="TEXT")
    acts.add_parser("due")
    erase = acts.add_parser("erase")
    erase.add_argument("nip", metavar="NIP")
    year = acts.add_parser("erase-year")
    year.add_argument("year", type=NUMBER)
    year.add_argument("--group", required=True, metavar="CODE")
    for one in (erase, year):
        one.add_argument("--reason", required=True, metavar="TEXT")
        one.add_argument("--second", required=True, metavar="NAME")
        one.add_argument("--copy", action="append", default=[], metavar="TEXT")
    acts.add_parser("erasures")
    certificate = acts.add_parser("certificate")
    certificate.add_argument("number", metavar="NUMBER")
    paper_grammar(certificate)
    _leak_grammar(verbs)


def _leak_grammar(verbs: Verbs) -> None:
    acts = verbs.add_parser("leak").add_subparsers(dest="act", metavar="ACT", required=True)
    kinds = [kind.value for kind in LeakKind]
    acts.add_parser("list")
    lost = acts.add_parser("lost")
    lost.add_argument("copy", metavar="TEXT", help="berkas, cadangan, atau alat / file, backup or device")
    lost.add_argument("--kind", choices=kinds, default=LeakKind.LOST_STICK.value)
    note, amend = acts.add_parser("note"), acts.add_parser("amend")
    amend.add_argument("number", metavar="NUMBER")
    for one in (note, amend):
        one.add_argument("--kind", choices=kinds, default=LeakKind.OTHER.value)
        one.add_argument("--what", required=True, metavar="TEXT")
        for name in ("happened", "how", "whom", "measures", "copy"):
            one.add_argument(f"--{name}", default="", metavar="TEXT")
        one.add_argument("--people", type=NUMBER, default=-1)
    told = acts.add_parser("told")
    told.add_argument("number", metavar="NUMBER")
    told.add_argument("--whom", required=True, metavar="TEXT")
    printed = acts.add_parser("print")
    printed.add_argument("number", metavar="NUMBER")
    paper_grammar(printed)
