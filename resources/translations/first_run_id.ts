<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="id" sourcelanguage="en">
<context>
    <name>PracticeBand</name>
    <message>
        <source>PRACTICE</source>
        <translation>LATIHAN</translation>
    </message>
    <message>
        <source>A copy of your own data. Nothing done here changes the real data.</source>
        <translation>Salinan data Anda sendiri. Apa pun di sini tidak mengubah data yang sebenarnya.</translation>
    </message>
    <message>
        <source>A made-up agency. Try everything; no real office takes what comes out of it.</source>
        <translation>Instansi rekaan. Silakan coba semuanya; hasilnya tidak diterima kantor mana pun.</translation>
    </message>
</context>
</TS>
