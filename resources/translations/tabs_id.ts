<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="id" sourcelanguage="en">
<context>
    <name>TabbedRoom</name>
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
</TS>
