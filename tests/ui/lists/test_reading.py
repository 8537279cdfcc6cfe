"""Blocks of a long list: side by side in one go, of a list that became shorter its last one."""

from __future__ import annotations

import pytest

from meritdesk.ui.line_table import BLOCK
from meritdesk.ui.lists.arrangement import Arrangement
from meritdesk.ui.lists.reading import Reading

TOTAL = 100 * BLOCK + 7


@pytest.mark.parametrize(
    ("wanted", "asked"),
    [
        ({0}, [(0, 1)]),
        ({50, 51}, [(50, 2)]),
        ({0, 50, 51, 53}, [(0, 1), (50, 2), (53, 1)]),
        ({100}, [(100, 1)]),
        ({120, 121}, [(100, 1)]),
        (set(range(45)), [(0, 20), (20, 20), (40, 5)]),
        (set(), []),
    ],
)
def test_blocks_side_by_side_are_read_in_one_go(wanted, asked):
    seen = []

    def lines(arrangement, offset, limit):
        seen.append((offset // BLOCK, limit // BLOCK))
        return range(offset, min(offset + limit, TOTAL))

    found = Reading(lambda _: TOTAL, lines).blocks(Arrangement(), wanted, TOTAL)
    assert seen == asked
    assert {block: list(part) for block, part in found.items()} == {
        block: list(range(block * BLOCK, min((block + 1) * BLOCK, TOTAL)))
        for block in {min(one, 100) for one in wanted}
    }


@pytest.mark.parametrize("wanted", [{0}, {50, 51}, {99, 100}, {100, 101}, {300}, {0, 50}, set()])
@pytest.mark.parametrize("total", [TOTAL, 50 * BLOCK, 0])
def test_counting_and_finding_in_one_question_answers_as_two_do(wanted, total):
    asked = []

    def lines(arrangement, offset, limit):
        return range(offset, max(offset, min(offset + limit, total)))

    def page(arrangement, offset, limit):
        asked.append(offset)
        return total, lines(arrangement, offset, limit)

    one, two = Reading(lambda _: total, lines, page), Reading(lambda _: total, lines)
    assert one.anew(Arrangement(), wanted) == two.anew(Arrangement(), wanted)
    assert len(asked) == (1 if wanted and wanted != {0, 50} else 0)


def test_an_empty_list_has_no_blocks():
    assert Reading(lambda _: 0, lambda *_: pytest.fail("nothing to read")).blocks(Arrangement(), {0, 3}, 0) == {}
