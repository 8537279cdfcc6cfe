<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="id" sourcelanguage="en">
<context>
    <name>ImportVerbs</name>
    <message>
        <source>Evaluations of old years</source>
        <translation>Penilaian tahun lama</translation>
    </message>
    <message>
        <source>One row a paper (scores), or one row an SKP line; the headings say which. 2021 has two papers: January-June and July-December.</source>
        <translation>Satu baris per kertas (nilai), atau satu baris per butir SKP; judul kolom yang menentukan. Tahun 2021 punya dua kertas: Januari-Juni dan Juli-Desember.</translation>
    </message>
</context>
<context>
    <name>Journal</name>
    <message>
        <source>Paper of an old year entered</source>
        <translation>Kertas tahun lama dimasukkan</translation>
    </message>
    <message>
        <source>Papers of old years taken over</source>
        <translation>Kertas tahun lama diambil alih</translation>
    </message>
    <message>
        <source>Old year recalculated</source>
        <translation>Tahun lama dihitung ulang</translation>
    </message>
    <message>
        <source>Paper of an old year removed</source>
        <translation>Kertas tahun lama dihapus</translation>
    </message>
</context>
<context>
    <name>OldLines</name>
    <message>
        <source>Result</source>
        <translation>Kinerja</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Jenis</translation>
    </message>
    <message>
        <source>SKP line</source>
        <translation>Butir SKP</translation>
    </message>
    <message>
        <source>Aspect</source>
        <translation>Aspek</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Target</translation>
    </message>
    <message>
        <source>up to</source>
        <translation>sampai</translation>
    </message>
    <message>
        <source>Actual</source>
        <translation>Realisasi</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>Arah</translation>
    </message>
    <message>
        <source>Highest</source>
        <translation>Tertinggi</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Sebutan</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Nilai</translation>
    </message>
    <message>
        <source>Cascading</source>
        <translation>Cascading</translation>
    </message>
    <message>
        <source>Reach</source>
        <translation>Lingkup</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>Bobot</translation>
    </message>
    <message>
        <source>This cannot be read and is not kept. Write it like 87,5.</source>
        <translation>Ini tidak terbaca dan tidak disimpan. Tulis seperti 87,5.</translation>
    </message>
</context>
<context>
    <name>OldYearDialog</name>
    <message>
        <source>Evaluation of an old year</source>
        <translation>Penilaian tahun lama</translation>
    </message>
    <message>
        <source>&amp;NIP</source>
        <translation>&amp;NIP</translation>
    </message>
    <message>
        <source>&amp;Year</source>
        <translation>&amp;Tahun</translation>
    </message>
    <message>
        <source>&amp;Part of the year</source>
        <translation>&amp;Bagian tahun</translation>
    </message>
    <message>
        <source>&amp;Rule</source>
        <translation>&amp;Aturan</translation>
    </message>
    <message>
        <source>&amp;Class of post</source>
        <translation>&amp;Kelas jabatan</translation>
    </message>
    <message>
        <source>SKP score as on the paper</source>
        <translation>Nilai SKP menurut kertas</translation>
    </message>
    <message>
        <source>or line by line; type into the last row to add one</source>
        <translation>atau butir demi butir; ketik di baris terakhir untuk menambah</translation>
    </message>
    <message>
        <source>Behaviour score as on the paper</source>
        <translation>Nilai perilaku menurut kertas</translation>
    </message>
    <message>
        <source>or aspect by aspect</source>
        <translation>atau aspek demi aspek</translation>
    </message>
    <message>
        <source>Score of peers and subordinates</source>
        <translation>Nilai rekan dan bawahan</translation>
    </message>
    <message>
        <source>New idea or method</source>
        <translation>Ide atau cara kerja baru</translation>
    </message>
    <message>
        <source>Why only this half counts</source>
        <translation>Alasan hanya semester ini</translation>
    </message>
    <message>
        <source>Final score on the paper</source>
        <translation>Nilai akhir di kertas</translation>
    </message>
    <message>
        <source>Label on the paper</source>
        <translation>Sebutan di kertas</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Catatan</translation>
    </message>
    <message>
        <source>&amp;Leader</source>
        <translation>&amp;Pemimpin</translation>
    </message>
    <message>
        <source>Peers and subordinates were asked (360)</source>
        <translation>Rekan dan bawahan ditanya (360)</translation>
    </message>
    <message>
        <source>Take this line out</source>
        <translation>Hapus butir ini</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Simpan</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Batal</translation>
    </message>
    <message>
        <source>Lines of the SKP</source>
        <translation>Butir SKP</translation>
    </message>
    <message>
        <source>What it comes to</source>
        <translation>Hasil hitungan</translation>
    </message>
    <message>
        <source>SKP</source>
        <translation>SKP</translation>
    </message>
    <message>
        <source>Behaviour</source>
        <translation>Perilaku</translation>
    </message>
    <message>
        <source>On the paper</source>
        <translation>Di kertas</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nama</translation>
    </message>
    <message>
        <source>NIP</source>
        <translation>NIP</translation>
    </message>
    <message>
        <source>Rank</source>
        <translation>Pangkat</translation>
    </message>
    <message>
        <source>Post</source>
        <translation>Jabatan</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>Employee</source>
        <translation>Pegawai</translation>
    </message>
    <message>
        <source>Rater</source>
        <translation>Penilai</translation>
    </message>
    <message>
        <source>Superior</source>
        <translation>Atasan penilai</translation>
    </message>
    <message>
        <source>This cannot be read. Write it like 87,5.</source>
        <translation>Ini tidak terbaca. Tulis seperti 87,5.</translation>
    </message>
    <message>
        <source>A figure in red cannot be read.</source>
        <translation>Angka yang merah tidak terbaca.</translation>
    </message>
    <message>
        <source>Please look</source>
        <translation>Perlu dilihat</translation>
    </message>
    <message>
        <source>How it came about</source>
        <translation>Dasar perhitungan</translation>
    </message>
</context>
<context>
    <name>OldYears</name>
    <message>
        <source>Year</source>
        <translation>Tahun</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>Bagian</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nama</translation>
    </message>
    <message>
        <source>NIP</source>
        <translation>NIP</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>Aturan</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Nilai</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Sebutan</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Keadaan</translation>
    </message>
</context>
<context>
    <name>OldYearsPage</name>
    <message>
        <source>Years before 2022</source>
        <translation>Tahun sebelum 2022</translation>
    </message>
    <message>
        <source>Enter a paper...</source>
        <translation>Masukkan kertas...</translation>
    </message>
    <message>
        <source>Import...</source>
        <translation>Impor...</translation>
    </message>
    <message>
        <source>Correct...</source>
        <translation>Perbaiki...</translation>
    </message>
    <message>
        <source>Remove...</source>
        <translation>Hapus...</translation>
    </message>
    <message>
        <source>Recalculate the year</source>
        <translation>Hitung ulang tahun ini</translation>
    </message>
    <message>
        <source>Print...</source>
        <translation>Cetak...</translation>
    </message>
    <message>
        <source>Print the year...</source>
        <translation>Cetak setahun...</translation>
    </message>
    <message>
        <source>How it came about</source>
        <translation>Dasar perhitungan</translation>
    </message>
    <message>
        <source>Enter an old paper</source>
        <translation>Masukkan kertas tahun lama</translation>
    </message>
    <message>
        <source>Correct the chosen paper</source>
        <translation>Perbaiki kertas yang dipilih</translation>
    </message>
    <message>
        <source>Import old papers</source>
        <translation>Impor kertas tahun lama</translation>
    </message>
    <message>
        <source>Recalculate the chosen year</source>
        <translation>Hitung ulang tahun yang dipilih</translation>
    </message>
    <message>
        <source>Print the sheet of the chosen person</source>
        <translation>Cetak lembar pegawai yang dipilih</translation>
    </message>
    <message>
        <source>Print the sheets of the whole year</source>
        <translation>Cetak lembar semua pegawai tahun itu</translation>
    </message>
    <message>
        <source>Remove the chosen paper</source>
        <translation>Hapus kertas yang dipilih</translation>
    </message>
    <message>
        <source>No papers of years before 2022 yet.
Enter one with Ctrl+N, or import a sheet with Ctrl+I. They keep their own rules: PP 46/2011, PP 30/2019 and PermenPANRB 8/2021.</source>
        <translation>Belum ada kertas dari tahun sebelum 2022.
Masukkan dengan Ctrl+N, atau impor lembar dengan Ctrl+I. Kertas itu memakai aturannya sendiri: PP 46/2011, PP 30/2019 dan PermenPANRB 8/2021.</translation>
    </message>
    <message>
        <source>%1 papers · %2 of those shown ask for a look</source>
        <translation>%1 kertas · %2 di antara yang tampil perlu dilihat</translation>
    </message>
    <message>
        <source>Choose a paper to see how its score came about.</source>
        <translation>Pilih kertas untuk melihat dasar nilainya.</translation>
    </message>
    <message>
        <source>The whole year</source>
        <translation>Setahun</translation>
    </message>
    <message>
        <source>The paper of %1 is kept.</source>
        <translation>Kertas tahun %1 tersimpan.</translation>
    </message>
    <message>
        <source>Import finished: %1 rows written.</source>
        <translation>Impor selesai: %1 baris ditulis.</translation>
    </message>
    <message>
        <source>Recalculating</source>
        <translation>Menghitung ulang</translation>
    </message>
    <message>
        <source>%1: %2 papers recalculated, all outcomes are the same. Digest %3</source>
        <translation>%1: %2 kertas dihitung ulang, semua hasil sama. Sidik %3</translation>
    </message>
    <message>
        <source>Keep %1 changed outcomes of %2?</source>
        <translation>Simpan %1 hasil yang berubah dari tahun %2?</translation>
    </message>
    <message>
        <source>Each becomes the next version of its paper; the journal keeps the old figures.</source>
        <translation>Masing-masing menjadi versi berikut dari kertasnya; jurnal menyimpan angka lama.</translation>
    </message>
    <message>
        <source>Keep them</source>
        <translation>Simpan</translation>
    </message>
    <message>
        <source>The new outcomes are kept.</source>
        <translation>Hasil baru tersimpan.</translation>
    </message>
    <message>
        <source>Where to print to</source>
        <translation>Cetak ke folder</translation>
    </message>
    <message>
        <source>Printing</source>
        <translation>Mencetak</translation>
    </message>
    <message>
        <source>Not printed: the paper is not complete yet.</source>
        <translation>Tidak dicetak: kertasnya belum lengkap.</translation>
    </message>
    <message>
        <source>Printed: %1 (%2 sheets, %3 left out as incomplete)</source>
        <translation>Tercetak: %1 (%2 lembar, %3 dilewati karena belum lengkap)</translation>
    </message>
    <message>
        <source>Remove the paper of %1 for %2?</source>
        <translation>Hapus kertas tahun %1 milik %2?</translation>
    </message>
    <message>
        <source>One paper leaves the list. It can be taken back at once or from the journal.</source>
        <translation>Satu kertas keluar dari daftar. Dapat diurungkan langsung atau dari jurnal.</translation>
    </message>
    <message>
        <source>Remove it</source>
        <translation>Hapus</translation>
    </message>
    <message>
        <source>The paper was removed.</source>
        <translation>Kertas dihapus.</translation>
    </message>
</context>
<context>
    <name>Rooms</name>
    <message>
        <source>Ratings</source>
        <translation>Rating</translation>
    </message>
    <message>
        <source>Old years</source>
        <translation>Tahun lama</translation>
    </message>
</context>
</TS>
