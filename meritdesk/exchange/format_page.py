"""The tables of ``docs/exchange-format.md`` as the layouts declare them: ``python -m meritdesk.exchange.format_page``.

What stands between the two marks of the page is written by this program, so that the page cannot say otherwise than
the reader does; a test compares them.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

from meritdesk.core.package_tables import Column, Kind, Table
from meritdesk.core.travel import Scope, Travelling
from meritdesk.core.travel_layouts import TRAVELLING
from meritdesk.exchange import package_layout as layout
from meritdesk.exchange.return_layout import FURTHER_TABLES

BEGIN = "<!-- tables: written by meritdesk.exchange.format_page -->"
END = "<!-- end of tables -->"

_PLAIN = {
    Kind.TEXT: "text",
    Kind.KEY: "text, never empty",
    Kind.INTEGER: "integer",
    Kind.DECIMAL: "decimal",
    Kind.DATE: "date",
    Kind.MOMENT: "moment",
    Kind.BOOLEAN: "boolean",
    Kind.PERIOD: "period",
    Kind.FACTS: "facts",
    Kind.JSON: "JSON",
}
_SCOPES = {
    Scope.WHOLE: "all rows there are",
    Scope.WITH_YEAR: "all rows there are, with the package of a whole year only",
    Scope.YEAR: "rows whose `{by}` is the year of the period",
    Scope.IN_YEAR: "rows whose `{by}` lies in the year of the period",
    Scope.PERIOD: "rows whose `{by}` is the period",
    Scope.IN_PERIOD: "rows whose `{by}` lies in the period",
    Scope.OWNER: "rows of the records named by `{by}` that are in the package",
    Scope.EVIDENCE: "rows of the period, and those of a documentation, feedback or guidance that is in the package",
}
_NOTES: Mapping[tuple[str, str], str] = {
    ("rencana", "post"): "the post for which the plan of somebody who moved was made",
    ("rencana", "contract"): "the employment contract of a PPPK",
    ("rencana", "study"): (
        "`level` (`BACHELOR`, `GRADUATE`), `is_abroad` (`true` or left out), `university` and `programme` (`A`, `B`, "
        "`C`), `expected_average`"
    ),
    ("rencana", "workblocks"): "JSON list of workblocks (form A.1.4)",
    ("indikator", "manual"): "`purpose`, `definition`, `formula`, `unit`, `control_level`, `data_source`, `reporting`",
    ("penilaian", "circumstances"): (
        "what is special about the evaluation, one text a fact: `take_over.evaluator_id`, `take_over.basis` "
        "(`NOT_RATED`, `ABSENT`), `take_over.reason`, `take_over.decided_on`; `drop_out.ended_on`, "
        "`drop_out.reference`; `reuse.source_period`, `reuse.source_evaluation_id`, `reuse.source_version`, "
        "`reuse.agreed_on`, `reuse.agreement`; `revision.reason` (`ENTRY_ERROR`, `NEW_EVIDENCE`, `LEVEL_CORRECTED`, "
        "`WRONG_RATER`, `OBJECTION`, `INSPECTION`), `revision.why`, `revision.by`, `revision.on`; `final` "
        "(`HEAD_OF_REGION`, `SUPERIOR_OF_RATER`). Facts of one kind stand together or not at all"
    ),
    ("penilaian_lama", "content"): "the version whole: the object under `riwayat_versi`, in canonical JSON",
    ("penilaian_lama", "digest"): "what stood in `digest` of that version",
    ("penilaian_lama", "revision"): "why it was replaced: `revision.reason`, `.why`, `.by`, `.on` as in `penilaian`",
    ("rencana_lama", "content"): "the plan whole, with results, indicators and annexes",
    ("bukti", "sha256"): "of the file, which stays at the agency",
    ("cascading", "parent"): "kind and key of a node, as `AGREEMENT:<indicator_id>` or `RESULT:<result_id>`",
    ("cascading", "child"): "as `parent`",
    ("cara_cascading", "parent"): "as in `cascading`",
    ("pembinaan", "body"): "the answers of the form of that kind",
    ("dokumen", "places"): "where the sheet is signed: page and rectangle in points under each name",
    ("koreksi", "base_version"): "of the record that was looked at; 0 where its table counts no versions",
    ("koreksi", "requested"): "the wished cell, or `jelaskan` where words are asked for",
    ("persetujuan", "number"): "counts the words on a period; of two the higher one holds",
    ("persetujuan", "head_count"): "journal of the agency as the approved package stated it",
    ("rujukan_unit", "name"): "empty leaves what the agency has",
    ("rujukan_unit", "head_title"): "empty leaves what the agency has",
    ("rujukan_aturan", "digest"): "SHA-256 of the canonical JSON (RFC 8785) of `content`",
    ("nilai_lama", "parties"): "ratee, rater and superior as they stand on the old paper",
}

ONLY_WHERE_NEEDED = "Only in a `return` of schema 2, and only where there is something to say (section 8)."


def tables_text() -> str:
    """Every table of the page, in the order of a package."""
    typed = (_section(table, None) for table in layout.EXPORT_TABLES)
    flat = (_section(one.table, one) for one in TRAVELLING)
    answers = (_section(table, None, "Only in a `return`.") for table in layout.RETURN_TABLES)
    parts = (_section(table, None, ONLY_WHERE_NEEDED) for table in FURTHER_TABLES)
    return "\n".join([*typed, *flat, *answers, *parts])


def page_with_tables(page: str) -> str:
    """The page with its tables brought in line; ``ValueError`` when the marks are not there."""
    before, _, rest = page.partition(BEGIN)
    _, mark, after = rest.partition(END)
    if not mark:
        raise ValueError("the page has lost the marks of its tables")
    return f"{before}{BEGIN}\n\n{tables_text()}\n{END}{after}"


def _section(table: Table, flat: Travelling | None, told: str = "") -> str:
    return "\n".join([*_head(table, flat, told), *map(_row, [table] * len(table.columns), table.columns), ""])


def _head(table: Table, flat: Travelling | None, told: str) -> Iterator[str]:
    yield f"#### `{table.name}.csv` - {table.title}"
    yield ""
    key = ", ".join(f"`{name}`" for name in table.key) or "none"
    references = "".join(f"; `{one.column}` -> `{one.table}.{one.target}`" for one in table.references)
    yield f"Key: {key}{references}."
    if flat is not None:
        scope = _SCOPES[flat.scope].format(by=flat.by)
        yield f"Since schema 2: {scope}.{_drafts(flat)}"
        if flat.inside:
            yield "Only in a `handover`."
    elif told:
        yield told
    yield ""
    yield "| column | content |"
    yield "|---|---|"


def _drafts(flat: Travelling) -> str:
    name, value = flat.draft
    return f" An `export` leaves out those whose `{name}` is `{value}`." if name else ""


def _row(table: Table, column: Column) -> str:
    if column.choices is not None:
        content = "one of " + ", ".join(f"`{choice.value}`" for choice in column.choices)
    elif column.kind is Kind.FACTS and column.may_be_empty:
        content = "object of texts"
    else:
        content = _PLAIN[column.kind]
    if column.may_be_empty:
        content += ", or empty"
    if column.later is not None:
        content += f"; {f'`{column.later}`' if column.later else 'empty'} where the column is missing"
    note = _NOTES.get((table.name, column.name))
    return f"| `{column.name}` | {content}{f'; {note}' if note else ''} |"


if __name__ == "__main__":
    page = Path(sys.argv[1])
    page.write_text(page_with_tables(page.read_text(encoding="utf-8")), encoding="utf-8")
