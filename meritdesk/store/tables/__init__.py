"""The tables of the store. Every key begins with the agency, since one schema serves the agency and the region.

Exact things stay exact: decimals, dates and times are canonical text, a NIP is text. A column marked ``derived`` is
worked out from the others of its row and does not stand in the journal. A column added to a table that older stores
have carries a server default or may be empty, so that their rows are complete after the upgrade.
"""

from __future__ import annotations

from meritdesk.store.tables.access import account
from meritdesk.store.tables.assessment import (
    behaviour_feedback,
    calibration_entry,
    calibration_participant,
    calibration_session,
    evaluation,
    organisation_level,
    superseded_evaluation,
)
from meritdesk.store.tables.audit import journal_finding
from meritdesk.store.tables.cascade import (
    action_item,
    agreement_indicator,
    budget_month,
    cascade_choice,
    cascade_link,
    cascade_placeholder,
    level_basis,
    team_assignment,
    trajectory_point,
    unit_actual,
    work_team,
)
from meritdesk.store.tables.columns import metadata
from meritdesk.store.tables.discipline import sanction
from meritdesk.store.tables.documents import document, paper_cancellation, paper_entry, signing_mandate
from meritdesk.store.tables.execution import (
    action_step,
    actual,
    confidential,
    documentation,
    evidence,
    evidence_file,
    feedback_entry,
    guidance,
    opening,
    takeover,
)
from meritdesk.store.tables.ledger import incoming, key_card, outgoing, outgoing_data, owed_answer
from meritdesk.store.tables.lists import saved_view
from meritdesk.store.tables.merging import (
    absent_record,
    custody,
    incoming_data,
    merge_conflict,
    removed_record,
    standing_words,
)
from meritdesk.store.tables.national import national_row
from meritdesk.store.tables.old_years import old_aspect, old_evaluation, old_line
from meritdesk.store.tables.pay import paid_month, pay_amount, pay_input, pay_recap, pay_slip
from meritdesk.store.tables.personal import erasure, journal_redaction, leak, person_request, processing_limit
from meritdesk.store.tables.planning import (
    indicator,
    library_entry,
    plan,
    plan_draft,
    plan_note,
    plan_version,
    work_result,
    workblock,
)
from meritdesk.store.tables.print_orders import print_block, print_item, print_order, print_part
from meritdesk.store.tables.process import document_process, holiday, objection
from meritdesk.store.tables.recognition import award, award_line, credit_item, habit
from meritdesk.store.tables.register import distinct_people, history_entry, org_unit, person, reporting_line
from meritdesk.store.tables.returns import (
    approval,
    correction,
    correction_answer,
    local_pack,
    reference_offer,
    unit_naming,
    work_after_lock,
)
from meritdesk.store.tables.scans import scan_batch, scan_page
from meritdesk.store.tables.search import search_entry, staff_row
from meritdesk.store.tables.signing import electronic_signature, trust_anchor
from meritdesk.store.tables.summaries import absence_step, sanction_count, survey_figure
from meritdesk.store.tables.surveys import survey_ask, survey_round, survey_sheet
from meritdesk.store.tables.talent import (
    asn_index,
    merit_assessment,
    merit_file,
    merit_level,
    potential_score,
    rotation_case,
    talent_box,
    talent_list,
    training,
)
from meritdesk.store.tables.teams import (
    guest_feedback,
    problem,
    problem_call,
    problem_member,
    problem_task,
    team_abroad,
)
from meritdesk.store.tables.timekeeping import (
    TIME_BOOKS,
    absence,
    activity_month,
    attendance_month,
    machine_id,
    roster_month,
    shift_assignment,
    time_batch,
    time_before,
    time_closing,
    work_shift,
)
from meritdesk.store.tables.transfers import foreign_record, transfer
from meritdesk.store.tables.travelling import kept_cell
from meritdesk.store.tables.trust import (
    key_act,
    key_block,
    key_incident,
    key_request,
    trust_device,
    trust_file,
    trust_list,
)
from meritdesk.store.tables.upkeep import change_set, column_mapping, counter, row_change, setting, store_fact, waiver
from meritdesk.store.tables.window import draft, remembered, work_record

SCHEMA_NUMBER = 8
"""The number of the newest migration; it stands in the file, so that an older program recognises a newer store."""

__all__ = [
    "SCHEMA_NUMBER",
    "TIME_BOOKS",
    "absence",
    "absence_step",
    "absent_record",
    "account",
    "action_item",
    "action_step",
    "activity_month",
    "actual",
    "agreement_indicator",
    "approval",
    "asn_index",
    "attendance_month",
    "award",
    "award_line",
    "behaviour_feedback",
    "budget_month",
    "calibration_entry",
    "calibration_participant",
    "calibration_session",
    "cascade_choice",
    "cascade_link",
    "cascade_placeholder",
    "change_set",
    "column_mapping",
    "confidential",
    "correction",
    "correction_answer",
    "counter",
    "credit_item",
    "custody",
    "distinct_people",
    "document",
    "document_process",
    "documentation",
    "draft",
    "electronic_signature",
    "erasure",
    "evaluation",
    "evidence",
    "evidence_file",
    "feedback_entry",
    "foreign_record",
    "guest_feedback",
    "guidance",
    "habit",
    "history_entry",
    "holiday",
    "incoming",
    "incoming_data",
    "indicator",
    "journal_finding",
    "journal_redaction",
    "kept_cell",
    "key_act",
    "key_block",
    "key_card",
    "key_incident",
    "key_request",
    "leak",
    "level_basis",
    "library_entry",
    "local_pack",
    "machine_id",
    "merge_conflict",
    "merit_assessment",
    "merit_file",
    "merit_level",
    "metadata",
    "national_row",
    "objection",
    "old_aspect",
    "old_evaluation",
    "old_line",
    "opening",
    "org_unit",
    "organisation_level",
    "outgoing",
    "outgoing_data",
    "owed_answer",
    "paid_month",
    "paper_cancellation",
    "paper_entry",
    "pay_amount",
    "pay_input",
    "pay_recap",
    "pay_slip",
    "person",
    "person_request",
    "plan",
    "plan_draft",
    "plan_note",
    "plan_version",
    "potential_score",
    "print_block",
    "print_item",
    "print_order",
    "print_part",
    "problem",
    "problem_call",
    "problem_member",
    "problem_task",
    "processing_limit",
    "reference_offer",
    "remembered",
    "removed_record",
    "reporting_line",
    "roster_month",
    "rotation_case",
    "row_change",
    "sanction",
    "sanction_count",
    "saved_view",
    "scan_batch",
    "scan_page",
    "search_entry",
    "setting",
    "shift_assignment",
    "signing_mandate",
    "staff_row",
    "standing_words",
    "store_fact",
    "superseded_evaluation",
    "survey_ask",
    "survey_figure",
    "survey_round",
    "survey_sheet",
    "takeover",
    "talent_box",
    "talent_list",
    "team_abroad",
    "team_assignment",
    "time_batch",
    "time_before",
    "time_closing",
    "training",
    "trajectory_point",
    "transfer",
    "trust_anchor",
    "trust_device",
    "trust_file",
    "trust_list",
    "unit_actual",
    "unit_naming",
    "waiver",
    "work_after_lock",
    "work_record",
    "work_result",
    "work_shift",
    "work_team",
    "workblock",
]
