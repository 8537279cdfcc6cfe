"""Whose certificate it is, and whose turn: names as offices write them, and the order in which each form is signed."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meritdesk.core.documents import SignaturePlace, SignerRole
from meritdesk.core.signatures import Certificate, field_box, places_in_order, plain_name

R, P, S, O = SignerRole.RATEE, SignerRole.RATER, SignerRole.SUPERIOR, SignerRole.OTHER  # noqa: E741


def place(role: SignerRole, name: str = "Siti Aminah, S.E.", nip: str = "") -> SignaturePlace:
    return SignaturePlace(role, name, nip, 1, 60, 160, 246, 42)


def certificate(holder: str, subject: str = "") -> Certificate:
    starts, ends = datetime(2025, 1, 1, tzinfo=UTC), datetime(2027, 1, 1, tzinfo=UTC)
    return Certificate(holder, subject or f"CN={holder}", "CA", "1", "ab" * 32, starts, ends)


@pytest.mark.parametrize(
    ("steps", "roles", "order"),
    [
        ((P, R), (R, P), (P, R)),
        ((S, R), (R, S), (S, R)),
        ((P, R, S), (R, P, S), (P, R, S)),
        ((R, P), (R, P), (R, P)),
        ((R,), (O, R), (R, O)),
        ((), (O, O), (O, O)),
    ],
)
def test_places_are_signed_by_the_steps_of_the_form(steps, roles, order):
    places = [place(role) for role in roles]
    assert tuple(places[index].role for index in places_in_order(steps, places)) == order


ROLES = st.lists(st.sampled_from(list(SignerRole)), unique=True)


@given(ROLES, st.lists(st.sampled_from(list(SignerRole)), max_size=6))
def test_the_order_of_signing_leaves_nobody_out(steps, roles):
    assert sorted(places_in_order(steps, [place(role) for role in roles])) == list(range(len(roles)))


@pytest.mark.parametrize(
    ("printed", "stated"),
    [
        ("Drs. H. Bambang Hartono, M.Si.", "BAMBANG HARTONO"),
        ("dr. Puspita Mardiana, M.Kes.", "Puspita Mardiana"),
        ("I Gusti Ayu Dewi, S.H.", "i gusti ayu dewi"),
        ("Hj. Siti Nur'aini", "Siti Nur aini"),
        ("José Ximenes", "JOSE XIMENES"),
    ],
)
def test_titles_capitals_and_accents_do_not_part_a_name_from_itself(printed, stated):
    assert plain_name(printed) == plain_name(stated)
    assert certificate(stated).names(place(P, printed))


@pytest.mark.parametrize(("printed", "stated"), [("Siti Aminah", "Siti Aminah Wati"), ("", ""), ("Budi", "Budiman")])
def test_another_name_is_another_person(printed, stated):
    assert not certificate(stated).names(place(P, printed))


def test_a_nip_in_the_certificate_decides_over_the_name():
    own, other = "197502022000012002", "198003032005011003"
    stated = certificate("E. LESTARI", f"CN=E. LESTARI, serialNumber={own}")
    assert stated.names(place(P, "Endang Lestari, S.Kes", own))
    assert not stated.names(place(P, "E. Lestari", other))
    assert stated.names(place(P, "E. Lestari", "")) is True


@given(st.integers(0, 900), st.integers(0, 900), st.integers(1, 900), st.integers(1, 200))
def test_the_field_never_leaves_its_place(x, y, width, height):
    left, bottom, right, top = field_box(SignaturePlace(P, "x", "", 1, x, y, width, height))
    assert x <= left < right <= x + width and (bottom, top) == (y, y + height)
