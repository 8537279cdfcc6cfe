"""The register takes what clerks have, says the fate of every row, and never guesses."""

from __future__ import annotations

from dataclasses import replace

import pytest
from small_office import NIPS, STAFF, UNITS, staff_row

from meritdesk.core.errors import FileRefusal, UsageRefusal
from meritdesk.core.lines import StaffQuery
from meritdesk.core.people import Person, RaterBasis
from meritdesk.services.deriving import with_written


def codes(outcome) -> list[str]:
    return [fault.code for fault in outcome.refused]


def test_the_first_import_adds_and_the_second_finds_only_the_same(office):
    first = office.desk.register.import_units(office.units_file())
    assert (first.counts.read, first.counts.added) == (5, 5)
    second = office.desk.register.import_units(office.units_file())
    assert (second.counts.read, second.counts.same) == (5, 5)
    assert second.changes.change_set_id == ""
    staff = office.desk.register.import_staff(office.staff_file())
    assert (staff.counts.read, staff.counts.added) == (7, 7)
    again = office.desk.register.import_staff(office.staff_file())
    assert (again.counts.read, again.counts.same) == (7, 7)
    assert again.changes.change_set_id == ""


@pytest.mark.file
def test_everybody_whom_an_import_hands_on_stands_as_the_store_says_it(settled):
    around = settled.desk.register.around
    with around.store.writing(around.actor, "register.import_staff") as work:
        known = work.people.all()
        assert with_written(known, ()) is known
        written = [
            replace(known[0], name="Zubaidah"),
            replace(known[-1], name="aaron"),
            *(
                Person(f"new{place}", f"19900101201501100{place}", name)
                for place, name in enumerate(
                    ["Ömar", "Zoë", "ZOË", "Straße", "STRASSE", "ß", "\U0001d400na", "\uffe6on"]
                )
            ),
        ]
        work.people.save(written)
        assert tuple(with_written(known, written)) == work.people.all()


def test_a_dry_run_answers_the_same_and_changes_nothing(settled):
    changed = [list(row) for row in STAFF]
    changed[2][2] = "Joko Widagdo Baru"
    outcome = settled.desk.register.import_staff(settled.staff_file(changed), dry_run=True)
    assert (outcome.counts.changed, outcome.counts.same) == (1, 6)
    assert settled.desk.register.show(NIPS["nurse"]).person.name == "Joko Widagdo"


def test_a_blank_cell_never_overwrites(settled):
    blank = [list(row) for row in STAFF]
    blank[2][12] = ""
    outcome = settled.desk.register.import_staff(settled.staff_file(blank))
    assert outcome.counts.same == 7
    assert settled.desk.register.show(NIPS["nurse"]).person.position_title == "PERAWAT AHLI MUDA"


def test_a_destroyed_nip_is_refused_and_nobody_is_made_of_it(settled):
    rows = [*STAFF, staff_row("P9", "198107252011010000", "Rusak Excel", "4", "PENGELOLA", "U2")]
    outcome = settled.desk.register.import_staff(settled.staff_file(rows))
    assert codes(outcome) == ["NIP-201"]
    assert outcome.counts.read == 8
    assert settled.desk.register.count(StaffQuery(search="Rusak")) == 0


def test_a_nip_that_belongs_to_somebody_else_is_a_conflict_not_a_merge(settled):
    rows = [staff_row("P99", NIPS["nurse"], "Orang Lain", "4", "PENGELOLA", "U2")]
    outcome = settled.desk.register.import_staff(settled.staff_file(rows))
    assert (outcome.counts.read, outcome.counts.conflict) == (1, 1)
    assert codes(outcome) == ["REG-343"]
    assert settled.desk.register.show(NIPS["nurse"]).person.name == "Joko Widagdo"


def test_a_circle_of_units_is_refused_whole(settled):
    rows = [list(row) for row in UNITS]
    rows[1][2] = "U2"
    with pytest.raises(FileRefusal, match="REG-342"):
        settled.desk.register.import_units(settled.units_file(rows))
    assert {unit.parent_id == "" for unit in settled.desk.register.units()} == {True, False}
    assert settled.desk.register.import_units(settled.units_file()).counts.same == 5


def test_an_orphan_unit_is_refused_with_everything_below_it_unless_the_clerk_says_otherwise(office):
    rows = [
        *UNITS,
        ["U8", "Unit Hilang", "TIDAK-ADA", "", "", "", "", "", "", "9"],
        ["U9", "-Anaknya", "U8", "", "", "", "", "", "", "10"],
    ]
    outcome = office.desk.register.import_units(office.units_file(rows))
    assert codes(outcome) == ["REG-341", "REG-341"]
    assert len(office.desk.register.units()) == 5
    attached = office.desk.register.import_units(office.units_file(rows), attach_orphans=True)
    assert (attached.counts.added, attached.counts.same) == (2, 5)
    root = next(unit for unit in office.desk.register.units() if not unit.parent_id)
    lost = next(unit for unit in office.desk.register.units() if unit.source_id == "U8")
    assert lost.parent_id == root.unit_id


def test_a_person_without_a_known_unit_is_kept_and_remarked(settled):
    rows = [staff_row("P8", "199001012015011008", "Tanpa Unit", "4", "PENGELOLA", "U77")]
    outcome = settled.desk.register.import_staff(settled.staff_file(rows))
    assert [remark.code for remark in outcome.remarks] == ["REG-346"]
    card = settled.desk.register.show("199001012015011008")
    assert card.unit is None
    assert card.line is not None and card.line.problem


def test_raters_follow_the_law(settled):
    register = settled.desk.register
    nurse = register.show(NIPS["nurse"])
    assert nurse.rater is not None and nurse.rater.nip == NIPS["bidang"]
    assert nurse.superior is not None and nurse.superior.nip == NIPS["head"]
    head = register.show(NIPS["head"])
    assert head.rater is not None and head.rater.name == "Sri Hartati"
    assert head.line.basis is RaterBasis.HEAD_OF_REGION
    assert head.superior is None
    acting = register.show(NIPS["pharmacist"])
    assert acting.rater is not None and acting.rater.nip == NIPS["bidang"]
    assert acting.line.basis is RaterBasis.ACTING
    vacant = register.show(NIPS["orphaned"])
    assert vacant.rater is None and vacant.line.problem


def test_an_import_can_be_taken_back(settled):
    rows = [staff_row("P8", "199001012015011008", "Salah Impor", "4", "PENGELOLA", "U2")]
    outcome = settled.desk.register.import_staff(settled.staff_file(rows))
    assert settled.desk.register.count(StaffQuery(search="Salah Impor")) == 1
    settled.desk.upkeep.undo(outcome.changes.change_set_id)
    assert settled.desk.register.count(StaffQuery(search="Salah Impor")) == 0
    assert settled.desk.upkeep.check().is_sound


def test_a_unit_stands_for_everything_below_it(settled):
    register = settled.desk.register
    assert register.count(StaffQuery(unit_ids=register.branch("U1"))) == 7
    assert register.count(StaffQuery(unit_ids=register.branch("U2"))) == 4
    with pytest.raises(UsageRefusal, match="USE-103"):
        register.branch("U77")


def test_an_unknown_nip_is_said_so(settled):
    with pytest.raises(UsageRefusal, match="USE-102"):
        settled.desk.register.show("1")


def test_sensitive_columns_are_not_stored(settled):
    person = settled.desk.register.show(NIPS["nurse"]).person
    assert "3372" not in {str(getattr(person, name)) for name in person.__dataclass_fields__}


def test_a_unit_is_found_by_its_path_with_a_warning_and_never_by_an_ambiguous_name(settled):
    def of(unit_name: str) -> list[str]:
        row = staff_row("P8", "199001012015011008", "Lewat Nama", "4", "PENGELOLA", "")
        row[14] = unit_name
        return row

    register = settled.desk.register
    outcome = register.import_staff(settled.staff_file([of("Seksi Farmasi - Dinas Kesehatan")]))
    assert [remark.code for remark in outcome.remarks] == ["REG-348"]
    assert register.show("199001012015011008").unit.source_id == "U3"
    twins = [*UNITS, ["U6", "--Bidang Pelayanan", "U1", "", "", "", "", "", "", "6"]]
    register.import_units(settled.units_file(twins))
    register.import_staff(settled.staff_file([of("Bidang Pelayanan - Dinas Kesehatan")]))
    assert register.show("199001012015011008").unit.source_id == "U3", "an ambiguous name changes nothing"
