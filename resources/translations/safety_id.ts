<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="id" sourcelanguage="en">
<context>
    <name>Journal</name>
    <message>
        <source>Draft kept</source>
        <translation>Rancangan disimpan</translation>
    </message>
    <message>
        <source>Draft thrown away</source>
        <translation>Rancangan dibuang</translation>
    </message>
    <message>
        <source>Long work noted in the history</source>
        <translation>Pekerjaan dicatat dalam riwayat</translation>
    </message>
    <message>
        <source>Place of the work remembered</source>
        <translation>Tempat kerja diingat</translation>
    </message>
</context>
</TS>
