<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="id" sourcelanguage="en">
<context>
    <name>DatesDialog</name>
    <message>
        <source>Days of the papers</source>
        <translation>Tanggal dokumen</translation>
    </message>
    <message>
        <source>For %1 people</source>
        <translation>Untuk %1 pegawai</translation>
    </message>
    <message>
        <source>the paper that each person has</source>
        <translation>dokumen milik masing-masing</translation>
    </message>
    <message>
        <source>whoever the paper asks for</source>
        <translation>sesuai dokumennya</translation>
    </message>
    <message>
        <source>&amp;Paper</source>
        <translation>&amp;Dokumen</translation>
    </message>
    <message>
        <source>&amp;Signed by</source>
        <translation>&amp;Ditandatangani oleh</translation>
    </message>
    <message>
        <source>leave as it is</source>
        <translation>biarkan</translation>
    </message>
    <message>
        <source>on this day</source>
        <translation>pada tanggal</translation>
    </message>
    <message>
        <source>clear</source>
        <translation>kosongkan</translation>
    </message>
    <message>
        <source>Whoever cannot have these days (evaluation not closed, order of days) is listed afterwards and stays as before. The whole entry can be undone.</source>
        <translation>Pegawai yang tanggalnya tidak dapat diisi (evaluasi belum ditutup, urutan tanggal) disebutkan sesudahnya dan tidak berubah. Seluruh isian dapat diurungkan.</translation>
    </message>
</context>
<context>
    <name>DeadlineTable</name>
    <message>
        <source>State</source>
        <translation>Keadaan</translation>
    </message>
    <message>
        <source>Employee</source>
        <translation>Pegawai</translation>
    </message>
    <message>
        <source>To do</source>
        <translation>Yang harus dilakukan</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Oleh</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Paling lambat</translation>
    </message>
    <message>
        <source>Time left</source>
        <translation>Sisa waktu</translation>
    </message>
    <message>
        <source>Hand over by</source>
        <translation>Sampaikan s.d.</translation>
    </message>
</context>
<context>
    <name>DeadlinesTab</name>
    <message>
        <source>Deadlines of the papers</source>
        <translation>Tenggat dokumen</translation>
    </message>
    <message>
        <source>Enter days…</source>
        <translation>Isi tanggal…</translation>
    </message>
    <message>
        <source>Objection…</source>
        <translation>Keberatan…</translation>
    </message>
    <message>
        <source>Print call sheets…</source>
        <translation>Cetak lembar panggil…</translation>
    </message>
    <message>
        <source>Late and due this week</source>
        <translation>Terlambat dan jatuh tempo minggu ini</translation>
    </message>
    <message>
        <source>Only late</source>
        <translation>Hanya yang terlambat</translation>
    </message>
    <message>
        <source>Only due this week</source>
        <translation>Hanya jatuh tempo minggu ini</translation>
    </message>
    <message>
        <source>Everything running</source>
        <translation>Semua yang berjalan</translation>
    </message>
    <message>
        <source>Only time-barred</source>
        <translation>Hanya hak yang gugur</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Unit kerja</translation>
    </message>
    <message>
        <source>Deadlines, the most urgent first</source>
        <translation>Tenggat, yang paling mendesak di atas</translation>
    </message>
    <message>
        <source>Papers and deadlines of the selected person</source>
        <translation>Dokumen dan tenggat pegawai yang dipilih</translation>
    </message>
    <message>
        <source>Enter days for the selected people</source>
        <translation>Isi tanggal untuk pegawai yang dipilih</translation>
    </message>
    <message>
        <source>Print the call sheets</source>
        <translation>Cetak lembar panggil</translation>
    </message>
    <message>
        <source>Enter an objection of the selected person</source>
        <translation>Catat keberatan pegawai yang dipilih</translation>
    </message>
    <message>
        <source>Folder for the call sheets</source>
        <translation>Folder untuk lembar panggil</translation>
    </message>
    <message>
        <source>Printing call sheets</source>
        <translation>Mencetak lembar panggil</translation>
    </message>
    <message>
        <source>Days entered for %1 people, %2 unchanged, %3 refused.</source>
        <translation>Tanggal diisi untuk %1 pegawai, %2 tetap, %3 ditolak.</translation>
    </message>
    <message>
        <source>%1 late · %2 due this week · %3 running · %4 time-barred</source>
        <translation>%1 terlambat · %2 jatuh tempo minggu ini · %3 berjalan · %4 hak gugur</translation>
    </message>
    <message>
        <source>evaluation window %1 to %2</source>
        <translation>rentang evaluasi %1 s.d. %2</translation>
    </message>
    <message>
        <source>Nobody is appraised in this period yet. Import staff and plans first.</source>
        <translation>Belum ada pegawai yang dinilai pada periode ini. Impor dulu pegawai dan SKP.</translation>
    </message>
    <message>
        <source>Whole office · %1 (%2): until %3, %4</source>
        <translation>Seluruh kantor · %1 (%2): paling lambat %3, %4</translation>
    </message>
    <message>
        <source>open for %1 of %2 units: %3</source>
        <translation>belum selesai %1 dari %2 unit: %3</translation>
    </message>
</context>
<context>
    <name>HolidayDialog</name>
    <message>
        <source>Holiday</source>
        <translation>Hari libur</translation>
    </message>
    <message>
        <source>It may still move</source>
        <translation>Masih dapat berubah</translation>
    </message>
    <message>
        <source>This office works on it all the same</source>
        <translation>Kantor ini tetap masuk kerja</translation>
    </message>
    <message>
        <source>decree or letter that says so</source>
        <translation>keputusan atau surat dasarnya</translation>
    </message>
    <message>
        <source>&amp;Day</source>
        <translation>&amp;Tanggal</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Nama</translation>
    </message>
    <message>
        <source>&amp;Kind</source>
        <translation>&amp;Jenis</translation>
    </message>
    <message>
        <source>&amp;Source</source>
        <translation>&amp;Sumber</translation>
    </message>
</context>
<context>
    <name>HolidayTable</name>
    <message>
        <source>Day</source>
        <translation>Tanggal</translation>
    </message>
    <message>
        <source>Weekday</source>
        <translation>Hari</translation>
    </message>
    <message>
        <source>Holiday</source>
        <translation>Hari libur</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Jenis</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>Keterangan</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Sumber</translation>
    </message>
</context>
<context>
    <name>HolidaysTab</name>
    <message>
        <source>Holidays</source>
        <translation>Hari libur</translation>
    </message>
    <message>
        <source>Every deadline is counted in working days over this table. Published days are there from the start; days that may still move are marked as doubtful. Add the holidays of your town yourself.</source>
        <translation>Semua tenggat dihitung dalam hari kerja menurut tabel ini. Hari yang sudah diumumkan tersedia sejak awal; hari yang masih dapat berubah ditandai meragukan. Tambahkan sendiri hari libur daerah.</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>Tahun</translation>
    </message>
    <message>
        <source>Add a day…</source>
        <translation>Tambah hari…</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Ubah…</translation>
    </message>
    <message>
        <source>We work / we are off</source>
        <translation>Masuk kerja / libur</translation>
    </message>
    <message>
        <source>As published</source>
        <translation>Seperti diumumkan</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Impor…</translation>
    </message>
    <message>
        <source>Holidays of the year</source>
        <translation>Hari libur tahun ini</translation>
    </message>
    <message>
        <source>There is no table for this year yet, so only weekends are counted. Import one (Import…) or add days.</source>
        <translation>Belum ada tabel untuk tahun ini, jadi hanya akhir pekan yang dilewati. Impor tabelnya (Impor…) atau tambahkan hari.</translation>
    </message>
    <message>
        <source>Add a day</source>
        <translation>Tambah hari libur</translation>
    </message>
    <message>
        <source>Change the chosen day</source>
        <translation>Ubah hari yang dipilih</translation>
    </message>
    <message>
        <source>Work on the chosen day, or not</source>
        <translation>Masuk kerja atau libur pada hari yang dipilih</translation>
    </message>
    <message>
        <source>Take the office's word on the chosen day back</source>
        <translation>Kembalikan hari yang dipilih seperti diumumkan</translation>
    </message>
    <message>
        <source>Import a table of holidays</source>
        <translation>Impor tabel hari libur</translation>
    </message>
    <message>
        <source>One row a day: TANGGAL and NAMA HARI LIBUR; JENIS LIBUR, MERAGUKAN, TETAP MASUK KERJA and SUMBER if you have them.</source>
        <translation>Satu baris satu hari: TANGGAL dan NAMA HARI LIBUR; JENIS LIBUR, MERAGUKAN, TETAP MASUK KERJA, dan SUMBER bila ada.</translation>
    </message>
    <message>
        <source>Holidays imported.</source>
        <translation>Hari libur diimpor.</translation>
    </message>
    <message>
        <source>Holiday table changed; all deadlines follow it.</source>
        <translation>Tabel hari libur berubah; semua tenggat mengikutinya.</translation>
    </message>
    <message>
        <source>%1 days off · %2 doubtful · %3 by the office</source>
        <translation>%1 hari libur · %2 meragukan · %3 dari kantor</translation>
    </message>
</context>
<context>
    <name>Journal</name>
    <message>
        <source>Objection decided</source>
        <translation>Keberatan diputuskan</translation>
    </message>
    <message>
        <source>Objection entered</source>
        <translation>Keberatan dicatat</translation>
    </message>
    <message>
        <source>Statement on an objection saved</source>
        <translation>Penjelasan keberatan disimpan</translation>
    </message>
    <message>
        <source>Days of papers entered</source>
        <translation>Tanggal dokumen diisi</translation>
    </message>
    <message>
        <source>Holidays taken over</source>
        <translation>Hari libur diimpor</translation>
    </message>
    <message>
        <source>Holiday put back as published</source>
        <translation>Hari libur dikembalikan seperti diumumkan</translation>
    </message>
    <message>
        <source>Holiday table changed</source>
        <translation>Tabel hari libur diubah</translation>
    </message>
    <message>
        <source>Settings changed</source>
        <translation>Pengaturan diubah</translation>
    </message>
</context>
<context>
    <name>ObjectionDialog</name>
    <message>
        <source>New objection</source>
        <translation>Keberatan baru</translation>
    </message>
    <message>
        <source>empty: the superior of the rater</source>
        <translation>kosong: atasan pejabat penilai</translation>
    </message>
    <message>
        <source>&amp;NIP</source>
        <translation>&amp;NIP</translation>
    </message>
    <message>
        <source>&amp;Received by the superior on</source>
        <translation>&amp;Diterima atasan penilai pada</translation>
    </message>
    <message>
        <source>&amp;Addressee (NIP)</source>
        <translation>Ditujukan &amp;kepada (NIP)</translation>
    </message>
    <message>
        <source>R&amp;easons</source>
        <translation>&amp;Alasan</translation>
    </message>
    <message>
        <source>Only when it came after 14 working days</source>
        <translation>Hanya bila diajukan sesudah 14 hari kerja</translation>
    </message>
    <message>
        <source>Let in &amp;by</source>
        <translation>Diizinkan &amp;oleh</translation>
    </message>
    <message>
        <source>Beca&amp;use</source>
        <translation>Kar&amp;ena</translation>
    </message>
    <message>
        <source>The objection is possible until the 14th working day after receipt, even after the signature. From the day entered here the superior has 7 working days.</source>
        <translation>Keberatan dapat diajukan sampai hari kerja ke-14 sesudah dokumen diterima, juga sesudah ditandatangani. Sejak tanggal di atas atasan penilai mempunyai 7 hari kerja.</translation>
    </message>
    <message>
        <source>Enter in the register</source>
        <translation>Catat dalam register</translation>
    </message>
</context>
<context>
    <name>ObjectionTable</name>
    <message>
        <source>Number</source>
        <translation>Nomor</translation>
    </message>
    <message>
        <source>Employee</source>
        <translation>Pegawai</translation>
    </message>
    <message>
        <source>How far</source>
        <translation>Tahap</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>Keputusan</translation>
    </message>
    <message>
        <source>Decide by</source>
        <translation>Putuskan s.d.</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>Tenggat</translation>
    </message>
</context>
<context>
    <name>ObjectionsTab</name>
    <message>
        <source>Objections</source>
        <translation>Keberatan</translation>
    </message>
    <message>
        <source>New objection…</source>
        <translation>Keberatan baru…</translation>
    </message>
    <message>
        <source>Print the decision…</source>
        <translation>Cetak keputusan…</translation>
    </message>
    <message>
        <source>Save the statements</source>
        <translation>Simpan penjelasan</translation>
    </message>
    <message>
        <source>Enter the decision</source>
        <translation>Catat keputusan</translation>
    </message>
    <message>
        <source>Register of objections</source>
        <translation>Register keberatan</translation>
    </message>
    <message>
        <source>There is no objection in this period. When a letter comes, enter it with New objection…; it gets the next number, and the superior's 7 working days begin.</source>
        <translation>Belum ada keberatan pada periode ini. Bila ada surat masuk, catat dengan Keberatan baru…; keberatan mendapat nomor berikutnya dan 7 hari kerja atasan penilai mulai dihitung.</translation>
    </message>
    <message>
        <source>Reasons of the objection</source>
        <translation>Alasan keberatan</translation>
    </message>
    <message>
        <source>Statement of the employee</source>
        <translation>Penjelasan pegawai</translation>
    </message>
    <message>
        <source>Statement of the rater</source>
        <translation>Penjelasan pejabat penilai</translation>
    </message>
    <message>
        <source>Decision of the superior</source>
        <translation>Keputusan atasan penilai</translation>
    </message>
    <message>
        <source>New ratings: results, behaviour</source>
        <translation>Rating baru: hasil kerja, perilaku kerja</translation>
    </message>
    <message>
        <source>Grounds and decision in words</source>
        <translation>Pertimbangan dan bunyi keputusan</translation>
    </message>
    <message>
        <source>New recommendation (only when the result is changed)</source>
        <translation>Rekomendasi baru (hanya bila hasil diubah)</translation>
    </message>
    <message>
        <source>Decided on</source>
        <translation>Diputuskan pada</translation>
    </message>
    <message>
        <source>Enter a new objection</source>
        <translation>Catat keberatan baru</translation>
    </message>
    <message>
        <source>Save the statements of both sides</source>
        <translation>Simpan penjelasan kedua pihak</translation>
    </message>
    <message>
        <source>Enter the superior's decision</source>
        <translation>Catat keputusan atasan penilai</translation>
    </message>
    <message>
        <source>Print the record of the decision</source>
        <translation>Cetak keputusan keberatan</translation>
    </message>
    <message>
        <source>Objection %1 entered.</source>
        <translation>Keberatan %1 dicatat.</translation>
    </message>
    <message>
        <source>Change the result of %1?</source>
        <translation>Ubah hasil evaluasi %1?</translation>
    </message>
    <message>
        <source>A new version of the evaluation is made; the old one is kept. D.1.3 then replaces the document.</source>
        <translation>Dibuat versi baru evaluasi; versi lama tetap disimpan. Dokumennya diganti dengan D.1.3.</translation>
    </message>
    <message>
        <source>Change the result</source>
        <translation>Ubah hasil</translation>
    </message>
    <message>
        <source>Folder for the decision</source>
        <translation>Folder untuk keputusan</translation>
    </message>
    <message>
        <source>Statements saved.</source>
        <translation>Penjelasan disimpan.</translation>
    </message>
    <message>
        <source>Decision on %1 entered.</source>
        <translation>Keputusan atas %1 dicatat.</translation>
    </message>
    <message>
        <source>Received %1 by %2</source>
        <translation>Diterima %1 oleh %2</translation>
    </message>
    <message>
        <source>Rater: %1</source>
        <translation>Pejabat penilai: %1</translation>
    </message>
    <message>
        <source>Predicate objected to: %1</source>
        <translation>Predikat yang dikeberati: %1</translation>
    </message>
    <message>
        <source>New predicate: %1</source>
        <translation>Predikat baru: %1</translation>
    </message>
    <message>
        <source>Decide by %1 (%2)</source>
        <translation>Putuskan paling lambat %1 (%2)</translation>
    </message>
    <message>
        <source>Let in late by a named person; see the journal.</source>
        <translation>Diizinkan meskipun terlambat oleh pejabat yang disebut; lihat jurnal.</translation>
    </message>
</context>
<context>
    <name>ProcessPane</name>
    <message>
        <source>Rater: %1</source>
        <translation>Pejabat penilai: %1</translation>
    </message>
    <message>
        <source>Deadlines</source>
        <translation>Tenggat</translation>
    </message>
    <message>
        <source>To look at</source>
        <translation>Perlu dilihat</translation>
    </message>
    <message>
        <source>The evaluation is not closed yet; the papers begin with closing.</source>
        <translation>Evaluasi belum ditutup; dokumen dimulai setelah ditutup.</translation>
    </message>
    <message>
        <source>The result is final: no objection is possible.</source>
        <translation>Hasil bersifat final: keberatan tidak dapat diajukan.</translation>
    </message>
    <message>
        <source>Objection %1: %2</source>
        <translation>Keberatan %1: %2</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>paling lambat %1</translation>
    </message>
    <message>
        <source>counted from the hand-over, since no receipt is recorded</source>
        <translation>dihitung dari penyampaian, karena penerimaan belum dicatat</translation>
    </message>
    <message>
        <source>rests on doubtful holidays: %1</source>
        <translation>melewati hari libur yang masih meragukan: %1</translation>
    </message>
    <message>
        <source>no holiday table for this year</source>
        <translation>belum ada tabel hari libur untuk tahun ini</translation>
    </message>
</context>
<context>
    <name>Rooms</name>
    <message>
        <source>Deadlines</source>
        <translation>Tenggat</translation>
    </message>
    <message>
        <source>Objections</source>
        <translation>Keberatan</translation>
    </message>
    <message>
        <source>Store and journal</source>
        <translation>Penyimpanan dan jurnal</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Pengaturan</translation>
    </message>
    <message>
        <source>Holidays</source>
        <translation>Hari libur</translation>
    </message>
</context>
<context>
    <name>SettingsTab</name>
    <message>
        <source>Settings of the agency</source>
        <translation>Pengaturan instansi</translation>
    </message>
    <message>
        <source>The regulation leaves these choices to the agency or says nothing about them. Every change stands in the journal and can be undone there.</source>
        <translation>Peraturan menyerahkan pilihan ini kepada instansi atau tidak mengaturnya. Setiap perubahan tercatat dalam jurnal dan dapat diurungkan.</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Simpan</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Batalkan isian</translation>
    </message>
    <message>
        <source>Save the settings</source>
        <translation>Simpan pengaturan</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ya</translation>
    </message>
    <message>
        <source>no</source>
        <translation>tidak</translation>
    </message>
    <message>
        <source>Without a choice: %1.</source>
        <translation>Tanpa pilihan: %1.</translation>
    </message>
    <message>
        <source>Settings saved.</source>
        <translation>Pengaturan disimpan.</translation>
    </message>
</context>
</TS>
