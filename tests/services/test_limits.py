"""What a limit of processing stops and what goes on (UU 27/2022 Ps. 41, decision 0050), and how many it is told of."""

from __future__ import annotations

import openpyxl
import pytest
from small_office import NIPS, YEAR

from meritdesk.core.errors import UsageRefusal
from meritdesk.core.evaluation import Reason
from meritdesk.core.office_paper import UNSTAMPED, OfficePaper, PaperColumn, PaperHonour, PaperKind, PaperTable
from meritdesk.services.limits import BY_CHOICE, BY_DUTY, limited_people, without_limited


def paper(kind: PaperKind, *sections) -> OfficePaper:
    return OfficePaper(kind, "Uji", "Dinas", "Contoh", UNSTAMPED, sections=sections)


def of_people(*rows) -> PaperTable:
    return PaperTable((PaperColumn("Nama"), PaperColumn("NIP")), rows)


@pytest.fixture
def limited(closed):
    personal = closed.desk.upkeep.personal
    personal.limit(NIPS["nurse"], "Diminta dengan surat")
    return closed


def named(office) -> str:
    return office.desk.register.show(NIPS["nurse"]).person.full_name


def test_every_own_sheet_is_a_duty_by_a_regulation_or_the_choice_of_the_office() -> None:
    assert BY_DUTY.keys() | BY_CHOICE == set(PaperKind)
    assert not BY_DUTY.keys() & BY_CHOICE and all(BY_DUTY.values())


def test_a_sheet_by_choice_goes_without_them_and_says_how_many(limited) -> None:
    rows = ((named(limited), NIPS["nurse"]), ("Siti", NIPS["pharmacist"]), (f"{named(limited)}\n{NIPS['nurse']}", "-"))
    with limited.desk.upkeep.around.store.reading() as work:
        free, left_out = without_limited(work, paper(PaperKind.IMPROVED_LIST, of_people(*rows)))
        assert left_out == 2 and free.sections[0].rows == (("Siti", NIPS["pharmacist"]),)
        told = free.sections[-1].lines[0]
        assert isinstance(told, Reason) and (told.code, told.facts["count"]) == ("PRV-LEFT-OUT", "2")
        whole = paper(PaperKind.PAY_RECAP, of_people(*rows))
        assert without_limited(work, whole) == (whole, 0), "pay is a duty and goes on"


def test_a_namesake_with_a_number_of_his_own_stays(limited) -> None:
    with limited.desk.upkeep.around.store.reading() as work:
        people = limited_people(work)
    assert people.are_named((named(limited), "")) and people.are_named((f"NIP {NIPS['nurse']}",))
    assert not people.are_named((named(limited), NIPS["pharmacist"]))
    spaced = NIPS["nurse"][:8] + " " + NIPS["nurse"][8:14] + " " + NIPS["nurse"][14:15] + " " + NIPS["nurse"][15:]
    assert people.are_named((spaced,))


def test_nobody_under_a_limit_is_honoured_on_paper(limited) -> None:
    honour = PaperHonour("Diberikan kepada", named(limited), (), Reason("PRV-LEFT-OUT", "", {"count": "0"}))
    with limited.desk.upkeep.around.store.reading() as work, pytest.raises(UsageRefusal, match="PRV-110"):
        without_limited(work, paper(PaperKind.RECOGNITION_CERTIFICATE, honour))


def test_a_printed_list_tells_how_many_it_leaves_out(limited, tmp_path) -> None:
    from meritdesk.core.periods import parse_period
    from meritdesk.services.office_papers import Matter, issue_papers, preview_paper

    around = limited.desk.upkeep.around
    sheet = paper(PaperKind.IMPROVED_LIST, of_people((named(limited), NIPS["nurse"])))
    assert issue_papers(around, [(sheet, Matter(parse_period("2025"), "uji"))], tmp_path).left_out == 1
    assert preview_paper(around, sheet).startswith(b"%PDF")
    limited.desk.upkeep.personal.lift(NIPS["nurse"], "Selesai")
    assert issue_papers(around, [(sheet, Matter(parse_period("2025"), "uji"))], tmp_path).left_out == 0


def test_spreadsheets_by_choice_leave_them_out_and_the_papers_of_the_law_do_not(limited, tmp_path) -> None:
    credit = limited.desk.follow_up.credit_history
    taken = credit.export_need(tmp_path / "ak.xlsx", YEAR.year)
    told = [row[0].value for row in openpyxl.load_workbook(tmp_path / "ak.xlsx").active.iter_rows(min_row=2)]
    assert NIPS["nurse"] not in told and taken.rows == len(told)
    limited.desk.upkeep.personal.lift(NIPS["nurse"], "Selesai")
    again = credit.export_need(tmp_path / "semua.xlsx", YEAR.year)
    assert again.rows == taken.rows + taken.left_out and again.left_out == 0
