"""Failures of protection: noted in one click from a lost stick or laptop, told within 3 x 24 hours (Ps. 46)."""

from __future__ import annotations

import uuid
from dataclasses import dataclass, replace
from pathlib import Path

from meritdesk.core.access import Action, require
from meritdesk.core.documents import PaperStyle
from meritdesk.core.errors import UsageRefusal
from meritdesk.core.journal import Changes
from meritdesk.core.office_paper import OfficePaper
from meritdesk.core.periods import parse_period
from meritdesk.core.personal_data import Leak, LeakKind, due_after
from meritdesk.core.personal_paper import leak_paper, numbered
from meritdesk.services.office_papers import Matter, PapersOutcome, issue_papers, preview_paper
from meritdesk.services.personal_words import on_paper
from meritdesk.services.ports import Surroundings
from meritdesk.services.upkeep.personal import personal_rules


@dataclass(frozen=True, slots=True)
class LeakForm:
    """What is filled in about a leak; what is not known yet stays empty and is filled in later."""

    kind: LeakKind
    what: str
    happened: str = ""
    how: str = ""
    whom: str = ""
    people: int = -1
    measures: str = ""
    copy: str = ""


@dataclass(frozen=True, slots=True)
class Leaks:
    """Verbs of leaks; a counter of upkeep."""

    around: Surroundings

    def lines(self) -> tuple[Leak, ...]:
        """Every leak, those that still have to be told first."""
        require(self.around.actor, Action.READ)
        with self.around.store.reading() as work:
            found = work.personal.leaks()
        return tuple(sorted(found, key=lambda one: (one.told_at is not None, one.due_at)))

    def note(self, form: LeakForm) -> Leak:
        """Enter a leak; the clock of 3 x 24 hours runs from now. ``PRV-106`` without saying what."""
        require(self.around.actor, Action.EDIT)
        if not form.what.strip():
            raise UsageRefusal("PRV-106")
        now = self.around.clock()
        with self.around.store.writing(self.around.actor, "upkeep.leaks.note") as work:
            people = form.people if form.people >= 0 else len(work.people.all())
            number = numbered([one.number for one in work.personal.leaks()], "KPD", now.year)
            one = Leak(
                str(uuid.uuid4()), number, form.kind, form.happened.strip(), now,
                due_after(now, personal_rules(self.around).notice_hours), form.what.strip(), form.how.strip(),
                form.whom.strip(), people, form.measures.strip(), form.copy.strip(), self.around.actor.name,
            )  # fmt: skip
            work.personal.save_leak(one)
            work.commit()
        return one

    def note_lost(self, copy: str, kind: LeakKind = LeakKind.LOST_STICK) -> Leak:
        """A lost stick or laptop in one click: what was on it is sealed, and the form says so (F81)."""
        said = self.around.store.agency
        return self.note(
            LeakForm(
                kind,
                "PRIVACY:LOST-WHAT",
                how="PRIVACY:LOST-HOW",
                measures="PRIVACY:LOST-MEASURES",
                copy=copy,
                whom=f"{said.name} ({said.code})",
            )
        )

    def amend(self, number: str, form: LeakForm) -> Changes:
        """Fill in what has become known; ``PRV-107`` unknown or told already."""
        require(self.around.actor, Action.EDIT)
        with self.around.store.writing(self.around.actor, "upkeep.leaks.amend") as work:
            found = next((one for one in work.personal.leaks() if one.number == number), None)
            if found is None or found.told_at is not None:
                raise UsageRefusal("PRV-107", number=number)
            work.personal.save_leak(
                replace(
                    found, kind=form.kind, happened=form.happened, what=form.what.strip() or found.what, how=form.how,
                    whom=form.whom, people=form.people if form.people >= 0 else found.people, measures=form.measures,
                    copy=form.copy or found.copy,
                )
            )  # fmt: skip
            return work.commit()

    def told(self, number: str, whom: str) -> Changes:
        """Note that the people concerned and the authority were told, and who; ``PRV-107`` as ``amend``."""
        require(self.around.actor, Action.EDIT)
        if not whom.strip():
            raise UsageRefusal("PRV-105")
        with self.around.store.writing(self.around.actor, "upkeep.leaks.told") as work:
            found = next((one for one in work.personal.leaks() if one.number == number), None)
            if found is None or found.told_at is not None:
                raise UsageRefusal("PRV-107", number=number)
            work.personal.save_leak(replace(found, told_at=self.around.clock(), told_whom=whom.strip()))
            return work.commit()

    def sheet(self, number: str) -> tuple[OfficePaper, Matter]:
        """The notice as a sheet; ``PRV-107`` unknown."""
        require(self.around.actor, Action.READ)
        with self.around.store.reading() as work:
            found = next((one for one in work.personal.leaks() if one.number == number), None)
        if found is None:
            raise UsageRefusal("PRV-107", number=number)
        paper = leak_paper(found, self.around.store.agency, on_paper)
        return paper, Matter(parse_period(str(found.noticed_at.year)), f"leak:{found.leak_id}")

    def preview(self, number: str, style: PaperStyle | None = None) -> bytes:
        """The notice as PDF bytes for the screen."""
        return preview_paper(self.around, self.sheet(number)[0], style)

    def print(self, number: str, out: Path, style: PaperStyle | None = None) -> PapersOutcome:
        """Print the notice and enter it in the register of documents."""
        return issue_papers(self.around, [self.sheet(number)], out, style, action=Action.READ)
