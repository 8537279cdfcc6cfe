"""What the pane of a problem does for its members: the team's result, parts in the SKP, feedback, guests."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from meritdesk.core.cascade import AssignmentMode
from meritdesk.core.feedback import FeedbackMark
from meritdesk.core.journal import Changes
from meritdesk.core.periods import Period, PeriodKind
from meritdesk.core.team_work import TeamVoice
from meritdesk.services.handover.transfers import Receiver
from meritdesk.services.planning.kpi_reading import KpiLine
from meritdesk.services.teams import MemberLine, ProblemOutcome
from meritdesk.services.teams.team_work import TeamSpoken
from meritdesk.ui.teams.team_dialogs import AimDialog, ContributionDialog, GuestDialog, SpeakDialog

if TYPE_CHECKING:
    from meritdesk.ui.teams.problem_pane import ProblemPane


def carried(pane: ProblemPane, number: str, verb: Callable[[], Changes]) -> ProblemOutcome:
    """Carry a verb out and answer with the problem as it stands then."""
    changes = verb()
    return ProblemOutcome(pane.desk.teams.show(number).problem, changes)


def open_aim(pane: ProblemPane) -> None:
    """Say what the team is to reach and which indicator that serves."""
    if (card := pane.card) is None:
        return
    problem, work = card.problem, pane.desk.teams.work
    year, unit_id = Period(problem.opened_on.year, PeriodKind.YEAR), problem.host_unit_id or problem.unit_id

    def then(lines: tuple[KpiLine, ...]) -> None:
        dialog = AimDialog(problem, lines, pane)

        def entered() -> Callable[[], ProblemOutcome]:
            verb = partial(
                work.aim, problem.number, dialog.reached.toPlainText(), str(dialog.serves.currentData() or "")
            )
            return partial(carried, pane, problem.number, verb)

        pane.ask(dialog, entered, "aim")

    pane.lane.ask(lambda step: pane.desk.planning.tree.top(year, unit_id), then)


def open_guest(pane: ProblemPane, member: MemberLine | None = None) -> None:
    """Put somebody of another agency into the team."""
    if (card := pane.card) is None:
        return
    number, work = card.problem.number, pane.desk.teams.work

    def then(receivers: tuple[Receiver, ...]) -> None:
        dialog = GuestDialog({one.code: one.name for one in receivers}, pane, member)

        def entered() -> Callable[[], ProblemOutcome]:
            name = dialog.agency_name.text().strip() or dialog.agency.currentText().partition(" ")[2]
            verb = partial(
                work.invite, number, dialog.code, name, dialog.nip.text(), dialog.name.text(), dialog.duty.text(),
                AssignmentMode.APPOINTED,
            )  # fmt: skip
            return partial(carried, pane, number, verb)

        pane.ask(dialog, entered, "guest")

    pane.lane.ask(lambda step: pane.desk.handover.transfers.receivers(), then)


def open_contribution(pane: ProblemPane) -> ContributionDialog | None:
    """Put the chosen member's part into his draft SKP."""
    card, member = pane.card, _chosen(pane)
    if card is None or member is None:
        return None
    number, person, work = card.problem.number, member.member.person_id, pane.desk.teams.work
    dialog = ContributionDialog(pane.words, member.name, member.member.duty, pane)

    def entered() -> Callable[[], ProblemOutcome]:
        return partial(carried, pane, number, partial(work.contribute, number, person, dialog.contribution))

    return pane.ask(dialog, entered, "contribution", person)


def open_speak(pane: ProblemPane) -> SpeakDialog | None:
    """Note what lead or host say of the chosen member."""
    card, member = pane.card, _chosen(pane)
    if card is None or member is None:
        return None
    number, person, work = card.problem.number, member.member.person_id, pane.desk.teams.work
    dialog = SpeakDialog(pane.words, member.name, card.today, pane)

    def entered() -> Callable[[], ProblemOutcome]:
        voice, mark = TeamVoice(dialog.voice.currentData()), FeedbackMark(dialog.mark.currentData())
        verb = partial(work.speak, number, person, voice, mark, dialog.text.toPlainText(), dialog.day.day)
        return partial(carried, pane, number, verb)

    return pane.ask(dialog, entered, "speak", person)


def _chosen(pane: ProblemPane) -> MemberLine | None:
    """The chosen member; where none is chosen yet the first one is, for all to see, and the question names him."""
    if pane.member_list.current() is None and pane.card is not None and pane.card.members:
        pane.tabs.setCurrentIndex(0)
        pane.member_view.setCurrentIndex(pane.member_view.model().index(0, 0))
    return pane.member_list.current()


def show_spoken(pane: ProblemPane) -> None:
    """Fill the page of what lead and host said of the members."""
    card = pane.card
    if card is None:
        pane.spoken.clear()
        return
    number = card.problem.number

    def then(said: tuple[TeamSpoken, ...]) -> None:
        if pane.card is None or pane.card.problem.number != number:
            return
        names, label = pane.card, pane.words.messages.label_of
        lines = "".join(
            f"<p><b>{escape(names.name_of(one.person_id))}</b> · {escape(label(one.mark))} · "
            f"{escape(pane.words.short_day(one.given_on))}<br>{escape(one.giver)}: {escape(one.text)}</p>"
            for one in said
        )
        nothing = QCoreApplication.translate("TeamWork", "Lead and host have not said anything of a member yet.")
        pane.spoken.setHtml(lines or f"<p>{escape(nothing)}</p>")

    pane.lane.ask(lambda step: pane.desk.teams.work.spoken(number), then, key="teams.spoken")
