"""`THIRD_PARTY.md` and the texts of all licences, from the packages as they are installed.

``python -m shipping.licences`` writes the page anew after a lock has changed; the build copies the texts beside the
program.
"""

from __future__ import annotations

import importlib.metadata
import re
import shutil
import sys
from collections.abc import Mapping
from pathlib import Path

from shipping.contents import OURS_OF_THE_BUILDER, may_ship
from shipping.places import ROOT, Failure, pins, plain

PAGE = ROOT / "THIRD_PARTY.md"
_TEXT_NAMES = re.compile(r"(^|/)(licen[cs]es?|copying|notice|copyright|authors)[^/]*$|(^|/)licen[cs]es/", re.I)
_NOT_TEXT = re.compile(r"\.(py|pyc|pyi|so|pyd|dll|json)$")

HEAD = """# Other people's work in MeritDesk

Written by `python -m shipping.licences` from the packages as they are installed; a test holds it to the locks. The
packaged program carries the texts in its folder `licences`; a bill of materials (CycloneDX) stands beside it.

MeritDesk itself is under the MIT licence (`LICENSE`).

## Packages

| Package | Version | Licence | Where its text is |
|---|---|---|---|
"""

TAIL = """
## Inside these packages, and beside them

| What | In | Licence |
|---|---|---|
| Qt 6 (Core, Gui, Widgets, Svg, PrintSupport) with its plug-ins | pyside6-essentials | LGPL-3.0-only; see below |
| ICU (Linux) | pyside6-essentials | Unicode-3.0 |
| SQLCipher and SQLite | sqlcipher3 | BSD-3-Clause; SQLite is in the public domain |
| OpenSSL 3 | sqlcipher3, cryptography, psycopg-binary, Python | Apache-2.0 |
| libpq and what it needs | psycopg-binary | PostgreSQL; MIT; BSD-3-Clause |
| PDFium and what it is built of | pypdfium2 | BSD-3-Clause; Apache-2.0; FTL; MIT; Zlib |
| ZXing-C++ | zxing-cpp | Apache-2.0 |
| age in Rust (rage) | pyrage | MIT OR Apache-2.0 |
| libjpeg-turbo, libtiff, libwebp, OpenJPEG, FreeType, HarfBuzz, LittleCMS, zlib and others | pillow | MIT-CMU; libtiff; BSD-3-Clause; FTL; MIT; Zlib |
| Python and its library | the packaged program | PSF-2.0 |
| Start-up code of PyInstaller | the packaged program | GPL-2.0-or-later with an exception: any program may carry it, under any licence |
| libraries of the machine on which the Linux folder was built (X11, GLib, fontconfig and others) | the Linux folder | each its own: `licences/system` and the bill of materials name them |
| Microsoft's C run-time library | the Windows folder | Microsoft's terms for files that may be passed on with a program |
| TeX Gyre Bonum as MeritDesk Bonum | `resources/fonts` | GUST Font License, `GUST-FONT-LICENSE.txt` |
| DejaVu Sans | `resources/fonts` | Bitstream Vera and Arev licences, `DEJAVU-LICENSE.txt` |
| Tabler Icons | `resources/icons` | MIT, `LICENSE.txt` |

**Qt and PySide6** are used under the LGPL, version 3. They lie in the folder `_internal/PySide6` as files of their own,
unchanged: whoever wants another build of the same version puts its files there. Their sources are published by the Qt
project under the version named above.
"""


# Whose description names no licence by its name, though the text is there.
_BY_THE_TEXT = {"sqlcipher3": "Zlib", "pyrage": "MIT"}
_TEXTS_OF_QT = ("pyside6-essentials", "shiboken6")


def licence_of(one: importlib.metadata.Distribution) -> str:
    """What the package itself says, in one line."""
    if one.name in _BY_THE_TEXT:
        return _BY_THE_TEXT[one.name]
    said = one.metadata["License-Expression"]
    if said:
        return str(said)
    classes = [line.rpartition(" :: ")[2] for line in one.metadata.get_all("Classifier") or () if "License ::" in line]
    if classes:
        return "; ".join(dict.fromkeys(classes))
    words = str(one.metadata["License"] or "").strip().splitlines()
    if not words:
        raise Failure(f"{one.name} names no licence.")
    return words[0].strip()


def texts_of(one: importlib.metadata.Distribution) -> list[Path]:
    """The files of a package that hold the words of its licence."""
    names = [str(file) for file in one.files or () if ".dist-info/" in str(file) or "/licenses/" in str(file)]
    wanted = [name for name in names if _TEXT_NAMES.search(name) and not _NOT_TEXT.search(name)]
    found = [path for path in (Path(str(one.locate_file(name))) for name in sorted(wanted)) if path.is_file()]
    # The wheels of Qt bring no text of the licence that they name.
    return found or (sorted((ROOT / "shipping" / "texts").glob("*.txt")) if plain(one.name) in _TEXTS_OF_QT else [])


def shipped(site: Path | None = None) -> list[importlib.metadata.Distribution]:
    """The packages that may ship, as they are installed here (or in ``site``), at exactly the pinned versions."""
    wanted: Mapping[str, str] = may_ship() | {name: pins("package.txt")[name] for name in OURS_OF_THE_BUILDER}
    path = [str(site)] if site else sys.path
    installed = {plain(one.name): one for one in importlib.metadata.distributions(path=path)}
    found = []
    for name, version in sorted(wanted.items()):
        if name not in installed:
            raise Failure(f"{name} is not installed here; run: make build", 2)
        if installed[name].version != version:
            raise Failure(f"{name} {installed[name].version} is installed, the lock says {version}; run: make build", 2)
        found.append(installed[name])
    return found


def page() -> str:
    """The whole page."""
    lines = []
    for one in shipped():
        texts = texts_of(one)
        home = one.metadata["Home-page"] or next(iter(one.metadata.get_all("Project-URL") or ("",))).rpartition(", ")[2]
        where = f"`licences/{plain(one.name)}`" if texts else f"its pages: {home}"
        lines.append(f"| {plain(one.name)} | {one.version} | {licence_of(one)} | {where} |")
    return HEAD + "\n".join(lines) + "\n" + TAIL


def copy_texts(folder: Path, site: Path | None = None) -> int:
    """Put every licence text into a folder, a folder for each package; answers how many texts."""
    shutil.rmtree(folder, ignore_errors=True)
    count = 0
    for one in shipped(site):
        for number, path in enumerate(texts_of(one)):
            place = folder / plain(one.name)
            place.mkdir(parents=True, exist_ok=True)
            target = place / path.name
            shutil.copyfile(path, target if not target.exists() else place / f"{number}-{path.name}")
            count += 1
    return count


def main() -> int:
    """Write the page."""
    try:
        PAGE.write_text(page(), encoding="utf-8")
    except Failure as failure:
        print(failure, file=sys.stderr)
        return failure.code
    print(f"{PAGE.name}: {len(shipped())} packages")
    return 0


if __name__ == "__main__":
    sys.exit(main())
