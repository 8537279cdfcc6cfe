<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="id" sourcelanguage="en">
<context>
    <name>Journal</name>
    <message>
        <source>Certification authority trusted</source>
        <translation>Penerbit sertifikat dipercaya</translation>
    </message>
    <message>
        <source>Certification authority no longer trusted</source>
        <translation>Penerbit sertifikat tidak dipercaya lagi</translation>
    </message>
    <message>
        <source>Sheets signed electronically</source>
        <translation>Lembar ditandatangani secara elektronik</translation>
    </message>
</context>
</TS>
