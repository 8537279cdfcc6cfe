"""Write the chapters of the manual that are lists: every rule with its why, and the glossary."""

from __future__ import annotations

from meritdesk.bootstrap import validation_pack
from meritdesk.core.validation import ValidationRules
from meritdesk.messages import LANGUAGES, Messages
from meritdesk.messages.glossary import terms
from meritdesk.resources import manual_root
from meritdesk.services.explaining import explain

_HEADS = {
    "rules": {
        "id": (
            "Aturan V-01 sampai V-100",
            "Setiap petunjuk di program ini membawa nomor aturan. Di bawah ini artinya, dasarnya, dan apa yang perlu "
            "dilakukan. Kesalahan (⚠) menghalangi penetapan, penutupan, atau cetakan akhir; pertanyaan (?) hanya "
            "mengingatkan. Di dalam program, tekan `Shift+F1` pada petunjuknya untuk membaca hal yang sama.",
        ),
        "en": (
            "The rules V-01 to V-100",
            "Every hint of the program carries the number of a rule. Below is what each one means, what it rests on "
            "and what to do. An error (⚠) stands in the way of fixing, closing or the final print; a question (?) only "
            "reminds. In the program `Shift+F1` on a hint says the same.",
        ),
    },
    "glossary": {
        "id": (
            "Glosarium",
            "Istilah peraturan dan istilah kantor, dengan dasarnya. Di dalam program, `Ctrl+F1` membuka glosarium yang "
            "dapat dicari sambil mengetik.",
        ),
        "en": (
            "Glossary",
            "The words of the law and of the office, with their source. In the program `Ctrl+F1` opens a glossary that "
            "answers while one types.",
        ),
    },
}


def rules_chapter(language: str) -> str:
    """All rules of the validation pack in force, in their order."""
    messages, pack = Messages(language), validation_pack()
    assert isinstance(pack.body, ValidationRules)
    title, about = _HEADS["rules"][language]
    lines = [f'<a id="rules"></a>\n# {title}\n\n{about}\n']
    for code in sorted(pack.body.rules, key=lambda rule: int(rule.partition("-")[2])):
        told = explain(code, messages, pack)
        assert told.severity is not None
        sign = "⚠" if told.severity.value == "ERROR" else "?"
        basis = ", ".join(one for one in (told.regulation, told.article) if one)
        place = told.place.partition("-")[0]
        lines.append(
            f'<a id="rules-{code}"></a>\n### {code} {sign}\n\n**{_safe(told.what)}**\n\n{_safe(told.asks)}\n\n'
            f"{messages.label('WHY:DO')}: {_safe(told.do)}\n\n"
            f"{messages.label('WHY:ARTICLE')}: {_safe(basis)}. {_safe(told.set_aside)}\n\n"
            f"[{messages.label('WHY:PLACE')}]({place}.md#{told.place})\n"
        )
    return "\n".join(lines)


def glossary_chapter(language: str) -> str:
    """All terms in their alphabetical order."""
    title, about = _HEADS["glossary"][language]
    basis = Messages(language).label("WHY:ARTICLE")
    lines = [f'<a id="glossary"></a>\n# {title}\n\n{about}\n']
    for term in terms(language):
        names = [name for name in (*term.also, term.english) if name]
        article = f" {basis}: {_safe(term.article)}." if term.article else ""
        place = f"[{Messages(language).label('WHY:PLACE')}]({term.place.partition('-')[0]}.md#{term.place})"
        lines.append(
            f'<a id="{term.anchor}"></a>\n### {_safe(term.term)}\n\n*{_safe(" · ".join(names))}*\n\n'
            f"{_safe(term.means)}{article} {place}\n"
        )
    return "\n".join(lines)


def main() -> None:
    """Write both chapters in both languages."""
    for language in LANGUAGES:
        folder = manual_root() / language
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "rules.md").write_text(rules_chapter(language), encoding="utf-8")
        (folder / "glossary.md").write_text(glossary_chapter(language), encoding="utf-8")


def _safe(text: str) -> str:
    return "".join(f"\\{sign}" if sign in "\\`*_[]<>#|~" else sign for sign in text)


if __name__ == "__main__":
    main()
