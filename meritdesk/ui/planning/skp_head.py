"""The head of the paper of a plan: whose it is, who rates, for which time, and the terms of a study leave."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QWidget

from meritdesk.core.people import EmploymentType
from meritdesk.core.plan import JobClass, PerformancePlan
from meritdesk.core.plan_parts import Accreditation, StudyLevel, StudyTerms
from meritdesk.ui import look
from meritdesk.ui.planning.skp_results import ResultFields
from meritdesk.ui.wording import Words


class HeadFields(ResultFields):
    """Title, ratee and rater above the two sections of results."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        self._heads: list[QLabel] = []

    def _head_words(self) -> tuple[str, ...]:
        """What the labels of the head say: title, kind, span, then ratee and rater line by line."""
        assert self.plan is not None and self.opened is not None
        plan, opened, label = self.plan, self.opened, self.words.messages.label_of
        person, rater = opened.person, opened.rater
        pairs = (
            (
                self.words.who(person),
                self.words.who(rater) if rater else "",
            ),
            (person.nip, rater.nip if rater else ""),
            (plan.post or person.position_title, rater.position_title if rater else ""),
            (opened.unit_name, opened.rater_unit),
        )
        return (
            QCoreApplication.translate("SkpPaper", "PERFORMANCE PLAN (SKP) {year}").format(year=plan.year),
            f"{label(plan.approach)} · {label(plan.job_class)}",
            QCoreApplication.translate("SkpPaper", "Period of appraisal: {start} to {end}").format(
                start=self.words.day(plan.starts), end=self.words.day(plan.ends)
            ),
            *(text for left, right in pairs for text in (left, right or "–")),
        )

    def _build_head(self) -> None:
        assert self.plan is not None and self.opened is not None
        plan, opened, words = self.plan, self.opened, self._head_words()
        title, kind, span = (QLabel(said) for said in words[:3])
        look.strong(title)
        for line in (title, kind, span):
            line.setAlignment(Qt.AlignmentFlag.AlignRight if line is span else Qt.AlignmentFlag.AlignHCenter)
            self._page.addWidget(line)
        grid = self._grid((1, 3, 1, 3))
        grid.addWidget(self._bar(QCoreApplication.translate("SkpPaper", "RATEE")), 0, 0, 1, 2)
        grid.addWidget(self._bar(QCoreApplication.translate("SkpPaper", "RATER")), 0, 2, 1, 2)
        self._heads = [title, kind, span]
        names = (
            QCoreApplication.translate("SkpPaper", "Name"),
            QCoreApplication.translate("SkpPaper", "NIP"),
            QCoreApplication.translate("SkpPaper", "Post"),
            QCoreApplication.translate("SkpPaper", "Unit"),
        )
        for place, text in enumerate(words[3:]):
            row, side = place // 2, place % 2
            label = self._words_on_paper(text)
            self._heads.append(label)
            grid.addWidget(self._said(names[row]), row + 1, 2 * side)
            grid.addWidget(self._cell(label), row + 1, 2 * side + 1)
        if opened.person.employment is EmploymentType.PPPK or plan.contract:
            grid.addWidget(self._said(QCoreApplication.translate("SkpPaper", "Employment contract")), 5, 0)
            field = self._text(("plan", "contract"), lambda plan, text: replace(plan, contract=text))
            field.setPlaceholderText(QCoreApplication.translate("SkpPaper", "Number and date of the contract"))
            grid.addWidget(self._cell(field), 5, 1, 1, 3)
        if plan.job_class is JobClass.JPT_OR_AUTONOMOUS:
            box = QCheckBox(
                QCoreApplication.translate(
                    "SkpPaper", "Not all staff understand the indicators yet: manuals are compulsory"
                )
            )
            box.setEnabled(not self._is_locked)
            box.toggled.connect(lambda on: self._change((), lambda plan: replace(plan, needs_manuals=on)))
            self._keep(("plan", "needs_manuals"), box)
            grid.addWidget(self._cell(box), 6, 0, 1, 4)
        if opened.context.on_study_leave or plan.study is not None:
            grid.addWidget(self._said(QCoreApplication.translate("SkpPaper", "Study leave")), 7, 0)
            grid.addWidget(self._cell(self._study()), 7, 1, 1, 3)

    def _study(self) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(4, 2, 4, 2)

        def with_terms(change: Callable[[StudyTerms], StudyTerms]) -> Callable[[PerformancePlan], PerformancePlan]:
            return lambda plan: replace(plan, study=change(plan.study or StudyTerms(StudyLevel.BACHELOR)))

        level = self._choice(
            ("study", "level"),
            StudyLevel,
            lambda plan, chosen: with_terms(lambda terms: replace(terms, level=chosen or StudyLevel.BACHELOR))(plan),
        )
        abroad = QCheckBox(QCoreApplication.translate("SkpPaper", "abroad"))
        abroad.setEnabled(not self._is_locked)
        abroad.toggled.connect(lambda on: self._change((), with_terms(lambda terms: replace(terms, is_abroad=on))))
        self._keep(("study", "is_abroad"), abroad)
        university = self._choice(
            ("study", "university"),
            Accreditation,
            lambda plan, chosen: with_terms(lambda terms: replace(terms, university=chosen))(plan),
        )
        programme = self._choice(
            ("study", "programme"),
            Accreditation,
            lambda plan, chosen: with_terms(lambda terms: replace(terms, programme=chosen))(plan),
        )
        average = self._figure(
            ("study", "expected_average"),
            lambda plan, value: with_terms(lambda terms: replace(terms, expected_average=value))(plan),
        )
        for said, field in (
            ("", level),
            ("", abroad),
            (QCoreApplication.translate("SkpPaper", "University"), university),
            (QCoreApplication.translate("SkpPaper", "Programme"), programme),
            (QCoreApplication.translate("SkpPaper", "Expected GPA"), average),
        ):
            if said:
                row.addWidget(QLabel(said))
            row.addWidget(field)
        row.addStretch(1)
        return holder
