<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="id" sourcelanguage="en">
<context>
    <name>Grid</name>
    <message>
        <source>type into {count} cells</source>
        <translation>ketik {count} sel</translation>
    </message>
    <message>
        <source>paste {count} cells</source>
        <translation>tempel {count} sel</translation>
    </message>
    <message>
        <source>fill {count} cells down</source>
        <translation>isi {count} sel ke bawah</translation>
    </message>
    <message>
        <source>fill {count} cells to the right</source>
        <translation>isi {count} sel ke kanan</translation>
    </message>
    <message>
        <source>clear {count} cells</source>
        <translation>kosongkan {count} sel</translation>
    </message>
    <message>
        <source>cut {count} cells</source>
        <translation>potong {count} sel</translation>
    </message>
    <message>
        <source>set {count} cells</source>
        <translation>isi {count} sel</translation>
    </message>
    <message>
        <source>take back what was typed in {count} cells</source>
        <translation>tarik ketikan di {count} sel</translation>
    </message>
    <message>
        <source>+ new</source>
        <translation>+ baru</translation>
    </message>
    <message>
        <source>→ changed</source>
        <translation>→ berubah</translation>
    </message>
    <message>
        <source>= same</source>
        <translation>= sama</translation>
    </message>
    <message>
        <source>✗ refused</source>
        <translation>✗ ditolak</translation>
    </message>
    <message>
        <source>Looking at the block</source>
        <translation>Memeriksa blok</translation>
    </message>
    <message>
        <source>⚠ {count} cells are not saved: {why}</source>
        <translation>⚠ {count} sel tidak disimpan: {why}</translation>
    </message>
    <message>
        <source>Done: {deed}. Ctrl+Z takes it back.</source>
        <translation>Selesai: {deed}. Ctrl+Z mengurungkan.</translation>
    </message>
    <message>
        <source>Saving {count} cells</source>
        <translation>Menyimpan {count} sel</translation>
    </message>
    <message>
        <source>There is nothing to undo here.</source>
        <translation>Tidak ada yang dapat diurungkan di sini.</translation>
    </message>
    <message>
        <source>There is nothing to do again here.</source>
        <translation>Tidak ada yang dapat diulangi di sini.</translation>
    </message>
    <message>
        <source>Undone: {deed}</source>
        <translation>Diurungkan: {deed}</translation>
    </message>
    <message>
        <source>Done again: {deed}</source>
        <translation>Diulangi: {deed}</translation>
    </message>
    <message>
        <source>Undo: {deed}</source>
        <translation>Urungkan: {deed}</translation>
    </message>
    <message>
        <source>Do again: {deed}</source>
        <translation>Ulangi: {deed}</translation>
    </message>
    <message>
        <source>Undo in the grid</source>
        <translation>Urungkan di tabel</translation>
    </message>
    <message>
        <source>Do again in the grid</source>
        <translation>Ulangi di tabel</translation>
    </message>
    <message>
        <source>Copy the block</source>
        <translation>Salin blok</translation>
    </message>
    <message>
        <source>Cut the block</source>
        <translation>Potong blok</translation>
    </message>
    <message>
        <source>Paste a block</source>
        <translation>Tempel blok</translation>
    </message>
    <message>
        <source>Fill down</source>
        <translation>Isi ke bawah</translation>
    </message>
    <message>
        <source>Fill to the right</source>
        <translation>Isi ke kanan</translation>
    </message>
    <message>
        <source>Clear the block</source>
        <translation>Kosongkan blok</translation>
    </message>
    <message>
        <source>Find in the grid, next place</source>
        <translation>Cari di tabel, tempat berikutnya</translation>
    </message>
    <message>
        <source>Select the column</source>
        <translation>Pilih kolom</translation>
    </message>
    <message>
        <source>Select the row</source>
        <translation>Pilih baris</translation>
    </message>
    <message>
        <source>✗ {count} cells are red and not saved</source>
        <translation>✗ {count} sel merah, belum disimpan</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>kosong</translation>
    </message>
</context>
<context>
    <name>GridFind</name>
    <message>
        <source>Find in the grid</source>
        <translation>Cari di tabel</translation>
    </message>
    <message>
        <source>Previous place (Shift+Enter)</source>
        <translation>Tempat sebelumnya (Shift+Enter)</translation>
    </message>
    <message>
        <source>Next place (Enter)</source>
        <translation>Tempat berikutnya (Enter)</translation>
    </message>
    <message>
        <source>Back to the grid (Esc)</source>
        <translation>Kembali ke tabel (Esc)</translation>
    </message>
    <message>
        <source>not found</source>
        <translation>tidak ditemukan</translation>
    </message>
    <message>
        <source>looking further…</source>
        <translation>mencari lebih jauh…</translation>
    </message>
</context>
<context>
    <name>GridPreview</name>
    <message>
        <source>Row</source>
        <translation>Baris</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>Kolom</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Sebelum</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Sesudah</translation>
    </message>
    <message>
        <source>What happens, and why</source>
        <translation>Yang terjadi, dan sebabnya</translation>
    </message>
    <message>
        <source>Preview of the block</source>
        <translation>Pratinjau blok</translation>
    </message>
    <message>
        <source>Cells of the block</source>
        <translation>Sel-sel blok</translation>
    </message>
    <message>
        <source>Take &amp;nothing</source>
        <translation>Jangan ambil apa &amp;pun</translation>
    </message>
    <message>
        <source>&amp;Take the {good} good cells</source>
        <translation>&amp;Ambil {good} sel yang baik</translation>
    </message>
    <message>
        <source>{all} cells: {new} new, {changed} would be overwritten, {same} stay the same, {refused} refused. Nothing has been changed yet.</source>
        <translation>{all} sel: {new} baru, {changed} akan ditimpa, {same} tetap sama, {refused} ditolak. Belum ada yang diubah.</translation>
    </message>
</context>
</TS>
