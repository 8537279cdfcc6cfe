<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="id" sourcelanguage="en">
<context>
    <name>Ledger</name>
    <message>
        <source>for a colleague</source>
        <translation>untuk PC rekan</translation>
    </message>
    <message>
        <source>on the stick, not yet confirmed</source>
        <translation>di flashdisk, belum dikonfirmasi</translation>
    </message>
    <message>
        <source>packed, not written yet</source>
        <translation>dikemas, belum ditulis</translation>
    </message>
</context>
<context>
    <name>PackingDialog</name>
    <message>
        <source>Go to %1</source>
        <translation>Ke %1</translation>
    </message>
    <message>
        <source>Stays here: %1 (%2)</source>
        <translation>Tetap di sini: %1 (%2)</translation>
    </message>
    <message>
        <source>Compared with package no. %1, which the region accepted; %2 records differ.</source>
        <translation>Dibandingkan dengan kiriman no. %1 yang diterima wilayah; %2 catatan berbeda.</translation>
    </message>
    <message>
        <source>No package of this period was accepted yet: everything is new.</source>
        <translation>Belum ada kiriman periode ini yang diterima: semuanya baru.</translation>
    </message>
    <message>
        <source>The work in hand goes along; confidential notes never do.</source>
        <translation>Pekerjaan yang belum selesai ikut; catatan rahasia tidak pernah ikut.</translation>
    </message>
    <message>
        <source>%1, %2: would be no. %3, for %4.</source>
        <translation>%1, %2: akan menjadi no. %3, untuk %4.</translation>
    </message>
    <message>
        <source>%1, %2: would be no. %3, for the other PCs of this agency.</source>
        <translation>%1, %2: akan menjadi no. %3, untuk PC lain di instansi ini.</translation>
    </message>
    <message>
        <source>%1, %2: the same as package no. %3. That file will be written again.</source>
        <translation>%1, %2: sama dengan kiriman no. %3. Berkas itu akan ditulis lagi.</translation>
    </message>
    <message>
        <source>Pack...</source>
        <translation>Kemas...</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Tutup</translation>
    </message>
    <message>
        <source>What changed (%1)</source>
        <translation>Yang berubah (%1)</translation>
    </message>
    <message>
        <source>What changed</source>
        <translation>Yang berubah</translation>
    </message>
    <message>
        <source>What goes</source>
        <translation>Yang dikirim</translation>
    </message>
    <message>
        <source>Before packing</source>
        <translation>Sebelum mengemas</translation>
    </message>
    <message>
        <source>Fields</source>
        <translation>Isian</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Tentang</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Perubahan</translation>
    </message>
    <message>
        <source>Control totals</source>
        <translation>Jumlah kontrol</translation>
    </message>
    <message>
        <source>Removed</source>
        <translation>Dihapus</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Berubah</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Baru</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Baris</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabel</translation>
    </message>
</context>
<context>
    <name>HandoverPage</name>
    <message>
        <source>Pack for a colleague's PC...</source>
        <translation>Kemas untuk PC rekan...</translation>
    </message>
    <message>
        <source>Write the same file again...</source>
        <translation>Tulis lagi berkas yang sama...</translation>
    </message>
    <message>
        <source>Note as given away</source>
        <translation>Catat sudah diserahkan</translation>
    </message>
    <message>
        <source>Writing</source>
        <translation>Menulis</translation>
    </message>
    <message>
        <source>Written again: %1</source>
        <translation>Ditulis lagi: %1</translation>
    </message>
    <message>
        <source>Noted: %1 was given away.</source>
        <translation>Dicatat: %1 sudah diserahkan.</translation>
    </message>
    <message>
        <source>Looking at what would go</source>
        <translation>Memeriksa yang akan dikirim</translation>
    </message>
</context>
</TS>
