"""The sample city explains its indicators and strategies: manuals (A.1.3) and a workblock (A.1.4) of a few leaders."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from meritdesk.core.errors import UsageRefusal
from meritdesk.core.plan import Indicator, JobClass, WorkResult
from meritdesk.core.plan_parts import ControlLevel, IndicatorManual, ReportingCycle, Workblock
from meritdesk.sample_city import work
from meritdesk.sample_city.casting import CityYear
from meritdesk.sample_city.guiding import told_words

LEADERS = 2
"""How many leaders write manuals; a whole city of them would only be slow."""


def explain(story: CityYear, duties: tuple[work.SampleDuty, ...]) -> int:
    """Give the plans of a few free leaders their manuals and a workblock; answers with how many plans."""
    staff = story.chooser.staff
    leaders = [
        duty
        for duty in sorted(duties, key=lambda duty: duty.nip)
        if duty.job_class is JobClass.JPT_OR_AUTONOMOUS and duty.nip and story.chooser.is_free(staff[duty.key])
    ]
    return sum(_explain(story, duty) for duty in leaders[:LEADERS])


def _explain(story: CityYear, duty: work.SampleDuty) -> bool:
    editor, words = story.desk.planning.editor, told_words()["aids"]
    opened = editor.open(duty.nip, story.year)
    if not opened.stamp:
        return False
    plan = replace(
        opened.plan,
        results=tuple(_with_manuals(result, words["manual"]) for result in opened.plan.results),
        workblocks=(_workblock(opened.plan.results[0], duty, story.year, words["workblock"]),),
    )
    saved = editor.save(plan, opened.stamp, "Manual indikator dan workblock dilengkapi")
    try:
        editor.fix(saved.plan.plan_id, story.day(1, 25))
    except UsageRefusal as refusal:
        if refusal.code != "PLN-211":
            raise
    return True


def _with_manuals(result: WorkResult, words: dict[str, str]) -> WorkResult:
    return replace(result, indicators=tuple(_with_manual(one, words) for one in result.indicators))


def _with_manual(indicator: Indicator, words: dict[str, str]) -> Indicator:
    told = {key: text.replace("{indicator}", indicator.text) for key, text in words.items()}
    manual = IndicatorManual(
        unit=indicator.target.unit or "dokumen",
        control_level=ControlLevel.LOW,
        reporting=ReportingCycle.QUARTERLY,
        **told,
    )
    return replace(indicator, manual=manual)


def _workblock(result: WorkResult, duty: work.SampleDuty, year: int, words: dict[str, Any]) -> Workblock:
    first = result.indicators[0]
    return Workblock(
        "",
        title=words["title"],
        indicator_text=f"{first.text}: {first.target.text}".rstrip(": "),
        owner=words["owner"].format(post=f"Kepala {duty.unit_name}"),
        parties=words["parties"],
        finished_by=words["finished_by"].format(year=year),
        beneficiaries=words["beneficiaries"],
        purpose=words["purpose"],
        budget=words["budget"],
        routine_activities=tuple(words["routine_activities"]),
        transforming_activities=tuple(words["transforming_activities"]),
        routine_milestones=tuple(words["routine_milestones"]),
        transforming_milestones=tuple(words["transforming_milestones"]),
    )
