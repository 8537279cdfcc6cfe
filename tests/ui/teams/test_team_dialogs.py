"""What a team means for its members, asked in the window: result, guest, feedback, part in the SKP, teams elsewhere."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import TypeVar

import pytest
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from meritdesk.core.errors import Refusal
from meritdesk.core.feedback import FeedbackMark
from meritdesk.core.lines import StaffQuery
from meritdesk.core.periods import Period, PeriodKind
from meritdesk.core.problems import ProblemState
from meritdesk.core.team_work import TeamAbroad, TeamVoice
from meritdesk.sample_city import problems
from meritdesk.services import Desk
from meritdesk.services.teams.team_work import AbroadLine
from meritdesk.ui.background import Lane
from meritdesk.ui.teams.abroad_tab import AbroadTab, ConsentDialog
from meritdesk.ui.teams.board_tab import BoardTab
from meritdesk.ui.teams.problem_pane import ProblemPane
from meritdesk.ui.teams.team_dialogs import AimDialog, ContributionDialog, GuestDialog, SpeakDialog
from meritdesk.ui.wording import Words

Rest = Callable[[], None]
D = TypeVar("D", bound=QDialog)
YEAR = 2025


@pytest.fixture
def pane(desk: Desk, lane: Lane, indonesian: Words, qtbot: QtBot, at_rest: Rest) -> ProblemPane:
    """The pane of a problem at work, whose team has a lead."""
    lane.ask(lambda step: problems.solve_together(desk, YEAR))
    at_rest()
    page = BoardTab(desk, lane, indonesian)
    qtbot.addWidget(page)
    lane.changed.connect(page.hear)
    page.resize(1180, 640)
    page.show()
    page.enter(Period(YEAR, PeriodKind.YEAR))
    at_rest()
    at_work = next(one for model in page.board.models for one in model.lines if one.state is ProblemState.AT_WORK)
    page.narrow({"problem": at_work.problem.number})
    at_rest()
    assert page.pane.card is not None and page.pane.card.members
    return page.pane


def asked(kind: type[D]) -> D:
    """The question in front."""
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, kind)
    return dialog


def test_a_team_gets_its_result_a_guest_and_the_words_of_its_lead(pane: ProblemPane, lane: Lane, at_rest: Rest) -> None:
    refused: list[Refusal] = []
    lane.refused.connect(refused.append)
    pane.open_aim()
    at_rest()
    aim = asked(AimDialog)
    aim.reached.setPlainText("")
    assert not aim.save.isEnabled()
    aim.reached.setPlainText("Antrean obat di bawah satu jam")
    aim.accept()
    at_rest()
    assert pane.card is not None and pane.card.problem.team_result == "Antrean obat di bawah satu jam"

    before = len(pane.card.members)
    pane.open_guest()
    at_rest()
    guest = asked(GuestDialog)
    guest.agency.setCurrentText("7101 Kota Tetangga")
    guest.nip.setText("bukan nip")
    guest.name.setText("Sari Dewi")
    assert not guest.save.isEnabled()
    guest.nip.setText("198503152010012001")
    assert guest.save.isEnabled() and guest.code == "7101"
    guest.accept()
    at_rest()
    invited = [one.member for one in pane.card.members if one.member.is_guest]
    assert len(pane.card.members) == before + 1
    assert [(one.agency_code, one.name) for one in invited] == [("7101", "Sari Dewi")]
    again = next(one for one in pane.card.members if one.member.is_guest)
    pane.open_member(again)
    at_rest()
    asked(GuestDialog).reject()

    members = [one for one in pane.card.members if not one.member.is_guest]
    row = next(
        place for place, one in enumerate(pane.member_list.table.lines)
        if one.member.person_id == members[-1].member.person_id
    )  # fmt: skip
    pane.member_view.choose_row(row)
    said = pane.open_speak()
    assert isinstance(said, SpeakDialog) and not said.save.isEnabled()
    said.voice.setCurrentIndex(said.voice.findData(TeamVoice.HOST))
    said.mark.setCurrentIndex(said.mark.findData(FeedbackMark.POSITIVE))
    said.text.setPlainText("Selalu hadir di loket")
    said.day.show_day(pane.card.today)
    said.accept()
    at_rest()
    assert not refused and "Selalu hadir di loket" in pane.spoken.toPlainText()


def test_a_part_that_no_draft_takes_is_refused_with_its_reason(
    pane: ProblemPane, lane: Lane, at_rest: Rest, desk: Desk
) -> None:
    refused: list[Refusal] = []
    lane.refused.connect(refused.append)
    dialog = pane.open_contribution()
    assert isinstance(dialog, ContributionDialog)
    dialog.text.setPlainText("")
    assert not dialog.save.isEnabled()
    dialog.text.setPlainText("Alur loket tersusun")
    dialog.measure.setText("Jumlah alur")
    dialog.target.setText("1 dokumen")
    assert dialog.save.isEnabled()
    part = dialog.contribution
    assert (part.text, part.measure) == ("Alur loket tersusun", "Jumlah alur")
    assert part.target is not None and part.target.text == "1 dokumen"
    dialog.accept()
    at_rest()
    assert refused and refused[0].code.startswith("TEA-13")


def test_teams_elsewhere_ask_for_the_consent_of_the_rater_and_for_the_part(
    desk: Desk, lane: Lane, indonesian: Words, qtbot: QtBot, at_rest: Rest
) -> None:
    page = AbroadTab(desk, lane, indonesian)
    qtbot.addWidget(page)
    page.resize(1180, 640)
    page.show()
    page.enter(Period(YEAR, PeriodKind.YEAR))
    at_rest()
    assert not page.consent.isEnabled() and page.listing.empty.text()
    found: list[AbroadLine] = []

    def line() -> AbroadLine:
        staff = desk.register.staff(StaffQuery(limit=50))
        nip = next(one.nip for one in staff if one.nip and one.rater_name)
        card = desk.register.show(nip)
        team = TeamAbroad(
            "p1", card.person.person_id, "MSL-2025-0007", "7101", "Kota Tetangga", "Dinas Kesehatan", "Sari Dewi",
            "Antrean obat", "Di bawah satu jam", "800/1", date(YEAR, 3, 1), date(YEAR, 12, 1), duty="Alur loket",
        )  # fmt: skip
        return AbroadLine(team, card.person, card.rater, 2)

    lane.ask(lambda step: line(), found.append)
    at_rest()
    page._show(tuple(found))
    shown = [page.table.shown(found[0], column) for column in page.table.columns]
    assert shown[0] == found[0].person.full_name and "⚠" in shown[6] and page.contribute.isEnabled()
    refused: list[Refusal] = []
    lane.refused.connect(refused.append)
    consent = page.open_consent()
    assert isinstance(consent, ConsentDialog)
    consent.day.show_day(desk.teams.today() - timedelta(days=1))
    consent.accept()
    at_rest()
    part = page.open_contribution()
    assert isinstance(part, ContributionDialog) and part.text.toPlainText() == "Alur loket"
    part.accept()
    at_rest()
    assert [one.code for one in refused] == ["TEA-139", "TEA-139"], "the store knows of no such team"
