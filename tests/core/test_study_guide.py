"""The guide on grade averages of p. 63, row by row."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from meritdesk.core.plan_parts import Accreditation, StudyLevel, StudyTerms
from meritdesk.core.study_guide import StudyBand
from tests.core.plan_samples import GUIDE
from tests.core.test_wording import cases

BANDS = {
    "Sangat Baik": StudyBand.VERY_GOOD,
    "Baik": StudyBand.GOOD,
    "Butuh Perbaikan": StudyBand.NEEDS_IMPROVEMENT,
    "Kurang/Misconduct": StudyBand.POOR,
    "di luar tabel": None,
}


def terms_of(row):
    return StudyTerms(
        StudyLevel.BACHELOR if row["level"] == "S-1" else StudyLevel.GRADUATE,
        row["abroad"] == "ya",
        Accreditation(row["university"]) if row["university"] else None,
        Accreditation(row["programme"]) if row["programme"] else None,
    )


@cases("study_guide")
def test_a_grade_average_stands_in_its_band(row):
    assert GUIDE.band(terms_of(row), Decimal(row["average"].replace(",", "."))) is BANDS[row["band"]]


@given(
    st.sampled_from(StudyLevel), st.sampled_from(Accreditation), st.sampled_from(Accreditation),
    st.decimals(min_value=0, max_value=4, places=3), st.decimals(min_value=0, max_value=4, places=3),
)  # fmt: skip
def test_a_better_average_never_stands_in_a_worse_band(level, university, programme, one, other):
    terms = StudyTerms(level, False, university, programme)
    order = list(StudyBand)
    worse, better = sorted((one, other))
    found = GUIDE.band(terms, worse), GUIDE.band(terms, better)
    if None in found:
        assert found == (None, None)
    else:
        assert order.index(found[1]) <= order.index(found[0])
