"""Recap and slips of performance pay on paper, and the list that the treasury takes."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby
from pathlib import Path

from meritdesk.core.access import Action, require
from meritdesk.core.documents import PaperStyle
from meritdesk.core.errors import UsageRefusal
from meritdesk.core.office_paper import OfficePaper
from meritdesk.core.pay import PayRecap, PaySlip, PayState, require_month
from meritdesk.core.pay_paper import recap_paper, slip_paper
from meritdesk.core.periods import Period
from meritdesk.services.changes import Step, no_step
from meritdesk.services.follow_up.pay_reading import masked, recap_of
from meritdesk.services.office_papers import Matter, PapersOutcome, issue_papers, preview_paper
from meritdesk.services.ports import Surroundings
from meritdesk.services.taken_out import note_taken

TREASURY = ("NO", "NIP", "NAMA", "UNIT KERJA", "JABATAN", "GOLONGAN", "BESARAN", "PRODUKTIVITAS", "DISIPLIN", "LAINNYA",
            "DITERIMA")  # fmt: skip
_WIDTHS = (6, 22, 32, 34, 34, 10, 16, 16, 16, 16, 16)


@dataclass(frozen=True, slots=True)
class Exported:
    """A list for the treasury: where it is, how many people, and the sum that must arrive."""

    path: Path
    people: int
    net: Decimal


@dataclass(frozen=True, slots=True)
class PayPapers:
    """Verbs of paper and lists; what is not locked is printed as a draft."""

    around: Surroundings

    def preview_recap(self, period: Period, unit_id: str, version: int = 0, style: PaperStyle | None = None) -> bytes:
        """The recap of one unit as PDF bytes for the screen."""
        require(self.around.actor, Action.READ)
        papers = self._recaps(period, frozenset({unit_id}), version)
        return preview_paper(self.around, papers[0][0], style)

    def preview_slip(self, period: Period, nip: str, version: int = 0, style: PaperStyle | None = None) -> bytes:
        """The slip of one person as PDF bytes for the screen."""
        require(self.around.actor, Action.READ)
        return preview_paper(self.around, self._slips(period, [nip], version)[0][0], style)

    def print_recaps(
        self,
        period: Period,
        out: Path,
        unit_ids: Collection[str] | None = None,
        version: int = 0,
        style: PaperStyle | None = None,
        step: Step = no_step,
    ) -> PapersOutcome:
        """Print a sheet a unit, of all or of these; ``FOL-343`` without a recap, ``DOC-471`` when nobody is there."""
        require(self.around.actor, Action.PRINT)
        return issue_papers(self.around, self._recaps(period, unit_ids, version), out, style, step)

    def print_slips(
        self,
        period: Period,
        out: Path,
        nips: Collection[str],
        version: int = 0,
        style: PaperStyle | None = None,
        step: Step = no_step,
    ) -> PapersOutcome:
        """Print the slip of each of these people; a sanction is named to its readers only, also on paper."""
        require(self.around.actor, Action.PRINT)
        return issue_papers(self.around, self._slips(period, nips, version), out, style, step)

    def export(self, period: Period, path: Path, version: int = 0) -> Exported:
        """Write the list for the treasury as .xlsx or .csv: who is paid how much, NIP as text; never what is a draft.

        ``FOL-343`` without a recap, ``FOL-368`` for one that is not locked.
        """
        require(self.around.actor, Action.PRINT)
        require_month(period)
        with self.around.store.reading() as work:
            recap = self._recap(work.pay.recaps(period), period, version)
            if not recap.is_locked:
                raise UsageRefusal("FOL-368", period=period.code)
            paid = [row for row in work.pay.rows(recap.recap_id) if row.state is PayState.PAID]
        rows = (
            (number, row.nip, row.name, row.unit_name, row.post, row.grade, row.gross, row.productivity, row.discipline,
             row.other, row.net)
            for number, row in enumerate(paid, start=1)
        )  # fmt: skip
        self.around.spreadsheets.write_list(path, TREASURY, rows, f"TUNJANGAN {period.code}", _WIDTHS)
        note_taken(self.around, f"TUNJANGAN {period.code}", [path])
        return Exported(path, len(paid), sum((row.net for row in paid), Decimal(0)))

    def _recap(self, recaps: tuple[PayRecap, ...], period: Period, version: int) -> PayRecap:
        recap = recap_of(recaps, version)
        if recap is None:
            raise UsageRefusal("FOL-343", period=period.code)
        return recap

    def _recaps(
        self, period: Period, unit_ids: Collection[str] | None, version: int
    ) -> list[tuple[OfficePaper, Matter]]:
        require_month(period)
        with self.around.store.reading() as work:
            recap = self._recap(work.pay.recaps(period), period, version)
            rows = work.pay.rows(recap.recap_id)
        agency = self.around.store.agency
        papers = []
        for (unit_id, unit_name), found in groupby(rows, key=lambda row: (row.unit_id, row.unit_name)):
            if unit_ids is None or unit_id in unit_ids:
                paper = recap_paper(unit_name, list(found), recap, agency)
                papers.append((paper, Matter(period, f"pay:{recap.period.code}:{unit_id}")))
        if not papers:
            raise UsageRefusal("DOC-471")
        return papers

    def _slips(self, period: Period, nips: Collection[str], version: int) -> list[tuple[OfficePaper, Matter]]:
        require_month(period)
        with self.around.store.reading() as work:
            recap = self._recap(work.pay.recaps(period), period, version)
            ids = [person.person_id for nip in nips if (person := work.people.by_nip(nip)) is not None]
            slips: tuple[PaySlip, ...] = masked(self.around, work, work.pay.slips(recap.recap_id, ids))
        if not slips:
            raise UsageRefusal("FOL-344", nip=next(iter(nips), "-"), period=period.code)
        agency = self.around.store.agency
        return [
            (
                slip_paper(slip, recap, agency),
                Matter(period, f"pay:{period.code}:{slip.row.person_id}", slip.row.person_id),
            )
            for slip in slips
        ]
