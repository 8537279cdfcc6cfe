"""Sheets on another form than the job class picks, and sheets of stage six: what both change in a print."""

from __future__ import annotations

from dataclasses import replace

from meritdesk.core.documents import Form, PaperStyle
from meritdesk.core.errors import UsageRefusal
from meritdesk.core.form_choice import STAGE_SIX_FORMS, missing_parts
from meritdesk.core.periods import Period
from meritdesk.core.plan import plans_in_force
from meritdesk.services.documents.sources import Gathered
from meritdesk.services.ports import Work
from meritdesk.services.print_job import in_blocks


def on_form(work: Work, form: Form, period: Period, gathered: Gathered) -> Gathered:
    """The same people on this form instead; whose plan does not have what it shows is blocked (``DOC-512``)."""
    kept = Gathered(blocked=list(gathered.blocked), other_form=gathered.other_form)
    for block in in_blocks(gathered.ready):
        plans = plans_in_force(
            work.plans.of_year(period.year, [one.person.person_id for one in block]), period.last_day
        )
        for one in block:
            missing = missing_parts(form, plans[one.person.person_id])
            if missing:
                kept.block(
                    one.person,
                    "DOC-512",
                    form=form.value,
                    missing=", ".join(f"PLAN-PART:{part.upper()}" for part in missing),
                )
            else:
                kept.ready.append(one)
    return kept


def as_stage_six(form: Form, style: PaperStyle, gathered: Gathered) -> Gathered:
    """At stage six a sheet is a draft whatever the plan is; only some forms know that stage (``DOC-513``)."""
    if not style.is_stage_six:
        return gathered
    if form not in STAGE_SIX_FORMS:
        raise UsageRefusal("DOC-513", form=form.value, known=", ".join(sorted(STAGE_SIX_FORMS)))
    drafts = [replace(one, record=replace(one.record, is_draft=True)) for one in gathered.ready]
    return replace(gathered, ready=drafts)
