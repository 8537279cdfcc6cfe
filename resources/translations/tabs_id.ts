<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="id" sourcelanguage="en">
<context>
    <name>TabbedRoom</name>
    <message>
        <source>Groups of parts</source>
        <translation>Kelompok bagian</translation>
    </message>
    <message>
        <source>Parts of this page</source>
        <translation>Bagian halaman ini</translation>
    </message>
    <message>
        <source>Next part of the page</source>
        <translation>Bagian halaman berikutnya</translation>
    </message>
    <message>
        <source>Previous part of the page</source>
        <translation>Bagian halaman sebelumnya</translation>
    </message>
</context>
<context>
    <name>TabGroups</name>
    <message>
        <source>Recognition and habits</source>
        <translation>Penghargaan dan kebiasaan</translation>
    </message>
    <message>
        <source>Indices</source>
        <translation>Indeks</translation>
    </message>
    <message>
        <source>Talent</source>
        <translation>Talenta</translation>
    </message>
    <message>
        <source>Rank and pay</source>
        <translation>Pangkat dan tunjangan</translation>
    </message>
    <message>
        <source>After the rating</source>
        <translation>Sesudah penilaian</translation>
    </message>
</context>
</TS>
