"""What working in a team means for its members: their part in the SKP, what lead and host say, people of elsewhere.

There is no verb that rates: nobody is rated by the lead of a team (R-10).
"""

from __future__ import annotations

import uuid
from dataclasses import dataclass, replace
from datetime import date

from meritdesk.core.access import Action, require
from meritdesk.core.cascade import AssignmentMode, CascadeLink, Node, NodeKind, parse_node
from meritdesk.core.errors import UsageRefusal
from meritdesk.core.feedback import FeedbackMark
from meritdesk.core.journal import Changes
from meritdesk.core.people import Person
from meritdesk.core.plan import PerformancePlan, plan_in_force
from meritdesk.core.problems import Member, Problem, joined
from meritdesk.core.raters import who_leads
from meritdesk.core.team_word import team_feedback
from meritdesk.core.team_work import (
    Contribution,
    GuestFeedback,
    TeamAbroad,
    TeamVoice,
    guest_key,
    role_on_paper,
    with_contribution,
)
from meritdesk.services.ports import Surroundings, Work


@dataclass(frozen=True, slots=True)
class TeamSpoken:
    """What was said of a member, by whom and in which role, for the card of a problem."""

    person_id: str
    given_on: date
    giver: str
    mark: FeedbackMark
    text: str


@dataclass(frozen=True, slots=True)
class AbroadLine:
    """Somebody of this agency in a team of another: who he is, who rates him, and what is missing."""

    team: TeamAbroad
    person: Person
    rater: Person | None
    spoken: int

    @property
    def needs_consent(self) -> bool:
        """Whether his rater has not agreed yet (R-41)."""
        return self.team.consent_on is None


@dataclass(frozen=True, slots=True)
class TeamWork:
    """Verbs of what a team means for its members. A problem is named by its number, a person by NIP or key."""

    around: Surroundings

    def aim(self, number: str, result: str, serves: str = "") -> Changes:
        """Say what the team is to reach, and which place of the cascade that serves.

        ``TEA-120`` no such number, ``TEA-140`` a place that does not stand in the cascade of its year.
        """
        require(self.around.actor, Action.EDIT)
        with self.around.store.writing(self.around.actor, "teams.work.aim") as work:
            problem = problem_of(work, number)
            node = parse_node(serves) if serves else None
            if serves and (node is None or not _stands(work, node)):
                raise UsageRefusal("TEA-140", node=serves, year=problem.opened_on.year)
            work.problems.save([replace(problem, result=result.strip(), serves=node.code if node else "")])
            return work.commit()

    def invite(
        self,
        number: str,
        agency_code: str,
        agency_name: str,
        nip: str,
        name: str,
        duty: str = "",
        mode: AssignmentMode = AssignmentMode.APPOINTED,
        starts: date | None = None,
    ) -> Changes:
        """Put somebody of another agency into the team: the region tells that agency with its next return.

        ``TEA-103`` over, ``TEA-138`` code, NIP or name missing, or the own agency.
        """
        require(self.around.actor, Action.EDIT)
        code, digits = agency_code.strip(), "".join(nip.split())
        if not code or not digits.isdigit() or not name.strip() or code == self.around.store.agency.code:
            raise UsageRefusal("TEA-138")
        today = self.around.clock().date()
        with self.around.store.writing(self.around.actor, "teams.work.invite") as work:
            problem = problem_of(work, number)
            key = guest_key(code, digits)
            before = next((one for one in problem.members if one.person_id == key), None)
            member = Member(
                person_id=key,
                home_unit_id=code,
                mode=mode,
                starts=starts or (before.starts if before else today),
                duty=duty.strip(),
                consent_on=before.consent_on if before else None,
                result_id=before.result_id if before else "",
                agency_code=code,
                agency_name=agency_name.strip() or code,
                nip=digits,
                name=name.strip(),
            )
            work.problems.save([joined(problem, member, today)])
            return work.commit()

    def contribute(self, number: str, person: str, contribution: Contribution) -> Changes:
        """Put a member's part into his draft SKP, main or additional as his rater says, with the team's as parent.

        ``TEA-110`` no member, ``TEA-131`` the plan is fixed, ``TEA-132`` no words, ``TEA-133`` no plan, ``TEA-134``
        somebody of another agency, ``TEA-137`` it is there already.
        """
        require(self.around.actor, Action.EDIT)
        with self.around.store.writing(self.around.actor, "teams.work.contribute") as work:
            problem = problem_of(work, number)
            member = member_of(work, problem, person)
            if member.is_guest:
                raise UsageRefusal("TEA-134", name=member.name)
            known = work.people.by_ids([member.person_id])[member.person_id]
            if member.result_id and work.kpi_tree.results([member.result_id]):
                raise UsageRefusal("TEA-137", name=known.full_name)
            plan = self._plan(work, known)
            result_id = str(uuid.uuid4())
            by = f"{role_on_paper(TeamVoice.LEAD, problem.number)}"
            work.plans.save(
                [with_contribution(plan, contribution, result_id, str(uuid.uuid4()), problem.team_result, by)]
            )
            parent = _parent(problem, member)
            if parent is not None and _stands(work, parent):
                link = CascadeLink(
                    str(uuid.uuid4()), plan.year, parent, Node(NodeKind.RESULT, result_id), member.person_id,
                    problem.host_unit_id, contribution.text.strip(), problem.number,
                )  # fmt: skip
                work.cascade.save_links([link])
            members = tuple(
                replace(one, result_id=result_id) if one.person_id == member.person_id else one
                for one in problem.members
            )
            work.problems.save([replace(problem, members=members)])
            return work.commit()

    def speak(
        self, number: str, person: str, voice: TeamVoice, mark: FeedbackMark, text: str, on: date | None = None
    ) -> Changes:
        """Note what lead or host say of a member: it prints in his feedback with their role, and rates nothing (R-42).

        ``TEA-110`` no member, ``TEA-119`` a day in the future, ``TEA-135`` no words, ``TEA-136`` nobody has this role,
        ``TEA-141`` about himself.
        """
        require(self.around.actor, Action.EDIT)
        today = self.around.clock().date()
        if on is not None and on > today:
            raise UsageRefusal("TEA-119", day=on)
        if not text.strip():
            raise UsageRefusal("TEA-135")
        with self.around.store.writing(self.around.actor, "teams.work.speak") as work:
            problem = problem_of(work, number)
            member = member_of(work, problem, person)
            speaker_id, speaker = _speaker(work, problem, voice)
            if speaker_id == member.person_id:
                raise UsageRefusal("TEA-141")
            role, day, entry_id = role_on_paper(voice, problem.number), on or today, str(uuid.uuid4())
            if member.is_guest:
                said = GuestFeedback(
                    entry_id, problem.problem_id, member.person_id, day, role, speaker, mark, text.strip()
                )
                work.problems.save_guest_feedback([said])
            else:
                entry = team_feedback(
                    entry_id, member.person_id, day, speaker, role, mark, text.strip(), member.result_id,
                    problem.problem_id,
                )  # fmt: skip
                work.feedback.save([replace(entry, giver_id=speaker_id)])
            return work.commit()

    def spoken(self, number: str) -> tuple[TeamSpoken, ...]:
        """What lead and host said of the members, oldest first; ``TEA-120`` no such number."""
        require(self.around.actor, Action.READ)
        with self.around.store.reading() as work:
            problem = problem_of(work, number)
            own = [one.person_id for one in problem.members if not one.is_guest]
            found = [
                TeamSpoken(one.person_id, one.given_on, one.named_giver, one.mark, one.text)
                for one in (work.feedback.of(own) if own else ())
                if one.problem_id == problem.problem_id
            ]
            found += [
                TeamSpoken(one.person_id, one.given_on, f"{one.giver_name}, {one.giver_role}", one.mark, one.text)
                for one in work.problems.guest_feedback([problem.problem_id])
            ]
        return tuple(sorted(found, key=lambda one: (one.given_on, one.person_id)))

    def abroad(self) -> tuple[AbroadLine, ...]:
        """People of this agency in teams of others, the soonest due first."""
        require(self.around.actor, Action.READ)
        with self.around.store.reading() as work:
            teams = work.problems.abroad()
            ids = sorted({one.person_id for one in teams})
            raters = {one.person_id: one.rater_id for one in work.reporting.all()}
            people = work.people.by_ids(sorted({*ids, *(raters[one] for one in ids if raters.get(one))}))
            spoken = [(one.problem_id, one.person_id) for one in (work.feedback.of(ids) if ids else ())]
            return tuple(
                AbroadLine(
                    one,
                    people[one.person_id],
                    people.get(raters.get(one.person_id, "")),
                    spoken.count((one.problem_id, one.person_id)),
                )
                for one in teams
                if one.person_id in people
            )

    def consent(self, number: str, person: str, on: date | None) -> Changes:
        """Note when the rater agreed that somebody works in a team of another agency (R-41); none takes it back.

        ``TEA-119`` a day in the future, ``TEA-139`` no such team.
        """
        require(self.around.actor, Action.EDIT)
        if on is not None and on > self.around.clock().date():
            raise UsageRefusal("TEA-119", day=on)
        with self.around.store.writing(self.around.actor, "teams.work.consent") as work:
            work.problems.save_abroad([replace(_abroad(work, number, person), consent_on=on)])
            return work.commit()

    def contribute_abroad(self, number: str, person: str, contribution: Contribution) -> Changes:
        """Put somebody's part in a team of another agency into his draft SKP here; refusals as ``contribute``.

        ``TEA-139`` no such team.
        """
        require(self.around.actor, Action.EDIT)
        with self.around.store.writing(self.around.actor, "teams.work.contribute_abroad") as work:
            team = _abroad(work, number, person)
            known = work.people.by_ids([team.person_id])[team.person_id]
            if team.result_id and work.kpi_tree.results([team.result_id]):
                raise UsageRefusal("TEA-137", name=known.full_name)
            plan, result_id = self._plan(work, known), str(uuid.uuid4())
            by = f"{role_on_paper(TeamVoice.LEAD, team.number)}, {team.host_name}"
            work.plans.save([with_contribution(plan, contribution, result_id, str(uuid.uuid4()), team.team_result, by)])
            work.problems.save_abroad([replace(team, result_id=result_id)])
            return work.commit()

    def _plan(self, work: Work, person: Person) -> PerformancePlan:
        today = self.around.clock().date()
        plans = work.plans.of_year(today.year, [person.person_id])
        plan = plan_in_force(plans, today)
        if plan is None:
            raise UsageRefusal("TEA-133", name=person.full_name)
        return plan


def problem_of(work: Work, number: str) -> Problem:
    """A problem by its number; ``TEA-120`` when there is none."""
    problem = work.problems.by_number(number.strip().upper())
    if problem is None:
        raise UsageRefusal("TEA-120", number=number)
    return problem


def member_of(work: Work, problem: Problem, person: str) -> Member:
    """A member by NIP or key, of this agency or another; ``TEA-110`` when he is none."""
    digits = "".join(person.split())
    known = work.people.by_nip(digits)
    keys = {person, known.person_id if known is not None else person}
    found = next((one for one in problem.members if one.person_id in keys or (one.nip and one.nip == digits)), None)
    if found is None:
        raise UsageRefusal("TEA-110")
    return found


def _abroad(work: Work, number: str, person: str) -> TeamAbroad:
    known = work.people.by_nip("".join(person.split()))
    key = known.person_id if known is not None else person
    wanted = number.strip().upper()
    found = next((one for one in work.problems.abroad([key]) if one.number == wanted), None)
    if found is None:
        raise UsageRefusal("TEA-139", number=number)
    return found


def _parent(problem: Problem, member: Member) -> Node | None:
    """What a contribution serves: the lead's result for the team, else the place that the team serves."""
    lead = next((one for one in problem.members if one.person_id == problem.lead_id), None)
    if lead is not None and lead.person_id != member.person_id and lead.result_id and not lead.is_guest:
        return Node(NodeKind.RESULT, lead.result_id)
    return parse_node(problem.serves) if problem.serves else None


def _stands(work: Work, node: Node) -> bool:
    if node.kind is NodeKind.AGREEMENT:
        return bool(work.agreements.by_ids([node.key]))
    if node.kind is NodeKind.RESULT:
        return bool(work.kpi_tree.results([node.key]))
    return node.kind is NodeKind.INDICATOR and node in work.cascade.owners([node])


def _speaker(work: Work, problem: Problem, voice: TeamVoice) -> tuple[str, str]:
    if voice is TeamVoice.LEAD:
        lead = next((one for one in problem.members if one.person_id == problem.lead_id), None)
        if lead is None:
            raise UsageRefusal("TEA-136")
        if lead.is_guest:
            return "", lead.name
        person = work.people.by_ids([lead.person_id])[lead.person_id]
        return person.person_id, person.full_name
    host = problem.host_unit_id or problem.unit_id
    found = who_leads(work.units.all(), work.people.all()).get(host)
    if found is None:
        raise UsageRefusal("TEA-136")
    return found.person.person_id, found.person.full_name
