"""What a folder holds is judged by its files: foreign packages, other versions and missing files end the build."""

import json
from pathlib import Path

import pytest

from shipping import bundle, contents
from shipping.places import ROOT, Failure, pins


def test_every_file_has_an_owner_by_the_files_themselves(tmp_path: Path) -> None:
    site = tmp_path / "site-packages"
    (site / "thing").mkdir(parents=True)
    (site / "thing" / "__init__.py").touch()
    (site / "thing-1.2.dist-info").mkdir()
    (site / "thing-1.2.dist-info" / "METADATA").write_text("Metadata-Version: 2.1\nName: Thing\nVersion: 1.2\n")
    (site / "thing-1.2.dist-info" / "RECORD").write_text("thing/__init__.py,,\n")
    (tmp_path / "python").mkdir()
    sources = [site / "thing" / "__init__.py", tmp_path / "python" / "os.py", ROOT / "meritdesk" / "aside.py"]
    sources.append(Path("/usr/lib/libthing.so.1"))
    listed = tmp_path / "contents.json"
    listed.write_text(json.dumps({"sources": [str(path) for path in sources]}), encoding="utf-8")
    found = contents.owners(listed, [site], [tmp_path / "python"])
    assert (found.distributions, found.python, found.ours) == ({"thing": "1.2"}, 1, 1)
    assert found.system == {str(Path("/usr/lib/libthing.so.1").resolve())}
    (site / "loose.py").touch()
    listed.write_text(json.dumps({"sources": [str(site / "loose.py")]}), encoding="utf-8")
    with pytest.raises(Failure, match="belongs to no package"):
        contents.owners(listed, [site], [])


def test_a_foreign_package_and_another_version_end_the_build() -> None:
    contents.check(contents.Owners(dict(pins("runtime.txt"))))
    with pytest.raises(Failure, match=r"pyarrow 26 .* must not ship"):
        contents.check(contents.Owners({"pyarrow": "26"}))
    with pytest.raises(Failure, match="the locks say"):
        contents.check(contents.Owners({"segno": "0.1"}))


def test_a_file_that_the_folder_lacks_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fonts = ROOT / "resources" / "fonts"
    monkeypatch.setattr(bundle, "SHIPPED", {fonts: "fonts"})
    (tmp_path / "fonts").mkdir()
    for path in fonts.iterdir():
        (tmp_path / "fonts" / path.name).write_bytes(path.read_bytes())
    assert bundle.missing_files(tmp_path) == []
    (tmp_path / "fonts" / "DejaVuSans.ttf").write_bytes(b"cut")
    (tmp_path / "fonts" / "README.md").unlink()
    assert bundle.missing_files(tmp_path) == ["resources/fonts/DejaVuSans.ttf", "resources/fonts/README.md"]
