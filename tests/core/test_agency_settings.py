"""The agency's choices: safe defaults, texts that come back as they went, and refusals for what cannot be."""

from __future__ import annotations

from dataclasses import fields

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meritdesk.core.agency_settings import (
    AgencySettings,
    PeriodicCycle,
    allowed_values,
    changed_setting,
    settings_of,
    stored_settings,
)
from meritdesk.core.errors import UsageRefusal


def test_an_agency_that_chose_nothing_has_no_cycle_and_five_days():
    settings = settings_of(lambda name, default: default)
    assert settings == AgencySettings()
    assert settings.periodic_cycle is PeriodicCycle.UNSET


@given(
    st.builds(
        AgencySettings,
        window_opens_before=st.integers(0, 366),
        window_closes_after=st.integers(0, 366),
        absolute_words=st.text(st.characters(codec="utf-8", exclude_categories=("Cs",)), min_size=1),
    )
)
def test_choices_come_back_as_they_were_stored(settings):
    stored = stored_settings(settings)
    assert settings_of(lambda name, default: stored.get(name, default)) == settings


def test_one_choice_is_changed_and_the_others_stay():
    settings = changed_setting(AgencySettings(window_opens_before=3), "periodic_cycle", "monthly")
    assert (settings.periodic_cycle, settings.window_opens_before) == (PeriodicCycle.MONTHLY, 3)
    assert not changed_setting(settings, "uses_circular", "tidak").uses_circular


@pytest.mark.parametrize(
    ("name", "text", "code"),
    [("colour", "red", "USE-120"), ("periodic_cycle", "weekly", "USE-121"), ("window_opens_before", "-1", "USE-121")],
)
def test_what_is_no_setting_or_no_value_is_refused(name, text, code):
    with pytest.raises(UsageRefusal) as refusal:
        changed_setting(AgencySettings(), name, text)
    assert refusal.value.code == code


def test_a_stored_value_that_is_no_longer_understood_is_the_default():
    assert settings_of(lambda name, default: "???") == AgencySettings(absolute_words="???", office_unit="???")


def test_every_setting_says_what_it_may_be():
    assert all(allowed_values(item.name) for item in fields(AgencySettings))
