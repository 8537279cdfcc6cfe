"""English counts one thing in the singular."""

from __future__ import annotations

import pytest

from meritdesk.ui.singular import singular


@pytest.mark.parametrize(
    ("told", "said"),
    [
        ("1 rows written to a.xlsx.", "1 row written to a.xlsx."),
        ("1 entries open to you · 1 overdue", "1 entry open to you · 1 overdue"),
        ("21 rows, 1,1 days, 1.001 people, 11 sheets", "21 rows, 1,1 days, 1.001 people, 11 sheets"),
        ("150 people · 1 units", "150 people · 1 unit"),
        ("1 baris, 1 pegawai", "1 baris, 1 pegawai"),
        ("⚠ 1 corrections wait here", "⚠ 1 correction waits here"),
        ("1 new plans, 1 drafts change", "1 new plan, 1 draft change"),
        ("1 have a plan, 1 are missing, 21 are not", "1 has a plan, 1 is missing, 21 are not"),
        ("Level 1 counts; no. 3/1 has it", "Level 1 counts; no. 3/1 has it"),
    ],
)
def test_one_thing_is_said_in_the_singular(told: str, said: str) -> None:
    assert singular(told) == said
