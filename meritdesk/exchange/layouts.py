"""The spreadsheets that a desk can read and write, as services know them: the functions of this module are the port."""

from meritdesk.exchange.agreement_sheets import read_agreements, read_unit_actuals
from meritdesk.exchange.fill_reading import read_fill, read_fill_head
from meritdesk.exchange.fill_writing import write_fill
from meritdesk.exchange.given_books import layouts, open_book, open_pasted, read_corrections, recognised, understood
from meritdesk.exchange.holiday_sheet import read_holidays
from meritdesk.exchange.kpi_sheets import read_budgets, read_kpi
from meritdesk.exchange.old_year_sheets import read_old_years
from meritdesk.exchange.pay_sheets import read_pay_amounts, read_pay_inputs, read_sanctions
from meritdesk.exchange.recognition_sheets import read_credit_items, read_habits
from meritdesk.exchange.refused_book import write_refused
from meritdesk.exchange.sheet_writing import write_list
from meritdesk.exchange.staff_sheet import read_staff
from meritdesk.exchange.talent_sheets import read_merit_levels, read_scores, read_trainings
from meritdesk.exchange.time_sheets import (
    read_absences,
    read_activities,
    read_attendance,
    read_machine_ids,
    read_rosters,
)
from meritdesk.exchange.unit_sheet import read_units
from meritdesk.exchange.work_sheets import read_actuals, read_assessment, read_plans

__all__ = [
    "layouts",
    "open_book",
    "open_pasted",
    "read_absences",
    "read_activities",
    "read_actuals",
    "read_agreements",
    "read_assessment",
    "read_attendance",
    "read_budgets",
    "read_corrections",
    "read_credit_items",
    "read_fill",
    "read_fill_head",
    "read_habits",
    "read_holidays",
    "read_kpi",
    "read_machine_ids",
    "read_merit_levels",
    "read_old_years",
    "read_pay_amounts",
    "read_pay_inputs",
    "read_plans",
    "read_rosters",
    "read_sanctions",
    "read_scores",
    "read_staff",
    "read_trainings",
    "read_unit_actuals",
    "read_units",
    "recognised",
    "understood",
    "write_fill",
    "write_list",
    "write_refused",
]
