"""The role-result matrix as a Qt table: people down, the leader's indicators across, roles in the cells."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QModelIndex, QObject, Qt
from PySide6.QtGui import QColor

from meritdesk.core.matrix import NO_ROLE, CellRole, MatrixColumn, MatrixRow, MatrixTable
from meritdesk.core.notation import printed_decimal
from meritdesk.ui import look
from meritdesk.ui.grids.table import (
    ALIGNMENT,
    BACKGROUND,
    DISPLAY,
    EDIT,
    FOREGROUND,
    SORT,
    TOOLTIP,
    GridTable,
    Index,
)
from meritdesk.ui.wording import Words

_TOP = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop


class MatrixGridTable(GridTable):
    """One table of the matrix; the last column holds results of plans that stand in no cell (V-38)."""

    is_read_anew = True

    def __init__(self, words: Words, parent: QObject | None = None) -> None:
        super().__init__(words, parent)
        self.table: MatrixTable | None = None

    def show_table(self, table: MatrixTable | None) -> None:
        """Show another table, or none."""
        self.beginResetModel()
        self.table = table
        self.start_lines()
        self.endResetModel()

    def row_at(self, row: int) -> MatrixRow | None:
        """The person of a row."""
        return self.table.rows[row] if self.table is not None and 0 <= row < len(self.table.rows) else None

    def column_at(self, column: int) -> MatrixColumn | None:
        """The indicator of a column; nothing for the column of loose results."""
        has_column = self.table is not None and 0 <= column < len(self.table.columns)
        return self.table.columns[column] if has_column and self.table is not None else None

    def roles(self, row: int, column: int) -> tuple[CellRole, ...]:
        """The roles of a cell."""
        person, top = self.row_at(row), self.column_at(column)
        return self.table.roles(person.person_id, top.node) if person and top and self.table is not None else ()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() or self.table is None else len(self.table.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() or self.table is None else len(self.table.columns) + 1

    def row_id(self, row: int) -> str:
        person = self.row_at(row)
        return person.person_id if person is not None else ""

    def column_id(self, column: int) -> str:
        top = self.column_at(column)
        return top.node.code if top is not None else ""

    def row_name(self, row: int) -> str:
        person = self.row_at(row)
        return person.name if person is not None else "—"

    def heading(self, column: int) -> str:
        top = self.column_at(column)
        if top is None:
            return QCoreApplication.translate("MatrixGridTable", "In the plan, not in the matrix")
        return top.text

    def why_never(self, row: int, column: int) -> str:
        return QCoreApplication.translate(
            "MatrixTab", "This column shows results of plans. Type the role under an indicator of the leader."
        )

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = DISPLAY) -> object:
        if self.table is None:
            return None
        if orientation is Qt.Orientation.Horizontal:
            return self._heading(section, role)
        person = self.row_at(section)
        if person is None:
            return None
        if role in (DISPLAY, TOOLTIP):
            return self._person(person)
        if role == FOREGROUND and not self._has_role(person):
            return look.blocks()
        return None

    def cell(self, row: int, column: int, role: int) -> object:
        person = self.row_at(row)
        if person is None:
            return None
        if role == ALIGNMENT:
            return _TOP
        if self.column_at(column) is None:
            return self._loose(person, role)
        roles = self.roles(row, column)
        if role == DISPLAY:
            return "\n".join(self._shown(one) for one in roles) or NO_ROLE
        if role in (EDIT, SORT):
            return "\n".join(one.text for one in roles)
        if role == TOOLTIP:
            return "\n".join(self._told(one) for one in roles) or self._nothing(person)
        if role == FOREGROUND:
            return self._colour(roles)
        if role == BACKGROUND and roles:
            return look.tint(look.asks() if any(not one.is_in_plan for one in roles) else look.accent())
        return None

    def _heading(self, section: int, role: int) -> object:
        top = self.column_at(section)
        if top is None or self.table is None:
            if role in (DISPLAY, TOOLTIP):
                return QCoreApplication.translate("MatrixGridTable", "In the plan, not in the matrix")
            return None
        is_taken = self.table.is_taken(top.node)
        if role == DISPLAY:
            sign = "●" if is_taken else "○"
            return f"{sign} {top.text}{self._aim(top)}"
        if role == TOOLTIP:
            state = (
                QCoreApplication.translate("MatrixGridTable", "taken up")
                if is_taken
                else QCoreApplication.translate("MatrixGridTable", "nobody takes this up yet")
            )
            method = self.words.messages.label_of(top.method) if top.method is not None else "-"
            return f"{top.text}{self._aim(top)}\n{state}\n{method}"
        if role == FOREGROUND and not is_taken:
            return look.blocks()
        return None

    def _aim(self, top: MatrixColumn) -> str:
        if top.target is None:
            return ""
        words = top.target.text or (printed_decimal(top.target.low) if top.target.low is not None else "")
        return f" ({words})" if words and words not in top.text else ""

    def _person(self, person: MatrixRow) -> str:
        marks = []
        if person.is_lead:
            marks.append(QCoreApplication.translate("MatrixGridTable", "team lead"))
        if person.is_assigned:
            marks.append(QCoreApplication.translate("MatrixGridTable", "assigned from elsewhere"))
        if not self._has_role(person):
            marks.append(QCoreApplication.translate("MatrixGridTable", "no role yet"))
        told = f"{self.words.person(person.name, person.person_id)}\n{person.position}"
        return f"{told}\n[{', '.join(marks)}]" if marks else told

    def _has_role(self, person: MatrixRow) -> bool:
        return self.table is not None and self.table.has_role(person.person_id)

    def _shown(self, role: CellRole) -> str:
        if role.is_in_plan:
            return f"• {role.text}"
        waits = QCoreApplication.translate("MatrixGridTable", "waits for the plan")
        return f"◌ {role.text} ({waits})"

    def _told(self, role: CellRole) -> str:
        if not role.is_own:
            told = QCoreApplication.translate("MatrixGridTable", "{text}: taken up by the agreement of the unit")
            return told.format(text=role.text)
        if not role.is_in_plan:
            told = QCoreApplication.translate("MatrixGridTable", "{text}: not in the person's plan yet")
            return told.format(text=role.text)
        if role.agreed and role.agreed != role.text:
            told = QCoreApplication.translate("MatrixGridTable", "{text}: the matrix had agreed on: {agreed}")
            return told.format(text=role.text, agreed=role.agreed)
        return role.text

    def _nothing(self, person: MatrixRow) -> str:
        told = QCoreApplication.translate("MatrixGridTable", "{name} has no role here. Type one, a line each.")
        return told.format(name=person.name)

    def _colour(self, roles: tuple[CellRole, ...]) -> QColor | None:
        if not roles:
            return look.quiet()
        return look.asks() if any(not one.is_in_plan for one in roles) else None

    def _loose(self, person: MatrixRow, role: int) -> object:
        if role in (DISPLAY, EDIT, SORT, TOOLTIP):
            return "\n".join(f"• {text}" for text in person.loose) if role == DISPLAY else "\n".join(person.loose)
        if role == FOREGROUND and person.loose:
            return look.asks()
        return None
