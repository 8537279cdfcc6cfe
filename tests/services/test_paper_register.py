"""The register of documents as a list: any order, several filters, counts that agree with the lines."""

from __future__ import annotations

from dataclasses import replace

import pytest
from small_office import NIPS, YEAR

from meritdesk.core.access import Actor, Role
from meritdesk.core.document_query import DocumentField, DocumentQuery
from meritdesk.core.documents import Form, PaperStanding
from meritdesk.core.errors import UsageRefusal
from meritdesk.services.documents.paper_register import PaperRegister
from meritdesk.services.print_job import Selection


@pytest.fixture
def printed(closed, tmp_path):
    """Five evaluations, one plan, one cancelled number."""
    documents = closed.desk.documents
    documents.print(Form.D_1_1, YEAR, Selection(), tmp_path)
    documents.print(Form.A_1_7, YEAR, Selection(nip=NIPS["nurse"]), tmp_path)
    documents.cancel(next(line.number for line in documents.lines() if line.form == "D.1.1"), "salah cetak")
    return documents.paper_register


def test_every_field_orders_the_register_both_ways_and_blocks_join_without_a_gap(printed):
    everything = printed.lines(DocumentQuery())
    assert len(everything) == printed.count(DocumentQuery()) == 6
    for field in DocumentField:
        for falls in (False, True):
            query = DocumentQuery(order=((field, falls),))
            whole = printed.lines(query)
            blocks = [
                line for offset in range(0, 6, 2) for line in printed.lines(replace(query, offset=offset, limit=2))
            ]
            assert tuple(blocks) == whole, field
            assert set(whole) == set(everything)
            values = [getattr(line, field.value) for line in whole]
            if field not in (DocumentField.NAME, DocumentField.FILE):
                assert values == sorted(values, reverse=falls), field


def test_filters_keep_what_their_tallies_counted(printed):
    for field in (DocumentField.FORM, DocumentField.PERIOD, DocumentField.STANDING):
        tally = printed.tally(DocumentQuery(), field)
        assert sum(one.count for one in tally) == 6
        for one in tally:
            kept = DocumentQuery(kept=((field, (one.value,)),))
            assert printed.count(kept) == len(printed.lines(kept)) == one.count
    cancelled = printed.lines(DocumentQuery(kept=((DocumentField.STANDING, ("CANCELLED",)),)))
    assert [line.standing for line in cancelled] == [PaperStanding.CANCELLED]
    both = DocumentQuery(kept=((DocumentField.STANDING, ("CANCELLED",)), (DocumentField.FORM, ("A.1.7",))))
    assert printed.count(both) == 0 and printed.lines(both) == ()


def test_every_word_of_the_search_must_be_found(printed):
    name = next(line.name for line in printed.lines(DocumentQuery()) if line.nip == NIPS["nurse"])
    first = name.split()[0]
    assert printed.count(DocumentQuery(f"{first} d.1.1")) == 1
    assert printed.count(DocumentQuery(f"d.1.1 {first} nobody")) == 0


def test_whoever_may_not_read_is_refused(printed, monkeypatch):
    stranger = PaperRegister(replace(printed.around, actor=Actor("x", Role.VIEWER, "PC")))
    assert stranger.count(DocumentQuery()) == 6
    monkeypatch.setattr("meritdesk.core.access._ALLOWED", {Role.VIEWER: frozenset()})
    for verb in (stranger.lines, stranger.count, lambda query: stranger.tally(query, DocumentField.FORM)):
        with pytest.raises(UsageRefusal, match="USE-110"):
            verb(DocumentQuery())
