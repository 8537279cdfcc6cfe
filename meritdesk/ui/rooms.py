"""Which page belongs to which room; a page is imported when it is first entered, so that the window opens at once."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication
from PySide6.QtWidgets import QWidget

from meritdesk.services import Desk
from meritdesk.ui.background import Lane
from meritdesk.ui.room import RoomPage
from meritdesk.ui.tab_groups import TabGroup
from meritdesk.ui.tabs import Tab, TabbedRoom
from meritdesk.ui.wording import Words


def _overview(desk: Desk, lane: Lane, words: Words, parent: QWidget | None = None) -> RoomPage:
    from meritdesk.ui.overview.page import OverviewPage

    return OverviewPage(desk, lane, words, parent)


def _cohort(desk: Desk, lane: Lane, words: Words, parent: QWidget | None = None) -> RoomPage:
    from meritdesk.ui.overview.people_tab import PeopleTab

    return PeopleTab(desk, lane, words, parent)


def _figures(desk: Desk, lane: Lane, words: Words, parent: QWidget | None = None) -> RoomPage:
    from meritdesk.ui.overview.figures_tab import FiguresTab

    return FiguresTab(desk, lane, words, parent)


def _region_board(desk: Desk, lane: Lane, words: Words, parent: QWidget | None = None) -> RoomPage:
    from meritdesk.ui.overview.region_board_tab import RegionBoardTab

    return RegionBoardTab(desk, lane, words, parent)


def _region_spread(desk: Desk, lane: Lane, words: Words, parent: QWidget | None = None) -> RoomPage:
    from meritdesk.ui.overview.region_spread_tab import RegionSpreadTab

    return RegionSpreadTab(desk, lane, words, parent)


def _region_trends(desk: Desk, lane: Lane, words: Words, parent: QWidget | None = None) -> RoomPage:
    from meritdesk.ui.overview.region_years_tab import RegionTrendTab

    return RegionTrendTab(desk, lane, words, parent)


def _region_kpi(desk: Desk, lane: Lane, words: Words, parent: QWidget | None = None) -> RoomPage:
    from meritdesk.ui.overview.region_kpi_tab import RegionKpiTab

    return RegionKpiTab(desk, lane, words, parent)


def _region_merit(desk: Desk, lane: Lane, words: Words, parent: QWidget | None = None) -> RoomPage:
    from meritdesk.ui.overview.region_merit_tab import RegionMeritTab

    return RegionMeritTab(desk, lane, words, parent)


def _region_awards(desk: Desk, lane: Lane, words: Words, parent: QWidget | None = None) -> RoomPage:
    from meritdesk.ui.overview.region_awards_tab import RegionAwardsTab

    return RegionAwardsTab(desk, lane, words, parent)


def _region_credit(desk: Desk, lane: Lane, words: Words, parent: QWidget | None = None) -> RoomPage:
    from meritdesk.ui.overview.region_credit_tab import RegionCreditTab

    return RegionCreditTab(desk, lane, words, parent)


def _region_people(desk: Desk, lane: Lane, words: Words, parent: QWidget | None = None) -> RoomPage:
    from meritdesk.ui.overview.region_people_tab import RegionPeopleTab

    return RegionPeopleTab(desk, lane, words, parent)


def _register(desk: Desk, lane: Lane, words: Words, parent: QWidget | None = None) -> RoomPage:
    from meritdesk.ui.register.page import RegisterPage

    return RegisterPage(desk, lane, words, parent)


def _blockers(desk: Desk, lane: Lane, words: Words, parent: QWidget | None = None) -> RoomPage:
    from meritdesk.ui.register.blockers_tab import BlockersPage

    return BlockersPage(desk, lane, words, parent)


def _duplicates(desk: Desk, lane: Lane, words: Words, parent: QWidget | None = None) -> RoomPage:
    from meritdesk.ui.register.duplicates_tab import DuplicatesPage

    return DuplicatesPage(desk, lane, words, parent)


def _planning(desk: Desk, lane: Lane, words: Words, parent: QWidget | None = None) -> RoomPage:
    from meritdesk.ui.planning.page import PlanningPage

    return PlanningPage(desk, lane, words, parent)


def _actuals(desk: Desk, lane: Lane, words: Words, parent: QWidget | None = None) -> RoomPage:
    from meritdesk.ui.execution.actuals_tab import ActualsTab

    return ActualsTab(desk, lane, words, parent)


def _feedback(desk: Desk, lane: Lane, words: Words, parent: QWidget | None = None) -> RoomPage:
    from meritdesk.ui.execution.feedback_tab import FeedbackTab

    return FeedbackTab(desk, lane, words, parent)


def _action_plan(desk: Desk, lane: Lane, words: Words, parent: QWidget | None = None) -> RoomPage:
    from meritdesk.ui.execution.action_plan_tab import ActionPlanTab

    return ActionPlanTab(desk, lane, words, parent)


def _guidance(desk: Desk, lane: Lane, words: Words, parent: QWidget | None = None) -> RoomPage:
    from meritdesk.ui.execution.guidance_tab import GuidanceTab

    return GuidanceTab(desk, lane, words, parent)


def _attendance(desk: Desk, lane: Lane, words: Words, parent: QWidget | None = None) -> RoomPage:
    from meritdesk.ui.execution.attendance_tab import AttendanceTab

    return AttendanceTab(desk, lane, words, parent)


def _letters(desk: Desk, lane: Lane, words: Words, parent: QWidget | None = None) -> RoomPage:
    from meritdesk.ui.execution.time_registers import LettersTab

    return LettersTab(desk, lane, words, parent)


def _machines(desk: Desk, lane: Lane, words: Words, parent: QWidget | None = None) -> RoomPage:
    from meritdesk.ui.execution.time_registers import MachinesTab

    return MachinesTab(desk, lane, words, parent)


def _shifts(desk: Desk, lane: Lane, words: Words, parent: QWidget | None = None) -> RoomPage:
    from meritdesk.ui.execution.time_registers import ShiftsTab

    return ShiftsTab(desk, lane, words, parent)


def _absence(desk: Desk, lane: Lane, words: Words, parent: QWidget | None = None) -> RoomPage:
    from meritdesk.ui.execution.time_registers import AbsenceTab

    return AbsenceTab(desk, lane, words, parent)


def _activity(desk: Desk, lane: Lane, words: Words, parent: QWidget | None = None) -> RoomPage:
    from meritdesk.ui.execution.activity_tab import ActivityTab

    return ActivityTab(desk, lane, words, parent)


def _minutes(desk: Desk, lane: Lane, words: Words, parent: QWidget | None = None) -> RoomPage:
    from meritdesk.ui.execution.activity_tab import MinutesTab

    return MinutesTab(desk, lane, words, parent)


def _cascade(desk: Desk, lane: Lane, words: Words, parent: QWidget | None = None) -> RoomPage:
    from meritdesk.ui.planning.cascade_tab import CascadeTab

    return CascadeTab(desk, lane, words, parent)


def _matrix(desk: Desk, lane: Lane, words: Words, parent: QWidget | None = None) -> RoomPage:
    from meritdesk.ui.planning.matrix_tab import MatrixTab

    return MatrixTab(desk, lane, words, parent)


def _kpi(desk: Desk, lane: Lane, words: Words, parent: QWidget | None = None) -> RoomPage:
    from meritdesk.ui.planning.kpi_tab import KpiTab

    return KpiTab(desk, lane, words, parent)


def _kpi_tree(desk: Desk, lane: Lane, words: Words, parent: QWidget | None = None) -> RoomPage:
    from meritdesk.ui.planning.tree_tab import KpiTreeTab

    return KpiTreeTab(desk, lane, words, parent)


def _skp_editor(desk: Desk, lane: Lane, words: Words, parent: QWidget | None = None) -> RoomPage:
    from meritdesk.ui.planning.skp_tab import SkpTab

    return SkpTab(desk, lane, words, parent)


def _assessment(desk: Desk, lane: Lane, words: Words, parent: QWidget | None = None) -> RoomPage:
    from meritdesk.ui.assessment.page import AssessmentPage

    return AssessmentPage(desk, lane, words, parent)


def _calibration(desk: Desk, lane: Lane, words: Words, parent: QWidget | None = None) -> RoomPage:
    from meritdesk.ui.assessment.calibration_tab import CalibrationPage

    return CalibrationPage(desk, lane, words, parent)


def _old_years(desk: Desk, lane: Lane, words: Words, parent: QWidget | None = None) -> RoomPage:
    from meritdesk.ui.assessment.old_years_tab import OldYearsPage

    return OldYearsPage(desk, lane, words, parent)


def _printing(desk: Desk, lane: Lane, words: Words, parent: QWidget | None = None) -> RoomPage:
    from meritdesk.ui.documents.print_tab import PrintTab

    return PrintTab(desk, lane, words, parent)


def _print_orders(desk: Desk, lane: Lane, words: Words, parent: QWidget | None = None) -> RoomPage:
    from meritdesk.ui.documents.orders_tab import OrdersTab

    return OrdersTab(desk, lane, words, parent)


def _paper_register(desk: Desk, lane: Lane, words: Words, parent: QWidget | None = None) -> RoomPage:
    from meritdesk.ui.documents.register_tab import RegisterTab

    return RegisterTab(desk, lane, words, parent)


def _scan_desk(desk: Desk, lane: Lane, words: Words, parent: QWidget | None = None) -> RoomPage:
    from meritdesk.ui.documents.scan_tab import ScanTab

    return ScanTab(desk, lane, words, parent)


def _circulation(desk: Desk, lane: Lane, words: Words, parent: QWidget | None = None) -> RoomPage:
    from meritdesk.ui.documents.circulation_tab import CirculationTab

    return CirculationTab(desk, lane, words, parent)


def _signers(desk: Desk, lane: Lane, words: Words, parent: QWidget | None = None) -> RoomPage:
    from meritdesk.ui.register.signers_tab import SignersTab

    return SignersTab(desk, lane, words, parent)


def _own_sheets(desk: Desk, lane: Lane, words: Words, parent: QWidget | None = None) -> RoomPage:
    from meritdesk.ui.documents.own_sheets_tab import OwnSheetsTab

    return OwnSheetsTab(desk, lane, words, parent)


def _signing(desk: Desk, lane: Lane, words: Words, parent: QWidget | None = None) -> RoomPage:
    from meritdesk.ui.documents.signing_tab import SigningTab

    return SigningTab(desk, lane, words, parent)


def _verifying(desk: Desk, lane: Lane, words: Words, parent: QWidget | None = None) -> RoomPage:
    from meritdesk.ui.documents.verify_tab import VerifyTab

    return VerifyTab(desk, lane, words, parent)


def _guidance_needs(desk: Desk, lane: Lane, words: Words, parent: QWidget | None = None) -> RoomPage:
    from meritdesk.ui.follow_up.guidance_tab import GuidanceNeedTab

    return GuidanceNeedTab(desk, lane, words, parent)


def _open_objections(desk: Desk, lane: Lane, words: Words, parent: QWidget | None = None) -> RoomPage:
    from meritdesk.ui.follow_up.objections_tab import OpenObjectionsTab

    return OpenObjectionsTab(desk, lane, words, parent)


def _credit(desk: Desk, lane: Lane, words: Words, parent: QWidget | None = None) -> RoomPage:
    from meritdesk.ui.follow_up.credit_tab import CreditTab

    return CreditTab(desk, lane, words, parent)


def _surveys(desk: Desk, lane: Lane, words: Words, parent: QWidget | None = None) -> RoomPage:
    from meritdesk.ui.follow_up.surveys_tab import SurveysTab

    return SurveysTab(desk, lane, words, parent)


def _talent(desk: Desk, lane: Lane, words: Words, parent: QWidget | None = None) -> RoomPage:
    from meritdesk.ui.follow_up.talent_tab import TalentTab

    return TalentTab(desk, lane, words, parent)


def _candidates(desk: Desk, lane: Lane, words: Words, parent: QWidget | None = None) -> RoomPage:
    from meritdesk.ui.follow_up.candidates_tab import CandidatesTab

    return CandidatesTab(desk, lane, words, parent)


def _index(desk: Desk, lane: Lane, words: Words, parent: QWidget | None = None) -> RoomPage:
    from meritdesk.ui.follow_up.index_tab import IndexTab

    return IndexTab(desk, lane, words, parent)


def _merit(desk: Desk, lane: Lane, words: Words, parent: QWidget | None = None) -> RoomPage:
    from meritdesk.ui.follow_up.merit_tab import MeritTab

    return MeritTab(desk, lane, words, parent)


def _credit_need(desk: Desk, lane: Lane, words: Words, parent: QWidget | None = None) -> RoomPage:
    from meritdesk.ui.follow_up.credit_need_tab import CreditNeedTab

    return CreditNeedTab(desk, lane, words, parent)


def _recognition(desk: Desk, lane: Lane, words: Words, parent: QWidget | None = None) -> RoomPage:
    from meritdesk.ui.follow_up.recognition_tab import RecognitionTab

    return RecognitionTab(desk, lane, words, parent)


def _improved(desk: Desk, lane: Lane, words: Words, parent: QWidget | None = None) -> RoomPage:
    from meritdesk.ui.follow_up.improved_tab import ImprovedTab

    return ImprovedTab(desk, lane, words, parent)


def _habits(desk: Desk, lane: Lane, words: Words, parent: QWidget | None = None) -> RoomPage:
    from meritdesk.ui.follow_up.habits_tab import HabitsTab

    return HabitsTab(desk, lane, words, parent)


def _rotation(desk: Desk, lane: Lane, words: Words, parent: QWidget | None = None) -> RoomPage:
    from meritdesk.ui.follow_up.rotation_tab import RotationTab

    return RotationTab(desk, lane, words, parent)


def _training(desk: Desk, lane: Lane, words: Words, parent: QWidget | None = None) -> RoomPage:
    from meritdesk.ui.register.training_tab import TrainingTab

    return TrainingTab(desk, lane, words, parent)


def _results(desk: Desk, lane: Lane, words: Words, parent: QWidget | None = None) -> RoomPage:
    from meritdesk.ui.register.results_tab import ResultsTab

    return ResultsTab(desk, lane, words, parent)


def _discipline(desk: Desk, lane: Lane, words: Words, parent: QWidget | None = None) -> RoomPage:
    from meritdesk.ui.follow_up.discipline_tab import DisciplineTab

    return DisciplineTab(desk, lane, words, parent)


def _pay(desk: Desk, lane: Lane, words: Words, parent: QWidget | None = None) -> RoomPage:
    from meritdesk.ui.follow_up.pay_tab import PayTab

    return PayTab(desk, lane, words, parent)


def _handover(desk: Desk, lane: Lane, words: Words, parent: QWidget | None = None) -> RoomPage:
    from meritdesk.ui.handover.page import HandoverPage

    return HandoverPage(desk, lane, words, parent)


def _conflicts(desk: Desk, lane: Lane, words: Words, parent: QWidget | None = None) -> RoomPage:
    from meritdesk.ui.handover.conflicts_tab import ConflictsTab

    return ConflictsTab(desk, lane, words, parent)


def _custody(desk: Desk, lane: Lane, words: Words, parent: QWidget | None = None) -> RoomPage:
    from meritdesk.ui.handover.custody_tab import CustodyTab

    return CustodyTab(desk, lane, words, parent)


def _transfers(desk: Desk, lane: Lane, words: Words, parent: QWidget | None = None) -> RoomPage:
    from meritdesk.ui.handover.transfers_tab import TransfersTab

    return TransfersTab(desk, lane, words, parent)


def _handover_keys(desk: Desk, lane: Lane, words: Words, parent: QWidget | None = None) -> RoomPage:
    from meritdesk.ui.handover.keys_tab import KeysTab

    return KeysTab(desk, lane, words, parent)


def _national(desk: Desk, lane: Lane, words: Words, parent: QWidget | None = None) -> RoomPage:
    from meritdesk.ui.handover.national_tab import NationalTab

    return NationalTab(desk, lane, words, parent)


def _handover_corrections(desk: Desk, lane: Lane, words: Words, parent: QWidget | None = None) -> RoomPage:
    from meritdesk.ui.handover.corrections_tab import CorrectionsTab

    return CorrectionsTab(desk, lane, words, parent)


def _handover_approvals(desk: Desk, lane: Lane, words: Words, parent: QWidget | None = None) -> RoomPage:
    from meritdesk.ui.handover.approvals_tab import ApprovalsTab

    return ApprovalsTab(desk, lane, words, parent)


def _upkeep(desk: Desk, lane: Lane, words: Words, parent: QWidget | None = None) -> RoomPage:
    from meritdesk.ui.upkeep.page import UpkeepPage

    return UpkeepPage(desk, lane, words, parent)


def _store(desk: Desk, lane: Lane, words: Words, parent: QWidget | None = None) -> RoomPage:
    from meritdesk.ui.upkeep.store_tab import StoreTab

    return StoreTab(desk, lane, words, parent)


def _accounts(desk: Desk, lane: Lane, words: Words, parent: QWidget | None = None) -> RoomPage:
    from meritdesk.ui.upkeep.accounts_tab import AccountsTab

    return AccountsTab(desk, lane, words, parent)


def _audit(desk: Desk, lane: Lane, words: Words, parent: QWidget | None = None) -> RoomPage:
    from meritdesk.ui.upkeep.audit_tab import AuditTab

    return AuditTab(desk, lane, words, parent)


def _requests(desk: Desk, lane: Lane, words: Words, parent: QWidget | None = None) -> RoomPage:
    from meritdesk.ui.upkeep.requests_tab import RequestsTab

    return RequestsTab(desk, lane, words, parent)


def _retention(desk: Desk, lane: Lane, words: Words, parent: QWidget | None = None) -> RoomPage:
    from meritdesk.ui.upkeep.retention_tab import RetentionTab

    return RetentionTab(desk, lane, words, parent)


def _leaks(desk: Desk, lane: Lane, words: Words, parent: QWidget | None = None) -> RoomPage:
    from meritdesk.ui.upkeep.leaks_tab import LeaksTab

    return LeaksTab(desk, lane, words, parent)


def _seldom(desk: Desk, lane: Lane, words: Words, parent: QWidget | None = None) -> RoomPage:
    from meritdesk.ui.upkeep.seldom_tab import SeldomTab

    return SeldomTab(desk, lane, words, parent)


def _settings(desk: Desk, lane: Lane, words: Words, parent: QWidget | None = None) -> RoomPage:
    from meritdesk.ui.upkeep.settings_tab import SettingsTab

    return SettingsTab(desk, lane, words, parent)


def _holidays(desk: Desk, lane: Lane, words: Words, parent: QWidget | None = None) -> RoomPage:
    from meritdesk.ui.upkeep.holidays_tab import HolidaysTab

    return HolidaysTab(desk, lane, words, parent)


def _deadlines(desk: Desk, lane: Lane, words: Words, parent: QWidget | None = None) -> RoomPage:
    from meritdesk.ui.assessment.deadlines_tab import DeadlinesTab

    return DeadlinesTab(desk, lane, words, parent)


def _objections(desk: Desk, lane: Lane, words: Words, parent: QWidget | None = None) -> RoomPage:
    from meritdesk.ui.assessment.objections_tab import ObjectionsTab

    return ObjectionsTab(desk, lane, words, parent)


def _problems(desk: Desk, lane: Lane, words: Words, parent: QWidget | None = None) -> RoomPage:
    from meritdesk.ui.teams.board_tab import BoardTab

    return BoardTab(desk, lane, words, parent)


def _problem_list(desk: Desk, lane: Lane, words: Words, parent: QWidget | None = None) -> RoomPage:
    from meritdesk.ui.teams.list_tab import ProblemListTab

    return ProblemListTab(desk, lane, words, parent)


def _response(desk: Desk, lane: Lane, words: Words, parent: QWidget | None = None) -> RoomPage:
    from meritdesk.ui.teams.response_tab import ResponseTab

    return ResponseTab(desk, lane, words, parent)


def _abroad(desk: Desk, lane: Lane, words: Words, parent: QWidget | None = None) -> RoomPage:
    from meritdesk.ui.teams.abroad_tab import AbroadTab

    return AbroadTab(desk, lane, words, parent)


def _title(context: str, english: str) -> Callable[[], str]:
    return lambda: QCoreApplication.translate(context, english)


def _group(key: str, english: str) -> TabGroup:
    return TabGroup(key, _title("TabGroups", english))


_RATED = _group("rated", str(QT_TRANSLATE_NOOP("TabGroups", "After the rating")))
_RANK = _group("rank", str(QT_TRANSLATE_NOOP("TabGroups", "Rank and pay")))
_TALENT = _group("talent", str(QT_TRANSLATE_NOOP("TabGroups", "Talent")))
_INDICES = _group("indices", str(QT_TRANSLATE_NOOP("TabGroups", "Indices")))
_HONOUR = _group("honour", str(QT_TRANSLATE_NOOP("TabGroups", "Recognition and habits")))


TABS: Mapping[str, tuple[Tab, ...]] = {
    "overview": (
        Tab("work", _overview, _title("OverviewTabs", str(QT_TRANSLATE_NOOP("OverviewTabs", "Today")))),
        Tab("people", _cohort, _title("OverviewTabs", str(QT_TRANSLATE_NOOP("OverviewTabs", "People")))),
        Tab("figures", _figures, _title("OverviewTabs", str(QT_TRANSLATE_NOOP("OverviewTabs", "Charts")))),
    ),
    "register": (
        Tab("staff", _register, _title("Rooms", "Staff")),
        Tab("blockers", _blockers, _title("RegisterTabs", str(QT_TRANSLATE_NOOP("RegisterTabs", "Who blocks whom")))),
        Tab("duplicates", _duplicates, _title("RegisterTabs", str(QT_TRANSLATE_NOOP("RegisterTabs", "Duplicates")))),
        Tab("signers", _signers, _title("RegisterTabs", str(QT_TRANSLATE_NOOP("RegisterTabs", "Signers")))),
        Tab("training", _training, _title("Talent", str(QT_TRANSLATE_NOOP("Talent", "Training")))),
        Tab("results", _results, _title("Talent", str(QT_TRANSLATE_NOOP("Talent", "Assessment centre")))),
    ),
    "planning": (
        Tab("plans", _planning, _title("PlanningTabs", str(QT_TRANSLATE_NOOP("PlanningTabs", "Plans")))),
        Tab("editor", _skp_editor, _title("Rooms", str(QT_TRANSLATE_NOOP("Rooms", "Plan editor")))),
        Tab("cascade", _cascade, _title("PlanningTabs", str(QT_TRANSLATE_NOOP("PlanningTabs", "Cascade")))),
        Tab("matrix", _matrix, _title("PlanningTabs", str(QT_TRANSLATE_NOOP("PlanningTabs", "Matrix")))),
        Tab("tree", _kpi_tree, _title("PlanningTabs", str(QT_TRANSLATE_NOOP("PlanningTabs", "Tree of indicators")))),
        Tab("kpi", _kpi, _title("PlanningTabs", str(QT_TRANSLATE_NOOP("PlanningTabs", "Agreement and figures")))),
    ),
    "execution": (
        Tab("actuals", _actuals, _title("Rooms", str(QT_TRANSLATE_NOOP("Rooms", "Actuals")))),
        Tab("action_plan", _action_plan, _title("Rooms", str(QT_TRANSLATE_NOOP("Rooms", "Action plan")))),
        Tab("feedback", _feedback, _title("Rooms", str(QT_TRANSLATE_NOOP("Rooms", "Feedback")))),
        Tab("guidance", _guidance, _title("Rooms", str(QT_TRANSLATE_NOOP("Rooms", "Guidance")))),
        Tab("attendance", _attendance, _title("TimeTabs", str(QT_TRANSLATE_NOOP("TimeTabs", "Attendance")))),
        Tab("letters", _letters, _title("TimeTabs", str(QT_TRANSLATE_NOOP("TimeTabs", "Letters")))),
        Tab("absence", _absence, _title("TimeTabs", str(QT_TRANSLATE_NOOP("TimeTabs", "PP 94")))),
        Tab("shifts", _shifts, _title("TimeTabs", str(QT_TRANSLATE_NOOP("TimeTabs", "Shifts")))),
        Tab("machines", _machines, _title("TimeTabs", str(QT_TRANSLATE_NOOP("TimeTabs", "Machine numbers")))),
        Tab("activity", _activity, _title("TimeTabs", str(QT_TRANSLATE_NOOP("TimeTabs", "Daily activity")))),
        Tab("minutes", _minutes, _title("TimeTabs", str(QT_TRANSLATE_NOOP("TimeTabs", "Minutes")))),
    ),
    "teams": (
        Tab("board", _problems, _title("TeamsTabs", str(QT_TRANSLATE_NOOP("TeamsTabs", "Problems")))),
        Tab("list", _problem_list, _title("TeamsTabs", str(QT_TRANSLATE_NOOP("TeamsTabs", "List")))),
        Tab("response", _response, _title("TeamsTabs", str(QT_TRANSLATE_NOOP("TeamsTabs", "Response times")))),
        Tab("elsewhere", _abroad, _title("TeamsTabs", str(QT_TRANSLATE_NOOP("TeamsTabs", "Elsewhere")))),
    ),
    "assessment": (
        Tab("ratings", _assessment, _title("Rooms", str(QT_TRANSLATE_NOOP("Rooms", "Ratings")))),
        Tab("calibration", _calibration, _title("Rooms", str(QT_TRANSLATE_NOOP("Rooms", "Calibration")))),
        Tab("surveys", _surveys, _title("SurveysTab", str(QT_TRANSLATE_NOOP("SurveysTab", "360 and culture")))),
        Tab("deadlines", _deadlines, _title("Rooms", str(QT_TRANSLATE_NOOP("Rooms", "Deadlines")))),
        Tab("objections", _objections, _title("Rooms", str(QT_TRANSLATE_NOOP("Rooms", "Objections")))),
        Tab("old_years", _old_years, _title("Rooms", str(QT_TRANSLATE_NOOP("Rooms", "Old years")))),
    ),
    "documents": (
        Tab("print", _printing, _title("DocumentsTabs", str(QT_TRANSLATE_NOOP("DocumentsTabs", "Print")))),
        Tab("orders", _print_orders, _title("OrdersTab", str(QT_TRANSLATE_NOOP("OrdersTab", "Print queue")))),
        Tab("own_sheets", _own_sheets, _title("OwnSheetsTab", str(QT_TRANSLATE_NOOP("OwnSheetsTab", "Other sheets")))),
        Tab(
            "register",
            _paper_register,
            _title("DocumentsTabs", str(QT_TRANSLATE_NOOP("DocumentsTabs", "Register of documents"))),
        ),
        Tab("out", _circulation, _title("DocumentsTabs", str(QT_TRANSLATE_NOOP("DocumentsTabs", "Out")))),
        Tab("scans", _scan_desk, _title("DocumentsTabs", str(QT_TRANSLATE_NOOP("DocumentsTabs", "Scan desk")))),
        Tab(
            "signing",
            _signing,
            _title("DocumentsTabs", str(QT_TRANSLATE_NOOP("DocumentsTabs", "Electronic signature"))),
        ),
        Tab("verify", _verifying, _title("DocumentsTabs", str(QT_TRANSLATE_NOOP("DocumentsTabs", "Is it ours?")))),
    ),
    "follow_up": (
        Tab(
            "guidance", _guidance_needs, _title("FollowUp", str(QT_TRANSLATE_NOOP("FollowUp", "To be guided"))), _RATED
        ),
        Tab(
            "objections",
            _open_objections,
            _title("FollowUp", str(QT_TRANSLATE_NOOP("FollowUp", "Open objections"))),
            _RATED,
        ),
        Tab("discipline", _discipline, _title("FollowUp", str(QT_TRANSLATE_NOOP("FollowUp", "Discipline"))), _RATED),
        Tab("credit", _credit, _title("FollowUp", str(QT_TRANSLATE_NOOP("FollowUp", "Credit points"))), _RANK),
        Tab(
            "credit_need",
            _credit_need,
            _title("Recognition", str(QT_TRANSLATE_NOOP("Recognition", "Next rank"))),
            _RANK,
        ),
        Tab("pay", _pay, _title("FollowUp", str(QT_TRANSLATE_NOOP("FollowUp", "Pay"))), _RANK),
        Tab("talent", _talent, _title("Talent", str(QT_TRANSLATE_NOOP("Talent", "Talent map"))), _TALENT),
        Tab("candidates", _candidates, _title("Talent", str(QT_TRANSLATE_NOOP("Talent", "Candidates"))), _TALENT),
        Tab("rotation", _rotation, _title("Talent", str(QT_TRANSLATE_NOOP("Talent", "Rotation"))), _TALENT),
        Tab("index", _index, _title("Talent", str(QT_TRANSLATE_NOOP("Talent", "IP ASN"))), _INDICES),
        Tab("merit", _merit, _title("Talent", str(QT_TRANSLATE_NOOP("Talent", "Merit index"))), _INDICES),
        Tab(
            "recognition",
            _recognition,
            _title("Recognition", str(QT_TRANSLATE_NOOP("Recognition", "Recognition"))),
            _HONOUR,
        ),
        Tab("improved", _improved, _title("Recognition", str(QT_TRANSLATE_NOOP("Recognition", "Improved"))), _HONOUR),
        Tab("habits", _habits, _title("Recognition", str(QT_TRANSLATE_NOOP("Recognition", "Habits"))), _HONOUR),
    ),
    "handover": (
        Tab("handover", _handover, _title("Rooms", "Send and receive")),
        Tab("conflicts", _conflicts, _title("ConflictsTab", str(QT_TRANSLATE_NOOP("ConflictsTab", "Conflicts")))),
        Tab(
            "corrections",
            _handover_corrections,
            _title("CorrectionsTab", str(QT_TRANSLATE_NOOP("CorrectionsTab", "Corrections"))),
        ),
        Tab(
            "approvals",
            _handover_approvals,
            _title("ApprovalsTab", str(QT_TRANSLATE_NOOP("ApprovalsTab", "Approvals"))),
        ),
        Tab("transfers", _transfers, _title("TransfersTab", str(QT_TRANSLATE_NOOP("TransfersTab", "Transfers")))),
        Tab("keys", _handover_keys, _title("KeysTab", str(QT_TRANSLATE_NOOP("KeysTab", "Keys")))),
        Tab("national", _national, _title("NationalTab", str(QT_TRANSLATE_NOOP("NationalTab", "SIASN")))),
    ),
    "upkeep": (
        Tab("upkeep", _upkeep, _title("Rooms", str(QT_TRANSLATE_NOOP("Rooms", "Store and journal")))),
        Tab("store", _store, _title("StoreTab", str(QT_TRANSLATE_NOOP("StoreTab", "Backup and keys")))),
        Tab("accounts", _accounts, _title("AccountsTab", str(QT_TRANSLATE_NOOP("AccountsTab", "Accounts")))),
        Tab("audit", _audit, _title("Care", str(QT_TRANSLATE_NOOP("Care", "Heads of the journal")))),
        Tab("requests", _requests, _title("Care", str(QT_TRANSLATE_NOOP("Care", "Personal data")))),
        Tab("retention", _retention, _title("Care", str(QT_TRANSLATE_NOOP("Care", "Retention")))),
        Tab("leaks", _leaks, _title("Care", str(QT_TRANSLATE_NOOP("Care", "Incidents")))),
        Tab("settings", _settings, _title("Rooms", str(QT_TRANSLATE_NOOP("Rooms", "Settings")))),
        Tab("holidays", _holidays, _title("Rooms", str(QT_TRANSLATE_NOOP("Rooms", "Holidays")))),
        Tab("seldom", _seldom, _title("SeldomTab", str(QT_TRANSLATE_NOOP("SeldomTab", "Seldom needed")))),
    ),
}
"""The tabs of each room; the keys are the rooms of the rail. A room with one tab is that page itself.

The words of a title are written with ``QT_TRANSLATE_NOOP`` where the tab is declared, so that the translators' tool
sees them.
"""


REGION_TABS: Mapping[str, tuple[Tab, ...]] = {
    "overview": (
        Tab("region", _region_board, _title("RegionTabs", str(QT_TRANSLATE_NOOP("RegionTabs", "Regional board")))),
        Tab("region_spread", _region_spread, _title("RegionTabs", str(QT_TRANSLATE_NOOP("RegionTabs", "Spread")))),
        Tab("region_trends", _region_trends, _title("RegionTabs", str(QT_TRANSLATE_NOOP("RegionTabs", "Trends")))),
        Tab("region_kpi", _region_kpi, _title("RegionTabs", str(QT_TRANSLATE_NOOP("RegionTabs", "KPI")))),
        Tab("region_merit", _region_merit, _title("Talent", str(QT_TRANSLATE_NOOP("Talent", "Merit")))),
        Tab("region_awards", _region_awards, _title("RegionTabs", str(QT_TRANSLATE_NOOP("RegionTabs", "Honours")))),
        Tab(
            "region_credit",
            _region_credit,
            _title("RegionTabs", str(QT_TRANSLATE_NOOP("RegionTabs", "Credit letters"))),
        ),
        Tab(
            "region_people",
            _region_people,
            _title("RegionTabs", str(QT_TRANSLATE_NOOP("RegionTabs", "Behind a number"))),
        ),
    ),
    "handover": (
        Tab("custody", _custody, _title("CustodyTab", str(QT_TRANSLATE_NOOP("CustodyTab", "People held twice")))),
    ),
}
"""Tabs that only the regional office has; they come after those that everybody has."""


def tabs_of(room: str, is_region: bool) -> tuple[Tab, ...]:
    """The tabs that an office has in a room: those of everybody, and the region's own after them."""
    return TABS[room] + (REGION_TABS.get(room, ()) if is_region else ())


def make_page(room: str, desk: Desk, lane: Lane, words: Words, parent: QWidget | None = None) -> RoomPage:
    """A new page of a room, made where it will stand: a page that is put elsewhere takes every style anew."""
    tabs = tabs_of(room, desk.agency.is_region)
    if len(tabs) == 1:
        return tabs[0].make(desk, lane, words, parent)
    return TabbedRoom(room, tabs, desk, lane, words, parent)
