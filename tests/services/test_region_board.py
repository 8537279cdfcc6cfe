"""The regional board over a real store: counts worked by hand, and every number led back to the sheet it came from."""

from __future__ import annotations

import csv
import shutil
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

import pytest

from meritdesk import bootstrap
from meritdesk.core.errors import UsageRefusal
from meritdesk.core.evaluation import OrganisationLevel, OrgLevel, Predicate
from meritdesk.core.figures import WORST_TO_BEST, FigureKind
from meritdesk.core.handover import ReceiptCode
from meritdesk.core.people import OrgUnit, Person
from meritdesk.core.periods import parse_period
from meritdesk.core.recognition import AwardState
from meritdesk.core.region_board import BoardCount, BoardFigure
from meritdesk.core.region_honours import HonourKind
from meritdesk.core.rules import PackKind
from meritdesk.core.scoring.recognition import RecognitionFacts, gains, score
from meritdesk.sample_city import region as sample
from meritdesk.services.overview.region import RegionDesk
from meritdesk.services.overview.region_honours import RegionHonours

RULES = Path(__file__).parents[1] / "rules"
YEAR = parse_period("2025")
NOW = datetime(2026, 2, 20, 8, 0, tzinfo=UTC)
LABELS = {"Sangat Baik": Predicate.VERY_GOOD, "Baik": Predicate.GOOD, "Butuh Perbaikan": Predicate.NEEDS_IMPROVEMENT}


def vectors(stem):
    with (RULES / f"{stem}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter=";"))


def government(code):
    units = (OrgUnit(f"{code}-0", "Pemerintah"), OrgUnit(f"{code}-1", "-Dinas", parent_id=f"{code}-0"))
    people = tuple(
        sample.SamplePerson(
            Person(f"{code}-{row['pegawai']}", row["nip"], row["pegawai"].title(), unit_id=f"{code}-1"),
            f"{code}-{row['penilai']}" if row["penilai"] else "",
            f"{code}-1" if row["penilai"] else f"{code}-0",
            LABELS.get(row["predikat"]),
            datetime.strptime(row["ditutup"], "%d-%m-%Y").date() if row["ditutup"] else None,
            row["skp"] == "ya",
            row["ttd"] == "ya",
        )
        for row in vectors("region_people")
        if row["instansi"] == code
    )
    level = OrganisationLevel(f"{code}-0", YEAR, OrgLevel.GOOD, "LKJiP")
    return sample.Government(code, f"Kota {code}", units, people, (level,))


def carry_to_server(folder, database):
    """The region works on the server from now on, as its own clerk there."""
    database.sweep()
    place = database.place(database.clerk("regional"))
    bootstrap.move_to_server(folder, place, database.clerk_password, sample.PASSPHRASE, lambda: NOW)


@pytest.fixture(scope="module", params=["file", "server"])
def by_hand(request, tmp_path_factory):
    folder = tmp_path_factory.mktemp("by-hand") / "region"
    sample.make_store(folder, lambda: NOW)
    if request.param == "server":
        carry_to_server(folder, request.getfixturevalue("prepared_database"))
    with bootstrap.open_desk(folder, sample.PASSPHRASE, clock=lambda: NOW) as desk:
        for number, code in enumerate(("6101", "6102"), 1):
            arrived = datetime(2026, 1, 28, 9, 0, tzinfo=UTC) + timedelta(days=number)
            sample.let_arrive(desk, government(code), YEAR, number, arrived)
        yield desk


@pytest.fixture(scope="module")
def board(tmp_path_factory):
    """Seven made-up governments with two years; the last has sent nothing of 2025."""
    folder = tmp_path_factory.mktemp("region")
    store = sample.found_region(folder, governments=7, clock=lambda: NOW)
    with bootstrap.open_desk(store, sample.PASSPHRASE, clock=lambda: NOW) as desk:
        yield desk


@pytest.mark.parametrize("row", vectors("region_counts"), ids=lambda row: row["id"])
def test_what_is_counted_is_what_one_counts_by_hand(by_hand, row):
    region = by_hand.overview.region
    complete = next(line for line in region.completeness(YEAR).lines if line.agency == row["instansi"])
    counts = complete.counts
    shown = (counts.due, counts.planned, counts.rated, counts.closed, counts.signed, complete.missing, complete.late)
    names = ("wajib_dinilai", "skp", "dinilai", "ditutup", "ttd", "belum", "lewat_batas")
    assert shown == tuple(int(row[name]) for name in names)
    assert complete.median_lead == int(row["sisa_hari_kerja"])
    spread = next(line for line in region.distributions(YEAR).lines if line.agency == row["instansi"])
    labels = (Predicate.VERY_GOOD, Predicate.GOOD, Predicate.NEEDS_IMPROVEMENT)
    names = ("sangat_baik", "baik", "butuh_perbaikan")
    assert [spread.counts.get(label, 0) for label in labels] == [int(row[name]) for name in names]
    assert spread.against.name == row["pegawai_organisasi"]
    assert [reason.code for reason in spread.reasons][:1] == [code for code in (row["kode"],) if code]


PAGES = {
    "sendings": lambda region: region.sendings(YEAR),
    "completeness": lambda region: region.completeness(YEAR),
    "distributions": lambda region: region.distributions(YEAR),
    "outliers": lambda region: region.outliers(YEAR),
    "trends": lambda region: region.trends((2024, 2025)),
    "indicators": lambda region: region.kpi(2025),
    "the paper": lambda region: region.board(YEAR),
    "people": lambda region: region.people(BoardFigure(BoardCount.PREDICATE, "3301", YEAR, Predicate.VERY_GOOD)),
    "honours": lambda region: RegionHonours(region.around).honours(2025),
    "credit letters": lambda region: RegionHonours(region.around).accounts(2025),
}


def test_every_page_says_the_same_in_a_file_and_on_a_server(board, prepared_database, tmp_path):
    shutil.copytree(board.handover.around.store.folder, tmp_path / "region", ignore=shutil.ignore_patterns("*.lock*"))
    carry_to_server(tmp_path / "region", prepared_database)
    with bootstrap.open_desk(tmp_path / "region", sample.PASSPHRASE, clock=lambda: NOW) as desk:
        assert desk.upkeep.server.state().role == "regional"
        for name, page in PAGES.items():
            in_the_file = page(board.overview.region)
            assert in_the_file and page(desk.overview.region) == in_the_file, name


def test_every_number_is_as_many_people_as_it_says_and_nobody_is_counted_twice(by_hand):
    region = by_hand.overview.region
    complete, spread = region.completeness(YEAR), region.distributions(YEAR)
    assert (complete.held_twice, complete.undecided) == (1, 1)
    for line in complete.lines:
        wanted = {
            BoardCount.STAFF: line.counts.staff,
            BoardCount.DUE: line.counts.due,
            BoardCount.PLANNED: line.counts.planned,
            BoardCount.RATED: line.counts.rated,
            BoardCount.CLOSED: line.counts.closed,
            BoardCount.SIGNED: line.counts.signed,
            BoardCount.MISSING: line.missing,
            BoardCount.LATE: line.late,
        }
        found = {count: len(region.people(BoardFigure(count, line.agency, YEAR))) for count in wanted}
        assert found == wanted
    for line in spread.lines:
        for label in Predicate:
            figure = BoardFigure(BoardCount.PREDICATE, line.agency, YEAR, label)
            people = region.people(figure)
            assert len(people) == line.counts.get(label, 0)
            assert all(one.predicate is label for one in people)


def test_a_decision_about_custody_moves_the_count_to_the_other_agency(tmp_path):
    sample.make_store(tmp_path / "region", lambda: NOW)
    with bootstrap.open_desk(tmp_path / "region", sample.PASSPHRASE, clock=lambda: NOW) as desk:
        for number, code in enumerate(("6101", "6102"), 1):
            sample.let_arrive(desk, government(code), YEAR, number, NOW)
        (line,) = desk.handover.custody.lines(2025)
        desk.handover.custody.decide(line.key, 2025, "6102", None, "mutasi Juli")
        found = desk.overview.region.completeness(YEAR)
        assert {one.agency: one.counts.closed for one in found.lines} == {"6101": 3, "6102": 4}
        assert (found.held_twice, found.undecided) == (1, 0)


def test_from_a_number_one_comes_to_the_person_the_sheet_the_package_and_the_row(board):
    region = board.overview.region
    figure = BoardFigure(BoardCount.PREDICATE, "3301", YEAR, Predicate.VERY_GOOD)
    person = region.people(figure)[0]
    copy = board.documents.copies.draw("3301", person.person_id, YEAR)
    assert copy.data.startswith(b"%PDF") and copy.nip == person.nip and copy.form.value == "D.1.1"
    came = copy.came_with
    assert came is not None and (came.sender, came.period, came.sequence) == ("3301/PC01", "2025", 2)
    assert (came.file_name, came.key, came.was_changed_here) == ("penilaian.csv", person.evaluation_id, False)
    everybody = sorted(
        (one.person_id, one.evaluation_id) for one in region.people(BoardFigure(BoardCount.PREDICATE, "3301", YEAR))
    )
    assert came.line == everybody.index((person.person_id, person.evaluation_id)) + 2
    received = {line.receipt_number: line for line in board.handover.receipts().incoming}
    assert received[came.receipt_number].sequence == 2


def test_an_indicator_and_an_old_paper_lead_to_their_packages_too(board):
    region = board.overview.region
    cell = region.kpi(2025).lines[0].cells["3301"]
    came = region.origin("3301", "realisasi_unit", f"{cell.indicator_id}@2025", YEAR)
    assert came is not None and (came.sequence, came.file_name) == (2, "realisasi_unit.csv")
    assert region.origin("3301", "nilai_lama", "3301-p1-2020", YEAR).sequence == 1
    assert region.origin("3301", "penilaian", "nobody-2025", YEAR) is None


def test_a_later_package_does_not_move_the_row_of_an_earlier_one(tmp_path):
    sample.make_store(tmp_path / "region", lambda: NOW)
    with bootstrap.open_desk(tmp_path / "region", sample.PASSPHRASE, clock=lambda: NOW) as desk:
        whole = government("6101")
        few = sample.Government(whole.code, whole.name, whole.units, (whole.people[0], *whole.people[2:]), whole.levels)
        first = sample.let_arrive(desk, few, YEAR, 1, NOW)
        second = sample.let_arrive(desk, whole, YEAR, 2, NOW)
        region = desk.overview.region
        came = {
            name: region.origin("6101", "penilaian", f"6101-{name}-2025", YEAR) for name in ("ani", "budi", "citra")
        }
        assert (came["budi"].package_id, came["budi"].line) == (first, 2)
        assert (came["citra"].package_id, came["citra"].line) == (first, 3)
        assert (came["ani"].package_id, came["ani"].line) == (second, 2)


def test_sendings_tell_late_missing_refused_forked_and_who_is_silent(board):
    lines = {line.agency: line for line in board.overview.region.sendings(YEAR).lines}
    assert lines["3301"].state.name == "IN_TIME" and lines["3301"].version == 1
    assert lines["3302"].state.name == "LATE" and lines["3302"].days_late > 0
    assert lines["3303"].missing == (1,)
    assert lines["3305"].refused == 3
    assert lines["3307"].state.name == "OVERDUE" and not lines["3307"].has_sent


def test_a_generous_agency_is_marked_against_its_own_level_and_a_generous_head_stands_out(board):
    region = board.overview.region
    spread = {line.agency: line for line in region.distributions(YEAR).lines}
    assert spread["3304"].level is OrgLevel.GOOD and spread["3304"].against.name == "ABOVE" and spread["3304"].is_marked
    assert {reason.code for reason in spread["3304"].reasons} >= {"REGION-ABOVE", "V-75"}
    found = region.outliers(YEAR)
    assert found.rule.smallest_group == 10
    first = found.lines[0]
    assert (first.agency, first.rater_name != "", first.predicate) == ("3306", True, Predicate.VERY_GOOD)
    behind = BoardFigure(BoardCount.GROUP, "3306", YEAR, None, (first.unit_id,), first.rater_id)
    assert len(region.people(behind)) == first.size


def test_trends_keep_every_scale_apart_and_ask_for_a_year(board):
    found = board.overview.region.trends([2020, 2024, 2025])
    assert {(line.year, line.scale) for line in found.lines} == {(2020, "PP46"), (2024, "2022"), (2025, "2022")}
    with pytest.raises(UsageRefusal) as refusal:
        board.overview.region.trends([])
    assert refusal.value.code == "REG-102"


def test_indicators_stand_side_by_side_and_who_lacks_one_is_not_in_the_line(board):
    found = board.overview.region.kpi(2025)
    index = next(line for line in found.lines if line.key == "indeks reformasi birokrasi")
    assert {"3301", "3302", "3303"} <= set(index.cells) and "3306" not in index.cells
    assert index.cells["3302"].text.isupper()
    silent = next(one for one in found.governments if one.agency == "3307")
    assert (silent.indicators, silent.mean) == (0, None)


def test_the_board_goes_on_paper_with_the_packages_it_was_counted_from(board, tmp_path):
    region = board.overview.region
    whole = region.board(YEAR)
    assert whole.packages == 6 and len(whole.lines) == 7
    assert whole.counts.closed == sum(line.complete.counts.closed for line in whole.lines)
    outcome = region.print(YEAR, tmp_path)
    assert outcome.numbers[0].startswith("PWIL/") and Path(outcome.file.path).stat().st_size > 10_000
    assert board.documents.verify(Path(outcome.file.path)).documents[0].finding.name == "CURRENT"


def test_what_is_forked_or_superseded_changes_no_count(tmp_path):
    sample.make_store(tmp_path / "region", lambda: NOW)
    with bootstrap.open_desk(tmp_path / "region", sample.PASSPHRASE, clock=lambda: NOW) as desk:
        sample.let_arrive(desk, government("6101"), YEAR, 2, NOW)
        before = desk.overview.region.completeness(YEAR)
        sample.let_arrive(desk, government("6101"), YEAR, 1, NOW, code=ReceiptCode.SUPERSEDED)
        sample.let_arrive(desk, government("6101"), YEAR, 2, NOW, code=ReceiptCode.FORK)
        assert desk.overview.region.completeness(YEAR) == before
        (line,) = desk.overview.region.sendings(YEAR).lines
        assert (line.superseded, line.forks, line.version) == (1, 1, 1)


def test_an_agency_has_no_regional_board_and_nothing_is_drawn_that_did_not_arrive(office, board, tmp_path):
    region = office.desk.overview.region
    for verb in (
        lambda: region.sendings(YEAR),
        lambda: region.completeness(YEAR),
        lambda: region.distributions(YEAR),
        lambda: region.outliers(YEAR),
        lambda: region.trends([2025]),
        lambda: region.kpi(2025),
        lambda: region.people(BoardFigure(BoardCount.DUE, "3372", YEAR)),
        lambda: region.origin("3372", "penilaian", "x", YEAR),
        lambda: region.branch("3372", "U1"),
        lambda: office.desk.documents.copies.draw("3372", "x", YEAR),
        lambda: RegionHonours(region.around).honours(2025),
        lambda: RegionHonours(region.around).accounts(2025),
        lambda: RegionHonours(region.around).account("3372", "x", 2025),
        lambda: RegionHonours(region.around).determination("3372", "x", 2025),
    ):
        with pytest.raises(UsageRefusal) as refusal:
            verb()
        assert refusal.value.code == "REG-101"
    with pytest.raises(UsageRefusal) as refusal:
        board.overview.region.people(BoardFigure(BoardCount.DUE, "9999", YEAR))
    assert refusal.value.code == "REG-103"
    with pytest.raises(UsageRefusal) as refusal:
        board.documents.copies.draw("3307", "3307-p5", YEAR)
    assert refusal.value.code == "REG-104"


def test_an_empty_region_has_nothing_to_print(tmp_path):
    sample.make_store(tmp_path / "region", lambda: NOW)
    with bootstrap.open_desk(tmp_path / "region", sample.PASSPHRASE, clock=lambda: NOW) as desk:
        assert desk.overview.region.board(YEAR).lines == ()
        with pytest.raises(UsageRefusal) as refusal:
            desk.overview.region.print(YEAR, tmp_path)
        assert refusal.value.code == "REG-105"
        for verb, code in ((desk.overview.region_honours.print_honours, "REG-106"),
                           (desk.overview.region_honours.print_accounts, "REG-107")):  # fmt: skip
            with pytest.raises(UsageRefusal) as refusal:
                verb(2025, tmp_path)
            assert refusal.value.code == code


def test_choices_stand_as_they_were_handed_over_and_lead_to_sheet_and_package(board):
    honours = board.overview.region_honours
    found = honours.honours(2025)
    chosen = [one for one in found if one.kind is HonourKind.OF_THE_MONTH]
    assert {one.agency for one in chosen} >= {"3301", "3302"}
    assert "3304" not in {one.agency for one in chosen}, "the fourth government chose nobody"
    may = next(one for one in chosen if one.period.code == "2025-05")
    assert may.suggested and may.suggested != may.name and "layanan keliling" in may.reason
    august = next(one for one in chosen if one.period.code == "2025-08")
    assert august.state is AwardState.WITHDRAWN and august.reason == "Terbukti salah hitung kehadiran"
    came = honours.came_with(may)
    assert (came.table, came.key, came.sender) == ("pegawai_teladan", may.award_id, f"{may.agency}/PC01")
    assert came.line and honours.rests_on(may).code == "2024", "of May nothing is closed but the year before"
    copy = board.documents.copies.draw(may.agency, may.person_id, honours.rests_on(may))
    assert copy.data.startswith(b"%PDF") and copy.name == may.name


def test_who_improved_most_is_what_scoring_everybody_finds(board):
    """Only whoever was judged otherwise is scored; scoring all of them names the same people in the same places."""
    rules = board.overview.around.rulebook.pack(PackKind.RECOGNITION, YEAR.last_day).body.for_gains(of_a_year=True)
    found = [one for one in board.overview.region_honours.honours(2025) if one.kind is HonourKind.MOST_IMPROVED]
    wanted = set()
    for code in ("3301", "3302", "3303", "3304", "3305", "3306"):
        with board.overview.around.store.reading(code) as work:
            named = {one.person_id for one in work.people.all() if rules.looks_at(one)}
            before, now = (
                [
                    score(RecognitionFacts(one.person_id, one.predicate, period, one.behaviour_rating), used)
                    for one in work.evaluations.of_period(period)
                    if one.person_id in named
                ]
                for period, used in ((parse_period("2024"), replace(rules, vetoes=frozenset())), (YEAR, rules))
            )
        wanted |= {(code, one.person_id, one.place, one.gain) for one in gains(before, now, rules) if one.place}
    assert {(one.agency, one.person_id, one.place, one.points) for one in found} == wanted != set()
    gained = next(one for one in found if one.reasons)
    assert gained.reasons[0].code == "REC-GAIN" and board.overview.region_honours.came_with(gained) is None


def test_credit_letters_of_all_governments_lead_to_the_determination(board, tmp_path):
    honours = board.overview.region_honours
    lines = honours.accounts(2025)
    assert {one.agency for one in lines} == {"3301", "3302", "3303", "3305", "3306"} | {"3307"}
    one = next(line for line in lines if line.agency == "3301" and line.letters > 1)
    assert honours.accounts(2025, "3301") == tuple(line for line in lines if line.agency == "3301")
    assert honours.accounts(2022, "3301")[0].letters == 1, "letters of later years are not told"
    detail = honours.account("3301", one.person_id, 2025)
    assert detail.line.standing.total > 0 and sum(item.points for item in detail.line.items) == one.points
    assert (detail.came_with.table, detail.came_with.sender) == ("riwayat_angka_kredit", "3301/PC01")
    assert honours.determination("3301", one.person_id, 2025).startswith(b"%PDF")
    with pytest.raises(UsageRefusal) as refusal:
        honours.accounts(2025, "9999")
    assert refusal.value.code == "REG-103"
    for verb in (honours.account, honours.determination):
        with pytest.raises(UsageRefusal) as refusal:
            verb("3301", "nobody", 2025)
        assert refusal.value.code == "REG-104"
    for printed, mark in ((honours.print_honours(2025, tmp_path), "PHWIL/"),
                          (honours.print_accounts(2025, tmp_path, agencies=("3301",)), "AKWIL/")):  # fmt: skip
        assert printed.numbers[0].startswith(mark)
        assert board.documents.verify(Path(printed.file.path)).documents[0].finding.name == "CURRENT"


def numbers(figure, place=0):
    return [value and int(value) for value in figure.series[place].values]


def test_the_charts_of_the_region_are_those_of_all_governments_and_count_nobody_twice(by_hand):
    """A region has no people of its own: its charts were empty."""
    figures, region = by_hand.overview.figures, by_hand.overview.region
    spread, counted = region.distributions(YEAR), region.completeness(YEAR).whole
    bars = figures.of(FigureKind.DISTRIBUTION, YEAR)
    assert sum(numbers(bars)) == sum(spread.counts.values()) == counted.closed > 0
    assert numbers(bars) == [spread.counts.get(label, 0) for label in WORST_TO_BEST]
    assert bars.curve and [note.code for note in bars.notes] == ["FIG-NOT-CLOSED", "FIG-CURVE"], "both have one level"
    signed = figures.of(FigureKind.SIGNATURES, YEAR)
    undated = sum(int(note.facts["count"]) for note in signed.notes)
    assert sum(numbers(signed)) + undated == counted.signed
    assert set(signed.series[2].values) <= {Decimal(counted.closed)}
    assert bars.unit_name == by_hand.overview.status(YEAR).agency.name


def test_a_unit_of_a_government_has_its_own_charts_at_the_region(by_hand):
    figures = by_hand.overview.figures
    own = {code: figures.of(FigureKind.DISTRIBUTION, YEAR, f"{code}-0") for code in ("6101", "6102")}
    status = {line.code: line for line in by_hand.overview.status(YEAR).agencies}
    for code, figure in own.items():
        assert sum(numbers(figure)) > 0 and figure.unit_id == f"{code}-0" and figure.curve
    assert {code: sum(numbers(figure)) for code, figure in own.items()} == {code: status[code].closed for code in own}
    for kind in figures.kinds:
        assert figures.of(kind, YEAR, "6101-1").kind is kind
    with pytest.raises(UsageRefusal) as refused:
        figures.of(FigureKind.DISTRIBUTION, YEAR, "nowhere")
    assert refused.value.code == "USE-103"


def test_the_achievement_of_the_region_is_the_mean_of_its_governments(board):
    figure = board.overview.figures.of(FigureKind.ACHIEVEMENT, YEAR)
    means = [one.mean for one in board.overview.region.kpi(2025).governments if one.mean is not None]
    whole = dict(zip(figure.categories, figure.series[0].values, strict=True))
    assert whole["2025"] == (sum(means) / len(means)).quantize(Decimal("0.01"), ROUND_HALF_UP)
    some = [note for note in figure.notes if note.code == "FIG-SOME-GOVERNMENTS" and note.facts["period"] == "2025"]
    assert [note.facts["known"] for note in some] == [str(len(means))], "the last has sent nothing of 2025"


def test_the_curve_is_drawn_only_where_all_governments_have_one_level(board, monkeypatch):
    spread = board.overview.figures.of(FigureKind.DISTRIBUTION, YEAR)
    assert spread.curve and "FIG-MANY-LEVELS" not in [note.code for note in spread.notes]
    told = board.overview.region.distributions(YEAR)
    other = replace(told.lines[0], level=OrgLevel.OUTSTANDING)
    mixed = replace(told, lines=(other, *told.lines[1:]))
    monkeypatch.setattr(RegionDesk, "distributions", lambda self, period: mixed)
    spread = board.overview.figures.of(FigureKind.DISTRIBUTION, YEAR)
    assert not spread.curve and "FIG-MANY-LEVELS" in [note.code for note in spread.notes]
