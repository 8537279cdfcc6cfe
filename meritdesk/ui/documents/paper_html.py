"""One paper with its whole history, as text beside the list."""

from __future__ import annotations

import html

from PySide6.QtCore import QCoreApplication

from meritdesk.core.circulation import PaperEntry
from meritdesk.core.documents import PaperStanding
from meritdesk.core.signers import Capacity
from meritdesk.services.documents.circulation import PaperLine
from meritdesk.ui import look
from meritdesk.ui.wording import Words


def paper_html(line: PaperLine, words: Words) -> str:
    """Number, whose it is, standing, signatures that are there and missing, and every entry with who typed it."""
    translate = QCoreApplication.translate
    view, label = line.view, words.messages.label_of
    paper = view.paper
    copy = translate("PaperPane", "version %1, copy %2").replace("%1", words.number(paper.version))
    parts = [
        f"<h3>{html.escape(paper.number)}</h3>",
        f"<p>{html.escape(words.person(paper.name, paper.nip))}<br>NIP {html.escape(paper.nip)}<br>"
        f"{html.escape(line.unit_name)}<br>{html.escape(copy.replace('%2', words.number(paper.copy)))}</p>",
    ]
    if view.standing is not PaperStanding.CURRENT:
        colour = (look.blocks() if view.standing is not PaperStanding.DRAFT else look.asks()).name()
        said = label(view.standing) + (f": {paper.cancel_reason}" if paper.cancel_reason else "")
        parts.append(f'<p style="color:{colour}"><b>{html.escape(said)}</b></p>')
    following = translate("PaperPane", "Next: %1").replace("%1", label(line.next_step))
    parts.append(f"<p><b>{html.escape(following)}</b></p>")
    if view.signing.steps:
        heading = translate("PaperPane", "Signatures, in their order")
        parts.append(f"<p><b>{html.escape(heading)}</b><br>")
        for role in view.signing.steps:
            signature = view.state.signatures.get(role)
            if signature is None:
                parts.append(f"… {html.escape(label(role))}<br>")
                continue
            day = words.short_day(signature.on) if signature.on else translate("PaperPane", "day not known")
            who = signature.signer
            if signature.capacity is not Capacity.DEFINITIVE:
                who = f"{label(signature.capacity)} {who}"
            parts.append(f"✓ {html.escape(label(role))}: {html.escape(who)} · {html.escape(day)}<br>")
        parts.append("</p>")
    heading = translate("PaperPane", "History")
    parts.append(f"<p><b>{html.escape(heading)}</b><br>")
    printed = translate("PaperPane", "printed")
    parts.append(f"{html.escape(words.short_day(paper.printed_on))} · {html.escape(printed)}<br>")
    parts += [f"{html.escape(_told(entry, words))}<br>" for entry in view.entries]
    parts.append("</p>")
    return "".join(parts)


def _told(entry: PaperEntry, words: Words) -> str:
    translate = QCoreApplication.translate
    day = words.short_day(entry.on) if entry.on else "–"
    told = [words.messages.label_of(entry.stage)] if entry.stage is not None else []
    if entry.holder:
        told.append(entry.holder)
    if entry.signed is not None:
        told.append(translate("PaperPane", "signed: %1").replace("%1", words.messages.label_of(entry.signed)))
    if entry.reason:
        told.append(f"“{entry.reason}”")
    if entry.entered_by:
        told.append(translate("PaperPane", "typed by %1").replace("%1", entry.entered_by))
    return f"{day} · {' · '.join(told)}"
