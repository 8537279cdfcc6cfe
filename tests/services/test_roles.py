"""Who may do what, as a table that a lawyer can read, and every verb of every room behind the same guard."""

from __future__ import annotations

import csv
import dataclasses
import inspect
import typing
from collections.abc import Callable, Iterator
from pathlib import Path
from unittest.mock import MagicMock

import pytest

from meritdesk import bootstrap
from meritdesk.core import access
from meritdesk.core.access import Action, Actor, Role
from meritdesk.core.accounts import Account, Protection, Witness
from meritdesk.core.circumstances import RevisionReason
from meritdesk.core.documents import SignerRole
from meritdesk.core.errors import Refusal
from meritdesk.core.evaluation import Rating
from meritdesk.core.periods import parse_period
from meritdesk.core.store import AgencyInfo
from meritdesk.services import Desk
from meritdesk.store import vault
from meritdesk.store.vault import Cost

TABLE = Path(__file__).parent.parent / "rules" / "roles.csv"
NOT_ALLOWED = {"USE-110", "ACC-104", "ACC-142"}
YEAR = parse_period("2025")

PURE = {
    "register.today": "the date on the wall",
    "teams.today": "the date on the wall",
    "planning.editor.check_draft": "rules on what is just typed; nothing of the store is read",
    "assessment.old_years.rules": "a rule of the land",
    "assessment.old_years.check": "rules on a paper that is just typed",
    "assessment.old_years.card": "rules on papers that the caller holds already",
    "assessment.preview": "rules on two ratings that are just typed",
    "documents.scans.sights": "looks at pages of a file, not at the store",
    "follow_up.discipline.may_see": "answers no for whoever may see nothing",
    "follow_up.pay.rules.read": "the text of a file that the clerk has",
    "follow_up.surveys.rules": "a rule of the land",
    "upkeep.lists.marked": "how a file is called",
    "upkeep.personal.rules": "a rule of the land",
    "upkeep.tables.layouts": "which layouts the program knows",
    "upkeep.tables.prepare": "a file that the clerk has, before an import verb asks",
    "upkeep.tables.fitting_sheet": "a file that the clerk has",
}
"""Verbs that neither read the store nor write it: there is nothing to guard."""

COMPARES_FIRST = {"handover.keys.standings.revoke": "counts the number before it hands on to the guarded verb"}


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """An office whose only account is that of its head, whom nobody else is."""
    patch = pytest.MonkeyPatch()
    patch.setattr(vault, "COST", Cost(64, 1, 1))
    folder = tmp_path_factory.mktemp("roles") / "kantor"
    bootstrap.create_store(folder, AgencyInfo("7371", "Kota Contoh", False, "PC1"), "kata sandi kantor")
    with bootstrap.open_desk(folder, "kata sandi kantor") as opened:
        opened.upkeep.accounts.begin("Ibu Ratna", Role.HEAD, "kuda besi lari pagi")
        yield opened
    patch.undo()


class Peeked:
    """A store that tells whether somebody began to write."""

    def __init__(self, store: object) -> None:
        self._store = store
        self.began = 0

    def __getattr__(self, name: str) -> object:
        if name == "writing":
            self.began += 1
        return getattr(self._store, name)


def acting(desk: Desk, role: Role) -> None:
    object.__setattr__(desk.upkeep.around, "actor", Actor("penguji", role, "PC1", account_id="penguji"))


def _bring(desk: Desk, role: Role) -> None:
    acting(desk, Role.HEAD)
    store = MagicMock()
    store.vouch.return_value = Witness("orang kedua", "lain", role)
    around = dataclasses.replace(desk.upkeep.around, store=store)
    type(desk.upkeep.second)(around).bring("orang kedua", "rahasia")


DEEDS: dict[str, Callable[[Desk, Path], object]] = {
    "register.units": lambda desk, _: desk.register.units(),
    "overview.status": lambda desk, _: desk.overview.status(YEAR),
    "assessment.rate": lambda desk, _: desk.assessment.rate("0", YEAR, Rating.MEETS, Rating.MEETS),
    "execution.grid.set": lambda desk, _: desk.execution.grid.set(()),
    "register.import_staff": lambda desk, folder: desk.register.import_staff(folder / "tidak-ada.xlsx"),
    "planning.editor.remove": lambda desk, _: desk.planning.editor.remove("tidak-ada"),
    "documents.circulation.sign": lambda desk, _: desk.documents.circulation.sign(("tidak-ada",), SignerRole.RATEE),
    "upkeep.undo": lambda desk, _: desk.upkeep.undo("tidak-ada"),
    "assessment.close": lambda desk, _: desk.assessment.close(YEAR),
    "assessment.acts.reopen": lambda desk, _: desk.assessment.acts.reopen("0", YEAR, next(iter(RevisionReason)), "x"),
    "planning.editor.waive": lambda desk, _: desk.planning.editor.waive("tidak-ada", "V-01", "penguji", "x"),
    "documents.cancel": lambda desk, _: desk.documents.cancel("tidak-ada", "x"),
    "handover.pack": lambda desk, folder: desk.handover.pack(YEAR, folder / "tidak" / "ada"),
    "handover.take_back": lambda desk, _: desk.handover.take_back("tidak-ada", "x"),
    "handover.keys.standings.announce": lambda desk, _: desk.handover.keys.standings.announce(),
    "upkeep.settings.change": lambda desk, _: desk.upkeep.settings.change({}),
    "handover.keys.rotate": lambda desk, folder: desk.handover.keys.rotate(folder, ""),
    "upkeep.check": lambda desk, _: desk.upkeep.check(),
    "upkeep.change_passphrase": lambda desk, _: desk.upkeep.change_passphrase("pendek"),
    "upkeep.accounts.suspend": lambda desk, _: desk.upkeep.accounts.suspend("tidak-ada"),
    "upkeep.accounts.begin": lambda desk, _: desk.upkeep.accounts.begin("", Role.OPERATOR, ""),
    "upkeep.accounts.protect": lambda desk, _: desk.upkeep.accounts.protect(Protection(idle_minutes=999)),
    "upkeep.lists.export": lambda desk, folder: desk.upkeep.lists.export(MagicMock(), folder / "daftar.txt"),
    "upkeep.audit.export": lambda desk, folder: desk.upkeep.audit.export(MagicMock(), folder / "jurnal.txt", str),
    "execution.confidential.lines": lambda desk, _: desk.execution.confidential.lines(),
}


def table() -> Iterator[tuple[str, str, Role, bool]]:
    with TABLE.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter=";"):
            for role in Role:
                yield row["action"], row["verb"], role, {"ya": True, "tidak": False}[row[role.value]]


def test_the_table_says_what_the_services_do(desk: Desk, tmp_path: Path) -> None:
    wrong = []
    for _, verb, role, is_allowed in table():
        try:
            if verb == "upkeep.second.bring":
                _bring(desk, role)
            else:
                acting(desk, role)
                DEEDS[verb](desk, tmp_path)
            code = ""
        except Refusal as refusal:
            code = refusal.code
        if (code not in NOT_ALLOWED) is not is_allowed:
            wrong.append((verb, role.value, code))
    assert wrong == []


def test_the_table_knows_every_action_and_is_the_rule_of_the_core() -> None:
    rows = list(table())
    assert {action for action, *_ in rows} == {action.value for action in Action}
    for action, verb, role, is_allowed in rows:
        assert is_allowed is (Action(action) in access.allowed(role)), (verb, role)


def test_the_typist_never_closes_signs_confirms_prints_or_sends() -> None:
    assert access.allowed(Role.TYPIST) == {Action.READ, Action.TYPE}
    assert not Account("1", "joko", "Joko", Role.TYPIST).may_confirm


def test_the_head_of_the_region_does_its_work_and_keeps_its_accounts() -> None:
    here = Actor("kepala", Role.HEAD, "PC1", is_region=True)
    assert access.may(here, Action.TRUST) and access.may(here, Action.ACCOUNTS) and not access.may(here, Action.EDIT)


def verbs(desk: Desk) -> Iterator[tuple[str, Callable[..., object]]]:
    for room in dataclasses.fields(desk):
        yield from _verbs_of(getattr(desk, room.name), (room.name,))


def _verbs_of(counter: object, way: tuple[str, ...]) -> Iterator[tuple[str, Callable[..., object]]]:
    for name, member in vars(type(counter)).items():
        if name.startswith("_"):
            continue
        if isinstance(member, property) and member.fget is not None:
            if _is_counter(typing.get_type_hints(member.fget).get("return")):
                yield from _verbs_of(getattr(counter, name), (*way, name))
        elif inspect.isfunction(member):
            yield ".".join((*way, name)), getattr(counter, name)


def _is_counter(kind: object) -> bool:
    return (
        inspect.isclass(kind)
        and dataclasses.is_dataclass(kind)
        and "around" in {field.name for field in dataclasses.fields(kind)}
    )


def test_every_verb_of_every_room_asks_the_guard_first(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(access._ALLOWED, Role.VIEWER, frozenset())
    acting(desk, Role.VIEWER)
    around = desk.upkeep.around
    peeked = Peeked(around.store)
    object.__setattr__(around, "store", peeked)
    answers, seen = {}, 0
    try:
        for name, verb in verbs(desk):
            seen += 1
            needed = [
                one for one in inspect.signature(verb).parameters.values() if one.default is inspect.Parameter.empty
            ]
            plain = [MagicMock() for one in needed if one.kind is not inspect.Parameter.KEYWORD_ONLY]
            named = {one.name: MagicMock() for one in needed if one.kind is inspect.Parameter.KEYWORD_ONLY}
            try:
                verb(*plain, **named)
                answers[name] = "answered"
            except Refusal as refusal:
                answers[name] = refusal.code
            except Exception as error:  # noqa: BLE001 - it went on past the door
                answers[name] = type(error).__name__
    finally:
        object.__setattr__(around, "store", peeked._store)
    unguarded = {name: said for name, said in answers.items() if said != "USE-110"}
    assert unguarded.keys() == PURE.keys() | COMPARES_FIRST.keys(), unguarded
    assert seen > 600
