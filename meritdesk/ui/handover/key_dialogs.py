"""The guided pages of keys: each says who must be there, what to say aloud, asks what it needs, and does one thing."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLineEdit, QSpinBox, QWidget

from meritdesk.core.errors import Refusal
from meritdesk.core.handover import LedgerEntry
from meritdesk.core.trust import DeviceRole, KeyRequest
from meritdesk.services import Desk
from meritdesk.services.handover.keys import ArrivedList, DeviceLine
from meritdesk.ui.background import Lane
from meritdesk.ui.handover.key_guide import GROUPS, FolderField, GroupsField, GuideDialog
from meritdesk.ui.singular import singular
from meritdesk.ui.wording import Words

_MOST_SEQUENCE = 999_999
_SIX_GROUPS = 820


class EnrolDialog(GuideDialog):
    """This PC asks to be vouched for, or changes its keys and asks again."""

    def __init__(self, desk: Desk, lane: Lane, words: Words, is_change: bool, parent: QWidget | None = None) -> None:
        translate = QCoreApplication.translate
        title = (
            translate("KeyDialogs", "Change the keys of this PC")
            if is_change
            else translate("KeyDialogs", "Enrol this PC at the regional office")
        )
        super().__init__(desk, lane, words, title, parent)
        self._is_change = is_change
        self.guide(
            translate("KeyDialogs", "the officer at this PC; the head of the agency signs and stamps the form"),
            paper=translate("KeyDialogs", "form with six groups of digits and a square code, on paper only"),
        )
        self.say(
            translate(
                "KeyDialogs",
                "From now on packages are signed with the new keys. The regional office takes them once it has read "
                "the new form, so take form, enrolment file and the next package there together.",
            )
            if is_change
            else translate(
                "KeyDialogs",
                "A file is written to the stick and a form into the same folder. Print the form, have it stamped, and "
                "take both to the regional office, best by two people.",
            )
        )
        self.why = self.reason() if is_change else None
        self.role_box = None if is_change else self.role()
        self.place = FolderField(translate("KeyDialogs", "Folder"), self)
        self.add(translate("KeyDialogs", "&Folder"), self.place)
        self.do_button.setText(
            translate("KeyDialogs", "&Change the keys")
            if is_change
            else translate("KeyDialogs", "&Write file and form")
        )
        self.place.changed.connect(self.settle)
        self.needs(lambda: bool(self.place.text.text().strip()))

    def carry_out(self) -> None:
        folder = self.place.folder()
        keys = self.desk.handover.keys
        if self.why is not None:
            reason = self.why.text()
            self.run(lambda step: keys.rotate(folder, reason))
        elif self.role_box is not None:
            role = DeviceRole(self.role_box.currentData())
            self.run(lambda step: keys.enrol(folder, role))


class ListDialog(GuideDialog):
    """A trust list that arrived; the first one is believed for the groups of the official circular.

    Without a file it is the one that came with a return and waits here.
    """

    def __init__(
        self, desk: Desk, lane: Lane, words: Words, path: Path | None, seen: ArrivedList, parent: QWidget | None = None
    ) -> None:
        translate = QCoreApplication.translate
        super().__init__(desk, lane, words, translate("KeyDialogs", "Take in the trust list"), parent)
        self._path = path
        self.groups: GroupsField | None = None
        if seen.needs_groups:
            self.guide(
                translate("KeyDialogs", "two officers: one reads the circular, the other types"),
                translate("KeyDialogs", "the six groups under “Sidik Kunci Akar” of the official circular"),
                translate("KeyDialogs", "record of the first list, signed by the head of the agency"),
            )
        else:
            self.guide(translate("KeyDialogs", "the officer at this PC; the signatures are checked by the program"))
        told = translate("KeyDialogs", "%1, list number %2 of %3, with %4 keys.")
        self.say(
            told.replace("%1", f"{seen.region_name} ({seen.region_code})")
            .replace("%2", words.number(seen.place.version))
            .replace("%3", words.short_day(seen.made_on) if seen.made_on else "-")
            .replace("%4", words.number(seen.devices))
        )
        if seen.needs_groups:
            self.groups = GroupsField(range(1, GROUPS + 1), self)
            self.groups.changed.connect(self.settle)
            self.add(translate("KeyDialogs", "&Groups of the circular"), self.groups)
            self.setMinimumWidth(_SIX_GROUPS)
            self.needs(self.groups.is_full)
        self.do_button.setText(translate("KeyDialogs", "&Take it in"))

    def carry_out(self) -> None:
        groups = self.groups.groups() if self.groups is not None else ()
        keys, path = self.desk.handover.keys, self._path
        self.run(lambda step: keys.take_waiting(groups) if path is None else keys.import_list(path, groups))


class AdmitDialog(GuideDialog):
    """A device is vouched for by two groups read from its stamped form, or by scanning the form's square code."""

    def __init__(
        self, desk: Desk, lane: Lane, words: Words, request: KeyRequest, parent: QWidget | None = None
    ) -> None:
        translate = QCoreApplication.translate
        super().__init__(desk, lane, words, translate("KeyDialogs", "Admit a device"), parent)
        self._request = request
        card = request.enrolment.card
        self.guide(
            translate(
                "KeyDialogs", "the officer of the region with the stamped original; a second officer reads aloud"
            ),
            translate("KeyDialogs", "the two groups asked for below, from the paper and never from a screen"),
            translate("KeyDialogs", "record of the admission; the form itself is filed"),
        )
        told = translate("KeyDialogs", "%1 asks for %2. Check stamp and signature of the head first.")
        self.say(told.replace("%1", card.agency_name).replace("%2", f"{card.agency_code}/{card.device}"))
        if request.enrolment.replaces:
            last = words.number(request.enrolment.last_sequence)
            follows = translate("KeyDialogs", "It follows a key of the same PC, which is retired after package %1.")
            self.say(follows.replace("%1", last))
        self.groups = GroupsField(request.places, self)
        self.groups.changed.connect(self.settle)
        self.add(translate("KeyDialogs", "&Groups on the paper"), self.groups)
        self.scanned = self.line(
            translate("KeyDialogs", "or &scanned code"), translate("KeyDialogs", "read by a hand scanner from the form")
        )
        self.role_box = self.role(request.enrolment.wanted)
        self.do_button.setText(translate("KeyDialogs", "&Admit"))
        self.needs(lambda: self.groups.is_full() or bool(self.scanned.text().strip()))

    def carry_out(self) -> None:
        typed, scanned = self.groups.groups(), self.scanned.text().strip()
        role = DeviceRole(self.role_box.currentData())
        answer = self.desk.handover.keys.admission.answer
        self.run(lambda step: answer(self._request.request_id, typed, role, scanned))

    def refused(self, error: Exception) -> None:
        super().refused(error)
        if not isinstance(error, Refusal):
            return
        if error.code == "KEY-545":
            first, second = error.facts["first"], error.facts["second"]
            self.scanned.clear()
            self.groups.ask([int(str(first)), int(str(second))])
            self.groups.setFocus()
        elif error.code == "KEY-546":
            self._needs.append(lambda: False)


class TurnAwayDialog(GuideDialog):
    """A request is closed without vouching for it."""

    takes_away = True

    def __init__(
        self, desk: Desk, lane: Lane, words: Words, request: KeyRequest, parent: QWidget | None = None
    ) -> None:
        translate = QCoreApplication.translate
        super().__init__(desk, lane, words, translate("KeyDialogs", "Turn a request away"), parent)
        self._request = request
        card = request.enrolment.card
        self.guide(
            translate("KeyDialogs", "the officer of the region"),
            paper=translate("KeyDialogs", "record with the reason, given back to the agency"),
        )
        told = translate("KeyDialogs", "%1 (%2) is not vouched for.")
        self.say(told.replace("%1", card.agency_name).replace("%2", f"{card.agency_code}/{card.device}"))
        self.why = self.reason()
        self.do_button.setText(translate("KeyDialogs", "&Turn away"))

    def carry_out(self) -> None:
        reason = self.why.text()
        self.run(lambda step: self.desk.handover.keys.admission.turn_away(self._request.request_id, reason))


class LayDownDialog(GuideDialog):
    """A key is retired after its last good package, or revoked from the first doubtful one."""

    takes_away = True

    def __init__(
        self, desk: Desk, lane: Lane, words: Words, line: DeviceLine, is_revoked: bool, parent: QWidget | None = None
    ) -> None:
        translate = QCoreApplication.translate
        title = translate("KeyDialogs", "Revoke a key") if is_revoked else translate("KeyDialogs", "Retire a key")
        super().__init__(desk, lane, words, f"{title}: {line.device.sender}", parent)
        # By its digits: a device that changed its key has several.
        self._named, self._is_revoked = " ".join(line.fingerprint), is_revoked
        self.guide(
            translate("KeyDialogs", "the officer of the region; the head of the regional office signs the record"),
            translate("KeyDialogs", "device, number and reason, on the telephone with the head of the agency"),
            translate("KeyDialogs", "record with every package that the agency must confirm again")
            if is_revoked
            else translate("KeyDialogs", "record of the retirement"),
        )
        self.number = QSpinBox(self)
        self.number.setRange(1 if is_revoked else 0, _MOST_SEQUENCE)
        self.number.setGroupSeparatorShown(True)
        self.number.setMinimumHeight(QLineEdit().sizeHint().height())
        self.add(
            translate("KeyDialogs", "&First doubtful number")
            if is_revoked
            else translate("KeyDialogs", "&Last good number"),
            self.number,
        )
        self.why = self.reason()
        self.doubt = self.say("")
        self.doubt.setVisible(is_revoked)
        self.do_button.setText(
            translate("KeyDialogs", "&Revoke for good") if is_revoked else translate("KeyDialogs", "&Retire")
        )
        self.number.valueChanged.connect(lambda _: self._ask_doubtful())
        self._ask_doubtful()

    def carry_out(self) -> None:
        number, reason, named = self.number.value(), self.why.text(), self._named
        standings = self.desk.handover.keys.standings
        if self._is_revoked:
            self.run(lambda step: standings.revoke(named, number, reason))
        else:
            self.run(lambda step: standings.retire(named, number, reason))

    def _ask_doubtful(self) -> None:
        if self._is_revoked:
            named, first = self._named, self.number.value()
            standings = self.desk.handover.keys.standings
            self.lane.ask(lambda step: standings.doubtful(named, first), self._say_doubtful, key="keys.doubtful")

    def _say_doubtful(self, found: tuple[LedgerEntry, ...]) -> None:
        translate = QCoreApplication.translate
        if not found:
            self.doubt.setText(
                translate("KeyDialogs", "No package received is in doubt. Nothing new is taken from it.")
            )
            return
        said = translate("KeyDialogs", "%1 packages must be confirmed again on paper: numbers %2.")
        numbers = ", ".join(self.words.number(one.sequence) for one in found[:20])
        self.doubt.setText(
            singular(
                said.replace("%1", self.words.number(len(found))).replace("%2", numbers + (" …" if found[20:] else ""))
            )
        )


class BlockDialog(GuideDialog):
    """A key is believed no more at once, by its fingerprint read over the telephone."""

    takes_away = True

    def __init__(self, desk: Desk, lane: Lane, words: Words, parent: QWidget | None = None) -> None:
        translate = QCoreApplication.translate
        super().__init__(desk, lane, words, translate("KeyDialogs", "Block a key at once"), parent)
        self.guide(
            translate("KeyDialogs", "the officer at this PC; the caller is called back on the official number"),
            translate("KeyDialogs", "all six groups of the fingerprint, by the one who knows of the loss"),
            translate("KeyDialogs", "record with the reason"),
        )
        self.say(
            translate(
                "KeyDialogs",
                "Files signed with this key are refused here from now on, whatever a list says. "
                "Only a new key ends it.",
            )
        )
        self.groups = GroupsField(range(1, GROUPS + 1), self)
        self.groups.changed.connect(self.settle)
        self.add(translate("KeyDialogs", "&Fingerprint"), self.groups)
        self.setMinimumWidth(_SIX_GROUPS)
        self.why = self.reason()
        self.do_button.setText(translate("KeyDialogs", "&Block"))
        self.needs(self.groups.is_full)

    def carry_out(self) -> None:
        groups, reason = self.groups.groups(), self.why.text()
        self.run(lambda step: self.desk.handover.keys.standings.block(groups, reason))


class NextKeyDialog(GuideDialog):
    """The region's next key: announced one cycle ahead, taken up when every agency has the list."""

    def __init__(self, desk: Desk, lane: Lane, words: Words, is_announced: bool, parent: QWidget | None = None) -> None:
        translate = QCoreApplication.translate
        title = (
            translate("KeyDialogs", "Take up the next key")
            if is_announced
            else translate("KeyDialogs", "Announce the next key")
        )
        super().__init__(desk, lane, words, title, parent)
        self._is_announced = is_announced
        self.guide(
            translate("KeyDialogs", "the officer of the region; the head of the regional office signs the record"),
            paper=translate("KeyDialogs", "record with the fingerprints of both keys"),
        )
        self.say(
            translate(
                "KeyDialogs",
                "The announced key signs from now on. The present one is retired and goes on opening files that come "
                "late. Do it once the agencies have received the list with the announcement.",
            )
            if is_announced
            else translate(
                "KeyDialogs",
                "A new key is made and stands in the list as announced. Agencies write their packages to both keys "
                "from then on. Take it up one cycle later.",
            )
        )
        self.do_button.setText(
            translate("KeyDialogs", "&Take it up") if is_announced else translate("KeyDialogs", "&Announce")
        )
        self.settle()

    def carry_out(self) -> None:
        standings = self.desk.handover.keys.standings
        if self._is_announced:
            self.run(lambda step: standings.take_up())
        else:
            self.run(lambda step: standings.announce())
