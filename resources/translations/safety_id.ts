<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="id" sourcelanguage="en">
<context>
    <name>CascadeTab</name>
    <message>
        <source>Linking the cascade</source>
        <translation>Menautkan penjenjangan</translation>
    </message>
</context>
<context>
    <name>Commands</name>
    <message>
        <source>Do again what was taken back</source>
        <translation>Ulangi yang sudah diurungkan</translation>
    </message>
    <message>
        <source>Drafts that are not saved</source>
        <translation>Rancangan yang belum disimpan</translation>
    </message>
    <message>
        <source>History of work</source>
        <translation>Riwayat pekerjaan</translation>
    </message>
    <message>
        <source>Take back my last change</source>
        <translation>Urungkan perubahan terakhir saya</translation>
    </message>
    <message>
        <source>What runs and waits</source>
        <translation>Yang berjalan dan menunggu</translation>
    </message>
</context>
<context>
    <name>Drafts</name>
    <message>
        <source>%1 hours ago</source>
        <translation>%1 jam lalu</translation>
    </message>
    <message>
        <source>%1 minutes ago</source>
        <translation>%1 menit lalu</translation>
    </message>
    <message>
        <source>&amp;Go on with it</source>
        <translation>&amp;Lanjutkan</translation>
    </message>
    <message>
        <source>&amp;Throw it away</source>
        <translation>&amp;Buang</translation>
    </message>
    <message>
        <source>Decide later</source>
        <translation>Putuskan nanti</translation>
    </message>
    <message>
        <source>Draft not saved: %1 %2, %3</source>
        <translation>Rancangan belum disimpan: %1 %2, %3</translation>
    </message>
    <message>
        <source>Drafts that are not saved</source>
        <translation>Rancangan yang belum disimpan</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Isian</translation>
    </message>
    <message>
        <source>Go on with what I &amp;typed</source>
        <translation>Lanjutkan &amp;ketikan saya</translation>
    </message>
    <message>
        <source>Keep what is &amp;stored</source>
        <translation>Pakai yang &amp;tersimpan</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Nanti saja</translation>
    </message>
    <message>
        <source>Show &amp;both…</source>
        <translation>Lihat &amp;keduanya…</translation>
    </message>
    <message>
        <source>Since you typed this, the stored values were changed. Nothing is overwritten until you save.</source>
        <translation>Sejak Anda mengetik ini, isi yang tersimpan sudah berubah. Tidak ada yang ditimpa sebelum Anda menyimpan.</translation>
    </message>
    <message>
        <source>Stored and typed</source>
        <translation>Yang tersimpan dan yang diketik</translation>
    </message>
    <message>
        <source>Stored now</source>
        <translation>Tersimpan sekarang</translation>
    </message>
    <message>
        <source>This was typed and not saved. Go on with it or throw it away; what you leave stays and is offered again at the next start.</source>
        <translation>Ini sudah diketik tetapi belum disimpan. Lanjutkan atau buang; yang dibiarkan tetap ada dan ditawarkan lagi ketika program dibuka.</translation>
    </message>
    <message>
        <source>Throw it away</source>
        <translation>Buang</translation>
    </message>
    <message>
        <source>Typed</source>
        <translation>Diketik</translation>
    </message>
    <message>
        <source>Typed by you</source>
        <translation>Ketikan Anda</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Apa</translation>
    </message>
    <message>
        <source>What is stored was changed since then.</source>
        <translation>Isi yang tersimpan sudah berubah sejak itu.</translation>
    </message>
    <message>
        <source>What you typed was not saved; it is kept as a draft. Open it again to go on.</source>
        <translation>Ketikan Anda belum disimpan dan ditaruh sebagai rancangan. Buka lagi untuk melanjutkan.</translation>
    </message>
    <message>
        <source>When you typed</source>
        <translation>Ketika Anda mengetik</translation>
    </message>
    <message>
        <source>Whose</source>
        <translation>Milik siapa</translation>
    </message>
    <message>
        <source>You typed here %1 and did not save it.</source>
        <translation>Anda mengetik di sini %1 dan belum menyimpannya.</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>dan %1 lagi</translation>
    </message>
    <message>
        <source>confidential</source>
        <translation>rahasia</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>baru saja</translation>
    </message>
</context>
<context>
    <name>Editors</name>
    <message>
        <source>Reference data of the region</source>
        <translation>Data rujukan wilayah</translation>
    </message>
    <message>
        <source>People who are taken in</source>
        <translation>Pegawai yang diterima</translation>
    </message>
    <message>
        <source>People who are let go</source>
        <translation>Pegawai yang dilepas</translation>
    </message>
    <message>
        <source>New shift</source>
        <translation>Shift baru</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>Shift</translation>
    </message>
    <message>
        <source>New machine number</source>
        <translation>Nomor mesin baru</translation>
    </message>
    <message>
        <source>Machine number</source>
        <translation>Nomor mesin</translation>
    </message>
    <message>
        <source>New letter of absence</source>
        <translation>Surat izin atau cuti baru</translation>
    </message>
    <message>
        <source>Letter of absence</source>
        <translation>Surat izin atau cuti</translation>
    </message>
    <message>
        <source>Activities of a person</source>
        <translation>Aktivitas harian pegawai</translation>
    </message>
    <message>
        <source>Day put right</source>
        <translation>Perbaikan hari kehadiran</translation>
    </message>
    <message>
        <source>Disciplinary sanction</source>
        <translation>Hukuman disiplin</translation>
    </message>
    <message>
        <source>Pay rule on trial</source>
        <translation>Uji coba aturan tunjangan</translation>
    </message>
    <message>
        <source>Inputs of the pay recap</source>
        <translation>Data rekap tunjangan</translation>
    </message>
    <message>
        <source>New result of an assessment of talent</source>
        <translation>Hasil asesmen baru</translation>
    </message>
    <message>
        <source>New holiday</source>
        <translation>Hari libur baru</translation>
    </message>
    <message>
        <source>Result of an assessment of talent</source>
        <translation>Hasil asesmen talenta</translation>
    </message>
    <message>
        <source>New training</source>
        <translation>Pelatihan baru</translation>
    </message>
    <message>
        <source>Training of a person</source>
        <translation>Pelatihan pegawai</translation>
    </message>
    <message>
        <source>Rotation given up</source>
        <translation>Rotasi dibatalkan</translation>
    </message>
    <message>
        <source>Decision on a rotation</source>
        <translation>Keputusan rotasi</translation>
    </message>
    <message>
        <source>Rotation case</source>
        <translation>Kasus rotasi</translation>
    </message>
    <message>
        <source>Merit assessment opened again</source>
        <translation>Penilaian merit dibuka kembali</translation>
    </message>
    <message>
        <source>Survey of the merit system</source>
        <translation>Survei sistem merit</translation>
    </message>
    <message>
        <source>Level of a sub-aspect</source>
        <translation>Tingkat sub-aspek</translation>
    </message>
    <message>
        <source>Succession of a post</source>
        <translation>Suksesi jabatan</translation>
    </message>
    <message>
        <source>Search for candidates</source>
        <translation>Pencarian calon</translation>
    </message>
    <message>
        <source>Cells mended in an import</source>
        <translation>Sel yang dibetulkan saat impor</translation>
    </message>
    <message>
        <source>Print order</source>
        <translation>Pesanan cetak</translation>
    </message>
    <message>
        <source>Waiver</source>
        <translation>Pengesampingan</translation>
    </message>
    <message>
        <source>Teams and assignments</source>
        <translation>Tim dan penugasan</translation>
    </message>
    <message>
        <source>Action plan</source>
        <translation>Rencana aksi</translation>
    </message>
    <message>
        <source>Cascade</source>
        <translation>Penjenjangan</translation>
    </message>
    <message>
        <source>Change of a person</source>
        <translation>Perubahan pegawai</translation>
    </message>
    <message>
        <source>Days of papers</source>
        <translation>Tanggal dokumen</translation>
    </message>
    <message>
        <source>Feedback</source>
        <translation>Umpan balik</translation>
    </message>
    <message>
        <source>Guidance</source>
        <translation>Catatan pembinaan</translation>
    </message>
    <message>
        <source>Holiday</source>
        <translation>Hari libur</translation>
    </message>
    <message>
        <source>Indicator</source>
        <translation>Indikator</translation>
    </message>
    <message>
        <source>Level of a unit</source>
        <translation>Capaian unit</translation>
    </message>
    <message>
        <source>Manual of an indicator</source>
        <translation>Manual indikator</translation>
    </message>
    <message>
        <source>Minutes of calibration</source>
        <translation>Notula kalibrasi</translation>
    </message>
    <message>
        <source>New guidance</source>
        <translation>Catatan pembinaan baru</translation>
    </message>
    <message>
        <source>New indicator</source>
        <translation>Indikator baru</translation>
    </message>
    <message>
        <source>New objection</source>
        <translation>Keberatan baru</translation>
    </message>
    <message>
        <source>New paper of an old year</source>
        <translation>Dokumen tahun lama yang baru</translation>
    </message>
    <message>
        <source>New problem</source>
        <translation>Masalah baru</translation>
    </message>
    <message>
        <source>New signer</source>
        <translation>Penanda tangan baru</translation>
    </message>
    <message>
        <source>Organisation level</source>
        <translation>Capaian organisasi</translation>
    </message>
    <message>
        <source>Paper of an old year</source>
        <translation>Dokumen tahun lama</translation>
    </message>
    <message>
        <source>Paper that is out</source>
        <translation>Dokumen yang beredar</translation>
    </message>
    <message>
        <source>Plan (SKP)</source>
        <translation>SKP</translation>
    </message>
    <message>
        <source>Problem of a team</source>
        <translation>Masalah tim</translation>
    </message>
    <message>
        <source>Question about a plan</source>
        <translation>Pertanyaan tentang SKP</translation>
    </message>
    <message>
        <source>Seldom deed</source>
        <translation>Tindakan jarang</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Pengaturan</translation>
    </message>
    <message>
        <source>Special step of a rating</source>
        <translation>Langkah khusus penilaian</translation>
    </message>
    <message>
        <source>Statements of an objection</source>
        <translation>Pernyataan keberatan</translation>
    </message>
    <message>
        <source>Who blocks whom</source>
        <translation>Siapa menghambat siapa</translation>
    </message>
    <message>
        <source>Words of the leader</source>
        <translation>Umpan balik pimpinan</translation>
    </message>
    <message>
        <source>Workblocks</source>
        <translation>Blok kerja</translation>
    </message>
</context>
<context>
    <name>Journal</name>
    <message>
        <source>Draft kept</source>
        <translation>Rancangan disimpan</translation>
    </message>
    <message>
        <source>Draft thrown away</source>
        <translation>Rancangan dibuang</translation>
    </message>
    <message>
        <source>Long work noted in the history</source>
        <translation>Pekerjaan dicatat dalam riwayat</translation>
    </message>
    <message>
        <source>Place of the work remembered</source>
        <translation>Tempat kerja diingat</translation>
    </message>
</context>
<context>
    <name>Session</name>
    <message>
        <source>%1 (%2 rows)</source>
        <translation>%1 (%2 baris)</translation>
    </message>
    <message>
        <source>%1 editors hold something that is not saved.</source>
        <translation>%1 isian belum disimpan.</translation>
    </message>
    <message>
        <source>%1 pieces of work run, %2 wait. What they did so far is taken back.</source>
        <translation>%1 pekerjaan berjalan, %2 menunggu. Yang sudah dikerjakan akan dibatalkan.</translation>
    </message>
    <message>
        <source>Do again</source>
        <translation>Ulangi</translation>
    </message>
    <message>
        <source>Do again: %1?</source>
        <translation>Ulangi: %1?</translation>
    </message>
    <message>
        <source>Done again. Ctrl+Z takes it back.</source>
        <translation>Sudah diulangi. Ctrl+Z mengurungkannya.</translation>
    </message>
    <message>
        <source>Done on %1. What was signed, closed or handed over since stays as it is.</source>
        <translation>Dikerjakan pada %1. Yang sudah ditandatangani, ditutup atau diserahkan tetap seperti adanya.</translation>
    </message>
    <message>
        <source>Keep as draft</source>
        <translation>Simpan sebagai rancangan</translation>
    </message>
    <message>
        <source>Open it here: what you typed is offered there.</source>
        <translation>Buka di sini: ketikan Anda akan ditawarkan.</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Simpan</translation>
    </message>
    <message>
        <source>Stay here</source>
        <translation>Tetap di sini</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Urungkan</translation>
    </message>
    <message>
        <source>Take back: %1?</source>
        <translation>Urungkan: %1?</translation>
    </message>
    <message>
        <source>Taken back. Ctrl+Y does it again.</source>
        <translation>Sudah diurungkan. Ctrl+Y mengulanginya.</translation>
    </message>
    <message>
        <source>There is no draft that is not saved.</source>
        <translation>Tidak ada rancangan yang belum disimpan.</translation>
    </message>
    <message>
        <source>There is nothing of yours to take back.</source>
        <translation>Tidak ada perubahan Anda yang dapat diurungkan.</translation>
    </message>
    <message>
        <source>There is nothing to do again.</source>
        <translation>Tidak ada yang dapat diulangi.</translation>
    </message>
    <message>
        <source>Throw away</source>
        <translation>Buang</translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>Queue</source>
        <translation>Antrean</translation>
    </message>
    <message>
        <source>What runs, waits and ended (Ctrl+J)</source>
        <translation>Yang berjalan, menunggu dan selesai (Ctrl+J)</translation>
    </message>
    <message>
        <source>Work queue</source>
        <translation>Antrean pekerjaan</translation>
    </message>
</context>
<context>
    <name>Work</name>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 jam %2 menit</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>sisa %1</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 menit</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 detik</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>Sa&amp;lin</translation>
    </message>
    <message>
        <source>&amp;Earlier</source>
        <translation>&amp;Dahulukan</translation>
    </message>
    <message>
        <source>&amp;History of work…</source>
        <translation>&amp;Riwayat pekerjaan…</translation>
    </message>
    <message>
        <source>&amp;Later</source>
        <translation>&amp;Kemudiankan</translation>
    </message>
    <message>
        <source>&amp;Outcome list…</source>
        <translation>Daftar &amp;hasil…</translation>
    </message>
    <message>
        <source>&amp;Print…</source>
        <translation>&amp;Cetak…</translation>
    </message>
    <message>
        <source>&amp;Save as…</source>
        <translation>Simpan &amp;sebagai…</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>H&amp;entikan</translation>
    </message>
    <message>
        <source>&amp;Undo this work…</source>
        <translation>&amp;Urungkan pekerjaan ini…</translation>
    </message>
    <message>
        <source>All (%1)</source>
        <translation>Semua (%1)</translation>
    </message>
    <message>
        <source>Began</source>
        <translation>Mulai</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Tutup</translation>
    </message>
    <message>
        <source>Ended as</source>
        <translation>Berakhir</translation>
    </message>
    <message>
        <source>Fate</source>
        <translation>Hasil</translation>
    </message>
    <message>
        <source>History of work</source>
        <translation>Riwayat pekerjaan</translation>
    </message>
    <message>
        <source>It was stopped; everything is as it was before.</source>
        <translation>Pekerjaan dihentikan; semuanya seperti sebelumnya.</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>Butir</translation>
    </message>
    <message>
        <source>No long work has ended yet. Each import, closing, printing or backup will stand here.</source>
        <translation>Belum ada pekerjaan panjang yang selesai. Setiap impor, penutupan, pencetakan atau pencadangan akan tercatat di sini.</translation>
    </message>
    <message>
        <source>Nothing runs and nothing waits. Importing, closing, printing, packing and backups stand here while they run, and afterwards with what became of them.</source>
        <translation>Tidak ada yang berjalan atau menunggu. Impor, penutupan, pencetakan, pengemasan dan pencadangan tampil di sini selama berjalan, dan sesudahnya beserta hasilnya.</translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation>Jumlah</translation>
    </message>
    <message>
        <source>Outcome list</source>
        <translation>Daftar hasil</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Tempat</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Kemajuan</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Alasan</translation>
    </message>
    <message>
        <source>Save the outcome list</source>
        <translation>Simpan daftar hasil</translation>
    </message>
    <message>
        <source>Search in the list</source>
        <translation>Cari dalam daftar</translation>
    </message>
    <message>
        <source>Some items could not be done; their reasons stand in the list.</source>
        <translation>Beberapa butir tidak dapat dikerjakan; alasannya ada dalam daftar.</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Keadaan</translation>
    </message>
    <message>
        <source>The PC slept for %1 meanwhile and the work went on afterwards.</source>
        <translation>PC ini tidur selama %1, lalu pekerjaan dilanjutkan.</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Waktu</translation>
    </message>
    <message>
        <source>To be looked at (%1)</source>
        <translation>Perlu diperiksa (%1)</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>Lama</translation>
    </message>
    <message>
        <source>Which items</source>
        <translation>Butir yang ditampilkan</translation>
    </message>
    <message>
        <source>Work</source>
        <translation>Pekerjaan</translation>
    </message>
    <message>
        <source>Work queue</source>
        <translation>Antrean pekerjaan</translation>
    </message>
    <message>
        <source>running</source>
        <translation>berjalan</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>menunggu</translation>
    </message>
    <message>
        <source>waits for the store</source>
        <translation>menunggu data</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Hasil</translation>
    </message>
    <message>
        <source>The list was sent to the printer.</source>
        <translation>Daftar dikirim ke printer.</translation>
    </message>
    <message>
        <source>The list was saved as %1.</source>
        <translation>Daftar disimpan sebagai %1.</translation>
    </message>
</context>
</TS>
