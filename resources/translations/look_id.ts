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
    <name>Seldom</name>
    <message>
        <source>show it</source>
        <translation>tampilkan</translation>
    </message>
    <message>
        <source>forget it</source>
        <translation>lupakan</translation>
    </message>
    <message>
        <source>When the search does not find what is surely there.</source>
        <translation>Bila pencarian tidak menemukan yang pasti ada.</translation>
    </message>
    <message>
        <source>The way of reading was forgotten.</source>
        <translation>Cara membaca itu sudah dilupakan.</translation>
    </message>
    <message>
        <source>The remembered columns of spreadsheets; one that is wrong is forgotten.</source>
        <translation>Kolom lembar kerja yang diingat; yang keliru dapat dilupakan.</translation>
    </message>
    <message>
        <source>The index was made anew: %1 entries.</source>
        <translation>Indeks sudah disusun ulang: %1 entri.</translation>
    </message>
    <message>
        <source>Make the index of the search anew</source>
        <translation>Susun ulang indeks pencarian</translation>
    </message>
    <message>
        <source>How foreign files are read</source>
        <translation>Cara membaca berkas dari luar</translation>
    </message>
    <message>
        <source>&amp;Remembered</source>
        <translation>&amp;Yang diingat</translation>
    </message>
    <message>
        <source>&amp;Make it anew</source>
        <translation>&amp;Susun ulang</translation>
    </message>
</context>
</TS>
