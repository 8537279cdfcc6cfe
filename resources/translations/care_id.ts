<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="id" sourcelanguage="en">
<context>
    <name>Care</name>
    <message>
        <source>Make it nameless...</source>
        <translation>Buat tanpa nama...</translation>
    </message>
    <message>
        <source>Without names, NIPs and texts, with a passphrase of its own.</source>
        <translation>Tanpa nama, NIP, dan isi teks, dengan kata sandinya sendiri.</translation>
    </message>
    <message>
        <source>A new or empty folder</source>
        <translation>Folder baru atau kosong</translation>
    </message>
    <message>
        <source>The copy for support is ready: %1</source>
        <translation>Salinan untuk pendukung siap: %1</translation>
    </message>
    <message>
        <source>&amp;Make the copy</source>
        <translation>B&amp;uat salinan</translation>
    </message>
    <message>
        <source>Once &amp;again</source>
        <translation>Sekali &amp;lagi</translation>
    </message>
    <message>
        <source>&amp;New passphrase of the copy</source>
        <translation>Kata sandi &amp;baru untuk salinan</translation>
    </message>
    <message>
        <source>&amp;Passphrase of these data</source>
        <translation>&amp;Kata sandi data ini</translation>
    </message>
    <message>
        <source>&amp;Folder of the copy</source>
        <translation>&amp;Folder salinan</translation>
    </message>
    <message>
        <source>Choose...</source>
        <translation>Pilih...</translation>
    </message>
    <message>
        <source>Names, NIPs and texts are replaced alike everywhere, files and the journal are left out; counts and figures stay. Give the copy and its passphrase to whoever helps you, by separate ways.</source>
        <translation>Nama, NIP, dan teks diganti dengan cara yang sama di mana-mana, berkas dan jurnal tidak ikut; jumlah dan angka tetap. Serahkan salinan dan kata sandinya kepada pendukung lewat jalan yang berbeda.</translation>
    </message>
    <message>
        <source>A copy for support</source>
        <translation>Salinan untuk pendukung</translation>
    </message>
    <message>
        <source>%1: %2 rows and %3 journal entries are gone. Print the certificate.</source>
        <translation>%1: %2 baris dan %3 catatan jurnal dimusnahkan. Cetak berita acaranya.</translation>
    </message>
    <message>
        <source>refused, with the reason</source>
        <translation>ditolak, dengan alasannya</translation>
    </message>
    <message>
        <source>processing is limited</source>
        <translation>pemrosesan dibatasi</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>belum</translation>
    </message>
    <message>
        <source>limited</source>
        <translation>dibatasi</translation>
    </message>
    <message>
        <source>limit</source>
        <translation>batasi</translation>
    </message>
    <message>
        <source>lifted</source>
        <translation>dicabut</translation>
    </message>
    <message>
        <source>lift the limit</source>
        <translation>cabut pembatasan</translation>
    </message>
    <message>
        <source>granted</source>
        <translation>dikabulkan</translation>
    </message>
    <message>
        <source>destroyed</source>
        <translation>dimusnahkan</translation>
    </message>
    <message>
        <source>backup of %1</source>
        <translation>cadangan %1</translation>
    </message>
    <message>
        <source>Year or mark</source>
        <translation>Tahun atau tanda</translation>
    </message>
    <message>
        <source>Written: %1</source>
        <translation>Ditulis: %1</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Isi</translation>
    </message>
    <message>
        <source>Whose data</source>
        <translation>Data siapa</translation>
    </message>
    <message>
        <source>Whom it &amp;concerns</source>
        <translation>Siapa yang &amp;terkena</translation>
    </message>
    <message>
        <source>Whoever asks to see, correct or limit the data kept about him is answered within 3 x 24 hours, nights and holidays included (UU 27/2022 Art. 30, 32, 41).</source>
        <translation>Siapa pun yang meminta melihat, memperbaiki, atau membatasi data tentang dirinya dijawab dalam 3 x 24 jam, malam dan hari libur ikut dihitung (UU 27/2022 Ps. 30, 32, 41).</translation>
    </message>
    <message>
        <source>Who was &amp;told</source>
        <translation>Siapa yang &amp;diberi tahu</translation>
    </message>
    <message>
        <source>When data got where it should not be, the people concerned and the authority are told in writing within 3 x 24 hours (UU 27/2022 Art. 46).</source>
        <translation>Bila data sampai ke tempat yang tidak semestinya, orang yang terkena dan lembaga diberi tahu tertulis dalam 3 x 24 jam (UU 27/2022 Ps. 46).</translation>
    </message>
    <message>
        <source>What the schedule says</source>
        <translation>Menurut jadwal</translation>
    </message>
    <message>
        <source>What the archive schedule no longer keeps. Nothing goes by itself: it takes a reason, a second person and a certificate, and closed evaluations never go before their time.</source>
        <translation>Yang menurut jadwal retensi arsip tidak disimpan lagi. Tidak ada yang hilang sendiri: perlu alasan, orang kedua, dan berita acara; evaluasi yang ditutup tidak pernah dimusnahkan sebelum waktunya.</translation>
    </message>
    <message>
        <source>What is not known yet stays empty and is filled in later. Name nobody here.</source>
        <translation>Yang belum diketahui dikosongkan dan dilengkapi kemudian. Jangan menyebut nama di sini.</translation>
    </message>
    <message>
        <source>What is done a&amp;bout it</source>
        <translation>&amp;Upaya penanganan</translation>
    </message>
    <message>
        <source>What is asked</source>
        <translation>Yang diminta</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Kejadian</translation>
    </message>
    <message>
        <source>Told</source>
        <translation>Diberitahukan</translation>
    </message>
    <message>
        <source>To be told by</source>
        <translation>Diberitahukan paling lambat</translation>
    </message>
    <message>
        <source>The people concerned and the authority, by letter; after this nothing is changed.</source>
        <translation>Orang yang terkena dan lembaga, dengan surat; sesudah ini tidak diubah lagi.</translation>
    </message>
    <message>
        <source>The clock of 3 x 24 hours runs from now.</source>
        <translation>Batas 3 x 24 jam berjalan mulai sekarang.</translation>
    </message>
    <message>
        <source>The answer is kept.</source>
        <translation>Jawaban tersimpan.</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Keadaan</translation>
    </message>
    <message>
        <source>Rows, drafts, the search index, unused pages and the values in the journal go. What stays is a tombstone without a name. It cannot be taken back.</source>
        <translation>Baris data, draf, indeks pencarian, halaman kosong, dan nilainya di jurnal dimusnahkan. Yang tinggal hanya tanda tanpa nama. Tidak dapat diurungkan.</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Baris</translation>
    </message>
    <message>
        <source>Retention</source>
        <translation>Retensi</translation>
    </message>
    <message>
        <source>Records</source>
        <translation>Berkas</translation>
    </message>
    <message>
        <source>Record of processing</source>
        <translation>Rekaman kegiatan pemrosesan</translation>
    </message>
    <message>
        <source>Received %1 by %2</source>
        <translation>Diterima %1 oleh %2</translation>
    </message>
    <message>
        <source>Plans, evaluations, papers and sending go on, since the rules demand them. Recognition and the register of habits stop for this person.</source>
        <translation>SKP, evaluasi, kertas, dan pengiriman jalan terus karena diwajibkan peraturan. Penghargaan dan catatan kebiasaan berhenti untuk orang ini.</translation>
    </message>
    <message>
        <source>Personal data</source>
        <translation>Data pribadi</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Orang</translation>
    </message>
    <message>
        <source>PC or laptop %1</source>
        <translation>PC atau laptop %1</translation>
    </message>
    <message>
        <source>Over since</source>
        <translation>Habis sejak</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Nomor</translation>
    </message>
    <message>
        <source>Noticed</source>
        <translation>Diketahui</translation>
    </message>
    <message>
        <source>Notice on paper</source>
        <translation>Surat pemberitahuan</translation>
    </message>
    <message>
        <source>Nothing is over its time, and nothing was destroyed.</source>
        <translation>Tidak ada yang habis masa simpannya, dan tidak ada yang dimusnahkan.</translation>
    </message>
    <message>
        <source>Note who was told</source>
        <translation>Catat siapa yang diberi tahu</translation>
    </message>
    <message>
        <source>Note an incident</source>
        <translation>Catat kejadian</translation>
    </message>
    <message>
        <source>Nobody has asked anything about the data kept here.</source>
        <translation>Belum ada yang meminta apa pun atas data yang disimpan di sini.</translation>
    </message>
    <message>
        <source>No incident. A lost stick or laptop is noted here too, although nothing on it can be read.</source>
        <translation>Tidak ada kejadian. Flashdisk atau laptop yang hilang juga dicatat di sini, walaupun isinya tidak dapat dibaca.</translation>
    </message>
    <message>
        <source>New request</source>
        <translation>Permintaan baru</translation>
    </message>
    <message>
        <source>Lost stick or laptop</source>
        <translation>Flashdisk atau laptop hilang</translation>
    </message>
    <message>
        <source>Limit processing</source>
        <translation>Batasi pemrosesan</translation>
    </message>
    <message>
        <source>Kept.</source>
        <translation>Tersimpan.</translation>
    </message>
    <message>
        <source>Incidents</source>
        <translation>Kejadian</translation>
    </message>
    <message>
        <source>In his &amp;words</source>
        <translation>Dalam kata-&amp;katanya</translation>
    </message>
    <message>
        <source>How many &amp;people</source>
        <translation>&amp;Banyaknya orang</translation>
    </message>
    <message>
        <source>Fill in an incident</source>
        <translation>Lengkapi kejadian</translation>
    </message>
    <message>
        <source>Fill &amp;in...</source>
        <translation>Lengka&amp;pi...</translation>
    </message>
    <message>
        <source>File or device</source>
        <translation>Berkas atau alat</translation>
    </message>
    <message>
        <source>Extract for a person</source>
        <translation>Salinan data seorang pegawai</translation>
    </message>
    <message>
        <source>Everything the store holds about one person, with who worked on it. Records kept in confidence are in it for their readers only; answers given without a name are withheld.</source>
        <translation>Semua yang disimpan tentang seorang pegawai, beserta siapa yang memprosesnya. Catatan rahasia hanya termuat bagi pembacanya; jawaban tanpa nama ditahan.</translation>
    </message>
    <message>
        <source>Done.</source>
        <translation>Selesai.</translation>
    </message>
    <message>
        <source>Destroy these records for good?</source>
        <translation>Musnahkan berkas ini untuk selamanya?</translation>
    </message>
    <message>
        <source>Destroy records of a year</source>
        <translation>Musnahkan berkas satu tahun</translation>
    </message>
    <message>
        <source>Destroy everything about this person for good?</source>
        <translation>Musnahkan semua data orang ini untuk selamanya?</translation>
    </message>
    <message>
        <source>Destroy data of a person</source>
        <translation>Musnahkan data seorang pegawai</translation>
    </message>
    <message>
        <source>Destroy a &amp;year...</source>
        <translation>Musnahkan &amp;tahun...</translation>
    </message>
    <message>
        <source>Destroy a &amp;person...</source>
        <translation>Musnahkan &amp;orang...</translation>
    </message>
    <message>
        <source>Correct the data first where it is granted; then write what was done, or why not.</source>
        <translation>Bila dikabulkan, perbaiki dulu datanya; lalu tulis apa yang dilakukan, atau mengapa tidak.</translation>
    </message>
    <message>
        <source>Copies that still have to age out:</source>
        <translation>Salinan yang masih harus habis masanya:</translation>
    </message>
    <message>
        <source>Choose what was on it. The notice fills itself in: what is sealed cannot be read.</source>
        <translation>Pilih apa yang ada di dalamnya. Surat terisi sendiri: yang tersegel tidak dapat dibaca.</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>Berita acara</translation>
    </message>
    <message>
        <source>Answer by</source>
        <translation>Dijawab paling lambat</translation>
    </message>
    <message>
        <source>Answer a request</source>
        <translation>Jawab permintaan</translation>
    </message>
    <message>
        <source>&amp;Whose data</source>
        <translation>&amp;Data siapa</translation>
    </message>
    <message>
        <source>&amp;When it happened</source>
        <translation>&amp;Kapan terjadi</translation>
    </message>
    <message>
        <source>&amp;What was lost</source>
        <translation>&amp;Yang hilang</translation>
    </message>
    <message>
        <source>&amp;What to do</source>
        <translation>&amp;Tindakan</translation>
    </message>
    <message>
        <source>&amp;What is asked</source>
        <translation>&amp;Yang diminta</translation>
    </message>
    <message>
        <source>&amp;Told...</source>
        <translation>&amp;Diberitahukan...</translation>
    </message>
    <message>
        <source>&amp;Second person</source>
        <translation>Orang &amp;kedua</translation>
    </message>
    <message>
        <source>&amp;Record...</source>
        <translation>&amp;Rekaman...</translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation>&amp;Alasan</translation>
    </message>
    <message>
        <source>&amp;Outcome</source>
        <translation>&amp;Hasil</translation>
    </message>
    <message>
        <source>&amp;Other incident...</source>
        <translation>Kejadian l&amp;ain...</translation>
    </message>
    <message>
        <source>&amp;Notice...</source>
        <translation>&amp;Surat...</translation>
    </message>
    <message>
        <source>&amp;Note it</source>
        <translation>&amp;Catat</translation>
    </message>
    <message>
        <source>&amp;New request...</source>
        <translation>Permintaan &amp;baru...</translation>
    </message>
    <message>
        <source>&amp;NIP</source>
        <translation>&amp;NIP</translation>
    </message>
    <message>
        <source>&amp;Lost stick or laptop...</source>
        <translation>Flashdisk atau &amp;laptop hilang...</translation>
    </message>
    <message>
        <source>&amp;Limit...</source>
        <translation>&amp;Batasi...</translation>
    </message>
    <message>
        <source>&amp;Kind</source>
        <translation>&amp;Jenis</translation>
    </message>
    <message>
        <source>&amp;Keep the answer</source>
        <translation>&amp;Simpan jawaban</translation>
    </message>
    <message>
        <source>&amp;Keep</source>
        <translation>&amp;Simpan</translation>
    </message>
    <message>
        <source>&amp;How it came to light</source>
        <translation>&amp;Bagaimana terungkap</translation>
    </message>
    <message>
        <source>&amp;How</source>
        <translation>&amp;Bagaimana</translation>
    </message>
    <message>
        <source>&amp;File...</source>
        <translation>&amp;Berkas...</translation>
    </message>
    <message>
        <source>&amp;Extract...</source>
        <translation>&amp;Salinan data...</translation>
    </message>
    <message>
        <source>&amp;Register</source>
        <translation>&amp;Daftarkan</translation>
    </message>
    <message>
        <source>&amp;Do it</source>
        <translation>&amp;Lakukan</translation>
    </message>
    <message>
        <source>&amp;Destroy</source>
        <translation>&amp;Musnahkan</translation>
    </message>
    <message>
        <source>&amp;Data that came to light</source>
        <translation>&amp;Data yang terungkap</translation>
    </message>
    <message>
        <source>&amp;Certificate...</source>
        <translation>Berita a&amp;cara...</translation>
    </message>
    <message>
        <source>&amp;Backups that still hold it (;)</source>
        <translation>&amp;Cadangan yang masih memuatnya (;)</translation>
    </message>
    <message>
        <source>&amp;Answer...</source>
        <translation>&amp;Jawab...</translation>
    </message>
    <message>
        <source>&amp;Answer</source>
        <translation>&amp;Jawaban</translation>
    </message>
    <message>
        <source>%1 rows go for good, in the journal too.</source>
        <translation>%1 baris dimusnahkan untuk selamanya, di jurnal juga.</translation>
    </message>
    <message>
        <source>%1 is noted; to be told by %2. The notice can be printed from the list.</source>
        <translation>%1 dicatat; diberitahukan paling lambat %2. Suratnya dicetak dari daftar.</translation>
    </message>
    <message>
        <source>%1 is entered; to be answered by %2.</source>
        <translation>%1 didaftarkan; dijawab paling lambat %2.</translation>
    </message>
    <message>
        <source>%1 rows written: %2</source>
        <translation>%1 baris ditulis: %2</translation>
    </message>
    <message>
        <source>&amp;Look and print...</source>
        <translation>Li&amp;hat dan cetak...</translation>
    </message>
    <message>
        <source>&amp;Spreadsheet...</source>
        <translation>&amp;Lembar kerja...</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Tutup</translation>
    </message>
    <message>
        <source>&amp;Room</source>
        <translation>&amp;Ruang</translation>
    </message>
    <message>
        <source>&amp;Who</source>
        <translation>&amp;Pelaku</translation>
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
        <source>With every &amp;field old and new (spreadsheet only)</source>
        <translation>Dengan setiap k&amp;olom semula dan menjadi (hanya lembar kerja)</translation>
    </message>
    <message>
        <source>everything</source>
        <translation>semuanya</translation>
    </message>
    <message>
        <source>The journal on paper or as a spreadsheet</source>
        <translation>Jurnal di kertas atau sebagai lembar kerja</translation>
    </message>
    <message>
        <source>The finding is explained.</source>
        <translation>Temuan sudah dijelaskan.</translation>
    </message>
    <message>
        <source>&amp;What it was</source>
        <translation>&amp;Penjelasan</translation>
    </message>
    <message>
        <source>&amp;Explain</source>
        <translation>&amp;Jelaskan</translation>
    </message>
    <message>
        <source>What was found, and who looked. The finding stays in the list with these words.</source>
        <translation>Apa yang ditemukan dan siapa yang memeriksa. Temuan tetap di daftar bersama kata-kata ini.</translation>
    </message>
    <message>
        <source>&amp;Head from paper</source>
        <translation>&amp;Kepala dari kertas</translation>
    </message>
    <message>
        <source>&amp;Check</source>
        <translation>&amp;Periksa</translation>
    </message>
    <message>
        <source>The whole chain is proved and compared with what the region acknowledged. Scan the square code of a sheet Head of the journal into the field, or type its number and its groups; it may stay empty.</source>
        <translation>Seluruh rantai diperiksa dan dibandingkan dengan yang diakui wilayah. Pindai kode persegi lembar Kepala Jurnal ke dalam isian, atau ketik nomor dan kelompoknya; boleh dikosongkan.</translation>
    </message>
    <message>
        <source>Nobody holds a head yet. Print one and file it outside this PC; packages carry theirs by themselves.</source>
        <translation>Belum ada kepala yang disimpan di luar. Cetak satu dan arsipkan di luar PC ini; berkas kiriman membawa kepalanya sendiri.</translation>
    </message>
    <message>
        <source>Ask the office whether an older backup was restored. If not, keep that PC as it is and let an auditor look at it. Then explain the finding here.</source>
        <translation>Tanyakan apakah di sana cadangan lama dipulihkan. Bila tidak, biarkan PC itu apa adanya dan mintalah pemeriksa melihatnya. Sesudah itu jelaskan temuannya di sini.</translation>
    </message>
    <message>
        <source>Found at this place: %1</source>
        <translation>Yang ditemukan di tempat itu: %1</translation>
    </message>
    <message>
        <source>Head of the journal</source>
        <translation>Kepala jurnal</translation>
    </message>
    <message>
        <source>Explain a finding</source>
        <translation>Jelaskan temuan</translation>
    </message>
    <message>
        <source>E&amp;xplain...</source>
        <translation>&amp;Jelaskan...</translation>
    </message>
    <message>
        <source>Print the journal</source>
        <translation>Cetak daftar dari jurnal</translation>
    </message>
    <message>
        <source>Print a &amp;list...</source>
        <translation>Cetak &amp;daftar...</translation>
    </message>
    <message>
        <source>Print the head</source>
        <translation>Cetak kepala jurnal</translation>
    </message>
    <message>
        <source>&amp;Head on paper...</source>
        <translation>&amp;Kepala di kertas...</translation>
    </message>
    <message>
        <source>Check the journal</source>
        <translation>Periksa jurnal</translation>
    </message>
    <message>
        <source>&amp;Check the journal...</source>
        <translation>&amp;Periksa jurnal...</translation>
    </message>
    <message>
        <source>A chain shows edits by itself. That its end was cut or that it was written anew shows only against heads kept elsewhere: on signed paper and at the region.</source>
        <translation>Rantai menunjukkan sendiri bila isinya diubah. Bila ekornya dipotong atau seluruhnya ditulis ulang, itu hanya tampak terhadap kepala yang disimpan di tempat lain: di kertas bertanda tangan dan di wilayah.</translation>
    </message>
    <message>
        <source>Heads of the journal</source>
        <translation>Kepala jurnal</translation>
    </message>
    <message>
        <source>explained</source>
        <translation>sudah dijelaskan</translation>
    </message>
    <message>
        <source>How it stands</source>
        <translation>Keadaan</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Sejak</translation>
    </message>
    <message>
        <source>Held as</source>
        <translation>Dipegang sebagai</translation>
    </message>
    <message>
        <source>Head</source>
        <translation>Kepala</translation>
    </message>
    <message>
        <source>Change no.</source>
        <translation>Perubahan ke-</translation>
    </message>
    <message>
        <source>Of whom</source>
        <translation>Milik</translation>
    </message>
</context>
<context>
    <name>Leaving</name>
    <message>
        <source>Recovered after a power cut or a crash: all that was saved is here.</source>
        <translation>Pulih dari mati listrik atau program terhenti: semua yang sudah disimpan tetap ada.</translation>
    </message>
    <message>
        <source>The disk is nearly full: make room soon, or the next save may be refused.</source>
        <translation>Diska hampir penuh: segera kosongkan, atau penyimpanan berikutnya dapat ditolak.</translation>
    </message>
    <message>
        <source>Keeping a backup</source>
        <translation>Membuat cadangan otomatis</translation>
    </message>
    <message>
        <source>A backup is made, then the window closes.</source>
        <translation>Cadangan dibuat dahulu, lalu jendela ditutup.</translation>
    </message>
</context>
<context>
    <name>ViewBand</name>
    <message>
        <source>the data were opened to be looked at. Nothing can be changed here.</source>
        <translation>data dibuka untuk dilihat. Di sini tidak ada yang dapat diubah.</translation>
    </message>
    <message>
        <source>this place cannot be written. Nothing can be changed here.</source>
        <translation>tempat ini tidak dapat ditulisi. Di sini tidak ada yang dapat diubah.</translation>
    </message>
    <message>
        <source>%1 works with these data on %2 since %3. What is saved there is shown here too (F5).</source>
        <translation>data sedang dipakai oleh %1 di komputer %2 sejak %3. Yang disimpan di sana tampak juga di sini (F5).</translation>
    </message>
    <message>
        <source>Try to open in full</source>
        <translation>Coba buka penuh</translation>
    </message>
    <message>
        <source>Only looking</source>
        <translation>Hanya melihat</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Not yet: %1</source>
        <translation>Belum dapat: %1</translation>
    </message>
</context>
<context>
    <name>StartDialog</name>
    <message>
        <source>Nothing can be changed; whoever works with the data is not disturbed</source>
        <translation>Tidak ada yang dapat diubah; orang yang memakai data tidak terganggu</translation>
    </message>
    <message>
        <source>Open to look at only</source>
        <translation>Buka untuk dilihat</translation>
    </message>
</context>
<context>
    <name>Limits</name>
    <message>
        <source>processing limited</source>
        <translation>pemrosesan dibatasi</translation>
    </message>
    <message>
        <source>Processing limited</source>
        <translation>Pemrosesan dibatasi</translation>
    </message>
    <message>
        <source>Processing of these data has been limited since {day}: {reason} (set by {who}). They are stored and used for what the law demands: planning, evaluation, discipline, pay, hand-over. They are left out of lists taken as a file, of the office&apos;s own prints and of sets for analysts; recognition and habits by hand are refused. The limit ends when it is lifted with a reason: Upkeep, Personal data, Limit.</source>
        <translation>Pemrosesan data ini dibatasi sejak {day}: {reason} (ditetapkan oleh {who}). Data disimpan dan dipakai untuk yang diwajibkan peraturan: perencanaan, penilaian, disiplin, tunjangan, penyerahan. Data tidak ikut dalam daftar yang dijadikan berkas, cetakan kantor sendiri, dan himpunan data untuk analis; penghargaan dan pencatatan kebiasaan dengan tangan ditolak. Pembatasan berakhir bila dicabut dengan alasan: Pemeliharaan, Data pribadi, Batasi.</translation>
    </message>
</context>
</TS>
