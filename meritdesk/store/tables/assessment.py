"""The tables of assessment: levels, evaluations with their superseded versions, feedback on behaviour, calibration."""

from __future__ import annotations

from sqlalchemy import Index, Table

from meritdesk.store.tables.columns import belongs_to, code, flag, key, later_text, maybe, metadata, number, text

organisation_level = Table(
    "organisation_level",
    metadata,
    code("agency"),
    code("unit_id"),
    code("period"),
    text("level"),
    text("source"),
    maybe("published_on"),
    key("unit_id", "period"),
    info={"noun": "levels"},
)

evaluation = Table(
    "evaluation",
    metadata,
    code("agency"),
    code("evaluation_id"),
    code("person_id"),
    code("period"),
    maybe("result_rating"),
    maybe("behaviour_rating"),
    text("reason"),
    text("note"),
    text("state"),
    maybe("rater_id"),
    maybe("superior_id"),
    maybe("led_unit_id"),
    maybe("org_level"),
    maybe("suggested"),
    maybe("predicate"),
    text("explanation"),
    text("packs"),
    text("parties"),
    maybe("closed_on"),
    number("version"),
    text("digest"),
    text("row_sha256"),
    later_text("circumstances", "{}"),
    key("evaluation_id"),
    belongs_to("person_id", "person", "person_id"),
    Index(None, "agency", "person_id"),
    # Counting a period must not read the long texts of every evaluation: the board finds all it asks for in here.
    Index(
        "ix_evaluation_board", "agency", "period", "person_id", "state", "rater_id", "led_unit_id", "result_rating",
        "behaviour_rating", "predicate", "version", "closed_on", "evaluation_id", "circumstances",
    ),
    info={"noun": "evaluations"},
)  # fmt: skip

behaviour_feedback = Table(
    "behaviour_feedback",
    metadata,
    code("agency"),
    code("evaluation_id"),
    code("value"),
    text("text"),
    key("evaluation_id", "value"),
    belongs_to("evaluation_id", "evaluation", "evaluation_id"),
    info={"noun": "evaluations"},
)

superseded_evaluation = Table(
    "superseded_evaluation",
    metadata,
    code("agency"),
    code("evaluation_id"),
    number("version"),
    text("content"),
    text("revision"),
    key("evaluation_id", "version"),
    belongs_to("evaluation_id", "evaluation", "evaluation_id"),
    info={"noun": "evaluations"},
)

calibration_session = Table(
    "calibration_session",
    metadata,
    code("agency"),
    code("session_id"),
    code("period"),
    code("rater_id"),
    code("led_unit_id"),
    text("held_on"),
    text("place"),
    text("notes"),
    text("state"),
    maybe("finished_on"),
    key("session_id"),
    Index(None, "agency", "period"),
    info={"noun": "calibrations"},
)

calibration_participant = Table(
    "calibration_participant",
    metadata,
    code("agency"),
    code("session_id"),
    number("place"),
    text("name"),
    text("role"),
    maybe("person_id"),
    key("session_id", "place"),
    belongs_to("session_id", "calibration_session", "session_id"),
    info={"noun": "calibrations"},
)

calibration_entry = Table(
    "calibration_entry",
    metadata,
    code("agency"),
    code("session_id"),
    code("person_id"),
    number("place"),
    text("nip"),
    text("name"),
    text("position"),
    maybe("suggested"),
    maybe("result_before"),
    maybe("behaviour_before"),
    maybe("result_after"),
    maybe("behaviour_after"),
    text("reason"),
    flag("dropped_out"),
    flag("is_closed"),
    key("session_id", "person_id"),
    belongs_to("session_id", "calibration_session", "session_id"),
    info={"noun": "calibrations"},
)
