"""The seven BerAKHLAK values as every SKP and evaluation form prints them (forms 2.4)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache

from meritdesk.core.documents import Form
from meritdesk.core.plan import BehaviourValue
from meritdesk.printing.stationery import BODY, Paper, words
from meritdesk.printing.table import Block, Cell, cell, value_cell
from meritdesk.printing.text import Align, Paragraph, bullet, plain
from meritdesk.printing.wording import prescribed_wording


@lru_cache(maxsize=256)
def _constant_cells(
    paper: Paper, form: Form, columns: tuple[float, ...], number: int, value: BehaviourValue
) -> tuple[Cell, Cell, Cell]:
    wording = prescribed_wording()
    x = columns
    key = f"behaviour.{value.value}.points"
    own = f"{key}.{form}"
    points = wording.lines(own if own in wording else key)
    return (
        cell(x[0], x[1], [plain(str(number), BODY, Align.CENTRE)]),
        cell(x[1], x[-1], [plain(wording.word(f"behaviour.{value.value}"), BODY)]),
        cell(x[1], x[2], [bullet(point, BODY) for point in points]),
    )


def behaviour_blocks(
    paper: Paper,
    form: Form,
    columns: tuple[float, ...],
    expectations: Mapping[BehaviourValue, Sequence[str]],
    feedback: Mapping[BehaviourValue, Sequence[Paragraph]] | None,
    repeat: tuple[Block, ...],
) -> list[Block]:
    """One block per value: its points, the leader's special expectations and, on B and C forms, the feedback."""
    label = prescribed_wording().word("behaviour.expectation")
    blocks = []
    for number, value in enumerate(BehaviourValue, 1):
        number_cell, name, points = _constant_cells(paper, form, columns, number, value)
        expected = [bullet(text, BODY) for text in expectations.get(value, ()) if text.strip()]
        if expected:
            row = [points, cell(columns[2], columns[3], [plain(label, BODY), *expected])]
        else:
            row = [points, value_cell(columns[2], columns[3], label, BODY)]
        if feedback is not None:
            given = feedback.get(value)
            blank = value_cell(columns[3], columns[4], words(""), BODY)
            row.append(cell(columns[3], columns[4], given) if given else blank)
        blocks.append(Block([(name,), tuple(row)], (number_cell,), repeat=repeat))
    return blocks
