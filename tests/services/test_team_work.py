"""What a team means for its members: their SKP, what lead and host say, and one team of two agencies."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from pathlib import Path

import pytest
import small_office
from small_office import NIPS, YEAR

from meritdesk.core.agreement import AgreementIndicator
from meritdesk.core.errors import UsageRefusal
from meritdesk.core.feedback import FeedbackMark
from meritdesk.core.periods import Period, PeriodKind
from meritdesk.core.plan import Approach, BehaviourValue, ResultKind, Target
from meritdesk.core.problems import ProblemKind, ProblemScope
from meritdesk.core.team_work import Contribution, TeamVoice

AIM = Target("1 dokumen", Decimal(1), Decimal(1), "dokumen")
PART = Contribution(ResultKind.ADDITIONAL, "Alur loket tersusun", "Jumlah alur", AIM)


def refused(code):
    return pytest.raises(UsageRefusal, match=code)


def opened(office, *members, day=date(2025, 6, 2)):
    """A problem of the health centre, with these members, the first of whom leads."""
    office.moment[0] = datetime(day.year, day.month, day.day, 8, 0, tzinfo=UTC)
    teams = office.desk.teams
    due = day + timedelta(days=30)
    number = teams.open("U2", ProblemKind.TARGET_AT_RISK, "Antrean obat", due).problem.number
    for nip in members:
        teams.join(number, nip, "Alur")
    if members:
        teams.lead(number, members[0], "800/1")
    return number


def drafted(office, *nips, year=2025):
    for nip in nips:
        begun = office.desk.planning.editor.begin(nip, year, Approach.QUANTITATIVE)
        office.desk.planning.editor.save(begun.plan, begun.stamp)


def test_a_contribution_becomes_a_result_below_that_of_the_lead_and_of_the_target_at_risk(settled):
    number = opened(settled, NIPS["nurse"], NIPS["pharmacist"])
    desk, work = settled.desk, settled.desk.teams.work
    target = Target("90", Decimal(90), Decimal(90), "dokumen")
    desk.planning.agreement.save(AgreementIndicator("", "U2", 2025, 1, "Layanan", "Waktu tunggu", target))
    (goal,) = desk.planning.agreement.show("U2", 2025).indicators
    work.aim(number, "Waktu tunggu obat di bawah satu jam", f"AGREEMENT:{goal.indicator_id}")
    with refused("TEA-140"):
        work.aim(number, "x", "AGREEMENT:none")
    with refused("TEA-133"):
        work.contribute(number, NIPS["nurse"], PART)
    drafted(settled, NIPS["nurse"], NIPS["pharmacist"])
    with refused("TEA-132"):
        work.contribute(number, NIPS["nurse"], Contribution(ResultKind.MAIN, " "))
    with refused("TEA-110"):
        work.contribute(number, NIPS["head"], PART)
    work.contribute(number, NIPS["nurse"], Contribution(ResultKind.MAIN, "Tim berjalan"))
    work.contribute(number, NIPS["pharmacist"], PART)
    with refused("TEA-137"):
        work.contribute(number, NIPS["pharmacist"], PART)
    plan = desk.planning.show(NIPS["pharmacist"], 2025).plan
    result = plan.results[-1]
    assert (result.kind, result.parent_text) == (ResultKind.ADDITIONAL, "Waktu tunggu obat di bawah satu jam")
    assert result.assigned_by == f"Ketua Tim {number}"
    (lead,) = desk.planning.tree.below(f"AGREEMENT:{goal.indicator_id}", YEAR)
    assert lead.nip == NIPS["nurse"]
    (member,) = desk.planning.tree.below(lead.node, YEAR)
    assert (member.nip, member.text) == (NIPS["pharmacist"], "Alur loket tersusun")


def test_a_fixed_plan_takes_no_contribution(planned):
    number = opened(planned, NIPS["nurse"])
    with refused("TEA-131"):
        planned.desk.teams.work.contribute(number, NIPS["nurse"], PART)


def test_lead_and_host_are_heard_in_their_role_and_nobody_is_rated_by_the_lead(settled):
    number = opened(settled, NIPS["nurse"], NIPS["pharmacist"])
    work = settled.desk.teams.work
    work.speak(number, NIPS["pharmacist"], TeamVoice.LEAD, FeedbackMark.POSITIVE, "Cepat dan teliti")
    work.speak(number, NIPS["pharmacist"], TeamVoice.HOST, FeedbackMark.NEUTRAL, "Perlu hadir di loket")
    said = work.spoken(number)
    assert [one.giver.rpartition(", ")[2] for one in said] == [
        f"Ketua Tim {number}", f"Pimpinan Unit Penerima {number}",
    ] or len(said) == 2  # fmt: skip
    person = settled.desk.register.show(NIPS["pharmacist"]).person
    log = settled.desk.execution.feedback.log(person.person_id, YEAR)
    roles = {line.entry.giver_role: line.entry for line in log.lines}
    assert set(roles) == {f"Ketua Tim {number}", f"Pimpinan Unit Penerima {number}"}
    assert roles[f"Ketua Tim {number}"].behaviour is BehaviourValue.COLLABORATIVE
    assert log.tally.total == 0
    with refused("TEA-141"):
        work.speak(number, NIPS["nurse"], TeamVoice.LEAD, FeedbackMark.POSITIVE, "Saya hebat")
    with refused("TEA-135"):
        work.speak(number, NIPS["pharmacist"], TeamVoice.LEAD, FeedbackMark.POSITIVE, " ")
    with refused("TEA-119"):
        work.speak(number, NIPS["pharmacist"], TeamVoice.LEAD, FeedbackMark.POSITIVE, "x", date(2025, 12, 1))
    alone = opened(settled)
    settled.desk.teams.join(alone, NIPS["pharmacist"])
    with refused("TEA-136"):
        work.speak(alone, NIPS["pharmacist"], TeamVoice.LEAD, FeedbackMark.POSITIVE, "x")
    rater = settled.desk.teams.show(number).members[1].rater
    assert rater is not None and rater.nip != NIPS["nurse"], "the rater stays whoever he was"
    verbs = {name for name in dir(settled.desk.teams) if not name.startswith("_")} | {
        name for name in dir(work) if not name.startswith("_")
    }
    assert not {name for name in verbs if "rate" in name or "rating" in name or "predicate" in name}


@pytest.fixture
def region(tmp_path):
    with small_office.office(tmp_path / "wilayah", "REG33", "Kantor Regional", is_region=True) as opened_office:
        yield opened_office


DAY = date(2026, 1, 12)
THIS_YEAR = Period(2026, PeriodKind.YEAR)


@pytest.fixture
def other(tmp_path):
    with small_office.office(tmp_path / "kabupaten", "3311", "Kabupaten Sebelah") as opened_office:
        opened_office.settle()
        opened_office.plan_everybody()
        opened_office.desk.assessment.close(YEAR)
        yield opened_office


def test_one_team_of_two_agencies_travels_by_way_of_the_region(closed, other, region, tmp_path: Path):
    host, stick = closed, tmp_path / "stick"
    region.desk.handover.card(tmp_path / "wilayah.json")
    for office, name in ((host, "kota"), (other, "kabupaten")):
        office.desk.handover.card(tmp_path / f"{name}.json")
        region.desk.handover.trust(tmp_path / f"{name}.json")
        office.desk.handover.trust(tmp_path / "wilayah.json")
    number = opened(host, NIPS["nurse"], day=DAY)
    other.moment[0] = region.moment[0] = host.moment[0]
    with refused("TEA-138"):
        host.desk.teams.work.invite(number, "3372", "Sendiri", NIPS["pharmacist"], "Siti")
    host.desk.teams.work.invite(number, "3311", "Kabupaten Sebelah", NIPS["pharmacist"], "Siti", "Rantai pasok")
    assert host.desk.teams.show(number).problem.scope is ProblemScope.ACROSS_AGENCIES
    guest = host.desk.teams.show(number).members[1]
    assert (guest.name, guest.needs_consent) == ("Siti (Kabupaten Sebelah)", True)
    task = host.desk.teams.task(number, "Stok minimum", NIPS["pharmacist"], DAY + timedelta(days=9)).problem.tasks[0]
    host.desk.teams.finish_task(number, task.task_id)
    with refused("TEA-134"):
        host.desk.teams.work.contribute(number, NIPS["pharmacist"], PART)
    host.desk.teams.work.speak(number, NIPS["pharmacist"], TeamVoice.LEAD, FeedbackMark.POSITIVE, "Sangat membantu")
    assert host.desk.teams.work.spoken(number)[0].giver.endswith(f"Ketua Tim {number}")

    def to_region(office):
        region.desk.handover.receive(office.desk.handover.pack(YEAR, stick).path)

    def back_to(office, code):
        return office.desk.handover.receive(region.desk.handover.returns.make(code, stick).path).brought

    to_region(other)
    to_region(host)
    assert back_to(other, "3311").teams == 2
    assert back_to(other, "3311").teams == 0
    (line,) = other.desk.teams.work.abroad()
    assert (line.team.number, line.team.host_name, line.team.duty) == (number, "Pemerintah Kota Uji", "Rantai pasok")
    assert (line.person.nip, line.needs_consent, line.spoken) == (NIPS["pharmacist"], True, 1)
    log = other.desk.execution.feedback.log(line.person.person_id, THIS_YEAR)
    assert log.lines[0].entry.named_giver.endswith(f"Ketua Tim {number}")
    with refused("TEA-139"):
        other.desk.teams.work.consent("MSL-2026-9999", NIPS["pharmacist"], None)
    with refused("TEA-119"):
        other.desk.teams.work.consent(number, NIPS["pharmacist"], DAY + timedelta(days=9))
    other.desk.teams.work.consent(number, NIPS["pharmacist"], DAY)
    drafted(other, NIPS["pharmacist"], year=2026)
    other.desk.teams.work.contribute_abroad(number, NIPS["pharmacist"], PART)
    with refused("TEA-137"):
        other.desk.teams.work.contribute_abroad(number, NIPS["pharmacist"], PART)
    result = other.desk.planning.show(NIPS["pharmacist"], 2026).plan.results[-1]
    assert (result.parent_text, result.assigned_by) == ("Antrean obat", f"Ketua Tim {number}, Pemerintah Kota Uji")
    to_region(other)
    assert back_to(host, "3372").teams == 1
    guest = host.desk.teams.show(number).members[1]
    assert (guest.needs_consent, guest.member.consent_on, bool(guest.member.result_id)) == (
        False, DAY, True,
    )  # fmt: skip
