"""Employee of the Month, the most improved and the register of habits on the command line."""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from pathlib import Path

from meritdesk.cli.answers import Answer, day_told, figure, nothing_found, plain, reason_values, table, taken_out
from meritdesk.cli.given import given_answer, given_grammar, given_source
from meritdesk.cli.options import DATE, FILLED, NUMBER
from meritdesk.cli.progress import step
from meritdesk.cli.rooms.execution_places import Deed, chosen_deed
from meritdesk.cli.rooms.own_sheets import paper_grammar, papers_answer, style_of
from meritdesk.cli.verbs import Verb, Verbs
from meritdesk.core.habits import HabitOutcome
from meritdesk.core.periods import parse_period
from meritdesk.core.scoring.talent import figure_text
from meritdesk.messages import Messages
from meritdesk.services import Desk
from meritdesk.services.follow_up.habits import HabitLine, HabitOutcomeOf
from meritdesk.services.follow_up.recognition import AwardOutcome

# --- Employee of the Month --------------------------------------------------------------------------------------------


def _board(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    period = parse_period(chosen.period)
    board = desk.follow_up.recognition.board(period, chosen.unit, step("teladan", words))
    people = {one.person.person_id: one.person.nip for one in board.entries}
    values = {
        "verb": "follow-up recognition list",
        "period": period.code,
        "unit": board.unit_id,
        "pack": board.pack.pack_id,
        "facts_digest": board.facts_digest,
        "suggested": people.get(board.suggested_id, ""),
        "chosen": people.get(board.award.person_id, "") if board.award is not None else "",
        "people": [
            {
                "nip": one.person.nip,
                "name": one.person.full_name,
                "unit": one.unit_name,
                "state": one.state.value,
                "place": one.placed.place,
                "tied": one.placed.is_tied,
                "total": plain(one.placed.score.total) if one.placed.score.total is not None else None,
                "reasons": reason_values(one.placed.score.reasons, words),
            }
            for one in board.entries
        ],
    }
    names = ("NUMBER", "NIP", "NAME", "UNIT", "POINTS", "STATE")
    rows = [
        (
            (f"{one.placed.place} =" if one.placed.is_tied else str(one.placed.place)) if one.placed.place else "-",
            one.person.nip,
            one.person.full_name,
            one.unit_name,
            words.noted(figure_text(one.placed.score.total)) if one.placed.score.total is not None else "-",
            words.label_of(one.state),
        )
        for one in board.entries
    ]
    told = table([words.label(f"COLUMN:{name}") for name in names], rows, words)
    return Answer(values, told if rows else nothing_found(words))


def _choose(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    period = parse_period(chosen.period)
    outcome = desk.follow_up.recognition.choose(period, chosen.nip, chosen.reason, chosen.unit)
    return _award("follow-up recognition choose", outcome, words)


def _withdraw(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    outcome = desk.follow_up.recognition.withdraw(parse_period(chosen.period), chosen.reason, chosen.unit)
    return _award("follow-up recognition withdraw", outcome, words)


def _award(verb: str, outcome: AwardOutcome, words: Messages) -> Answer:
    one = outcome.award
    values = {
        "verb": verb,
        "award": one.award_id,
        "period": one.period.code,
        "state": one.state.value,
        "points": plain(one.points),
        "suggested": one.is_suggested,
        "change_set": outcome.changes.change_set_id,
    }
    facts = {
        "period": one.period.code,
        "state": words.label_of(one.state),
        "points": words.noted(figure_text(one.points)),
    }
    return Answer(values, [words.reason("CLI-AWARD", facts)])


def _given(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    lines = desk.follow_up.recognition.given(chosen.year)
    values = {
        "verb": "follow-up recognition given",
        "awards": [
            {
                "period": line.award.period.code,
                "unit": line.unit_name,
                "nip": line.person.nip,
                "name": line.person.full_name,
                "points": plain(line.award.points),
                "state": line.state.value,
                "suggested": line.suggested_name,
                "reason": line.award.reason,
            }
            for line in lines
        ],
    }
    names = ("PERIOD", "UNIT", "NIP", "NAME", "POINTS", "STATE")
    rows = [
        (
            line.award.period.code, line.unit_name or "-", line.person.nip, line.person.full_name,
            words.noted(figure_text(line.award.points)), words.label_of(line.state),
        )
        for line in lines
    ]  # fmt: skip
    told = table([words.label(f"COLUMN:{name}") for name in names], rows, words)
    return Answer(values, told if rows else nothing_found(words))


def _improved(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    board = desk.follow_up.recognition.improved(parse_period(chosen.period), chosen.unit)
    values = {
        "verb": "follow-up recognition improved",
        "period": board.period.code,
        "before": board.before.code,
        "people": [
            {
                "nip": one.person.nip,
                "name": one.person.full_name,
                "place": one.gain.place,
                "before": plain(one.gain.before) if one.gain.before is not None else None,
                "now": plain(one.gain.now) if one.gain.now is not None else None,
                "gain": plain(one.gain.gain) if one.gain.gain is not None else None,
                "reasons": reason_values([one.gain.reason], words),
            }
            for one in board.entries
        ],
    }
    names = ("NUMBER", "NIP", "NAME", "UNIT", "REASON")
    rows = [
        (str(one.gain.place), one.person.nip, one.person.full_name, one.unit_name, words.reason(one.gain.reason))
        for one in board.listed
    ]
    told = table([words.label(f"COLUMN:{name}") for name in names], rows, words)
    return Answer(values, told if rows else nothing_found(words))


def _print(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    room, period, style = desk.follow_up.recognition, parse_period(chosen.period), style_of(chosen)
    verb = {
        "certificate": room.print_certificate,
        "list": room.print_list,
        "improved": room.print_improved,
    }[chosen.what]
    return papers_answer("follow-up recognition print", verb(period, chosen.out, chosen.unit, style), words)


# --- habits -----------------------------------------------------------------------------------------------------------


def _kind(line: HabitLine, words: Messages) -> str:
    if line.rule is None:
        return line.habit.kind
    return line.rule.printed if words.language == "id" else line.rule.english


def _habits(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    lines = desk.follow_up.habits.lines()
    values = {
        "verb": "follow-up habits list",
        "habits": [
            {
                "id": line.habit.habit_id,
                "nip": line.person.nip,
                "name": line.person.full_name,
                "kind": line.habit.kind,
                "source": line.habit.source.value,
                "seen_on": line.habit.seen_on,
                "times": line.habit.times,
                "repeat": line.times,
                "state": line.state.value,
                "due_on": line.habit.due_on,
                "outcome": line.habit.outcome.value,
            }
            for line in lines
        ],
    }
    names = ("RECORD", "NIP", "NAME", "KIND", "COUNT", "STATE", "UNTIL")
    rows = [
        (
            line.habit.habit_id,
            line.person.nip,
            line.person.full_name,
            _kind(line, words),
            figure(line.times, words),
            words.label_of(line.state),
            day_told(line.habit.due_on, words) if line.habit.due_on else "-",
        )
        for line in lines
    ]
    told = table([words.label(f"COLUMN:{name}") for name in names], rows, words)
    return Answer(values, told if rows else nothing_found(words))


def _enter(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    found = desk.follow_up.habits.enter(
        chosen.nip, chosen.kind.upper(), chosen.on, chosen.words, chosen.times, chosen.reader
    )
    return _habit("follow-up habits enter", found, words)


def _find(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    found = desk.follow_up.habits.find(parse_period(chosen.period), chosen.dry_run, step("kebiasaan", words))
    values = {
        "verb": "follow-up habits find",
        "added": [{"nip": person.nip, "kind": one.kind, "times": one.times} for one, person in found.added],
        "known": found.known,
        "change_set": found.changes.change_set_id,
    }
    facts = {"count": figure(len(found.added), words), "known": figure(found.known, words)}
    return Answer(values, [words.reason("CLI-HABITS-FOUND", facts)])


def _talk(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    found = desk.follow_up.habits.talk(chosen.record, chosen.on, chosen.by, chosen.words, chosen.until)
    return _habit("follow-up habits talk", found, words)


def _close(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    outcome = HabitOutcome(chosen.outcome)
    return _habit(
        "follow-up habits close",
        desk.follow_up.habits.close(chosen.record, chosen.on, outcome, chosen.words),
        words,
    )


def _open(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    return _habit("follow-up habits open", desk.follow_up.habits.open(chosen.record), words)


def _allow(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    changes = desk.follow_up.habits.allow(chosen.record, chosen.reader)
    values = {"verb": "follow-up habits allow", "habit": chosen.record, "change_set": changes.change_set_id}
    return Answer(values, [chosen.record])


def _import(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    source = given_source(desk, chosen, words)
    outcome = desk.follow_up.habits.import_file(source, step("kebiasaan", words), chosen.dry_run)
    return given_answer(desk, "follow-up habits import", outcome, source, chosen, words)


def _export(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    taken = desk.follow_up.habits.export(chosen.file)
    return taken_out("follow-up habits export", "habits", chosen.file, taken, words)


def _print_habits(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    outcome = desk.follow_up.habits.print_register(chosen.out, style_of(chosen))
    return papers_answer("follow-up habits print", outcome, words)


def _habit(verb: str, found: HabitOutcomeOf, words: Messages) -> Answer:
    one = found.habit
    values = {
        "verb": verb,
        "habit": plain(one),
        "openings": [{"by": opening.opened_by, "at": opening.opened_at} for opening in found.openings],
        "change_set": found.changes.change_set_id,
    }
    text = [
        f"{one.habit_id} · {one.kind} · {day_told(one.seen_on, words)} · {one.times} x",
        f"  {one.words or '-'}",
        f"  {day_told(one.talk_on, words) if one.talk_on else '-'} · {one.talk_by} · {one.talk_words}",
        f"  {words.label_of(one.outcome)} · {one.outcome_words}",
    ]
    return Answer(values, text)


_RECOGNITION: Mapping[str, Deed] = {
    "list": _board, "choose": _choose, "withdraw": _withdraw, "given": _given, "improved": _improved, "print": _print,
}  # fmt: skip
_HABITS: Mapping[str, Deed] = {
    "list": _habits, "enter": _enter, "find": _find, "talk": _talk, "close": _close, "open": _open, "allow": _allow,
    "import": _import, "export": _export, "print": _print_habits,
}  # fmt: skip
RECOGNITION_VERBS: Mapping[str, Verb] = {
    "recognition": chosen_deed(_RECOGNITION),
    "habits": chosen_deed(_HABITS),
}


def recognition_grammar(verbs: Verbs) -> None:
    """The words of recognition and of the register of habits."""
    deeds = verbs.add_parser("recognition").add_subparsers(dest="deed", required=True)
    for name in ("list", "choose", "withdraw", "improved", "print"):
        deed = deeds.add_parser(name)
        if name == "choose":
            deed.add_argument("nip")
        deed.add_argument("--period", required=True)
        deed.add_argument("--unit", default="", metavar="ID")
        if name in ("choose", "withdraw"):
            deed.add_argument("--reason", default="", metavar="TEXT")
        if name == "print":
            deed.add_argument("--what", choices=("certificate", "list", "improved"), default="certificate")
            paper_grammar(deed)
    deeds.add_parser("given").add_argument("--year", type=NUMBER, default=0)
    deeds = verbs.add_parser("habits").add_subparsers(dest="deed", required=True)
    deeds.add_parser("list")
    entering = deeds.add_parser("enter")
    entering.add_argument("nip")
    entering.add_argument("--kind", required=True, type=FILLED)
    entering.add_argument("--on", required=True, type=DATE, metavar="D")
    entering.add_argument("--words", required=True, type=FILLED, metavar="TEXT")
    entering.add_argument("--times", type=NUMBER, default=1)
    entering.add_argument("--reader", action="append", default=[], metavar="NAME")
    finding = deeds.add_parser("find")
    finding.add_argument("--period", required=True)
    finding.add_argument("--dry-run", action="store_true")
    for name in ("talk", "close", "open", "allow"):
        deed = deeds.add_parser(name)
        deed.add_argument("record", metavar="ID")
        if name in ("talk", "close"):
            deed.add_argument("--on", required=True, type=DATE, metavar="D")
        if name == "talk":
            deed.add_argument("--by", required=True, type=FILLED, metavar="NAME")
            deed.add_argument("--words", required=True, type=FILLED, metavar="TEXT")
            deed.add_argument("--until", type=DATE, metavar="D")
        if name == "close":
            outcomes = tuple(one.value for one in HabitOutcome if one is not HabitOutcome.OPEN)
            deed.add_argument("--outcome", required=True, choices=outcomes)
            deed.add_argument("--words", default="", metavar="TEXT")
        if name == "allow":
            deed.add_argument("--reader", action="append", default=[], metavar="NAME")
    given_grammar(deeds.add_parser("import"))
    deeds.add_parser("export").add_argument("file", type=Path)
    paper_grammar(deeds.add_parser("print"))
