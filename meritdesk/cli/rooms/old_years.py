"""Old years on the command line: papers of the years before 2022, entered, recalculated and printed by their rules."""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

from meritdesk.cli.answers import Answer, blocked_lines, blocked_values, figure, listed, plain, reason_values
from meritdesk.cli.given import given_answer, given_grammar, given_source
from meritdesk.cli.options import NUMBER
from meritdesk.cli.progress import step
from meritdesk.cli.verbs import Verb, Verbs
from meritdesk.core.errors import UsageRefusal
from meritdesk.core.notation import printed_decimal, read_decimal
from meritdesk.core.old_years import (
    OldAspect,
    OldCategory,
    OldEvaluation,
    OldPart,
    OldScheme,
    OldYearQuery,
    parts_of,
    usual_scheme,
)
from meritdesk.core.plan import JobClass
from meritdesk.core.validation import Hint
from meritdesk.messages import Messages
from meritdesk.services import Desk
from meritdesk.services.assessment.old_years import OldPaper, RecalculatedLine
from meritdesk.services.print_job import Selection

VERB = "assessment old-year"


def _old_year(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    return _VERBS[chosen.task](desk, chosen, words)


def _import(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    source = given_source(desk, chosen, words)
    outcome = desk.assessment.old_years.import_papers(source, step("tahun lama", words), chosen.dry_run)
    return given_answer(desk, f"{VERB} import", outcome, source, chosen, words)


def _enter(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    part = _part(chosen)
    known = desk.assessment.old_years.known(chosen.nip, chosen.year, part)
    paper = _stated(chosen, known or OldEvaluation("", "", chosen.year, part, usual_scheme(chosen.year, part)))
    entered = desk.assessment.old_years.enter(chosen.nip, paper)
    values = {
        "verb": f"{VERB} enter",
        "nip": chosen.nip,
        **_paper_values(entered.paper, words),
        "change_set": entered.changes.change_set_id,
    }
    lines = _paper_lines(entered.paper, words)
    return Answer(values, lines, 1 if entered.paper.faults or entered.paper.remarks else 0)


def _show(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    card = desk.assessment.old_years.show(chosen.nip, chosen.year)
    outcome = card.outcome
    label = card.rules.pp30 or card.rules.pp46
    category = outcome.category
    printed = card.papers[0].result and len(card.papers) == 1
    values = {
        "verb": f"{VERB} show",
        "nip": card.person.nip,
        "name": card.person.full_name,
        "year": card.year,
        "papers": [_paper_values(one, words) for one in card.papers],
        "score": plain(outcome.score),
        "category": plain(category),
        "explanation": reason_values(outcome.explanation, words),
        "packs": plain(outcome.packs),
    }
    lines = [f"{card.person.full_name} · {card.year}"]
    for one in card.papers:
        lines += _paper_lines(one, words)
    if not printed:
        score = words.noted(printed_decimal(outcome.score)) if outcome.score is not None else "-"
        word = words.of_pack(label.final.labels[category]) if label and category else ""
        lines.append(f"  {words.label('OLDPAPER:WHOLE-YEAR')}: {score} {word}".rstrip())
        lines += [f"  · {words.reason(one)}" for one in outcome.explanation]
    return Answer(values, lines, 0 if outcome.score is not None else 1)


def _list(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    query = OldYearQuery(
        year=chosen.year,
        unit_ids=desk.register.branch(chosen.unit) if chosen.unit else (),
        search=chosen.search,
        offset=chosen.offset,
        limit=chosen.limit,
    )
    total = desk.assessment.old_years.count(query)
    found = desk.assessment.old_years.lines(query)
    heads = [words.label(f"COLUMN:{name}") for name in ("NIP", "NAME")]
    heads += [words.label(f"OLDPAPER:{name}") for name in ("YEAR", "RULE", "SCORE", "CATEGORY")]
    rows = [
        (
            one.nip,
            one.name,
            f"{one.year} {words.label_of(one.part)}",
            words.label_of(one.scheme),
            words.noted(printed_decimal(one.score)) if one.score is not None else "-",
            (words.label_of(one.category) if one.category else words.label("OLDPAPER:INCOMPLETE"))
            + (" ≠" if one.differs else ""),
        )
        for one in found
    ]
    text = listed(heads, rows, words)
    papers = [{**plain(one), "differs": one.differs} for one in found]
    return Answer({"verb": f"{VERB} list", "total": total, "papers": papers}, text)


def _recalculate(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    unit_ids = desk.register.branch(chosen.unit) if chosen.unit else ()
    found = desk.assessment.old_years.recalculate(chosen.year, unit_ids, chosen.keep, step(str(chosen.year), words))
    counts = {state: found.count(state) for state in ("same", "changed", "incomplete")}
    values = {
        "verb": f"{VERB} recalculate",
        "year": chosen.year,
        "kept": chosen.keep,
        "papers": len(found.lines),
        **counts,
        "digest": found.digest,
        "lines": [_line_values(one, words) for one in found.lines],
        "change_set": found.changes.change_set_id,
    }
    facts = {name: figure(number, words) for name, number in counts.items()}
    lines = [words.reason("CLI-OLD-RECALCULATED", {"papers": figure(len(found.lines), words), **facts})]
    lines += [
        f"  {one.nip} {one.name} · {words.label_of(one.part)}: {_change(one, words)}"
        for one in found.lines
        if one.state != "same"
    ]
    lines.append(words.reason("CLI-OLD-DIGEST", {"digest": found.digest}))
    is_open = counts["incomplete"] or (counts["changed"] and not chosen.keep)
    return Answer(values, lines, 1 if is_open else 0)


def _print(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    unit_ids = desk.register.branch(chosen.unit) if chosen.unit else ()
    selection = Selection(nip=chosen.nip, unit_ids=unit_ids)
    outcome = desk.assessment.old_years.print(chosen.year, selection, chosen.out, step=step("LAMA", words))
    values = {
        "verb": f"{VERB} print",
        "file": outcome.file.path if outcome.file else "",
        "digest": outcome.file.digest if outcome.file else "",
        "pages": outcome.file.pages if outcome.file else 0,
        "sheets": outcome.sheets,
        "blocked": blocked_values(outcome.blocked, words),
    }
    facts = {
        "sheets": figure(outcome.sheets, words),
        "pages": figure(outcome.file.pages if outcome.file else 0, words),
        "file": outcome.file.path if outcome.file else "-",
    }
    lines = [words.reason("CLI-PRINTED", facts), *blocked_lines(outcome.blocked, words)]
    return Answer(values, lines, 1 if outcome.blocked else 0)


def _remove(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    changes = desk.assessment.old_years.remove(chosen.nip, chosen.year, _part(chosen))
    values = {"verb": f"{VERB} remove", "nip": chosen.nip, "year": chosen.year, "change_set": changes.change_set_id}
    return Answer(values, [words.reason("CLI-OLD-REMOVED", {"nip": chosen.nip, "year": chosen.year})])


def _stated(chosen: argparse.Namespace, known: OldEvaluation) -> OldEvaluation:
    """The paper that is known with what the command says on top; what it does not say stays."""
    skp, behaviour, aspects = _figure(chosen.skp), _figure(chosen.behaviour), _aspects(chosen.aspect)
    peers, stated = _figure(chosen.peers), _figure(chosen.stated)
    return replace(
        known,
        scheme=OldScheme(chosen.rule) if chosen.rule else known.scheme,
        job_class=JobClass.JPT_OR_AUTONOMOUS if chosen.jpt else known.job_class,
        is_leader=chosen.leader or chosen.jpt or known.is_leader,
        skp_score=known.skp_score if skp is None else skp,
        lines=known.lines if skp is None else (),
        behaviour_score=(None if aspects else known.behaviour_score) if behaviour is None else behaviour,
        aspects=(aspects or known.aspects) if behaviour is None else aspects,
        asks_peers=chosen.peers_asked or peers is not None or known.asks_peers,
        peer_score=known.peer_score if peers is None else peers,
        new_idea=chosen.new_idea or known.new_idea,
        sole_reason=chosen.sole_reason or known.sole_reason,
        stated_score=known.stated_score if stated is None else stated,
        stated_category=OldCategory(chosen.stated_label) if chosen.stated_label else known.stated_category,
        ratee=replace(known.ratee, post=chosen.post or known.ratee.post, unit=chosen.unit_then or known.ratee.unit),
        rater=replace(known.rater, name=chosen.rater or known.rater.name),
        note=chosen.note or known.note,
    )


def _part(chosen: argparse.Namespace) -> OldPart:
    known = parts_of(chosen.year)
    if chosen.part:
        return OldPart(chosen.part)
    if len(known) > 1:
        allowed = ", ".join(f"OLDPART:{one.name}" for one in known)
        raise UsageRefusal("ASM-403", year=chosen.year, allowed=allowed)
    return known[0]


def _figure(text: str) -> Decimal | None:
    if not text:
        return None
    found = read_decimal(text)
    if found is None:
        raise UsageRefusal("ASM-435", value=text)
    return found


def _aspects(given: list[str]) -> dict[OldAspect, Decimal]:
    found: dict[OldAspect, Decimal] = {}
    for text in given:
        name, _, score = text.partition("=")
        figure_of = _figure(score)
        if name not in set(OldAspect) or figure_of is None:
            raise UsageRefusal("ASM-436", value=text, allowed=", ".join(OldAspect))
        found[OldAspect(name)] = figure_of
    return {aspect: found[aspect] for aspect in OldAspect if aspect in found}


def _paper_values(one: OldPaper, words: Messages) -> dict[str, object]:
    stated, result = one.record.paper, one.result
    return {
        "year": stated.year,
        "part": stated.part.value,
        "rule": stated.scheme.value,
        "version": stated.version,
        "skp": plain(result.skp if result else None),
        "behaviour": plain(result.behaviour if result else None),
        "score": plain(result.score if result else None),
        "category": plain(result.category if result else None),
        "explanation": reason_values(result.explanation, words) if result else [],
        "packs": plain(result.packs) if result else [],
        "faults": _hint_values(one.faults, words),
        "remarks": _hint_values(one.remarks, words),
    }


def _paper_lines(one: OldPaper, words: Messages) -> list[str]:
    stated, result = one.record.paper, one.result
    lines = [f"  {words.label_of(stated.part)} · {words.label_of(stated.scheme)}"]
    if result:
        lines += [f"    · {words.reason(reason)}" for reason in result.explanation]
    lines += [f"    {hint.code}: {words.sentence(hint.code, hint.facts)}" for hint in (*one.faults, *one.remarks)]
    return lines


def _hint_values(hints: tuple[Hint, ...], words: Messages) -> list[dict[str, object]]:
    return [
        {"code": one.code, "place": list(one.place), "message": words.sentence(one.code, one.facts)} for one in hints
    ]


def _line_values(one: RecalculatedLine, words: Messages) -> dict[str, object]:
    return {
        "nip": one.nip,
        "name": one.name,
        "part": one.part.value,
        "state": one.state,
        "before": plain(one.before.score if one.before else None),
        "after": plain(one.after.score if one.after else None),
        "faults": _hint_values(one.faults, words),
    }


def _change(one: RecalculatedLine, words: Messages) -> str:
    if one.faults:
        return words.sentence(one.faults[0].code, one.faults[0].facts)
    before, after = (words.noted(printed_decimal(side.score)) if side else "-" for side in (one.before, one.after))
    return f"{before} → {after}"


_VERBS: Mapping[str, Verb] = {
    "import": _import,
    "enter": _enter,
    "show": _show,
    "list": _list,
    "recalculate": _recalculate,
    "print": _print,
    "remove": _remove,
}

VERBS: Mapping[str, Verb] = {"old-year": _old_year}


def grammar(verbs: Verbs) -> None:
    """The words of the old years; they stand inside the room of assessment."""
    room = verbs.add_parser("old-year", help="tahun sebelum 2022 / years before 2022")
    tasks = room.add_subparsers(dest="task", metavar="TASK", required=True)
    papers = tasks.add_parser("import")
    given_grammar(papers)
    enter = tasks.add_parser("enter")
    _whose(enter)
    enter.add_argument("--rule", choices=[one.value for one in OldScheme], default="")
    for name in ("--skp", "--behaviour", "--peers", "--stated"):
        enter.add_argument(name, default="", metavar="N")
    enter.add_argument("--aspect", action="append", default=[], metavar="NAME=N")
    enter.add_argument("--stated-label", choices=[one.value for one in OldCategory], default="")
    for name in ("--peers-asked", "--leader", "--jpt"):
        enter.add_argument(name, action="store_true")
    for name in ("--new-idea", "--sole-reason", "--post", "--unit-then", "--rater", "--note"):
        enter.add_argument(name, default="", metavar="TEXT")
    show = tasks.add_parser("show")
    show.add_argument("nip")
    show.add_argument("--year", type=NUMBER, required=True)
    listing = tasks.add_parser("list")
    listing.add_argument("--year", type=NUMBER, default=0)
    listing.add_argument("--unit", default="", metavar="ID")
    listing.add_argument("--search", default="", metavar="TEXT")
    listing.add_argument("--limit", type=NUMBER, default=200)
    listing.add_argument("--offset", type=NUMBER, default=0)
    again = tasks.add_parser("recalculate")
    again.add_argument("--year", type=NUMBER, required=True)
    again.add_argument("--unit", default="", metavar="ID")
    again.add_argument("--keep", action="store_true", help="simpan nilai yang berubah / keep changed outcomes")
    printing = tasks.add_parser("print")
    printing.add_argument("--year", type=NUMBER, required=True)
    whose = printing.add_mutually_exclusive_group(required=True)
    whose.add_argument("--nip", default="")
    whose.add_argument("--unit", default="", metavar="ID")
    whose.add_argument("--all", action="store_true")
    printing.add_argument("--out", type=Path, required=True, metavar="DIR")
    _whose(tasks.add_parser("remove"))


def _whose(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("nip")
    parser.add_argument("--year", type=NUMBER, required=True)
    parser.add_argument("--part", choices=[one.value for one in OldPart], default="")
