<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="id" sourcelanguage="en">
<context>
    <name>Journal</name>
    <message>
        <source>Holder of a person named</source>
        <translation>Pemegang pegawai ditetapkan</translation>
    </message>
    <message>
        <source>Conflict decided</source>
        <translation>Bentrok diputuskan</translation>
    </message>
</context>
</TS>
