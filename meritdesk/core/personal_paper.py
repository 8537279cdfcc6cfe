"""Papers of personal data: the extract for one person, the record of processing, the certificate, the notice."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from meritdesk.core.documents import PaperKind
from meritdesk.core.office_paper import (
    UNSTAMPED,
    ColumnAlign,
    OfficePaper,
    PaperColumn,
    PaperSignature,
    PaperTable,
    PaperText,
)
from meritdesk.core.personal_data import Erasure, Leak, PersonalRules, PersonExtract
from meritdesk.core.store import AgencyInfo

Moment = Callable[..., str]
_LONGEST = 600


@dataclass(frozen=True, slots=True)
class ExtractWords:
    """What the columns of a table, their values and verbs are called on paper; label keys or words."""

    field: Callable[[str, str], str]
    fields: Callable[[str, tuple[str, ...]], str]
    value: Callable[[str, object], str]
    verb: Callable[[str], str] = str


def extract_paper(
    extract: PersonExtract,
    rules: PersonalRules,
    agency: AgencyInfo,
    day: date,
    moment: Moment,
    words: ExtractWords,
) -> OfficePaper:
    """Everything about one person with the log of processing (Ps. 7 and 32)."""
    purposes = {one.table: one for one in rules.records}
    sections: list[PaperTable | PaperText] = []
    for table, rows in extract.tables.items():
        record = purposes[table]
        sections.append(
            PaperTable(
                (
                    PaperColumn("AUDIT:NUMBER", 1, ColumnAlign.RIGHT),
                    PaperColumn("PRIVACY:FIELD", 3),
                    PaperColumn("PRIVACY:VALUE", 8),
                ),
                tuple(
                    (str(number) if place == 0 else "", words.field(table, name), _shown(words.value(name, value)))
                    for number, row in enumerate(rows, 1)
                    for place, (name, value) in enumerate(row.items())
                ),
                f"{record.purpose} ({len(rows)}) - {record.basis}",
            )
        )
    sections.append(
        PaperTable(
            (PaperColumn("PRIVACY:TABLE", 4), PaperColumn("PRIVACY:ROWS", 1, ColumnAlign.RIGHT)),
            tuple((purposes[name].purpose, str(count)) for name, count in extract.withheld.items()),
            "PRIVACY:WITHHELD",
            "PRIVACY:NOTHING-WITHHELD",
        )
    )
    sections.append(
        PaperTable(
            (
                PaperColumn("AUDIT:NUMBER", 1, ColumnAlign.RIGHT),
                PaperColumn("AUDIT:WHEN", 3),
                PaperColumn("AUDIT:WHO", 3),
                PaperColumn("AUDIT:WHAT", 5),
            ),
            tuple((str(one.number), moment(one.at), one.actor, words.verb(one.verb)) for one in extract.log),
            "PRIVACY:LOG",
            "AUDIT:NONE",
        )
    )
    return OfficePaper(
        kind=PaperKind.PERSON_EXTRACT,
        title="PRIVACY:EXTRACT-TITLE",
        agency_name=agency.name,
        place=agency.place,
        stamp=UNSTAMPED,
        facts=(("PRIVACY:NAME", extract.name), ("PRIVACY:NIP", extract.nip), ("PRIVACY:MADE", moment(extract.made_at))),
        sections=tuple(sections),
        signatures=(PaperSignature("PRIVACY:RECEIVES"), PaperSignature("KEYROLE:HEAD")),
        dated=day,
        about=extract.name,
    )


def processing_paper(rules: PersonalRules, agency: AgencyInfo, day: date, words: ExtractWords) -> OfficePaper:
    """The record of processing (Ps. 31): which data, why, on what basis, how long."""
    return OfficePaper(
        kind=PaperKind.PROCESSING_RECORD,
        title="PRIVACY:PROCESSING-TITLE",
        agency_name=agency.name,
        place=agency.place,
        stamp=UNSTAMPED,
        facts=(("PRIVACY:CONTROLLER", f"{agency.name} ({agency.code})"), ("PRIVACY:SOURCE", rules.source)),
        sections=(
            PaperTable(
                (
                    PaperColumn("PRIVACY:PURPOSE", 6),
                    PaperColumn("PRIVACY:COLUMNS", 7),
                    PaperColumn("PRIVACY:CATEGORY", 2),
                    PaperColumn("PRIVACY:BASIS", 5),
                    PaperColumn("PRIVACY:KEPT", 3),
                ),
                tuple(
                    (
                        one.purpose,
                        words.fields(one.table, one.columns),
                        f"DATACATEGORY:{one.category.name}",
                        one.basis,
                        f"{rules.kept(one).years} tahun",
                    )
                    for one in rules.records
                ),
                "PRIVACY:KEPT-DATA",
            ),
            PaperTable(
                (
                    PaperColumn("PRIVACY:SCHEDULE", 6),
                    PaperColumn("PRIVACY:KEPT", 2),
                    PaperColumn("PRIVACY:FATE", 3),
                    PaperColumn("PRIVACY:BASIS", 6),
                ),
                tuple(
                    (one.title, f"{one.years} tahun", f"FATE:{one.fate.name}", one.basis)
                    for one in rules.retention.values()
                ),
                "PRIVACY:SCHEDULES",
            ),
            PaperText(("PRIVACY:RECIPIENTS", "PRIVACY:MEASURES"), "PRIVACY:GOES-TO", is_list=True),
        ),
        signatures=(PaperSignature("KEYROLE:OPERATOR"), PaperSignature("KEYROLE:HEAD")),
        dated=day,
        is_landscape=True,
        about=agency.code,
    )


def certificate_paper(one: Erasure, purposes: dict[str, str], agency: AgencyInfo, moment: Moment) -> OfficePaper:
    """*Berita acara pemusnahan*: what went, on whose word, and which copies still have to age out; no name."""
    return OfficePaper(
        kind=PaperKind.DESTRUCTION,
        title="PRIVACY:DESTRUCTION-TITLE",
        agency_name=agency.name,
        place=agency.place,
        stamp=UNSTAMPED,
        subtitle=one.number,
        facts=(
            ("PRIVACY:WHAT", f"ERASUREKIND:{one.kind.name}"),
            ("PRIVACY:SUBJECT", one.subject),
            ("AUDIT:REASON", one.reason),
            ("PRIVACY:MADE", moment(one.done_at)),
            ("PRIVACY:BY", f"{one.done_by}; {one.second}"),
            ("PRIVACY:CHANGES", str(one.changes)),
        ),
        sections=(
            PaperTable(
                (PaperColumn("PRIVACY:PURPOSE", 6), PaperColumn("PRIVACY:ROWS", 2, ColumnAlign.RIGHT)),
                tuple((purposes.get(name, name), str(count)) for name, count in one.counts.items()),
                "PRIVACY:DESTROYED",
                total=("TT:TOTAL", str(one.rows)),
            ),
            PaperText(one.copies or ("PRIVACY:NO-COPIES",), "PRIVACY:COPIES", is_list=True),
            PaperText(("PRIVACY:COPIES-AGE",)),
        ),
        signatures=(PaperSignature("KEYROLE:OPERATOR"), PaperSignature("PRIVACY:SECOND"),
                    PaperSignature("KEYROLE:HEAD")),
        dated=one.done_at.date(),
        about=one.number,
    )  # fmt: skip


def leak_paper(one: Leak, agency: AgencyInfo, moment: Moment) -> OfficePaper:
    """The notice of a failure of protection to whom it concerns and to the authority (Ps. 46)."""
    return OfficePaper(
        kind=PaperKind.LEAK_NOTICE,
        title="PRIVACY:LEAK-TITLE",
        agency_name=agency.name,
        place=agency.place,
        stamp=UNSTAMPED,
        subtitle=one.number,
        facts=(
            ("PRIVACY:WHAT", f"LEAKKIND:{one.kind.name}"),
            ("PRIVACY:HAPPENED", one.happened or "-"),
            ("PRIVACY:NOTICED", moment(one.noticed_at)),
            ("PRIVACY:NOTICE-DUE", moment(one.due_at)),
            ("PRIVACY:COPY", one.copy or "-"),
            ("PRIVACY:PEOPLE", str(one.people)),
            ("PRIVACY:TOLD", f"{moment(one.told_at)}; {one.told_whom}" if one.told_at else "-"),
        ),
        sections=(
            PaperText((one.what or "-",), "PRIVACY:LEAKED"),
            PaperText((one.how or "-",), "PRIVACY:HOW"),
            PaperText((one.whom or "-",), "PRIVACY:WHOM"),
            PaperText((one.measures or "-",), "PRIVACY:DONE-ABOUT"),
        ),
        signatures=(PaperSignature("KEYROLE:OPERATOR"), PaperSignature("KEYROLE:HEAD")),
        dated=one.noticed_at.date(),
        about=one.number,
    )


def _shown(text: str) -> str:
    text = text or "-"
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"


def numbered(before: Sequence[str], code: str, year: int) -> str:
    """The next number of a register in a year."""
    mark = f"{code}/{year}/"
    used = [int(one.removeprefix(mark)) for one in before if one.startswith(mark)]
    return f"{mark}{max(used, default=0) + 1:04d}"
