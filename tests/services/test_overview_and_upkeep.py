"""The overview counts what is missing; upkeep finds what is broken and takes back what was wrong."""

from __future__ import annotations

import pytest
import small_office
from small_office import NIPS, YEAR

from meritdesk.bootstrap import open_desk, restore_store
from meritdesk.core.documents import Form
from meritdesk.core.errors import Refusal
from meritdesk.services.print_job import Selection


def tasks(office) -> dict[str, int]:
    return {task.code: task.count for task in office.desk.overview.status(YEAR).tasks}


def test_an_empty_desk_says_where_to_start(office):
    assert tasks(office) == {"OVW-NO-UNITS": 1}


def test_the_worklist_shrinks_as_the_work_is_done(settled, tmp_path):
    assert tasks(settled) == {
        "OVW-NO-RATER": 1, "OVW-NO-PLAN": 6, "OVW-NO-ACTUALS": 6, "OVW-NOT-RATED": 6, "OVW-NO-BACKUP": 1,
    }  # fmt: skip
    settled.plan_everybody()
    assert tasks(settled)["OVW-NOT-CLOSED"] == 5
    settled.desk.assessment.close(YEAR)
    assert tasks(settled)["OVW-NOT-PRINTED"] == 5
    settled.desk.documents.print(Form.D_1_1, YEAR, Selection(), tmp_path)
    assert "OVW-NOT-PRINTED" not in tasks(settled)
    settled.desk.upkeep.backup(tmp_path)
    assert "OVW-NO-BACKUP" not in tasks(settled)


def test_the_board_counts_a_unit_with_everything_below_it(planned):
    units = {unit.unit_id: unit.source_id for unit in planned.desk.register.units()}
    board = {units[line.unit_id]: line for line in planned.desk.overview.status(YEAR).units}
    assert (board["U0"].staff, board["U0"].due, board["U0"].plans, board["U0"].rated) == (7, 6, 5, 5)
    assert (board["U1"].staff, board["U2"].staff, board["U3"].staff) == (7, 4, 1)
    assert board["U2"].due == 3
    assert planned.desk.overview.status(YEAR).whole.staff == 7


def test_the_journal_tells_who_did_what_and_from_which_file(settled):
    newest = settled.desk.upkeep.journal()[0]
    assert (newest.actor, newest.verb, newest.origin) == ("penguji", "register.import_staff", "file:profil.csv")
    assert newest.rows >= 7


def test_an_undo_is_itself_in_the_journal_and_a_later_change_forbids_it(planned):
    person = planned.desk.register.show(NIPS["clerk"]).person
    first = planned.desk.assessment.rate(person.person_id, YEAR, small_office.Rating.ABOVE, small_office.Rating.ABOVE)
    planned.desk.assessment.rate(person.person_id, YEAR, small_office.Rating.BELOW, small_office.Rating.ABOVE)
    with pytest.raises(Refusal):
        planned.desk.upkeep.undo(first.change_set_id)
    assert planned.desk.assessment.show(NIPS["clerk"], YEAR).evaluation.result_rating is small_office.Rating.BELOW


def test_a_backup_comes_back_whole_in_another_folder(closed, tmp_path):
    before = closed.desk.overview.status(YEAR).whole
    backup = closed.desk.upkeep.backup(tmp_path / "cadangan")
    restore_store(backup, tmp_path / "pulih", small_office.PASSPHRASE)
    with open_desk(tmp_path / "pulih", small_office.PASSPHRASE) as desk:
        assert desk.overview.status(YEAR).whole == before
        assert desk.upkeep.check().is_sound
        assert (
            desk.assessment.show(NIPS["nurse"], YEAR).evaluation
            == closed.desk.assessment.show(NIPS["nurse"], YEAR).evaluation
        )


def test_a_sound_store_is_called_sound_and_says_what_was_looked_at(closed):
    report = closed.desk.upkeep.check()
    assert report.is_sound
    assert report.evaluations_checked == 5
    assert report.change_sets == closed.desk.overview.status(YEAR).journal.count
