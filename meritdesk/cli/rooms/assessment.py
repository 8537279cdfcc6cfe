"""Assessment on the command line: ratings, levels and the closing of a period."""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from datetime import datetime

from meritdesk.cli.answers import Answer, blocked_lines, blocked_values, figure, plain, reason_values
from meritdesk.cli.given import given_answer, given_grammar, given_source
from meritdesk.cli.progress import step
from meritdesk.cli.rooms import assessment_acts, assessment_calibration, bulk, deadlines, objections, old_years
from meritdesk.cli.rooms.fill_sheets import fill_grammar, fill_verbs
from meritdesk.cli.verbs import Verb, Verbs
from meritdesk.core.circumstances import circumstance_facts
from meritdesk.core.periods import parse_period
from meritdesk.messages import Messages
from meritdesk.services import Desk


def _import_ratings(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    source = given_source(desk, chosen, words)
    outcome = desk.assessment.import_ratings(source, step("rating", words), chosen.dry_run)
    return given_answer(desk, "assessment import", outcome, source, chosen, words)


def _close(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    unit_ids = desk.register.branch(chosen.unit) if chosen.unit else ()
    period = parse_period(chosen.period)
    outcome = desk.assessment.close(period, unit_ids, step("tutup", words))
    early = period.last_day > datetime.now().astimezone().date()
    too_early = words.sentence("CLI-131", {"period": period.code, "day": period.last_day})
    values = {
        "verb": "assessment close",
        "period": chosen.period,
        "due": outcome.due,
        "closed": outcome.closed,
        "already_closed": outcome.already_closed,
        "waived": outcome.waived,
        "blocked": [
            {**told, "also": list(one.also), "can_be_waived": one.can_be_waived}
            for one, told in zip(outcome.blocked, blocked_values(outcome.blocked, words), strict=True)
        ],
        "warnings": [
            {"unit": unit, "code": one.code, "text": words.reason(one.code, one.facts)}
            for unit, one in outcome.warnings
        ]
        + ([{"unit": "", "code": "CLI-131", "text": too_early}] if early else []),
        "predicates": outcome.predicates,
        "change_set": outcome.changes.change_set_id,
    }
    facts = {
        "due": figure(outcome.due, words),
        "closed": figure(outcome.closed, words),
        "already": figure(outcome.already_closed, words),
        "blocked": figure(len(outcome.blocked), words),
    }
    lines = [words.reason("CLI-CLOSED", facts)]
    if outcome.waived:
        lines.append(f"  {words.reason('CLI-WAIVED', {'count': figure(outcome.waived, words)})}")
    if early:
        lines.append(f"  CLI-131: {too_early}")
    lines += [
        f"  {words.label(f'PREDICATE:{name}')}: {figure(number, words)}" for name, number in outcome.predicates.items()
    ]
    lines += blocked_lines(outcome.blocked, words)
    return Answer(values, lines, 1 if outcome.blocked else 0)


def _show_evaluation(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    card = desk.assessment.show(chosen.nip, parse_period(chosen.period))
    evaluation = card.evaluation
    suggested = card.suggestion.rating
    values = {
        "verb": "assessment show",
        "nip": card.person.nip,
        "name": card.person.full_name,
        "period": evaluation.period.code,
        "state": evaluation.state.value,
        "org_level": plain(evaluation.org_level or (card.level.level if card.level else None)),
        "suggested_rating": plain(suggested),
        "result_rating": plain(evaluation.result_rating),
        "behaviour_rating": plain(evaluation.behaviour_rating),
        "predicate": plain(evaluation.predicate),
        "explanation": reason_values(card.explanation, words),
        "hints": [{"code": one.code, "text": words.sentence(one.code, one.facts)} for one in card.hints],
        "flags": plain(card.flags),
        "circumstances": circumstance_facts(evaluation.circumstances),
        "final": evaluation.is_final,
        "suggestion_reasons": reason_values((*card.suggestion.reasons, *card.suggestion.warnings), words),
        "packs": plain(evaluation.packs),
        "version": evaluation.version,
        "digest": evaluation.digest,
        "made_by": card.made_by,
    }
    lines = [
        f"{card.person.full_name} · {evaluation.period.code} · {words.label(f'EVALUATION:{evaluation.state.name}')}"
    ]
    pairs = (
        ("COLUMN:SUGGESTION", f"RATING:{suggested.name}" if suggested else ""),
        ("COLUMN:RESULT", f"RATING:{evaluation.result_rating.name}" if evaluation.result_rating else ""),
        ("COLUMN:BEHAVIOUR", f"RATING:{evaluation.behaviour_rating.name}" if evaluation.behaviour_rating else ""),
        ("COLUMN:PREDICATE", f"PREDICATE:{evaluation.predicate.name}" if evaluation.predicate else ""),
    )
    lines += [f"  {words.label(head)}: {words.label(value) if value else '-'}" for head, value in pairs]
    if card.made_by:
        lines.append("  " + words.reason("CLI-MADE-BY", {"agency": card.made_by}))
    if card.flags:
        lines.append("  " + " · ".join(words.label_of(flag) for flag in card.flags))
    lines += [f"  · {words.reason(one.code, one.facts)} ({words.cited(one.source)})" for one in card.explanation]
    lines += [f"  {one.code}: {words.reason(one.code, one.facts)}" for one in card.hints]
    return Answer(values, lines)


VERBS: Mapping[str, Verb] = {
    **fill_verbs("assessment", lambda desk: desk.assessment.sheets),
    **deadlines.VERBS,
    **objections.VERBS,
    "import": _import_ratings,
    "close": _close,
    "show": _show_evaluation,
    **bulk.verbs_of("assessment"),
    **assessment_acts.VERBS,
    **assessment_calibration.VERBS,
    **old_years.VERBS,
}


def grammar(verbs: Verbs) -> None:
    """The words of this room."""
    bulk.grammar("assessment", verbs)
    fill_grammar(verbs)
    ratings = verbs.add_parser("import")
    given_grammar(ratings)
    close = verbs.add_parser("close")
    close.add_argument("--period", required=True)
    close.add_argument("--unit", default="", metavar="ID")
    show_evaluation = verbs.add_parser("show")
    show_evaluation.add_argument("nip")
    show_evaluation.add_argument("--period", required=True)
    assessment_acts.grammar(verbs)
    assessment_calibration.grammar(verbs)
    old_years.grammar(verbs)
    deadlines.grammar(verbs)
    objections.grammar(verbs)
