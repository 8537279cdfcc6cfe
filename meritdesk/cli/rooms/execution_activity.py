"""The daily log on the command line: taken over, listed, validated, recapped, reminded of, closed."""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from pathlib import Path

from meritdesk.cli.answers import Answer, plain
from meritdesk.cli.given import given_answer, given_grammar, given_source
from meritdesk.cli.options import DATE, FILLED
from meritdesk.cli.progress import step
from meritdesk.cli.rooms.execution_attendance import month_values, shown_or_written, units_of
from meritdesk.cli.rooms.execution_places import Deed, chosen_deed, person_of
from meritdesk.cli.rooms.own_sheets import paper_grammar, papers_answer, style_of
from meritdesk.cli.verbs import Verb, Verbs
from meritdesk.core.activity import ActivityRow, EntryState, RefusedWhy
from meritdesk.core.attendance import clock
from meritdesk.core.errors import UsageRefusal
from meritdesk.core.periods import parse_period
from meritdesk.messages import Messages
from meritdesk.services import Desk
from meritdesk.services.timekeeping.activity import Decided

_ROOM = "execution activity"


def _import(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    source = given_source(desk, chosen, words)
    outcome = desk.timekeeping.activity.import_file(source, step("aktivitas", words), chosen.dry_run)
    return given_answer(desk, f"{_ROOM} import", outcome, source, chosen, words)


def _add(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    row = ActivityRow(chosen.nip, chosen.date, chosen.start, chosen.end, chosen.text, chosen.evidence)
    outcome = desk.timekeeping.activity.enter([row])
    if outcome.refused:
        fault = outcome.refused[0]
        raise UsageRefusal(fault.code, **fault.facts)
    values = {
        "verb": f"{_ROOM} add",
        "nip": chosen.nip,
        "state": outcome.rows[0].state,
        "change_set": outcome.changes.change_set_id,
    }
    return Answer(values, [f"{chosen.nip} {chosen.date} {clock(chosen.start)}-{clock(chosen.end)} {chosen.text}"])


def _list(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    state = EntryState(chosen.state) if chosen.state else None
    lines = desk.timekeeping.activity.lines(
        parse_period(chosen.period), units_of(desk, chosen), chosen.rater, chosen.nip, state
    )
    values = {
        "verb": f"{_ROOM} list",
        "period": chosen.period,
        "entries": [
            {
                "nip": one.person.nip,
                "name": one.person.full_name,
                "rater": one.rater.nip if one.rater else "",
                **plain(one.entry),
                "minutes": one.entry.minutes,
            }
            for one in lines
        ],
    }
    rows = [
        (
            one.person.nip,
            one.person.full_name,
            one.entry.number,
            str(one.entry.on),
            f"{clock(one.entry.start)}-{clock(one.entry.end)}",
            one.entry.minutes,
            one.entry.product,
            one.entry.evidence or "-",
            words.label_of(one.entry.state),
        )
        for one in lines
    ]
    heads = ("NIP", "NAME", "NUMBER", "DAY", "HOURS", "MINUTES", "PRODUCT", "EVIDENCE", "STATE")
    return shown_or_written(values, heads, rows, words, chosen.out, desk)


def _keys(desk: Desk, chosen: argparse.Namespace) -> list[tuple[str, int]]:
    person_id = person_of(desk, chosen.nip).person_id
    return [(person_id, number) for number in chosen.number]


def _validate(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    period = parse_period(chosen.period)
    if chosen.number:
        return _decided("validate", desk.timekeeping.activity.validate(period, _keys(desk, chosen)), words)
    decided = desk.timekeeping.activity.validate(period, None, rater_nip=chosen.rater, nip=chosen.nip)
    return _decided("validate", decided, words)


def _refuse(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    why = RefusedWhy(chosen.why)
    decided = desk.timekeeping.activity.refuse(parse_period(chosen.period), _keys(desk, chosen), why, chosen.reason)
    return _decided("refuse", decided, words)


def _reopen_entries(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    decided = desk.timekeeping.activity.open_again(parse_period(chosen.period), _keys(desk, chosen))
    return _decided("undecide", decided, words)


def _remove(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    changes = desk.timekeeping.activity.remove(parse_period(chosen.period), _keys(desk, chosen), chosen.reason)
    values = {"verb": f"{_ROOM} remove", "nip": chosen.nip, "change_set": changes.change_set_id}
    return Answer(values, [f"{chosen.nip} {' '.join(map(str, chosen.number))}"])


def _decided(verb: str, decided: Decided, words: Messages) -> Answer:
    values = {
        "verb": f"{_ROOM} {verb}",
        "validated": decided.validated,
        "refused": decided.refused,
        "unchanged": decided.unchanged,
        "change_set": decided.changes.change_set_id,
    }
    facts = {"validated": decided.validated, "refused": decided.refused, "unchanged": decided.unchanged}
    return Answer(values, [words.reason("CLI-LOG-DECIDED", facts)])


def _recap(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    period = parse_period(chosen.period)
    lines = desk.timekeeping.activity.recap(period, units_of(desk, chosen), step("rekap", words))
    values = {"verb": f"{_ROOM} recap", "period": period.code, "people": [month_values(one) for one in lines]}
    rows = [
        (
            one.person.nip,
            one.person.full_name,
            one.unit_name,
            one.month.entries,
            one.month.validated_minutes,
            one.month.refused_minutes,
            one.month.open_minutes,
            one.month.absence_minutes,
            one.month.counted_minutes,
            one.month.norm_minutes,
        )
        for one in lines
    ]
    heads = ("NIP", "NAME", "UNIT", "ENTRIES", "VALIDATED", "REFUSED", "OPEN", "TAKEN_OFF", "COUNTED", "NORM")
    return shown_or_written(values, heads, rows, words, chosen.out, desk)


def _recap_print(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    outcome = desk.timekeeping.activity.print_recap(
        parse_period(chosen.period), chosen.out, units_of(desk, chosen), style_of(chosen), step("rekap", words)
    )
    return papers_answer(f"{_ROOM} recap-print", outcome, words)


def _reminders(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    found = desk.timekeeping.activity.reminders(parse_period(chosen.period))
    values = {
        "verb": f"{_ROOM} reminders",
        "period": chosen.period,
        "closes_on": found.closes_on,
        "closed_on": found.closing.closed_on if found.closing else None,
        "silent": [
            {"nip": one.person.nip, "name": one.person.full_name, "unit": one.unit_name} for one in found.silent
        ],
        "short": [month_values(one) for one in found.short],
        "waiting": [
            {
                "nip": one.rater.nip if one.rater else "",
                "name": one.rater.full_name if one.rater else "",
                "people": one.people,
                "entries": one.entries,
                "unproven": one.unproven,
            }
            for one in found.waiting
        ],
    }
    nobody = words.label("TIME:NO-SUPERIOR")
    rows = [
        *(
            (words.label("REMIND:SILENT"), one.person.nip, one.person.full_name, one.unit_name, 0)
            for one in found.silent
        ),
        *(
            (
                words.label("REMIND:SHORT"),
                one.person.nip,
                one.person.full_name,
                one.unit_name,
                one.month.missing_minutes,
            )
            for one in found.short
        ),
        *(
            (
                words.label("REMIND:WAITING"),
                one.rater.nip if one.rater else "-",
                one.rater.full_name if one.rater else nobody,
                one.unit_name,
                one.entries,
            )
            for one in found.waiting
        ),
    ]
    return shown_or_written(values, ("REMINDER", "NIP", "NAME", "UNIT", "COUNT"), rows, words, chosen.out, desk)


def _close(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    return _decided("close", desk.timekeeping.activity.close(parse_period(chosen.period)), words)


def _reopen(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    changes = desk.timekeeping.activity.reopen(parse_period(chosen.period), chosen.reason)
    values = {"verb": f"{_ROOM} reopen", "period": chosen.period, "change_set": changes.change_set_id}
    return Answer(values, [chosen.period])


_DEEDS: Mapping[str, Deed] = {
    "import": _import,
    "add": _add,
    "list": _list,
    "validate": _validate,
    "refuse": _refuse,
    "undecide": _reopen_entries,
    "remove": _remove,
    "recap": _recap,
    "recap-print": _recap_print,
    "reminders": _reminders,
    "close": _close,
    "reopen": _reopen,
}
VERBS: Mapping[str, Verb] = {"activity": chosen_deed(_DEEDS)}


def _minute(text: str) -> int:
    hours, _, minutes = text.replace(".", ":").partition(":")
    if not (hours.isdigit() and minutes.isdigit() and int(hours) < 24 and int(minutes) < 60):
        raise argparse.ArgumentTypeError(text)
    return int(hours) * 60 + int(minutes)


def grammar(verbs: Verbs) -> None:
    """The words of the daily log."""
    deeds = verbs.add_parser("activity").add_subparsers(dest="deed", required=True)
    given_grammar(deeds.add_parser("import"))
    add = deeds.add_parser("add")
    add.add_argument("nip")
    add.add_argument("--date", required=True, type=DATE, metavar="D")
    add.add_argument("--start", required=True, type=_minute, metavar="07.30")
    add.add_argument("--end", required=True, type=_minute, metavar="09.00")
    add.add_argument("--text", required=True, type=FILLED, metavar="TEXT")
    add.add_argument("--evidence", default="", metavar="TEXT")
    listing = deeds.add_parser("list")
    listing.add_argument("--period", required=True)
    listing.add_argument("--nip", default="")
    listing.add_argument("--rater", default="", metavar="NIP")
    listing.add_argument("--state", default="", choices=tuple(state.value for state in EntryState))
    validate = deeds.add_parser("validate")
    validate.add_argument("number", nargs="*", type=int)
    validate.add_argument("--nip", default="")
    validate.add_argument("--rater", default="", metavar="NIP")
    refuse = deeds.add_parser("refuse")
    refuse.add_argument("--why", required=True, choices=tuple(why.value for why in RefusedWhy))
    refuse.add_argument("--reason", default="", metavar="TEXT")
    undecide = deeds.add_parser("undecide")
    remove = deeds.add_parser("remove")
    remove.add_argument("--reason", required=True, type=FILLED, metavar="TEXT")
    for verb in (refuse, undecide, remove):
        verb.add_argument("number", nargs="+", type=int)
        verb.add_argument("--nip", required=True)
    recap = deeds.add_parser("recap")
    printing = deeds.add_parser("recap-print")
    reminders = deeds.add_parser("reminders")
    close = deeds.add_parser("close")
    reopen = deeds.add_parser("reopen")
    reopen.add_argument("--reason", required=True, type=FILLED, metavar="TEXT")
    for verb in (validate, refuse, undecide, remove, recap, printing, reminders, close, reopen):
        verb.add_argument("--period", required=True)
    for verb in (listing, recap, printing):
        verb.add_argument("--unit", default="", metavar="ID")
    for verb in (listing, recap, reminders):
        verb.add_argument("--out", type=Path, default=None, metavar="FILE", help=".xlsx / .csv")
    paper_grammar(printing)
