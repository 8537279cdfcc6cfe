"""The papers of one person with every clock and what the rules say of them, as text beside the board."""

from __future__ import annotations

import html

from PySide6.QtCore import QCoreApplication

from meritdesk.core.deadlines import Deadline, ProcessDates
from meritdesk.services.assessment.process import PROCESS_DAYS, PersonProcess
from meritdesk.ui import look
from meritdesk.ui.assessment.deadline_table import SIGNS, state_colour, who_must
from meritdesk.ui.wording import Words


def process_html(found: PersonProcess, words: Words) -> str:
    """One person: who, which papers with their days, the clocks, the warnings."""
    translate = QCoreApplication.translate
    line = found.line
    rater = translate("ProcessPane", "Rater: %1").replace("%1", line.rater.full_name if line.rater else "-")
    clocks = translate("ProcessPane", "Deadlines")
    warnings = translate("ProcessPane", "To look at")
    parts = [
        f"<h3>{html.escape(words.who(line.person))}</h3>",
        f"<p>NIP {html.escape(line.person.nip)}<br>{html.escape(line.unit_name)}<br>{html.escape(rater)}</p>",
    ]
    if line.forecast is not None and not line.forecast.is_handed_over:
        colour = (look.arrived() if line.forecast.fits else look.asks()).name()
        said = words.messages.reason("ASM-HAND-OVER-BY", {"day": words.day(line.forecast.hand_over_by)})
        parts.append(f'<p style="color:{colour}"><b>{html.escape(said)}</b></p>')
    if line.evaluation is None:
        said = translate("ProcessPane", "The evaluation is not closed yet; the papers begin with closing.")
        parts.append(f"<p>{html.escape(said)}</p>")
    if line.is_final:
        said = translate("ProcessPane", "The result is final: no objection is possible.")
        parts.append(f"<p>{html.escape(said)}</p>")
    if line.objection is not None:
        state = words.messages.label_of(line.objection.state)
        said = translate("ProcessPane", "Objection %1: %2").replace("%1", line.objection.register_number)
        parts.append(f"<p>{html.escape(said.replace('%2', state))}</p>")
    parts += [_paper(paper, words) for paper in line.papers]
    parts.append(f"<h4>{html.escape(clocks)}</h4><table cellpadding=3>")
    parts += [_clock(found, deadline, words) for deadline in line.deadlines]
    parts.append("</table>")
    if found.hints:
        parts.append(f"<h4>{html.escape(warnings)}</h4><ul>")
        parts += [
            f"<li>{html.escape(words.messages.sentence(hint.code, hint.facts))} <small>({hint.code})</small></li>"
            for hint in found.hints
        ]
        parts.append("</ul>")
    return "".join(parts)


def _paper(paper: ProcessDates, words: Words) -> str:
    rows = []
    for name in PROCESS_DAYS:
        day = getattr(paper, name)
        if name == "window_end" and day is None:
            continue
        label = words.messages.label(f"PROCESS:{name.upper()}")
        rows.append(f"<tr><td>{html.escape(label)}</td><td>{words.day(day) if day else '–'}</td></tr>")
    head = html.escape(words.messages.label_of(paper.form))
    return f"<h4>{head}</h4><table cellpadding=2>{''.join(rows)}</table>"


def _clock(found: PersonProcess, deadline: Deadline, words: Words) -> str:
    translate = QCoreApplication.translate
    label = words.messages.label_of
    colour = state_colour(deadline.state)
    style = f' style="color:{colour.name()}"' if colour is not None else ""
    told = [f"{SIGNS[deadline.state]} {label(deadline.state)}"]
    if deadline.done_on is not None:
        told.append(words.day(deadline.done_on))
    elif deadline.limit is not None:
        told.append(translate("ProcessPane", "until %1").replace("%1", words.day(deadline.limit)))
        if deadline.days_left is not None:
            told.append(words.days_left(deadline.days_left))
    remarks = []
    if deadline.is_assumed:
        remarks.append(translate("ProcessPane", "counted from the hand-over, since no receipt is recorded"))
    if deadline.doubts:
        days = ", ".join(words.short_day(day) for day in deadline.doubts)
        remarks.append(translate("ProcessPane", "rests on doubtful holidays: %1").replace("%1", days))
    if deadline.lacks_holidays:
        remarks.append(translate("ProcessPane", "no holiday table for this year"))
    small = f"<br><small>{html.escape('; '.join(remarks))}</small>" if remarks else ""
    who = who_must(found.line, deadline) or label(deadline.who)
    article = html.escape(words.messages.cited(deadline.source))
    return (
        f"<tr><td><b>{html.escape(label(deadline.duty))}</b><br><small>{html.escape(who)} · "
        f"{article}</small></td><td{style}>{html.escape(' · '.join(told))}{small}</td></tr>"
    )
