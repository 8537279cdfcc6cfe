"""What the clocks and the register of objections know of an evaluation document, for its sheet."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from meritdesk.core.deadlines import ProcessDates
from meritdesk.core.documents import DOCUMENT_FORMS, Form, ObjectionPart
from meritdesk.core.evaluation import Evaluation
from meritdesk.core.objection import Objection, ObjectionDecision
from meritdesk.services.ports import Work


@dataclass(frozen=True, slots=True)
class PaperFacts:
    """The recorded days and objections of some evaluations; a day that is not known stays a line for the hand."""

    form: Form
    papers: Mapping[tuple[str, Form, int], ProcessDates]
    objections: Mapping[str, Objection]

    @classmethod
    def gather(cls, work: Work, form: Form, evaluations: Iterable[Evaluation]) -> PaperFacts:
        """Read what sheets of this form need; nothing for forms that are no evaluation document."""
        ids = [one.evaluation_id for one in evaluations] if form in DOCUMENT_FORMS else []
        return cls(
            form,
            {process.key: process for process in work.processes.of_evaluations(ids)},
            {one.evaluation_id: one for one in work.objections.of_evaluations(ids)},
        )

    def signed_on(self, evaluation: Evaluation | None) -> date | None:
        """The day of the rater, on D.1.2 of his superior; on D.1.3 the rater signs again, by hand."""
        paper = self._paper(evaluation)
        return paper.signed_on if paper is not None and self.form is not Form.D_1_3 else None

    def superior_signed_on(self, evaluation: Evaluation | None) -> date | None:
        """The day on which the superior signed a D.1.3."""
        paper = self._paper(evaluation)
        return paper.signed_on if paper is not None and self.form is Form.D_1_3 else None

    def returned_on(self, evaluation: Evaluation | None) -> date | None:
        """The day on which the ratee signed and returned the document."""
        paper = self._paper(evaluation)
        return paper.returned_on if paper is not None else None

    def objection(self, evaluation: Evaluation | None) -> ObjectionPart | None:
        """The objection that a D.1.3 tells: reasons, the rater's explanation, the decision with its recommendation."""
        found = self.objections.get(evaluation.evaluation_id) if evaluation is not None else None
        if found is None or self.form is not Form.D_1_3 or found.decision is not ObjectionDecision.CHANGED:
            return None
        told = [found.reasons]
        if found.ratee_statement and found.ratee_statement != found.reasons:
            told.append(found.ratee_statement)
        decision = [found.grounds, found.recommendation]
        return ObjectionPart(
            objection="\n".join(told),
            explanation=found.rater_statement,
            decision="\n".join(part for part in decision if part),
            before=found.before.predicate,
        )

    def _paper(self, evaluation: Evaluation | None) -> ProcessDates | None:
        if evaluation is None:
            return None
        return self.papers.get((evaluation.evaluation_id, self.form, evaluation.version))
