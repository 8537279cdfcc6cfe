"""The language of the window: program words through Qt, words of law and refusals through the messages."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from functools import lru_cache
from pathlib import Path
from typing import ClassVar

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QObject, QSettings, QTranslator, Signal
from shiboken6 import isValid

from meritdesk.core.errors import Refusal
from meritdesk.core.people import Person
from meritdesk.core.periods import Period, PeriodKind
from meritdesk.core.working_days import WEEKENDS_ONLY, WorkCalendar
from meritdesk.messages import LANGUAGES, Messages
from meritdesk.messages.counting import singular
from meritdesk.messages.figures import Written
from meritdesk.resources import resource
from meritdesk.ui.limited_people import NOBODY, LimitedPeople, signed, spoken
from meritdesk.wall_clock import on_the_wall

LOCALES = {"id": QLocale(QLocale.Language.Indonesian), "en": QLocale(QLocale.Language.English)}
QUARTERS = ("I", "II", "III", "IV")


@lru_cache(maxsize=4096)
def _number(language: str, value: int) -> Written:
    return Written(LOCALES[language].toString(value))


@lru_cache(maxsize=64)
def _month(language: str, number: int, length: QLocale.FormatType) -> str:
    return LOCALES[language].standaloneMonthName(number, length)


class Words(QObject):
    """The current language with everything that is said in it; ``language_changed`` after it was switched."""

    language_changed = Signal(str)
    limited_changed = Signal()

    # The whole application speaks one language, whoever set it last; what was read once is not read again. The bytes
    # are kept: Qt would map the files, and a program whose files are replaced while it runs would die of the next word.
    _installed: ClassVar[list[QTranslator]] = []
    _read: ClassVar[dict[str, tuple[QTranslator, bytes]]] = {}

    def __init__(self, language: str = "id", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.language = ""
        # Whose processing is limited: said with the name wherever it stands.
        self.limited = NOBODY
        self.messages = Messages(language)
        self.set_language(language)

    def switch_language(self) -> None:
        """The other language, at the door as in the window; the next start of the program speaks it too."""
        self.set_language("en" if self.language == "id" else "id")
        QSettings().setValue("language", self.language)

    def set_language(self, language: str) -> None:
        """Switch program words and words of law; unknown languages become Indonesian."""
        chosen = language if language in LANGUAGES else LANGUAGES[0]
        if chosen == self.language:
            return
        for translator in Words._installed:
            QCoreApplication.removeTranslator(translator)
        Words._installed.clear()
        self.language = chosen
        self.messages = Messages(chosen)
        # Boxes for days and numbers made from now on say months and decimals as this language does.
        QLocale.setDefault(LOCALES[chosen])
        if chosen == "id":
            for path in sorted(resource("translations").glob("*_id.qm")):
                self._install(str(path))
        self._install(f"{QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)}/qtbase_{chosen}.qm")
        self.language_changed.emit(chosen)

    def set_limited(self, limited: LimitedPeople) -> None:
        """Whose processing is limited from now on; who shows people shows them again on ``limited_changed``."""
        if limited or self.limited:
            self.limited = limited
            self.limited_changed.emit()

    def person(self, name: str, key: str = "") -> str:
        """Somebody's name as a heading or a card says it: with sign and words where processing of his data is limited.

        ``key`` is his NIP or key where it is known.
        """
        if self.limited and self.limited.of_somebody(name, key) is not None:
            return signed(spoken(name))
        return name

    def who(self, person: Person) -> str:
        """Somebody of the register as a heading or a card names him."""
        return self.person(person.full_name, person.nip)

    def told(self, error: Exception) -> tuple[str, str, str]:
        """A refusal as three parts: its code, what happened, what to do next."""
        if isinstance(error, Refusal):
            what, then = self.messages.refusal(error.code, error.facts)
            return error.code, what, then
        return "UI-901", *self.messages.refusal("UI-901", {"kind": type(error).__name__})

    def without(self, said: str, left_out: int) -> str:
        """What was taken along, and how many people are not in it because processing of their data is limited."""
        if not left_out:
            return said
        return f"{said} {self.messages.reason('PRV-LEFT-OUT', {'count': self.number(left_out)})}"

    def number(self, value: int) -> str:
        """A whole number as the office writes it: ``1.234``, in English ``1,234``."""
        return _number(self.language, value)

    def decimal(self, value: Decimal | int) -> str:
        """A figure with its places, without empty ones: ``1.234,5``, in English ``1,234.5``."""
        whole, _, places = f"{abs(value):f}".partition(".")
        places = places.rstrip("0")
        sign = "-" if value < 0 else ""
        mark = LOCALES[self.language].decimalPoint()
        return Written(f"{sign}{self.number(int(whole))}{mark + places if places else ''}")

    def noted(self, text: str) -> str:
        """A figure, an amount or a day that the core wrote as on paper (``Rp1.600.000``), as this one writes it."""
        return self.messages.noted(text)

    def day(self, value: date) -> str:
        """A day with its month in words: ``1 Januari 2025``."""
        return f"{value.day} {self._month(value.month)} {value.year}"

    def moment(self, value: datetime) -> str:
        """A moment in the clock of this PC: ``1 Januari 2025 10:42``."""
        local = on_the_wall(value) if value.tzinfo else value
        return f"{self.day(local.date())} {local:%H:%M}"

    def short_moment(self, value: datetime) -> str:
        """A moment for a column of a list: ``1 Jan 2025 10:42``."""
        local = on_the_wall(value) if value.tzinfo else value
        month = _month(self.language, local.month, QLocale.FormatType.ShortFormat)
        return f"{local.day} {month} {local.year} {local:%H:%M}"

    def period(self, period: Period) -> str:
        """A period as it is said: ``Tahun 2025``, ``Triwulan IV 2025``, ``Januari 2025``."""
        if period.kind is PeriodKind.YEAR:
            return QCoreApplication.translate("Words", "Year %1").replace("%1", str(period.year))
        if period.kind is PeriodKind.QUARTER:
            said = QCoreApplication.translate("Words", "Quarter %1 %2")
            return said.replace("%1", QUARTERS[period.index - 1]).replace("%2", str(period.year))
        return f"{self._month(period.index)} {period.year}"

    def short_day(self, value: date) -> str:
        """A day for a column of a list: ``1 Jan 2025``."""
        month = _month(self.language, value.month, QLocale.FormatType.ShortFormat)
        return f"{value.day} {month} {value.year}"

    def weekday(self, value: date) -> str:
        """The day of the week: ``Senin``."""
        return LOCALES[self.language].standaloneDayName(value.isoweekday())

    def days_left(self, count: int) -> str:
        """How many working days are left, or by how many it is over."""
        if count == 0:
            return QCoreApplication.translate("Words", "today")
        said = (
            QCoreApplication.translate("Words", "%1 working days left")
            if count > 0
            else QCoreApplication.translate("Words", "%1 working days late")
        )
        return singular(said.replace("%1", self.number(abs(count))))

    def until(self, due: date, today: date, calendar: WorkCalendar | None = None) -> str:
        """How long there is, in the office's working days; or how long it is over."""
        if due == today:
            return QCoreApplication.translate("Words", "today")
        said = (
            QCoreApplication.translate("Words", "%1 working days left")
            if due > today
            else QCoreApplication.translate("Words", "%1 working days late")
        )
        counted = calendar or WEEKENDS_ONLY
        return singular(said.replace("%1", self.number(counted.between(min(due, today), max(due, today)))))

    def _month(self, number: int) -> str:
        return _month(self.language, number, QLocale.FormatType.LongFormat)

    def _install(self, path: str) -> None:
        translator, held = Words._read.get(path, (None, b""))
        if translator is None or not isValid(translator):
            if not Path(path).is_file():
                return
            translator, held = QTranslator(QCoreApplication.instance()), Path(path).read_bytes()
            if not translator.load(held):
                return
            Words._read[path] = translator, held
        QCoreApplication.installTranslator(translator)
        Words._installed.append(translator)
