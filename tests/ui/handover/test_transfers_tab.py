"""The tab of transfers: whom it lists, what its dialogs ask, and that nothing is taken before somebody is settled."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication

from meritdesk.core.handover import PackageHeader, PackageKind
from meritdesk.core.moves import MoveState, Transfer, TransferWay
from meritdesk.core.people import LegalStatus, OrgUnit, Person
from meritdesk.core.transfers import PersonFate, StatedMove, TwinAnswer
from meritdesk.services.handover.transfer_judging import ArrivingPerson
from meritdesk.services.handover.transfer_taking import TransferArrival
from meritdesk.services.handover.transfers import TransferLine
from meritdesk.ui.handover.transfer_dialogs import TakingInDialog
from meritdesk.ui.handover.transfers_tab import MoveColumn, MoveTable, row_of_line, row_of_move
from meritdesk.ui.wording import Words

DAY = date(2025, 7, 1)


def left(**more):
    values = {
        "transfer_id": "t1", "way": TransferWay.OUT, "person_id": "p1", "nip": "1", "name": "Ani", "other_code": "3314",
        "other_name": "Kabupaten Sragen", "since": DAY, "letter": "820/1", "letter_on": None,
        "status": LegalStatus.ACTIVE, "post": "Perawat", "note": "", "package_id": "", "noted_by": "x",
        "noted_at": datetime(2025, 7, 1, tzinfo=UTC),
    }  # fmt: skip
    return Transfer(**{**values, **more})


@pytest.mark.parametrize("language", ["id", "en"])
def test_every_move_says_how_far_it_is(qapp: QApplication, language):
    table = MoveTable(Words(language))
    QAbstractItemModelTester(table, QAbstractItemModelTester.FailureReportingMode.Fatal)
    told = {
        "ACCEPTED": row_of_line(TransferLine(left(), "ACCEPTED")),
        "ON_STICK": row_of_line(TransferLine(left(transfer_id="t2"), "ON_STICK")),
        "TAKEN": row_of_line(TransferLine(left(transfer_id="t3", way=TransferWay.IN), "TAKEN")),
        "NOT_LET_GO": row_of_move(MoveState("p1", "1", "Ani", "3372", "3314", DAY, "820/1", False, True)),
    }
    table.show_lines(tuple(told.values()))
    assert [row.is_done for row in told.values()] == [True, False, True, False]
    states = [table.shown(row, MoveColumn.STATE) for row in told.values()]
    assert len(set(states)) == 4 and all(not state.endswith(name) for state, name in zip(states, told, strict=True))
    assert table.shown(told["NOT_LET_GO"], MoveColumn.OTHER) == "3372 → 3314"


def arrival(*fates):
    people = []
    for number, fate in enumerate(fates):
        person = Person(f"p{number}", f"19850404201001200{number}", f"Orang {number}")
        move = StatedMove(f"t{number}", person.person_id, "3372", DAY, "820/1", None, LegalStatus.ACTIVE, "", "")
        people.append(ArrivingPerson(person, move, fate, person if fate is PersonFate.TWIN else None, (), {}))
    header = PackageHeader(PackageKind.TRANSFER, "3314/PC01", "3372", "2025", "ab" * 16, 1, "", "")
    return TransferArrival(header, "3314", "Sragen", ("12345",), tuple(people), {}, {"people": len(people)}, "sha")


def test_nobody_is_taken_in_before_a_known_nip_is_settled(qapp: QApplication):
    dialog = TakingInDialog(arrival(PersonFate.NEW, PersonFate.TWIN), (OrgUnit("u1", "Dinas"),), Words("id"))
    assert not dialog.confirm.isEnabled() and list(dialog.answers) == ["p1"]
    dialog.answers["p1"].setCurrentIndex(1)
    dialog.unit.setCurrentIndex(1)
    assert dialog.confirm.isEnabled()
    placings = dialog.placings
    assert placings["p1"].twin is TwinAnswer.SAME and placings["p0"].twin is None
    assert {one.unit_id for one in placings.values()} == {"u1"}


def test_a_file_without_doubts_can_be_taken_at_once(qapp: QApplication):
    dialog = TakingInDialog(arrival(PersonFate.NEW, PersonFate.BACK), (), Words("en"))
    assert dialog.confirm.isEnabled() and not dialog.answers
