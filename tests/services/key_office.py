"""A region that held its ceremony, and what tests of keys do with it."""

from __future__ import annotations

from pathlib import Path

from meritdesk.core.trust import DeviceRole
from meritdesk.services.handover.key_ceremony import CeremonyOutcome, Seat

HOLDERS = ("Kepala Kantor", "Kepala Bagian TI", "Amplop tersegel")
WITNESSES = ("Ani Saksi", "Budi Saksi")


def seats(folder: Path, names: tuple[str, ...] = HOLDERS) -> list[Seat]:
    return [Seat(name, f"kata sandi {name}", folder / f"stik-{name[:9].strip()}") for name in names]


def hold_ceremony(region, folder: Path) -> CeremonyOutcome:
    draft = region.desk.handover.keys.ceremony.prepare(seats(folder))
    return region.desk.handover.keys.ceremony.finish(draft, draft.fingerprint, WITNESSES, "Kepala Kantor")


def read_from_paper(request, groups=None) -> list[str]:
    """What an honest clerk types: the asked groups, from the paper."""
    groups = groups or request.fingerprint
    return [groups[place - 1] for place in request.places]


def admit(agency, region, folder: Path, role: DeviceRole = DeviceRole.PRIMARY):
    """The agency writes file and form; the region takes the file and reads two groups from the paper."""
    written = agency.desk.handover.keys.enrol(folder, role)
    admission = region.desk.handover.keys.admission
    request = admission.take(written.file)
    return admission.answer(request.request_id, read_from_paper(request, written.fingerprint), role)


def carry_list(region, agency, folder: Path, groups=()):
    """The region's list travels to the agency as a file."""
    return agency.desk.handover.keys.import_list(region.desk.handover.keys.export_list(folder), groups)
