"""A second look at some rows of an import replaces their fates and no others; the counts add up whatever happened."""

from __future__ import annotations

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from meritdesk.core.errors import RowFault
from meritdesk.services.changes import Counts, ImportOutcome, RowOutcome

FATES = st.sampled_from(("added", "changed", "same", "REG-343", "IMP-279", "NIP-201"))


def outcome_of(fates: dict[int, str]) -> ImportOutcome:
    rows = tuple(RowOutcome(row, str(row), "", fate) for row, fate in sorted(fates.items()) if fate.islower())
    refused = tuple(RowFault(row, "", fate) for row, fate in sorted(fates.items()) if not fate.islower())
    conflicts = sum(fault.code != "NIP-201" for fault in refused)
    states = Counter(one.state for one in rows)
    counts = Counts(len(fates), states["added"], states["changed"], states["same"], len(refused) - conflicts, conflicts)
    return ImportOutcome(counts, refused, (), rows)


@given(st.dictionaries(st.integers(2, 30), FATES), st.dictionaries(st.integers(2, 30), FATES))
def test_rows_that_were_judged_again_have_their_new_fate_and_all_others_the_old(before, again):
    found = outcome_of(before).judged_again(frozenset(again), outcome_of(again))
    assert found.counts.is_complete
    assert found == outcome_of({**before, **again})
