<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="id" sourcelanguage="en">
<context>
    <name>Journal</name>
    <message>
        <source>Task given</source>
        <translation>Tugas diberikan</translation>
    </message>
    <message>
        <source>Problem solved</source>
        <translation>Masalah dinyatakan selesai</translation>
    </message>
    <message>
        <source>Task opened again</source>
        <translation>Tugas dibuka kembali</translation>
    </message>
    <message>
        <source>Problem opened again</source>
        <translation>Masalah dibuka kembali</translation>
    </message>
    <message>
        <source>Problem opened</source>
        <translation>Masalah dibuka</translation>
    </message>
    <message>
        <source>Team member taken out</source>
        <translation>Anggota tim dikeluarkan</translation>
    </message>
    <message>
        <source>Lead of a team named</source>
        <translation>Ketua tim ditunjuk</translation>
    </message>
    <message>
        <source>Team member entered</source>
        <translation>Anggota tim dicatat</translation>
    </message>
    <message>
        <source>Task done</source>
        <translation>Tugas selesai</translation>
    </message>
    <message>
        <source>Problem dropped</source>
        <translation>Masalah dihentikan</translation>
    </message>
    <message>
        <source>Problem closed</source>
        <translation>Masalah ditutup</translation>
    </message>
    <message>
        <source>Department called in</source>
        <translation>Unit dipanggil</translation>
    </message>
    <message>
        <source>Problem amended</source>
        <translation>Masalah diperbaiki</translation>
    </message>
    <message>
        <source>Answer of a department noted</source>
        <translation>Jawaban unit dicatat</translation>
    </message>
</context>
</TS>
