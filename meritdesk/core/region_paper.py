"""The regional board as a sheet: a government a row, the groups that stand out below, and what it was counted from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from meritdesk.core.audit import head_groups
from meritdesk.core.documents import PaperKind
from meritdesk.core.evaluation import Predicate
from meritdesk.core.figures import WORST_TO_BEST
from meritdesk.core.handover import AuditHead
from meritdesk.core.notation import printed_date, printed_decimal
from meritdesk.core.office_paper import UNSTAMPED, ColumnAlign, OfficePaper, PaperColumn, PaperTable, PaperText
from meritdesk.core.periods import Period
from meritdesk.core.region_board import CompletenessLine, StageCounts
from meritdesk.core.region_sendings import SendingLine, SendingState
from meritdesk.core.region_spread import Against, Outlier, SpreadLine
from meritdesk.core.store import AgencyInfo

MOST_OUTLIERS = 40
"""So many groups stand on the sheet; the list of the window has them all."""


@dataclass(frozen=True, slots=True)
class BoardLine:
    """One agency on the board: what it sent, how complete that is, and how it spreads."""

    sending: SendingLine
    complete: CompletenessLine
    spread: SpreadLine

    @property
    def agency(self) -> str:
        """The code of the agency."""
        return self.sending.agency

    @property
    def name(self) -> str:
        """The name of the agency."""
        return self.sending.name

    @property
    def is_asked_for(self) -> bool:
        """Whether the region has something to ask this agency."""
        late = self.sending.state in (SendingState.LATE, SendingState.OVERDUE)
        wrong = self.sending.missing or self.sending.forks or self.sending.conflicts or self.sending.refused
        return late or bool(wrong) or self.spread.is_marked


@dataclass(frozen=True, slots=True)
class WholeBoard:
    """The board of a period with everything that its sheet says."""

    period: Period
    limit: date | None
    lines: tuple[BoardLine, ...]
    packages: int
    journal: AuditHead
    held_twice: int = 0
    undecided: int = 0

    @property
    def counts(self) -> StageCounts:
        """The sum of all agencies."""
        names = ("staff", "due", "planned", "rated", "closed", "signed")
        return StageCounts(*(sum(getattr(line.complete.counts, name) for line in self.lines) for name in names))

    @property
    def predicates(self) -> Mapping[Predicate, int]:
        """The predicates of all agencies together."""
        return {label: sum(line.spread.counts.get(label, 0) for line in self.lines) for label in Predicate}


def region_paper(board: WholeBoard, outliers: Sequence[Outlier], agency: AgencyInfo, today: date) -> OfficePaper:
    """The sheet, lying: day, packages counted and the head of the journal stand at its top."""
    right = ColumnAlign.RIGHT
    shown = outliers[:MOST_OUTLIERS]
    return OfficePaper(
        kind=PaperKind.REGION_BOARD,
        title="REGION:TITLE",
        agency_name=agency.name,
        place=agency.place,
        stamp=UNSTAMPED,
        facts=(
            ("REGION:PERIOD", board.period.code),
            ("REGION:AS-OF", printed_date(today)),
            ("REGION:LIMIT", printed_date(board.limit) if board.limit else "-"),
            ("REGION:PACKAGES", str(board.packages)),
            ("REGION:JOURNAL", f"{board.journal.count} · {' '.join(head_groups(board.journal.digest))}"),
            ("REGION:TWICE", f"{board.held_twice} · {board.undecided}"),
        ),
        sections=(
            PaperTable(
                columns=(
                    PaperColumn("REGION:GOVERNMENT", 11),
                    PaperColumn("REGION:STATE", 7),
                    PaperColumn("REGION:VERSION", 3, right),
                    PaperColumn("REGION:LAST", 9),
                    PaperColumn("REGION:GAPS", 5, right),
                    PaperColumn("REGION:DUE", 4, right),
                    PaperColumn("MILESTONE:FIXED", 8, right),
                    PaperColumn("MILESTONE:CLOSED", 8, right),
                    PaperColumn("MILESTONE:SIGNED", 4, right),
                    PaperColumn("REGION:LATE", 3, right),
                    PaperColumn("REGION:LEAD", 6, right),
                    PaperColumn("REGION:LEVEL", 8),
                    *(PaperColumn(f"REGIONSHORT:{label.name}", 2, right) for label in reversed(WORST_TO_BEST)),
                    PaperColumn("REGION:AGAINST", 8),
                ),
                rows=tuple(_row(line) for line in board.lines),
                total=_total(board),
                empty_text="REGION:EMPTY",
            ),
            PaperTable(
                columns=(
                    PaperColumn("REGION:GOVERNMENT", 5),
                    PaperColumn("REGION:GROUP", 8),
                    PaperColumn("REGION:SIZE", 2, right),
                    *(PaperColumn(f"REGIONSHORT:{label.name}", 2, right) for label in reversed(WORST_TO_BEST)),
                    PaperColumn("REGION:DISTANCE", 3, right),
                ),
                rows=tuple(_outlier(one) for one in shown),
                heading="REGION:OUTLIERS",
                empty_text="REGION:NO-OUTLIERS",
            ),
            PaperText(
                tuple(reason for line in board.lines for reason in line.spread.reasons) or ("REGION:NO-REASONS",),
                heading="REGION:REASONS",
                is_list=any(line.spread.reasons for line in board.lines),
            ),
        ),
        dated=today,
        is_landscape=True,
        notes=("REGION:NOTE",),
        about=board.period.code,
    )


def _row(line: BoardLine) -> tuple[str, ...]:
    sent, complete, spread = line.sending, line.complete, line.spread
    counts = complete.counts
    return (
        f"{sent.agency} {sent.name}",
        f"SENDINGSTATE:{sent.state.name}",
        str(sent.version),
        f"{sent.last_at:%d-%m-%Y}" if sent.last_at else "-",
        str(len(sent.missing)),
        str(counts.due),
        str(counts.planned),
        f"{counts.closed} ({complete.per_cent} %)" if counts.due else "-",
        str(counts.signed),
        str(complete.late),
        _decimal(complete.median_lead),
        f"LEVEL:{spread.level.name}" if spread.level is not None else "-",
        *(str(spread.counts.get(label, 0)) for label in reversed(WORST_TO_BEST)),
        f"AGAINST:{spread.against.name}" if spread.against is not Against.UNKNOWN else "-",
    )


def _total(board: WholeBoard) -> tuple[str, ...]:
    counts = board.counts
    share = f" ({counts.closed * 100 // counts.due} %)" if counts.due else ""
    return (
        "REGION:TOTAL",
        "",
        str(sum(line.sending.version for line in board.lines)),
        "",
        str(sum(len(line.sending.missing) for line in board.lines)),
        str(counts.due),
        str(counts.planned),
        f"{counts.closed}{share}",
        str(counts.signed),
        str(sum(line.complete.late for line in board.lines)),
        "",
        "",
        *(str(board.predicates[label]) for label in reversed(WORST_TO_BEST)),
        "",
    )


def _outlier(one: Outlier) -> tuple[str, ...]:
    who = f"{one.rater_name} · {one.unit_name}" if one.rater_name else one.unit_name
    return (
        one.agency_name,
        who,
        str(one.size),
        *(str(one.counts.get(label, 0)) for label in reversed(WORST_TO_BEST)),
        f"{printed_decimal((one.distance * 100).quantize(Decimal('0.1')))} %",
    )


def _decimal(value: Decimal | None) -> str:
    if value is None:
        return "-"
    # A middle of two is a half or a whole: ``13``, not ``13,0`` beside it.
    return printed_decimal(value.quantize(Decimal(1)) if value == value.to_integral_value() else value)
