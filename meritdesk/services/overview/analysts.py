"""The data set for analysts: every agency and period of this store as Parquet, with a page that says what is in it."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from meritdesk.core.access import Action, require
from meritdesk.core.analysis import (
    ANALYSIS_TABLES,
    DIGITS,
    PLACES,
    AnalysisColumn,
    AnalysisOutcome,
    AnalysisTable,
    ColumnKind,
    exact,
)
from meritdesk.core.errors import FileRefusal
from meritdesk.services.changes import Step, no_step
from meritdesk.services.folders import ready_folder
from meritdesk.services.limits import limited_people
from meritdesk.services.ports import Surroundings

README = "README.md"


@dataclass(frozen=True, slots=True)
class Analysts:
    """What analysts take along; it is read by any engine and by none of ours again."""

    around: Surroundings

    def write(self, folder: Path, step: Step = no_step, *, with_names: bool = False) -> AnalysisOutcome:
        """Write the data set into a new or empty folder, all of it or nothing; that it left the store is noted.

        Names and NIP stay here unless they are asked for. Whoever asked for a limit of processing is left out and
        counted: a set for analysts is the office's own choice (UU 27/2022 Ps. 41).

        ``SRV-140`` when the folder holds other things, ``SRV-141`` without the part that writes Parquet.
        """
        require(self.around.actor, Action.EXPORT)
        if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
            raise FileRefusal("SRV-140", path=str(folder))
        ready_folder(folder.parent)
        aside = folder.parent / f".baru-{folder.name}"
        shutil.rmtree(aside, ignore_errors=True)
        try:
            outcome = self._written(aside, folder, step, with_names=with_names)
            is_practice = self.around.store.agency.is_practice
            said = _readme(outcome, with_names=with_names, is_practice=is_practice)
            (aside / README).write_text(said, encoding="utf-8")
            self._note(folder, sum(outcome.rows.values()))
            with suppress(FileNotFoundError):
                folder.rmdir()
            aside.rename(folder)
        finally:
            shutil.rmtree(aside, ignore_errors=True)
        return outcome

    def _written(self, aside: Path, folder: Path, step: Step, *, with_names: bool) -> AnalysisOutcome:
        ready_folder(aside)
        with self.around.store.reading() as work:
            agencies = work.analysis.agencies()
        counts = dict.fromkeys((table.name for table in ANALYSIS_TABLES), 0)
        inexact, files, periods, left_out = [0], 0, set(), 0
        for number, agency in enumerate(agencies):
            step(number, len(agencies))
            with self.around.store.reading(agency) as work:
                limited = limited_people(work).keys
                left_out += len(limited)
                for table in ANALYSIS_TABLES:
                    columns = table.kept(with_names=with_names)
                    for period in work.analysis.periods(table):
                        blocks = _fitted(table, columns, work.analysis.rows(table, period), inexact, limited)
                        counts[table.name] += self.around.exchange.write_analysis_file(
                            aside, table.name, agency, period, columns, blocks
                        )
                        files += 1
                        periods.add(period)
        step(len(agencies), len(agencies))
        return AnalysisOutcome(str(folder), counts, files, agencies, tuple(sorted(periods)), inexact[0], left_out)

    def _note(self, folder: Path, rows: int) -> None:
        moment = self.around.clock().isoformat(timespec="seconds")
        origin = f"file:{folder.name}"
        with self.around.store.writing(self.around.actor, "overview.analysts", origin=origin) as work:
            work.set_setting("last_analyst_set", f"{moment} {rows}")
            work.commit()


def _fitted(
    table: AnalysisTable,
    columns: tuple[AnalysisColumn, ...],
    blocks: Iterable[list[Any]],
    inexact: list[int],
    limited: frozenset[str],
) -> Iterator[list[tuple[Any, ...]]]:
    """The kept columns of each row, decimals as numbers; what would not be the same number is counted and left out.

    Rows about the people under a limit are not there, and as somebody's rater they have neither key nor number.
    """
    about = [one.name for one in table.columns].index("person_id")
    raters = [place for place, one in enumerate(table.columns) if one.name in ("rater_id", "rater_nip")]
    places = [(table.columns.index(column), column.kind is ColumnKind.DECIMAL) for column in columns]
    for block in blocks:
        rows = []
        for row in block:
            if limited and row[about] in limited:
                continue
            if limited and raters and row[raters[0]] in limited:
                row = [None if place in raters else value for place, value in enumerate(row)]
            values = []
            for place, is_decimal in places:
                value = exact(row[place]) if is_decimal else row[place]
                inexact[0] += is_decimal and value is None and row[place] is not None
                values.append(value)
            rows.append(tuple(values))
        yield rows


def _readme(outcome: AnalysisOutcome, *, with_names: bool, is_practice: bool) -> str:
    lines = [
        "# MeritDesk: data untuk analis / data set for analysts",
        "",
        "Parquet, satu berkas per tabel, instansi dan periode: `TABEL/agency=KODE/period=PERIODE/part-0.parquet`.",
        "Mesin mana pun membaca folder itu sebagai satu tabel; `agency` dan `period` menjadi kolom teks.",
        "One file a table, agency and period. Any engine reads the folder as one table, for example with DuckDB:",
        "",
        "```sql",
        "SELECT agency, period, predicate, count(*) FROM read_parquet('evaluations/**/*.parquet',",
        "  hive_partitioning = true, hive_types = {'agency': VARCHAR, 'period': VARCHAR}) GROUP BY ALL;",
        "```",
        "",
        "NIP, kode dan periode adalah teks (jangan dijadikan angka); tanggal adalah tanggal;",
        f"angka desimal persis (decimal({DIGITS},{PLACES})), tidak pernah biner. Kosong berarti tidak diketahui.",
        "NIP, codes and periods are text; days are days; decimals are exact. Empty means not known.",
        "",
        "| tabel / table | baris / rows | kolom / columns |",
        "|---|---:|---|",
    ]
    for table in ANALYSIS_TABLES:
        names = ", ".join(f"`{column.name}`" for column in table.kept(with_names=with_names))
        lines.append(f"| `{table.name}` | {outcome.rows[table.name]} | {names} |")
    periods = ", ".join(outcome.periods) or "-"
    lines += ["", f"Instansi / agencies: {len(outcome.agencies)}. Periode / periods: {periods}."]
    if is_practice:
        lines.append("LATIHAN: bukan data sungguhan. / PRACTICE: not real data.")
    if outcome.left_out:
        lines.append(
            f"Tidak tercantum karena pembatasan pemrosesan (UU 27/2022 Ps. 41): {outcome.left_out} orang. / "
            f"Left out for a limit of processing: {outcome.left_out}."
        )
    if outcome.inexact:
        lines.append(f"Angka yang tidak muat persis dan dikosongkan / decimals left out: {outcome.inexact}.")
    lines.append(
        "Berisi data pribadi: simpan dan bagikan sesuai aturan kantor. / It holds personal data: keep it accordingly."
        if with_names
        else "Tanpa nama dan NIP; `person_id` tetap sama, sehingga masih data pribadi. / Without names and NIP; "
        "`person_id` stays the same, so it is still personal data."
    )
    return "\n".join(lines) + "\n"
