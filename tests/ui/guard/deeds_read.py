"""Reads from the code which control of the window leads to which guarded verbs; used by the test beside it.

A control is what has a name and a handler: a button whose click is connected, a command of a page, a row of a table of
commands, a list whose lines are opened. Its handler is followed through the methods and functions of the window. What
is reached only through a dialog that it opens is kept apart: the dialog has controls of its own, which may be grey
while the dialog is looked at.
"""

from __future__ import annotations

import ast
import dataclasses
import functools
import inspect
import re
import typing
from collections.abc import Iterable, Iterator
from pathlib import Path

import meritdesk.services
import meritdesk.ui
from meritdesk.services import Desk

WINDOW = Path(next(iter(meritdesk.ui.__path__)))
SERVICES = Path(next(iter(meritdesk.services.__path__)))
SIGNALS = ("clicked", "triggered", "line_opened", "doubleClicked", "activated", "opened")
"""A press, a command, and whatever a double click or Enter on a line says."""

NO_PLACES = (
    *("tour/", "first_run/", "guard/", "help/", "palette/", "work/", "upkeep/journal_words.py"),
    "intake/",  # the wizard is opened by controls that are tied
)
"""Where nothing of the desk is done, or where the services' own refusal is the point: the doors and the lock."""

PASSED_ON = {
    "documents.count": "READ", "documents.lines": "READ", "handover.inspect": "READ", "handover.look_into": "READ",
    "handover.pack": "PACK", "handover.receive": "RECEIVE", "handover.take_back": "RECEIVE",
    "handover.transfers.look": "READ", "handover.transfers.pack": "PACK", "handover.transfers.pass_on": "RECEIVE",
    "handover.transfers.take": "RECEIVE", "upkeep.audit.export": "AUDIT", "upkeep.audit.settle": "UPKEEP",
    **{
        f"upkeep.accounts.{verb}": "ACCOUNTS"
        for verb in ("begin", "change", "suspend", "resume", "close", "reset", "protect")
    },
    **{
        f"upkeep.accounts.{verb}": "READ"
        for verb in ("who", "lines", "roles", "admit", "prove", "protection", "is_second_asked", "change_password")
    },
}  # fmt: skip
"""Verbs that hand on to another one, which asks, or whose guard depends on whether there are accounts."""

NAME = re.compile(r"[a-z_][a-z_0-9]*")
"""What a control is called; keys stand in the same tables."""


@dataclasses.dataclass
class Class:
    """One class of the window with the methods of its own."""

    module: Module
    name: str
    bases: tuple[str, ...]
    node: ast.ClassDef
    methods: dict[str, ast.FunctionDef]

    @property
    def place(self) -> str:
        return f"{self.module.name}.{self.name}"


@dataclasses.dataclass
class Module:
    """One module: its classes and functions, and what its imported names mean."""

    name: str
    path: Path
    tree: ast.Module
    classes: dict[str, Class]
    functions: dict[str, ast.FunctionDef]
    imports: dict[str, tuple[str, str]]
    aliases: dict[str, set[str]]
    """Local names and attributes that hold a counter of the desk, by what that counter is called or its class."""


@dataclasses.dataclass(frozen=True)
class Reached:
    """The actions a control leads to: by itself, and through a dialog that it opens."""

    itself: frozenset[str]
    through_dialogs: frozenset[str]


Lead = tuple[Module, Class | None, ast.AST, str, bool]
"""Where a piece of code leads to: the module, the class, the code, its name, and whether that is a dialog."""


# --- the verbs and what they ask for ---------------------------------------------------------------------------------


@functools.cache
def guards() -> dict[tuple[str, ...], str]:
    """Every verb by its way from the desk, and the action that it asks the guard for."""
    found: dict[tuple[str, ...], str] = {}
    for room, kind in typing.get_type_hints(Desk).items():
        if _is_counter(kind):
            found.update(_guards_of(kind, (room,)))
    return found


def _guards_of(kind: type, way: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], str]]:
    for name, member in vars(kind).items():
        if name.startswith("_"):
            continue
        if isinstance(member, property) and member.fget is not None:
            answer = typing.get_type_hints(member.fget).get("return")
            if _is_counter(answer):
                yield from _guards_of(typing.cast(type, answer), (*way, name))
        elif inspect.isfunction(member):
            said = PASSED_ON.get(".".join((*way, name)))
            yield (*way, name), said or _asked_by(member.__module__, kind.__name__, name, 0)


def _is_counter(kind: object) -> bool:
    return (
        inspect.isclass(kind)
        and dataclasses.is_dataclass(kind)
        and "around" in {field.name for field in dataclasses.fields(kind)}
    )


@functools.cache
def _service(module: str) -> tuple[dict[tuple[str, str], ast.FunctionDef], dict[str, tuple[str, str]]]:
    base = SERVICES.parent.joinpath(*module.split(".")[1:])
    path = base / "__init__.py" if base.is_dir() else base.with_suffix(".py")
    tree = ast.parse(path.read_text(encoding="utf-8"))
    functions = {("", one.name): one for one in tree.body if isinstance(one, ast.FunctionDef)}
    for kind in tree.body:
        if isinstance(kind, ast.ClassDef):
            functions.update({(kind.name, one.name): one for one in kind.body if isinstance(one, ast.FunctionDef)})
    return functions, _imports(tree.body)


@functools.cache
def _asked_by(module: str, kind: str, name: str, depth: int) -> str:
    """The first action that a function asks for; empty when it asks for none."""
    functions, imports = _service(module)
    node = functions.get((kind, name))
    if node is None or depth > 4:
        return ""
    calls = sorted(
        (one for one in ast.walk(node) if isinstance(one, ast.Call)), key=lambda one: (one.lineno, one.col_offset)
    )
    for call in calls:
        if _name_of(call.func) == "may":
            continue
        values = [*call.args, *(one.value for one in call.keywords)]
        for value in values:
            for part in ast.walk(value):
                if isinstance(part, ast.Attribute) and isinstance(part.value, ast.Name) and part.value.id == "Action":
                    return part.attr
    for call in calls:
        found, callee = "", call.func
        if _name_of(callee) == "issue_papers":
            return "PRINT"  # what it asks for where nothing else is said
        if isinstance(callee, ast.Attribute) and isinstance(callee.value, ast.Name):
            if callee.value.id == "self":
                found = _asked_by(module, kind, callee.attr, depth + 1)
            elif callee.value.id in imports:
                source, original = imports[callee.value.id]
                found = _asked_by(f"{source}.{original}", "", callee.attr, depth + 1) if source in _KNOWN else ""
        elif isinstance(callee, ast.Name):
            if ("", callee.id) in functions:
                found = _asked_by(module, "", callee.id, depth + 1)
            elif callee.id in imports and imports[callee.id][0].startswith("meritdesk.services"):
                found = _asked_by(imports[callee.id][0], "", imports[callee.id][1], depth + 1)
        if found:
            return found
    return ""


_KNOWN = ("meritdesk.services",)


def _imports(nodes: Iterable[ast.AST]) -> dict[str, tuple[str, str]]:
    return {
        alias.asname or alias.name: (node.module, alias.name)
        for node in nodes
        if isinstance(node, ast.ImportFrom) and node.module
        for alias in node.names
    }


# --- the window ------------------------------------------------------------------------------------------------------


@functools.cache
def modules() -> dict[str, Module]:
    """Every module of the window by its dotted name."""
    found = {}
    for path in sorted(WINDOW.rglob("*.py")):
        short = path.relative_to(WINDOW).with_suffix("").as_posix().removesuffix("/__init__")
        if short.startswith("tour/"):
            continue
        tree = ast.parse(path.read_text(encoding="utf-8"))
        nodes = [one for one in ast.walk(tree) if isinstance(one, ast.ImportFrom | ast.Assign)]
        module = Module(short, path, tree, {}, {}, _imports(nodes), _aliases(nodes))
        for node in tree.body:
            if isinstance(node, ast.FunctionDef):
                module.functions[node.name] = node
            if isinstance(node, ast.ClassDef):
                bases = tuple(_name_of(base) for base in node.bases)
                methods = {one.name: one for one in node.body if isinstance(one, ast.FunctionDef)}
                module.classes[node.name] = Class(module, node.name, bases, node, methods)
        found[f"meritdesk.ui.{short.replace('/', '.')}"] = module
    return found


def _name_of(node: ast.expr) -> str:
    return _name_of(node.value) if isinstance(node, ast.Subscript) else getattr(node, "id", getattr(node, "attr", ""))


@functools.cache
def _counter_names() -> frozenset[str]:
    return frozenset(one for way in guards() for one in way[:-1])


def _aliases(nodes: Iterable[ast.AST]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for node in nodes:
        if isinstance(node, ast.Assign):
            values = [(target, node.value) for target in node.targets]
            if isinstance(node.value, ast.Tuple):
                values = [
                    pair
                    for target in node.targets
                    if isinstance(target, ast.Tuple)
                    for pair in zip(target.elts, node.value.elts, strict=False)
                ]
            for target, value in values:
                chain = _chain(value)
                if len(chain) > 1 and chain[-1] in _counter_names():
                    found.setdefault(_name_of(target).removeprefix("_"), set()).add(chain[-1])
    return found


def _chain(node: ast.expr) -> tuple[str, ...]:
    """The names of a dotted expression; a call in it stands for what it answers."""
    if isinstance(node, ast.Attribute):
        return (*_chain(node.value), node.attr)
    if isinstance(node, ast.Call):
        return _chain(node.func)
    return (node.id,) if isinstance(node, ast.Name) else ("",)


@functools.cache
def _by_verb() -> dict[str, list[tuple[tuple[str, ...], str]]]:
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for way, action in guards().items():
        found.setdefault(way[-1], []).append((way, action))
    return found


_SEEN: dict[int, frozenset[str]] = {}


def _verbs_in(node: ast.AST, module: Module) -> frozenset[str]:
    """The actions of the verbs that are named in a piece of code."""
    if id(node) in _SEEN:
        return _SEEN[id(node)]
    actions: set[str] = set()
    for one in ast.walk(node):
        if not isinstance(one, ast.Attribute) or one.attr not in _by_verb():
            continue
        chain = tuple(part.removeprefix("_") for part in _chain(one))
        ways = [chain]
        if len(chain) > 1 and chain[-2] in module.aliases:
            ways += [(*chain[:-2], name, chain[-1]) for name in module.aliases[chain[-2]]]
        best: dict[int, set[str]] = {}
        for way, action in _by_verb()[one.attr]:
            length = max(_suffix(way, said) for said in ways)
            if length > 1:
                best.setdefault(length, set()).add(action)
        if best:
            actions |= best[max(best)]
    _SEEN[id(node)] = frozenset(actions)
    return _SEEN[id(node)]


def _suffix(way: tuple[str, ...], said: tuple[str, ...]) -> int:
    length = 0
    while length < min(len(way), len(said)) and way[-1 - length] == said[-1 - length]:
        length += 1
    return length


def _above(kind: Class) -> Iterator[Class]:
    """A class and those of the window that it comes from."""
    yield kind
    for base in kind.bases:
        found = kind.module.classes.get(base) or _imported_class(kind.module, base)
        if found is not None and found is not kind:
            yield from _above(found)


def _imported_class(module: Module, name: str) -> Class | None:
    source, original = module.imports.get(name, ("", ""))
    there = modules().get(source)
    return there.classes.get(original) if there is not None else None


def _method(kind: Class, name: str) -> tuple[Class, ast.FunctionDef] | None:
    return next(((one, one.methods[name]) for one in _above(kind) if name in one.methods), None)


def _is_dialog(kind: Class) -> bool:
    return any("QDialog" in one.bases for one in _above(kind))


def reached_from(kind: Class, handler: ast.AST) -> Reached:
    """What a handler of a class leads to."""
    itself: set[str] = set()
    through: set[str] = set()
    seen: set[tuple[str, str, bool]] = set()
    waiting: list[tuple[Module, Class | None, ast.AST, bool]] = [(kind.module, kind, handler, False)]
    while waiting:
        module, home, node, is_inside = waiting.pop()
        (through if is_inside else itself).update(_verbs_in(node, module))
        for found_module, found_home, found, name, is_dialog in _leads(module, home, node):
            key = (f"{found_module.name}.{found_home.name if found_home else ''}.{name}", "", is_inside or is_dialog)
            if key not in seen:
                seen.add(key)
                waiting.append((found_module, found_home, found, is_inside or is_dialog))
    return Reached(frozenset(itself - {"", "READ"}), frozenset(through - {"", "READ"}))


_LED: dict[tuple[int, str], list[Lead]] = {}


def _leads(module: Module, home: Class | None, node: ast.AST) -> list[Lead]:
    key = (id(node), f"{module.name}:{home.place if home is not None else ''}")
    if key not in _LED:
        _LED[key] = list(_found_leads(module, home, node))
    return _LED[key]


def _found_leads(module: Module, home: Class | None, node: ast.AST) -> Iterator[Lead]:
    for one in ast.walk(node):
        if isinstance(one, ast.Attribute) and isinstance(one.value, ast.Name):
            if one.value.id in ("self", "tab", "page") and home is not None:
                found = _method(home, one.attr)
                if found is not None:  # its names are those of the module where it stands
                    yield found[0].module, home, found[1], one.attr, False
            elif one.value.id in module.imports:
                source, original = module.imports[one.value.id]
                there = modules().get(f"{source}.{original}")
                if there is not None and one.attr in there.functions:
                    yield there, None, there.functions[one.attr], one.attr, False
        elif isinstance(one, ast.Name):
            if one.id in module.functions:
                yield module, None, module.functions[one.id], one.id, False
            source, original = module.imports.get(one.id, ("", ""))
            there = modules().get(source)
            if there is not None and original in there.functions:
                yield there, None, there.functions[original], original, False
            dialog = module.classes.get(one.id) or _imported_class(module, one.id)
            if dialog is not None and _is_dialog(dialog):
                yield dialog.module, dialog, dialog.node, dialog.name, True


# --- controls --------------------------------------------------------------------------------------------------------


@functools.cache
def controls() -> tuple[tuple[str, str, Reached], ...]:
    """As ``read_controls``, once."""
    return tuple(read_controls())


def read_controls() -> Iterator[tuple[str, str, Reached]]:
    """Every control of the window that leads to a guarded verb: its class, its name, and what it leads to."""
    for module in modules().values():
        if module.path.relative_to(WINDOW).as_posix().startswith(NO_PLACES):
            continue
        for kind in module.classes.values():
            handlers: dict[str, list[ast.AST]] = {}
            for name, handler in _connected(kind):
                if NAME.fullmatch(name):
                    handlers.setdefault(name.removeprefix("_"), []).append(handler)
            for name, button in _pressing(kind):
                handlers.setdefault(name, []).extend(handlers.get(button, []))
            for name, given in sorted(handlers.items()):
                reached = [reached_from(kind, one) for one in given]
                whole = Reached(
                    frozenset().union(*(one.itself for one in reached)),
                    frozenset().union(*(one.through_dialogs for one in reached)),
                )
                if whole.itself or whole.through_dialogs:
                    yield kind.place, name, whole


def _connected(kind: Class) -> Iterator[tuple[str, ast.AST]]:
    methods = {name for one in _above(kind) for name in one.methods}

    def handlers_in(node: ast.AST) -> list[ast.AST]:
        found: list[ast.AST] = []
        for part in ast.walk(node):
            is_own = isinstance(part, ast.Attribute) and isinstance(part.value, ast.Name) and part.value.id == "self"
            if isinstance(part, ast.Lambda) or (is_own and typing.cast(ast.Attribute, part).attr in methods):
                found.append(part)
        return found

    for node in ast.walk(kind.node):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "connect":
            signal = node.func.value
            if isinstance(signal, ast.Attribute) and signal.attr in SIGNALS:
                for name in _control_names(signal.value):
                    yield from ((name, one) for one in node.args)
        elif isinstance(node, ast.Call) and _is_own_attribute(node.func) and node.args:
            said = node.args[0]  # self._push("skp_save", self.save, "Ctrl+S"): a button and a command of that name
            if isinstance(said, ast.Constant) and isinstance(said.value, str):
                yield from ((said.value, part) for one in node.args[1:] for part in handlers_in(one))
        elif isinstance(node, ast.Dict):
            for key, value in zip(node.keys, node.values, strict=True):
                if isinstance(key, ast.Constant) and isinstance(key.value, str):
                    yield from ((key.value, one) for one in handlers_in(value))
        elif isinstance(node, ast.Tuple):
            said = [one.value for one in node.elts if isinstance(one, ast.Constant) and isinstance(one.value, str)]
            own = [part for one in node.elts if not isinstance(one, ast.Tuple | ast.Dict) for part in handlers_in(one)]
            if said:
                yield from ((said[0], one) for one in own)
            buttons = [one.attr for one in node.elts if _is_own_attribute(one) and one.attr not in methods]
            if buttons and not said:
                yield from ((buttons[0], one) for one in own)
        elif isinstance(node, ast.Assign) and isinstance(node.value, ast.Call) and _is_own_attribute(node.value.func):
            given: Iterable[ast.expr] = (*node.value.args, *(one.value for one in node.value.keywords))
            for target in filter(_is_own_attribute, node.targets):
                yield from ((target.attr, part) for one in given for part in handlers_in(one))


def _pressing(kind: Class) -> Iterator[tuple[str, str]]:
    """Commands that press a button: ``("new_order", "Ctrl+N", self.new.click)``."""
    for node in ast.walk(kind.node):
        if isinstance(node, ast.Tuple) and node.elts and isinstance(node.elts[0], ast.Constant):
            for part in node.elts:
                if isinstance(part, ast.Attribute) and part.attr == "click" and _is_own_attribute(part.value):
                    yield str(node.elts[0].value), part.value.attr


def _is_own_attribute(node: ast.AST) -> typing.TypeGuard[ast.Attribute]:
    return isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == "self"


def _control_names(node: ast.expr) -> Iterator[str]:
    if _is_own_attribute(node):
        yield node.attr
    elif isinstance(node, ast.Subscript) and isinstance(node.slice, ast.Constant):
        yield str(node.slice.value)


if __name__ == "__main__":
    for place, control, reached in controls():
        print(place, control, " ".join(sorted(reached.itself)), " ".join(sorted(reached.through_dialogs)), sep=";")
