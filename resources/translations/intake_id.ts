<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="id" sourcelanguage="en">
<context>
    <name>IntakeWizard</name>
    <message>
        <source>Cancelled. The first {rows} rows were written before and stay; import the same file again to go on.</source>
        <translation>Dibatalkan. {rows} baris pertama sudah ditulis dan tetap tersimpan; impor berkas yang sama lagi untuk melanjutkan.</translation>
    </message>
    <message>
        <source>The file {file} is not where it was. Choose it here: what was mended in it is kept.</source>
        <translation>Berkas {file} tidak ada lagi di tempatnya. Pilih di sini: yang sudah dibetulkan di dalamnya tetap disimpan.</translation>
    </message>
    <message><source>The headings are known. Change a line only where something is read wrongly.</source><translation>Judul kolomnya dikenal. Ubah satu baris hanya bila ada yang salah dibaca.</translation></message>
    <message><source>The mapping “{name}” is forgotten.</source><translation>Pemetaan “{name}” dihapus.</translation></message>
    <message><source>{count} rows were written to {file}.</source><translation>{count} baris ditulis ke {file}.</translation></message>
    <message><source>The list was saved as {file}.</source><translation>Daftar disimpan sebagai {file}.</translation></message>
    <message><source>{count} rows with comments were written to {file}. Send it back to the unit.</source><translation>{count} baris berkomentar ditulis ke {file}. Kirim kembali ke unitnya.</translation></message>
    <message><source>The import was undone.</source><translation>Impor sudah diurungkan.</translation></message>
    <message><source>{file} - refused rows.xlsx</source><translation>{file} - baris ditolak.xlsx</translation></message>
    <message><source>{file} - refused rows.csv</source><translation>{file} - baris ditolak.csv</translation></message>
    <message><source>{file} - for correction.xlsx</source><translation>{file} - untuk diperbaiki.xlsx</translation></message>
    <message><source>Cancelled. Nothing was changed.</source><translation>Dibatalkan. Tidak ada yang berubah.</translation></message>
    <message><source>Print the list of refused rows</source><translation>Cetak daftar baris ditolak</translation></message>
    <message><source>Preview, nothing written yet. {read} rows read = {added} new + {changed} changed + {same} same + {refused} refused + {conflict} to decide.</source><translation>Pratinjau, belum ada yang ditulis. {read} baris dibaca = {added} baru + {changed} berubah + {same} sama + {refused} ditolak + {conflict} perlu diputuskan.</translation></message>
    <message><source>{read} rows read = {added} new + {changed} changed + {same} same + {refused} refused + {conflict} to decide.</source><translation>{read} baris dibaca = {added} baru + {changed} berubah + {same} sama + {refused} ditolak + {conflict} perlu diputuskan.</translation></message>
    <message><source>{count} rows were left out by you.</source><translation>{count} baris Anda lewati.</translation></message>
    <message><source>{count} blank or summary rows were passed over.</source><translation>{count} baris kosong atau baris jumlah dilewati.</translation></message>
    <message><source>Row in the file</source><translation>Baris dalam berkas</translation></message>
    <message><source>What it means</source><translation>Artinya</translation></message>
    <message><source>What to do</source><translation>Yang harus dilakukan</translation></message>
    <message><source>There is nothing new to import.</source><translation>Tidak ada yang baru untuk diimpor.</translation></message>
    <message><source>clipboard</source><translation>papan klip</translation></message>
    <message><source>All files (*)</source><translation>Semua berkas (*)</translation></message>
    <message><source>Reading the file. Nothing is written yet.</source><translation>Membaca berkas. Belum ada yang ditulis.</translation></message>
    <message><source>Judging every row. Nothing is written yet.</source><translation>Memeriksa setiap baris. Belum ada yang ditulis.</translation></message>
    <message><source>Writing the good rows…</source><translation>Menulis baris yang baik…</translation></message>
    <message><source>Read by the mapping “{name}”.</source><translation>Dibaca dengan pemetaan “{name}”.</translation></message>
    <message><source>{count} cells were put right here, not in the file.</source><translation>{count} sel diperbaiki di sini, bukan di berkasnya.</translation></message>
    <message><source>The headings are not known yet. Say which column is what (F2 opens a cell); the file itself is only read.</source><translation>Judul kolomnya belum dikenal. Tentukan arti setiap kolom (F2 membuka sel); berkasnya hanya dibaca.</translation></message>
    <message><source>&amp;Back</source><translation>&amp;Kembali</translation></message>
    <message><source>Close</source><translation>Tutup</translation></message>
    <message><source>Cancel</source><translation>Batal</translation></message>
    <message><source>Save the sheet for &amp;correction…</source><translation>Simpan lembar &amp;perbaikan…</translation></message>
    <message><source>Progress</source><translation>Kemajuan</translation></message>
    <message><source>Spreadsheets ({suffixes})</source><translation>Lembar kerja ({suffixes})</translation></message>
    <message><source>1 File</source><translation>1 Berkas</translation></message>
    <message><source>2 Columns</source><translation>2 Kolom</translation></message>
    <message><source>3 Preview</source><translation>3 Pratinjau</translation></message>
    <message><source>4 Outcome</source><translation>4 Hasil</translation></message>
    <message><source>&amp;Next</source><translation>&amp;Lanjut</translation></message>
    <message><source>Import</source><translation>Impor</translation></message>
    <message><source>Row {row} is judged again…</source><translation>Baris {row} diperiksa lagi…</translation></message>
    <message><source>Import: {what}</source><translation>Impor: {what}</translation></message>
    <message><source>&amp;Import {count} rows</source><translation>&amp;Impor {count} baris</translation></message>
    <message>
        <source>Reading {file}</source>
        <translation>Membaca {file}</translation>
    </message>
    <message>
        <source>Preview: {what}</source>
        <translation>Pratinjau: {what}</translation>
    </message>
    <message>
        <source>Undo of the import: {what}</source>
        <translation>Mengurungkan impor: {what}</translation>
    </message>
    <message>
        <source>Workbook of refused rows: {file}</source>
        <translation>Buku kerja baris ditolak: {file}</translation>
    </message>
</context>
<context>
    <name>FateTable</name>
    <message><source>? to decide</source><translation>? perlu diputuskan</translation></message>
    <message><source>– left out</source><translation>– dilewati</translation></message>
    <message><source>text</source><translation>teks</translation></message>
    <message><source>figure</source><translation>angka</translation></message>
    <message><source>percentage</source><translation>persentase</translation></message>
    <message><source>feedback</source><translation>umpan balik</translation></message>
    <message><source>class set by the leader</source><translation>penilaian pimpinan</translation></message>
    <message><source>reason</source><translation>alasan</translation></message>
    <message><source>rating of results</source><translation>rating hasil kerja</translation></message>
    <message><source>rating of behaviour</source><translation>rating perilaku kerja</translation></message>
    <message><source>note</source><translation>catatan</translation></message>
    <message><source>level</source><translation>capaian</translation></message>
    <message><source>source</source><translation>sumber</translation></message>
    <message><source>published on</source><translation>tanggal</translation></message>
    <message><source>kind</source><translation>jenis</translation></message>
    <message><source>result above</source><translation>RHK pimpinan</translation></message>
    <message><source>assigned by</source><translation>penugasan dari</translation></message>
    <message><source>indicator</source><translation>indikator</translation></message>
    <message><source>aspect</source><translation>aspek</translation></message>
    <message><source>perspective</source><translation>perspektif</translation></message>
    <message><source>target</source><translation>target</translation></message>
    <message><source>lower bound</source><translation>batas bawah</translation></message>
    <message><source>upper bound</source><translation>batas atas</translation></message>
    <message><source>measure</source><translation>satuan</translation></message>
    <message><source>direction</source><translation>arah</translation></message>
    <message><source>strategic goal</source><translation>sasaran strategis</translation></message>
    <message><source>group</source><translation>kelompok</translation></message>
    <message><source>way of counting</source><translation>cara hitung</translation></message>
    <message><source>trajectory</source><translation>trajektori</translation></message>
    <message><source>draft</source><translation>draf</translation></message>
    <message><source>evidence</source><translation>bukti dukung</translation></message>
    <message><source>doubtful</source><translation>meragukan</translation></message>
    <message><source>day off</source><translation>hari libur</translation></message>
</context>
<context>
    <name>IntakeMapping</name>
    <message><source>For&amp;get it</source><translation>Lu&amp;pakan</translation></message>
    <message><source>What the words of “{column}” mean</source><translation>Arti isi kolom “{column}”</translation></message>
    <message><source>&amp;Import as:</source><translation>&amp;Impor sebagai:</translation></message>
    <message><source>&amp;Row of headings:</source><translation>&amp;Baris judul:</translation></message>
    <message><source>none</source><translation>tidak ada</translation></message>
    <message><source>R&amp;emembered:</source><translation>&amp;Tersimpan:</translation></message>
    <message><source>Re&amp;member this mapping as</source><translation>I&amp;ngat pemetaan ini sebagai</translation></message>
    <message><source>Name, for instance where such files come from</source><translation>Nama, misalnya asal berkas seperti ini</translation></message>
    <message><source>Not in the file: one text for all rows</source><translation>Tidak ada di berkas: satu isi untuk semua baris</translation></message>
    <message><source>– choose –</source><translation>– pilih –</translation></message>
    <message><source>⚠ Still needed: {fields}.</source><translation>⚠ Masih kurang: {fields}.</translation></message>
    <message><source>{count} of {all} columns are read. Needed fields carry *.</source><translation>{count} dari {all} kolom dibaca. Yang wajib bertanda *.</translation></message>
    <message><source>Column of the file</source><translation>Kolom berkas</translation></message>
    <message><source>Examples</source><translation>Contoh isi</translation></message>
    <message><source>Read as (F2)</source><translation>Dibaca sebagai (F2)</translation></message>
    <message><source>Field</source><translation>Isian</translation></message>
    <message><source>For all rows (F2)</source><translation>Untuk semua baris (F2)</translation></message>
    <message><source>In the file</source><translation>Isi berkas</translation></message>
    <message><source>Rows</source><translation>Baris</translation></message>
    <message><source>Means (F2)</source><translation>Artinya (F2)</translation></message>
    <message><source>Columns of the file and what they are read as</source><translation>Kolom berkas dan arti masing-masing</translation></message>
    <message><source>Fields that the file lacks</source><translation>Isian yang tidak ada di berkas</translation></message>
    <message><source>Meaning of the words in the chosen column</source><translation>Arti kata pada kolom terpilih</translation></message>
    <message><source>Name of the mapping</source><translation>Nama pemetaan</translation></message>
    <message><source>Import as</source><translation>Impor sebagai</translation></message>
    <message><source>Row of headings</source><translation>Baris judul</translation></message>
    <message><source>Remembered mappings</source><translation>Pemetaan tersimpan</translation></message>
    <message><source>– not read –</source><translation>– tidak dibaca –</translation></message>
    <message><source>– as it stands –</source><translation>– apa adanya –</translation></message>
</context>
<context>
    <name>IntakeOutcome</name>
    <message><source>Save a &amp;workbook of refused rows…</source><translation>Simpan &amp;buku kerja baris ditolak…</translation></message>
    <message><source>Save the &amp;list of refused rows…</source><translation>Simpan &amp;daftar baris ditolak…</translation></message>
    <message><source>&amp;Print the list…</source><translation>&amp;Cetak daftar…</translation></message>
    <message><source>&amp;Undo this import</source><translation>&amp;Urungkan impor ini</translation></message>
    <message><source>Correct the open rows here; what was written stays.</source><translation>Perbaiki baris yang tersisa di sini; yang sudah ditulis tetap.</translation></message>
    <message><source>An .xlsx with only these rows and their reasons: mend in Excel, import again.</source><translation>Berkas .xlsx berisi baris ini saja beserta alasannya: perbaiki di Excel, lalu impor lagi.</translation></message>
    <message><source>A .csv with row, reason and next step.</source><translation>Berkas .csv berisi baris, alasan dan langkah berikutnya.</translation></message>
    <message><source>The same list on paper.</source><translation>Daftar yang sama di atas kertas.</translation></message>
    <message><source>Everything is as before, as long as nothing later stands on it.</source><translation>Semua kembali seperti semula, selama belum ada perubahan lain yang bertumpu padanya.</translation></message>
    <message><source>Nothing is written</source><translation>Tidak ada yang ditulis</translation></message>
    <message><source>&amp;Mend and go on ({count})</source><translation>&amp;Perbaiki dan lanjutkan ({count})</translation></message>
    <message><source>Everything is written</source><translation>Semua sudah ditulis</translation></message>
    <message><source>Written; {count} rows are still open</source><translation>Sudah ditulis; {count} baris masih terbuka</translation></message>
</context>
<context>
    <name>IntakePreview</name>
    <message><source>Row {row}: {fate}</source><translation>Baris {row}: {fate}</translation></message>
    <message><source>&amp;{count} other rows: “{old}” → “{new}” as well</source><translation>&amp;{count} baris lain: “{old}” → “{new}” juga</translation></message>
    <message><source>Search rows (Ctrl+F)</source><translation>Cari baris (Ctrl+F)</translation></message>
    <message><source>Search rows</source><translation>Cari baris</translation></message>
    <message><source>Fate of every row</source><translation>Nasib setiap baris</translation></message>
    <message><source>Cells of the chosen row</source><translation>Sel baris terpilih</translation></message>
    <message><source>&amp;Another person</source><translation>&amp;Orang lain</translation></message>
    <message><source>The &amp;same person</source><translation>Orang yang &amp;sama</translation></message>
    <message><source>&amp;Leave this row out</source><translation>Le&amp;wati baris ini</translation></message>
    <message><source>Take the answer &amp;back</source><translation>&amp;Tarik jawaban</translation></message>
    <message><source>Column</source><translation>Kolom</translation></message>
    <message><source>Content (F2 mends)</source><translation>Isi (F2 memperbaiki)</translation></message>
    <message><source>All</source><translation>Semua</translation></message>
</context>
<context>
    <name>IntakeSource</name>
    <message><source>Units, staff, agreements, plans, actuals, ratings, levels, old years, holidays and fill-in sheets are known by their headings. Other tables are mapped column by column on the next page.</source><translation>Unit, pegawai, perjanjian kinerja, SKP, realisasi, rating, capaian, tahun lama, hari libur dan lembar isian dikenali dari judul kolomnya. Tabel lain dipetakan kolom demi kolom di halaman berikutnya.</translation></message>
    <message><source>Drop a file here (.xlsx, .xls, .ods, .csv), choose one, or copy cells in Excel and paste with Ctrl+V.</source><translation>Lepaskan berkas di sini (.xlsx, .xls, .ods, .csv), pilih berkas, atau salin sel di Excel lalu tempel dengan Ctrl+V.</translation></message>
    <message><source>&amp;Kind of file:</source><translation>&amp;Jenis berkas:</translation></message>
    <message><source>Recognise it by its headings</source><translation>Kenali dari judul kolomnya</translation></message>
    <message><source>&amp;Choose a file…</source><translation>&amp;Pilih berkas…</translation></message>
    <message><source>&amp;Paste from the clipboard</source><translation>&amp;Tempel dari papan klip</translation></message>
    <message><source>&amp;Sheet:</source><translation>&amp;Lembar:</translation></message>
    <message><source>Beginning of the sheet</source><translation>Awal lembar</translation></message>
    <message><source>Kind of file</source><translation>Jenis berkas</translation></message>
    <message><source>Sheet of the workbook</source><translation>Lembar buku kerja</translation></message>
</context>
</TS>
