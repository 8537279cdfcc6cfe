<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="id" sourcelanguage="en">
<context>
    <name>Talent</name>
    <message>
        <source>light</source>
        <translation>ringan</translation>
    </message>
    <message>
        <source>moderate</source>
        <translation>sedang</translation>
    </message>
    <message>
        <source>severe</source>
        <translation>berat</translation>
    </message>
    <message>
        <source>Unexcused absence has brought people to a level of discipline: %1</source>
        <translation>Ketidakhadiran tanpa alasan sah membawa pegawai ke tingkat disiplin: %1</translation>
    </message>
    <message>
        <source>Sanctions of the year: %1</source>
        <translation>Hukuman disiplin tahun ini: %1</translation>
    </message>
    <message>
        <source>Culture pulse, mean of all answers: %1</source>
        <translation>Denyut budaya, rata-rata semua jawaban: %1</translation>
    </message>
    <message>
        <source>Boxes 7-9</source>
        <translation>Kotak 7-9</translation>
    </message>
    <message>
        <source>Boxes</source>
        <translation>Kotak</translation>
    </message>
    <message>
        <source>%1 indices of staff fixed</source>
        <translation>%1 indeks pegawai ditetapkan</translation>
    </message>
    <message>
        <source>%1 levels given</source>
        <translation>%1 tingkat diberikan</translation>
    </message>
    <message>
        <source>Merit</source>
        <translation>Merit</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>Baca lagi</translation>
    </message>
    <message>
        <source>Index, IP ASN and boxes as each government fixed them and handed them over. Indices of the two schemes are not comparable.</source>
        <translation>Indeks, IP ASN, dan kotak sebagaimana ditetapkan dan dikirim tiap pemerintah daerah. Indeks kedua skema tidak dapat dibandingkan.</translation>
    </message>
    <message>
        <source>No government is known here yet.</source>
        <translation>Belum ada pemerintah daerah yang dikenal di sini.</translation>
    </message>
    <message>
        <source>Merit system of the governments</source>
        <translation>Sistem merit pemerintah daerah</translation>
    </message>
    <message>
        <source>Nothing handed over</source>
        <translation>Belum mengirim</translation>
    </message>
    <message>
        <source>Scheme</source>
        <translation>Skema</translation>
    </message>
    <message>
        <source>Government</source>
        <translation>Pemerintah daerah</translation>
    </message>
    <message>
        <source>From now on %1 counts.</source>
        <translation>Mulai sekarang %1 yang berlaku.</translation>
    </message>
    <message>
        <source>Which rule pack (.json)?</source>
        <translation>Paket aturan mana (.json)?</translation>
    </message>
    <message>
        <source>Count by a rule pack of the agency's own</source>
        <translation>Hitung dengan paket aturan instansi sendiri</translation>
    </message>
    <message>
        <source>Own rules…</source>
        <translation>Aturan sendiri…</translation>
    </message>
    <message>
        <source>One row a sub-aspect: TAHUN, KODE SUB ASPEK, TINGKAT, ALASAN; RENCANA TINDAK LANJUT and BATAS TINDAK LANJUT if you have them.</source>
        <translation>Satu baris per sub-aspek: TAHUN, KODE SUB ASPEK, TINGKAT, ALASAN; RENCANA TINDAK LANJUT dan BATAS TINDAK LANJUT bila ada.</translation>
    </message>
    <message>
        <source>Levels of the merit system</source>
        <translation>Tingkat sistem merit</translation>
    </message>
    <message>
        <source>One row a person and day: NIP, TANGGAL ASESMEN, NILAI POTENSI; NILAI KOMPETENSI and LEMBAGA PENILAI if you have them.</source>
        <translation>Satu baris per orang dan tanggal: NIP, TANGGAL ASESMEN, NILAI POTENSI; NILAI KOMPETENSI dan LEMBAGA PENILAI bila ada.</translation>
    </message>
    <message>
        <source>One row a certificate: NIP, JENIS PELATIHAN, NAMA PELATIHAN, TANGGAL PELATIHAN; JP, NOMOR SERTIFIKAT and PENYELENGGARA if you have them.</source>
        <translation>Satu baris per sertifikat: NIP, JENIS PELATIHAN, NAMA PELATIHAN, TANGGAL PELATIHAN; JP, NOMOR SERTIFIKAT, dan PENYELENGGARA bila ada.</translation>
    </message>
    <message>
        <source>Trainings</source>
        <translation>Pelatihan</translation>
    </message>
    <message>
        <source>Add a training</source>
        <translation>Tambah pelatihan</translation>
    </message>
    <message>
        <source>Import trainings from a spreadsheet</source>
        <translation>Impor pelatihan dari lembar kerja</translation>
    </message>
    <message>
        <source>Edit the chosen training</source>
        <translation>Ubah pelatihan terpilih</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>Ubah…</translation>
    </message>
    <message>
        <source>Take the selected trainings out of the register</source>
        <translation>Keluarkan pelatihan terpilih dari register</translation>
    </message>
    <message>
        <source>Training changed.</source>
        <translation>Pelatihan diubah.</translation>
    </message>
    <message>
        <source>Training entered.</source>
        <translation>Pelatihan dicatat.</translation>
    </message>
    <message>
        <source>One line a certificate. The talent map and the professionalism index count from here.</source>
        <translation>Satu baris per sertifikat. Peta talenta dan IP ASN menghitung dari sini.</translation>
    </message>
    <message>
        <source>Register of training</source>
        <translation>Register pelatihan</translation>
    </message>
    <message>
        <source>No training entered yet. Import a spreadsheet with NIP, JENIS PELATIHAN, NAMA PELATIHAN, TANGGAL PELATIHAN and JP, or add one by hand.</source>
        <translation>Belum ada pelatihan. Impor lembar kerja dengan NIP, JENIS PELATIHAN, NAMA PELATIHAN, TANGGAL PELATIHAN, dan JP, atau tambahkan satu per satu.</translation>
    </message>
    <message>
        <source>%1 taken out.</source>
        <translation>%1 dikeluarkan.</translation>
    </message>
    <message>
        <source>Add a result</source>
        <translation>Tambah hasil</translation>
    </message>
    <message>
        <source>Add…</source>
        <translation>Tambah…</translation>
    </message>
    <message>
        <source>Import results from a spreadsheet</source>
        <translation>Impor hasil dari lembar kerja</translation>
    </message>
    <message>
        <source>Correct the chosen result</source>
        <translation>Perbaiki hasil terpilih</translation>
    </message>
    <message>
        <source>Correct…</source>
        <translation>Perbaiki…</translation>
    </message>
    <message>
        <source>Take the selected results out of the register</source>
        <translation>Keluarkan hasil terpilih dari register</translation>
    </message>
    <message>
        <source>Take out</source>
        <translation>Keluarkan</translation>
    </message>
    <message>
        <source>Result entered.</source>
        <translation>Hasil dicatat.</translation>
    </message>
    <message>
        <source>Potential and competence from 0 to 100 with day and source; the newest of each counts.</source>
        <translation>Potensi dan kompetensi dari 0 sampai 100 beserta tanggal dan sumbernya; yang terbaru yang dihitung.</translation>
    </message>
    <message>
        <source>Results of the assessment centre</source>
        <translation>Hasil asesmen</translation>
    </message>
    <message>
        <source>No result yet. Import a spreadsheet with NIP, TANGGAL ASESMEN, NILAI POTENSI, NILAI KOMPETENSI and LEMBAGA PENILAI, or add one by hand.</source>
        <translation>Belum ada hasil. Impor lembar kerja dengan NIP, TANGGAL ASESMEN, NILAI POTENSI, NILAI KOMPETENSI, dan LEMBAGA PENILAI, atau tambahkan satu per satu.</translation>
    </message>
    <message>
        <source>Files of %1</source>
        <translation>Bukti %1</translation>
    </message>
    <message>
        <source>Every post that the rules know is held by somebody.</source>
        <translation>Setiap jabatan yang dikenal aturan ada pejabatnya.</translation>
    </message>
    <message>
        <source>&amp;Employee</source>
        <translation>&amp;Pegawai</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Simpan</translation>
    </message>
    <message>
        <source>D&amp;ay</source>
        <translation>Tan&amp;ggal</translation>
    </message>
    <message>
        <source>&amp;Number of the letter</source>
        <translation>&amp;Nomor surat</translation>
    </message>
    <message>
        <source>&amp;Decided by</source>
        <translation>&amp;Diputus oleh</translation>
    </message>
    <message>
        <source>&amp;Chosen</source>
        <translation>&amp;Terpilih</translation>
    </message>
    <message>
        <source>&amp;Keep the decision</source>
        <translation>&amp;Simpan keputusan</translation>
    </message>
    <message>
        <source>The decision</source>
        <translation>Keputusan</translation>
    </message>
    <message>
        <source>&amp;Note</source>
        <translation>&amp;Catatan</translation>
    </message>
    <message>
        <source>&amp;Vacant post</source>
        <translation>&amp;Jabatan lowong</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>&amp;Buka</translation>
    </message>
    <message>
        <source>A post to be filled</source>
        <translation>Pengisian jabatan</translation>
    </message>
    <message>
        <source>&amp;Take away</source>
        <translation>L&amp;epaskan</translation>
    </message>
    <message>
        <source>&amp;Look at it</source>
        <translation>&amp;Lihat</translation>
    </message>
    <message>
        <source>&amp;Violations found</source>
        <translation>&amp;Pelanggaran ditemukan</translation>
    </message>
    <message>
        <source>Which survey, &amp;when</source>
        <translation>Survei apa, &amp;kapan</translation>
    </message>
    <message>
        <source>&amp;Result (0 to 1)</source>
        <translation>&amp;Hasil (0 sampai 1)</translation>
    </message>
    <message>
        <source>&amp;There is a survey</source>
        <translation>&amp;Ada survei</translation>
    </message>
    <message>
        <source>Survey of staff and violations</source>
        <translation>Survei pegawai dan pelanggaran</translation>
    </message>
    <message>
        <source>&amp;Take back</source>
        <translation>Ta&amp;rik</translation>
    </message>
    <message>
        <source>&amp;Due</source>
        <translation>&amp;Batas waktu</translation>
    </message>
    <message>
        <source>&amp;Next step</source>
        <translation>Tindak &amp;lanjut</translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation>&amp;Alasan</translation>
    </message>
    <message>
        <source>&amp;Level</source>
        <translation>&amp;Tingkat</translation>
    </message>
    <message>
        <source>People who stand ready</source>
        <translation>Yang siap</translation>
    </message>
    <message>
        <source>Held by</source>
        <translation>Dijabat oleh</translation>
    </message>
    <message>
        <source>&amp;Post (people ready)</source>
        <translation>&amp;Jabatan (yang siap)</translation>
    </message>
    <message>
        <source>&amp;Keep the list</source>
        <translation>&amp;Simpan daftar</translation>
    </message>
    <message>
        <source>Succession group of a post</source>
        <translation>Kelompok suksesi suatu jabatan</translation>
    </message>
    <message>
        <source>Boxes (none ticked: all)</source>
        <translation>Kotak (tanpa centang: semua)</translation>
    </message>
    <message>
        <source>&amp;Kind of post</source>
        <translation>&amp;Jenis jabatan</translation>
    </message>
    <message>
        <source>Gravest &amp;sanction</source>
        <translation>&amp;Hukuman paling berat</translation>
    </message>
    <message>
        <source>Lowest &amp;education</source>
        <translation>&amp;Pendidikan paling rendah</translation>
    </message>
    <message>
        <source>Lowest &amp;grade (III/c)</source>
        <translation>&amp;Golongan paling rendah (III/c)</translation>
    </message>
    <message>
        <source>&amp;Words in post or unit</source>
        <translation>&amp;Kata dalam jabatan atau unit</translation>
    </message>
    <message>
        <source>&amp;What is the list for?</source>
        <translation>&amp;Untuk apa daftar ini?</translation>
    </message>
    <message>
        <source>&amp;Search and keep</source>
        <translation>&amp;Cari dan simpan</translation>
    </message>
    <message>
        <source>Look for candidates</source>
        <translation>Cari calon</translation>
    </message>
    <message>
        <source>&amp;Assessment centre</source>
        <translation>&amp;Lembaga penilai</translation>
    </message>
    <message>
        <source>&amp;Result (0 to 100)</source>
        <translation>&amp;Nilai (0 sampai 100)</translation>
    </message>
    <message>
        <source>&amp;Measured</source>
        <translation>&amp;Yang dinilai</translation>
    </message>
    <message>
        <source>Result of the assessment centre</source>
        <translation>Hasil asesmen</translation>
    </message>
    <message>
        <source>&amp;Organiser</source>
        <translation>P&amp;enyelenggara</translation>
    </message>
    <message>
        <source>Number of the &amp;certificate</source>
        <translation>Nomor &amp;sertifikat</translation>
    </message>
    <message>
        <source>&amp;Hours (JP)</source>
        <translation>J&amp;am pelajaran (JP)</translation>
    </message>
    <message>
        <source>&amp;Day</source>
        <translation>&amp;Tanggal</translation>
    </message>
    <message>
        <source>&amp;Name of the training</source>
        <translation>&amp;Nama pelatihan</translation>
    </message>
    <message>
        <source>&amp;Kind</source>
        <translation>&amp;Jenis</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Batal</translation>
    </message>
    <message>
        <source>vacant</source>
        <translation>lowong</translation>
    </message>
    <message>
        <source>any</source>
        <translation>semua</translation>
    </message>
    <message>
        <source>Import done.</source>
        <translation>Impor selesai.</translation>
    </message>
    <message>
        <source>Give %1 up</source>
        <translation>Hentikan %1</translation>
    </message>
    <message>
        <source>Open a case for a vacant post</source>
        <translation>Buka pengisian jabatan lowong</translation>
    </message>
    <message>
        <source>A post to be filled…</source>
        <translation>Isi jabatan…</translation>
    </message>
    <message>
        <source>Make the list of candidates</source>
        <translation>Buat daftar calon</translation>
    </message>
    <message>
        <source>Make the list</source>
        <translation>Buat daftar</translation>
    </message>
    <message>
        <source>Note the decision and its reason</source>
        <translation>Catat keputusan dan alasannya</translation>
    </message>
    <message>
        <source>Decision…</source>
        <translation>Keputusan…</translation>
    </message>
    <message>
        <source>Show and print the list of candidates</source>
        <translation>Tampilkan dan cetak daftar calon</translation>
    </message>
    <message>
        <source>Give the chosen case up</source>
        <translation>Hentikan pengisian terpilih</translation>
    </message>
    <message>
        <source>Give up…</source>
        <translation>Hentikan…</translation>
    </message>
    <message>
        <source>Opened.</source>
        <translation>Dibuka.</translation>
    </message>
    <message>
        <source>Given up.</source>
        <translation>Dihentikan.</translation>
    </message>
    <message>
        <source>The decision is kept.</source>
        <translation>Keputusan disimpan.</translation>
    </message>
    <message>
        <source>&amp;Give up</source>
        <translation>&amp;Hentikan</translation>
    </message>
    <message>
        <source>&amp;Look in the whole agency</source>
        <translation>&amp;Lihat seluruh instansi</translation>
    </message>
    <message>
        <source>The list names who is lawful and what speaks for and against each. Who is appointed is decided by the competent official; the reason is kept for good.</source>
        <translation>Daftar menyebut siapa yang memenuhi syarat dan apa yang mendukung serta memberatkan. Yang memutuskan pejabat yang berwenang; alasannya disimpan.</translation>
    </message>
    <message>
        <source>Posts to be filled</source>
        <translation>Pengisian jabatan</translation>
    </message>
    <message>
        <source>No post is being filled. A post to be filled… names those that nobody holds.</source>
        <translation>Tidak ada jabatan yang sedang diisi. Isi jabatan… menyebut jabatan yang lowong.</translation>
    </message>
    <message>
        <source>succession group</source>
        <translation>kelompok suksesi</translation>
    </message>
    <message>
        <source>Nine boxes of the talent map</source>
        <translation>Sembilan kotak peta talenta</translation>
    </message>
    <message>
        <source>Keep the boxes of the year as they are</source>
        <translation>Simpan kotak tahun ini sebagaimana adanya</translation>
    </message>
    <message>
        <source>Fix the boxes</source>
        <translation>Tetapkan kotak</translation>
    </message>
    <message>
        <source>Show and print the talent map</source>
        <translation>Tampilkan dan cetak peta talenta</translation>
    </message>
    <message>
        <source>Map on paper…</source>
        <translation>Peta di kertas…</translation>
    </message>
    <message>
        <source>The boxes of %1 are fixed.</source>
        <translation>Kotak tahun %1 ditetapkan.</translation>
    </message>
    <message>
        <source>Potential from the assessment centre and the record of discipline, performance from the closed evaluation. A click on a box lists its people; ★ is the succession group.</source>
        <translation>Potensi dari hasil asesmen dan catatan disiplin, kinerja dari evaluasi yang ditutup. Klik kotak untuk melihat pegawainya; ★ kelompok rencana suksesi.</translation>
    </message>
    <message>
        <source>Nobody to place yet. Import the staff, then the results of the assessment centre (page Staff, tab Assessment centre).</source>
        <translation>Belum ada yang dapat ditempatkan. Impor daftar pegawai, lalu hasil asesmen (halaman Pegawai, tab Hasil asesmen).</translation>
    </message>
    <message>
        <source>%1 people · %2 placed · %3 fixed · %4 in the succession group</source>
        <translation>%1 pegawai · %2 ditempatkan · %3 ditetapkan · %4 dalam kelompok suksesi</translation>
    </message>
    <message>
        <source>Fixing the boxes</source>
        <translation>Menetapkan kotak</translation>
    </message>
    <message>
        <source>There is no list of candidates yet.</source>
        <translation>Belum ada daftar calon.</translation>
    </message>
    <message>
        <source>Made %1 by %2</source>
        <translation>Dibuat %1 oleh %2</translation>
    </message>
    <message>
        <source>… and %1 more on paper.</source>
        <translation>… dan %1 lagi di kertas.</translation>
    </message>
    <message>
        <source>Given up</source>
        <translation>Dibatalkan</translation>
    </message>
    <message>
        <source>Level and reason</source>
        <translation>Tingkat dan alasan</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Catatan</translation>
    </message>
    <message>
        <source>Decision and its reason</source>
        <translation>Keputusan dan alasannya</translation>
    </message>
    <message>
        <source>Digest of what was read: %1</source>
        <translation>Sidik data yang dibaca: %1</translation>
    </message>
    <message>
        <source>Rule packs: %1</source>
        <translation>Paket aturan: %1</translation>
    </message>
    <message>
        <source>%1 people considered</source>
        <translation>%1 pegawai dilihat</translation>
    </message>
    <message>
        <source>Recommendation</source>
        <translation>Rekomendasi</translation>
    </message>
    <message>
        <source>What is missing</source>
        <translation>Yang belum ada</translation>
    </message>
    <message>
        <source>One requirement missing</source>
        <translation>Kurang satu syarat</translation>
    </message>
    <message>
        <source>On the list</source>
        <translation>Ada di daftar</translation>
    </message>
    <message>
        <source>What proves it</source>
        <translation>Yang membuktikan</translation>
    </message>
    <message>
        <source>How it was made</source>
        <translation>Cara dibuat</translation>
    </message>
    <message>
        <source>What was asked</source>
        <translation>Yang diminta</translation>
    </message>
    <message>
        <source>How it was reckoned</source>
        <translation>Cara menghitung</translation>
    </message>
    <message>
        <source>The index</source>
        <translation>Indeksnya</translation>
    </message>
    <message>
        <source>fixed</source>
        <translation>ditetapkan</translation>
    </message>
    <message>
        <source>List</source>
        <translation>Daftar</translation>
    </message>
    <message>
        <source>Decided</source>
        <translation>Diputus</translation>
    </message>
    <message>
        <source>Opened</source>
        <translation>Dibuka</translation>
    </message>
    <message>
        <source>Chosen</source>
        <translation>Terpilih</translation>
    </message>
    <message>
        <source>Lawful</source>
        <translation>Memenuhi</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Keadaan</translation>
    </message>
    <message>
        <source>Aspect</source>
        <translation>Aspek</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>Batas waktu</translation>
    </message>
    <message>
        <source>Next step</source>
        <translation>Tindak lanjut</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Bukti</translation>
    </message>
    <message>
        <source>Own figures</source>
        <translation>Angka sendiri</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Tingkat</translation>
    </message>
    <message>
        <source>Sub-aspect</source>
        <translation>Sub-aspek</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Kode</translation>
    </message>
    <message>
        <source>Newest</source>
        <translation>Terbaru</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Nilai</translation>
    </message>
    <message>
        <source>Measured</source>
        <translation>Yang dinilai</translation>
    </message>
    <message>
        <source>Organiser</source>
        <translation>Penyelenggara</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>Sertifikat</translation>
    </message>
    <message>
        <source>Hours (JP)</source>
        <translation>JP</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Tanggal</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Kategori</translation>
    </message>
    <message>
        <source>Index</source>
        <translation>Indeks</translation>
    </message>
    <message>
        <source>Made by</source>
        <translation>Oleh</translation>
    </message>
    <message>
        <source>Made on</source>
        <translation>Dibuat</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Orang</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>Tahun</translation>
    </message>
    <message>
        <source>What it is for</source>
        <translation>Untuk apa</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Jenis</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Nomor</translation>
    </message>
    <message>
        <source>NIP</source>
        <translation>NIP</translation>
    </message>
    <message>
        <source>Grade</source>
        <translation>Golongan</translation>
    </message>
    <message>
        <source>Post</source>
        <translation>Jabatan</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Unit kerja</translation>
    </message>
    <message>
        <source>Last year</source>
        <translation>Tahun lalu</translation>
    </message>
    <message>
        <source>Performance</source>
        <translation>Kinerja</translation>
    </message>
    <message>
        <source>Potential</source>
        <translation>Potensi</translation>
    </message>
    <message>
        <source>Employee</source>
        <translation>Pegawai</translation>
    </message>
    <message>
        <source>Box</source>
        <translation>Kotak</translation>
    </message>
    <message>
        <source>Fix the index</source>
        <translation>Tetapkan indeks</translation>
    </message>
    <message>
        <source>Open again…</source>
        <translation>Buka kembali…</translation>
    </message>
    <message>
        <source>File taken away.</source>
        <translation>Berkas dilepas.</translation>
    </message>
    <message>
        <source>Level given: %1</source>
        <translation>Tingkat diberikan: %1</translation>
    </message>
    <message>
        <source>Give the chosen sub-aspect its level</source>
        <translation>Beri tingkat pada sub-aspek terpilih</translation>
    </message>
    <message>
        <source>Level…</source>
        <translation>Tingkat…</translation>
    </message>
    <message>
        <source>Fix the index, or open it again</source>
        <translation>Tetapkan indeks, atau buka kembali</translation>
    </message>
    <message>
        <source>Attach a file to the chosen sub-aspect</source>
        <translation>Lampirkan berkas pada sub-aspek terpilih</translation>
    </message>
    <message>
        <source>Attach…</source>
        <translation>Lampirkan…</translation>
    </message>
    <message>
        <source>Look at the files of the chosen sub-aspect</source>
        <translation>Lihat bukti sub-aspek terpilih</translation>
    </message>
    <message>
        <source>Files…</source>
        <translation>Bukti…</translation>
    </message>
    <message>
        <source>Note the survey of staff and violations</source>
        <translation>Catat survei pegawai dan pelanggaran</translation>
    </message>
    <message>
        <source>Survey…</source>
        <translation>Survei…</translation>
    </message>
    <message>
        <source>Import levels from a spreadsheet</source>
        <translation>Impor tingkat dari lembar kerja</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Impor…</translation>
    </message>
    <message>
        <source>Show and print the dossier</source>
        <translation>Tampilkan dan cetak berkas penilaian</translation>
    </message>
    <message>
        <source>Dossier…</source>
        <translation>Berkas…</translation>
    </message>
    <message>
        <source>Opened again.</source>
        <translation>Dibuka kembali.</translation>
    </message>
    <message>
        <source>The index is fixed.</source>
        <translation>Indeks ditetapkan.</translation>
    </message>
    <message>
        <source>Attached: %1</source>
        <translation>Dilampirkan: %1</translation>
    </message>
    <message>
        <source>Which file proves it?</source>
        <translation>Berkas mana yang membuktikannya?</translation>
    </message>
    <message>
        <source>Survey noted.</source>
        <translation>Survei dicatat.</translation>
    </message>
    <message>
        <source>Level taken back: %1</source>
        <translation>Tingkat ditarik: %1</translation>
    </message>
    <message>
        <source>Preliminary</source>
        <translation>Sementara</translation>
    </message>
    <message>
        <source>Fixed</source>
        <translation>Ditetapkan</translation>
    </message>
    <message>
        <source>&amp;Open it again</source>
        <translation>&amp;Buka kembali</translation>
    </message>
    <message>
        <source>Open the assessment again</source>
        <translation>Buka kembali penilaian</translation>
    </message>
    <message>
        <source>By which regulation</source>
        <translation>Menurut peraturan mana</translation>
    </message>
    <message>
        <source>Merit system</source>
        <translation>Sistem merit</translation>
    </message>
    <message>
        <source>No scheme counts for this year.</source>
        <translation>Tidak ada skema yang berlaku untuk tahun ini.</translation>
    </message>
    <message>
        <source>%1: index %2, %3. %4 of %5 sub-aspects have a level; %6 gaps.</source>
        <translation>%1: indeks %2, %3. %4 dari %5 sub-aspek dinilai; %6 kesenjangan.</translation>
    </message>
    <message>
        <source>Mean %1 (%2)</source>
        <translation>Rata-rata %1 (%2)</translation>
    </message>
    <message>
        <source>Keep the indices of the year as they are</source>
        <translation>Simpan indeks tahun ini sebagaimana adanya</translation>
    </message>
    <message>
        <source>Fix the indices</source>
        <translation>Tetapkan indeks</translation>
    </message>
    <message>
        <source>Show and print the list of indices</source>
        <translation>Tampilkan dan cetak daftar indeks</translation>
    </message>
    <message>
        <source>Education, competence, performance and discipline, a hundred together.</source>
        <translation>Kualifikasi, kompetensi, kinerja, dan disiplin, seluruhnya seratus.</translation>
    </message>
    <message>
        <source>The indices of %1 are fixed.</source>
        <translation>Indeks tahun %1 ditetapkan.</translation>
    </message>
    <message>
        <source>Professionalism index (IP ASN)</source>
        <translation>Indeks Profesionalitas ASN</translation>
    </message>
    <message>
        <source>No staff yet. Import the staff on the page Staff.</source>
        <translation>Belum ada pegawai. Impor daftar pegawai di halaman Pegawai.</translation>
    </message>
    <message>
        <source>Fixing the indices</source>
        <translation>Menetapkan indeks</translation>
    </message>
    <message>
        <source>Look for candidates and keep the list</source>
        <translation>Cari calon dan simpan daftarnya</translation>
    </message>
    <message>
        <source>Search…</source>
        <translation>Cari…</translation>
    </message>
    <message>
        <source>Keep the succession group of a post</source>
        <translation>Simpan kelompok suksesi suatu jabatan</translation>
    </message>
    <message>
        <source>Succession group…</source>
        <translation>Kelompok suksesi…</translation>
    </message>
    <message>
        <source>Show and print the chosen list with its certificate</source>
        <translation>Tampilkan dan cetak daftar terpilih beserta keterangannya</translation>
    </message>
    <message>
        <source>On paper…</source>
        <translation>Di kertas…</translation>
    </message>
    <message>
        <source>Make the chosen list again and compare</source>
        <translation>Ulangi daftar terpilih dan bandingkan</translation>
    </message>
    <message>
        <source>Make it again</source>
        <translation>Ulangi</translation>
    </message>
    <message>
        <source>The list is kept.</source>
        <translation>Daftar disimpan.</translation>
    </message>
    <message>
        <source>Looking for people ready for each post</source>
        <translation>Mencari yang siap untuk setiap jabatan</translation>
    </message>
    <message>
        <source>Each list keeps what was asked, what was read and by which rule packs, so that whoever doubts it can make it again.</source>
        <translation>Setiap daftar menyimpan apa yang diminta, apa yang dibaca, dan dengan paket aturan mana, sehingga yang ragu dapat mengulanginya.</translation>
    </message>
    <message>
        <source>Lists of candidates</source>
        <translation>Daftar calon</translation>
    </message>
    <message>
        <source>No list was kept yet. Search… finds people by rank, education, box and discipline.</source>
        <translation>Belum ada daftar yang disimpan. Cari… menemukan pegawai menurut pangkat, pendidikan, kotak, dan disiplin.</translation>
    </message>
    <message>
        <source>Rotation</source>
        <translation>Rotasi</translation>
    </message>
    <message>
        <source>Merit index</source>
        <translation>Indeks merit</translation>
    </message>
    <message>
        <source>IP ASN</source>
        <translation>IP ASN</translation>
    </message>
    <message>
        <source>Candidates</source>
        <translation>Daftar calon</translation>
    </message>
    <message>
        <source>Talent map</source>
        <translation>Peta talenta</translation>
    </message>
    <message>
        <source>Assessment centre</source>
        <translation>Hasil asesmen</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Pelatihan</translation>
    </message>
    <message>
        <source>Value of each aspect %1</source>
        <translation>Nilai tiap aspek %1</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Tutup</translation>
    </message>
</context>
<context>
    <name>OwnKeys</name>
    <message>
        <source>Show who is in this box, or everybody</source>
        <translation>Tampilkan pegawai di kotak ini, atau semuanya</translation>
    </message>
    <message>
        <source>To the box beside</source>
        <translation>Ke kotak di sebelahnya</translation>
    </message>
    <message>
        <source>In the nine boxes</source>
        <translation>Di sembilan kotak</translation>
    </message>
</context>
<context>
    <name>Journal</name>
    <message>
        <source>Training taken out</source>
        <translation>Pelatihan dikeluarkan</translation>
    </message>
    <message>
        <source>Trainings taken over</source>
        <translation>Pelatihan diimpor</translation>
    </message>
    <message>
        <source>Training changed</source>
        <translation>Pelatihan diubah</translation>
    </message>
    <message>
        <source>Training entered</source>
        <translation>Pelatihan dicatat</translation>
    </message>
    <message>
        <source>List of candidates kept</source>
        <translation>Daftar calon disimpan</translation>
    </message>
    <message>
        <source>Talent boxes fixed</source>
        <translation>Kotak talenta ditetapkan</translation>
    </message>
    <message>
        <source>Own rules of the agency taken</source>
        <translation>Aturan instansi sendiri dipakai</translation>
    </message>
    <message>
        <source>Filling of a post opened</source>
        <translation>Pengisian jabatan dibuka</translation>
    </message>
    <message>
        <source>List of candidates made</source>
        <translation>Daftar calon dibuat</translation>
    </message>
    <message>
        <source>Filling of a post given up</source>
        <translation>Pengisian jabatan dibatalkan</translation>
    </message>
    <message>
        <source>Filling of a post decided</source>
        <translation>Pengisian jabatan diputus</translation>
    </message>
    <message>
        <source>Assessment result taken out</source>
        <translation>Hasil asesmen dikeluarkan</translation>
    </message>
    <message>
        <source>Assessment results taken over</source>
        <translation>Hasil asesmen diimpor</translation>
    </message>
    <message>
        <source>Assessment result entered</source>
        <translation>Hasil asesmen dicatat</translation>
    </message>
    <message>
        <source>Level of the merit system taken back</source>
        <translation>Tingkat sistem merit ditarik</translation>
    </message>
    <message>
        <source>Survey of staff noted</source>
        <translation>Survei pegawai dicatat</translation>
    </message>
    <message>
        <source>Self-assessment opened again</source>
        <translation>Penilaian mandiri dibuka kembali</translation>
    </message>
    <message>
        <source>Levels of the merit system taken over</source>
        <translation>Tingkat sistem merit diimpor</translation>
    </message>
    <message>
        <source>Level of the merit system given</source>
        <translation>Tingkat sistem merit diberikan</translation>
    </message>
    <message>
        <source>Merit index fixed</source>
        <translation>Indeks merit ditetapkan</translation>
    </message>
    <message>
        <source>File taken from the self-assessment</source>
        <translation>Bukti penilaian mandiri dilepas</translation>
    </message>
    <message>
        <source>File attached to the self-assessment</source>
        <translation>Bukti penilaian mandiri dilampirkan</translation>
    </message>
    <message>
        <source>Professionalism indices fixed</source>
        <translation>IP ASN ditetapkan</translation>
    </message>
</context>
</TS>
