<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="id" sourcelanguage="en">
<context>
    <name>ActsDialog</name>
    <message>
        <source>Special case</source>
        <translation>Hal khusus</translation>
    </message>
    <message>
        <source>NIP; empty means the superior himself</source>
        <translation>NIP; kosong berarti atasan sendiri</translation>
    </message>
    <message>
        <source>&amp;Record</source>
        <translation>&amp;Catat</translation>
    </message>
    <message>
        <source>&amp;What</source>
        <translation>&amp;Hal</translation>
    </message>
    <message>
        <source>&amp;Ground</source>
        <translation>&amp;Dasar</translation>
    </message>
    <message>
        <source>Reason c&amp;ode</source>
        <translation>&amp;Kode alasan</translation>
    </message>
    <message>
        <source>&amp;Date</source>
        <translation>&amp;Tanggal</translation>
    </message>
    <message>
        <source>De&amp;legated to (Plt/Plh)</source>
        <translation>Di&amp;delegasikan kepada (Plt./Plh.)</translation>
    </message>
    <message>
        <source>&amp;Responsible</source>
        <translation>&amp;Penanggung jawab</translation>
    </message>
    <message>
        <source>R&amp;eason or reference</source>
        <translation>&amp;Alasan atau nomor surat</translation>
    </message>
    <message>
        <source>The superior of the rater evaluates (D.1.2)</source>
        <translation>Dievaluasi atasan pejabat penilai (D.1.2)</translation>
    </message>
    <message>
        <source>Allowed once the evaluation window is over or the rater is permanently prevented. The result is final: there is no objection behind it.</source>
        <translation>Boleh setelah jangka waktu evaluasi berakhir atau bila penilai berhalangan tetap. Hasilnya final: tidak ada keberatan.</translation>
    </message>
    <message>
        <source>Study leave ended without a degree</source>
        <translation>Tugas belajar tidak lulus/drop out</translation>
    </message>
    <message>
        <source>The quadrant does not count then: the predicate is Kurang, or Sangat Kurang where the behaviour is below expectation.</source>
        <translation>Kuadran tidak dipakai: predikatnya Kurang, atau Sangat Kurang bila perilaku di bawah ekspektasi.</translation>
    </message>
    <message>
        <source>Use the last periodic result again (moved)</source>
        <translation>Memakai hasil periodik terakhir (pindah)</translation>
    </message>
    <message>
        <source>Only after a move, only for a quarter or month, and only by an agreement that is named here.</source>
        <translation>Hanya setelah pindah, hanya untuk triwulan atau bulan, dan hanya dengan kesepakatan yang disebut di sini.</translation>
    </message>
    <message>
        <source>Let it close although something is missing</source>
        <translation>Boleh ditutup walaupun ada yang kurang</translation>
    </message>
    <message>
        <source>Name and reason stand in the explanation for good. Without ratings it closes without a predicate.</source>
        <translation>Nama dan alasan tercantum tetap dalam penjelasan. Tanpa rating evaluasi ditutup tanpa predikat.</translation>
    </message>
    <message>
        <source>Withdraw: superior evaluates</source>
        <translation>Cabut: dievaluasi atasan</translation>
    </message>
    <message>
        <source>Withdraw: drop-out</source>
        <translation>Cabut: tidak lulus</translation>
    </message>
    <message>
        <source>Withdraw: reused result</source>
        <translation>Cabut: pemakaian hasil sebelumnya</translation>
    </message>
    <message>
        <source>What was recorded is taken back; the journal keeps it.</source>
        <translation>Yang tercatat dicabut; jurnal tetap menyimpannya.</translation>
    </message>
    <message>
        <source>Make a new version</source>
        <translation>Buat versi baru</translation>
    </message>
    <message>
        <source>The closed version is kept as it is and stays what was signed. The new version is open with the same ratings until it is closed; reason and name stand in its explanation.</source>
        <translation>Versi yang sudah ditutup disimpan apa adanya dan tetap menjadi yang ditandatangani. Versi baru terbuka dengan rating yang sama sampai ditutup; alasan dan nama tercantum dalam penjelasannya.</translation>
    </message>
</context>
<context>
    <name>AssessmentPage</name>
    <message>
        <source>{name}: recorded.</source>
        <translation>{name}: tercatat.</translation>
    </message>
    <message>
        <source>&amp;Special case…</source>
        <translation>&amp;Hal khusus…</translation>
    </message>
    <message>
        <source>Special case of the person</source>
        <translation>Hal khusus pegawai ini</translation>
    </message>
    <message>
        <source>C&amp;heck…</source>
        <translation>Peri&amp;ksa…</translation>
    </message>
    <message>
        <source>Check the period</source>
        <translation>Periksa periode</translation>
    </message>
</context>
<context>
    <name>BlockedTable</name>
    <message>
        <source>Also missing: {list}.</source>
        <translation>Juga belum ada: {list}.</translation>
    </message>
</context>
<context>
    <name>CalibrationPage</name>
    <message>
        <source>Session finished; the ratings were taken over.</source>
        <translation>Sidang selesai; rating sudah diambil alih.</translation>
    </message>
    <message>
        <source>Minutes {number} printed: {file}</source>
        <translation>Berita acara {number} dicetak: {file}</translation>
    </message>
    <message>
        <source>{unit} · rater {rater} · level of the unit: {level} · {state}</source>
        <translation>{unit} · penilai {rater} · capaian unit: {level} · {state}</translation>
    </message>
    <message>
        <source>Calibration</source>
        <translation>Kalibrasi</translation>
    </message>
    <message>
        <source>Unit of the session</source>
        <translation>Unit sidang</translation>
    </message>
    <message>
        <source>&amp;Open session</source>
        <translation>&amp;Buka sidang</translation>
    </message>
    <message>
        <source>&amp;Finish</source>
        <translation>&amp;Selesaikan</translation>
    </message>
    <message>
        <source>&amp;Drop</source>
        <translation>B&amp;atalkan</translation>
    </message>
    <message>
        <source>&amp;Print minutes…</source>
        <translation>&amp;Cetak berita acara…</translation>
    </message>
    <message>
        <source>Open a calibration session</source>
        <translation>Buka sidang kalibrasi</translation>
    </message>
    <message>
        <source>Finish the session</source>
        <translation>Selesaikan sidang</translation>
    </message>
    <message>
        <source>Print the minutes</source>
        <translation>Cetak berita acara</translation>
    </message>
    <message>
        <source>Save participants and proceedings</source>
        <translation>Simpan peserta dan jalannya sidang</translation>
    </message>
    <message>
        <source>Sessions of the period</source>
        <translation>Sidang pada periode ini</translation>
    </message>
    <message>
        <source>People before and after</source>
        <translation>Pegawai sebelum dan sesudah</translation>
    </message>
    <message>
        <source>A above · S as expected · B below · F2 reason · Ctrl+S saves · Ctrl+Enter finishes</source>
        <translation>A di atas · S sesuai · B di bawah · F2 alasan · Ctrl+S simpan · Ctrl+Enter selesaikan</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Sebelum</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Sesudah</translation>
    </message>
    <message>
        <source>Present (a line each: name = capacity)</source>
        <translation>Hadir (satu baris satu orang: nama = kedudukan)</translation>
    </message>
    <message>
        <source>Proceedings</source>
        <translation>Jalannya sidang</translation>
    </message>
    <message>
        <source>&amp;Save participants and proceedings</source>
        <translation>&amp;Simpan peserta dan jalannya sidang</translation>
    </message>
    <message>
        <source>No calibration session in this period yet. Choose a unit above and open one: the ratings as they stand become the column Before, and nothing changes until the session is finished.</source>
        <translation>Belum ada sidang kalibrasi pada periode ini. Pilih unit di atas lalu buka sidang: rating yang ada menjadi kolom Sebelum, dan tidak ada yang berubah sebelum sidang diselesaikan.</translation>
    </message>
    <message>
        <source>Participants and proceedings saved.</source>
        <translation>Peserta dan jalannya sidang tersimpan.</translation>
    </message>
    <message>
        <source>⚠ A reason is missing for: {names}.</source>
        <translation>⚠ Alasan belum ada untuk: {names}.</translation>
    </message>
    <message>
        <source>Session dropped; no rating changed.</source>
        <translation>Sidang dibatalkan; tidak ada rating yang berubah.</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Tanggal</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Berubah</translation>
    </message>
    <message>
        <source>Session opened. Nothing changes until it is finished.</source>
        <translation>Sidang dibuka. Tidak ada yang berubah sebelum diselesaikan.</translation>
    </message>
    <message>
        <source>Where to print to</source>
        <translation>Cetak ke mana</translation>
    </message>
</context>
<context>
    <name>CalibrationTable</name>
    <message>
        <source>⚠ write the reason (F2)</source>
        <translation>⚠ tulis alasannya (F2)</translation>
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
        <source>Before</source>
        <translation>Sebelum</translation>
    </message>
    <message>
        <source>Results after</source>
        <translation>Hasil sesudah</translation>
    </message>
    <message>
        <source>Behaviour after</source>
        <translation>Perilaku sesudah</translation>
    </message>
    <message>
        <source>Predicate</source>
        <translation>Predikat</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Alasan</translation>
    </message>
</context>
<context>
    <name>CheckDialog</name>
    <message>
        <source>Name</source>
        <translation>Nama</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>Finding</source>
        <translation>Temuan</translation>
    </message>
    <message>
        <source>Check of the period: {period}</source>
        <translation>Pemeriksaan periode: {period}</translation>
    </message>
    <message>
        <source>{due} people due · {closed} closed · {incomplete} incomplete.</source>
        <translation>{due} pegawai wajib dinilai · {closed} ditutup · {incomplete} belum lengkap.</translation>
    </message>
    <message>
        <source>Evaluation window {opens} to {closes}: {state}.</source>
        <translation>Jangka waktu evaluasi {opens} s.d. {closes}: {state}.</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Temuan</translation>
    </message>
    <message>
        <source>Nothing to work on: everything is complete and in line.</source>
        <translation>Tidak ada yang perlu dikerjakan: semuanya lengkap dan sesuai.</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Tutup</translation>
    </message>
</context>
<context>
    <name>CloseDialog</name>
    <message>
        <source>Close the &amp;selected by waiver…</source>
        <translation>Tutup yang &amp;dipilih dengan pengesampingan…</translation>
    </message>
    <message>
        <source>{count} of them by a waiver with name and reason.</source>
        <translation>{count} di antaranya dengan pengesampingan bernama dan beralasan.</translation>
    </message>
    <message>
        <source>Finish what is missing and close again, or select people and close them by a waiver with name and reason; where no rater is known there is no waiver.</source>
        <translation>Lengkapi yang kurang lalu tutup lagi, atau pilih pegawai dan tutup dengan pengesampingan (nama dan alasan); bila penilai tidak diketahui, pengesampingan tidak dapat dipakai.</translation>
    </message>
</context>
<context>
    <name>Rooms</name>
    <message>
        <source>Calibration</source>
        <translation>Kalibrasi</translation>
    </message>
</context>
<context>
    <name>WaiverDialog</name>
    <message>
        <source>{count} people: {names}</source>
        <translation>{count} pegawai: {names}</translation>
    </message>
    <message>
        <source>Close by waiver</source>
        <translation>Tutup dengan pengesampingan</translation>
    </message>
    <message>
        <source>who decides this, name and post</source>
        <translation>siapa yang memutuskan, nama dan jabatan</translation>
    </message>
    <message>
        <source>why these evaluations close although incomplete</source>
        <translation>mengapa evaluasi ini ditutup walaupun belum lengkap</translation>
    </message>
    <message>
        <source>&amp;Responsible</source>
        <translation>&amp;Penanggung jawab</translation>
    </message>
    <message>
        <source>R&amp;eason</source>
        <translation>&amp;Alasan</translation>
    </message>
    <message>
        <source>Name and reason stand in the explanation for good. Without ratings there is no predicate and no document D.</source>
        <translation>Nama dan alasan tercantum tetap dalam penjelasan. Tanpa rating tidak ada predikat dan tidak ada dokumen D.</translation>
    </message>
    <message>
        <source>&amp;Close by waiver</source>
        <translation>&amp;Tutup dengan pengesampingan</translation>
    </message>
</context>
<context>
    <name>WhyPane</name>
    <message>
        <source>Made by {agency}: read here, changed only there</source>
        <translation>Dibuat {agency}: di sini hanya dibaca, diubah hanya di sana</translation>
    </message>
    <message>
        <source>Still asked for</source>
        <translation>Masih diminta</translation>
    </message>
</context>
</TS>
