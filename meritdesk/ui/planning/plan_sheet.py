"""A plan laid out like its paper: results A and B with measures and targets, behaviour, annexes, what is missing."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from PySide6.QtCore import QCoreApplication

from meritdesk.core.nip import printed_nip
from meritdesk.core.plan import (
    Approach,
    BehaviourValue,
    Indicator,
    JobClass,
    PerformancePlan,
    PlanState,
    ResultKind,
    WorkResult,
)
from meritdesk.core.validation.plan_rules import FAULT_FACTS
from meritdesk.messages import Messages
from meritdesk.services.planning import PlanCard
from meritdesk.ui.wording import Words

_TABLE = '<table width="100%" border="1" cellspacing="0" cellpadding="5" style="border-collapse: collapse;">'


def plan_html(card: PlanCard, words: Words) -> str:
    """The whole sheet; all words of the file are escaped."""
    messages = words.messages
    return "".join((_faults(card, messages), _head(card, words), _results(card.plan, messages),
                    _behaviour(card.plan, messages), _annexes(card.plan)))  # fmt: skip


def _faults(card: PlanCard, messages: Messages) -> str:
    if not card.faults:
        return ""
    heading = QCoreApplication.translate("PlanSheet", "⚠ Still missing before this plan can be fixed ({count})")
    lines = "".join(
        f"<li><b>{escape(what)}</b> {escape(then)} <small>({escape(code)})</small></li>"
        for code, (what, then) in ((fault, messages.refusal(fault, FAULT_FACTS)) for fault in card.faults)
    )
    return f"<p><b>{escape(heading.format(count=len(card.faults)))}</b></p><ul>{lines}</ul><hr/>"


def _head(card: PlanCard, words: Words) -> str:
    plan, person, messages = card.plan, card.person, words.messages
    title = QCoreApplication.translate("PlanSheet", "PERFORMANCE PLAN {year}").format(year=plan.year)
    kind = f"{messages.label_of(plan.approach)} · {messages.label_of(plan.job_class)}"
    state = messages.label_of(plan.state)
    if plan.state is PlanState.FIXED and plan.fixed_on is not None:
        state = f"{state}, {words.day(plan.fixed_on)}"
    version = QCoreApplication.translate("PlanSheet", "version {number}").format(number=plan.version)
    rows = (
        (QCoreApplication.translate("PlanSheet", "Name"), words.who(person)),
        (QCoreApplication.translate("PlanSheet", "NIP"), printed_nip(person.nip)),
        (QCoreApplication.translate("PlanSheet", "Post"), person.position_title),
        (
            QCoreApplication.translate("PlanSheet", "Period"),
            f"{words.day(plan.starts)} – {words.day(plan.ends)}",
        ),
        (QCoreApplication.translate("PlanSheet", "State"), f"{state} · {version}"),
    )
    table = "".join(f'<tr><td width="18%">{escape(name)}</td><td>{escape(text)}</td></tr>' for name, text in rows)
    return f'<p align="center"><b>{escape(title)}</b><br/>{escape(kind)}</p>{_TABLE}{table}</table>'


def _results(plan: PerformancePlan, messages: Messages) -> str:
    quantitative = plan.approach is Approach.QUANTITATIVE
    heads = [
        QCoreApplication.translate("PlanSheet", "No."),
        QCoreApplication.translate("PlanSheet", "Planned result"),
        QCoreApplication.translate("PlanSheet", "Measure of success / individual indicator")
        if quantitative
        else QCoreApplication.translate("PlanSheet", "Measure of success / individual indicator and target"),
    ]
    if quantitative:
        heads.append(QCoreApplication.translate("PlanSheet", "Target"))
    for_leaders = plan.job_class is JobClass.JPT_OR_AUTONOMOUS
    heads.append(
        QCoreApplication.translate("PlanSheet", "Perspective")
        if for_leaders
        else QCoreApplication.translate("PlanSheet", "Aspect")
    )
    sections = (
        (ResultKind.MAIN, QCoreApplication.translate("PlanSheet", "A. MAIN")),
        (ResultKind.ADDITIONAL, QCoreApplication.translate("PlanSheet", "B. ADDITIONAL")),
    )
    body = ""
    for kind, heading in sections:
        body += f'<tr><td colspan="{len(heads)}"><b>{escape(heading)}</b></td></tr>'
        chosen = [result for result in plan.results if result.kind is kind]
        if not chosen:
            body += f'<tr><td colspan="{len(heads)}">—</td></tr>'
        for result in chosen:
            body += _result_rows(result, quantitative, messages)
    head = "".join(f"<th align='left'>{escape(text)}</th>" for text in heads)
    title = QCoreApplication.translate("PlanSheet", "WORK RESULTS")
    return f"<p><b>{escape(title)}</b></p>{_TABLE}<tr>{head}</tr>{body}</table>"


def _result_rows(result: WorkResult, quantitative: bool, messages: Messages) -> str:
    text = f"<b>{escape(result.text)}</b>"
    if result.parent_text:
        serves = QCoreApplication.translate("PlanSheet", "serves: {result}").format(result=result.parent_text)
        text += f"<br/><small>{escape(serves)}</small>"
    if result.assigned_by:
        given = QCoreApplication.translate("PlanSheet", "assigned by: {name}").format(name=result.assigned_by)
        text += f"<br/><small>{escape(given)}</small>"
    rows = max(len(result.indicators), 1)
    first = f'<td rowspan="{rows}" valign="top">{result.number}.</td><td rowspan="{rows}" valign="top">{text}</td>'
    if not result.indicators:
        missing = QCoreApplication.translate("PlanSheet", "⚠ no measure yet")
        return f'<tr>{first}<td colspan="{3 if quantitative else 2}">{escape(missing)}</td></tr>'
    cells = [_indicator_cells(indicator, quantitative, messages) for indicator in result.indicators]
    return f"<tr>{first}{cells[0]}</tr>" + "".join(f"<tr>{cell}</tr>" for cell in cells[1:])


def _indicator_cells(indicator: Indicator, quantitative: bool, messages: Messages) -> str:
    text = escape(indicator.text or "—")
    target = f"<td valign='top'>{escape(indicator.target.text or '—')}</td>" if quantitative else ""
    if not quantitative and indicator.target.text and indicator.target.text not in indicator.text:
        text += f"<br/>{escape(indicator.target.text)}"
    sort = indicator.perspective or indicator.aspect
    return (
        f"<td valign='top'>{text}</td>{target}<td valign='top'>{escape(messages.label_of(sort)) if sort else '—'}</td>"
    )


def _behaviour(plan: PerformancePlan, messages: Messages) -> str:
    title = QCoreApplication.translate("PlanSheet", "WORK BEHAVIOUR")
    expected = QCoreApplication.translate("PlanSheet", "Special expectation of the leader")
    value = QCoreApplication.translate("PlanSheet", "Core value")
    rows = ""
    for number, core_value in enumerate(BehaviourValue, start=1):
        texts = plan.expectations.get(core_value, ())
        rows += (
            f"<tr><td valign='top'>{number}.</td><td valign='top'>{escape(messages.label_of(core_value))}</td>"
            f"<td>{'<br/>'.join(escape(text) for text in texts) or '—'}</td></tr>"
        )
    head = f"<tr><th align='left' width='6%'></th><th align='left' width='30%'>{escape(value)}</th>"
    return f"<p><b>{escape(title)}</b></p>{_TABLE}{head}<th align='left'>{escape(expected)}</th></tr>{rows}</table>"


def _annexes(plan: PerformancePlan) -> str:
    title = QCoreApplication.translate("PlanSheet", "ANNEX")
    parts = (
        (QCoreApplication.translate("PlanSheet", "SUPPORTING RESOURCES"), plan.resources),
        (QCoreApplication.translate("PlanSheet", "ACCOUNTABILITY SCHEME"), plan.accountability),
        (QCoreApplication.translate("PlanSheet", "CONSEQUENCES"), plan.consequences),
    )
    rows = "".join(
        f"<tr><td><b>{escape(heading)}</b></td></tr><tr><td>{_numbered(texts)}</td></tr>" for heading, texts in parts
    )
    return f"<p><b>{escape(title)}</b></p>{_TABLE}{rows}</table>"


def _numbered(texts: Iterable[str]) -> str:
    return "<br/>".join(f"{number}. {escape(text)}" for number, text in enumerate(texts, start=1)) or "—"
