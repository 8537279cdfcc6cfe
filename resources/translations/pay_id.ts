<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="id" sourcelanguage="en">
<context>
    <name>Journal</name>
    <message>
        <source>Difference of a locked month carried over</source>
        <translation>Selisih bulan terkunci dibawa ke bulan lain</translation>
    </message>
    <message>
        <source>Basic amount set</source>
        <translation>Besaran tunjangan ditetapkan</translation>
    </message>
    <message>
        <source>Pay recap locked</source>
        <translation>Rekap tunjangan dikunci</translation>
    </message>
    <message>
        <source>Inputs of pay months taken over</source>
        <translation>Data pendukung tunjangan diimpor</translation>
    </message>
    <message>
        <source>Basic amounts taken over</source>
        <translation>Besaran tunjangan diimpor</translation>
    </message>
    <message>
        <source>Input of a pay month entered</source>
        <translation>Data pendukung tunjangan dicatat</translation>
    </message>
    <message>
        <source>Pay recap computed</source>
        <translation>Rekap tunjangan dihitung</translation>
    </message>
    <message>
        <source>Shape of the pay rule chosen</source>
        <translation>Bentuk aturan tunjangan dipilih</translation>
    </message>
    <message>
        <source>Pay rule of the agency adopted</source>
        <translation>Aturan tunjangan sendiri dipakai</translation>
    </message>
</context>
<context>
    <name>PayTab</name>
    <message>
        <source>The seal is broken: lines have changed outside MeritDesk. Restore a backup.</source>
        <translation>Segel rusak: ada baris yang berubah di luar MeritDesk. Pulihkan cadangan.</translation>
    </message>
    <message>
        <source>The seal is whole: no line has changed since the recap was computed.</source>
        <translation>Segel utuh: tidak ada baris yang berubah sejak rekap dihitung.</translation>
    </message>
    <message>
        <source>Set a basic amount…</source>
        <translation>Tetapkan besaran tunjangan…</translation>
    </message>
    <message>
        <source>Amount…</source>
        <translation>Besaran…</translation>
    </message>
    <message>
        <source>Enter an input of the month…</source>
        <translation>Catat data pendukung bulan ini…</translation>
    </message>
    <message>
        <source>Enter…</source>
        <translation>Catat…</translation>
    </message>
    <message>
        <source>%1 people, %2, written to %3</source>
        <translation>%1 pegawai, %2, ditulis ke %3</translation>
    </message>
    <message>
        <source>%1 against version %2</source>
        <translation>%1 terhadap versi %2</translation>
    </message>
    <message>
        <source>rule %1</source>
        <translation>aturan %1</translation>
    </message>
    <message>
        <source>Version %1</source>
        <translation>Versi %1</translation>
    </message>
    <message>
        <source>&amp;Into</source>
        <translation>&amp;Ke bulan</translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation>&amp;Alasan</translation>
    </message>
    <message>
        <source>Compute the recap of the month</source>
        <translation>Hitung rekap bulan ini</translation>
    </message>
    <message>
        <source>Compute</source>
        <translation>Hitung</translation>
    </message>
    <message>
        <source>Lock the recap of the month for good…</source>
        <translation>Kunci rekap bulan ini selamanya…</translation>
    </message>
    <message>
        <source>Lock…</source>
        <translation>Kunci…</translation>
    </message>
    <message>
        <source>Write the list for the treasury…</source>
        <translation>Tulis daftar untuk perbendaharaan…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Ekspor…</translation>
    </message>
    <message>
        <source>Slip of the chosen employee…</source>
        <translation>Rincian pegawai terpilih…</translation>
    </message>
    <message>
        <source>Slip…</source>
        <translation>Rincian…</translation>
    </message>
    <message>
        <source>Print the recap of every unit…</source>
        <translation>Cetak rekap setiap unit…</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>Cetak…</translation>
    </message>
    <message>
        <source>Settle a locked month in a later one…</source>
        <translation>Selesaikan bulan terkunci di bulan lain…</translation>
    </message>
    <message>
        <source>Settle…</source>
        <translation>Selesaikan…</translation>
    </message>
    <message>
        <source>Look at the pay rule, try another one…</source>
        <translation>Lihat aturan tunjangan, coba aturan lain…</translation>
    </message>
    <message>
        <source>Rule…</source>
        <translation>Aturan…</translation>
    </message>
    <message>
        <source>Amounts and inputs of the month…</source>
        <translation>Besaran dan data pendukung bulan ini…</translation>
    </message>
    <message>
        <source>Inputs…</source>
        <translation>Data…</translation>
    </message>
    <message>
        <source>No recap of this month yet. It is computed for everybody at once and may be computed again.</source>
        <translation>Belum ada rekap bulan ini. Rekap dihitung untuk semua sekaligus dan boleh diulang.</translation>
    </message>
    <message>
        <source>not locked yet</source>
        <translation>belum dikunci</translation>
    </message>
    <message>
        <source>locked by %1</source>
        <translation>dikunci oleh %1</translation>
    </message>
    <message>
        <source>Write the list where?</source>
        <translation>Tulis daftar di mana?</translation>
    </message>
    <message>
        <source>Printing the recap</source>
        <translation>Mencetak rekap</translation>
    </message>
    <message>
        <source>Settling</source>
        <translation>Menyelesaikan selisih</translation>
    </message>
    <message>
        <source>Settle</source>
        <translation>Selesaikan</translation>
    </message>
    <message>
        <source>What the locked month would pay otherwise today is entered, person by person, for the later month.</source>
        <translation>Selisih bulan terkunci menurut data hari ini dicatat per pegawai untuk bulan sesudahnya.</translation>
    </message>
    <message>
        <source>Settle in a later month</source>
        <translation>Selesaikan di bulan lain</translation>
    </message>
    <message>
        <source>Locking the recap</source>
        <translation>Mengunci rekap</translation>
    </message>
    <message>
        <source>Lock for good</source>
        <translation>Kunci selamanya</translation>
    </message>
    <message>
        <source>Computing the recap</source>
        <translation>Menghitung rekap</translation>
    </message>
    <message>
        <source>Compute another version</source>
        <translation>Hitung versi baru</translation>
    </message>
    <message>
        <source>The recap is locked and stays as it is. Another version stands beside it and says why it was made.</source>
        <translation>Rekap sudah dikunci dan tetap. Versi baru berdiri di sampingnya dan menyebut alasannya.</translation>
    </message>
    <message>
        <source>Another version</source>
        <translation>Versi baru</translation>
    </message>
    <message>
        <source>&amp;More</source>
        <translation>&amp;Lainnya</translation>
    </message>
    <message>
        <source>Every rupiah of the chosen employee; a number and Enter lead to its input</source>
        <translation>Asal setiap rupiah pegawai terpilih; nomor baris lalu Enter membuka sumbernya</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>Bulan</translation>
    </message>
    <message>
        <source>Performance pay</source>
        <translation>Tunjangan kinerja</translation>
    </message>
    <message>
        <source>%1 people paid · amounts %2 · paid %3 · %4 without an amount</source>
        <translation>%1 pegawai dibayar · besaran %2 · diterima %3 · %4 tanpa besaran</translation>
    </message>
    <message>
        <source>Into which folder?</source>
        <translation>Ke folder mana?</translation>
    </message>
    <message>
        <source>%1 sheets printed: %2</source>
        <translation>%1 lembar dicetak: %2</translation>
    </message>
    <message>
        <source>%1: %2 people, %3</source>
        <translation>%1: %2 pegawai, %3</translation>
    </message>
    <message>
        <source>A locked recap never changes. A correction is another version with a reason, or a later settlement.</source>
        <translation>Rekap yang dikunci tidak berubah lagi. Perbaikan dibuat sebagai versi baru dengan alasan, atau diselesaikan di bulan lain.</translation>
    </message>
    <message>
        <source>Lock the recap of %1: %2 people, %3?</source>
        <translation>Kunci rekap %1: %2 pegawai, %3?</translation>
    </message>
</context>
<context>
    <name>PayTables</name>
    <message>
        <source>Entered by</source>
        <translation>Dicatat oleh</translation>
    </message>
    <message>
        <source>Appeal</source>
        <translation>Banding</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Sampai</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Mulai</translation>
    </message>
    <message>
        <source>Sanction</source>
        <translation>Hukuman</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Tingkat</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Pegawai</translation>
    </message>
    <message>
        <source>Counts from</source>
        <translation>Berlaku mulai</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>Kelas</translation>
    </message>
    <message>
        <source>Employee, post or class</source>
        <translation>Pegawai, jabatan, atau kelas</translation>
    </message>
    <message>
        <source>Of</source>
        <translation>Untuk</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Keterangan</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Nilai</translation>
    </message>
    <message>
        <source>Employee or unit</source>
        <translation>Pegawai atau unit</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Jenis</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Selisih</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Sesudah</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Sebelum</translation>
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
        <translation>Unit</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>Diterima</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Lainnya</translation>
    </message>
    <message>
        <source>Discipline</source>
        <translation>Disiplin</translation>
    </message>
    <message>
        <source>Productivity</source>
        <translation>Produktivitas</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Besaran</translation>
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
    <name>PayInputs</name>
    <message>
        <source>One row a fact: PERIODE, JENIS DATA TPP (SERAPAN ANGGARAN, LHKPN, INOVASI, KEGIATAN NEGATIF), NIP or UNIT, NILAI DATA TPP.</source>
        <translation>Satu baris per data: PERIODE, JENIS DATA TPP (SERAPAN ANGGARAN, LHKPN, INOVASI, KEGIATAN NEGATIF), NIP atau UNIT, NILAI DATA TPP.</translation>
    </message>
    <message>
        <source>One row an employee (NIP), post (JABATAN) or post class (KELAS JABATAN) with TMT BESARAN and a column for each component: BEBAN KERJA, PRESTASI KERJA, KONDISI KERJA ...</source>
        <translation>Satu baris per pegawai (NIP), jabatan (JABATAN), atau kelas jabatan (KELAS JABATAN) dengan TMT BESARAN dan satu kolom per komponen: BEBAN KERJA, PRESTASI KERJA, KONDISI KERJA ...</translation>
    </message>
    <message>
        <source>Pay: inputs of a month</source>
        <translation>Tunjangan: data pendukung bulan</translation>
    </message>
    <message>
        <source>Pay: basic amounts</source>
        <translation>Tunjangan: besaran</translation>
    </message>
    <message>
        <source>Counts &amp;from</source>
        <translation>&amp;Berlaku mulai</translation>
    </message>
    <message>
        <source>Post &amp;class</source>
        <translation>&amp;Kelas jabatan</translation>
    </message>
    <message>
        <source>&amp;NIP, post or class</source>
        <translation>&amp;NIP, jabatan, atau kelas</translation>
    </message>
    <message>
        <source>&amp;Of</source>
        <translation>&amp;Untuk</translation>
    </message>
    <message>
        <source>N&amp;ote</source>
        <translation>&amp;Keterangan</translation>
    </message>
    <message>
        <source>&amp;Value</source>
        <translation>Ni&amp;lai</translation>
    </message>
    <message>
        <source>&amp;NIP or unit</source>
        <translation>&amp;NIP atau unit</translation>
    </message>
    <message>
        <source>&amp;Kind</source>
        <translation>&amp;Jenis</translation>
    </message>
    <message>
        <source>Amounts and inputs of %1</source>
        <translation>Besaran dan data pendukung %1</translation>
    </message>
    <message>
        <source>Set</source>
        <translation>Tetapkan</translation>
    </message>
    <message>
        <source>A NIP, the title of a post, or a post class. Without amounts those of the class count.</source>
        <translation>NIP, nama jabatan, atau kelas jabatan. Tanpa besaran, besaran kelasnya yang dipakai.</translation>
    </message>
    <message>
        <source>Basic amount</source>
        <translation>Besaran tunjangan</translation>
    </message>
    <message>
        <source>Enter it</source>
        <translation>Catat</translation>
    </message>
    <message>
        <source>A NIP for a person; for the absorption of a budget the name or UNOR ID of the unit.</source>
        <translation>NIP untuk pegawai; untuk serapan anggaran, nama atau UNOR ID unit.</translation>
    </message>
    <message>
        <source>Input of the month</source>
        <translation>Data pendukung</translation>
    </message>
    <message>
        <source>Attendance, activity, evaluations and sanctions come by themselves. Here stands what must be entered.</source>
        <translation>Kehadiran, aktivitas, penilaian, dan hukuman disiplin masuk sendiri. Di sini yang harus dicatat.</translation>
    </message>
    <message>
        <source>I&amp;mport amounts…</source>
        <translation>I&amp;mpor besaran…</translation>
    </message>
    <message>
        <source>Set an &amp;amount…</source>
        <translation>&amp;Tetapkan besaran…</translation>
    </message>
    <message>
        <source>&amp;Import inputs…</source>
        <translation>&amp;Impor data…</translation>
    </message>
    <message>
        <source>Take &amp;out</source>
        <translation>&amp;Hapus</translation>
    </message>
    <message>
        <source>&amp;Enter…</source>
        <translation>&amp;Catat…</translation>
    </message>
    <message>
        <source>No amounts yet. Import them by employee, by post, or by post class.</source>
        <translation>Belum ada besaran. Impor per pegawai, per jabatan, atau per kelas jabatan.</translation>
    </message>
    <message>
        <source>Basic amounts</source>
        <translation>Besaran tunjangan</translation>
    </message>
    <message>
        <source>Nothing is entered for this month: nobody is cut for a wealth report, nothing is known of budgets.</source>
        <translation>Belum ada data untuk bulan ini: tidak ada potongan LHKPN/LHKASN, serapan anggaran belum diketahui.</translation>
    </message>
    <message>
        <source>Inputs of the month</source>
        <translation>Data pendukung bulan ini</translation>
    </message>
</context>
<context>
    <name>PayRule</name>
    <message>
        <source>Pay rule, tried on %1</source>
        <translation>Aturan tunjangan, dicoba pada %1</translation>
    </message>
    <message>
        <source>Pay by this rule from %1 on?</source>
        <translation>Bayar menurut aturan ini mulai %1?</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Nilai</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>Angka</translation>
    </message>
    <message>
        <source>Write the rule where?</source>
        <translation>Tulis aturan di mana?</translation>
    </message>
    <message>
        <source>Which rule file?</source>
        <translation>Berkas aturan yang mana?</translation>
    </message>
    <message>
        <source>Adopt the rule</source>
        <translation>Pakai aturan ini</translation>
    </message>
    <message>
        <source>Trying the rule</source>
        <translation>Mencoba aturan</translation>
    </message>
    <message>
        <source>&amp;Save as file…</source>
        <translation>&amp;Simpan ke berkas…</translation>
    </message>
    <message>
        <source>&amp;Open a rule file…</source>
        <translation>&amp;Buka berkas aturan…</translation>
    </message>
    <message>
        <source>&amp;Adopt…</source>
        <translation>&amp;Pakai…</translation>
    </message>
    <message>
        <source>&amp;Try on this month</source>
        <translation>&amp;Coba pada bulan ini</translation>
    </message>
    <message>
        <source>Change a figure on the left and try: here stands everybody whose pay would differ.</source>
        <translation>Ubah angka di kiri lalu coba: di sini tampil setiap pegawai yang tunjangannya berbeda.</translation>
    </message>
    <message>
        <source>Whom it would touch</source>
        <translation>Siapa yang terkena</translation>
    </message>
    <message>
        <source>Figures of the rule</source>
        <translation>Angka dalam aturan</translation>
    </message>
    <message>
        <source>Shape of the rule</source>
        <translation>Bentuk aturan</translation>
    </message>
    <message>
        <source>%1 becomes %2 (%3) · %4 of %5 people differ · %6 gain · %7 lose</source>
        <translation>%1 menjadi %2 (%3) · %4 dari %5 pegawai berbeda · %6 naik · %7 turun</translation>
    </message>
</context>
<context>
    <name>PlainList</name>
    <message>
        <source>Filter</source>
        <translation>Saring</translation>
    </message>
</context>
<context>
    <name>FollowUp</name>
    <message>
        <source>Discipline</source>
        <translation>Disiplin</translation>
    </message>
    <message>
        <source>Pay</source>
        <translation>Tunjangan kinerja</translation>
    </message>
</context>
<context>
    <name>PayDifferences</name>
    <message>
        <source>%1 people differ · %2 in sum</source>
        <translation>%1 pegawai berbeda · jumlah %2</translation>
    </message>
    <message>
        <source>Nobody is paid otherwise.</source>
        <translation>Tidak ada yang dibayar berbeda.</translation>
    </message>
    <message>
        <source>%1 against the version before</source>
        <translation>%1 terhadap versi sebelumnya</translation>
    </message>
</context>
</TS>
