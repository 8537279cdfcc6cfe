<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="id" sourcelanguage="en">
<context>
    <name>ArrivalDialog</name>
    <message>
        <source>Key</source>
        <translation>Kunci</translation>
    </message>
    <message>
        <source>A file has arrived</source>
        <translation>Ada berkas datang</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Periode</translation>
    </message>
    <message>
        <source>Number in its series</source>
        <translation>Nomor urut</translation>
    </message>
    <message>
        <source>no trusted key has signed this; its words prove nothing</source>
        <translation>tidak ditandatangani kunci yang dipercaya; isinya tidak membuktikan apa-apa</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Tutup</translation>
    </message>
</context>
<context>
    <name>AssessmentPage</name>
    <message>
        <source>Ratings</source>
        <translation>Rating</translation>
    </message>
    <message>
        <source>&amp;Import ratings…</source>
        <translation>&amp;Impor rating…</translation>
    </message>
    <message>
        <source>Set unit &amp;level…</source>
        <translation>&amp;Capaian unit…</translation>
    </message>
    <message>
        <source>&amp;Close the period…</source>
        <translation>&amp;Tutup periode…</translation>
    </message>
    <message>
        <source>Search rater or unit</source>
        <translation>Cari penilai atau unit</translation>
    </message>
    <message>
        <source>Only with people still to rate</source>
        <translation>Hanya yang pegawainya belum dinilai</translation>
    </message>
    <message>
        <source>Search raters</source>
        <translation>Cari penilai</translation>
    </message>
    <message>
        <source>Import ratings</source>
        <translation>Impor rating</translation>
    </message>
    <message>
        <source>Raters</source>
        <translation>Pejabat penilai</translation>
    </message>
    <message>
        <source>Ratings of the rater&apos;s people</source>
        <translation>Rating pegawai yang dinilai</translation>
    </message>
    <message>
        <source>Why?</source>
        <translation>Mengapa?</translation>
    </message>
    <message>
        <source>Distribution of predicates</source>
        <translation>Distribusi predikat</translation>
    </message>
    <message>
        <source>A above · S as expected · B below · Delete clears · F2 writes · Ctrl+D fills down · Ctrl+C/V block · Ctrl+Z undoes · Ctrl+E special case</source>
        <translation>A di atas · S sesuai · B di bawah · Delete mengosongkan · F2 menulis · Ctrl+D isi ke bawah · Ctrl+C/V blok · Ctrl+Z urungkan · Ctrl+E hal khusus</translation>
    </message>
    <message>
        <source>The whole agency</source>
        <translation>Seluruh instansi</translation>
    </message>
    <message>
        <source>{unit} and everything below it</source>
        <translation>{unit} dan semua unit di bawahnya</translation>
    </message>
    <message>
        <source>{count} evaluations closed.</source>
        <translation>{count} penilaian ditutup.</translation>
    </message>
    <message>
        <source>Import finished: {count} rows written.</source>
        <translation>Impor selesai: {count} baris disimpan.</translation>
    </message>
    <message>
        <source>{unit}: level {level} saved.</source>
        <translation>{unit}: capaian {level} disimpan.</translation>
    </message>
    <message>
        <source>⚠ level of the unit not set yet</source>
        <translation>⚠ capaian unit belum ditetapkan</translation>
    </message>
    <message>
        <source>level of the unit: {level}</source>
        <translation>capaian unit: {level}</translation>
    </message>
    <message>
        <source>Nobody has a rater yet. Import units and staff on the register page; raters follow from the heads of the units.</source>
        <translation>Belum ada pegawai yang punya penilai. Impor unit dan pegawai di halaman Pegawai; penilai mengikuti kepala unit.</translation>
    </message>
    <message>
        <source>{raters} raters · {people} people · {rated} rated · {closed} closed</source>
        <translation>{raters} penilai · {people} pegawai · {rated} dinilai · {closed} ditutup</translation>
    </message>
    <message>
        <source>⚠ {count} ratings differ from the suggestion without a reason.</source>
        <translation>⚠ {count} rating berbeda dari usulan tanpa alasan.</translation>
    </message>
</context>
<context>
    <name>BlockedTable</name>
    <message>
        <source>Name</source>
        <translation>Nama</translation>
    </message>
    <message>
        <source>NIP</source>
        <translation>NIP</translation>
    </message>
    <message>
        <source>Why it stays open, and what to do</source>
        <translation>Mengapa tetap terbuka, dan langkah berikutnya</translation>
    </message>
    <message>
        <source>Why not, and what to do</source>
        <translation>Mengapa tidak, dan langkah berikutnya</translation>
    </message>
</context>
<context>
    <name>BoardTree</name>
    <message>
        <source>Unit</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>To assess</source>
        <translation>Wajib</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>SKP</translation>
    </message>
    <message>
        <source>Actuals</source>
        <translation>Realisasi</translation>
    </message>
    <message>
        <source>Printed</source>
        <translation>Dicetak</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Terkirim</translation>
    </message>
</context>
<context>
    <name>CloseDialog</name>
    <message>
        <source>Close the period: {period}</source>
        <translation>Tutup periode: {period}</translation>
    </message>
    <message>
        <source>People who stay open</source>
        <translation>Pegawai yang tetap terbuka</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Kemajuan</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Batal</translation>
    </message>
    <message>
        <source>Cancelled. Nothing was closed.</source>
        <translation>Dibatalkan. Tidak ada yang ditutup.</translation>
    </message>
    <message>
        <source>Done. {due} people due = {closed} closed now + {already} closed before + {blocked} still open.</source>
        <translation>Selesai. {due} pegawai wajib dinilai = {closed} ditutup sekarang + {already} sudah ditutup + {blocked} masih terbuka.</translation>
    </message>
    <message>
        <source>… and {count} more remarks on the distribution.</source>
        <translation>… dan {count} catatan lain tentang distribusi.</translation>
    </message>
    <message>
        <source>Close {count} evaluations</source>
        <translation>Tutup {count} penilaian</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Selesai</translation>
    </message>
    <message>
        <source>Do not close</source>
        <translation>Jangan tutup</translation>
    </message>
    <message>
        <source>{due} people due: {closed} closed before, {ready} rated and ready to close, {open} not rated yet.</source>
        <translation>{due} pegawai wajib dinilai: {closed} sudah ditutup, {ready} sudah dinilai dan siap ditutup, {open} belum dinilai.</translation>
    </message>
    <message>
        <source>⚠ {count} raters lead a unit without a level; their people stay open.</source>
        <translation>⚠ {count} penilai memimpin unit yang capaiannya belum ditetapkan; pegawainya tetap terbuka.</translation>
    </message>
    <message>
        <source>A closed evaluation is final: its ratings can no longer be edited. Whoever is not ready stays open.</source>
        <translation>Penilaian yang ditutup bersifat final: ratingnya tidak dapat diubah lagi. Yang belum siap tetap terbuka.</translation>
    </message>
</context>
<context>
    <name>Commands</name>
    <message>
        <source>Find people, rooms and commands</source>
        <translation>Cari pegawai, halaman, dan perintah</translation>
    </message>
    <message>
        <source>Open a file in the right place...</source>
        <translation>Buka berkas di tempat yang tepat...</translation>
    </message>
    <message>
        <source>Show everything anew</source>
        <translation>Muat ulang semua</translation>
    </message>
    <message>
        <source>Back to the previous place</source>
        <translation>Kembali ke tempat sebelumnya</translation>
    </message>
    <message>
        <source>Forward again</source>
        <translation>Maju lagi</translation>
    </message>
    <message>
        <source>Previous year</source>
        <translation>Tahun sebelumnya</translation>
    </message>
    <message>
        <source>Next year</source>
        <translation>Tahun berikutnya</translation>
    </message>
    <message>
        <source>Switch the language</source>
        <translation>Ganti bahasa</translation>
    </message>
    <message>
        <source>Light or dark look</source>
        <translation>Tampilan terang atau gelap</translation>
    </message>
    <message>
        <source>Stop the running job</source>
        <translation>Hentikan pekerjaan yang berjalan</translation>
    </message>
    <message>
        <source>Show all keys of this page</source>
        <translation>Tampilkan semua tombol halaman ini</translation>
    </message>
    <message>
        <source>Close MeritDesk</source>
        <translation>Tutup MeritDesk</translation>
    </message>
</context>
<context>
    <name>DistributionChart</name>
    <message>
        <source>Distribution of predicates</source>
        <translation>Distribusi predikat</translation>
    </message>
    <message>
        <source>Bars: people by predicate. Dashed line: the pattern for the level of the unit. A consideration, never a quota.</source>
        <translation>Batang: jumlah pegawai per predikat. Garis putus-putus: pola untuk capaian unit. Bahan pertimbangan, bukan kuota.</translation>
    </message>
</context>
<context>
    <name>DocumentTable</name>
    <message>
        <source>Number</source>
        <translation>Nomor</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nama</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Periode</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Versi</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Salinan</translation>
    </message>
    <message>
        <source>Printed</source>
        <translation>Dicetak</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Keadaan</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Berkas</translation>
    </message>
</context>
<context>
    <name>DocumentsTabs</name>
    <message>
        <source>Out</source>
        <translation>Di luar</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Cetak</translation>
    </message>
    <message>
        <source>Register of documents</source>
        <translation>Daftar dokumen</translation>
    </message>
    <message>
        <source>Is it ours?</source>
        <translation>Periksa PDF</translation>
    </message>
</context>
<context>
    <name>FateTable</name>
    <message>
        <source>Row</source>
        <translation>Baris</translation>
    </message>
    <message>
        <source>Fate</source>
        <translation>Nasib</translation>
    </message>
    <message>
        <source>NIP / key</source>
        <translation>NIP / kunci</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nama</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Kolom</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Kode</translation>
    </message>
    <message>
        <source>What it means and what to do</source>
        <translation>Arti dan langkahnya</translation>
    </message>
    <message>
        <source>✗ refused</source>
        <translation>✗ ditolak</translation>
    </message>
    <message>
        <source>⚠ conflict</source>
        <translation>⚠ bertentangan</translation>
    </message>
    <message>
        <source>⚠ remark</source>
        <translation>⚠ catatan</translation>
    </message>
    <message>
        <source>✎ changed</source>
        <translation>✎ berubah</translation>
    </message>
    <message>
        <source>+ new</source>
        <translation>+ baru</translation>
    </message>
    <message>
        <source>= same</source>
        <translation>= sama</translation>
    </message>
    <message>
        <source>NIP</source>
        <translation>NIP</translation>
    </message>
    <message>
        <source>name</source>
        <translation>nama</translation>
    </message>
    <message>
        <source>national ID</source>
        <translation>PNS ID</translation>
    </message>
    <message>
        <source>front title</source>
        <translation>gelar depan</translation>
    </message>
    <message>
        <source>back title</source>
        <translation>gelar belakang</translation>
    </message>
    <message>
        <source>sex</source>
        <translation>jenis kelamin</translation>
    </message>
    <message>
        <source>date of birth</source>
        <translation>tanggal lahir</translation>
    </message>
    <message>
        <source>kind of employment</source>
        <translation>jenis pegawai</translation>
    </message>
    <message>
        <source>legal status</source>
        <translation>kedudukan hukum</translation>
    </message>
    <message>
        <source>grade</source>
        <translation>golongan</translation>
    </message>
    <message>
        <source>grade since</source>
        <translation>TMT golongan</translation>
    </message>
    <message>
        <source>kind of post</source>
        <translation>jenis jabatan</translation>
    </message>
    <message>
        <source>post</source>
        <translation>jabatan</translation>
    </message>
    <message>
        <source>post since</source>
        <translation>TMT jabatan</translation>
    </message>
    <message>
        <source>echelon</source>
        <translation>eselon</translation>
    </message>
    <message>
        <source>education</source>
        <translation>pendidikan</translation>
    </message>
    <message>
        <source>unit</source>
        <translation>unit</translation>
    </message>
    <message>
        <source>unit above</source>
        <translation>unit atasan</translation>
    </message>
    <message>
        <source>title of the head</source>
        <translation>nama jabatan kepala</translation>
    </message>
    <message>
        <source>head</source>
        <translation>kepala</translation>
    </message>
    <message>
        <source>head (national ID)</source>
        <translation>kepala (PNS ID)</translation>
    </message>
    <message>
        <source>acting head (national ID)</source>
        <translation>Plt. kepala (PNS ID)</translation>
    </message>
    <message>
        <source>autonomous unit</source>
        <translation>unit mandiri</translation>
    </message>
    <message>
        <source>order</source>
        <translation>urutan</translation>
    </message>
</context>
<context>
    <name>Finder</name>
    <message>
        <source>Find anything...  Ctrl+K</source>
        <translation>Cari apa saja...  Ctrl+K</translation>
    </message>
</context>
<context>
    <name>HandoverPage</name>
    <message>
        <source>Pack for the region...</source>
        <translation>Kemas untuk wilayah...</translation>
    </message>
    <message>
        <source>Receive a file...</source>
        <translation>Terima berkas...</translation>
    </message>
    <message>
        <source>Give my key card...</source>
        <translation>Berikan kartu kunci...</translation>
    </message>
    <message>
        <source>Take over a key card...</source>
        <translation>Terima kartu kunci...</translation>
    </message>
    <message>
        <source>The other side needs this card once, to read and check your packages.</source>
        <translation>Pihak sana memerlukan kartu ini satu kali untuk membaca dan memeriksa kiriman Anda.</translation>
    </message>
    <message>
        <source>Packages are only accepted from those whose key card is here.</source>
        <translation>Kiriman hanya diterima dari pihak yang kartu kuncinya ada di sini.</translation>
    </message>
    <message>
        <source>Pack for the region</source>
        <translation>Kemas untuk wilayah</translation>
    </message>
    <message>
        <source>Receive a file</source>
        <translation>Terima berkas</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Dikirim</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Diterima</translation>
    </message>
    <message>
        <source>Answers that you give back to agencies will stand here.</source>
        <translation>Tanda terima yang Anda berikan kepada instansi akan tercatat di sini.</translation>
    </message>
    <message>
        <source>Nothing was sent yet. Close the evaluations, then pack them here.</source>
        <translation>Belum ada kiriman. Tutup penilaian, lalu kemas di sini.</translation>
    </message>
    <message>
        <source>Nothing has arrived yet. Receive the file from the memory stick.</source>
        <translation>Belum ada berkas datang. Terima berkas dari flashdisk.</translation>
    </message>
    <message>
        <source>A file can also be dropped anywhere on this window.</source>
        <translation>Berkas juga dapat dijatuhkan di mana saja pada jendela ini.</translation>
    </message>
    <message>
        <source>Packing</source>
        <translation>Mengemas</translation>
    </message>
    <message>
        <source>Receiving %1</source>
        <translation>Menerima %1</translation>
    </message>
    <message>
        <source>Where to put the key card</source>
        <translation>Simpan kartu kunci di mana</translation>
    </message>
    <message>
        <source>Key card written: %1</source>
        <translation>Kartu kunci ditulis: %1</translation>
    </message>
    <message>
        <source>Take over the key card in %1?</source>
        <translation>Terima kartu kunci dalam %1?</translation>
    </message>
    <message>
        <source>Packages signed with this card will be believed from now on.</source>
        <translation>Kiriman yang ditandatangani kartu ini akan dipercaya mulai sekarang.</translation>
    </message>
    <message>
        <source>Take it over</source>
        <translation>Terima kartu</translation>
    </message>
    <message>
        <source>%1: %2 closed evaluations have arrived here.</source>
        <translation>%1: %2 penilaian yang sudah ditutup telah sampai di sini.</translation>
    </message>
    <message>
        <source>%1: %2 closed evaluations can travel, %3 of them have not been sent; %4</source>
        <translation>%1: %2 penilaian yang sudah ditutup dapat dikirim, %3 di antaranya belum pernah dikirim; %4</translation>
    </message>
    <message>
        <source>nothing stays at home.</source>
        <translation>tidak ada yang tertinggal.</translation>
    </message>
    <message>
        <source>%1 people stay at home because they are not closed.</source>
        <translation>%1 pegawai tertinggal karena penilaiannya belum ditutup.</translation>
    </message>
    <message>
        <source>I have called: the PC was replaced</source>
        <translation>Sudah saya telepon: PC-nya diganti</translation>
    </message>
    <message>
        <source>Which file has arrived?</source>
        <translation>Berkas mana yang datang?</translation>
    </message>
    <message>
        <source>Packages (*.merit);;All files (*)</source>
        <translation>Kiriman (*.merit);;Semua berkas (*)</translation>
    </message>
    <message>
        <source>Which key card?</source>
        <translation>Kartu kunci yang mana?</translation>
    </message>
    <message>
        <source>Where is the memory stick?</source>
        <translation>Di mana flashdisknya?</translation>
    </message>
</context>
<context>
    <name>Head</name>
    <message>
        <source>Regional office</source>
        <translation>Kantor Regional</translation>
    </message>
    <message>
        <source>Agency</source>
        <translation>Instansi</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>Tahun</translation>
    </message>
    <message>
        <source>Year of all pages (Ctrl+Alt+Left, Ctrl+Alt+Right)</source>
        <translation>Tahun untuk semua halaman (Ctrl+Alt+Kiri, Ctrl+Alt+Kanan)</translation>
    </message>
    <message>
        <source>Part of the year</source>
        <translation>Bagian tahun</translation>
    </message>
    <message>
        <source>Switch the language (Ctrl+Shift+L)</source>
        <translation>Ganti bahasa (Ctrl+Shift+L)</translation>
    </message>
    <message>
        <source>Light or dark look</source>
        <translation>Tampilan terang atau gelap</translation>
    </message>
    <message>
        <source>Light or dark look (Ctrl+Shift+D)</source>
        <translation>Tampilan terang atau gelap (Ctrl+Shift+D)</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tombol</translation>
    </message>
    <message>
        <source>All keys of this page (?)</source>
        <translation>Semua tombol halaman ini (?)</translation>
    </message>
    <message>
        <source>Whole year</source>
        <translation>Setahun penuh</translation>
    </message>
</context>
<context>
    <name>ImportVerbs</name>
    <message>
        <source>Units (UNOR / SOTK)</source>
        <translation>Unit kerja (UNOR / SOTK)</translation>
    </message>
    <message>
        <source>The unit file as SIASN gives it. Import the units before the staff, so that everybody finds their place.</source>
        <translation>Berkas unit seperti dari SIASN. Impor unit sebelum pegawai agar setiap pegawai mendapat tempatnya.</translation>
    </message>
    <message>
        <source>Attach units whose parent is missing below the root unit</source>
        <translation>Gantungkan unit tanpa induk pada unit akar</translation>
    </message>
    <message>
        <source>Staff (ASN profile)</source>
        <translation>Pegawai (Profil ASN)</translation>
    </message>
    <message>
        <source>The staff file as SIASN gives it. Blank cells never overwrite what is known; a NIP destroyed by a spreadsheet is refused.</source>
        <translation>Berkas pegawai seperti dari SIASN. Sel kosong tidak pernah menimpa data yang ada; NIP yang rusak karena lembar kerja ditolak.</translation>
    </message>
    <message>
        <source>Plans (SKP)</source>
        <translation>SKP</translation>
    </message>
    <message>
        <source>One row per indicator, special expectation or annex line. A complete plan is fixed, an incomplete one stays a draft with a remark.</source>
        <translation>Satu baris untuk setiap indikator, ekspektasi khusus, atau isi lampiran. SKP yang lengkap ditetapkan, yang belum lengkap menjadi konsep dengan catatan.</translation>
    </message>
    <message>
        <source>Actuals</source>
        <translation>Realisasi</translation>
    </message>
    <message>
        <source>One row per indicator and period with what was achieved. Rows of closed evaluations are refused.</source>
        <translation>Satu baris untuk setiap indikator dan periode beserta realisasinya. Baris dari penilaian yang sudah ditutup ditolak.</translation>
    </message>
    <message>
        <source>Ratings or levels</source>
        <translation>Rating atau capaian unit</translation>
    </message>
    <message>
        <source>One row per person with both ratings, or one row per unit with its level: the headings say which. Closed evaluations are refused.</source>
        <translation>Satu baris per pegawai dengan kedua rating, atau satu baris per unit dengan capaiannya: judul kolom yang menentukan. Penilaian yang sudah ditutup ditolak.</translation>
    </message>
</context>
<context>
    <name>IncomingTable</name>
    <message>
        <source>Received</source>
        <translation>Diterima</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Dari</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Isi</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Periode</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Hasil</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>Tanda terima</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>No.</translation>
    </message>
</context>
<context>
    <name>Journal</name>
    <message>
        <source>Evaluations closed</source>
        <translation>Penilaian ditutup</translation>
    </message>
    <message>
        <source>Ratings or organisation levels taken over</source>
        <translation>Rating atau capaian unit diimpor</translation>
    </message>
    <message>
        <source>Rating entered</source>
        <translation>Rating diisi</translation>
    </message>
    <message>
        <source>Organisation level entered</source>
        <translation>Capaian unit diisi</translation>
    </message>
    <message>
        <source>Documents printed</source>
        <translation>Dokumen dicetak</translation>
    </message>
    <message>
        <source>Document numbers reserved</source>
        <translation>Nomor dokumen dipesan</translation>
    </message>
    <message>
        <source>Actuals taken over</source>
        <translation>Realisasi diimpor</translation>
    </message>
    <message>
        <source>Package made</source>
        <translation>Kiriman dikemas</translation>
    </message>
    <message>
        <source>Receipt taken in</source>
        <translation>Tanda terima dicatat</translation>
    </message>
    <message>
        <source>Package received</source>
        <translation>Kiriman diterima</translation>
    </message>
    <message>
        <source>Key card taken over</source>
        <translation>Kartu kunci diterima</translation>
    </message>
    <message>
        <source>Plans taken over</source>
        <translation>SKP diimpor</translation>
    </message>
    <message>
        <source>Staff file taken over</source>
        <translation>Berkas pegawai diimpor</translation>
    </message>
    <message>
        <source>Unit file taken over</source>
        <translation>Berkas unit diimpor</translation>
    </message>
    <message>
        <source>Backup made</source>
        <translation>Cadangan dibuat</translation>
    </message>
    <message>
        <source>Passphrase changed</source>
        <translation>Kata sandi diganti</translation>
    </message>
    <message>
        <source>Change taken back</source>
        <translation>Perubahan diurungkan</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>No.</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Waktu</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Pekerjaan</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Dari</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Baris</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Oleh</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Keadaan</translation>
    </message>
    <message>
        <source>taken back</source>
        <translation>diurungkan</translation>
    </message>
</context>
<context>
    <name>KeysDialog</name>
    <message>
        <source>Take back in a field or grid; elsewhere what was saved</source>
        <translation>Urungkan di kolom isian atau tabel; di tempat lain yang sudah tersimpan</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tombol</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>Di semua halaman</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Tutup</translation>
    </message>
</context>
<context>
    <name>Ledger</name>
    <message>
        <source>answer, handed over</source>
        <translation>tanda terima, sudah diserahkan</translation>
    </message>
    <message>
        <source>not yet confirmed</source>
        <translation>belum dikonfirmasi</translation>
    </message>
    <message>
        <source>received by the region</source>
        <translation>diterima wilayah</translation>
    </message>
    <message>
        <source>received, some need correction</source>
        <translation>diterima, sebagian perlu perbaikan</translation>
    </message>
    <message>
        <source>refused, needs correction</source>
        <translation>ditolak, perlu perbaikan</translation>
    </message>
    <message>
        <source>needs correction: another copy also sends</source>
        <translation>perlu perbaikan: salinan lain juga mengirim</translation>
    </message>
    <message>
        <source>replaced by a newer package</source>
        <translation>digantikan kiriman yang lebih baru</translation>
    </message>
</context>
<context>
    <name>LevelDialog</name>
    <message>
        <source>Level of the unit</source>
        <translation>Capaian unit</translation>
    </message>
    <message>
        <source>for example: decree number, letter, report</source>
        <translation>misalnya: nomor keputusan, surat, laporan</translation>
    </message>
    <message>
        <source>Published on</source>
        <translation>Ditetapkan tanggal</translation>
    </message>
    <message>
        <source>&amp;Level</source>
        <translation>&amp;Capaian</translation>
    </message>
    <message>
        <source>&amp;Source</source>
        <translation>&amp;Sumber</translation>
    </message>
    <message>
        <source>An annual level published after 31 January does not count; then the level of the year before is used.</source>
        <translation>Capaian tahunan yang ditetapkan setelah 31 Januari tidak dihitung; yang dipakai capaian tahun sebelumnya.</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Stop the running work and close?</source>
        <translation>Hentikan pekerjaan yang berjalan dan tutup?</translation>
    </message>
    <message>
        <source>Stop and close</source>
        <translation>Hentikan dan tutup</translation>
    </message>
    <message>
        <source>Open a file in the right place</source>
        <translation>Buka berkas di tempat yang tepat</translation>
    </message>
    <message>
        <source>Taken back. Everything is as it was before.</source>
        <translation>Diurungkan. Semua kembali seperti semula.</translation>
    </message>
    <message>
        <source>Taking back</source>
        <translation>Mengurungkan</translation>
    </message>
</context>
<context>
    <name>Notices</name>
    <message>
        <source>Saved as %1. It names no person.</source>
        <translation>Tersimpan sebagai %1. Tidak ada nama orang di dalamnya.</translation>
    </message>
    <message>
        <source>The report cannot be written there. Choose another folder.</source>
        <translation>Laporan tidak dapat ditulis di sana. Pilih folder lain.</translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation>Simpan laporan</translation>
    </message>
    <message>
        <source>Understood</source>
        <translation>Mengerti</translation>
    </message>
    <message>
        <source>Leave as it is</source>
        <translation>Biarkan</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Urungkan</translation>
    </message>
    <message>
        <source>Hide this line</source>
        <translation>Sembunyikan baris ini</translation>
    </message>
    <message>
        <source>Report without personal data</source>
        <translation>Laporan tanpa data pribadi</translation>
    </message>
    <message>
        <source>Copy the report</source>
        <translation>Salin laporan</translation>
    </message>
    <message>
        <source>Go on working</source>
        <translation>Lanjutkan bekerja</translation>
    </message>
</context>
<context>
    <name>OutgoingTable</name>
    <message>
        <source>Packed</source>
        <translation>Dikemas</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Periode</translation>
    </message>
    <message>
        <source>Arrival</source>
        <translation>Sampai?</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>Tanda terima</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>No.</translation>
    </message>
    <message>
        <source>Evaluations</source>
        <translation>Penilaian</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Berkas</translation>
    </message>
</context>
<context>
    <name>OverviewPage</name>
    <message>
        <source>What has to be done</source>
        <translation>Yang harus dikerjakan</translation>
    </message>
    <message>
        <source>Where things stand, by unit</source>
        <translation>Sampai di mana, menurut unit</translation>
    </message>
    <message>
        <source>Go to where this is done</source>
        <translation>Buka tempat mengerjakannya</translation>
    </message>
    <message>
        <source>No units yet. Import the unit file in the room Staff, then the staff file.</source>
        <translation>Belum ada unit. Impor berkas unit di halaman Pegawai, lalu berkas pegawai.</translation>
    </message>
    <message>
        <source>No package has arrived yet. Who has sent what stands on the Regional board.</source>
        <translation>Belum ada kiriman yang masuk. Siapa yang sudah mengirim ada di tab Papan wilayah.</translation>
    </message>
</context>
<context>
    <name>PackedDialog</name>
    <message>
        <source>Nothing had changed: the same package was written again.</source>
        <translation>Tidak ada yang berubah: kiriman yang sama ditulis lagi.</translation>
    </message>
    <message>
        <source>The package is ready for the region.</source>
        <translation>Kiriman siap untuk wilayah.</translation>
    </message>
    <message>
        <source>Packed</source>
        <translation>Selesai dikemas</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Berkas</translation>
    </message>
    <message>
        <source>Content</source>
        <translation>Isi</translation>
    </message>
    <message>
        <source>%1 evaluations, %2 plans, %3 people, %4 units</source>
        <translation>%1 penilaian, %2 SKP, %3 pegawai, %4 unit</translation>
    </message>
    <message>
        <source>Left at home</source>
        <translation>Tertinggal</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Ukuran</translation>
    </message>
    <message>
        <source>%1 KB</source>
        <translation>%1 KB</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>Buka folder</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Tutup</translation>
    </message>
    <message>
        <source>%1 evaluations that are not closed yet</source>
        <translation>%1 penilaian yang belum ditutup</translation>
    </message>
</context>
<context>
    <name>PersonPane</name>
    <message>
        <source>Details of the selected person</source>
        <translation>Rincian pegawai yang dipilih</translation>
    </message>
    <message>
        <source>Select a person to see who rates them.</source>
        <translation>Pilih pegawai untuk melihat siapa penilainya.</translation>
    </message>
    <message>
        <source>NIP</source>
        <translation>NIP</translation>
    </message>
    <message>
        <source>Post</source>
        <translation>Jabatan</translation>
    </message>
    <message>
        <source>Kind of post</source>
        <translation>Jenis jabatan</translation>
    </message>
    <message>
        <source>Grade</source>
        <translation>Golongan</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Date of birth</source>
        <translation>Tanggal lahir</translation>
    </message>
    <message>
        <source>In this post since</source>
        <translation>TMT jabatan</translation>
    </message>
    <message>
        <source>not appraised because of the legal status</source>
        <translation>tidak dinilai karena kedudukan hukumnya</translation>
    </message>
    <message>
        <source>Rater</source>
        <translation>Pejabat penilai</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Dasar</translation>
    </message>
    <message>
        <source>Superior of the rater</source>
        <translation>Atasan pejabat penilai</translation>
    </message>
</context>
<context>
    <name>PlanSheet</name>
    <message>
        <source>⚠ Still missing before this plan can be fixed ({count})</source>
        <translation>⚠ Masih kurang sebelum SKP ini dapat ditetapkan ({count})</translation>
    </message>
    <message>
        <source>PERFORMANCE PLAN {year}</source>
        <translation>SASARAN KINERJA PEGAWAI {year}</translation>
    </message>
    <message>
        <source>version {number}</source>
        <translation>versi {number}</translation>
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
        <source>Post</source>
        <translation>Jabatan</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Periode</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Keadaan</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>No.</translation>
    </message>
    <message>
        <source>Planned result</source>
        <translation>Rencana hasil kerja</translation>
    </message>
    <message>
        <source>Measure of success / individual indicator</source>
        <translation>Ukuran keberhasilan/indikator kinerja individu</translation>
    </message>
    <message>
        <source>Measure of success / individual indicator and target</source>
        <translation>Ukuran keberhasilan/indikator kinerja individu dan target</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Target</translation>
    </message>
    <message>
        <source>Perspective</source>
        <translation>Perspektif</translation>
    </message>
    <message>
        <source>Aspect</source>
        <translation>Aspek</translation>
    </message>
    <message>
        <source>A. MAIN</source>
        <translation>A. UTAMA</translation>
    </message>
    <message>
        <source>B. ADDITIONAL</source>
        <translation>B. TAMBAHAN</translation>
    </message>
    <message>
        <source>WORK RESULTS</source>
        <translation>HASIL KERJA</translation>
    </message>
    <message>
        <source>serves: {result}</source>
        <translation>mendukung: {result}</translation>
    </message>
    <message>
        <source>assigned by: {name}</source>
        <translation>ditugaskan oleh: {name}</translation>
    </message>
    <message>
        <source>⚠ no measure yet</source>
        <translation>⚠ belum ada ukuran</translation>
    </message>
    <message>
        <source>WORK BEHAVIOUR</source>
        <translation>PERILAKU KERJA</translation>
    </message>
    <message>
        <source>Special expectation of the leader</source>
        <translation>Ekspektasi khusus pimpinan</translation>
    </message>
    <message>
        <source>Core value</source>
        <translation>Nilai dasar</translation>
    </message>
    <message>
        <source>ANNEX</source>
        <translation>LAMPIRAN</translation>
    </message>
    <message>
        <source>SUPPORTING RESOURCES</source>
        <translation>DUKUNGAN SUMBER DAYA</translation>
    </message>
    <message>
        <source>ACCOUNTABILITY SCHEME</source>
        <translation>SKEMA PERTANGGUNGJAWABAN</translation>
    </message>
    <message>
        <source>CONSEQUENCES</source>
        <translation>KONSEKUENSI</translation>
    </message>
</context>
<context>
    <name>PlanTable</name>
    <message>
        <source>Name</source>
        <translation>Nama</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>SKP</translation>
    </message>
    <message>
        <source>Indicators</source>
        <translation>Indikator</translation>
    </message>
    <message>
        <source>Actuals</source>
        <translation>Realisasi</translation>
    </message>
    <message>
        <source>⚠ no plan</source>
        <translation>⚠ belum ada SKP</translation>
    </message>
</context>
<context>
    <name>PlanningPage</name>
    <message>
        <source>Performance plans</source>
        <translation>Sasaran Kinerja Pegawai (SKP)</translation>
    </message>
    <message>
        <source>Import &amp;plans…</source>
        <translation>Impor &amp;SKP…</translation>
    </message>
    <message>
        <source>Import &amp;actuals…</source>
        <translation>Impor &amp;realisasi…</translation>
    </message>
    <message>
        <source>Only without a fixed plan</source>
        <translation>Hanya yang SKP-nya belum ditetapkan</translation>
    </message>
    <message>
        <source>Only without actuals</source>
        <translation>Hanya tanpa realisasi</translation>
    </message>
    <message>
        <source>Import plans</source>
        <translation>Impor SKP</translation>
    </message>
    <message>
        <source>People and the state of their plan</source>
        <translation>Pegawai dan keadaan SKP-nya</translation>
    </message>
    <message>
        <source>Plan of the selected person</source>
        <translation>SKP pegawai yang dipilih</translation>
    </message>
    <message>
        <source>Import finished: {count} rows written.</source>
        <translation>Impor selesai: {count} baris disimpan.</translation>
    </message>
    <message>
        <source>Select a person to see the plan as it is printed.</source>
        <translation>Pilih pegawai untuk melihat SKP seperti yang tercetak.</translation>
    </message>
    <message>
        <source>Nobody fits these filters. Clear the search, or nothing is missing here any more.</source>
        <translation>Tidak ada pegawai yang cocok. Kosongkan pencarian, atau memang tidak ada lagi yang kurang di sini.</translation>
    </message>
    <message>
        <source>Nobody must have a plan yet. Import units and staff on the register page first.</source>
        <translation>Belum ada pegawai yang wajib ber-SKP. Impor unit dan pegawai di halaman Pegawai lebih dahulu.</translation>
    </message>
    <message>
        <source>{due} people must have a plan · {plans} have one · {missing} are missing · {actuals} have actuals</source>
        <translation>{due} pegawai wajib ber-SKP · {plans} sudah · {missing} belum · {actuals} punya realisasi</translation>
    </message>
</context>
<context>
    <name>Preview</name>
    <message>
        <source>Pages</source>
        <translation>Halaman</translation>
    </message>
    <message>
        <source>Preview of the sheet</source>
        <translation>Pratinjau lembar</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>Perbesar</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>Perkecil</translation>
    </message>
    <message>
        <source>Fit the width</source>
        <translation>Sesuaikan lebar</translation>
    </message>
    <message>
        <source>Page %1</source>
        <translation>Halaman %1</translation>
    </message>
</context>
<context>
    <name>PrintOutcomeDialog</name>
    <message>
        <source>Printed</source>
        <translation>Selesai dicetak</translation>
    </message>
    <message>
        <source>File: %1</source>
        <translation>Berkas: %1</translation>
    </message>
    <message>
        <source>Open the file</source>
        <translation>Buka berkas</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>Buka folder</translation>
    </message>
    <message>
        <source>%1 people have no sheet of this form: another of its kind is theirs, or none was made.</source>
        <translation>%1 pegawai tidak mempunyai lembar format ini: formatnya yang sejenis lain, atau memang tidak dibuat.</translation>
    </message>
    <message>
        <source>Left out: %1</source>
        <translation>Tidak ikut tercetak: %1</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Tutup</translation>
    </message>
    <message>
        <source>No sheet of form %1 could be printed.</source>
        <translation>Tidak ada lembar %1 yang dapat dicetak.</translation>
    </message>
    <message>
        <source>%1: %2 sheets, %3 pages printed.</source>
        <translation>%1: %2 lembar, %3 halaman dicetak.</translation>
    </message>
</context>
<context>
    <name>PrintTab</name>
    <message>
        <source>People to choose from</source>
        <translation>Pegawai yang dapat dipilih</translation>
    </message>
    <message>
        <source>F&amp;orm</source>
        <translation>F&amp;ormat</translation>
    </message>
    <message>
        <source>&amp;Paper</source>
        <translation>&amp;Kertas</translation>
    </message>
    <message>
        <source>&amp;Choices</source>
        <translation>&amp;Pilihan</translation>
    </message>
    <message>
        <source>&amp;Unit</source>
        <translation>&amp;Unit</translation>
    </message>
    <message>
        <source>The whole agency</source>
        <translation>Seluruh instansi</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Hentikan</translation>
    </message>
    <message>
        <source>Print what is chosen</source>
        <translation>Cetak yang dipilih</translation>
    </message>
    <message>
        <source>Choose a person to see the sheet here.</source>
        <translation>Pilih pegawai untuk melihat lembarnya di sini.</translation>
    </message>
    <message>
        <source>Printing %1</source>
        <translation>Mencetak %1</translation>
    </message>
    <message>
        <source>Into which folder?</source>
        <translation>Ke folder mana?</translation>
    </message>
    <message>
        <source>Only %1</source>
        <translation>Hanya %1</translation>
    </message>
    <message>
        <source>One person</source>
        <translation>Satu pegawai</translation>
    </message>
    <message>
        <source>Everyone in: %1</source>
        <translation>Semua di: %1</translation>
    </message>
    <message>
        <source>Everyone in the chosen unit</source>
        <translation>Semua di unit yang dipilih</translation>
    </message>
    <message>
        <source>Everyone in the agency</source>
        <translation>Semua di instansi</translation>
    </message>
    <message>
        <source>Print...  Ctrl+P</source>
        <translation>Cetak...  Ctrl+P</translation>
    </message>
    <message>
        <source>Draft of %1 for %2</source>
        <translation>Konsep %1 untuk %2</translation>
    </message>
    <message>
        <source>Draft of %1 for %2: this is the format that fits the post and the plan.</source>
        <translation>Konsep %1 untuk %2: inilah format yang sesuai jabatan dan SKP-nya.</translation>
    </message>
</context>
<context>
    <name>QFileDialog</name>
    <message>
        <source>Detail View</source>
        <translation>Tampilan rinci</translation>
    </message>
    <message>
        <source>List View</source>
        <translation>Tampilan daftar</translation>
    </message>
    <message>
        <source>Parent Directory</source>
        <translation>Folder di atasnya</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>Maju</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Mundur</translation>
    </message>
    <message>
        <source>File &amp;name:</source>
        <translation>&amp;Nama berkas:</translation>
    </message>
    <message>
        <source>&amp;Look in:</source>
        <translation>&amp;Lihat di:</translation>
    </message>
    <message>
        <source>&amp;File name:</source>
        <translation>&amp;Nama berkas:</translation>
    </message>
    <message>
        <source>Files of &amp;type:</source>
        <translation>&amp;Jenis berkas:</translation>
    </message>
    <message>
        <source>Directory:</source>
        <translation>Folder:</translation>
    </message>
    <message>
        <source>&amp;Choose</source>
        <translation>&amp;Pilih</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>&amp;Buka</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Simpan</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Batal</translation>
    </message>
    <message>
        <source>Directories</source>
        <translation>Folder</translation>
    </message>
    <message>
        <source>All Files (*)</source>
        <translation>Semua berkas (*)</translation>
    </message>
    <message>
        <source>Create New Folder</source>
        <translation>Buat folder baru</translation>
    </message>
</context>
<context>
    <name>QFileSystemModel</name>
    <message>
        <source>Name</source>
        <translation>Nama</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Ukuran</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Jenis</translation>
    </message>
    <message>
        <source>Date Modified</source>
        <translation>Tanggal diubah</translation>
    </message>
</context>
<context>
    <name>QLineEdit</name>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Urungkan</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Ulangi</translation>
    </message>
    <message>
        <source>Cu&amp;t</source>
        <translation>&amp;Potong</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Salin</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>&amp;Tempel</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Hapus</translation>
    </message>
    <message>
        <source>Select All</source>
        <translation>Pilih semua</translation>
    </message>
</context>
<context>
    <name>QPlatformTheme</name>
    <message>
        <source>OK</source>
        <translation>OK</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Simpan</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Buka</translation>
    </message>
    <message>
        <source>&amp;Yes</source>
        <translation>&amp;Ya</translation>
    </message>
    <message>
        <source>&amp;No</source>
        <translation>&amp;Tidak</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Tutup</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Batal</translation>
    </message>
</context>
<context>
    <name>QWidgetTextControl</name>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Urungkan</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Ulangi</translation>
    </message>
    <message>
        <source>Cu&amp;t</source>
        <translation>&amp;Potong</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Salin</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>&amp;Tempel</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Hapus</translation>
    </message>
    <message>
        <source>Select All</source>
        <translation>Pilih semua</translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>%1 waiting</source>
        <translation>%1 menunggu</translation>
    </message>
</context>
<context>
    <name>RatersTable</name>
    <message>
        <source>Still to rate</source>
        <translation>Belum dinilai</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Pegawai</translation>
    </message>
    <message>
        <source>Post</source>
        <translation>Jabatan</translation>
    </message>
    <message>
        <source>Work left</source>
        <translation>Sisa pekerjaan</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>⚠ not set</source>
        <translation>⚠ belum ada</translation>
    </message>
    <message>
        <source>Rater and unit</source>
        <translation>Penilai dan unit</translation>
    </message>
    <message>
        <source>Rated</source>
        <translation>Dinilai</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Ditutup</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Capaian</translation>
    </message>
</context>
<context>
    <name>RatingTable</name>
    <message>
        <source>⚠ why not as suggested?</source>
        <translation>⚠ mengapa tidak sesuai usulan?</translation>
    </message>
    <message>
        <source>Suggested by the figures of {actuals} of {indicators} indicators; not a verdict.</source>
        <translation>Diusulkan dari angka {actuals} dari {indicators} indikator; bukan putusan.</translation>
    </message>
    <message>
        <source>A above · S as expected · B below · Delete clears</source>
        <translation>A di atas · S sesuai · B di bawah · Delete mengosongkan</translation>
    </message>
    <message>
        <source>The rating differs from the suggestion. Write the reason here (F2).</source>
        <translation>Rating berbeda dari usulan. Tulis alasannya di sini (F2).</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nama</translation>
    </message>
    <message>
        <source>Suggestion</source>
        <translation>Usulan</translation>
    </message>
    <message>
        <source>Work result</source>
        <translation>Hasil kerja</translation>
    </message>
    <message>
        <source>Behaviour</source>
        <translation>Perilaku</translation>
    </message>
    <message>
        <source>Predicate</source>
        <translation>Predikat</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Alasan</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Catatan</translation>
    </message>
</context>
<context>
    <name>ReceivedDialog</name>
    <message>
        <source>Received</source>
        <translation>Diterima</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>Tanda terima</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Periode</translation>
    </message>
    <message>
        <source>Records</source>
        <translation>Catatan data</translation>
    </message>
    <message>
        <source>Packages that never came</source>
        <translation>Kiriman yang belum datang</translation>
    </message>
    <message>
        <source>Answer to give back</source>
        <translation>Tanda terima untuk dikembalikan</translation>
    </message>
    <message>
        <source>Records that need a hand</source>
        <translation>Catatan yang perlu ditangani</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Tutup</translation>
    </message>
</context>
<context>
    <name>RecordTable</name>
    <message>
        <source>Record</source>
        <translation>Catatan</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Keadaan</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Kolom</translation>
    </message>
    <message>
        <source>Why, and what to do</source>
        <translation>Mengapa, dan langkah berikutnya</translation>
    </message>
</context>
<context>
    <name>RegisterPage</name>
    <message>
        <source>People and units</source>
        <translation>Pegawai dan unit</translation>
    </message>
    <message>
        <source>Import &amp;units…</source>
        <translation>Impor &amp;unit…</translation>
    </message>
    <message>
        <source>Import &amp;staff…</source>
        <translation>Impor &amp;pegawai…</translation>
    </message>
    <message>
        <source>Import staff</source>
        <translation>Impor pegawai</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>Staff list</source>
        <translation>Daftar pegawai</translation>
    </message>
    <message>
        <source>Import finished: {count} rows written.</source>
        <translation>Impor selesai: {count} baris disimpan.</translation>
    </message>
    <message>
        <source>Nobody fits these filters. Clear the search or choose another unit.</source>
        <translation>Tidak ada pegawai yang cocok. Kosongkan pencarian atau pilih unit lain.</translation>
    </message>
    <message>
        <source>No people yet. Import the unit file first, then the staff file: the two buttons above.</source>
        <translation>Belum ada pegawai. Impor berkas unit dulu, lalu berkas pegawai: dua tombol di atas.</translation>
    </message>
    <message>
        <source>{count} people</source>
        <translation>{count} pegawai</translation>
    </message>
    <message>
        <source>{count} without a rater in the agency</source>
        <translation>{count} tanpa penilai di instansi</translation>
    </message>
    <message>
        <source>A regional office keeps no staff here. Choose a number on the Regional board in the room Overview to see the people of its agencies.</source>
        <translation>Kantor regional tidak menyimpan pegawai di sini. Pilih angka di tab Papan wilayah, ruang Beranda, untuk melihat orang-orang instansinya.</translation>
    </message>
</context>
<context>
    <name>RegisterTab</name>
    <message>
        <source>Printed documents</source>
        <translation>Dokumen tercetak</translation>
    </message>
    <message>
        <source>%1 documents</source>
        <translation>%1 dokumen</translation>
    </message>
    <message>
        <source>No document fits this search. Clear it to see all.</source>
        <translation>Tidak ada dokumen yang cocok. Kosongkan pencarian untuk melihat semua.</translation>
    </message>
    <message>
        <source>Nothing was printed yet. Print a form on the first leaf.</source>
        <translation>Belum ada yang dicetak. Cetak format pada lembar pertama.</translation>
    </message>
</context>
<context>
    <name>Rooms</name>
    <message>
        <source>Follow-up</source>
        <translation>Tindak lanjut</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Beranda</translation>
    </message>
    <message>
        <source>Staff</source>
        <translation>Pegawai</translation>
    </message>
    <message>
        <source>Planning</source>
        <translation>Perencanaan</translation>
    </message>
    <message>
        <source>Assessment</source>
        <translation>Penilaian</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>Dokumen</translation>
    </message>
    <message>
        <source>Send and receive</source>
        <translation>Kirim &amp; terima</translation>
    </message>
    <message>
        <source>Upkeep</source>
        <translation>Pemeliharaan</translation>
    </message>
</context>
<context>
    <name>StaffTable</name>
    <message>
        <source>Name</source>
        <translation>Nama</translation>
    </message>
    <message>
        <source>NIP</source>
        <translation>NIP</translation>
    </message>
    <message>
        <source>Post</source>
        <translation>Jabatan</translation>
    </message>
    <message>
        <source>Grade</source>
        <translation>Golongan</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Rater</source>
        <translation>Penilai</translation>
    </message>
</context>
<context>
    <name>StartDialog</name>
    <message>
        <source>Open MeritDesk</source>
        <translation>Buka MeritDesk</translation>
    </message>
    <message>
        <source>The data are encrypted. They open with the passphrase of this store.</source>
        <translation>Data tersimpan terenkripsi dan dibuka dengan kata sandi penyimpanan ini.</translation>
    </message>
    <message>
        <source>&amp;Folder</source>
        <translation>&amp;Folder</translation>
    </message>
    <message>
        <source>Choose...</source>
        <translation>Pilih...</translation>
    </message>
    <message>
        <source>&amp;Recovery key</source>
        <translation>&amp;Kunci pemulihan</translation>
    </message>
    <message>
        <source>&amp;Passphrase</source>
        <translation>&amp;Kata sandi</translation>
    </message>
    <message>
        <source>As printed on the recovery sheet</source>
        <translation>Seperti tercetak pada lembar pemulihan</translation>
    </message>
    <message>
        <source>Use the recovery key</source>
        <translation>Pakai kunci pemulihan</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Buka</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>Keluar</translation>
    </message>
    <message>
        <source>Folder of the store</source>
        <translation>Folder penyimpanan</translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>the line is not encrypted</source>
        <translation>hubungan tidak terenkripsi</translation>
    </message>
    <message>
        <source>%1 as %2 · PostgreSQL %3 · %4</source>
        <translation>%1 sebagai %2 · PostgreSQL %3 · %4</translation>
    </message>
    <message>
        <source>Server %1</source>
        <translation>Server %1</translation>
    </message>
    <message>
        <source>Everything is saved</source>
        <translation>Semua tersimpan</translation>
    </message>
    <message>
        <source>Saved %1</source>
        <translation>Tersimpan %1</translation>
    </message>
    <message>
        <source>Stop this job (Ctrl+.)</source>
        <translation>Hentikan pekerjaan ini (Ctrl+.)</translation>
    </message>
    <message>
        <source>Stop this job</source>
        <translation>Hentikan pekerjaan ini</translation>
    </message>
    <message>
        <source>Progress of the running job</source>
        <translation>Kemajuan pekerjaan</translation>
    </message>
    <message>
        <source>Last backup %1</source>
        <translation>Cadangan terakhir %1</translation>
    </message>
    <message>
        <source>No backup yet</source>
        <translation>Belum ada cadangan</translation>
    </message>
    <message>
        <source>Journal: %1 changes</source>
        <translation>Jurnal: %1 perubahan</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>Membaca</translation>
    </message>
    <message>
        <source>%1 waiting</source>
        <translation>%1 menunggu</translation>
    </message>
</context>
<context>
    <name>TrustedDialog</name>
    <message>
        <source>Key card</source>
        <translation>Kartu kunci</translation>
    </message>
    <message>
        <source>The key card was taken over.</source>
        <translation>Kartu kunci diterima.</translation>
    </message>
    <message>
        <source>regional office</source>
        <translation>kantor regional</translation>
    </message>
    <message>
        <source>agency</source>
        <translation>instansi</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Pemilik</translation>
    </message>
    <message>
        <source>PC</source>
        <translation>PC</translation>
    </message>
    <message>
        <source>Fingerprint</source>
        <translation>Sidik kunci</translation>
    </message>
    <message>
        <source>Call the owner and compare the fingerprint before you send anything.</source>
        <translation>Telepon pemiliknya dan cocokkan sidik kunci sebelum mengirim apa pun.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Tutup</translation>
    </message>
</context>
<context>
    <name>UnitTree</name>
    <message>
        <source>Unit</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Pegawai</translation>
    </message>
    <message>
        <source>All units</source>
        <translation>Semua unit</translation>
    </message>
    <message>
        <source>{unit}, {people} people</source>
        <translation>{unit}, {people} pegawai</translation>
    </message>
</context>
<context>
    <name>UpkeepPage</name>
    <message>
        <source>Backup</source>
        <translation>Cadangan</translation>
    </message>
    <message>
        <source>Health</source>
        <translation>Kesehatan</translation>
    </message>
    <message>
        <source>Keys of this PC</source>
        <translation>Kunci PC ini</translation>
    </message>
    <message>
        <source>Journal: every change, newest first</source>
        <translation>Jurnal: semua perubahan, terbaru di atas</translation>
    </message>
    <message>
        <source>Make a backup...</source>
        <translation>Buat cadangan...</translation>
    </message>
    <message>
        <source>Check the store</source>
        <translation>Periksa penyimpanan</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Salin</translation>
    </message>
    <message>
        <source>Copy the fingerprint</source>
        <translation>Salin sidik kunci</translation>
    </message>
    <message>
        <source>Take this change back...</source>
        <translation>Urungkan perubahan ini...</translation>
    </message>
    <message>
        <source>Take the chosen change back</source>
        <translation>Urungkan perubahan yang dipilih</translation>
    </message>
    <message>
        <source>Make a backup</source>
        <translation>Buat cadangan</translation>
    </message>
    <message>
        <source>Checking the store</source>
        <translation>Memeriksa penyimpanan</translation>
    </message>
    <message>
        <source>Making a backup</source>
        <translation>Membuat cadangan</translation>
    </message>
    <message>
        <source>Take change %1 back: %2?</source>
        <translation>Urungkan perubahan %1: %2?</translation>
    </message>
    <message>
        <source>%1 rows become again what they were before. The journal keeps both.</source>
        <translation>%1 baris kembali seperti sebelumnya. Jurnal menyimpan keduanya.</translation>
    </message>
    <message>
        <source>Take it back</source>
        <translation>Urungkan</translation>
    </message>
    <message>
        <source>Change %1 was taken back.</source>
        <translation>Perubahan %1 diurungkan.</translation>
    </message>
    <message>
        <source>Taking back</source>
        <translation>Mengurungkan</translation>
    </message>
    <message>
        <source>Where to put the backup? Best on another disk.</source>
        <translation>Simpan cadangan di mana? Sebaiknya di media lain.</translation>
    </message>
    <message>
        <source>The fingerprint was copied.</source>
        <translation>Sidik kunci disalin.</translation>
    </message>
    <message>
        <source>Backup written and read back: %1</source>
        <translation>Cadangan ditulis dan dibaca ulang: %1</translation>
    </message>
    <message>
        <source>None yet. Make one on another disk today.</source>
        <translation>Belum ada. Buatlah hari ini di media lain.</translation>
    </message>
    <message>
        <source>Last on %1</source>
        <translation>Terakhir %1</translation>
    </message>
    <message>
        <source>Not checked since the window was opened.</source>
        <translation>Belum diperiksa sejak jendela dibuka.</translation>
    </message>
    <message>
        <source>%1 changes, %2 closed evaluations and %3 files of evidence looked at</source>
        <translation>%1 perubahan, %2 penilaian tertutup, dan %3 berkas bukti dukung diperiksa</translation>
    </message>
    <message>
        <source>Everything is sound</source>
        <translation>Semuanya utuh</translation>
    </message>
    <message>
        <source>damaged pages</source>
        <translation>ada halaman data yang rusak</translation>
    </message>
    <message>
        <source>broken references</source>
        <translation>ada rujukan yang putus</translation>
    </message>
    <message>
        <source>the chain of the journal is broken</source>
        <translation>rantai jurnal putus</translation>
    </message>
    <message>
        <source>changed closed evaluations</source>
        <translation>ada penilaian tertutup yang berubah</translation>
    </message>
    <message>
        <source>missing or damaged files of evidence</source>
        <translation>berkas bukti dukung yang hilang atau rusak</translation>
    </message>
    <message>
        <source>Stop working, keep this PC as it is, and restore the last backup.</source>
        <translation>Berhentilah bekerja, biarkan PC ini apa adanya, lalu pulihkan cadangan terakhir.</translation>
    </message>
    <message>
        <source>%1 · %2 · fingerprint %3</source>
        <translation>%1 · %2 · sidik kunci %3</translation>
    </message>
</context>
<context>
    <name>VerifiedTable</name>
    <message>
        <source>Number</source>
        <translation>Nomor</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Versi</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Salinan</translation>
    </message>
    <message>
        <source>Finding</source>
        <translation>Temuan</translation>
    </message>
</context>
<context>
    <name>VerifyTab</name>
    <message>
        <source>Looking into %1</source>
        <translation>Memeriksa %1</translation>
    </message>
    <message>
        <source>Documents in the file</source>
        <translation>Dokumen dalam berkas</translation>
    </message>
    <message>
        <source>%1 · %2 pages · %3 documents · SHA-256 %4</source>
        <translation>%1 · %2 halaman · %3 dokumen · SHA-256 %4</translation>
    </message>
</context>
<context>
    <name>WhyPane</name>
    <message>
        <source>Why?</source>
        <translation>Mengapa?</translation>
    </message>
    <message>
        <source>Select a person to see how the result comes about.</source>
        <translation>Pilih pegawai untuk melihat bagaimana hasilnya terjadi.</translation>
    </message>
    <message>
        <source>Level of the unit: {level}</source>
        <translation>Capaian unit: {level}</translation>
    </message>
    <message>
        <source>Rater: {name}</source>
        <translation>Penilai: {name}</translation>
    </message>
    <message>
        <source>Predicate</source>
        <translation>Predikat</translation>
    </message>
    <message>
        <source>Closed, with these reasons</source>
        <translation>Ditutup, dengan alasan berikut</translation>
    </message>
    <message>
        <source>Both ratings are needed before there is a predicate.</source>
        <translation>Predikat muncul setelah kedua rating diisi.</translation>
    </message>
    <message>
        <source>Suggestion from the figures (not a verdict)</source>
        <translation>Usulan dari angka (bukan putusan)</translation>
    </message>
    <message>
        <source>No plan or no actuals yet: nothing to suggest.</source>
        <translation>Belum ada SKP atau realisasi: tidak ada usulan.</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>Year %1</source>
        <translation>Tahun %1</translation>
    </message>
    <message>
        <source>Quarter %1 %2</source>
        <translation>Triwulan %1 %2</translation>
    </message>
    <message>
        <source>today</source>
        <translation>hari ini</translation>
    </message>
    <message>
        <source>%1 working days left</source>
        <translation>%1 hari kerja lagi</translation>
    </message>
    <message>
        <source>%1 working days late</source>
        <translation>lewat %1 hari kerja</translation>
    </message>
</context>
<context>
    <name>Editors</name>
    <message>
        <source>Receipt on paper</source>
        <translation>Tanda terima kertas</translation>
    </message>
    <message>
        <source>Question about a conflict</source>
        <translation>Pertanyaan bentrokan</translation>
    </message>
    <message>
        <source>Proposed correction</source>
        <translation>Usulan koreksi</translation>
    </message>
    <message>
        <source>Word on a period</source>
        <translation>Keputusan atas periode</translation>
    </message>
    <message>
        <source>Answer to a correction</source>
        <translation>Jawaban atas koreksi</translation>
    </message>
</context>
</TS>
