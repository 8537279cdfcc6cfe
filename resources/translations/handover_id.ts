<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="id" sourcelanguage="en">
<context>
    <name>Ledger</name>
    <message>
        <source>for a colleague</source>
        <translation>untuk PC rekan</translation>
    </message>
    <message>
        <source>on the stick, not yet confirmed</source>
        <translation>di flashdisk, belum dikonfirmasi</translation>
    </message>
    <message>
        <source>packed, not written yet</source>
        <translation>dikemas, belum ditulis</translation>
    </message>
</context>
</TS>
