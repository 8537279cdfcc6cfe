"""Credit points by earlier letters, and what is missing to the next rank and tier: entered, reckoned, printed."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path

from meritdesk.core.access import Action, require
from meritdesk.core.credit_history import CREDIT_HEADINGS, CREDIT_WORDS, CreditItem, CreditItemRow, CreditKind
from meritdesk.core.credit_paper import need_paper
from meritdesk.core.differences import differences
from meritdesk.core.documents import PaperStyle
from meritdesk.core.errors import UsageRefusal
from meritdesk.core.journal import Changes
from meritdesk.core.office_paper import OfficePaper
from meritdesk.core.people import Person
from meritdesk.core.travel import joined_key
from meritdesk.services.changes import ImportOutcome, Step, no_step
from meritdesk.services.credit_accounts import StandingLine, determinations, standing_lines, year_of
from meritdesk.services.intake import Tally, origin_of, state_of
from meritdesk.services.limits import Without, limited_people
from meritdesk.services.office_papers import Matter, PapersOutcome, issue_papers, preview_paper
from meritdesk.services.ports import Source, Surroundings, Work
from meritdesk.services.print_job import Selection, chosen_people
from meritdesk.services.taken_out import TakenOut, note_taken

LETTERS = "riwayat_angka_kredit"
"""The table of a package in which these entries travel."""
_Key = tuple[str, CreditKind, date, date]


@dataclass(frozen=True, slots=True)
class CreditHistoryDesk:
    """Verbs of earlier points and of the way to the next rank."""

    around: Surroundings

    def items(self, nip: str) -> tuple[CreditItem, ...]:
        """The entries of one person, oldest first; ``FOL-361`` for nobody."""
        require(self.around.actor, Action.READ)
        with self.around.store.reading() as work:
            return work.credit_history.of([_person(work, nip).person_id])

    def lines(self, year: int, selection: Selection | None = None) -> tuple[StandingLine, ...]:
        """Every functional official as he stands at the end of a year, in the order of the units."""
        require(self.around.actor, Action.READ)
        with self.around.store.reading() as work:
            people = chosen_people(work, selection or Selection())
            return standing_lines(self.around, work, year, people, is_named=bool(selection and selection.nip))

    def enter(self, nip: str, item: CreditItem) -> Changes:
        """Enter one letter's points for a person; the same row and span is brought up to date.

        ``FOL-361`` nobody, ``CRH-101`` ends before it begins, ``CRH-102`` below nought, ``CRH-103`` without a letter.
        """
        require(self.around.actor, Action.EDIT)
        with self.around.store.writing(self.around.actor, "follow_up.credit.enter") as work:
            entry = _entry(_person(work, nip).person_id, item)
            work.credit_history.save([entry])
            return work.commit()

    def drop(self, nip: str, kind: CreditKind, starts: date, ends: date) -> Changes:
        """Take one entry out; ``FOL-361`` nobody, ``CRH-104`` there is none."""
        require(self.around.actor, Action.EDIT)
        with self.around.store.writing(self.around.actor, "follow_up.credit.drop") as work:
            those = work.credit_history.of([_person(work, nip).person_id])
            found = [one for one in those if (one.kind, one.starts, one.ends) == (kind, starts, ends)]
            if not found:
                raise UsageRefusal("CRH-104", nip=nip)
            work.credit_history.drop(found)
            return work.commit()

    def import_file(self, source: Source, step: Step = no_step, dry_run: bool = False) -> ImportOutcome:
        """Take earlier points over: a row a letter, person, row of the determination and span of days."""
        require(self.around.actor, Action.IMPORT)
        intake = self.around.spreadsheets.read_credit_items(source, step)
        with self.around.store.writing(self.around.actor, "follow_up.credit.import", origin=origin_of(source)) as work:
            step = work.watch(step)
            tally: Tally[CreditItemRow] = Tally(intake, source)
            by_nip = {person.nip: person for person in work.people.all()}
            held = {_key(one): one for one in work.credit_history.of()}
            makers = _makers(work, held)
            taken: dict[_Key, int] = {}
            saved = []
            for place, placed in enumerate(intake.rows, start=1):
                if place % 500 == 0:
                    step(place, len(intake.rows))
                row = placed.value
                person = by_nip.get(row.nip)
                if person is None:
                    tally.refuse(placed.row, "NIP", "FOL-361", nip=row.nip)
                    continue
                given = CreditItem(
                    "", row.kind, row.starts, row.ends, row.points, row.document, row.dated, row.tier
                )  # fmt: skip
                try:
                    entry = _entry(person.person_id, given)
                except UsageRefusal as refusal:
                    tally.refuse(placed.row, _COLUMNS[refusal.code], refusal.code, **refusal.facts)
                    continue
                key = _key(entry)
                if (other := taken.setdefault(key, placed.row)) != placed.row:
                    tally.refuse(placed.row, "NIP", "FOL-364", other=other)
                    continue
                before = held.get(key)
                state = state_of(before, entry)
                if state == "changed" and (maker := makers.get(_key(entry))) is not None:
                    tally.refuse(placed.row, "NIP", "PKG-840", agency=maker)
                    continue
                if state != "same":
                    saved.append(entry)
                changed = differences(before, entry)
                tally.accept(placed.row, row.nip, person.full_name, state, differences=changed)
            work.credit_history.save(saved)
            changes = Changes() if dry_run else work.commit()
        return tally.answer(changes)

    def export(self, path: Path, nips: Collection[str] = ()) -> TakenOut:
        """Write the earlier points of everybody or of these people as .xlsx or .csv, as they are read back.

        Whoever asked for a limit of processing is left out and counted, here and in ``export_need``.
        """
        require(self.around.actor, Action.PRINT)
        with self.around.store.reading() as work:
            items = work.credit_history.of()
            people = work.people.by_ids([one.person_id for one in items])
            limited = limited_people(work)
        entries = [
            (people[one.person_id].nip, people[one.person_id].full_name, CREDIT_WORDS[one.kind], one.starts, one.ends,
             one.points, one.document, one.dated, one.tier)
            for one in items
            if not nips or people[one.person_id].nip in nips
        ]  # fmt: skip
        rows = Without(entries, limited)
        count = self.around.spreadsheets.write_list(path, CREDIT_HEADINGS, rows, "RIWAYAT ANGKA KREDIT", _WIDTHS)
        note_taken(self.around, "RIWAYAT ANGKA KREDIT", [path])
        return TakenOut(count, rows.left_out)

    def export_need(self, path: Path, year: int, selection: Selection | None = None) -> TakenOut:
        """Write what is missing to the next rank and tier as .xlsx or .csv."""
        entries: list[tuple[str | Decimal | int | None, ...]] = []
        for line in self.lines(year, selection):
            found = line.standing
            if found is None:
                continue
            ways: list[str | Decimal | int | None] = []
            for way in (found.rank, found.next_tier):
                ways += [way.goal, way.needed, way.missing, way.months] if way is not None else ["", None, None, None]
            entries.append(
                (line.person.nip, line.person.full_name, line.unit_name, found.tier.title, found.grade, found.total,
                 found.yearly, *ways)
            )  # fmt: skip
        require(self.around.actor, Action.PRINT)
        with self.around.store.reading() as work:
            rows = Without(entries, limited_people(work))
        count = self.around.spreadsheets.write_list(path, NEED_HEADINGS, rows, f"KEKURANGAN AK {year}", _NEED_WIDTHS)
        note_taken(self.around, f"KEKURANGAN AK {year}", [path])
        return TakenOut(count, rows.left_out)

    def preview_determination(self, year: int, nip: str, style: PaperStyle | None = None) -> bytes:
        """``PENETAPAN ANGKA KREDIT`` of one official as PDF bytes for the screen."""
        require(self.around.actor, Action.READ)
        return preview_paper(self.around, self._determinations(year, Selection(nip=nip))[0][0], style)

    def print_determinations(
        self,
        year: int,
        selection: Selection,
        out: Path,
        style: PaperStyle | None = None,
        step: Step = no_step,
        nips: Collection[str] = (),
    ) -> PapersOutcome:
        """Print the determination of one, a unit or all, a sheet an official; ``DOC-471`` when nobody has points."""
        require(self.around.actor, Action.PRINT)
        papers = [
            one for one in self._determinations(year, selection) if not nips or one[1] in {*self._ids(nips)}
        ]  # fmt: skip
        matter = [(paper, Matter(year_of(year), f"determination:{key}:{year}", key)) for paper, key in papers]
        return issue_papers(self.around, matter, out, style, step)

    def preview_need(self, year: int, selection: Selection | None = None, style: PaperStyle | None = None) -> bytes:
        """The list of what is missing as PDF bytes for the screen."""
        return preview_paper(self.around, self._need(year, selection or Selection()), style)

    def print_need(
        self, year: int, out: Path, selection: Selection | None = None, style: PaperStyle | None = None
    ) -> PapersOutcome:
        """Print the list of what is missing to the next rank and tier."""
        require(self.around.actor, Action.PRINT)
        chosen = selection or Selection()
        matter = Matter(year_of(year), f"credit-need:{','.join(chosen.unit_ids)}:{year}")
        return issue_papers(self.around, [(self._need(year, chosen), matter)], out, style)

    def _ids(self, nips: Collection[str]) -> list[str]:
        with self.around.store.reading() as work:
            return [person.person_id for nip in nips if (person := work.people.by_nip(nip)) is not None]

    def _need(self, year: int, selection: Selection) -> OfficePaper:
        found = [
            (line.person, line.unit_name, line.standing)
            for line in self.lines(year, selection)
            if line.standing is not None
        ]
        return need_paper(found, year, self.around.store.agency)

    def _determinations(self, year: int, selection: Selection) -> list[tuple[OfficePaper, str]]:
        around = self.around
        with around.store.reading() as work:
            people = chosen_people(work, selection)
            return determinations(around, work, year, people, around.store.agency, is_named=bool(selection.nip))


def _entry(person_id: str, item: CreditItem) -> CreditItem:
    """An entry as it may stand."""
    if item.ends < item.starts:
        raise UsageRefusal("CRH-101", starts=item.starts, ends=item.ends)
    if item.points < 0 or item.points > _MOST:
        raise UsageRefusal("CRH-102", points=str(item.points))
    if not item.document.strip():
        raise UsageRefusal("CRH-103")
    return CreditItem(
        person_id, item.kind, item.starts, item.ends, item.points, item.document.strip(), item.dated, item.tier.strip()
    )


def _key(item: CreditItem) -> _Key:
    return item.person_id, item.kind, item.starts, item.ends


def _makers(work: Work, held: Collection[_Key]) -> Mapping[_Key, str]:
    """Of these entries those that came along from another agency, with its name: they are only read here."""
    places = {
        (LETTERS, joined_key((one[0], one[1].value, one[2].isoformat(), one[3].isoformat()))): one for one in held
    }
    return {places[place]: origin.maker for place, origin in work.transfers.origins(places).items()}


def _person(work: Work, nip: str) -> Person:
    person = work.people.by_nip(nip)
    if person is None:
        raise UsageRefusal("FOL-361", nip=nip)
    return person


_WIDTHS = (22, 30, 22, 16, 16, 14, 30, 14, 18)
NEED_HEADINGS = (
    "NIP", "NAMA", "UNIT", "JENJANG", "GOLONGAN", "ANGKA KREDIT", "AK SETAHUN", "PANGKAT BERIKUT", "KEBUTUHAN PANGKAT",
    "KURANG UNTUK PANGKAT", "BULAN SAMPAI PANGKAT", "JENJANG BERIKUT", "KEBUTUHAN JENJANG", "KURANG UNTUK JENJANG",
    "BULAN SAMPAI JENJANG",
)  # fmt: skip
_NEED_WIDTHS = (22, 30, 30, 16, 10, 14, 12, 14, 16, 16, 14, 16, 16, 16, 14)
_COLUMNS = {"CRH-101": "PERIODE SAMPAI", "CRH-102": "ANGKA KREDIT", "CRH-103": "NOMOR PAK"}
_MOST = Decimal(10_000)
