"""*Mengapa?*: everything that stands behind one code, for the window and the command line alike."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from meritdesk.core.errors import UsageRefusal
from meritdesk.core.rules import RulePack
from meritdesk.core.validation import Severity, ValidationRules
from meritdesk.messages import Messages
from meritdesk.messages.articles import article_words, is_own
from meritdesk.messages.why import WhyBook

_PLACEHOLDER = re.compile(r"\{[a-z_]+\}")


@dataclass(frozen=True, slots=True)
class Explanation:
    """What was said (``what``, ``next``), why (``asks``), on which article, how grave, and what to do.

    ``severity`` is known for the rules of the law only; ``set_aside`` says who may set the rule aside, or that nobody
    may, and is empty where the question does not arise. ``place`` is an anchor of the manual.
    """

    code: str
    what: str
    next: str
    asks: str
    do: str
    regulation: str
    article: str
    severity: Severity | None
    set_aside: str
    place: str


def explain(code: str, messages: Messages, pack: RulePack, facts: Mapping[str, object] | None = None) -> Explanation:
    """All there is to say about a code; ``UI-361`` when this program never says it.

    ``pack`` is the validation pack in force. Without facts the gaps of the sentence are shown as dots.
    """
    known = code.strip().upper()
    why = WhyBook(messages.language).why(known)
    rules = pack.body
    assert isinstance(rules, ValidationRules)
    rule = rules.rules.get(known)
    if known not in messages.codes or (why is None and rule is None):
        raise UsageRefusal("UI-361", asked=known)
    what, then = messages.refusal(known, facts)
    asks, do, source, place = (why.asks, why.do, why.source, why.place) if why else ("", "", "", "")
    severity = rule.severity if rule is not None else None
    source = rule.source if rule is not None else source
    return Explanation(
        code=known,
        what=_PLACEHOLDER.sub("…", what),
        next=_PLACEHOLDER.sub("…", then),
        asks=asks,
        do=do,
        regulation=pack.regulation if source and not is_own(source) else "",
        article=article_words(source, messages.language),
        severity=severity,
        set_aside=_set_aside(severity, rule is not None and rule.is_waivable, messages),
        place=place,
    )


def is_known(code: str, messages: Messages) -> bool:
    """Whether there is more to say about a code than its sentence."""
    return code in messages.codes and WhyBook(messages.language).why(code) is not None


def _set_aside(severity: Severity | None, is_waivable: bool, messages: Messages) -> str:
    if severity is None:
        return ""
    if severity is Severity.WARNING:
        return messages.label("SETASIDE:QUESTION")
    return messages.label("SETASIDE:NAMED" if is_waivable else "SETASIDE:NOBODY")
