"""A ministry and a city in one tree, small enough to read: the people of the worked cases of the register."""

from datetime import date

from meritdesk.core.career import EntryKind, History, HistoryEntry
from meritdesk.core.people import EmploymentType, LegalStatus, OrgUnit, Person, PositionKind


def person(name, unit, kind=PositionKind.STAFF, echelon="", **more):
    return Person(
        person_id=name, nip="", name=name, source_id=name, position_kind=kind, echelon=echelon, unit_id=unit, **more
    )


def unit(name, parent="", **more):
    return OrgUnit(unit_id=name, name=name, parent_id=parent, **more)


OFFICIAL = {"employment": EmploymentType.OFFICIAL}
UNITS = (
    unit("kementerian", head_id="menteri"),
    unit("ditjen", "kementerian", head_source_id="dirjen"),
    unit("direktorat", "ditjen", head_source_id="purnama"),
    unit("balai", "ditjen", head_source_id="kepala balai"),
    unit("sekretariat", "ditjen"),
    unit("sekolah", "direktorat", head_source_id="kepala sekolah"),
    unit("kota", head_id="walikota"),
    unit("dinas", "kota", head_source_id="kepala dinas"),
    unit("puskesmas", "dinas", head_source_id="kepala puskesmas", is_autonomous=True),
)
PEOPLE = (
    person("menteri", "kementerian", PositionKind.OFFICIAL, **OFFICIAL),
    person("dirjen", "ditjen", PositionKind.ADMINISTRATOR, "II.a"),
    person("purnama", "direktorat", PositionKind.ADMINISTRATOR, "II.b"),
    person("pengganti", "balai", PositionKind.SUPERVISOR, "IV.a"),
    person("kepala balai", "balai", PositionKind.ADMINISTRATOR, "III.a"),
    person("plt", "balai", PositionKind.ADMINISTRATOR, "III.b"),
    person("analis", "direktorat"),
    person("perencana", "direktorat", PositionKind.JF),
    person("kepala sekolah", "sekolah", PositionKind.JF),
    person("tata usaha sekolah", "sekolah"),
    person("walikota", "kota", PositionKind.OFFICIAL, **OFFICIAL),
    person("kepala dinas", "dinas", PositionKind.JPT, "II.b"),
    person("kepala puskesmas", "puskesmas", PositionKind.JF),
)
BY_NAME = {found.person_id: found for found in PEOPLE}


def entry(person_id, kind, since=None, until=None, **more):
    return HistoryEntry(f"{person_id}-{kind}-{since}", person_id, kind, since, until, **more)


def post(name, unit_id, since=None, until=None):
    found = BY_NAME[name]
    return entry(
        name, EntryKind.POST, since, until, unit_id=unit_id, position_kind=found.position_kind, echelon=found.echelon
    )


def status(name, state, since=None, until=None):
    return entry(name, EntryKind.STATUS, since, until, status=state)


def before(day):
    return date.fromordinal(day.toordinal() - 1)


def moved(name, day, to):
    old = BY_NAME[name].unit_id
    return (post(name, old, None, before(day)), post(name, to, day))


def took_over(unit_id, old, new, day):
    return (
        entry(old, EntryKind.HEAD, None, before(day), unit_id=unit_id),
        entry(new, EntryKind.HEAD, day, unit_id=unit_id),
    )


def became(name, state, day):
    return (status(name, LegalStatus.ACTIVE, None, before(day)), status(name, state, day))


def died(name, unit_id, day):
    return (*became(name, LegalStatus.LEFT, day), entry(name, EntryKind.HEAD, None, before(day), unit_id=unit_id))


def history_of(event, day):
    """The dated entries that an event of the worked cases makes."""
    acting = {"unit_id": "direktorat"}
    known = {
        "": lambda: (),
        "penilai pindah": lambda: (
            *moved("purnama", day, "balai"),
            *moved("pengganti", day, "direktorat"),
            *took_over("direktorat", "purnama", "pengganti", day),
        ),
        "pegawai pindah": lambda: moved("analis", day, "balai"),
        "mulai Plt": lambda: (entry("perencana", EntryKind.PLT, day, unit_id="sekretariat", may_rate=True),),
        "mulai Plh": lambda: (entry("perencana", EntryKind.PLH, day, unit_id="sekretariat", may_rate=True),),
        "penilai meninggal": lambda: died("purnama", "direktorat", day),
        "penilai meninggal, Plt dengan delegasi": lambda: (
            *died("purnama", "direktorat", day),
            entry("plt", EntryKind.PLT, day, may_rate=True, **acting),
        ),
        "penilai meninggal, Plt tanpa delegasi": lambda: (
            *died("purnama", "direktorat", day),
            entry("plt", EntryKind.PLT, day, may_rate=False, **acting),
        ),
        "pegawai diperbantukan": lambda: became("analis", LegalStatus.SECONDED, day),
        "pegawai CLTN": lambda: became("analis", LegalStatus.UNPAID_LEAVE, day),
        "pegawai MPP": lambda: became("analis", LegalStatus.PRE_PENSION, day),
    }
    return History(known[event]())
