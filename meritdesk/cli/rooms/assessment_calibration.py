"""Calibration on the command line: a session from its opening to the printed minutes."""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from pathlib import Path

from meritdesk.cli.answers import Answer, day_told, nothing_found, plain, table
from meritdesk.cli.options import DATE, FILLED
from meritdesk.cli.rooms import own_sheets
from meritdesk.cli.rooms.assessment_acts import RATING_LETTERS, rating_of
from meritdesk.cli.verbs import Verb, Verbs
from meritdesk.core.calibration import CalibrationEntry, Participant
from meritdesk.core.documents import PaperSize, PaperStyle
from meritdesk.core.errors import UsageRefusal
from meritdesk.core.evaluation import Rating
from meritdesk.core.journal import Changes
from meritdesk.core.periods import parse_period
from meritdesk.messages import Messages
from meritdesk.services import Desk
from meritdesk.services.assessment.calibration import SessionCard


def _calibrate(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    return _DEEDS[chosen.deed](desk, chosen, words)


def _open(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    period = parse_period(chosen.period)
    opened = desk.assessment.calibration.open(period, chosen.unit, chosen.on, chosen.place)
    return _answer("open", desk, opened.session.session_id, words, opened.changes)


def _list(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    period = parse_period(chosen.period)
    found = desk.assessment.calibration.sessions(period)
    sessions = [
        {
            "session": one.session_id,
            "unit": one.led_unit_id,
            "held_on": plain(one.held_on),
            "state": one.state.value,
            "people": len(one.entries),
            "changed": len(one.changed),
        }
        for one in found
    ]
    lines = [
        f"  {one.session_id} · {day_told(one.held_on, words)} · {words.label_of(one.state)} · "
        f"{len(one.changed)}/{len(one.entries)}"
        for one in found
    ] or nothing_found(words)
    return Answer({"verb": "assessment calibrate list", "period": period.code, "sessions": sessions}, lines)


def _show(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    return _answer("show", desk, chosen.session, words)


def _attend(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    """Add people to those present; the rater is present from the beginning."""
    present = desk.assessment.calibration.show(chosen.session).session.participants
    added = []
    for text in chosen.person:
        name, _, role = text.partition("=")
        added.append(Participant(name.strip(), role.strip()))
    changes = desk.assessment.calibration.attend(chosen.session, (*present, *added))
    return _answer("attend", desk, chosen.session, words, changes)


def _move(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    session = desk.assessment.calibration.show(chosen.session).session
    entry = next((one for one in session.entries if one.nip == chosen.nip), None)
    if entry is None:
        raise UsageRefusal("ASM-141")
    result, behaviour = rating_of(chosen.result), rating_of(chosen.behaviour)
    assert result is not None and behaviour is not None
    changes = desk.assessment.calibration.move(chosen.session, entry.person_id, result, behaviour, chosen.reason)
    return _answer("move", desk, chosen.session, words, changes)


def _note(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    changes = desk.assessment.calibration.note(chosen.session, chosen.text)
    return _answer("note", desk, chosen.session, words, changes)


def _finish(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    changes = desk.assessment.calibration.finish(chosen.session)
    return _answer("finish", desk, chosen.session, words, changes)


def _drop(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    changes = desk.assessment.calibration.drop(chosen.session)
    return _answer("drop", desk, chosen.session, words, changes)


def _minutes(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    outcome = desk.assessment.calibration.print_minutes(chosen.session, chosen.out, PaperStyle(PaperSize(chosen.paper)))
    values = {
        "verb": "assessment minutes",
        "session": chosen.session,
        "number": outcome.numbers[0],
        "file": outcome.file.path,
        "digest": outcome.file.digest,
        "pages": outcome.file.pages,
    }
    return Answer(values, [words.reason("CLI-MINUTES", {"number": outcome.numbers[0], "file": outcome.file.path})])


def _answer(deed: str, desk: Desk, session_id: str, words: Messages, changes: Changes | None = None) -> Answer:
    card = desk.assessment.calibration.show(session_id)
    session = card.session
    values = {
        "verb": f"assessment calibrate {deed}",
        "session": session.session_id,
        "period": session.period.code,
        "unit": session.led_unit_id,
        "state": session.state.value,
        "held_on": plain(session.held_on),
        "level": plain(card.level.level if card.level is not None else None),
        "participants": plain(session.participants),
        "people": [_entry(one) for one in session.entries],
        "before": plain(card.before),
        "after": plain(card.after),
        "lines": [{"code": one.code, "text": words.reason(one)} for one in card.lines_after],
        "change_set": changes.change_set_id if changes is not None else "",
    }
    return Answer(values, _lines(card, words))


def _entry(entry: CalibrationEntry) -> dict[str, object]:
    return {
        "nip": entry.nip,
        "name": entry.name,
        "suggested_rating": plain(entry.suggested),
        "result_before": plain(entry.result_before),
        "behaviour_before": plain(entry.behaviour_before),
        "result_after": plain(entry.result_after),
        "behaviour_after": plain(entry.behaviour_after),
        "changed": entry.is_changed,
        "reason": entry.reason,
    }


def _lines(card: SessionCard, words: Messages) -> list[str]:
    session = card.session
    held = f"{session.period.code} · {day_told(session.held_on, words)} · {words.label_of(session.state)}"
    head = f"{card.unit_name} · {held}"
    heads = [words.label(f"COLUMN:{name}") for name in ("NIP", "NAME", "BEFORE", "AFTER", "REASON")]
    rows = [
        (
            one.nip,
            one.name,
            _pair(one.result_before, one.behaviour_before, words),
            _pair(one.result_after, one.behaviour_after, words) if one.is_changed else "=",
            one.reason,
        )
        for one in session.entries
    ]
    told = [f"  {words.reason(line)}" for line in card.lines_after]
    return [f"{session.session_id}", head, *table(heads, rows, words), *told]


def _pair(result: Rating | None, behaviour: Rating | None, words: Messages) -> str:
    return " / ".join(words.label_of(rating) if rating is not None else "-" for rating in (result, behaviour))


_DEEDS: Mapping[str, Verb] = {
    "open": _open,
    "list": _list,
    "show": _show,
    "attend": _attend,
    "move": _move,
    "note": _note,
    "finish": _finish,
    "drop": _drop,
}

VERBS: Mapping[str, Verb] = {
    "calibrate": _calibrate,
    "minutes": _minutes,
    "distribution-sheet": own_sheets.print_distribution,
}

_RATINGS = [*RATING_LETTERS, *(rating.value for rating in Rating)]


def grammar(verbs: Verbs) -> None:
    """The words of these verbs."""
    own_sheets.distribution_grammar(verbs)
    deeds = verbs.add_parser("calibrate").add_subparsers(dest="deed", required=True)
    opening = deeds.add_parser("open")
    opening.add_argument("unit", metavar="ID")
    opening.add_argument("--period", required=True)
    opening.add_argument("--on", type=DATE, required=True)
    opening.add_argument("--place", default="")
    deeds.add_parser("list").add_argument("--period", required=True)
    for name in ("show", "finish", "drop"):
        deeds.add_parser(name).add_argument("session")
    attend = deeds.add_parser("attend")
    attend.add_argument("session")
    attend.add_argument("--person", action="append", required=True, metavar="NAME=ROLE")
    move = deeds.add_parser("move")
    move.add_argument("session")
    move.add_argument("nip")
    move.add_argument("--result", type=str.upper, choices=_RATINGS, required=True)
    move.add_argument("--behaviour", type=str.upper, choices=_RATINGS, required=True)
    move.add_argument("--reason", default="")
    note = deeds.add_parser("note")
    note.add_argument("session")
    note.add_argument("--text", type=FILLED, required=True)
    minutes = verbs.add_parser("minutes")
    minutes.add_argument("session")
    minutes.add_argument("--out", type=Path, required=True)
    minutes.add_argument("--paper", choices=[size.value for size in PaperSize], default=PaperSize.FOLIO.value)
