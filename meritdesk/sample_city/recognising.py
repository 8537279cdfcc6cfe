"""Recognition in the sample city: some Employees of the Month, habits with their talks, and earlier credit points."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from datetime import timedelta
from decimal import Decimal
from pathlib import Path

from meritdesk.core.credit_history import CREDIT_HEADINGS, CREDIT_WORDS, CreditKind
from meritdesk.core.habits import HabitOutcome
from meritdesk.core.lines import StaffQuery
from meritdesk.core.periods import Period
from meritdesk.core.scoring.credit import points_text
from meritdesk.services import Desk

_CHOSEN_IN = (3, 6, 9, 11)
_SEARCHED_IN = 10
_TALKED_ABOUT = 4


def write_credit(desk: Desk, folder: Path, year: int) -> Path:
    """The spreadsheet of earlier letters: basic points where a grade takes some, and an old letter here and there."""
    rows = []
    for place, line in enumerate(desk.follow_up.credit_history.lines(year)):
        found = line.standing
        if found is None or found.rank is None:
            continue
        base = found.rank.needed - found.tier.next_rank
        before = (line.person.nip, line.person.name)
        if base:
            rows.append((*before, CREDIT_WORDS[CreditKind.BASE], "31-12-2022", "31-12-2022", points_text(base),
                         f"PAK/{place + 1:03d}/2023", "16-01-2023", found.tier.title))  # fmt: skip
        if place % 3 == 0:
            old = found.tier.coefficient * Decimal("1.5")
            rows.append((*before, CREDIT_WORDS[CreditKind.CONVERSION], f"01-01-{year - 1}", f"31-12-{year - 1}",
                         points_text(old), f"PAK/{place + 1:03d}/{year}", f"20-01-{year}", ""))  # fmt: skip
    target = folder / "riwayat-angka-kredit.csv"
    with target.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, delimiter=";").writerows([CREDIT_HEADINGS, *rows])
    return target


def recognise(desk: Desk, months: Sequence[Period]) -> int:
    """Choose an Employee of the Month now and then: whom the formula suggests, or one of equals with a reason."""
    room, given = desk.follow_up.recognition, 0
    for month in months:
        if month.index not in _CHOSEN_IN:
            continue
        board = room.board(month)
        if not board.shortlist:
            continue
        first = board.shortlist[0].person
        is_suggested = first.person_id == board.suggested_id
        room.choose(month, first.nip, "" if is_suggested else "Melayani warga tanpa keluhan sepanjang bulan")
        given += 1
    return given


def note_habits(desk: Desk, months: Sequence[Period]) -> int:
    """Find habits in one month, enter one by a superior, talk about some, and settle the first."""
    room = desk.follow_up.habits
    # A large city keeps its last month alone.
    month = next((one for one in months if one.index == _SEARCHED_IN), months[-1])
    room.find(month)
    staff = desk.register.staff(StaffQuery(limit=12))
    room.enter(staff[-1].nip, "SMOKING", month.first_day, "Di ruang arsip, dua kali diingatkan", 2)
    lines = room.lines()
    today = desk.teams.today()
    for place, line in enumerate(lines[:_TALKED_ABOUT]):
        seen = line.habit.seen_on
        day = min(today, seen + timedelta(days=5 + place))
        room.talk(
            line.habit.habit_id, day, "Atasan langsung", "Datang dan mencatat tepat waktu", day + timedelta(days=30)
        )
        if place == _TALKED_ABOUT - 1:
            room.close(
                line.habit.habit_id, min(today, day + timedelta(days=30)), HabitOutcome.IMPROVED, "Sudah membaik"
            )
    return len(lines)
