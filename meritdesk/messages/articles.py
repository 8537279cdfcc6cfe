"""Where it stands in the regulation, as an Indonesian office cites it: ``Pasal 14 ayat (1), hlm. 65 huruf C angka 5``.

The packs and the notes cite in a short form (``Art. 14(1), p. 65 C.5``). English readers get it nearly as it is. The
sources of most packs are written in Indonesian already (``hlm. 65 huruf C angka 5``); those are turned the other way.
"""

from __future__ import annotations

import re

_OWN = {"id": "pilihan MeritDesk, tidak ada dalam peraturan", "en": "MeritDesk's own choice, not in the regulation"}
_CIRCULAR = {"id": "SE MenPANRB 3/2023", "en": "Circular SE MenPANRB 3/2023"}
_INNER_MARKS = re.compile(r"(?:\b[GR]-\d+\b,?\s*|,?\s*\b[GR]-\d+\b)")
_BLOCKS = re.compile(r"blocks ([\d-]+) of p\. ")
_PARAGRAPH = re.compile(r"Art\. (\d+)\((\d+)\)(?:-\((\d+)\))?(?:([a-z])\b)?")
_ARTICLE = re.compile(r"Art\. ")
_PART = re.compile(r"\b([A-Za-z])\.(\d+)\b")
_SHORT = re.compile(r"\b(?:Art|p|no)\. |\bnote ")
_WRITTEN_OUT = re.compile(r"\b(?:Pasal|Ps\.|hlm\.|Lampiran|angka|catatan)(?=[ ;,]|$)")
_IN_ENGLISH: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern), said)
    for pattern, said in (
        (r" huruf ([A-Za-z]) angka (\d+)", r" \1.\2"),
        (r" ayat (?=\()", ""),
        (r" huruf (?=[A-Za-z]\b)", " "),
        (r"\b(?:Pasal|Ps\.) ", "Art. "),
        (r"\bhlm\. ", "p. "),
        (r"\b(?:angka|nomor) (?=\d)", "no. "),
        (r"\bLampiran\b", "annex"),
        (r"\bcatatan ", "note "),
        (r" dan ", " and "),
        (r" sampai ", " to "),
    )
)
_LETTERS = re.compile(r"(?<=[\d)]) ([a-h](?:-[a-h])?)(?=$|[,;])")


def is_own(source: str) -> bool:
    """Whether a source says that no regulation asks for it, or names another one than the appraisal regulation."""
    return "[design]" in source or source == "secondary"


def article_words(source: str, language: str) -> str:
    """The source of a rule as it is read in the office; empty stays empty."""
    if not source:
        return ""
    if source == "secondary":
        return _CIRCULAR[language]
    told = _INNER_MARKS.sub("", source.replace("[design]", "")).strip(" ,")
    told = _indonesian(told) if language == "id" else told
    if is_own(source):
        return f"{_OWN[language]} ({told})" if told else _OWN[language]
    return told


def citation(source: str, language: str) -> str:
    """A source of a reason, in whichever of the two forms it was written, as the reader cites it; nothing is lost."""
    if is_own(source) or (language == "id" and _SHORT.search(source)):
        return article_words(source, language) or source
    return _english(source) if language == "en" and _WRITTEN_OUT.search(source) else source


def _english(told: str) -> str:
    for pattern, said in _IN_ENGLISH:
        told = pattern.sub(said, told)
    return told


def _indonesian(told: str) -> str:
    told = _BLOCKS.sub(r"blok \1 hlm. ", told)
    told = _PARAGRAPH.sub(_paragraph, told)
    told = _ARTICLE.sub("Pasal ", told)
    told = told.replace("p. ", "hlm. ").replace("no. ", "angka ").replace("note ", "catatan ")
    told = _PART.sub(r"huruf \1 angka \2", told)
    return _LETTERS.sub(r" huruf \1", told)


def _paragraph(found: re.Match[str]) -> str:
    article, first, last, letter = found.groups()
    told = f"Pasal {article} ayat ({first})" + (f"-({last})" if last else "")
    return f"{told} huruf {letter}" if letter else told
