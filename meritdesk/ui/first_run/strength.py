"""How strong a passphrase is, in words: length counts most, and what everybody tries first does not count at all."""

from __future__ import annotations

from enum import StrEnum

SHORTEST, GOOD, STRONG = 8, 15, 20
_TRIED_FIRST = ("password", "sandi", "rahasia", "admin", "merit", "qwerty", "123456", "111111", "bkpsdm", "indonesia")


class Strength(StrEnum):
    """From refused to strong."""

    SHORT = "SHORT"
    WEAK = "WEAK"
    FAIR = "FAIR"
    STRONG = "STRONG"


def strength_of(passphrase: str, known: tuple[str, ...] = ()) -> Strength:
    """What is too short is refused by the store; ``known`` are words about the agency that anybody would try."""
    if len(passphrase) < SHORTEST:
        return Strength.SHORT
    plain = passphrase.casefold()
    for word in (*_TRIED_FIRST, *(one.casefold() for one in known if len(one) >= 4)):
        plain = plain.replace(word, "")
    if len(plain) < SHORTEST or len(set(plain)) < 5:
        return Strength.WEAK
    if len(plain) < GOOD:
        return Strength.FAIR
    return Strength.STRONG if len(plain) >= STRONG or len(plain.split()) >= 3 else Strength.FAIR
