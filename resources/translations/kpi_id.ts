<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="id" sourcelanguage="en">
<context>
    <name>Journal</name>
    <message>
        <source>Indicators of a year taken over</source>
        <translation>Indikator setahun diimpor</translation>
    </message>
    <message>
        <source>How figures add up was said</source>
        <translation>Cara menjumlahkan angka ditetapkan</translation>
    </message>
    <message>
        <source>Budgets by month taken over</source>
        <translation>Serapan anggaran diimpor</translation>
    </message>
    <message>
        <source>Budget of a month entered</source>
        <translation>Anggaran satu bulan diisi</translation>
    </message>
</context>
<context>
    <name>ImportVerbs</name>
    <message>
        <source>One row per unit and month: UNOR ID, PERIODE, PAGU BULAN, REALISASI ANGGARAN. It stands beside the indicators and counts in performance pay.</source>
        <translation>Satu baris per unit dan bulan: UNOR ID, PERIODE, PAGU BULAN, REALISASI ANGGARAN. Tampil di samping indikator dan dihitung dalam tunjangan kinerja.</translation>
    </message>
    <message>
        <source>Budget absorption</source>
        <translation>Serapan anggaran</translation>
    </message>
    <message>
        <source>One row per indicator: UNOR ID, TAHUN, NO, and a column for each period, TARGET TW1 or REALISASI JAN. What a row leaves blank stays as it is.</source>
        <translation>Satu baris per indikator: UNOR ID, TAHUN, NO, dan satu kolom per periode, TARGET TW1 atau REALISASI JAN. Yang dikosongkan tidak berubah.</translation>
    </message>
    <message>
        <source>Indicators over the year</source>
        <translation>Indikator setahun</translation>
    </message>
</context>
</TS>
