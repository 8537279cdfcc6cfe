<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="id" sourcelanguage="en">
<context>
    <name>UnitSheetTable</name>
    <message><source>Unit</source><translation>Unit</translation></message>
    <message><source>People</source><translation>Pegawai</translation></message>
    <message><source>Sheet</source><translation>Lembar</translation></message>
</context>
<context>
    <name>WriteSheetsDialog</name>
    <message><source>Fill-in &amp;sheets for units…</source><translation>Lembar i&amp;sian untuk unit…</translation></message>
    <message><source>Fill-in sheets for units</source><translation>Lembar isian untuk unit</translation></message>
    <message><source>Actuals</source><translation>Realisasi</translation></message>
    <message><source>Ratings</source><translation>Rating</translation></message>
    <message><source>Plans (SKP)</source><translation>SKP</translation></message>
    <message><source>Kind of sheet</source><translation>Jenis lembar</translation></message>
    <message><source>{period}. One workbook a unit, filled in without MeritDesk: it covers the unit and everything below it. Choose one or more units; Ctrl and Shift choose several.</source><translation>{period}. Satu buku kerja per unit, diisi tanpa MeritDesk: mencakup unit itu dan semua unit di bawahnya. Pilih satu unit atau lebih; tahan Ctrl atau Shift untuk memilih beberapa.</translation></message>
    <message><source>Search units</source><translation>Cari unit</translation></message>
    <message><source>Units and their sheets</source><translation>Unit dan lembarnya</translation></message>
    <message><source>&amp;Folder…</source><translation>&amp;Folder…</translation></message>
    <message><source>Cancel</source><translation>Batal</translation></message>
    <message><source>&amp;Open the folder</source><translation>&amp;Buka folder</translation></message>
    <message><source>Close</source><translation>Tutup</translation></message>
    <message><source>Progress</source><translation>Kemajuan</translation></message>
    <message><source>There are no units yet. Import the units first.</source><translation>Belum ada unit. Impor unit kerja lebih dulu.</translation></message>
    <message><source>Cancelled. Sheets written so far stay.</source><translation>Dibatalkan. Lembar yang sudah ditulis tetap ada.</translation></message>
    <message><source>{count} sheets written to {folder}. Units without rows: {empty}.</source><translation>{count} lembar ditulis ke {folder}. Unit tanpa baris: {empty}.</translation></message>
    <message><source>&amp;Write {count} sheets</source><translation>&amp;Tulis {count} lembar</translation></message>
    <message><source>Into the folder {folder}</source><translation>Ke folder {folder}</translation></message>
</context>
<context>
    <name>ImportVerbs</name>
    <message><source>Fill-in sheet: actuals</source><translation>Lembar isian: realisasi</translation></message>
    <message><source>Fill-in sheet: ratings</source><translation>Lembar isian: rating</translation></message>
    <message><source>Fill-in sheet: plans</source><translation>Lembar isian: SKP</translation></message>
    <message><source>A sheet that MeritDesk wrote for a unit, filled in. Only cells that the unit touched count; what the desk changed meanwhile is never overwritten.</source><translation>Lembar yang ditulis MeritDesk untuk sebuah unit, sudah diisi. Hanya sel yang diubah unit yang dihitung; yang diubah di sini sementara itu tidak pernah ditimpa.</translation></message>
</context>
</TS>
