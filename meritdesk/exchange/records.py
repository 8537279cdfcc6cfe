"""Turns a snapshot into the files of a data package and reads it back, strictly (exchange 2 and 5, step 8).

What a careful program cannot have written refuses the whole file, with every place listed. A single record whose
meaning does not hold (an unknown choice, a reference to nothing) is refused alone and the rest stays (faults F55).
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from itertools import chain, islice, starmap
from operator import attrgetter
from typing import Any

from meritdesk.canonical import CanonicalizationError, canonical_json
from meritdesk.core.audit import DIGITS, HEADS_SAID
from meritdesk.core.circumstances import circumstance_facts, circumstances_of
from meritdesk.core.errors import FileRefusal, UsageRefusal
from meritdesk.core.evaluation import Actual, Evaluation, EvaluationState, OrganisationLevel, PackRef, Reason
from meritdesk.core.evaluation_record import evaluation_record
from meritdesk.core.handover import (
    SCHEMA_VERSION,
    AuditHead,
    PackageHeader,
    PackageKind,
    RecordOutcome,
    RecordState,
    Snapshot,
    Tombstone,
    WeighedContent,
)
from meritdesk.core.merging import refuse_dangling
from meritdesk.core.package_tables import Table
from meritdesk.core.people import OrgUnit, Person, PersonBlock, ReportingLine
from meritdesk.core.plan import BehaviourValue, Indicator, PerformancePlan, Target, WorkResult
from meritdesk.core.travel import Travelling
from meritdesk.core.word_for_word import NOTHING_STANDS, Standing, TableWords
from meritdesk.exchange import package_layout as layout
from meritdesk.exchange.attachments import read_attachments, write_attachments
from meritdesk.exchange.data_package import read_files, write_files
from meritdesk.exchange.package_layout import CONTROL_PATH, AnnexSection, PartyPlace
from meritdesk.exchange.plan_cells import manual_cell, manual_in, plan_row, study_in, workblocks_in
from meritdesk.exchange.tables import (
    CellFault,
    Rows,
    TableFile,
    cell,
    clean_text,
)
from meritdesk.exchange.travelling import (
    UNKNOWN_CHOICE,
    check_positions,
    check_version_rows,
    read_flat,
    record_rows,
    refuse_adrift,
    unknown_cells,
    version_rows,
    with_unknown,
)
from meritdesk.exchange.word_for_word import (
    digest_of,
    groups_of,
    keys_in,
    keys_of_repeated,
    may_be_left_out,
    same_as_today,
    unchanged,
    words_of,
)

ROWS_A_BEAT = 250

SaidRows = tuple[Table, Iterable[Sequence[object]]]
"""A table as it is written, and rows of it."""

_ALWAYS_NAMED = {PartyPlace.RATEE, PartyPlace.RATER}

_ANNEX_LISTS = {
    AnnexSection.RESOURCES: "resources",
    AnnexSection.ACCOUNTABILITY: "accountability",
    AnnexSection.CONSEQUENCES: "consequences",
}


def record_digest(values: Mapping[str, object]) -> str:
    """The digest that vouches for a record: SHA-256 over its canonical JSON (RFC 8785), as 64 hex digits.

    ``values`` hold texts, whole numbers, booleans, ``None``, lists and mappings of these; decimals and dates are
    given as text. Texts are taken in Unicode form C, so that a record has the same digest on both sides of a package.
    """
    return hashlib.sha256(_spelled_at_once(values) or canonical_json(_plain(values))).hexdigest()


def _spelled_at_once(values: Mapping[str, object]) -> bytes | None:
    """The canonical spelling where every text is in its form already, as printable ASCII is; nothing else would do."""
    try:
        spelled = canonical_json(values)
    except CanonicalizationError:
        return None
    is_clean = spelled.isascii() and b"\\u" not in spelled and b"\\b" not in spelled and b"\\f" not in spelled
    return spelled if is_clean else None


def evaluation_row_digest(evaluation: Evaluation, unknown: Mapping[str, str] | None = None) -> str:
    """The digest of everything a package says of an evaluation; empty values are left out.

    Because of that, a field added in a later schema does not change the digests of records that do not use it;
    ``unknown`` are the cells of a newer program, which the digest covers too.
    """
    return record_digest({**(unknown or {}), **evaluation_record(evaluation)})


def write_snapshot(
    snapshot: Snapshot, beat: Callable[[], None] = lambda: None, kind: PackageKind = PackageKind.EXPORT
) -> dict[str, bytes]:
    """The files of a snapshot below ``data/``; ``PKG-566`` when a text is too long for a package.

    ``beat`` is called between rows, so that whoever waits can stop it.
    """
    tables = all_tables(snapshot, kind)
    rows = {table: chain.from_iterable(beating(found, beat)) for table, found in tables}
    return write_files(kind.value, rows, control_of(snapshot)) | attached(snapshot, kind)


def control_of(snapshot: Snapshot) -> dict[str, object]:
    """What the control file says beside the counts."""
    control: dict[str, object] = {
        "agency_code": snapshot.agency_code,
        "agency_name": clean_text(snapshot.agency_name),
        "period": snapshot.period,
        "audit_head": {"count": snapshot.audit_head.count, "digest": snapshot.audit_head.digest},
    }
    if snapshot.heads_before:
        control["heads_before"] = [[head.count, head.digest] for head in snapshot.heads_before]
    if snapshot.seen:
        control["seen"] = dict(sorted(snapshot.seen.items()))
    if snapshot.waiting:
        control["waiting"] = [list(place) for place in sorted(snapshot.waiting)]
    return control


def attached(snapshot: Snapshot, kind: PackageKind) -> dict[str, bytes]:
    """The files of evidence of a transfer, where there are any."""
    if kind is not PackageKind.TRANSFER or not snapshot.attachments:
        return {}
    return {layout.ATTACHMENTS_PATH: write_attachments(snapshot.attachments)}


def all_tables(snapshot: Snapshot, kind: PackageKind) -> list[SaidRows]:
    """Every table of a package of this kind with the rows that a snapshot has of it, in the order of the layout."""
    travelling = layout.travelling_of(kind, SCHEMA_VERSION)
    return typed_tables(snapshot) + [record_rows(one, snapshot.records.get(one.name, ())) for one in travelling]


def typed_tables(snapshot: Snapshot) -> list[SaidRows]:
    """The typed ones of them, with the columns of a newer program."""
    return [with_unknown(table, found, snapshot.unknown) for table, found in rows_by_table(snapshot).items()]


def beating(rows: Iterable[Sequence[object]], beat: Callable[[], None]) -> Iterator[list[Sequence[object]]]:
    """The rows so many at a time; before each of these whoever waits can stop it."""
    left = iter(rows)
    while some := list(islice(left, ROWS_A_BEAT)):
        beat()
        yield some


def read_snapshot(
    header: PackageHeader, files: Mapping[str, bytes], beat: Callable[[], None] = lambda: None
) -> tuple[Snapshot, tuple[RecordOutcome, ...]]:
    """The snapshot of an export with the records refused for their content, which are not in it (``read_against``)."""
    snapshot, refused, _ = read_against(header, files, NOTHING_STANDS, beat)
    return snapshot, refused


def read_against(
    header: PackageHeader,
    files: Mapping[str, bytes],
    standing: Standing,
    beat: Callable[[], None] = lambda: None,
) -> tuple[Snapshot, tuple[RecordOutcome, ...], dict[str, TableWords]]:
    """The snapshot of an export without the tables that stand here word for word, the records refused, and the words.

    Refuses the whole file with ``PKG-534`` (control or descriptor unreadable), ``PKG-535`` (cells not of their type),
    ``PKG-536`` (control totals), ``PKG-537`` (a record is not what its version row vouches for) or ``PKG-538`` (agency
    or period are not those of the label).
    """
    travelling = layout.travelling_of(header.kind, header.schema)
    groups = groups_of(travelling) if header.kind is PackageKind.EXPORT and header.schema == SCHEMA_VERSION else {}
    digests = {name: digest_of(tables, files) for name, tables in groups.items()}
    read = _Reading(header, files, travelling, groups, digests, beat)
    repeated = unchanged(groups, digests, standing)
    if repeated:
        found = read.without(repeated, standing)
        if may_be_left_out(found[0], travelling, standing):
            return found
    return read.without({}, NOTHING_STANDS)


def read_beside(
    header: PackageHeader,
    files: Mapping[str, bytes],
    content: Snapshot,
    weighed: WeighedContent,
    beat: Callable[[], None] = lambda: None,
) -> Snapshot:
    """The snapshot of a package made here without the tables that ``content`` says in the same bytes today."""
    travelling = layout.travelling_of(header.kind, header.schema)
    repeated = same_as_today(travelling, files, weighed)
    reading = _Reading(header, files, travelling, {}, {}, beat)
    return reading.without(repeated, Standing(repeated, keys_in(content)))[0]


@dataclass(frozen=True, slots=True)
class _Reading:
    """The files of one package on their way to a snapshot."""

    header: PackageHeader
    files: Mapping[str, bytes]
    travelling: Sequence[Travelling]
    groups: Mapping[str, tuple[Table, ...]]
    digests: Mapping[str, str]
    beat: Callable[[], None]

    def without(
        self, repeated: Mapping[str, TableWords], standing: Standing
    ) -> tuple[Snapshot, tuple[RecordOutcome, ...], dict[str, TableWords]]:
        """Read all but these groups of tables."""
        header, travelling = self.header, self.travelling
        tables = (*layout.EXPORT_TABLES, *(one.table for one in travelling))
        flat = frozenset(one.name for one in travelling)
        known = {name: TableFile(*totals) for words in repeated.values() for name, totals in words.totals.items()}
        control, rows, found = read_files(header.kind.value, tables, self.files, header.schema, flat, self.beat, known)
        snapshot, refused = _snapshot_of(header, control, rows, travelling, self.beat)
        snapshot = replace(snapshot, unchanged={name: words.records for name, words in repeated.items()})
        if layout.ATTACHMENTS_PATH in self.files:
            attached = read_attachments(self.files[layout.ATTACHMENTS_PATH], snapshot.records.get("bukti", ()))
            snapshot = replace(snapshot, attachments=attached)
        keys = keys_of_repeated(repeated, standing)
        snapshot, outcomes = refuse_adrift(*refuse_dangling(snapshot, refused, keys), keys)
        return snapshot, outcomes, words_of(self.groups, self.digests, rows, found, repeated) | dict(repeated)


def _snapshot_of(
    header: PackageHeader,
    control: Mapping[str, Any],
    rows: Mapping[str, Rows],
    travelling: Sequence[Travelling],
    beat: Callable[[], None],
) -> tuple[Snapshot, list[RecordOutcome]]:
    """The records as the rows say them, each looked at alone and against the row that vouches for it."""
    head = control.get("audit_head")
    stated = (control.get("agency_code"), control.get("agency_name"), control.get("period"))
    if not all(isinstance(text, str) for text in stated) or not isinstance(head, dict) or set(head) != _HEAD_TYPES:
        raise FileRefusal("PKG-534", name=CONTROL_PATH)
    if not isinstance(head["count"], int) or not isinstance(head["digest"], str):
        raise FileRefusal("PKG-534", name=CONTROL_PATH)
    if (stated[0], stated[2]) != (header.sender_agency, header.period):
        raise FileRefusal("PKG-538")
    check_positions(rows)
    seen, waiting = _known_between_colleagues(header, control)
    known = Snapshot(
        header.sender_agency,
        str(stated[1]),
        header.period,
        audit_head=AuditHead(**head),
        heads_before=_heads_before(control),
        seen=seen,
        waiting=waiting,
    )
    snapshot, refused = read_records(known, rows)
    beat()
    snapshot = replace(
        snapshot, records=read_flat(travelling, rows, refused), unknown=unknown_cells(layout.EXPORT_TABLES, rows)
    )
    beat()
    _check_versions(snapshot, rows[layout.VERSION.name])
    beat()
    return snapshot, refused


def _heads_before(control: Mapping[str, Any]) -> tuple[AuditHead, ...]:
    """Earlier places of the sender's journal; a package of an older program says none."""
    found = control.get("heads_before", [])
    if not isinstance(found, list) or len(found) > 2 * HEADS_SAID:
        raise FileRefusal("PKG-534", name=CONTROL_PATH)
    for one in found:
        if not isinstance(one, list) or [type(part) for part in one] != [int, str] or len(one[1]) > DIGITS:
            raise FileRefusal("PKG-534", name=CONTROL_PATH)
    return tuple(AuditHead(count, digest) for count, digest in found)


def read_records(known: Snapshot, rows: Mapping[str, Rows]) -> tuple[Snapshot, list[RecordOutcome]]:
    """The records that these rows make, added to what is ``known`` of the snapshot; and those refused alone."""
    refused: list[RecordOutcome] = []
    snapshot = replace(
        known,
        units=tuple(OrgUnit(**values) for values in _good(layout.UNIT, rows, refused)),
        people=tuple(Person(**values) for values in _good(layout.PERSON, rows, refused)),
        lines=tuple(ReportingLine(**values) for values in _good(layout.LINE, rows, refused)),
        plans=tuple(_plans(rows, refused)),
        actuals=tuple(_actuals(rows, refused)),
        levels=tuple(OrganisationLevel(**values) for values in _good(layout.LEVEL, rows, refused)),
        evaluations=tuple(_evaluations(rows, refused)),
        tombstones=tuple(Tombstone(**values) for values in _good(layout.TOMBSTONE, rows, refused)),
    )
    return snapshot, refused


_said_of_evaluation = attrgetter(*(column.name for column in layout.EVALUATION.columns))
_CIRCUMSTANCES = layout.EVALUATION.place("circumstances")

_HEAD_TYPES = {"count", "digest"}
_PLACE_PARTS = 3


def _known_between_colleagues(
    header: PackageHeader, control: Mapping[str, Any]
) -> tuple[dict[str, str], tuple[tuple[str, str, str], ...]]:
    """What the sender has taken from its colleagues and has still to decide; only a hand-over says it (``PKG-534``)."""
    seen, waiting = control.get("seen", {}), control.get("waiting", [])
    is_said = "seen" in control or "waiting" in control
    is_readable = (
        isinstance(seen, dict)
        and all(isinstance(digest, str) for digest in seen.values())
        and isinstance(waiting, list)
        and all(
            isinstance(place, list) and len(place) == _PLACE_PARTS and all(isinstance(part, str) for part in place)
            for place in waiting
        )
    )
    if not is_readable or (is_said and header.kind is not PackageKind.HANDOVER):
        raise FileRefusal("PKG-534", name=CONTROL_PATH)
    return seen, tuple((table, key, name) for table, key, name in waiting)


def _plain(value: object) -> Any:
    """The same value with texts in the form in which they travel."""
    if isinstance(value, str):
        return clean_text(str(value))
    if isinstance(value, Mapping):
        return {clean_text(str(name)): _plain(member) for name, member in value.items()}
    if isinstance(value, (list, tuple)):
        return [_plain(member) for member in value]
    return value


def _flat(table: Table, records: Iterable[object]) -> Iterator[tuple[object, ...]]:
    return map(attrgetter(*(column.name for column in table.columns)), records)


def rows_by_table(snapshot: Snapshot) -> dict[Table, Iterable[Sequence[object]]]:
    """The rows of every table of an export, in the order of the layout."""
    results = [(plan, result) for plan in snapshot.plans for result in plan.results]
    evaluations = snapshot.evaluations
    return {
        layout.UNIT: _flat(layout.UNIT, snapshot.units),
        layout.PERSON: _flat(layout.PERSON, snapshot.people),
        layout.LINE: _flat(layout.LINE, snapshot.lines),
        layout.PLAN: map(plan_row, snapshot.plans),
        layout.RESULT: (
            (
                plan.plan_id,
                item.result_id,
                item.number,
                item.kind,
                item.text,
                item.parent_text,
                item.assigned_by,
                item.basis,
                item.control_level,
                item.parent_indicator,
            )
            for plan, item in results
        ),
        layout.INDICATOR: (_indicator(item.result_id, measure) for _, item in results for measure in item.indicators),
        layout.ANNEX: (row for plan in snapshot.plans for row in _annex(plan)),
        layout.ACTUAL: _flat(layout.ACTUAL, snapshot.actuals),
        layout.LEVEL: _flat(layout.LEVEL, snapshot.levels),
        layout.EVALUATION: map(_evaluation_row, evaluations),
        layout.FEEDBACK: ((e.evaluation_id, value, text) for e in evaluations for value, text in e.feedback.items()),
        layout.REASON: (
            (e.evaluation_id, place, reason.code, reason.source, reason.facts)
            for e in evaluations
            for place, reason in enumerate(e.explanation, start=1)
        ),
        layout.PACK: (
            (e.evaluation_id, place, pack.pack_id, pack.digest)
            for e in evaluations
            for place, pack in enumerate(e.packs, start=1)
        ),
        layout.PARTY: (
            (e.evaluation_id, place, block.name, block.nip, block.rank, block.position, block.unit)
            for e in evaluations
            for place, block in zip(PartyPlace, e.parties, strict=False)
        ),
        layout.TOMBSTONE: _flat(layout.TOMBSTONE, snapshot.tombstones),
        layout.VERSION: chain(_versions(snapshot), version_rows(snapshot)),
    }


def _versions(snapshot: Snapshot) -> Iterator[tuple[object, ...]]:
    """What vouches for the evaluations as they stand."""
    unknown = snapshot.unknown.get(layout.EVALUATION.name, {})
    for one in snapshot.evaluations:
        digest = evaluation_row_digest(one, unknown.get(one.evaluation_id))
        closed_by = one.rater_id if one.is_closed else ""
        yield layout.EVALUATION.name, one.evaluation_id, one.version, digest, closed_by, one.closed_on


def _evaluation_row(evaluation: Evaluation) -> tuple[object, ...]:
    """The cells of an evaluation; without anything special the cell of its circumstances is empty."""
    cells = list(_said_of_evaluation(evaluation))
    cells[_CIRCUMSTANCES] = circumstance_facts(evaluation.circumstances) or None
    return tuple(cells)


def _indicator(result_id: str, measure: Indicator) -> tuple[object, ...]:
    target = measure.target
    return (
        result_id,
        measure.indicator_id,
        measure.text,
        measure.aspect,
        measure.perspective,
        target.text,
        target.low,
        target.high,
        target.unit,
        target.direction,
        measure.exemption,
        manual_cell(measure.manual),
    )


def _annex(plan: PerformancePlan) -> Iterator[tuple[object, ...]]:
    for value, texts in plan.expectations.items():
        for place, text in enumerate(texts, start=1):
            yield plan.plan_id, AnnexSection.EXPECTATION, value, place, text
    for section, name in _ANNEX_LISTS.items():
        for place, text in enumerate(getattr(plan, name), start=1):
            yield plan.plan_id, section, None, place, text


def _good(
    table: Table, rows: Mapping[str, Rows], refused: list[RecordOutcome], spoilt: Mapping[str, str] | None = None
) -> Iterator[dict[str, Any]]:
    """The rows of a table whose choices are all known; ``spoilt`` are records with a bad row in another table."""
    names = [column.name for column in table.columns]
    key = [names.index(name) for name in table.key]
    found = rows[table.name]
    if not found.unknown and not spoilt:
        yield from (dict(zip(names, row, strict=True)) for row in found.values)
        return
    for number, row in enumerate(found.values):
        identifier = "@".join([cell(row[place]) for place in key])
        unknown = found.unknown.get(number)
        column = unknown[0] if unknown else (spoilt or {}).get(identifier, "")
        if column:
            refused.append(RecordOutcome(table.name, identifier, RecordState.REFUSED, column, UNKNOWN_CHOICE))
        else:
            yield dict(zip(names, row, strict=True))


def _actuals(rows: Mapping[str, Rows], refused: list[RecordOutcome]) -> Iterable[Actual]:
    """The actuals, three for every plan in every package: made straight from their rows, whose columns they have."""
    if rows[layout.ACTUAL.name].unknown:
        return (Actual(**values) for values in _good(layout.ACTUAL, rows, refused))
    assert [column.name for column in layout.ACTUAL.columns] == _ACTUAL_FIELDS
    return starmap(Actual, rows[layout.ACTUAL.name].values)


_ACTUAL_FIELDS = [one.name for one in fields(Actual)]


def _values(table: Table, name: str, rows: Mapping[str, Rows]) -> list[object]:
    """One column of a table."""
    place = table.place(name)
    return [row[place] for row in rows[table.name].values]


def _plans(rows: Mapping[str, Rows], refused: list[RecordOutcome]) -> Iterator[PerformancePlan]:
    """Plans with their results, indicators and annexes; a plan with one unreadable part is refused whole."""
    plan_of = dict(zip(_values(layout.RESULT, "result_id", rows), _values(layout.RESULT, "plan_id", rows), strict=True))
    spoilt: dict[str, str] = {}
    indicators: dict[object, list[Indicator]] = defaultdict(list)
    for values, owner in _parts(layout.INDICATOR, rows, layout.PLAN, spoilt, plan_of):
        try:
            manual = manual_in(values["manual"])
        except UsageRefusal:
            spoilt[owner] = f"{layout.INDICATOR.name}.manual"
            continue
        target = Target(
            values["target_text"],
            values["target_low"],
            values["target_high"],
            values["target_unit"],
            values["direction"],
        )
        measure = Indicator(
            values["indicator_id"],
            values["text"],
            target,
            values["aspect"],
            values["perspective"],
            values["exemption"],
            manual,
        )
        indicators[values["result_id"]].append(measure)
    results: dict[object, list[WorkResult]] = defaultdict(list)
    for values, owner in _parts(layout.RESULT, rows, layout.PLAN, spoilt):
        del values["plan_id"]
        results[owner].append(WorkResult(**values, indicators=tuple(indicators[values["result_id"]])))
    expectations: dict[object, dict[BehaviourValue, tuple[str, ...]]] = defaultdict(dict)
    annexes: dict[object, dict[str, Any]] = defaultdict(dict)
    for values, owner in _parts(layout.ANNEX, rows, layout.PLAN, spoilt):
        if (values["section"] is AnnexSection.EXPECTATION) is (values["value"] is None):
            spoilt[owner] = f"{layout.ANNEX.name}.value"
        elif values["section"] is AnnexSection.EXPECTATION:
            known = expectations[owner].get(values["value"], ())
            expectations[owner][values["value"]] = (*known, values["text"])
        else:
            name = _ANNEX_LISTS[values["section"]]
            annexes[owner][name] = (*annexes[owner].get(name, ()), values["text"])
    for values in _good(layout.PLAN, rows, refused, spoilt):
        owner = values["plan_id"]
        try:
            values |= {"study": study_in(values["study"]), "workblocks": workblocks_in(values["workblocks"])}
        except UsageRefusal:
            refused.append(RecordOutcome(layout.PLAN.name, owner, RecordState.REFUSED, "study", UNKNOWN_CHOICE))
            continue
        yield PerformancePlan(
            **values, results=tuple(results[owner]), expectations=expectations[owner], **annexes[owner]
        )


def _evaluations(rows: Mapping[str, Rows], refused: list[RecordOutcome]) -> Iterator[Evaluation]:
    """Evaluations with feedback, explanation, packs and parties; an unreadable part refuses the evaluation whole."""
    spoilt: dict[str, str] = {}
    feedback: dict[object, dict[BehaviourValue, str]] = defaultdict(dict)
    for values, owner in _parts(layout.FEEDBACK, rows, layout.EVALUATION, spoilt):
        feedback[owner][values["value"]] = values["text"]
    reasons: dict[object, list[Reason]] = defaultdict(list)
    for values, owner in _parts(layout.REASON, rows, layout.EVALUATION, spoilt):
        reasons[owner].append(Reason(values["code"], values["source"], values["facts"]))
    packs: dict[object, list[PackRef]] = defaultdict(list)
    for values, owner in _parts(layout.PACK, rows, layout.EVALUATION, spoilt):
        packs[owner].append(PackRef(values["pack_id"], values["digest"]))
    named: dict[str, dict[PartyPlace, PersonBlock]] = defaultdict(dict)
    for values, owner in _parts(layout.PARTY, rows, layout.EVALUATION, spoilt):
        del values["evaluation_id"]
        place = values.pop("place")
        named[owner][place] = PersonBlock(**values)
    ids, states = _values(layout.EVALUATION, "evaluation_id", rows), _values(layout.EVALUATION, "state", rows)
    for owner, state in zip(map(str, ids), states, strict=True):
        # A closed evaluation without its people could never be printed again as it was.
        if (state is EvaluationState.CLOSED or owner in named) and not named[owner].keys() >= _ALWAYS_NAMED:
            spoilt.setdefault(owner, f"{layout.PARTY.name}.place")
    for values in _good(layout.EVALUATION, rows, refused, spoilt):
        owner = values["evaluation_id"]
        said = values["circumstances"] or {}
        try:
            values["circumstances"] = circumstances_of(said)
            is_known = circumstance_facts(values["circumstances"]) == dict(said)
        except ValueError:
            is_known = False
        if not is_known:
            place = (layout.EVALUATION.name, owner, RecordState.REFUSED, "circumstances", UNKNOWN_CHOICE)
            refused.append(RecordOutcome(*place))
            continue
        yield Evaluation(
            **values,
            feedback=feedback[owner],
            explanation=tuple(reasons[owner]),
            packs=tuple(packs[owner]),
            parties=tuple(named[owner][place] for place in PartyPlace if place in named[owner]),
        )


def _parts(
    table: Table,
    rows: Mapping[str, Rows],
    owner_table: Table,
    spoilt: dict[str, str],
    owner_of: Mapping[object, object] | None = None,
) -> Iterator[tuple[dict[str, Any], str]]:
    """The readable rows of a table of parts, each with the record it belongs to.

    The first column names the record, or with ``owner_of`` something that belongs to it. A part of nothing refuses the
    file, since no record could be named for it; an unknown choice spoils its record.
    """
    names = [column.name for column in table.columns]
    owners = set(_values(owner_table, owner_table.key[0], rows))
    found = rows[table.name]
    for number, row in enumerate(found.values):
        owner = row[0] if owner_of is None else owner_of.get(row[0])
        if owner not in owners:
            raise FileRefusal("PKG-535", count=1, places=str(CellFault(table.name, number + 2, names[0])))
        unknown = found.unknown.get(number)
        if unknown:
            spoilt[str(owner)] = f"{table.name}.{unknown[0]}"
        else:
            yield dict(zip(names, row, strict=True)), str(owner)


def _check_versions(snapshot: Snapshot, rows: Rows) -> None:
    """Every evaluation, and every version it replaced, must be what the row of its version vouches for."""
    vouched = {(table, identifier, version): digest for table, identifier, version, digest, *_ in rows.values}
    unknown = snapshot.unknown.get(layout.EVALUATION.name, {})
    for evaluation in snapshot.evaluations:
        digest = evaluation_row_digest(evaluation, unknown.get(evaluation.evaluation_id))
        if vouched.get((layout.EVALUATION.name, evaluation.evaluation_id, evaluation.version)) != digest:
            raise FileRefusal("PKG-537", record=evaluation.evaluation_id)
    check_version_rows(snapshot, vouched)
