"""One transaction on one agency's rows: what a service holds in its hands between opening and commit."""

from __future__ import annotations

from collections.abc import Collection
from contextlib import AbstractContextManager
from dataclasses import replace
from datetime import date

from sqlalchemy import Connection

from meritdesk.core.journal import Changes
from meritdesk.core.lines import ClockFacts, UnitProgress
from meritdesk.core.periods import Period
from meritdesk.core.stages import Cohort, CohortLine, Signers
from meritdesk.store import search_index, tables
from meritdesk.store.accounts import StoredAccounts
from meritdesk.store.action_plans import StoredActionPlans
from meritdesk.store.agreements import StoredAgreements
from meritdesk.store.analysis import StoredAnalysis
from meritdesk.store.audit import StoredAudit
from meritdesk.store.beats import Beat, Step
from meritdesk.store.budgets import StoredBudgets
from meritdesk.store.bulk import before_commit
from meritdesk.store.calibrations import StoredCalibrations
from meritdesk.store.cascade import StoredCascade
from meritdesk.store.circulation import StoredCirculation, StoredMandates
from meritdesk.store.clock_facts import clock_facts
from meritdesk.store.cohorts import cohort_count, cohort_lines, predicate_counts, signed_days
from meritdesk.store.confidential import StoredConfidential
from meritdesk.store.discipline import StoredDiscipline
from meritdesk.store.documents import StoredDocuments
from meritdesk.store.evaluations import StoredActuals, StoredEvaluations, StoredLevels
from meritdesk.store.evidence import StoredEvidence
from meritdesk.store.feedback import StoredFeedback
from meritdesk.store.finding import StoredIndex
from meritdesk.store.guidance import StoredGuidance
from meritdesk.store.history import StoredHistory
from meritdesk.store.holidays import StoredHolidays
from meritdesk.store.journal import StoredJournal, Ticket
from meritdesk.store.kpi_tree import StoredKpiTree
from meritdesk.store.ledger import StoredLedger
from meritdesk.store.mappings import StoredMappings
from meritdesk.store.merging import StoredCustody, StoredMerging
from meritdesk.store.merit import StoredMerit, StoredRotations
from meritdesk.store.national import StoredNational
from meritdesk.store.old_years import StoredOldYears
from meritdesk.store.pay import StoredPay
from meritdesk.store.people import StoredPeople, StoredReporting, StoredUnits
from meritdesk.store.personal_data import StoredPersonalData
from meritdesk.store.plan_drafts import StoredLibrary, StoredPlanDrafts
from meritdesk.store.plans import StoredPlans
from meritdesk.store.print_orders import StoredPrintOrders
from meritdesk.store.problems import StoredProblems
from meritdesk.store.processes import StoredObjections, StoredProcesses
from meritdesk.store.progress import unit_progress
from meritdesk.store.recognition import StoredAwards, StoredCreditHistory, StoredHabits
from meritdesk.store.region_board import StoredRegionBoard
from meritdesk.store.region_honours import StoredRegionHonours
from meritdesk.store.region_origin import StoredOrigin
from meritdesk.store.returns import StoredApprovals, StoredCorrections, StoredReference
from meritdesk.store.rows import Rows
from meritdesk.store.saved_views import StoredSavedViews
from meritdesk.store.scans import StoredScans
from meritdesk.store.signing import StoredAnchors, StoredSignatures
from meritdesk.store.summaries import StoredSummaries
from meritdesk.store.surveys import StoredSurveys
from meritdesk.store.talent import StoredPotentials, StoredTalent, StoredTrainings
from meritdesk.store.timekeeping import StoredTimeBooks
from meritdesk.store.transfers import StoredTransfers, guard
from meritdesk.store.travelling import StoredTravel
from meritdesk.store.trust import StoredTrust
from meritdesk.store.waivers import StoredWaivers
from meritdesk.store.window_memory import StoredDrafts, StoredMemory, StoredWorkRecords
from meritdesk.store.word_for_word import StoredWords

EPOCH = Rows.epoch_fact


class StoreWork:
    """The nouns of one agency inside one transaction; without ``commit`` everything is as it was before."""

    def __init__(
        self, connection: Connection, agency: str, own_agency: str, ticket: Ticket | None, epoch_fact: str = EPOCH
    ) -> None:
        self._ticket = ticket
        self.rows_written = 0
        self.committed_number = 0
        self._connection = connection
        self._beat = Beat(connection)
        self._rows = Rows(connection, agency, own_agency, may_write=ticket is not None, beat=self._beat)
        self._rows.epoch_fact = epoch_fact
        self.units = StoredUnits(self._rows)
        self.people = StoredPeople(self._rows)
        self.reporting = StoredReporting(self._rows)
        self.history = StoredHistory(self._rows, self.setting)
        self.plans = StoredPlans(self._rows)
        self.plan_drafts = StoredPlanDrafts(self._rows)
        self.library = StoredLibrary(self._rows)
        self.agreements = StoredAgreements(self._rows)
        self.cascade = StoredCascade(self._rows)
        self.budgets = StoredBudgets(self._rows)
        self.kpi_tree = StoredKpiTree(self._rows)
        self.actuals = StoredActuals(self._rows)
        self.action_plans = StoredActionPlans(self._rows)
        self.evidence = StoredEvidence(self._rows)
        self.feedback = StoredFeedback(self._rows)
        self.guidance = StoredGuidance(self._rows)
        self.confidential = StoredConfidential(self._rows)
        self.discipline = StoredDiscipline(self._rows)
        self.surveys = StoredSurveys(self._rows)
        self.summaries = StoredSummaries(self._rows)
        self.pay = StoredPay(self._rows)
        self.levels = StoredLevels(self._rows)
        self.evaluations = StoredEvaluations(self._rows)
        self.old_years = StoredOldYears(self._rows)
        self.calibrations = StoredCalibrations(self._rows)
        self.documents = StoredDocuments(self._rows)
        self.circulation = StoredCirculation(self._rows)
        self.mandates = StoredMandates(self._rows)
        self.scans = StoredScans(self._rows)
        self.print_orders = StoredPrintOrders(self._rows)
        self.signatures = StoredSignatures(self._rows)
        self.anchors = StoredAnchors(self._rows)
        self.waivers = StoredWaivers(self._rows)
        self.processes = StoredProcesses(self._rows)
        self.objections = StoredObjections(self._rows)
        self.problems = StoredProblems(self._rows)
        self.holidays = StoredHolidays(self._rows)
        self.trainings = StoredTrainings(self._rows)
        self.potentials = StoredPotentials(self._rows)
        self.talent = StoredTalent(self._rows)
        self.merit = StoredMerit(self._rows)
        self.rotations = StoredRotations(self._rows)
        self.awards = StoredAwards(self._rows)
        self.habits = StoredHabits(self._rows)
        self.credit_history = StoredCreditHistory(self._rows)
        self.time_books = StoredTimeBooks(self._rows)
        self.saved_views = StoredSavedViews(self._rows)
        self.drafts = StoredDrafts(self._rows)
        self.memory = StoredMemory(self._rows)
        self.work_records = StoredWorkRecords(self._rows)
        self.ledger = StoredLedger(self._rows)
        self.merging = StoredMerging(self._rows)
        self.custody = StoredCustody(self._rows)
        self.national = StoredNational(self._rows)
        self.trust = StoredTrust(self._rows)
        self.corrections = StoredCorrections(self._rows)
        self.approvals = StoredApprovals(self._rows)
        self.reference = StoredReference(self._rows)
        self.mappings = StoredMappings(self._rows)
        self.index = StoredIndex(self._rows)
        self.travel = StoredTravel(self._rows)
        self.transfers = StoredTransfers(self._rows, self.travel)
        self.analysis = StoredAnalysis(self._rows)
        self.region = StoredRegionBoard(self._rows)
        self.region_honours = StoredRegionHonours(self._rows)
        self.origin = StoredOrigin(self._rows, self.travel)
        self.words = StoredWords(self._rows, self.travel)
        self.journal = StoredJournal(self._rows)
        self.audit = StoredAudit(self._rows, self.journal)
        self.accounts = StoredAccounts(self._rows)
        self.personal = StoredPersonalData(self._rows, self.journal)

    def watch(self, step: Step) -> Step:
        """Let whoever watches stop this work at any moment before its commit; count with the step that is answered."""
        return self._beat.watch(step)

    def stoppable(self) -> AbstractContextManager[None]:
        """While this lasts a watcher may stop the work; what he raises within a statement comes out as it was."""
        return self._beat.stoppable()

    def progress(self, period: Period, signers: Signers = ()) -> tuple[UnitProgress, ...]:
        """The board of the overview for a period."""
        return unit_progress(self._rows, period, signers)

    def cohort(self, cohort: Cohort, offset: int = 0, limit: int = -1) -> tuple[CohortLine, ...]:
        """The people who stand so at a stage of the period, by name."""
        return cohort_lines(self._rows, cohort, offset, limit)

    def cohort_count(self, cohort: Cohort) -> int:
        """How many they are."""
        return cohort_count(self._rows, cohort)

    def predicates(self, period: Period) -> tuple[tuple[str, str, int], ...]:
        """By unit and predicate, how many closed evaluations of a period carry it."""
        return predicate_counts(self._rows, period)

    def clock_facts(self, period: Period) -> tuple[ClockFacts, ...]:
        """What the clocks of everybody who is appraised run on."""
        return clock_facts(self._rows, period)

    def signed_days(
        self, period: Period, signers: Signers, left_out: Collection[str] = ()
    ) -> tuple[tuple[str, date | None], ...]:
        """By unit the days on which papers of a period got their last signature, without those of some people."""
        return signed_days(self._rows, period, signers, left_out)

    def setting(self, name: str, default: str = "") -> str:
        """One setting of the office."""
        found = self._rows.read(tables.setting, "name", [name])
        return str(found[0]["value"]) if found else default

    def set_setting(self, name: str, value: str) -> None:
        """Change one setting of the office; it stands in the journal like everything else."""
        self._rows.write(tables.setting, [{"name": name, "value": value}])

    def countersign(self, name: str) -> None:
        """Somebody stood beside whoever writes: his name stands in the change set too."""
        self._rows.require_writing()
        assert self._ticket is not None
        self._ticket = replace(self._ticket, second=name)

    def commit(self) -> Changes:
        """Write the change set and end the transaction; a work is committed once."""
        self._rows.require_writing()
        assert self._ticket is not None
        guard(self._rows, self._ticket.verb, self.journal.undoes)
        search_index.follow(self._rows)
        self.words.follow()
        changes = self.journal.write(self._ticket)
        self._rows.may_write = False
        self._beat.end(is_final=True)
        if changes.change_set_id or self._rows.has_unjournaled:
            before_commit(self._connection, len(self._rows.noted))
            self._connection.commit()
            self.rows_written = len(self._rows.noted)
            self.committed_number = self.journal.written
        else:
            self._connection.rollback()
        return changes
