"""Two desks at one server: who saves later is told, a colleague's work becomes known, a role stops at the desk."""

from __future__ import annotations

from dataclasses import replace

import pytest
import small_office
from small_office import NIPS

from meritdesk.bootstrap import join_server, open_desk
from meritdesk.core.access import Role
from meritdesk.core.accounts import Deed, FourEyes, Protection
from meritdesk.core.errors import UsageRefusal
from meritdesk.core.store import AgencyInfo

INFO = AgencyInfo("3372", "Pemerintah Kota Uji", False, "PC02", "Surakarta", "REG33")


@pytest.fixture
def both(prepared_database, tmp_path):
    """Sari's office with plans in it, and Budi's desk at another PC."""
    prepared_database.sweep()
    with small_office.office(tmp_path / "sari", database=prepared_database) as sari:
        sari.settle()
        sari.plan_everybody()
        place, password = prepared_database.place(), prepared_database.clerk_password
        join_server(tmp_path / "budi", place, password, INFO, small_office.PASSPHRASE)
        with open_desk(tmp_path / "budi", small_office.PASSPHRASE, "budi") as budi:
            yield sari.desk, budi


def test_who_saves_a_plan_that_a_colleague_has_changed_meanwhile_is_told(both):
    sari, budi = both
    hers, his = (desk.planning.editor.open(NIPS["nurse"], 2025) for desk in (sari, budi))
    sari.planning.editor.save(replace(hers.plan, contract="A"), hers.stamp)
    with pytest.raises(UsageRefusal) as refusal:
        budi.planning.editor.save(replace(his.plan, contract="B"), his.stamp)
    assert refusal.value.code == "PLN-216"
    assert budi.planning.editor.open(NIPS["nurse"], 2025).plan.contract == "A"


def test_a_desk_hears_what_a_colleague_wrote_once_and_knows_where_it_is(both):
    sari, budi = both
    assert budi.upkeep.server.news() is None
    sari.upkeep.settings.change({"working_week": "SIX"})
    assert budi.upkeep.server.news().nouns == {"settings"} and budi.upkeep.server.news() is None
    assert sari.upkeep.server.news() is None
    state = budi.upkeep.server.state()
    assert (state.role, state.agencies) == ("operator", ("3372",)) and budi.agency.device == "PC02"


def test_an_auditor_reads_at_the_desk_and_every_change_is_refused(both, prepared_database, tmp_path):
    place = prepared_database.place(prepared_database.clerk("auditor"))
    join_server(tmp_path / "periksa", place, prepared_database.clerk_password, INFO, small_office.PASSPHRASE)
    with open_desk(tmp_path / "periksa", small_office.PASSPHRASE, "dewi") as auditor:
        assert auditor.register.show(NIPS["nurse"]).person.nip == NIPS["nurse"]
        assert auditor.overview.status().agency.code == "3372"
        for change in (
            lambda: auditor.upkeep.settings.change({"working_week": "SIX"}),
            lambda: auditor.assessment.close(small_office.YEAR),
        ):
            with pytest.raises(UsageRefusal) as refusal:
                change()
            assert refusal.value.code in ("USE-110", "SRV-110")


def test_a_file_has_no_server_and_no_news(office):
    assert office.desk.upkeep.server.state() is None and office.desk.upkeep.server.news() is None


def test_on_a_server_the_second_person_shows_a_login_of_his_own(both, prepared_database):
    sari, _ = both
    assert sari.upkeep.accounts.is_second_asked()
    assert sari.upkeep.accounts.who().has_logins and sari.upkeep.accounts.lines() == ()
    with pytest.raises(UsageRefusal, match="ACC-128"):
        sari.upkeep.accounts.begin("x", Role.HEAD, "kuda besi lari pagi")
    with pytest.raises(UsageRefusal, match="ACC-140"):
        sari.assessment.close(small_office.YEAR)
    with pytest.raises(UsageRefusal, match="ACC-101"):
        sari.upkeep.second.bring(prepared_database.clerk("head"), "salah")
    with pytest.raises(UsageRefusal, match="ACC-142"):
        sari.upkeep.second.bring(prepared_database.clerk("auditor"), prepared_database.clerk_password)
    head = prepared_database.clerk("head")
    sari.upkeep.second.bring(head, prepared_database.clerk_password, Deed.PROTECTION)
    sari.upkeep.accounts.protect(Protection(FourEyes.OFF, 0))
    line = sari.upkeep.journal()[0]
    assert line.second == head and not sari.upkeep.accounts.is_second_asked()
