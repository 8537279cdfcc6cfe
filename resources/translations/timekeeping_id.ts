<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="id" sourcelanguage="en">
<context>
    <name>Journal</name>
    <message>
        <source>Letter of absence taken out</source>
        <translation>Surat ketidakhadiran dikeluarkan</translation>
    </message>
    <message>
        <source>Letter of absence saved</source>
        <translation>Surat ketidakhadiran disimpan</translation>
    </message>
    <message>
        <source>Letters of absence taken over</source>
        <translation>Surat ketidakhadiran diimpor</translation>
    </message>
    <message>
        <source>Assignment of a shift taken out</source>
        <translation>Penugasan shift dicabut</translation>
    </message>
    <message>
        <source>Shift saved</source>
        <translation>Shift disimpan</translation>
    </message>
    <message>
        <source>Shift removed</source>
        <translation>Shift dihapus</translation>
    </message>
    <message>
        <source>Roster taken over</source>
        <translation>Jadwal jaga diimpor</translation>
    </message>
    <message>
        <source>Shift assigned</source>
        <translation>Shift ditugaskan</translation>
    </message>
    <message>
        <source>Machine number forgotten</source>
        <translation>Nomor mesin dilupakan</translation>
    </message>
    <message>
        <source>Attendance of a month opened again</source>
        <translation>Kehadiran sebulan dibuka kembali</translation>
    </message>
    <message>
        <source>Machine number given to a person</source>
        <translation>Nomor mesin dihubungkan dengan pegawai</translation>
    </message>
    <message>
        <source>Machine numbers taken over</source>
        <translation>Nomor mesin diimpor</translation>
    </message>
    <message>
        <source>Fingerprint file taken over</source>
        <translation>Berkas sidik jari diimpor</translation>
    </message>
    <message>
        <source>Attendance put right by hand</source>
        <translation>Kehadiran diperbaiki dengan tangan</translation>
    </message>
    <message>
        <source>Attendance of a month locked</source>
        <translation>Kehadiran sebulan ditutup</translation>
    </message>
    <message>
        <source>Activities validated or refused</source>
        <translation>Aktivitas divalidasi atau ditolak</translation>
    </message>
    <message>
        <source>Daily log of a month opened again</source>
        <translation>Aktivitas sebulan dibuka kembali</translation>
    </message>
    <message>
        <source>Activities taken out</source>
        <translation>Aktivitas dikeluarkan</translation>
    </message>
    <message>
        <source>Daily log taken over</source>
        <translation>Aktivitas harian diimpor</translation>
    </message>
    <message>
        <source>Activities entered</source>
        <translation>Aktivitas diketik</translation>
    </message>
    <message>
        <source>Daily log of a month locked</source>
        <translation>Aktivitas sebulan ditutup</translation>
    </message>
</context>
<context>
    <name>ImportVerbs</name>
    <message>
        <source>One row an activity: NIP, TANGGAL, JAM MULAI, JAM SELESAI, AKTIVITAS, BUKTI AKTIVITAS. What was validated is never overwritten.</source>
        <translation>Satu baris per aktivitas: NIP, TANGGAL, JAM MULAI, JAM SELESAI, AKTIVITAS, BUKTI AKTIVITAS. Yang sudah divalidasi tidak pernah ditimpa.</translation>
    </message>
    <message>
        <source>Daily activity</source>
        <translation>Aktivitas harian</translation>
    </message>
    <message>
        <source>One row a person and day: NIP, TANGGAL, KODE SHIFT. Whoever has a roster in a month works by it alone.</source>
        <translation>Satu baris per pegawai dan hari: NIP, TANGGAL, KODE SHIFT. Pegawai yang punya jadwal pada suatu bulan hanya bekerja menurut jadwal itu.</translation>
    </message>
    <message>
        <source>Roster of shifts</source>
        <translation>Jadwal jaga</translation>
    </message>
    <message>
        <source>One row a letter: NIP, JENIS KETIDAKHADIRAN, MULAI TANGGAL, SAMPAI TANGGAL, NOMOR SURAT.</source>
        <translation>Satu baris per surat: NIP, JENIS KETIDAKHADIRAN, MULAI TANGGAL, SAMPAI TANGGAL, NOMOR SURAT.</translation>
    </message>
    <message>
        <source>Letters of absence</source>
        <translation>Surat cuti, izin, dan dinas</translation>
    </message>
    <message>
        <source>One row a number: NOMOR MESIN and NIP.</source>
        <translation>Satu baris per nomor: NOMOR MESIN dan NIP.</translation>
    </message>
    <message>
        <source>Machine numbers</source>
        <translation>Nomor mesin</translation>
    </message>
    <message>
        <source>One row a tap, or one row a person and day: the headings say which. Machine numbers that nobody knows are refused and asked about in the tab Attendance; import the same file again afterwards.</source>
        <translation>Satu baris per tap, atau satu baris per pegawai dan hari: judul kolomnya yang menentukan. Nomor mesin yang belum diketahui ditolak dan ditanyakan di tab Kehadiran; sesudah itu impor lagi berkas yang sama.</translation>
    </message>
    <message>
        <source>Fingerprint file</source>
        <translation>Berkas sidik jari</translation>
    </message>
</context>
<context>
    <name>TimeTabs</name>
    <message>
        <source>Minutes</source>
        <translation>Menit efektif</translation>
    </message>
    <message>
        <source>PP 94</source>
        <translation>PP 94</translation>
    </message>
    <message>
        <source>Letters</source>
        <translation>Izin dan cuti</translation>
    </message>
    <message>
        <source>The machine of this unit reports others, but not once this person. Look at the machine numbers, enter a letter, or state the days as without a reason (code A under Letters).</source>
        <translation>Mesin unit ini mencatat pegawai lain, tetapi sekali pun tidak mencatat pegawai ini. Periksa nomor mesin, tulis suratnya, atau nyatakan harinya tanpa keterangan (kode A pada Izin dan cuti).</translation>
    </message>
    <message>
        <source>The recap of %1 can change again.</source>
        <translation>Rekap %1 dapat berubah lagi.</translation>
    </message>
    <message>
        <source>Day put right.</source>
        <translation>Hari diperbaiki.</translation>
    </message>
    <message>
        <source>Import a fingerprint file</source>
        <translation>Mengimpor berkas sidik jari</translation>
    </message>
    <message>
        <source>Lock the month, or open it again</source>
        <translation>Menutup bulan, atau membukanya kembali</translation>
    </message>
    <message>
        <source>Show and print the recap of the month</source>
        <translation>Menampilkan dan mencetak rekap bulan</translation>
    </message>
    <message>
        <source>Put a day of the chosen person right</source>
        <translation>Memperbaiki satu hari pegawai yang dipilih</translation>
    </message>
    <message>
        <source>Put a day right…</source>
        <translation>Perbaiki hari…</translation>
    </message>
    <message>
        <source>not known yet</source>
        <translation>belum diketahui</translation>
    </message>
    <message>
        <source>Nobody owes a day in this month. Import the staff first, then the fingerprint files (Ctrl+I).</source>
        <translation>Tidak ada pegawai yang wajib masuk pada bulan ini. Impor pegawai lebih dahulu, lalu berkas sidik jari (Ctrl+I).</translation>
    </message>
    <message>
        <source>Every day due is judged by the person's own calendar: a letter goes before a code of the file, a code before the marks. Of whom nothing is known all month must be asked; he is not absent yet.</source>
        <translation>Setiap hari kerja dinilai menurut kalender pegawai itu: surat mendahului kode pada berkas, kode mendahului cap. Pegawai yang sebulan penuh tanpa data perlu ditanyakan; ia belum dianggap mangkir.</translation>
    </message>
    <message>
        <source>Attendance</source>
        <translation>Kehadiran</translation>
    </message>
    <message>
        <source>%1 people · %2 with data · %3 days without a reason · %4 to be asked · %5</source>
        <translation>%1 pegawai · %2 ada data · %3 hari tanpa keterangan · %4 perlu ditanyakan · %5</translation>
    </message>
    <message>
        <source>Lock the month</source>
        <translation>Tutup bulan</translation>
    </message>
    <message>
        <source>Open again…</source>
        <translation>Buka kembali…</translation>
    </message>
    <message>
        <source>may be locked from %1 on</source>
        <translation>dapat ditutup mulai %1</translation>
    </message>
    <message>
        <source>Superiors who still have to validate</source>
        <translation>Atasan yang belum memvalidasi</translation>
    </message>
    <message>
        <source>The log of %1 can change again.</source>
        <translation>Aktivitas %1 dapat berubah lagi.</translation>
    </message>
    <message>
        <source>Open activities of %1 decided.</source>
        <translation>Aktivitas terbuka %1 sudah diputuskan.</translation>
    </message>
    <message>
        <source>Validate every open activity of the chosen person</source>
        <translation>Memvalidasi semua aktivitas terbuka pegawai yang dipilih</translation>
    </message>
    <message>
        <source>Validate all of this person</source>
        <translation>Validasi semua milik pegawai ini</translation>
    </message>
    <message>
        <source>Lock the log of the month, or open it again</source>
        <translation>Menutup aktivitas sebulan, atau membukanya kembali</translation>
    </message>
    <message>
        <source>Show and print the recap of minutes</source>
        <translation>Menampilkan dan mencetak rekap menit</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>Cetak…</translation>
    </message>
    <message>
        <source>locked on %1</source>
        <translation>ditutup %1</translation>
    </message>
    <message>
        <source>%1 by %2 on %3</source>
        <translation>%1 oleh %2 pada %3</translation>
    </message>
    <message>
        <source>%1 activities go.</source>
        <translation>%1 aktivitas dikeluarkan.</translation>
    </message>
    <message>
        <source>Validate the selected activities</source>
        <translation>Memvalidasi aktivitas yang dipilih</translation>
    </message>
    <message>
        <source>Validate</source>
        <translation>Validasi</translation>
    </message>
    <message>
        <source>Refuse the selected activities with a reason</source>
        <translation>Menolak aktivitas yang dipilih dengan alasan</translation>
    </message>
    <message>
        <source>Refuse…</source>
        <translation>Tolak…</translation>
    </message>
    <message>
        <source>Take the decision on the selected activities back</source>
        <translation>Membatalkan keputusan atas aktivitas yang dipilih</translation>
    </message>
    <message>
        <source>Undecide</source>
        <translation>Batalkan</translation>
    </message>
    <message>
        <source>Import a daily log</source>
        <translation>Mengimpor aktivitas harian</translation>
    </message>
    <message>
        <source>Enter activities of a person</source>
        <translation>Mengetik aktivitas seorang pegawai</translation>
    </message>
    <message>
        <source>Enter…</source>
        <translation>Ketik…</translation>
    </message>
    <message>
        <source>Take the selected activities out</source>
        <translation>Mengeluarkan aktivitas yang dipilih</translation>
    </message>
    <message>
        <source>Norm of the month</source>
        <translation>Norma sebulan</translation>
    </message>
    <message>
        <source>Counted</source>
        <translation>Dihitung</translation>
    </message>
    <message>
        <source>Taken off for absent days</source>
        <translation>Dikurangi hari tanpa keterangan</translation>
    </message>
    <message>
        <source>Validated</source>
        <translation>Divalidasi</translation>
    </message>
    <message>
        <source>Month locked.</source>
        <translation>Bulan ditutup.</translation>
    </message>
    <message>
        <source>Nobody owes a day in this month. Import the staff first.</source>
        <translation>Tidak ada pegawai yang wajib masuk pada bulan ini. Impor pegawai lebih dahulu.</translation>
    </message>
    <message>
        <source>Nothing was logged in this month. Import a log (Ctrl+I) or enter activities (Ctrl+N).</source>
        <translation>Belum ada aktivitas pada bulan ini. Impor berkasnya (Ctrl+I) atau ketik sendiri (Ctrl+N).</translation>
    </message>
    <message>
        <source>Month opened again.</source>
        <translation>Bulan dibuka kembali.</translation>
    </message>
    <message>
        <source>Open again</source>
        <translation>Buka kembali</translation>
    </message>
    <message>
        <source>Open the month again</source>
        <translation>Membuka kembali bulan</translation>
    </message>
    <message>
        <source>Validated minutes less what absent days take off, against the norm of the month. A superior whose people's proven entries stay open when the month is locked has a negative activity.</source>
        <translation>Menit yang divalidasi dikurangi hari tanpa keterangan, dibandingkan norma sebulan. Atasan yang membiarkan entri berbukti belum divalidasi saat bulan ditutup mendapat aktivitas negatif.</translation>
    </message>
    <message>
        <source>Counting the month</source>
        <translation>Menghitung bulan</translation>
    </message>
    <message>
        <source>Effective minutes</source>
        <translation>Menit efektif</translation>
    </message>
    <message>
        <source>open</source>
        <translation>terbuka</translation>
    </message>
    <message>
        <source>No evidence: it cannot be validated.</source>
        <translation>Tanpa bukti: tidak dapat divalidasi.</translation>
    </message>
    <message>
        <source>%1 validated, %2 refused.</source>
        <translation>%1 divalidasi, %2 ditolak.</translation>
    </message>
    <message>
        <source>%1 activities entered.</source>
        <translation>%1 aktivitas dicatat.</translation>
    </message>
    <message>
        <source>Activities taken out.</source>
        <translation>Aktivitas dikeluarkan.</translation>
    </message>
    <message>
        <source>Take activities out</source>
        <translation>Mengeluarkan aktivitas</translation>
    </message>
    <message>
        <source>The superior validates what was produced. What has no evidence is refused. Several lines may be selected; filter by superior to work through one's people.</source>
        <translation>Atasan memvalidasi apa yang dihasilkan. Yang tanpa bukti ditolak. Beberapa baris boleh dipilih; saring menurut atasan untuk menyelesaikan bawahannya.</translation>
    </message>
    <message>
        <source>Reading the log</source>
        <translation>Membaca aktivitas</translation>
    </message>
    <message>
        <source>Daily activity</source>
        <translation>Aktivitas harian</translation>
    </message>
    <message>
        <source>%1 have not logged · %2 short of the norm · %3 superiors must validate · %4</source>
        <translation>%1 belum mencatat · %2 kurang dari norma · %3 atasan belum memvalidasi · %4</translation>
    </message>
    <message>
        <source>%1 entries · %2 open · %3 validated · %4 refused · %5</source>
        <translation>%1 entri · %2 belum · %3 divalidasi · %4 ditolak · %5</translation>
    </message>
    <message>
        <source>Show and print the sheet of the chosen person</source>
        <translation>Menampilkan dan mencetak lembar pegawai yang dipilih</translation>
    </message>
    <message>
        <source>Sheet…</source>
        <translation>Lembar…</translation>
    </message>
    <message>
        <source>Print the sheets of all who have reached a step</source>
        <translation>Mencetak lembar semua yang mencapai ambang</translation>
    </message>
    <message>
        <source>All sheets…</source>
        <translation>Semua lembar…</translation>
    </message>
    <message>
        <source>Shift assigned.</source>
        <translation>Shift ditugaskan.</translation>
    </message>
    <message>
        <source>Shift saved.</source>
        <translation>Shift disimpan.</translation>
    </message>
    <message>
        <source>Make a shift</source>
        <translation>Membuat shift</translation>
    </message>
    <message>
        <source>New shift…</source>
        <translation>Shift baru…</translation>
    </message>
    <message>
        <source>Change the chosen shift</source>
        <translation>Mengubah shift yang dipilih</translation>
    </message>
    <message>
        <source>Say for whom a shift holds</source>
        <translation>Menetapkan shift berlaku untuk siapa</translation>
    </message>
    <message>
        <source>Holds for…</source>
        <translation>Berlaku untuk…</translation>
    </message>
    <message>
        <source>Import a roster</source>
        <translation>Mengimpor jadwal jaga</translation>
    </message>
    <message>
        <source>Import a roster…</source>
        <translation>Impor jadwal…</translation>
    </message>
    <message>
        <source>Take the chosen line out</source>
        <translation>Mengeluarkan baris yang dipilih</translation>
    </message>
    <message>
        <source>First met on %1.</source>
        <translation>Pertama kali muncul %1.</translation>
    </message>
    <message>
        <source>Number noted; import the file again.</source>
        <translation>Nomor dicatat; impor lagi berkasnya.</translation>
    </message>
    <message>
        <source>Say whose the chosen number is</source>
        <translation>Menjawab milik siapa nomor yang dipilih</translation>
    </message>
    <message>
        <source>Whose is it…</source>
        <translation>Milik siapa…</translation>
    </message>
    <message>
        <source>Enter a machine number</source>
        <translation>Menulis nomor mesin</translation>
    </message>
    <message>
        <source>New number…</source>
        <translation>Nomor baru…</translation>
    </message>
    <message>
        <source>Import machine numbers</source>
        <translation>Mengimpor nomor mesin</translation>
    </message>
    <message>
        <source>Forget the selected numbers</source>
        <translation>Melupakan nomor yang dipilih</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>Lupakan</translation>
    </message>
    <message>
        <source>%1 letters go; the days count as if there were none.</source>
        <translation>%1 surat dikeluarkan; hari-harinya dihitung seolah tanpa surat.</translation>
    </message>
    <message>
        <source>Letter saved.</source>
        <translation>Surat disimpan.</translation>
    </message>
    <message>
        <source>Enter a letter of absence</source>
        <translation>Menulis surat cuti, izin, atau dinas</translation>
    </message>
    <message>
        <source>New letter…</source>
        <translation>Surat baru…</translation>
    </message>
    <message>
        <source>Import letters of absence</source>
        <translation>Mengimpor surat cuti, izin, dan dinas</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Impor…</translation>
    </message>
    <message>
        <source>Change the chosen letter</source>
        <translation>Mengubah surat yang dipilih</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Ubah…</translation>
    </message>
    <message>
        <source>Take the chosen letter out</source>
        <translation>Mengeluarkan surat yang dipilih</translation>
    </message>
    <message>
        <source>Take out…</source>
        <translation>Keluarkan…</translation>
    </message>
    <message>
        <source>Nobody has a day without a reason in this year.</source>
        <translation>Tidak ada hari tanpa keterangan pada tahun ini.</translation>
    </message>
    <message>
        <source>Everybody works the office's own hours. Make a shift (Ctrl+N) for a hospital, a six-day week or Ramadan.</source>
        <translation>Semua pegawai bekerja menurut jam kantor. Buat shift (Ctrl+N) untuk rumah sakit, enam hari kerja, atau Ramadan.</translation>
    </message>
    <message>
        <source>Numbers forgotten.</source>
        <translation>Nomor dilupakan.</translation>
    </message>
    <message>
        <source>No machine number was met yet. They come with the first fingerprint file that does not name people by NIP.</source>
        <translation>Belum ada nomor mesin. Nomor muncul bersama berkas sidik jari pertama yang tidak memakai NIP.</translation>
    </message>
    <message>
        <source>No letter touches this period. Enter one (Ctrl+N) or import a table of letters (Ctrl+I).</source>
        <translation>Tidak ada surat pada periode ini. Tulis satu (Ctrl+N) atau impor tabel surat (Ctrl+I).</translation>
    </message>
    <message>
        <source>All sheets</source>
        <translation>Semua lembar</translation>
    </message>
    <message>
        <source>Working days without a reason add up over the calendar year; ten in a row stand for themselves. This is what the figures say: a sanction is decided by the officer who may punish, after a hearing.</source>
        <translation>Hari kerja tanpa keterangan dijumlahkan selama setahun; sepuluh hari berturut-turut berdiri sendiri. Ini kata angkanya: hukuman dijatuhkan oleh pejabat yang berwenang menghukum setelah pemeriksaan.</translation>
    </message>
    <message>
        <source>Days without a reason (PP 94/2021)</source>
        <translation>Hari tanpa keterangan (PP 94/2021)</translation>
    </message>
    <message>
        <source>Counting the year</source>
        <translation>Menghitung setahun</translation>
    </message>
    <message>
        <source>Days without a reason</source>
        <translation>Hari tanpa keterangan</translation>
    </message>
    <message>
        <source>Taken out.</source>
        <translation>Sudah dikeluarkan.</translation>
    </message>
    <message>
        <source>A roster goes before a person's own shift, that before the unit's, that before everybody's; who has none works the office's hours.</source>
        <translation>Jadwal jaga mendahului shift pegawai, shift pegawai mendahului shift unit, lalu shift semua pegawai; yang tidak punya bekerja menurut jam kantor.</translation>
    </message>
    <message>
        <source>Shifts and rosters</source>
        <translation>Jam kerja dan jadwal jaga</translation>
    </message>
    <message>
        <source>Shifts</source>
        <translation>Jam kerja</translation>
    </message>
    <message>
        <source>Some machines number people by themselves. Say once whose a number is; then import the same file again and its rows come in.</source>
        <translation>Ada mesin yang memberi nomor sendiri. Jawab sekali nomor itu milik siapa, lalu impor lagi berkas yang sama: barisnya masuk.</translation>
    </message>
    <message>
        <source>Machine numbers</source>
        <translation>Nomor mesin</translation>
    </message>
    <message>
        <source>Letters taken out.</source>
        <translation>Surat dikeluarkan.</translation>
    </message>
    <message>
        <source>Take out</source>
        <translation>Keluarkan</translation>
    </message>
    <message>
        <source>Take letters out</source>
        <translation>Mengeluarkan surat</translation>
    </message>
    <message>
        <source>Leave, official travel, sickness, permits, and working away from the office: each by its letter. Without a letter, office days are the rule.</source>
        <translation>Cuti, dinas luar, sakit, izin, dan bekerja di luar kantor: masing-masing dengan suratnya. Tanpa surat, hari kantor adalah aturannya.</translation>
    </message>
    <message>
        <source>Letters of absence</source>
        <translation>Surat cuti, izin, dan dinas</translation>
    </message>
    <message>
        <source>%1 people · %2 reached a step · %3 have one day left</source>
        <translation>%1 pegawai · %2 mencapai ambang · %3 tinggal satu hari lagi</translation>
    </message>
    <message>
        <source>%1 shifts</source>
        <translation>%1 shift</translation>
    </message>
    <message>
        <source>%1 numbers · %2 to be asked</source>
        <translation>%1 nomor · %2 perlu ditanyakan</translation>
    </message>
    <message>
        <source>%1 letters</source>
        <translation>%1 surat</translation>
    </message>
    <message>
        <source>Imported: %1 new, %2 changed.</source>
        <translation>Diimpor: %1 baru, %2 berubah.</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>Bulan</translation>
    </message>
    <message>
        <source>&amp;Month</source>
        <translation>&amp;Bulan</translation>
    </message>
</context>
<context>
    <name>TimeTables</name>
    <message>
        <source>Without</source>
        <translation>TK</translation>
    </message>
    <message>
        <source>Late or early</source>
        <translation>TL / PSW</translation>
    </message>
    <message>
        <source>%1 days without a letter</source>
        <translation>%1 hari tanpa surat</translation>
    </message>
    <message>
        <source>Holds for</source>
        <translation>Berlaku untuk</translation>
    </message>
    <message>
        <source>Hours Monday to Sunday</source>
        <translation>Jam Senin sampai Minggu</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>Shift</translation>
    </message>
    <message>
        <source>Days left</source>
        <translation>Sisa hari</translation>
    </message>
    <message>
        <source>Next step</source>
        <translation>Ambang berikutnya</translation>
    </message>
    <message>
        <source>Step reached</source>
        <translation>Ambang tercapai</translation>
    </message>
    <message>
        <source>In a row</source>
        <translation>Berturut-turut</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>Hari</translation>
    </message>
    <message>
        <source>Met in</source>
        <translation>Berkas</translation>
    </message>
    <message>
        <source>Machine number</source>
        <translation>Nomor mesin</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Catatan</translation>
    </message>
    <message>
        <source>Letter</source>
        <translation>Nomor surat</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Sampai</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Mulai</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Alasan</translation>
    </message>
    <message>
        <source>Refused because</source>
        <translation>Alasan ditolak</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Bukti</translation>
    </message>
    <message>
        <source>Activity</source>
        <translation>Aktivitas</translation>
    </message>
    <message>
        <source>Hours</source>
        <translation>Jam</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Tanggal</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Keadaan</translation>
    </message>
    <message>
        <source>Short</source>
        <translation>Kurang</translation>
    </message>
    <message>
        <source>Norm</source>
        <translation>Norma</translation>
    </message>
    <message>
        <source>Counted</source>
        <translation>Dihitung</translation>
    </message>
    <message>
        <source>Taken off</source>
        <translation>Dikurangi</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Belum</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Ditolak</translation>
    </message>
    <message>
        <source>Validated</source>
        <translation>Divalidasi</translation>
    </message>
    <message>
        <source>Entries</source>
        <translation>Entri</translation>
    </message>
    <message>
        <source>Superior</source>
        <translation>Atasan</translation>
    </message>
    <message>
        <source>no mark all month: ask</source>
        <translation>sebulan tanpa cap: tanyakan</translation>
    </message>
    <message>
        <source>NIP</source>
        <translation>NIP</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>Catatan</translation>
    </message>
    <message>
        <source>With a reason</source>
        <translation>Dengan alasan</translation>
    </message>
    <message>
        <source>Minutes</source>
        <translation>Menit</translation>
    </message>
    <message>
        <source>Present</source>
        <translation>Hadir</translation>
    </message>
    <message>
        <source>Days due</source>
        <translation>Hari kerja</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Unit kerja</translation>
    </message>
    <message>
        <source>Employee</source>
        <translation>Pegawai</translation>
    </message>
    <message>
        <source>nobody yet</source>
        <translation>belum dipakai</translation>
    </message>
    <message>
        <source>no data yet</source>
        <translation>belum ada data</translation>
    </message>
    <message>
        <source>? nobody has said</source>
        <translation>? belum dijawab</translation>
    </message>
</context>
<context>
    <name>TimeDialogs</name>
    <message>
        <source>Refuse %1 activities</source>
        <translation>Menolak %1 aktivitas</translation>
    </message>
    <message>
        <source>Put a day right</source>
        <translation>Memperbaiki hari</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Bukti</translation>
    </message>
    <message>
        <source>Activity</source>
        <translation>Aktivitas</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Selesai</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Mulai</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Tanggal</translation>
    </message>
    <message>
        <source>day off, or 07.30-16.00</source>
        <translation>libur, atau 07.30-16.00</translation>
    </message>
    <message>
        <source>Activities</source>
        <translation>Aktivitas</translation>
    </message>
    <message>
        <source>Enter activities</source>
        <translation>Mengetik aktivitas</translation>
    </message>
    <message>
        <source>&amp;In words</source>
        <translation>&amp;Uraian</translation>
    </message>
    <message>
        <source>only for another reason</source>
        <translation>hanya untuk alasan lain</translation>
    </message>
    <message>
        <source>&amp;Unit</source>
        <translation>&amp;Unit</translation>
    </message>
    <message>
        <source>&amp;Holds for</source>
        <translation>&amp;Berlaku untuk</translation>
    </message>
    <message>
        <source>&amp;Shift</source>
        <translation>&amp;Shift</translation>
    </message>
    <message>
        <source>Ends on</source>
        <translation>Berakhir</translation>
    </message>
    <message>
        <source>For whom does a shift hold?</source>
        <translation>Shift berlaku untuk siapa?</translation>
    </message>
    <message>
        <source>Works on holidays too</source>
        <translation>Tetap bekerja pada hari libur</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Nama</translation>
    </message>
    <message>
        <source>&amp;Code</source>
        <translation>&amp;Kode</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>Shift</translation>
    </message>
    <message>
        <source>&amp;Machine number</source>
        <translation>&amp;Nomor mesin</translation>
    </message>
    <message>
        <source>Whose is this machine number?</source>
        <translation>Nomor mesin ini milik siapa?</translation>
    </message>
    <message>
        <source>&amp;Note</source>
        <translation>&amp;Catatan</translation>
    </message>
    <message>
        <source>&amp;Letter number</source>
        <translation>&amp;Nomor surat</translation>
    </message>
    <message>
        <source>&amp;To</source>
        <translation>&amp;Sampai</translation>
    </message>
    <message>
        <source>&amp;From</source>
        <translation>&amp;Mulai</translation>
    </message>
    <message>
        <source>&amp;Employee</source>
        <translation>&amp;Pegawai</translation>
    </message>
    <message>
        <source>Letter of absence</source>
        <translation>Surat cuti, izin, atau dinas</translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation>&amp;Alasan</translation>
    </message>
    <message>
        <source>C&amp;ode</source>
        <translation>&amp;Kode</translation>
    </message>
    <message>
        <source>&amp;Left</source>
        <translation>&amp;Pulang</translation>
    </message>
    <message>
        <source>&amp;Came</source>
        <translation>&amp;Masuk</translation>
    </message>
    <message>
        <source>&amp;Day</source>
        <translation>&amp;Tanggal</translation>
    </message>
    <message>
        <source>one sentence; it stands in the journal</source>
        <translation>satu kalimat; tersimpan dalam jurnal</translation>
    </message>
    <message>
        <source>none</source>
        <translation>tidak ada</translation>
    </message>
    <message>
        <source>Rows that cannot be read yet: %1</source>
        <translation>Baris yang belum dapat dibaca: %1</translation>
    </message>
</context>
</TS>
