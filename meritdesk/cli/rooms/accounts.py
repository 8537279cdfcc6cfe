"""The people at the desk on the command line: list, begin, change, suspend, close, passwords, protection."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Mapping

from meritdesk.cli.answers import Answer, listed, plain
from meritdesk.cli.options import FILLED, NUMBER
from meritdesk.cli.passphrases import new_passphrase, passphrase
from meritdesk.cli.verbs import Verb, Verbs
from meritdesk.core.access import Role
from meritdesk.core.accounts import ROLES_OF_AGENCY, ROLES_OF_REGION, FourEyes, Protection
from meritdesk.core.journal import Changes
from meritdesk.messages import Messages
from meritdesk.services import Desk

_ROLES = tuple(dict.fromkeys(role.value for role in (*ROLES_OF_AGENCY, *ROLES_OF_REGION)))


def _list(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    found = desk.upkeep.accounts.lines()
    heads = [words.label(f"ACCOUNT:{name}") for name in ("NAME", "FULL-NAME", "ROLE", "STATE", "LAST-SEEN", "TRIES")]
    rows = [
        (
            one.name,
            one.full_name,
            words.label(f"ROLE:{one.role.value}"),
            words.label(f"ACCOUNTSTATE:{one.state.value}"),
            one.last_seen.astimezone().isoformat(sep=" ", timespec="minutes") if one.last_seen else "-",
            one.wrong,
        )
        for one in found
    ]
    lines = listed(heads, rows, words)
    return Answer({"verb": "upkeep accounts list", "accounts": plain(found)}, lines)


def _who(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    found, protection = desk.upkeep.accounts.who(), desk.upkeep.accounts.protection()
    values = {
        "verb": "upkeep accounts who",
        "who": plain(found),
        "protection": plain(protection),
        "is_second_asked": desk.upkeep.accounts.is_second_asked(),
    }
    facts = {"name": found.full_name, "role": words.label(f"ROLE:{found.role.value}")}
    return Answer(values, [words.reason("CLI-ACCOUNT-WHO", facts)])


def _begin(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Changes:
    return desk.upkeep.accounts.begin(
        chosen.name,
        Role(chosen.role),
        new_passphrase(words),
        chosen.full_name or "",
        _person(desk, chosen.nip),
        chosen.former_name,
    )


def _change(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Changes:
    person = None if chosen.nip is None else _person(desk, chosen.nip)
    role = Role(chosen.role) if chosen.role else None
    return desk.upkeep.accounts.change(chosen.name, role, chosen.full_name, person)


def _protect(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Changes:
    now = desk.upkeep.accounts.protection()
    four = FourEyes(chosen.four_eyes) if chosen.four_eyes else now.four_eyes
    minutes = now.idle_minutes if chosen.idle is None else chosen.idle
    return desk.upkeep.accounts.protect(Protection(four, minutes))


_ASKING = {"list": _list, "who": _who}
_CHANGING: Mapping[str, Callable[[Desk, argparse.Namespace, Messages], Changes]] = {
    "begin": _begin,
    "change": _change,
    "suspend": lambda desk, chosen, words: desk.upkeep.accounts.suspend(chosen.name),
    "resume": lambda desk, chosen, words: desk.upkeep.accounts.resume(chosen.name),
    "close": lambda desk, chosen, words: desk.upkeep.accounts.close(chosen.name),
    "reset": lambda desk, chosen, words: desk.upkeep.accounts.reset(chosen.name, new_passphrase(words)),
    "password": lambda desk, chosen, words: desk.upkeep.accounts.change_password(
        passphrase(words), new_passphrase(words)
    ),
    "protect": _protect,
}


def _carry_out(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    if chosen.deed in _ASKING:
        return _ASKING[chosen.deed](desk, chosen, words)
    changes = _CHANGING[chosen.deed](desk, chosen, words)
    values = {"verb": f"upkeep accounts {chosen.deed}", "change_set": changes.change_set_id}
    return Answer(values, [words.reason("CLI-ACCOUNTS-CHANGED", {})])


def _person(desk: Desk, nip: str) -> str:
    return desk.register.show(nip).person.person_id if nip else ""


VERBS: Mapping[str, Verb] = {"accounts": _carry_out}


def grammar(verbs: Verbs) -> None:
    """The words of the accounts; passwords are typed or read from files, never written on the line."""
    deeds = verbs.add_parser("accounts").add_subparsers(dest="deed", metavar="DEED", required=True)
    deeds.add_parser("list")
    deeds.add_parser("who")
    begin = deeds.add_parser("begin")
    begin.add_argument("name", type=FILLED)
    begin.add_argument("--role", required=True, choices=_ROLES)
    change = deeds.add_parser("change")
    change.add_argument("name", type=FILLED)
    change.add_argument("--role", default="", choices=_ROLES)
    for one, nothing in ((begin, ""), (change, None)):
        one.add_argument("--full-name", default=None, metavar="TEXT")
        one.add_argument("--nip", default=nothing, help="orang di daftar pegawai / who this is in the register")
    begin.add_argument(
        "--former-name", default="", metavar="NAME", help="nama di jurnal sebelum ada akun / name in the journal before"
    )
    for name in ("suspend", "resume", "close", "reset"):
        deeds.add_parser(name).add_argument("name", type=FILLED)
    deeds.add_parser("password")
    protect = deeds.add_parser("protect")
    protect.add_argument("--four-eyes", default="", choices=[one.value for one in FourEyes])
    protect.add_argument("--idle", type=NUMBER, default=None, metavar="MINUTES")
