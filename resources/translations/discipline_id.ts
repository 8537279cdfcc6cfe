<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="id" sourcelanguage="en">
<context>
    <name>Journal</name>
    <message>
        <source>Sanctions taken over</source>
        <translation>Hukuman disiplin diimpor</translation>
    </message>
    <message>
        <source>Sanction revoked</source>
        <translation>Hukuman disiplin dicabut</translation>
    </message>
    <message>
        <source>Entry of the discipline register opened</source>
        <translation>Catatan hukuman disiplin dibuka</translation>
    </message>
    <message>
        <source>Appeal against a sanction noted</source>
        <translation>Banding atas hukuman disiplin dicatat</translation>
    </message>
    <message>
        <source>Readers of a sanction set</source>
        <translation>Pembaca catatan hukuman disiplin ditetapkan</translation>
    </message>
    <message>
        <source>Sanction entered</source>
        <translation>Hukuman disiplin dicatat</translation>
    </message>
</context>
</TS>
