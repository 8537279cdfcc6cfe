"""The limit of processing: whose data is stored and nothing else, so far as no law demands more (UU 27/2022 Ps. 41).

What a regulation makes a duty goes on, as Ps. 41 (2) says: planning, evaluation, its papers, discipline, pay, and
sending up. What the office does of its own choice stops: choosing somebody for recognition, entering his habits, and
taking his data along in lists, own prints, and sets for analysts. How many were left out is told each time (decision
0050).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from meritdesk.core.errors import UsageRefusal
from meritdesk.core.evaluation import Reason
from meritdesk.core.office_paper import (
    OfficePaper,
    PaperCode,
    PaperHonour,
    PaperKind,
    PaperSpread,
    PaperTable,
    PaperText,
)
from meritdesk.services.ports import Work

Cell = str | date | int | Decimal | None
_NIP_DIGITS = 18

BY_DUTY: Mapping[PaperKind, str] = {
    PaperKind.CALL_SHEET: "PermenPANRB 6/2022",
    PaperKind.CALIBRATION_MINUTES: "PermenPANRB 6/2022",
    PaperKind.COUNSELLING_RECORD: "PermenPANRB 6/2022",
    PaperKind.OBJECTION_DECISION: "PP 30/2019",
    PaperKind.OLD_YEAR: "PP 30/2019",
    PaperKind.CHANGE_PREVIEW: "PermenPANRB 6/2022",
    PaperKind.CALL_BACK: "PermenPANRB 6/2022",
    PaperKind.COVER_LIST: "UU 43/2009",
    PaperKind.HANDOVER_RECEIPT: "PP 30/2019",
    PaperKind.DISTRIBUTION: "PermenPANRB 6/2022",
    PaperKind.CREDIT_CONVERSION: "PermenPANRB 1/2023",
    PaperKind.CREDIT_SUM: "PermenPANRB 1/2023",
    PaperKind.CREDIT_DETERMINATION: "PermenPANRB 1/2023",
    PaperKind.KEY_FORM: "UU 27/2022 Ps. 35",
    PaperKind.KEY_CEREMONY: "UU 27/2022 Ps. 35",
    PaperKind.KEY_RECORD: "UU 27/2022 Ps. 35",
    PaperKind.NATIONAL_REKEY: "PP 30/2019",
    PaperKind.PAY_RECAP: "PP 12/2019",
    PaperKind.PAY_SLIP: "PP 12/2019",
    PaperKind.DISCIPLINE_REGISTER: "PP 94/2021",
    PaperKind.ABSENCE_WARNING: "PP 94/2021",
    PaperKind.ATTENDANCE_RECAP: "PP 94/2021",
    PaperKind.ACTIVITY_RECAP: "PP 12/2019",
    PaperKind.TRANSFER_NOTE: "PP 11/2017",
    PaperKind.SURVEY_SHEET: "PermenPANRB 6/2022",
    PaperKind.SURVEY_LIST: "PermenPANRB 6/2022",
    PaperKind.SURVEY_RESULT: "PermenPANRB 6/2022",
    PaperKind.TALENT_LIST: "PermenPANRB 3/2020",
    PaperKind.ASN_INDEX: "PermenPANRB 38/2018",
    PaperKind.KPI_TREE: "PermenPANRB 6/2022",
    PaperKind.MERIT_DOSSIER: "PermenPANRB 40/2018",
    PaperKind.PERSON_EXTRACT: "UU 27/2022 Ps. 7",
    PaperKind.PROCESSING_RECORD: "UU 27/2022 Ps. 31",
    PaperKind.DESTRUCTION: "UU 27/2022 Ps. 44",
    PaperKind.LEAK_NOTICE: "UU 27/2022 Ps. 46",
    PaperKind.JOURNAL_HEAD: "UU 27/2022 Ps. 31",
    PaperKind.JOURNAL_LIST: "UU 27/2022 Ps. 31",
}
"""Own sheets that a regulation makes a duty, and which; they go on."""

BY_CHOICE = frozenset(
    {
        PaperKind.UNIT_BOARD,
        PaperKind.REGION_BOARD,
        PaperKind.REGION_HONOURS,
        PaperKind.REGION_CREDIT,
        PaperKind.RECOGNITION_CERTIFICATE,
        PaperKind.RECOGNITION_LIST,
        PaperKind.IMPROVED_LIST,
        PaperKind.HABIT_REGISTER,
        PaperKind.TALENT_MAP,
        PaperKind.CREDIT_NEED,
    }
)
"""Own sheets that the office prints of its own choice: without whoever asked for a limit."""


@dataclass(frozen=True, slots=True)
class Limited:
    """Those whose limits stand, by key, by number and by name."""

    keys: frozenset[str] = frozenset()
    numbers: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()

    def __bool__(self) -> bool:
        return bool(self.keys)

    def are_named(self, row: Iterable[Cell]) -> bool:
        """Whether a row is about one of them: told by the numbers it shows, else by the name."""
        texts = [cell for cell in row if isinstance(cell, str)]
        numbers = [nip for text in texts if (nip := _number_in(text))]
        if numbers:
            return not self.numbers.isdisjoint(numbers)
        return any(part in self.names for text in texts for part in (text, text.partition("\n")[0]))


def limited_people(work: Work) -> Limited:
    """Whose data are stored and nothing else."""
    keys = frozenset(one.person_id for one in work.personal.limits(only_standing=True))
    if not keys:
        return Limited()
    people = work.people.by_ids(list(keys)).values()
    names = (text for one in people for text in (one.name, one.full_name) if text)
    return Limited(keys, frozenset(one.nip for one in people if one.nip), frozenset(names))


class Without:
    """Rows without those whose processing is limited; ``left_out`` counts them while the rows go by."""

    def __init__(self, rows: Iterable[Sequence[Cell]], limited: Limited) -> None:
        self._rows, self._limited = rows, limited
        self.left_out = 0

    def __iter__(self) -> Iterator[Sequence[Cell]]:
        for row in self._rows:
            if self._limited and self._limited.are_named(row):
                self.left_out += 1
            else:
                yield row


def require_no_limit(work: Work, person_ids: Iterable[str]) -> None:
    """Refuse what the office does of its own choice with data under a limit; ``PRV-110``."""
    wanted = set(person_ids)
    limited = [one.person_id for one in work.personal.limits(only_standing=True) if one.person_id in wanted]
    if limited:
        people = work.people.by_ids(limited[:1])
        name = people[limited[0]].full_name if limited[0] in people else limited[0]
        raise UsageRefusal("PRV-110", name=name)


def without_limited(work: Work, paper: OfficePaper) -> tuple[OfficePaper, int]:
    """An own sheet as it may be printed: without those whose processing is limited, which it says with their number.

    What a regulation makes a duty stays as it is. ``PRV-110`` for a sheet that honours one of them alone.
    """
    if paper.kind not in BY_CHOICE:
        return paper, 0
    limited = limited_people(work)
    if not limited:
        return paper, 0
    sections: list[PaperTable | PaperText | PaperSpread | PaperCode | PaperHonour] = []
    left_out = 0
    for section in paper.sections:
        if isinstance(section, PaperHonour) and section.name in limited.names:
            raise UsageRefusal("PRV-110", name=section.name)
        if isinstance(section, PaperTable):
            rows = Without(section.rows, limited)
            sections.append(replace(section, rows=tuple(tuple(map(str, row)) for row in rows)))
            left_out += rows.left_out
        else:
            sections.append(section)
    if not left_out:
        return paper, 0
    told = PaperText((Reason("PRV-LEFT-OUT", "UU 27/2022 Ps. 41", {"count": str(left_out)}),))
    return replace(paper, sections=(*sections, told)), left_out


def _number_in(text: str) -> str:
    """The NIP in a cell, which may stand there in groups or below a name."""
    for part in text.splitlines():
        found = part.replace(" ", "").removeprefix("NIP").lstrip(".:")
        if len(found) == _NIP_DIGITS and found.isdigit():
            return found
    return ""
