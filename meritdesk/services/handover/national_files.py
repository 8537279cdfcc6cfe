"""The files of one national hand-over: tables for upload and for reading, and the documents zipped."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from meritdesk.core.evaluation import Evaluation
from meritdesk.core.national import NationalFact, NationalState, Shape, paper_name
from meritdesk.core.periods import Period
from meritdesk.services.changes import Step
from meritdesk.services.handover.national_lines import NationalBoard, NationalLine
from meritdesk.services.handover.national_papers import digest_of, held_papers, papers_of, read_paper
from meritdesk.services.ports import Surroundings, Work

_WEB_SHAPES = {Shape.ANNUAL: "skp22", Shape.PERIODIC: "kinerjaperiodik"}
CLERKS_SHEET, WITHDRAWN, STAYS = "lembar-petugas", "tarik-kembali", "belum-bisa"
_STAYS_HEADS = ("nip", "nama", "unit_kerja", "kode", "sebab", "langkah")
_WITHDRAWN_HEADS = ("nip", "nama", "unit_kerja", "hasil_dahulu", "perilaku_dahulu", "kuadran_dahulu")


@dataclass(frozen=True, slots=True)
class NationalFiles:
    """Writes the files of a hand-over into its own folder."""

    around: Surroundings
    folder: Path
    batch: str

    @property
    def mark(self) -> str:
        """What file names of a practice store end with."""
        return self.around.store.agency.file_mark

    def documents(
        self,
        work: Work,
        period: Period,
        going: Sequence[NationalLine],
        evaluations: Mapping[str, Evaluation],
        papers: Path | None,
        step: Step,
    ) -> tuple[list[NationalLine], list[Path]]:
        """Zip the documents there are; the lines then name their files."""
        ids = {line.person.person_id for line in going}
        wanted = {key: one for key, one in papers_of(work, period, evaluations).items() if key in ids}
        held = held_papers(self.around, work, wanted, papers, step)
        named: dict[str, tuple[str, str]] = {}

        def documents() -> Iterator[tuple[str, bytes, str, str]]:
            ready = [(line, held[line.person.person_id]) for line in going if line.person.person_id in held]
            for done, (line, paper) in enumerate(ready, 1):
                data = read_paper(self.around, work, paper)
                name = paper_name(line.person.nip, period, paper.document.form.value)
                named[line.person.person_id] = name, digest_of(data)
                step(done, len(ready))
                yield name, data, paper.source.value, paper.document.number

        target = self.folder / f"dokumen-{self.batch}{self.mark}.zip"
        count = self.around.exchange.write_documents(target, documents())
        lines = []
        for line in going:
            name, digest = named.get(line.person.person_id, ("", ""))
            facts = (
                {**line.facts, NationalFact.FILE_NAME: name, NationalFact.FILE_DIGEST: digest} if name else line.facts
            )
            lines.append(replace(line, facts=facts))
        return lines, [target] if count else []

    def tables(
        self,
        board: NationalBoard,
        going: Sequence[NationalLine],
        gone: Sequence[NationalLine],
        words: Mapping[str, tuple[str, str]],
    ) -> list[Path]:
        """Each table as .xlsx for people and .csv for machines."""
        rules, web = board.rules, board.rules.shape_of(board.period)
        tables: list[tuple[str, tuple[str, ...], list[tuple[str, ...]]]] = []
        if going:
            for shape, name in ((web, _WEB_SHAPES[web]), (Shape.CLERKS_SHEET, CLERKS_SHEET)):
                tables.append((name, rules.headings(shape), [rules.row(shape, line.facts) for line in going]))
        if gone:
            tables.append((WITHDRAWN, _WITHDRAWN_HEADS, [_withdrawn_row(line) for line in gone]))
        stays = [line for line in board.lines if line.state is NationalState.CANNOT]
        if stays:
            told = [(*_who(line), line.code, *words.get(line.code, ("", ""))) for line in stays]
            tables.append((STAYS, _STAYS_HEADS, list[tuple[str, ...]](told)))
        files = []
        for name, heads, rows in tables:
            for ending in ("xlsx", "csv"):
                path = self.folder / f"{name}-{self.batch}{self.mark}.{ending}"
                self.around.exchange.write_rows(path, heads, rows, name)
                files.append(path)
        return files


def _who(line: NationalLine) -> tuple[str, str, str]:
    return line.person.nip, line.person.name, line.unit_name


def _withdrawn_row(line: NationalLine) -> tuple[str, ...]:
    kept = (NationalFact.RESULT, NationalFact.BEHAVIOUR, NationalFact.QUADRANT)
    return (*_who(line), *(line.facts.get(fact, "") for fact in kept))
