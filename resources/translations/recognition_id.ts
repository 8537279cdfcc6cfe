<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="id" sourcelanguage="en">
<context>
    <name>Recognition</name>
    <message>
        <source>One row an entry: NIP, JENIS KEBIASAAN, TANGGAL TERLIHAT, JUMLAH KEJADIAN, URAIAN KEBIASAAN. Only you can read what you import.</source>
        <translation>Satu baris satu catatan: NIP, JENIS KEBIASAAN, TANGGAL TERLIHAT, JUMLAH KEJADIAN, URAIAN KEBIASAAN. Hanya Anda yang dapat membaca yang Anda impor.</translation>
    </message>
    <message>
        <source>One row a letter: NIP, JENIS ANGKA KREDIT (AK DASAR, AK JF LAMA, AK KONVERSI ...), PERIODE MULAI and PERIODE SAMPAI, or PERIODE, ANGKA KREDIT, NOMOR PAK.</source>
        <translation>Satu baris satu surat: NIP, JENIS ANGKA KREDIT (AK DASAR, AK JF LAMA, AK KONVERSI ...), PERIODE MULAI dan PERIODE SAMPAI, atau PERIODE, ANGKA KREDIT, NOMOR PAK.</translation>
    </message>
    <message>
        <source>&amp;Readers</source>
        <translation>&amp;Pembaca</translation>
    </message>
    <message>
        <source>Talk</source>
        <translation>Pembicaraan</translation>
    </message>
    <message>
        <source>Open the entry on a habit</source>
        <translation>Buka catatan kebiasaan</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Buka</translation>
    </message>
    <message>
        <source>Enter a habit</source>
        <translation>Catat kebiasaan</translation>
    </message>
    <message>
        <source>Note the talk about the habit</source>
        <translation>Catat pembicaraan tentang kebiasaan</translation>
    </message>
    <message>
        <source>Talk…</source>
        <translation>Bicara…</translation>
    </message>
    <message>
        <source>Say what became of the habit</source>
        <translation>Catat hasil tindak lanjut kebiasaan</translation>
    </message>
    <message>
        <source>Outcome…</source>
        <translation>Hasil…</translation>
    </message>
    <message>
        <source>Find habits in the figures of the chosen month</source>
        <translation>Cari kebiasaan dari data bulan terpilih</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Cari</translation>
    </message>
    <message>
        <source>Who may read the entry on a habit…</source>
        <translation>Siapa boleh membaca catatan kebiasaan…</translation>
    </message>
    <message>
        <source>Readers…</source>
        <translation>Pembaca…</translation>
    </message>
    <message>
        <source>Show and print the register of habits</source>
        <translation>Tampilkan dan cetak daftar kebiasaan</translation>
    </message>
    <message>
        <source>Write the register of habits to a spreadsheet…</source>
        <translation>Tulis daftar kebiasaan ke lembar kerja…</translation>
    </message>
    <message>
        <source>Import habits…</source>
        <translation>Impor kebiasaan…</translation>
    </message>
    <message>
        <source>The habit is settled.</source>
        <translation>Kebiasaan selesai ditindaklanjuti.</translation>
    </message>
    <message>
        <source>The talk is noted.</source>
        <translation>Pembicaraan dicatat.</translation>
    </message>
    <message>
        <source>The habit is noted.</source>
        <translation>Kebiasaan dicatat.</translation>
    </message>
    <message>
        <source>Opened by</source>
        <translation>Dibuka oleh</translation>
    </message>
    <message>
        <source>Seen</source>
        <translation>Terlihat</translation>
    </message>
    <message>
        <source>Write the register where?</source>
        <translation>Daftar ditulis ke mana?</translation>
    </message>
    <message>
        <source>Looking for habits</source>
        <translation>Mencari kebiasaan</translation>
    </message>
    <message>
        <source>%1: %2 habits entered, %3 stood there already.</source>
        <translation>%1: %2 kebiasaan dicatat, %3 sudah ada.</translation>
    </message>
    <message>
        <source>Name them</source>
        <translation>Tetapkan</translation>
    </message>
    <message>
        <source>Names as they stand at the desk, with commas. Only the author may say so.</source>
        <translation>Nama seperti pada meja kerja, pisahkan dengan koma. Hanya penulisnya yang boleh menetapkan.</translation>
    </message>
    <message>
        <source>Readers</source>
        <translation>Pembaca</translation>
    </message>
    <message>
        <source>Enter opens what was seen and agreed; who did so is written down.</source>
        <translation>Enter membuka yang terlihat dan disepakati; siapa yang membuka dicatat.</translation>
    </message>
    <message>
        <source>Entry no. %1 of this kind: consider what PP 94/2021 asks for.</source>
        <translation>Catatan ke-%1 untuk jenis ini: pertimbangkan yang diminta PP 94/2021.</translation>
    </message>
    <message>
        <source>Confidential: you see what you entered and what names you as a reader. A habit is noted so that it ends; it is no sanction.</source>
        <translation>Rahasia: Anda melihat catatan sendiri dan yang menyebut Anda sebagai pembaca. Kebiasaan dicatat agar berhenti; bukan hukuman.</translation>
    </message>
    <message>
        <source>Working habits</source>
        <translation>Kebiasaan kerja</translation>
    </message>
    <message>
        <source>No entry is open to you. Find looks through the figures of the month beside; Enter… notes what was seen.</source>
        <translation>Tidak ada catatan yang terbuka bagi Anda. Cari menelusuri data bulan di samping; Catat… mencatat yang terlihat.</translation>
    </message>
    <message>
        <source>%1 entries open to you · %2 overdue</source>
        <translation>%1 catatan terbuka bagi Anda · %2 lewat batas</translation>
    </message>
    <message>
        <source>Register of habits</source>
        <translation>Daftar kebiasaan kerja</translation>
    </message>
    <message>
        <source>Dated</source>
        <translation>Tanggal</translation>
    </message>
    <message>
        <source>Letter</source>
        <translation>Surat</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Sampai</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Dari</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>Uraian</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Hasil</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Sumber</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>Batas</translation>
    </message>
    <message>
        <source>Entry no.</source>
        <translation>Catatan ke-</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>Kali</translation>
    </message>
    <message>
        <source>Seen on</source>
        <translation>Terlihat</translation>
    </message>
    <message>
        <source>Habit</source>
        <translation>Kebiasaan</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Alasan</translation>
    </message>
    <message>
        <source>Gain</source>
        <translation>Naik</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Sekarang</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Sebelum</translation>
    </message>
    <message>
        <source>Chosen by</source>
        <translation>Dipilih oleh</translation>
    </message>
    <message>
        <source>Suggested</source>
        <translation>Usulan</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Keadaan</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Peringkat</translation>
    </message>
    <message>
        <source>Of whom</source>
        <translation>Lingkup</translation>
    </message>
    <message>
        <source>Whole agency</source>
        <translation>Seluruh instansi</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>Bulan</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Alasan</translation>
    </message>
    <message>
        <source>The formula suggests: %1</source>
        <translation>Rumus mengusulkan: %1</translation>
    </message>
    <message>
        <source>Nobody can be chosen yet; each line says why.</source>
        <translation>Belum ada yang dapat dipilih; tiap baris menyebut alasannya.</translation>
    </message>
    <message>
        <source>Several are equal in first place: the formula suggests nobody.</source>
        <translation>Beberapa pegawai sama di tempat pertama: rumus tidak mengusulkan siapa pun.</translation>
    </message>
    <message>
        <source>Chosen: %1</source>
        <translation>Terpilih: %1</translation>
    </message>
    <message>
        <source>Total %1</source>
        <translation>Jumlah %1</translation>
    </message>
    <message>
        <source>Ranking %1</source>
        <translation>Peringkat %1</translation>
    </message>
    <message>
        <source>Certificate %1</source>
        <translation>Piagam %1</translation>
    </message>
    <message>
        <source>Withdraw the choice of %1</source>
        <translation>Tarik pilihan %1</translation>
    </message>
    <message>
        <source>Choose the Employee of the Month</source>
        <translation>Pilih pegawai terbaik bulanan</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Pilih…</translation>
    </message>
    <message>
        <source>Show and print the ranking with its formula</source>
        <translation>Tampilkan dan cetak peringkat beserta rumusnya</translation>
    </message>
    <message>
        <source>Show and print the certificate of the month</source>
        <translation>Tampilkan dan cetak piagam bulan ini</translation>
    </message>
    <message>
        <source>Certificate…</source>
        <translation>Piagam…</translation>
    </message>
    <message>
        <source>Withdraw the choice of the month</source>
        <translation>Tarik pilihan bulan ini</translation>
    </message>
    <message>
        <source>Withdraw…</source>
        <translation>Tarik…</translation>
    </message>
    <message>
        <source>Show who was chosen in every month</source>
        <translation>Tampilkan yang terpilih tiap bulan</translation>
    </message>
    <message>
        <source>Chosen…</source>
        <translation>Terpilih…</translation>
    </message>
    <message>
        <source>The formula stands in the rule pack of recognition; the head chooses.</source>
        <translation>Rumusnya ada dalam paket aturan penghargaan; pimpinan yang memilih.</translation>
    </message>
    <message>
        <source>How it was reckoned</source>
        <translation>Cara menghitung</translation>
    </message>
    <message>
        <source>What is missing</source>
        <translation>Yang belum ada</translation>
    </message>
    <message>
        <source>Kept off the list</source>
        <translation>Tidak dapat dipilih</translation>
    </message>
    <message>
        <source>The choice is withdrawn.</source>
        <translation>Pilihan ditarik.</translation>
    </message>
    <message>
        <source>The choice is kept.</source>
        <translation>Pilihan disimpan.</translation>
    </message>
    <message>
        <source>Equal to others in every figure: the head chooses with a reason.</source>
        <translation>Sama dengan yang lain dalam semua unsur: pimpinan memilih dengan alasan.</translation>
    </message>
    <message>
        <source>&amp;Withdraw</source>
        <translation>&amp;Tarik</translation>
    </message>
    <message>
        <source>Show and print the most improved with the formula</source>
        <translation>Tampilkan dan cetak kemajuan terbesar beserta rumusnya</translation>
    </message>
    <message>
        <source>Years are compared by their closed yearly evaluations alone.</source>
        <translation>Tahun dibandingkan hanya dari evaluasi tahunan yang ditutup.</translation>
    </message>
    <message>
        <source>The same formula as for the month, compared with the one before.</source>
        <translation>Rumus yang sama dengan pegawai terbaik, dibandingkan dengan masa sebelumnya.</translation>
    </message>
    <message>
        <source>What is compared</source>
        <translation>Yang dibandingkan</translation>
    </message>
    <message>
        <source>Year by year</source>
        <translation>Tahun ke tahun</translation>
    </message>
    <message>
        <source>Month by month</source>
        <translation>Bulan ke bulan</translation>
    </message>
    <message>
        <source>Most improved</source>
        <translation>Kemajuan terbesar</translation>
    </message>
    <message>
        <source>Nobody is at work here in this month.</source>
        <translation>Tidak ada pegawai yang bekerja di sini pada masa ini.</translation>
    </message>
    <message>
        <source>%1 listed · %2 not</source>
        <translation>%1 masuk daftar · %2 tidak</translation>
    </message>
    <message>
        <source>%1 against %2: the %3 largest gains of at least %4; each line says why.</source>
        <translation>%1 dibandingkan %2: %3 kenaikan terbesar, paling sedikit %4; tiap baris menyebut alasannya.</translation>
    </message>
    <message>
        <source>Earlier points of %1</source>
        <translation>Riwayat angka kredit %1</translation>
    </message>
    <message>
        <source>&amp;Take out</source>
        <translation>&amp;Hapus</translation>
    </message>
    <message>
        <source>No letter is entered yet.</source>
        <translation>Belum ada surat yang dicatat.</translation>
    </message>
    <message>
        <source>T&amp;ier</source>
        <translation>&amp;Jenjang</translation>
    </message>
    <message>
        <source>&amp;Dated</source>
        <translation>&amp;Tanggal surat</translation>
    </message>
    <message>
        <source>Number of the &amp;letter</source>
        <translation>N&amp;omor surat</translation>
    </message>
    <message>
        <source>&amp;Points</source>
        <translation>&amp;Angka kredit</translation>
    </message>
    <message>
        <source>&amp;To</source>
        <translation>&amp;Sampai</translation>
    </message>
    <message>
        <source>&amp;From</source>
        <translation>&amp;Dari</translation>
    </message>
    <message>
        <source>&amp;Row</source>
        <translation>&amp;Uraian</translation>
    </message>
    <message>
        <source>&amp;NIP</source>
        <translation>&amp;NIP</translation>
    </message>
    <message>
        <source>Show and print the determination of the chosen official</source>
        <translation>Tampilkan dan cetak penetapan pejabat terpilih</translation>
    </message>
    <message>
        <source>Determination…</source>
        <translation>Penetapan…</translation>
    </message>
    <message>
        <source>Enter points of a letter</source>
        <translation>Catat angka kredit dari surat</translation>
    </message>
    <message>
        <source>Enter…</source>
        <translation>Catat…</translation>
    </message>
    <message>
        <source>Show the earlier points of the chosen official</source>
        <translation>Tampilkan riwayat angka kredit pejabat terpilih</translation>
    </message>
    <message>
        <source>Letters…</source>
        <translation>Surat…</translation>
    </message>
    <message>
        <source>Show and print the list of what is missing</source>
        <translation>Tampilkan dan cetak daftar kekurangan</translation>
    </message>
    <message>
        <source>On paper…</source>
        <translation>Di kertas…</translation>
    </message>
    <message>
        <source>Write what is missing to a spreadsheet…</source>
        <translation>Tulis kekurangan angka kredit ke lembar kerja…</translation>
    </message>
    <message>
        <source>Write earlier credit points to a spreadsheet…</source>
        <translation>Tulis riwayat angka kredit ke lembar kerja…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Ekspor…</translation>
    </message>
    <message>
        <source>Import earlier credit points…</source>
        <translation>Impor riwayat angka kredit…</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Impor…</translation>
    </message>
    <message>
        <source>%1 entries written to %2</source>
        <translation>%1 catatan ditulis ke %2</translation>
    </message>
    <message>
        <source>Letters</source>
        <translation>Surat</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>Time to the tier</source>
        <translation>Lama ke jenjang</translation>
    </message>
    <message>
        <source>Tier missing</source>
        <translation>Kurang (jenjang)</translation>
    </message>
    <message>
        <source>Next tier</source>
        <translation>Jenjang berikut</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Lama</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>Kurang</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>Nilai</translation>
    </message>
    <message>
        <source>Tier</source>
        <translation>Jenjang</translation>
    </message>
    <message>
        <source>Employee</source>
        <translation>Pegawai</translation>
    </message>
    <message>
        <source>Enter them</source>
        <translation>Catat</translation>
    </message>
    <message>
        <source>As the letter says. The tier only where it is another than today's.</source>
        <translation>Menurut surat penetapan. Jenjang hanya bila berbeda dari jenjang sekarang.</translation>
    </message>
    <message>
        <source>Earlier credit points</source>
        <translation>Riwayat angka kredit</translation>
    </message>
    <message>
        <source>&amp;More</source>
        <translation>&amp;Lainnya</translation>
    </message>
    <message>
        <source>Points by earlier letters and by closed years, no month twice. The time holds at the last yearly predicate; a new tier also takes a competency test.</source>
        <translation>Angka kredit dari penetapan terdahulu dan tahun yang ditutup, tanpa bulan ganda. Lamanya menurut predikat tahunan terakhir; jenjang baru juga memerlukan uji kompetensi.</translation>
    </message>
    <message>
        <source>Way to the next rank</source>
        <translation>Menuju pangkat berikut</translation>
    </message>
    <message>
        <source>%1 officials · %2 have reached the next rank · %3 incomplete</source>
        <translation>%1 pejabat · %2 mencapai pangkat berikut · %3 belum lengkap</translation>
    </message>
    <message>
        <source>Write the list where?</source>
        <translation>Daftar ditulis ke mana?</translation>
    </message>
    <message>
        <source>%1 y %2 m</source>
        <translation>%1 th %2 bl</translation>
    </message>
    <message>
        <source>Nobody was chosen yet.</source>
        <translation>Belum ada yang dipilih.</translation>
    </message>
    <message>
        <source>&amp;Remark</source>
        <translation>&amp;Keterangan</translation>
    </message>
    <message>
        <source>O&amp;n</source>
        <translation>&amp;Pada</translation>
    </message>
    <message>
        <source>&amp;Outcome</source>
        <translation>&amp;Hasil</translation>
    </message>
    <message>
        <source>&amp;Settle it</source>
        <translation>&amp;Selesaikan</translation>
    </message>
    <message>
        <source>&amp;Watched until</source>
        <translation>&amp;Diamati sampai</translation>
    </message>
    <message>
        <source>&amp;Agreed</source>
        <translation>&amp;Kesepakatan</translation>
    </message>
    <message>
        <source>&amp;By</source>
        <translation>&amp;Oleh</translation>
    </message>
    <message>
        <source>Talked &amp;on</source>
        <translation>Berbicara &amp;pada</translation>
    </message>
    <message>
        <source>&amp;Note the talk</source>
        <translation>&amp;Catat pembicaraan</translation>
    </message>
    <message>
        <source>&amp;Readers, with commas</source>
        <translation>Pem&amp;baca, pisahkan dengan koma</translation>
    </message>
    <message>
        <source>&amp;What was seen</source>
        <translation>&amp;Apa yang terlihat</translation>
    </message>
    <message>
        <source>How &amp;often</source>
        <translation>&amp;Berapa kali</translation>
    </message>
    <message>
        <source>Seen &amp;on</source>
        <translation>&amp;Terlihat pada</translation>
    </message>
    <message>
        <source>&amp;Habit</source>
        <translation>&amp;Kebiasaan</translation>
    </message>
    <message>
        <source>&amp;Employee</source>
        <translation>&amp;Pegawai</translation>
    </message>
    <message>
        <source>A working habit</source>
        <translation>Kebiasaan kerja</translation>
    </message>
    <message>
        <source>&amp;Reason, where the formula suggests another or several</source>
        <translation>&amp;Alasan, bila usulan rumus lain atau lebih dari satu</translation>
    </message>
    <message>
        <source>&amp;Of the shortlist</source>
        <translation>Dari &amp;daftar pendek</translation>
    </message>
    <message>
        <source>&amp;Choose</source>
        <translation>&amp;Pilih</translation>
    </message>
    <message>
        <source>Employee of the Month</source>
        <translation>Pegawai terbaik bulanan</translation>
    </message>
    <message>
        <source>Employees of the Month</source>
        <translation>Pegawai terbaik tiap bulan</translation>
    </message>
    <message>
        <source>Habits</source>
        <translation>Kebiasaan</translation>
    </message>
    <message>
        <source>Improved</source>
        <translation>Kemajuan</translation>
    </message>
    <message>
        <source>Recognition</source>
        <translation>Penghargaan</translation>
    </message>
    <message>
        <source>Next rank</source>
        <translation>Pangkat berikut</translation>
    </message>
</context>
<context>
    <name>Journal</name>
    <message>
        <source>Earlier credit points taken over</source>
        <translation>Riwayat angka kredit diimpor</translation>
    </message>
    <message>
        <source>Earlier credit points taken out</source>
        <translation>Riwayat angka kredit dihapus</translation>
    </message>
    <message>
        <source>Earlier credit points entered</source>
        <translation>Riwayat angka kredit dicatat</translation>
    </message>
    <message>
        <source>Habits taken over</source>
        <translation>Kebiasaan diimpor</translation>
    </message>
    <message>
        <source>Entry of the register of habits opened</source>
        <translation>Catatan kebiasaan dibuka</translation>
    </message>
    <message>
        <source>Readers of a habit set</source>
        <translation>Pembaca catatan kebiasaan ditetapkan</translation>
    </message>
    <message>
        <source>Habit settled</source>
        <translation>Kebiasaan selesai ditindaklanjuti</translation>
    </message>
    <message>
        <source>Talk about a habit noted</source>
        <translation>Pembicaraan tentang kebiasaan dicatat</translation>
    </message>
    <message>
        <source>Habits found in the figures of a month</source>
        <translation>Kebiasaan dicari dari data bulan</translation>
    </message>
    <message>
        <source>Habit entered</source>
        <translation>Kebiasaan dicatat</translation>
    </message>
    <message>
        <source>Employee of the Month withdrawn</source>
        <translation>Pilihan pegawai terbaik ditarik</translation>
    </message>
    <message>
        <source>Employee of the Month chosen</source>
        <translation>Pegawai terbaik bulanan dipilih</translation>
    </message>
</context>
<context>
    <name>Editors</name>
    <message>
        <source>Incident</source>
        <translation>Kejadian</translation>
    </message>
    <message>
        <source>Destruction</source>
        <translation>Pemusnahan</translation>
    </message>
    <message>
        <source>Request about data</source>
        <translation>Permintaan atas data</translation>
    </message>
    <message>
        <source>Question about the journal</source>
        <translation>Pertanyaan atas jurnal</translation>
    </message>
    <message>
        <source>Outcome of a habit</source>
        <translation>Hasil tindak lanjut kebiasaan</translation>
    </message>
    <message>
        <source>Talk about a habit</source>
        <translation>Pembicaraan tentang kebiasaan</translation>
    </message>
    <message>
        <source>A working habit</source>
        <translation>Kebiasaan kerja</translation>
    </message>
    <message>
        <source>Choice of the month withdrawn</source>
        <translation>Penarikan pilihan bulan</translation>
    </message>
    <message>
        <source>Choice of the Employee of the Month</source>
        <translation>Pemilihan pegawai terbaik</translation>
    </message>
    <message>
        <source>Points of a letter</source>
        <translation>Angka kredit satu surat</translation>
    </message>
    <message>
        <source>Readers of a habit</source>
        <translation>Pembaca catatan kebiasaan</translation>
    </message>
</context>
</TS>
