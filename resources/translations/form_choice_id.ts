<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="id" sourcelanguage="en">
<context>
    <name>FormOptions</name>
    <message>
        <source>Print &amp;as</source>
        <translation>C&amp;etak sebagai</translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation>&amp;Alasan</translation>
    </message>
    <message>
        <source>Why another form? Kept in the register</source>
        <translation>Mengapa format lain? Dicatat dalam register</translation>
    </message>
    <message>
        <source>&amp;Landscape</source>
        <translation>&amp;Mendatar</translation>
    </message>
    <message>
        <source>Stage si&amp;x: results only, as a draft</source>
        <translation>Ta&amp;hap keenam: hasil kerja saja, sebagai draf</translation>
    </message>
    <message>
        <source>The form that fits the post</source>
        <translation>Format yang sesuai jabatan</translation>
    </message>
</context>
<context>
    <name>PrintTab</name>
    <message>
        <source>Draft of %1 for %2, instead of %3 which fits the post.</source>
        <translation>Konsep %1 untuk %2, menggantikan %3 yang sesuai jabatannya.</translation>
    </message>
</context>
<context>
    <name>DocumentTable</name>
    <message>
        <source>Why another form</source>
        <translation>Alasan format lain</translation>
    </message>
</context>
</TS>
