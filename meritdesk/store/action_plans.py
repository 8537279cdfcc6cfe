"""Action plans, documentation and take-overs as rows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from meritdesk.core.execution import ActionStep, Documentation, EarlierStep, TakeOver
from meritdesk.store import tables
from meritdesk.store.notation import day_text, day_value, reference_text
from meritdesk.store.rows import Rows


class StoredActionPlans:
    """Steps (B.1.1) and documentation (B.1.2), by work result; take-overs, by person."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def steps(self, result_ids: Sequence[str]) -> tuple[ActionStep, ...]:
        """The steps of these results, in order."""
        found = self._rows.read(tables.action_step, "result_id", dict.fromkeys(result_ids), "result_id", "number")
        return tuple(_step(row) for row in found)

    def save_steps(self, result_id: str, steps: Sequence[ActionStep]) -> None:
        """Make these the only steps of a result."""
        rows = [
            {"result_id": result_id, "number": step.number, "text": step.text, "due_on": day_text(step.due_on)}
            for step in steps
        ]
        self._rows.replace_parts(tables.action_step, "result_id", [result_id], rows)

    def documentation(self, result_ids: Sequence[str]) -> tuple[Documentation, ...]:
        """What was documented on these results, oldest first."""
        order = ("documented_on", "documentation_id")
        found = self._rows.read(tables.documentation, "result_id", dict.fromkeys(result_ids), *order)
        return tuple(_documentation(row) for row in found)

    def line(self, documentation_id: str) -> Documentation | None:
        """One line of documentation."""
        found = self._rows.read(tables.documentation, "documentation_id", [documentation_id])
        return _documentation(found[0]) if found else None

    def save_documentation(self, lines: Sequence[Documentation]) -> None:
        """Add these lines or bring them up to date."""
        rows = [
            {
                "documentation_id": line.documentation_id,
                "result_id": line.result_id,
                "documented_on": day_text(line.documented_on),
                "step": line.step,
                "text": line.text,
                "evidence": line.evidence,
            }
            for line in lines
        ]
        self._rows.write(tables.documentation, rows)

    def takeovers(self, person_ids: Sequence[str] | None = None) -> tuple[TakeOver, ...]:
        """The results that were taken over, of everybody or of these people."""
        wanted = None if person_ids is None else dict.fromkeys(person_ids)
        found = self._rows.read(tables.takeover, "person_id", wanted, "taken_on", "takeover_id")
        return tuple(_takeover(row) for row in found)

    def save_takeovers(self, takeovers: Sequence[TakeOver]) -> None:
        """Add these take-overs or bring them up to date."""
        rows = [
            {
                "takeover_id": one.takeover_id,
                "person_id": one.person_id,
                "result_id": one.result_id,
                "taken_on": day_text(one.taken_on),
                "note": one.note,
                "taken_by_id": reference_text(one.taken_by_id),
                "taken_by_name": one.taken_by_name,
                "earlier": ",".join(step.value for step in one.earlier),
            }
            for one in takeovers
        ]
        self._rows.write(tables.takeover, rows)


def _step(row: Mapping[str, Any]) -> ActionStep:
    return ActionStep(row["result_id"], row["number"], row["text"], day_value(row["due_on"]))


def _documentation(row: Mapping[str, Any]) -> Documentation:
    return Documentation(
        documentation_id=row["documentation_id"],
        result_id=row["result_id"],
        documented_on=date.fromisoformat(row["documented_on"]),
        text=row["text"],
        step=row["step"],
        evidence=row["evidence"],
    )


def _takeover(row: Mapping[str, Any]) -> TakeOver:
    return TakeOver(
        takeover_id=row["takeover_id"],
        person_id=row["person_id"],
        result_id=row["result_id"],
        taken_on=date.fromisoformat(row["taken_on"]),
        note=row["note"],
        taken_by_id=row["taken_by_id"] or "",
        taken_by_name=row["taken_by_name"],
        earlier=tuple(EarlierStep(word) for word in str(row["earlier"]).split(",") if word),
    )
