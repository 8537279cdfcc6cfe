"""The tables that travel as flat records, in the order in which they are read and written (schema 2 of the data).

Table names are Indonesian because officials read them in the data package; columns are those of the store. A table of
the store that is journaled and neither here nor in ``STAYS_AT_HOME`` fails a test: whoever adds one must decide.
Confidential records never travel.
"""

from __future__ import annotations

from collections.abc import Mapping

from meritdesk.core.travel import Scope, Travelling
from meritdesk.core.travel_layouts.assessment import ASSESSMENT
from meritdesk.core.travel_layouts.cascade import CASCADE
from meritdesk.core.travel_layouts.execution import EXECUTION
from meritdesk.core.travel_layouts.old_years import OLD_YEARS
from meritdesk.core.travel_layouts.papers import PAPERS
from meritdesk.core.travel_layouts.register import REGISTER
from meritdesk.core.travel_layouts.teams import INSIDE, TEAMS

TRAVELLING: tuple[Travelling, ...] = (
    *REGISTER,
    *CASCADE,
    *EXECUTION,
    *ASSESSMENT,
    *PAPERS,
    *OLD_YEARS,
    *TEAMS,
    *INSIDE,
)
"""Everything that travels as flat records; an export leaves out what is ``inside``."""

TRAVELLING_BY_NAME: Mapping[str, Travelling] = {layout.name: layout for layout in TRAVELLING}
EXPORTED: tuple[Travelling, ...] = tuple(layout for layout in TRAVELLING if not layout.inside)

_OF_ONE_PERIOD = frozenset({Scope.PERIOD, Scope.IN_PERIOD, Scope.EVIDENCE})
_TYPED_OF_ONE_PERIOD = frozenset({"evaluation"})


def _outlasts(layout: Travelling) -> bool:
    """Whether the rows of a table are not of one period alone, but of the year or of all time."""
    if layout.scope is not Scope.OWNER:
        return layout.scope not in _OF_ONE_PERIOD
    owner = next((one for one in TRAVELLING if one.stored_as == layout.owner), None)
    return _outlasts(owner) if owner is not None else layout.owner not in _TYPED_OF_ONE_PERIOD


OUTLASTING: frozenset[str] = frozenset(layout.name for layout in TRAVELLING if _outlasts(layout))
"""Tables whose rows several periods' packages carry, so that an older package must not replace a newer one's."""

SUPERSEDED_EVALUATIONS = "penilaian_lama"
SUPERSEDED_PLANS = "rencana_lama"

STAYS_AT_HOME: Mapping[str, str] = {
    "kept_cell": "kolom program yang lebih baru: ikut di dalam tabelnya sendiri",
    "absent_record": "antrean kantor ini atas berkas yang diterima",
    "merge_conflict": "antrean kantor ini atas berkas yang diterima",
    "confidential": "rahasia: tidak pernah dikirim",
    "opening": "siapa membuka catatan rahasia: tetap di kantor",
    "scan_batch": "antrean pindaian kantor ini; berkasnya tetap di sini",
    "scan_page": "antrean pindaian kantor ini; berkasnya tetap di sini",
    "setting": "setelan kantor ini",
    "trust_anchor": "sertifikat yang dipercaya PC ini",
}
"""Journaled tables of the store that do not travel, with the reason."""
