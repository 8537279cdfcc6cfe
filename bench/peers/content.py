"""What stands on a sheet, as plain words: what every contender but the press is handed before the clock starts."""

from __future__ import annotations

from dataclasses import dataclass

from meritdesk.core.documents import Form, Sheet
from meritdesk.core.evaluation import OrgLevel, Predicate, Rating
from meritdesk.core.plan import BehaviourValue
from meritdesk.printing.choices import chosen_values
from meritdesk.printing.foot import person_line
from meritdesk.printing.plan_forms import aspect_word, ordered_results
from meritdesk.printing.stationery import grouped_nip, period_span, person_values, place_and_date, target_text, words
from meritdesk.printing.wording import prescribed_wording

_WORD = prescribed_wording().word
_LINES = prescribed_wording().lines
PERSON_LABELS = tuple(_WORD(key) for key in ("head.name", "head.nip", "head.rank.close", "head.position", "head.unit"))

# A choice: options with whether each is struck out, e.g. (("I", True), ("II", True), ("IV-AKHIR", False)).
Choice = tuple[tuple[str, bool], ...]


@dataclass(frozen=True)
class Signing:
    """Who signs: place and date, role, name, number."""

    place_and_date: str
    role: str
    name: str
    nip: str


@dataclass(frozen=True)
class Foot:
    """What stands below every page beside its number."""

    lines: tuple[str, ...]
    mark: str
    qr_text: str


@dataclass(frozen=True)
class Document:
    """A D.1.1."""

    title: tuple[str, ...]
    period_lead: str
    period: Choice
    period_mark: str
    agency: str
    span: tuple[str, str]
    people: tuple[tuple[str, str, tuple[str, ...]], ...]
    verdict_title: str
    verdict: tuple[tuple[str, str], ...]
    note_title: str
    note: str
    ratee_signs: Signing
    rater_signs: Signing
    notes: tuple[str, ...]
    foot: Foot


@dataclass(frozen=True)
class Figures:
    """One measure of a work result: aspect, measure, target, actual, feedback."""

    cells: tuple[str, str, str, str, str]


@dataclass(frozen=True)
class Result:
    """One work result with its measures."""

    number: str
    parent: str
    text: str
    given_by: str
    figures: tuple[Figures, ...]


@dataclass(frozen=True)
class Behaviour:
    """One BerAKHLAK value."""

    number: str
    name: str
    points: tuple[str, ...]
    expectation_label: str
    expectations: tuple[str, ...]
    feedback: str


@dataclass(frozen=True)
class Results:
    """A C.1.3."""

    title: tuple[str, ...]
    period_lead: str
    period: Choice
    period_mark: str
    agency: str
    span: str
    heads: tuple[str, str, str]
    ratee: tuple[str, ...]
    rater: tuple[str, ...]
    organisation: tuple[str, Choice]
    curve_title: str
    level: OrgLevel
    results_title: str
    columns: tuple[str, ...]
    numbers: tuple[str, ...]
    sections: tuple[tuple[str, tuple[Result, ...]], ...]
    result_rating: tuple[str, Choice]
    behaviour_heads: tuple[str, str]
    behaviours: tuple[Behaviour, ...]
    behaviour_rating: tuple[str, Choice]
    predicate: tuple[str, Choice]
    rater_signs: Signing
    notes: tuple[str, ...]
    foot: Foot


def content_of(sheet: Sheet) -> Document | Results:
    """The words of a sheet."""
    return _document(sheet) if sheet.form is Form.D_1_1 else _results(sheet)


def _choice(options: list[str], chosen: int, mark: str = "") -> Choice:
    last = len(options) - 1
    return tuple(
        (option + (f"/{' ' if mark != '' else ''}" if place < last else mark), place != chosen)
        for place, option in enumerate(options)
    )


def _period(family: str) -> tuple[str, Choice, str]:
    options = list(_LINES("period.choices"))
    choice = tuple((option + ("/" if place < 3 else ""), place != 3) for place, option in enumerate(options))
    return _WORD(f"{family}.period"), choice, _WORD(f"{family}.period.mark")


def _signing(sheet: Sheet, role: str, person: object, day: object) -> Signing:
    nip = _WORD("sign.nip", nip=grouped_nip(person.nip))
    return Signing(place_and_date(sheet, day), role, person.name, nip)


def _foot(sheet: Sheet) -> Foot:
    stamp = sheet.stamp
    first = _WORD("footer.stamp", number=stamp.number, version=stamp.version, copy=stamp.copy, digest=stamp.digest[:16])
    lines = (first, person_line(sheet.ratee), " · ".join(chosen_values(sheet)))
    return Foot(lines, _WORD("footer.mark", text=stamp.qr_text), stamp.qr_text)


def _document(sheet: Sheet) -> Document:
    lead, period, mark = _period("document")
    evaluation = sheet.evaluation
    return Document(
        _LINES("D.1.1.title"),
        lead,
        period,
        mark,
        sheet.agency_name,
        (_WORD("agency.period.label"), period_span(sheet)),
        tuple(
            (number, _WORD(f"D.1.1.{key}"), person_values(person))
            for number, key, person in (
                ("1.", "ratee", sheet.ratee),
                ("2.", "rater", sheet.rater),
                ("3.", "superior", sheet.superior),
            )
        ),
        _WORD("D.1.1.evaluation"),
        (
            (_WORD("D.1.1.organisation"), _WORD(f"organisation.{evaluation.org_level.value}")),
            (_WORD("D.1.1.predicate"), _WORD(f"predicate.{evaluation.predicate.value}")),
        ),
        _WORD("D.1.1.note"),
        words(evaluation.note),
        _signing(sheet, _WORD("D.1.1.sign.ratee"), sheet.ratee, sheet.ratee_signed_on),
        _signing(sheet, _WORD("D.1.1.sign.rater"), sheet.rater, sheet.signed_on),
        _LINES("D.1.1.notes"),
        _foot(sheet),
    )


def _results(sheet: Sheet) -> Results:
    lead, period, mark = _period("evaluation")
    evaluation, plan = sheet.evaluation, sheet.plan
    star = _WORD("rating.mark")

    def rated(key: str, rating: Rating) -> tuple[str, Choice]:
        options = [_WORD(f"rating.{option.value}") for option in Rating]
        return _WORD(key), _choice(options, list(Rating).index(rating), star)

    levels = [_WORD(f"organisation.{option.value}") for option in OrgLevel]
    predicates = [_WORD(f"predicate.{option.value}") for option in Predicate]
    return Results(
        _LINES("C.1.3.title"),
        lead,
        period,
        mark,
        sheet.agency_name,
        _WORD("agency.period", span=period_span(sheet)),
        (_WORD("head.no"), _WORD("head.ratee"), _WORD("head.rater")),
        person_values(sheet.ratee),
        person_values(sheet.rater),
        (_WORD("organisation.heading"), _choice(levels, list(OrgLevel).index(evaluation.org_level), " ")),
        _WORD("C.1.3.curve.heading"),
        evaluation.org_level,
        _WORD("results.heading"),
        _LINES("C.1.3.heads"),
        _LINES("C.1.3.numbers"),
        tuple(
            (
                _WORD("results.main" if kind.value == "MAIN" else "results.additional"),
                tuple(_result(sheet, number, result) for number, result in results),
            )
            for kind, results in ordered_results(plan)
        ),
        rated("rating.result", evaluation.result_rating),
        (_WORD("behaviour.heading"), _WORD("behaviour.feedback")),
        tuple(
            Behaviour(
                str(number),
                _WORD(f"behaviour.{value.value}"),
                tuple(f"- {point}" for point in _LINES(f"behaviour.{value.value}.points")),
                _WORD("behaviour.expectation"),
                tuple(f"- {text}" for text in plan.expectations.get(value, ())),
                words(evaluation.feedback.get(value, "")),
            )
            for number, value in enumerate(BehaviourValue, 1)
        ),
        rated("rating.behaviour", evaluation.behaviour_rating),
        (_WORD("predicate.heading"), _choice(predicates, list(Predicate).index(evaluation.predicate), " ")),
        _signing(sheet, _WORD("sign.rater"), sheet.rater, sheet.signed_on),
        _LINES("notes"),
        _foot(sheet),
    )


def _result(sheet: Sheet, number: int, result: object) -> Result:
    rows = []
    for indicator in result.indicators:
        actual = sheet.actuals[indicator.indicator_id]
        measure = aspect_word(indicator), indicator.text, target_text(indicator.target)
        rows.append(Figures((*measure, actual.text, words(actual.feedback))))
    given = _WORD("results.assigned-by", who=result.assigned_by) if result.assigned_by else ""
    return Result(str(number), words(result.parent_text), result.text, given, tuple(rows))


def words_of(content: object) -> list[str]:
    """Every word that must be found in the text of the printed file."""
    found: list[str] = []

    def collect(value: object) -> None:
        if isinstance(value, str) and not isinstance(value, OrgLevel):
            found.extend(value.split())
        elif isinstance(value, tuple):
            for part in value:
                collect(part)
        elif hasattr(value, "__dataclass_fields__"):
            for name in value.__dataclass_fields__:
                if name != "qr_text":
                    collect(getattr(value, name))

    collect(content)
    return found
