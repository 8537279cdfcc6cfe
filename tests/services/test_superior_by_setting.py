"""Who stands above staff rated by a head of department: the head of region, or the secretary by choice (G-9)."""

from __future__ import annotations

from datetime import date

import pytest
from small_office import NIPS, STAFF, UNITS, YEAR, staff_row

from meritdesk.core.career import CareerChange
from meritdesk.core.career_drafting import ChangeRequest

SECRETARY = "196809091993011009"
ADVISER = "196910101994011010"
SECRETARIAT = ["U5", "-Sekretariat Daerah", "U0", "II.a", "SEKRETARIS DAERAH", "", "P9", "", "", "6"]
SETTING = "superior_of_department_head"


def city(office, secretariat=SECRETARIAT):
    units = [*UNITS, secretariat, ["U6", "--Bagian Umum Sekretariat Daerah", "U5", "III.a", "KEPALA BAGIAN UMUM"]]
    office.desk.register.import_units(office.units_file([[*row, *[""] * (10 - len(row))] for row in units]))
    rows = [list(row) for row in STAFF]
    rows[0][10:12] = ["1", "Jabatan Pimpinan Tinggi Pratama"]
    staff = [
        *rows,
        staff_row("P9", SECRETARY, "Kartika Sari", "1", "SEKRETARIS DAERAH", "U5", "II.a"),
        staff_row("P10", ADVISER, "Rudi Hartono", "4", "PENGADMINISTRASI", "U5"),
    ]
    office.desk.register.import_staff(office.staff_file(staff))


def superior(office, nip):
    card = office.desk.register.show(nip)
    return card.superior.name if card.superior else ""


def reasons(office, nip):
    return [reason.code for reason in office.desk.register.careers.evaluator(nip, YEAR).answer.reasons]


def test_the_head_of_region_stands_above_a_head_of_department_unless_chosen_otherwise(office):
    city(office)
    assert superior(office, NIPS["bidang"]) == "Sri Hartati"
    assert "REG-EVAL-SECRETARY" not in reasons(office, NIPS["bidang"])


def test_by_choice_the_secretary_does_at_once_and_everywhere(office):
    city(office)
    changes = office.desk.upkeep.settings.change({SETTING: "SECRETARY"})
    assert superior(office, NIPS["bidang"]) == "Kartika Sari"
    assert "REG-EVAL-SECRETARY" in reasons(office, NIPS["bidang"])
    found = office.desk.register.careers.evaluator(NIPS["bidang"], YEAR)
    assert found.people[found.answer.superior_id].nip == SECRETARY
    assert superior(office, NIPS["nurse"]) == "Bambang Sutrisno", "further down nothing changes"
    office.desk.upkeep.undo(changes.change_set_id)
    assert superior(office, NIPS["bidang"]) == "Sri Hartati"


def test_the_secretary_is_not_his_own_superior(office):
    city(office)
    office.desk.upkeep.settings.change({SETTING: "SECRETARY"})
    assert superior(office, ADVISER) == "Sri Hartati"
    assert "REG-EVAL-SECRETARY" not in reasons(office, ADVISER)
    assert office.desk.register.show(SECRETARY).line.superior_id == ""


@pytest.mark.parametrize(
    "secretariat",
    [
        ["U5", "-Sekretariat DPRD", "U0", "II.b", "SEKRETARIS DPRD", "", "P9", "", "", "6"],
        ["U5", "-Sekretariat Daerah", "U0", "II.a", "SEKRETARIS DAERAH", "", "", "", "", "6"],
    ],
)
def test_where_the_secretary_cannot_be_identified_it_stays_and_says_so(office, secretariat):
    city(office, secretariat)
    if secretariat[6] == "":
        person = office.desk.register.show(SECRETARY).person
        office.desk.register.careers.change(ChangeRequest(CareerChange.DEATH, person.person_id, date(2025, 3, 1)))
    office.desk.upkeep.settings.change({SETTING: "SECRETARY"})
    assert superior(office, NIPS["bidang"]) == "Sri Hartati"
    assert "REG-EVAL-SECRETARY-UNKNOWN" in reasons(office, NIPS["bidang"])


def test_a_later_change_keeps_the_choice(office):
    city(office)
    office.desk.upkeep.settings.change({SETTING: "SECRETARY"})
    person = office.desk.register.show(NIPS["clerk"]).person
    unit = next(unit.unit_id for unit in office.desk.register.units() if unit.source_id == "U1")
    office.desk.register.careers.change(
        ChangeRequest(CareerChange.MOVE, person.person_id, date(2025, 5, 1), unit, "ANALIS")
    )
    assert superior(office, NIPS["clerk"]) == "Kartika Sari"
