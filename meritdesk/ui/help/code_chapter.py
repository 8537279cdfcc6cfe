"""Every code that this program can say, put behind the chapter about messages; never out of date, since it is read."""

from __future__ import annotations

import re
from functools import lru_cache

from meritdesk.messages import Messages
from meritdesk.messages.manual import Chapter, read_chapter
from meritdesk.messages.why import CODE
from meritdesk.ui.help.book import escaped
from meritdesk.ui.wording import Words

CHAPTER = "messages"
_PLACEHOLDER = re.compile(r"\{[a-z_]+\}")


def with_codes(chapter: Chapter, words: Words) -> Chapter:
    """The chapter with all refusals, grouped by the first half of their code; rules of the law have their own."""
    return _with_codes(chapter, words.language)


@lru_cache(maxsize=2)
def _with_codes(chapter: Chapter, language: str) -> Chapter:
    messages = Messages(language)
    lines = [chapter.text]
    group = ""
    for code in sorted(code for code in messages.codes if CODE.fullmatch(code) and not code.startswith("V-")):
        what, then = messages.refusal(code)
        if not then:
            continue
        if (area := code.partition("-")[0]) != group:
            group = area
            lines.append(f'\n<a id="messages-codes-{group}"></a>\n### {group}\n')
        lines.append(f"**{code}** {_told(what)} {_told(then)}\n")
    return read_chapter(chapter.key, "\n".join(lines))


def _told(text: str) -> str:
    return escaped(_PLACEHOLDER.sub("…", text))
