"""Choices and credit letters of all agencies out of their rows: one query each, whatever the number of agencies."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from decimal import Decimal

from sqlalchemy import and_, select

from meritdesk.core.people import titled
from meritdesk.core.periods import parse_period
from meritdesk.core.recognition import AwardState
from meritdesk.core.region_honours import CreditAccount, Honour, HonourKind
from meritdesk.store.bulk import join_whole_tables
from meritdesk.store.notation import day_value
from meritdesk.store.rows import Rows
from meritdesk.store.tables import award, credit_item, org_unit, person

LeftOut = Collection[tuple[str, str]]
"""Agency and person of the rows that are not told, since another agency answers for the person."""

_SUGGESTED = person.alias("suggested")


class StoredRegionHonours:
    """What the region reads of honours and of points by letters."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def chosen(self, agencies: Mapping[str, str], year: int, left_out: LeftOut = ()) -> tuple[Honour, ...]:
        """Who was chosen in the months of a year, of all these agencies (code to name)."""
        same = and_(person.c.agency == award.c.agency, person.c.person_id == award.c.person_id)
        first = and_(_SUGGESTED.c.agency == award.c.agency, _SUGGESTED.c.person_id == award.c.suggested_id)
        unit = and_(org_unit.c.agency == award.c.agency, org_unit.c.unit_id == award.c.unit_id)
        statement = (
            select(
                award.c.agency, award.c.award_id, award.c.period, award.c.person_id, award.c.suggested_id,
                award.c.points, award.c.reason, award.c.chosen_on, award.c.chosen_by, award.c.withdrawn_on,
                award.c.why_withdrawn, person.c.nip, person.c.name, person.c.front_title, person.c.back_title,
                org_unit.c.name, _SUGGESTED.c.name, _SUGGESTED.c.front_title, _SUGGESTED.c.back_title,
            )
            .select_from(award.join(person, same).outerjoin(_SUGGESTED, first).outerjoin(org_unit, unit))
            .where(award.c.agency.in_(list(agencies)), award.c.period.startswith(f"{year}-", autoescape=True))
            .order_by(award.c.agency, award.c.award_id)
        )  # fmt: skip
        return tuple(
            Honour(
                agency=row[0],
                agency_name=agencies[row[0]],
                kind=HonourKind.OF_THE_MONTH,
                period=parse_period(row[2]),
                person_id=row[3],
                nip=row[11] or "",
                name=titled(row[12], row[13], row[14]),
                unit_name=(row[15] or "").lstrip("- "),
                points=Decimal(row[5]),
                award_id=row[1],
                suggested=titled(row[16], row[17], row[18]) if row[16] is not None and row[4] != row[3] else "",
                reason=row[10] or row[6],
                chosen_on=day_value(row[7]),
                chosen_by=row[8],
                state=AwardState.WITHDRAWN if row[9] else AwardState.GIVEN,
            )
            for row in self._rows.execute(statement)
            if (row[0], row[3]) not in left_out
        )

    def accounts(self, agencies: Mapping[str, str], until: date, left_out: LeftOut = ()) -> tuple[CreditAccount, ...]:
        """The officials with letters that begin by a day, agency by agency and by name."""
        join_whole_tables(self._rows.connection)
        same = and_(person.c.agency == credit_item.c.agency, person.c.person_id == credit_item.c.person_id)
        unit = and_(org_unit.c.agency == person.c.agency, org_unit.c.unit_id == person.c.unit_id)
        item = credit_item.c
        statement = (
            select(
                item.agency, item.person_id, person.c.nip, person.c.name, person.c.front_title, person.c.back_title,
                person.c.position_title, person.c.grade, org_unit.c.name, item.starts, item.ends, item.points,
                item.document, item.dated, item.tier,
            )
            .select_from(credit_item.join(person, same).outerjoin(org_unit, unit))
            .where(item.agency.in_(list(agencies)), item.starts <= until.isoformat())
            .order_by(item.agency, person.c.sort_name, item.person_id, item.ends, item.starts, item.kind)
        )  # fmt: skip
        found: list[CreditAccount] = []
        letters: list[Sequence[str]] = []
        for row in self._rows.execute(statement):
            if (row[0], row[1]) in left_out:
                continue
            if letters and (letters[-1][0], letters[-1][1]) != (row[0], row[1]):
                found.append(_account(letters, agencies))
                letters = []
            letters.append(row)
        if letters:
            found.append(_account(letters, agencies))
        return tuple(found)


def _account(letters: Sequence[Sequence[str]], agencies: Mapping[str, str]) -> CreditAccount:
    """The letters of one person, the newest last."""
    last = letters[-1]
    return CreditAccount(
        agency=last[0],
        agency_name=agencies[last[0]],
        person_id=last[1],
        nip=last[2] or "",
        name=titled(last[3], last[4], last[5]),
        position=last[6],
        grade=last[7],
        unit_name=(last[8] or "").lstrip("- "),
        letters=len(letters),
        points=sum((Decimal(row[11]) for row in letters), Decimal(0)),
        first=min(date.fromisoformat(row[9]) for row in letters),
        last=max(date.fromisoformat(row[10]) for row in letters),
        document=last[12],
        dated=day_value(last[13]),
        tier=last[14],
    )
