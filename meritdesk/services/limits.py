"""The limit of processing: whose data is stored and nothing else, so far as no law demands more (UU 27/2022 Ps. 41).

What a regulation makes a duty goes on, as Ps. 41 (2) says: planning, evaluation, documents, discipline and sending up.
What the office does of its own choice with one person stops: choosing him for recognition, entering his habits. Lists
that reckon with everybody (talent map, habits found by the month's books) do not leave him out.
"""

from __future__ import annotations

from collections.abc import Iterable

from meritdesk.core.errors import UsageRefusal
from meritdesk.services.ports import Work


def require_no_limit(work: Work, person_ids: Iterable[str]) -> None:
    """Refuse what the office does of its own choice with data under a limit; ``PRV-110``."""
    wanted = set(person_ids)
    limited = [one.person_id for one in work.personal.limits(only_standing=True) if one.person_id in wanted]
    if limited:
        people = work.people.by_ids(limited[:1])
        name = people[limited[0]].full_name if limited[0] in people else limited[0]
        raise UsageRefusal("PRV-110", name=name)
