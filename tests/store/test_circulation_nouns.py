"""Entries of papers, cancellations and mandates come back from the store as they went in; history is only added to."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
import store_samples as sample
from store_samples import ACTOR, YEAR

from meritdesk.core.circulation import DayHome, PaperEntry, PaperStage
from meritdesk.core.document_query import DocumentQuery
from meritdesk.core.documents import DocumentRecord, Form, PaperStanding, SignerRole
from meritdesk.core.signers import Capacity, Mandate

AT = datetime(2026, 1, 13, 2, 0, tzinfo=UTC)


def save(store, change):
    with store.writing(ACTOR, "test") as work:
        change(work)
        return work.commit()


def a_document(key, copy=1, version=None):
    evaluation = sample.closed_evaluation(2)
    return DocumentRecord(
        key, "D.1.1/3372/2025/000001", Form.D_1_1, "p-2", YEAR, evaluation.evaluation_id,
        evaluation.version if version is None else version, "ab" * 32, copy, AT, "a.pdf", "cd" * 32, 1, 1,
    )  # fmt: skip


@pytest.fixture
def printed(filled):
    save(filled, lambda work: work.documents.save([a_document("d1"), a_document("d2", 2)]))
    return filled


ENTRIES = (
    PaperEntry("d1", 1, date(2026, 1, 13), PaperStage.AT_RATER, "p-1", "Bambang", entered_at=AT, entered_by="operator"),
    PaperEntry(
        "d1", 2, None, signed=SignerRole.RATER, signer_id="p-1", signer="Bambang", capacity=Capacity.PLT,
        home=DayHome.SIGNED_ON, entered_at=AT, entered_by="operator", reason="dinas luar",
    ),
)  # fmt: skip


def test_entries_come_back_in_their_order_and_are_never_written_over(printed):
    number = a_document("d1").number
    changes = save(printed, lambda work: work.circulation.add(ENTRIES))
    assert changes.nouns == {"circulation"}
    with printed.reading() as work:
        assert work.circulation.entries([number]) == {"d1": ENTRIES}
        assert work.circulation.homes([number]) == {(number, a_document("d1").record_version): {DayHome.SIGNED_ON}}
    with pytest.raises(ValueError, match="written over"):
        save(printed, lambda work: work.circulation.add([replace(ENTRIES[0], stage=PaperStage.LOST)]))
    with printed.reading() as work:
        assert work.circulation.entries([number]) == {"d1": ENTRIES}


def test_a_day_that_has_a_home_is_not_written_down_a_second_time(printed):
    save(printed, lambda work: work.circulation.add([replace(ENTRIES[1], place=1, on=date(2026, 1, 14))]))
    with printed.reading() as work:
        assert work.circulation.entries([a_document("d1").number])["d1"][0].on is None


def test_papers_know_their_record_people_and_newest_copy(printed):
    evaluation = sample.closed_evaluation(2)
    with printed.reading() as work:
        papers = {paper.document_id: paper for paper in work.circulation.of_year(2025)}
        assert work.circulation.of_year(2024) == ()
        assert {one.document_id for one in work.circulation.of_ids(["d2", "x"])} == {"d2"}
        assert len(work.circulation.of_numbers([a_document("d1").number])) == 2
    assert {key: paper.is_newest for key, paper in papers.items()} == {"d1": False, "d2": True}
    paper = papers["d2"]
    assert (paper.person_id, paper.rater_id, paper.superior_id) == (
        "p-2", evaluation.rater_id, evaluation.superior_id,
    )  # fmt: skip
    assert (paper.current_version, paper.version) == (evaluation.version, evaluation.version)
    assert (paper.printed_on, paper.printed_as, paper.cancelled_on) == (
        AT.astimezone().date(), PaperStanding.CURRENT, None,
    )  # fmt: skip


def test_a_cancelled_paper_says_when_by_whom_and_why(printed):
    save(printed, lambda work: work.circulation.cancel(["d1", "d2"], date(2026, 1, 14), "operator", "salah cetak"))
    with printed.reading() as work:
        for paper in work.circulation.of_year(2025):
            assert (paper.cancelled_on, paper.cancelled_by, paper.cancel_reason) == (
                date(2026, 1, 14), "operator", "salah cetak",
            )  # fmt: skip
        assert {line.standing for line in work.documents.lines(DocumentQuery())} == {PaperStanding.CANCELLED}
        assert work.documents.numbers(Form.D_1_1, YEAR, ["p-2"]) == {}
        assert work.documents.of_record(Form.D_1_1, YEAR, a_document("d1").record_id) == ()


def test_mandates_come_back_newest_first_and_go(filled):
    first = Mandate("m1", "u-1", "p-2", Capacity.AN, "SEKRETARIS", date(2026, 1, 1), date(2026, 1, 31), letter="SK 1")
    second = Mandate("m2", "u-1", "p-2", Capacity.UB, "KASUBBAG", date(2026, 2, 1), through="SEKRETARIS")
    assert save(filled, lambda work: work.mandates.save([first, second])).nouns == {"signers"}
    with filled.reading() as work:
        assert work.mandates.all() == (second, first)
    save(filled, lambda work: work.mandates.remove(["m1"]))
    with filled.reading() as work:
        assert work.mandates.all() == (second,)
