"""An arrived sheet drawn again at the region: a copy of what stands, with the package and the row that brought it."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass, replace
from pathlib import Path

from meritdesk.core.access import Action, require
from meritdesk.core.documents import DocumentStamp, Form, PaperStyle, document_form
from meritdesk.core.errors import UsageRefusal
from meritdesk.core.periods import Period
from meritdesk.core.region_board import Provenance
from meritdesk.services.changes import no_step
from meritdesk.services.documents.evaluation_sheets import EvaluationSheets
from meritdesk.services.ports import Surroundings

EVALUATIONS = "penilaian"
"""The file of a package in which evaluations stand."""


@dataclass(frozen=True, slots=True)
class SheetCopy:
    """The sheet a number came from, as PDF bytes marked as a copy, and the package and row that brought it."""

    form: Form
    data: bytes
    agency: str
    name: str
    nip: str
    came_with: Provenance | None


@dataclass(frozen=True, slots=True)
class Copies:
    """Verbs of copies; only the region has sheets of others."""

    around: Surroundings

    def draw(self, agency: str, person_id: str, period: Period, style: PaperStyle | None = None) -> SheetCopy:
        """The evaluation document of one person out of what arrived, marked as a copy; the signed paper is elsewhere.

        ``REG-101`` in an agency's store, ``REG-104`` nothing of this person and period arrived closed.
        """
        require(self.around.actor, Action.READ)
        if not self.around.store.agency.is_region:
            raise UsageRefusal("REG-101")
        with self.around.store.reading(agency) as work:
            person = work.people.by_ids([person_id]).get(person_id)
            evaluation = next(iter(work.evaluations.of_period(period, [person_id])), None)
            if person is None or evaluation is None or not evaluation.is_closed:
                raise UsageRefusal("REG-104", agency=agency, person=person_id, period=period.code)
            form = document_form(evaluation)
            source = EvaluationSheets(self.around)
            gathered = source.gather(work, form, period, [person])
            if not gathered.ready:
                blocked = gathered.blocked[0]
                raise UsageRefusal(blocked.code, **dict(blocked.facts))
            stamps = {
                one.key: DocumentStamp("", "-", one.record.version, one.record.digest, 0, "") for one in gathered.ready
            }
            names = [card.agency_name for card in work.ledger.cards() if card.agency_code == agency]
            sheets = [
                replace(sheet, agency_name=names[0] if names else agency, place="")
                for sheet in source.sheets(work, form, period, gathered.ready, stamps)
            ]
            came_with = work.origin.of(EVALUATIONS, evaluation.evaluation_id, period)
        with tempfile.TemporaryDirectory(prefix="meritdesk-") as folder:
            target = Path(folder) / "salinan.pdf"
            self.around.press.print_file(sheets, target, replace(style or PaperStyle(), is_copy=True), no_step, 1)
            return SheetCopy(form, target.read_bytes(), agency, person.full_name, person.nip, came_with)
