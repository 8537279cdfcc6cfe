"""Recognition on paper: the certificate, the ranking of a month with its formula, the most improved, and habits."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from meritdesk.core.documents import PaperKind
from meritdesk.core.evaluation import Reason
from meritdesk.core.habits import Habit, HabitRules
from meritdesk.core.notation import MONTHS, printed_date
from meritdesk.core.office_paper import (
    UNSTAMPED,
    ColumnAlign,
    OfficePaper,
    PaperColumn,
    PaperHonour,
    PaperSignature,
    PaperTable,
    PaperText,
)
from meritdesk.core.people import Person, PersonBlock
from meritdesk.core.periods import Period
from meritdesk.core.recognition import Award
from meritdesk.core.recognition_rules import RecognitionRules, Veto
from meritdesk.core.rules import RulePack
from meritdesk.core.scoring.recognition import Gain, Placed
from meritdesk.core.scoring.talent import figure_text
from meritdesk.core.store import AgencyInfo

_RIGHT, _CENTRE = ColumnAlign.RIGHT, ColumnAlign.CENTRE


@dataclass(frozen=True, slots=True)
class CertificateFacts:
    """What a certificate says: the choice, the person as he stood in that month, and for which unit."""

    award: Award
    person: PersonBlock
    unit_name: str
    regulation: str


def certificate_paper(facts: CertificateFacts, agency: AgencyInfo) -> OfficePaper:
    """``PIAGAM PENGHARGAAN`` of the Employee of the Month, to be signed by the head."""
    person, period = facts.person, facts.award.period
    above = tuple(one for one in (f"NIP {person.nip}", person.rank, person.position, person.unit) if one.strip())
    told = Reason(
        "REC-PAPER-HONOUR",
        "",
        {"unit": facts.unit_name or agency.name, "period": _month(period)},
    )
    return OfficePaper(
        kind=PaperKind.RECOGNITION_CERTIFICATE,
        title="REC:CERTIFICATE",
        subtitle="REC:NUMBER-BY-HAND",
        agency_name=agency.name,
        place=agency.place,
        stamp=UNSTAMPED,
        sections=(PaperHonour("REC:GIVEN-TO", person.name, above, told, "REC:THANKS"),),
        signatures=(PaperSignature("REC:SIGN"),),
        is_landscape=True,
        about=f"{person.name} · {period.code}",
    )


def ranking_paper(
    period: Period,
    unit_name: str,
    placed: Sequence[tuple[Person, str, Placed]],
    award: Award | None,
    pack: RulePack,
    rules: RecognitionRules,
    facts_digest: str,
    agency: AgencyInfo,
) -> OfficePaper:
    """The ranking of a month: the formula, every place with its points, and how many are kept off for what."""
    measures = tuple(rule.measure for rule in rules.measures)
    columns = (
        PaperColumn("REC:PLACE", 3, _CENTRE),
        PaperColumn("REC:NAME", 14),
        PaperColumn("REC:UNIT", 12),
        *(PaperColumn(f"MEASURE:{measure.name}", 5, _RIGHT) for measure in measures),
        PaperColumn("REC:TOTAL", 4, _RIGHT),
    )
    rows = []
    kept_off: Counter[str] = Counter()
    for person, unit, one in placed:
        if not one.place:
            reasons = one.score.missing or one.score.vetoes
            kept_off.update({reason.code for reason in reasons})
            continue
        points = {line.measure: figure_text(line.points) for line in one.score.lines}
        total = one.score.total
        rows.append(
            (
                f"{one.place} =" if one.is_tied else str(one.place),
                f"{person.full_name}\n{person.nip}",
                unit,
                *(points.get(measure, "-") for measure in measures),
                figure_text(total) if total is not None else "-",
            )
        )
    chosen = next((person for person, _, one in placed if award and one.score.person_id == award.person_id), None)
    off = tuple(
        Reason("REC-PAPER-OFF", "", {"why": f"REC-OFF:{code.removeprefix('REC-')}", "count": str(count)})
        for code, count in sorted(kept_off.items())
    )
    facts = [
        ("REC:PERIOD", _month(period)),
        ("REC:SCOPE", unit_name or agency.name),
        ("REC:CHOSEN", chosen.full_name if chosen is not None else "-"),
    ]
    if award is not None and award.reason:
        facts.append(("REC:WHY", award.reason))
    facts += [("REC:PACK", f"{pack.pack_id} ({pack.digest[:12]})"), ("REC:FACTS", facts_digest[:16])]
    return OfficePaper(
        kind=PaperKind.RECOGNITION_LIST,
        title="REC:LIST-TITLE",
        agency_name=agency.name,
        place=agency.place,
        stamp=UNSTAMPED,
        facts=tuple(facts),
        sections=(
            PaperText(_formula(rules), "REC:FORMULA", is_list=True),
            PaperTable(columns, tuple(rows), "REC:RANKING", "REC:NOBODY"),
            PaperText(off or ("REC:NONE-OFF",), "REC:KEPT-OFF", is_list=bool(off)),
        ),
        signatures=(PaperSignature("REC:SIGN"),),
        notes=("REC:EQUALS",),
        is_landscape=True,
        about=f"{unit_name or agency.name} · {period.code}",
    )


def improved_paper(
    period: Period,
    before: Period,
    unit_name: str,
    gained: Sequence[tuple[Person, str, Gain]],
    pack: RulePack,
    rules: RecognitionRules,
    agency: AgencyInfo,
) -> OfficePaper:
    """The most improved: both figures and the gain; how many are not listed for what."""
    columns = (
        PaperColumn("REC:PLACE", 2, _CENTRE),
        PaperColumn("REC:NAME", 10),
        PaperColumn("REC:UNIT", 10),
        PaperColumn("REC:BEFORE", 4, _RIGHT),
        PaperColumn("REC:NOW", 4, _RIGHT),
        PaperColumn("REC:GAINED", 4, _RIGHT),
    )
    rows = tuple(
        (
            str(one.place), f"{person.full_name}\n{person.nip}", unit,
            *(figure_text(value) if value is not None else "-" for value in (one.before, one.now, one.gain)),
        )
        for person, unit, one in gained
        if one.place
    )  # fmt: skip
    kept_off = Counter("GAIN" if one.reason.code == "REC-GAIN" else one.reason.code.removeprefix("REC-")
                       for _, _, one in gained if not one.place)  # fmt: skip
    off = tuple(
        Reason("REC-PAPER-OFF", "", {"why": f"REC-OFF:{code}", "count": str(count)})
        for code, count in sorted(kept_off.items())
    )
    return OfficePaper(
        kind=PaperKind.IMPROVED_LIST,
        title="REC:IMPROVED-TITLE",
        agency_name=agency.name,
        place=agency.place,
        stamp=UNSTAMPED,
        facts=(
            ("REC:PERIODS", f"{_span(before)} - {_span(period)}"),
            ("REC:SCOPE", unit_name or agency.name),
            ("REC:PACK", f"{pack.pack_id} ({pack.digest[:12]})"),
        ),
        sections=(
            PaperText(
                (
                    *_formula(rules),
                    Reason(
                        "REC-PAPER-GAIN",
                        "",
                        {"count": str(rules.improved), "least": figure_text(rules.improved_least)},
                    ),
                ),
                "REC:FORMULA",
                is_list=True,
            ),
            PaperTable(columns, rows, "REC:IMPROVED", "REC:NOBODY-IMPROVED"),
            PaperText(off or ("REC:NONE-OFF",), "REC:KEPT-OFF", is_list=bool(off)),
        ),
        signatures=(PaperSignature("REC:SIGN"),),
        about=f"{unit_name or agency.name} · {period.code}",
    )


def habits_paper(
    entries: Sequence[tuple[Habit, Person, str, int]], rules: HabitRules, agency: AgencyInfo, reader: str, on: date
) -> OfficePaper:
    """The register of habits for one reader: what was seen, the talk, until when one watches, and the outcome."""
    columns = (
        PaperColumn("HAB:WHO", 9),
        PaperColumn("HAB:WHAT", 9),
        PaperColumn("HAB:SEEN", 5),
        PaperColumn("HAB:TALK", 10),
        PaperColumn("HAB:DUE", 5),
        PaperColumn("HAB:OUTCOME", 8),
    )
    rows = []
    for one, person, unit, times in entries:
        rule = rules.kinds.get(one.kind)
        talk = f"{printed_date(one.talk_on)}, {one.talk_by}: {one.talk_words}" if one.talk_on is not None else "-"
        name = rule.printed if rule is not None else one.kind
        seen = f"{printed_date(one.seen_on)}\n{one.times} x ({times})"
        rows.append(
            (
                f"{person.full_name}\n{person.nip}\n{unit}",
                f"{name}\n{one.words}" if one.words else name,
                seen,
                talk,
                printed_date(one.due_on) if one.due_on is not None else "-",
                f"HABITOUTCOME:{one.outcome.name}" if not one.outcome_words else one.outcome_words,
            )
        )
    return OfficePaper(
        kind=PaperKind.HABIT_REGISTER,
        title="HAB:TITLE",
        subtitle="HAB:SECRET",
        agency_name=agency.name,
        place=agency.place,
        stamp=UNSTAMPED,
        facts=(("HAB:READER", reader), ("HAB:ON", printed_date(on))),
        sections=(PaperTable(columns, tuple(rows), empty_text="HAB:EMPTY"),),
        signatures=(PaperSignature("HAB:SIGN"),),
        notes=("HAB:REPEATS",),
        is_landscape=True,
        about="HAB:SECRET",
    )


def _month(period: Period) -> str:
    """A month in the words of the paper, which are Indonesian."""
    return f"{MONTHS[period.index - 1]} {period.year}"


def _span(period: Period) -> str:
    """A month in words, or the whole year that was compared."""
    return str(period.year) if period.is_annual else _month(period)


def _formula(rules: RecognitionRules) -> tuple[Reason, ...]:
    """The weights of the pack in words, and what keeps somebody off."""
    told = [
        Reason("REC-PAPER-WEIGHT", "", {"measure": f"MEASURE:{rule.measure.name}", "weight": figure_text(rule.weight)})
        for rule in rules.measures
    ]
    named = ", ".join(f"VETO:{veto.name}" for veto in Veto if veto in rules.vetoes)
    if named:
        told.append(Reason("REC-PAPER-VETOES", "", {"vetoes": named}))
    return tuple(told)
