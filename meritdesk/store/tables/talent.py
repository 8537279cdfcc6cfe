"""The tables of talent, index, merit and rotation: registers of training and scores, what was fixed, what was decided.

``training`` and ``potential_score`` are the office's own registers. A box or an index stands here only once it was
fixed; until then it is worked out. ``merit_file`` names a content of the vault of files by its digest.
"""

from __future__ import annotations

from sqlalchemy import Index, Table, UniqueConstraint

from meritdesk.store.tables.columns import belongs_to, code, key, maybe, metadata, number, text

training = Table(
    "training",
    metadata,
    code("agency"),
    code("training_id"),
    code("person_id"),
    code("kind"),
    text("title"),
    code("held_on"),
    number("hours"),
    text("certificate"),
    text("organiser"),
    key("training_id"),
    belongs_to("person_id", "person", "person_id"),
    Index(None, "agency", "person_id"),
    info={"noun": "trainings"},
)

potential_score = Table(
    "potential_score",
    metadata,
    code("agency"),
    code("person_id"),
    code("kind"),
    code("measured_on"),
    text("points"),
    text("source"),
    key("person_id", "kind", "measured_on"),
    belongs_to("person_id", "person", "person_id"),
    info={"noun": "potentials"},
)

talent_box = Table(
    "talent_box",
    metadata,
    code("agency"),
    code("person_id"),
    number("year"),
    number("box"),
    code("potential"),
    code("performance"),
    text("points"),
    text("reasons"),
    text("packs"),
    text("fixed_on"),
    key("person_id", "year"),
    belongs_to("person_id", "person", "person_id"),
    Index(None, "agency", "year"),
    info={"noun": "talent"},
)

asn_index = Table(
    "asn_index",
    metadata,
    code("agency"),
    code("person_id"),
    number("year"),
    text("qualification"),
    text("competence"),
    text("performance"),
    text("discipline"),
    text("total"),
    code("category"),
    text("reasons"),
    text("packs"),
    text("fixed_on"),
    key("person_id", "year"),
    belongs_to("person_id", "person", "person_id"),
    Index(None, "agency", "year"),
    info={"noun": "asn_index"},
)

merit_assessment = Table(
    "merit_assessment",
    metadata,
    code("agency"),
    code("assessment_id"),
    number("year"),
    code("pack_id"),
    text("pack_digest"),
    maybe("survey"),
    text("survey_source"),
    number("violations"),
    maybe("index_value"),
    text("category"),
    text("aspect_values"),
    text("figures"),
    maybe("fixed_on"),
    text("fixed_by"),
    key("assessment_id"),
    UniqueConstraint("agency", "year", "pack_id"),
    info={"noun": "merit"},
)

merit_level = Table(
    "merit_level",
    metadata,
    code("agency"),
    code("assessment_id"),
    code("part_code"),
    number("level"),
    text("reason"),
    text("action"),
    maybe("action_by"),
    key("assessment_id", "part_code"),
    belongs_to("assessment_id", "merit_assessment", "assessment_id"),
    info={"noun": "merit"},
)

merit_file = Table(
    "merit_file",
    metadata,
    code("agency"),
    code("file_id"),
    code("assessment_id"),
    code("part_code"),
    text("file_name"),
    code("sha256"),
    number("size"),
    text("title"),
    text("added_on"),
    text("added_by"),
    key("file_id"),
    belongs_to("assessment_id", "merit_assessment", "assessment_id"),
    Index(None, "agency", "assessment_id"),
    info={"noun": "merit"},
)

talent_list = Table(
    "talent_list",
    metadata,
    code("agency"),
    code("list_id"),
    code("number"),
    code("kind"),
    text("title"),
    number("year"),
    text("made_at"),
    text("made_by"),
    text("criteria"),
    text("packs"),
    number("looked_at"),
    text("facts_digest"),
    text("digest"),
    text("lines"),
    key("list_id"),
    UniqueConstraint("agency", "number"),
    info={"noun": "talent_lists"},
)

rotation_case = Table(
    "rotation_case",
    metadata,
    code("agency"),
    code("case_id"),
    code("number"),
    code("unit_id"),
    text("post"),
    code("echelon"),
    code("opened_on"),
    text("note"),
    text("list_id"),
    maybe("decided_on"),
    text("chosen_id"),
    text("decided_by"),
    text("reason"),
    text("letter_number"),
    maybe("dropped_on"),
    key("case_id"),
    UniqueConstraint("agency", "number"),
    info={"noun": "rotations"},
)
