"""Signing sheets with key files: who, where, in which order, and what is refused; outside programs agree."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from office_ca import PASSPHRASE
from small_office import NIPS, YEAR

from meritdesk.core.documents import Finding, Form, SignerRole
from meritdesk.core.duties import Party
from meritdesk.core.errors import Cancelled, FileRefusal, UsageRefusal
from meritdesk.core.evaluation import Rating
from meritdesk.core.objection import ObjectionDecision
from meritdesk.core.signatures import Coverage, SignatureState, TimeSource
from meritdesk.services.documents.sheets_to_sign import SigningWish
from meritdesk.services.print_job import Selection

NURSE, LEADER = "Joko Widagdo, S.Kes", "Endang Lestari, S.Kes"
RATER, RATEE = SignerRole.RATER, SignerRole.RATEE


@pytest.fixture
def sheet(closed, tmp_path) -> Path:
    printed = closed.desk.documents.print(Form.D_1_1, YEAR, Selection(nip=NIPS["nurse"]), tmp_path / "cetak")
    return tmp_path / printed.file.path


@pytest.fixture
def wish(ca, tmp_path):
    def make(name=LEADER, role=RATER, passphrase=PASSPHRASE, reason="", **more):
        return SigningWish(ca.person(name, **more), passphrase, role, tmp_path / "ttd", reason)

    return make


@pytest.fixture
def trusting(closed, ca):
    closed.desk.documents.authorities.add(ca.root_file)
    return closed


def test_two_signers_one_after_the_other_and_every_signature_stays_good(trusting, sheet, wish, run_tool):
    documents = trusting.desk.documents
    before = sheet.read_bytes()
    first = documents.electronic.sign([sheet], wish())
    second = documents.electronic.sign([first.signed[0].path], wish(NURSE, RATEE))
    file = second.signed[0].path
    assert (first.signed[0].left, second.signed[0].left) == (1, 0)
    assert sheet.read_bytes() == before and file.read_bytes().startswith(first.signed[0].path.read_bytes())
    verified = documents.verify(file)
    assert verified.finding is Finding.CURRENT and verified.is_good and verified.electronic.additions == ()
    assert [(one.holder, one.role, one.state) for one in verified.electronic.signatures] == [
        (LEADER, RATER, SignatureState.TRUSTED),
        (NURSE, RATEE, SignatureState.TRUSTED),
    ]
    assert [one.coverage for one in verified.electronic.signatures] == [Coverage.REVISION, Coverage.WHOLE_FILE]
    assert {one.time_source for one in verified.electronic.signatures} == {TimeSource.REGISTER}
    assert {one.signed_at for one in verified.electronic.signatures} == {trusting.moment[0]}
    assert run_tool("pdfsig", "-nocert", file).count("Signature is Valid") == 2
    assert "No syntax or stream encoding errors found" in run_tool("qpdf", "--check", file)


def test_three_signers_on_the_document_of_an_objection(trusting, wish, tmp_path, run_tool):
    """Rater, then ratee, then superior: the order of the form; each sees whose turn it is."""
    documents = trusting.desk.documents
    sheet = print_objection(trusting, tmp_path)
    path = sheet
    for name, role in [(LEADER, RATER), (NURSE, RATEE), ("Bambang Sutrisno, S.Kes", SignerRole.SUPERIOR)]:
        found = documents.electronic.find([path]).sheets[0]
        assert (found.signer, found.role, found.code) == (name, role, "")
        path = documents.electronic.sign([path], wish(name, role)).signed[0].path
    assert documents.electronic.find([path]).sheets[0].is_complete
    verified = documents.verify(path)
    assert verified.is_good and [one.role for one in verified.electronic.signatures] == [
        RATER,
        RATEE,
        SignerRole.SUPERIOR,
    ]
    assert run_tool("pdfsig", "-nocert", path).count("Signature is Valid") == 3
    assert "No syntax or stream encoding errors found" in run_tool("qpdf", "--check", path)


def print_objection(office, tmp_path) -> Path:
    """The nurse objected, the superior changed the result: the paper is a D.1.3 with three to sign it."""
    assessment, nip = office.desk.assessment, NIPS["nurse"]
    office.moment[0] = datetime(2026, 3, 3, 8, 0, tzinfo=UTC)
    days = dict.fromkeys(("signed_on", "handed_over_on", "received_on"), date(2026, 2, 5))
    assessment.process.enter(YEAR, [nip], days)
    number = assessment.objections.open(nip, YEAR, "Umpan balik", date(2026, 2, 20)).objection.register_number
    assessment.objections.state(number, Party.RATEE, "Saya mendampingi tiga unit lain.")
    assessment.objections.state(number, Party.RATER, "Umpan balik itu belum saya terima.")
    changed = {"result": Rating.ABOVE, "behaviour": Rating.ABOVE, "recommendation": "Jadikan narasumber."}
    assessment.objections.decide(number, ObjectionDecision.CHANGED, date(2026, 3, 2), "Umpan balik sah.", **changed)
    printed = office.desk.documents.print(Form.D_1_3, YEAR, Selection(nip=nip), tmp_path / "cetak")
    return tmp_path / printed.file.path


def test_a_paper_that_goes_round_knows_of_the_electronic_signature(trusting, sheet, wish):
    documents = trusting.desk.documents
    number = documents.lines()[0].number
    assert not documents.circulation.find(number).view.state.signatures
    documents.electronic.sign([sheet], wish())
    assert list(documents.circulation.find(number).view.state.signatures) == [RATER]


def test_the_unsigned_paper_stays_known_and_says_that_a_signed_one_exists(trusting, sheet, wish):
    documents = trusting.desk.documents
    signed = documents.electronic.sign([sheet], wish()).signed[0]
    assert documents.verify(sheet).finding is Finding.CURRENT
    assert documents.verify(sheet).signed_further == signed.path.name
    assert documents.verify(signed.path).signed_further == ""
    record = documents.electronic.lines()[0]
    assert (record.holder, record.role, record.signer_name) == (LEADER, RATER, LEADER)
    assert record.issuer == "Balai Sertifikasi Contoh" and record.subject == f"CN={LEADER}"
    with pytest.raises(UsageRefusal, match="DOC-656"):
        documents.electronic.sign([sheet], wish())


def test_a_file_of_many_sheets_is_signed_sheet_by_sheet_where_the_certificate_fits(trusting, wish, tmp_path):
    documents = trusting.desk.documents
    printed = documents.print(Form.D_1_1, YEAR, Selection(), tmp_path / "cetak")
    outcome = documents.electronic.sign([tmp_path / printed.file.path], wish())
    of_leader = [one for one in outcome.signed if one.signer == LEADER]
    assert len(of_leader) == len(outcome.signed) >= 2
    assert {one.code for one in outcome.refused} == {"DOC-654"}
    assert len(outcome.signed) + len(outcome.refused) == printed.sheets
    for one in outcome.signed:
        verified = documents.verify(one.path)
        assert verified.is_good and [found.number for found in verified.documents] == [one.number]
    found = documents.electronic.find([tmp_path / "ttd", tmp_path / "cetak"])
    assert len(found.sheets) == printed.sheets and found.others == ()
    assert sorted(len(one.signed) for one in found.sheets) == sorted([1] * len(of_leader) + [0] * len(outcome.refused))


def test_twenty_sheets_in_one_go(trusting, wish, tmp_path):
    documents, selection = trusting.desk.documents, Selection(nip=NIPS["nurse"])
    for _ in range(20):
        trusting.moment[0] += timedelta(seconds=1)
        documents.print(Form.D_1_1, YEAR, selection, tmp_path / "cetak")
    seen = []
    outcome = documents.electronic.sign([tmp_path / "cetak"], wish(), lambda done, total: seen.append((done, total)))
    assert len(outcome.signed) == 20 and seen[0] == (0, 20) and seen[-1] == (20, 20)
    assert documents.electronic.count() == 20 and len(list((tmp_path / "ttd").iterdir())) == 20


def test_cancelling_leaves_neither_file_nor_note(trusting, wish, tmp_path):
    documents, selection = trusting.desk.documents, Selection(nip=NIPS["nurse"])
    for _ in range(3):
        trusting.moment[0] += timedelta(seconds=1)
        documents.print(Form.D_1_1, YEAR, selection, tmp_path / "cetak")

    def cancel(done: int, total: int) -> None:
        if done == 2:
            raise Cancelled

    with pytest.raises(Cancelled):
        documents.electronic.sign([tmp_path / "cetak"], wish(), cancel)
    assert documents.electronic.count() == 0 and list((tmp_path / "ttd").iterdir()) == []


def test_out_of_turn_or_for_somebody_else_needs_a_reason_that_is_kept(trusting, sheet, wish):
    electronic = trusting.desk.documents.electronic
    with pytest.raises(UsageRefusal, match="DOC-653"):
        electronic.sign([sheet], wish(NURSE, RATEE))
    with pytest.raises(UsageRefusal, match="DOC-654"):
        electronic.sign([sheet], wish("Orang Lain"))
    signed = electronic.sign([sheet], wish("Orang Lain", reason="Plh. selama pejabat cuti")).signed[0]
    assert electronic.lines()[0].reason == "Plh. selama pejabat cuti"
    found = trusting.desk.documents.verify(signed.path).electronic.signatures[0]
    assert (found.holder, found.printed_name, found.is_named) == ("Orang Lain", LEADER, False)
    with pytest.raises(UsageRefusal, match="DOC-652"):
        electronic.sign([signed.path], wish())


def test_titles_and_capitals_do_not_matter_but_another_nip_does(trusting, sheet, wish):
    electronic = trusting.desk.documents.electronic
    with pytest.raises(UsageRefusal, match="DOC-654"):
        electronic.sign([sheet], wish("ENDANG LESTARI", nip=NIPS["nurse"]))
    assert electronic.sign([sheet], wish("Dr. ENDANG LESTARI", nip=NIPS["bidang"])).signed


@pytest.mark.parametrize(
    ("more", "code"),
    [
        ({"passphrase": "salah"}, "DOC-643"),
        ({"ends": datetime(2026, 1, 1, tzinfo=UTC)}, "DOC-645"),
        ({"starts": datetime(2026, 2, 1, tzinfo=UTC)}, "DOC-645"),
        ({"with_key": False}, "DOC-644"),
        ({"kind": "weak"}, "DOC-646"),
        ({"kind": "dsa"}, "DOC-646"),
        ({"use": (False, False)}, "DOC-647"),
        ({"is_authority": True}, "DOC-647"),
    ],
    ids=lambda value: value if isinstance(value, str) else next(iter(value)),
)
def test_a_key_file_that_cannot_sign_is_refused_with_its_reason(trusting, sheet, ca, tmp_path, more, code):
    passphrase = more.pop("passphrase", PASSPHRASE) if "passphrase" in more else PASSPHRASE
    wish = SigningWish(ca.person(LEADER, **more), passphrase, RATER, tmp_path / "ttd")
    with pytest.raises((UsageRefusal, FileRefusal), match=code):
        trusting.desk.documents.electronic.sign([sheet], wish)
    assert trusting.desk.documents.electronic.count() == 0 and not (tmp_path / "ttd").exists()


def test_what_is_no_key_file_is_refused(trusting, sheet, ca, tmp_path):
    electronic = trusting.desk.documents.electronic
    for path, code in [(tmp_path / "tidak-ada.p12", "DOC-641"), (ca.root_file, "DOC-642"), (sheet, "DOC-642")]:
        with pytest.raises(FileRefusal, match=code):
            electronic.certificate(path, PASSPHRASE)
    assert electronic.certificate(ca.person(LEADER), PASSPHRASE).holder == LEADER


def test_only_a_paper_that_still_stands_is_signed(trusting, sheet, wish, tmp_path):
    electronic = trusting.desk.documents.electronic
    changed = tmp_path / "lain.pdf"
    changed.write_bytes(sheet.read_bytes().replace(b"/Lang(id-ID)", b"/Lang(en-GB)"))
    with pytest.raises(FileRefusal, match="DOC-648"):
        electronic.sign([changed], wish())
    appended = tmp_path / "tambah.pdf"
    appended.write_bytes(sheet.read_bytes() + b"\n%more\n%%EOF\n")
    with pytest.raises((FileRefusal, UsageRefusal), match="DOC-648"):
        electronic.sign([appended], wish())
    with pytest.raises(UsageRefusal, match="DOC-651"):
        electronic.sign([sheet], wish(role=SignerRole.OTHER))
    (tmp_path / "kosong").mkdir()
    with pytest.raises(UsageRefusal, match="DOC-665"):
        electronic.sign([tmp_path / "kosong"], wish())


def test_without_the_optional_part_signing_is_refused_and_verifying_says_so(trusting, sheet, wish, monkeypatch):
    documents = trusting.desk.documents
    signed = documents.electronic.sign([sheet], wish()).signed[0].path
    monkeypatch.setattr("meritdesk.signing._OPTIONAL", "no_such_part_anywhere")
    with pytest.raises(UsageRefusal, match="DOC-640"):
        documents.electronic.sign([signed], wish(NURSE, RATEE))
    verified = documents.verify(signed)
    assert verified.finding is Finding.CURRENT and not verified.is_good
    assert [one.state for one in verified.electronic.signatures] == [SignatureState.UNCHECKED]
    signed.write_bytes(signed.read_bytes() + b"\n%more")
    assert documents.verify(signed).finding is Finding.ADDED


def test_a_document_is_found_by_its_number_in_a_folder(trusting, sheet, wish, tmp_path):
    electronic = trusting.desk.documents.electronic
    number = trusting.desk.documents.lines()[0].number
    assert electronic.find_number(number, tmp_path / "cetak") == (sheet,)
    with pytest.raises(UsageRefusal, match="DOC-655"):
        electronic.find_number("D.1.1/3372/2025/999999", tmp_path / "cetak")


def test_what_is_missing_is_said_after_signing(closed, sheet, wish, ca):
    codes = {code for code, _ in closed.desk.documents.electronic.sign([sheet], wish()).remarks}
    assert codes == {"DOC-667", "DOC-668"}


def test_signing_is_no_change_that_can_be_undone(trusting, sheet, wish):
    outcome = trusting.desk.documents.electronic.sign([sheet], wish())
    assert "signatures" in outcome.changes.nouns
    with pytest.raises(UsageRefusal):
        trusting.desk.upkeep.undo(outcome.changes.change_set_id)
