<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="id" sourcelanguage="en">
<context>
    <name>BulkDialog</name>
    <message>
        <source>Change many at once</source>
        <translation>Ubah banyak sekaligus</translation>
    </message>
    <message>
        <source>Change man&amp;y…</source>
        <translation>&amp;Ubah banyak…</translation>
    </message>
    <message>
        <source>Change one field of the chosen rows ({key})</source>
        <translation>Ubah satu kolom pada baris yang dipilih ({key})</translation>
    </message>
    <message>
        <source>Choose rows first: Shift or Ctrl with a click or arrows.</source>
        <translation>Pilih baris lebih dulu: Shift atau Ctrl dengan klik atau panah.</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>Baris</translation>
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
        <source>= stays the same</source>
        <translation>= tetap sama</translation>
    </message>
    <message>
        <source>– left out</source>
        <translation>– tidak ikut</translation>
    </message>
    <message>
        <source>→ changes</source>
        <translation>→ berubah</translation>
    </message>
    <message>
        <source>{count} chosen rows</source>
        <translation>{count} baris dipilih</translation>
    </message>
    <message>
        <source>&amp;Field</source>
        <translation>&amp;Kolom</translation>
    </message>
    <message>
        <source>&amp;How</source>
        <translation>&amp;Cara</translation>
    </message>
    <message>
        <source>&amp;Value</source>
        <translation>&amp;Nilai</translation>
    </message>
    <message>
        <source>Replaced &amp;by</source>
        <translation>&amp;Diganti dengan</translation>
    </message>
    <message>
        <source>Counts &amp;from (TMT)</source>
        <translation>&amp;TMT (mulai berlaku)</translation>
    </message>
    <message>
        <source>&amp;Letter or reason</source>
        <translation>&amp;Surat atau alasan</translation>
    </message>
    <message>
        <source>Before and after of each row</source>
        <translation>Sebelum dan sesudah tiap baris</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Batal</translation>
    </message>
    <message>
        <source>Change the rows</source>
        <translation>Ubah baris-baris itu</translation>
    </message>
    <message>
        <source>Set to</source>
        <translation>Isi dengan</translation>
    </message>
    <message>
        <source>Replace in the text</source>
        <translation>Ganti di dalam teks</translation>
    </message>
    <message>
        <source>Copy from</source>
        <translation>Salin dari</translation>
    </message>
    <message>
        <source>Choose a field and a value: what each row becomes is listed before anything is changed.</source>
        <translation>Pilih kolom dan nilai: hasil tiap baris ditampilkan lebih dulu sebelum ada yang diubah.</translation>
    </message>
    <message>
        <source>{all} rows: {changed} change, {out} left out, {same} stay the same, {refused} refused.</source>
        <translation>{all} baris: {changed} berubah, {out} tidak ikut, {same} tetap sama, {refused} ditolak.</translation>
    </message>
    <message>
        <source>&amp;Change {count} rows</source>
        <translation>Ubah {count} &amp;baris</translation>
    </message>
    <message>
        <source>{count} rows changed.</source>
        <translation>{count} baris diubah.</translation>
    </message>
    <message>
        <source>{count} rows changed, {refused} refused.</source>
        <translation>{count} baris diubah, {refused} ditolak.</translation>
    </message>
</context>
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
        <source>Go to the next red cell</source>
        <translation>Ke sel merah berikutnya</translation>
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
        <source>✗ {count} cells are red and not saved (F8)</source>
        <translation>✗ {count} sel merah, belum disimpan (F8)</translation>
    </message>
    <message>
        <source>{count} more on another list</source>
        <translation>{count} lagi di daftar lain</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>kosong</translation>
    </message>
    <message>
        <source>No cell is red: everything is saved.</source>
        <translation>Tidak ada sel merah: semuanya tersimpan.</translation>
    </message>
    <message>
        <source>{count} cells selected</source>
        <translation>{count} sel dipilih</translation>
    </message>
    <message>
        <source>sum {sum} · mean {mean}</source>
        <translation>jumlah {sum} · rata-rata {mean}</translation>
    </message>
    <message>
        <source>This was typed and not entered. F2 and Enter save it, Esc takes it back.</source>
        <translation>Ini diketik dan belum dimasukkan. F2 lalu Enter menyimpannya, Esc membatalkannya.</translation>
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
<context>
    <name>PlanBulk</name>
    <message>
        <source>A day such as 02-01-2025 or 2 January 2025.</source>
        <translation>Tanggal seperti 02-01-2025 atau 2 Januari 2025.</translation>
    </message>
    <message>
        <source>In results and indicators of drafts; a plan that is fixed is revised first.</source>
        <translation>Pada hasil kerja dan indikator SKP yang masih konsep; SKP yang sudah ditetapkan direvisi lebih dulu.</translation>
    </message>
    <message>
        <source>Fixed on</source>
        <translation>Ditetapkan tanggal</translation>
    </message>
    <message>
        <source>Signed by the employee on</source>
        <translation>Ditandatangani pegawai tanggal</translation>
    </message>
    <message>
        <source>Signed by the rater on</source>
        <translation>Ditandatangani penilai tanggal</translation>
    </message>
    <message>
        <source>Wording</source>
        <translation>Kata-kata</translation>
    </message>
</context>
<context>
    <name>StaffBulk</name>
    <message>
        <source>A dated change: the plans and the rater follow as in the change wizard.</source>
        <translation>Perubahan bertanggal: SKP dan penilai menyusul seperti pada perubahan satu pegawai.</translation>
    </message>
    <message>
        <source>Put right as it stands, without a date.</source>
        <translation>Diperbaiki sebagaimana adanya, tanpa tanggal.</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>Post</source>
        <translation>Jabatan</translation>
    </message>
    <message>
        <source>Grade</source>
        <translation>Golongan</translation>
    </message>
    <message>
        <source>Named rater</source>
        <translation>Penilai yang ditunjuk</translation>
    </message>
    <message>
        <source>Legal status</source>
        <translation>Kedudukan hukum</translation>
    </message>
    <message>
        <source>Education</source>
        <translation>Pendidikan</translation>
    </message>
    <message>
        <source>Title before the name</source>
        <translation>Gelar depan</translation>
    </message>
    <message>
        <source>Title after the name</source>
        <translation>Gelar belakang</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nama</translation>
    </message>
</context>
</TS>
