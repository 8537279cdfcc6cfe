"""The collector rests while a verb makes its many values, and works again after it."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest

from meritdesk.uncollected import uncollected


@pytest.fixture(autouse=True)
def _as_before() -> Iterator[None]:
    was_enabled = gc.isenabled()
    yield
    (gc.enable if was_enabled else gc.disable)()


def test_the_collector_rests_meanwhile_and_goes_on_after_a_refusal_too() -> None:
    gc.enable()
    with pytest.raises(KeyError), uncollected():
        assert not gc.isenabled()
        with uncollected():
            assert not gc.isenabled()
        assert not gc.isenabled()
        raise KeyError
    assert gc.isenabled()


def test_who_has_told_it_to_rest_is_not_meddled_with() -> None:
    gc.disable()
    with uncollected():
        assert not gc.isenabled()
    assert not gc.isenabled()
