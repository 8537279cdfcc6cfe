"""Orang kedua: whoever stands beside the clerk gives name and password at the spot, and the work is asked for again."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QFormLayout, QLabel, QLineEdit, QWidget

from meritdesk.core.accounts import Deed, Witness
from meritdesk.core.errors import Refusal
from meritdesk.services import Desk
from meritdesk.ui import look
from meritdesk.ui.background import Job, Lane
from meritdesk.ui.upkeep.store_dialogs import StoreDialog
from meritdesk.ui.wording import Words

ASKED = "ACC-140"


class SecondDialog(StoreDialog):
    """Name and password of the second person; the list of names is not shown, since it is nobody else's business."""

    def __init__(self, desk: Desk, lane: Lane, words: Words, deed: Deed, parent: QWidget | None = None) -> None:
        super().__init__(desk, lane, words, parent)
        translate = QCoreApplication.translate
        self._deed = deed
        self.setWindowTitle(translate("SecondDialog", "The second person"))
        said = translate(
            "SecondDialog",
            "%1 is done by two. Let the second person type name and password here; both names will stand in the "
            "journal.",
        )
        self.lead.setText(said.replace("%1", words.messages.label(f"DEED:{deed.value}")))
        self.name, self.password = QLineEdit(self), QLineEdit(self)
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        form = QFormLayout()
        form.setVerticalSpacing(look.RHYTHM)
        for field, told in (
            (self.name, translate("SecondDialog", "&Name of the account")),
            (self.password, translate("SecondDialog", "&Password")),
        ):
            label = QLabel(told, self)
            label.setBuddy(field)
            field.setAccessibleName(told.replace("&", ""))
            field.textChanged.connect(lambda _: self._settle())
            form.addRow(label, field)
        self.column.addLayout(form)
        self.do_button.setText(translate("SecondDialog", "&Confirm"))
        self.finish(520)
        self.name.setFocus()
        self._settle()

    def carry_out(self) -> None:
        """Show who stands here; a wrong password is told and counted."""
        name, password, deed = self.name.text(), self.password.text(), self._deed
        self.refusal.tell(None)
        second = self._desk.upkeep.second
        self.busy(self._lane.ask(lambda step: second.bring(name, password, deed), self._come, self._refused))

    def _come(self, _: Witness) -> None:
        self.password.clear()
        self.accept()

    def _refused(self, error: Exception) -> None:
        self.refusal.tell(error)
        self.password.clear()
        self.password.setFocus()

    def _ended(self) -> None:
        self._settle()

    def _settle(self) -> None:
        self.do_button.setEnabled(bool(self.name.text().strip() and self.password.text()))


def ask_second(desk: Desk, lane: Lane, words: Words, parent: Callable[[], QWidget]) -> Callable[[Job, Refusal], bool]:
    """For the lane: what is refused for want of a second person is asked for once more when he has come."""

    def asked(job: Job, refusal: Refusal) -> bool:
        deed = Deed(str(refusal.facts["deed"]).removeprefix("DEED:"))
        dialog = SecondDialog(desk, lane, words, deed, parent())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(lambda: lane.ask_again(job))
        dialog.rejected.connect(lambda: lane.give_up(job, refusal))
        dialog.open()
        return True

    return asked
