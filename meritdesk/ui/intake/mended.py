"""What was put right in a table on its way in, kept as a draft until it is imported: a crash loses no mended cell."""

from __future__ import annotations

import json
from datetime import UTC, datetime

from meritdesk.core.drafts import Draft, fields_of
from meritdesk.core.given import DoubtAnswer
from meritdesk.services import Desk
from meritdesk.ui.background import Lane
from meritdesk.ui.drafts.fields import FACT
from meritdesk.ui.intake.session import IntakeSession

EDITOR = "intake.table"
LONGEST_BLOCK = 1_000_000
"""Characters of a pasted block that are kept with what was mended in it; a longer one has to be copied again."""


class MendedCells:
    """Keeps the corrections and answers of a table by the digest of its file, and puts them back when it comes again.

    The same bytes are the same table, so nothing is asked: what was mended yesterday is mended today.
    """

    def __init__(self, desk: Desk, lane: Lane) -> None:
        self._drafts = desk.upkeep.drafts
        self._lane = lane
        self.path = ""
        self.block = ""

    def of(self, session: IntakeSession) -> Draft | None:
        """What was kept of a table; runs in the lane."""
        return self._drafts.of(EDITOR, _subject(session))

    def put_back(self, session: IntakeSession, draft: Draft | None) -> None:
        """Mend a table as it was mended before; what was done since is left alone."""
        if draft is None or session.kept.corrections or session.kept.answers:
            return
        typed = dict(draft.typed)
        for row, name, text in json.loads(typed.get("corrections", "[]")):
            session.kept.corrections[int(row), str(name)] = str(text)
        for row, said in json.loads(typed.get("answers", "[]")):
            session.kept.answers[int(row)] = DoubtAnswer(said)

    def keep(self, session: IntakeSession) -> None:
        """Keep what is mended now; nothing mended needs no draft."""
        kept = session.kept
        if not kept.corrections and not kept.answers:
            self.drop(session)
            return
        corrections = [[row, name, text] for (row, name), text in sorted(kept.corrections.items())]
        answers = [[row, said.value] for row, said in sorted(kept.answers.items())]
        typed = {
            "corrections": json.dumps(corrections, ensure_ascii=False),
            "answers": json.dumps(answers),
            f"{FACT}path": self.path,
            f"{FACT}block": self.block if len(self.block) <= LONGEST_BLOCK else "",
        }
        draft = Draft(EDITOR, _subject(session), session.book.name, (), fields_of(typed), datetime.now(UTC))
        self._lane.ask(lambda step: self._drafts.keep(draft), None, lambda _: None, key=f"draft.{draft.subject}")

    def drop(self, session: IntakeSession) -> None:
        """What was mended is imported, or taken back."""
        subject = _subject(session)
        self._lane.ask(lambda step: self._drafts.drop(EDITOR, subject), None, lambda _: None, key=f"draft.{subject}")


def _subject(session: IntakeSession) -> str:
    return f"{session.book.digest}|{session.sheet}"
