"""The audit from both ends: what paper and region hold shows a cut or rewritten journal to both."""

from __future__ import annotations

import pytest
import small_office
from small_office import YEAR
from sqlalchemy import delete, update

from meritdesk.core.audit import HeadVerdict, JournalFilter
from meritdesk.core.errors import UsageRefusal
from meritdesk.services.overview.worklist import WorkKind
from meritdesk.store.journal import StoredJournal, change_digest
from meritdesk.store.rows import Rows
from meritdesk.store.tables import change_set, row_change


@pytest.fixture
def joined(closed, tmp_path):
    """An agency with a closed year and its region, which know each other."""
    with small_office.office(tmp_path / "wilayah", "REG33", "Kantor Regional", is_region=True) as region:
        closed.desk.handover.card(tmp_path / "kota.json")
        region.desk.handover.card(tmp_path / "wilayah.json")
        region.desk.handover.trust(tmp_path / "kota.json")
        closed.desk.handover.trust(tmp_path / "wilayah.json")
        yield closed, region, tmp_path / "stick"


def tampered(office):
    """A connection past every rule, as somebody with the key and a database tool has it."""
    return office.desk.upkeep.around.store._engine.begin()


def cut_tail(office, last):
    with tampered(office) as connection:
        connection.execute(delete(row_change).where(row_change.c.number > last))
        connection.execute(delete(change_set).where(change_set.c.number > last))


def rewrite(office):
    code = office.desk.agency.code
    with tampered(office) as connection:
        connection.execute(update(change_set).where(change_set.c.number == 1).values(actor="orang lain"))
        previous = "0" * 64
        for head, noted in list(StoredJournal(Rows(connection, code, code, may_write=False)).sets()):
            values = {**head, "previous": previous}
            previous = change_digest(values, noted)
            place = change_set.c.number == head["number"]
            connection.execute(update(change_set).where(place).values(previous=values["previous"], digest=previous))


def sent(agency, region, stick):
    packed = agency.desk.handover.pack(YEAR, stick)
    received = region.desk.handover.receive(packed.path)
    return received, agency.desk.handover.receive(received.reply)


def changed(agency, name):
    rows = [small_office.staff_row("P8", "199001012015011008", name, "4", "PENGELOLA", "U2")]
    agency.desk.register.import_staff(agency.staff_file(rows))


def kinds(office):
    return {item.kind for item in office.desk.overview.work(YEAR).items}


def test_heads_that_go_up_and_come_back_stand_on_both_sides(joined):
    agency, region, stick = joined
    first, _ = sent(agency, region, stick)
    assert first.heads == ()
    changed(agency, "Orang Baru")
    second, answered = sent(agency, region, stick)
    assert [one.verdict for one in (*second.heads, *answered.heads)] == [HeadVerdict.STANDS] * 2
    report = agency.desk.upkeep.audit.verify()
    assert report.is_whole and len(report.heads) == 2
    line = region.desk.upkeep.audit.held()[0]
    assert (line.sender, line.heads, line.open_findings) == ("3372/PC01", 2, 0)
    assert line.held.digest == second.receipt.audit_head.digest
    assert region.desk.upkeep.audit.findings() == ()


def test_a_rewritten_journal_shows_at_the_region_and_at_home(joined):
    agency, region, stick = joined
    sent(agency, region, stick)
    rewrite(agency)
    report = agency.desk.upkeep.audit.verify()
    assert report.proof.fault is None and not report.is_whole
    changed(agency, "Orang Baru")
    received, _ = sent(agency, region, stick)
    assert [one.verdict for one in received.heads] == [HeadVerdict.REWRITTEN]
    finding = region.desk.upkeep.audit.findings()[0]
    assert finding.sender == "3372/PC01" and finding.is_open
    assert WorkKind.JOURNAL_BROKEN in kinds(region)
    with pytest.raises(UsageRefusal, match="AUD-104"):
        region.desk.upkeep.audit.settle(finding.finding_id, " ")
    region.desk.upkeep.audit.settle(finding.finding_id, "PC diperiksa bersama Inspektorat")
    assert WorkKind.JOURNAL_BROKEN not in kinds(region)
    with pytest.raises(UsageRefusal, match="AUD-103"):
        region.desk.upkeep.audit.settle(finding.finding_id, "dua kali")


def test_a_cut_tail_shows_at_the_region_and_against_paper(joined, tmp_path):
    agency, region, stick = joined
    paper = agency.desk.upkeep.audit.sheet()[0]
    assert dict(paper.facts)["AUDIT:BACKUP"][4:5] != "-", "a day in words, or none yet"
    mark = paper.sections[0].text
    agency.desk.upkeep.audit.print(tmp_path / "kertas")
    sent(agency, region, stick)
    assert agency.desk.upkeep.audit.verify([mark]).is_whole
    cut_tail(agency, 2)
    report = agency.desk.upkeep.audit.verify([mark])
    assert [one.verdict for one in report.heads] == [HeadVerdict.CUT] * 2
    changed(agency, "Orang Baru")
    received = region.desk.handover.receive(agency.desk.handover.pack(YEAR, stick).path)
    assert [one.verdict.is_broken for one in received.heads] == [True]


def test_the_journal_is_printed_and_taken_along_and_both_stand_in_it(settled, tmp_path):
    audit, wanted = settled.desk.upkeep.audit, JournalFilter(verb="register.")
    outcome = audit.export(wanted, tmp_path / "jurnal.csv", str, with_fields=True)
    text = outcome.path.read_text(encoding="utf-8-sig")
    assert "Joko Widagdo" in text and outcome.rows > 50
    audit.print_journal(wanted, tmp_path)
    verbs = [line.verb for line in audit.lines(limit=3)]
    assert verbs[:2] == ["documents.print", "upkeep.audit.export"]
    with pytest.raises(UsageRefusal, match="UI-323"):
        audit.export(wanted, tmp_path / "jurnal.exe", str)
