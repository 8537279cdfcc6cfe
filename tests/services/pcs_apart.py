"""PCs of one office that work apart, with a stick between them."""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import replace

import small_office
from small_office import NIPS, YEAR

from meritdesk.core.handover import PackageKind
from meritdesk.services.handover.gathering import Gathering


class Pcs:
    """PCs of one agency that know each other, and the stick between them."""

    def __init__(self, stack, folder, count, is_new=True):
        self.stick = folder / "stick"
        self.offices = [
            stack.enter_context(small_office.office(folder / f"pc{number}", device=f"PC0{number}"))
            for number in range(1, count + 1)
        ]
        if not is_new:
            return
        cards = [office.desk.handover.around.store.keys.card for office in self.offices]
        for office in self.offices:
            change(office, lambda work: [work.ledger.trust(card) for card in cards])

    def pack(self, number, period=YEAR):
        desk = self.offices[number - 1].desk.handover
        return desk.outbox.pack(period, self.stick / f"pc{number}", kind=PackageKind.HANDOVER)

    def carry(self, source, target, **more):
        return self.offices[target - 1].desk.handover.receive(self.pack(source).path, **more)


def change(office, write):
    around = office.desk.handover.around
    with around.store.writing(around.actor, "test") as work:
        write(work)
        return work.commit()


def rows_of(office):
    """Everything a hand-over would say, row by row."""
    around = office.desk.handover.around
    with around.store.reading() as work:
        snapshot = Gathering.of(around, work, YEAR, PackageKind.HANDOVER).whole()
    return {table: dict(sorted(rows.items())) for table, rows in around.exchange.rows_of(snapshot).items() if rows}


def person(office, name="nurse"):
    with office.desk.handover.around.store.reading() as work:
        return work.people.by_nip(NIPS[name])


def set_person(office, who="nurse", **values):
    changed = replace(person(office, who), **values)
    change(office, lambda work: work.people.save([changed]))


def made_once(tmp_path_factory, count):
    """Offices of several PCs that know the same: the first one planned everything and handed it over."""
    folder = tmp_path_factory.mktemp(f"pcs{count}")
    with ExitStack() as stack:
        made = Pcs(stack, folder, count)
        made.offices[0].settle()
        made.offices[0].plan_everybody()
        packed = made.pack(1)
        for office in made.offices[1:]:
            office.desk.handover.receive(packed.path)
    return folder
