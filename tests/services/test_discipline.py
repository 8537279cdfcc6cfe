"""The register of sanctions through the desk: open to those named, counted with by others."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from small_office import NIPS

from meritdesk.core.access import Actor, Role
from meritdesk.core.discipline import Appeal, Sanction, SanctionKind, SanctionLevel, SanctionState
from meritdesk.core.errors import UsageRefusal
from meritdesk.core.summaries import SanctionCount


def desk_of(office, name="Kasubag Umpeg", role=Role.OPERATOR):
    one = office.desk.follow_up.discipline
    return replace(one, around=replace(one.around, actor=Actor(name, role, "PC-1")))


@pytest.fixture
def person(settled):
    return settled.desk.register.show(NIPS["clerk"]).person


def sanction(person, **more):
    told = {"kind": SanctionKind.PAY_CUT_6, "letter_number": "862/07/2025", "decided_on": date(2025, 3, 10),
            "starts": date(2025, 3, 20), "decided_by": "Wali Kota", "reason": "11 hari tanpa keterangan"}  # fmt: skip
    return Sanction("", person.person_id, author="", **{**told, **more})


def refused(code, verb, *arguments, **named):
    with pytest.raises(UsageRefusal) as error:
        verb(*arguments, **named)
    assert error.value.code == code


def test_a_sanction_is_entered_counted_with_and_revoked(settled, person):
    desk = desk_of(settled)
    kept = desk.add(sanction(person), ["Sekretaris Dinas"]).sanction
    assert (kept.author, kept.ends) == ("Kasubag Umpeg", date(2025, 9, 19))
    refused("FOL-308", desk.add, sanction(person))
    refused("FOL-310", desk.add, sanction(replace(person, person_id="tidak-ada")))
    effect = desk_of(settled, "Orang Lain").sanctions_on(person.person_id, date(2025, 4, 1))[0]
    assert (effect.level, str(effect.cut_percent), effect.cut_months) == (SanctionLevel.MODERATE, "25", 6)
    assert desk.sanctions_on(person.person_id, date(2025, 3, 19)) == ()
    assert set(desk.sanctions_between(date(2020, 1, 1), date(2025, 12, 31))) == {person.person_id}
    assert desk.sanctions_between(date(2025, 10, 1), date(2025, 12, 31)) == {}
    line = desk.lines(date(2025, 5, 1))[0]
    assert (line.person.nip, line.state, line.unit_name) == (person.nip, SanctionState.IN_FORCE, "Bidang Pelayanan")
    assert desk.appeal(kept.sanction_id, date(2025, 4, 2), Appeal.PENDING, "BPASN").sanction.appeal is Appeal.PENDING
    gone = desk.revoke(kept.sanction_id, date(2025, 6, 15), "862/21/2025", "Bukti surat sakit")
    assert str(gone.effect.cut_ends) == "2025-05-31"
    with settled.desk.follow_up.around.store.reading() as work:
        assert work.summaries.sanction_counts() == (SanctionCount(2025, SanctionLevel.MODERATE, 1),)
    annulled = desk.add(replace(sanction(person), letter_number="862/22/2025")).sanction
    desk.appeal(annulled.sanction_id, date(2025, 7, 2), Appeal.ANNULLED, "BPASN")
    with settled.desk.follow_up.around.store.reading() as work:
        assert [one.count for one in work.summaries.sanction_counts()] == [1]
    refused("FOL-305", desk.revoke, kept.sanction_id, date(2025, 6, 15), "862/21/2025", "Bukti")


def test_only_those_named_read_an_entry_and_every_opening_is_written_down(settled, person):
    author, reader, other = (desk_of(settled, name) for name in ("Kasubag Umpeg", "Sekretaris Dinas", "Orang Lain"))
    entry = author.add(sanction(person), ["sekretaris  dinas"]).sanction.sanction_id
    assert [one.opened_by for one in reader.open(entry).openings] == ["Sekretaris Dinas"]
    for verb in (lambda: other.open(entry), lambda: other.revoke(entry, date(2025, 6, 1), "1", "x"),
                 lambda: reader.allow(entry, ["Orang Lain"]), lambda: author.open("tidak-ada")):  # fmt: skip
        refused("FOL-309", verb)
    assert (len(author.lines()), len(reader.lines()), len(other.lines())) == (1, 1, 0)
    author.allow(entry, ["Orang Lain"])
    assert len(other.lines()) == 1 and not reader.lines()
    assert not desk_of(settled, "Kasubag Umpeg", Role.VIEWER).lines()
    refused("USE-110", desk_of(settled, "Kasubag Umpeg", Role.VIEWER).open, entry)
