"""Nothing that was done to a signed paper is ever called good (faults F74, F73, F65)."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
import small_office
import tampering as t
from office_ca import PASSPHRASE, OfficeCA
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign import fields, signers
from small_office import NIPS, YEAR

from meritdesk.core.documents import Finding, Form, SignerRole
from meritdesk.core.errors import FileRefusal
from meritdesk.core.signatures import Addition, SignatureState
from meritdesk.services.documents.sheets_to_sign import SigningWish
from meritdesk.services.print_job import Selection
from meritdesk.signing import certificates, pades

NURSE, CLERK, LEADER = "Joko Widagdo, S.Kes", "Sari Puspita, S.Kes", "Endang Lestari, S.Kes"
A = Addition


class Desk:
    """An office with one paper signed by both, one signed by the rater only, and another person's paper."""

    def __init__(self, folder: Path, office: small_office.Office, ca: OfficeCA) -> None:
        self.folder, self.ca = folder, ca
        self.documents = office.desk.documents
        self.documents.authorities.add(ca.root_file)
        self.paper = self._printed("nurse")
        self.by_rater = self._signed(self.paper, LEADER, SignerRole.RATER)
        self.by_both = self._signed(self.by_rater, NURSE, SignerRole.RATEE)
        self.other_paper = self._printed("clerk")
        self.other = self._signed(self.other_paper, LEADER, SignerRole.RATER)

    def _printed(self, who: str) -> Path:
        printed = self.documents.print(Form.D_1_1, YEAR, Selection(nip=NIPS[who]), self.folder / "cetak")
        return self.folder / printed.file.path

    def _signed(self, path: Path, name: str, role: SignerRole) -> Path:
        wish = SigningWish(self.ca.person(name), PASSPHRASE, role, self.folder / "ttd")
        return self.documents.electronic.sign([path], wish).signed[0].path

    def verify(self, data: bytes):
        path = self.folder / "dibawa.pdf"
        path.write_bytes(data)
        return self.documents.verify(path)


@pytest.fixture(scope="module")
def desk(tmp_path_factory, ca):
    folder = tmp_path_factory.mktemp("tampered")
    with small_office.office(folder / "kota") as office:
        office.settle()
        office.plan_everybody()
        office.desk.assessment.close(YEAR)
        yield Desk(folder, office, ca)


BEHIND_BOTH = {
    "bytes behind the end": (t.bytes_behind_the_end, A.TRAILING),
    "a second end mark": (t.second_end_mark, None),
    "a page appended": (t.page_appended, A.PAGE_COUNT),
    "a page replaced": (t.page_replaced, A.CONTENT),
    "a content stream overridden": (t.content_stream_overridden, A.LOOKS_DIFFERENT),
    "words added to a page": (t.words_added_to_the_page, A.CONTENT),
    "a page turned": (t.page_turned, A.CONTENT),
    "a page cropped": (t.page_cropped, A.CONTENT),
    "a note laid over": (t.note_laid_over, A.ANNOTATION),
    "a link laid over": (t.link_laid_over, A.ACTIVE),
    "a field to fill in": (t.field_to_fill_in, A.FORM),
    "a script on opening": (t.script_on_opening, A.ACTIVE),
    "a hidden layer": (t.hidden_layer, A.ACTIVE),
    "an attachment": (t.attachment, A.ACTIVE),
    "another list of pages": (t.another_list_of_pages, A.CONTENT),
    "a font overridden": (t.font_overridden, A.CONTENT),
    "the picture of a signature replaced": (t.picture_of_the_signature_replaced, A.TRAILING),
    "the place of a signature moved": (t.place_of_the_signature_moved, A.OUTSIDE_PLACE),
    "a new file around ours": (t.new_file_around_ours, A.STRUCTURE),
    "a table that leads back": (t.table_that_leads_back, A.STRUCTURE),
    "a bomb": (t.bomb, A.TRAILING),
}


def never_good(outcome) -> bool:
    good = {SignatureState.TRUSTED, SignatureState.EXPIRED_SINCE, SignatureState.UNTRUSTED}
    return not outcome.is_good and not any(one.state in good for one in outcome.electronic.signatures)


def test_the_untouched_papers_are_good(desk):
    for path, count in [(desk.paper, 0), (desk.by_rater, 1), (desk.by_both, 2), (desk.other, 1)]:
        outcome = desk.documents.verify(path)
        assert outcome.is_good and outcome.finding is Finding.CURRENT, path
        assert len(outcome.electronic.signatures) == count and outcome.electronic.additions == ()


@pytest.mark.parametrize("name", BEHIND_BOTH)
def test_what_is_added_behind_the_signatures_is_found(desk, name):
    tamper, kind = BEHIND_BOTH[name]
    outcome = desk.verify(tamper(desk.by_both.read_bytes()))
    assert outcome.finding is Finding.ADDED
    assert never_good(outcome)
    assert kind is None or kind in outcome.electronic.additions


@pytest.mark.parametrize(
    "tamper",
    [
        t.page_appended,
        t.page_replaced,
        t.note_laid_over,
        t.field_to_fill_in,
        t.script_on_opening,
        t.bytes_behind_the_end,
    ],
)
def test_what_is_added_to_the_unsigned_paper_is_found(desk, tamper):
    outcome = desk.verify(tamper(desk.paper.read_bytes()))
    assert outcome.finding is Finding.ADDED and not outcome.is_good


@pytest.mark.parametrize("tamper", [t.changed_byte, t.changed_word_in_the_head])
def test_a_change_in_what_was_printed_is_no_paper_of_ours_any_more(desk, tamper):
    outcome = desk.verify(tamper(desk.by_both.read_bytes()))
    assert outcome.finding is Finding.CHANGED and never_good(outcome)


@pytest.mark.parametrize(
    "tamper", [t.signature_emptied, t.signature_value_changed, t.range_widened, t.cut_off_in_the_signature]
)
def test_a_damaged_signature_is_broken(desk, tamper):
    outcome = desk.verify(tamper(desk.by_both.read_bytes()))
    assert outcome.finding is Finding.ADDED and never_good(outcome)


def test_the_signature_of_another_document_pasted_in_is_broken(desk):
    pasted = t.signature_of_another_document(desk.by_rater.read_bytes(), desk.other.read_bytes())
    outcome = desk.verify(pasted)
    assert outcome.finding is Finding.ADDED and never_good(outcome)
    assert outcome.electronic.signatures[0].state is SignatureState.BROKEN


def test_the_signed_revision_of_another_document_does_not_fit(desk):
    ours, other = desk.paper.read_bytes(), desk.other_paper.read_bytes()
    mixed = t.revision_of_another_document(ours, desk.other.read_bytes(), len(ours), len(other))
    outcome = desk.verify(mixed)
    assert outcome.finding is Finding.ADDED and never_good(outcome)


def sign_anyhow(data: bytes, key, box, page: int = 0, name: str = "Lain") -> bytes:
    """A whole signature made with another program, wherever its user wanted it."""
    writer = IncrementalPdfFileWriter(io.BytesIO(data))
    fields.append_signature_field(writer, fields.SigFieldSpec(name, on_page=page, box=box))
    settings = signers.PdfSignatureMetadata(field_name=name, subfilter=fields.SigSeedSubFilter.PADES)
    pades._settle_zone()
    return signers.PdfSigner(settings, pades._HeldKeySigner(key)).sign_pdf(writer).getvalue()


@pytest.fixture(scope="module")
def trusted_key(ca):
    return certificates.open_key(ca.person("Penyusup"), PASSPHRASE)


def test_a_trusted_signature_over_printed_text_does_not_make_it_good(desk, trusted_key):
    """A later signer lays his picture over the verdict: the signature is whole, the paper is not what was printed."""
    outcome = desk.verify(sign_anyhow(desk.by_rater.read_bytes(), trusted_key, (60, 400, 540, 800)))
    assert outcome.finding is Finding.ADDED and never_good(outcome)
    assert {A.OUTSIDE_PLACE, A.COVERS_TEXT} <= set(outcome.electronic.additions)


@pytest.mark.parametrize("tamper", [t.page_appended, t.page_replaced, t.note_laid_over, t.words_added_to_the_page])
def test_signing_after_a_change_does_not_heal_it(desk, trusted_key, tamper):
    """The shadow attack: the paper is changed first, then somebody whom we trust signs it."""
    outcome = desk.verify(sign_anyhow(tamper(desk.paper.read_bytes()), trusted_key, None))
    assert outcome.finding is Finding.ADDED and never_good(outcome)


def test_a_change_between_two_signatures_is_found(desk, trusted_key):
    changed = t.page_replaced(desk.by_rater.read_bytes())
    outcome = desk.verify(sign_anyhow(changed, trusted_key, None))
    assert outcome.finding is Finding.ADDED and never_good(outcome)


def test_a_change_that_is_taken_back_later_is_found(desk, trusted_key):
    """The signer saw another page than we do: it was replaced, signed, and put back."""
    original = desk.paper.read_bytes()
    writer = IncrementalPdfFileWriter(io.BytesIO(original))
    before = writer.find_page_for_modification(0)[0].get_object()["/Contents"]
    signed = sign_anyhow(t.page_replaced(original), trusted_key, None)
    writer = IncrementalPdfFileWriter(io.BytesIO(signed))
    reference = writer.find_page_for_modification(0)[0]
    reference.get_object()["/Contents"] = before
    writer.mark_update(reference)
    out = io.BytesIO()
    writer.write(out)
    outcome = desk.verify(out.getvalue())
    assert outcome.finding is Finding.ADDED and never_good(outcome)


def test_an_invisible_signature_of_another_program_is_whole_and_named(desk, trusted_key):
    """The national signing tool may sign without a picture: nothing is added but the signature."""
    outcome = desk.verify(sign_anyhow(desk.paper.read_bytes(), trusted_key, None))
    assert outcome.finding is Finding.CURRENT and outcome.electronic.additions == ()
    assert [(one.holder, one.role) for one in outcome.electronic.signatures] == [("Penyusup", None)]


def test_an_impostor_of_the_authority_is_not_trusted(desk, tmp_path):
    false = OfficeCA(tmp_path, desk.ca.name)
    key = certificates.open_key(false.person(LEADER), PASSPHRASE)
    outcome = desk.verify(sign_anyhow(desk.paper.read_bytes(), key, None))
    assert outcome.finding is Finding.CURRENT and not outcome.is_good
    assert outcome.electronic.signatures[0].state is SignatureState.UNTRUSTED


def test_rewritten_or_locked_copies_are_not_ours(desk, tmp_path, run_tool):
    rewritten, locked = tmp_path / "tulis-ulang.pdf", tmp_path / "kunci.pdf"
    run_tool("qpdf", "--linearize", desk.by_both, rewritten)
    outcome = desk.documents.verify(rewritten)
    assert outcome.finding is Finding.CHANGED and never_good(outcome)
    run_tool("qpdf", "--encrypt", "abc", "def", "256", "--", desk.by_both, locked)
    with pytest.raises(FileRefusal, match="DOC-664"):
        desk.documents.verify(locked)


def test_what_is_no_pdf_is_refused_with_a_code(desk, tmp_path):
    for name, content in [("kosong", b""), ("teks", b"bukan pdf"), ("separuh", b"%PDF-1.7\n1 0 obj\n<<" * 5000)]:
        path = tmp_path / name
        path.write_bytes(content)
        with pytest.raises(FileRefusal, match="DOC-41"):
            desk.documents.verify(path)
    with pytest.raises(FileRefusal, match="DOC-410"):
        desk.documents.verify(tmp_path / "tidak-ada.pdf")


def test_any_flipped_byte_of_a_signed_file_is_noticed(desk):
    """Thirty places all over the file, structure and streams and signatures alike: never good, never a crash."""
    data = desk.by_both.read_bytes()
    for number in range(30):
        place = len(data) * number // 30 + 7
        try:
            outcome = desk.verify(data[:place] + bytes([data[place] ^ 0x15]) + data[place + 1 :])
        except FileRefusal as refusal:
            assert refusal.code == "DOC-411"
            continue
        assert never_good(outcome) or place_is_padding(data, place), place


def place_is_padding(data: bytes, place: int) -> bool:
    """Between the end of a signature's value and its bracket stand noughts that nobody signs."""
    return any(start <= place < end and data[place : place + 1] == b"0" for start, end in t._signature_values(data))


def test_pdfsig_agrees_about_broken_signatures(desk, tmp_path, run_tool):
    path = tmp_path / "rusak.pdf"
    path.write_bytes(t.signature_of_another_document(desk.by_rater.read_bytes(), desk.other.read_bytes()))
    assert "Signature is Valid" not in run_tool("pdfsig", "-nocert", path)
