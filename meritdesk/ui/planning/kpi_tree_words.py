"""Why a place of the tree of indicators stands as it does, as a page: the year by period, the reasons, what adds up."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QCoreApplication

from meritdesk.core.notation import printed_decimal
from meritdesk.services.planning.kpi_papers import target_text
from meritdesk.services.planning.kpi_reading import KpiLine
from meritdesk.services.planning.kpi_tree import KpiWhy
from meritdesk.ui.planning.kpi_tree_model import SIGNS
from meritdesk.ui.wording import Words


def why_html(why: KpiWhy, words: Words) -> str:
    """The page of one place; every figure with the line of reasoning that it comes from."""
    translate = QCoreApplication.translate
    line = why.line
    parts = [f"<p><b>{escape(line.text)}</b><br>{escape(' · '.join(_about(line)))}</p>"]
    reasons = "".join(f"<li>{escape(words.messages.reason(reason))}</li>" for reason in why.reasons)
    parts.append(f"<ul>{reasons}</ul>")
    if why.difference:
        said = translate("KpiTreeTab", "The unit reports {figure} other than those below come to.")
        parts.append(f"<p>{escape(said.format(figure=words.noted(_signed(why))))}</p>")
    if why.steps:
        heads = (
            translate("KpiTreeTab", "Period"),
            translate("KpiTreeTab", "Planned"),
            translate("KpiTreeTab", "Reported"),
        )
        rows = "".join(
            f"<tr><td>{escape(words.period(step.period))}</td>"
            f"<td align='right'>{words.noted(_figure(step.planned))}</td>"
            f"<td align='right'>{words.noted(_figure(step.reported) or _percent(step.percent))}</td></tr>"
            for step in why.steps
        )
        head = "".join(f"<th align='left'>{escape(text)}</th>" for text in heads)
        parts.append(f"<table cellspacing='0' cellpadding='4'><tr>{head}</tr>{rows}</table>")
    if why.below:
        parts.append("<p><b>" + escape(translate("KpiTreeTab", "What stands below")) + "</b></p>")
        parts.append("<ul>" + "".join(f"<li>{escape(_below(one, words))}</li>" for one in why.below) + "</ul>")
    source = translate("KpiTreeTab", "Rule: {pack}. {doubt}").format(
        pack=why.pack.pack_id, doubt=words.messages.of_pack(why.pack.doubt)
    )
    parts.append(f"<p><small>{escape(source)}</small></p>")
    return "".join(parts)


def _about(line: KpiLine) -> list[str]:
    return [text for text in (line.goal, line.owner, line.position, target_text(line.target)) if text]


def _below(line: KpiLine, words: Words) -> str:
    added = ""
    if line.added is not None:
        if line.added.amount is not None:
            added = f": +{words.noted(printed_decimal(line.added.amount))}"
            if line.added.share is not None:
                added += f" ({words.noted(printed_decimal(line.added.share))} %)"
        elif line.added.reason and line.added.reason != "KPI-ADDS-NOTHING":
            added = f": {words.messages.sentence(line.added.reason, {})}"
    light = f"{SIGNS[line.figures.light]} {words.messages.label_of(line.figures.light)}"
    return f"{light} · {line.owner}: {line.text}{added}"


def _figure(value: object) -> str:
    return printed_decimal(value) if value is not None else ""  # type: ignore[arg-type]


def _percent(value: object) -> str:
    return f"{printed_decimal(value)} %" if value is not None else ""  # type: ignore[arg-type]


def _signed(why: KpiWhy) -> str:
    assert why.difference is not None
    sign = "+" if why.difference > 0 else ""
    return f"{sign}{printed_decimal(why.difference)}"
