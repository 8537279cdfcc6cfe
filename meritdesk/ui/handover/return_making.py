"""The region makes a return: for whom, and what would go in it, before a stick is asked for."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLabel, QWidget

from meritdesk.core.returned import ReturnContent
from meritdesk.services import Desk
from meritdesk.ui.background import Lane
from meritdesk.ui.handover.return_dialog import ReturnDialog
from meritdesk.ui.singular import singular
from meritdesk.ui.wording import Words


class MakeReturnDialog(ReturnDialog):
    """The agency is chosen by name, and what waits for it is told in numbers."""

    def __init__(
        self,
        desk: Desk,
        lane: Lane,
        words: Words,
        agencies: Mapping[str, str],
        chosen: str,
        ask_folder: Callable[[str], Path | None],
        parent: QWidget | None = None,
    ) -> None:
        translate = QCoreApplication.translate
        super().__init__(
            desk,
            lane,
            words,
            translate("ReturnDialogs", "Make a return"),
            translate(
                "ReturnDialogs",
                "A return carries everything that waits for one agency. A receipt goes back by itself when a package "
                "is received; this is for what comes after it.",
            ),
            parent,
        )
        self._ask_folder = ask_folder
        self._folder: Path | None = None
        self._content: ReturnContent | None = None
        self.agency = self.box(translate("ReturnDialogs", "&Agency"), is_searched=True)
        for code, name in sorted(agencies.items(), key=lambda one: (one[1].casefold(), one[0])):
            self.agency.addItem(f"{name} ({code})", code)
        self.seen = QLabel(self)
        self.seen.setWordWrap(True)
        self.form.addRow(translate("ReturnDialogs", "Would carry"), self.seen)
        self.agency.setCurrentIndex(max(self.agency.findData(chosen), 0))
        self.agency.currentIndexChanged.connect(lambda _: self._look())
        self.settle()
        self._look()

    def is_ready(self) -> bool:
        return self._content is not None and not self._content.is_empty

    def deed(self) -> Callable[[], object]:
        assert self._folder is not None, "a folder was asked for first"
        return partial(self.desk.handover.returns.make, self.agency.currentData(), self._folder)

    def carry_out(self) -> None:
        """Ask for the stick, then write."""
        if not self.is_ready():
            return
        self._folder = self._ask_folder(self.agency.currentText())
        if self._folder is not None:
            super().carry_out()

    def _look(self) -> None:
        """What waits for the chosen agency now."""
        self._content = None
        self.seen.clear()
        self.settle()
        code = self.agency.currentData()
        if code is None:
            return

        def show(content: ReturnContent) -> None:
            self._content = content
            self.seen.setText(self._told(content))
            self.settle()

        waiting = self.desk.handover.returns.waiting
        self.lane.ask(lambda step: waiting(code), show, self.refusal.tell, key="return-content")

    def _told(self, content: ReturnContent) -> str:
        translate, number = QCoreApplication.translate, self.words.number
        if content.is_empty:
            return translate("ReturnDialogs", "nothing waits for this agency")
        parts = [
            singular(translate("ReturnDialogs", "%1 corrections").replace("%1", number(len(content.corrections)))),
            singular(translate("ReturnDialogs", "%1 words on periods").replace("%1", number(len(content.approvals)))),
        ]
        if content.reference is not None:
            parts.append(translate("ReturnDialogs", "reference data"))
        if content.trust_list:
            parts.append(translate("ReturnDialogs", "the trust list"))
        return " · ".join(parts)
