"""What a team means for its members, on the command line: SKP, feedback in a role, teams of two agencies."""

from __future__ import annotations

import argparse
from collections.abc import Mapping

from meritdesk.cli.answers import Answer, nothing_found, plain
from meritdesk.cli.options import DATE, FILLED
from meritdesk.cli.verbs import Verb, Verbs
from meritdesk.core.feedback import FeedbackMark
from meritdesk.core.journal import Changes
from meritdesk.core.plan import ResultKind
from meritdesk.core.target_text import read_target
from meritdesk.core.team_work import Contribution, TeamVoice
from meritdesk.messages import Messages
from meritdesk.services import Desk


def _aim(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    return _done("aim", chosen, desk.teams.work.aim(chosen.number, chosen.result, chosen.serves))


def _invite(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    changes = desk.teams.work.invite(
        chosen.number, chosen.agency, chosen.agency_name, chosen.person, chosen.name, chosen.duty
    )
    return _done("invite", chosen, changes)


def _contribute(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    target = read_target(chosen.target, None) if chosen.target else None
    kind = ResultKind.MAIN if chosen.main else ResultKind.ADDITIONAL
    part = Contribution(kind, chosen.text, chosen.indicator, target)
    verb = desk.teams.work.contribute_abroad if chosen.abroad else desk.teams.work.contribute
    return _done("contribute", chosen, verb(chosen.number, chosen.person, part))


def _speak(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    voice, mark = TeamVoice[chosen.role.upper()], FeedbackMark[chosen.mark.upper()]
    changes = desk.teams.work.speak(chosen.number, chosen.person, voice, mark, chosen.text, chosen.on)
    return _done("speak", chosen, changes)


def _spoken(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    said = desk.teams.work.spoken(chosen.number)
    lines = [f"{one.given_on} {one.giver}: {one.text}" for one in said]
    values = {"verb": "teams spoken", "spoken": [plain(one) for one in said]}
    return Answer(values, lines or nothing_found(words))


def _abroad(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    lines = desk.teams.work.abroad()
    told = [f"{one.person.full_name} · {one.team.number} · {one.team.host_name} · {one.team.duty}" for one in lines]
    values = {"verb": "teams abroad", "teams": [plain(one) for one in lines]}
    return Answer(values, told or nothing_found(words))


def _consent(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    return _done("consent", chosen, desk.teams.work.consent(chosen.number, chosen.person, chosen.on))


def _done(verb: str, chosen: argparse.Namespace, changes: Changes) -> Answer:
    return Answer({"verb": f"teams {verb}", "change_set": changes.change_set_id}, [chosen.number])


VERBS: Mapping[str, Verb] = {
    "aim": _aim,
    "invite": _invite,
    "contribute": _contribute,
    "speak": _speak,
    "spoken": _spoken,
    "abroad": _abroad,
    "consent": _consent,
}


def grammar(verbs: Verbs) -> None:
    """The words of these verbs."""
    aim = _about(verbs, "aim")
    aim.add_argument("result", type=FILLED)
    aim.add_argument("--serves", metavar="NODE", default="")
    invite = _of_person(verbs, "invite")
    invite.add_argument("name", type=FILLED)
    invite.add_argument("--agency", metavar="CODE", required=True)
    invite.add_argument("--agency-name", default="")
    invite.add_argument("--duty", default="")
    contribute = _of_person(verbs, "contribute")
    contribute.add_argument("text", type=FILLED)
    contribute.add_argument("--main", action="store_true")
    contribute.add_argument("--indicator", default="")
    contribute.add_argument("--target", default="")
    contribute.add_argument("--abroad", action="store_true")
    speak = _of_person(verbs, "speak")
    speak.add_argument("text", type=FILLED)
    speak.add_argument("--role", choices=[one.name.lower() for one in TeamVoice], required=True)
    speak.add_argument("--mark", choices=[one.name.lower() for one in FeedbackMark], default="neutral")
    speak.add_argument("--on", type=DATE)
    _about(verbs, "spoken")
    verbs.add_parser("abroad")
    _of_person(verbs, "consent").add_argument("--on", type=DATE)


def _about(verbs: Verbs, name: str) -> argparse.ArgumentParser:
    verb = verbs.add_parser(name)
    verb.add_argument("number", type=FILLED)
    return verb


def _of_person(verbs: Verbs, name: str) -> argparse.ArgumentParser:
    verb = _about(verbs, name)
    verb.add_argument("person", metavar="NIP")
    return verb
