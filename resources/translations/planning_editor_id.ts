<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="id" sourcelanguage="en">
<context>
    <name>Rooms</name>
    <message>
        <source>Plan editor</source>
        <translation>Penyunting SKP</translation>
    </message>
</context>
<context>
    <name>SkpDialogs</name>
    <message>
        <source>Remove from the office's examples</source>
        <translation>Hapus dari contoh kantor</translation>
    </message>
    <message>
        <source>Measures only</source>
        <translation>Indikator saja</translation>
    </message>
    <message>
        <source>{added} new plans, {changed} drafts change, {refused} people get none. It can be undone.</source>
        <translation>{added} SKP baru, {changed} konsep berubah, {refused} pegawai tidak mendapat salinan. Dapat diurungkan.</translation>
    </message>
    <message>
        <source>Copy plans</source>
        <translation>Salin SKP</translation>
    </message>
    <message>
        <source>Colleague</source>
        <translation>Rekan</translation>
    </message>
    <message>
        <source>only this person</source>
        <translation>pegawai ini saja</translation>
    </message>
    <message>
        <source>everybody in the same unit</source>
        <translation>semua pegawai di unit yang sama</translation>
    </message>
    <message>
        <source>everybody in the list</source>
        <translation>semua pegawai dalam daftar</translation>
    </message>
    <message>
        <source>Who gets a copy</source>
        <translation>Siapa yang mendapat salinan</translation>
    </message>
    <message>
        <source>Put the results behind those of a draft</source>
        <translation>Tambahkan hasil kerja di belakang isi konsep</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Salin</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Apa</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Dari</translation>
    </message>
    <message>
        <source>For</source>
        <translation>Untuk</translation>
    </message>
    <message>
        <source>Parts</source>
        <translation>Bagian</translation>
    </message>
    <message>
        <source>Last year's own plan into {year}</source>
        <translation>SKP sendiri tahun lalu ke {year}</translation>
    </message>
    <message>
        <source>A colleague's plan to {name}</source>
        <translation>SKP seorang rekan ke {name}</translation>
    </message>
    <message>
        <source>The plan of {name} to others</source>
        <translation>SKP {name} ke pegawai lain</translation>
    </message>
    <message>
        <source>No colleague has a plan yet.</source>
        <translation>Belum ada rekan yang mempunyai SKP.</translation>
    </message>
    <message>
        <source>{count} parts differ. Old signatures do not count any more.</source>
        <translation>{count} bagian berbeda. Tanda tangan lama tidak berlaku lagi.</translation>
    </message>
    <message>
        <source>Compare versions</source>
        <translation>Bandingkan versi</translation>
    </message>
    <message>
        <source>Show what stayed the same, too</source>
        <translation>Tampilkan juga yang tidak berubah</translation>
    </message>
    <message>
        <source>Library of examples</source>
        <translation>Pustaka contoh</translation>
    </message>
    <message>
        <source>Search the examples</source>
        <translation>Cari contoh</translation>
    </message>
    <message>
        <source>All kinds</source>
        <translation>Semua jenis</translation>
    </message>
    <message>
        <source>Kind of example</source>
        <translation>Jenis contoh</translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>Pakai</translation>
    </message>
    <message>
        <source>Indicator manual (A.1.3)</source>
        <translation>Manual indikator (A.1.3)</translation>
    </message>
    <message>
        <source>No manual</source>
        <translation>Tanpa manual</translation>
    </message>
    <message>
        <source>Who signed</source>
        <translation>Penanda tangan</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nama</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Alasan</translation>
    </message>
    <message>
        <source>No example fits. Search for fewer words or choose all kinds.</source>
        <translation>Tidak ada contoh yang cocok. Kurangi kata pencarian atau pilih semua jenis.</translation>
    </message>
    <message>
        <source>Purpose</source>
        <translation>Tujuan</translation>
    </message>
    <message>
        <source>Definition</source>
        <translation>Definisi</translation>
    </message>
    <message>
        <source>Formula (optional if qualitative)</source>
        <translation>Formula (opsional bila kualitatif)</translation>
    </message>
    <message>
        <source>Unit of measure (optional if qualitative)</source>
        <translation>Satuan pengukuran (opsional bila kualitatif)</translation>
    </message>
    <message>
        <source>Source of data</source>
        <translation>Sumber data</translation>
    </message>
    <message>
        <source>Quality and control level</source>
        <translation>Kualitas dan tingkat kendali</translation>
    </message>
    <message>
        <source>Reporting period</source>
        <translation>Periode pelaporan</translation>
    </message>
    <message>
        <source>Topic (optional)</source>
        <translation>Topik (boleh kosong)</translation>
    </message>
</context>
<context>
    <name>SkpPaper</name>
    <message>
        <source>from</source>
        <translation>dari</translation>
    </message>
    <message>
        <source>to</source>
        <translation>s.d.</translation>
    </message>
    <message>
        <source>SPECIAL EXPECTATIONS OF THE LEADER (ONE A LINE)</source>
        <translation>EKSPEKTASI KHUSUS PIMPINAN (SATU PER BARIS)</translation>
    </message>
    <message>
        <source>RATEE</source>
        <translation>PEGAWAI YANG DINILAI</translation>
    </message>
    <message>
        <source>RATER</source>
        <translation>PEJABAT PENILAI KINERJA</translation>
    </message>
    <message>
        <source>abroad</source>
        <translation>luar negeri</translation>
    </message>
    <message>
        <source>What the employee needs, one a line</source>
        <translation>Yang dibutuhkan pegawai, satu per baris</translation>
    </message>
    <message>
        <source>When it is reported and with what evidence, one a line</source>
        <translation>Kapan dilaporkan dan dengan bukti apa, satu per baris</translation>
    </message>
    <message>
        <source>If the expectation is met … / if it is not met …, one a line</source>
        <translation>Apabila memenuhi ekspektasi … / apabila tidak memenuhi …, satu per baris</translation>
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
        <source>Unit</source>
        <translation>Unit kerja</translation>
    </message>
    <message>
        <source>Number and date of the contract</source>
        <translation>Nomor dan tanggal perjanjian kerja</translation>
    </message>
    <message>
        <source>Not all staff understand the indicators yet: manuals are compulsory</source>
        <translation>Indikator belum dipahami seluruh pegawai: manual wajib dilampirkan</translation>
    </message>
    <message>
        <source>University</source>
        <translation>Perguruan tinggi</translation>
    </message>
    <message>
        <source>Programme</source>
        <translation>Program studi</translation>
    </message>
    <message>
        <source>Expected GPA</source>
        <translation>Ekspektasi IPK</translation>
    </message>
    <message>
        <source>WORK BEHAVIOUR</source>
        <translation>PERILAKU KERJA</translation>
    </message>
    <message>
        <source>ANNEX (A.1.8)</source>
        <translation>LAMPIRAN SKP (A.1.8)</translation>
    </message>
    <message>
        <source>PERFORMANCE PLAN (SKP) {year}</source>
        <translation>SASARAN KINERJA PEGAWAI {year}</translation>
    </message>
    <message>
        <source>Period of appraisal: {start} to {end}</source>
        <translation>Periode penilaian: {start} s.d. {end}</translation>
    </message>
    <message>
        <source>Employment contract</source>
        <translation>Perjanjian kerja</translation>
    </message>
    <message>
        <source>Study leave</source>
        <translation>Tugas belajar</translation>
    </message>
    <message>
        <source>Manual (A.1.3)…</source>
        <translation>Manual (A.1.3)…</translation>
    </message>
    <message>
        <source>NO</source>
        <translation>NO</translation>
    </message>
    <message>
        <source>PLANNED RESULT</source>
        <translation>RENCANA HASIL KERJA</translation>
    </message>
    <message>
        <source>A. MAIN RESULTS</source>
        <translation>A. UTAMA</translation>
    </message>
    <message>
        <source>B. ADDITIONAL RESULTS</source>
        <translation>B. TAMBAHAN</translation>
    </message>
    <message>
        <source>– (may be added during the year)</source>
        <translation>– (dapat ditambahkan pada tahun berjalan)</translation>
    </message>
    <message>
        <source>+ measure</source>
        <translation>+ indikator</translation>
    </message>
    <message>
        <source>Move to additional results</source>
        <translation>Pindahkan ke B. Tambahan</translation>
    </message>
    <message>
        <source>Move to main results</source>
        <translation>Pindahkan ke A. Utama</translation>
    </message>
    <message>
        <source>Result of the superior</source>
        <translation>Rencana hasil kerja pimpinan</translation>
    </message>
    <message>
        <source>Its indicator</source>
        <translation>Indikatornya</translation>
    </message>
    <message>
        <source>What will have been achieved</source>
        <translation>Hasil atau pencapaian yang diharapkan</translation>
    </message>
    <message>
        <source>assigned by</source>
        <translation>penugasan dari</translation>
    </message>
    <message>
        <source>Remove the measure</source>
        <translation>Hapus indikator</translation>
    </message>
    <message>
        <source>e.g. 80-90 %</source>
        <translation>mis. 80-90 %</translation>
    </message>
    <message>
        <source>unit</source>
        <translation>satuan</translation>
    </message>
    <message>
        <source>SUPERIOR'S RESULT TAKEN UP</source>
        <translation>RENCANA HASIL KERJA PIMPINAN YANG DIINTERVENSI</translation>
    </message>
    <message>
        <source>ASPECT</source>
        <translation>ASPEK</translation>
    </message>
    <message>
        <source>INDIVIDUAL INDICATOR</source>
        <translation>INDIKATOR KINERJA INDIVIDU</translation>
    </message>
    <message>
        <source>MEASURE OF SUCCESS AND TARGET</source>
        <translation>UKURAN KEBERHASILAN/ INDIKATOR KINERJA INDIVIDU DAN TARGET</translation>
    </message>
    <message>
        <source>TARGET</source>
        <translation>TARGET</translation>
    </message>
    <message>
        <source>PERSPECTIVE</source>
        <translation>PERSPEKTIF</translation>
    </message>
    <message>
        <source>+ main result</source>
        <translation>+ hasil kerja utama</translation>
    </message>
    <message>
        <source>+ additional result</source>
        <translation>+ hasil kerja tambahan</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Naikkan</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Turunkan</translation>
    </message>
    <message>
        <source>Remove the result</source>
        <translation>Hapus hasil kerja</translation>
    </message>
    <message>
        <source>Take over a result of the superior</source>
        <translation>Ambil hasil kerja pimpinan</translation>
    </message>
    <message>
        <source>Take over from the superior's plan…</source>
        <translation>Ambil dari SKP pimpinan…</translation>
    </message>
    <message>
        <source>control level: –</source>
        <translation>kendali: –</translation>
    </message>
    <message>
        <source>What is measured</source>
        <translation>Yang diukur</translation>
    </message>
    <message>
        <source>What is measured and when it is met, in one narrative</source>
        <translation>Yang diukur dan kapan terpenuhi, dalam satu narasi</translation>
    </message>
    <message>
        <source>exemption: –</source>
        <translation>pengecualian: –</translation>
    </message>
    <message>
        <source>↑ better</source>
        <translation>↑ baik</translation>
    </message>
    <message>
        <source>↓ better</source>
        <translation>↓ baik</translation>
    </message>
</context>
<context>
    <name>SkpTab</name>
    <message>
        <source>The example is taken out.</source>
        <translation>Contoh sudah dihapus.</translation>
    </message>
    <message>
        <source>made by {agency}: read here, changed only there</source>
        <translation>dibuat {agency}: di sini hanya dibaca, diubah hanya di sana</translation>
    </message>
    <message>
        <source>The first {count} people. Search to find others.</source>
        <translation>{count} pegawai pertama. Cari untuk menemukan yang lain.</translation>
    </message>
    <message>
        <source>{errors} errors block fixing, {warnings} questions</source>
        <translation>{errors} kesalahan menghalangi penetapan, {warnings} pertanyaan</translation>
    </message>
    <message>
        <source>What you typed on {moment} and did not save is back. Ctrl+Z shows the saved plan.</source>
        <translation>Ketikan {moment} yang belum disimpan dikembalikan. Ctrl+Z menampilkan SKP yang tersimpan.</translation>
    </message>
    <message>
        <source>the year is closed, read only</source>
        <translation>tahun sudah ditutup, hanya dapat dibaca</translation>
    </message>
    <message>
        <source>Nothing blocks fixing, {warnings} questions</source>
        <translation>Tidak ada yang menghalangi penetapan, {warnings} pertanyaan</translation>
    </message>
    <message>
        <source>Nothing is open in this plan</source>
        <translation>Tidak ada yang kurang pada SKP ini</translation>
    </message>
    <message>
        <source>The plan was changed since you typed an unsaved draft; the saved plan is shown.</source>
        <translation>SKP telah berubah sejak ketikan Anda yang belum disimpan; yang tampil adalah SKP tersimpan.</translation>
    </message>
    <message>
        <source>Choose a person to see the plan.</source>
        <translation>Pilih pegawai untuk melihat SKP-nya.</translation>
    </message>
    <message>
        <source>read only; Revise makes a new version</source>
        <translation>hanya dapat dibaca; Perbaiki membuat versi baru</translation>
    </message>
    <message>
        <source>Nobody fits this search. Clear it to see everybody.</source>
        <translation>Tidak ada pegawai yang cocok. Kosongkan pencarian untuk melihat semua.</translation>
    </message>
    <message>
        <source>Nobody must have a plan yet. Import units and staff on the register page first.</source>
        <translation>Belum ada pegawai yang wajib menyusun SKP. Impor unit dan pegawai di halaman Pegawai terlebih dahulu.</translation>
    </message>
    <message>
        <source>version {number}</source>
        <translation>versi {number}</translation>
    </message>
    <message>
        <source>new, not saved yet</source>
        <translation>baru, belum disimpan</translation>
    </message>
    <message>
        <source>changed, not saved</source>
        <translation>berubah, belum disimpan</translation>
    </message>
    <message>
        <source>Every plan in the list is fixed.</source>
        <translation>Semua SKP dalam daftar sudah ditetapkan.</translation>
    </message>
    <message>
        <source>Fix the plan</source>
        <translation>Tetapkan SKP</translation>
    </message>
    <message>
        <source>Fixed on</source>
        <translation>Ditetapkan pada</translation>
    </message>
    <message>
        <source>Note a signature</source>
        <translation>Catat tanda tangan</translation>
    </message>
    <message>
        <source>Enter the day that stands on the paper.</source>
        <translation>Isi tanggal yang tertulis di kertas.</translation>
    </message>
    <message>
        <source>Signed on</source>
        <translation>Ditandatangani pada</translation>
    </message>
    <message>
        <source>Make a revision</source>
        <translation>Buat perbaikan</translation>
    </message>
    <message>
        <source>Set the rule aside</source>
        <translation>Kesampingkan aturan</translation>
    </message>
    <message>
        <source>{count} plans copied.</source>
        <translation>{count} SKP disalin.</translation>
    </message>
    <message>
        <source>The plan of {name} is settled with this. Any later change makes a new version.</source>
        <translation>SKP {name} ditetapkan dengan ini. Setiap perubahan kemudian membuat versi baru.</translation>
    </message>
    <message>
        <source>Version {number} is kept as it was signed. The plan is a draft again and its signatures are void.</source>
        <translation>Versi {number} disimpan sebagaimana ditandatangani. SKP menjadi konsep lagi dan tanda tangannya tidak berlaku.</translation>
    </message>
    <message>
        <source>Plan editor</source>
        <translation>Penyunting SKP</translation>
    </message>
    <message>
        <source>Take back the last change of the draft</source>
        <translation>Batalkan perubahan terakhir pada konsep</translation>
    </message>
    <message>
        <source>Do the change again</source>
        <translation>Ulangi perubahan</translation>
    </message>
    <message>
        <source>Finish this plan and go to the next person</source>
        <translation>Selesaikan SKP ini dan lanjut ke pegawai berikutnya</translation>
    </message>
    <message>
        <source>Search people</source>
        <translation>Cari pegawai</translation>
    </message>
    <message>
        <source>Add a main result</source>
        <translation>Tambah hasil kerja utama</translation>
    </message>
    <message>
        <source>Go to the next hint</source>
        <translation>Ke petunjuk berikutnya</translation>
    </message>
    <message>
        <source>Throw away what was typed and not saved</source>
        <translation>Buang ketikan yang belum disimpan</translation>
    </message>
    <message>
        <source>People and the state of their plan</source>
        <translation>Pegawai dan keadaan SKP-nya</translation>
    </message>
    <message>
        <source>Hints; Enter leads to the field</source>
        <translation>Petunjuk; Enter menuju bagiannya</translation>
    </message>
    <message>
        <source>Approach</source>
        <translation>Pendekatan</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Simpan</translation>
    </message>
    <message>
        <source>Save the plan</source>
        <translation>Simpan SKP</translation>
    </message>
    <message>
        <source>&amp;Fix…</source>
        <translation>&amp;Tetapkan…</translation>
    </message>
    <message>
        <source>Si&amp;gnature…</source>
        <translation>Tan&amp;da tangan…</translation>
    </message>
    <message>
        <source>&amp;Revise…</source>
        <translation>&amp;Perbaiki…</translation>
    </message>
    <message>
        <source>Make a revision of a fixed plan</source>
        <translation>Buat perbaikan SKP yang sudah ditetapkan</translation>
    </message>
    <message>
        <source>Com&amp;pare…</source>
        <translation>&amp;Bandingkan…</translation>
    </message>
    <message>
        <source>Compare with the version before</source>
        <translation>Bandingkan dengan versi sebelumnya</translation>
    </message>
    <message>
        <source>&amp;Copy…</source>
        <translation>Sa&amp;lin…</translation>
    </message>
    <message>
        <source>Copy plans</source>
        <translation>Salin SKP</translation>
    </message>
    <message>
        <source>&amp;Examples…</source>
        <translation>&amp;Contoh…</translation>
    </message>
    <message>
        <source>Take over an example</source>
        <translation>Pakai sebuah contoh</translation>
    </message>
    <message>
        <source>Set the rule aside…</source>
        <translation>Kesampingkan aturan…</translation>
    </message>
    <message>
        <source>Set the chosen rule aside, with name and reason</source>
        <translation>Kesampingkan aturan yang dipilih, dengan nama dan alasan</translation>
    </message>
    <message>
        <source>new post from {day}</source>
        <translation>jabatan baru mulai {day}</translation>
    </message>
    <message>
        <source>workblocks: {count}</source>
        <translation>blok kerja: {count}</translation>
    </message>
    <message>
        <source>&amp;More</source>
        <translation>&amp;Lainnya</translation>
    </message>
    <message>
        <source>Begin a plan for a new post…</source>
        <translation>Mulai SKP untuk jabatan baru…</translation>
    </message>
    <message>
        <source>Workblocks (A.1.4)…</source>
        <translation>Blok kerja (A.1.4)…</translation>
    </message>
    <message>
        <source>Add a result to the office's examples…</source>
        <translation>Tambahkan hasil kerja ke contoh kantor…</translation>
    </message>
    <message>
        <source>Begin a plan for a new post</source>
        <translation>Mulai SKP untuk jabatan baru</translation>
    </message>
    <message>
        <source>{name} gets a further plan in {year}. The plan before it is kept; from this day on the new one holds.</source>
        <translation>{name} mendapat SKP tambahan pada {year}. SKP sebelumnya disimpan; mulai tanggal tersebut yang berlaku SKP baru.</translation>
    </message>
    <message>
        <source>In the new post from</source>
        <translation>Di jabatan baru mulai</translation>
    </message>
    <message>
        <source>New post</source>
        <translation>Jabatan baru</translation>
    </message>
    <message>
        <source>No result has words yet. Write one first, then add it.</source>
        <translation>Belum ada hasil kerja yang tertulis. Tulis dulu, lalu tambahkan.</translation>
    </message>
    <message>
        <source>Add to the office's examples</source>
        <translation>Tambahkan ke contoh kantor</translation>
    </message>
    <message>
        <source>The result and its indicators become an example for everybody (Ctrl+L). Names stay out.</source>
        <translation>Hasil kerja dan indikatornya menjadi contoh bagi semua orang (Ctrl+L). Nama tidak ikut.</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Hasil kerja</translation>
    </message>
    <message>
        <source>The result is now one of the office's examples.</source>
        <translation>Hasil kerja itu kini termasuk contoh kantor.</translation>
    </message>
</context>
<context>
    <name>SkpTables</name>
    <message>
        <source>Hints</source>
        <translation>Petunjuk</translation>
    </message>
    <message>
        <source>Version {number}</source>
        <translation>Versi {number}</translation>
    </message>
    <message>
        <source>this office</source>
        <translation>kantor ini</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nama</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>SKP</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Sisa</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>Bagian</translation>
    </message>
    <message>
        <source>What happens</source>
        <translation>Yang terjadi</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>Hasil kerja</translation>
    </message>
    <message>
        <source>Example</source>
        <translation>Contoh</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Jenis</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Sumber</translation>
    </message>
    <message>
        <source>{name} (from {day})</source>
        <translation>{name} (mulai {day})</translation>
    </message>
</context>
<context>
    <name>WorkblockDialog</name>
    <message>
        <source>Workblocks (A.1.4)</source>
        <translation>Blok kerja (A.1.4)</translation>
    </message>
    <message>
        <source>Workblocks of this plan</source>
        <translation>Blok kerja SKP ini</translation>
    </message>
    <message>
        <source>&amp;Add a workblock</source>
        <translation>&amp;Tambah blok kerja</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Hapus</translation>
    </message>
    <message>
        <source>Name of the workblock</source>
        <translation>Nama blok kerja</translation>
    </message>
    <message>
        <source>Indicator and target</source>
        <translation>Indikator dan target</translation>
    </message>
    <message>
        <source>Person in charge</source>
        <translation>Penanggung jawab</translation>
    </message>
    <message>
        <source>Parties that take part</source>
        <translation>Pihak yang terlibat</translation>
    </message>
    <message>
        <source>Finished by</source>
        <translation>Selesai pada</translation>
    </message>
    <message>
        <source>Who benefits</source>
        <translation>Penerima manfaat</translation>
    </message>
    <message>
        <source>Purpose</source>
        <translation>Tujuan</translation>
    </message>
    <message>
        <source>Budget</source>
        <translation>Anggaran</translation>
    </message>
    <message>
        <source>Routine activities, one a line</source>
        <translation>Aktivitas rutin, satu per baris</translation>
    </message>
    <message>
        <source>Transforming activities, one a line</source>
        <translation>Aktivitas transformasi, satu per baris</translation>
    </message>
    <message>
        <source>Milestones of the routine, one a line</source>
        <translation>Tonggak capaian rutin, satu per baris</translation>
    </message>
    <message>
        <source>Milestones of the transformation, one a line</source>
        <translation>Tonggak capaian transformasi, satu per baris</translation>
    </message>
    <message>
        <source>No workblock yet. A workblock breaks one indicator of a leader down into activities and milestones; it is an aid and nobody must make one.</source>
        <translation>Belum ada blok kerja. Blok kerja menguraikan satu indikator pimpinan menjadi aktivitas dan tonggak capaian; ini alat bantu dan tidak wajib dibuat.</translation>
    </message>
    <message>
        <source>(no name yet)</source>
        <translation>(belum bernama)</translation>
    </message>
</context>
</TS>
