"""The words of a shared server in the room of upkeep, and what an open desk says about it."""

from __future__ import annotations

import argparse

from meritdesk.cli.answers import Answer, plain
from meritdesk.cli.options import AGENCY_CODE, FILLED, NUMBER, Allowed
from meritdesk.cli.verbs import Verbs
from meritdesk.core.server import read_address
from meritdesk.messages import Messages
from meritdesk.services import Desk

ADDRESS = Allowed("ALLOWED:SERVER", read_address)
ROLES = ("operator", "verifier", "head", "auditor", "regional")


def state(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    """Where the rows lie, as whom, and how the line is protected; a file says that it is one."""
    found = desk.upkeep.server.state()
    if found is None:
        return Answer({"verb": "upkeep server state", "is_server": False}, [words.reason("SRV-NO-SERVER", {})])
    facts = {
        "server": found.place,
        "user": found.user,
        "role": words.label(f"SERVER-ROLE:{found.role.upper()}"),
        "version": found.version,
        "tls": found.tls or words.label("SERVER-TLS:NONE"),
        "partitions": found.partitions,
        "agencies": ", ".join(found.agencies),
    }
    values = {"verb": "upkeep server state", "is_server": True, **plain(found)}
    return Answer(values, [words.reason("SRV-STATE", facts)])


def grammar(verbs: Verbs) -> None:
    """The deeds on a server; its address never carries a password."""
    deeds = verbs.add_parser("server").add_subparsers(dest="deed", metavar="DEED", required=True)
    deeds.add_parser("state")
    prepare = deeds.add_parser("prepare")
    prepare.add_argument("--partitions", type=NUMBER, default=4, help="potongan tabel besar, 0 tanpa / pieces")
    admit = deeds.add_parser("admit")
    admit.add_argument("login", type=FILLED)
    admit.add_argument("--role", required=True, choices=ROLES)
    admit.add_argument("--agency", action="append", default=[], type=AGENCY_CODE, metavar="CODE")
    admit.add_argument("--keep-password", action="store_true", help="kata sandinya tetap / keep the password")
    dismiss = deeds.add_parser("dismiss")
    dismiss.add_argument("login", type=FILLED)
    move = deeds.add_parser("move-to")
    deeds.add_parser("bring-back")
    for parser in (prepare, admit, dismiss, move):
        parser.add_argument(
            "--server",
            dest="server_place",
            required=True,
            type=ADDRESS,
            metavar="ADDRESS",
            help="postgresql+psycopg://pengguna@server/basisdata",
        )
