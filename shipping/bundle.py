"""`make build`: the one-folder program for this Linux, looked through, billed and tested as it will be used.

``python -m shipping.bundle`` in an environment with the packages of `requirements/package.txt`. Everything is done on
the finished folder: what is in it, its self-test where no Python is to be found, and its real window on a screen.
"""

from __future__ import annotations

import os
import platform
import shutil
import subprocess
import sys
import sysconfig
import tempfile
import time
from collections.abc import Mapping
from pathlib import Path

from shipping import contents, licences
from shipping.places import BUILD, CONTENTS, DIST, ROOT, Failure, megabytes, told
from shipping.screen import a_screen, seconds_until_full, seconds_until_painted

FOLDER = DIST / "meritdesk"
PROGRAM = FOLDER / "meritdesk"
BILL = DIST / "meritdesk.cdx.json"
PARTS_OF_THE_SELF_TEST = 12
BUILD_SECONDS, SELF_TEST_SECONDS, WINDOW_SECONDS = 900, 600, 120
# Where each thing that the program ships lies in the checkout and in the folder.
SHIPPED = {
    ROOT / "resources": "resources",
    ROOT / "docs" / "manual": "manual",
    ROOT / "meritdesk" / "store" / "migrations": "meritdesk/store/migrations",
}


def main() -> int:
    """Build and prove; the last line says how big it is."""
    try:
        build()
        look_through()
        size = megabytes(FOLDER)
        prove()
    except Failure as failure:
        print(f"\n{failure}", file=sys.stderr)
        return failure.code
    print(f"{FOLDER.relative_to(ROOT)}: {size} MB, self-test and window passed")
    return 0


def build() -> None:
    """Let PyInstaller make the folder from the recipe."""
    count = licences.copy_texts(BUILD / "licences")
    print(f"licences: {count} texts", flush=True)
    started = time.monotonic()
    command = [sys.executable, "-m", "PyInstaller", "--noconfirm", "--clean", "--log-level", "WARN"]
    command += ["--distpath", str(DIST), "--workpath", str(BUILD / "pyinstaller"), str(ROOT / "build.spec")]
    # Away from the person's own cache of PyInstaller, which may be of another version.
    told(command, BUILD_SECONDS, {**os.environ, "PYINSTALLER_CONFIG_DIR": str(BUILD / "pyinstaller-cache")})
    print(f"{PROGRAM.relative_to(ROOT)} built ({time.monotonic() - started:.0f} s)", flush=True)


def look_through() -> None:
    """Whose the files are, whether every shipped file is there, and the bill of materials."""
    from shipping import bill  # what it needs is installed for packaging only

    python = [Path(sysconfig.get_path("stdlib")), Path(sys.base_prefix)]
    sites = [
        Path(path) for path in sys.path if Path(path).name == "site-packages" or (Path(path) / "PyInstaller").is_dir()
    ]
    found = contents.owners(BUILD / "pyinstaller" / "build" / CONTENTS, sites, python)
    contents.check(found)
    missing = missing_files(FOLDER / "_internal")
    if missing:
        raise Failure(f"{len(missing)} files are not in the folder, the first: {missing[0]}")
    system = contents.debian_packages(found.system)
    keep_system_licences(system, FOLDER / "_internal" / "licences" / "system")
    parts = bill.write(BILL, found.distributions, system, platform.python_version())
    print(f"{len(found.distributions)} packages, {len(system)} of the system; {BILL.relative_to(ROOT)}: {parts} parts")


def missing_files(inside: Path) -> list[str]:
    """What the checkout ships and the folder lacks, or has in other words."""
    lacking = []
    for source, place in SHIPPED.items():
        for path in sorted(source.rglob("*")):
            if path.is_file() and "__pycache__" not in path.parts:
                there = inside / place / path.relative_to(source)
                if not there.is_file() or there.stat().st_size != path.stat().st_size:
                    lacking.append(str(path.relative_to(ROOT)))
    return lacking


def keep_system_licences(system: Mapping[str, tuple[str, list[str]]], folder: Path) -> None:
    """The texts for the libraries of this machine, where it keeps them as Debian does."""
    for package in system:
        text = Path("/usr/share/doc") / package / "copyright"
        if text.is_file():
            folder.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(text, folder / f"{package}.txt")


def prove() -> None:
    """The self-test and the window of the finished program, where no Python and no checkout is to be found."""
    with tempfile.TemporaryDirectory(prefix="meritdesk-bundle-") as name:
        bare = bare_environment(Path(name))
        started = time.monotonic()
        said = told([PROGRAM, "upkeep", "self-test"], SELF_TEST_SECONDS, bare, Path(name))
        print(said, end="", flush=True)
        if said.count("✓") != PARTS_OF_THE_SELF_TEST:
            raise Failure(f"The self-test told of {said.count('✓')} parts, {PARTS_OF_THE_SELF_TEST} were expected.")
        print(f"self-test of the folder passed ({time.monotonic() - started:.0f} s)", flush=True)
        with a_screen() as screen:
            bare["DISPLAY"] = screen.name
            started = time.perf_counter()
            with subprocess.Popen([PROGRAM], env=bare, cwd=name, stdin=subprocess.DEVNULL) as process:
                try:
                    frame = seconds_until_painted(screen, process, started, WINDOW_SECONDS)
                    door = seconds_until_full(screen, process, started, WINDOW_SECONDS)
                    screen.picture().save(BUILD / "window.png")
                finally:
                    process.terminate()
        print(f"window of the folder: its frame after {frame:.2f} s, the front door after {door:.2f} s", flush=True)


def bare_environment(folder: Path) -> dict[str, str]:
    """An empty search path, an empty home, nothing of ours: what a PC without Python offers."""
    for part in ("bin", "home", "tmp"):
        (folder / part).mkdir()
    return {
        "PATH": str(folder / "bin"), "HOME": str(folder / "home"), "TMPDIR": str(folder / "tmp"),
        "LANG": "C.UTF-8", "QT_QPA_PLATFORM": "xcb",
    }  # fmt: skip


if __name__ == "__main__":
    sys.exit(main())
