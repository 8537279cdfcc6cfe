"""The tree of indicators as a spreadsheet and as an own sheet of the office."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path

from meritdesk.core.access import Action, require
from meritdesk.core.documents import PaperStyle
from meritdesk.core.kpi_paper import KpiPaperRow, figure_text, kpi_paper
from meritdesk.core.notation import printed_decimal
from meritdesk.core.office_paper import OfficePaper
from meritdesk.core.periods import Period
from meritdesk.core.plan import Target
from meritdesk.core.rules import PackKind
from meritdesk.core.scoring.kpi import Light
from meritdesk.services.changes import Step, no_step
from meritdesk.services.office_papers import Matter, PapersOutcome, issue_papers, preview_paper
from meritdesk.services.planning.kpi_reading import KpiLine
from meritdesk.services.planning.kpi_tree import KpiTreeDesk
from meritdesk.services.ports import Surroundings
from meritdesk.services.taken_out import note_taken

HEADINGS = ("TINGKAT", "SASARAN", "INDIKATOR / HASIL KERJA", "UNIT / PEGAWAI", "NIP", "TARGET", "SATUAN", "DIHARAPKAN",
            "REALISASI", "CAPAIAN %", "LAMPU", "PROYEKSI", "CAPAIAN PROYEKSI %", "LAMPU PROYEKSI", "MENAMBAH",
            "PORSI %", "SERAPAN ANGGARAN %")  # fmt: skip
_WIDTHS = (8, 30, 60, 36, 22, 14, 12, 12, 12, 12, 14, 12, 12, 14, 12, 10, 14)
_LIGHTS = {Light.GREEN: "HIJAU", Light.AMBER: "KUNING", Light.RED: "MERAH", Light.DARK: "-"}


@dataclass(frozen=True, slots=True)
class KpiPapers:
    """Verbs of the tree on paper and in a spreadsheet."""

    around: Surroundings

    def export(self, period: Period, path: Path, unit_id: str = "", levels: int = 3) -> int:
        """Write the tree as .xlsx or .csv, a row a place with its level; answers with the number of rows.

        ``PLN-431`` no indicator stands there, ``PLN-432`` not between one and six levels.
        """
        require(self.around.actor, Action.PRINT)
        rows = KpiTreeDesk(self.around).rows(period, unit_id, levels)
        cells = [_cells(depth, line) for depth, line in rows]
        count = self.around.spreadsheets.write_list(path, HEADINGS, cells, f"KPI {period.code}", _WIDTHS)
        note_taken(self.around, f"KPI {period.code}", [path])
        return count

    def preview(self, period: Period, unit_id: str = "", levels: int = 3, style: PaperStyle | None = None) -> bytes:
        """The sheet as PDF bytes for the screen; refusals as ``export``."""
        require(self.around.actor, Action.READ)
        return preview_paper(self.around, self._paper(period, unit_id, levels), style)

    def print_tree(
        self,
        period: Period,
        out: Path,
        unit_id: str = "",
        levels: int = 3,
        style: PaperStyle | None = None,
        step: Step = no_step,
    ) -> PapersOutcome:
        """Print the tree and enter it in the register; refusals as ``export``."""
        require(self.around.actor, Action.PRINT)
        matter = Matter(period, f"kpi-{unit_id or 'all'}-{levels}")
        return issue_papers(self.around, [(self._paper(period, unit_id, levels), matter)], out, style, step)

    def _paper(self, period: Period, unit_id: str, levels: int) -> OfficePaper:
        tree = KpiTreeDesk(self.around)
        rows = tree.rows(period, unit_id, levels)
        unit_name = ""
        if unit_id:
            with self.around.store.reading() as work:
                names = {key: unit.name for unit in work.units.all() for key in (unit.unit_id, unit.source_id) if key}
            unit_name = names.get(unit_id, unit_id)
        pack = self.around.rulebook.pack(PackKind.KPI, period.last_day)
        return kpi_paper(
            self.around.store.agency,
            period,
            unit_name,
            [_paper_row(depth, line) for depth, line in rows],
            tree.gaps(period, 0).count,
            pack.ref,
            self.around.clock().date(),
        )


def target_text(target: Target) -> str:
    """A target as it is written, else as its figures say."""
    if target.text:
        return target.text
    ends = [one for one in (target.low, target.high) if one is not None]
    figures = "-".join(dict.fromkeys(map(printed_decimal, ends)))
    return f"{figures} {target.unit}".strip()


def _cells(depth: int, line: KpiLine) -> Sequence[str | date | int | Decimal | None]:
    figures, added = line.figures, line.added
    return (
        depth, line.goal, line.text, line.owner, line.nip, target_text(line.target), line.target.unit,
        figures.expected, figures.actual, figures.percent, _LIGHTS[figures.light], figures.forecast,
        figures.forecast_percent, _LIGHTS[figures.forecast_light], added.amount if added else None,
        added.share if added else None, line.absorbed.percent if line.absorbed else None,
    )  # fmt: skip


def _paper_row(depth: int, line: KpiLine) -> KpiPaperRow:
    figures, added = line.figures, line.added
    return KpiPaperRow(
        depth=depth,
        text=line.text,
        owner=line.owner,
        target=target_text(line.target),
        expected=figure_text(figures.expected),
        actual=figure_text(figures.actual),
        percent=figure_text(figures.percent),
        light=figures.light,
        forecast=figure_text(figures.forecast),
        forecast_light=figures.forecast_light,
        added=figure_text(added.amount) if added else "",
        absorbed=figure_text(line.absorbed.percent) if line.absorbed else "",
    )
