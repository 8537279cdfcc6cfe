"""The cascade: shares, circles, orphans, and placeholders that are relinked so that nobody waits."""

import csv
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meritdesk.core.cascade import (
    Cascade,
    CascadeLink,
    CascadeMethod,
    Coverage,
    MethodChoice,
    Node,
    NodeKind,
    Offer,
    Placeholder,
    coverage_of,
    open_shares,
    parse_node,
    relink,
    settle_role,
    share_faults,
)
from meritdesk.core.plan import Target

TABLES = Path(__file__).parents[1] / "rules"


def cases(table):
    with (TABLES / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter=";"))
    return pytest.mark.parametrize("row", rows, ids=[row["id"] for row in rows])


def result(key):
    return Node(NodeKind.RESULT, key)


def link(child, parent, number=None, **more):
    return CascadeLink(f"l{number or child.key}", 2025, parent, child, **more)


def offers(*nodes, **more):
    return {node: Offer(node, node.key, **more) for node in nodes}


@cases("cascade_shares")
def test_shares_are_held_against_the_leaders_target(row):
    parent = Node(NodeKind.INDICATOR, "leader")
    figure = "".join(letter for letter in row["target_pimpinan"] if letter.isdigit())
    aim = Decimal(figure) if figure else None
    parts = [part.strip() for part in row["bagian"].split("+")]
    links = tuple(
        link(result(f"r{place}"), parent, part=part, share=Decimal(part) if part.isdigit() else None)
        for place, part in enumerate(parts)
    )
    choices = {}
    if row["metode"]:
        method = CascadeMethod(row["metode"])
        choices = {parent: MethodChoice(2025, parent, method)}
        assert method.is_direct is (row["langsung"] == "ya")
    known = {parent: Offer(parent, "indicator", Target(row["target_pimpinan"], aim, aim))}
    cascade = Cascade({**known, **offers(*(one.child for one in links))}, links, choices)
    fired = (["V-42"] if share_faults(cascade) else []) + (["V-43"] if cascade.method_of(parent) is None else [])
    assert fired == row["aturan"].split()


@given(st.lists(st.integers(1, 10_000), min_size=1, max_size=12), st.integers(-50, 50))
def test_shares_are_faulty_exactly_when_they_miss_the_target(shares, off):
    parent = Node(NodeKind.INDICATOR, "leader")
    aim = Decimal(sum(shares) + off)
    links = tuple(link(result(f"r{n}"), parent, share=Decimal(share)) for n, share in enumerate(shares))
    choices = {parent: MethodChoice(2025, parent, CascadeMethod.SHARE)}
    cascade = Cascade({parent: Offer(parent, "i", Target("", aim, aim))}, links, choices)
    faults = share_faults(cascade)
    assert bool(faults) is (off != 0)
    for fault in faults:
        assert (fault.shares, fault.target) == (Decimal(sum(shares)), aim)


def test_an_open_share_is_named_and_nothing_is_added_up():
    parent = Node(NodeKind.INDICATOR, "leader")
    links = (link(result("a"), parent, share=Decimal(5)), link(result("b"), parent))
    choices = {parent: MethodChoice(2025, parent, CascadeMethod.SHARE)}
    cascade = Cascade({parent: Offer(parent, "i", Target("", Decimal(10), Decimal(10)))}, links, choices)
    assert share_faults(cascade) == ()
    assert [one.link_id for one in open_shares(cascade)] == ["lb"]


def test_a_link_to_oneself_or_to_somebody_below_would_close_a_circle():
    a, b, c = result("a"), result("b"), result("c")
    cascade = Cascade(offers(a, b, c), (link(b, a), link(c, b)))
    assert cascade.would_loop(a, a)
    assert cascade.would_loop(a, c)
    assert not cascade.would_loop(c, a)


def test_the_circle_is_seen_through_the_result_that_contains_an_indicator():
    a, b = result("a"), result("b")
    measure = Node(NodeKind.INDICATOR, "of a")
    known = {**offers(a, b), measure: Offer(measure, "i", owner=a)}
    cascade = Cascade(known, (link(b, measure),))
    assert cascade.would_loop(a, b)


def test_a_circle_that_came_in_from_outside_is_named_once():
    a, b, c, d = (result(key) for key in "abcd")
    cascade = Cascade(offers(a, b, c, d), (link(b, a), link(c, b), link(a, c), link(d, a)))
    assert cascade.loops() == ((a, c, b),)


@given(st.lists(st.tuples(st.integers(0, 7), st.integers(0, 7)), max_size=30))
def test_with_the_guard_no_circle_ever_comes_to_be(pairs):
    nodes = [result(str(place)) for place in range(8)]
    cascade = Cascade(offers(*nodes))
    for number, (child, parent) in enumerate(pairs):
        if not cascade.would_loop(nodes[child], nodes[parent]):
            cascade = replace(cascade, links=(*cascade.links, link(nodes[child], nodes[parent], f"-{number}")))
    assert cascade.loops() == ()


@given(st.lists(st.tuples(st.integers(0, 5), st.integers(0, 5)), max_size=20))
def test_circles_are_found_exactly_when_somebody_stands_above_himself(pairs):
    nodes = [result(str(place)) for place in range(6)]
    links = tuple(link(nodes[child], nodes[parent], f"-{n}") for n, (child, parent) in enumerate(pairs))
    cascade = Cascade(offers(*nodes), links)
    has_circle = any(cascade.would_loop(one.child, one.parent) for one in links)
    assert bool(cascade.loops()) is has_circle


def test_a_result_that_serves_nothing_is_an_orphan_and_a_lost_parent_is_named():
    a, b, gone = result("a"), result("b"), result("gone")
    cascade = Cascade(offers(a, b), (link(b, gone),))
    assert [offer.node for offer in cascade.orphans()] == [a]
    assert [one.parent for one in cascade.dangling()] == [gone]


def test_placeholders_are_relinked_when_the_superiors_plan_comes():
    place = Placeholder("p1", 2025, "unit", "Layanan  ANC sesuai standar.", "boss")
    below = link(result("midwife"), Node(NodeKind.PLACEHOLDER, "p1"))
    measure = Node(NodeKind.INDICATOR, "i1")
    offer = Offer(measure, "layanan anc sesuai standar", person_id="boss")
    done = relink([below], [place], [offer])
    assert done.moved == (replace(below, parent=measure),)
    assert done.filled == (place,)
    assert done.waiting == ()


def test_a_wording_that_fits_two_waits_for_the_clerk_who_may_say_which():
    place = Placeholder("p1", 2025, "unit", "Layanan", "boss")
    below = link(result("midwife"), Node(NodeKind.PLACEHOLDER, "p1"))
    twins = [Offer(Node(NodeKind.INDICATOR, key), "Layanan", person_id="boss") for key in ("i1", "i2")]
    assert relink([below], [place], twins).waiting == (place,)
    assert relink([below], [place], twins, {"p1": twins[1].node}).moved[0].parent == twins[1].node


def test_somebody_elses_wording_fills_no_placeholder():
    place = Placeholder("p1", 2025, "unit", "Layanan", "boss")
    other = Offer(Node(NodeKind.INDICATOR, "i1"), "Layanan", person_id="other", unit_id="unit")
    assert relink([], [place], [other]).waiting == (place,)
    vacant = replace(place, owner_id="")
    assert relink([], [vacant], [other]).filled == (vacant,)


@given(
    st.lists(st.tuples(st.integers(0, 5), st.integers(0, 3)), max_size=20),
    st.lists(st.sampled_from(["w0", "w1", "w2", "w3", "w9"]), max_size=6),
)
def test_relinking_loses_no_link_closes_no_circle_and_done_twice_changes_nothing(pairs, plan):
    places = [Placeholder(f"p{n}", 2025, "unit", f"w{n}", "boss") for n in range(4)]
    tops = [Offer(Node(NodeKind.INDICATOR, f"i{n}"), text, None, result(str(n)), "boss") for n, text in enumerate(plan)]
    links = [
        link(result(str(child)), Node(NodeKind.PLACEHOLDER, f"p{place}"), f"-{n}")
        for n, (child, place) in enumerate(pairs)
    ]
    done = relink(links, places, tops)
    assert {place.placeholder_id for place in (*done.filled, *done.waiting)} == {p.placeholder_id for p in places}
    lifted = {one.link_id: one for one in done.moved}
    after = [lifted.get(one.link_id, one) for one in links]
    assert [(one.link_id, one.child) for one in after] == [(one.link_id, one.child) for one in links]
    assert Cascade({top.node: top for top in tops}, tuple(after)).loops() == ()
    again = relink(after, done.waiting, tops)
    assert again.moved == ()


def test_a_role_that_enters_a_plan_takes_its_followers_along():
    role = Node(NodeKind.ROLE, "l1")
    lead = CascadeLink("l1", 2025, Node(NodeKind.INDICATOR, "top"), role, text="Peran")
    member = CascadeLink("l2", 2025, role, result("member"))
    other = CascadeLink("l3", 2025, result("x"), result("y"))
    assert lead.is_waiting
    changed = settle_role([lead, member, other], "l1", "r1")
    assert changed == (replace(lead, child=result("r1")), replace(member, parent=result("r1")))


def test_a_node_is_read_back_from_its_code():
    node = Node(NodeKind.AGREEMENT, "a:b")
    assert parse_node(node.code) == node
    assert parse_node("NOTHING:1") is None
    assert parse_node("RESULT:") is None


def test_coverage_says_how_well_an_indicator_is_taken_up():
    parent = Node(NodeKind.INDICATOR, "leader")
    ten = Target("10", Decimal(10), Decimal(10))
    known = {parent: Offer(parent, "i", ten), **offers(result("a"), result("b"))}
    shared = {parent: MethodChoice(2025, parent, CascadeMethod.SHARE)}

    def covered(*links, choices=shared):
        return coverage_of(Cascade(known, links, choices), parent)

    whole, half = (link(result("a"), parent, share=Decimal(share)) for share in (10, 5))
    assert covered() is Coverage.OPEN
    assert covered(whole) is Coverage.TAKEN
    assert covered(half) is Coverage.PARTLY
    assert covered(whole, choices={}) is Coverage.PARTLY
    assert covered(replace(whole, child=Node(NodeKind.ROLE, "x"))) is Coverage.PARTLY
    assert covered(replace(whole, share=None)) is Coverage.PARTLY
    assert coverage_of(Cascade(known), result("a")) is Coverage.NOT_NEEDED
