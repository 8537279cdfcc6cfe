"""The overview on the command line: where everything stands."""

from __future__ import annotations

import argparse
from collections.abc import Mapping

from meritdesk.cli.answers import Answer, figure, plain
from meritdesk.cli.verbs import Verb, Verbs
from meritdesk.core.periods import parse_period
from meritdesk.messages import Messages
from meritdesk.services import Desk


def _status(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    status = desk.overview.status(parse_period(chosen.period) if chosen.period else None)
    clocks = desk.overview.clocks(status.period)
    tasks = status.tasks
    whole = status.whole
    values = {
        "verb": "overview status",
        "agency": plain(status.agency),
        "period": status.period.code,
        "totals": {key: value for key, value in plain(whole).items() if isinstance(value, int)},
        "tasks": [
            {
                "code": one.code,
                "count": one.count,
                "due": plain(one.due),
                "room": one.room,
                "text": words.reason(one.code, {"count": one.count, **one.facts}),
            }
            for one in tasks
        ],
        "clocks": {
            "late": clocks.late,
            "due": clocks.due,
            "time_barred": clocks.time_barred,
            "units": plain(clocks.units),
        },
        "units": plain(status.units),
        "agencies": plain(status.agencies),
        "unconfirmed": status.unconfirmed,
        "received": status.received,
        "last_backup": status.last_backup,
        "journal": plain(status.journal),
    }
    lines = [f"{status.agency.name} · {status.period.code}"]
    for sent in status.agencies:
        facts = {name: figure(getattr(sent, name), words) for name in ("files", "staff", "closed")}
        told = words.reason("CLI-AGENCY-SENT" if sent.files else "CLI-AGENCY-SILENT", facts)
        lines.append(f"  {sent.code} {sent.name}: {told}")
    lines += [f"  · {words.reason(one.code, {'count': figure(one.count, words), **one.facts})}" for one in tasks]
    if not tasks:
        lines.append(f"  {words.reason('OVW-QUIET', {})}")
    return Answer(values, lines)


VERBS: Mapping[str, Verb] = {
    "status": _status,
}


def grammar(verbs: Verbs) -> None:
    """The words of this room."""
    verbs.add_parser("status").add_argument("--period", default="")
