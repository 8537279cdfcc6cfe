"""No verb exists on the command line only: each is called somewhere in the window, or a sentence says why not.

The verbs are read from the services, the calls from the syntax of the modules of the window. A counter may be held
under its own name or as ``_name``, or be handed on as a value of its class.
"""

from __future__ import annotations

import ast
import dataclasses
import functools
import inspect
import re
import typing
from collections.abc import Iterator
from pathlib import Path

import pytest

import meritdesk.ui
from meritdesk.services import Desk

WINDOW = Path(next(iter(meritdesk.ui.__path__)))
NO_PLACES = ("upkeep/journal_words.py", "tour/")
"""Where verbs are only named: the words of the journal, and the list of dialogs."""

REASONS = {
    "timekeeping.month_of": "What the recap lists as lines; pay and talent ask for it by person.",
    "timekeeping.absence_of": "What year.lines lists; discipline and pay ask for it by person.",
    "handover.returns.waiting": "What returns.make writes; the tabs Corrections and Approvals list each part of it.",
    "planning.due": "Read by the plan list of the same room; the sample city asks for it as a whole year.",
    "planning.kpi.achieve": "The figures grid writes whole blocks with kpi.write, single figures too.",
    "planning.tree.rows": "papers.export and papers.print_tree write them; the tab opens the tree level by level.",
    "planning.kpi.derive": "kpi.show answers the derived level together with the figures it comes from.",
    "execution.evidence.most_bytes": "A limit that adding evidence checks by itself and tells in its refusal.",
    "execution.grid.cell": "One cell of what grid.lines answers as a whole.",
    "execution.guidance.show": "guidance.lines carries whole records; the tab shows the chosen one from there.",
    "assessment.checking.findings": "The sheet of one unit's spread reads it; the check dialog shows checking.unit.",
    "assessment.calibration.minutes": "The sheet as a value; print_minutes is the deed.",
    "assessment.calibration.move": "One person of what calibration.move_all takes as a block.",
    "assessment.calibration.preview_minutes": "The minutes are printed to a file that opens in the preview of papers.",
    "assessment.objections.sheet": "The sheet as a value; print_sheet is the deed.",
    "assessment.old_years.card": "One line of old_years.show.",
    "assessment.old_years.known": "The dialog of an old paper is opened from the list, which holds the paper already.",
    "assessment.old_years.preview": "An old paper is printed to a file that opens in the preview of papers.",
    "assessment.process.call_sheets": "The sheets as values; print_call_sheets is the deed.",
    "assessment.rate": "One row of what ratings.set takes as a block.",
    "assessment.windows.set_cycle": "The cycle and its window are three settings; the settings page changes them.",
    "assessment.windows.settings": "The settings page shows them with their sources.",
    "upkeep.keeping.is_check_due": "keeping.keep asks it before each backup and checks everything when it is due.",
    "documents.electronic.find_number": "electronic.find takes numbers and files alike.",
    "documents.orders.print_at_once": "documents.print enters such an order by itself.",
    "documents.orders.show": "orders.lines carries the state of every order; its errors are read with orders.errors.",
    "follow_up.discipline.may_see": "Asked by the other verbs of the register, whose lists leave out what it denies.",
    "follow_up.discipline.sanctions_on": "What pay, index and talent read; discipline.lines carries it for the eye.",
    "follow_up.discipline.sanctions_between": "What pay, index and talent read; discipline.lines carries it.",
    "follow_up.pay.papers.preview_recap": "The recap is printed for all units to a file that opens as a paper.",
    "follow_up.pay.recaps": "pay.recap answers the newest version together with the one before it.",
    "follow_up.pay.scheme": "pay.rules.in_force answers the shape together with the rule.",
    "follow_up.credit.board": "credit.lines carries the same cards, with what is printed and what is missing.",
    "follow_up.surveys.figures": "What goes up to the region, whose Merit tab reads it; trend draws it here.",
    "follow_up.talent.search": "talent.keep finds the same people and keeps the list with how it was made.",
    "handover.keys.blocks": "devices says of each key whether it is blocked here; the act in the list says why.",
    "handover.keys.current_list_bytes": "What every return carries; keys.export_list writes it for a clerk.",
    "handover.keys.papers.print_form": "keys.enrol and keys.rotate print the form beside the file.",
    "handover.keys.papers.record": "The record as a value; papers.preview and papers.print are the deeds.",
    "handover.keys.take_list": "A return brings the list; keys.import_list takes one from a file.",
    "handover.national.rekey_papers": "The sheets as values; preview_rekey and print_rekey are the deeds.",
    "handover.papers.sheet": "The sheet as a value; papers.preview and papers.print are the deeds.",
    "handover.transfers.notes.sheet": "The sheet as a value; notes.preview and notes.print are the deeds.",
    "overview.region.sendings": "region.board carries it together with the two others, a line an agency.",
    "overview.region.completeness": "region.board carries it together with the two others, a line an agency.",
    "overview.region.distributions": "region.board carries it together with the two others, a line an agency.",
    "overview.clocks": "overview.work counts what the clocks say together with everything else that waits.",
    "upkeep.audit.findings": "audit.heads carries every finding first, before the heads held elsewhere.",
    "upkeep.audit.held": "audit.heads carries every head that is held, each as a line of its own.",
    "upkeep.audit.lines": "The journal of the store tab shows the same change sets and filters them itself.",
    "upkeep.audit.sheet": "The sheet as a value; audit.preview and audit.print are the deeds.",
    "upkeep.personal.rules": "The record of processing shows the rules; the other verbs read them.",
    "upkeep.personal.extract_sheet": "The sheet as a value; preview_extract and print_extract are the deeds.",
    "upkeep.personal.processing_sheet": "The sheet as a value; preview_processing and print_processing are the deeds.",
    "upkeep.personal.extract": "What preview_extract and print_extract show; the command line asks for its figures.",
    "upkeep.destruction.sheet": "The certificate as a value; destruction.preview and destruction.print are the deeds.",
    "upkeep.leaks.sheet": "The notice as a value; leaks.preview and leaks.print are the deeds.",
    "upkeep.tables.prepare": "The import wizard opens the table itself, asks which sheet and mapping, and hands it on.",
    "upkeep.holidays.calendar": "The working days behind every due date; pages get it with the dates they show.",
    "upkeep.settings.current": "settings.lines carries the same choices with their words.",
}
"""Verbs without a place of their own, each with the reason; a verb that is called in the window needs none."""


@dataclasses.dataclass(frozen=True)
class Verb:
    """One public verb of a room or counter: its way from the desk, and the class that has it."""

    way: tuple[str, ...]
    owner: type

    @property
    def name(self) -> str:
        return ".".join(self.way)


@dataclasses.dataclass(frozen=True)
class Module:
    """What a module of the window calls and names."""

    path: str
    called: frozenset[str]
    chains: frozenset[tuple[str, str]]
    text: str


def verbs() -> Iterator[Verb]:
    for room, kind in typing.get_type_hints(Desk).items():
        if _is_counter(kind):
            yield from _verbs_of(kind, (room,))


def _verbs_of(kind: type, way: tuple[str, ...]) -> Iterator[Verb]:
    for name, member in vars(kind).items():
        if name.startswith("_"):
            continue
        if isinstance(member, property) and member.fget is not None:
            answer = typing.get_type_hints(member.fget).get("return")
            if _is_counter(answer):
                yield from _verbs_of(answer, (*way, name))
        elif inspect.isfunction(member):
            yield Verb((*way, name), kind)


def _is_counter(kind: object) -> bool:
    return (
        inspect.isclass(kind)
        and dataclasses.is_dataclass(kind)
        and "around" in {field.name for field in dataclasses.fields(kind)}
    )


@functools.cache
def modules() -> tuple[Module, ...]:
    found = []
    for path in sorted(WINDOW.rglob("*.py")):
        name = path.relative_to(WINDOW).as_posix()
        if name.startswith(NO_PLACES):
            continue
        text = path.read_text(encoding="utf-8")
        called, chains = set(), set()
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, ast.Attribute):
                called.add(node.attr)
                if isinstance(node.value, ast.Attribute):
                    chains.add((node.value.attr, node.attr))
                elif isinstance(node.value, ast.Name):
                    chains.add((node.value.id, node.attr))
        found.append(Module(name, frozenset(called), frozenset(chains), text))
    return tuple(found)


def places(verb: Verb) -> list[str]:
    """The modules of the window that call a verb, those that name its counter outright first."""
    counter, deed = verb.way[-2:]
    named = [one.path for one in modules() if (counter, deed) in one.chains]
    held = re.compile(rf"\b_{counter}\b|\b{verb.owner.__name__}\b|\.{counter}\b")
    return named or [one.path for one in modules() if deed in one.called and held.search(one.text)]


def test_every_verb_is_called_somewhere_in_the_window_or_says_why_not() -> None:
    homeless = [verb.name for verb in verbs() if not places(verb) and verb.name not in REASONS]
    assert homeless == []


def test_reasons_are_only_given_for_verbs_that_exist_and_say_something() -> None:
    known = {verb.name for verb in verbs()}
    assert REASONS.keys() <= known
    assert all(len(reason) > 20 for reason in REASONS.values())


@pytest.mark.parametrize(
    ("name", "place"),
    [
        ("upkeep.rehearse", "upkeep/store_tab.py"),
        ("documents.scans.begin", "documents/scan_run.py"),
        ("register.careers.evaluator", "seldom/questions.py"),
        ("upkeep.change_passphrase", "upkeep/store_dialogs.py"),
        ("handover.pack", "handover/page.py"),
    ],
)
def test_the_search_finds_what_everybody_knows(name: str, place: str) -> None:
    assert place in places(next(verb for verb in verbs() if verb.name == name))


def test_a_verb_that_nobody_calls_would_be_noticed() -> None:
    assert places(Verb(("upkeep", "dance_on_the_table"), Desk)) == []
