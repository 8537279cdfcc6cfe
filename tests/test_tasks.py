"""The set-up must be safe anywhere: it deletes only what it made, installs only what is pinned, says what it lacks."""

import importlib.util
import json
import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture
def tasks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """The task runner, looking at an empty checkout in a temporary folder."""
    spec = importlib.util.spec_from_file_location("tasks_under_test", ROOT / "tasks.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    monkeypatch.setitem(sys.modules, spec.name, module)
    spec.loader.exec_module(module)
    for name, folder in {"ROOT": "", "VENV": ".venv", "STATE": ".setup", "SAMPLE": "sample-city"}.items():
        monkeypatch.setattr(module, name, tmp_path / folder)
    (tmp_path / ".setup").mkdir()
    return module


# --- locks -----------------------------------------------------------------------------------------------------------


def pins(name: str) -> dict[str, tuple[str, frozenset[str]]]:
    found: dict[str, tuple[str, frozenset[str]]] = {}
    package = ""
    for line in (ROOT / "requirements" / name).read_text(encoding="utf-8").splitlines():
        if start := re.match(r"([A-Za-z0-9_.-]+)==([^ ;]+)", line):
            package = start[1].lower()
            found[package] = (start[2], frozenset())
        if digest := re.search(r"--hash=(sha256:[0-9a-f]{64})", line):
            version, digests = found[package]
            found[package] = (version, digests | {digest[1]})
    return found


@pytest.mark.parametrize("name", ["build.txt", "runtime.txt"])
def test_what_a_clerk_gets_is_what_was_tested(name: str) -> None:
    tested = pins("dev.txt")
    for package, pin in pins(name).items():
        assert tested.get(package) == pin, package


@pytest.mark.parametrize(
    ("lock", "common"),
    [
        ("build-dev.txt", "setuptools"),
        ("bench.txt", "pillow"),
        ("package.txt", "packaging"),
        ("windows.txt", "pyside6-essentials"),
    ],
)
def test_the_locks_of_one_environment_never_name_two_versions(lock: str, common: str) -> None:
    tested = pins("dev.txt")
    shared = {package: pin for package, pin in pins(lock).items() if package in tested}
    assert shared == {package: tested[package] for package in shared}
    assert common in shared


def test_the_program_needs_none_of_the_programs_it_is_compared_with() -> None:
    assert not {"weasyprint", "fpdf2", "typst", "pandas"} & set(pins("runtime.txt"))


@pytest.mark.parametrize("name", [path.name for path in sorted((ROOT / "requirements").glob("*.txt"))])
def test_every_pin_has_a_digest_and_no_lock_says_where_to_fetch(name: str) -> None:
    assert all(digests for _, digests in pins(name).values())
    text = (ROOT / "requirements" / name).read_text(encoding="utf-8")
    assert not re.search(r"://|index-url|find-links|trusted-host", text)


def test_the_runner_the_makefile_and_the_project_agree_on_python(tasks: ModuleType) -> None:
    wanted = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["requires-python"]
    oldest, newest = (".".join(map(str, bound)) for bound in (tasks.OLDEST_PYTHON, tasks.FIRST_UNTRIED_PYTHON))
    assert wanted == f">={oldest},<{newest}"
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    assert f"{tasks.OLDEST_PYTHON} <= sys.version_info[:2] < {tasks.FIRST_UNTRIED_PYTHON}" in makefile


@pytest.mark.parametrize("version", [(3, 10, 13), (3, 14, 0)])
def test_an_unsuitable_python_is_told_so(
    tasks: ModuleType,
    version: tuple[int, int, int],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(tasks.sys, "version_info", version)
    code = tasks.main(["setup"])
    monkeypatch.undo()
    assert code == 2
    assert "needs Python 3.11, 3.12 or 3.13" in capsys.readouterr().err


def test_only_the_test_tool_without_a_wheel_may_be_built_from_source(
    tasks: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tasks, "ROOT", ROOT)
    for lock in (lock for locks in tasks.LOCKS.values() for lock in locks):
        as_wheels = set(tasks.wheels_only(lock).split(","))
        assert set(pins(Path(lock).name)) - as_wheels == ({"bagit"} if lock.endswith("/dev.txt") else set())


# --- system packages -------------------------------------------------------------------------------------------------


def test_a_library_counts_as_present_only_if_the_loader_finds_it(tasks: ModuleType) -> None:
    assert not tasks.library("libno-such-thing-at-all.so.9", "x").present()
    assert not tasks.program("no-such-program-at-all", "x").present()
    assert tasks.SystemPart("module", "json", ("x",)).present()


def test_each_release_gets_its_own_package_names(tasks: ModuleType) -> None:
    older = tasks.package_names(tasks.QT_LIBRARIES, {"libglib2.0-0", "libgl1"})
    newer = tasks.package_names(tasks.QT_LIBRARIES, {"libglib2.0-0t64", "libgl1"})
    assert older[0] == "libglib2.0-0"
    assert newer[0] == "libglib2.0-0t64"
    assert older[1:] == newer[1:] == ["libgl1", "libegl1", "libxkbcommon0", "libdbus-1-3", "libfontconfig1"]


@pytest.mark.skipif(sys.platform != "linux", reason="system packages are looked after on Linux only")
def test_a_plain_user_is_given_the_exact_command(tasks: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tasks.os, "geteuid", lambda: 1000)
    monkeypatch.setattr(tasks.shutil, "which", lambda name: "/usr/bin/apt-get" if name == "apt-get" else None)
    monkeypatch.setattr(tasks, "install_candidates", lambda names: {"libthing2t64"})
    here = tasks.SystemPart("module", "json", ("never",))
    gone = tasks.library("libthing-gone.so.2", "libthing2t64", "libthing2")
    with pytest.raises(tasks.Stop) as stop:
        tasks.provide_system_parts([here, gone])
    assert stop.value.code == 2
    assert "libthing-gone.so.2" in str(stop.value)
    command = "sudo apt-get update && sudo apt-get install -y --no-install-recommends libthing2t64\n"
    assert command in str(stop.value)


@pytest.mark.skipif(sys.platform != "linux", reason="system packages are looked after on Linux only")
def test_an_installation_that_brings_nothing_is_not_taken_for_success(
    tasks: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    ran: list[list[str]] = []

    def quietly(command: list[str], log: Path) -> int:
        ran.append(command)
        log.write_text("E: no such package\n", encoding="utf-8")
        return 0

    monkeypatch.setattr(tasks.os, "geteuid", lambda: 0)
    monkeypatch.setattr(tasks.shutil, "which", lambda name: f"/usr/bin/{name}" if name == "apt-get" else None)
    monkeypatch.setattr(tasks, "install_candidates", lambda names: set())
    monkeypatch.setattr(tasks, "logged", quietly)
    with pytest.raises(tasks.Stop, match="no such package"):
        tasks.provide_system_parts([tasks.program("gone-tool", "gone-package")])
    assert [command[-1] for command in ran] == ["update", "gone-package"]
    assert all("sudo" not in command for command in ran)

    ran.clear()
    monkeypatch.setattr(tasks.os, "geteuid", lambda: 1000)
    monkeypatch.setattr(tasks, "can_become_root", lambda: True)
    with pytest.raises(tasks.Stop, match="no such package"):
        tasks.provide_system_parts([tasks.program("gone-tool", "gone-package")])
    assert [command[:3] for command in ran] == [["sudo", "-n", "env"]] * 2


# --- stamps ----------------------------------------------------------------------------------------------------------


@pytest.fixture
def checkout(tasks: ModuleType) -> ModuleType:
    """A checkout that was set up with the Python now running."""
    (tasks.ROOT / "requirements").mkdir()
    for name in ("build.txt", "runtime.txt", "dev.txt"):
        (tasks.ROOT / "requirements" / name).write_text(f"{name}==1\n", encoding="utf-8")
    project = '[project]\nname = "x"\n[tool.ruff]\nline-length = 1\n'
    (tasks.ROOT / "pyproject.toml").write_text(project, encoding="utf-8")
    for program in ("python", "meritdesk"):
        tasks.venv_program(program).parent.mkdir(parents=True, exist_ok=True)
        tasks.venv_program(program).touch()
    version = ".".join(str(part) for part in sys.version_info[:3])
    (tasks.VENV / "pyvenv.cfg").write_text(f"home = /x\nversion = {version}\n", encoding="utf-8")
    (tasks.STATE / "runtime.stamp").write_text(tasks.setup_key("runtime"), encoding="utf-8")
    return tasks


def test_the_second_set_up_has_nothing_to_do(checkout: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError("something was installed although nothing changed")

    monkeypatch.setattr(checkout, "installing", refuse)
    checkout.prepare("runtime", [])
    assert checkout.is_set_up("runtime")
    assert not checkout.is_set_up("dev")


def test_whoever_ran_the_tests_need_not_wait_to_run_the_program(
    checkout: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    (checkout.ROOT / "requirements" / "build-dev.txt").touch()
    (checkout.STATE / "runtime.stamp").unlink()
    checkout.venv_program("pip").touch()
    steps: list[str] = []
    monkeypatch.setattr(checkout, "installing", lambda what, *_: steps.append(what))
    monkeypatch.setattr(checkout.subprocess, "run", lambda *_, **__: None)
    checkout.prepare("dev", [])
    assert steps.count("Installing the pinned packages") == 2
    assert "Making .venv" not in steps
    assert checkout.is_set_up("dev")
    assert checkout.is_set_up("runtime")


@pytest.mark.parametrize("lock", ["build.txt", "runtime.txt"])
def test_a_changed_lock_asks_for_a_new_set_up(checkout: ModuleType, lock: str) -> None:
    (checkout.ROOT / "requirements" / lock).write_text("other==2\n", encoding="utf-8")
    assert not checkout.is_set_up("runtime")


def test_a_linter_setting_does_not_ask_for_a_new_set_up_but_an_entry_point_does(checkout: ModuleType) -> None:
    project = checkout.ROOT / "pyproject.toml"
    project.write_text('[project]\nname = "x"\n[tool.ruff]\nline-length = 2\n', encoding="utf-8")
    assert checkout.is_set_up("runtime")
    project.write_text('[project]\nname = "x"\n[project.scripts]\ny = "x:main"\n', encoding="utf-8")
    assert not checkout.is_set_up("runtime")


def test_an_environment_of_another_python_or_without_the_program_is_not_ready(checkout: ModuleType) -> None:
    checkout.venv_program("meritdesk").unlink()
    assert not checkout.is_set_up("runtime")
    checkout.venv_program("meritdesk").touch()
    assert checkout.is_set_up("runtime")
    (checkout.VENV / "pyvenv.cfg").write_text("home = /x\nversion = 3.9.1\n", encoding="utf-8")
    (checkout.STATE / "runtime.stamp").write_text(checkout.setup_key("runtime"), encoding="utf-8")
    assert not checkout.is_set_up("runtime")


def test_pip_is_kept_inside_the_checkout_but_keeps_the_machines_settings(
    tasks: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PIP_TARGET", "/elsewhere")
    monkeypatch.setenv("PIP_USER", "1")
    monkeypatch.setenv("PIP_CERT", "/the/machine/has/one")
    environment = tasks.installer_environment()
    assert "PIP_TARGET" not in environment
    assert environment["PIP_USER"] == "0"
    assert environment["PIP_CERT"] == "/the/machine/has/one"


def test_the_program_under_trial_sees_no_settings_of_the_person(tasks: ModuleType) -> None:
    environment = tasks.child_environment()
    names = ["APPDATA", "LOCALAPPDATA"] if sys.platform == "win32" else ["XDG_CONFIG_HOME", "XDG_DATA_HOME"]
    for name in names:
        assert Path(environment[name]).is_relative_to(tasks.STATE)
        assert Path(environment[name]).is_dir()


# --- the sample city -------------------------------------------------------------------------------------------------


def left_behind(tasks: ModuleType, name: str) -> Path:
    tasks.SAMPLE.mkdir()
    file = tasks.SAMPLE / name
    file.write_text("{}", encoding="utf-8")
    return file


def fake_demo(tasks: ModuleType, monkeypatch: pytest.MonkeyPatch, code: int = 0) -> list[list[str]]:
    calls: list[list[str]] = []

    def demo(command: list[str], environment: dict[str, str]) -> tuple[int, str]:
        calls.append(command[1:])
        tasks.SAMPLE.mkdir(exist_ok=True)
        (tasks.SAMPLE / "half-written").touch()
        if code == 0:
            (tasks.SAMPLE / tasks.SAMPLE_MARKER).write_text("{}", encoding="utf-8")
        return code, "staff 1200\n"

    monkeypatch.setattr(tasks, "echoed", demo)
    return calls


def test_a_folder_that_is_not_ours_is_never_deleted(tasks: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    file = left_behind(tasks, "thesis.docx")
    calls = fake_demo(tasks, monkeypatch)
    for fresh in (False, True):
        with pytest.raises(tasks.Stop, match="not a sample city") as stop:
            tasks.build_sample_city([], fresh)
        assert stop.value.code == 2
    assert file.exists()
    assert calls == []


@pytest.mark.skipif(sys.platform == "win32", reason="links need a right that Windows does not give everyone")
def test_a_link_to_another_folder_is_never_followed(
    tasks: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / tasks.SAMPLE_MARKER).write_text("{}", encoding="utf-8")
    tasks.SAMPLE.symlink_to(elsewhere, target_is_directory=True)
    fake_demo(tasks, monkeypatch)
    with pytest.raises(tasks.Stop, match="not a sample city"):
        tasks.build_sample_city([], True)
    assert (elsewhere / tasks.SAMPLE_MARKER).exists()


def test_the_same_city_is_reused_with_its_table_and_another_is_built_anew(
    tasks: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    calls = fake_demo(tasks, monkeypatch)
    tasks.build_sample_city(["--staff", "300"], False)
    (tasks.SAMPLE / "typed-in-the-window").touch()
    capsys.readouterr()

    tasks.build_sample_city(["--staff", "300"], False)
    assert "staff 1200" in capsys.readouterr().out
    assert (tasks.SAMPLE / "typed-in-the-window").exists()

    tasks.build_sample_city(["--staff", "500"], False)
    assert not (tasks.SAMPLE / "typed-in-the-window").exists()
    tasks.build_sample_city(["--staff", "500"], True)
    asked = [call[2:] for call in calls]
    assert asked == [["--staff", "300"], ["--staff", "500"], ["--staff", "500"]]


def test_an_interrupted_city_is_begun_again(tasks: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    fake_demo(tasks, monkeypatch, code=70)
    with pytest.raises(tasks.Stop) as stop:
        tasks.build_sample_city([], False)
    assert stop.value.code == 1
    assert json.loads((tasks.STATE / "sample-city.json").read_text(encoding="utf-8"))["state"] == "begun"

    calls = fake_demo(tasks, monkeypatch)
    tasks.build_sample_city([], False)
    assert calls == [["demo", "sample-city"]]
    assert not list(tasks.SAMPLE.glob("typed*"))


def test_clean_leaves_a_foreign_folder_and_the_sources(tasks: ModuleType) -> None:
    file = left_behind(tasks, "thesis.docx")
    source = tasks.ROOT / "meritdesk" / "core.py"
    source.parent.mkdir()
    source.touch()
    (tasks.ROOT / ".venv").mkdir()
    assert tasks.clean() == 0
    assert file.exists()
    assert source.exists()
    assert not tasks.VENV.exists()
    assert not tasks.STATE.exists()
    (tasks.SAMPLE / tasks.SAMPLE_MARKER).touch()
    tasks.clean()
    assert not tasks.SAMPLE.exists()


# --- checks ----------------------------------------------------------------------------------------------------------


def test_every_check_runs_though_an_earlier_one_failed_and_pytest_has_the_last_word(
    tasks: ModuleType, capsys: pytest.CaptureFixture[str]
) -> None:
    ran: list[str] = []

    said = {"mypy": (1, "Found 1 error in 1 file\n"), "pytest": (0, "....\n12 passed, 1 skipped in 3.21s\n")}

    def execute(step: Any) -> tuple[int, str]:
        ran.append(step.name)
        return said.get(step.name, (0, ""))

    steps = [*tasks.CHECKS, tasks.tests_step(2)]
    assert tasks.run_steps(steps, execute) == 1
    assert ran == ["ruff check", "mypy", "lint-imports", "pytest"]
    lines = capsys.readouterr().out.strip().splitlines()
    assert lines[-1] == "12 passed, 1 skipped in 3.21s"
    assert re.search(r"mypy +FAILED \(exit 1\) +[\d.]+ s$", lines[-4])
    assert lines[-6].endswith("1 of 4 failed")


def test_the_gate_packages_the_program_too(tasks: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    ran: list[str] = []
    prepared: list[str] = []
    monkeypatch.setattr(tasks, "prepare", lambda lockset, parts: prepared.append(lockset))
    monkeypatch.setattr(tasks, "run_steps", lambda steps, execute: ran.extend(step.name for step in steps) or 0)
    monkeypatch.setattr(tasks, "execute_step", lambda step: (ran.append(step.name) or 5, ""))
    assert tasks.test() == 0
    assert "bundle" in ran and prepared == ["package"]
    assert tasks.build() == 5, "what the packaging says is what make build says"


def test_all_green_is_success(tasks: ModuleType) -> None:
    assert tasks.run_steps(tasks.CHECKS, lambda step: (0, "")) == 0


def test_the_import_walls_are_read_without_a_cache_and_two_cores_are_used(tasks: ModuleType) -> None:
    assert "--no-cache" in next(step.command for step in tasks.CHECKS if step.name == "lint-imports")
    assert tasks.tests_step(1).command == ("pytest", "tests", "--ignore=tests/ui/journeys")
    assert tasks.tests_step(2).command == (
        "pytest",
        "tests",
        "--ignore=tests/ui/journeys",
        "-n",
        "2",
        "--dist",
        "loadfile",
        "--no-loadscope-reorder",
    )


def test_words_of_a_child_arrive_whole_and_its_failure_too(tasks: ModuleType) -> None:
    script = "import sys; sys.stdout.buffer.write('Mureșan\\n'.encode() * 3000); sys.exit(3)"
    code, words = tasks.echoed([sys.executable, "-c", script], dict(os.environ))
    assert code == 3
    assert words == "Mureșan\n" * 3000


@pytest.mark.skipif(sys.platform == "win32", reason="there is no make on Windows")
def test_make_offers_every_verb_and_the_gate_calls_make_test(tasks: ModuleType) -> None:
    shown = subprocess.run(["make", "-C", str(ROOT), "help"], capture_output=True, text=True, check=True).stdout
    verbs = set(re.findall(r"^make (\w+)", shown, re.MULTILINE))
    wanted = "setup run test check bench faults screenshots manual build windows clean"
    assert verbs == set(wanted.split())
    gate = (ROOT / ".ci" / "run").read_text(encoding="utf-8").splitlines()
    assert gate[0] == "#!/usr/bin/env bash"
    assert gate[-1] == "exec make test"


@pytest.mark.skipif(sys.platform == "win32", reason="there is no make on Windows")
def test_make_passes_the_size_of_the_city_on() -> None:
    asked = ["make", "-n", "-C", str(ROOT), "run", "STAFF=300", "SEED=7"]
    shown = subprocess.run(asked, capture_output=True, text=True, check=True).stdout
    assert 'tasks.py run --staff "300"  --seed "7"' in shown


def test_the_parts_of_the_fault_bench_share_their_half_hour_and_what_one_leaves_goes_to_the_next(tasks) -> None:
    folders = (ROOT / "bench" / "faults", ROOT / "bench" / "hostile")
    parts = {path.stem for folder in folders for path in folder.glob("[!_]*.py") if tasks.is_part(path)}
    assert parts == set(tasks.FAULT_SHARES)
    left, waiting = float(tasks.FAULTS_SECONDS), list(tasks.FAULT_SHARES)
    while waiting:
        share = tasks.share_of(waiting[0], waiting, left)
        assert share > 60 * (waiting[0] != "traces")
        left -= share + tasks.FAULTS_CLOSING_SECONDS
        waiting = waiting[1:]
    assert -1 < left < 1
    assert tasks.share_of("kill", ["kill"], 500.0) == 480.0


def test_temporary_files_lie_in_memory_only_where_there_is_room_and_go_afterwards(tasks, tmp_path, monkeypatch) -> None:
    monkeypatch.setattr(tasks, "MEMORY_DISK", tmp_path)
    monkeypatch.setattr(tasks, "ROOM_FOR_TESTS", 0)
    with tasks.temporary_files() as place:
        assert Path(place["TMPDIR"]).parent == tmp_path
        (Path(place["TMPDIR"]) / "store.db").touch()
    assert not any(tmp_path.glob("meritdesk-tests-*"))
    monkeypatch.setattr(tasks, "ROOM_FOR_TESTS", 1 << 60)
    with tasks.temporary_files() as place:
        assert place == {}
    monkeypatch.setattr(tasks, "MEMORY_DISK", tmp_path / "none")
    with tasks.temporary_files() as place:
        assert place == {}


def test_the_windows_program_is_never_skipped_in_silence(
    tasks: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(tasks, "can_become_root", lambda: False)
    monkeypatch.setattr(tasks.os, "geteuid", lambda: 1000)
    monkeypatch.setattr(tasks.SystemPart, "present", lambda part: part.name != "makensis")
    monkeypatch.setattr(tasks, "is_set_up", lambda lockset: True)
    monkeypatch.setattr(tasks, "install_candidates", lambda names: set(names))
    assert tasks.main(["windows"]) == 2
    assert "apt-get install -y --no-install-recommends nsis" in capsys.readouterr().err
    monkeypatch.setattr(tasks.sys, "platform", "win32")
    assert tasks.main(["windows"]) == 2
    assert "on Linux" in capsys.readouterr().err
