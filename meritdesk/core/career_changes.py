"""A change in mid-year as entries: which are closed, which begin, and what cannot be (R-33, R-44, R-69).

Nothing here writes: the wizard shows what would happen, and the same value is then carried out.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from meritdesk.core.career import (
    ACTING_KINDS,
    LEAVING_CHANGES,
    CareerChange,
    EntryKind,
    History,
    day_before,
    short_day,
)
from meritdesk.core.career_drafting import NEW_POST_CHANGES, ChangeDraft, ChangeRequest, Drafting
from meritdesk.core.errors import UsageRefusal
from meritdesk.core.people import LegalStatus, OrgUnit, Person
from meritdesk.core.raters import Tree

STATUS_AFTER: Mapping[CareerChange, LegalStatus] = {
    CareerChange.STUDY_START: LegalStatus.STUDY_LEAVE,
    CareerChange.STUDY_END: LegalStatus.ACTIVE,
    CareerChange.STUDY_DROPPED: LegalStatus.ACTIVE,
    CareerChange.SECONDMENT_START: LegalStatus.SECONDED,
    CareerChange.SECONDMENT_END: LegalStatus.ACTIVE,
    CareerChange.UNPAID_LEAVE: LegalStatus.UNPAID_LEAVE,
    CareerChange.SUSPENSION: LegalStatus.SUSPENDED,
    CareerChange.PRE_PENSION: LegalStatus.PRE_PENSION,
    CareerChange.RETURN: LegalStatus.ACTIVE,
    CareerChange.PENSION: LegalStatus.LEFT,
    CareerChange.DEATH: LegalStatus.LEFT,
    CareerChange.LEAVING: LegalStatus.LEFT,
}

STATUS_BEFORE: Mapping[CareerChange, LegalStatus] = {
    CareerChange.STUDY_END: LegalStatus.STUDY_LEAVE,
    CareerChange.STUDY_DROPPED: LegalStatus.STUDY_LEAVE,
    CareerChange.SECONDMENT_END: LegalStatus.SECONDED,
}

ACTING_STARTS: Mapping[CareerChange, EntryKind] = {
    CareerChange.PLT_START: EntryKind.PLT,
    CareerChange.PLH_START: EntryKind.PLH,
}
ACTING_ENDS: Mapping[CareerChange, EntryKind] = {
    CareerChange.PLT_END: EntryKind.PLT,
    CareerChange.PLH_END: EntryKind.PLH,
}


def draft_change(
    request: ChangeRequest,
    people: Sequence[Person],
    units: Sequence[OrgUnit],
    history: History,
    tree: Tree,
    new_id: Callable[[], str],
) -> ChangeDraft:
    """What a change would close and begin; ``tree`` is the agency on the day before it counts.

    Refused: ``REG-371`` unknown unit, ``REG-372`` no title for the new post, ``REG-373`` nothing would change,
    ``REG-374`` no such acting duty to end, ``REG-375`` rater missing or the person himself, ``REG-376`` not on the
    leave that is to end, ``REG-377`` already left, ``REG-378`` the last day lies before the first, ``REG-379`` no
    grade, ``REG-389`` no unit named.
    """
    person = next(found for found in people if found.person_id == request.person_id)
    known = {unit.unit_id for unit in units}
    if request.unit_id and request.unit_id not in known:
        raise UsageRefusal("REG-371", unit=request.unit_id)
    if request.until is not None and request.until < request.since:
        raise UsageRefusal("REG-378", since=short_day(request.since), until=short_day(request.until))
    drafting = Drafting(request, person, tree, history, new_id)
    status = history.standing(person, EntryKind.STATUS, request.since).status or person.legal_status
    if status is LegalStatus.LEFT and request.change is not CareerChange.RETURN:
        raise UsageRefusal("REG-377", name=person.full_name)
    if request.change in NEW_POST_CHANGES:
        _new_post(drafting)
    elif request.change is CareerChange.GRADE:
        _new_grade(drafting)
    elif request.change in STATUS_AFTER:
        _new_status(drafting, status)
    elif request.change in ACTING_STARTS:
        _start_acting(drafting)
    elif request.change in ACTING_ENDS:
        _end_acting(drafting)
    elif request.change is CareerChange.NEW_RATER:
        _name_rater(drafting, {found.person_id for found in people})
    else:
        _end_named_rater(drafting)
    return ChangeDraft(request, tuple(drafting.changes.values()), tuple(drafting.warnings))


def _new_post(drafting: Drafting) -> None:
    request, person = drafting.request, drafting.person
    if not request.unit_id:
        raise UsageRefusal("REG-389")
    before = drafting.history.standing(person, EntryKind.POST, request.since)
    title = request.position_title or ("" if request.leads_unit else before.position_title)
    if request.leads_unit and not title:
        title = drafting.tree.units[request.unit_id].head_title if request.unit_id in drafting.tree.units else ""
    if not title:
        raise UsageRefusal("REG-372", name=person.full_name)
    post = drafting.entry(
        EntryKind.POST,
        unit_id=request.unit_id,
        position_title=title,
        position_kind=request.position_kind or before.position_kind or person.position_kind,
        echelon=request.echelon or ("" if request.position_kind is not None else before.echelon),
    )
    leads = drafting.tree.leaders.get(request.unit_id)
    already_leads = leads is not None and leads.person.person_id == person.person_id and not leads.is_acting
    same = (before.unit_id, before.position_title, before.position_kind, before.echelon) == (
        post.unit_id, post.position_title, post.position_kind, post.echelon,
    )  # fmt: skip
    if same and already_leads == request.leads_unit and not request.grade:
        raise UsageRefusal("REG-373", name=person.full_name)
    if not same:
        drafting.replace_standing(post)
    drafting.leave_seats(but=request.unit_id if request.leads_unit else "")
    drafting.close_named_rater()
    if request.leads_unit:
        drafting.take_seat(request.unit_id)
    if request.grade:
        _new_grade(drafting)


def _new_grade(drafting: Drafting) -> None:
    request = drafting.request
    if not request.grade:
        raise UsageRefusal("REG-379", name=drafting.person.full_name)
    before = drafting.history.standing(drafting.person, EntryKind.GRADE, request.since)
    if before.grade == request.grade:
        if request.change is CareerChange.GRADE:
            raise UsageRefusal("REG-373", name=drafting.person.full_name)
        return
    drafting.replace_standing(drafting.entry(EntryKind.GRADE, grade=request.grade))


def _new_status(drafting: Drafting, before: LegalStatus) -> None:
    change, person = drafting.request.change, drafting.person
    after = STATUS_AFTER[change]
    needed = STATUS_BEFORE.get(change)
    if needed is not None and before is not needed:
        raise UsageRefusal("REG-376", name=person.full_name, status=f"STATUS:{needed.name}")
    if before is after:
        raise UsageRefusal("REG-373", name=person.full_name)
    drafting.replace_standing(drafting.entry(EntryKind.STATUS, status=after))
    if change in LEAVING_CHANGES:
        drafting.leave_seats()
        drafting.close_named_rater()
        drafting.release_ratees()
    elif after is not LegalStatus.ACTIVE:
        for unit_id, leadership in drafting.tree.leaders.items():
            if leadership.person.person_id == person.person_id:
                drafting.warn("REG-CHANGE-SEAT-EMPTY", "R-08", unit=drafting.unit(unit_id))


def _start_acting(drafting: Drafting) -> None:
    request, person = drafting.request, drafting.person
    if not request.unit_id:
        raise UsageRefusal("REG-389")
    kind = ACTING_STARTS[request.change]
    for entry in drafting.history.of_unit(request.unit_id, kind):
        if entry.until is None or entry.until >= request.since:
            if entry.person_id == person.person_id and entry.holds_on(request.since):
                raise UsageRefusal("REG-373", name=person.full_name)
            drafting.close(entry)
    sitting = drafting.tree.leaders.get(request.unit_id)
    if sitting is not None and not sitting.is_acting and kind is EntryKind.PLT:
        drafting.warn(
            "REG-CHANGE-SEAT-TAKEN", "R-11", name=sitting.person.full_name, unit=drafting.unit(request.unit_id)
        )
    if not request.may_rate:
        drafting.warn("REG-CHANGE-NO-DELEGATION", "R-08", unit=drafting.unit(request.unit_id))
    drafting.begin(drafting.entry(kind, unit_id=request.unit_id, may_rate=request.may_rate, until=request.until))


def _end_acting(drafting: Drafting) -> None:
    request, person = drafting.request, drafting.person
    kind = ACTING_ENDS[request.change]
    open_ones = [
        entry
        for entry in drafting.history.of(person.person_id, kind)
        if (not request.unit_id or entry.unit_id == request.unit_id)
        and (entry.until is None or entry.until >= request.since)
        and entry.has_begun_by(request.since)
    ]
    for entry in open_ones:
        drafting.close(entry)
    if open_ones:
        return
    by_row = [
        unit_id
        for unit_id, leadership in drafting.tree.leaders.items()
        if leadership.person.person_id == person.person_id
        and leadership.is_acting
        and (not request.unit_id or unit_id == request.unit_id)
        and not drafting.history.of_unit(unit_id, *ACTING_KINDS)
    ]
    if not by_row:
        raise UsageRefusal("REG-374", name=person.full_name, kind=f"ENTRYKIND:{kind.name}")
    for unit_id in by_row:
        ended = replace(drafting.entry(kind, unit_id=unit_id, may_rate=True), since=None, cause=None)
        drafting.begin(replace(ended, until=day_before(request.since)))


def _name_rater(drafting: Drafting, known: set[str]) -> None:
    request = drafting.request
    if request.rater_id not in known or request.rater_id == request.person_id:
        raise UsageRefusal("REG-375", name=drafting.person.full_name)
    for entry in drafting.history.in_force(request.person_id, EntryKind.RATER, request.since):
        if entry.other_id == request.rater_id and entry.unit_id == request.unit_id:
            raise UsageRefusal("REG-373", name=drafting.person.full_name)
    drafting.close_named_rater()
    until, later = request.until, drafting.next_named_rater()
    if later is not None and (until is None or until >= later):
        # What was recorded for a later day stays; there is never more than one named rater.
        until = day_before(later)
        drafting.warn("REG-CHANGE-LATER", "", kind=f"ENTRYKIND:{EntryKind.RATER.name}", day=short_day(later))
    drafting.begin(
        drafting.entry(
            EntryKind.RATER,
            other_id=request.rater_id,
            unit_id=request.unit_id,
            may_rate=request.may_rate,
            until=until,
        )
    )


def _end_named_rater(drafting: Drafting) -> None:
    if not drafting.history.in_force(drafting.request.person_id, EntryKind.RATER, drafting.request.since):
        raise UsageRefusal("REG-374", name=drafting.person.full_name, kind="ENTRYKIND:RATER")
    drafting.close_named_rater()
