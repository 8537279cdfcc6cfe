<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="id" sourcelanguage="en">
<context>
    <name>CirculationTab</name>
    <message>
        <source>%1 papers moved, %2 unchanged, %3 refused.</source>
        <translation>%1 kertas dicatat, %2 tetap, %3 ditolak.</translation>
    </message>
    <message>
        <source>%1 shown · %2 out · %3 overdue · %4 to be called back · %5 scanned</source>
        <translation>%1 tampil · %2 di luar · %3 lewat tenggat · %4 harus ditarik · %5 sudah dipindai</translation>
    </message>
    <message>
        <source>Papers in circulation</source>
        <translation>Kertas yang beredar</translation>
    </message>
    <message>
        <source>What happened…</source>
        <translation>Catat kejadian…</translation>
    </message>
    <message>
        <source>Call-back sheets…</source>
        <translation>Lembar penarikan…</translation>
    </message>
    <message>
        <source>Cancel the number…</source>
        <translation>Batalkan nomor…</translation>
    </message>
    <message>
        <source>Scan the QR or type a number, then Enter</source>
        <translation>Pindai QR atau ketik nomor, lalu Enter</translation>
    </message>
    <message>
        <source>Empty the tray</source>
        <translation>Kosongkan baki</translation>
    </message>
    <message>
        <source>Papers, those to act on first</source>
        <translation>Kertas, yang perlu ditindak lebih dahulu</translation>
    </message>
    <message>
        <source>History of the selected paper</source>
        <translation>Riwayat kertas yang dipilih</translation>
    </message>
    <message>
        <source>Cancel the number</source>
        <translation>Batalkan nomor</translation>
    </message>
    <message>
        <source>Folder for the call-back sheets</source>
        <translation>Folder untuk lembar penarikan</translation>
    </message>
    <message>
        <source>With whom</source>
        <translation>Pada siapa</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>Out</source>
        <translation>Di luar</translation>
    </message>
    <message>
        <source>To be called back</source>
        <translation>Harus ditarik</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>Lewat tenggat</translation>
    </message>
    <message>
        <source>Printed, still here</source>
        <translation>Tercetak, masih di sini</translation>
    </message>
    <message>
        <source>Returned</source>
        <translation>Kembali</translation>
    </message>
    <message>
        <source>Scanned</source>
        <translation>Sudah dipindai</translation>
    </message>
    <message>
        <source>Lost or withdrawn</source>
        <translation>Hilang atau ditarik</translation>
    </message>
    <message>
        <source>Scan or type a paper</source>
        <translation>Pindai atau ketik nomor kertas</translation>
    </message>
    <message>
        <source>Note what happened to the chosen papers</source>
        <translation>Catat kejadian pada kertas yang dipilih</translation>
    </message>
    <message>
        <source>Print the call-back sheets</source>
        <translation>Cetak lembar penarikan</translation>
    </message>
    <message>
        <source>Print again…</source>
        <translation>Cetak ulang…</translation>
    </message>
    <message>
        <source>Print the selected paper again as it was</source>
        <translation>Cetak ulang kertas yang dipilih seperti semula</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Folder</translation>
    </message>
    <message>
        <source>Cancel the number of the selected paper</source>
        <translation>Batalkan nomor kertas yang dipilih</translation>
    </message>
    <message>
        <source>%1 becomes void with all its copies. Why?</source>
        <translation>%1 batal dengan semua rangkapnya. Mengapa?</translation>
    </message>
    <message>
        <source>Printing call-back sheets</source>
        <translation>Mencetak lembar penarikan</translation>
    </message>
    <message>
        <source>The papers are being read.</source>
        <translation>Kertas sedang dibaca.</translation>
    </message>
    <message>
        <source>Nothing was printed for this year yet. Print forms on the first tab.</source>
        <translation>Belum ada yang dicetak untuk tahun ini. Cetak format pada tab pertama.</translation>
    </message>
    <message>
        <source>Tray: %1 papers</source>
        <translation>Baki: %1 kertas</translation>
    </message>
    <message>
        <source>%1 selected</source>
        <translation>%1 dipilih</translation>
    </message>
    <message>
        <source>Nothing is out. Scan the papers that you hand out, then “What happened”.</source>
        <translation>Tidak ada kertas di luar. Pindai kertas yang Anda serahkan, lalu “Catat kejadian”.</translation>
    </message>
</context>
<context>
    <name>CirculationTable</name>
    <message>
        <source>Where</source>
        <translation>Keadaan</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Nomor</translation>
    </message>
    <message>
        <source>Employee</source>
        <translation>Pegawai</translation>
    </message>
    <message>
        <source>With</source>
        <translation>Pada</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Sejak</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>Hari</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Tenggat</translation>
    </message>
    <message>
        <source>Next step</source>
        <translation>Berikutnya</translation>
    </message>
</context>
<context>
    <name>MoveDialog</name>
    <message>
        <source>handed to the rater</source>
        <translation>diserahkan ke pejabat penilai</translation>
    </message>
    <message>
        <source>handed to the employee</source>
        <translation>diserahkan ke pegawai</translation>
    </message>
    <message>
        <source>handed to the rater's superior</source>
        <translation>diserahkan ke atasan penilai</translation>
    </message>
    <message>
        <source>handed to the leader or coach</source>
        <translation>diserahkan ke pimpinan atau pembimbing</translation>
    </message>
    <message>
        <source>came back signed by whoever had it</source>
        <translation>kembali, sudah ditandatangani pemegangnya</translation>
    </message>
    <message>
        <source>came back unsigned</source>
        <translation>kembali tanpa tanda tangan</translation>
    </message>
    <message>
        <source>the rater signed</source>
        <translation>pejabat penilai menandatangani</translation>
    </message>
    <message>
        <source>the employee signed</source>
        <translation>pegawai menandatangani</translation>
    </message>
    <message>
        <source>the rater's superior signed</source>
        <translation>atasan penilai menandatangani</translation>
    </message>
    <message>
        <source>scanned, with all its signatures</source>
        <translation>sudah dipindai, lengkap tanda tangannya</translation>
    </message>
    <message>
        <source>lost</source>
        <translation>hilang</translation>
    </message>
    <message>
        <source>withdrawn for good</source>
        <translation>ditarik untuk seterusnya</translation>
    </message>
    <message>
        <source>What happened to the papers</source>
        <translation>Kejadian pada kertas</translation>
    </message>
    <message>
        <source>whoever is printed on the paper</source>
        <translation>orang yang tercetak pada kertas</translation>
    </message>
    <message>
        <source>only when out of order, lost or withdrawn</source>
        <translation>hanya bila menyimpang, hilang, atau ditarik</translation>
    </message>
    <message>
        <source>&amp;What</source>
        <translation>&amp;Kejadian</translation>
    </message>
    <message>
        <source>&amp;On</source>
        <translation>&amp;Tanggal</translation>
    </message>
    <message>
        <source>&amp;Given to</source>
        <translation>&amp;Diserahkan kepada</translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation>&amp;Alasan</translation>
    </message>
    <message>
        <source>You type, you do not sign: a signature is noted for the person printed on the paper. Papers that cannot go this way are listed afterwards and stay where they are. The whole entry can be undone.</source>
        <translation>Anda mengetik, bukan menandatangani: tanda tangan dicatat untuk orang yang tercetak pada kertas. Kertas yang tidak dapat menempuh jalan ini disebutkan sesudahnya dan tetap di tempatnya. Seluruh catatan dapat diurungkan.</translation>
    </message>
    <message>
        <source>%1 papers</source>
        <translation>%1 kertas</translation>
    </message>
</context>
<context>
    <name>PaperPane</name>
    <message>
        <source>printed</source>
        <translation>tercetak</translation>
    </message>
    <message>
        <source>version %1, copy %2</source>
        <translation>versi %1, rangkap %2</translation>
    </message>
    <message>
        <source>Next: %1</source>
        <translation>Berikutnya: %1</translation>
    </message>
    <message>
        <source>day not known</source>
        <translation>tanggal belum diketahui</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Riwayat</translation>
    </message>
    <message>
        <source>signed: %1</source>
        <translation>ditandatangani %1</translation>
    </message>
    <message>
        <source>typed by %1</source>
        <translation>diketik oleh %1</translation>
    </message>
    <message>
        <source>Signatures, in their order</source>
        <translation>Tanda tangan menurut urutan</translation>
    </message>
</context>
<context>
    <name>SignersTab</name>
    <message>
        <source>⚠ Nobody may sign for %1 units on %2: %3</source>
        <translation>⚠ Belum ada yang berwenang menandatangani untuk %1 unit pada %2: %3</translation>
    </message>
    <message>
        <source>%1 of %2 lines</source>
        <translation>%1 dari %2 baris</translation>
    </message>
    <message>
        <source>Who signs for which office</source>
        <translation>Siapa menandatangani untuk jabatan apa</translation>
    </message>
    <message>
        <source>Give a mandate…</source>
        <translation>Beri mandat…</translation>
    </message>
    <message>
        <source>End it on this day</source>
        <translation>Akhiri pada tanggal ini</translation>
    </message>
    <message>
        <source>Take it out</source>
        <translation>Hapus</translation>
    </message>
    <message>
        <source>only who signs on</source>
        <translation>hanya yang menandatangani pada</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Tanggal</translation>
    </message>
    <message>
        <source>Signers</source>
        <translation>Penanda tangan</translation>
    </message>
    <message>
        <source>Nobody fits. Import units and staff first, or choose another day or search.</source>
        <translation>Tidak ada yang cocok. Impor unit dan pegawai lebih dahulu, atau pilih tanggal atau pencarian lain.</translation>
    </message>
    <message>
        <source>Give a mandate a.n. or u.b.</source>
        <translation>Beri mandat a.n. atau u.b.</translation>
    </message>
    <message>
        <source>End the selected mandate on this day</source>
        <translation>Akhiri mandat yang dipilih pada tanggal ini</translation>
    </message>
</context>
<context>
    <name>SignerTable</name>
    <message>
        <source>Signs for</source>
        <translation>Menandatangani untuk</translation>
    </message>
    <message>
        <source>As</source>
        <translation>Sebagai</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nama</translation>
    </message>
    <message>
        <source>Own post</source>
        <translation>Jabatan sendiri</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Sejak</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Sampai</translation>
    </message>
    <message>
        <source>Known from</source>
        <translation>Sumber</translation>
    </message>
    <message>
        <source>Letter</source>
        <translation>Surat</translation>
    </message>
</context>
<context>
    <name>MandateDialog</name>
    <message>
        <source>Mandate to sign</source>
        <translation>Mandat menandatangani</translation>
    </message>
    <message>
        <source>a.n. (on behalf of the head)</source>
        <translation>a.n. (atas nama pimpinan)</translation>
    </message>
    <message>
        <source>u.b. (for whoever signs on behalf)</source>
        <translation>u.b. (untuk beliau)</translation>
    </message>
    <message>
        <source>until</source>
        <translation>sampai</translation>
    </message>
    <message>
        <source>&amp;Office</source>
        <translation>&amp;Jabatan yang diwakili</translation>
    </message>
    <message>
        <source>S&amp;igner</source>
        <translation>Penanda t&amp;angan</translation>
    </message>
    <message>
        <source>&amp;As</source>
        <translation>&amp;Sebagai</translation>
    </message>
    <message>
        <source>Post of the &amp;signer</source>
        <translation>Jabatan &amp;penanda tangan</translation>
    </message>
    <message>
        <source>Post be&amp;tween (u.b.)</source>
        <translation>Jabatan pe&amp;rantara (u.b.)</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Mulai</translation>
    </message>
    <message>
        <source>&amp;Letter</source>
        <translation>Nomor s&amp;urat</translation>
    </message>
    <message>
        <source>Heads, Plt. and Plh. are not entered here: they follow from the changes of the staff register.</source>
        <translation>Pejabat, Plt., dan Plh. tidak diisi di sini: mengikuti perubahan pada daftar pegawai.</translation>
    </message>
</context>
</TS>
