<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="id" sourcelanguage="en">
<context>
    <name>Journal</name>
    <message>
        <source>List taken along as a file</source>
        <translation>Daftar dibawa sebagai berkas</translation>
    </message>
</context>
</TS>
