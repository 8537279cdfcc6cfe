"""The sample city guides: coaching, mentoring, what followed, and what stays confidential (B.1.6 to B.1.10)."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from typing import Any

from meritdesk.core.confidential import BehaviourProblem, Counselling
from meritdesk.core.feedback import FeedbackGiver, FeedbackMark
from meritdesk.core.guidance import (
    Coaching,
    CoachingFact,
    CoachingGoal,
    CoachingStep,
    Competency,
    CompetencyEvaluation,
    CompetencyScore,
    GuidanceFeedback,
    Mentoring,
    MentoringGoal,
    MentoringMeeting,
)
from meritdesk.core.plan import BehaviourValue
from meritdesk.resources import resource
from meritdesk.sample_city import work
from meritdesk.sample_city.casting import CityYear
from meritdesk.services.execution.feedback import FeedbackDraft
from meritdesk.services.execution.guidance import GuidanceDraft

GUIDED = 3
"""How many people are guided; one of them also has a behaviour problem that led to counselling."""


@cache
def told_words() -> Mapping[str, Any]:
    """What is written in manuals, workblocks and records of guidance."""
    words: Mapping[str, Any] = json.loads(resource("sample", "guidance.json").read_text(encoding="utf-8"))
    return words


def guide(story: CityYear, duties: tuple[work.SampleDuty, ...]) -> int:
    """Write records of guidance for a few people to whom nothing special happens; answers with how many people."""
    staff = story.chooser.staff
    free = [
        duty
        for duty in sorted(duties, key=lambda duty: duty.nip)
        if duty.nip and duty.rater_key and story.chooser.is_free(staff[duty.key])
    ]
    chosen = free[len(free) // 3 :][:GUIDED]
    for duty in chosen:
        _guide(story, duty)
    if chosen:
        _report(story, chosen[-1])
    return len(chosen)


def _words(unit: str) -> Mapping[str, Any]:
    """The words of the records; the unit stands where they name it."""
    return {key: _filled(value, unit) for key, value in told_words()["guidance"].items()}


def _filled(value: Any, unit: str) -> Any:
    if isinstance(value, str):
        return value.replace("{unit}", unit)
    if isinstance(value, list):
        return [_filled(one, unit) for one in value]
    if isinstance(value, dict):
        return {key: _filled(one, unit) for key, one in value.items()}
    return value


def _guide(story: CityYear, duty: work.SampleDuty) -> None:
    """Coached in July, mentored from May on, and looked back on in September by both."""
    add, words = story.desk.execution.guidance.add, _words(duty.unit_name)
    told = words["coaching"]
    coaching = Coaching(
        tuple(CoachingGoal(*line) for line in told["goals"]),
        tuple(CoachingFact(*line) for line in told["facts"]),
        told["opportunity"],
        tuple(CoachingStep(*line) for line in told["steps"]),
    )
    kept = add(duty.key, GuidanceDraft(story.day(7, 18), coaching, guide_id=duty.rater_key, place=told["place"]))
    told = words["mentoring"]
    mentoring = Mentoring(
        tuple(MentoringGoal(*line) for line in told["goals"]),
        tuple(MentoringMeeting(*line) for line in told["journal"]),
    )
    add(duty.key, GuidanceDraft(story.day(7, 25), mentoring, guide_id=duty.rater_key, place=told["place"]))
    after = kept.record.record_id
    feedback = GuidanceFeedback(*words["feedback"])
    add(duty.key, GuidanceDraft(story.day(9, 5), feedback, guide_id=duty.rater_key, follows=after))
    told = words["competency"]
    scores = [CompetencyScore(score, reason, Competency[name]) for name, score, reason in told["scores"]]
    scores += [CompetencyScore(score, reason, technical=name) for name, score, reason in told["technical"]]
    competency = CompetencyEvaluation(tuple(scores), told["recommendation"])
    add(duty.key, GuidanceDraft(story.day(9, 12), competency, guide_id=duty.rater_key, follows=after))


def _report(story: CityYear, duty: work.SampleDuty) -> None:
    """The rater's report to the HR unit, and the counselling that followed."""
    add, words = story.desk.execution.confidential.add, _words(duty.unit_name)
    told = words["problem"]
    proof = story.desk.execution.feedback.add(duty.key, FeedbackDraft(
        story.day(8, 14), FeedbackGiver.LEADER, told["problem"], FeedbackMark.NEGATIVE, giver_id=duty.rater_key,
        behaviour=BehaviourValue.ACCOUNTABLE, evidence=told["how"],
    ))  # fmt: skip
    problem = BehaviourProblem(
        told["problem"],
        told["expectation"],
        others_too=False,
        done_so_far=told["done"],
        told_on=story.day(8, 20),
        told_how=told["how"],
        feedback_ids=(proof.entry.entry_id,),
        reported_to=told["to"],
        reported_on=story.day(9, 1),
    )
    opened = add(duty.key, story.day(9, 1), problem)
    told = words["counselling"]
    talk = Counselling(
        told["counsellor"],
        is_trained=True,
        place=told["place"],
        subject=told["subject"],
        course=told["course"],
        agreement=told["agreement"],
        follow_up=told["follow_up"],
        problem_id=opened.record.record_id,
    )
    add(duty.key, story.day(9, 15), talk)
