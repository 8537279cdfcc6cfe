"""What the world or the clerk did: refusals with a stable code, a cause and a next step.

The words stand in ``resources/messages/<language>.json`` under the code; a refusal carries only the code and the
facts to fill in. Anything else that is raised is our own bug (exit code 70).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


class Refusal(Exception):
    """A request that cannot be carried out; nothing was changed.

    ``code`` is stable (for example ``IMP-201``); ``facts`` fill the placeholders of its sentence.
    """

    exit_code = 2

    def __init__(self, code: str, **facts: object) -> None:
        super().__init__(code, facts)
        self.code = code
        self.facts: Mapping[str, object] = facts

    def __str__(self) -> str:
        return f"{self.code} {dict(self.facts)}"

    def __reduce__(self) -> tuple[object, ...]:
        return _again, (type(self), self.code, dict(self.facts))


def _again(kind: type[Refusal], code: str, facts: dict[str, object]) -> Refusal:
    """A refusal that has come from another process."""
    return kind(code, **facts)


class UsageRefusal(Refusal):
    """The command as given makes no sense here: unknown NIP, period that does not exist, wrong passphrase."""

    exit_code = 2


class FileRefusal(Refusal):
    """A file, package, store or folder is refused, or a file cannot be written."""

    exit_code = 3


class BusyRefusal(Refusal):
    """Someone else is working in the store."""

    exit_code = 4


class Cancelled(Exception):
    """The clerk cancelled; whoever raises it leaves everything as it was before, or says with a code what stays."""

    def __init__(self, code: str = "CLI-103", **facts: str) -> None:
        super().__init__(code)
        self.code = code
        self.facts = facts


@dataclass(frozen=True, slots=True)
class RowFault:
    """One refused or doubtful row of an input file, with its place and reason.

    ``row`` is the row number the clerk sees in the spreadsheet (1 = first line of the sheet); ``column`` is the
    heading as in the file, or empty when the whole row is meant.
    """

    row: int
    column: str
    code: str
    facts: Mapping[str, object] = field(default_factory=dict)
