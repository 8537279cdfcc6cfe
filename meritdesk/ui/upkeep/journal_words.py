"""What the journal says was done and where it came from, in the words of the office."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

_PACKAGE = "package:"
_PACKAGE_SHOWN = 8

VERBS: Mapping[str, str] = {
    "assessment.acts.drop_out": str(QT_TRANSLATE_NOOP("Journal", "Drop-out entered")),
    "assessment.acts.reopen": str(QT_TRANSLATE_NOOP("Journal", "Closed evaluation reopened")),
    "assessment.acts.reuse": str(QT_TRANSLATE_NOOP("Journal", "Agreed reuse of a result entered")),
    "assessment.acts.take_over": str(QT_TRANSLATE_NOOP("Journal", "Rating by the superior of the rater entered")),
    "assessment.acts.waive": str(QT_TRANSLATE_NOOP("Journal", "Incomplete evaluation allowed to close")),
    "assessment.calibration.attend": str(QT_TRANSLATE_NOOP("Journal", "Who attends a calibration session")),
    "assessment.calibration.drop": str(QT_TRANSLATE_NOOP("Journal", "Calibration session cancelled")),
    "assessment.calibration.finish": str(QT_TRANSLATE_NOOP("Journal", "Calibration session finished")),
    "assessment.calibration.move": str(QT_TRANSLATE_NOOP("Journal", "Rating moved in calibration")),
    "assessment.calibration.note": str(QT_TRANSLATE_NOOP("Journal", "Minutes of calibration written")),
    "assessment.calibration.open": str(QT_TRANSLATE_NOOP("Journal", "Calibration session opened")),
    "assessment.close": str(QT_TRANSLATE_NOOP("Journal", "Evaluations closed")),
    "assessment.import_ratings": str(QT_TRANSLATE_NOOP("Journal", "Ratings or organisation levels taken over")),
    "assessment.objections.decide": str(QT_TRANSLATE_NOOP("Journal", "Objection decided")),
    "assessment.objections.open": str(QT_TRANSLATE_NOOP("Journal", "Objection entered")),
    "assessment.objections.state": str(QT_TRANSLATE_NOOP("Journal", "Statement on an objection saved")),
    "assessment.old_years.enter": str(QT_TRANSLATE_NOOP("Journal", "Paper of an old year entered")),
    "assessment.old_years.import_papers": str(QT_TRANSLATE_NOOP("Journal", "Papers of old years taken over")),
    "assessment.old_years.recalculate": str(QT_TRANSLATE_NOOP("Journal", "Old year recalculated")),
    "assessment.old_years.remove": str(QT_TRANSLATE_NOOP("Journal", "Paper of an old year removed")),
    "assessment.process.enter": str(QT_TRANSLATE_NOOP("Journal", "Days of papers entered")),
    "assessment.rate": str(QT_TRANSLATE_NOOP("Journal", "Rating entered")),
    "assessment.set_level": str(QT_TRANSLATE_NOOP("Journal", "Organisation level entered")),
    "assessment.sheet": str(QT_TRANSLATE_NOOP("Journal", "Fill-in sheets of ratings written")),
    "assessment.sheet_import": str(QT_TRANSLATE_NOOP("Journal", "Fill-in sheet of ratings taken back")),
    "assessment.windows.set_cycle": str(QT_TRANSLATE_NOOP("Journal", "Cycle of periodic evaluations set")),
    "documents.authorities.add": str(QT_TRANSLATE_NOOP("Journal", "Certification authority trusted")),
    "documents.authorities.remove": str(QT_TRANSLATE_NOOP("Journal", "Certification authority no longer trusted")),
    "documents.electronic.sign": str(QT_TRANSLATE_NOOP("Journal", "Sheets signed electronically")),
    "documents.print": str(QT_TRANSLATE_NOOP("Journal", "Documents printed")),
    "documents.reserve": str(QT_TRANSLATE_NOOP("Journal", "Document numbers reserved")),
    "execution.action_plan.document": str(QT_TRANSLATE_NOOP("Journal", "Documentation of work entered")),
    "execution.action_plan.set": str(QT_TRANSLATE_NOOP("Journal", "Step of an action plan saved")),
    "execution.action_plan.take_over": str(QT_TRANSLATE_NOOP("Journal", "Action plan taken over")),
    "execution.confidential.add": str(QT_TRANSLATE_NOOP("Journal", "Confidential note written")),
    "execution.confidential.allow": str(QT_TRANSLATE_NOOP("Journal", "Readers of a confidential note set")),
    "execution.confidential.amend": str(QT_TRANSLATE_NOOP("Journal", "Confidential note amended")),
    "execution.confidential.open": str(QT_TRANSLATE_NOOP("Journal", "Confidential note opened")),
    "execution.evidence.add": str(QT_TRANSLATE_NOOP("Journal", "Evidence added")),
    "execution.evidence.mark": str(QT_TRANSLATE_NOOP("Journal", "Kind of evidence changed")),
    "execution.evidence.remove": str(QT_TRANSLATE_NOOP("Journal", "Evidence removed")),
    "execution.feedback.add": str(QT_TRANSLATE_NOOP("Journal", "Feedback written")),
    "execution.feedback.amend": str(QT_TRANSLATE_NOOP("Journal", "Feedback amended")),
    "execution.feedback.withdraw": str(QT_TRANSLATE_NOOP("Journal", "Feedback withdrawn")),
    "execution.grid.explain": str(QT_TRANSLATE_NOOP("Journal", "Leader's note on an actual saved")),
    "execution.grid.set": str(QT_TRANSLATE_NOOP("Journal", "Actuals entered")),
    "execution.guidance.add": str(QT_TRANSLATE_NOOP("Journal", "Guidance note written")),
    "execution.guidance.amend": str(QT_TRANSLATE_NOOP("Journal", "Guidance note amended")),
    "execution.import_actuals": str(QT_TRANSLATE_NOOP("Journal", "Actuals taken over")),
    "execution.sheet": str(QT_TRANSLATE_NOOP("Journal", "Fill-in sheets of actuals written")),
    "execution.sheet_import": str(QT_TRANSLATE_NOOP("Journal", "Fill-in sheet of actuals taken back")),
    "handover.pack": str(QT_TRANSLATE_NOOP("Journal", "Package made")),
    "handover.receipt": str(QT_TRANSLATE_NOOP("Journal", "Receipt taken in")),
    "handover.receive": str(QT_TRANSLATE_NOOP("Journal", "Package received")),
    "handover.trust": str(QT_TRANSLATE_NOOP("Journal", "Key card taken over")),
    "planning.agreement.adopt": str(QT_TRANSLATE_NOOP("Journal", "Agreement put into the leader's plan")),
    "planning.agreement.import": str(QT_TRANSLATE_NOOP("Journal", "Agreements taken over")),
    "planning.agreement.remove": str(QT_TRANSLATE_NOOP("Journal", "Indicator of an agreement removed")),
    "planning.agreement.save": str(QT_TRANSLATE_NOOP("Journal", "Indicator of an agreement saved")),
    "planning.cascade.choose": str(QT_TRANSLATE_NOOP("Journal", "Way of cascading chosen")),
    "planning.cascade.drop_stand_in": str(QT_TRANSLATE_NOOP("Journal", "Placeholder result removed")),
    "planning.cascade.gather": str(QT_TRANSLATE_NOOP("Journal", "Results linked by their wording")),
    "planning.cascade.link": str(QT_TRANSLATE_NOOP("Journal", "Result linked upwards")),
    "planning.cascade.relink": str(QT_TRANSLATE_NOOP("Journal", "Placeholder results relinked")),
    "planning.cascade.stand_in": str(QT_TRANSLATE_NOOP("Journal", "Placeholder result made")),
    "planning.cascade.unlink": str(QT_TRANSLATE_NOOP("Journal", "Link of a result removed")),
    "planning.copying.copy": str(QT_TRANSLATE_NOOP("Journal", "Plans copied")),
    "planning.editor.drop_draft": str(QT_TRANSLATE_NOOP("Journal", "Draft of a plan thrown away")),
    "planning.editor.fix": str(QT_TRANSLATE_NOOP("Journal", "Plan fixed")),
    "planning.editor.keep_draft": str(QT_TRANSLATE_NOOP("Journal", "Draft of a plan kept")),
    "planning.editor.remove": str(QT_TRANSLATE_NOOP("Journal", "Plan removed")),
    "planning.editor.revise": str(QT_TRANSLATE_NOOP("Journal", "Revision of a plan begun")),
    "planning.editor.save": str(QT_TRANSLATE_NOOP("Journal", "Plan saved")),
    "planning.editor.sign": str(QT_TRANSLATE_NOOP("Journal", "Signature of a plan noted")),
    "planning.editor.waive": str(QT_TRANSLATE_NOOP("Journal", "Rule set aside for a plan")),
    "planning.import_plans": str(QT_TRANSLATE_NOOP("Journal", "Plans taken over")),
    "planning.kpi.achieve": str(QT_TRANSLATE_NOOP("Journal", "Achievement of actions entered")),
    "planning.kpi.import": str(QT_TRANSLATE_NOOP("Journal", "Figures of units taken over")),
    "planning.kpi.settle": str(QT_TRANSLATE_NOOP("Journal", "Achievement of a unit set")),
    "planning.kpi.write": str(QT_TRANSLATE_NOOP("Journal", "Figures of a unit entered")),
    "planning.library.add": str(QT_TRANSLATE_NOOP("Journal", "Example kept")),
    "planning.library.remove": str(QT_TRANSLATE_NOOP("Journal", "Example removed")),
    "planning.matrix.adopt": str(QT_TRANSLATE_NOOP("Journal", "Roles put into plans")),
    "planning.matrix.assign": str(QT_TRANSLATE_NOOP("Journal", "Person assigned to a team")),
    "planning.matrix.remove_team": str(QT_TRANSLATE_NOOP("Journal", "Team removed")),
    "planning.matrix.save_team": str(QT_TRANSLATE_NOOP("Journal", "Team saved")),
    "planning.matrix.unassign": str(QT_TRANSLATE_NOOP("Journal", "Assignment to a team ended")),
    "planning.matrix.write": str(QT_TRANSLATE_NOOP("Journal", "Roles in the matrix written")),
    "planning.sheet": str(QT_TRANSLATE_NOOP("Journal", "Fill-in sheets of plans written")),
    "planning.sheet_import": str(QT_TRANSLATE_NOOP("Journal", "Fill-in sheet of plans taken back")),
    "register.careers.change": str(QT_TRANSLATE_NOOP("Journal", "Change in mid-year recorded")),
    "register.careers.clarify": str(QT_TRANSLATE_NOOP("Journal", "Clarified expectations recorded")),
    "register.careers.correct_day": str(QT_TRANSLATE_NOOP("Journal", "Day of a change corrected")),
    "register.careers.delegate": str(QT_TRANSLATE_NOOP("Journal", "Delegation of rating recorded")),
    "register.careers.settle": str(QT_TRANSLATE_NOOP("Journal", "Changes that came due carried out")),
    "register.duplicates.keep_apart": str(QT_TRANSLATE_NOOP("Journal", "Two records kept apart")),
    "register.duplicates.merge": str(QT_TRANSLATE_NOOP("Journal", "Two records merged")),
    "register.import_staff": str(QT_TRANSLATE_NOOP("Journal", "Staff file taken over")),
    "register.import_units": str(QT_TRANSLATE_NOOP("Journal", "Unit file taken over")),
    "upkeep.backup": str(QT_TRANSLATE_NOOP("Journal", "Backup made")),
    "upkeep.change_passphrase": str(QT_TRANSLATE_NOOP("Journal", "Passphrase changed")),
    "upkeep.holidays.import": str(QT_TRANSLATE_NOOP("Journal", "Holidays taken over")),
    "upkeep.holidays.restore": str(QT_TRANSLATE_NOOP("Journal", "Holiday put back as published")),
    "upkeep.holidays.set": str(QT_TRANSLATE_NOOP("Journal", "Holiday table changed")),
    "upkeep.settings.change": str(QT_TRANSLATE_NOOP("Journal", "Settings changed")),
    "upkeep.undo": str(QT_TRANSLATE_NOOP("Journal", "Change taken back")),
}
"""Every verb that writes, with its English words."""


def verb_words(verb: str) -> str:
    """What was done, in the words of the office; a verb of a later version shows as it is."""
    return QCoreApplication.translate("Journal", VERBS[verb]) if verb in VERBS else verb


def origin_words(origin: str) -> str:
    """Where a change came from: the name of a file, or a package by the beginning of its number."""
    if origin.startswith(_PACKAGE):
        number = origin.removeprefix(_PACKAGE)[:_PACKAGE_SHOWN]
        return QCoreApplication.translate("Journal", "package {number}").format(number=number)
    return origin.removeprefix("file:") or "-"
