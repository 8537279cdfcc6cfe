"""The worked cases of the numeric years (other-rules 13.2 to 13.5): tables a lawyer can read, every row a test."""

import csv
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

import pytest

from meritdesk.core.old_years import LineKind, OldCategory, OldEvaluation, OldLine, OldPart, OldScheme
from meritdesk.core.plan import Direction, JobClass
from meritdesk.core.scoring.numeric import achievement, indicator_score, result_category, whole_percent
from meritdesk.core.scoring.numeric_final import converted, old_result
from meritdesk.core.scoring.numeric_skp import skp_of_2021
from meritdesk.rulebook import Rulebook

TABLES = Path(__file__).parents[2] / "rules"
BOOK = Rulebook()
SECOND_HALF = BOOK.old_rules(date(2021, 12, 31))
PAN8 = SECOND_HALF.pan8
SHORT = dict(zip(("SB", "B", "C", "K", "SK"), OldCategory, strict=True))


def cases(table):
    with (TABLES / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter=";"))
    return pytest.mark.parametrize("row", rows, ids=[row["id"] for row in rows])


def number(text):
    return Decimal(text.replace(",", "."))


def category(word, final):
    return next(label for label, printed in final.labels.items() if printed == word)


def paper(scheme, skp, behaviour, part=OldPart.YEAR, year=2020, **more):
    return OldEvaluation("e", "p", year, part, scheme, skp_score=skp, behaviour_score=behaviour, **more)


@cases("numeric_achievement")
def test_the_achievement_of_an_indicator(row):
    direction = Direction.LESS if row["kondisi"] == "khusus" else Direction.MORE
    given = (number(row["realisasi"]), number(row["bawah"]), number(row["atas"]), direction)
    if row["persen"] == "kesalahan":
        with pytest.raises(ValueError, match="no target"):
            achievement(*given)
        return
    percent = achievement(*given)
    assert percent.quantize(Decimal("0.01"), ROUND_HALF_UP) == number(row["persen"])
    assert whole_percent(percent, PAN8) == number(row["persen_bulat"])


@cases("numeric_indicator")
def test_the_label_and_score_of_an_achievement(row):
    found, score = indicator_score(number(row["capaian"]), PAN8, row["target_tertinggi"] == "ya")
    assert SECOND_HALF.pp30.final.labels[found] == row["kategori"]
    assert score == number(row["nilai"])


@cases("numeric_result")
def test_the_label_and_score_of_a_result_from_its_aspects(row):
    found = result_category([SHORT[word] for word in row["aspek"].split()])
    assert found is SHORT[row["kategori"]]
    assert PAN8.result_score[found] == number(row["nilai"])


@cases("numeric_pp30")
def test_the_mix_and_the_label_of_pp_30(row):
    stated = paper(
        OldScheme.PP30,
        number(row["skp"]),
        number(row["perilaku"]),
        asks_peers=row["rekan_ditanya"] == "ya",
        new_idea="Layanan jemput bola" if row["ide_baru"] == "ya" else "",
    )
    rules = BOOK.old_rules(date(2020, 12, 31))
    result = old_result(stated, rules)
    assert result.score == number(row["nilai"])
    assert result.category is category(row["sebutan"], rules.pp30.final)


@cases("numeric_pp46")
def test_the_mix_the_label_and_the_conversion_of_pp_46(row):
    rules = BOOK.old_rules(date(2021, 6, 30))
    stated = paper(OldScheme.PP46, number(row["skp"]), number(row["perilaku"]), OldPart.FIRST_HALF, 2021)
    result = old_result(stated, rules)
    assert result.score == number(row["nilai"])
    assert result.category is category(row["sebutan"], rules.pp46.final)
    assert PAN8.rounded(converted(result.score, PAN8.conversion)) == number(row["skala_120"])


def test_the_published_total_of_a_leader_is_102_8():
    """59,2 + 43,6: the 60 and 40 per cent that the pack reads into the published example."""
    lines = (
        *(OldLine(1, LineKind.MAIN, score=score) for score in (Decimal("98.67"),)),
        OldLine(2, LineKind.ACTION_PLAN, score=Decimal(109)),
    )
    found = skp_of_2021(lines, JobClass.JPT_OR_AUTONOMOUS, PAN8)
    assert [group.value for group in found.groups] == [Decimal("59.20"), Decimal("43.60")]
    assert found.score == Decimal("102.80")


def test_additional_work_counts_up_to_its_cap_of_ten():
    ten, best = Decimal(10), OldCategory.VERY_GOOD
    extra = OldLine(2, LineKind.ADDITIONAL, category=best, score=Decimal(120), scope_weight=ten)
    main = OldLine(1, LineKind.MAIN, low=ten, high=ten, actual=ten)
    found = skp_of_2021((main, extra), JobClass.JA_JF, PAN8)
    assert found.groups[1].value == Decimal("12.00")
    assert found.additional_total == Decimal(10)
    assert found.score == Decimal("110.00")
