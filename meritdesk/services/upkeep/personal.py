"""Personal data: the record of processing, the extract for one person, requests with their clock, and limits."""

from __future__ import annotations

import json
import uuid
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from meritdesk.core.access import Action, require
from meritdesk.core.confidential import may_read
from meritdesk.core.documents import PaperStyle
from meritdesk.core.errors import FileRefusal, UsageRefusal
from meritdesk.core.journal import Changes
from meritdesk.core.office_paper import OfficePaper
from meritdesk.core.people import Person
from meritdesk.core.periods import parse_period
from meritdesk.core.personal_data import (
    AskedState,
    PersonalRules,
    PersonExtract,
    PersonRequest,
    ProcessingLimit,
    RequestKind,
    due_after,
)
from meritdesk.core.personal_paper import ExtractWords, extract_paper, numbered, processing_paper
from meritdesk.core.rules import PackKind
from meritdesk.messages import Messages
from meritdesk.services.changes import Step, no_step
from meritdesk.services.folders import ready_folder
from meritdesk.services.office_papers import Matter, PapersOutcome, issue_papers, preview_paper
from meritdesk.services.personal_words import column_key, columns_key, on_paper, value_key
from meritdesk.services.ports import Surroundings, Work

Verbs = Callable[[str], str]
"""What a verb of the journal is called; without it, as the journal names it."""

_IN_CONFIDENCE = frozenset({"confidential", "sanction", "habit"})
_WORKED_OUT = frozenset({"staff_row", "search_entry"})
_SPELT_AGAIN = frozenset({"sort_name", "search_text"})
"""The index and the columns by which one finds say nothing that the rows do not."""
_ABOUT_OTHERS = frozenset({"survey_ask", "survey_sheet", "opening"})
"""Who said what about somebody without his name stays withheld: it would tell of the others (Ps. 15 and 33)."""


@dataclass(frozen=True, slots=True)
class RequestLine:
    """A request with whom it is about; the name is gone when the person is."""

    request: PersonRequest
    name: str
    nip: str
    is_late: bool


@dataclass(frozen=True, slots=True)
class LimitLine:
    """A limit with whom it is about."""

    limit: ProcessingLimit
    name: str
    nip: str
    bare_name: str = ""


@dataclass(frozen=True, slots=True)
class PersonalDesk:
    """Verbs of personal data; a counter of upkeep."""

    around: Surroundings

    def rules(self) -> PersonalRules:
        """The register of personal data with its schedules, as in force today."""
        return personal_rules(self.around)

    def extract(self, nip: str, step: Step = no_step) -> PersonExtract:
        """Everything about one person, with the log of processing; ``PRV-101`` unknown.

        Records kept in confidence are in it for their readers only, and answers that were given without a name are
        withheld: they would tell of others (Ps. 15 and 33). What is withheld is counted.
        """
        require(self.around.actor, Action.READ)
        rules = self.rules()
        with self.around.store.reading() as work:
            step = work.watch(step)
            person = _person(work, nip)
            parts = len(rules.records) + 1  # and the journal, which is gone through once
            found = work.personal.about(person.person_id, rules.records, lambda done, _: step(done, parts))
            log = work.personal.log(work.personal.keys(found))
            step(parts, parts)
        tables: dict[str, tuple[Mapping[str, object], ...]] = {}
        withheld: dict[str, int] = {}
        for record in rules.records:
            rows = () if record.table in _WORKED_OUT else found.get(record.table, ())
            open_ones = [row for row in rows if self._may_see(record.table, row)]
            if len(open_ones) < len(rows):
                withheld[record.table] = len(rows) - len(open_ones)
            if open_ones:
                tables[record.table] = tuple(
                    {name: row[name] for name in record.columns if name in row and name not in _SPELT_AGAIN}
                    for row in open_ones
                )
        return PersonExtract(person.person_id, person.full_name, person.nip, self.around.clock(), tables, log, withheld)

    def extract_sheet(self, nip: str, verb: Verbs = str, step: Step = no_step) -> tuple[OfficePaper, Matter]:
        """The extract as a sheet; ``verb`` says what deeds in the journal are called."""
        made = self.extract(nip, step)
        today = self.around.clock().date()
        paper = extract_paper(made, self.rules(), self.around.store.agency, today, on_paper, _words(verb))
        year = parse_period(str(self.around.clock().year))
        return paper, Matter(year, f"extract:{made.person_id}", made.person_id)

    def preview_extract(
        self, nip: str, style: PaperStyle | None = None, verb: Verbs = str, step: Step = no_step
    ) -> bytes:
        """The extract as PDF bytes for the screen; looking at it stands in the journal."""
        paper = self.extract_sheet(nip, verb, step)[0]
        self._note(nip, "")
        return preview_paper(self.around, paper, style)

    def print_extract(
        self, nip: str, out: Path, style: PaperStyle | None = None, verb: Verbs = str, step: Step = no_step
    ) -> PapersOutcome:
        """Print the extract and enter it in the register of documents."""
        require(self.around.actor, Action.PRINT)
        return issue_papers(self.around, [self.extract_sheet(nip, verb, step)], out, style)

    def export_extract(self, nip: str, path: Path, step: Step = no_step) -> Changes:
        """Write the extract as a file that machines read (.json, Ps. 13); ``UI-323`` for another ending.

        Its columns keep the names of the store, and ``columns`` says in words what each means.
        """
        require(self.around.actor, Action.PRINT)
        if path.suffix.lower() != ".json":
            raise UsageRefusal("UI-323", file=path.name)
        made = self.extract(nip, step)
        words = Messages("id")
        content = {
            "agency": self.around.store.agency.code,
            "person": {"name": made.name, "nip": made.nip},
            "made_at": made.made_at.isoformat(),
            "tables": {name: list(rows) for name, rows in made.tables.items()},
            "columns": {
                name: {column: words.label(column_key(name, column)) for row in rows[:1] for column in row}
                for name, rows in made.tables.items()
            },
            "withheld": dict(made.withheld),
            "log": [
                {"number": one.number, "at": one.at.isoformat(), "by": one.actor, "verb": one.verb} for one in made.log
            ],
        }
        text = json.dumps(content, ensure_ascii=False, indent=1, default=str)
        try:
            path.write_text(text, encoding="utf-8")
            return self._note(nip, path.name)
        except OSError as error:
            path.unlink(missing_ok=True)
            raise FileRefusal("PRV-108", file=path.name) from error
        except BaseException:
            with suppress(OSError):
                path.unlink(missing_ok=True)
            raise

    def processing_sheet(self) -> tuple[OfficePaper, Matter]:
        """The record of processing as a sheet (Ps. 31)."""
        require(self.around.actor, Action.READ)
        paper = processing_paper(self.rules(), self.around.store.agency, self.around.clock().date(), _words())
        return paper, Matter(parse_period(str(self.around.clock().year)), "processing")

    def preview_processing(self, style: PaperStyle | None = None) -> bytes:
        """The record of processing as PDF bytes for the screen."""
        return preview_paper(self.around, self.processing_sheet()[0], style)

    def print_processing(self, out: Path, style: PaperStyle | None = None) -> PapersOutcome:
        """Print the record of processing."""
        return issue_papers(self.around, [self.processing_sheet()], out, style, action=Action.READ)

    def requests(self) -> tuple[RequestLine, ...]:
        """Every request, the open ones with the nearest end first."""
        require(self.around.actor, Action.READ)
        now = self.around.clock()
        with self.around.store.reading() as work:
            found = work.personal.requests()
            people = work.people.by_ids([one.person_id for one in found])
        ranked = sorted(found, key=lambda one: (one.state is not AskedState.OPEN, one.due_at, one.request_id))
        return tuple(RequestLine(one, *_named(people, one.person_id), one.is_late(now)) for one in ranked)

    def register_request(
        self, nip: str, kind: RequestKind, asked: str, received_at: datetime | None = None
    ) -> PersonRequest:
        """Enter what somebody asks; the clock of 3 x 24 hours runs from when it was received.

        ``PRV-101`` unknown person, ``PRV-102`` nothing asked, ``PRV-103`` received after now.
        """
        require(self.around.actor, Action.EDIT)
        now, asked = self.around.clock(), asked.strip()
        if not asked:
            raise UsageRefusal("PRV-102")
        received = received_at or now
        if received > now:
            raise UsageRefusal("PRV-103")
        due = due_after(received, self.rules().answer_hours)
        with self.around.store.writing(self.around.actor, "upkeep.personal.register_request") as work:
            person = _person(work, nip)
            number = numbered([one.number for one in work.personal.requests()], "DP", received.year)
            one = PersonRequest(
                str(uuid.uuid4()), number, person.person_id, kind, asked, received, self.around.actor.name, due
            )
            work.personal.save_request(one)
            work.commit()
        return one

    def answer_request(self, number: str, answer: str, refused: bool = False) -> Changes:
        """Say what was done, or why it was refused; a granted limit is set with ``limit``.

        ``PRV-104`` no open request of this number, ``PRV-105`` without words.
        """
        require(self.around.actor, Action.EDIT)
        if not answer.strip():
            raise UsageRefusal("PRV-105")
        with self.around.store.writing(self.around.actor, "upkeep.personal.answer_request") as work:
            found = next((one for one in work.personal.requests() if one.number == number), None)
            if found is None or found.state is not AskedState.OPEN:
                raise UsageRefusal("PRV-104", number=number)
            work.personal.save_request(
                replace(
                    found,
                    state=AskedState.REFUSED if refused else AskedState.ANSWERED,
                    answer=answer.strip(),
                    answered_at=self.around.clock(),
                    answered_by=self.around.actor.name,
                )
            )
            return work.commit()

    def limits(self) -> tuple[LimitLine, ...]:
        """Every limit of processing, those that stand first."""
        require(self.around.actor, Action.READ)
        with self.around.store.reading() as work:
            found = work.personal.limits()
            people = work.people.by_ids([one.person_id for one in found])
        ranked = sorted(found, key=lambda one: (not one.stands, one.set_at))
        bare = {key: one.name for key, one in people.items()}
        return tuple(LimitLine(one, *_named(people, one.person_id), bare.get(one.person_id, "")) for one in ranked)

    def limit(self, nip: str, reason: str) -> Changes:
        """Keep somebody's data and do nothing else with it of one's own choice (Ps. 41).

        ``PRV-101`` unknown, ``PRV-105`` without a reason, ``PRV-111`` limited already.
        """
        require(self.around.actor, Action.EDIT)
        if not reason.strip():
            raise UsageRefusal("PRV-105")
        with self.around.store.writing(self.around.actor, "upkeep.personal.limit") as work:
            person = _person(work, nip)
            if any(one.person_id == person.person_id for one in work.personal.limits(only_standing=True)):
                raise UsageRefusal("PRV-111", name=person.full_name)
            now, who = self.around.clock(), self.around.actor.name
            work.personal.save_limit(ProcessingLimit(str(uuid.uuid4()), person.person_id, reason.strip(), now, who))
            return work.commit()

    def lift(self, nip: str, reason: str) -> Changes:
        """Lift a limit; ``PRV-112`` when none stands."""
        require(self.around.actor, Action.EDIT)
        if not reason.strip():
            raise UsageRefusal("PRV-105")
        with self.around.store.writing(self.around.actor, "upkeep.personal.lift") as work:
            person = _person(work, nip)
            standing = [one for one in work.personal.limits(only_standing=True) if one.person_id == person.person_id]
            if not standing:
                raise UsageRefusal("PRV-112", name=person.full_name)
            for one in standing:
                lifted = replace(
                    one, lifted_at=self.around.clock(), lifted_by=self.around.actor.name, lifted_why=reason.strip()
                )
                work.personal.save_limit(lifted)
            return work.commit()

    def copy_for_support(self, folder: Path, step: Step = no_step) -> Path:
        """A backup from which a nameless copy for support is made; that it was made stands in the journal."""
        require(self.around.actor, Action.UPKEEP)
        path = self.around.store.backup(ready_folder(folder), step)
        with self.around.store.writing(self.around.actor, "upkeep.personal.support_copy") as work:
            work.set_setting("last_support_copy", self.around.clock().isoformat(timespec="seconds"))
            work.commit()
        return path

    def _may_see(self, table: str, row: Mapping[str, object]) -> bool:
        if table in _ABOUT_OTHERS:
            return False
        if table not in _IN_CONFIDENCE:
            return True
        readers = tuple(map(str, json.loads(str(row.get("readers") or "[]"))))
        return may_read(self.around.actor, str(row.get("author", "")), readers)

    def _note(self, nip: str, file: str) -> Changes:
        origin = f"file:{file}" if file else ""
        with self.around.store.writing(self.around.actor, "upkeep.personal.extract", origin=origin) as work:
            person = _person(work, nip)
            work.set_setting("last_extract", f"{self.around.clock().isoformat()} {person.person_id}")
            return work.commit()


def personal_rules(around: Surroundings) -> PersonalRules:
    """The register of personal data in force today; an agency's own pack goes before the shipped one."""
    body = around.rulebook.pack(PackKind.PERSONAL_DATA, around.clock().date()).body
    assert isinstance(body, PersonalRules)
    return body


def _words(verb: Verbs = str) -> ExtractWords:
    return ExtractWords(column_key, columns_key, value_key, verb)


def _person(work: Work, nip: str) -> Person:
    found = work.people.by_nip(nip.replace(" ", ""))
    if found is None:
        raise UsageRefusal("PRV-101", nip=nip)
    return found


def _named(people: Mapping[str, Person], person_id: str) -> tuple[str, str]:
    person = people.get(person_id)
    return (person.full_name, person.nip) if person is not None else ("", "")
