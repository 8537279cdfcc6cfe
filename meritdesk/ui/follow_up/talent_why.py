"""Why somebody stands in a box, has an index or is on a list, and how an aspect stands, as text beside the list."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from PySide6.QtCore import QCoreApplication

from meritdesk.core.evaluation import Reason
from meritdesk.core.people import Person
from meritdesk.core.talent import ListedPerson, TalentList
from meritdesk.services.follow_up.index import IndexEntry
from meritdesk.services.follow_up.merit import MeritBoard
from meritdesk.services.follow_up.registers import ScoreLine, TrainingLine
from meritdesk.services.follow_up.rotation import RotationLine
from meritdesk.services.follow_up.talent import Retrace, TalentEntry
from meritdesk.ui import look
from meritdesk.ui.follow_up.talent_tables import PartLine
from meritdesk.ui.singular import singular
from meritdesk.ui.wording import Words

_MOST_PEOPLE = 40


def talent_html(entry: TalentEntry, words: Words) -> str:
    """One person on the map: points, box, what is missing, what is recommended."""
    translate = QCoreApplication.translate
    parts = [_head(words, entry.person, entry.unit_name)]
    if entry.box:
        parts.append(f"<p><b>{escape(words.messages.label(f'TALENT:BOX-{entry.box}'))}</b></p>")
    if entry.placement.missing:
        parts.append(_lines(translate("Talent", "What is missing"), _told(entry.placement.missing, words, "⚠ ")))
    parts.append(_lines(translate("Talent", "How it was reckoned"), _told(entry.placement.reasons, words)))
    if entry.recommendation:
        parts.append(
            _lines(
                translate("Talent", "Recommendation"), map(escape, map(words.messages.of_pack, entry.recommendation))
            )
        )
    moved = words.messages.label_of(entry.movement)
    parts.append(_lines(translate("Talent", "Last year"), [f"{escape(moved)} ({entry.before or '–'})"]))
    return "".join(parts)


def index_html(entry: IndexEntry, words: Words) -> str:
    """One person's index, dimension by dimension."""
    parts = [_head(words, entry.person, entry.unit_name)]
    if entry.score.why_not is not None:
        return "".join([*parts, *(f"<p>{one}</p>" for one in _told([entry.score.why_not], words))])
    for dimension, points in entry.score.points.items():
        reasons = [reason for each, reason in entry.score.reasons if each is dimension]
        title = f"{words.messages.label_of(dimension)}: {words.decimal(points)}"
        parts.append(_lines(title, _told(reasons, words)))
    return "".join(parts)


def list_html(kept: TalentList, retrace: Retrace | None, words: Words) -> str:
    """A kept list: how it was made, whether it comes out again, and who is on it."""
    translate = QCoreApplication.translate
    facts = [
        translate("Talent", "Made %1 by %2").replace("%1", words.day(kept.made_at.date())).replace("%2", kept.made_by),
        singular(translate("Talent", "%1 people considered").replace("%1", words.number(kept.looked_at))),
        translate("Talent", "Rule packs: %1").replace("%1", ", ".join(pack.pack_id for pack in kept.packs)),
        translate("Talent", "Digest of what was read: %1").replace("%1", kept.facts_digest[:16]),
    ]
    parts = [f"<h3>{escape(kept.title)}</h3><p>{escape(kept.number)}</p>"]
    if retrace is not None:
        told = {"number": kept.number, "came": len(retrace.came), "gone": len(retrace.gone)}
        said = words.messages.reason("TAL-SAME" if retrace.is_same else "TAL-OTHER", told)
        parts.append(f"<p><b>{'✓' if retrace.is_same else '⚠'} {escape(said)}</b></p>")
    asked = [
        f"{escape(words.messages.label(_criterion(name)))}: {escape(words.messages.worded(text))}"
        for name, text in kept.criteria.items()
        if name not in ("unit", "units")
    ]
    parts.append(_lines(translate("Talent", "What was asked"), asked or ["–"]))
    parts.append(_lines(translate("Talent", "How it was made"), map(escape, facts)))
    parts.append(_people(kept.lines, words))
    return "".join(parts)


def rotation_html(line: RotationLine, words: Words) -> str:
    """A post to be filled: its list with reasons, and the decision."""
    translate = QCoreApplication.translate
    case = line.case
    parts = [f"<h3>{escape(case.post)}</h3><p>{escape(case.number)}<br>{escape(line.unit_name)}</p>"]
    if case.decided_on is not None:
        told = [line.chosen_name, case.decided_by, words.day(case.decided_on), case.letter_number, case.reason]
        parts.append(_lines(translate("Talent", "Decision and its reason"), [escape(one) for one in told if one]))
    elif case.dropped_on is not None:
        parts.append(_lines(translate("Talent", "Given up"), [escape(case.reason)]))
    if case.note:
        parts.append(_lines(translate("Talent", "Note"), [escape(case.note)]))
    if line.kept is not None:
        parts.append(_people(line.kept.lines, words))
    else:
        parts.append("<p>" + escape(translate("Talent", "There is no list of candidates yet.")) + "</p>")
    return "".join(parts)


def part_html(line: PartLine, words: Words) -> str:
    """A sub-aspect: what proves it, its level and why, own figures, files, what is to be done."""
    translate = QCoreApplication.translate
    label, of_pack = words.messages.label_of, words.messages.of_pack
    title, aspect = of_pack(line.part.title), of_pack(line.aspect.title)
    parts = [f"<h3>{escape(line.part.code)} {escape(title)}</h3><p>{escape(aspect)}</p>"]
    parts.append(_lines(translate("Talent", "What proves it"), [escape(of_pack(line.part.proof))]))
    if line.given is not None:
        parts.append(
            _lines(
                translate("Talent", "Level and reason"),
                [f"{line.given.level} {escape(of_pack(line.level_title))}", escape(line.given.reason)],
            )
        )
    if line.figures:
        told = [
            f"{escape(label(one))}: {escape(words.noted(text))}"
            for one, text in zip(line.part.figures, line.figures, strict=False)
        ]
        parts.append(_lines(translate("Talent", "Own figures"), told))
    if line.files:
        parts.append(_lines(translate("Talent", "Files"), [escape(one.title or one.file_name) for one in line.files]))
    return "".join(parts)


def board_html(board: MeritBoard, words: Words) -> str:
    """The index and how it comes about, below a sub-aspect."""
    title = QCoreApplication.translate("Talent", "The index")
    return _lines(title, _told(board.score.reasons, words))


def training_html(line: TrainingLine, words: Words) -> str:
    """One training as it stands on its certificate."""
    one = line.training
    facts = [
        words.messages.label_of(one.kind),
        one.title,
        words.day(one.held_on),
        f"{one.hours} JP",
        one.certificate,
        one.organiser,
    ]
    return _head(words, line.person, line.unit_name) + "".join(f"<p>{escape(fact)}</p>" for fact in facts if fact)


def score_html(line: ScoreLine, words: Words) -> str:
    """One result of the assessment centre."""
    one = line.score
    facts = [
        f"{words.messages.label_of(one.kind)}: {words.decimal(one.points)}",
        words.day(one.measured_on),
        one.source,
    ]
    return _head(words, line.person, line.unit_name) + "".join(f"<p>{escape(fact)}</p>" for fact in facts if fact)


def _people(lines: Iterable[ListedPerson], words: Words) -> str:
    translate = QCoreApplication.translate
    people = list(lines)
    parts = []
    for is_fit, title in (
        (True, translate("Talent", "On the list")),
        (False, translate("Talent", "One requirement missing")),
    ):
        some = [one for one in people if one.is_fit is is_fit]
        if not some:
            continue
        parts.append(f"<h4>{escape(title)} ({words.number(len(some))})</h4>")
        for one in some[:_MOST_PEOPLE]:
            parts.append(f"<p><b>{escape(one.name)}</b> · {escape(one.post)} · {one.box or '–'}</p><ul>")
            parts += [f"<li>✓ {told}</li>" for told in _told(one.pros, words)]
            parts += [f"<li>✗ {told}</li>" for told in _told(one.cons, words)]
            parts.append("</ul>")
        if len(some) > _MOST_PEOPLE:
            said = translate("Talent", "… and %1 more on paper.").replace("%1", words.number(len(some) - _MOST_PEOPLE))
            parts.append(f"<p>{escape(said)}</p>")
    return "".join(parts)


def _criterion(name: str) -> str:
    return f"TALENT:BY-{name.upper().replace('_', '-')}"


def _head(words: Words, person: Person, unit: str) -> str:
    rows = [f"NIP {person.nip}", person.position_title, unit, person.grade, person.education]
    return f"<h3>{escape(words.who(person))}</h3><p>{'<br>'.join(escape(row) for row in rows if row)}</p>"


def _told(reasons: Iterable[Reason], words: Words, sign: str = "") -> list[str]:
    colour = look.quiet().name()
    return [
        f"{sign}{escape(words.messages.reason(one))} "
        f'<span style="color:{colour}"><small>({escape(one.code)})</small></span>'
        for one in reasons
    ]


def _lines(title: str, lines: Iterable[str]) -> str:
    return f"<h4>{escape(title)}</h4>{''.join(f'<p>{line}</p>' for line in lines)}"
