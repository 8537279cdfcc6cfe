<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="id" sourcelanguage="en">
<context>
    <name>AssignmentTable</name>
    <message>
        <source>Name</source>
        <translation>Nama</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>Tim</translation>
    </message>
    <message>
        <source>How</source>
        <translation>Cara</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Sejak</translation>
    </message>
    <message>
        <source>Rater agreed on</source>
        <translation>Persetujuan penilai</translation>
    </message>
</context>
<context>
    <name>CascadeTab</name>
    <message>
        <source>{all} indicators: ● {taken} taken up · ◐ {partly} in part · ○ {open} nobody yet · {hints} open</source>
        <translation>{all} indikator: ● {taken} diintervensi · ◐ {partly} sebagian · ○ {open} belum ada · {hints} hal terbuka</translation>
    </message>
    <message>
        <source>Cascade of goals and results</source>
        <translation>Cascading sasaran dan hasil kerja</translation>
    </message>
    <message>
        <source>&amp;Link to above…</source>
        <translation>&amp;Tautkan ke atas…</translation>
    </message>
    <message>
        <source>&amp;Part and share…</source>
        <translation>&amp;Bagian…</translation>
    </message>
    <message>
        <source>&amp;Unlink</source>
        <translation>&amp;Lepas tautan</translation>
    </message>
    <message>
        <source>Handed down…</source>
        <translation>Cara cascading…</translation>
    </message>
    <message>
        <source>Link by &amp;wording</source>
        <translation>Tautkan menurut &amp;kalimat</translation>
    </message>
    <message>
        <source>Link every result whose plan names its superior&apos;s result in the superior&apos;s own words</source>
        <translation>Tautkan setiap hasil kerja yang SKP-nya menyebut hasil kerja pimpinan dengan kalimat yang sama</translation>
    </message>
    <message>
        <source>Place&amp;holder…</source>
        <translation>&amp;Hasil sementara…</translation>
    </message>
    <message>
        <source>For a superior who has no plan yet, so that nobody waits</source>
        <translation>Untuk pimpinan yang belum punya SKP, supaya tidak ada yang menunggu</translation>
    </message>
    <message>
        <source>&amp;Relink placeholders</source>
        <translation>Tautkan &amp;ulang</translation>
    </message>
    <message>
        <source>Goals, indicators and results</source>
        <translation>Sasaran, indikator, dan hasil kerja</translation>
    </message>
    <message>
        <source>{linked} results were linked by their wording; {left} name something nobody has planned.</source>
        <translation>{linked} hasil kerja ditautkan menurut kalimatnya; {left} menyebut hasil yang tidak ada dalam SKP pimpinan.</translation>
    </message>
    <message>
        <source>Placeholder</source>
        <translation>Hasil sementara</translation>
    </message>
    <message>
        <source>{moved} links moved to plans; {left} placeholders wait.</source>
        <translation>{moved} tautan dipindahkan ke SKP; {left} hasil sementara masih menunggu.</translation>
    </message>
    <message>
        <source>Choose a unit. Units come with the unit file.</source>
        <translation>Pilih unit. Unit berasal dari berkas unit.</translation>
    </message>
    <message>
        <source>Choose the unit</source>
        <translation>Pilih unit</translation>
    </message>
    <message>
        <source>Link to a result above</source>
        <translation>Tautkan ke hasil di atasnya</translation>
    </message>
    <message>
        <source>Part and share of the link</source>
        <translation>Bagian dari hasil di atasnya</translation>
    </message>
    <message>
        <source>Take the link out</source>
        <translation>Lepas tautan</translation>
    </message>
    <message>
        <source>Choose how it is handed down</source>
        <translation>Pilih cara cascading</translation>
    </message>
    <message>
        <source>Link by wording</source>
        <translation>Tautkan menurut kalimat</translation>
    </message>
    <message>
        <source>Placeholder for a superior without a plan</source>
        <translation>Hasil sementara untuk pimpinan tanpa SKP</translation>
    </message>
    <message>
        <source>Relink placeholders to plans</source>
        <translation>Tautkan ulang hasil sementara ke SKP</translation>
    </message>
    <message>
        <source>What the head of {unit} will take on:</source>
        <translation>Yang akan diemban pimpinan {unit}:</translation>
    </message>
    <message>
        <source>{unit} has neither a performance agreement nor a plan of its head for this year. Enter the agreement on the tab of figures, import plans, or put a placeholder with Ctrl+N so that nobody has to wait.</source>
        <translation>{unit} belum mempunyai Perjanjian Kinerja maupun SKP pimpinannya tahun ini. Isi Perjanjian Kinerja di tab Perjanjian dan capaian, impor SKP, atau buat hasil sementara dengan Ctrl+N supaya tidak ada yang menunggu.</translation>
    </message>
</context>
<context>
    <name>CascadeTree</name>
    <message>
        <source>Goal, indicator or result</source>
        <translation>Sasaran, indikator, atau hasil kerja</translation>
    </message>
    <message>
        <source>Unit or person</source>
        <translation>Unit atau pegawai</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Target</translation>
    </message>
    <message>
        <source>Handed down</source>
        <translation>Cara cascading</translation>
    </message>
    <message>
        <source>Taken up</source>
        <translation>Intervensi</translation>
    </message>
</context>
<context>
    <name>HintTable</name>
    <message>
        <source>What is open here</source>
        <translation>Yang masih terbuka di sini</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>Aturan</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Sifat</translation>
    </message>
    <message>
        <source>What is open</source>
        <translation>Yang masih terbuka</translation>
    </message>
    <message>
        <source>error</source>
        <translation>wajib</translation>
    </message>
    <message>
        <source>question</source>
        <translation>periksa</translation>
    </message>
</context>
<context>
    <name>ImportVerbs</name>
    <message>
        <source>Performance agreements</source>
        <translation>Perjanjian Kinerja</translation>
    </message>
    <message>
        <source>Figures of units</source>
        <translation>Realisasi unit</translation>
    </message>
    <message>
        <source>One row per indicator of a unit, with target, trajectory and the indicator above that it serves. Blank cells never overwrite a trajectory that is known.</source>
        <translation>Satu baris per indikator unit, dengan target, trajektori, dan indikator induk yang didukungnya. Sel kosong tidak menimpa trajektori yang sudah ada.</translation>
    </message>
    <message>
        <source>One row per indicator and period with what the unit reached; a percentage where it cannot be measured.</source>
        <translation>Satu baris per indikator dan periode dengan realisasi unit; persentase bila tidak dapat diukur.</translation>
    </message>
</context>
<context>
    <name>IndicatorDialog</name>
    <message>
        <source>Indicator of the performance agreement</source>
        <translation>Indikator Perjanjian Kinerja</translation>
    </message>
    <message>
        <source>Number of the indicator</source>
        <translation>Nomor indikator</translation>
    </message>
    <message>
        <source>Target from</source>
        <translation>Target dari</translation>
    </message>
    <message>
        <source>Target to</source>
        <translation>Target sampai</translation>
    </message>
    <message>
        <source>Unit of the target</source>
        <translation>Satuan target</translation>
    </message>
    <message>
        <source>as it is printed; may stay empty</source>
        <translation>seperti tercetak; boleh kosong</translation>
    </message>
    <message>
        <source>the agreement is still a draft (second week of January)</source>
        <translation>Perjanjian Kinerja masih draf (minggu kedua Januari)</translation>
    </message>
    <message>
        <source>Trajectory by period</source>
        <translation>Trajektori per periode</translation>
    </message>
    <message>
        <source>Items of the action plan</source>
        <translation>Butir rencana aksi</translation>
    </message>
    <message>
        <source>&amp;Add an item</source>
        <translation>&amp;Tambah butir</translation>
    </message>
    <message>
        <source>Take the &amp;item out</source>
        <translation>Hapus &amp;butir</translation>
    </message>
    <message>
        <source>No. and kind</source>
        <translation>No. dan kelompok</translation>
    </message>
    <message>
        <source>&amp;Goal</source>
        <translation>Sa&amp;saran</translation>
    </message>
    <message>
        <source>&amp;Indicator</source>
        <translation>&amp;Indikator</translation>
    </message>
    <message>
        <source>Target from, to, unit</source>
        <translation>Target dari, sampai, satuan</translation>
    </message>
    <message>
        <source>Target in &amp;words</source>
        <translation>Target dalam &amp;kata</translation>
    </message>
    <message>
        <source>Perspective</source>
        <translation>Perspektif</translation>
    </message>
    <message>
        <source>T&amp;rajectory is a</source>
        <translation>T&amp;rajektori berupa</translation>
    </message>
    <message>
        <source>These are no numbers: {texts}</source>
        <translation>Bukan angka: {texts}</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Periode</translation>
    </message>
    <message>
        <source>Item of the action plan</source>
        <translation>Butir rencana aksi</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Target</translation>
    </message>
    <message>
        <source>Achieved</source>
        <translation>Realisasi</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Satuan</translation>
    </message>
    <message>
        <source>The indicator has no words yet.</source>
        <translation>Indikator belum diisi.</translation>
    </message>
    <message>
        <source>The target ends below its beginning.</source>
        <translation>Batas atas target di bawah batas bawahnya.</translation>
    </message>
    <message>
        <source>Each item of the plan needs words and a target.</source>
        <translation>Setiap butir rencana aksi perlu uraian dan target.</translation>
    </message>
</context>
<context>
    <name>KpiTab</name>
    <message>
        <source>Type or F2 writes a figure · a level by its word or initials (G, NI, P) · Ctrl+D fills down · Ctrl+C/V block · Ctrl+Z undoes</source>
        <translation>Ketik atau F2 menulis angka · capaian organisasi dengan kata atau inisial (B, BP, K) · Ctrl+D isi ke bawah · Ctrl+C/V blok · Ctrl+Z mengurungkan</translation>
    </message>
    <message>
        <source>Remove indicator {number} with all its figures?
{text}</source>
        <translation>Hapus indikator {number} beserta semua realisasinya?
{text}</translation>
    </message>
    <message>
        <source>Agreement and figures of the unit</source>
        <translation>Perjanjian Kinerja dan capaian unit</translation>
    </message>
    <message>
        <source>&amp;New indicator…</source>
        <translation>&amp;Indikator baru…</translation>
    </message>
    <message>
        <source>&amp;Edit…</source>
        <translation>&amp;Ubah…</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Hapus</translation>
    </message>
    <message>
        <source>Take over into the leader&apos;s &amp;plan</source>
        <translation>Masukkan ke S&amp;KP pimpinan</translation>
    </message>
    <message>
        <source>&amp;Import…</source>
        <translation>I&amp;mpor…</translation>
    </message>
    <message>
        <source>Set the &amp;level…</source>
        <translation>&amp;Tetapkan capaian…</translation>
    </message>
    <message>
        <source>Choose the unit</source>
        <translation>Pilih unit</translation>
    </message>
    <message>
        <source>New indicator</source>
        <translation>Indikator baru</translation>
    </message>
    <message>
        <source>Edit the indicator</source>
        <translation>Ubah indikator</translation>
    </message>
    <message>
        <source>Set the level of the organisation</source>
        <translation>Tetapkan capaian kinerja organisasi</translation>
    </message>
    <message>
        <source>Import agreements or figures</source>
        <translation>Impor Perjanjian Kinerja atau realisasi</translation>
    </message>
    <message>
        <source>Indicators and figures by period</source>
        <translation>Indikator dan realisasi per periode</translation>
    </message>
    <message>
        <source>Why this level</source>
        <translation>Mengapa capaian ini</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Hapus</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Biarkan</translation>
    </message>
    <message>
        <source>{count} indicators entered the plan of the leader.</source>
        <translation>{count} indikator masuk ke SKP pimpinan.</translation>
    </message>
    <message>
        <source>Import finished: {count} rows written.</source>
        <translation>Impor selesai: {count} baris ditulis.</translation>
    </message>
    <message>
        <source>Figures are typed under a period. The indicator itself, and items of its action plan, with Ctrl+E.</source>
        <translation>Realisasi diketik di bawah periodenya. Indikator dan butir rencana aksinya diubah dengan Ctrl+E.</translation>
    </message>
    <message>
        <source>{unit} has no performance agreement for {year} yet. Enter its indicators with Ctrl+N, or import the agreements of all units at once with Ctrl+I.</source>
        <translation>{unit} belum mempunyai Perjanjian Kinerja tahun {year}. Isi indikatornya dengan Ctrl+N, atau impor Perjanjian Kinerja semua unit sekaligus dengan Ctrl+I.</translation>
    </message>
    <message>
        <source>Level that was set: {level} ({source})</source>
        <translation>Capaian yang ditetapkan: {level} ({source})</translation>
    </message>
    <message>
        <source>Reason: {reason}</source>
        <translation>Alasan: {reason}</translation>
    </message>
    <message>
        <source>{count} are missing there: revise the plan first.</source>
        <translation>{count} belum ada di sana: buat perbaikan SKP lebih dahulu.</translation>
    </message>
    <message>
        <source>Choose a unit. Units come with the unit file.</source>
        <translation>Pilih unit. Unit berasal dari berkas unit.</translation>
    </message>
</context>
<context>
    <name>KpiTable</name>
    <message>
        <source>Target of the year: {target}</source>
        <translation>Target setahun: {target}</translation>
    </message>
    <message>
        <source>Trajectory: {target}</source>
        <translation>Trajektori: {target}</translation>
    </message>
    <message>
        <source>Nothing to measure by: enter a percentage</source>
        <translation>Tidak ada ukuran: isi persentase</translation>
    </message>
    <message>
        <source>* not all indicators could be counted</source>
        <translation>* belum semua indikator dapat dihitung</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>No.</translation>
    </message>
    <message>
        <source>Indicator</source>
        <translation>Indikator</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Target</translation>
    </message>
    <message>
        <source>Suggested level (derived)</source>
        <translation>Usulan capaian (diturunkan)</translation>
    </message>
    <message>
        <source>Level that was set</source>
        <translation>Capaian yang ditetapkan</translation>
    </message>
    <message>
        <source>Judged by its action plan: open the indicator</source>
        <translation>Dinilai dari rencana aksinya: buka indikatornya</translation>
    </message>
</context>
<context>
    <name>LinkDialog</name>
    <message>
        <source>Link to a result above</source>
        <translation>Tautkan ke hasil di atasnya</translation>
    </message>
    <message>
        <source>Indicators of that unit</source>
        <translation>Indikator unit itu</translation>
    </message>
    <message>
        <source>as chosen before</source>
        <translation>seperti yang sudah dipilih</translation>
    </message>
    <message>
        <source>&amp;Unit</source>
        <translation>&amp;Unit</translation>
    </message>
    <message>
        <source>&amp;Indicator above</source>
        <translation>&amp;Indikator di atasnya</translation>
    </message>
    <message>
        <source>&amp;Handed down</source>
        <translation>Ca&amp;ra cascading</translation>
    </message>
    <message>
        <source>&amp;Aspect, area, service or output</source>
        <translation>&amp;Aspek, wilayah, layanan, atau output</translation>
    </message>
    <message>
        <source>&amp;Share of the target</source>
        <translation>&amp;Bagian dari target</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>Tautkan</translation>
    </message>
    <message>
        <source>That unit has no indicators yet. Choose another unit.</source>
        <translation>Unit itu belum mempunyai indikator. Pilih unit lain.</translation>
    </message>
    <message>
        <source>The share is no number.</source>
        <translation>Bagian target bukan angka.</translation>
    </message>
</context>
<context>
    <name>MatrixGridTable</name>
    <message>
        <source>waits for the plan</source>
        <translation>menunggu SKP</translation>
    </message>
    <message>
        <source>{name} has no role here. Type one, a line each.</source>
        <translation>{name} belum punya peran di sini. Ketik perannya, satu baris satu peran.</translation>
    </message>
    <message>
        <source>{text}: taken up by the agreement of the unit</source>
        <translation>{text}: diintervensi lewat Perjanjian Kinerja unit</translation>
    </message>
    <message>
        <source>{text}: not in the person&apos;s plan yet</source>
        <translation>{text}: belum ada dalam SKP pegawai</translation>
    </message>
    <message>
        <source>{text}: the matrix had agreed on: {agreed}</source>
        <translation>{text}: yang disepakati dalam matriks: {agreed}</translation>
    </message>
    <message>
        <source>In the plan, not in the matrix</source>
        <translation>Ada di SKP, tidak di matriks</translation>
    </message>
    <message>
        <source>taken up</source>
        <translation>diintervensi</translation>
    </message>
    <message>
        <source>nobody takes this up yet</source>
        <translation>belum ada yang mengintervensi</translation>
    </message>
    <message>
        <source>team lead</source>
        <translation>ketua tim</translation>
    </message>
    <message>
        <source>assigned from elsewhere</source>
        <translation>ditugaskan dari unit lain</translation>
    </message>
    <message>
        <source>no role yet</source>
        <translation>belum ada peran</translation>
    </message>
</context>
<context>
    <name>MatrixTab</name>
    <message>
        <source>Type or F2 writes · Alt+Enter new line, a role each · Delete clears · Ctrl+Z undoes</source>
        <translation>Ketik atau F2 menulis · Alt+Enter baris baru, satu peran tiap baris · Delete mengosongkan · Ctrl+Z mengurungkan</translation>
    </message>
    <message>
        <source>Led by {leader} · {people} people · {taken} of {columns} indicators taken up · {waiting} roles wait · Enter finishes a cell, Alt+Enter begins a new line</source>
        <translation>Dipimpin {leader} · {people} pegawai · {taken} dari {columns} indikator diintervensi · {waiting} peran menunggu · Enter menutup sel, Alt+Enter baris baru</translation>
    </message>
    <message>
        <source>Role-result matrix</source>
        <translation>Matriks peran hasil</translation>
    </message>
    <message>
        <source>The unit&apos;s table, or that of a team</source>
        <translation>Tabel unit, atau tabel tim</translation>
    </message>
    <message>
        <source>&amp;Teams and assignments…</source>
        <translation>&amp;Tim dan penugasan…</translation>
    </message>
    <message>
        <source>Bring &amp;waiting roles into plans</source>
        <translation>Masukkan peran yang me&amp;nunggu</translation>
    </message>
    <message>
        <source>Choose the unit</source>
        <translation>Pilih unit</translation>
    </message>
    <message>
        <source>Teams and assignments</source>
        <translation>Tim dan penugasan</translation>
    </message>
    <message>
        <source>Bring waiting roles into plans</source>
        <translation>Masukkan peran yang menunggu ke SKP</translation>
    </message>
    <message>
        <source>People and the indicators they take up</source>
        <translation>Pegawai dan indikator yang diintervensi</translation>
    </message>
    <message>
        <source>Table of the unit</source>
        <translation>Tabel unit</translation>
    </message>
    <message>
        <source>Team: {name}</source>
        <translation>Tim: {name}</translation>
    </message>
    <message>
        <source>This column shows results of plans. Type the role under an indicator of the leader.</source>
        <translation>Kolom ini menampilkan hasil kerja dari SKP. Ketik perannya di bawah indikator pimpinan.</translation>
    </message>
    <message>
        <source>{count} roles wait: the plan is fixed. {reason}</source>
        <translation>{count} peran menunggu: SKP sudah ditetapkan. {reason}</translation>
    </message>
    <message>
        <source>Choose a unit. Units come with the unit file.</source>
        <translation>Pilih unit. Unit berasal dari berkas unit.</translation>
    </message>
    <message>
        <source>Nobody is rated by the head of this unit, so it has no matrix. Choose another unit, or assign people from elsewhere.</source>
        <translation>Tidak ada pegawai yang dinilai pimpinan unit ini, jadi tidak ada matriksnya. Pilih unit lain, atau tugaskan pegawai dari unit lain.</translation>
    </message>
    <message>
        <source>Matrix: {added} roles entered plans, {renamed} reworded, {removed} taken out.</source>
        <translation>Matriks: {added} peran masuk SKP, {renamed} diubah kalimatnya, {removed} dikeluarkan.</translation>
    </message>
    <message>
        <source>The team {team} has no members yet, or its lead no results. Assign members with Ctrl+T.</source>
        <translation>Tim {team} belum mempunyai anggota, atau ketuanya belum mempunyai hasil kerja. Tugaskan anggota dengan Ctrl+T.</translation>
    </message>
    <message>
        <source>{leader} has no plan and the unit no performance agreement yet, so there is nothing to take up. Enter the agreement on the tab of figures, or put a placeholder on the tab of the cascade.</source>
        <translation>{leader} belum mempunyai SKP dan unit belum mempunyai Perjanjian Kinerja, jadi belum ada yang dapat diintervensi. Isi Perjanjian Kinerja di tab Perjanjian dan capaian, atau buat hasil sementara di tab Cascading.</translation>
    </message>
</context>
<context>
    <name>PartDialog</name>
    <message>
        <source>Part of the result above</source>
        <translation>Bagian dari hasil di atasnya</translation>
    </message>
    <message>
        <source>&amp;Aspect, area, service or output</source>
        <translation>&amp;Aspek, wilayah, layanan, atau output</translation>
    </message>
    <message>
        <source>&amp;Share of the target</source>
        <translation>&amp;Bagian dari target</translation>
    </message>
    <message>
        <source>&amp;Note</source>
        <translation>&amp;Catatan</translation>
    </message>
    <message>
        <source>Above</source>
        <translation>Di atasnya</translation>
    </message>
    <message>
        <source>The share is no number.</source>
        <translation>Bagian target bukan angka.</translation>
    </message>
</context>
<context>
    <name>PlanningTabs</name>
    <message>
        <source>Plans</source>
        <translation>SKP</translation>
    </message>
    <message>
        <source>Cascade</source>
        <translation>Cascading</translation>
    </message>
    <message>
        <source>Matrix</source>
        <translation>Matriks peran hasil</translation>
    </message>
    <message>
        <source>Agreement and figures</source>
        <translation>Perjanjian dan capaian</translation>
    </message>
</context>
<context>
    <name>SettleDialog</name>
    <message>
        <source>The indicators suggest: {level} (mean achievement {percent} %). A proposal, not the level.</source>
        <translation>Usulan dari indikator: {level} (rata-rata capaian {percent} %). Usulan, bukan penetapan.</translation>
    </message>
    <message>
        <source>{count} indicators could not be counted: {numbers}.</source>
        <translation>{count} indikator belum dapat dihitung: {numbers}.</translation>
    </message>
    <message>
        <source>Level of the organisation</source>
        <translation>Capaian kinerja organisasi</translation>
    </message>
    <message>
        <source>decree, letter or report; empty: the performance agreement</source>
        <translation>keputusan, surat, atau laporan; kosong: Perjanjian Kinerja</translation>
    </message>
    <message>
        <source>Published on</source>
        <translation>Terbit tanggal</translation>
    </message>
    <message>
        <source>&amp;Level</source>
        <translation>&amp;Capaian</translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation>&amp;Alasan</translation>
    </message>
    <message>
        <source>&amp;Source</source>
        <translation>&amp;Sumber</translation>
    </message>
    <message>
        <source>Set the level</source>
        <translation>Tetapkan capaian</translation>
    </message>
    <message>
        <source>The indicators suggest nothing yet.</source>
        <translation>Indikator belum memberi usulan.</translation>
    </message>
    <message>
        <source>Another level than suggested needs a reason.</source>
        <translation>Capaian yang berbeda dari usulan memerlukan alasan.</translation>
    </message>
    <message>
        <source>A level that leaves indicators out needs a reason.</source>
        <translation>Capaian yang belum mencakup semua indikator memerlukan alasan.</translation>
    </message>
</context>
<context>
    <name>TeamDialog</name>
    <message>
        <source>A team lead is not a rater by that role alone (p. 184).</source>
        <translation>Ketua tim bukan penilai karena perannya saja (hlm. 184).</translation>
    </message>
    <message>
        <source>Teams and assignments</source>
        <translation>Tim dan penugasan</translation>
    </message>
    <message>
        <source>&amp;Make the team</source>
        <translation>&amp;Buat tim</translation>
    </message>
    <message>
        <source>&amp;Dissolve this team</source>
        <translation>Bu&amp;barkan tim ini</translation>
    </message>
    <message>
        <source>Name or NIP, then Enter</source>
        <translation>Nama atau NIP, lalu Enter</translation>
    </message>
    <message>
        <source>Rater agreed on</source>
        <translation>Persetujuan penilai</translation>
    </message>
    <message>
        <source>&amp;Assign</source>
        <translation>T&amp;ugaskan</translation>
    </message>
    <message>
        <source>Assignments of this unit</source>
        <translation>Penugasan di unit ini</translation>
    </message>
    <message>
        <source>&amp;End this assignment</source>
        <translation>&amp;Akhiri penugasan ini</translation>
    </message>
    <message>
        <source>Teams</source>
        <translation>Tim</translation>
    </message>
    <message>
        <source>&amp;Name of a new team</source>
        <translation>&amp;Nama tim baru</translation>
    </message>
    <message>
        <source>&amp;Lead</source>
        <translation>&amp;Ketua</translation>
    </message>
    <message>
        <source>Assign somebody</source>
        <translation>Tugaskan pegawai</translation>
    </message>
    <message>
        <source>&amp;Search</source>
        <translation>&amp;Cari</translation>
    </message>
    <message>
        <source>&amp;Person</source>
        <translation>&amp;Pegawai</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>Tim</translation>
    </message>
    <message>
        <source>How</source>
        <translation>Cara</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Tutup</translation>
    </message>
    <message>
        <source>no team: an individual task</source>
        <translation>tanpa tim: penugasan perorangan</translation>
    </message>
    <message>
        <source>from</source>
        <translation>sejak</translation>
    </message>
    <message>
        <source>Name the team and its lead first.</source>
        <translation>Isi nama tim dan ketuanya lebih dahulu.</translation>
    </message>
    <message>
        <source>Search and choose a person first.</source>
        <translation>Cari dan pilih pegawai lebih dahulu.</translation>
    </message>
    <message>
        <source>Nobody has that name or NIP.</source>
        <translation>Tidak ada pegawai dengan nama atau NIP itu.</translation>
    </message>
</context>
<context>
    <name>UnitChoice</name>
    <message>
        <source>Unit to work on</source>
        <translation>Unit yang dikerjakan</translation>
    </message>
    <message>
        <source>Type a part of the name to find a unit</source>
        <translation>Ketik sebagian nama untuk mencari unit</translation>
    </message>
</context>
</TS>
