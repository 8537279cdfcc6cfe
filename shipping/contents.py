"""What a finished folder holds and whose it is: by the list that the recipe wrote, never by what a lock promises."""

from __future__ import annotations

import importlib.metadata
import json
import subprocess
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path, PureWindowsPath

from shipping.places import ROOT, Failure, pins, plain

EXTRAS = (
    "pyhanko", "pyhanko-certvalidator", "asn1crypto", "uritools", "tzlocal", "psycopg", "psycopg-binary",
    # pyhanko does not start without this client of the web and its parts; no line of ours ever calls it.
    "aiohttp", "aiohappyeyeballs", "aiosignal", "attrs", "certifi", "frozenlist", "idna", "multidict", "propcache",
    "yarl",
)  # fmt: skip
"""What ships beyond the program's lock: electronic signatures and the shared server, at the pins of ``dev.txt``."""

OURS_OF_THE_BUILDER = ("pyinstaller", "pyinstaller-hooks-contrib")
"""Their start-up code is in the program; it may be passed on with any program."""


@dataclass(slots=True)
class Owners:
    """Whose files a folder holds."""

    distributions: dict[str, str] = field(default_factory=dict)
    """Package of the index and its version."""
    system: set[str] = field(default_factory=set)
    """Libraries that came from the machine on which it was built."""
    ours: int = 0
    python: int = 0


def may_ship() -> dict[str, str]:
    """Every package that may be in the program, with its one version."""
    tested = pins("dev.txt")
    return {**pins("runtime.txt"), **{name: tested[name] for name in EXTRAS}}


def owners(contents: Path, sites: Sequence[Path], python: Sequence[Path]) -> Owners:
    """Sort every file of a folder by its owner; ``sites`` hold packages, ``python`` the language's own library."""
    by_path: dict[str, tuple[str, str]] = {}
    for one in importlib.metadata.distributions(path=[str(site) for site in sites]):
        known = (plain(one.name), one.version)
        for file in one.files or ():
            by_path[str(Path(str(one.locate_file(file))).resolve())] = known
    found = Owners()
    for source in json.loads(contents.read_text(encoding="utf-8"))["sources"]:
        path = Path(PureWindowsPath(source).as_posix().removeprefix("Z:") if ":" in source[:3] else source).resolve()
        owner = by_path.get(str(path))
        if owner is not None:
            found.distributions[owner[0]] = owner[1]
        elif _within(path, (ROOT / "meritdesk", ROOT / "resources", ROOT / "docs", ROOT / "shipping", ROOT / "build")):
            found.ours += 1
        elif _within(path, python):
            found.python += 1
        elif _within(path, sites):
            raise Failure(f"{path} belongs to no package that is installed here.")
        elif path.suffix != ".py" and path.parent != ROOT:
            found.system.add(str(path))
    return found


def check(found: Owners) -> None:
    """Nothing ships that the locks do not name, and nothing in another version than was tested."""
    allowed = may_ship()
    builders = pins("package.txt")
    wrong = []
    for name, version in sorted(found.distributions.items()):
        wanted = builders.get(name) if name in OURS_OF_THE_BUILDER else allowed.get(name)
        if wanted is None:
            wrong.append(f"{name} {version} is in the folder and must not ship; name it in LEFT_OUT of build.spec.")
        elif wanted != version:
            wrong.append(f"{name} {version} is in the folder, the locks say {wanted}.")
    if wrong:
        raise Failure("\n".join(wrong))


def debian_packages(libraries: Iterable[str]) -> dict[str, tuple[str, list[str]]]:
    """Package, version and files of the system's libraries where this is Debian; others stand under their own name."""
    found: dict[str, tuple[str, list[str]]] = {}
    for library in sorted(libraries):
        package, version = Path(library).name, ""
        for place in (library, library.removeprefix("/usr"), f"/usr{library}"):
            asked = _said("dpkg-query", "-S", place)
            if asked:
                package = asked.split(":", 1)[0]
                version = _said("dpkg-query", "-W", "-f", "${Version}\n", package).splitlines()[0]
                break
        found.setdefault(package, (version, []))[1].append(Path(library).name)
    return found


def _said(*command: str) -> str:
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=30)
    except FileNotFoundError:
        return ""
    return done.stdout.strip() if done.returncode == 0 else ""


def _within(path: Path, folders: Iterable[Path]) -> bool:
    return any(path.is_relative_to(folder.resolve()) for folder in folders)
