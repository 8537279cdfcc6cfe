"""Snapshots as tables: whatever an office can enter survives, and whatever no office wrote is refused."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
import rfc8785
from hypothesis import given, settings
from hypothesis import strategies as st

from meritdesk.core.circumstances import Circumstances, DropOut, FinalBasis, TakeOver, TakeOverBasis
from meritdesk.core.errors import FileRefusal
from meritdesk.core.evaluation import (
    Actual,
    Evaluation,
    EvaluationState,
    IndicatorClass,
    OrganisationLevel,
    OrgLevel,
    PackRef,
    Predicate,
    Rating,
    Reason,
    SuggestedRating,
)
from meritdesk.core.handover import (
    AuditHead,
    PackageHeader,
    PackageKind,
    RecordOutcome,
    RecordState,
    Snapshot,
    Tombstone,
)
from meritdesk.core.merging import CLOSED_CHANGED, compare_snapshots, tables_of
from meritdesk.core.package_tables import Kind, Table
from meritdesk.core.people import (
    EmploymentType,
    LegalStatus,
    OrgUnit,
    Person,
    PersonBlock,
    PositionKind,
    RaterBasis,
    ReportingLine,
    Sex,
)
from meritdesk.core.periods import parse_period
from meritdesk.core.plan import (
    Approach,
    Aspect,
    BehaviourValue,
    Direction,
    Indicator,
    JobClass,
    PerformancePlan,
    Perspective,
    PlanState,
    ResultKind,
    Target,
    WorkResult,
)
from meritdesk.exchange.package import write_bag
from meritdesk.exchange.package_layout import EXPORT_TABLES, PERSON, RETURN_TABLES
from meritdesk.exchange.record_rows import rows_of, snapshot_of
from meritdesk.exchange.records import evaluation_row_digest, read_snapshot, record_digest, write_snapshot
from meritdesk.exchange.tables import (
    MAX_CELL_LENGTH,
    LongText,
    TableFault,
    TableWriting,
    clean_text,
    is_as_spelled,
    read_table,
    write_table,
)
from meritdesk.exchange.weighing import content_digest, weigh, write_weighed

TEXT = st.text(max_size=12).map(clean_text)
DATE = st.none() | st.dates(date(1, 1, 1), date(9999, 12, 31))
DECIMAL = st.none() | st.decimals(-(10**12), 10**12, allow_nan=False, allow_infinity=False, places=3)
PERIOD = st.sampled_from(["2025", "2011", "2100", "2025-TW1", "2025-TW4", "2025-01", "2025-12"]).map(parse_period)


@st.composite
def snapshots(draw: st.DrawFn) -> Snapshot:
    """Any snapshot whose references hold; ids are made up, everything else is arbitrary."""

    def some(kind: type, *more: object, **fields: st.SearchStrategy[object]) -> object:
        return kind(*more, **{name: draw(strategy) for name, strategy in fields.items()})

    unit_ids = [f"u{number}" for number in range(draw(st.integers(1, 3)))]
    units = tuple(
        some(
            OrgUnit,
            unit_id,
            draw(TEXT),
            parent_id=st.sampled_from(["", *unit_ids]),
            source_id=TEXT,
            head_title=TEXT,
            head_id=TEXT,
            echelon=TEXT,
            is_autonomous=st.booleans(),
            sort_order=st.integers(-(10**11), 10**11),
        )
        for unit_id in unit_ids
    )
    person_ids = [f"p{number}" for number in range(draw(st.integers(0, 3)))]
    people = tuple(
        some(
            Person,
            person_id,
            draw(TEXT),
            draw(TEXT),
            front_title=TEXT,
            sex=st.none() | st.sampled_from(Sex),
            birth_date=DATE,
            employment=st.sampled_from(EmploymentType),
            legal_status=st.sampled_from(LegalStatus),
            position_kind=st.sampled_from(PositionKind),
            position_since=DATE,
            unit_id=st.sampled_from(["", *unit_ids]),
        )
        for person_id in person_ids
    )
    lines = tuple(
        some(ReportingLine, person_id, rater_id=TEXT, basis=st.sampled_from(RaterBasis), problem=TEXT)
        for person_id in person_ids
        if draw(st.booleans())
    )
    plans, actuals = [], []
    for person_id in person_ids:
        results = []
        for number in range(draw(st.integers(0, 2))):
            indicators = []
            for place in range(draw(st.integers(0, 2))):
                indicator_id = f"i-{person_id}-{number}-{place}"
                target = some(
                    Target, draw(TEXT), low=DECIMAL, high=DECIMAL, unit=TEXT, direction=st.sampled_from(Direction)
                )
                indicators.append(
                    some(
                        Indicator,
                        indicator_id,
                        draw(TEXT),
                        target,
                        aspect=st.none() | st.sampled_from(Aspect),
                        perspective=st.none() | st.sampled_from(Perspective),
                    )
                )
                for period in draw(st.lists(PERIOD, max_size=2, unique=True)):
                    actuals.append(
                        some(
                            Actual,
                            indicator_id,
                            period,
                            draw(TEXT),
                            value=DECIMAL,
                            feedback=TEXT,
                            override=st.none() | st.sampled_from(IndicatorClass),
                        )
                    )
            kind, text, parent = draw(st.sampled_from(ResultKind)), draw(TEXT), draw(TEXT)
            results.append(
                WorkResult(f"r-{person_id}-{number}", number, kind, text, parent, indicators=tuple(indicators))
            )
        texts = st.lists(TEXT, max_size=2).map(tuple)
        plans.append(
            some(
                PerformancePlan,
                f"s-{person_id}",
                person_id,
                2025,
                results=st.just(tuple(results)),
                approach=st.sampled_from(Approach),
                job_class=st.sampled_from(JobClass),
                starts=st.dates(),
                ends=st.dates(),
                expectations=st.dictionaries(
                    st.sampled_from(BehaviourValue), st.lists(TEXT, min_size=1, max_size=2).map(tuple), max_size=2
                ),
                resources=texts,
                accountability=texts,
                consequences=texts,
                state=st.sampled_from(PlanState),
                fixed_on=DATE,
                version=st.integers(1, 99),
            )
        )
    block = st.builds(PersonBlock, TEXT, TEXT, TEXT, TEXT, TEXT)
    states = {person_id: draw(st.sampled_from(EvaluationState)) for person_id in person_ids}
    evaluations = tuple(
        some(
            Evaluation,
            f"e-{person_id}",
            person_id,
            draw(PERIOD),
            result_rating=st.none() | st.sampled_from(Rating),
            behaviour_rating=st.none() | st.sampled_from(Rating),
            reason=TEXT,
            note=TEXT,
            feedback=st.dictionaries(st.sampled_from(BehaviourValue), TEXT, max_size=2),
            state=st.just(states[person_id]),
            org_level=st.none() | st.sampled_from(OrgLevel),
            suggested=st.none() | st.sampled_from(SuggestedRating),
            predicate=st.none() | st.sampled_from(Predicate),
            explanation=st.lists(
                st.builds(Reason, TEXT, TEXT, st.dictionaries(TEXT, TEXT, max_size=2)), max_size=2
            ).map(tuple),
            packs=st.lists(st.builds(PackRef, TEXT, TEXT), max_size=2).map(tuple),
            closed_on=DATE,
            version=st.integers(1, 9),
            digest=TEXT,
            parties=(
                st.lists(block, min_size=2, max_size=3).map(tuple)
                if states[person_id] is EvaluationState.CLOSED
                else st.just(())
            ),
        )
        for person_id in person_ids
    )
    levels = tuple(
        some(OrganisationLevel, unit_id, draw(PERIOD), level=st.sampled_from(OrgLevel), source=TEXT, published_on=DATE)
        for unit_id in unit_ids
        if draw(st.booleans())
    )
    return Snapshot(
        "7101",
        draw(TEXT),
        "2025",
        units,  # type: ignore[arg-type]
        people,  # type: ignore[arg-type]
        lines,  # type: ignore[arg-type]
        tuple(plans),
        tuple(actuals),
        levels,  # type: ignore[arg-type]
        evaluations,  # type: ignore[arg-type]
        AuditHead(draw(st.integers(0, 10**6)), draw(TEXT)),
        tuple(Tombstone("pegawai", f"t{number}", "alasan", draw(DATE)) for number in range(draw(st.integers(0, 2)))),
    )


@settings(max_examples=80)
@given(snapshot=snapshots())
def test_any_snapshot_survives_its_tables(snapshot: Snapshot) -> None:
    header = _header()
    files = write_snapshot(snapshot)
    assert read_snapshot(header, files) == (snapshot, ())
    assert write_snapshot(snapshot) == files


def _header() -> PackageHeader:
    return PackageHeader(PackageKind.EXPORT, "7101/PC02", "REG07", "2025", "0" * 32, 1, "", "")


def _code_of(call: Callable[[], object]) -> str:
    with pytest.raises(FileRefusal) as caught:
        call()
    return caught.value.code


def test_the_tables_are_spelled_as_documented(snapshot: Snapshot) -> None:
    files = write_snapshot(snapshot)
    for path, data in files.items():
        text = data.decode("utf-8")
        assert "\r" not in text and not text.startswith("\ufeff") and unicodedata.is_normalized("NFC", text), path
    assert files["data/capaian.csv"].decode("utf-8").splitlines() == [
        '"unit_id","period","level","source","published_on"',
        '"u-1","2025","GOOD","SK 12/2026","2026-01-02"',
    ]
    assert files["data/realisasi.csv"].decode("utf-8").splitlines()[1:] == [
        '"i-1","2025","97,25 %","97.25","Baik","",""',
        '"i-1","2025-TW4","-","","","MEETS","Banjir"',
    ]
    control = json.loads(files["data/control.json"])
    assert control["tables"]["realisasi"] == {"rows": 2, "totals": {"value": "97.25"}}
    assert control["tables"]["indikator"] == {"rows": 1, "totals": {"target_low": "90.5", "target_high": "100"}}
    assert (control["audit_head"], control["schema"]) == ({"count": 41, "digest": "ef" * 32}, 2)


NOUNS = ("units", "people", "lines", "plans", "actuals", "levels", "evaluations")


def in_portions(snapshot: Snapshot, size: int) -> Iterator[Snapshot]:
    """The same snapshot, so many records of a noun at a time."""
    said = replace(snapshot, **dict.fromkeys(NOUNS, ()), records={})
    yield said
    for noun in NOUNS:
        found = getattr(snapshot, noun)
        for start in range(0, len(found), size):
            yield replace(said, **{noun: found[start : start + size]})


@given(snapshots(), st.integers(1, 3))
def test_what_was_weighed_in_portions_is_packed_as_if_it_were_written_whole(snapshot: Snapshot, size: int) -> None:
    weighed = weigh(in_portions(snapshot, size), to_pack=True)
    assert write_bag(_header(), write_weighed(snapshot, weighed)) == write_bag(_header(), write_snapshot(snapshot))
    assert weighed == weigh([snapshot])


def test_a_table_in_portions_counts_its_rows_through_and_knows_every_key_again() -> None:
    person = ["p-1", *[""] * (len(PERSON.columns) - 1)]
    writing = TableWriting(PERSON, lambda data: None)
    writing.take([person])
    writing.take([["p-2", *person[1:]], ["p-3", *person[1:]]])
    with pytest.raises(LongText, match="pegawai 5 name"):
        writing.take([["p-4", "", "x" * (MAX_CELL_LENGTH + 1), *person[3:]]])
    writing.take([person])
    with pytest.raises(ValueError, match="stands twice"):
        writing.done()


def test_a_table_is_not_given_other_columns_once_it_was_begun(snapshot: Snapshot) -> None:
    more = replace(snapshot, unknown={"pegawai": {"p-1": {"zodiac": "naga"}}})
    with pytest.raises(ValueError, match="begun with other columns"):
        weigh([snapshot, more])


def test_texts_travel_composed_and_without_invisible_characters(snapshot: Snapshot) -> None:
    person = replace(snapshot.people[1], name="Jose\u0301\x00\x07 \ufeffPutra\tII")
    arrived, _ = read_snapshot(_header(), write_snapshot(replace(snapshot, people=(snapshot.people[0], person))))
    assert arrived.people[1].name == "Jos\u00e9 Putra\tII"


@pytest.mark.parametrize(
    "spoil",
    [
        lambda data: b"\xef\xbb\xbf" + data,
        lambda data: data.decode("utf-8").encode("utf-16"),
        lambda data: data.replace(b"\n", b"\r\n"),
        lambda data: data.replace(b'","', b'";"'),
        lambda data: data.replace(b'"Budi"', b"Budi"),
        lambda data: data.replace(b'"Budi"', b"'Budi'"),
        lambda data: data[:-1],
        lambda data: data + b"\n",
        lambda data: data[:-2],
        lambda data: data.replace(b"Budi", b"Bu\x00di"),
        lambda data: data.replace(b"Budi", b"Bu\xc3di"),
        lambda data: data.replace(b"Budi", "Jose\u0301".encode()),
        lambda data: data.replace(b"Budi", b"x" * 200_000),
        lambda data: data.replace(b'"nip",', b""),
        lambda data: data.replace(b'"nip","name"', b'"name","nip"'),
        lambda data: data.replace(b'"nip"', b'"NIP"'),
        lambda data: data.replace(b'"Budi"', b'"Budi","lagi"'),
        lambda data: data.replace(b'"1970-01-01"', b'"19700101"'),
        lambda data: data.replace(b'"1970-01-01"', b'"1970-02-30"'),
        lambda data: data.replace(b'"1970-01-01"', b'"01/01/1970"'),
        lambda data: data.replace(b'"p-2"', b'""'),
        lambda data: data.replace(b'"p-2"', b'"p-1"'),
        lambda data: data + data.split(b"\n")[1] + b"\n",
        lambda data: b"",
    ],
)
def test_a_table_no_careful_program_wrote_refuses_the_file(snapshot: Snapshot, spoil: Callable[[bytes], bytes]) -> None:
    files = write_snapshot(snapshot)
    spoilt = spoil(files["data/pegawai.csv"])
    assert spoilt != files["data/pegawai.csv"]
    assert _code_of(lambda: read_snapshot(_header(), {**files, "data/pegawai.csv": spoilt})) == "PKG-535"


@pytest.mark.parametrize("value", ["1,5", "1e3", "NaN", "Infinity", "+1", "01", ".5", "1.", "--1", "\u0661", "1 000"])
def test_numbers_have_one_spelling(snapshot: Snapshot, value: str) -> None:
    files = write_snapshot(snapshot)
    spoilt = files["data/realisasi.csv"].replace(b'"97.25"', f'"{value}"'.encode())
    assert _code_of(lambda: read_snapshot(_header(), {**files, "data/realisasi.csv": spoilt})) == "PKG-535"


def test_all_faults_are_reported_with_their_places(snapshot: Snapshot) -> None:
    files = write_snapshot(snapshot)
    files["data/pegawai.csv"] = files["data/pegawai.csv"].replace(b'"1970-01-01"', b'"kemarin"')
    files["data/unit.csv"] = files["data/unit.csv"].replace(b'"true"', b'"ya"').replace(b'"0"\n', b'"nol"\n')
    with pytest.raises(FileRefusal) as caught:
        read_snapshot(_header(), files)
    assert caught.value.facts == {
        "count": 4,
        "places": "unit.csv:2:is_autonomous, unit.csv:2:sort_order, unit.csv:3:sort_order, pegawai.csv:3:birth_date",
    }


def test_control_totals_must_fit(snapshot: Snapshot) -> None:
    files = write_snapshot(snapshot)
    fewer = files["data/realisasi.csv"].rsplit(b"\n", 2)[0] + b"\n"
    assert _code_of(lambda: read_snapshot(_header(), {**files, "data/realisasi.csv": fewer})) == "PKG-536"
    other = files["data/realisasi.csv"].replace(b'"97.25"', b'"97.26"')
    assert _code_of(lambda: read_snapshot(_header(), {**files, "data/realisasi.csv": other})) == "PKG-536"


@pytest.mark.parametrize(
    ("path", "old", "new", "code"),
    [
        ("control.json", '"schema": 2', '"schema": 3', "PKG-534"),
        ("control.json", '"format": "meritdesk/1"', '"format": "x"', "PKG-534"),
        ("control.json", '"count": 41', '"count": "41"', "PKG-534"),
        ("control.json", '"count": 41', '"count": NaN', "PKG-534"),
        ("control.json", '"audit_head"', '"audit_tail"', "PKG-534"),
        ("control.json", '"tables"', '"table"', "PKG-534"),
        ("control.json", '"rows": 2', '"rows": 3', "PKG-536"),
        ("control.json", '"agency_code": "7101"', '"agency_code": "7102"', "PKG-538"),
        ("control.json", '"period": "2025"', '"period": "2024"', "PKG-538"),
        ("control.json", "{", "[", "PKG-534"),
        ("datapackage.json", '"name": "meritdesk-export"', '"name": "meritdesk-return"', "PKG-534"),
        ("datapackage.json", '"name": "unit"', '"name": "units"', "PKG-534"),
        ("datapackage.json", "}", "}}", "PKG-534"),
        ("penilaian.csv", '"Lebih baik', '"Lebih buruk', "PKG-537"),
        ("umpan_balik.csv", '"Baik sekali"', '"Buruk sekali"', "PKG-537"),
        ("alasan.csv", '""ABOVE""', '""BELOW""', "PKG-537"),
        ("aturan.csv", "abab", "acac", "PKG-537"),
        ("pihak.csv", '"Bidang Dua"', '"Bidang Satu"', "PKG-537"),
        ("pihak.csv", '"RATER"', '"RATEE"', "PKG-535"),
        ("pihak.csv", '"e-1","RATEE"', '"e-7","RATEE"', "PKG-535"),
        ("riwayat_versi.csv", '"e-1","2"', '"e-3","2"', "PKG-537"),
        ("butir.csv", '"s-1","r-1"', '"s-7","r-1"', "PKG-535"),
        ("indikator.csv", '"r-1","i-1"', '"r-7","i-1"', "PKG-535"),
        ("lampiran.csv", '"s-1","EXPECTATION"', '"s-7","EXPECTATION"', "PKG-535"),
        ("alasan.csv", '"e-1","1"', '"e-7","1"', "PKG-535"),
        ("alasan.csv", '"{}"', '"{""a"":1}"', "PKG-535"),
        ("alasan.csv", '"{}"', '"{""a"":""1"",""a"":""2""}"', "PKG-535"),
        ("capaian.csv", '"2025"', '"2025-tw1"', "PKG-535"),
    ],
)
def test_each_contradiction_has_its_own_code(snapshot: Snapshot, path: str, old: str, new: str, code: str) -> None:
    files = write_snapshot(snapshot)
    text = files[f"data/{path}"].decode("utf-8")
    assert old in text
    files[f"data/{path}"] = text.replace(old, new, 1).encode("utf-8")
    assert _code_of(lambda: read_snapshot(_header(), files)) == code


@pytest.mark.parametrize(
    ("path", "old", "new", "refused"),
    [
        ("unit.csv", '"Bidang Satu","","u-1"', '"Bidang Satu","","u-9"', ("unit", "u-2", "parent_id", "PKG-552")),
        ("capaian.csv", '"u-1"', '"u-9"', ("capaian", "u-9@2025", "unit_id", "PKG-552")),
        ("capaian.csv", '"GOOD"', '"SUPERB"', ("capaian", "u-1@2025", "level", "PKG-551")),
        (
            "realisasi.csv",
            '"i-1","2025-TW4"',
            '"i-9","2025-TW4"',
            ("realisasi", "i-9@2025-TW4", "indicator_id", "PKG-552"),
        ),
        ("realisasi.csv", '"MEETS"', '"METS"', ("realisasi", "i-1@2025-TW4", "override", "PKG-551")),
        ("atasan.csv", '"p-1","p-2"', '"p-1","p-9"', None),
        ("penilaian.csv", '"ABOVE"', '"SKY"', ("penilaian", "e-1", "result_rating", "PKG-551")),
        ("umpan_balik.csv", '"LOYAL"', '"BRAVE"', ("penilaian", "e-1", "umpan_balik.value", "PKG-551")),
        ("pihak.csv", '"RATER"', '"WITNESS"', ("penilaian", "e-1", "pihak.place", "PKG-551")),
        ("pihak.csv", '"RATER"', '"SUPERIOR"', ("penilaian", "e-1", "pihak.place", "PKG-551")),
        ("butir.csv", '"ADDITIONAL"', '"EXTRA"', ("rencana", "s-1", "butir.kind", "PKG-551")),
        ("indikator.csv", '"QUALITY"', '"BEAUTY"', ("rencana", "s-1", "indikator.aspect", "PKG-551")),
        ("lampiran.csv", '"RESOURCES",""', '"RESOURCES","LOYAL"', ("rencana", "s-1", "lampiran.value", "PKG-551")),
    ],
)
def test_a_record_whose_meaning_does_not_hold_is_refused_alone(
    snapshot: Snapshot, path: str, old: str, new: str, refused: tuple[str, str, str, str] | None
) -> None:
    files = write_snapshot(snapshot)
    text = files[f"data/{path}"].decode("utf-8")
    assert old in text
    files[f"data/{path}"] = text.replace(old, new, 1).encode("utf-8")
    arrived, faults = read_snapshot(_header(), files)
    if refused is None:
        assert faults == ()
        return
    table, identifier, column, code = refused
    assert faults[0] == RecordOutcome(table, identifier, RecordState.REFUSED, column, code)
    assert sum(map(len, tables_of(arrived).values())) + len(faults) == sum(map(len, tables_of(snapshot).values()))


def test_the_column_of_a_newer_program_is_kept_and_goes_back(snapshot: Snapshot) -> None:
    files = write_snapshot(snapshot)
    lines = files["data/pegawai.csv"].decode("utf-8").splitlines()
    wider = [lines[0] + ',"blood_type"', *(line + ',"O"' for line in lines[1:])]
    files["data/pegawai.csv"] = ("\n".join(wider) + "\n").encode("utf-8")
    arrived, refused = read_snapshot(_header(), files)
    assert refused == () and replace(arrived, unknown={}) == snapshot
    assert arrived.unknown == {"pegawai": {"p-1": {"blood_type": "O"}, "p-2": {"blood_type": "O"}}}
    assert write_snapshot(arrived)["data/pegawai.csv"] == files["data/pegawai.csv"]
    twice = [lines[0] + ',"nip"', *(line + ',"O"' for line in lines[1:])]
    files["data/pegawai.csv"] = ("\n".join(twice) + "\n").encode("utf-8")
    assert _code_of(lambda: read_snapshot(_header(), files)) == "PKG-535"


def test_older_versions_may_stand_in_the_history(snapshot: Snapshot) -> None:
    files = write_snapshot(snapshot)
    old = f'"penilaian","e-1","1","{"0" * 64}","p-2","2026-01-03"\n'
    files["data/riwayat_versi.csv"] += old.encode("utf-8")
    control = json.loads(files["data/control.json"])
    control["tables"]["riwayat_versi"] = {"rows": 3, "totals": {"version": "4"}}
    files["data/control.json"] = json.dumps(control).encode("utf-8")
    assert read_snapshot(_header(), files)[0] == snapshot


def test_a_record_digest_is_the_hash_of_canonical_json() -> None:
    values = {"b": [1, True, None], "a": {"\u20ac": "x\n", "A": "\u00e9"}}
    canonical = '{"a":{"A":"\u00e9","\u20ac":"x\\n"},"b":[1,true,null]}'
    assert record_digest(values) == hashlib.sha256(canonical.encode("utf-8")).hexdigest()
    assert record_digest({"a": "e\u0301"}) == record_digest({"a": "\u00e9"})
    assert record_digest({"a": "1"}) != record_digest({"a": 1})


def test_the_digest_of_an_evaluation_covers_every_value_except_itself(snapshot: Snapshot) -> None:
    closed = snapshot.evaluations[0]
    digest = evaluation_row_digest(closed)
    assert digest == evaluation_row_digest(replace(closed, digest="other"))
    others = [
        replace(closed, behaviour_rating=Rating.BELOW),
        replace(closed, period=parse_period("2025-TW1")),
        replace(closed, feedback={}),
        replace(closed, explanation=closed.explanation[:1]),
        replace(closed, packs=()),
        replace(closed, parties=closed.parties[::-1]),
        replace(closed, parties=(replace(closed.parties[0], unit="Bidang Satu"), closed.parties[1])),
        replace(closed, version=3),
        replace(closed, closed_on=None),
        replace(closed, note="x"),
        replace(closed, predicate=None),
        replace(closed, circumstances=SPECIAL),
    ]
    assert len({digest, *map(evaluation_row_digest, others)}) == len(others) + 1


SPECIAL = Circumstances(
    take_over=TakeOver("p-9", TakeOverBasis.NOT_RATED, "Penilai tidak menilai", date(2026, 2, 2)),
    drop_out=DropOut(date(2025, 8, 1), "Surat Rektor 12/2025"),
    final=FinalBasis.SUPERIOR_OF_RATER,
)


def test_what_is_special_about_an_evaluation_travels_with_it(snapshot: Snapshot) -> None:
    special = replace(snapshot.evaluations[0], circumstances=SPECIAL)
    sent = replace(snapshot, evaluations=(special, *snapshot.evaluations[1:]))
    assert read_snapshot(_header(), write_snapshot(sent)) == (sent, ())


def test_half_a_circumstance_refuses_its_evaluation_alone(snapshot: Snapshot) -> None:
    special = replace(snapshot.evaluations[0], circumstances=SPECIAL)
    files = write_snapshot(replace(snapshot, evaluations=(special, *snapshot.evaluations[1:])))
    text = files["data/penilaian.csv"].decode("utf-8")
    assert "drop_out.reference" in text
    files["data/penilaian.csv"] = text.replace("drop_out.reference", "drop_out.letter", 1).encode("utf-8")
    arrived, faults = read_snapshot(_header(), files)
    assert faults[0] == RecordOutcome("penilaian", "e-1", RecordState.REFUSED, "circumstances", "PKG-551")
    assert [one.evaluation_id for one in arrived.evaluations] == [one.evaluation_id for one in snapshot.evaluations[1:]]


def test_a_file_of_the_first_program_knows_no_circumstances(snapshot: Snapshot) -> None:
    files = write_snapshot(snapshot)
    lines = files["data/penilaian.csv"].decode("utf-8").splitlines()
    assert lines[0].endswith(',"circumstances"') and all(line.endswith(',""') for line in lines[1:])
    older = [lines[0].removesuffix(',"circumstances"'), *(line.removesuffix(',""') for line in lines[1:])]
    files["data/penilaian.csv"] = ("\n".join(older) + "\n").encode("utf-8")
    assert read_snapshot(_header(), files) == (snapshot, ())


def test_a_closed_evaluation_that_names_nobody_is_refused_alone(snapshot: Snapshot) -> None:
    nameless = replace(snapshot.evaluations[0], parties=())
    files = write_snapshot(replace(snapshot, evaluations=(nameless, snapshot.evaluations[1])))
    arrived, faults = read_snapshot(_header(), files)
    assert faults == (RecordOutcome("penilaian", "e-1", RecordState.REFUSED, "pihak.place", "PKG-551"),)
    assert arrived.evaluations == snapshot.evaluations[1:]


def test_other_parties_under_the_same_version_are_a_conflict(snapshot: Snapshot) -> None:
    closed = snapshot.evaluations[0]
    moved = replace(closed, parties=(replace(closed.parties[0], unit="Bidang Satu"), closed.parties[1]))
    files = write_snapshot(replace(snapshot, evaluations=(moved, snapshot.evaluations[1])))
    arrived, _ = read_snapshot(_header(), files)
    comparison = compare_snapshots(snapshot, arrived)
    assert [one for one in comparison.outcomes if one.state is RecordState.CONFLICT] == [
        RecordOutcome("penilaian", "e-1", RecordState.CONFLICT, "version", CLOSED_CHANGED)
    ]
    assert comparison.write.evaluations == ()


def test_the_digest_of_a_known_evaluation_never_changes() -> None:
    known = Evaluation("e", "p", parse_period("2025"), Rating.MEETS, Rating.MEETS, predicate=Predicate.GOOD)
    canonical = (
        '{"behaviour_rating":"MEETS","evaluation_id":"e","period":"2025","person_id":"p","predicate":"GOOD",'
        '"result_rating":"MEETS","state":"OPEN","version":1}'
    )
    assert evaluation_row_digest(known) == hashlib.sha256(canonical.encode("utf-8")).hexdigest()


def test_a_key_that_is_empty_or_twice_is_our_own_bug(snapshot: Snapshot) -> None:
    for people in ((snapshot.people[0], snapshot.people[0]), (replace(snapshot.people[0], person_id=""),)):
        with pytest.raises(ValueError, match="empty or stands twice"):
            content_digest(replace(snapshot, people=people))


def test_table_and_column_names_are_plain_and_unique() -> None:
    tables = [*EXPORT_TABLES, *RETURN_TABLES]
    assert len({table.name for table in tables}) == len(tables)
    for table in tables:
        names = [column.name for column in table.columns]
        assert len(set(names)) == len(names)
        assert set(table.key) <= set(names)
        for reference in table.references:
            assert reference.column in names
            target = next(other for other in tables if other.name == reference.table)
            assert reference.target in target.key


def test_a_table_of_thousands_of_faults_reports_the_first_thousand() -> None:
    columns = [column.name for column in PERSON.columns]
    data, _ = write_table(PERSON, [[f"p{number}", *[""] * (len(columns) - 1)] for number in range(3000)])
    with pytest.raises(TableFault) as caught:
        read_table(PERSON, data)
    assert len(caught.value.faults) == 1000
    assert [fault.row for fault in caught.value.faults[::4]][:3] == [2, 3, 4]


def test_decimals_keep_their_value_and_never_become_binary(snapshot: Snapshot) -> None:
    exact = Decimal("1234567890123456789012345.123456789")
    actual = replace(snapshot.actuals[0], value=exact)
    arrived, _ = read_snapshot(_header(), write_snapshot(replace(snapshot, actuals=(actual,))))
    assert arrived.actuals[0].value == exact


@settings(deadline=None, max_examples=60)
@given(snapshots())
def test_any_snapshot_comes_back_from_its_rows(snapshot: Snapshot) -> None:
    assert snapshot_of(snapshot, rows_of(snapshot)) == snapshot


def test_rows_are_named_by_their_key(snapshot: Snapshot) -> None:
    rows = rows_of(snapshot)
    assert set(rows["pegawai"]) == {person.person_id for person in snapshot.people}
    one = snapshot.actuals[0]
    assert f"{one.indicator_id}@{one.period.code}" in rows["realisasi"]


_OTHER_CELLS = {
    Kind.INTEGER: "7",
    Kind.DECIMAL: "3.25",
    Kind.DATE: "2024-02-29",
    Kind.BOOLEAN: "true",
    Kind.PERIOD: "2024-TW3",
    Kind.FACTS: '{"lain":"x"}',
}


@pytest.mark.parametrize(
    "table", [one for one in EXPORT_TABLES if one.name != "riwayat_versi"], ids=lambda one: one.name
)
def test_no_column_can_change_unnoticed(snapshot: Snapshot, table: Table) -> None:
    """Another cell in any column of any table refuses the file, refuses a record, or is another snapshot."""
    files = write_snapshot(snapshot)
    heading, first, *rest = list(csv.reader(io.StringIO(files[table.path].decode("utf-8"))))
    for place, column in enumerate(table.columns):
        if column.choices is not None:
            other = next(choice.value for choice in column.choices if choice.value != first[place])
        else:
            other = _OTHER_CELLS.get(column.kind, "lain")
            other = "false" if other == first[place] == "true" else other
        if other == first[place]:
            continue
        changed = [heading, [*first[:place], other, *first[place + 1 :]], *rest]
        text = io.StringIO()
        csv.writer(text, quoting=csv.QUOTE_ALL, lineterminator="\n").writerows(changed)
        spoilt = {**files, table.path: text.getvalue().encode("utf-8")}
        control = json.loads(spoilt["data/control.json"])
        try:
            _, counted = read_table(table, spoilt[table.path])
        except TableFault:
            continue
        control["tables"][table.name]["totals"] = dict(counted.totals)
        spoilt["data/control.json"] = json.dumps(control).encode("utf-8")
        try:
            arrived, refused = read_snapshot(_header(), spoilt)
        except FileRefusal:
            continue
        assert refused or arrived != snapshot, column.name


@given(st.text(alphabet='",\r\n a', max_size=24))
def test_the_one_spelling_is_known_without_spelling_again(text: str) -> None:
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), strict=True))
    except csv.Error:
        return
    spelled = io.StringIO(newline="")
    csv.writer(spelled, quoting=csv.QUOTE_ALL, lineterminator="\n").writerows(rows)
    assert is_as_spelled(text, rows) == (spelled.getvalue() == text and all(rows))


@given(st.lists(st.lists(st.text(alphabet='",\r\n aé', max_size=6), min_size=1, max_size=4), max_size=5))
def test_what_we_spell_is_as_spelled(rows: list[list[str]]) -> None:
    spelled = io.StringIO(newline="")
    csv.writer(spelled, quoting=csv.QUOTE_ALL, lineterminator="\n").writerows(rows)
    read = list(csv.reader(io.StringIO(spelled.getvalue(), newline=""), strict=True))
    assert read == rows and is_as_spelled(spelled.getvalue(), read)


@given(st.dictionaries(st.text(max_size=4), st.text(max_size=8) | st.lists(st.text(max_size=4), max_size=3)))
def test_a_record_digest_takes_texts_in_their_travelling_form_whatever_they_hold(values: dict[str, object]) -> None:
    cleaned = {
        clean_text(name): [clean_text(one) for one in value] if isinstance(value, list) else clean_text(str(value))
        for name, value in values.items()
    }
    assert record_digest(values) == hashlib.sha256(rfc8785.dumps(cleaned)).hexdigest()
