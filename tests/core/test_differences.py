"""What a row would change is said field by field, in old and new words."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from meritdesk.core.agreement import AgreementIndicator
from meritdesk.core.differences import Difference, differences
from meritdesk.core.people import OrgUnit, Person, Sex
from meritdesk.core.plan import Target


def test_only_fields_that_differ_are_said_and_days_as_on_paper():
    before = Person("p", "1", "Sari", birth_date=date(1985, 4, 4), unit_id="u1")
    after = Person("p", "1", "Sari P.", sex=Sex.FEMALE, birth_date=date(1985, 4, 5), unit_id="u2")
    found = differences(before, after, {"u1": "Bidang", "u2": "Seksi"})
    assert Difference("name", "Sari", "Sari P.") in found
    assert Difference("birth_date", "4 April 1985", "5 April 1985") in found
    assert Difference("sex", "", Sex.FEMALE) in found
    assert Difference("unit_id", "Bidang", "Seksi") in found
    assert len(found) == 4


def test_what_is_new_or_the_same_has_no_differences():
    unit = OrgUnit("u", "Bidang")
    assert differences(None, unit) == differences(unit, unit) == ()


def test_parts_of_a_value_are_said_by_their_own_names():
    before = AgreementIndicator("i", "u", 2025, 1, "Sasaran", "IPM", Target("80", Decimal(80), Decimal(80)))
    after = AgreementIndicator("i", "u", 2025, 1, "Sasaran", "IPM", Target("82,5", Decimal("82.5"), Decimal("82.5")))
    assert {(one.name, one.old, one.new) for one in differences(before, after)} >= {("text", "80", "82,5")}


def test_keys_without_a_name_are_left_out():
    assert differences(OrgUnit("u", "A", parent_id="x"), OrgUnit("u", "A", parent_id="y")) == ()
