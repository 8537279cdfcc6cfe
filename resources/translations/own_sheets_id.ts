<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="id" sourcelanguage="en">
<context>
    <name>SheetDialog</name>
    <message>
        <source>&amp;Print into a folder…</source>
        <translation>&amp;Cetak ke folder…</translation>
    </message>
    <message>
        <source>On &amp;paper…</source>
        <translation>Ke &amp;printer…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Tutup</translation>
    </message>
    <message>
        <source>P&amp;aper</source>
        <translation>&amp;Kertas</translation>
    </message>
    <message>
        <source>Printed and in the register of documents: %1</source>
        <translation>Tercetak dan masuk register dokumen: %1</translation>
    </message>
    <message>
        <source>Into which folder?</source>
        <translation>Ke folder mana?</translation>
    </message>
</context>
<context>
    <name>OwnSheetsTab</name>
    <message>
        <source>Other sheets</source>
        <translation>Lembar lain</translation>
    </message>
    <message>
        <source>Print the chosen one…</source>
        <translation>Cetak yang dipilih…</translation>
    </message>
    <message>
        <source>Print all…</source>
        <translation>Cetak semua…</translation>
    </message>
    <message>
        <source>Print the chosen sheet</source>
        <translation>Cetak lembar yang dipilih</translation>
    </message>
    <message>
        <source>Sheets that can be printed</source>
        <translation>Lembar yang dapat dicetak</translation>
    </message>
    <message>
        <source>Choose a line to see its sheet here.</source>
        <translation>Pilih satu baris untuk melihat lembarnya di sini.</translation>
    </message>
    <message>
        <source>%1 sheets printed: %2</source>
        <translation>%1 lembar tercetak: %2</translation>
    </message>
    <message>
        <source>Into which folder?</source>
        <translation>Ke folder mana?</translation>
    </message>
    <message>
        <source>Nothing to print in this period yet: evaluations must have a predicate.</source>
        <translation>Belum ada yang dapat dicetak pada periode ini: penilaian harus sudah berpredikat.</translation>
    </message>
    <message>
        <source>%1 sheets</source>
        <translation>%1 lembar</translation>
    </message>
</context>
<context>
    <name>GuidanceTab</name>
    <message>
        <source>Print…</source>
        <translation>Cetak…</translation>
    </message>
    <message>
        <source>Print the chosen record</source>
        <translation>Cetak catatan yang dipilih</translation>
    </message>
</context>
<context>
    <name>HandoverPage</name>
    <message>
        <source>Print the receipt...</source>
        <translation>Cetak tanda terima...</translation>
    </message>
    <message>
        <source>Print the receipt</source>
        <translation>Cetak tanda terima</translation>
    </message>
    <message>
        <source>Receipt %1</source>
        <translation>Tanda terima %1</translation>
    </message>
</context>
</TS>
