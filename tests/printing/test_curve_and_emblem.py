"""The drawn curve follows the measured points; the emblem is read from a drawing that an office may replace."""

from __future__ import annotations

import io

import pytest

from meritdesk.core.documents import Form, evaluation_form, plan_form
from meritdesk.core.errors import FileRefusal
from meritdesk.core.evaluation import OrgLevel
from meritdesk.core.plan import Approach, JobClass
from meritdesk.printing.curve import CONTROL_POINTS, add_curve, bezier_segments
from meritdesk.printing.emblem import load_emblem, path_operators, read_emblem
from meritdesk.printing.pdf_file import PdfFile


def _catmull_rom(points: tuple[float, ...], piece: int, t: float) -> float:
    ends = (2 * points[0] - points[1], *points, 2 * points[-1] - points[-2])
    a, b, c, d = ends[piece : piece + 4]
    return 0.5 * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t * t + (3 * b - a - 3 * c + d) * t**3)


@pytest.mark.parametrize("level", OrgLevel)
def test_the_drawn_line_is_the_spline_through_the_measured_points(level):
    points = CONTROL_POINTS[level]
    for piece, (first, second, end) in enumerate(bezier_segments(points)):
        assert end == points[piece + 1]
        for step in range(11):
            t = step / 10
            u = 1 - t
            drawn = u**3 * points[piece] + 3 * u * u * t * first + 3 * u * t * t * second + t**3 * end
            assert drawn == pytest.approx(_catmull_rom(points, piece, t))
            assert 0 <= drawn <= 70


def test_a_curve_is_stored_once_per_file():
    stream = io.BytesIO()
    pdf = PdfFile(stream, "uji")
    add_curve(pdf, OrgLevel.GOOD)
    size = stream.tell()
    add_curve(pdf, OrgLevel.GOOD)
    assert stream.tell() == size
    add_curve(pdf, OrgLevel.POOR)
    assert stream.tell() > size


def test_path_data_becomes_pdf_operators():
    assert path_operators("M1 2 l3,4 H10 v-1 z") == ["1 2 m", "4 6 l", "10 6 l", "10 5 l", "h"]
    assert path_operators("M0 0C1 1 2 1 3 0S5-1 6 0") == ["0 0 m", "1 1 2 1 3 0 c", "4 -1 5 -1 6 0 c"]
    assert path_operators("M0 0Q3 3 6 0") == ["0 0 m", "2 2 4 2 6 0 c"]
    assert path_operators("m5 5 1 1") == ["5 5 m", "6 6 l"]


@pytest.mark.parametrize(
    "content",
    [
        "no drawing",
        '<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0L1 1"/></svg>',
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><g><path d="M0 0L1 1"/></g></svg>',
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0A1 1 0 0 0 2 2"/></svg>',
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path transform="scale(2)" d="M0 0L1 1"/></svg>',
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path fill="url(#gold)" d="M0 0L1 1"/></svg>',
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 0"><path d="M0 0L1 1"/></svg>',
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0L1"/></svg>',
    ],
)
def test_an_emblem_that_cannot_be_drawn_whole_is_refused(content, tmp_path):
    path = tmp_path / "lambang.svg"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(FileRefusal) as refusal:
        read_emblem(path)
    assert refusal.value.code == "DOC-407"


def test_the_emblem_has_a_shape_and_keeps_its_proportions():
    emblem = load_emblem()
    assert emblem.height == 58
    assert 0.8 < emblem.width / emblem.height < 1.4
    assert emblem.operators.count(" c") > 300


@pytest.mark.parametrize(
    ("job_class", "approach", "plan", "evaluation"),
    [
        (JobClass.JPT_OR_AUTONOMOUS, Approach.QUALITATIVE, Form.A_1_1, Form.C_1_1),
        (JobClass.JPT_OR_AUTONOMOUS, Approach.QUANTITATIVE, Form.A_1_2, Form.C_1_2),
        (JobClass.JA_JF, Approach.QUALITATIVE, Form.A_1_6, Form.C_1_1),
        (JobClass.JA_JF, Approach.QUANTITATIVE, Form.A_1_7, Form.C_1_3),
    ],
)
def test_the_form_follows_from_group_and_approach(job_class, approach, plan, evaluation):
    assert plan_form(job_class, approach) is plan
    assert evaluation_form(job_class, approach) is evaluation
