"""Which form a paper gets: the job class and the approach pick it, and another needs a reason (forms 9 no. 2)."""

from __future__ import annotations

from dataclasses import dataclass

from meritdesk.core.documents import EVALUATION_FORMS, FEEDBACK_FORMS, Form
from meritdesk.core.errors import UsageRefusal
from meritdesk.core.plan import PerformancePlan

# The four SKP forms say the same of a plan, and so do the three records of feedback and the three results; the annex is
# the same for everybody.
_FAMILIES = (frozenset({Form.A_1_1, Form.A_1_2, Form.A_1_6, Form.A_1_7}), FEEDBACK_FORMS, EVALUATION_FORMS)
_WITH_PERSPECTIVES = frozenset({Form.A_1_1, Form.A_1_2, Form.B_1_4, Form.C_1_2})
_WITH_ASPECTS = frozenset({Form.A_1_7, Form.B_1_5, Form.C_1_3})
_WITH_TARGETS = frozenset({Form.A_1_2, Form.A_1_7, Form.B_1_4, Form.B_1_5, Form.C_1_2, Form.C_1_3})
STAGE_SIX_FORMS = frozenset({Form.A_1_6, Form.A_1_7})
"""The forms that can be printed at stage six, when only the results stand (p. 148-150, 183)."""


@dataclass(frozen=True, slots=True)
class FormOverride:
    """Another form than the job class picks; the reason stands in the register of documents."""

    form: Form
    reason: str


def family_of(form: Form) -> tuple[Form, ...]:
    """The forms that say the same of the same paper, in the order of the regulation; none where there is one alone."""
    return tuple(sorted(next((family for family in _FAMILIES if form in family), frozenset())))


def other_forms(form: Form) -> tuple[Form, ...]:
    """The forms of the same family that may be printed instead."""
    return tuple(one for one in family_of(form) if one is not form)


def require_override(form: Form, override: FormOverride) -> None:
    """Refuse an override without a reason (``DOC-510``) or to a form of another family (``DOC-511``)."""
    if not override.reason.strip():
        raise UsageRefusal("DOC-510", form=override.form.value)
    if override.form not in other_forms(form):
        known = ", ".join(one.value for one in other_forms(form)) or "-"
        raise UsageRefusal("DOC-511", form=override.form.value, instead=form.value, known=known)


def missing_parts(form: Form, plan: PerformancePlan) -> tuple[str, ...]:
    """What this form shows and the plan does not have, as keys: perspective, aspect, target."""
    needed = {
        "perspective": form in _WITH_PERSPECTIVES and any(one.perspective is None for one in plan.indicators),
        "aspect": form in _WITH_ASPECTS and any(one.aspect is None for one in plan.indicators),
        "target": form in _WITH_TARGETS
        and any(not one.target.text.strip() and one.target.low is None and one.target.high is None
                for one in plan.indicators),
    }  # fmt: skip
    return tuple(key for key, is_missing in needed.items() if is_missing)
