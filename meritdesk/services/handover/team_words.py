"""Teams across agencies in a return: named by the region on their way down, taken into the rooms of the agency."""

from __future__ import annotations

from dataclasses import replace

from meritdesk.core.problems import Problem
from meritdesk.core.team_word import TeamWords, logged, taken
from meritdesk.services.ports import Work


def words_for(work: Work, agency_code: str) -> TeamWords:
    """What the region passes on to an agency, with the names of the hosts as their key cards state them."""
    found = work.problems.words_for(agency_code)
    names = {card.agency_code: card.agency_name for card in work.ledger.cards() if not card.is_region}
    teams = tuple(replace(one, host_name=names.get(one.host_code, one.host_code)) for one in found.teams)
    return replace(found, teams=teams)


def take_words(work: Work, words: TeamWords) -> int:
    """Keep the teams in which people of this agency work, what was said of them, and the answers to own teams.

    Answers with how many things were new. Somebody who is not in the register is left out: the host named another.
    """
    nips = {one.nip for one in words.teams} | {one.nip for one in words.said}
    people = {nip: person for nip in sorted(nips) if (person := work.people.by_nip(nip)) is not None}
    ids = [person.person_id for person in people.values()]
    held = {(one.problem_id, one.person_id): one for one in work.problems.abroad(ids)}
    fresh = 0
    for word in words.teams:
        person = people.get(word.nip)
        if person is None:
            continue
        key = (word.problem_id, person.person_id)
        after = taken(word, person.person_id, held.get(key))
        fresh += after != held.get(key)
        held[key] = after
    work.problems.save_abroad(list(held.values()))
    known = {entry.entry_id for entry in work.feedback.of(ids)} if ids else set()
    entries = []
    for said in words.said:
        person = people.get(said.nip)
        if person is not None and said.entry_id not in known:
            team = held.get((said.problem_id, person.person_id))
            entries.append(logged(said, person.person_id, team.result_id if team is not None else ""))
    work.feedback.save(entries)
    return fresh + len(entries) + _take_answers(work, words)


def _take_answers(work: Work, words: TeamWords) -> int:
    problems = {one.problem_id: one for one in work.problems.by_ids([one.problem_id for one in words.answers])}
    changed: dict[str, Problem] = {}
    for answer in words.answers:
        problem = changed.get(answer.problem_id) or problems.get(answer.problem_id)
        if problem is None:
            continue
        members = tuple(
            replace(one, consent_on=answer.consent_on or one.consent_on, result_id=answer.result_id or one.result_id)
            if one.is_guest and one.nip == answer.nip
            else one
            for one in problem.members
        )
        if members != problem.members:
            changed[problem.problem_id] = replace(problem, members=members)
    work.problems.save(list(changed.values()))
    return len(changed)
