<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="id" sourcelanguage="en">
<context>
    <name>FollowUp</name>
    <message>
        <source>%1 officials · %2 to be printed · %3 printed · %4 without points</source>
        <translation>%1 pejabat · %2 perlu dicetak · %3 tercetak · %4 tanpa angka kredit</translation>
    </message>
    <message>
        <source>Into which folder?</source>
        <translation>Ke folder mana?</translation>
    </message>
    <message>
        <source>%1 sheets printed: %2</source>
        <translation>%1 lembar tercetak: %2</translation>
    </message>
    <message>
        <source>Printing credit points</source>
        <translation>Mencetak angka kredit</translation>
    </message>
    <message>
        <source>Print the sheets of all selected officials</source>
        <translation>Cetak lembar semua pejabat yang dipilih</translation>
    </message>
    <message>
        <source>Print the selected…</source>
        <translation>Cetak yang dipilih…</translation>
    </message>
    <message>
        <source>Show and print the sheet of the chosen official</source>
        <translation>Lihat dan cetak lembar pejabat yang dipilih</translation>
    </message>
    <message>
        <source>Sheet…</source>
        <translation>Lembar…</translation>
    </message>
    <message>
        <source>First year of the sum</source>
        <translation>Tahun pertama akumulasi</translation>
    </message>
    <message>
        <source>&amp;from</source>
        <translation>&amp;sejak</translation>
    </message>
    <message>
        <source>Which sheet</source>
        <translation>Lembar yang mana</translation>
    </message>
    <message>
        <source>Sum of years</source>
        <translation>Akumulasi beberapa tahun</translation>
    </message>
    <message>
        <source>Conversion of the year</source>
        <translation>Konversi tahun ini</translation>
    </message>
    <message>
        <source>From the closed predicate of the year, the tier of the post and the whole months of the plan. The determination (PAK) with points of earlier years stands under Next rank.</source>
        <translation>Dari predikat final tahun ini, jenjang jabatan, dan bulan penuh SKP. Penetapan (PAK) beserta angka kredit terdahulu ada pada Pangkat berikut.</translation>
    </message>
    <message>
        <source>Credit points of functional officials</source>
        <translation>Angka kredit pejabat fungsional</translation>
    </message>
    <message>
        <source>Every objection of this year is decided. Take the filter out to see them.</source>
        <translation>Semua keberatan tahun ini sudah diputus. Lepas penyaring untuk melihatnya.</translation>
    </message>
    <message>
        <source>No objection in this year. A letter that comes is entered in Assessment, Objections.</source>
        <translation>Tidak ada keberatan pada tahun ini. Surat yang datang dicatat di Penilaian, Keberatan.</translation>
    </message>
    <message>
        <source>Decided</source>
        <translation>Sudah diputus</translation>
    </message>
    <message>
        <source>Still open</source>
        <translation>Belum diputus</translation>
    </message>
    <message>
        <source>%1 open, %2 of them heard · %3 decided</source>
        <translation>%1 terbuka, %2 di antaranya sudah didengar · %3 diputus</translation>
    </message>
    <message>
        <source>Go to the chosen objection</source>
        <translation>Buka keberatan yang dipilih</translation>
    </message>
    <message>
        <source>Go to the objection</source>
        <translation>Buka keberatan</translation>
    </message>
    <message>
        <source>All periods of the year in the head. The superior decides within his working days, after both sides were heard; Enter leads there.</source>
        <translation>Semua periode pada tahun di atas. Atasan memutus dalam hari kerjanya setelah kedua pihak didengar; Enter membawa ke sana.</translation>
    </message>
    <message>
        <source>Objections still open</source>
        <translation>Keberatan yang belum diputus</translation>
    </message>
    <message>
        <source>Objections of the year</source>
        <translation>Keberatan tahun ini</translation>
    </message>
    <message>
        <source>%1 to be guided · %2 not yet · %3 without B.1.9 · %4 closed</source>
        <translation>%1 perlu dibina · %2 belum · %3 tanpa B.1.9 · %4 penilaian ditutup</translation>
    </message>
    <message>
        <source>Show the evaluation of the chosen person</source>
        <translation>Lihat penilaian pegawai yang dipilih</translation>
    </message>
    <message>
        <source>Show the evaluation</source>
        <translation>Lihat penilaian</translation>
    </message>
    <message>
        <source>Record guidance of the chosen person</source>
        <translation>Catat bimbingan pegawai yang dipilih</translation>
    </message>
    <message>
        <source>Record guidance…</source>
        <translation>Catat bimbingan…</translation>
    </message>
    <message>
        <source>Everybody whose closed predicate is below Good. What is recorded after the period counts; counselling is confidential and not shown.</source>
        <translation>Semua pegawai dengan predikat final di bawah Baik. Yang dihitung adalah catatan sesudah periode; konseling bersifat rahasia dan tidak ditampilkan.</translation>
    </message>
    <message>
        <source>Who is to be guided</source>
        <translation>Siapa yang perlu dibina</translation>
    </message>
    <message>
        <source>People to be guided</source>
        <translation>Pegawai yang perlu pembinaan</translation>
    </message>
    <message>
        <source>Why, and what is to be done</source>
        <translation>Mengapa, dan apa yang harus dilakukan</translation>
    </message>
    <message>
        <source>Shown</source>
        <translation>Ditampilkan</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Keadaan</translation>
    </message>
    <message>
        <source>Credit points</source>
        <translation>Angka kredit</translation>
    </message>
    <message>
        <source>Open objections</source>
        <translation>Keberatan terbuka</translation>
    </message>
    <message>
        <source>To be guided</source>
        <translation>Perlu pembinaan</translation>
    </message>
</context>
<context>
    <name>FollowUpTables</name>
    <message>
        <source>Clock</source>
        <translation>Tenggat</translation>
    </message>
    <message>
        <source>Decide by</source>
        <translation>Batas putusan</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Diterima</translation>
    </message>
    <message>
        <source>Decides</source>
        <translation>Pemutus</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Periode</translation>
    </message>
    <message>
        <source>How far</source>
        <translation>Keadaan</translation>
    </message>
    <message>
        <source>Post</source>
        <translation>Jabatan</translation>
    </message>
    <message>
        <source>Months</source>
        <translation>Bulan</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Nomor</translation>
    </message>
    <message>
        <source>Next rank</source>
        <translation>Pangkat berikut</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>Angka kredit</translation>
    </message>
    <message>
        <source>Tier</source>
        <translation>Jenjang</translation>
    </message>
    <message>
        <source>Counts from</source>
        <translation>Dihitung sejak</translation>
    </message>
    <message>
        <source>Behaviour</source>
        <translation>Perilaku</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>Hasil kerja</translation>
    </message>
    <message>
        <source>NIP</source>
        <translation>NIP</translation>
    </message>
    <message>
        <source>Last on</source>
        <translation>Terakhir</translation>
    </message>
    <message>
        <source>Records</source>
        <translation>Catatan</translation>
    </message>
    <message>
        <source>Rater</source>
        <translation>Pejabat Penilai</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Unit kerja</translation>
    </message>
    <message>
        <source>Predicate</source>
        <translation>Predikat</translation>
    </message>
    <message>
        <source>Employee</source>
        <translation>Pegawai</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Keadaan</translation>
    </message>
</context>
<context>
    <name>FollowUpWhy</name>
    <message>
        <source>Grounds of the decision</source>
        <translation>Pertimbangan putusan</translation>
    </message>
    <message>
        <source>Statement of the rater</source>
        <translation>Keterangan Pejabat Penilai</translation>
    </message>
    <message>
        <source>Statement of the employee</source>
        <translation>Keterangan pegawai</translation>
    </message>
    <message>
        <source>Reasons</source>
        <translation>Alasan</translation>
    </message>
    <message>
        <source>not written down yet</source>
        <translation>belum ditulis</translation>
    </message>
    <message>
        <source>New predicate: %1</source>
        <translation>Predikat baru: %1</translation>
    </message>
    <message>
        <source>Decide by %1</source>
        <translation>Diputus paling lambat %1</translation>
    </message>
    <message>
        <source>Predicate objected to: %1</source>
        <translation>Predikat yang dikeberatkan: %1</translation>
    </message>
    <message>
        <source>Decides: %1</source>
        <translation>Pemutus: %1</translation>
    </message>
    <message>
        <source>Received %1</source>
        <translation>Diterima %1</translation>
    </message>
    <message>
        <source>The sheet</source>
        <translation>Lembarnya</translation>
    </message>
    <message>
        <source>What it is for</source>
        <translation>Untuk apa</translation>
    </message>
    <message>
        <source>Points of earlier letters are not in this sum; see Next rank.</source>
        <translation>Angka kredit dari penetapan terdahulu tidak ikut dijumlahkan; lihat Pangkat berikut.</translation>
    </message>
    <message>
        <source>Needed for the next tier: %1</source>
        <translation>Kebutuhan untuk jenjang berikut: %1</translation>
    </message>
    <message>
        <source>Needed for the next rank: %1</source>
        <translation>Kebutuhan untuk pangkat berikut: %1</translation>
    </message>
    <message>
        <source>Sum: %1</source>
        <translation>Jumlah: %1</translation>
    </message>
    <message>
        <source>How it was reckoned</source>
        <translation>Cara menghitungnya</translation>
    </message>
    <message>
        <source>Why no points</source>
        <translation>Mengapa tanpa angka kredit</translation>
    </message>
    <message>
        <source>Recommendation of the rater</source>
        <translation>Rekomendasi Pejabat Penilai</translation>
    </message>
    <message>
        <source>Recorded since</source>
        <translation>Yang tercatat sejak itu</translation>
    </message>
    <message>
        <source>Where it stands</source>
        <translation>Sampai di mana</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Mengapa</translation>
    </message>
    <message>
        <source>Rater: %1</source>
        <translation>Pejabat Penilai: %1</translation>
    </message>
</context>
</TS>
