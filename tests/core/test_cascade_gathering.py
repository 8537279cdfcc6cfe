"""Plans that name their superior's result in his own words are linked by that wording, and by nothing else."""

from datetime import date
from itertools import count

from hypothesis import given
from hypothesis import strategies as st

from meritdesk.core.agreement import AgreementIndicator
from meritdesk.core.cascade import Cascade, CascadeLink, Node, NodeKind
from meritdesk.core.cascade_gathering import gather, named_above
from meritdesk.core.matrix import offers_of_plan
from meritdesk.core.people import ReportingLine
from meritdesk.core.plan import (
    Approach,
    Indicator,
    JobClass,
    PerformancePlan,
    ResultKind,
    Target,
    WorkResult,
)

LINES = [ReportingLine("ani", "boss", led_unit_id="unit"), ReportingLine("boss", "mayor", led_unit_id="city")]


def plan_of(person_id, *results):
    """A plan of (text, parent text, indicators...)."""
    made = tuple(
        WorkResult(
            f"{person_id}-{place}",
            place,
            ResultKind.MAIN,
            text,
            parent,
            indicators=tuple(Indicator(f"{person_id}-{place}-{n}", words, Target("1")) for n, words in enumerate(rest)),
        )
        for place, (text, parent, *rest) in enumerate(results, start=1)
    )
    return PerformancePlan(
        person_id, person_id, 2025, Approach.QUANTITATIVE, JobClass.JA_JF, date(2025, 1, 1), date(2025, 12, 31), made
    )


def gathered(*plans, agreements=(), lines=LINES, links=()):
    numbers = count()
    return gather(plans, agreements, lines, {"unit": "boss"}, links, lambda: f"l{next(numbers)}")


BOSS = plan_of("boss", ("Layanan bermutu", "", "Indeks kepuasan", "Waktu layanan"))


def parents(done):
    return [(link.child.key, link.parent.key) for link in done.links]


def test_a_result_that_names_the_raters_result_serves_its_first_indicator():
    done = gathered(BOSS, plan_of("ani", ("Diagnosa tepat", "layanan  bermutu.")))
    assert parents(done) == [("ani-1", "boss-1-0")]
    assert done.links[0].host_unit_id == "unit"
    assert done.unmatched == ()


def test_a_quoted_indicator_decides_wherever_it_is_written():
    inside = plan_of("ani", ("Diagnosa tepat", "Layanan bermutu\nIndikator Kinerja Individu: Waktu layanan"))
    assert parents(gathered(BOSS, inside)) == [("ani-1", "boss-1-1")]
    apart = WorkResult("r", 1, ResultKind.MAIN, "x", "Layanan bermutu", parent_indicator="Waktu layanan")
    assert named_above(apart) == ("Layanan bermutu", "Waktu layanan")


def test_what_the_rater_has_not_planned_is_counted_and_nothing_is_guessed():
    done = gathered(BOSS, plan_of("ani", ("Diagnosa tepat", "Sesuatu yang lain")))
    assert done.links == ()
    assert [result.text for result in done.unmatched] == ["Diagnosa tepat"]


def test_a_leaders_result_from_the_agreement_serves_the_agreement():
    goal = AgreementIndicator("goal", "unit", 2025, 1, "Sasaran", "indeks kepuasan", Target("1"))
    done = gathered(BOSS, agreements=[goal])
    assert [(link.child.key, link.parent.kind) for link in done.links] == [("boss-1", NodeKind.AGREEMENT)]


def test_a_link_made_before_stays_and_gathering_twice_finds_nothing_new():
    ani = plan_of("ani", ("Diagnosa tepat", "Layanan bermutu"))
    first = gathered(BOSS, ani)
    assert gathered(BOSS, ani, links=first.links).links == ()
    by_hand = CascadeLink("h", 2025, Node(NodeKind.INDICATOR, "boss-1-1"), Node(NodeKind.RESULT, "ani-1"))
    assert gathered(BOSS, ani, links=[by_hand]).links == ()


def test_two_who_rate_each_other_close_no_circle():
    lines = [ReportingLine("a", "b", led_unit_id="u"), ReportingLine("b", "a", led_unit_id="u")]
    done = gathered(plan_of("a", ("Satu", "Dua", "i")), plan_of("b", ("Dua", "Satu", "i")), lines=lines)
    assert done.links == ()


words = st.sampled_from(["w0", "w1", "w2", ""])


@given(
    st.dictionaries(st.integers(0, 4), st.lists(st.tuples(words, words), max_size=3), max_size=5),
    st.lists(st.tuples(st.integers(0, 4), st.integers(0, 4)), max_size=6),
)
def test_whoever_rates_whom_no_circle_comes_to_be(planned, rated):
    plans = [plan_of(str(key), *((text or "x", parent, "i") for text, parent in rows)) for key, rows in planned.items()]
    lines = [ReportingLine(str(child), str(rater), led_unit_id="u") for child, rater in dict(rated).items()]
    done = gathered(*plans, lines=lines)
    offers = {offer.node: offer for plan in plans for offer in offers_of_plan(plan)}
    assert Cascade(offers, done.links).loops() == ()
    assert len({link.child for link in done.links}) == len(done.links)
