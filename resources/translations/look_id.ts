<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="id" sourcelanguage="en">
<context>
    <name>SkpDialogs</name>
    <message>
        <source>What is different</source>
        <translation>Yang berbeda</translation>
    </message>
    <message>
        <source>Examples</source>
        <translation>Contoh</translation>
    </message>
</context>
<context>
    <name>OldYearDialog</name>
    <message>
        <source>Parts of this page</source>
        <translation>Bagian halaman ini</translation>
    </message>
</context>
<context>
    <name>MandateDialog</name>
    <message>
        <source>Until</source>
        <translation>Sampai</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Sejak</translation>
    </message>
</context>
<context>
    <name>SkpTab</name>
    <message>
        <source>The plan as a paper</source>
        <translation>SKP seperti di kertas</translation>
    </message>
</context>
<context>
    <name>RegisterPage</name>
    <message>
        <source>About the person chosen</source>
        <translation>Tentang pegawai terpilih</translation>
    </message>
</context>
<context>
    <name>Journal</name>
    <message>
        <source>Mapping of columns remembered</source>
        <translation>Pemetaan kolom diingat</translation>
    </message>
    <message>
        <source>Mapping of columns forgotten</source>
        <translation>Pemetaan kolom dilupakan</translation>
    </message>
    <message>
        <source>Data of many changed at once</source>
        <translation>Data banyak pegawai diubah sekaligus</translation>
    </message>
    <message>
        <source>Plans of many changed at once</source>
        <translation>SKP banyak pegawai diubah sekaligus</translation>
    </message>
    <message>
        <source>Ratings of many changed at once</source>
        <translation>Rating banyak pegawai diubah sekaligus</translation>
    </message>
</context>
</TS>
