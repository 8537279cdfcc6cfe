"""Attendance on the command line: fingerprint files, machine ids, letters, shifts, recap, and the year of absence."""

from __future__ import annotations

import argparse
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from meritdesk.cli.answers import Answer, figure, listed, nothing_found, plain, reason_values, table, without
from meritdesk.cli.given import given_answer, given_grammar, given_source
from meritdesk.cli.options import DATE, FILLED, NUMBER
from meritdesk.cli.progress import step
from meritdesk.cli.rooms.execution_places import Deed, chosen_deed
from meritdesk.cli.rooms.own_sheets import paper_grammar, papers_answer, style_of
from meritdesk.cli.verbs import Verb, Verbs
from meritdesk.core.attendance import Absence, Shift, ShiftAssignment, ShiftScope, clock
from meritdesk.core.attendance_rules import Hours
from meritdesk.core.errors import UsageRefusal
from meritdesk.core.periods import parse_period
from meritdesk.messages import Messages
from meritdesk.services import Desk
from meritdesk.services.timekeeping.places import MonthLine
from meritdesk.services.upkeep.lists import ListSheet

_ROOM = "execution attendance"


def _import(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    source = given_source(desk, chosen, words)
    outcome = desk.timekeeping.attendance.import_file(source, step("sidik jari", words), chosen.dry_run)
    return given_answer(desk, f"{_ROOM} import", outcome, source, chosen, words)


def _ids(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    lines = [one for one in desk.timekeeping.attendance.machine_ids() if not chosen.unknown or one.person is None]
    values = {
        "verb": f"{_ROOM} ids",
        "ids": [
            {
                "number": one.machine.number,
                "nip": one.person.nip if one.person else "",
                "name": one.person.full_name if one.person else "",
                "seen_on": one.machine.seen_on,
                "seen_in": one.machine.seen_in,
            }
            for one in lines
        ],
    }
    rows = [
        (
            one.machine.number,
            one.person.nip if one.person else "?",
            one.person.full_name if one.person else "-",
            one.machine.seen_in or "-",
        )
        for one in lines
    ]
    return shown_or_written(values, ("MACHINE_ID", "NIP", "NAME", "SEEN_IN"), rows, words)


def _map(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    changes = desk.timekeeping.attendance.map({chosen.number: chosen.nip})
    values = {"verb": f"{_ROOM} map", "number": chosen.number, "nip": chosen.nip, "change_set": changes.change_set_id}
    return Answer(values, [f"{chosen.number} = {chosen.nip}"])


def _unmap(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    changes = desk.timekeeping.attendance.unmap(chosen.number)
    values = {"verb": f"{_ROOM} unmap", "numbers": chosen.number, "change_set": changes.change_set_id}
    return Answer(values, list(chosen.number))


def _import_ids(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    source = given_source(desk, chosen, words)
    outcome = desk.timekeeping.attendance.import_ids(source, step("nomor mesin", words), chosen.dry_run)
    return given_answer(desk, f"{_ROOM} ids-import", outcome, source, chosen, words)


def _absence(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    found = desk.timekeeping.letters.lines(parse_period(chosen.period), units_of(desk, chosen))
    values = {
        "verb": f"{_ROOM} absence",
        "period": chosen.period,
        "absences": [{**plain(one.absence), "nip": one.person.nip, "name": one.person.full_name} for one in found],
    }
    rows = [
        (
            one.absence.absence_id[:8],
            one.person.nip,
            one.person.full_name,
            one.absence.code,
            str(one.absence.first_day),
            str(one.absence.last_day),
            one.absence.letter or "-",
        )
        for one in found
    ]
    return shown_or_written(values, ("ID", "NIP", "NAME", "CODE", "FIRST_DAY", "LAST_DAY", "LETTER"), rows, words)


def _absence_add(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    absence = Absence(
        "",
        "",
        chosen.code.upper(),
        chosen.first,
        chosen.last or chosen.first,
        chosen.letter,
        chosen.letter_day,
        chosen.note,
    )
    changes = desk.timekeeping.letters.save(chosen.nip, absence)
    values = {"verb": f"{_ROOM} absence-add", "nip": chosen.nip, "change_set": changes.change_set_id}
    return Answer(values, [f"{chosen.nip} {absence.code} {absence.first_day} - {absence.last_day}"])


def _absence_remove(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    changes = desk.timekeeping.letters.withdraw([chosen.id], chosen.reason)
    return Answer(
        {"verb": f"{_ROOM} absence-remove", "id": chosen.id, "change_set": changes.change_set_id}, [chosen.id]
    )


def _absence_import(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    source = given_source(desk, chosen, words)
    outcome = desk.timekeeping.letters.import_file(source, step("surat", words), chosen.dry_run)
    return given_answer(desk, f"{_ROOM} absence-import", outcome, source, chosen, words)


def _shifts(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    shifts, assigned = desk.timekeeping.calendars.shifts(), desk.timekeeping.calendars.assignments()
    values = {
        "verb": f"{_ROOM} shifts",
        "shifts": plain(shifts),
        "assignments": [{**plain(one.assignment), "subject": one.subject} for one in assigned],
    }
    rows = [(one.code, one.name, " ".join(_hours_text(hours) for hours in one.week)) for one in shifts]
    lines = table([words.label(f"COLUMN:{name}") for name in ("SHIFT", "NAME", "HOURS")], rows, words) if rows else []
    lines += [
        f"{one.assignment.assignment_id[:8]}  {one.assignment.shift}  {one.subject or '*'}  "
        f"{one.assignment.first_day} - {one.assignment.last_day or ''}"
        for one in assigned
    ]
    return Answer(values, lines or nothing_found(words))


def _hours_text(hours: Hours | None) -> str:
    return "-" if hours is None else f"{clock(hours.start)}-{clock(hours.end)}"


def _shift_set(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    week = tuple(_hours(text) for text in chosen.hours)
    if len(week) == 1:
        week = week * 5 + (None, None)
    changes = desk.timekeeping.calendars.set_shift(Shift(chosen.code, chosen.name, week, chosen.works_on_holidays))
    values = {"verb": f"{_ROOM} shift-set", "code": chosen.code, "change_set": changes.change_set_id}
    return Answer(values, [f"{chosen.code} {chosen.name}"])


def _hours(text: str) -> Hours | None:
    """``0730-1600``; an end before the start lies on the next day."""
    if text == "-":
        return None
    start, _, end = text.replace(":", "").replace(".", "").partition("-")
    if not (start.isdigit() and end.isdigit() and len(start) == len(end) == 4):
        raise UsageRefusal("TIM-131", shift=text)
    first, last = (int(one[:2]) * 60 + int(one[2:]) for one in (start, end))
    return Hours(first, last if last > first else last + 1440)


def _shift_remove(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    changes = desk.timekeeping.calendars.remove_shift(chosen.code)
    values = {"verb": f"{_ROOM} shift-remove", "code": chosen.code, "change_set": changes.change_set_id}
    return Answer(values, [chosen.code])


def _assign(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    scope = ShiftScope.PERSON if chosen.nip else ShiftScope.UNIT if chosen.unit else ShiftScope.EVERYBODY
    assignment = ShiftAssignment("", scope, chosen.nip or chosen.unit, chosen.code, chosen.since, chosen.until)
    changes = desk.timekeeping.calendars.assign(assignment)
    values = {"verb": f"{_ROOM} shift-assign", "code": chosen.code, "change_set": changes.change_set_id}
    return Answer(values, [f"{chosen.code} {chosen.nip or chosen.unit or '*'} {chosen.since} - {chosen.until or ''}"])


def _unassign(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    changes = desk.timekeeping.calendars.unassign([chosen.id])
    values = {"verb": f"{_ROOM} shift-unassign", "id": chosen.id, "change_set": changes.change_set_id}
    return Answer(values, [chosen.id])


def _roster(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    source = given_source(desk, chosen, words)
    outcome = desk.timekeeping.calendars.import_roster(source, step("jadwal", words), chosen.dry_run)
    return given_answer(desk, f"{_ROOM} roster", outcome, source, chosen, words)


def _recap(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    period = parse_period(chosen.period)
    if chosen.nip:
        return _days(desk, chosen, words)
    lines = desk.timekeeping.attendance.recap(period, units_of(desk, chosen), step("rekap", words))
    bands = sorted({code for line in lines for code in (*line.month.late, *line.month.early)})
    values = {"verb": f"{_ROOM} recap", "period": period.code, "people": [month_values(one) for one in lines]}
    heads = ("NIP", "NAME", "UNIT", "DAYS_DUE", "AT_WORK", *bands, "EXCUSED", "ABSENT")
    rows = [
        (
            one.person.nip,
            one.person.full_name,
            one.unit_name,
            one.month.due,
            one.month.present,
            *(one.month.late.get(code, 0) + one.month.early.get(code, 0) for code in bands),
            one.month.excused_days,
            one.month.absent,
        )
        for one in lines
    ]
    return shown_or_written(values, heads, rows, words, chosen.out, desk)


def _days(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    lines = desk.timekeeping.attendance.days(parse_period(chosen.period), chosen.nip)
    values = {"verb": f"{_ROOM} recap", "period": chosen.period, "nip": chosen.nip, "days": plain(lines)}
    rows = [
        (
            str(one.on),
            f"{clock(one.start)}-{clock(one.end)}",
            clock(one.marks.came) if one.marks else "-",
            clock(one.marks.left) if one.marks else "-",
            words.label_of(one.verdict.state) if one.verdict else "-",
            " ".join(filter(None, (one.verdict.late_band, one.verdict.early_band, one.verdict.code)))
            if one.verdict
            else "",
            one.letter,
        )
        for one in lines
    ]
    return shown_or_written(values, ("DAY", "HOURS", "CAME", "LEFT", "STATE", "CODE", "LETTER"), rows, words)


def _recap_print(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    outcome = desk.timekeeping.attendance.print_recap(
        parse_period(chosen.period), chosen.out, units_of(desk, chosen), style_of(chosen), step("rekap", words)
    )
    return papers_answer(f"{_ROOM} recap-print", outcome, words)


def _year_print(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    outcome = desk.timekeeping.year.print(
        chosen.year, chosen.out, chosen.nip, units_of(desk, chosen), style_of(chosen), step("PP 94", words)
    )
    return papers_answer(f"{_ROOM} year-print", outcome, words)


def month_values(line: MonthLine) -> dict[str, Any]:
    """One line of a recap for machines."""
    month = plain(line.month)
    return {
        "nip": line.person.nip,
        "name": line.person.full_name,
        "unit": line.unit_name,
        **{name: month[name] for name in month if name not in {"person_id", "year", "month"}},
        "counted_minutes": line.month.counted_minutes,
    }


def _year(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    units = units_of(desk, chosen)
    lines = desk.timekeeping.year.lines(chosen.year, units, chosen.until, chosen.nip, step("setahun", words))
    values = {
        "verb": f"{_ROOM} year",
        "year": chosen.year,
        "people": [
            {
                "nip": one.person.nip,
                "name": one.person.full_name,
                "unit": one.unit_name,
                "days": one.days,
                "count": one.standing.days,
                "longest_run": one.standing.longest_run,
                "step": one.standing.step.kind.value if one.standing.step else "",
                "sanction": one.standing.step.sanction if one.standing.step else "",
                "left": one.standing.left,
                "reasons": reason_values(one.standing.reasons, words),
            }
            for one in lines
        ],
    }
    rows = [
        (
            one.person.nip,
            one.person.full_name,
            one.unit_name,
            one.standing.days,
            one.standing.longest_run,
            words.of_pack(one.standing.step.sanction) if one.standing.step else "-",
            figure(one.standing.left, words) if one.standing.left is not None else "-",
        )
        for one in lines
    ]
    heads = ("NIP", "NAME", "UNIT", "ABSENT", "LONGEST_RUN", "STEP", "DAYS_LEFT")
    return shown_or_written(values, heads, rows, words, chosen.out, desk)


def _close(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    changes = desk.timekeeping.attendance.close(parse_period(chosen.period))
    values = {"verb": f"{_ROOM} close", "period": chosen.period, "change_set": changes.change_set_id}
    return Answer(values, [chosen.period])


def _reopen(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    changes = desk.timekeeping.attendance.reopen(parse_period(chosen.period), chosen.reason)
    values = {"verb": f"{_ROOM} reopen", "period": chosen.period, "change_set": changes.change_set_id}
    return Answer(values, [chosen.period])


def shown_or_written(
    values: dict[str, Any],
    heads: Sequence[str],
    rows: Sequence[Sequence[object]],
    words: Messages,
    out: Path | None = None,
    desk: Desk | None = None,
) -> Answer:
    """A list as a table, or as a file where one was asked for."""
    labels = [name if name[-1].isdigit() else words.label(f"COLUMN:{name}") for name in heads]
    if out is not None and desk is not None:
        cells = [[one if isinstance(one, int) else str(one) for one in row] for row in rows]
        outcome = desk.upkeep.lists.export(ListSheet(values["verb"], values["verb"], labels, cells), out)
        written = {"file": str(outcome.path), "rows": outcome.rows, "left_out": outcome.left_out}
        told = [f"{outcome.path.name}: {figure(outcome.rows, words)}", *without(outcome.left_out, words)]
        return Answer({**values, **written}, told)
    return Answer(values, listed(labels, rows, words))


def units_of(desk: Desk, chosen: argparse.Namespace) -> tuple[str, ...]:
    """The unit that was named with everything below it; nothing for the whole agency."""
    return desk.register.branch(chosen.unit) if chosen.unit else ()


_DEEDS: Mapping[str, Deed] = {
    "import": _import,
    "ids": _ids,
    "ids-import": _import_ids,
    "map": _map,
    "unmap": _unmap,
    "absence": _absence,
    "absence-add": _absence_add,
    "absence-remove": _absence_remove,
    "absence-import": _absence_import,
    "shifts": _shifts,
    "shift-set": _shift_set,
    "shift-remove": _shift_remove,
    "shift-assign": _assign,
    "shift-unassign": _unassign,
    "roster": _roster,
    "recap": _recap,
    "recap-print": _recap_print,
    "year": _year,
    "year-print": _year_print,
    "close": _close,
    "reopen": _reopen,
}
VERBS: Mapping[str, Verb] = {"attendance": chosen_deed(_DEEDS)}


def grammar(verbs: Verbs) -> None:
    """The words of attendance."""
    deeds = verbs.add_parser("attendance").add_subparsers(dest="deed", required=True)
    for name in ("import", "ids-import", "absence-import", "roster"):
        given_grammar(deeds.add_parser(name))
    deeds.add_parser("ids").add_argument("--unknown", action="store_true")
    one = deeds.add_parser("map")
    one.add_argument("number", type=FILLED)
    one.add_argument("nip")
    deeds.add_parser("unmap").add_argument("number", nargs="+")
    absence = deeds.add_parser("absence")
    absence.add_argument("--period", required=True)
    absence.add_argument("--unit", default="", metavar="ID")
    add = deeds.add_parser("absence-add")
    add.add_argument("nip")
    add.add_argument("--code", required=True, type=FILLED)
    add.add_argument("--from", dest="first", required=True, type=DATE, metavar="D")
    add.add_argument("--to", dest="last", type=DATE, default=None, metavar="D")
    add.add_argument("--letter", default="", metavar="TEXT")
    add.add_argument("--letter-date", dest="letter_day", type=DATE, default=None, metavar="D")
    add.add_argument("--note", default="", metavar="TEXT")
    remove = deeds.add_parser("absence-remove")
    remove.add_argument("id")
    remove.add_argument("--reason", required=True, type=FILLED, metavar="TEXT")
    deeds.add_parser("shifts")
    shift = deeds.add_parser("shift-set")
    shift.add_argument("code", type=FILLED)
    shift.add_argument("--name", required=True, type=FILLED, metavar="TEXT")
    shift.add_argument("--hours", nargs="+", required=True, metavar="0730-1600", help="Senin-Minggu, - libur")
    shift.add_argument("--works-on-holidays", action="store_true")
    deeds.add_parser("shift-remove").add_argument("code")
    assign = deeds.add_parser("shift-assign")
    assign.add_argument("code")
    whose = assign.add_mutually_exclusive_group()
    whose.add_argument("--nip", default="")
    whose.add_argument("--unit", default="", metavar="ID")
    assign.add_argument("--since", required=True, type=DATE, metavar="D")
    assign.add_argument("--until", type=DATE, default=None, metavar="D")
    deeds.add_parser("shift-unassign").add_argument("id")
    recap = deeds.add_parser("recap")
    recap.add_argument("--period", required=True)
    recap.add_argument("--nip", default="")
    year = deeds.add_parser("year")
    year.add_argument("--year", type=NUMBER, required=True)
    year.add_argument("--nip", default="")
    year.add_argument("--until", type=DATE, default=None, metavar="D")
    for verb in (recap, year):
        verb.add_argument("--unit", default="", metavar="ID")
        verb.add_argument("--out", type=Path, default=None, metavar="FILE", help=".xlsx / .csv")
    recap_print = deeds.add_parser("recap-print")
    recap_print.add_argument("--period", required=True)
    year_print = deeds.add_parser("year-print")
    year_print.add_argument("--year", type=NUMBER, required=True)
    year_print.add_argument("--nip", default="")
    for verb in (recap_print, year_print):
        verb.add_argument("--unit", default="", metavar="ID")
        paper_grammar(verb)
    deeds.add_parser("close").add_argument("--period", required=True)
    reopen = deeds.add_parser("reopen")
    reopen.add_argument("--period", required=True)
    reopen.add_argument("--reason", required=True, type=FILLED, metavar="TEXT")
