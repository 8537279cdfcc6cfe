"""The developer's and the newcomer's one tool: set up the checkout, run the sample city, run every check.

`make VERB` calls this file; `python3 tasks.py VERB` (on Windows `py -3.12 tasks.py VERB`) does the same without make.
Standard library only, since it runs before anything is installed. Exit codes: 0 done, 1 a check or a step failed,
2 something is missing on this machine and the message names what to do.
"""

from __future__ import annotations

import argparse
import codecs
import ctypes
import hashlib
import importlib.util
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
STATE = ROOT / ".setup"
SAMPLE = ROOT / "sample-city"
SAMPLE_MARKER = "sample-city.json"
MEMORY_DISK = Path("/dev/shm")
ROOM_FOR_TESTS = 5 * 1024**3
"""Bytes that the temporary files of a full run may come to, with some to spare."""

OLDEST_PYTHON = (3, 11)
FIRST_UNTRIED_PYTHON = (3, 14)

# For each set the builders first, then what they help to install.
LOCKS: Mapping[str, tuple[str, ...]] = {
    "runtime": ("requirements/build.txt", "requirements/runtime.txt"),
    "dev": ("requirements/build-dev.txt", "requirements/dev.txt"),
    "bench": ("requirements/build-dev.txt", "requirements/dev.txt", "requirements/bench.txt"),
    "faults": ("requirements/build-dev.txt", "requirements/dev.txt", "requirements/faults.txt"),
    "package": ("requirements/build-dev.txt", "requirements/dev.txt", "requirements/package.txt"),
}
# A larger set holds the smaller ones, so whoever has it need not wait again for those.
HELD: Mapping[str, tuple[str, ...]] = {
    "runtime": (),
    "dev": ("runtime",),
    "bench": ("dev", "runtime"),
    "faults": ("dev", "runtime"),
    "package": ("dev", "runtime"),
}
# The one package without a wheel, a test tool. Everything else must come as a wheel: building a source package runs
# its author's code, and on a machine without a compiler it fails in a way that nobody understands.
SOURCE_ONLY = "bagit"


class Stop(Exception):
    """An end with a plain sentence for the reader instead of a traceback."""

    def __init__(self, message: str, code: int = 2) -> None:
        super().__init__(message)
        self.code = code


def heading(text: str) -> None:
    """Begins a stage on the screen."""
    print(f"\n== {text}", flush=True)


# --- system packages -------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class SystemPart:
    """Something the operating system must bring: a library, a program, a server or a part of Python's own library."""

    kind: str
    name: str
    packages: tuple[str, ...]
    """Debian and Ubuntu names, newest first; the last one is understood by every release."""

    def present(self) -> bool:
        """Asks the system itself, so that any distribution and any way of installing counts."""
        if self.kind == "program":
            # What only an administrator starts lies beside the search path of everybody else.
            beside = (Path(folder, self.name) for folder in ("/usr/sbin", "/sbin"))
            return shutil.which(self.name) is not None or any(path.exists() for path in beside)
        if self.kind == "server":
            return shutil.which(self.name) is not None or any(SERVER_HOME.glob(f"*/bin/{self.name}"))
        if self.kind == "module":
            return importlib.util.find_spec(self.name) is not None
        try:
            ctypes.CDLL(self.name)
        except OSError:
            return False
        return True


def library(name: str, *packages: str) -> SystemPart:
    """A shared library by the name the loader looks for."""
    return SystemPart("library", name, packages)


def program(name: str, *packages: str) -> SystemPart:
    """A command on the search path."""
    return SystemPart("program", name, packages)


# Debian keeps the programs of PostgreSQL off the search path, one folder a version.
SERVER_HOME = Path("/usr/lib/postgresql")


def server(name: str, *packages: str) -> SystemPart:
    """A program of PostgreSQL; the tests start a private server with it, none of the machine is used or needed."""
    return SystemPart("server", name, packages)


# Qt links all six even when nothing is ever shown: without them not even QtCore imports.
QT_LIBRARIES = (
    library("libglib-2.0.so.0", "libglib2.0-0t64", "libglib2.0-0"),
    library("libGL.so.1", "libgl1"),
    library("libEGL.so.1", "libegl1"),
    library("libxkbcommon.so.0", "libxkbcommon0"),
    library("libdbus-1.so.3", "libdbus-1-3"),
    library("libfontconfig.so.1", "libfontconfig1"),
)
# What Qt's own plug-in needs to open a window on an X display, beyond the above.
WINDOW_LIBRARIES = (
    library("libxcb-cursor.so.0", "libxcb-cursor0"),
    library("libxkbcommon-x11.so.0", "libxkbcommon-x11-0"),
    library("libxcb-icccm.so.4", "libxcb-icccm4"),
    library("libxcb-keysyms.so.1", "libxcb-keysyms1"),
    library("libxcb-shape.so.0", "libxcb-shape0"),
)
WAYLAND_LIBRARIES = (
    library("libwayland-cursor.so.0", "libwayland-cursor0"),
    library("libwayland-egl.so.1", "libwayland-egl1"),
)
# Other people's programs that must agree with ours about PDF, signatures, packages and codes.
TEST_TOOLS = (
    program("pdftotext", "poppler-utils"),
    program("qpdf", "qpdf"),
    program("minisign", "minisign"),
    program("age", "age"),
    program("unzip", "unzip"),
    program("node", "nodejs"),
    program("zbarimg", "zbar-tools"),
    program("Xvfb", "xvfb"),
    program("xauth", "xauth"),
    program("make", "make"),
    server("initdb", "postgresql"),
)
# They read back what the printing benchmark has printed.
BENCH_TOOLS = tuple(part for part in TEST_TOOLS if part.name in ("pdftotext", "zbarimg"))
# The fault bench mounts a file system of its own, kills at every system call and turns the clock.
FAULT_TOOLS = (
    library("libfuse3.so.3", "libfuse3-4", "libfuse3-3"),
    program("fusermount3", "fuse3"),
    program("strace", "strace"),
    program("faketime", "faketime"),
    program("pdftotext", "poppler-utils"),
    program("qpdf", "qpdf"),
    program("mkfs.exfat", "exfatprogs"),
    program("mount.exfat-fuse", "exfat-fuse"),
)
# What WeasyPrint, one of the programs that the printing benchmark compares, sets its type with.
PEER_LIBRARIES = (
    library("libpango-1.0.so.0", "libpango-1.0-0"),
    library("libpangoft2-1.0.so.0", "libpangoft2-1.0-0"),
    library("libharfbuzz.so.0", "libharfbuzz0b"),
)
# What PyInstaller looks into libraries with, and the screen on which the finished program opens its window.
PACKAGE_TOOLS = (program("objdump", "binutils"), program("Xvfb", "xvfb"))
# What makes the Windows program on Linux and tries it: its Windows, a compiler and an installer's packer.
WINDOWS_TOOLS = (
    program("wine", "wine"),
    program("makensis", "nsis"),
    program("osslsigncode", "osslsigncode"),
    program("x86_64-w64-mingw32-gcc", "gcc-mingw-w64-x86-64"),
    program("Xvfb", "xvfb"),
)
VENV_MODULE = SystemPart("module", "ensurepip", (f"python3.{sys.version_info[1]}-venv", "python3-venv"))


def install_candidates(names: Iterable[str]) -> set[str]:
    """The package names this release of Debian or Ubuntu really offers."""
    done = subprocess.run(
        ["apt-cache", "policy", *sorted(names)],
        env={**os.environ, "LC_ALL": "C"},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    return set(re.findall(r"^(\S+):\n  Installed: .*\n  Candidate: (?!\(none\))", done.stdout, re.MULTILINE))


def package_names(parts: Sequence[SystemPart], offered: set[str]) -> list[str]:
    """One package for each part, under the name this release uses."""
    return [next((name for name in part.packages if name in offered), part.packages[-1]) for part in parts]


def can_become_root() -> bool:
    """Whether sudo answers without asking for a password."""
    if shutil.which("sudo") is None:
        return False
    asked = subprocess.run(["sudo", "-n", "true"], stdin=subprocess.DEVNULL, capture_output=True, check=False)
    return asked.returncode == 0


def logged(command: Sequence[str], log: Path) -> int:
    """Runs a talkative command with its words going to a log."""
    with log.open("ab") as file:
        return subprocess.run(command, stdin=subprocess.DEVNULL, stdout=file, stderr=file, check=False).returncode


def provide_system_parts(parts: Sequence[SystemPart]) -> None:
    """Installs what is missing where we have the right to, else names the exact command and stops."""
    if sys.platform != "linux":
        return
    missing = [part for part in parts if not part.present()]
    if not missing:
        return
    lacking = ", ".join(part.name for part in missing)
    if shutil.which("apt-get") is None:
        raise Stop(f"This machine lacks: {lacking}.\nInstall them with its package manager, then run this again.")

    names = [name for part in missing for name in part.packages]
    install = ["apt-get", "install", "-y", "--no-install-recommends"]
    root = os.geteuid() == 0
    if not root and not can_become_root():
        wanted = " ".join([*install, *package_names(missing, install_candidates(names))])
        raise Stop(
            f"This machine lacks: {lacking}.\n"
            "Installing needs an administrator. Ask for this command, then run this again:\n\n"
            f"  sudo apt-get update && sudo {wanted}\n"
        )

    prefix = [*(() if root else ("sudo", "-n")), "env", "DEBIAN_FRONTEND=noninteractive"]
    patience = ["-o", "DPkg::Lock::Timeout=120"]
    log = STATE / "apt.log"
    log.unlink(missing_ok=True)
    heading(f"System packages for: {lacking}")
    # One broken third-party source makes this fail although the packages we want are there: installing decides.
    logged([*prefix, "apt-get", *patience, "update"], log)
    wanted_names = package_names(missing, install_candidates(names))
    print(f"installing {' '.join(wanted_names)} (log: {log.relative_to(ROOT)})", flush=True)
    failed = logged([*prefix, *install, *patience, *wanted_names], log) != 0
    importlib.invalidate_caches()
    if failed or any(not part.present() for part in missing):
        last = "\n".join(log.read_text(encoding="utf-8", errors="replace").splitlines()[-5:])
        wanted = " ".join([*install, *wanted_names])
        raise Stop(f"Installing did not work:\n{last}\n\nRepair that, or run this and try again:\n\n  sudo {wanted}\n")


# --- the virtual environment -----------------------------------------------------------------------------------------


def venv_program(name: str) -> Path:
    """Where the environment keeps a command."""
    return VENV / "Scripts" / f"{name}.exe" if sys.platform == "win32" else VENV / "bin" / name


def venv_version() -> str:
    """The Python the environment was made with, or nothing where there is no usable environment."""
    config = VENV / "pyvenv.cfg"
    if not config.is_file() or not venv_program("python").exists():
        return ""
    found = re.search(r"^version\s*=\s*(\S+)", config.read_text(encoding="utf-8"), re.MULTILINE)
    return found[1] if found else ""


def setup_key(lockset: str) -> str:
    """Changes when the pins, the program's entry points, the Python or the place of the checkout change."""
    import tomllib  # not at the top: an older Python must reach the sentence in main() instead of an ImportError

    digest = hashlib.sha256()
    for lock in LOCKS[lockset]:
        digest.update((ROOT / lock).read_bytes())
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    facts = [project, venv_version(), str(ROOT)]
    digest.update(json.dumps(facts, sort_keys=True).encode())
    return digest.hexdigest()


def is_set_up(lockset: str) -> bool:
    """Whether an earlier run already prepared exactly this."""
    stamp = STATE / f"{lockset}.stamp"
    if not (venv_program("meritdesk").exists() and stamp.is_file()):
        return False
    same_python = venv_version().split(".")[:2] == [str(part) for part in sys.version_info[:2]]
    return same_python and stamp.read_text(encoding="utf-8") == setup_key(lockset)


def installer_environment() -> dict[str, str]:
    """The caller's settings for pip stay, except those that would install outside the checkout or ask questions."""
    outside = {"PYTHONHOME", "PYTHONPATH", "PIP_TARGET", "PIP_PREFIX", "PIP_ROOT", "PIP_REQUIREMENT", "PIP_CONSTRAINT"}
    kept = {name: value for name, value in os.environ.items() if name not in outside}
    return {**kept, "PIP_USER": "0", "PIP_NO_INPUT": "1", "PIP_DISABLE_PIP_VERSION_CHECK": "1"}


def installing(what: str, *command: str | Path) -> None:
    """One step of building the environment; a failure ends the set-up."""
    done = subprocess.run(
        [str(part) for part in command], cwd=ROOT, env=installer_environment(), stdin=subprocess.DEVNULL, check=False
    )
    if done.returncode:
        raise Stop(f"{what} failed (exit {done.returncode}); the reason stands above and in .setup/pip.log.", 1)


def wheels_only(lock: str) -> str:
    """The packages of a lock that must come as wheels."""
    names = re.findall(r"^([A-Za-z0-9_.-]+)==", (ROOT / lock).read_text(encoding="utf-8"), re.MULTILINE)
    return ",".join(name for name in names if name != SOURCE_ONLY)


def prepare(lockset: str, parts: Sequence[SystemPart]) -> None:
    """Brings the machine and `.venv` to the pinned state; does nothing the second time."""
    STATE.mkdir(exist_ok=True)
    (STATE / ".gitignore").write_text("*\n", encoding="utf-8")
    ready = is_set_up(lockset)
    provide_system_parts(parts if ready else [*parts, VENV_MODULE])
    if ready:
        return

    started = time.monotonic()
    python = venv_program("python")
    running = ".".join(str(part) for part in sys.version_info[:2])
    if ".".join(venv_version().split(".")[:2]) != running or not venv_program("pip").exists():
        heading(f"Virtual environment .venv with Python {running}")
        for stamp in STATE.glob("*.stamp"):
            stamp.unlink()
        if VENV.is_symlink():
            VENV.unlink()  # emptying it would empty a folder outside the checkout
        installing("Making .venv", sys.executable, "-m", "venv", "--clear", VENV)

    heading(f"Pinned packages ({lockset})")
    # Without isolation, so that no builder is fetched that no lock names.
    log = STATE / "pip.log"
    log.unlink(missing_ok=True)
    pip = (python, "-m", "pip", "install", "-qq", "--progress-bar", "off", "--log", log, "--no-build-isolation")
    for lock in LOCKS[lockset]:
        wheels = ("--only-binary", wheels_only(lock))
        installing("Installing the pinned packages", *pip, *wheels, "--require-hashes", "-r", lock)
    # Editable, so that the program finds resources/ in the checkout.
    installing("Installing the program", *pip, "--no-deps", "--editable", ".")
    # Where byte code is switched off by the environment, pip writes none and every start takes three times as long.
    # Some packages carry templates that are not valid Python: not a failure.
    compiling = [str(python), "-m", "compileall", "-qq", "-j", "0", str(VENV)]
    subprocess.run(compiling, env=installer_environment(), stdin=subprocess.DEVNULL, check=False)
    imports = "import PySide6.QtWidgets, sqlcipher3, pyrage, meritdesk"
    installing("Importing the program's libraries", python, "-c", imports)
    for finished in (lockset, *HELD[lockset]):
        (STATE / f"{finished}.stamp").write_text(setup_key(finished), encoding="utf-8")
    print(f"{venv_program('meritdesk').relative_to(ROOT)} is ready ({time.monotonic() - started:.0f} s)", flush=True)


def child_environment() -> dict[str, str]:
    """For the program and its tests: settings, caches and data of the person at the keyboard stay out of reach."""
    home = STATE / "home"
    places = {f"XDG_{name.upper()}_HOME": name for name in ("config", "data", "cache", "state")}
    if sys.platform == "win32":
        places = {"APPDATA": "roaming", "LOCALAPPDATA": "local"}
    elif "XDG_RUNTIME_DIR" not in os.environ:
        places["XDG_RUNTIME_DIR"] = "runtime"
    environment = {name: value for name, value in os.environ.items() if name not in {"PYTHONHOME", "PYTHONPATH"}}
    for variable, folder in places.items():
        (home / folder).mkdir(parents=True, exist_ok=True, mode=0o700)
        environment[variable] = str(home / folder)
    return environment


def echoed(
    command: Sequence[str | Path], environment: Mapping[str, str], seconds: float | None = None
) -> tuple[int, str]:
    """Runs a command in the checkout, shows its words as they come and keeps them; ends it after so many seconds."""
    heard: list[str] = []
    decoder = codecs.getincrementaldecoder("utf-8")("replace")
    with subprocess.Popen(
        [str(part) for part in command],
        cwd=ROOT,
        env={**environment, "PYTHONUNBUFFERED": "1"},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    ) as process:
        assert process.stdout is not None
        ending = threading.Timer(seconds, process.terminate) if seconds is not None else None
        if ending is not None:
            ending.start()
        while chunk := os.read(process.stdout.fileno(), 65536):
            heard.append(decoder.decode(chunk).replace("\r\n", "\n"))
            print(heard[-1], end="", flush=True)
        if ending is not None:
            ending.cancel()
    return process.returncode, "".join(heard)


# --- run -------------------------------------------------------------------------------------------------------------


def has_display() -> bool:
    """Whether a window can open here."""
    return sys.platform != "linux" or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def display_libraries() -> Sequence[SystemPart]:
    """What a window needs on the display at hand; nothing where there is none."""
    wayland = WAYLAND_LIBRARIES if os.environ.get("WAYLAND_DISPLAY") else ()
    return [*wayland, *WINDOW_LIBRARIES] if has_display() else []


def sample_state(arguments: Sequence[str], record: Mapping[str, object]) -> str:
    """What to do with the sample folder: 'build', 'reuse' or 'replace'. A folder we did not make is never touched."""
    if not SAMPLE.is_symlink() and (not SAMPLE.exists() or (SAMPLE.is_dir() and not any(SAMPLE.iterdir()))):
        return "build"
    ours = not SAMPLE.is_symlink() and ((SAMPLE / SAMPLE_MARKER).is_file() or record.get("state") == "begun")
    if not ours:
        raise Stop(f"{SAMPLE.name}/ is not a sample city made by this program. Move it away, then run this again.")
    same = record.get("arguments") == list(arguments) and record.get("state") == "built"
    return "reuse" if same and (SAMPLE / SAMPLE_MARKER).is_file() else "replace"


def build_sample_city(arguments: Sequence[str], fresh: bool) -> None:
    """The whole year's work on a made-up city in ./sample-city, or the one that an equal earlier run left there."""
    record_file = STATE / "sample-city.json"
    table_file = STATE / "sample-city.txt"
    record = json.loads(record_file.read_text(encoding="utf-8")) if record_file.is_file() else {}
    state = sample_state(arguments, record)
    if state == "reuse" and not fresh:
        heading(f"Sample city: the one built by an earlier run in {SAMPLE.name}/ (make run FRESH=1 builds it anew)")
        print(table_file.read_text(encoding="utf-8"), end="", flush=True)
        return
    if state != "build":
        print(f"removing the sample city of an earlier run in {SAMPLE.name}/", flush=True)
        try:
            shutil.rmtree(SAMPLE)
        except OSError as error:
            raise Stop(f"{SAMPLE.name}/ cannot be removed ({error}). Close the window that has it open.") from error

    heading(f"Sample city in {SAMPLE.name}/")

    def remember(state: str) -> None:
        record_file.write_text(json.dumps({"arguments": list(arguments), "state": state}), encoding="utf-8")

    remember("begun")
    command = [str(venv_program("meritdesk")), "demo", SAMPLE.name, *arguments]
    code, words = echoed(command, {**child_environment(), "PYTHONIOENCODING": "utf-8"})
    if code:
        raise Stop(f"The sample city did not come to its end (exit {code}); the reason stands above.", 1)
    table_file.write_text(words, encoding="utf-8")
    remember("built")


def run(staff: int | None, year: int | None, seed: int | None, fresh: bool) -> int:
    """Set-up, sample city, window."""
    prepare("runtime", [*QT_LIBRARIES, *display_libraries()])
    chosen = {"--staff": staff, "--year": year, "--seed": seed}
    words = [word for name, value in chosen.items() if value is not None for word in (name, str(value))]
    build_sample_city(words, fresh)

    heading("The window")
    passphrase = SAMPLE / "passphrase.txt"
    command = [str(venv_program("meritdesk")), "--store", str(SAMPLE / "agency")]
    if has_display():
        print("opening; this ends when you close it", flush=True)
        environment = {**child_environment(), "MERITDESK_PASSPHRASE_FILE": str(passphrase)}
        return subprocess.run(command, cwd=ROOT, env=environment, stdin=subprocess.DEVNULL, check=False).returncode
    shown = [str(Path(word).relative_to(ROOT)) if Path(word).is_absolute() else word for word in command]
    print(
        "There is no display here. Where there is one, make run opens the window, or in this folder:\n"
        f"  MERITDESK_PASSPHRASE_FILE={passphrase.relative_to(ROOT)} {' '.join(shown)}"
    )
    return 0


# --- checks ----------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Step:
    """One check, with the command a person would type."""

    name: str
    command: tuple[str, ...]


CHECKS = (
    Step("ruff check", ("ruff", "check", ".")),
    Step("mypy", ("mypy",)),
    Step("lint-imports", ("lint-imports", "--no-cache")),
)


BUNDLE = Step("bundle", ("python", "-m", "shipping.bundle"))
"""The packaged program, built and tested as it will be used: an import that only the checkout satisfies fails here."""

JOURNEYS_FOLDER = "tests/ui/journeys"
JOURNEYS = Step("journeys", ("pytest", JOURNEYS_FOLDER))
"""The clerk's journeys by keyboard have a process of their own: beside everything else Qt's file dialog does not always
give the keyboard to the line where a path is typed, and why is not known yet."""


def tests_step(cores: int) -> Step:
    """Every test, on two processes where the machine has two cores; tests that share a costly city stay together."""
    return Step(
        "pytest",
        (
            "pytest",
            "tests",
            f"--ignore={JOURNEYS_FOLDER}",
            *(("-n", "2", "--dist", "loadfile", "--no-loadscope-reorder") if cores >= 2 else ()),
        ),
    )


def closing_line(words: str) -> str:
    """pytest's own last line, with its counts and its time."""
    closing = re.compile(r"\b(passed|failed|errors?|skipped|no tests ran)\b.* in [\d.]+s")
    return next((line for line in reversed(words.splitlines()) if closing.search(line)), "")


def run_steps(steps: Sequence[Step], execute: Callable[[Step], tuple[int, str]]) -> int:
    """All steps, whatever came of the earlier ones, then one line for each; fails if any failed."""
    rows: list[str] = []
    failed = 0
    last_words = ""
    for step in steps:
        heading(f"{step.name}: {' '.join(step.command)}")
        started = time.monotonic()
        code, words = execute(step)
        seconds = time.monotonic() - started
        failed += code != 0
        rows.append(f"  {step.name:<14}{'ok' if code == 0 else f'FAILED (exit {code})':<18}{seconds:8.1f} s")
        last_words = closing_line(words) or last_words
    heading(f"{failed} of {len(steps)} failed" if failed else f"all {len(steps)} passed")
    print("\n".join([*rows, *([last_words] if last_words else [])]), flush=True)
    return 1 if failed else 0


@contextmanager
def temporary_files() -> Iterator[Mapping[str, str]]:
    """Where checks put their stores: into memory if there is room, since thousands of small stores wait for a disk.

    No test needs a real disk: none cuts the power, and what a killed program leaves behind lies in memory as well.
    """
    if not os.access(MEMORY_DISK, os.W_OK) or shutil.disk_usage(MEMORY_DISK).free < ROOM_FOR_TESTS:
        yield {}
        return
    with tempfile.TemporaryDirectory(prefix="meritdesk-tests-", dir=MEMORY_DISK, ignore_cleanup_errors=True) as folder:
        yield {"TMPDIR": folder}


def execute_step(step: Step) -> tuple[int, str]:
    """Runs a check from the environment, without a screen."""
    with temporary_files() as place:
        environment = {**child_environment(), **place, "QT_QPA_PLATFORM": "offscreen"}
        return echoed([venv_program(step.command[0]), *step.command[1:]], environment)


def test() -> int:
    """Every check and every test."""
    prepare("package", [*QT_LIBRARIES, *WINDOW_LIBRARIES, *TEST_TOOLS, *PACKAGE_TOOLS])
    return run_steps([*CHECKS, JOURNEYS, BUNDLE, tests_step(os.cpu_count() or 1)], execute_step)


def check() -> int:
    """The linter, the type checker and the import walls."""
    prepare("dev", QT_LIBRARIES)
    return run_steps(CHECKS, execute_step)


def bench(only: str) -> int:
    """The set of benchmarks and the table of what they said; or those whose name contains the given word."""
    prepare("bench", [*QT_LIBRARIES, *PEER_LIBRARIES, *BENCH_TOOLS])
    words = ["--only", only] if only else []
    environment = {**child_environment(), "QT_QPA_PLATFORM": "offscreen"}
    return echoed([venv_program("python"), ROOT / "bench" / "suite.py", *words], environment)[0]


FAULTS_SECONDS = 30 * 60
"""The whole fault bench ends after so long; a part that is not done by then has failed."""

FAULT_SHARES = {
    "traces": 2, "strings": 4, "writers": 4, "stick": 4, "full": 5, "flips": 5, "packages": 5, "files": 6, "books": 7,
    "errors": 6, "orders": 8, "fuzz": 6, "power": 12, "kill": 20,
}  # fmt: skip
"""What each part gets of the half hour, in the order in which they run; what one leaves over goes to the next."""
FAULTS_CLOSING_SECONDS = 20
"""Each part has so long to come to its end when its share is over."""


def faults(only: str) -> int:
    """Every part of the fault bench within half an hour, or in full those whose name contains the given word.

    Each part gets its share of the time and ends with it, having tried less than it would alone; the table keeps the
    fuller run. Whichever way it is run, the table of what was tried and lost is made anew at the end.
    """
    prepare("faults", [*QT_LIBRARIES, *FAULT_TOOLS])
    folders = (ROOT / "bench" / "faults", ROOT / "bench" / "hostile")
    found = [path for folder in folders for path in sorted(folder.glob("[!_]*.py")) if is_part(path)]
    order = list(FAULT_SHARES)
    found.sort(key=lambda path: order.index(path.stem) if path.stem in order else -1)
    parts = [path for path in found if only in path.stem]
    if not parts:
        raise Stop(f"No part of the fault bench has {only!r} in its name: {', '.join(path.stem for path in found)}.")
    until = time.monotonic() + FAULTS_SECONDS
    failed = []
    with temporary_files() as place:
        environment = {**child_environment(), **place, "QT_QPA_PLATFORM": "offscreen"}
        for number, part in enumerate(parts):
            heading(part.stem)
            module = ".".join(part.relative_to(ROOT).with_suffix("").parts)
            begun, ending, longest = time.monotonic(), list[str](), None
            if not only:
                share = share_of(part.stem, [path.stem for path in parts[number:]], until - begun)
                environment["MERITDESK_FAULTS_SECONDS"] = f"{share:.0f}"
                # What a part started goes with it; only a part that hangs is ended from outside.
                longest = max(1.0, min(until - begun, 2 * share + 60))
                ending = ["timeout", "--kill-after=10", f"{longest:.0f}"]
            code, _ = echoed([*ending, venv_program("python"), "-m", module], environment, longest and longest + 15)
            print(f"{part.stem}: {'ok' if code == 0 else f'FAILED (exit {code})'}, {time.monotonic() - begun:.0f} s")
            failed += [part.stem] * (code != 0)
        echoed([venv_program("python"), "-m", "bench.faults.table"], environment)
    heading(f"failed: {', '.join(failed)}" if failed else f"all {len(parts)} parts as asked")
    return 1 if failed else 0


def share_of(part: str, waiting: Sequence[str], left: float) -> float:
    """The seconds that a part of the fault bench may spend of those that are left for it and all behind it."""
    whole = sum(FAULT_SHARES.get(name, 1) for name in waiting)
    free = left - FAULTS_CLOSING_SECONDS * len(waiting)
    return max(1.0, free * FAULT_SHARES.get(part, 1) / whole)


def is_part(path: Path) -> bool:
    """A part of the fault bench says at its beginning that it is one: ``PART = True``; the rest are their tools."""
    return "\nPART = True\n" in path.read_text(encoding="utf-8")


def build() -> int:
    """The packaged program for this Linux in dist/meritdesk, with its bill of materials beside it."""
    prepare("package", [*QT_LIBRARIES, *WINDOW_LIBRARIES, *PACKAGE_TOOLS])
    return execute_step(BUNDLE)[0]


def windows() -> int:
    """The Windows program and its installer, made and proved under Wine; what is missing is said, never skipped."""
    if sys.platform != "linux":
        raise Stop("The Windows program is made on Linux, under Wine: run make windows there.")
    prepare("package", [*QT_LIBRARIES, *WINDOWS_TOOLS])
    return execute_step(Step("windows", ("python", "-m", "shipping.windows")))[0]


def screenshots(city: str, only: str) -> int:
    """Every picture of the manual anew; the sample city is built for it unless one is given."""
    prepare("dev", QT_LIBRARIES)
    words = [*(["--city", city] if city else []), *(["--only", *only.split()] if only else [])]
    environment = {**child_environment(), "QT_QPA_PLATFORM": "offscreen"}
    return echoed([venv_program("python"), ROOT / "docs" / "make_screenshots.py", *words], environment)[0]


def manual() -> int:
    """The manual as PDF and the quick card of two pages, in both languages."""
    prepare("dev", QT_LIBRARIES)
    environment = {**child_environment(), "QT_QPA_PLATFORM": "offscreen"}
    return echoed([venv_program("python"), ROOT / "docs" / "make_manual.py"], environment)[0]


def clean() -> int:
    """Removes what the other verbs made, and nothing that came from elsewhere."""
    made = [VENV, STATE, *(ROOT / name for name in ("build", "dist", ".pytest_cache", ".mypy_cache", ".ruff_cache"))]
    made += [ROOT / ".hypothesis", ROOT / ".import_linter_cache", *ROOT.glob("*.egg-info")]
    made += [path for folder in ("meritdesk", "tests", "bench") for path in (ROOT / folder).rglob("__pycache__")]
    made += [ROOT / "__pycache__"]
    if (SAMPLE / SAMPLE_MARKER).is_file():
        made.append(SAMPLE)
    for path in made:
        if path.is_symlink():
            path.unlink()
        elif path.exists():
            shutil.rmtree(path)
    return 0


def main(arguments: Sequence[str] | None = None) -> int:
    """Reads the verb and does it."""
    if not OLDEST_PYTHON <= sys.version_info[:2] < FIRST_UNTRIED_PYTHON:
        found = ".".join(str(part) for part in sys.version_info[:3])
        print(f"MeritDesk needs Python 3.11, 3.12 or 3.13; this is {found}.", file=sys.stderr)
        return 2
    parser = argparse.ArgumentParser(prog="tasks.py", description="Set up, run and check MeritDesk.")
    verbs = parser.add_subparsers(dest="verb", required=True)
    verbs.add_parser("setup", help="prepare .venv with the program in it")
    running = verbs.add_parser("run", help="set up, build the sample city, open the window")
    running.add_argument("--staff", type=int, help="how many people work in the city")
    running.add_argument("--year", type=int, help="the year of the evaluations")
    running.add_argument("--seed", type=int, help="another city of the same size")
    running.add_argument("--fresh", action="store_true", help="build anew even where an equal city stands")
    verbs.add_parser("test", help="set up, then every check and every test")
    verbs.add_parser("check", help="the linter, the type checker and the import walls")
    verbs.add_parser("manual", help="the manual and the quick card as PDF")
    benching = verbs.add_parser("bench", help="the benchmarks")
    benching.add_argument("--only", default="", metavar="WORD", help="only those with this word in their name")
    faulting = verbs.add_parser("faults", help="the fault bench: power cuts, kills, full disks, hostile files")
    faulting.add_argument("--only", default="", metavar="WORD", help="only the parts with this word in their name")
    picturing = verbs.add_parser("screenshots", help="the pictures of the manual")
    picturing.add_argument("--city", default="", metavar="DIR", help="a sample city instead of a new one")
    picturing.add_argument("--only", default="", metavar="NAMES", help="rooms or names such as planning-kpi")
    verbs.add_parser("build", help="the packaged program for this Linux, in dist/meritdesk")
    verbs.add_parser("windows", help="the Windows program and its installer, made and tried under Wine")
    verbs.add_parser("clean", help="remove everything the other verbs made")
    chosen = parser.parse_args(arguments)

    if hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(errors="replace")  # an old code page must not end a run over one letter
    try:
        if chosen.verb == "setup":
            prepare("runtime", [*QT_LIBRARIES, *display_libraries()])
            return 0
        if chosen.verb == "run":
            return run(chosen.staff, chosen.year, chosen.seed, chosen.fresh)
        if chosen.verb == "manual":
            return manual()
        if chosen.verb == "bench":
            return bench(chosen.only)
        if chosen.verb == "faults":
            return faults(chosen.only)
        if chosen.verb == "screenshots":
            return screenshots(chosen.city, chosen.only)
        return {"test": test, "check": check, "build": build, "windows": windows, "clean": clean}[chosen.verb]()
    except Stop as stop:
        print(f"\n{stop}", file=sys.stderr)
        return stop.code
    except BrokenPipeError:
        # Whoever read our words has gone (make test | head); Python would complain once more while closing.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except KeyboardInterrupt:
        print("\ninterrupted", file=sys.stderr)
        return 130


if __name__ == "__main__":
    sys.exit(main())
