"""Which source fills which form: the one table of the room from a form to its family."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from meritdesk.core.documents import (
    AID_FORMS,
    DOCUMENT_FORMS,
    EVALUATION_FORMS,
    EXECUTION_FORMS,
    GUIDANCE_FORMS,
    PLAN_FORMS,
    Form,
)
from meritdesk.services.documents.aid_sheets import MatrixSheets, PlanAidSheets
from meritdesk.services.documents.evaluation_sheets import EvaluationSheets
from meritdesk.services.documents.execution_sheets import ExecutionSheets
from meritdesk.services.documents.guidance_sheets import GuidanceSheets
from meritdesk.services.documents.plan_sheets import PlanSheets
from meritdesk.services.documents.signed_sheets import SignedSheets
from meritdesk.services.documents.sources import SheetSource
from meritdesk.services.ports import Surroundings

_FAMILIES: tuple[tuple[frozenset[Form], Callable[[Surroundings], SheetSource]], ...] = (
    (PLAN_FORMS, PlanSheets),
    (AID_FORMS - {Form.A_1_5}, PlanAidSheets),
    (frozenset({Form.A_1_5}), MatrixSheets),
    (EXECUTION_FORMS, ExecutionSheets),
    (GUIDANCE_FORMS, GuidanceSheets),
    (EVALUATION_FORMS | DOCUMENT_FORMS, EvaluationSheets),
)
_SOURCES: Mapping[Form, Callable[[Surroundings], SheetSource]] = {
    form: make for forms, make in _FAMILIES for form in forms
}

FORMS = tuple(form for form in Form if form in _SOURCES)
"""The formats that can be printed, in the order of the regulation."""


def source_of(form: Form, around: Surroundings, *, is_for_screen: bool = False) -> SheetSource:
    """The source that fills a form; the screen also sees results that are not closed yet, as drafts.

    Whatever the family, its sheets know in which capacity somebody signs, and who cannot sign is listed.
    """
    if is_for_screen and form in EVALUATION_FORMS:
        return SignedSheets(around, EvaluationSheets(around, is_for_screen=True))
    return SignedSheets(around, _SOURCES[form](around))
