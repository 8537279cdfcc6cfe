"""Assessment on the command line: ratings, levels, acts on one evaluation, windows and the check."""

from __future__ import annotations

import argparse
from collections.abc import Mapping

from meritdesk.cli.answers import (
    Answer,
    blocked_lines,
    blocked_values,
    day_told,
    figure,
    more,
    nothing_found,
    plain,
    table,
)
from meritdesk.cli.options import DATE, FILLED, NUMBER
from meritdesk.cli.verbs import Verb, Verbs
from meritdesk.core.agency_settings import PeriodicCycle
from meritdesk.core.circumstances import RevisionReason, TakeOverBasis
from meritdesk.core.evaluation import OrgLevel, Predicate, Rating
from meritdesk.core.journal import Changes
from meritdesk.core.periods import parse_period
from meritdesk.messages import Messages
from meritdesk.services import Desk

_SHOWN = 20

RATING_LETTERS = {"A": Rating.ABOVE, "S": Rating.MEETS, "B": Rating.BELOW}
"""The letters of the grid: di Atas, Sesuai, di Bawah."""


def rating_of(word: str | None) -> Rating | None:
    """A rating as the clerk writes it: the letter of the grid or the word of the exchange."""
    if word is None:
        return None
    return RATING_LETTERS.get(word.upper()) or Rating(word.upper())


def _rate(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    """Enter ratings; with ``--predicate`` only if the paper's predicate follows from them (V-66)."""
    period = parse_period(chosen.period)
    person = desk.register.show(chosen.nip).person
    stated = Predicate(chosen.predicate) if chosen.predicate else None
    changes = desk.assessment.rate(
        person.person_id,
        period,
        rating_of(chosen.result),
        rating_of(chosen.behaviour),
        chosen.reason,
        chosen.note,
        stated,
    )
    card = desk.assessment.show(chosen.nip, period)
    values = {
        "verb": "assessment rate",
        "nip": chosen.nip,
        "period": period.code,
        "result_rating": plain(card.evaluation.result_rating),
        "behaviour_rating": plain(card.evaluation.behaviour_rating),
        "suggested_rating": plain(card.suggestion.rating),
        "hints": [{"code": hint.code, "text": words.sentence(hint.code, hint.facts)} for hint in card.hints],
        "change_set": changes.change_set_id,
    }
    lines = [words.reason("CLI-RATED", {"name": card.person.full_name, "period": period.code})]
    lines += [f"  {hint.code}: {words.reason(hint.code, hint.facts)}" for hint in card.hints]
    return Answer(values, lines, 1 if card.hints else 0)


def _level(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    period = parse_period(chosen.period)
    level = OrgLevel(chosen.level)
    changes = desk.assessment.set_level(chosen.unit, period, level, chosen.source, chosen.published)
    answer = _done("level", changes, words, unit=chosen.unit, period=period.code, level=level.value)
    hints = desk.assessment.level_kind(period)
    answer.values["hints"] = [{"code": hint.code, "text": words.sentence(hint.code, hint.facts)} for hint in hints]
    told = [f"  {hint.code}: {words.sentence(hint.code, hint.facts)}" for hint in hints]
    return Answer(answer.values, [*answer.lines, *told], 1 if hints else 0)


def _drop_out(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    period = parse_period(chosen.period)
    changes = desk.assessment.acts.drop_out(chosen.nip, period, chosen.on, chosen.reference)
    return _done("drop-out", changes, words, nip=chosen.nip, period=period.code)


def _take_over(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    period = parse_period(chosen.period)
    basis = TakeOverBasis(chosen.basis)
    changes = desk.assessment.acts.take_over(chosen.nip, period, basis, chosen.reason, chosen.delegate)
    return _done("take-over", changes, words, nip=chosen.nip, period=period.code)


def _reuse(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    period = parse_period(chosen.period)
    changes = desk.assessment.acts.reuse(chosen.nip, period, chosen.agreed, chosen.agreement)
    return _done("reuse", changes, words, nip=chosen.nip, period=period.code)


def _withdraw(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    period = parse_period(chosen.period)
    changes = desk.assessment.acts.withdraw(chosen.nip, period, chosen.act.replace("-", "_"))
    return _done("withdraw", changes, words, nip=chosen.nip, period=period.code)


def _waive(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    period = parse_period(chosen.period)
    changes = desk.assessment.acts.waive(chosen.nip, period, chosen.by, chosen.reason)
    return _done("waive", changes, words, nip=chosen.nip, period=period.code)


def _reopen(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    period = parse_period(chosen.period)
    changes = desk.assessment.acts.reopen(chosen.nip, period, RevisionReason(chosen.reason), chosen.why)
    return _done("reopen", changes, words, nip=chosen.nip, period=period.code)


def _versions(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    period = parse_period(chosen.period)
    found = desk.assessment.acts.versions(chosen.nip, period)
    versions = [
        {
            "version": one.evaluation.version,
            "predicate": plain(one.evaluation.predicate),
            "closed_on": plain(one.evaluation.closed_on),
            "digest": one.evaluation.digest,
            "superseded_on": plain(one.revision.on),
            "reason": one.revision.reason.value,
            "why": one.revision.why,
            "by": one.revision.by,
        }
        for one in found
    ]
    lines = [
        f"  v{one.evaluation.version} · {day_told(one.revision.on, words)} · {words.label_of(one.revision.reason)} · "
        f"{one.revision.by}: {one.revision.why}"
        for one in found
    ] or nothing_found(words)
    values = {"verb": "assessment versions", "nip": chosen.nip, "period": period.code, "versions": versions}
    return Answer(values, lines)


def _check(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    """Everything that is missing, stands out, or contradicts the law; nothing is written."""
    period = parse_period(chosen.period)
    found = desk.assessment.checking.period(period, desk.register.branch(chosen.unit) if chosen.unit else ())
    units = [
        {
            "unit": one.led_unit_id,
            "name": one.unit_name,
            "rater": one.rater_name,
            "level": plain(one.check.level),
            "counts": plain(one.check.counts),
            "lines": [{"code": line.code, "text": words.reason(line)} for line in one.check.lines],
            "outliers": [
                {
                    "name": out.name,
                    "standout": out.standout.value,
                    "code": out.line.code,
                    "text": words.reason(out.line),
                }
                for out in one.check.outliers
            ],
        }
        for one in found.units
    ]
    records = [
        {"nip": one.nip, "name": one.name, "code": one.hint.code, "text": words.reason(one.hint.code, one.hint.facts)}
        for one in found.records
    ]
    values = {
        "verb": "assessment check",
        "period": period.code,
        "due": found.due,
        "closed": found.closed,
        "incomplete": blocked_values(found.incomplete, words),
        "units": units,
        "records": records,
    }
    facts = {
        "due": figure(found.due, words),
        "closed": figure(found.closed, words),
        "incomplete": figure(len(found.incomplete), words),
    }
    lines = [words.reason("CLI-CHECKED", facts)]
    told = [
        f"  {one.unit_name} · {out.name}: {words.reason(out.line)}" for one in found.units for out in one.check.outliers
    ]
    told += [f"  {one.unit_name}: {words.reason(line)}" for one in found.units for line in one.check.lines]
    told += [f"  {one['nip']} {one['name']} {one['code']}: {one['text']}" for one in records]
    lines += told[:_SHOWN] + more(len(told) - _SHOWN, words)
    lines += blocked_lines(found.incomplete, words)
    return Answer(values, lines, 1 if found.has_findings else 0)


def _windows(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    settings = desk.assessment.windows.settings()
    found = desk.assessment.windows.of_year(chosen.year)
    heads = [words.label(f"COLUMN:{name}") for name in ("PERIOD", "OPENS", "CLOSES", "STATE", "DUE", "RATED", "CLOSED")]
    rows = [
        (
            one.period.code,
            day_told(one.opens, words),
            day_told(one.closes, words),
            words.label_of(one.state),
            figure(one.due, words),
            figure(one.rated, words),
            figure(one.closed, words),
        )
        for one in found
    ]
    values = {
        "verb": "assessment windows",
        "year": chosen.year,
        "cycle": settings.periodic_cycle.value,
        "windows": [{**plain(one), "period": one.period.code} for one in found],
    }
    return Answer(values, table(heads, rows, words))


def _cycle(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    before = desk.assessment.windows.settings()
    opens = before.window_opens_before if chosen.opens_before is None else chosen.opens_before
    closes = before.window_closes_after if chosen.closes_after is None else chosen.closes_after
    cycle = PeriodicCycle(chosen.cycle)
    changes = desk.assessment.windows.set_cycle(cycle, opens, closes)
    return _done("cycle", changes, words, cycle=cycle.value, opens_before=opens, closes_after=closes)


def _done(verb: str, changes: Changes, words: Messages, **facts: object) -> Answer:
    values = {"verb": f"assessment {verb}", **facts, "change_set": changes.change_set_id}
    return Answer(values, [words.reason("CLI-RECORDED", {})])


VERBS: Mapping[str, Verb] = {
    "rate": _rate,
    "level": _level,
    "drop-out": _drop_out,
    "take-over": _take_over,
    "reuse": _reuse,
    "withdraw": _withdraw,
    "waive": _waive,
    "reopen": _reopen,
    "versions": _versions,
    "check": _check,
    "windows": _windows,
    "cycle": _cycle,
}

_RATINGS = [*RATING_LETTERS, *(rating.value for rating in Rating)]


def grammar(verbs: Verbs) -> None:
    """The words of these verbs."""
    rate = _of_person(verbs, "rate")
    rate.add_argument("--result", type=str.upper, choices=_RATINGS)
    rate.add_argument("--behaviour", type=str.upper, choices=_RATINGS)
    rate.add_argument("--reason")
    rate.add_argument("--note")
    rate.add_argument("--predicate", type=str.upper, choices=[one.value for one in Predicate])
    level = verbs.add_parser("level")
    level.add_argument("unit", metavar="ID")
    level.add_argument("--period", required=True)
    level.add_argument("--level", type=str.upper, required=True, choices=[one.value for one in OrgLevel])
    level.add_argument("--source", default="")
    level.add_argument("--published", type=DATE, default=None)
    drop_out = _of_person(verbs, "drop-out")
    drop_out.add_argument("--on", type=DATE, required=True)
    drop_out.add_argument("--reference", type=FILLED, required=True)
    take_over = _of_person(verbs, "take-over")
    take_over.add_argument("--basis", type=str.upper, required=True, choices=[one.value for one in TakeOverBasis])
    take_over.add_argument("--reason", type=FILLED, required=True)
    take_over.add_argument("--delegate", default="", metavar="NIP")
    reuse = _of_person(verbs, "reuse")
    reuse.add_argument("--agreed", type=DATE, required=True)
    reuse.add_argument("--agreement", required=True)
    withdraw = _of_person(verbs, "withdraw")
    withdraw.add_argument("--act", required=True, choices=["drop-out", "take-over", "reuse"])
    waive = _of_person(verbs, "waive")
    waive.add_argument("--by", required=True)
    waive.add_argument("--reason", required=True)
    reopen = _of_person(verbs, "reopen")
    reopen.add_argument("--reason", type=str.upper, required=True, choices=[one.value for one in RevisionReason])
    reopen.add_argument("--why", required=True)
    _of_person(verbs, "versions")
    check = verbs.add_parser("check")
    check.add_argument("--period", required=True)
    check.add_argument("--unit", default="", metavar="ID")
    windows = verbs.add_parser("windows")
    windows.add_argument("--year", type=NUMBER, required=True)
    cycle = verbs.add_parser("cycle")
    cycle.add_argument("cycle", type=str.upper, choices=["MONTHLY", "QUARTERLY", "UNSET"])
    cycle.add_argument("--opens-before", type=NUMBER, default=None, metavar="DAYS")
    cycle.add_argument("--closes-after", type=NUMBER, default=None, metavar="DAYS")


def _of_person(verbs: Verbs, name: str) -> argparse.ArgumentParser:
    parser = verbs.add_parser(name)
    parser.add_argument("nip")
    parser.add_argument("--period", required=True)
    return parser
