"""Why a line stands in a list of the follow-up room and what is to be done, as text beside it, with the articles."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from html import escape

from PySide6.QtCore import QCoreApplication

from meritdesk.core.credit_paper import lines_of_years
from meritdesk.core.evaluation import Rating
from meritdesk.core.follow_up import CreditState, FollowUpRules, GuidanceState
from meritdesk.core.people import Person
from meritdesk.core.scoring.credit import points_text
from meritdesk.services.assessment.objections import ObjectionLine
from meritdesk.services.follow_up.credit import CreditEntry
from meritdesk.services.follow_up.guidance import GuidanceNeed
from meritdesk.ui import look
from meritdesk.ui.assessment.deadline_table import SIGNS
from meritdesk.ui.wording import Words

_STATE_CODES = {
    GuidanceState.MISSING: "FOL-102",
    GuidanceState.GUIDED: "FOL-103",
    GuidanceState.EVALUATED: "FOL-104",
}
_PAPER_CODES = {CreditState.OUTDATED: "FOL-106", CreditState.PRINTED: "FOL-107", CreditState.TO_PRINT: "FOL-108"}


def guidance_html(need: GuidanceNeed, rules: FollowUpRules, words: Words) -> str:
    """One person to be guided: why, what is recorded since, what is missing."""
    translate = QCoreApplication.translate
    one, label = need.evaluation, words.messages.label_of
    facts = {
        "predicate": label(need.predicate),
        "period": words.period(one.period),
        "day": words.day(need.since),
        "count": words.number(len(need.records)),
        "last": words.day(need.last_on) if need.last_on else "",
    }
    rater = translate("FollowUpWhy", "Rater: %1").replace("%1", need.rater_name or "–")
    parts = [_head(words, need.person, need.unit_name, rater)]
    parts.append(_lines(translate("FollowUpWhy", "Why"), [_coded(words, "FOL-101", facts, rules.source)]))
    to_do = [_coded(words, _STATE_CODES[need.state], facts)]
    if one.behaviour_rating is Rating.BELOW:
        to_do.append(_coded(words, "FOL-105", facts))
    to_do += [_coded(words, hint.code, hint.facts) for hint in need.hints]
    parts.append(_lines(translate("FollowUpWhy", "Where it stands"), to_do))
    if need.records:
        told = [
            f"{escape(words.day(record.held_on))} · {escape(label(record.kind))}"
            + (f" · {escape(record.guide_name)}" if record.guide_name else "")
            for record in need.records
        ]
        parts.append(_lines(translate("FollowUpWhy", "Recorded since"), told))
    if one.note:
        parts.append(_lines(translate("FollowUpWhy", "Recommendation of the rater"), [escape(one.note)]))
    return "".join(parts)


def credit_html(entry: CreditEntry, words: Words) -> str:
    """One official: how his points come about, year by year, and how far his sheet is."""
    translate = QCoreApplication.translate
    parts = [_head(words, entry.person, entry.unit_name, entry.person.position_title)]
    if entry.card is None:
        assert entry.why is not None
        parts.append(
            _lines(translate("FollowUpWhy", "Why no points"), [_coded(words, entry.why.code, entry.why.facts)])
        )
        return "".join(parts)
    found = entry.card.found
    told = [
        f"{year.year}: {_coded(words, line.reason.code, line.reason.facts, line.reason.source)}"
        for year, line in lines_of_years(entry.card.years, found)
    ]
    told += [
        f"{year.year}: {_coded(words, one.code, one.facts, one.source)}"
        for year in entry.card.years
        for one in year.left_out
    ]
    parts.append(_lines(translate("FollowUpWhy", "How it was reckoned"), told))
    tier = found.lines[-1].part.tier
    sums = [translate("FollowUpWhy", "Sum: %1").replace("%1", _points(found.total, words))]
    sums.append(translate("FollowUpWhy", "Needed for the next rank: %1").replace("%1", _points(tier.next_rank, words)))
    if tier.next_tier is not None:
        said = translate("FollowUpWhy", "Needed for the next tier: %1")
        sums.append(said.replace("%1", _points(tier.next_tier, words)))
    sums.append(translate("FollowUpWhy", "Points of earlier letters are not in this sum; see Next rank."))
    parts.append(_lines(translate("FollowUpWhy", "What it is for"), [escape(one) for one in sums]))
    paper = _coded(words, _PAPER_CODES[entry.state], {"number": entry.number})
    parts.append(_lines(translate("FollowUpWhy", "The sheet"), [paper]))
    return "".join(parts)


def objection_html(line: ObjectionLine, words: Words) -> str:
    """One objection: what it is against, who decides until when, what was said."""
    translate = QCoreApplication.translate
    one, label = line.objection, words.messages.label_of
    facts = [
        translate("FollowUpWhy", "Received %1").replace("%1", words.day(one.received_on)),
        translate("FollowUpWhy", "Decides: %1").replace("%1", line.addressee.full_name if line.addressee else "–"),
        translate("FollowUpWhy", "Predicate objected to: %1").replace("%1", label(one.before.predicate)),
    ]
    if line.clock.limit is not None:
        said = translate("FollowUpWhy", "Decide by %1").replace("%1", words.day(line.clock.limit))
        facts.append(f"{SIGNS[line.clock.state]} {said} ({label(line.clock.state)})")
    if one.after is not None:
        facts.append(translate("FollowUpWhy", "New predicate: %1").replace("%1", label(one.after.predicate)))
    parts = [_head(words, line.person, line.unit_name, f"{one.register_number} · {words.period(one.period)}")]
    parts.append(_lines(f"{label(one.state)} ({words.messages.cited('Art. 29')})", [escape(fact) for fact in facts]))
    missing = translate("FollowUpWhy", "not written down yet")
    for title, text in (
        (translate("FollowUpWhy", "Reasons"), one.reasons),
        (translate("FollowUpWhy", "Statement of the employee"), one.ratee_statement),
        (translate("FollowUpWhy", "Statement of the rater"), one.rater_statement),
        (translate("FollowUpWhy", "Grounds of the decision"), one.grounds if one.decision is not None else None),
    ):
        if text is not None:
            parts.append(_lines(title, [escape(text) if text.strip() else f"⚠ {escape(missing)}"]))
    return "".join(parts)


def _points(points: Decimal, words: Words) -> str:
    return words.noted(points_text(points))


def _head(words: Words, person: Person, unit: str, about: str) -> str:
    rows = [f"NIP {person.nip}", unit, about]
    return f"<h3>{escape(words.who(person))}</h3><p>{'<br>'.join(escape(row) for row in rows if row)}</p>"


def _lines(title: str, lines: Iterable[str]) -> str:
    return f"<h4>{escape(title)}</h4>{''.join(f'<p>{line}</p>' for line in lines)}"


def _coded(words: Words, code: str, facts: object, source: str = "") -> str:
    assert isinstance(facts, dict) or hasattr(facts, "items")
    said = escape(words.messages.sentence(code, dict(facts)))  # type: ignore[call-overload]
    colour = look.quiet().name()
    tail = " · ".join(part for part in (words.messages.cited(source), code) if part)
    return f'{said} <span style="color:{colour}"><small>({escape(tail)})</small></span>'
