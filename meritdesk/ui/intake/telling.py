"""What the wizard says of an outcome: counts that add up, and the words over a list that is taken along."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from meritdesk.services.changes import ImportOutcome
from meritdesk.ui.singular import singular
from meritdesk.ui.wording import Words


def told_counts(outcome: ImportOutcome, is_dry: bool, words: Words) -> str:
    """The outcome in one sentence whose numbers add up."""
    counts = outcome.counts
    if is_dry:
        template = QCoreApplication.translate(
            "IntakeWizard",
            "Preview, nothing written yet. {read} rows read = {added} new + {changed} changed + {same} same + "
            "{refused} refused + {conflict} to decide.",
        )
    else:
        template = QCoreApplication.translate(
            "IntakeWizard",
            "{read} rows read = {added} new + {changed} changed + {same} same + {refused} refused + "
            "{conflict} to decide.",
        )
    names = ("read", "added", "changed", "same", "refused", "conflict")
    told = singular(template.format(**{name: words.number(getattr(counts, name)) for name in names}))
    if outcome.left_out:
        aside = QCoreApplication.translate("IntakeWizard", "{count} rows were left out by you.")
        told += " " + singular(aside.format(count=words.number(outcome.left_out)))
    if outcome.skipped:
        skipped = QCoreApplication.translate("IntakeWizard", "{count} blank or summary rows were passed over.")
        told += " " + skipped.format(count=words.number(outcome.skipped))
    if is_dry and not counts.added + counts.changed:
        told += " " + QCoreApplication.translate("IntakeWizard", "There is nothing new to import.")
    return told


def told_steps(current: int) -> str:
    """The pages of the wizard in one line, the one that is shown in bold."""
    names = (
        QCoreApplication.translate("IntakeWizard", "1 File"),
        QCoreApplication.translate("IntakeWizard", "2 Columns"),
        QCoreApplication.translate("IntakeWizard", "3 Preview"),
        QCoreApplication.translate("IntakeWizard", "4 Outcome"),
    )
    return "  ›  ".join(f"<b>{name}</b>" if place == current else name for place, name in enumerate(names))


def list_headings() -> tuple[str, str, str]:
    """The words over which row it was, what is wrong, and what to do."""
    return (
        QCoreApplication.translate("IntakeWizard", "Row in the file"),
        QCoreApplication.translate("IntakeWizard", "What it means"),
        QCoreApplication.translate("IntakeWizard", "What to do"),
    )
