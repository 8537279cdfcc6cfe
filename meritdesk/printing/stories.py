"""Which story each format tells: the one table from a form to what is drawn on it."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from meritdesk.core.documents import (
    DOCUMENT_FORMS,
    EVALUATION_FORMS,
    FEEDBACK_FORMS,
    GUIDANCE_FORMS,
    PLAN_FORMS,
    Form,
    PaperStyle,
    Sheet,
)
from meritdesk.printing.aid_forms import manual_story, matrix_story, workblock_story
from meritdesk.printing.evaluation_document import document_story
from meritdesk.printing.evaluation_forms import evaluation_story
from meritdesk.printing.execution_forms import action_plan_story, feedback_story
from meritdesk.printing.guidance_forms import guidance_story
from meritdesk.printing.plan_forms import plan_story
from meritdesk.printing.stationery import Paper
from meritdesk.printing.table import Block

Story = Callable[[Paper, Sheet, PaperStyle], list[Block]]


def _evaluation(paper: Paper, sheet: Sheet, style: PaperStyle) -> list[Block]:
    return evaluation_story(paper, sheet, style.choice, style.show_form_code)


def _document(paper: Paper, sheet: Sheet, style: PaperStyle) -> list[Block]:
    return document_story(paper, sheet, style.choice, style.show_form_code)


STORIES: Mapping[Form, Story] = {
    **dict.fromkeys(sorted(PLAN_FORMS), plan_story),
    Form.A_1_3: manual_story,
    Form.A_1_4: workblock_story,
    Form.A_1_5: matrix_story,
    **dict.fromkeys((Form.B_1_1, Form.B_1_2), action_plan_story),
    **dict.fromkeys(sorted(FEEDBACK_FORMS), feedback_story),
    **dict.fromkeys(sorted(GUIDANCE_FORMS), guidance_story),
    **dict.fromkeys(sorted(EVALUATION_FORMS), _evaluation),
    **dict.fromkeys(sorted(DOCUMENT_FORMS), _document),
}
