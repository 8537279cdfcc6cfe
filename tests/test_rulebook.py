"""The rulebook: which packs were in force when, and that nobody edits a published one unseen."""

import csv
import json
import re
import shutil
from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest

from meritdesk.core.errors import FileRefusal, UsageRefusal
from meritdesk.core.evaluation import OrgLevel, Predicate, Rating
from meritdesk.core.old_years import OldScheme
from meritdesk.core.plan import BehaviourValue
from meritdesk.core.rules import NOT_OF_A_RESULT, PackKind
from meritdesk.resources import resource
from meritdesk.rulebook import Rulebook
from meritdesk.rulebook.figures import refuse_strange_figures

DIGESTS = Path(__file__).parent / "rules" / "pack_digests.csv"


@pytest.fixture
def folder(tmp_path):
    return Path(shutil.copytree(resource("rules"), tmp_path / "rules"))


def edit(folder, name, change):
    path = folder / name
    content = json.loads(path.read_text(encoding="utf-8"))
    change(content)
    path.write_text(json.dumps(content), encoding="utf-8")


def refused(folder):
    with pytest.raises(FileRefusal) as found:
        Rulebook(folder)
    return found.value


def test_a_published_pack_is_never_edited():
    """A change of the law is a new pack with its own dates; a line here changes only before the first release."""
    with DIGESTS.open(encoding="utf-8", newline="") as file:
        pinned = {row["pack_id"]: row["digest"] for row in csv.DictReader(file, delimiter=";")}
    assert {pack.pack_id: pack.digest for pack in Rulebook().packs} == pinned


def test_every_pack_names_its_regulation_pages_and_who_checked_it():
    for pack in Rulebook().packs:
        assert pack.regulation in pack.source
        assert pack.article
        assert pack.checked_by
        assert pack.doubt


def test_a_regulation_is_added_without_code(folder):
    """The worked example of docs/packs.md: a circular of 2027, and nothing but files."""
    circulars = folder / "distribution_circular"
    shutil.copy(circulars / "2023.json", circulars / "2027.json")

    def of_2027(pack):
        pack.update(pack_id="distribution-circular-2027", valid_from="2027-01-01", periods_from="2027-01-01")
        pack["body"]["limits"]["GOOD"][0]["share"] = "0.60"

    edit(folder, "distribution_circular/2027.json", of_2027)
    book = Rulebook(folder)
    shares = [book.in_force(date(year, 12, 31)).circular.limits[OrgLevel.GOOD][0].share for year in (2026, 2027)]
    assert shares == [Fraction(7, 10), Fraction(3, 5)]


@pytest.mark.parametrize("on", [date(2022, 1, 31), date(2022, 12, 31), date(2025, 12, 31)])
def test_periods_from_2022_follow_the_regulation_of_2022(on):
    rules = Rulebook().in_force(on)
    assert rules.predicate_matrix.cells[Rating.ABOVE, Rating.MEETS] is Predicate.GOOD
    assert rules.suggestion.main_below_warning_more_than == Fraction(1, 3)


@pytest.mark.parametrize("on", [date(2021, 6, 30), date(2020, 12, 31), date(2011, 12, 31)])
def test_older_periods_are_never_appraised_by_the_rules_of_today(on):
    with pytest.raises(UsageRefusal) as found:
        Rulebook().in_force(on)
    assert found.value.code == "ASM-110"
    assert found.value.facts["year"] == on.year


@pytest.mark.rule("V-100", "fires")
@pytest.mark.parametrize("on", [date(2021, 7, 31), date(2021, 9, 30), date(2021, 12, 31)])
def test_july_to_december_2021_belongs_to_the_regulation_of_2021(on):
    with pytest.raises(UsageRefusal, match="V-100"):
        Rulebook().in_force(on)
    assert Rulebook().old_rules(on).allows(OldScheme.PAN8)


@pytest.mark.rule("V-100", "silent")
def test_the_months_around_it_are_not_meant_by_that_rule():
    assert Rulebook().in_force(date(2022, 1, 31)).packs
    with pytest.raises(UsageRefusal, match="ASM-110"):
        Rulebook().in_force(date(2021, 6, 30))


@pytest.mark.parametrize(
    ("on", "schemes"),
    [
        (date(2013, 12, 31), ()),
        (date(2014, 12, 31), (OldScheme.PP46,)),
        (date(2020, 12, 31), (OldScheme.PP46, OldScheme.PP30)),
        (date(2021, 6, 30), (OldScheme.PP46, OldScheme.PP30)),
        (date(2021, 12, 31), (OldScheme.PP30, OldScheme.PAN8)),
        (date(2022, 12, 31), ()),
    ],
)
def test_each_old_year_has_its_own_numeric_rules(on, schemes):
    rules = Rulebook().old_rules(on)
    assert tuple(scheme for scheme in OldScheme if rules.allows(scheme)) == schemes
    assert all(rules.refs_of(scheme) for scheme in schemes)


def test_the_circular_joins_in_2023():
    book = Rulebook()
    before, after = book.in_force(date(2022, 12, 31)), book.in_force(date(2023, 1, 31))
    assert before.circular is None
    assert after.circular is not None
    assert {ref.pack_id for ref in after.refs()} - {ref.pack_id for ref in before.refs()} == {
        "distribution-circular-2023"
    }


def test_the_references_of_a_rule_set_are_complete_and_in_a_fixed_order():
    refs = Rulebook().in_force(date(2025, 12, 31)).refs()
    assert len(refs) == len([one for one in set(PackKind) - NOT_OF_A_RESULT if not one.name.startswith("NUMERIC")])
    assert [ref.pack_id for ref in refs] == sorted(ref.pack_id for ref in refs)
    assert all(len(ref.digest) == 64 for ref in refs)


def test_the_labels_are_those_of_the_forms():
    labels = Rulebook().labels(date(2025, 12, 31))
    assert labels.ratings[Rating.ABOVE].printed == "DIATAS EKSPEKTASI"
    assert labels.predicates[Predicate.POOR].printed == "KURANG (MISCONDUCT)"
    assert labels.levels[OrgLevel.OUTSTANDING].printed == "ISTIMEWA"
    assert [labels.behaviours[value].printed for value in BehaviourValue][0::6] == [
        "Berorientasi pelayanan",
        "Kolaboratif",
    ]


def test_the_curve_of_a_level_has_its_top_over_the_dominant_predicate():
    worst_first = list(reversed(Predicate))
    for level, curve in Rulebook().in_force(date(2025, 12, 31)).pattern.curves.items():
        assert worst_first[curve.points.index(max(curve.points))] is curve.dominant
        assert max(curve.points) == Decimal(60)
        assert curve.title[1].startswith("CAPAIAN KINERJA ORGANISASI "), level


def test_the_digest_follows_the_content_and_not_the_layout(folder):
    before = {pack.pack_id: pack.digest for pack in Rulebook(folder).packs}
    edit(folder, "suggestion/2022.json", lambda content: None)
    assert {pack.pack_id: pack.digest for pack in Rulebook(folder).packs} == before
    edit(folder, "suggestion/2022.json", lambda content: content.update(doubt="lain"))
    changed = {pack.pack_id for pack in Rulebook(folder).packs if pack.digest != before[pack.pack_id]}
    assert changed == {"suggestion-2022"}


@pytest.mark.parametrize(
    ("name", "change", "detail"),
    [
        ("suggestion/2022.json", lambda content: content.update(extra=1), "extra"),
        ("suggestion/2022.json", lambda content: content["body"].update(extra="1/2"), "extra"),
        ("suggestion/2022.json", lambda content: content["body"].update(overall_above_more_than="0.5"), "regex"),
        ("suggestion/2022.json", lambda content: content["body"].update(overall_above_more_than="3/2"), "3/2"),
        ("suggestion/2022.json", lambda content: content.update(valid_from="kemarin"), "valid_from"),
        ("suggestion/2022.json", lambda content: content.update(valid_to="2021-12-31"), "valid_to"),
        ("suggestion/2022.json", lambda content: content.update(kind="labels"), "labels"),
        ("suggestion/2022.json", lambda content: content.pop("source"), "source"),
        ("predicate_matrix/2022.json", lambda content: content["body"]["cells"].pop(), "nine"),
        (
            "predicate_matrix/2022.json",
            lambda content: content["body"]["cells"].append(content["body"]["cells"][0]),
            "nine",
        ),
        ("labels/2022.json", lambda content: content["body"]["levels"].pop("POOR"), "POOR"),
        ("distribution_pattern/2022.json", lambda content: content["body"]["curves"].pop("GOOD"), "GOOD"),
        (
            "distribution_circular/2023.json",
            lambda content: content["body"]["limits"]["GOOD"][0].pop("share"),
            "share",
        ),
        (
            "distribution_circular/2023.json",
            lambda content: content["body"]["limits"]["GOOD"][1].update(share="0.1"),
            "share",
        ),
        ("numeric_2021/2021.json", lambda content: content["body"]["bands"].pop(3), "gap"),
        ("numeric_2021/2021.json", lambda content: content["body"]["bands"][5].update(high="200"), "no end"),
        ("numeric_2021/2021.json", lambda content: content["body"].update(agreement_share="0.7"), "add up"),
        ("numeric_2021/2021.json", lambda content: content["body"]["conversion"][3].update(new="10"), "rise"),
        ("numeric_2021/2021.json", lambda content: content["body"]["scope_weight"].pop("UNIT"), "UNIT"),
        ("numeric_pp30/2019.json", lambda content: content["body"]["weights"].update(skp="0.80"), "add up"),
        ("numeric_pp30/2019.json", lambda content: content["body"]["thresholds"][4].update(lowest="5"), "zero"),
        ("numeric_pp30/2019.json", lambda content: content["body"]["thresholds"].pop(1), "once"),
        ("numeric_pp46/2011.json", lambda content: content["body"]["aspects"].pop("LEADERSHIP"), "LEADERSHIP"),
        ("numeric_pp46/2011.json", lambda content: content["body"]["labels"].pop("POOR"), "word"),
        ("special_cases/2022.json", lambda content: content["body"]["drop_out"].update(ABOVE="GOOD"), "GOOD"),
        ("region_outliers/2022.json", lambda content: content["body"].update(uniform_below="0.'90"), "no number"),
        ("region_outliers/2022.json", lambda content: content["body"].update(least_distance="NaN"), "no plain figure"),
    ],
)
def test_a_pack_that_says_something_impossible_is_refused_by_name(folder, name, change, detail):
    edit(folder, name, change)
    refusal = refused(folder)
    assert refusal.code == "ASM-111"
    assert refusal.facts["file"] == name
    assert detail in str(refusal.facts["detail"])


def figures(said, way=()):
    """The way to every text that is a figure."""
    if isinstance(said, dict | list):
        for key, below in said.items() if isinstance(said, dict) else enumerate(said):
            yield from figures(below, (*way, key))
    elif isinstance(said, str) and re.fullmatch(r"-?\d+(\.\d+)?", said):
        yield way


@pytest.mark.parametrize("figure", ["NaN", "sNaN", "Infinity", "-inf", "1e999999", "1_0", " 1", "１２"])
def test_what_is_no_plain_figure_is_refused_wherever_one_stands(figure):
    """In every pack that is given, whatever its kind."""
    book = Rulebook()
    for path in sorted(resource("rules").rglob("*.json")):
        ways = list(figures(json.loads(path.read_text(encoding="utf-8"))["body"]))
        for way in ways[:: max(1, len(ways) // 4)]:
            content = json.loads(path.read_text(encoding="utf-8"))
            place = content["body"]
            for key in way[:-1]:
                place = place[key]
            place[way[-1]] = figure
            with pytest.raises(FileRefusal) as refusal:
                book.read_local(json.dumps(content))
            # Another code would say that the pack could be read and only clashes with the shipped one.
            assert refusal.value.code == "ASM-111", (path.name, way)


def test_words_that_only_look_like_figures_are_words():
    refuse_strange_figures({"version": "3.11.7", "pages": "94-97", "nip": "198501012010011001", "day": "2026-01-31"})


def test_a_torn_pack_is_refused(folder):
    (folder / "labels" / "2022.json").write_text('{"pack_id": "lab', encoding="utf-8")
    assert refused(folder).code == "ASM-111"


def test_two_packs_of_a_kind_for_the_same_day_are_refused(folder):
    shutil.copy(folder / "suggestion" / "2022.json", folder / "suggestion" / "2024.json")
    edit(folder, "suggestion/2022.json", lambda content: content.update(valid_to="2024-06-30"))
    edit(folder, "suggestion/2024.json", lambda content: content.update(pack_id="next", periods_from="2024-01-01"))
    refusal = refused(folder)
    assert refusal.code == "ASM-112"
    assert refusal.facts == {"first": "suggestion-2022", "second": "next"}
    for name in ("2022", "2024"):
        edit(
            folder, f"suggestion/{name}.json", lambda content: content.update(valid_to=None, periods_from="2022-01-01")
        )
    assert refused(folder).code == "ASM-112"


def test_a_pack_with_a_last_day_gives_way_to_the_next(folder):
    shutil.copy(folder / "suggestion" / "2022.json", folder / "suggestion" / "2024.json")
    edit(folder, "suggestion/2022.json", lambda content: content.update(valid_to="2023-12-31"))
    edit(folder, "suggestion/2024.json", lambda content: content.update(pack_id="next", periods_from="2024-01-01"))
    book = Rulebook(folder)
    for on, pack_id in ((date(2023, 12, 31), "suggestion-2022"), (date(2024, 1, 31), "next")):
        assert pack_id in [ref.pack_id for ref in book.in_force(on).refs()]


def test_an_incomplete_book_is_refused_when_it_is_asked(folder):
    (folder / "labels" / "2022.json").unlink()
    with pytest.raises(UsageRefusal) as found:
        Rulebook(folder).in_force(date(2025, 12, 31))
    assert found.value.facts["rule"] == "PACK:LABELS"
