"""Problems as rows, with the departments called in, the members of the team and their tasks."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy import and_, or_, select

from meritdesk.core.cascade import AssignmentMode
from meritdesk.core.feedback import FeedbackMark
from meritdesk.core.people import titled
from meritdesk.core.problems import Call, CallAnswer, Member, Problem, ProblemKind, Task
from meritdesk.core.team_word import TeamAnswer, TeamSaid, TeamWord, TeamWords
from meritdesk.core.team_work import GuestFeedback, TeamAbroad
from meritdesk.store import tables
from meritdesk.store.documents import take_numbers
from meritdesk.store.notation import day_text, day_value, reference_text
from meritdesk.store.rows import Rows, Values

_SERIES = "problem"


class StoredProblems:
    """The register of problems of the agency."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def opened_between(self, first: date, last: date) -> tuple[Problem, ...]:
        """The problems opened in a span of days, and those opened before it that were not over when it began."""
        problem = tables.problem
        before = (problem.c.solved_on.is_(None) | (problem.c.solved_on >= first.isoformat())) & (
            problem.c.dropped_on.is_(None) | (problem.c.dropped_on >= first.isoformat())
        )
        found = self._rows.execute(
            select(problem)
            .where(
                problem.c.agency == self._rows.agency,
                problem.c.opened_on <= last.isoformat(),
                or_(problem.c.opened_on >= first.isoformat(), before),
            )
            .order_by(problem.c.number)
        )
        return self._whole([dict(row._mapping) for row in found])

    def by_number(self, number: str) -> Problem | None:
        """One problem, or nothing."""
        found = self._whole(self._rows.read(tables.problem, "number", [number]))
        return found[0] if found else None

    def reserve(self, year: int) -> int:
        """The next serial number of a year; a number may be lost, never repeated."""
        return take_numbers(self._rows, self._rows.agency, _SERIES, year, 1)

    def save(self, problems: Sequence[Problem]) -> None:
        """Add these problems or bring them up to date."""
        ids = [problem.problem_id for problem in problems]
        self._rows.write(tables.problem, map(_problem_row, problems))
        for table, rows_of in (
            (tables.problem_call, _call_rows),
            (tables.problem_member, _member_rows),
            (tables.problem_task, _task_rows),
        ):
            self._rows.replace_parts(table, "problem_id", ids, [row for one in problems for row in rows_of(one)])

    def guest_feedback(self, problem_ids: Sequence[str]) -> tuple[GuestFeedback, ...]:
        """What lead and host said of members from other agencies, oldest first."""
        found = self._rows.read(tables.guest_feedback, "problem_id", problem_ids, "given_on", "entry_id")
        return tuple(
            GuestFeedback(
                entry_id=row["entry_id"],
                problem_id=row["problem_id"],
                person_id=row["person_id"],
                given_on=date.fromisoformat(row["given_on"]),
                giver_role=row["giver_role"],
                giver_name=row["giver_name"],
                mark=FeedbackMark(row["mark"]),
                text=row["text"],
            )
            for row in map(dict[str, Any], found)
        )

    def save_guest_feedback(self, said: Sequence[GuestFeedback]) -> None:
        """Keep what was said of members from other agencies."""
        self._rows.write(tables.guest_feedback, map(_said_row, said))

    def abroad(self, person_ids: Sequence[str] | None = None) -> tuple[TeamAbroad, ...]:
        """The teams of other agencies in which people of this one work, of all or of these people."""
        column = "" if person_ids is None else "person_id"
        found = self._rows.read(tables.team_abroad, column, person_ids, "due_on", "number", "person_id")
        return tuple(_abroad(dict(row)) for row in found)

    def save_abroad(self, teams: Sequence[TeamAbroad]) -> None:
        """Add these teams of other agencies, or bring them up to date."""
        self._rows.write(tables.team_abroad, map(_abroad_row, teams))

    def words_for(self, agency_code: str) -> TeamWords:
        """At the region: the teams of others in which people of an agency work, and the answers to its own teams."""
        member, problem, said = tables.problem_member, tables.problem, tables.guest_feedback
        of_problem = and_(problem.c.agency == member.c.agency, problem.c.problem_id == member.c.problem_id)
        hosted = self._rows.execute(
            select(problem, member.c.nip, member.c.mode, member.c.starts, member.c.duty,
                   tables.org_unit.c.name.label("unit_name"), tables.person.c.name.label("lead"),
                   tables.person.c.front_title, tables.person.c.back_title, member.c.agency.label("host"))
            .select_from(
                member.join(problem, of_problem)
                .outerjoin(
                    tables.org_unit,
                    and_(tables.org_unit.c.agency == problem.c.agency,
                         tables.org_unit.c.unit_id == problem.c.host_unit_id),
                )
                .outerjoin(
                    tables.person,
                    and_(tables.person.c.agency == problem.c.agency, tables.person.c.person_id == problem.c.lead_id),
                )
            )
            .where(member.c.agency_code == agency_code, member.c.agency != agency_code)
            .order_by(problem.c.number, member.c.nip, member.c.agency)
        )  # fmt: skip
        spoken = self._rows.execute(
            select(said, member.c.nip)
            .join(
                member,
                and_(
                    member.c.agency == said.c.agency,
                    member.c.problem_id == said.c.problem_id,
                    member.c.person_id == said.c.person_id,
                ),
            )
            .where(member.c.agency_code == agency_code, member.c.agency != agency_code)
            .order_by(said.c.given_on, said.c.entry_id)
        )
        away = tables.team_abroad
        answered = self._rows.execute(
            select(away.c.problem_id, tables.person.c.nip, away.c.consent_on, away.c.result_id)
            .join(
                tables.person,
                and_(tables.person.c.agency == away.c.agency, tables.person.c.person_id == away.c.person_id),
            )
            .where(away.c.host_code == agency_code, away.c.agency != agency_code)
            .order_by(away.c.problem_id, tables.person.c.nip)
        )
        return TeamWords(
            tuple(map(_word, hosted)),
            tuple(
                TeamSaid(
                    row.entry_id, row.problem_id, row.nip, date.fromisoformat(row.given_on), row.giver_role,
                    row.giver_name, FeedbackMark(row.mark), row.text,
                )
                for row in spoken
            ),
            tuple(
                TeamAnswer(row.problem_id, row.nip, day_value(row.consent_on), row.result_id)
                for row in answered
                if row.consent_on or row.result_id
            ),
        )  # fmt: skip

    def by_ids(self, problem_ids: Sequence[str]) -> tuple[Problem, ...]:
        """These problems; unknown ones are left out."""
        return self._whole(self._rows.read(tables.problem, "problem_id", problem_ids))

    def _whole(self, found: Sequence[Mapping[str, Any]]) -> tuple[Problem, ...]:
        ids = [row["problem_id"] for row in found]
        calls: dict[str, list[Call]] = defaultdict(list)
        for row in self._rows.read(tables.problem_call, "problem_id", ids, "problem_id", "place"):
            calls[str(row["problem_id"])].append(_call(row))
        members: dict[str, list[Member]] = defaultdict(list)
        for row in self._rows.read(tables.problem_member, "problem_id", ids, "problem_id", "place"):
            members[str(row["problem_id"])].append(_member(row))
        tasks: dict[str, list[Task]] = defaultdict(list)
        for row in self._rows.read(tables.problem_task, "problem_id", ids, "problem_id", "due_on", "task_id"):
            tasks[str(row["problem_id"])].append(_task(row))
        return tuple(
            Problem(
                problem_id=row["problem_id"],
                number=row["number"],
                kind=ProblemKind(row["kind"]),
                title=row["title"],
                description=row["description"],
                unit_id=row["unit_id"],
                opened_on=date.fromisoformat(row["opened_on"]),
                due_on=date.fromisoformat(row["due_on"]),
                host_unit_id=row["host_unit_id"] or "",
                lead_id=row["lead_id"] or "",
                letter_number=row["letter_number"],
                letter_on=day_value(row["letter_on"]),
                answered_on=day_value(row["answered_on"]),
                solved_on=day_value(row["solved_on"]),
                solution=row["solution"],
                closed_on=day_value(row["closed_on"]),
                dropped_on=day_value(row["dropped_on"]),
                why_dropped=row["why_dropped"],
                result=row["result"],
                serves=row["serves"],
                calls=tuple(calls[row["problem_id"]]),
                members=tuple(members[row["problem_id"]]),
                tasks=tuple(tasks[row["problem_id"]]),
            )
            for row in found
        )


def _call(row: Mapping[str, Any]) -> Call:
    return Call(
        unit_id=row["unit_id"],
        called_on=date.fromisoformat(row["called_on"]),
        why=row["why"],
        answered_on=day_value(row["answered_on"]),
        answer=CallAnswer(row["answer"]) if row["answer"] else None,
        words=row["words"],
    )


def _member(row: Mapping[str, Any]) -> Member:
    return Member(
        person_id=row["person_id"],
        home_unit_id=row["home_unit_id"],
        mode=AssignmentMode(row["mode"]),
        starts=day_value(row["starts"]),
        duty=row["duty"],
        consent_on=day_value(row["consent_on"]),
        result_id=row["result_id"],
        agency_code=row["agency_code"],
        agency_name=row["agency_name"],
        nip=row["nip"],
        name=row["name"],
    )


def _task(row: Mapping[str, Any]) -> Task:
    return Task(
        task_id=row["task_id"],
        text=row["text"],
        owner_id=row["owner_id"],
        due_on=date.fromisoformat(row["due_on"]),
        done_on=day_value(row["done_on"]),
        product=row["product"],
    )


def _problem_row(problem: Problem) -> Values:
    return {
        "problem_id": problem.problem_id,
        "number": problem.number,
        "kind": problem.kind.value,
        "title": problem.title,
        "description": problem.description,
        "unit_id": problem.unit_id,
        "opened_on": problem.opened_on.isoformat(),
        "due_on": problem.due_on.isoformat(),
        "host_unit_id": reference_text(problem.host_unit_id),
        "lead_id": reference_text(problem.lead_id),
        "letter_number": problem.letter_number,
        "letter_on": day_text(problem.letter_on),
        "answered_on": day_text(problem.answered_on),
        "solved_on": day_text(problem.solved_on),
        "solution": problem.solution,
        "closed_on": day_text(problem.closed_on),
        "dropped_on": day_text(problem.dropped_on),
        "why_dropped": problem.why_dropped,
        "result": problem.result,
        "serves": problem.serves,
    }


def _call_rows(problem: Problem) -> Iterator[Values]:
    for place, call in enumerate(problem.calls, start=1):
        yield {
            "problem_id": problem.problem_id,
            "unit_id": call.unit_id,
            "place": place,
            "called_on": call.called_on.isoformat(),
            "why": call.why,
            "answered_on": day_text(call.answered_on),
            "answer": call.answer.value if call.answer is not None else None,
            "words": call.words,
        }


def _member_rows(problem: Problem) -> Iterator[Values]:
    for place, member in enumerate(problem.members, start=1):
        yield {
            "problem_id": problem.problem_id,
            "person_id": member.person_id,
            "place": place,
            "home_unit_id": member.home_unit_id,
            "mode": member.mode.value,
            "starts": day_text(member.starts),
            "duty": member.duty,
            "consent_on": day_text(member.consent_on),
            "result_id": member.result_id,
            "agency_code": member.agency_code,
            "agency_name": member.agency_name,
            "nip": member.nip,
            "name": member.name,
        }


def _task_rows(problem: Problem) -> Iterator[Values]:
    for task in problem.tasks:
        yield {
            "problem_id": problem.problem_id,
            "task_id": task.task_id,
            "text": task.text,
            "owner_id": task.owner_id,
            "due_on": task.due_on.isoformat(),
            "done_on": day_text(task.done_on),
            "product": task.product,
        }


def _word(row: Any) -> TeamWord:
    lead = titled(row.lead, row.front_title, row.back_title) if row.lead else ""
    return TeamWord(
        problem_id=row.problem_id,
        nip=row.nip,
        number=row.number,
        host_code=row.host,
        host_name="",
        host_unit=row.unit_name or "",
        lead_name=lead,
        title=row.title,
        result=row.result,
        letter_number=row.letter_number,
        letter_on=day_value(row.letter_on),
        due_on=date.fromisoformat(row.due_on),
        mode=AssignmentMode(row.mode),
        starts=day_value(row.starts),
        duty=row.duty,
        solved_on=day_value(row.solved_on),
    )


def _said_row(said: GuestFeedback) -> Values:
    return {
        "entry_id": said.entry_id,
        "problem_id": said.problem_id,
        "person_id": said.person_id,
        "given_on": said.given_on.isoformat(),
        "giver_role": said.giver_role,
        "giver_name": said.giver_name,
        "mark": said.mark.value,
        "text": said.text,
    }


def _abroad(row: Mapping[str, Any]) -> TeamAbroad:
    return TeamAbroad(
        problem_id=row["problem_id"],
        person_id=row["person_id"],
        number=row["number"],
        host_code=row["host_code"],
        host_name=row["host_name"],
        host_unit=row["host_unit"],
        lead_name=row["lead_name"],
        title=row["title"],
        result=row["result"],
        letter_number=row["letter_number"],
        letter_on=day_value(row["letter_on"]),
        due_on=date.fromisoformat(row["due_on"]),
        mode=AssignmentMode(row["mode"]),
        starts=day_value(row["starts"]),
        duty=row["duty"],
        solved_on=day_value(row["solved_on"]),
        consent_on=day_value(row["consent_on"]),
        result_id=row["result_id"],
    )


def _abroad_row(team: TeamAbroad) -> Values:
    return {
        "problem_id": team.problem_id,
        "person_id": team.person_id,
        "number": team.number,
        "host_code": team.host_code,
        "host_name": team.host_name,
        "host_unit": team.host_unit,
        "lead_name": team.lead_name,
        "title": team.title,
        "result": team.result,
        "letter_number": team.letter_number,
        "letter_on": day_text(team.letter_on),
        "due_on": team.due_on.isoformat(),
        "mode": team.mode.value,
        "starts": day_text(team.starts),
        "duty": team.duty,
        "solved_on": day_text(team.solved_on),
        "consent_on": day_text(team.consent_on),
        "result_id": team.result_id,
    }
