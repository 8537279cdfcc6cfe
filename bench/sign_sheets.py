"""Signing 100 sheets one by one with one key, and looking into each signed file again.

Prints milliseconds a sheet for an elliptic curve and an RSA key, the bytes a signature adds, and what a look costs.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from datetime import UTC, datetime, timedelta
from pathlib import Path
from time import perf_counter

HERE = Path(__file__).resolve().parent
for folder in (HERE.parent, HERE.parent / "tests" / "printing", HERE.parent / "tests" / "signing"):
    sys.path.insert(0, str(folder))

import office_ca  # noqa: E402
import samples  # noqa: E402

from meritdesk.core.documents import Form, PaperStyle  # noqa: E402
from meritdesk.core.signatures import SignedPaper, field_box  # noqa: E402
from meritdesk.printing.press import Press  # noqa: E402
from meritdesk.signing import Signatures  # noqa: E402


def main(count: int) -> None:
    press, signatures = Press(), Signatures()
    now = datetime.now(UTC)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        ca = office_ca.OfficeCA(folder / "ca")
        anchors = signatures.read_anchors(ca.root_file, now)
        target = folder / "sheet.pdf"
        printed = press.print_file([samples.sheet(Form.D_1_1)], target, PaperStyle(), lambda done, total: None, 1)
        data, places = target.read_bytes(), printed.sheets[0].places
        place = len(places) - 1
        left, bottom, right, top = field_box(places[place])
        for kind in ("ec", "rsa"):
            life = {"starts": now - timedelta(days=1), "ends": now + timedelta(days=365)}
            key = signatures.open_key(ca.person(places[place].name, kind=kind, **life), office_ca.PASSPHRASE)
            signed = b""
            signatures.sign(data, key, places, place, press.signature_picture("a", "b", now, 200, 40), now)
            start = perf_counter()
            for _ in range(count):
                picture = press.signature_picture(
                    key.certificate.holder, key.certificate.issuer, now, right - left, top - bottom
                )
                signed = signatures.sign(data, key, places, place, picture, now)
            signing = (perf_counter() - start) / count
            target.write_bytes(signed)
            start = perf_counter()
            for _ in range(count):
                found = signatures.examine(target, SignedPaper(len(data), places), anchors, now)
            looking = (perf_counter() - start) / count
            assert not found.has_faults and found.signatures[0].state.value == "TRUSTED", found
            print(
                f"{kind:>4}: {count} sheets signed, {signing * 1000:.0f} ms a sheet ({1 / signing:.0f}/s), "
                f"+{(len(signed) - len(data)) / 1024:.0f} KB a signature, looked into in {looking * 1000:.0f} ms"
            )


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sheets", type=int, nargs="?", default=100)
    main(parser.parse_args().sheets)
