"""What the sheets of a round say: means by question and voice, and nothing where too few answered.

A voice below the least number is not shown at all, and the mean over voices is made of the shown ones only: the
difference of two shown figures can never tell what one person wrote.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from meritdesk.core.survey import (
    OPEN_VOICES,
    ItemGroup,
    SheetState,
    SurveyItem,
    SurveyKind,
    SurveyRound,
    SurveySheet,
    Voice,
)

_CENT = Decimal("0.01")


@dataclass(frozen=True, slots=True)
class VoiceScore:
    """One voice on one question: how many answered, and their mean, or ``None`` below the least number."""

    count: int
    mean: Decimal | None


@dataclass(frozen=True, slots=True)
class ItemScore:
    """One question with what each voice says and the mean of all shown answers."""

    item: SurveyItem
    voices: Mapping[Voice, VoiceScore]
    mean: Decimal | None


@dataclass(frozen=True, slots=True)
class SurveyResult:
    """All about one person or department; ``remarks`` are of shown voices only, in the order of the alphabet."""

    subject_id: str
    items: tuple[ItemScore, ...]
    sheets: Mapping[Voice, int]
    hidden: tuple[Voice, ...]
    remarks: tuple[str, ...]

    def mean_of(self, group: ItemGroup) -> Decimal | None:
        """The mean over the questions of a group that have one, two decimals, half up."""
        return _mean([one.mean for one in self.items if one.item.group is group and one.mean is not None])

    @property
    def mean(self) -> Decimal | None:
        """The mean over all questions that have one."""
        return _mean([one.mean for one in self.items if one.mean is not None])


def result_of(
    subject_id: str, sheets: Sequence[SurveySheet], one: SurveyRound, items: Sequence[SurveyItem]
) -> SurveyResult:
    """What the sheets about one subject say.

    Whether a voice is shown is decided by its sheets, and again by the answers to each question: a question that only
    two of five answered is as telling as two sheets.
    """
    counting = [sheet for sheet in sheets if sheet.state(one.is_double) is SheetState.COUNTS]
    by_voice: dict[Voice, list[SurveySheet]] = {}
    for sheet in counting:
        by_voice.setdefault(sheet.voice, []).append(sheet)
    hidden = tuple(
        voice
        for voice in Voice
        if voice in by_voice and voice not in OPEN_VOICES and len(by_voice[voice]) < one.minimum
    )
    scores = []
    for item in items:
        told: dict[Voice, VoiceScore] = {}
        shown: list[Decimal] = []
        for voice in Voice:
            if voice not in by_voice:
                continue
            answers = [Decimal(sheet.first[item.item_id]) for sheet in by_voice[voice] if item.item_id in sheet.first]
            is_shown = bool(answers) and (voice in OPEN_VOICES or len(answers) >= one.minimum)
            told[voice] = VoiceScore(len(answers), _mean(answers) if is_shown else None)
            shown += answers if is_shown else []
        scores.append(ItemScore(item, told, _mean(shown)))
    remarks = sorted(sheet.remark for sheet in counting if sheet.remark and sheet.voice not in hidden)
    return SurveyResult(
        subject_id, tuple(scores), {voice: len(some) for voice, some in by_voice.items()}, hidden, tuple(remarks)
    )


@dataclass(frozen=True, slots=True)
class ItemMean:
    """What a department answered to one question: of how many answers, and their mean."""

    item: SurveyItem
    answers: int
    mean: Decimal


def department_means(
    sheets: Sequence[SurveySheet], one: SurveyRound, items: Sequence[SurveyItem]
) -> tuple[ItemMean, ...]:
    """What the sheets about all subjects of a department say together; nothing where too few answered.

    Subjects that are too few by themselves are counted in only when all of them together are enough: else the
    difference between the department and its shown parts would tell what they wrote. A 360 view is told of a department
    only where so many people were seen that the mean is nobody's.
    """
    counting = [sheet for sheet in sheets if sheet.state(one.is_double) is SheetState.COUNTS]
    found = []
    for item in items:
        cells: dict[tuple[str, Voice], list[Decimal]] = {}
        for sheet in counting:
            if item.item_id in sheet.first:
                cells.setdefault((sheet.subject_id, sheet.voice), []).append(Decimal(sheet.first[item.item_id]))
        shown: list[Decimal] = []
        hidden: list[Decimal] = []
        for (_, voice), answers in cells.items():
            (shown if voice in OPEN_VOICES or len(answers) >= one.minimum else hidden).extend(answers)
        together = [*shown, *hidden] if len(hidden) >= one.minimum else shown
        seen = len({subject for subject, _ in cells})
        mean = _mean(together)
        if mean is None or len(together) < one.minimum or (one.kind is SurveyKind.REVIEW and seen < one.minimum):
            continue
        found.append(ItemMean(item, len(together), mean))
    return tuple(found)


def _mean(numbers: Sequence[Decimal]) -> Decimal | None:
    if not numbers:
        return None
    return (sum(numbers, Decimal(0)) / len(numbers)).quantize(_CENT, ROUND_HALF_UP)
