"""The self-assessment of the merit system: levels with their proof, figures of the desk's own, index, gaps, dossier."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from pathlib import Path

from meritdesk.core.access import Action, require
from meritdesk.core.accounts import Deed
from meritdesk.core.agency_settings import settings_of
from meritdesk.core.differences import differences
from meritdesk.core.documents import PaperStyle
from meritdesk.core.errors import FileRefusal, UsageRefusal
from meritdesk.core.evidence import MEGABYTE, guard_file
from meritdesk.core.intake import MeritLevelRow
from meritdesk.core.journal import Changes
from meritdesk.core.merit import (
    FigureValue,
    GivenLevel,
    MeritAssessment,
    MeritFile,
    MeritRules,
    MeritScheme,
    MeritScore,
    usual_scheme,
)
from meritdesk.core.merit_paper import dossier_paper
from meritdesk.core.office_paper import OfficePaper
from meritdesk.core.periods import Period, PeriodKind
from meritdesk.core.rules import PackKind, RulePack
from meritdesk.core.scoring.merit import assess
from meritdesk.services import second_person
from meritdesk.services.changes import ImportOutcome, Step, no_step
from meritdesk.services.folders import ready_folder
from meritdesk.services.follow_up.merit_figures import own_figures
from meritdesk.services.intake import Tally, origin_of, state_of
from meritdesk.services.office_papers import Matter, PapersOutcome, issue_papers, preview_paper
from meritdesk.services.ports import Source, Surroundings, Work
from meritdesk.services.taken_out import note_taken

_HEAD = 4096


_KINDS = {MeritScheme.OF_2018: PackKind.MERIT_2018, MeritScheme.OF_2025: PackKind.MERIT_2025}


@dataclass(frozen=True, slots=True)
class MeritBoard:
    """The assessment of a year as it stands: levels and files by sub-aspect, figures, and what comes of it."""

    year: int
    scheme: MeritScheme
    rules: MeritRules
    pack: RulePack
    assessment: MeritAssessment
    is_begun: bool
    levels: Mapping[str, GivenLevel]
    files: Mapping[str, tuple[MeritFile, ...]]
    figures: tuple[FigureValue, ...]
    score: MeritScore


@dataclass(frozen=True, slots=True)
class MeritOutcome:
    """What a verb changed, and the index after it."""

    score: MeritScore
    changes: Changes


@dataclass(frozen=True, slots=True)
class MeritDesk:
    """Verbs of the self-assessment."""

    around: Surroundings

    def board(self, year: int, scheme: MeritScheme | None = None) -> MeritBoard:
        """The assessment of a year with everything beside it; one that nobody began yet is empty."""
        require(self.around.actor, Action.READ)
        scheme = scheme or usual_scheme(year)
        pack, rules = self._pack(year, scheme)
        with self.around.store.reading() as work:
            known = _known(work, year, pack)
            one = known or MeritAssessment("", year, pack.ref)
            levels = work.merit.levels(one.assessment_id) if known else ()
            files = work.merit.files(one.assessment_id) if known else ()
        figures = one.figures if one.is_fixed else own_figures(self.around, year)
        by_part: dict[str, list[MeritFile]] = {}
        for file in files:
            by_part.setdefault(file.part_code, []).append(file)
        return MeritBoard(
            year,
            scheme,
            rules,
            pack,
            one,
            known is not None,
            {level.part_code: level for level in levels},
            {code: tuple(some) for code, some in by_part.items()},
            figures,
            assess(one, levels, rules),
        )

    def give(self, year: int, level: GivenLevel, scheme: MeritScheme | None = None) -> MeritOutcome:
        """Give a sub-aspect its level, the reason, and what is to be done next.

        ``MRT-101`` no such sub-aspect, ``MRT-102`` no such level, ``MRT-103`` no reason, ``MRT-104`` the assessment is
        fixed.
        """
        require(self.around.actor, Action.EDIT)
        pack, rules = self._pack(year, scheme or usual_scheme(year))
        given = _checked(level, rules)
        with self.around.store.writing(self.around.actor, "follow_up.merit.give", reason=given.part_code) as work:
            one = self._begun(work, year, pack)
            work.merit.save_levels(one.assessment_id, [given])
            return self._outcome(work, one, rules)

    def take_back(self, year: int, part_code: str, scheme: MeritScheme | None = None) -> MeritOutcome:
        """Take a level back. ``MRT-105`` when the sub-aspect has none."""
        require(self.around.actor, Action.EDIT)
        pack, rules = self._pack(year, scheme or usual_scheme(year))
        with self.around.store.writing(self.around.actor, "follow_up.merit.take_back", reason=part_code) as work:
            one = self._begun(work, year, pack)
            if all(level.part_code != part_code for level in work.merit.levels(one.assessment_id)):
                raise UsageRefusal("MRT-105", part=part_code)
            work.merit.remove_level(one.assessment_id, part_code)
            return self._outcome(work, one, rules)

    def survey(
        self,
        year: int,
        survey: Decimal | None,
        source: str = "",
        violations: int = 0,
        scheme: MeritScheme | None = None,
    ) -> MeritOutcome:
        """Note what the survey of staff came to (0 to 1), whose survey it was, and violations found.

        ``MRT-106`` outside 0 to 1, ``MRT-107`` a survey without its source, ``MRT-108`` violations below nought.
        """
        require(self.around.actor, Action.EDIT)
        pack, rules = self._pack(year, scheme or usual_scheme(year))
        if survey is not None and not 0 <= survey <= 1:
            raise UsageRefusal("MRT-106", survey=survey)
        if survey is not None and not source.strip():
            raise UsageRefusal("MRT-107")
        if violations < 0:
            raise UsageRefusal("MRT-108", violations=violations)
        with self.around.store.writing(self.around.actor, "follow_up.merit.survey", reason=str(year)) as work:
            one = replace(
                self._begun(work, year, pack), survey=survey, survey_source=source.strip(), violations=violations
            )
            work.merit.save([one])
            return self._outcome(work, one, rules)

    def attach(
        self, year: int, part_code: str, path: Path, title: str = "", scheme: MeritScheme | None = None
    ) -> MeritFile:
        """Lay a file under a sub-aspect; it is kept once, whatever it is called.

        ``MRT-101`` no such sub-aspect, ``EXE-225`` unreadable; empty, too large and dangerous files are refused.
        """
        require(self.around.actor, Action.EDIT)
        pack, rules = self._pack(year, scheme or usual_scheme(year))
        if rules.part(part_code) is None:
            raise UsageRefusal("MRT-101", part=part_code)
        with self.around.store.reading() as work:
            most = settings_of(work.setting).evidence_limit_megabytes * MEGABYTE
        try:
            with path.open("rb") as file:
                content = file.read(most + 1)
        except OSError as error:
            raise FileRefusal("EXE-225", file=path.name) from error
        guard_file(path.name, len(content), content[:_HEAD], most)
        actor = self.around.actor
        with self.around.store.writing(actor, "follow_up.merit.attach", reason=part_code, origin=path.name) as work:
            one = self._begun(work, year, pack)
            digest = work.evidence.keep(content)
            same = [
                file
                for file in work.merit.files(one.assessment_id)
                if (file.part_code, file.sha256) == (part_code, digest)
            ]
            if same:
                return same[0]
            added = MeritFile(
                str(uuid.uuid4()), part_code, path.name, digest, len(content), title.strip(),
                self.around.clock().date(), actor.name,
            )  # fmt: skip
            work.merit.save_file(one.assessment_id, added)
            work.commit()
        return added

    def detach(self, year: int, file_id: str, scheme: MeritScheme | None = None) -> Changes:
        """Take a file from under its sub-aspect. ``MRT-109`` when it is not there."""
        require(self.around.actor, Action.EDIT)
        pack, _ = self._pack(year, scheme or usual_scheme(year))
        with self.around.store.writing(self.around.actor, "follow_up.merit.detach") as work:
            one = self._begun(work, year, pack)
            if all(file.file_id != file_id for file in work.merit.files(one.assessment_id)):
                raise UsageRefusal("MRT-109")
            work.merit.remove_files([file_id])
            return work.commit()

    def write_file(self, year: int, file_id: str, folder: Path, scheme: MeritScheme | None = None) -> Path:
        """Write one file into a folder to be looked at. ``MRT-109`` not there, ``MRT-110`` its content is damaged."""
        require(self.around.actor, Action.READ)
        pack, _ = self._pack(year, scheme or usual_scheme(year))
        with self.around.store.reading() as work:
            known = _known(work, year, pack)
            files = work.merit.files(known.assessment_id) if known else ()
            file = next((one for one in files if one.file_id == file_id), None)
            content = work.evidence.content(file.sha256) if file is not None else None
        if file is None:
            raise UsageRefusal("MRT-109")
        if content is None:
            raise FileRefusal("MRT-110", file=file.file_name)
        target = ready_folder(folder) / f"{file.file_id[:8]}-{Path(file.file_name).name}"
        try:
            target.write_bytes(content)
        except OSError as error:
            raise FileRefusal("EXE-229", file=target.name, detail=error.strerror or "") from error
        note_taken(self.around, f"MERIT {year}", [target])
        return target

    def import_levels(self, source: Source, step: Step = no_step, dry_run: bool = False) -> ImportOutcome:
        """Take the levels of a spreadsheet over, one row a sub-aspect of a year, by the scheme that counts for it.

        A row of an assessment that is fixed is refused with ``MRT-104``.
        """
        require(self.around.actor, Action.IMPORT)
        intake = self.around.spreadsheets.read_merit_levels(source, step)
        actor = self.around.actor
        with self.around.store.writing(actor, "follow_up.merit.import", origin=origin_of(source)) as work:
            tally: Tally[MeritLevelRow] = Tally(intake, source)
            taken: dict[tuple[int, str], int] = {}
            saved: dict[int, list[GivenLevel]] = {}
            for placed in intake.rows:
                row = placed.value
                other = taken.setdefault((row.year, row.part_code), placed.row)
                if other != placed.row:
                    tally.refuse(placed.row, "KODE SUB ASPEK", "MRT-111", part=row.part_code, other=other)
                    continue
                try:
                    pack, rules = self._pack(row.year, usual_scheme(row.year))
                    one = self._begun(work, row.year, pack)
                    before = _level_of(work, one, row.part_code)
                    after = _checked(_merged(row, before), rules)
                except UsageRefusal as fault:
                    tally.refuse(placed.row, "KODE SUB ASPEK", fault.code, **fault.facts)
                    continue
                saved.setdefault(row.year, []).append(after)
                part = rules.part(row.part_code)
                title = part[1].title if part else ""
                shown = differences(before, after)
                tally.accept(placed.row, row.part_code, title, state_of(before, after), differences=shown)
            for year, levels in saved.items():
                pack, _ = self._pack(year, usual_scheme(year))
                work.merit.save_levels(self._begun(work, year, pack).assessment_id, levels)
            changes = Changes() if dry_run else work.commit()
        return tally.answer(changes)

    def fix(self, year: int, scheme: MeritScheme | None = None) -> MeritOutcome:
        """Keep index, category, figures and packs as they are: what is fixed goes to the region and is not changed.

        ``MRT-112`` while a sub-aspect has no level, ``MRT-104`` fixed already.
        """
        require(self.around.actor, Action.CLOSE)
        scheme = scheme or usual_scheme(year)
        board = self.board(year, scheme)
        if not board.score.is_complete:
            raise UsageRefusal("MRT-112", given=board.score.given, asked=board.score.asked)
        with self.around.store.writing(self.around.actor, "follow_up.merit.fix", reason=str(year)) as work:
            one = self._begun(work, year, board.pack)
            found = assess(one, work.merit.levels(one.assessment_id), board.rules)
            one = replace(
                one,
                pack=board.pack.ref,
                index=found.index,
                category=found.category.code,
                aspect_values={each.aspect.code: each.value for each in found.aspects},
                figures=board.figures,
                fixed_on=self.around.clock().date(),
                fixed_by=self.around.actor.name,
            )
            work.merit.save([one])
            return MeritOutcome(found, work.commit())

    def reopen(self, year: int, reason: str, scheme: MeritScheme | None = None) -> Changes:
        """Open a fixed assessment again with a reason; what was fixed stays in the journal.

        ``MRT-113`` no reason, ``MRT-114`` not fixed.
        """
        require(self.around.actor, Action.CLOSE)
        pack, _ = self._pack(year, scheme or usual_scheme(year))
        if not reason.strip():
            raise UsageRefusal("MRT-113")
        with self.around.store.writing(self.around.actor, "follow_up.merit.reopen", reason=reason.strip()) as work:
            known = _known(work, year, pack)
            if known is None or not known.is_fixed:
                raise UsageRefusal("MRT-114", year=year)
            second_person.ask(self.around, work, Deed.REOPEN)
            work.merit.save(
                [replace(known, index=None, category="", aspect_values={}, figures=(), fixed_on=None, fixed_by="")]
            )
            return work.commit()

    def preview_dossier(self, year: int, scheme: MeritScheme | None = None, style: PaperStyle | None = None) -> bytes:
        """The dossier as PDF bytes for the screen."""
        require(self.around.actor, Action.READ)
        return preview_paper(self.around, self._dossier(self.board(year, scheme)), style)

    def print_dossier(
        self, year: int, out: Path, scheme: MeritScheme | None = None, style: PaperStyle | None = None
    ) -> PapersOutcome:
        """Print the dossier: index, each sub-aspect with level, reason, figures and files, and the list of gaps."""
        require(self.around.actor, Action.PRINT)
        board = self.board(year, scheme)
        matter = Matter(Period(year, PeriodKind.YEAR), f"merit:{board.scheme.value}")
        return issue_papers(self.around, [(self._dossier(board), matter)], out, style)

    def _dossier(self, board: MeritBoard) -> OfficePaper:
        return dossier_paper(
            self.around.store.agency,
            board.assessment,
            board.rules,
            board.pack,
            board.score,
            board.levels,
            board.files,
            board.figures,
            self.around.clock().date(),
        )

    def _pack(self, year: int, scheme: MeritScheme) -> tuple[RulePack, MeritRules]:
        pack = self.around.rulebook.pack(_KINDS[scheme], date(year, 12, 31))
        assert isinstance(pack.body, MeritRules)
        return pack, pack.body

    def _begun(self, work: Work, year: int, pack: RulePack) -> MeritAssessment:
        known = _known(work, year, pack)
        if known is not None:
            if known.is_fixed:
                raise UsageRefusal("MRT-104", year=year, day=known.fixed_on)
            return known
        fresh = MeritAssessment(str(uuid.uuid4()), year, pack.ref)
        work.merit.save([fresh])
        return fresh

    def _outcome(self, work: Work, one: MeritAssessment, rules: MeritRules) -> MeritOutcome:
        found = assess(one, work.merit.levels(one.assessment_id), rules)
        return MeritOutcome(found, work.commit())


def _known(work: Work, year: int, pack: RulePack) -> MeritAssessment | None:
    return next((one for one in work.merit.of_year(year) if one.pack.pack_id == pack.pack_id), None)


def _checked(level: GivenLevel, rules: MeritRules) -> GivenLevel:
    if rules.part(level.part_code) is None:
        raise UsageRefusal("MRT-101", part=level.part_code)
    if rules.worth(level.level) is None:
        known = ", ".join(str(one.level) for one in rules.levels)
        raise UsageRefusal("MRT-102", level=level.level, known=known)
    if not level.reason.strip():
        raise UsageRefusal("MRT-103", part=level.part_code)
    return replace(level, reason=level.reason.strip(), action=level.action.strip())


def _level_of(work: Work, one: MeritAssessment, part_code: str) -> GivenLevel | None:
    return next((level for level in work.merit.levels(one.assessment_id) if level.part_code == part_code), None)


def _merged(row: MeritLevelRow, before: GivenLevel | None) -> GivenLevel:
    """What a row says, with what is known already where its cells are blank."""
    known = before or GivenLevel(row.part_code, row.level)
    return GivenLevel(
        row.part_code,
        row.level,
        row.reason or known.reason,
        row.action or known.action,
        row.action_by or known.action_by,
    )
