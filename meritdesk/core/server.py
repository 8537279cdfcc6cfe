"""Where a shared server is: what stands in its address, and never a password."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from urllib.parse import parse_qsl, quote, unquote, urlencode, urlsplit

from meritdesk.core.errors import UsageRefusal

SCHEMES = ("postgresql+psycopg", "postgresql", "postgres")
PORT = 5432
TLS_MODES = ("disable", "prefer", "require", "verify-ca", "verify-full")
"""How far the connection is protected, as PostgreSQL names it."""

_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_\-]{0,62}")


@dataclass(frozen=True, slots=True)
class ServerPlace:
    """A database on a server and as whom it is opened; ``tls`` empty: required, but not on this very PC."""

    host: str
    database: str
    user: str
    port: int = PORT
    tls: str = ""
    root_certificate: str = ""

    @property
    def is_own_machine(self) -> bool:
        """Whether nothing of the connection ever leaves this PC."""
        return self.host.startswith("/") or self.host in ("localhost", "127.0.0.1", "::1")

    @property
    def tls_mode(self) -> str:
        """The protection that is asked for: what the address says, else required wherever there is a network."""
        return self.tls or ("prefer" if self.is_own_machine else "require")

    @property
    def address(self) -> str:
        """The address as it is typed; it carries no password."""
        asked = {"sslmode": self.tls, "sslrootcert": self.root_certificate}
        if self.host.startswith("/"):
            asked["host"] = self.host
        query = urlencode({name: value for name, value in asked.items() if value})
        host = "" if self.host.startswith("/") else f"[{self.host}]" if ":" in self.host else self.host
        port = "" if self.port == PORT else f":{self.port}"
        return f"{SCHEMES[0]}://{quote(self.user)}@{host}{port}/{quote(self.database)}{'?' if query else ''}{query}"

    @property
    def shown(self) -> str:
        """The place as the status line shows it."""
        return f"{self.host}{'' if self.port == PORT else f':{self.port}'}/{self.database}"

    def under(self, user: str) -> ServerPlace:
        """The same database opened as somebody else."""
        return replace(self, user=user)


@dataclass(frozen=True, slots=True)
class ServerState:
    """What an opened server says of itself: where, as whom, with which version, and how the line is protected."""

    place: str
    user: str
    role: str
    version: str
    tls: str
    partitions: int
    agencies: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class MovedTable:
    """How many rows of a table were carried over; counted again on the other side."""

    table: str
    rows: int


@dataclass(frozen=True, slots=True)
class Moved:
    """What a move between file and server did; ``head`` is the journal's last digest, equal on both sides.

    ``was_there`` says that an earlier, interrupted move had already carried everything. ``kept`` is the verified backup
    of the side that was left.
    """

    agency: str
    place: str
    tables: tuple[MovedTable, ...]
    change_sets: int
    head: str
    was_there: bool = False
    kept: str = ""

    @property
    def rows(self) -> int:
        """All rows together."""
        return sum(one.rows for one in self.tables)


def is_address(text: str) -> bool:
    """Whether a text names a server and no folder."""
    return text.partition(":")[0] in SCHEMES and "://" in text


def read_address(text: str) -> ServerPlace:
    """An address as typed; ``SRV-125`` when it cannot be one, ``SRV-126`` when a password stands in it."""
    try:
        parts = urlsplit(text.strip())
        asked = dict(parse_qsl(parts.query, keep_blank_values=True))
        port = parts.port or PORT
    except ValueError as error:
        raise UsageRefusal("SRV-125", address=_without_secret(text)) from error
    if parts.password or "password" in asked:
        raise UsageRefusal("SRV-126")
    host = asked.pop("host", "") or (parts.hostname or "")
    place = ServerPlace(
        host=host,
        database=unquote(parts.path.lstrip("/")),
        user=unquote(parts.username or ""),
        port=port,
        tls=asked.pop("sslmode", ""),
        root_certificate=asked.pop("sslrootcert", ""),
    )
    is_whole = parts.scheme in SCHEMES and host and not asked
    if not is_whole:
        raise UsageRefusal("SRV-125", address=_without_secret(text))
    return checked(place)


def checked(place: ServerPlace) -> ServerPlace:
    """A place whose parts can be meant; ``SRV-125`` otherwise."""
    names_ok = _NAME.fullmatch(place.database) and _NAME.fullmatch(place.user)
    if not names_ok or not place.host.strip() or place.tls not in ("", *TLS_MODES) or not 0 < place.port < 65536:
        raise UsageRefusal("SRV-125", address=f"{place.user}@{place.host}:{place.port}/{place.database}")
    return place


def _without_secret(text: str) -> str:
    return re.sub(r"//[^@/]*@", "//…@", text)
