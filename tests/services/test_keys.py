"""Keys without a network: from the ceremony to the first file, and what a lost key may no longer do."""

from __future__ import annotations

import shutil

import key_office
import pypdfium2
import pytest
import small_office
import zxingcpp
from small_office import YEAR

from meritdesk.bootstrap import make_practice_copy, open_desk
from meritdesk.core.errors import FileRefusal, UsageRefusal
from meritdesk.core.handover import ReceiptCode
from meritdesk.core.store import Practice
from meritdesk.core.trust import DeviceRole, KeyActKind, KeyStatus, RequestState
from meritdesk.core.trust_files import Taken
from meritdesk.exchange import root_keys
from meritdesk.services.handover.key_ceremony import PresentKey, Seat
from meritdesk.store.database import mint_epoch


@pytest.fixture(autouse=True)
def cheap_guesses(monkeypatch):
    monkeypatch.setattr(root_keys, "COST", root_keys.GuessCost(64, 1, 1))


@pytest.fixture
def region(tmp_path):
    with small_office.office(tmp_path / "wilayah", "REG33", "Kantor Regional", is_region=True) as opened:
        yield opened


@pytest.fixture
def rooted(region, tmp_path):
    """The region after its ceremony, with the outcome."""
    return region, key_office.hold_ceremony(region, tmp_path)


@pytest.fixture
def believed(closed, rooted, tmp_path):
    """An agency that the list vouches for, and that believes the list."""
    region, ceremony = rooted
    key_office.admit(closed, region, tmp_path / "stick")
    key_office.carry_list(region, closed, tmp_path / "stick", ceremony.fingerprint)
    return closed, region, tmp_path / "stick"


@pytest.fixture
def listed(office, rooted, tmp_path):
    """The same without anything to send, which is quicker to make."""
    region, ceremony = rooted
    key_office.admit(office, region, tmp_path / "stick")
    key_office.carry_list(region, office, tmp_path / "stick", ceremony.fingerprint)
    return office, region, tmp_path / "stick"


def refused(code, deed, *given, **named):
    with pytest.raises((UsageRefusal, FileRefusal)) as caught:
        deed(*given, **named)
    assert caught.value.code == code
    return caught.value


def statuses(opened):
    return {
        (line.device.sender, line.device.status.value, line.device.last_sequence)
        for line in opened.desk.handover.keys.devices()
    }


def test_a_file_goes_up_and_its_receipt_comes_back_under_the_list(believed):
    agency, region, stick = believed
    own = agency.desk.handover.keys.show()
    assert (own.status, own.role) == (KeyStatus.ACTIVE, DeviceRole.PRIMARY)
    packed = agency.desk.handover.pack(YEAR, stick)
    assert packed.header.key_directory == own.list_place.version == 2
    received = region.desk.handover.receive(packed.path)
    assert received.code is ReceiptCode.ACCEPTED
    assert agency.desk.handover.receive(received.reply).receipt.number == received.receipt.number


def test_the_ceremony_gives_three_files_that_only_their_holders_open(rooted, tmp_path):
    region, outcome = rooted
    ceremony = region.desk.handover.keys.ceremony
    assert [ceremony.look_at(path).holder for path in outcome.files] == list(key_office.HOLDERS)
    assert region.desk.handover.keys.acts()[0].kind is KeyActKind.CEREMONY
    with pytest.raises(UsageRefusal) as wrong:
        root_keys.unwrap_root_key(outcome.files[0].read_bytes(), "kata sandi yang salah")
    assert wrong.value.code == "KEY-555"
    refused("KEY-550", ceremony.prepare, key_office.seats(tmp_path))


def test_a_ceremony_without_enough_people_or_with_another_fingerprint_makes_nothing(region, tmp_path):
    ceremony = region.desk.handover.keys.ceremony
    three = key_office.seats(tmp_path)
    refused("KEY-552", ceremony.prepare, three[:2])
    refused("KEY-552", ceremony.prepare, [*three[:2], Seat(" kepala  kantor ", "kata sandi ketiga", tmp_path / "x")])
    refused("KEY-559", ceremony.prepare, [*three[:2], Seat("Lain", "kata sandi ketiga", three[0].folder)])
    refused("KEY-553", ceremony.prepare, [*three[:2], Seat("Lain", "pendek", tmp_path / "x")])
    draft = ceremony.prepare(three)
    heard = (*draft.fingerprint[:5], "00000")
    refused("KEY-558", ceremony.finish, draft, heard, key_office.WITNESSES)
    refused("KEY-570", ceremony.finish, draft, draft.fingerprint, ("Ani Saksi", "Ani Saksi"))
    assert not list(tmp_path.glob("stik-*"))
    refused("KEY-551", region.desk.handover.keys.export_list, tmp_path)
    refused("KEY-565", region.desk.handover.keys.take_list, b"x")
    assert region.desk.handover.keys.show().list_place is None


def test_cards_of_first_contact_are_taken_over_by_the_ceremony_and_read_aloud(office, region, tmp_path):
    office.desk.handover.card(tmp_path / "kota.json")
    region.desk.handover.trust(tmp_path / "kota.json")
    before = region.desk.handover.keys.devices()
    assert [line.is_bare for line in before] == [True]
    key_office.hold_ceremony(region, tmp_path)
    sender = before[0].device.sender
    assert statuses(region) == {("REG33/PC01", "active", 0), (sender, "active", 0)}
    read_aloud = dict(region.desk.handover.keys.acts()[0].fingerprints)
    assert read_aloud[sender] == " ".join(before[0].fingerprint)
    refused("KEY-541", region.desk.handover.trust, tmp_path / "kota.json")


def test_wrong_groups_refuse_and_the_third_time_locks_with_an_incident(office, rooted, tmp_path):
    region, _ = rooted
    keys = region.desk.handover.keys
    written = office.desk.handover.keys.enrol(tmp_path)
    request = keys.admission.take(written.file)
    for left in (2, 1):
        refusal = refused("KEY-545", keys.admission.answer, request.request_id, ["00000", "11111"])
        assert refusal.facts["left"] == left
        asked = keys.admission.requests()[0].places
        assert (refusal.facts["first"], refusal.facts["second"]) == asked
    refused("KEY-546", keys.admission.answer, request.request_id, ["00000", "11111"])
    assert keys.admission.requests()[0].state is RequestState.LOCKED
    assert [incident.code for incident in keys.incidents()] == ["KEY-546"]
    refused("KEY-547", keys.admission.answer, request.request_id, key_office.read_from_paper(request))
    assert statuses(region) == {("REG33/PC01", "active", 0)}
    again = keys.admission.take(written.file)
    assert keys.admission.answer(again.request_id, key_office.read_from_paper(again)).device.sender == "3372/PC01"
    assert len(keys.incidents()) == 1


def test_the_square_code_scanned_from_the_paper_is_as_good_as_two_groups(office, rooted, tmp_path):
    region, _ = rooted
    admission = region.desk.handover.keys.admission
    request = admission.take(office.desk.handover.keys.enrol(tmp_path).file)
    other = region.desk.handover.keys.show().code
    refused("KEY-545", admission.answer, request.request_id, [], scanned=other)
    code = office.desk.handover.keys.show().code
    assert admission.answer(request.request_id, [], scanned=code).device.sender == "3372/PC01"


def test_a_request_can_be_turned_away_and_is_then_closed(office, rooted, tmp_path):
    region, _ = rooted
    admission = region.desk.handover.keys.admission
    request = admission.take(office.desk.handover.keys.enrol(tmp_path).file)
    refused("KEY-561", admission.turn_away, request.request_id, "  ")
    act = admission.turn_away(request.request_id, "Formulir belum dicap")
    assert act.kind is KeyActKind.TURNED_AWAY
    refused("KEY-547", admission.turn_away, request.request_id, "lagi")
    assert admission.requests()[0].state is RequestState.REFUSED


def test_an_agency_has_one_primary_and_a_secondary_may_not_send_up(closed, rooted, tmp_path):
    region, ceremony = rooted
    stick = tmp_path / "stick"
    key_office.admit(closed, region, stick, DeviceRole.SECONDARY)
    # It does not know yet that it is only the second PC, and packs as the only one would.
    region.desk.handover.card(tmp_path / "wilayah.json")
    closed.desk.handover.trust(tmp_path / "wilayah.json")
    packed = closed.desk.handover.pack(YEAR, stick)
    refused("PKG-517", region.desk.handover.receive, packed.path)
    key_office.carry_list(region, closed, stick, ceremony.fingerprint)
    refused("PKG-610", closed.desk.handover.pack, YEAR, stick)
    assert [incident.code for incident in region.desk.handover.keys.incidents()] == ["PKG-517"]
    with small_office.office(tmp_path / "kedua", "3372", "Kota Contoh", device="PC09") as second:
        key_office.admit(second, region, stick)
        with small_office.office(tmp_path / "ketiga", "3372", "Kota Contoh", device="PC10") as third:
            written = third.desk.handover.keys.enrol(stick)
            request = region.desk.handover.keys.admission.take(written.file)
            answer = region.desk.handover.keys.admission.answer
            refused("KEY-548", answer, request.request_id, key_office.read_from_paper(request))
            admitted = answer(request.request_id, key_office.read_from_paper(request), DeviceRole.SECONDARY)
    assert admitted.device.role is DeviceRole.SECONDARY


def test_an_unknown_key_is_refused_and_the_enrolment_file_says_where_it_belongs(believed, tmp_path):
    agency, region, stick = believed
    with small_office.office(tmp_path / "asing", "3399", "Kota Asing") as stranger:
        written = stranger.desk.handover.keys.enrol(stick)
        refused("KEY-540", region.desk.handover.receive, written.file)
        refused("KEY-540", region.desk.handover.inspect, written.file)
        refused("USE-110", stranger.desk.handover.keys.admission.take, written.file)
    packed = agency.desk.handover.pack(YEAR, stick)
    region.desk.handover.keys.standings.block(agency.desk.handover.keys.show().fingerprint, "Telepon dari kepala")
    refused("KEY-520", region.desk.handover.receive, packed.path)


def test_after_retirement_nothing_newer_comes_in_and_what_was_accepted_stays(believed):
    agency, region, stick = believed
    keys = region.desk.handover.keys
    first = agency.desk.handover.pack(YEAR, stick)
    accepted = region.desk.handover.receive(first.path)
    rows = [small_office.staff_row("P8", "199001012015011008", "Orang Baru", "4", "PENGELOLA", "U2")]
    agency.desk.register.import_staff(agency.staff_file(rows))
    second = agency.desk.handover.pack(YEAR, stick)
    refused("KEY-560", keys.standings.retire, "3372/PC77", 1, "PC diganti")
    refused("KEY-569", keys.standings.retire, "3372/PC01", -1, "PC diganti")
    refused("KEY-563", keys.standings.retire, "REG33/PC01", 1, "PC diganti")
    keys.standings.retire("3372/PC01", 1, "PC diganti")
    assert ("3372/PC01", "retired", 1) in statuses(region)
    refusal = refused("KEY-521", region.desk.handover.receive, second.path)
    assert refusal.facts["last"] == 1
    refused("KEY-521", region.desk.handover.look_into, second.path)
    assert [incident.code for incident in keys.incidents()] == ["KEY-521"], "the same file is the same incident"
    again = region.desk.handover.receive(first.path)
    assert (again.code, again.receipt) == (ReceiptCode.DUPLICATE, accepted.receipt)


def test_a_retired_key_may_still_be_late_up_to_its_last_number(believed):
    agency, region, stick = believed
    packed = agency.desk.handover.pack(YEAR, stick)
    region.desk.handover.keys.standings.retire("3372/PC01", 1, "PC diganti")
    assert region.desk.handover.receive(packed.path).code is ReceiptCode.ACCEPTED


def test_a_revoked_key_brings_nothing_new_and_its_packages_are_listed_for_confirmation(believed, tmp_path):
    agency, region, stick = believed
    first = agency.desk.handover.pack(YEAR, stick)
    region.desk.handover.receive(first.path)
    rows = [small_office.staff_row("P8", "199001012015011008", "Orang Baru", "4", "PENGELOLA", "U2")]
    agency.desk.register.import_staff(agency.staff_file(rows))
    second = agency.desk.handover.pack(YEAR, stick)
    standings = region.desk.handover.keys.standings
    assert [entry.sequence for entry in standings.doubtful("3372/PC01", 1)] == [1]
    outcome = standings.revoke("3372/PC01", 1, "Laptop dicuri")
    assert [entry.sequence for entry in outcome.doubtful] == [1]
    assert outcome.act.packages[0][:2] == ("1", "2025")
    refused("KEY-520", region.desk.handover.receive, second.path)
    assert region.desk.handover.receive(first.path).code is ReceiptCode.DUPLICATE
    refused("KEY-560", standings.revoke, "3372/PC01", 1, "lagi")
    printed = region.desk.handover.keys.papers.print(outcome.act.number, tmp_path / "kertas")
    assert printed.numbers[0].startswith("CPK/REG33/")


def test_a_pc_changes_its_keys_and_the_region_takes_the_new_ones_with_the_paper(believed):
    agency, region, stick = believed
    first = agency.desk.handover.pack(YEAR, stick)
    received = region.desk.handover.receive(first.path)
    keys = agency.desk.handover.keys
    old = keys.show()
    refused("KEY-561", keys.rotate, stick, " ")
    assert keys.show().fingerprint == old.fingerprint
    changed = keys.rotate(stick, "Ganti berkala")
    assert keys.show().fingerprint == changed.fingerprint != old.fingerprint
    # What was written to the former keys still opens, and the form can be printed again with the same voice.
    assert agency.desk.handover.receive(received.reply).receipt.number == received.receipt.number
    assert keys.enrol(stick).file.read_bytes() == changed.file.read_bytes()
    rows = [small_office.staff_row("P8", "199001012015011008", "Orang Baru", "4", "PENGELOLA", "U2")]
    agency.desk.register.import_staff(agency.staff_file(rows))
    second = agency.desk.handover.pack(YEAR, stick)
    refused("PKG-511", region.desk.handover.receive, second.path)
    request = region.desk.handover.keys.admission.take(changed.file)
    assert request.enrolment.last_sequence == 1 and request.enrolment.replaces == old.card.minisign_key
    region.desk.handover.keys.admission.answer(request.request_id, key_office.read_from_paper(request))
    assert statuses(region) == {
        ("REG33/PC01", "active", 0),
        ("3372/PC01", "active", 0),
        ("3372/PC01", "retired", 1),
    }
    assert region.desk.handover.receive(second.path).code is ReceiptCode.ACCEPTED
    key_office.carry_list(region, agency, stick)
    assert keys.show().status is KeyStatus.ACTIVE


def test_changed_keys_survive_closing_and_opening_the_store(tmp_path):
    with small_office.office(tmp_path / "kota") as opened:
        before = opened.desk.handover.keys.show()
        changed = opened.desk.handover.keys.rotate(tmp_path, "Ganti berkala")
    with small_office.office(tmp_path / "kota") as opened:
        assert opened.desk.handover.keys.show().fingerprint == changed.fingerprint != before.fingerprint


def test_the_regions_next_key_is_announced_and_taken_up_and_late_files_still_open(believed):
    agency, region, stick = believed
    standings = region.desk.handover.keys.standings
    refused("KEY-567", standings.take_up)
    late = agency.desk.handover.pack(YEAR, stick)
    standings.announce()
    refused("KEY-566", standings.announce)
    key_office.carry_list(region, agency, stick)
    rows = [small_office.staff_row("P8", "199001012015011008", "Orang Baru", "4", "PENGELOLA", "U2")]
    agency.desk.register.import_staff(agency.staff_file(rows))
    ahead = agency.desk.handover.pack(YEAR, stick)
    assert ahead.path.read_bytes().count(b"-> X25519") == 3
    before = region.desk.handover.keys.show().fingerprint
    act = standings.take_up().act
    after = region.desk.handover.keys.show().fingerprint
    assert after != before
    assert [groups for _, groups in act.fingerprints] == [" ".join(before), " ".join(after)], "the paper shows both"
    assert region.desk.handover.receive(late.path).code is ReceiptCode.ACCEPTED
    answer = region.desk.handover.receive(ahead.path)
    assert answer.code is ReceiptCode.ACCEPTED
    # The agency still holds the list that only announced the key, and believes what it signs.
    assert agency.desk.handover.receive(answer.reply).receipt.number == answer.receipt.number
    key_office.carry_list(region, agency, stick)
    assert ("REG33/PC01", "retired", 0) in {
        (sender, status, 0) for sender, status, _ in statuses(agency) if status == "retired"
    }


def test_a_root_key_is_replaced_by_two_holders_who_are_present(rooted, office, tmp_path):
    region, outcome = rooted
    keys = region.desk.handover.keys
    key_office.carry_list(region, office, tmp_path, outcome.fingerprint)
    one, two = (
        PresentKey(path, f"kata sandi {name}")
        for path, name in zip(outcome.files[:2], key_office.HOLDERS[:2], strict=True)
    )
    new = [Seat("Sekretaris", "kata sandi Sekretaris", tmp_path / "stik-baru")]
    refused("KEY-556", keys.ceremony.prepare_change, [one, one], new, [3], reason="Amplop hilang")
    refused("KEY-555", keys.ceremony.prepare_change, [one, PresentKey(two.path, "bukan ini")], new, [3], reason="x")
    refused("KEY-552", keys.ceremony.prepare_change, [one, two], new, [], True, "x")
    refused("KEY-568", keys.ceremony.prepare_change, [one, two], reason="x")
    draft = keys.ceremony.prepare_change([one, two], new, [3], True, "Amplop hilang")
    changed = keys.ceremony.finish(draft, draft.fingerprint, key_office.WITNESSES)
    place = keys.show().list_place
    assert (place.root_version, place.era, place.version) == (2, 2, 1)
    assert key_office.carry_list(region, office, tmp_path).taken is Taken.NEWER
    assert office.desk.handover.keys.show().root_fingerprint == changed.fingerprint
    lost = PresentKey(outcome.files[2], f"kata sandi {key_office.HOLDERS[2]}")
    refused("KEY-557", keys.ceremony.prepare_change, [one, lost], reason="x", new_list_key=True)


def test_the_first_list_needs_the_groups_of_the_circular_and_an_older_one_changes_nothing(rooted, office, tmp_path):
    region, outcome = rooted
    keys = office.desk.handover.keys
    first = region.desk.handover.keys.export_list(tmp_path)
    assert keys.look_at_list(first).needs_groups
    refused("KEY-538", keys.import_list, first)
    refused("KEY-537", keys.import_list, first, ["00000"] * 6)
    assert region.desk.handover.keys.import_list(first).taken is Taken.SAME
    taken = keys.import_list(first, outcome.fingerprint)
    assert (taken.taken, taken.act.kind) == (Taken.NEWER, KeyActKind.LIST_TRUSTED)
    key_office.admit(office, region, tmp_path)
    newer = region.desk.handover.keys.current_list_bytes()
    assert keys.take_list(newer).taken is Taken.NEWER
    assert keys.take_list(newer).taken is Taken.SAME
    older = keys.import_list(first)
    assert (older.taken, older.place.version) == (Taken.OLDER, 2)


def test_a_restored_region_counts_its_lists_on_with_a_leap(listed, tmp_path):
    _agency, region, _stick = listed
    before = region.desk.handover.keys.show().list_place.version
    engine = region.desk.handover.around.store._engine
    with engine.connect() as plain, plain.execution_options(immediate=True).begin():
        mint_epoch(plain)
    region.desk.handover.keys.standings.retire("3372/PC01", 0, "Uji pulih")
    assert region.desk.handover.keys.show().list_place.version == before + 1000


def test_practice_lists_and_requests_stay_in_practice(rooted, tmp_path):
    region, _ = rooted
    with small_office.office(tmp_path / "latihan", "3388", "Kota (contoh)", practice=Practice.SAMPLE) as practice:
        written = practice.desk.handover.keys.enrol(tmp_path)
        refused("STO-695", region.desk.handover.keys.admission.take, written.file)
        list_file = region.desk.handover.keys.export_list(tmp_path)
        groups = region.desk.handover.keys.show().root_fingerprint
        refused("STO-696", practice.desk.handover.keys.import_list, list_file, groups)


def test_what_was_done_with_keys_is_never_undone(listed):
    agency, region, _ = listed
    newest = agency.desk.upkeep.journal(0, 5)[0]
    assert newest.verb == "handover.keys.take_list"
    refused("STO-632", agency.desk.upkeep.undo, newest.change_set_id)
    refused("USE-110", region.desk.upkeep.undo, region.desk.upkeep.journal(0, 5)[0].change_set_id)


def test_blocking_needs_a_fingerprint_that_is_known_here(listed):
    agency, _, _ = listed
    keys = agency.desk.handover.keys
    refused("KEY-562", keys.standings.block, ["00000"] * 6, "Telepon")
    refused("KEY-562", keys.standings.block, keys.show().fingerprint, "Kunci sendiri")
    region = next(line for line in keys.devices() if line.device.role is DeviceRole.REGION)
    keys.standings.block(region.fingerprint, "Surat edaran pencabutan")
    assert [blocked.reason for blocked in keys.blocks()] == ["Surat edaran pencabutan"]
    refused("PKG-590", agency.desk.handover.pack, YEAR, agency.folder)


def test_the_form_and_every_record_go_to_paper(listed, tmp_path):
    agency, region, _ = listed
    for opened in (agency, region):
        papers = opened.desk.handover.keys.papers
        for act in opened.desk.handover.keys.acts():
            assert papers.preview(act.number).startswith(b"%PDF")
        refused("KEY-572", papers.record, 999)


def test_the_square_code_of_the_printed_form_carries_both_keys(office, tmp_path):
    written = office.desk.handover.keys.enrol(tmp_path)
    page = pypdfium2.PdfDocument(written.form)[0]
    words = page.get_textpage().get_text_range()
    assert all(group in words for group in written.fingerprint)
    codes = {code.text for code in zxingcpp.read_barcodes(page.render(scale=3).to_pil())}
    assert office.desk.handover.keys.show().code in codes


def test_a_practice_copy_of_a_region_begins_without_list_and_without_the_key_that_signs_lists(rooted, tmp_path):
    region, _ = rooted
    backup = region.desk.upkeep.backup(tmp_path / "cadangan")
    copy = tmp_path / "latihan" / "store"
    make_practice_copy(backup, copy, small_office.PASSPHRASE)
    with open_desk(copy, small_office.PASSPHRASE) as desk:
        own = desk.handover.keys.show()
        assert (own.list_place, own.signs_lists, desk.handover.keys.acts()) == (None, False, ())
        refused("KEY-551", desk.handover.keys.standings.announce)


def test_a_retired_key_can_still_be_revoked_by_its_digits(believed):
    agency, region, stick = believed
    standings = region.desk.handover.keys.standings
    packed = agency.desk.handover.pack(YEAR, stick)
    digits = " ".join(agency.desk.handover.keys.show().fingerprint)
    standings.retire("3372/PC01", 1, "PC diganti")
    refused("KEY-560", standings.retire, digits, 1, "lagi")
    standings.revoke(digits, 1, "PC lama dicuri")
    assert ("3372/PC01", "revoked", 0) in statuses(region)
    refused("KEY-520", region.desk.handover.receive, packed.path)


def test_a_pc_that_changed_its_keys_twice_is_still_spoken_for_by_the_key_the_region_knows(listed):
    agency, region, stick = listed
    keys = agency.desk.handover.keys
    known = keys.show().card.minisign_key
    keys.rotate(stick, "Pertama")
    changed = keys.rotate(stick, "Kedua")
    request = region.desk.handover.keys.admission.take(changed.file)
    assert request.enrolment.replaces == known
    admitted = region.desk.handover.keys.admission.answer(request.request_id, key_office.read_from_paper(request))
    assert admitted.device.minisign_key == keys.show().card.minisign_key


def test_a_region_restored_to_before_a_change_of_the_root_takes_its_own_list_back(tmp_path):
    place = tmp_path / "wilayah"
    with small_office.office(place, "REG33", "Kantor Regional", is_region=True) as region:
        outcome = key_office.hold_ceremony(region, tmp_path)
    shutil.copytree(place, tmp_path / "lama")
    present = [
        PresentKey(path, f"kata sandi {name}")
        for path, name in zip(outcome.files[:2], key_office.HOLDERS[:2], strict=True)
    ]
    with small_office.office(place, "REG33") as region:
        ceremony = region.desk.handover.keys.ceremony
        draft = ceremony.prepare_change(present, new_list_key=True, reason="PC dicuri")
        ceremony.finish(draft, draft.fingerprint, key_office.WITNESSES)
        newest = region.desk.handover.keys.export_list(tmp_path)
    with small_office.office(tmp_path / "lama", "REG33") as restored:
        keys = restored.desk.handover.keys
        assert keys.import_list(newest).taken is Taken.NEWER
        refused("KEY-557", keys.standings.announce)
        draft = keys.ceremony.prepare_change(present, new_list_key=True, reason="Kunci daftar hilang")
        keys.ceremony.finish(draft, draft.fingerprint, key_office.WITNESSES)
        assert keys.show().list_place.root_version == 3
