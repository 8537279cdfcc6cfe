<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="id" sourcelanguage="en">
<context>
    <name>BoardTree</name>
    <message>
        <source>Evaluation</source>
        <translation>Evaluasi</translation>
    </message>
    <message>
        <source>Signed</source>
        <translation>TTD</translation>
    </message>
    <message>
        <source>Signatures</source>
        <translation>Tanda tangan</translation>
    </message>
    <message>
        <source>%1: %2 of %3, %4 not yet</source>
        <translation>%1: %2 dari %3, %4 belum</translation>
    </message>
</context>
<context>
    <name>ChartPanel</name>
    <message>
        <source>Pattern of the level</source>
        <translation>Pola menurut capaian organisasi</translation>
    </message>
    <message>
        <source>The chart and its numbers are on the clipboard.</source>
        <translation>Grafik dan angkanya ada di papan klip.</translation>
    </message>
    <message>
        <source>Save the chart</source>
        <translation>Simpan grafik</translation>
    </message>
    <message>
        <source>Saved as %1.</source>
        <translation>Tersimpan sebagai %1.</translation>
    </message>
    <message>
        <source>Take the numbers along</source>
        <translation>Bawa angkanya</translation>
    </message>
    <message>
        <source>Picture or table</source>
        <translation>Gambar atau tabel</translation>
    </message>
    <message>
        <source>Copy picture and numbers</source>
        <translation>Salin gambar dan angka</translation>
    </message>
    <message>
        <source>Save the picture…</source>
        <translation>Simpan gambar…</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>Cetak…</translation>
    </message>
    <message>
        <source>Take the numbers along…</source>
        <translation>Bawa angkanya…</translation>
    </message>
    <message>
        <source>What to do with the chart</source>
        <translation>Tindakan untuk grafik</translation>
    </message>
    <message>
        <source>The numbers of the chart</source>
        <translation>Angka grafik</translation>
    </message>
</context>
<context>
    <name>CohortChip</name>
    <message>
        <source>Show everybody again</source>
        <translation>Tampilkan semua orang lagi</translation>
    </message>
    <message>
        <source>Only people counted on the overview: %1. Press to show everybody again.</source>
        <translation>Hanya orang yang dihitung di beranda: %1. Tekan untuk menampilkan semua lagi.</translation>
    </message>
    <message>
        <source>%1 and below</source>
        <translation>%1 dan di bawahnya</translation>
    </message>
</context>
<context>
    <name>CohortTable</name>
    <message>
        <source>Name</source>
        <translation>Nama</translation>
    </message>
    <message>
        <source>NIP</source>
        <translation>NIP</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>Rater</source>
        <translation>Penilai</translation>
    </message>
</context>
<context>
    <name>FiguresTab</name>
    <message>
        <source>Charts</source>
        <translation>Grafik</translation>
    </message>
    <message>
        <source>Print all…</source>
        <translation>Cetak semua…</translation>
    </message>
    <message>
        <source>Print all charts</source>
        <translation>Cetak semua grafik</translation>
    </message>
    <message>
        <source>Choose a unit</source>
        <translation>Pilih unit</translation>
    </message>
</context>
<context>
    <name>OverviewPage</name>
    <message>
        <source>Writing the data set</source>
        <translation>Menulis set data</translation>
    </message>
    <message>
        <source>%1 rows for analysts are in %2, without names and NIP.</source>
        <translation>%1 baris untuk analis ada di %2, tanpa nama dan NIP.</translation>
    </message>
    <message>
        <source>Where to put the data set for analysts?</source>
        <translation>Di mana set data untuk analis disimpan?</translation>
    </message>
    <message>
        <source>Data set for analysts…</source>
        <translation>Set data untuk analis…</translation>
    </message>
    <message>
        <source>Enter or the key of a row goes there. Right shows its units, Ctrl+Enter its people.</source>
        <translation>Enter atau tombol baris membawa ke tempatnya. Panah kanan: unitnya. Ctrl+Enter: orangnya.</translation>
    </message>
    <message>
        <source>✓ all · ◐ some · ○ nobody yet</source>
        <translation>✓ semua · ◐ sebagian · ○ belum ada</translation>
    </message>
    <message>
        <source>Call sheets…</source>
        <translation>Lembar panggil…</translation>
    </message>
    <message>
        <source>To the deadlines, where a call sheet is printed for each unit</source>
        <translation>Ke tenggat; di sana dicetak lembar panggil tiap unit</translation>
    </message>
    <message>
        <source>Show the people of this row</source>
        <translation>Tampilkan orang pada baris ini</translation>
    </message>
    <message>
        <source>Choose a unit</source>
        <translation>Pilih unit</translation>
    </message>
    <message>
        <source>To the board of units</source>
        <translation>Ke papan unit</translation>
    </message>
    <message>
        <source>To the call sheets</source>
        <translation>Ke lembar panggil</translation>
    </message>
    <message>
        <source>Print the board…</source>
        <translation>Cetak papan…</translation>
    </message>
    <message>
        <source>Take the board along…</source>
        <translation>Bawa papan…</translation>
    </message>
    <message>
        <source>What to do with the board</source>
        <translation>Tindakan untuk papan</translation>
    </message>
    <message>
        <source>Charts</source>
        <translation>Grafik</translation>
    </message>
    <message>
        <source>Which charts stand below, two at most</source>
        <translation>Grafik mana yang tampil di bawah, paling banyak dua</translation>
    </message>
    <message>
        <source>Printing the board</source>
        <translation>Mencetak papan</translation>
    </message>
    <message>
        <source>Take the board along</source>
        <translation>Bawa papan</translation>
    </message>
    <message>
        <source>%1 rows written to %2.</source>
        <translation>%1 baris ditulis ke %2.</translation>
    </message>
</context>
<context>
    <name>OverviewTabs</name>
    <message>
        <source>Today</source>
        <translation>Hari ini</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Orang</translation>
    </message>
    <message>
        <source>Charts</source>
        <translation>Grafik</translation>
    </message>
</context>
<context>
    <name>PeopleTab</name>
    <message>
        <source>Stage</source>
        <translation>Tahap</translation>
    </message>
    <message>
        <source>How far</source>
        <translation>Sejauh mana</translation>
    </message>
    <message>
        <source>Back to the board</source>
        <translation>Kembali ke papan</translation>
    </message>
    <message>
        <source>Open all there</source>
        <translation>Buka semua di tempatnya</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Buka</translation>
    </message>
    <message>
        <source>Go to this person where the stage is done</source>
        <translation>Buka orang ini di tempat mengerjakannya</translation>
    </message>
    <message>
        <source>Open all of them where the stage is done</source>
        <translation>Buka semuanya di tempat mengerjakannya</translation>
    </message>
    <message>
        <source>%1 of %2 people</source>
        <translation>%1 dari %2 orang</translation>
    </message>
    <message>
        <source>Nobody stands so. Choose another stage, or another unit.</source>
        <translation>Tidak ada orang pada tahap ini. Pilih tahap lain atau unit lain.</translation>
    </message>
</context>
<context>
    <name>UnitBox</name>
    <message>
        <source>All units</source>
        <translation>Semua unit</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>Type a part of the name, or choose from the list</source>
        <translation>Ketik sebagian namanya, atau pilih dari daftar</translation>
    </message>
</context>
<context>
    <name>WorkTree</name>
    <message>
        <source>The key that opens the row</source>
        <translation>Tombol yang membuka baris</translation>
    </message>
    <message>
        <source>To do</source>
        <translation>Pekerjaan</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>Jumlah</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Tenggat</translation>
    </message>
    <message>
        <source>The first of them: %1</source>
        <translation>Yang pertama: %1</translation>
    </message>
</context>
<context>
    <name>RegionTables</name>
    <message>
        <source>Dated</source>
        <translation>Bertanggal</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Sejak</translation>
    </message>
    <message>
        <source>Grade</source>
        <translation>Golongan</translation>
    </message>
    <message>
        <source>Tier</source>
        <translation>Jenjang</translation>
    </message>
    <message>
        <source>Newest letter</source>
        <translation>Penetapan terbaru</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Sampai</translation>
    </message>
    <message>
        <source>Letters</source>
        <translation>Surat</translation>
    </message>
    <message>
        <source>Post</source>
        <translation>Jabatan</translation>
    </message>
    <message>
        <source>Chosen on</source>
        <translation>Dipilih</translation>
    </message>
    <message>
        <source>NIP</source>
        <translation>NIP</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Keadaan</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>Angka</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nama</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Periode</translation>
    </message>
    <message>
        <source>Honour</source>
        <translation>Penghargaan</translation>
    </message>
    <message>
        <source>Closed on</source>
        <translation>Ditutup pada</translation>
    </message>
    <message>
        <source>Predicate</source>
        <translation>Predikat</translation>
    </message>
    <message>
        <source>Rater</source>
        <translation>Pejabat Penilai</translation>
    </message>
    <message>
        <source>no such indicator</source>
        <translation>tidak ada indikator ini</translation>
    </message>
    <message>
        <source>Achieved</source>
        <translation>Capaian</translation>
    </message>
    <message>
        <source>Actual</source>
        <translation>Realisasi</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Target</translation>
    </message>
    <message>
        <source>Indicator</source>
        <translation>Indikator</translation>
    </message>
    <message>
        <source>Worst label</source>
        <translation>Terburuk</translation>
    </message>
    <message>
        <source>Fourth</source>
        <translation>Keempat</translation>
    </message>
    <message>
        <source>Third</source>
        <translation>Ketiga</translation>
    </message>
    <message>
        <source>Second</source>
        <translation>Kedua</translation>
    </message>
    <message>
        <source>Best label</source>
        <translation>Terbaik</translation>
    </message>
    <message>
        <source>Scale</source>
        <translation>Skala</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>Tahun</translation>
    </message>
    <message>
        <source>Distance</source>
        <translation>Jarak</translation>
    </message>
    <message>
        <source>What stands out</source>
        <translation>Yang menonjol</translation>
    </message>
    <message>
        <source>Whose</source>
        <translation>Milik</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Kelompok</translation>
    </message>
    <message>
        <source>Beyond the circular</source>
        <translation>Di luar batas SE</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Orang</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Capaian organisasi</translation>
    </message>
    <message>
        <source>Against the level</source>
        <translation>Terhadap capaian</translation>
    </message>
    <message>
        <source>Rated</source>
        <translation>Dinilai</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Nomor</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Kode</translation>
    </message>
    <message>
        <source>Turned away</source>
        <translation>Ditolak masuk</translation>
    </message>
    <message>
        <source>Forks</source>
        <translation>Nomor ganda</translation>
    </message>
    <message>
        <source>Days late</source>
        <translation>Hari terlambat</translation>
    </message>
    <message>
        <source>Plans</source>
        <translation>SKP</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>Wajib dinilai</translation>
    </message>
    <message>
        <source>Signed</source>
        <translation>Ditandatangani</translation>
    </message>
    <message>
        <source>Days to spare</source>
        <translation>Sisa hari kerja</translation>
    </message>
    <message>
        <source>Closed late</source>
        <translation>Lewat batas</translation>
    </message>
    <message>
        <source>Approval</source>
        <translation>Persetujuan</translation>
    </message>
    <message>
        <source>To settle</source>
        <translation>Diurus</translation>
    </message>
    <message>
        <source>Gaps</source>
        <translation>Hilang</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Versi</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Diterima</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>Belum</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Ditutup</translation>
    </message>
    <message>
        <source>Agency</source>
        <translation>Instansi</translation>
    </message>
    <message>
        <source>Sending</source>
        <translation>Kiriman</translation>
    </message>
</context>
<context>
    <name>RegionTabs</name>
    <message>
        <source>Show the determination</source>
        <translation>Tampilkan penetapan</translation>
    </message>
    <message>
        <source>Print the list…</source>
        <translation>Cetak daftar…</translation>
    </message>
    <message>
        <source>Points by letters up to the end of the year, as each government handed them over. The chosen official shows what counts for his tier; Enter draws his determination.</source>
        <translation>Angka kredit menurut penetapan sampai akhir tahun, sebagaimana dikirim tiap instansi. Di samping pegawai yang dipilih tampil yang dihitung untuk jenjangnya; Enter menggambar penetapannya.</translation>
    </message>
    <message>
        <source>Printing the credit letters of the governments</source>
        <translation>Mencetak riwayat angka kredit semua instansi</translation>
    </message>
    <message>
        <source>No government has handed over credit letters yet. They come with the package of a year.</source>
        <translation>Belum ada instansi yang mengirim riwayat angka kredit. Riwayat itu ikut dalam paket tahunan.</translation>
    </message>
    <message>
        <source>Credit letters of the governments</source>
        <translation>Riwayat angka kredit semua instansi</translation>
    </message>
    <message>
        <source>Chosen on %1 by %2</source>
        <translation>Dipilih %1 oleh %2</translation>
    </message>
    <message>
        <source>Reason: %1</source>
        <translation>Alasan: %1</translation>
    </message>
    <message>
        <source>The formula put %1 first; somebody else was chosen.</source>
        <translation>Rumus menempatkan %1 di urutan pertama; yang dipilih orang lain.</translation>
    </message>
    <message>
        <source>Print the honours…</source>
        <translation>Cetak penghargaan…</translation>
    </message>
    <message>
        <source>Employees of the month as each government chose them; the most improved are worked out here from closed years, without sanctions and habits, which are never sent. Enter draws the sheet.</source>
        <translation>Pegawai terbaik bulanan sebagaimana dipilih tiap instansi; kemajuan terbesar dihitung di sini dari tahun yang ditutup, tanpa hukuman disiplin dan kebiasaan kerja, yang tidak pernah dikirim. Enter menggambar lembarnya.</translation>
    </message>
    <message>
        <source>Printing the honours of the governments</source>
        <translation>Mencetak penghargaan semua instansi</translation>
    </message>
    <message>
        <source>Reading the honours of the governments</source>
        <translation>Membaca penghargaan semua instansi</translation>
    </message>
    <message>
        <source>No government has handed over a choice of this year, and nobody improved by as much as the pack asks.</source>
        <translation>Belum ada instansi yang mengirim pilihan tahun ini, dan belum ada yang naik sebesar yang diminta rumus.</translation>
    </message>
    <message>
        <source>Honours of the governments</source>
        <translation>Penghargaan pegawai semua instansi</translation>
    </message>
    <message>
        <source>Credit letters</source>
        <translation>Riwayat angka kredit</translation>
    </message>
    <message>
        <source>Honours</source>
        <translation>Penghargaan</translation>
    </message>
    <message>
        <source>KPI</source>
        <translation>KPI</translation>
    </message>
    <message>
        <source>Trends</source>
        <translation>Tren</translation>
    </message>
    <message>
        <source>Spread</source>
        <translation>Sebaran</translation>
    </message>
    <message>
        <source>The region itself changed this record since.</source>
        <translation>Sesudah itu kantor regional sendiri mengubah catatan ini.</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Kunci catatan</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>Baris</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Berkas</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>Tanda terima</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Diterima</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Periode</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Nomor</translation>
    </message>
    <message>
        <source>Sender</source>
        <translation>Pengirim</translation>
    </message>
    <message>
        <source>Package</source>
        <translation>Paket</translation>
    </message>
    <message>
        <source>not known any more</source>
        <translation>tidak diketahui lagi</translation>
    </message>
    <message>
        <source>No package brought this record.</source>
        <translation>Tidak ada paket yang membawa catatan ini.</translation>
    </message>
    <message>
        <source>Nothing to draw yet.</source>
        <translation>Belum ada yang dapat digambar.</translation>
    </message>
    <message>
        <source>%1 people</source>
        <translation>%1 orang</translation>
    </message>
    <message>
        <source>Show the sheet</source>
        <translation>Tampilkan lembar</translation>
    </message>
    <message>
        <source>Back to the board</source>
        <translation>Kembali ke papan</translation>
    </message>
    <message>
        <source>Enter draws the sheet from what arrived, marked as a copy. Backspace goes back.</source>
        <translation>Enter menggambar lembar dari data yang datang, bertanda salinan. Backspace kembali.</translation>
    </message>
    <message>
        <source>Behind a number</source>
        <translation>Di balik angka</translation>
    </message>
    <message>
        <source>Nobody stands behind this number.</source>
        <translation>Tidak ada orang di balik angka ini.</translation>
    </message>
    <message>
        <source>Choose a number on the regional board or in a spread, then press Enter.</source>
        <translation>Pilih satu angka di Papan wilayah atau Sebaran, lalu tekan Enter.</translation>
    </message>
    <message>
        <source>No government has sent an agreement of this year. It comes with the package of the whole year.</source>
        <translation>Belum ada perjanjian kinerja tahun ini. Perjanjian datang bersama paket tahunan.</translation>
    </message>
    <message>
        <source>Achieved, per cent</source>
        <translation>Capaian, persen</translation>
    </message>
    <message>
        <source>Where it came from</source>
        <translation>Dari mana asalnya</translation>
    </message>
    <message>
        <source>The same indicator of all governments, each held against its own target. Who has no such indicator says so.</source>
        <translation>Indikator yang sama dari semua pemerintah daerah, masing-masing terhadap targetnya sendiri. Yang tidak punya disebut tidak ada.</translation>
    </message>
    <message>
        <source>Indicators side by side</source>
        <translation>Indikator berdampingan</translation>
    </message>
    <message>
        <source>%1 or better, per cent</source>
        <translation>%1 ke atas, persen</translation>
    </message>
    <message>
        <source>The annual results of five years. Years before 2022 stand on their own scale and are never added to those of today.</source>
        <translation>Hasil tahunan lima tahun. Tahun sebelum 2022 berdiri pada skalanya sendiri dan tidak dijumlahkan dengan yang sekarang.</translation>
    </message>
    <message>
        <source>Trends over the years</source>
        <translation>Tren antartahun</translation>
    </message>
    <message>
        <source>Nothing is closed in this period.</source>
        <translation>Belum ada yang ditutup pada periode ini.</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Orang</translation>
    </message>
    <message>
        <source>People of the group</source>
        <translation>Orang di kelompok</translation>
    </message>
    <message>
        <source>Each agency beside its organisation level. The curve is never a quota; a mark asks for a talk.</source>
        <translation>Tiap instansi di samping capaian organisasinya. Kurva bukan kuota; tanda berarti perlu ditanyakan.</translation>
    </message>
    <message>
        <source>Groups that stand out</source>
        <translation>Kelompok yang menonjol</translation>
    </message>
    <message>
        <source>Spread of predicates</source>
        <translation>Sebaran predikat</translation>
    </message>
    <message>
        <source>%1 files were turned away because of a key</source>
        <translation>%1 berkas ditolak karena kuncinya</translation>
    </message>
    <message>
        <source>%1 packages claim a number that is taken</source>
        <translation>%1 paket memakai nomor yang sudah terpakai</translation>
    </message>
    <message>
        <source>%1 conflicts wait for a decision</source>
        <translation>%1 bentrok menunggu keputusan</translation>
    </message>
    <message>
        <source>%1 records of the newest package were refused</source>
        <translation>%1 catatan dari paket terbaru ditolak</translation>
    </message>
    <message>
        <source>Packages that never came: %1. Ask the agency to send them again.</source>
        <translation>Paket yang tidak pernah datang: %1. Minta instansi mengirim lagi.</translation>
    </message>
    <message>
        <source>%1 working days late</source>
        <translation>Terlambat %1 hari kerja</translation>
    </message>
    <message>
        <source>Closed, per cent</source>
        <translation>Ditutup, persen</translation>
    </message>
    <message>
        <source>%1 agencies · %2 packages · %3 of %4 closed · %5 held twice, %6 undecided · journal %7</source>
        <translation>%1 instansi · %2 paket · %3 dari %4 ditutup · %5 dipegang dua instansi, %6 belum diputus · jurnal %7</translation>
    </message>
    <message>
        <source>People behind it</source>
        <translation>Orang di baliknya</translation>
    </message>
    <message>
        <source>Print the board…</source>
        <translation>Cetak papan…</translation>
    </message>
    <message>
        <source>Who has sent what, how complete and how timely. Enter opens the people of a cell.</source>
        <translation>Siapa sudah mengirim apa, seberapa lengkap dan tepat waktu. Enter membuka orang di balik sebuah sel.</translation>
    </message>
    <message>
        <source>Printing the regional board</source>
        <translation>Mencetak papan wilayah</translation>
    </message>
    <message>
        <source>Regional board</source>
        <translation>Papan wilayah</translation>
    </message>
    <message>
        <source>No agency has sent anything yet. Take in a key card or a package in the room Send and receive.</source>
        <translation>Belum ada instansi yang mengirim. Terima kartu kunci atau paket di Kirim &amp; terima.</translation>
    </message>
    <message>
        <source>Why, and where it came from</source>
        <translation>Mengapa, dan dari mana asalnya</translation>
    </message>
</context>
</TS>
