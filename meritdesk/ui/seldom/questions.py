"""The seldom deeds of all rooms, in the order of the rail."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from meritdesk.core.errors import UsageRefusal
from meritdesk.core.periods import Period
from meritdesk.core.plan_library import LibraryEntry, LibraryKind
from meritdesk.services import Desk
from meritdesk.ui.seldom.many_from_file import MANY_FROM_FILE
from meritdesk.ui.seldom.question import Asked, Field, Kind, Question, Told
from meritdesk.ui.singular import singular
from meritdesk.ui.wording import Words

Offers = Sequence[tuple[object, str]]

ADDED_KINDS = (LibraryKind.RESOURCES, LibraryKind.ACCOUNTABILITY, LibraryKind.CONSEQUENCES)
"""What the office adds by hand; results and expectations come from a plan, where their measures are."""


def _period(asked: Asked) -> Period:
    chosen = asked.values.get("period")
    return chosen if isinstance(chosen, Period) else asked.period


def _evaluator(asked: Asked) -> Told:
    found = asked.desk.register.careers.evaluator(asked.text("nip"), _period(asked))
    answer, messages = found.answer, asked.words.messages
    rater = found.people.get(answer.rater_id or "")
    who = rater.full_name if rater else QCoreApplication.translate("Seldom", "nobody")
    lines = [f"{answer.person.full_name}: {who}"]
    return Told(
        [*lines, *(f"{messages.reason(reason)} [{messages.cited(reason.source)}]" for reason in answer.reasons)]
    )


def _signer(asked: Asked) -> Told:
    day = asked.values.get("day")
    found = asked.desk.register.signers.who(asked.text("unit"), day if isinstance(day, date) else None)
    line = found.line
    told = " · ".join(part for part in (line.title, line.through, line.post) if part)
    said = asked.words.messages.label_of(line.capacity)
    return Told([f"{found.person.full_name} ({found.person.nip})", f"{said} {told}"])


def _remove_draft(asked: Asked) -> Told:
    year = asked.values.get("year")
    opened = asked.desk.planning.editor.open(asked.text("nip"), year if isinstance(year, int) else asked.period.year)
    changes = asked.desk.planning.editor.remove(opened.plan.plan_id)
    return Told([QCoreApplication.translate("Seldom", "The draft was taken out.")], changes)


def _add_example(asked: Asked) -> Told:
    entry = LibraryEntry("", LibraryKind(asked.text("kind")), asked.text("text"), asked.text("topic"))
    changes = asked.desk.planning.library.add(entry)
    return Told([QCoreApplication.translate("Seldom", "The example stands in the library.")], changes)


def _remove_example(asked: Asked) -> Told:
    changes = asked.desk.planning.library.remove(asked.text("entry"))
    return Told([QCoreApplication.translate("Seldom", "The example was taken out.")], changes)


def _allow(asked: Asked) -> Told:
    readers = [name.strip() for name in asked.text("readers").split(",") if name.strip()]
    changes = asked.desk.execution.confidential.allow(asked.text("record"), readers)
    said = QCoreApplication.translate("Seldom", "May read it beside its author: %1")
    nobody = QCoreApplication.translate("Seldom", "nobody")
    return Told([said.replace("%1", ", ".join(readers) or nobody)], changes)


def _check_evidence(asked: Asked) -> Told:
    found = asked.desk.execution.evidence.check(asked.step)
    number = asked.words.number
    said = QCoreApplication.translate("Seldom", "%1 files looked at, %2 missing, %3 damaged.")
    texts = (number(found.looked_at), number(len(found.missing)), number(len(found.damaged)))
    for place, text in enumerate(texts, 1):
        said = singular(said.replace(f"%{place}", text))
    return Told([said, *(f"✗ {one}" for one in (*found.missing, *found.damaged))])


def _versions(asked: Asked) -> Told:
    found = asked.desk.assessment.acts.versions(asked.text("nip"), _period(asked))
    words = asked.words
    return Told(
        [
            f"v{one.evaluation.version} · {words.day(one.revision.on)} · "
            f"{words.messages.label_of(one.revision.reason)} · {one.revision.by}: {one.revision.why}"
            for one in found
        ]
    )


def _resolve(asked: Asked) -> Told:
    found = asked.desk.documents.resolve(asked.text("mark"))
    said = asked.words.messages.label(f"FINDING:{found.finding.name}")
    return Told([f"{found.number} v{found.version} #{found.copy}", said])


def _check_order(asked: Asked) -> Told:
    if not asked.text("order"):
        raise UsageRefusal("DOC-563")
    outcome = asked.desk.documents.orders.check(asked.text("order"), asked.step)
    said = QCoreApplication.translate("Seldom", "All files of the order were looked at; what was gone was made anew.")
    return Told([said], outcome.changes)


def _certificate(asked: Asked) -> Told:
    found = asked.desk.documents.electronic.certificate(Path(asked.text("file")), str(asked.values.get("secret") or ""))
    day, signs = asked.words.day, found.fingerprint.upper()
    groups = " ".join(signs[start : start + 4] for start in range(0, len(signs), 4))
    return Told(
        [
            found.holder,
            found.issuer,
            f"{day(found.valid_from.date())} – {day(found.valid_to.date())}",
            f"SHA-256 {groups}",
        ]
    )


def _rebuild(asked: Asked) -> Told:
    count = asked.desk.upkeep.rebuild_index(asked.step)
    said = QCoreApplication.translate("Seldom", "The index was made anew: %1 entries.")
    return Told([singular(said.replace("%1", asked.words.number(count)))])


def _mapping(asked: Asked) -> Told:
    if asked.values.get("forget") is True:
        asked.desk.upkeep.mappings.delete(asked.text("mapping"))
        return Told([QCoreApplication.translate("Seldom", "The way of reading was forgotten.")])
    kept = asked.desk.upkeep.mappings.show(asked.text("mapping"))
    return Told(
        [
            asked.words.messages.label(f"LAYOUT:{kept.layout}"),
            *(f"{name} ← {column}" for name, column in kept.columns.items()),
            *(f"{name} = {value}" for name, value in kept.constants.items()),
        ]
    )


def _mappings(desk: Desk, words: Words, period: Period) -> Offers:
    return [(one.name, one.name) for one in desk.upkeep.mappings.list()]


def _forgets(desk: Desk, words: Words, period: Period) -> Offers:
    translate = QCoreApplication.translate
    return [(False, translate("Seldom", "show it")), (True, translate("Seldom", "forget it"))]


def _units(desk: Desk, words: Words, period: Period) -> Offers:
    return [(unit.unit_id, unit.name) for unit in desk.register.units()]


def _own_examples(desk: Desk, words: Words, period: Period) -> Offers:
    return [(entry.entry_id, entry.text) for entry in desk.planning.library.entries() if not entry.is_shipped]


def _example_kinds(desk: Desk, words: Words, period: Period) -> Offers:
    return [(kind.value, words.messages.label_of(kind)) for kind in ADDED_KINDS]


def _records(desk: Desk, words: Words, period: Period) -> Offers:
    return [
        (one.record_id, f"{words.messages.label_of(one.kind)} · {words.day(one.held_on)} · {one.author}")
        for one in desk.execution.confidential.lines()
    ]


def _orders(desk: Desk, words: Words, period: Period) -> Offers:
    return [
        (line.order.order_id, f"{line.order.order_id} · {line.order.folder}") for line in desk.documents.orders.lines()
    ]


def _nip() -> str:
    return QCoreApplication.translate("Seldom", "&NIP")


def _period_said() -> str:
    return QCoreApplication.translate("Seldom", "&Period")


QUESTIONS: tuple[Question, ...] = (
    Question(
        "evaluator",
        "register",
        lambda: QCoreApplication.translate("Seldom", "Who evaluates somebody?"),
        lambda: QCoreApplication.translate("Seldom", "For one period, with the reasons, also after a move."),
        lambda: QCoreApplication.translate("Seldom", "&Ask"),
        (Field("nip", _nip, Kind.NIP), Field("period", _period_said, Kind.PERIOD)),
        _evaluator,
    ),
    Question(
        "signer",
        "register",
        lambda: QCoreApplication.translate("Seldom", "Who signs for a unit?"),
        lambda: QCoreApplication.translate("Seldom", "On one day, by the register of signers."),
        lambda: QCoreApplication.translate("Seldom", "&Ask"),
        (
            Field("unit", lambda: QCoreApplication.translate("Seldom", "&Unit"), Kind.CHOICE, _units),
            Field("day", lambda: QCoreApplication.translate("Seldom", "&Day"), Kind.DAY),
        ),
        _signer,
    ),
    MANY_FROM_FILE,
    Question(
        "remove_draft",
        "planning",
        lambda: QCoreApplication.translate("Seldom", "Take out a draft plan"),
        lambda: QCoreApplication.translate(
            "Seldom", "Only a draft that was never fixed; it can be undone in the journal."
        ),
        lambda: QCoreApplication.translate("Seldom", "&Take it out"),
        (
            Field("nip", _nip, Kind.NIP),
            Field("year", lambda: QCoreApplication.translate("Seldom", "&Year"), Kind.YEAR),
        ),
        _remove_draft,
        lambda: QCoreApplication.translate("Seldom", "Take out this draft plan?"),
    ),
    Question(
        "add_example",
        "planning",
        lambda: QCoreApplication.translate("Seldom", "Add an example to the library"),
        lambda: QCoreApplication.translate(
            "Seldom", "For the annex of a plan; results are added from the plan that holds them."
        ),
        lambda: QCoreApplication.translate("Seldom", "&Add it"),
        (
            Field("kind", lambda: QCoreApplication.translate("Seldom", "&Kind"), Kind.CHOICE, _example_kinds),
            Field("text", lambda: QCoreApplication.translate("Seldom", "&Text")),
            Field("topic", lambda: QCoreApplication.translate("Seldom", "T&opic")),
        ),
        _add_example,
    ),
    Question(
        "remove_example",
        "planning",
        lambda: QCoreApplication.translate("Seldom", "Take an example out of the library"),
        lambda: QCoreApplication.translate("Seldom", "Only the office's own; those of the regulation stay."),
        lambda: QCoreApplication.translate("Seldom", "&Take it out"),
        (Field("entry", lambda: QCoreApplication.translate("Seldom", "&Example"), Kind.CHOICE, _own_examples),),
        _remove_example,
        lambda: QCoreApplication.translate("Seldom", "Take this example out?"),
    ),
    Question(
        "allow",
        "execution",
        lambda: QCoreApplication.translate("Seldom", "Who may read a confidential record?"),
        lambda: QCoreApplication.translate(
            "Seldom", "Names beside the author, who alone may say so; empty means nobody."
        ),
        lambda: QCoreApplication.translate("Seldom", "&Save"),
        (
            Field("record", lambda: QCoreApplication.translate("Seldom", "&Record"), Kind.CHOICE, _records),
            Field("readers", lambda: QCoreApplication.translate("Seldom", "R&eaders, with commas")),
        ),
        _allow,
    ),
    Question(
        "check_evidence",
        "execution",
        lambda: QCoreApplication.translate("Seldom", "Look at every file of evidence"),
        lambda: QCoreApplication.translate("Seldom", "Tells which are missing or damaged."),
        lambda: QCoreApplication.translate("Seldom", "&Look"),
        (),
        _check_evidence,
    ),
    Question(
        "versions",
        "assessment",
        lambda: QCoreApplication.translate("Seldom", "Earlier versions of an evaluation"),
        lambda: QCoreApplication.translate("Seldom", "Which were replaced, when, by whom and why."),
        lambda: QCoreApplication.translate("Seldom", "&Ask"),
        (Field("nip", _nip, Kind.NIP), Field("period", _period_said, Kind.PERIOD)),
        _versions,
    ),
    Question(
        "resolve",
        "documents",
        lambda: QCoreApplication.translate("Seldom", "Which paper is this code?"),
        lambda: QCoreApplication.translate("Seldom", "The text of the square code at the foot, scanned or typed."),
        lambda: QCoreApplication.translate("Seldom", "&Ask"),
        (Field("mark", lambda: QCoreApplication.translate("Seldom", "&Code")),),
        _resolve,
    ),
    Question(
        "check_order",
        "documents",
        lambda: QCoreApplication.translate("Seldom", "Look at the files of a print order"),
        lambda: QCoreApplication.translate("Seldom", "Files that are gone or were changed are made anew."),
        lambda: QCoreApplication.translate("Seldom", "&Look"),
        (Field("order", lambda: QCoreApplication.translate("Seldom", "&Order"), Kind.CHOICE, _orders),),
        _check_order,
    ),
    Question(
        "certificate",
        "documents",
        lambda: QCoreApplication.translate("Seldom", "Look at a certificate file"),
        lambda: QCoreApplication.translate("Seldom", "Whose it is, who issued it and until when it is good."),
        lambda: QCoreApplication.translate("Seldom", "&Look"),
        (
            Field("file", lambda: QCoreApplication.translate("Seldom", "&File"), Kind.FILE),
            Field("secret", lambda: QCoreApplication.translate("Seldom", "&Passphrase of the file"), Kind.SECRET),
        ),
        _certificate,
    ),
    Question(
        "mapping",
        "upkeep",
        lambda: QCoreApplication.translate("Seldom", "How foreign files are read"),
        lambda: QCoreApplication.translate(
            "Seldom", "The remembered columns of spreadsheets; one that is wrong is forgotten."
        ),
        lambda: QCoreApplication.translate("Seldom", "&Go on"),
        (
            Field("mapping", lambda: QCoreApplication.translate("Seldom", "&Remembered"), Kind.CHOICE, _mappings),
            Field("forget", lambda: QCoreApplication.translate("Seldom", "&What to do"), Kind.CHOICE, _forgets),
        ),
        _mapping,
    ),
    Question(
        "rebuild_index",
        "upkeep",
        lambda: QCoreApplication.translate("Seldom", "Make the index of the search anew"),
        lambda: QCoreApplication.translate("Seldom", "When the search does not find what is surely there."),
        lambda: QCoreApplication.translate("Seldom", "&Make it anew"),
        (),
        _rebuild,
    ),
)
