<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="id_ID" sourcelanguage="en">
<context>
    <name>Finder</name>
    <message>
        <source>Find people, units, papers, actions and settings</source>
        <translation>Cari pegawai, unit, dokumen, tindakan, dan pengaturan</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>Yang ditemukan</translation>
    </message>
    <message>
        <source>Nothing found. Type a name, part of a NIP, a unit, a document number, or: cetak D.1.1 puskesmas</source>
        <translation>Tidak ada yang cocok. Ketik nama, bagian NIP, unit, nomor dokumen, atau: cetak D.1.1 puskesmas</translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>Lately</source>
        <translation>Baru saja dipakai</translation>
    </message>
    <message>
        <source>Do at once</source>
        <translation>Langsung kerjakan</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Pegawai</translation>
    </message>
    <message>
        <source>Parts of the window</source>
        <translation>Bagian jendela</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>Unit kerja</translation>
    </message>
    <message>
        <source>Papers</source>
        <translation>Dokumen cetak</translation>
    </message>
    <message>
        <source>Rooms and commands</source>
        <translation>Ruang dan perintah</translation>
    </message>
    <message>
        <source>Actions</source>
        <translation>Tindakan</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Pengaturan</translation>
    </message>
    <message>
        <source>Texts of plans</source>
        <translation>Isi SKP</translation>
    </message>
    <message>
        <source>Print {form}</source>
        <translation>Cetak {form}</translation>
    </message>
    <message>
        <source>Import staff, units or other files</source>
        <translation>Impor pegawai, unit, atau berkas lain</translation>
    </message>
    <message>
        <source>Staff: the card</source>
        <translation>Kartu pegawai</translation>
    </message>
    <message>
        <source>Plan (SKP)</source>
        <translation>SKP</translation>
    </message>
    <message>
        <source>Rating</source>
        <translation>Penilaian</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Cetak</translation>
    </message>
    <message>
        <source>Print {form}: {name}</source>
        <translation>Cetak {form}: {name}</translation>
    </message>
    <message>
        <source>Print: {name}</source>
        <translation>Cetak: {name}</translation>
    </message>
    <message>
        <source>Rate: {name}</source>
        <translation>Nilai: {name}</translation>
    </message>
    <message>
        <source>SKP: {name}</source>
        <translation>SKP: {name}</translation>
    </message>
    <message>
        <source>{action}: choose first what it is about, then press {keys}.</source>
        <translation>{action}: pilih dahulu yang dimaksud, lalu tekan {keys}.</translation>
    </message>
</context>
</TS>
