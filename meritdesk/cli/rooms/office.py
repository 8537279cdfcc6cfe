"""What the office decides for itself on the command line: its settings and its holiday table."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Mapping

from meritdesk.cli.answers import Answer, listed, plain
from meritdesk.cli.given import given_answer, given_grammar, given_source
from meritdesk.cli.options import DATE, NUMBER
from meritdesk.cli.progress import step
from meritdesk.cli.verbs import Verb, Verbs
from meritdesk.core.working_days import Holiday, HolidayKind
from meritdesk.messages import Messages
from meritdesk.services import Desk


def _settings(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    found = desk.upkeep.settings.lines()
    values = {
        "verb": "upkeep settings",
        "settings": [
            {**plain(line), "is_chosen": line.is_chosen, "help": words.label(f"SETTING-HELP:{line.name.upper()}")}
            for line in found
        ],
    }
    lines = []
    for line in found:
        mark = "*" if line.is_chosen else " "
        lines.append(f"{mark} {line.name} = {line.value}   [{' | '.join(line.allowed)}]")
        lines.append(f"    {words.label(f'SETTING-HELP:{line.name.upper()}')}")
    return Answer(values, lines)


def _set(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    changes = desk.upkeep.settings.change({chosen.name: chosen.value})
    value = next(line.value for line in desk.upkeep.settings.lines() if line.name == chosen.name)
    values = {"verb": "upkeep set", "name": chosen.name, "value": value, "change_set": changes.change_set_id}
    return Answer(values, [f"{chosen.name} = {value}"])


def _list(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    found = desk.upkeep.holidays.lines(chosen.year or None)
    values = {
        "verb": "upkeep holidays list",
        "holidays": [
            {**plain(line.holiday), "is_own": line.is_own, "is_published": line.is_published} for line in found
        ],
    }
    heads = [words.label(f"HOLIDAY:{name}") for name in ("DAY", "NAME", "KIND", "REMARK")]
    rows = []
    for line in found:
        remarks = [
            words.label(f"HOLIDAY:{name}")
            for name, is_so in (
                ("DOUBTFUL", line.holiday.is_doubtful),
                ("WORKED", not line.holiday.is_kept),
                ("OWN", line.is_own),
            )
            if is_so
        ]
        kind = words.label(f"HOLIDAYKIND:{line.holiday.kind.name}")
        rows.append((str(line.holiday.day), line.holiday.name, kind, ", ".join(remarks)))
    return Answer(values, listed(heads, rows, words))


def _set_holiday(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    holiday = Holiday(
        chosen.day, chosen.name, HolidayKind(chosen.kind), chosen.doubtful, chosen.source, not chosen.works
    )
    changes = desk.upkeep.holidays.set([holiday])
    return Answer(
        {"verb": "upkeep holidays set", "day": chosen.day, "change_set": changes.change_set_id},
        [f"{chosen.day} {chosen.name}"],
    )


def _restore(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    changes = desk.upkeep.holidays.restore([chosen.day])
    values = {"verb": "upkeep holidays restore", "day": chosen.day, "change_set": changes.change_set_id}
    return Answer(values, [str(chosen.day)])


def _import(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    source = given_source(desk, chosen, words)
    outcome = desk.upkeep.holidays.import_file(source, step("hari libur", words), chosen.dry_run)
    return given_answer(desk, "upkeep holidays import", outcome, source, chosen, words)


_ACTS: Mapping[str, Callable[[Desk, argparse.Namespace, Messages], Answer]] = {
    "list": _list,
    "set": _set_holiday,
    "restore": _restore,
    "import": _import,
}

VERBS: Mapping[str, Verb] = {
    "settings": _settings,
    "set": _set,
    "holidays": lambda desk, chosen, words: _ACTS[chosen.act](desk, chosen, words),
}


def grammar(verbs: Verbs) -> None:
    """The words of settings and holidays, in the room of upkeep."""
    verbs.add_parser("settings")
    change = verbs.add_parser("set")
    change.add_argument("name")
    change.add_argument("value")
    acts = verbs.add_parser("holidays").add_subparsers(dest="act", metavar="ACT", required=True)
    acts.add_parser("list").add_argument("--year", type=NUMBER, default=0)
    day = acts.add_parser("set")
    day.add_argument("day", type=DATE)
    day.add_argument("--name", default="", metavar="TEXT")
    day.add_argument("--kind", default=HolidayKind.LOCAL.value, choices=[kind.value for kind in HolidayKind])
    day.add_argument("--doubtful", action="store_true")
    day.add_argument("--works", action="store_true", help="tetap masuk kerja / the office works on this day")
    day.add_argument("--source", default="", metavar="TEXT")
    acts.add_parser("restore").add_argument("day", type=DATE)
    file = acts.add_parser("import")
    given_grammar(file)
