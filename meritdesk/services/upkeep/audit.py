"""The audit: the journal filtered, printed and taken along, its chain proved, and heads held elsewhere compared."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from meritdesk.core.access import Action, require
from meritdesk.core.audit import (
    AuditReport,
    HeadFinding,
    HeadLine,
    HeadVerdict,
    HeldHead,
    JournalFilter,
    judge_head,
    read_head,
)
from meritdesk.core.audit_paper import head_paper, journal_paper
from meritdesk.core.corrections import CORRECTION_ORIGIN
from meritdesk.core.documents import PaperStyle
from meritdesk.core.errors import UsageRefusal
from meritdesk.core.journal import Changes
from meritdesk.core.lines import ChangeLine
from meritdesk.core.notation import printed_date
from meritdesk.core.office_paper import OfficePaper
from meritdesk.core.periods import parse_period
from meritdesk.services.changes import Step, no_step
from meritdesk.services.office_papers import Matter, PapersOutcome, issue_papers, preview_paper
from meritdesk.services.ports import Surroundings, Work
from meritdesk.services.upkeep.lists import ListCell, ListOutcome
from meritdesk.wall_clock import noted_moment

ALL = JournalFilter()
MOST_PRINTED = 5000
_ENDINGS = (".xlsx", ".csv")
_HEADINGS = ("NUMBER", "WHEN", "WHO", "WHAT", "REASON", "ORIGIN", "CHANGE-SET")
_OF_FIELDS = ("TABLE", "KEY", "KIND", "FIELD", "OLD", "NEW")


def _plain(verb: str) -> str:
    return verb


@dataclass(frozen=True, slots=True)
class HeldLine:
    """The newest head that this region holds of one sender in one epoch, and whether a break is open."""

    sender: str
    name: str
    epoch: str
    sequence: int
    held: HeldHead
    heads: int
    open_findings: int


@dataclass(frozen=True, slots=True)
class AuditDesk:
    """Verbs of the audit; a counter of upkeep."""

    around: Surroundings

    def lines(self, wanted: JournalFilter = ALL, offset: int = 0, limit: int = 200) -> tuple[ChangeLine, ...]:
        """One block of the journal as a filter keeps it, newest first."""
        require(self.around.actor, Action.READ)
        with self.around.store.reading() as work:
            return named_lines(work, work.audit.lines(wanted, offset, limit))

    def verify(self, typed: Sequence[str] = (), step: Step = no_step) -> AuditReport:
        """Prove the whole chain, and compare the heads that the region acknowledged and those typed from paper.

        ``AUD-101`` and ``AUD-102`` where what was typed is no head, or one of another agency.
        """
        require(self.around.actor, Action.READ)
        on_paper = [read_head(text, self.around.store.agency.code) for text in typed]
        with self.around.store.reading() as work:
            proof = work.audit.prove(work.watch(step))
            now = work.journal.head()
            held = (*on_paper, *work.audit.acknowledged())
            digests = work.audit.digests_at({one.count for one in held})
            return AuditReport(proof, now, tuple(judge_head(one, now, digests) for one in held))

    def heads(self) -> tuple[HeadLine, ...]:
        """Every head held outside, with how it stands: findings first, then the receipts of ours, then what we hold.

        The chain itself is not looked at here; ``verify`` does.
        """
        require(self.around.actor, Action.READ)
        with self.around.store.reading() as work:
            findings = work.audit.findings()
            acknowledged, now = work.audit.acknowledged(), work.journal.head()
            digests = work.audit.digests_at({one.count for one in acknowledged})
            held = work.audit.held()
        lines = [HeadLine(one.sender, one.held, one.verdict, one.sequence, one) for one in reversed(findings)]
        own = f"{self.around.store.agency.code}/{self.around.store.agency.device}"
        judged = [judge_head(one, now, digests) for one in reversed(acknowledged)]
        lines += [HeadLine(own, one.held, one.verdict) for one in judged]
        broken = {(one.sender, one.held.count, one.held.digest): one.verdict for one in findings}
        for sender, name, _, sequence, one in reversed(held):
            verdict = broken.get((sender, one.count, one.digest), HeadVerdict.STANDS)
            lines.append(HeadLine(f"{sender} {name}", one, verdict, sequence))
        return tuple(lines)

    def held(self) -> tuple[HeldLine, ...]:
        """What this region holds of others: a line for every sender and epoch, the newest head of each."""
        require(self.around.actor, Action.READ)
        with self.around.store.reading() as work:
            found, findings = work.audit.held(), work.audit.findings(only_open=True)
        newest: dict[tuple[str, str], HeldLine] = {}
        for sender, name, epoch, sequence, held in found:
            before = newest.get((sender, epoch))
            is_newer = before is None or sequence > before.sequence
            line = HeldLine(sender, name, epoch, sequence, held, 0, 0) if before is None or is_newer else before
            newest[sender, epoch] = replace(line, heads=(before.heads if before else 0) + 1)
        return tuple(
            replace(line, open_findings=sum((one.sender, one.epoch) == (line.sender, line.epoch) for one in findings))
            for line in newest.values()
        )

    def findings(self) -> tuple[HeadFinding, ...]:
        """Every break that a file brought to light, with what was said about it."""
        require(self.around.actor, Action.READ)
        with self.around.store.reading() as work:
            return work.audit.findings()

    def settle(self, finding_id: str, reason: str) -> Changes:
        """Say what a break was, after somebody has looked; ``AUD-103`` unknown or settled, ``AUD-104`` no reason."""
        require(self.around.actor, Action.UPKEEP)
        if not reason.strip():
            raise UsageRefusal("AUD-104")
        with self.around.store.writing(self.around.actor, "upkeep.audit.settle", reason=reason.strip()) as work:
            found = next((one for one in work.audit.findings(only_open=True) if one.finding_id == finding_id), None)
            if found is None:
                raise UsageRefusal("AUD-103", number=finding_id)
            work.audit.save([replace(found, settled_by=self.around.actor.name, settled_why=reason.strip())])
            return work.commit()

    def sheet(self) -> tuple[OfficePaper, Matter]:
        """The head of the journal as a sheet to sign and to file outside the PC."""
        require(self.around.actor, Action.READ)
        with self.around.store.reading() as work:
            head, epoch, backup = work.journal.head(), work.ledger.epoch(), work.setting("last_backup")
        shown = _said(backup) if backup else "-"
        paper = head_paper(head, self.around.store.agency, epoch, shown, self._today())
        return paper, Matter(parse_period(str(self._today().year)), f"journal-head:{head.count}")

    def preview(self, style: PaperStyle | None = None) -> bytes:
        """The head as PDF bytes for the screen, in no register."""
        return preview_paper(self.around, self.sheet()[0], style)

    def print(self, out: Path, style: PaperStyle | None = None) -> PapersOutcome:
        """Print the head and enter it in the register; the paper vouches for everything before its own printing."""
        require(self.around.actor, Action.AUDIT)
        return issue_papers(self.around, [self.sheet()], out, style, action=Action.AUDIT)

    def preview_journal(
        self, wanted: JournalFilter, style: PaperStyle | None = None, named: Callable[[str], str] = _plain
    ) -> bytes:
        """The list as PDF bytes for the screen, in no register; ``AUD-105`` as ``print_journal``."""
        return preview_paper(self.around, self._listed(wanted, named)[0], style)

    def print_journal(
        self,
        wanted: JournalFilter,
        out: Path,
        style: PaperStyle | None = None,
        named: Callable[[str], str] = _plain,
        step: Step = no_step,
    ) -> PapersOutcome:
        """Print what a filter keeps; ``AUD-105`` when that is more than anybody reads on paper."""
        return issue_papers(self.around, [self._listed(wanted, named)], out, style, step, Action.AUDIT)

    def export(
        self,
        wanted: JournalFilter,
        path: Path,
        headings: Callable[[str], str],
        with_fields: bool = False,
        step: Step = no_step,
    ) -> ListOutcome:
        """Take what a filter keeps along as .xlsx or .csv, on wish with every field old and new.

        ``UI-323`` for another ending; the place cannot be written: ``IMP-240`` to ``IMP-242``.
        """
        require(self.around.actor, Action.UPKEEP if with_fields else Action.AUDIT)
        if path.suffix.lower() not in _ENDINGS:
            raise UsageRefusal("UI-323", file=path.name)
        names = (*_HEADINGS, *_OF_FIELDS) if with_fields else (*_HEADINGS, "ROWS")
        titles = [headings(f"AUDIT:{name}") for name in names]
        with self.around.store.reading() as work:
            rows = _journal_rows(work, wanted, work.watch(step), with_fields=with_fields)
            count = self.around.spreadsheets.write_list(
                path, titles, rows, headings("AUDIT:LIST-TITLE"), [18] * len(titles)
            )
        try:
            with self.around.store.writing(
                self.around.actor, "upkeep.audit.export", origin=f"file:{path.name}"
            ) as work:
                work.set_setting("last_journal_export", f"{self.around.clock().isoformat(timespec='seconds')} {count}")
                changes = work.commit()
        except BaseException:
            with suppress(OSError):
                path.unlink(missing_ok=True)
            raise
        return ListOutcome(path, count, changes)

    def _listed(self, wanted: JournalFilter, named: Callable[[str], str]) -> tuple[OfficePaper, Matter]:
        require(self.around.actor, Action.READ)
        with self.around.store.reading() as work:
            count = work.audit.count(wanted)
            if count > MOST_PRINTED:
                raise UsageRefusal("AUD-105", count=count, most=MOST_PRINTED)
            lines, head = work.audit.lines(wanted), work.journal.head()
        paper = journal_paper(lines, wanted, head, self.around.store.agency, self._today(), named, _moment_on_paper)
        return paper, Matter(parse_period(str(self._today().year)), f"journal:{head.count}")

    def _today(self) -> date:
        return self.around.clock().date()


def named_lines(work: Work, lines: tuple[ChangeLine, ...]) -> tuple[ChangeLine, ...]:
    """The lines, those that came from a correction with whose record the region asked about."""
    if not any(line.origin.startswith(CORRECTION_ORIGIN) for line in lines):
        return lines
    asked = {f"{CORRECTION_ORIGIN}{one.correction_id}": one.label for one in work.corrections.all()}
    return tuple(replace(line, about=asked.get(line.origin, "")) for line in lines)


def _journal_rows(work: Work, wanted: JournalFilter, step: Step, *, with_fields: bool) -> Iterator[Sequence[ListCell]]:
    lines = work.audit.lines(wanted)
    for place, one in enumerate(lines):
        if place % 50 == 0:
            step(place, len(lines))
        said: tuple[ListCell, ...] = (
            one.number, _moment_on_paper(one), one.who, one.verb, one.reason, one.origin, one.change_set_id,
        )  # fmt: skip
        if not with_fields:
            yield (*said, one.rows)
            continue
        for row in work.audit.rows_of(one.number):
            for name, pair in row.fields.items():
                yield (*said, row.table, row.key, row.kind, name, _cell(pair.old), _cell(pair.new))


def _cell(value: object) -> str:
    return "" if value is None else str(value)


def _said(noted: str) -> str:
    """A moment that was noted, in the words of the paper; what cannot be read is said as it is."""
    try:
        moment = noted_moment(noted)
    except ValueError:
        return noted
    return f"{printed_date(moment.date())} {moment:%H.%M}"


def _moment_on_paper(line: ChangeLine) -> str:
    return line.at.astimezone().strftime("%Y-%m-%d %H:%M:%S")
