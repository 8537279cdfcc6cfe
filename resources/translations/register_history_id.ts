<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="id" sourcelanguage="en">
<context>
    <name>BlockersPage</name>
    <message>
        <source>&amp;Delegate a unit…</source>
        <translation>&amp;Delegasikan unit…</translation>
    </message>
    <message>
        <source>Delegate the rating of a unit to another official</source>
        <translation>Delegasikan penilaian suatu unit kepada pejabat lain</translation>
    </message>
    <message>
        <source>Who blocks whom</source>
        <translation>Siapa menghambat siapa</translation>
    </message>
    <message>
        <source>Only what blocks</source>
        <translation>Hanya yang menghambat</translation>
    </message>
    <message>
        <source>Only what is to be settled</source>
        <translation>Hanya yang perlu dituntaskan</translation>
    </message>
    <message>
        <source>Which lines to show</source>
        <translation>Baris yang ditampilkan</translation>
    </message>
    <message>
        <source>Do the &amp;next step…</source>
        <translation>Lakukan &amp;langkah berikutnya…</translation>
    </message>
    <message>
        <source>Do the next step of the selected line</source>
        <translation>Lakukan langkah berikutnya dari baris terpilih</translation>
    </message>
    <message>
        <source>Go to the selected person in the staff list</source>
        <translation>Buka pegawai terpilih di daftar pegawai</translation>
    </message>
    <message>
        <source>What stands in the way</source>
        <translation>Yang menghambat</translation>
    </message>
    <message>
        <source>People who wait</source>
        <translation>Pegawai yang menunggu</translation>
    </message>
    <message>
        <source>Delegation to rate</source>
        <translation>Delegasi menilai</translation>
    </message>
    <message>
        <source>Expectations clarified</source>
        <translation>Klarifikasi ekspektasi</translation>
    </message>
    <message>
        <source>Put the day right</source>
        <translation>Perbaiki tanggal</translation>
    </message>
    <message>
        <source>The register was brought up to date.</source>
        <translation>Daftar pegawai diperbarui.</translation>
    </message>
    <message>
        <source>{change} recorded for {name}.</source>
        <translation>{change} tercatat untuk {name}.</translation>
    </message>
    <message>
        <source>The list is being made.</source>
        <translation>Daftar sedang disusun.</translation>
    </message>
    <message>
        <source>Nobody to appraise yet. Import units and staff first (tab Staff, Ctrl+I).</source>
        <translation>Belum ada pegawai yang dinilai. Impor unit dan pegawai dahulu (tab Pegawai, Ctrl+I).</translation>
    </message>
    <message>
        <source>Everybody has a rater and nothing is left to settle. A good day.</source>
        <translation>Semua pegawai punya penilai dan tidak ada yang tersisa. Hari yang baik.</translation>
    </message>
    <message>
        <source>{count} to appraise</source>
        <translation>{count} wajib dinilai</translation>
    </message>
    <message>
        <source>{count} wait</source>
        <translation>{count} menunggu</translation>
    </message>
    <message>
        <source>{count} still to settle</source>
        <translation>{count} perlu dituntaskan</translation>
    </message>
</context>
<context>
    <name>ChangeDialog</name>
    <message>
        <source>Change in mid-year</source>
        <translation>Perubahan tengah tahun</translation>
    </message>
    <message>
        <source>Everything this change will do</source>
        <translation>Semua akibat perubahan ini</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Kembali</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Batal</translation>
    </message>
    <message>
        <source>&amp;Carry out</source>
        <translation>&amp;Laksanakan</translation>
    </message>
    <message>
        <source>&amp;See what it does</source>
        <translation>&amp;Lihat akibatnya</translation>
    </message>
    <message>
        <source>Nothing is written yet. It will do this:</source>
        <translation>Belum ada yang disimpan. Akibatnya:</translation>
    </message>
</context>
<context>
    <name>ChangeForm</name>
    <message>
        <source>&amp;What happened</source>
        <translation>&amp;Peristiwa</translation>
    </message>
    <message>
        <source>From (&amp;TMT)</source>
        <translation>&amp;TMT</translation>
    </message>
    <message>
        <source>&amp;Unit</source>
        <translation>&amp;Unit</translation>
    </message>
    <message>
        <source>&amp;Post</source>
        <translation>&amp;Jabatan</translation>
    </message>
    <message>
        <source>&amp;Kind of post</source>
        <translation>Jen&amp;is jabatan</translation>
    </message>
    <message>
        <source>&amp;Echelon</source>
        <translation>&amp;Eselon</translation>
    </message>
    <message>
        <source>&amp;Grade</source>
        <translation>&amp;Golongan</translation>
    </message>
    <message>
        <source>&amp;Rater</source>
        <translation>Pe&amp;nilai</translation>
    </message>
    <message>
        <source>&amp;Last day</source>
        <translation>&amp;Hari terakhir</translation>
    </message>
    <message>
        <source>&amp;Letter</source>
        <translation>&amp;Surat</translation>
    </message>
    <message>
        <source>&amp;Heads this unit</source>
        <translation>Memi&amp;mpin unit ini</translation>
    </message>
    <message>
        <source>&amp;Copy the results of the old SKP into the new draft</source>
        <translation>Sali&amp;n hasil kerja SKP lama ke draf SKP baru</translation>
    </message>
    <message>
        <source>With the &amp;delegation to rate</source>
        <translation>Dengan &amp;delegasi menilai</translation>
    </message>
    <message>
        <source>The letter names a last &amp;day</source>
        <translation>Surat men&amp;yebut hari terakhir</translation>
    </message>
    <message>
        <source>number and date of the decision letter</source>
        <translation>nomor dan tanggal surat keputusan</translation>
    </message>
    <message>
        <source>for example III/d; empty: unchanged</source>
        <translation>misalnya III/d; kosong: tetap</translation>
    </message>
    <message>
        <source>The day is the first day after the end.</source>
        <translation>Tanggal adalah hari pertama sesudah berakhir.</translation>
    </message>
    <message>
        <source>The day is the first day on which the change counts.</source>
        <translation>Tanggal adalah hari pertama perubahan berlaku.</translation>
    </message>
</context>
<context>
    <name>ComparedTable</name>
    <message>
        <source>Stays</source>
        <translation>Tetap</translation>
    </message>
    <message>
        <source>Goes into it</source>
        <translation>Digabungkan</translation>
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
        <source>PNS ID</source>
        <translation>PNS ID</translation>
    </message>
    <message>
        <source>Date of birth</source>
        <translation>Tanggal lahir</translation>
    </message>
    <message>
        <source>Sex</source>
        <translation>Jenis kelamin</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
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
        <source>Grade</source>
        <translation>Golongan</translation>
    </message>
</context>
<context>
    <name>DuplicatesPage</name>
    <message>
        <source>Who may be there twice</source>
        <translation>Data yang mungkin ganda</translation>
    </message>
    <message>
        <source>Pairs</source>
        <translation>Pasangan</translation>
    </message>
    <message>
        <source>The two rows side by side</source>
        <translation>Kedua data berdampingan</translation>
    </message>
    <message>
        <source>Reason, kept in the journal</source>
        <translation>Alasan, tersimpan dalam jurnal</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Alasan</translation>
    </message>
    <message>
        <source>S&amp;wap which one stays</source>
        <translation>Tu&amp;kar yang dipertahankan</translation>
    </message>
    <message>
        <source>&amp;Two different people</source>
        <translation>&amp;Dua orang berbeda</translation>
    </message>
    <message>
        <source>&amp;Merge into one</source>
        <translation>&amp;Gabungkan</translation>
    </message>
    <message>
        <source>Merge the selected pair</source>
        <translation>Gabungkan pasangan terpilih</translation>
    </message>
    <message>
        <source>{gone} was merged into {kept}.</source>
        <translation>{gone} digabungkan ke {kept}.</translation>
    </message>
    <message>
        <source>{one} and {other} are kept apart.</source>
        <translation>{one} dan {other} dicatat sebagai dua orang.</translation>
    </message>
    <message>
        <source>Records of {gone} that will belong to {kept}: {count}.</source>
        <translation>Catatan {gone} yang akan menjadi milik {kept}: {count}.</translation>
    </message>
    <message>
        <source>The list is being made.</source>
        <translation>Daftar sedang disusun.</translation>
    </message>
    <message>
        <source>Nobody appears to be there twice. The list is made anew after each import.</source>
        <translation>Tidak ada data yang tampak ganda. Daftar disusun ulang setiap selesai impor.</translation>
    </message>
    <message>
        <source>Pairs to look at: {count}</source>
        <translation>Pasangan untuk diperiksa: {count}</translation>
    </message>
</context>
<context>
    <name>HindranceTable</name>
    <message>
        <source>Blocks</source>
        <translation>Menghambat</translation>
    </message>
    <message>
        <source>Cause</source>
        <translation>Sebab</translation>
    </message>
    <message>
        <source>Unit or official</source>
        <translation>Unit atau pejabat</translation>
    </message>
    <message>
        <source>Next step</source>
        <translation>Langkah berikutnya</translation>
    </message>
    <message>
        <source>Changes have come due</source>
        <translation>Ada perubahan yang tiba tanggalnya</translation>
    </message>
    <message>
        <source>Bring the register to today</source>
        <translation>Sesuaikan daftar dengan hari ini</translation>
    </message>
    <message>
        <source>To settle: {rule}</source>
        <translation>Perlu dituntaskan: {rule}</translation>
    </message>
    <message>
        <source>Day is a guess</source>
        <translation>Tanggal perkiraan</translation>
    </message>
    <message>
        <source>Enter the day of the decision letter</source>
        <translation>Isi tanggal menurut surat keputusan</translation>
    </message>
</context>
<context>
    <name>PersonSide</name>
    <message>
        <source>Details</source>
        <translation>Rincian</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Garis waktu</translation>
    </message>
</context>
<context>
    <name>PreviewTable</name>
    <message>
        <source>What</source>
        <translation>Apa</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Siapa</translation>
    </message>
    <message>
        <source>Until now</source>
        <translation>Sampai sekarang</translation>
    </message>
    <message>
        <source>From then on</source>
        <translation>Mulai saat itu</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>Aturan</translation>
    </message>
    <message>
        <source>⚠ Look first</source>
        <translation>⚠ Perhatikan</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Riwayat</translation>
    </message>
    <message>
        <source>Reporting line</source>
        <translation>Penilai</translation>
    </message>
    <message>
        <source>Plan (SKP)</source>
        <translation>SKP</translation>
    </message>
    <message>
        <source>Evaluation</source>
        <translation>Evaluasi</translation>
    </message>
    <message>
        <source>not appraised</source>
        <translation>tidak dinilai</translation>
    </message>
    <message>
        <source>no evaluation</source>
        <translation>tidak ada evaluasi</translation>
    </message>
    <message>
        <source>final</source>
        <translation>final</translation>
    </message>
</context>
<context>
    <name>RegisterPage</name>
    <message>
        <source>&amp;Change in mid-year…</source>
        <translation>Perubahan &amp;tengah tahun…</translation>
    </message>
    <message>
        <source>Change in mid-year of the selected person</source>
        <translation>Perubahan tengah tahun pegawai terpilih</translation>
    </message>
    <message>
        <source>Select a person first.</source>
        <translation>Pilih pegawai dahulu.</translation>
    </message>
    <message>
        <source>{change} recorded for {name}.</source>
        <translation>{change} tercatat untuk {name}.</translation>
    </message>
</context>
<context>
    <name>RegisterTabs</name>
    <message>
        <source>Signers</source>
        <translation>Penanda tangan</translation>
    </message>
    <message>
        <source>Who blocks whom</source>
        <translation>Siapa menghambat siapa</translation>
    </message>
    <message>
        <source>Duplicates</source>
        <translation>Data ganda</translation>
    </message>
</context>
<context>
    <name>StepDialog</name>
    <message>
        <source>number and date of the letter</source>
        <translation>nomor dan tanggal surat</translation>
    </message>
    <message>
        <source>The delegation was &amp;given</source>
        <translation>Delegasi &amp;diberikan</translation>
    </message>
    <message>
        <source>&amp;No delegation: the rater's superior evaluates</source>
        <translation>&amp;Tanpa delegasi: atasan penilai yang menilai</translation>
    </message>
    <message>
        <source>&amp;Day</source>
        <translation>&amp;Tanggal</translation>
    </message>
    <message>
        <source>&amp;Letter</source>
        <translation>&amp;Surat</translation>
    </message>
</context>
<context>
    <name>TimelinePane</name>
    <message>
        <source>Timeline of the selected person</source>
        <translation>Garis waktu pegawai terpilih</translation>
    </message>
    <message>
        <source>Select a person to see the year.</source>
        <translation>Pilih pegawai untuk melihat tahunnya.</translation>
    </message>
    <message>
        <source>Year {year}</source>
        <translation>Tahun {year}</translation>
    </message>
    <message>
        <source>Who evaluates</source>
        <translation>Siapa yang mengevaluasi</translation>
    </message>
    <message>
        <source>Recorded history</source>
        <translation>Riwayat tercatat</translation>
    </message>
    <message>
        <source>(earliest known post stands in)</source>
        <translation>(jabatan paling awal yang diketahui)</translation>
    </message>
    <message>
        <source>Rated by {name}</source>
        <translation>Dinilai {name}</translation>
    </message>
    <message>
        <source>Superior of the rater: {name}</source>
        <translation>Atasan penilai: {name}</translation>
    </message>
    <message>
        <source>Level of {unit} counts</source>
        <translation>Capaian yang dipakai: {unit}</translation>
    </message>
    <message>
        <source>day is a guess</source>
        <translation>tanggal perkiraan</translation>
    </message>
    <message>
        <source>with the delegation to rate</source>
        <translation>dengan delegasi menilai</translation>
    </message>
    <message>
        <source>without the delegation to rate</source>
        <translation>tanpa delegasi menilai</translation>
    </message>
</context>
<context>
    <name>TwinsTable</name>
    <message>
        <source>Why</source>
        <translation>Alasan</translation>
    </message>
    <message>
        <source>One</source>
        <translation>Satu</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Lainnya</translation>
    </message>
</context>
<context>
    <name>WaitingTable</name>
    <message>
        <source>Who waits</source>
        <translation>Siapa yang menunggu</translation>
    </message>
    <message>
        <source>NIP</source>
        <translation>NIP</translation>
    </message>
    <message>
        <source>Post</source>
        <translation>Jabatan</translation>
    </message>
</context>
<context>
    <name>DelegateDialog</name>
    <message>
        <source>Delegation to rate</source>
        <translation>Delegasi menilai</translation>
    </message>
    <message>
        <source>The superior may delegate the rating of a unit's members to another official (at least a pengawas).</source>
        <translation>Atasan dapat mendelegasikan penilaian anggota unit kepada pejabat lain (paling rendah pengawas).</translation>
    </message>
    <message>
        <source>The letter names a last &amp;day</source>
        <translation>Surat menyebut &amp;hari terakhir</translation>
    </message>
    <message>
        <source>number and date of the letter</source>
        <translation>nomor dan tanggal surat</translation>
    </message>
    <message>
        <source>&amp;Given from this day</source>
        <translation>&amp;Diberikan mulai tanggal ini</translation>
    </message>
    <message>
        <source>&amp;Taken back from this day</source>
        <translation>Di&amp;cabut mulai tanggal ini</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Simpan</translation>
    </message>
    <message>
        <source>&amp;Unit</source>
        <translation>&amp;Unit</translation>
    </message>
    <message>
        <source>&amp;Official</source>
        <translation>&amp;Pejabat</translation>
    </message>
    <message>
        <source>&amp;From</source>
        <translation>&amp;Mulai</translation>
    </message>
    <message>
        <source>L&amp;ast day</source>
        <translation>Hari t&amp;erakhir</translation>
    </message>
    <message>
        <source>&amp;Letter</source>
        <translation>&amp;Surat</translation>
    </message>
</context>
</TS>
