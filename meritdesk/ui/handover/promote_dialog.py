"""A second PC of an agency becomes its primary: what that does is said before it is done."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from meritdesk.core.trust import DeviceRole, KeyStatus
from meritdesk.services import Desk
from meritdesk.services.handover.key_promotion import Promotion
from meritdesk.services.handover.keys import DeviceLine
from meritdesk.ui.background import Lane
from meritdesk.ui.handover.key_guide import GuideDialog
from meritdesk.ui.wording import Words


def can_promote(line: DeviceLine) -> bool:
    """Only a second PC in force can become the primary one."""
    is_second = line.device.role is DeviceRole.SECONDARY
    return is_second and line.device.status is KeyStatus.ACTIVE and not line.is_bare


class PromoteDialog(GuideDialog):
    """Who does it, what is needed, what comes of it; the old primary is named before the reason is asked."""

    takes_away = True

    def __init__(self, desk: Desk, lane: Lane, words: Words, line: DeviceLine, parent: QWidget | None = None) -> None:
        translate = QCoreApplication.translate
        title = translate("KeyDialogs", "Make it the primary PC")
        super().__init__(desk, lane, words, f"{title}: {line.device.sender}", parent)
        self._named = " ".join(line.fingerprint)
        self.guide(
            translate("KeyDialogs", "the officer of the region; the head of the regional office signs the record"),
            translate("KeyDialogs", "word of the head of the agency that the old primary PC is dead or gone"),
            translate("KeyDialogs", "a new list for the agency, and the record of the change"),
        )
        self.follows = self.say("")
        self.why = self.reason()
        self.do_button.setText(translate("KeyDialogs", "&Make it the primary"))
        named, promotion = self._named, desk.handover.keys.promotion
        lane.ask(lambda step: promotion.look(named), self._say_former, self.refusal.tell, key="keys.promotion")

    def carry_out(self) -> None:
        reason, named = self.why.text(), self._named
        self.run(lambda step: self.desk.handover.keys.promotion.promote(named, reason))

    def _say_former(self, found: Promotion) -> None:
        translate = QCoreApplication.translate
        if found.former is None:
            self.follows.setText(translate("KeyDialogs", "The agency has no primary PC now."))
            return
        said = translate(
            "KeyDialogs",
            "%1 is retired after its package %2, the last one here. Whatever it sends later is refused; this PC sends "
            "for the agency once it has taken the new list in.",
        )
        self.follows.setText(
            said.replace("%1", found.former.sender).replace("%2", self.words.number(found.last_sequence))
        )
