"""Talent map, training, assessment centre results and professionalism index on the command line."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from pathlib import Path

from meritdesk.cli.answers import Answer, day_told, figure, listed, plain, reason_values, table
from meritdesk.cli.given import given_answer, given_grammar, given_source
from meritdesk.cli.options import DATE, FILLED, NUMBER, Allowed
from meritdesk.cli.progress import step
from meritdesk.cli.rooms.own_sheets import paper_grammar, papers_answer, style_of
from meritdesk.cli.verbs import Verb, Verbs
from meritdesk.core.education import EducationLevel
from meritdesk.core.notation import read_decimal
from meritdesk.core.people import PositionKind
from meritdesk.core.professionalism import IndexCategory, IndexDimension
from meritdesk.core.rotation import SearchCriteria
from meritdesk.core.scoring.talent import figure_text
from meritdesk.core.talent import (
    DisciplineRecord,
    ListedPerson,
    PotentialScore,
    ScoreKind,
    TalentList,
    Training,
    TrainingKind,
)
from meritdesk.messages import Messages
from meritdesk.services import Desk
from meritdesk.services.follow_up.index import IndexEntry, IndexOutcome
from meritdesk.services.follow_up.talent import TalentEntry, TalentOutcome
from meritdesk.services.upkeep.lists import ListSheet

Deed = Callable[[Desk, argparse.Namespace, Messages], Answer]


def _points(text: str) -> Decimal:
    found = read_decimal(text)
    if found is None:
        raise ValueError(text)
    return found


POINTS = Allowed("ALLOWED:NUMBER", _points)


# --- the map ----------------------------------------------------------------------------------------------------------


def _map(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    found = desk.follow_up.talent.map(chosen.year, _branch(desk, chosen.unit))
    entries = [one for one in found.entries if chosen.box is None or one.box == chosen.box]
    values = {
        "verb": "follow-up talent map",
        "year": chosen.year,
        "pack": found.pack.pack_id,
        "counts": {str(box): count for box, count in found.counts.items()},
        "fixed": found.fixed,
        "people": [_entry_values(one, words) for one in entries],
    }
    if chosen.export:
        values |= _export(desk, chosen.export, "talent", words.label("TALENT:TITLE"), _map_rows(entries, words))
    return Answer(values, listed(*_map_rows(entries, words), words))


def _map_rows(entries: Sequence[TalentEntry], words: Messages) -> tuple[list[str], list[Sequence[object]]]:
    names = ("NIP", "NAME", "UNIT", "BOX", "LAST_YEAR", "POINTS", "STATE")
    rows: list[Sequence[object]] = [
        (
            one.person.nip,
            one.person.full_name,
            one.unit_name,
            str(one.box or "-"),
            str(one.before or "-"),
            words.noted(figure_text(one.placement.points)) if one.placement.points is not None else "-",
            words.label_of(one.movement),
        )
        for one in entries
    ]
    return [words.label(f"COLUMN:{name}") for name in names], rows


def _entry_values(one: TalentEntry, words: Messages) -> dict[str, object]:
    return {
        "nip": one.person.nip,
        "name": one.person.full_name,
        "unit": one.unit_name,
        "box": one.box,
        "before": one.before,
        "movement": one.movement.value,
        "is_fixed": one.is_fixed,
        "potential": one.placement.potential.value if one.placement.potential else "",
        "performance": one.placement.performance.value if one.placement.performance else "",
        "points": plain(one.placement.points) if one.placement.points is not None else None,
        "recommendation": list(one.recommendation),
        "reasons": reason_values(one.placement.reasons, words),
        "missing": reason_values(one.placement.missing, words),
    }


def _fix(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    found = desk.follow_up.talent.fix(chosen.year, chosen.again, step("peta talenta", words))
    return _fixed("follow-up talent fix", chosen.year, found, words)


def _fixed(verb: str, year: int, found: TalentOutcome | IndexOutcome, words: Messages) -> Answer:
    """What fixing boxes or indices of a year answers."""
    values = {
        "verb": verb,
        "year": year,
        "fixed": found.fixed,
        "kept": found.kept,
        "without": found.without,
        "change_set": found.changes.change_set_id,
    }
    facts = {name: figure(number, words) for name, number in (("fixed", found.fixed), ("kept", found.kept))}
    return Answer(values, [words.reason("TAL-FIXED", {**facts, "without": figure(found.without, words)})])


def _succession(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    if chosen.keep is not None:
        kept = desk.follow_up.talent.keep_succession(chosen.year, chosen.unit, chosen.keep)
        return _kept_answer("follow-up talent succession", kept, words)
    posts = desk.follow_up.talent.succession(chosen.year, (chosen.unit,) if chosen.unit else ())
    values = {
        "verb": "follow-up talent succession",
        "year": chosen.year,
        "posts": [
            {
                "unit": post.unit.unit_id,
                "post": post.post,
                "echelon": post.echelon,
                "holder": post.holder,
                "candidates": [_listed_values(one, words) for one in post.candidates],
            }
            for post in posts
        ],
    }
    names = ("POST", "NAME", "CANDIDATES")
    rows = [
        (post.post, post.holder or "-", ", ".join(f"{one.name} ({one.box})" for one in post.candidates) or "-")
        for post in posts
    ]
    return Answer(values, table([words.label(f"COLUMN:{name}") for name in names], rows, words))


def _search(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    criteria = SearchCriteria(
        text=chosen.text,
        least_grade=chosen.grade,
        least_education=EducationLevel(chosen.education) if chosen.education else None,
        boxes=frozenset(chosen.box or ()),
        worst_record=DisciplineRecord(chosen.record) if chosen.record else None,
        kinds=frozenset(PositionKind(one) for one in chosen.kind or ()),
        unit_ids=tuple(sorted(_branch(desk, chosen.unit))),
    )
    if chosen.keep is not None:
        return _kept_answer(
            "follow-up talent search", desk.follow_up.talent.keep(chosen.year, criteria, chosen.keep), words
        )
    found = desk.follow_up.talent.search(chosen.year, criteria)
    values = {
        "verb": "follow-up talent search",
        "year": chosen.year,
        "looked_at": found.looked_at,
        "facts_digest": found.facts_digest,
        "digest": found.digest,
        "people": [_listed_values(one, words) for one in found.lines],
    }
    return Answer(values, listed_lines(found.lines, words))


def _lists(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    found = desk.follow_up.talent.lists()
    values = {
        "verb": "follow-up talent lists",
        "lists": [
            {
                "number": one.number, "kind": one.kind.value, "title": one.title, "year": one.year,
                "made_at": plain(one.made_at), "made_by": one.made_by, "people": len(one.lines),
            }
            for one in found
        ],
    }  # fmt: skip
    names = ("NUMBER", "KIND", "TITLE", "YEAR", "PEOPLE")
    rows = [(one.number, words.label_of(one.kind), one.title, str(one.year), str(len(one.lines))) for one in found]
    heads = [words.label(f"COLUMN:{name}") for name in names]
    return Answer(values, listed(heads, rows, words))


def _retrace(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    found = desk.follow_up.talent.retrace(chosen.number)
    values = {
        "verb": "follow-up talent retrace",
        "number": found.kept.number,
        "is_same": found.is_same,
        "same_facts": found.same_facts,
        "same_packs": found.same_packs,
        "came": list(found.came),
        "gone": list(found.gone),
    }
    facts = {"number": found.kept.number, "came": len(found.came), "gone": len(found.gone)}
    return Answer(
        values, [words.reason("TAL-SAME" if found.is_same else "TAL-OTHER", facts)], 0 if found.is_same else 1
    )


def _print(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    talent, style = desk.follow_up.talent, style_of(chosen)
    if chosen.list:
        return papers_answer("follow-up talent print", talent.print_list(chosen.list, chosen.out, style), words)
    outcome = talent.print_map(chosen.year, chosen.out, _branch(desk, chosen.unit), style)
    return papers_answer("follow-up talent print", outcome, words)


def _adopt(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    ref = desk.follow_up.talent.adopt(chosen.file)
    return Answer({"verb": "follow-up talent adopt", "pack": ref.pack_id, "digest": ref.digest}, [ref.pack_id])


# --- registers --------------------------------------------------------------------------------------------------------


def _import_trainings(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    source = given_source(desk, chosen, words)
    outcome = desk.follow_up.trainings.import_file(source, step("pelatihan", words), chosen.dry_run)
    return given_answer(desk, "follow-up training import", outcome, source, chosen, words)


def _trainings(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    found = desk.follow_up.trainings.lines(chosen.nip, chosen.year)
    values: dict[str, object] = {
        "verb": "follow-up training list",
        "trainings": [
            {
                "id": one.training.training_id, "nip": one.person.nip, "name": one.person.full_name,
                "kind": one.training.kind.value, "title": one.training.title, "held_on": one.training.held_on,
                "hours": one.training.hours, "certificate": one.training.certificate,
                "organiser": one.training.organiser,
            }
            for one in found
        ],
    }  # fmt: skip
    names = ("NIP", "NAME", "KIND", "TITLE", "DAY", "NUMBER")
    rows = [
        (
            one.person.nip,
            one.person.full_name,
            words.label_of(one.training.kind),
            f"{one.training.title} ({one.training.hours} JP)",
            day_told(one.training.held_on, words),
            one.training.certificate or "-",
        )
        for one in found
    ]
    heads = [words.label(f"COLUMN:{name}") for name in names]
    if chosen.export:
        values |= _export(desk, chosen.export, "trainings", words.label("LAYOUT:TRAININGS"), (heads, rows))
    return Answer(values, listed(heads, rows, words))


def _add_training(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    entry = Training(
        "", "", TrainingKind(chosen.kind), chosen.title, chosen.on, chosen.hours, chosen.certificate, chosen.organiser
    )
    changes = desk.follow_up.trainings.add(chosen.nip, entry)
    values = {"verb": "follow-up training add", "nip": chosen.nip, "change_set": changes.change_set_id}
    return Answer(values, [f"{chosen.nip} {chosen.title}"])


def _remove_trainings(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    changes = desk.follow_up.trainings.remove(chosen.id)
    values = {"verb": "follow-up training remove", "ids": chosen.id, "change_set": changes.change_set_id}
    return Answer(values, list(chosen.id))


def _import_scores(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    source = given_source(desk, chosen, words)
    outcome = desk.follow_up.potentials.import_file(source, step("potensi", words), chosen.dry_run)
    return given_answer(desk, "follow-up potential import", outcome, source, chosen, words)


def _scores(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    found = desk.follow_up.potentials.lines(chosen.nip)
    values = {
        "verb": "follow-up potential list",
        "scores": [
            {
                "nip": one.person.nip, "name": one.person.full_name, "kind": one.score.kind.value,
                "measured_on": one.score.measured_on, "points": plain(one.score.points), "source": one.score.source,
                "is_newest": one.is_newest,
            }
            for one in found
        ],
    }  # fmt: skip
    names = ("NIP", "NAME", "KIND", "DAY", "POINTS", "SOURCE")
    rows = [
        (
            one.person.nip,
            one.person.full_name,
            words.label_of(one.score.kind),
            day_told(one.score.measured_on, words),
            words.noted(figure_text(one.score.points)),
            one.score.source,
        )
        for one in found
    ]
    heads = [words.label(f"COLUMN:{name}") for name in names]
    return Answer(values, listed(heads, rows, words))


def _enter_score(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    entry = PotentialScore("", ScoreKind(chosen.kind), chosen.on, chosen.points, chosen.source)
    changes = desk.follow_up.potentials.enter(chosen.nip, entry)
    values = {"verb": "follow-up potential enter", "nip": chosen.nip, "change_set": changes.change_set_id}
    return Answer(values, [f"{chosen.nip} {words.label_of(entry.kind)} {words.noted(figure_text(entry.points))}"])


def _remove_score(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    kind = ScoreKind(chosen.kind)
    found = [
        one.score
        for one in desk.follow_up.potentials.lines(chosen.nip)
        if (one.score.kind, one.score.measured_on) == (kind, chosen.on)
    ]
    changes = desk.follow_up.potentials.remove(found or [PotentialScore("", kind, chosen.on, Decimal(0))])
    values = {"verb": "follow-up potential remove", "nip": chosen.nip, "change_set": changes.change_set_id}
    return Answer(values, [f"{chosen.nip} {words.label_of(kind)}"])


# --- the index --------------------------------------------------------------------------------------------------------


def _index(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    board = desk.follow_up.index.board(chosen.year, _branch(desk, chosen.unit))
    category = IndexCategory(chosen.category) if chosen.category else None
    entries = [one for one in board.entries if category is None or one.score.category is category]
    values = {
        "verb": "follow-up index list",
        "year": chosen.year,
        "pack": board.pack.pack_id,
        "mean": plain(board.mean) if board.mean is not None else None,
        "means": {one.value: plain(value) for one, value in board.means().items()},
        "counts": {one.value: count for one, count in board.counts.items()},
        "people": [_index_values(one, words) for one in entries],
    }
    heads, rows = _index_rows(entries, words)
    if chosen.export:
        values |= _export(desk, chosen.export, "asn_index", words.label("IPASN:TITLE"), (heads, rows))
    return Answer(values, listed(heads, rows, words))


def _index_rows(entries: Sequence[IndexEntry], words: Messages) -> tuple[list[str], list[Sequence[object]]]:
    heads = [words.label(f"COLUMN:{name}") for name in ("NIP", "NAME", "UNIT")]
    heads += [words.label_of(one) for one in IndexDimension]
    heads += [words.label("IPASN:TOTAL"), words.label("COLUMN:CATEGORY")]
    rows: list[Sequence[object]] = [
        (
            one.person.nip,
            one.person.full_name,
            one.unit_name,
            *(
                words.noted(figure_text(one.score.points[each])) if one.score.is_scored else "-"
                for each in IndexDimension
            ),
            words.noted(figure_text(one.score.total)) if one.score.is_scored else "-",
            words.label_of(one.score.category) if one.score.category else words.label("IPASN:NOT-SCORED"),
        )
        for one in entries
    ]
    return heads, rows


def _index_values(one: IndexEntry, words: Messages) -> dict[str, object]:
    return {
        "nip": one.person.nip,
        "name": one.person.full_name,
        "unit": one.unit_name,
        "total": plain(one.score.total) if one.score.is_scored else None,
        "category": one.score.category.value if one.score.category else "",
        "points": {each.value: plain(points) for each, points in one.score.points.items()},
        "is_fixed": one.is_fixed,
        "reasons": reason_values([reason for _, reason in one.score.reasons], words),
        "why_not": words.reason(one.score.why_not) if one.score.why_not else "",
    }


def _show_index(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    found = desk.follow_up.index.show(chosen.nip, chosen.year)
    values = {"verb": "follow-up index show", "year": chosen.year, **_index_values(found, words)}
    if found.score.why_not is not None:
        return Answer(values, [words.reason(found.score.why_not)])
    lines = [f"{words.label_of(dimension)}: {words.reason(reason)}" for dimension, reason in found.score.reasons]
    category = words.label_of(found.score.category) if found.score.category else "-"
    return Answer(
        values, [*lines, f"{words.label('IPASN:TOTAL')} {words.noted(figure_text(found.score.total))} - {category}"]
    )


def _fix_index(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    found = desk.follow_up.index.fix(chosen.year, chosen.again, step("IP ASN", words))
    return _fixed("follow-up index fix", chosen.year, found, words)


def _print_index(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    outcome = desk.follow_up.index.print(chosen.year, chosen.out, _branch(desk, chosen.unit), style_of(chosen))
    return papers_answer("follow-up index print", outcome, words)


def listed_lines(lines: Sequence[ListedPerson], words: Messages) -> list[str]:
    """A list of people as a table."""
    names = ("NIP", "NAME", "POST", "UNIT", "GRADE", "BOX", "STATE")
    rows = [
        (
            one.nip,
            one.name,
            one.post,
            one.unit,
            one.grade,
            str(one.box or "-"),
            words.label("TALENT:FIT" if one.is_fit else "TALENT:NOT-FIT"),
        )
        for one in lines
    ]
    heads = [words.label(f"COLUMN:{name}") for name in names]
    return listed(heads, rows, words)


def list_values(kept: TalentList, words: Messages) -> dict[str, object]:
    """A kept list as values."""
    return {
        "number": kept.number, "title": kept.title, "kind": kept.kind.value, "looked_at": kept.looked_at,
        "facts_digest": kept.facts_digest, "digest": kept.digest,
        "packs": [pack.pack_id for pack in kept.packs], "people": [_listed_values(one, words) for one in kept.lines],
    }  # fmt: skip


def _kept_answer(verb: str, kept: TalentList, words: Messages) -> Answer:
    return Answer({"verb": verb, **list_values(kept, words)}, [kept.number, *listed_lines(kept.lines, words)])


def _listed_values(one: ListedPerson, words: Messages) -> dict[str, object]:
    return {
        "nip": one.nip, "name": one.name, "post": one.post, "unit": one.unit, "grade": one.grade, "box": one.box,
        "is_fit": one.is_fit, "pros": reason_values(one.pros, words), "cons": reason_values(one.cons, words),
    }  # fmt: skip


def _branch(desk: Desk, unit: str) -> tuple[str, ...]:
    return tuple(desk.register.branch(unit)) if unit else ()


def _export(
    desk: Desk, path: Path, key: str, title: str, found: tuple[Sequence[str], Sequence[Sequence[object]]]
) -> dict[str, object]:
    heads, rows = found
    texts = [[str(cell) for cell in row] for row in rows]
    outcome = desk.upkeep.lists.export(ListSheet(f"follow_up.{key}", title[:30], list(heads), texts), path)
    return {"file": str(outcome.path), "rows": outcome.rows, "left_out": outcome.left_out}


_DEEDS: Mapping[tuple[str, str], Deed] = {
    ("talent", "map"): _map,
    ("talent", "fix"): _fix,
    ("talent", "succession"): _succession,
    ("talent", "search"): _search,
    ("talent", "lists"): _lists,
    ("talent", "retrace"): _retrace,
    ("talent", "print"): _print,
    ("talent", "adopt"): _adopt,
    ("training", "import"): _import_trainings,
    ("training", "list"): _trainings,
    ("training", "add"): _add_training,
    ("training", "remove"): _remove_trainings,
    ("potential", "import"): _import_scores,
    ("potential", "list"): _scores,
    ("potential", "enter"): _enter_score,
    ("potential", "remove"): _remove_score,
    ("index", "list"): _index,
    ("index", "show"): _show_index,
    ("index", "fix"): _fix_index,
    ("index", "print"): _print_index,
}


def _verb(name: str) -> Verb:
    return lambda desk, chosen, words: _DEEDS[name, chosen.deed](desk, chosen, words)


TALENT_VERBS: Mapping[str, Verb] = {name: _verb(name) for name in ("talent", "training", "potential", "index")}


def talent_grammar(verbs: Verbs) -> None:
    """The words of talent, training, potential and index."""
    deeds = verbs.add_parser("talent").add_subparsers(dest="deed", required=True)
    listing = _of_year(deeds.add_parser("map"))
    listing.add_argument("--box", type=int, choices=range(10))
    listing.add_argument("--export", type=Path, metavar="FILE")
    fixing = deeds.add_parser("fix")
    fixing.add_argument("--year", type=NUMBER, required=True)
    fixing.add_argument("--again", action="store_true")
    succession = _of_year(deeds.add_parser("succession"))
    succession.add_argument("--keep", metavar="TITLE")
    _search_grammar(deeds.add_parser("search"))
    deeds.add_parser("lists")
    deeds.add_parser("adopt").add_argument("file", type=Path)
    deeds.add_parser("retrace").add_argument("number")
    printing = _of_year(deeds.add_parser("print"))
    printing.add_argument("--list", default="", metavar="NUMBER")
    paper_grammar(printing)

    deeds = verbs.add_parser("training").add_subparsers(dest="deed", required=True)
    given_grammar(deeds.add_parser("import"))
    listing = deeds.add_parser("list")
    listing.add_argument("--nip", default="")
    listing.add_argument("--year", type=NUMBER, default=0)
    listing.add_argument("--export", type=Path, metavar="FILE")
    adding = deeds.add_parser("add")
    adding.add_argument("nip")
    adding.add_argument("title", type=FILLED)
    adding.add_argument("--kind", required=True, choices=tuple(kind.value for kind in TrainingKind))
    adding.add_argument("--on", type=DATE, required=True, metavar="DAY")
    adding.add_argument("--hours", type=NUMBER, default=0)
    adding.add_argument("--certificate", default="")
    adding.add_argument("--organiser", default="")
    deeds.add_parser("remove").add_argument("id", nargs="+")

    deeds = verbs.add_parser("potential").add_subparsers(dest="deed", required=True)
    given_grammar(deeds.add_parser("import"))
    deeds.add_parser("list").add_argument("--nip", default="")
    entering = _score_grammar(deeds.add_parser("enter"))
    entering.add_argument("--points", type=POINTS, required=True)
    entering.add_argument("--source", type=FILLED, required=True)
    _score_grammar(deeds.add_parser("remove"))

    deeds = verbs.add_parser("index").add_subparsers(dest="deed", required=True)
    listing = _of_year(deeds.add_parser("list"))
    listing.add_argument("--category", default="", choices=tuple(one.value for one in IndexCategory))
    listing.add_argument("--export", type=Path, metavar="FILE")
    showing = deeds.add_parser("show")
    showing.add_argument("nip")
    showing.add_argument("--year", type=NUMBER, required=True)
    fixing = deeds.add_parser("fix")
    fixing.add_argument("--year", type=NUMBER, required=True)
    fixing.add_argument("--again", action="store_true")
    paper_grammar(_of_year(deeds.add_parser("print")))


def _of_year(deed: argparse.ArgumentParser) -> argparse.ArgumentParser:
    deed.add_argument("--year", type=NUMBER, required=True)
    deed.add_argument("--unit", default="", metavar="ID")
    return deed


def _score_grammar(deed: argparse.ArgumentParser) -> argparse.ArgumentParser:
    deed.add_argument("nip")
    deed.add_argument("--kind", required=True, choices=tuple(kind.value for kind in ScoreKind))
    deed.add_argument("--on", type=DATE, required=True, metavar="DAY")
    return deed


def _search_grammar(search: argparse.ArgumentParser) -> None:
    _of_year(search)
    search.add_argument("--text", default="", help="kata dalam jabatan / words of the post")
    search.add_argument("--grade", default="", metavar="III/c")
    search.add_argument("--education", default="", choices=tuple(one.value for one in EducationLevel))
    search.add_argument("--box", type=int, action="append", choices=range(1, 10))
    search.add_argument("--record", default="", choices=tuple(one.value for one in DisciplineRecord))
    search.add_argument("--kind", action="append", choices=tuple(one.value for one in PositionKind))
    search.add_argument("--keep", metavar="TITLE")
