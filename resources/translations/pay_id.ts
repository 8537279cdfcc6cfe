<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="id" sourcelanguage="en">
<context>
    <name>Journal</name>
    <message>
        <source>Difference of a locked month carried over</source>
        <translation>Selisih bulan terkunci dibawa ke bulan lain</translation>
    </message>
    <message>
        <source>Basic amount set</source>
        <translation>Besaran tunjangan ditetapkan</translation>
    </message>
    <message>
        <source>Pay recap locked</source>
        <translation>Rekap tunjangan dikunci</translation>
    </message>
    <message>
        <source>Inputs of pay months taken over</source>
        <translation>Data pendukung tunjangan diimpor</translation>
    </message>
    <message>
        <source>Basic amounts taken over</source>
        <translation>Besaran tunjangan diimpor</translation>
    </message>
    <message>
        <source>Input of a pay month entered</source>
        <translation>Data pendukung tunjangan dicatat</translation>
    </message>
    <message>
        <source>Pay recap computed</source>
        <translation>Rekap tunjangan dihitung</translation>
    </message>
    <message>
        <source>Shape of the pay rule chosen</source>
        <translation>Bentuk aturan tunjangan dipilih</translation>
    </message>
    <message>
        <source>Pay rule of the agency adopted</source>
        <translation>Aturan tunjangan sendiri dipakai</translation>
    </message>
</context>
</TS>
