"""The editors whose drafts are kept: what they are called, where they stand, and how one is opened again."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from meritdesk.core.drafts import Draft
from meritdesk.ui.drafts import openers
from meritdesk.ui.drafts.editor_place import EditorPlace
from meritdesk.ui.drafts.fields import FACT
from meritdesk.ui.drafts.names_around import AROUND

PLAN = "planning.skp"
"""The editor of plans: its drafts are whole plans and are kept by the room of planning itself."""


def _write_record(page: Any, facts: Mapping[str, str]) -> object:
    from meritdesk.ui.execution.record_parts import PARTS

    kind = next((kind for kind in PARTS if kind.name == facts.get("kind")), None)
    return page.write(kind) if kind is not None else None


def _open_table(page: Any, facts: Mapping[str, str]) -> object:
    """The wizard with the same file again; a block that was pasted lies in the draft itself."""
    return page.open_import().go_on_with(facts.get("path", ""), facts.get("block", ""))


EDITORS: Mapping[str, EditorPlace] = {
    PLAN: EditorPlace(str(QT_TRANSLATE_NOOP("Editors", "Plan (SKP)")), "planning", "editor", ("nip",)),
    "planning.indicator": EditorPlace(
        str(QT_TRANSLATE_NOOP("Editors", "Indicator")),
        "planning",
        "kpi",
        ("unit",),
        lambda page, facts: page.open_indicator(facts["subject"]),
    ),
    "planning.indicator.new": EditorPlace(
        str(QT_TRANSLATE_NOOP("Editors", "New indicator")),
        "planning",
        "kpi",
        ("unit",),
        lambda page, _: page.open_new(),
    ),
    "planning.settle": EditorPlace(
        str(QT_TRANSLATE_NOOP("Editors", "Level of a unit")),
        "planning",
        "kpi",
        ("unit",),
        lambda page, _: page.open_settle(),
    ),
    "planning.budget": EditorPlace(
        str(QT_TRANSLATE_NOOP("Editors", "Budget of a month")),
        "planning",
        "tree",
        ("unit",),
        lambda page, _: page.open_budget(),
    ),
    "planning.link": EditorPlace(
        str(QT_TRANSLATE_NOOP("Editors", "Cascade")),
        "planning",
        "cascade",
        ("unit",),
        openers.link,
        openers.linked_place,
    ),
    "planning.teams": EditorPlace(
        str(QT_TRANSLATE_NOOP("Editors", "Teams and assignments")),
        "planning",
        "matrix",
        ("unit",),
        lambda page, _: page.open_teams(),
    ),
    "planning.manual": EditorPlace(
        str(QT_TRANSLATE_NOOP("Editors", "Manual of an indicator")), "planning", "editor", ("nip",), openers.manual
    ),
    "planning.workblocks": EditorPlace(
        str(QT_TRANSLATE_NOOP("Editors", "Workblocks")),
        "planning",
        "editor",
        ("nip",),
        lambda page, _: page.open_workblocks(),
    ),
    "planning.question": EditorPlace(
        str(QT_TRANSLATE_NOOP("Editors", "Question about a plan")),
        "planning",
        "editor",
        ("nip",),
        lambda page, facts: page.open_kept(facts),
    ),
    "execution.record": EditorPlace(
        str(QT_TRANSLATE_NOOP("Editors", "Guidance")),
        "execution",
        "guidance",
        ("nip",),
        lambda page, _: page.amend(),
        openers.record_of_guidance,
    ),
    "execution.record.new": EditorPlace(
        str(QT_TRANSLATE_NOOP("Editors", "New guidance")), "execution", "guidance", ("nip",), _write_record
    ),
    "execution.feedback": EditorPlace(str(QT_TRANSLATE_NOOP("Editors", "Feedback")), "execution", "feedback", ("nip",)),
    "execution.steps": EditorPlace(
        str(QT_TRANSLATE_NOOP("Editors", "Action plan")),
        "execution",
        "action_plan",
        ("nip",),
        openers.steps,
        openers.result_on_its_way,
    ),
    "execution.words": EditorPlace(
        str(QT_TRANSLATE_NOOP("Editors", "Words of the leader")), "execution", "actuals", ("nip",)
    ),
    "assessment.level": EditorPlace(
        str(QT_TRANSLATE_NOOP("Editors", "Organisation level")),
        "assessment",
        "ratings",
        (),
        openers.level,
        openers.rater_of_a_unit,
    ),
    "assessment.acts": EditorPlace(
        str(QT_TRANSLATE_NOOP("Editors", "Special step of a rating")),
        "assessment",
        "ratings",
        ("nip",),
        lambda page, _: page.open_acts(),
    ),
    "assessment.calibration": EditorPlace(
        str(QT_TRANSLATE_NOOP("Editors", "Minutes of calibration")), "assessment", "calibration", ("unit",)
    ),
    "assessment.waiver": EditorPlace(
        str(QT_TRANSLATE_NOOP("Editors", "Waiver")), "assessment", "ratings", (), lambda page, _: page.open_close()
    ),
    "assessment.dates": EditorPlace(
        str(QT_TRANSLATE_NOOP("Editors", "Days of papers")),
        "assessment",
        "deadlines",
        ("nip",),
        openers.days,
        openers.days_of_somebody,
    ),
    "assessment.objection.new": EditorPlace(
        str(QT_TRANSLATE_NOOP("Editors", "New objection")),
        "assessment",
        "objections",
        (),
        lambda page, facts: page.open_new(facts.get("nip", "")),
    ),
    "assessment.objection": EditorPlace(
        str(QT_TRANSLATE_NOOP("Editors", "Statements of an objection")), "assessment", "objections", ("number",)
    ),
    "assessment.old_year": EditorPlace(
        str(QT_TRANSLATE_NOOP("Editors", "Paper of an old year")),
        "assessment",
        "old_years",
        ("nip",),
        lambda page, _: page.edit_chosen(),
        openers.paper_of_an_old_year,
    ),
    "assessment.old_year.new": EditorPlace(
        str(QT_TRANSLATE_NOOP("Editors", "New paper of an old year")),
        "assessment",
        "old_years",
        (),
        lambda page, _: page.open_entry(),
    ),
    "register.change": EditorPlace(
        str(QT_TRANSLATE_NOOP("Editors", "Change of a person")),
        "register",
        "staff",
        ("nip",),
        lambda page, _: page.open_change(),
    ),
    "register.step": EditorPlace(
        str(QT_TRANSLATE_NOOP("Editors", "Who blocks whom")),
        "register",
        "blockers",
        (),
        openers.next_step,
        openers.hindrance,
    ),
    "register.mandate": EditorPlace(
        str(QT_TRANSLATE_NOOP("Editors", "New signer")),
        "register",
        "signers",
        (),
        lambda page, _: page.open_mandate(),
    ),
    "documents.order": EditorPlace(
        str(QT_TRANSLATE_NOOP("Editors", "Print order")), "documents", "orders", (), lambda page, _: page.open_new()
    ),
    "intake.table": EditorPlace(
        str(QT_TRANSLATE_NOOP("Editors", "Cells mended in an import")), "register", "staff", (), _open_table
    ),
    "documents.move": EditorPlace(
        str(QT_TRANSLATE_NOOP("Editors", "Paper that is out")),
        "documents",
        "out",
        (),
        openers.move,
        openers.paper_that_is_out,
    ),
    "handover.answer": EditorPlace(
        str(QT_TRANSLATE_NOOP("Editors", "Answer to a correction")),
        "handover",
        "corrections",
        (),
        openers.answer,
        openers.asked_correction,
    ),
    "handover.approval": EditorPlace(
        str(QT_TRANSLATE_NOOP("Editors", "Word on a period")),
        "handover",
        "approvals",
        (),
        openers.word_on_a_period,
        openers.approved_period,
    ),
    "handover.propose": EditorPlace(
        str(QT_TRANSLATE_NOOP("Editors", "Proposed correction")),
        "handover",
        "corrections",
        (),
        lambda page, _: page.propose(),
    ),
    "handover.conflict": EditorPlace(
        str(QT_TRANSLATE_NOOP("Editors", "Question about a conflict")),
        "handover",
        "corrections",
        (),
        lambda page, _: page.ask_about_conflict(),
    ),
    "handover.paper": EditorPlace(
        str(QT_TRANSLATE_NOOP("Editors", "Receipt on paper")),
        "handover",
        "corrections",
        (),
        lambda page, _: page.note_paper_receipt(),
    ),
    "teams.abroad": EditorPlace(str(QT_TRANSLATE_NOOP("Editors", "Team of another agency")), "teams", "elsewhere"),
    "teams.problem.new": EditorPlace(
        str(QT_TRANSLATE_NOOP("Editors", "New problem")), "teams", "board", (), lambda page, _: page.open_new()
    ),
    "teams.problem": EditorPlace(
        str(QT_TRANSLATE_NOOP("Editors", "Problem of a team")),
        "teams",
        "board",
        ("problem",),
        lambda page, facts: page.pane.open_kept(facts),
    ),
    "upkeep.audit": EditorPlace(
        str(QT_TRANSLATE_NOOP("Editors", "Question about the journal")),
        "upkeep",
        "audit",
        (),
        lambda page, facts: page.open_key(facts.get("key", "")),
    ),
    "upkeep.requests": EditorPlace(
        str(QT_TRANSLATE_NOOP("Editors", "Request about data")),
        "upkeep",
        "requests",
        (),
        lambda page, facts: page.open_key(facts.get("key", "")),
    ),
    "upkeep.retention": EditorPlace(
        str(QT_TRANSLATE_NOOP("Editors", "Destruction")),
        "upkeep",
        "retention",
        (),
        lambda page, facts: page.open_key(facts.get("key", "")),
    ),
    "upkeep.leaks": EditorPlace(
        str(QT_TRANSLATE_NOOP("Editors", "Incident")),
        "upkeep",
        "leaks",
        (),
        lambda page, facts: page.open_key(facts.get("key", "")),
    ),
    "upkeep.seldom": EditorPlace(
        str(QT_TRANSLATE_NOOP("Editors", "Seldom deed")),
        "upkeep",
        "seldom",
        (),
        lambda page, facts: page.open_key(facts.get("key", "")),
    ),
    "upkeep.settings": EditorPlace(str(QT_TRANSLATE_NOOP("Editors", "Settings")), "upkeep", "settings"),
    "upkeep.holiday": EditorPlace(
        str(QT_TRANSLATE_NOOP("Editors", "Holiday")), "upkeep", "holidays", (), openers.holiday, openers.day_off
    ),
    "upkeep.holiday.new": EditorPlace(
        str(QT_TRANSLATE_NOOP("Editors", "New holiday")), "upkeep", "holidays", (), lambda page, _: page.open_new()
    ),
    **AROUND,
}


def editor_words(name: str) -> str:
    """What an editor is called in the list of drafts."""
    place = EDITORS.get(name)
    return QCoreApplication.translate("Editors", place.words) if place is not None else name


def facts_of(draft: Draft) -> dict[str, str]:
    """What leads back to the subject of a draft."""
    return {name[len(FACT) :]: value for name, value in draft.typed if name.startswith(FACT)}


def filters_for(name: str, facts: Mapping[str, str]) -> dict[str, object]:
    """The filters with which a room is entered to stand before the subject of a draft."""
    place = EDITORS[name]
    return {"tab": place.tab, **{key: facts[key] for key in place.filters if facts.get(key)}}
