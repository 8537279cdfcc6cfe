"""A figure in words: what a chart draws, what its table lists and what is read aloud are the same texts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from meritdesk.core.figures import Figure, FigureKind, FigureUnit, SeriesShape
from meritdesk.core.periods import PeriodKind, parse_period
from meritdesk.ui.wording import LOCALES, QUARTERS, Words


@dataclass(frozen=True, slots=True)
class ChartSeries:
    """One series with its name in words; ``told`` says each value as it is written."""

    name: str
    shape: SeriesShape
    values: tuple[Decimal | None, ...]
    told: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """Everything a chart says: title, categories under the axis (short) and in the table (whole), series, notes.

    ``curve`` are heights on a grid of seventy, drawn over the bars and never told. ``empty`` says why there is nothing.
    """

    title: str
    subtitle: str
    unit: str
    axis: tuple[str, ...]
    categories: tuple[str, ...]
    series: tuple[ChartSeries, ...]
    notes: tuple[str, ...] = ()
    curve: tuple[Decimal, ...] = ()
    curve_name: str = ""
    empty: str = ""
    decimals: int = 0

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to draw."""
        return not any(value for one in self.series if one.shape is not SeriesShape.LIMIT for value in one.values)

    def told(self, place: int) -> str:
        """One category with all its values, as it is shown in a hint and read aloud."""
        parts = [f"{one.name} {one.told[place]}" for one in self.series if one.values[place] is not None]
        return f"{self.categories[place]}: {', '.join(parts) or '–'}"

    def description(self) -> str:
        """The whole chart as a text."""
        if self.is_empty:
            return self.empty
        lines = [self.told(place) for place in range(len(self.categories))]
        return "\n".join([f"{self.title} · {self.subtitle}", *lines, *self.notes])

    def rows(self) -> tuple[tuple[str, ...], ...]:
        """The table beside it: a category and the value of each series."""
        return tuple(
            (self.categories[place], *(one.told[place] for one in self.series)) for place in range(len(self.categories))
        )

    def headings(self) -> tuple[str, ...]:
        """What stands over the table."""
        return (self.subtitle, *(one.name for one in self.series))


def chart_of(figure: Figure, words: Words, curve_name: str = "") -> Chart:
    """A figure in the words of the language of now."""
    messages = words.messages
    decimals = 1 if figure.unit in (FigureUnit.PERCENT, FigureUnit.DAYS, FigureUnit.SCALE) else 0
    series = tuple(
        ChartSeries(
            messages.label_of(one.name),
            one.shape,
            one.values,
            tuple(number_told(value, figure.unit, words) for value in one.values),
        )
        for one in figure.series
    )
    subtitle = " · ".join(part for part in (figure.unit_name.strip(), words.period(figure.period)) if part)
    return Chart(
        title=messages.label_of(figure.kind),
        subtitle=subtitle,
        unit=messages.label_of(figure.unit),
        axis=tuple(_short(one, figure.kind, words) for one in figure.categories),
        categories=tuple(_whole(one, figure.kind, words) for one in figure.categories),
        series=series,
        notes=tuple(messages.reason(note) for note in figure.notes),
        curve=figure.curve,
        curve_name=curve_name,
        empty=messages.reason(f"FIG-NOTHING-{figure.kind.value}"),
        decimals=decimals,
    )


def number_told(value: Decimal | None, unit: FigureUnit, words: Words) -> str:
    """A number as the office writes it, with its unit where it stands alone."""
    if value is None:
        return "–"
    locale = LOCALES[words.language]
    if unit is FigureUnit.PERCENT:
        return f"{locale.toString(float(value), 'f', 1)} %"
    if unit is FigureUnit.SCALE:
        return locale.toString(float(value), "f", 2)
    if value == value.to_integral_value():
        return words.number(int(value))
    return locale.toString(float(value), "f", 1)


def axis_told(value: float, decimals: int, language: str) -> str:
    """A number of the axis; whole where all of them are."""
    return LOCALES[language].toString(float(value), "f", decimals)


def _short(category: str, kind: FigureKind, words: Words) -> str:
    if kind is FigureKind.DISTRIBUTION:
        return words.messages.label(category).partition(" (")[0].partition("/")[0]
    if kind is FigureKind.ACHIEVEMENT:
        period = parse_period(category)
        if period.kind is PeriodKind.QUARTER:
            return f"{'TW' if words.language == 'id' else 'Q'} {QUARTERS[period.index - 1]}"
        return category if period.is_annual else words.short_day(period.first_day).split(" ")[1]
    if kind is FigureKind.SIGNATURES:
        return " ".join(words.short_day(date.fromisoformat(category)).split(" ")[:2])
    return category


def _whole(category: str, kind: FigureKind, words: Words) -> str:
    if kind is FigureKind.DISTRIBUTION:
        return words.messages.label(category)
    if kind is FigureKind.ACHIEVEMENT:
        return words.period(parse_period(category))
    if kind is FigureKind.SIGNATURES:
        return words.day(date.fromisoformat(category))
    return category


def as_text(charts: Sequence[Chart]) -> str:
    """Charts as lines of cells, as a spreadsheet takes them from the clipboard."""
    lines: list[str] = []
    for chart in charts:
        lines.append(chart.title)
        lines.append("\t".join(chart.headings()))
        lines.extend("\t".join(row) for row in chart.rows())
    return "\n".join(lines)
