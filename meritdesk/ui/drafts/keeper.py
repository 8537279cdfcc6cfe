"""Keeps what is typed in an editor while it is typed, steps back through it, and offers what was left unsaved."""

from __future__ import annotations

import time
from collections.abc import Callable, Collection, Mapping
from datetime import UTC, datetime
from functools import partial

import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractButton, QBoxLayout, QDialog, QDialogButtonBox, QPushButton, QWidget

from meritdesk.core.drafts import Draft, Fields, clashes, fields_of, is_stale, merged
from meritdesk.core.plan_editing import Steps
from meritdesk.services.changes import Step
from meritdesk.ui.drafts.fields import FACT, Field, fields_in, words_for
from meritdesk.ui.drafts.open_editors import OpenEditor
from meritdesk.ui.drafts.saving import Saving
from meritdesk.ui.drafts.strip import BothDialog, DraftStrip
from meritdesk.ui.room import RoomPage

KEEP_MILLISECONDS = 1500
ONE_STEP_SECONDS = 1.5
SECOND = "|2"
"""Ending of the place where typing is kept while an older draft of the same editor is not decided upon."""

_HANDS = frozenset({QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.InputMethod, QEvent.Type.Drop})


def keep_drafts(
    editor: QWidget,
    page: RoomPage,
    name: str,
    subject: str,
    about: str,
    *,
    record_id: str = "",
    is_confidential: bool = False,
    facts: Mapping[str, str] | None = None,
    leave_out: Collection[str] = (),
    save: Callable[[], object] | None = None,
) -> DraftKeeper:
    """Let drafts of a dialog be kept: call it when the dialog is filled, before it is opened.

    ``name`` is the kind of editor (``ui/drafts/names.py``), ``subject`` the record by an opaque id, ``about`` whose it
    is in words, ``facts`` what is needed to find back to it. ``record_id`` names the confidential record it belongs to.
    """
    keeper = DraftKeeper(editor, page, name, is_confidential=is_confidential, leave_out=leave_out, save=save)
    keeper.begin(subject, about, record_id=record_id, facts=facts)
    return keeper


class DraftKeeper(OpenEditor):
    """The draft of one editor. A dialog's ends with it; a page calls ``begin`` for each subject and ``saved``."""

    def __init__(
        self,
        editor: QWidget,
        page: RoomPage,
        name: str,
        *,
        is_confidential: bool = False,
        leave_out: Collection[str] = (),
        only: Collection[str] = (),
        save: Callable[[], object] | None = None,
    ) -> None:
        super().__init__(editor)
        self.editor = editor
        self.name = name
        self.subject = ""
        self.offered: Draft | None = None
        self.steps: Steps[Fields] | None = None
        self._page = page
        self._is_confidential = is_confidential
        self._record_id = ""
        self._facts: dict[str, str] = {}
        self._about = ""
        self._save = save
        self._is_touched = self._is_writing = self._is_over = False
        self._is_kept = self._goes_on_at_once = False
        self._last = ("", 0.0)
        self._only, self._leave_out = tuple(only), tuple(leave_out)
        self.fields: dict[str, Field] = {}
        self.base: Fields = ()
        self.strip = DraftStrip(editor)
        self._place_strip()
        self.strip.go_on.connect(self.go_on)
        self.strip.look_at_both.connect(self.show_both)
        self.strip.throw_away.connect(self.throw_away)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(KEEP_MILLISECONDS)
        self._timer.timeout.connect(self.keep)
        self._find_fields()
        if isinstance(editor, QDialog):
            editor.finished.connect(self._finished)

    def begin(self, subject: str, about: str, *, record_id: str = "", facts: Mapping[str, str] | None = None) -> None:
        """The editor shows a subject as it is stored; what was typed about it before is asked for."""
        if self._timer.isActive():
            self._timer.stop()
            self.keep()
        self.subject, self._about, self._record_id = subject, about, record_id
        known = {"period": str(self._page.period) if self._page.period is not None else "", **(facts or {})}
        self._facts = {f"{FACT}{name}": value for name, value in known.items()}
        self._is_touched = self._is_kept = False
        self.offered = None
        self.strip.hide()
        if not self.fields:
            self._find_fields()
        self.rebase()
        drafts, name = self._page.desk.upkeep.drafts, self.name

        def read(step: Step) -> Draft | None:
            return drafts.of(name, subject) or drafts.of(name, subject + SECOND)

        self._page.lane.ask(read, self._offer, lambda _: None, key=f"draft.of.{name}.{id(self)}")

    def leave(self) -> None:
        """Another subject comes into the same fields: what was typed about this one is kept first."""
        if self.is_changed:
            self.keep()
        self._timer.stop()
        self._is_touched = False

    def _find_fields(self) -> None:
        """All fields of a dialog, or those that a page named, also when they came later than the page."""
        self.fields = fields_in(self.editor, self._leave_out, self._only)
        for key, field in self.fields.items():
            field.on_change(partial(self._changed, key))
        parts = [field.widget for field in self.fields.values()]
        for part in parts if self._only else [self.editor, *self.editor.findChildren(QWidget)]:
            part.installEventFilter(self)

    def rebase(self) -> None:
        """What stands in the fields now is what is stored."""
        self.base = self._now()
        self.steps = Steps(self.base)

    def saved(self) -> None:
        """What was typed is stored: its draft goes, and what stands in the fields is the stored state."""
        self._timer.stop()
        self._is_touched = False
        self.rebase()
        self._drop(self._slot)

    def forget(self) -> None:
        """The clerk took back what was typed by the editor's own button: its draft goes too."""
        self._timer.stop()
        self._is_touched = False
        if self._is_kept:
            self._drop(self._slot)

    @property
    def is_changed(self) -> bool:
        return self._is_touched and not self._is_over and self._now() != self.base

    @property
    def is_open(self) -> bool:
        """Whether its editor can still be typed in; a dialog that was left may live on unseen."""
        return not self._is_over

    @property
    def about(self) -> str:
        return self._about

    def save(self) -> None:
        if self._save is not None:
            self._save()
            return
        own = getattr(self.editor, "save", None)
        if isinstance(own, QAbstractButton):
            own.click()
            return
        for box in self.editor.findChildren(QDialogButtonBox):
            for button in box.buttons():
                if box.buttonRole(button) is QDialogButtonBox.ButtonRole.AcceptRole:
                    button.click()
                    return
        for push in self.editor.findChildren(QPushButton):
            if push.isDefault():
                push.click()
                return

    def keep(self) -> None:
        """Keep what stands in the fields, in the lane; what is as it was stored needs no draft."""
        self._timer.stop()
        if not self._is_touched or self._is_over:
            return
        typed = self._now()
        if typed == self.base:
            if self._is_kept:
                self._drop(self._slot)
            return
        draft = Draft(
            self.name,
            self._slot,
            self._about,
            self.base,
            typed,
            datetime.now(UTC),
            self._is_confidential or bool(self._record_id),
            self._record_id,
        )
        self._is_kept = True
        drafts = self._page.desk.upkeep.drafts
        self._page.lane.ask(lambda step: drafts.keep(draft), None, self._cannot_keep, key=self._key(draft.subject))

    def discard(self) -> None:
        self._timer.stop()
        self._is_over = True
        self._drop(self._slot)
        if isinstance(self.editor, QDialog):
            self.editor.reject()
        else:
            self._write(self.base)
            self._is_over = self._is_touched = False

    def go_on(self) -> None:
        """Put the offered draft into the fields; typed fields as typed, all others as they are stored now."""
        if self.offered is None:
            return
        draft, self.offered = self.offered, None
        self.strip.hide()
        self._write(merged(draft, self._now()))
        self._is_touched = True
        self._note_step("")
        if draft.subject != self.subject:
            self._drop(draft.subject)
        self.keep()
        self._first_changed(draft)

    def go_on_at_once(self) -> None:
        """The clerk has said before that he goes on with it: no second question, unless the stored values changed."""
        self._goes_on_at_once = True
        if self.offered is not None and not self.strip.has_clash:
            self.go_on()

    def throw_away(self) -> None:
        """Throw the offered draft away; what stands in the fields stays."""
        if self.offered is None:
            return
        subject = self.offered.subject
        self.offered = None
        self.strip.hide()
        self._drop(subject)
        if self._is_touched:
            self._drop(self.subject + SECOND)
            self.keep()

    def show_both(self) -> None:
        """What is stored beside what was typed, and the three ways to go on."""
        if self.offered is None:
            return
        rows = []
        for clash in clashes(self.offered, self._now()):
            said = words_for(self.editor, clash.name, self.fields[clash.name])
            rows.append((said, clash.before, clash.stored, clash.typed))
        dialog = BothDialog(rows, self.editor)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(self.go_on)
        dialog.rejected.connect(lambda: self.throw_away() if dialog.throws_away else None)
        self.both = dialog
        dialog.open()

    def undo(self) -> bool:
        """One step back through what was typed; false when there is none."""
        return self._step(is_back=True)

    def redo(self) -> bool:
        """One step forward again."""
        return self._step(is_back=False)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The first touch fixes what the editor began with; leaving a field keeps; Ctrl+Z and Ctrl+Y step."""
        kind = event.type()
        if kind in _HANDS and not self._is_touched:
            self.rebase()
            self._is_touched = True
        if kind in (QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride) and isinstance(event, QKeyEvent):
            if kind == QEvent.Type.KeyPress and isinstance(self.editor, QDialog) and _says_save(event):
                self.save()
                return True
            for keys, deed in ((QKeySequence.StandardKey.Undo, self.undo), (QKeySequence.StandardKey.Redo, self.redo)):
                if event.matches(keys) and not getattr(watched, "keeps_steps", False):
                    if kind == QEvent.Type.ShortcutOverride:
                        event.accept()
                        return True
                    return deed()
        if kind == QEvent.Type.FocusOut and self._timer.isActive():
            self.keep()
        return False

    @property
    def _slot(self) -> str:
        """Where typing is kept: beside an older draft while that one is not decided upon."""
        return self.subject if self.offered is None else self.subject + SECOND

    def _now(self) -> Fields:
        values = {name: field.read() for name, field in self.fields.items()}
        return fields_of({**values, **self._facts})

    def _changed(self, key: str) -> None:
        if self._is_writing or not self._is_touched or self._is_over:
            return
        self._note_step(key)
        if not self._timer.isActive():
            self._timer.start()

    def _note_step(self, key: str) -> None:
        if self.steps is None:
            return
        now = time.monotonic()
        merges = bool(key) and key == self._last[0] and now - self._last[1] < ONE_STEP_SECONDS
        self.steps = self.steps.to(self._now(), merges=merges)
        self._last = (key, now)

    def _step(self, *, is_back: bool) -> bool:
        steps = self.steps
        if steps is None or not (steps.can_go_back if is_back else steps.can_go_forward):
            return False
        before = dict(steps.present)
        self.steps = steps.back() if is_back else steps.forward()
        self._last = ("", 0.0)
        self._write(self.steps.present)
        for name, value in self.steps.present:
            if before.get(name) != value and name in self.fields:
                self.fields[name].widget.setFocus()
                break
        if not self._timer.isActive():
            self._timer.start()
        return True

    def _write(self, values: Fields) -> None:
        self._is_writing = True
        try:
            for name, value in values:
                field = self.fields.get(name)
                if field is not None and field.read() != value:
                    field.write(value)
        finally:
            self._is_writing = False

    def _offer(self, draft: Draft | None) -> None:
        if draft is None or self._is_over or not shiboken6.isValid(self.strip):
            return
        stored = self.base if self._is_touched else self._now()
        if merged(draft, stored) == stored:
            return
        self.offered = draft
        has_clash = is_stale(draft, stored) and bool(clashes(draft, stored))
        self.strip.offer(self._page.words, draft.kept_at, has_clash)
        if self._goes_on_at_once and not has_clash:
            self.go_on()

    def _first_changed(self, draft: Draft) -> None:
        for name, _ in draft.changed:
            if name in self.fields:
                self.fields[name].widget.setFocus()
                return

    def _finished(self, result: int) -> None:
        if self._is_over:
            return
        is_changed = self.is_changed
        if result == QDialog.DialogCode.Accepted and not self._is_touched and not self._is_kept:
            # Nothing was typed, or the page has said already that it is stored.
            self._is_over = True
        elif result == QDialog.DialogCode.Accepted:
            self.keep()
            self._is_over = True
            Saving(self._page, self._dropper(self._slot))
        elif is_changed:
            self.keep()
            self._is_over = True
            self._page.message.emit(
                QCoreApplication.translate(
                    "Drafts", "What you typed was not saved; it is kept as a draft. Open it again to go on."
                )
            )
        else:
            self._is_over = True
            if self._is_kept:
                self._drop(self._slot)

    def _drop(self, subject: str) -> None:
        self._is_kept = False
        self._dropper(subject)()

    def _dropper(self, subject: str) -> Callable[[], None]:
        lane, drafts, name, key = self._page.lane, self._page.desk.upkeep.drafts, self.name, self._key(subject)

        def drop() -> None:
            lane.ask(lambda step: drafts.drop(name, subject), None, lambda _: None, key=key)

        return drop

    def _key(self, subject: str) -> str:
        return f"draft.{self.name}.{subject}"

    def _cannot_keep(self, error: Exception) -> None:
        _, what, then = self._page.words.told(error)
        self._page.message.emit(f"{what} {then}")

    def _place_strip(self) -> None:
        layout = self.editor.layout()
        if isinstance(layout, QBoxLayout) and layout.direction() is QBoxLayout.Direction.TopToBottom:
            layout.insertWidget(0, self.strip)


def page_of(widget: QWidget) -> RoomPage | None:
    """The page on which a part of it stands."""
    found: QObject | None = widget
    while found is not None and not isinstance(found, RoomPage):
        found = found.parent()
    return found


def _says_save(event: QKeyEvent) -> bool:
    """Ctrl+S, and Ctrl+Enter also inside a long text."""
    is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
    return event.matches(QKeySequence.StandardKey.Save) or (
        is_enter and event.modifiers() == Qt.KeyboardModifier.ControlModifier
    )
