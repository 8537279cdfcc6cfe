<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="id" sourcelanguage="en">
<context>
    <name>PracticeBand</name>
    <message>
        <source>PRACTICE</source>
        <translation>LATIHAN</translation>
    </message>
    <message>
        <source>A copy of your own data. Nothing done here changes the real data.</source>
        <translation>Salinan data Anda sendiri. Apa pun di sini tidak mengubah data yang sebenarnya.</translation>
    </message>
    <message>
        <source>A made-up agency. Try everything; no real office takes what comes out of it.</source>
        <translation>Instansi rekaan. Silakan coba semuanya; hasilnya tidak diterima kantor mana pun.</translation>
    </message>
    <message>
        <source>Begin anew...</source>
        <translation>Mulai dari awal...</translation>
    </message>
</context>
<context>
    <name>Journal</name>
    <message>
        <source>Recovery sheet renewed</source>
        <translation>Lembar kunci pemulihan diperbarui</translation>
    </message>
    <message>
        <source>Sending resumed after a restore</source>
        <translation>Pengiriman dilanjutkan setelah pemulihan</translation>
    </message>
</context>
<context>
    <name>FrontDoor</name>
    <message>
        <source>Several clerks of an office on one PostgreSQL.</source>
        <translation>Beberapa petugas satu kantor di satu PostgreSQL.</translation>
    </message>
    <message>
        <source>Shared &amp;server...</source>
        <translation>Ser&amp;ver bersama...</translation>
    </message>
    <message>
        <source>Welcome to MeritDesk</source>
        <translation>Selamat datang di MeritDesk</translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation>Selamat datang</translation>
    </message>
    <message>
        <source>Everything stays on this PC, encrypted. Nothing is sent over a network.</source>
        <translation>Semua data tetap di PC ini, terenkripsi. Tidak ada yang dikirim lewat jaringan.</translation>
    </message>
    <message>
        <source>&amp;Prepare a new agency</source>
        <translation>&amp;Siapkan instansi baru</translation>
    </message>
    <message>
        <source>For the first day: name, year, passphrase and recovery sheet, in a few minutes.</source>
        <translation>Untuk hari pertama: nama, tahun, kata sandi, dan lembar pemulihan, dalam beberapa menit.</translation>
    </message>
    <message>
        <source>&amp;Open what is there</source>
        <translation>&amp;Buka yang sudah ada</translation>
    </message>
    <message>
        <source>The data of an agency already lie in a folder of this PC.</source>
        <translation>Data instansi sudah ada di salah satu folder PC ini.</translation>
    </message>
    <message>
        <source>&amp;Try a sample agency</source>
        <translation>&amp;Coba dengan instansi contoh</translation>
    </message>
    <message>
        <source>A made-up city with 60 people and a finished year; nothing you do there counts.</source>
        <translation>Kota rekaan dengan 60 pegawai dan satu tahun yang lengkap; apa pun di sana tidak dihitung.</translation>
    </message>
    <message>
        <source>&amp;Restore a backup</source>
        <translation>&amp;Pulihkan dari cadangan</translation>
    </message>
    <message>
        <source>The PC is new, the data are damaged or something was lost.</source>
        <translation>PC-nya baru, datanya rusak, atau ada yang hilang.</translation>
    </message>
    <message>
        <source>Opened &amp;before</source>
        <translation>&amp;Pernah dibuka di sini</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>Keluar</translation>
    </message>
</context>
<context>
    <name>StartDialog</name>
    <message>
        <source>Other ways...</source>
        <translation>Cara lain...</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Begin practice anew?</source>
        <translation>Mulai latihan dari awal?</translation>
    </message>
    <message>
        <source>Everything done here is thrown away. Real data are not touched.</source>
        <translation>Semua yang dikerjakan di sini dibuang. Data sebenarnya tidak disentuh.</translation>
    </message>
    <message>
        <source>Begin anew</source>
        <translation>Mulai dari awal</translation>
    </message>
    <message>
        <source>These data came back from a backup of %1. Sending is paused until you let it go on in Upkeep.</source>
        <translation>Data ini dipulihkan dari cadangan %1. Pengiriman dihentikan sampai Anda melanjutkannya di Pemeliharaan.</translation>
    </message>
</context>
<context>
    <name>RecoveryPart</name>
    <message>
        <source>Recovery key</source>
        <translation>Kunci pemulihan</translation>
    </message>
    <message>
        <source>&amp;Save the sheet as PDF...</source>
        <translation>&amp;Simpan lembar sebagai PDF...</translation>
    </message>
    <message>
        <source>Open to &amp;print</source>
        <translation>Buka untuk &amp;dicetak</translation>
    </message>
    <message>
        <source>I wrote it &amp;down</source>
        <translation>Sudah saya &amp;tulis tangan</translation>
    </message>
    <message>
        <source>Show the key &amp;again</source>
        <translation>&amp;Tampilkan kunci lagi</translation>
    </message>
    <message>
        <source>Saved as %1. Print it, lock the paper away, then delete the file.</source>
        <translation>Disimpan sebagai %1. Cetak, kunci kertasnya di brankas, lalu hapus berkasnya.</translation>
    </message>
    <message>
        <source>The key is kept nowhere else. Without sheet and passphrase nobody can help.</source>
        <translation>Kunci ini tidak disimpan di tempat lain. Tanpa lembar dan kata sandi, tidak ada yang dapat menolong.</translation>
    </message>
    <message>
        <source>Type two groups from the paper, to be sure that it was kept:</source>
        <translation>Ketik dua kelompok dari kertasnya, sebagai bukti sudah disimpan:</translation>
    </message>
    <message>
        <source>Group %1</source>
        <translation>Kelompok %1</translation>
    </message>
    <message>
        <source>Where to put the recovery sheet? Best on a stick.</source>
        <translation>Simpan lembar pemulihan di mana? Sebaiknya di flashdisk.</translation>
    </message>
</context>
<context>
    <name>PassphrasePart</name>
    <message>
        <source>New &amp;password</source>
        <translation>Kata sandi &amp;baru</translation>
    </message>
    <message>
        <source>New &amp;passphrase</source>
        <translation>Kata sandi &amp;baru</translation>
    </message>
    <message>
        <source>Once &amp;more</source>
        <translation>&amp;Sekali lagi</translation>
    </message>
    <message>
        <source>&amp;Show what I type</source>
        <translation>&amp;Tampilkan yang saya ketik</translation>
    </message>
    <message>
        <source>A sentence that only you would say is best: four words or more.</source>
        <translation>Paling baik satu kalimat yang hanya Anda ucapkan: empat kata atau lebih.</translation>
    </message>
    <message>
        <source>✗ Too short: at least 8 signs.</source>
        <translation>✗ Terlalu pendek: paling sedikit 8 tanda.</translation>
    </message>
    <message>
        <source>⚠ Weak: easy to guess. Take words of your own.</source>
        <translation>⚠ Lemah: mudah ditebak. Pakailah kata-kata Anda sendiri.</translation>
    </message>
    <message>
        <source>Fair. Another word or two makes it strong.</source>
        <translation>Cukup. Tambah satu dua kata lagi agar kuat.</translation>
    </message>
    <message>
        <source>✓ Strong.</source>
        <translation>✓ Kuat.</translation>
    </message>
</context>
<context>
    <name>AgencyPage</name>
    <message>
        <source>Agency</source>
        <translation>Instansi</translation>
    </message>
    <message>
        <source>Name and city stand on every paper; the codes tell files apart when they are handed over.</source>
        <translation>Nama dan kota tercetak di setiap kertas; kode membedakan berkas ketika diserahkan.</translation>
    </message>
    <message>
        <source>Name of the &amp;agency</source>
        <translation>&amp;Nama instansi</translation>
    </message>
    <message>
        <source>&amp;Kind</source>
        <translation>&amp;Jenis</translation>
    </message>
    <message>
        <source>&amp;Code of the agency</source>
        <translation>&amp;Kode instansi</translation>
    </message>
    <message>
        <source>Code of the &amp;regional office</source>
        <translation>Kode kantor &amp;regional</translation>
    </message>
    <message>
        <source>Cit&amp;y where papers are signed</source>
        <translation>Ko&amp;ta penandatanganan</translation>
    </message>
    <message>
        <source>Name of this &amp;PC</source>
        <translation>Kode &amp;PC ini</translation>
    </message>
    <message>
        <source>Agency: appraises its own staff</source>
        <translation>Instansi: menilai pegawainya sendiri</translation>
    </message>
    <message>
        <source>Regional office: receives from agencies</source>
        <translation>Kantor regional: menerima dari instansi</translation>
    </message>
    <message>
        <source>as on the letterhead</source>
        <translation>seperti pada kop surat</translation>
    </message>
    <message>
        <source>may stay empty</source>
        <translation>boleh kosong</translation>
    </message>
</context>
<context>
    <name>YearPage</name>
    <message>
        <source>Year and periods</source>
        <translation>Tahun dan periode</translation>
    </message>
    <message>
        <source>The regulation lets the agency choose how often it evaluates; it can be changed later.</source>
        <translation>Peraturan menyerahkan kekerapan evaluasi kepada instansi; dapat diubah kemudian.</translation>
    </message>
    <message>
        <source>Appraisal &amp;year</source>
        <translation>&amp;Tahun penilaian</translation>
    </message>
    <message>
        <source>&amp;Evaluation besides the year</source>
        <translation>&amp;Evaluasi selain tahunan</translation>
    </message>
    <message>
        <source>&amp;Documentation of performance</source>
        <translation>&amp;Pendokumentasian kinerja</translation>
    </message>
</context>
<context>
    <name>LockPage</name>
    <message>
        <source>Folder and passphrase</source>
        <translation>Folder dan kata sandi</translation>
    </message>
    <message>
        <source>The data are encrypted; without the passphrase nobody reads them, not even with the PC in hand.</source>
        <translation>Data terenkripsi; tanpa kata sandi tidak ada yang dapat membacanya, walau PC-nya di tangan.</translation>
    </message>
    <message>
        <source>&amp;Folder of the data</source>
        <translation>&amp;Folder data</translation>
    </message>
    <message>
        <source>Choose...</source>
        <translation>Pilih...</translation>
    </message>
    <message>
        <source>A new or empty folder</source>
        <translation>Folder baru atau kosong</translation>
    </message>
</context>
<context>
    <name>SheetPage</name>
    <message>
        <source>Recovery sheet</source>
        <translation>Lembar pemulihan</translation>
    </message>
    <message>
        <source>When the passphrase is forgotten, only this sheet opens the data and their backups.</source>
        <translation>Bila kata sandi terlupa, hanya lembar ini yang membuka data dan cadangannya.</translation>
    </message>
</context>
<context>
    <name>OpenPage</name>
    <message>
        <source>What the law leaves open</source>
        <translation>Yang diserahkan peraturan</translation>
    </message>
    <message>
        <source>Where the regulation is silent the agency decides; without a choice the default below counts.</source>
        <translation>Di mana peraturan diam, instansi yang memutuskan; tanpa pilihan berlaku nilai bawaan di bawah ini.</translation>
    </message>
    <message>
        <source>Without a choice: %1.</source>
        <translation>Tanpa pilihan: %1.</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ya</translation>
    </message>
    <message>
        <source>no</source>
        <translation>tidak</translation>
    </message>
</context>
<context>
    <name>ReadyPage</name>
    <message>
        <source>Ready</source>
        <translation>Siap</translation>
    </message>
    <message>
        <source>Nothing is on the disk yet; the last button makes it all at once.</source>
        <translation>Belum ada apa pun di disk; tombol terakhir membuat semuanya sekaligus.</translation>
    </message>
    <message>
        <source>%1
Year %2
Folder: %3</source>
        <translation>%1
Tahun %2
Folder: %3</translation>
    </message>
    <message>
        <source>What to do first:
1. Import units and staff (files from SIASN, or your own spreadsheet).
2. Look at the holidays of the year.
3. Enrol this PC at the regional office: Send and receive, tab Keys.
4. Make a backup on another disk.</source>
        <translation>Yang dikerjakan lebih dahulu:
1. Impor unit dan pegawai (berkas SIASN, atau lembar Anda sendiri).
2. Periksa hari libur tahun itu.
3. Daftarkan PC ini ke kantor regional: Kirim &amp; terima, tab Kunci.
4. Buat cadangan di disk lain.</translation>
    </message>
    <message>
        <source>Begin with the &amp;import of units and staff</source>
        <translation>Mulai dengan &amp;impor unit dan pegawai</translation>
    </message>
</context>
<context>
    <name>AgencyWizard</name>
    <message>
        <source>Your answers of the last time are filled in; only the passphrase has to be typed again.</source>
        <translation>Jawaban terakhir Anda sudah diisikan; hanya frasa sandi yang perlu diketik lagi.</translation>
    </message>
    <message>
        <source>Prepare a new agency</source>
        <translation>Siapkan instansi baru</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Batal</translation>
    </message>
    <message>
        <source>« &amp;Back</source>
        <translation>« &amp;Kembali</translation>
    </message>
    <message>
        <source>&amp;Make it</source>
        <translation>&amp;Buat sekarang</translation>
    </message>
    <message>
        <source>&amp;Next »</source>
        <translation>&amp;Lanjut »</translation>
    </message>
</context>
<context>
    <name>JobLine</name>
    <message>
        <source>Stop</source>
        <translation>Hentikan</translation>
    </message>
    <message>
        <source>Working...</source>
        <translation>Sedang dikerjakan...</translation>
    </message>
    <message>
        <source>Stopping...</source>
        <translation>Sedang dihentikan...</translation>
    </message>
    <message>
        <source>about %1 s left</source>
        <translation>kira-kira %1 detik lagi</translation>
    </message>
</context>
<context>
    <name>SampleDialog</name>
    <message>
        <source>Sample agency</source>
        <translation>Instansi contoh</translation>
    </message>
    <message>
        <source>Begin the sample agency anew</source>
        <translation>Mulai instansi contoh dari awal</translation>
    </message>
    <message>
        <source>A sample agency to practise on</source>
        <translation>Instansi contoh untuk berlatih</translation>
    </message>
    <message>
        <source>A made-up city of %1 people with its year: plans, actuals, ratings, papers and a hand-over. It is made in a minute or two. Everything in it is marked as practice, on the screen and on paper, and no real office takes its files.</source>
        <translation>Kota rekaan dengan %1 pegawai dan kerja setahunnya: rencana, capaian, penilaian, kertas, dan pengiriman. Dibuat dalam satu dua menit. Semuanya bertanda latihan, di layar dan di kertas, dan berkasnya tidak diterima kantor mana pun.</translation>
    </message>
    <message>
        <source>Folder: %1</source>
        <translation>Folder: %1</translation>
    </message>
    <message>
        <source>&amp;Open the sample agency</source>
        <translation>&amp;Buka instansi contoh</translation>
    </message>
    <message>
        <source>&amp;Throw away and make anew</source>
        <translation>B&amp;uang dan buat lagi</translation>
    </message>
    <message>
        <source>&amp;Make the sample agency</source>
        <translation>Buat &amp;instansi contoh</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Kembali</translation>
    </message>
</context>
<context>
    <name>RestoreDialog</name>
    <message>
        <source>Restore a backup</source>
        <translation>Pulihkan dari cadangan</translation>
    </message>
    <message>
        <source>First look into the backup; nothing is changed before you say so.</source>
        <translation>Lihat dahulu isi cadangannya; tidak ada yang berubah sebelum Anda menyetujuinya.</translation>
    </message>
    <message>
        <source>&amp;Backup file</source>
        <translation>&amp;Berkas cadangan</translation>
    </message>
    <message>
        <source>&amp;Recovery key of that day</source>
        <translation>&amp;Kunci pemulihan waktu itu</translation>
    </message>
    <message>
        <source>&amp;Passphrase of that day</source>
        <translation>&amp;Kata sandi waktu itu</translation>
    </message>
    <message>
        <source>Put it into &amp;folder</source>
        <translation>Taruh di &amp;folder</translation>
    </message>
    <message>
        <source>Choose...</source>
        <translation>Pilih...</translation>
    </message>
    <message>
        <source>Choose the backup file</source>
        <translation>Pilih berkas cadangan</translation>
    </message>
    <message>
        <source>Choose the folder</source>
        <translation>Pilih folder</translation>
    </message>
    <message>
        <source>Use the recovery key</source>
        <translation>Pakai kunci pemulihan</translation>
    </message>
    <message>
        <source>&amp;Look inside</source>
        <translation>&amp;Lihat isinya</translation>
    </message>
    <message>
        <source>R&amp;estore it now</source>
        <translation>P&amp;ulihkan sekarang</translation>
    </message>
    <message>
        <source>&amp;Open it</source>
        <translation>B&amp;uka</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Tutup</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Kembali</translation>
    </message>
    <message>
        <source>%1 (%2)
Made on %3 · schema %4
%5 people, %6 plans, %7 evaluations, %8 changes</source>
        <translation>%1 (%2)
Dibuat %3 · skema %4
%5 pegawai, %6 rencana, %7 penilaian, %8 perubahan</translation>
    </message>
    <message>
        <source>PRACTICE, not real data</source>
        <translation>LATIHAN, bukan data sebenarnya</translation>
    </message>
    <message>
        <source>✓ The backup is back in its place.</source>
        <translation>✓ Cadangan sudah dipulihkan.</translation>
    </message>
    <message>
        <source>What was there before is kept as %1.</source>
        <translation>Yang ada sebelumnya disimpan sebagai %1.</translation>
    </message>
    <message>
        <source>Sending is paused: ask the regional office which file it received last, compare with what was sent, then let sending go on in Upkeep.</source>
        <translation>Pengiriman dihentikan: tanyakan kepada kantor regional berkas terakhir yang diterimanya, bandingkan dengan daftar kiriman, lalu lanjutkan pengiriman di Pemeliharaan.</translation>
    </message>
    <message>
        <source>There are data in this folder. They are saved in its folder backups first.</source>
        <translation>Di folder ini ada data. Data itu disimpan dahulu di folder backups di dalamnya.</translation>
    </message>
</context>
<context>
    <name>ResetDialog</name>
    <message>
        <source>Begin practice anew</source>
        <translation>Mulai latihan dari awal</translation>
    </message>
    <message>
        <source>Everything done in this practice copy is thrown away; it begins again as it was when it was made. The real data are not touched.</source>
        <translation>Semua yang dikerjakan dalam salinan latihan ini dibuang; salinan kembali seperti ketika dibuat. Data sebenarnya tidak disentuh.</translation>
    </message>
    <message>
        <source>&amp;Passphrase of that day</source>
        <translation>&amp;Kata sandi waktu itu</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Kembali</translation>
    </message>
    <message>
        <source>&amp;Begin anew</source>
        <translation>&amp;Mulai dari awal</translation>
    </message>
</context>
<context>
    <name>StoreDialog</name>
    <message>
        <source>Cancel</source>
        <translation>Batal</translation>
    </message>
</context>
<context>
    <name>PassphraseDialog</name>
    <message>
        <source>Change the passphrase</source>
        <translation>Ganti kata sandi</translation>
    </message>
    <message>
        <source>From now on the new passphrase opens the data. Older backups keep the passphrase of their day; the recovery sheet stays good.</source>
        <translation>Mulai sekarang kata sandi baru yang membuka data. Cadangan lama tetap memakai kata sandi waktu itu; lembar pemulihan tetap berlaku.</translation>
    </message>
    <message>
        <source>&amp;Change it</source>
        <translation>&amp;Ganti</translation>
    </message>
    <message>
        <source>The passphrase was changed.</source>
        <translation>Kata sandi sudah diganti.</translation>
    </message>
</context>
<context>
    <name>RecoveryDialog</name>
    <message>
        <source>A new recovery sheet</source>
        <translation>Lembar pemulihan baru</translation>
    </message>
    <message>
        <source>The new sheet becomes valid with the last button; the one before then opens nothing but older backups.</source>
        <translation>Lembar baru berlaku setelah tombol terakhir ditekan; lembar lama lalu hanya membuka cadangan lama.</translation>
    </message>
    <message>
        <source>Make the new sheet &amp;valid</source>
        <translation>&amp;Berlakukan lembar baru</translation>
    </message>
    <message>
        <source>The new recovery sheet is valid. Destroy the old one.</source>
        <translation>Lembar pemulihan baru sudah berlaku. Musnahkan yang lama.</translation>
    </message>
</context>
<context>
    <name>PracticeCopyDialog</name>
    <message>
        <source>A copy to practise on</source>
        <translation>Salinan untuk berlatih</translation>
    </message>
    <message>
        <source>Copies all data of today into a folder of their own. The copy is marked as practice on every page and paper; nothing done there reaches the real data or the regional office. A copy that is there already is thrown away.</source>
        <translation>Menyalin semua data hari ini ke folder tersendiri. Salinan bertanda latihan di setiap halaman dan kertas; apa pun di sana tidak sampai ke data sebenarnya atau kantor regional. Salinan yang sudah ada dibuang.</translation>
    </message>
    <message>
        <source>Choose...</source>
        <translation>Pilih...</translation>
    </message>
    <message>
        <source>&amp;Folder of the copy</source>
        <translation>&amp;Folder salinan</translation>
    </message>
    <message>
        <source>&amp;Passphrase of these data</source>
        <translation>&amp;Kata sandi data ini</translation>
    </message>
    <message>
        <source>&amp;Make the copy</source>
        <translation>&amp;Buat salinan</translation>
    </message>
    <message>
        <source>The copy to practise on is ready: %1</source>
        <translation>Salinan untuk berlatih siap: %1</translation>
    </message>
    <message>
        <source>A new or empty folder</source>
        <translation>Folder baru atau kosong</translation>
    </message>
</context>
<context>
    <name>StoreTab</name>
    <message>
        <source>From now on each backup is also written to %1.</source>
        <translation>Mulai sekarang setiap cadangan juga ditulis ke %1.</translation>
    </message>
    <message>
        <source>Did the regional office say which file it received last?</source>
        <translation>Sudahkah kantor regional menyebut berkas terakhir yang diterimanya?</translation>
    </message>
    <message>
        <source>What was sent after the backup is not in these data. Enter it again before sending.</source>
        <translation>Yang dikirim setelah cadangan itu tidak ada dalam data ini. Isi kembali sebelum mengirim.</translation>
    </message>
    <message>
        <source>Yes, send again</source>
        <translation>Ya, kirim lagi</translation>
    </message>
    <message>
        <source>Sending goes on.</source>
        <translation>Pengiriman dilanjutkan.</translation>
    </message>
    <message>
        <source>Close these data and restore a backup?</source>
        <translation>Tutup data ini dan pulihkan cadangan?</translation>
    </message>
    <message>
        <source>Nothing is changed yet: first you see what is in the backup.</source>
        <translation>Belum ada yang berubah: isi cadangan ditampilkan dahulu.</translation>
    </message>
    <message>
        <source>Close and go on</source>
        <translation>Tutup dan lanjutkan</translation>
    </message>
    <message>
        <source>Restore drill</source>
        <translation>Latihan pemulihan</translation>
    </message>
    <message>
        <source>A second place for backups: another disk, a stick or a share</source>
        <translation>Tempat kedua untuk cadangan: disk lain, flashdisk, atau jaringan</translation>
    </message>
    <message>
        <source>Backup and keys</source>
        <translation>Cadangan dan kunci</translation>
    </message>
    <message>
        <source>⚠ Sending is paused</source>
        <translation>⚠ Pengiriman dihentikan</translation>
    </message>
    <message>
        <source>Let sending go on...</source>
        <translation>Lanjutkan pengiriman...</translation>
    </message>
    <message>
        <source>Restore a backup</source>
        <translation>Pulihkan dari cadangan</translation>
    </message>
    <message>
        <source>After damage or loss. The present state is saved first and can be brought back.</source>
        <translation>Setelah data rusak atau hilang. Keadaan sekarang disimpan dahulu dan dapat dikembalikan.</translation>
    </message>
    <message>
        <source>Restore...</source>
        <translation>Pulihkan...</translation>
    </message>
    <message>
        <source>Opens a backup as a restore would and tells what is in it; changes nothing.</source>
        <translation>Membuka cadangan seperti waktu memulihkan dan menyebut isinya; tidak mengubah apa pun.</translation>
    </message>
    <message>
        <source>Try a backup...</source>
        <translation>Coba cadangan...</translation>
    </message>
    <message>
        <source>Second place for backups</source>
        <translation>Tempat kedua untuk cadangan</translation>
    </message>
    <message>
        <source>Each backup is also written to: %1</source>
        <translation>Setiap cadangan juga ditulis ke: %1</translation>
    </message>
    <message>
        <source>None yet. A backup on the same disk is lost with it.</source>
        <translation>Belum ada. Cadangan di disk yang sama ikut hilang bersamanya.</translation>
    </message>
    <message>
        <source>Give it up</source>
        <translation>Hentikan</translation>
    </message>
    <message>
        <source>Choose...</source>
        <translation>Pilih...</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Kata sandi</translation>
    </message>
    <message>
        <source>Change it when somebody leaves who knew it.</source>
        <translation>Ganti bila orang yang mengetahuinya pindah.</translation>
    </message>
    <message>
        <source>Change...</source>
        <translation>Ganti...</translation>
    </message>
    <message>
        <source>Recovery sheet</source>
        <translation>Lembar pemulihan</translation>
    </message>
    <message>
        <source>Make a new one when the sheet is lost or was seen by others.</source>
        <translation>Buat yang baru bila lembarnya hilang atau terlihat orang lain.</translation>
    </message>
    <message>
        <source>New sheet...</source>
        <translation>Lembar baru...</translation>
    </message>
    <message>
        <source>Practise on a copy of these data</source>
        <translation>Berlatih dengan salinan data sendiri</translation>
    </message>
    <message>
        <source>For new colleagues and for trying things out; nothing reaches the real data.</source>
        <translation>Untuk rekan baru dan untuk mencoba-coba; tidak ada yang sampai ke data sebenarnya.</translation>
    </message>
    <message>
        <source>Make a copy...</source>
        <translation>Buat salinan...</translation>
    </message>
    <message>
        <source>Other data</source>
        <translation>Data lain</translation>
    </message>
    <message>
        <source>Close these and open another agency, the sample agency or a practice copy.</source>
        <translation>Tutup data ini dan buka instansi lain, instansi contoh, atau salinan latihan.</translation>
    </message>
    <message>
        <source>To the front door</source>
        <translation>Ke pintu depan</translation>
    </message>
    <message>
        <source>These data came back from a backup of %1. Ask the regional office which file it received last and compare it with the list of what was sent.</source>
        <translation>Data ini dipulihkan dari cadangan %1. Tanyakan kepada kantor regional berkas terakhir yang diterimanya, lalu bandingkan dengan daftar kiriman.</translation>
    </message>
    <message>
        <source>Open the copy now?</source>
        <translation>Buka salinannya sekarang?</translation>
    </message>
    <message>
        <source>These data are closed; they stay as they are.</source>
        <translation>Data ini ditutup dan tetap seperti adanya.</translation>
    </message>
    <message>
        <source>Open the copy</source>
        <translation>Buka salinan</translation>
    </message>
    <message>
        <source>✓ %1 can be restored: made on %2, %3 people, %4 plans, %5 evaluations.</source>
        <translation>✓ %1 dapat dipulihkan: dibuat %2, %3 pegawai, %4 rencana, %5 penilaian.</translation>
    </message>
    <message>
        <source>Which backup?</source>
        <translation>Cadangan yang mana?</translation>
    </message>
</context>
<context>
    <name>AskingDialog</name>
    <message>
        <source>Close</source>
        <translation>Tutup</translation>
    </message>
    <message>
        <source>Choose...</source>
        <translation>Pilih...</translation>
    </message>
    <message>
        <source>Nothing was found.</source>
        <translation>Tidak ada yang ditemukan.</translation>
    </message>
</context>
<context>
    <name>SeldomTab</name>
    <message>
        <source>Seldom needed</source>
        <translation>Jarang dipakai</translation>
    </message>
    <message>
        <source>Questions and small deeds of all rooms. Type a word, then Enter.</source>
        <translation>Pertanyaan dan pekerjaan kecil semua ruang. Ketik satu kata, lalu Enter.</translation>
    </message>
    <message>
        <source>Search here</source>
        <translation>Cari di sini</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Buka</translation>
    </message>
    <message>
        <source>Open what is chosen</source>
        <translation>Buka yang dipilih</translation>
    </message>
</context>
<context>
    <name>Seldom</name>
    <message>
        <source>&amp;Make it anew</source>
        <translation>&amp;Buat lagi</translation>
    </message>
    <message>
        <source>&amp;Remembered</source>
        <translation>&amp;Tersimpan</translation>
    </message>
    <message>
        <source>How foreign files are read</source>
        <translation>Cara membaca berkas dari luar</translation>
    </message>
    <message>
        <source>Make the index of the search anew</source>
        <translation>Buat lagi indeks pencarian</translation>
    </message>
    <message>
        <source>The index was made anew: %1 entries.</source>
        <translation>Indeks sudah dibuat lagi: %1 entri.</translation>
    </message>
    <message>
        <source>The remembered columns of spreadsheets; one that is wrong is forgotten.</source>
        <translation>Kolom lembar kerja yang diingat; yang keliru dapat dilupakan.</translation>
    </message>
    <message>
        <source>The way of reading was forgotten.</source>
        <translation>Cara membaca itu sudah dilupakan.</translation>
    </message>
    <message>
        <source>When the search does not find what is surely there.</source>
        <translation>Bila pencarian tidak menemukan yang pasti ada.</translation>
    </message>
    <message>
        <source>forget it</source>
        <translation>lupakan</translation>
    </message>
    <message>
        <source>show it</source>
        <translation>tampilkan</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>tidak ada</translation>
    </message>
    <message>
        <source>The draft was taken out.</source>
        <translation>Konsepnya sudah dihapus.</translation>
    </message>
    <message>
        <source>The example stands in the library.</source>
        <translation>Contohnya sudah masuk pustaka.</translation>
    </message>
    <message>
        <source>The example was taken out.</source>
        <translation>Contohnya sudah dihapus dari pustaka.</translation>
    </message>
    <message>
        <source>May read it beside its author: %1</source>
        <translation>Boleh membacanya selain penulisnya: %1</translation>
    </message>
    <message>
        <source>%1 files looked at, %2 missing, %3 damaged.</source>
        <translation>%1 berkas diperiksa, %2 hilang, %3 rusak.</translation>
    </message>
    <message>
        <source>All files of the order were looked at; what was gone was made anew.</source>
        <translation>Semua berkas pesanan sudah diperiksa; yang hilang dibuat lagi.</translation>
    </message>
    <message>
        <source>&amp;NIP</source>
        <translation>&amp;NIP</translation>
    </message>
    <message>
        <source>&amp;Period</source>
        <translation>&amp;Periode</translation>
    </message>
    <message>
        <source>Who evaluates somebody?</source>
        <translation>Siapa yang menilai seseorang?</translation>
    </message>
    <message>
        <source>For one period, with the reasons, also after a move.</source>
        <translation>Untuk satu periode, dengan alasannya, juga setelah mutasi.</translation>
    </message>
    <message>
        <source>&amp;Ask</source>
        <translation>&amp;Tanyakan</translation>
    </message>
    <message>
        <source>Who signs for a unit?</source>
        <translation>Siapa yang menandatangani untuk satu unit?</translation>
    </message>
    <message>
        <source>On one day, by the register of signers.</source>
        <translation>Pada satu tanggal, menurut register penanda tangan.</translation>
    </message>
    <message>
        <source>&amp;Unit</source>
        <translation>&amp;Unit</translation>
    </message>
    <message>
        <source>&amp;Day</source>
        <translation>Tan&amp;ggal</translation>
    </message>
    <message>
        <source>Take out a draft plan</source>
        <translation>Hapus konsep rencana</translation>
    </message>
    <message>
        <source>Only a draft that was never fixed; it can be undone in the journal.</source>
        <translation>Hanya konsep yang belum pernah ditetapkan; dapat diurungkan di jurnal.</translation>
    </message>
    <message>
        <source>&amp;Take it out</source>
        <translation>&amp;Hapus</translation>
    </message>
    <message>
        <source>&amp;Year</source>
        <translation>&amp;Tahun</translation>
    </message>
    <message>
        <source>Take out this draft plan?</source>
        <translation>Hapus konsep rencana ini?</translation>
    </message>
    <message>
        <source>Add an example to the library</source>
        <translation>Tambah contoh ke pustaka</translation>
    </message>
    <message>
        <source>For the annex of a plan; results are added from the plan that holds them.</source>
        <translation>Untuk lampiran rencana; contoh hasil kerja ditambahkan dari rencana yang memuatnya.</translation>
    </message>
    <message>
        <source>&amp;Add it</source>
        <translation>&amp;Tambahkan</translation>
    </message>
    <message>
        <source>&amp;Kind</source>
        <translation>&amp;Jenis</translation>
    </message>
    <message>
        <source>&amp;Text</source>
        <translation>T&amp;eks</translation>
    </message>
    <message>
        <source>T&amp;opic</source>
        <translation>T&amp;opik</translation>
    </message>
    <message>
        <source>Take an example out of the library</source>
        <translation>Hapus contoh dari pustaka</translation>
    </message>
    <message>
        <source>Only the office's own; those of the regulation stay.</source>
        <translation>Hanya contoh milik kantor; contoh dari peraturan tetap ada.</translation>
    </message>
    <message>
        <source>&amp;Example</source>
        <translation>&amp;Contoh</translation>
    </message>
    <message>
        <source>Take this example out?</source>
        <translation>Hapus contoh ini?</translation>
    </message>
    <message>
        <source>Who may read a confidential record?</source>
        <translation>Siapa yang boleh membaca catatan rahasia?</translation>
    </message>
    <message>
        <source>Names beside the author, who alone may say so; empty means nobody.</source>
        <translation>Nama selain penulisnya, yang hanya ia sendiri boleh menentukan; kosong berarti tidak ada.</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Simpan</translation>
    </message>
    <message>
        <source>&amp;Record</source>
        <translation>&amp;Catatan</translation>
    </message>
    <message>
        <source>R&amp;eaders, with commas</source>
        <translation>&amp;Pembaca, dengan koma</translation>
    </message>
    <message>
        <source>Look at every file of evidence</source>
        <translation>Periksa semua berkas bukti</translation>
    </message>
    <message>
        <source>Tells which are missing or damaged.</source>
        <translation>Menyebut yang hilang atau rusak.</translation>
    </message>
    <message>
        <source>&amp;Look</source>
        <translation>&amp;Periksa</translation>
    </message>
    <message>
        <source>Earlier versions of an evaluation</source>
        <translation>Versi lama satu penilaian</translation>
    </message>
    <message>
        <source>Which were replaced, when, by whom and why.</source>
        <translation>Yang sudah diganti, kapan, oleh siapa, dan mengapa.</translation>
    </message>
    <message>
        <source>Which paper is this code?</source>
        <translation>Kode ini kertas yang mana?</translation>
    </message>
    <message>
        <source>The text of the square code at the foot, scanned or typed.</source>
        <translation>Teks kode QR di kaki halaman, dipindai atau diketik.</translation>
    </message>
    <message>
        <source>&amp;Code</source>
        <translation>&amp;Kode</translation>
    </message>
    <message>
        <source>Look at the files of a print order</source>
        <translation>Periksa berkas satu pesanan cetak</translation>
    </message>
    <message>
        <source>Files that are gone or were changed are made anew.</source>
        <translation>Berkas yang hilang atau berubah dibuat lagi.</translation>
    </message>
    <message>
        <source>&amp;Order</source>
        <translation>Pe&amp;sanan</translation>
    </message>
    <message>
        <source>Look at a certificate file</source>
        <translation>Lihat berkas sertifikat</translation>
    </message>
    <message>
        <source>Whose it is, who issued it and until when it is good.</source>
        <translation>Milik siapa, siapa penerbitnya, dan berlaku sampai kapan.</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Berkas</translation>
    </message>
    <message>
        <source>&amp;Passphrase of the file</source>
        <translation>&amp;Kata sandi berkas</translation>
    </message>
    <message>
        <source>%1 rows: %2 change, %3 stay as they are, %4 are refused.</source>
        <translation>%1 baris: %2 berubah, %3 tetap, %4 ditolak.</translation>
    </message>
    <message>
        <source>only look</source>
        <translation>lihat saja</translation>
    </message>
    <message>
        <source>change them</source>
        <translation>ubah</translation>
    </message>
    <message>
        <source>Change many at once from a table</source>
        <translation>Ubah banyak sekaligus dari tabel</translation>
    </message>
    <message>
        <source>A file with the columns person, field and value; look first, then change. It can be undone as a whole.</source>
        <translation>Berkas dengan kolom orang, kolom, dan nilai; lihat dahulu, baru ubah. Semuanya dapat diurungkan sekaligus.</translation>
    </message>
    <message>
        <source>&amp;Go on</source>
        <translation>&amp;Lanjutkan</translation>
    </message>
    <message>
        <source>&amp;Of what</source>
        <translation>&amp;Data apa</translation>
    </message>
    <message>
        <source>First &amp;day of a change of staff</source>
        <translation>TMT perubahan pe&amp;gawai</translation>
    </message>
    <message>
        <source>&amp;Letter it rests on</source>
        <translation>&amp;Surat dasarnya</translation>
    </message>
    <message>
        <source>&amp;What to do</source>
        <translation>&amp;Yang dilakukan</translation>
    </message>
</context>
<context>
    <name>FirstSteps</name>
    <message>
        <source>Remind me in a month</source>
        <translation>Ingatkan bulan depan</translation>
    </message>
    <message>
        <source>Choose a second place...</source>
        <translation>Pilih tempat kedua...</translation>
    </message>
    <message>
        <source>Backups lie on the same disk as the data. Let them go to a stick or another disk too.</source>
        <translation>Cadangan hanya ada di disk yang sama dengan data. Simpan cadangan kedua di flashdisk atau disk lain.</translation>
    </message>
    <message>
        <source>There are no people yet. Begin with the units and the staff from SIASN or a sheet.</source>
        <translation>Belum ada pegawai. Mulailah dengan unit dan pegawai dari SIASN atau dari lembar Anda.</translation>
    </message>
    <message>
        <source>Import units and staff...</source>
        <translation>Impor unit dan pegawai...</translation>
    </message>
    <message>
        <source>Nobody has a plan for this year yet. Write the first one, or drop a sheet of plans here.</source>
        <translation>Belum ada SKP untuk tahun ini. Tulis yang pertama, atau jatuhkan lembar SKP di sini.</translation>
    </message>
    <message>
        <source>Write a plan</source>
        <translation>Tulis SKP</translation>
    </message>
    <message>
        <source>No actuals of %1 are entered yet. Type them in the grid, or drop a filled-in sheet here.</source>
        <translation>Belum ada realisasi untuk %1. Ketik di kisi, atau jatuhkan lembar isian di sini.</translation>
    </message>
    <message>
        <source>Enter actuals</source>
        <translation>Isi realisasi</translation>
    </message>
    <message>
        <source>Nobody is rated for %1 yet. Rate a unit with the keys A, S and B.</source>
        <translation>Belum ada yang dinilai untuk %1. Nilai satu unit dengan tombol A, S, dan B.</translation>
    </message>
    <message>
        <source>Rate a unit</source>
        <translation>Nilai satu unit</translation>
    </message>
    <message>
        <source>Nothing of %1 can be sent yet: only closed evaluations are packed.</source>
        <translation>Belum ada yang dapat dikirim untuk %1: hanya penilaian yang sudah ditutup yang dikemas.</translation>
    </message>
    <message>
        <source>Close evaluations</source>
        <translation>Tutup penilaian</translation>
    </message>
    <message>
        <source>There is no backup yet. Make the first one on another disk.</source>
        <translation>Belum ada cadangan. Buat yang pertama di disk lain.</translation>
    </message>
    <message>
        <source>Make a backup</source>
        <translation>Buat cadangan</translation>
    </message>
    <message>
        <source>Nothing has arrived yet. Hold the key ceremony and admit the PCs of the agencies on the tab Keys, then receive their files.</source>
        <translation>Belum ada yang masuk. Adakan upacara kunci dan sahkan PC instansi di tab Kunci, lalu terima berkasnya.</translation>
    </message>
    <message>
        <source>Send and receive</source>
        <translation>Kirim &amp; terima</translation>
    </message>
</context>
<context>
    <name>ServerDialog</name>
    <message>
        <source>The backup from before the move is backups/%1.</source>
        <translation>Cadangan sebelum dipindahkan ada di backups/%1.</translation>
    </message>
    <message>
        <source>✓ %1 rows and %2 changes are back in the folder; the journal is equal.</source>
        <translation>✓ %1 baris dan %2 perubahan sudah kembali di folder; jurnalnya sama.</translation>
    </message>
    <message>
        <source>✓ %1 rows and %2 changes are on the server; the journal is equal on both sides.</source>
        <translation>✓ %1 baris dan %2 perubahan sudah di server; jurnal sama di kedua sisi.</translation>
    </message>
    <message>
        <source>✓ This PC has joined. Write down the recovery key of this PC and keep it in the safe; it is shown once.</source>
        <translation>✓ PC ini sudah terhubung. Catat kunci pemulihan PC ini dan simpan di lemari besi; hanya ditampilkan satu kali.</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Kembali</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Tutup</translation>
    </message>
    <message>
        <source>&amp;Open it</source>
        <translation>&amp;Buka</translation>
    </message>
    <message>
        <source>&amp;Bring it home</source>
        <translation>&amp;Bawa pulang</translation>
    </message>
    <message>
        <source>Ca&amp;rry it there</source>
        <translation>&amp;Pindahkan</translation>
    </message>
    <message>
        <source>&amp;Join</source>
        <translation>&amp;Hubungkan</translation>
    </message>
    <message>
        <source>Choose the folder</source>
        <translation>Pilih folder</translation>
    </message>
    <message>
        <source>Choose...</source>
        <translation>Pilih...</translation>
    </message>
    <message>
        <source>Recovery key</source>
        <translation>Kunci pemulihan</translation>
    </message>
    <message>
        <source>for example server.office or 10.1.2.3:5432</source>
        <translation>misalnya server.kantor atau 10.1.2.3:5432</translation>
    </message>
    <message>
        <source>Pass&amp;phrase</source>
        <translation>Kata sandi data (&amp;passphrase)</translation>
    </message>
    <message>
        <source>New pass&amp;phrase of this PC</source>
        <translation>Kata sandi baru untuk &amp;PC ini</translation>
    </message>
    <message>
        <source>&amp;Folder</source>
        <translation>&amp;Folder</translation>
    </message>
    <message>
        <source>Code of t&amp;his PC</source>
        <translation>Kode P&amp;C ini</translation>
    </message>
    <message>
        <source>&amp;Name of the agency</source>
        <translation>&amp;Nama instansi</translation>
    </message>
    <message>
        <source>&amp;Code of the agency</source>
        <translation>Kode &amp;instansi</translation>
    </message>
    <message>
        <source>&amp;Password on the server</source>
        <translation>&amp;Kata sandi di server</translation>
    </message>
    <message>
        <source>&amp;User on the server</source>
        <translation>Peng&amp;guna di server</translation>
    </message>
    <message>
        <source>&amp;Database</source>
        <translation>&amp;Basis data</translation>
    </message>
    <message>
        <source>&amp;Server</source>
        <translation>&amp;Server</translation>
    </message>
    <message>
        <source>Bring the data home from the server</source>
        <translation>Membawa data pulang dari server</translation>
    </message>
    <message>
        <source>Carry the data of a folder to the server</source>
        <translation>Memindahkan data satu folder ke server</translation>
    </message>
    <message>
        <source>This PC works on the server from now on</source>
        <translation>PC ini mulai bekerja di server</translation>
    </message>
    <message>
        <source>&amp;What to do</source>
        <translation>&amp;Yang dilakukan</translation>
    </message>
    <message>
        <source>Several clerks work on one PostgreSQL. The administrator prepares it and gives you name and password; the key ring of this PC stays here.</source>
        <translation>Beberapa petugas bekerja di satu PostgreSQL. Pengelola menyiapkannya dan memberi Anda nama dan kata sandi; kunci PC ini tetap di sini.</translation>
    </message>
    <message>
        <source>Shared server</source>
        <translation>Server bersama</translation>
    </message>
</context>
</TS>
