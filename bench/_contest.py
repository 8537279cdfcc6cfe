"""Measure one thing beside others in the same run: each in a process of its own, all taking turns, the middle counts.

A contender is a generator: what it does before its first ``yield`` is preparation, what it does until the second is
measured, the rest is clearing away. It runs in a child that was forked after everything was imported, so that what is
measured is the work and not the start of Python, and that its peak memory is its own.
"""

from __future__ import annotations

import gc
import math
import multiprocessing
import statistics
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from multiprocessing.connection import Connection

import psutil
from _measure import MEGABYTE, Peak, report

Contender = Callable[[], Iterator[None]]
_FORK = multiprocessing.get_context("fork")


@dataclass(frozen=True, slots=True)
class Figure:
    """What a contender took: the middle of its runs by the clock and by processor time, and its highest memory."""

    seconds: float
    computed: float
    peak_mb: float
    rise_mb: float
    runs: int


def contest(contenders: Mapping[str, Contender], runs: int) -> dict[str, Figure]:
    """Every contender so many times, in turns, so that what else the machine does falls on all alike."""
    found: dict[str, list[tuple[float, float, float, float]]] = {name: [] for name in contenders}
    for _ in range(runs):
        for name, contender in contenders.items():
            found[name].append(_in_a_child(contender))
    return {
        name: Figure(
            statistics.median(one[0] for one in taken),
            statistics.median(one[1] for one in taken),
            max(one[2] for one in taken),
            max(one[3] for one in taken),
            runs,
        )
        for name, taken in found.items()
    }


def compared(
    name: str,
    what: str,
    figures: Mapping[str, Figure],
    targets: Mapping[str, tuple[str, float]],
    **facts: object,
) -> None:
    """One line: ours, everybody beside it, and for each target how many times, what is wanted and whether it is met.

    The first figure is ours. A target names another figure and what is wanted of it: ``("at most", 2.5)`` times its
    time, or ``("faster", 5)`` times than it.
    """
    mine, ours = next(iter(figures.items()))
    wanted = {}
    for other, (sense, limit) in targets.items():
        pair = (figures[other], ours) if sense == "faster" else (ours, figures[other])
        times, computed = pair[0].seconds / pair[1].seconds, pair[0].computed / max(pair[1].computed, 1e-9)
        is_met = times >= limit if sense == "faster" else times <= limit
        wanted[other] = {
            "sense": sense,
            "wanted": limit,
            "times": round(times, 2),
            "times_computed": round(computed, 2),
            "met": is_met,
        }
    report(
        name,
        what=what,
        ours=mine,
        load=round(psutil.getloadavg()[0], 1),
        figures={one: _rounded(figure) for one, figure in figures.items()},
        targets=wanted,
        **facts,
    )


def exponent(sizes: Mapping[int, float]) -> float:
    """By which power of the size the time grows between the two largest: 1 is a straight line."""
    (small, before), (large, after) = sorted(sizes.items())[-2:]
    return math.log(after / before) / math.log(large / small)


def _rounded(figure: Figure) -> dict[str, float]:
    return {
        "seconds": _digits(figure.seconds),
        "computed": _digits(figure.computed),
        "peak_mb": round(figure.peak_mb),
        "rise_mb": round(figure.rise_mb),
        "runs": figure.runs,
    }


def _digits(seconds: float) -> float:
    return round(seconds, 4) if seconds < 0.1 else round(seconds, 2)


def _in_a_child(contender: Contender) -> tuple[float, float, float, float]:
    mine, theirs = _FORK.Pipe(duplex=False)
    child = _FORK.Process(target=_run, args=(contender, theirs))
    child.start()
    theirs.close()
    try:
        found: tuple[float, float, float, float] = mine.recv()
    except EOFError:
        raise SystemExit("a contender has failed; what it said stands above") from None
    finally:
        child.join()
    return found


def _run(contender: Contender, answer: Connection) -> None:
    turn = contender()
    next(turn)
    gc.collect()
    with Peak() as peak:
        began, computing = time.perf_counter(), time.process_time()
        next(turn)
        took, computed = time.perf_counter() - began, time.process_time() - computing
    next(turn, None)
    answer.send((took, computed, peak.highest / MEGABYTE, (peak.highest - peak.before) / MEGABYTE))
    answer.close()
