"""The sample city solves problems together: six of them over the year, three solved well, some late, one unanswered."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date, timedelta
from functools import cache
from typing import Any

from meritdesk.core.feedback import FeedbackMark
from meritdesk.core.lines import StaffQuery
from meritdesk.core.people import OrgUnit
from meritdesk.core.problems import CallAnswer, ProblemKind
from meritdesk.core.team_work import TeamVoice
from meritdesk.resources import resource
from meritdesk.services import Desk

_SAID = "Menyelesaikan tugasnya sebelum batas waktu dan membantu anggota lain."


@cache
def told_problems() -> tuple[Mapping[str, Any], ...]:
    """What the problems are about, and what became of each."""
    return tuple(json.loads(resource("sample", "problems.json").read_text(encoding="utf-8")))


def solve_together(desk: Desk, year: int) -> int:
    """Live through the problems of a year; answers with how many there were."""
    units = [unit for unit in desk.register.units() if unit.parent_id]
    staffed = [unit for unit in units if desk.register.staff(StaffQuery(unit_ids=(unit.unit_id,), limit=1))]
    if len(staffed) < 2:
        return 0
    for place, told in enumerate(told_problems()):
        _live(desk, told, staffed, place, year)
    return len(told_problems())


def _live(desk: Desk, told: Mapping[str, Any], units: list[OrgUnit], place: int, year: int) -> None:
    month, day = map(int, told["opened"].split("-"))
    opened = date(year, month, day)
    at = _days_after(opened)
    own = units[place % len(units)]
    number = desk.teams.open(
        own.unit_id, ProblemKind(told["kind"]), told["title"], at(told["days"]), told["description"], opened
    ).problem.number
    joined = [own]
    for turn, call in enumerate(told["calls"], start=1):
        other = units[(place + turn) % len(units)]
        if other.unit_id == own.unit_id:
            continue
        desk.teams.call(number, other.unit_id, on=opened)
        if call:
            answer = CallAnswer(call["answer"])
            desk.teams.answer(number, other.unit_id, answer, call["words"], at(call["answered"]))
            joined += [other] if answer is CallAnswer.JOINS else []
    members = [line for unit in joined for line in desk.register.staff(StaffQuery(unit_ids=(unit.unit_id,), limit=1))]
    if not told["tasks"]:
        return
    for member in members:
        consent = opened if member.unit_id == own.unit_id or place % 2 else None
        desk.teams.join(number, member.person_id, consent_on=consent, starts=at(3))
    desk.teams.lead(number, members[0].person_id, f"800/{place + 1:02d}/{year}", at(2))
    for turn, task in enumerate(told["tasks"]):
        owner = members[turn % len(members)].person_id
        tasks = desk.teams.task(number, task["text"], owner, at(task["days"])).problem.tasks
        task_id = next(one.task_id for one in tasks if one.text == task["text"])
        if "done" in task:
            desk.teams.finish_task(number, task_id, task["product"], at(task["done"]))
    if "solved" in told:
        work = desk.teams.work
        work.aim(number, told["solution"])
        if len(members) > 1:
            work.speak(number, members[1].person_id, TeamVoice.LEAD, FeedbackMark.POSITIVE, _SAID, at(told["solved"]))
        desk.teams.solve(number, told["solution"], at(told["solved"]))
        if told["closed"]:
            desk.teams.close(number)


def _days_after(opened: date) -> Any:
    return lambda count: opened + timedelta(days=count)
