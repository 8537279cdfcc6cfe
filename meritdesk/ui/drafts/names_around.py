"""The editors around the appraisal whose drafts are kept: talent, merit, pay, discipline, working time, transfers."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP

from meritdesk.ui.drafts import openers
from meritdesk.ui.drafts.editor_place import EditorPlace


def _case(line: Any) -> str:
    return str(line.case.number)


def _habit(line: Any) -> str:
    return str(line.habit.habit_id)


def _training(line: Any) -> str:
    return str(line.training.training_id)


def _result(line: Any) -> str:
    from meritdesk.ui.register.results_tab import place_of

    return place_of(line)


def _letter(line: Any) -> str:
    return str(line.absence.absence_id)


def _machine(line: Any) -> str:
    return str(line.machine.number)


def _shift(line: Any) -> str:
    return str(line.assignment.shift)


AROUND: Mapping[str, EditorPlace] = {
    "talent.search": EditorPlace(
        str(QT_TRANSLATE_NOOP("Editors", "Search for candidates")),
        "follow_up",
        "candidates",
        (),
        lambda page, _: page.open_search(),
    ),
    "talent.succession": EditorPlace(
        str(QT_TRANSLATE_NOOP("Editors", "Succession of a post")),
        "follow_up",
        "candidates",
        (),
        lambda page, _: page.open_succession(),
    ),
    "merit.level": EditorPlace(
        str(QT_TRANSLATE_NOOP("Editors", "Level of a sub-aspect")),
        "follow_up",
        "merit",
        (),
        openers.on_chosen("open_level", lambda line: str(line.part.code), openers.part_of_a_year),
        openers.chosen(lambda line: str(line.part.code), openers.part_of_a_year),
    ),
    "merit.survey": EditorPlace(
        str(QT_TRANSLATE_NOOP("Editors", "Survey of the merit system")),
        "follow_up",
        "merit",
        (),
        lambda page, _: page.open_survey(),
    ),
    "merit.reopen": EditorPlace(
        str(QT_TRANSLATE_NOOP("Editors", "Merit assessment opened again")),
        "follow_up",
        "merit",
        (),
        openers.reopened_merit,
    ),
    "recognition.choose": EditorPlace(
        str(QT_TRANSLATE_NOOP("Editors", "Choice of the Employee of the Month")),
        "follow_up",
        "recognition",
        (),
        lambda page, _: page.open_choose(),
        lambda page, facts: page.show_again(facts["subject"]),
    ),
    "recognition.withdraw": EditorPlace(
        str(QT_TRANSLATE_NOOP("Editors", "Choice of the month withdrawn")),
        "follow_up",
        "recognition",
        (),
        lambda page, _: page.open_withdraw(),
        lambda page, facts: page.show_again(facts["subject"]),
    ),
    "habits.enter": EditorPlace(
        str(QT_TRANSLATE_NOOP("Editors", "A working habit")),
        "follow_up",
        "habits",
        (),
        lambda page, _: page.open_add(),
    ),
    "habits.talk": EditorPlace(
        str(QT_TRANSLATE_NOOP("Editors", "Talk about a habit")),
        "follow_up",
        "habits",
        (),
        openers.on_chosen("open_talk", _habit),
        openers.chosen(_habit),
    ),
    "habits.settle": EditorPlace(
        str(QT_TRANSLATE_NOOP("Editors", "Outcome of a habit")),
        "follow_up",
        "habits",
        (),
        openers.on_chosen("open_settle", _habit),
        openers.chosen(_habit),
    ),
    "habits.readers": EditorPlace(
        str(QT_TRANSLATE_NOOP("Editors", "Readers of a habit")),
        "follow_up",
        "habits",
        (),
        openers.on_chosen("open_readers", _habit),
        openers.chosen(_habit),
    ),
    "credit.letter": EditorPlace(
        str(QT_TRANSLATE_NOOP("Editors", "Points of a letter")),
        "follow_up",
        "credit_need",
        (),
        lambda page, _: page.open_enter(),
    ),
    "rotation.open": EditorPlace(
        str(QT_TRANSLATE_NOOP("Editors", "Rotation case")),
        "follow_up",
        "rotation",
        (),
        lambda page, _: page.open_case(),
    ),
    "rotation.decide": EditorPlace(
        str(QT_TRANSLATE_NOOP("Editors", "Decision on a rotation")),
        "follow_up",
        "rotation",
        (),
        openers.on_chosen("open_decide", _case),
        openers.chosen(_case),
    ),
    "rotation.drop": EditorPlace(
        str(QT_TRANSLATE_NOOP("Editors", "Rotation given up")),
        "follow_up",
        "rotation",
        (),
        openers.on_chosen("open_drop", _case),
        openers.chosen(_case),
    ),
    "training": EditorPlace(
        str(QT_TRANSLATE_NOOP("Editors", "Training of a person")),
        "register",
        "training",
        (),
        openers.on_chosen("open_chosen", _training),
        openers.chosen(_training),
    ),
    "training.new": EditorPlace(
        str(QT_TRANSLATE_NOOP("Editors", "New training")), "register", "training", (), lambda page, _: page.open_new()
    ),
    "results.enter": EditorPlace(
        str(QT_TRANSLATE_NOOP("Editors", "Result of an assessment of talent")),
        "register",
        "results",
        (),
        openers.on_chosen("open_chosen", _result),
        openers.chosen(_result),
    ),
    "results.enter.new": EditorPlace(
        str(QT_TRANSLATE_NOOP("Editors", "New result of an assessment of talent")),
        "register",
        "results",
        (),
        lambda page, _: page.open_new(),
    ),
    "pay.form": EditorPlace(
        str(QT_TRANSLATE_NOOP("Editors", "Inputs of the pay recap")),
        "follow_up",
        "pay",
        ("month",),
        lambda page, facts: page.open_kept(facts.get("deed", "")),
    ),
    "pay.rule": EditorPlace(
        str(QT_TRANSLATE_NOOP("Editors", "Pay rule on trial")),
        "follow_up",
        "pay",
        ("month",),
        lambda page, _: page.open_rule(),
    ),
    "discipline.form": EditorPlace(
        str(QT_TRANSLATE_NOOP("Editors", "Disciplinary sanction")),
        "follow_up",
        "discipline",
        (),
        lambda page, facts: page.open_kept(facts),
        openers.sanction,
    ),
    "time.day": EditorPlace(
        str(QT_TRANSLATE_NOOP("Editors", "Day put right")),
        "execution",
        "attendance",
        (),
        openers.day,
        openers.month_of_somebody,
    ),
    "time.entries": EditorPlace(
        str(QT_TRANSLATE_NOOP("Editors", "Activities of a person")),
        "execution",
        "activity",
        (),
        lambda page, _: page.open_enter(),
    ),
    "time.letter": EditorPlace(
        str(QT_TRANSLATE_NOOP("Editors", "Letter of absence")),
        "execution",
        "letters",
        (),
        openers.on_chosen("open_change", _letter),
        openers.chosen(_letter),
    ),
    "time.letter.new": EditorPlace(
        str(QT_TRANSLATE_NOOP("Editors", "New letter of absence")),
        "execution",
        "letters",
        (),
        lambda page, _: page.open_new(),
    ),
    "time.machine": EditorPlace(
        str(QT_TRANSLATE_NOOP("Editors", "Machine number")),
        "execution",
        "machines",
        (),
        openers.on_chosen("open_map", _machine),
        openers.chosen(_machine),
    ),
    "time.machine.new": EditorPlace(
        str(QT_TRANSLATE_NOOP("Editors", "New machine number")),
        "execution",
        "machines",
        (),
        lambda page, _: page.open_new(),
    ),
    "time.shift": EditorPlace(
        str(QT_TRANSLATE_NOOP("Editors", "Shift")),
        "execution",
        "shifts",
        (),
        openers.on_chosen("open_change", _shift),
        openers.chosen(_shift),
    ),
    "time.shift.new": EditorPlace(
        str(QT_TRANSLATE_NOOP("Editors", "New shift")), "execution", "shifts", (), lambda page, _: page.open_new()
    ),
    "transfer.out": EditorPlace(
        str(QT_TRANSLATE_NOOP("Editors", "People who are let go")),
        "handover",
        "transfers",
        (),
        lambda page, _: page.let_go(),
    ),
    "transfer.in": EditorPlace(
        str(QT_TRANSLATE_NOOP("Editors", "People who are taken in")), "handover", "transfers", (), openers.arrival
    ),
    "handover.word": EditorPlace(
        str(QT_TRANSLATE_NOOP("Editors", "Reference data of the region")),
        "handover",
        "corrections",
        (),
        lambda page, _: page.say_reference(),
    ),
}
