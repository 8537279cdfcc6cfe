<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="id" sourcelanguage="en">
<context>
    <name>ActionPlanDialogs</name>
    <message>
        <source>Tried before</source>
        <translation>Sudah dicoba</translation>
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
        <source>Action plan (B.1.1)</source>
        <translation>Rencana aksi (B.1.1)</translation>
    </message>
    <message>
        <source>Documentation (B.1.2)</source>
        <translation>Pendokumentasian (B.1.2)</translation>
    </message>
    <message>
        <source>the result as a whole</source>
        <translation>hasil kerja secara keseluruhan</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Tanggal</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Langkah</translation>
    </message>
    <message>
        <source>What was achieved</source>
        <translation>Realisasi</translation>
    </message>
    <message>
        <source>Evidence in words</source>
        <translation>Bukti dukung (keterangan)</translation>
    </message>
    <message>
        <source>Take the result over</source>
        <translation>Ambil alih hasil kerja</translation>
    </message>
    <message>
        <source>Taken over by</source>
        <translation>Diambil alih oleh</translation>
    </message>
    <message>
        <source>Note (it counts in the evaluation)</source>
        <translation>Catatan (diperhitungkan dalam evaluasi)</translation>
    </message>
    <message>
        <source>Step {number}</source>
        <translation>Langkah {number}</translation>
    </message>
    <message>
        <source>until</source>
        <translation>paling lambat</translation>
    </message>
    <message>
        <source>Step {number} has a last day</source>
        <translation>Langkah {number} punya batas hari</translation>
    </message>
    <message>
        <source>Last day of step {number}</source>
        <translation>Batas hari langkah {number}</translation>
    </message>
</context>
<context>
    <name>ActionPlanTab</name>
    <message>
        <source>&amp;Print</source>
        <translation>&amp;Cetak</translation>
    </message>
    <message>
        <source>Print the action plan (B.1.1)…</source>
        <translation>Cetak rencana aksi (B.1.1)…</translation>
    </message>
    <message>
        <source>Print the documentation (B.1.2)…</source>
        <translation>Cetak pendokumentasian (B.1.2)…</translation>
    </message>
    <message>
        <source>&amp;Steps…</source>
        <translation>&amp;Langkah…</translation>
    </message>
    <message>
        <source>&amp;Document…</source>
        <translation>&amp;Dokumentasikan…</translation>
    </message>
    <message>
        <source>&amp;Take over…</source>
        <translation>&amp;Ambil alih…</translation>
    </message>
    <message>
        <source>Steps of the result</source>
        <translation>Langkah hasil kerja</translation>
    </message>
    <message>
        <source>Document what was achieved</source>
        <translation>Dokumentasikan realisasi</translation>
    </message>
    <message>
        <source>Take the result over</source>
        <translation>Ambil alih hasil kerja</translation>
    </message>
    <message>
        <source>Action plan and documentation</source>
        <translation>Rencana aksi dan pendokumentasian</translation>
    </message>
    <message>
        <source>Documentation is due: %1</source>
        <translation>Pendokumentasian: %1</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>Tersimpan.</translation>
    </message>
    <message>
        <source>Choose a person on the left</source>
        <translation>Pilih pegawai di sebelah kiri</translation>
    </message>
</context>
<context>
    <name>ActionPlanTable</name>
    <message>
        <source>taken over by %1: %2</source>
        <translation>diambil alih oleh %1: %2</translation>
    </message>
    <message>
        <source>step %1: %2</source>
        <translation>langkah %1: %2</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>No.</translation>
    </message>
    <message>
        <source>Result, step, documentation</source>
        <translation>Hasil kerja, langkah, pendokumentasian</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Tanggal</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Bukti dukung</translation>
    </message>
</context>
<context>
    <name>ActualsTab</name>
    <message>
        <source>{people} people · {lines} indicators shown</source>
        <translation>{people} pegawai · {lines} indikator ditampilkan</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>Name, NIP or post</source>
        <translation>Nama, NIP, atau jabatan</translation>
    </message>
    <message>
        <source>Search people</source>
        <translation>Cari pegawai</translation>
    </message>
    <message>
        <source>&amp;Import actuals…</source>
        <translation>&amp;Impor realisasi…</translation>
    </message>
    <message>
        <source>Import actuals</source>
        <translation>Impor realisasi</translation>
    </message>
    <message>
        <source>Save the leader's words</source>
        <translation>Simpan catatan pimpinan</translation>
    </message>
    <message>
        <source>Actuals by indicator and period</source>
        <translation>Realisasi per indikator dan periode</translation>
    </message>
    <message>
        <source>only people &amp;without actuals</source>
        <translation>hanya yang &amp;belum ada realisasi</translation>
    </message>
    <message>
        <source>Type or F2 writes · Enter down · Tab next · Delete clears · Ctrl+D fills down · Ctrl+C/V block, also from Excel · Ctrl+Z undoes</source>
        <translation>Ketik atau F2 mengisi · Enter ke bawah · Tab berikutnya · Delete mengosongkan · Ctrl+D isi ke bawah · Ctrl+C/V blok, juga dari Excel · Ctrl+Z urungkan</translation>
    </message>
    <message>
        <source>as measured</source>
        <translation>sesuai ukuran</translation>
    </message>
    <message>
        <source>&amp;Save the leader's words</source>
        <translation>&amp;Simpan catatan pimpinan</translation>
    </message>
    <message>
        <source>Saved for %1, %2.</source>
        <translation>Tersimpan untuk %1, %2.</translation>
    </message>
    <message>
        <source>Import finished: {count} rows written.</source>
        <translation>Impor selesai: {count} baris ditulis.</translation>
    </message>
    <message>
        <source>All units</source>
        <translation>Semua unit</translation>
    </message>
    <message>
        <source>without a plan: {count} ({names})</source>
        <translation>tanpa SKP: {count} ({names})</translation>
    </message>
    <message>
        <source>Target: %1</source>
        <translation>Target: %1</translation>
    </message>
    <message>
        <source>&amp;Class set by the leader</source>
        <translation>&amp;Kategori dari pimpinan</translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation>&amp;Pertimbangan</translation>
    </message>
    <message>
        <source>&amp;Feedback on this actual</source>
        <translation>&amp;Umpan balik atas realisasi ini</translation>
    </message>
    <message>
        <source>Everybody here with a plan has actuals for this period.</source>
        <translation>Semua yang memiliki SKP di sini sudah ada realisasinya pada periode ini.</translation>
    </message>
    <message>
        <source>Nobody here has a plan (SKP) for this year yet. Import plans or write them on the planning page; their indicators then appear here.</source>
        <translation>Belum ada yang memiliki SKP tahun ini. Impor SKP atau susun di halaman Perencanaan; indikatornya akan muncul di sini.</translation>
    </message>
    <message>
        <source>Choose a cell</source>
        <translation>Pilih sebuah sel</translation>
    </message>
    <message>
        <source>Actual: %1</source>
        <translation>Realisasi: %1</translation>
    </message>
    <message>
        <source>Fill-in s&amp;heets for units…</source>
        <translation>Lembar isian untuk unit…</translation>
    </message>
</context>
<context>
    <name>ActualsTable</name>
    <message>
        <source>Year</source>
        <translation>Tahun</translation>
    </message>
    <message>
        <source>set by the leader: %1</source>
        <translation>ditetapkan pimpinan: %1</translation>
    </message>
    <message>
        <source>%1 files of evidence</source>
        <translation>%1 berkas bukti dukung</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nama</translation>
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
        <source>Q %1</source>
        <translation>TW %1</translation>
    </message>
</context>
<context>
    <name>EvidencePane</name>
    <message>
        <source>Choose evidence</source>
        <translation>Pilih bukti dukung</translation>
    </message>
    <message>
        <source>Save a copy in this folder</source>
        <translation>Simpan salinan di folder ini</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>Tersimpan: %1</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Bukti dukung</translation>
    </message>
    <message>
        <source>&amp;Add…</source>
        <translation>&amp;Tambah…</translation>
    </message>
    <message>
        <source>Save a &amp;copy…</source>
        <translation>Si&amp;mpan salinan…</translation>
    </message>
    <message>
        <source>Take &amp;out</source>
        <translation>&amp;Keluarkan</translation>
    </message>
    <message>
        <source>Make the image smaller and attach it</source>
        <translation>Perkecil gambar lalu lampirkan</translation>
    </message>
    <message>
        <source>Files of evidence</source>
        <translation>Berkas bukti dukung</translation>
    </message>
    <message>
        <source>What the file shows</source>
        <translation>Yang ditunjukkan berkas</translation>
    </message>
    <message>
        <source>Add evidence</source>
        <translation>Tambah bukti dukung</translation>
    </message>
    <message>
        <source>%1 was taken out.</source>
        <translation>%1 dikeluarkan.</translation>
    </message>
    <message>
        <source>A file with the same content is attached here already.</source>
        <translation>Berkas dengan isi yang sama sudah terlampir di sini.</translation>
    </message>
    <message>
        <source>Choose first what the evidence is for.</source>
        <translation>Pilih dahulu apa yang dibuktikan.</translation>
    </message>
    <message>
        <source>No evidence yet. Drop files here, or add them with Ctrl+Shift+E.</source>
        <translation>Belum ada bukti dukung. Jatuhkan berkas di sini, atau tambahkan dengan Ctrl+Shift+E.</translation>
    </message>
    <message>
        <source>Attaching %1</source>
        <translation>Melampirkan %1</translation>
    </message>
</context>
<context>
    <name>FeedbackTab</name>
    <message>
        <source>Pr&amp;int the record…</source>
        <translation>&amp;Cetak rekaman…</translation>
    </message>
    <message>
        <source>Print the record of feedback (B.1.3 to B.1.5)</source>
        <translation>Cetak rekaman umpan balik (B.1.3 sampai B.1.5)</translation>
    </message>
    <message>
        <source>Feedback of %1 was withdrawn.</source>
        <translation>Umpan balik %1 ditarik.</translation>
    </message>
    <message>
        <source>Feedback added to the log.</source>
        <translation>Umpan balik dicatat.</translation>
    </message>
    <message>
        <source>on the employee's &amp;request</source>
        <translation>atas pe&amp;rmintaan pegawai</translation>
    </message>
    <message>
        <source>Add to the log (Ctrl+Enter)</source>
        <translation>Catat (Ctrl+Enter)</translation>
    </message>
    <message>
        <source>&amp;Withdraw the chosen item</source>
        <translation>Ta&amp;rik yang dipilih</translation>
    </message>
    <message>
        <source>Write new feedback</source>
        <translation>Tulis umpan balik baru</translation>
    </message>
    <message>
        <source>Withdraw the chosen item</source>
        <translation>Tarik umpan balik yang dipilih</translation>
    </message>
    <message>
        <source>Feedback log</source>
        <translation>Catatan umpan balik</translation>
    </message>
    <message>
        <source>Result %1: %2</source>
        <translation>Hasil kerja %1: %2</translation>
    </message>
    <message>
        <source>No feedback in this period yet. Write the first item below.</source>
        <translation>Belum ada umpan balik pada periode ini. Tulis yang pertama di bawah.</translation>
    </message>
    <message>
        <source>&amp;Day</source>
        <translation>&amp;Tanggal</translation>
    </message>
    <message>
        <source>&amp;Given by</source>
        <translation>&amp;Pemberi</translation>
    </message>
    <message>
        <source>Na&amp;me</source>
        <translation>Na&amp;ma</translation>
    </message>
    <message>
        <source>&amp;About</source>
        <translation>T&amp;entang</translation>
    </message>
    <message>
        <source>Mar&amp;k</source>
        <translation>Tan&amp;da</translation>
    </message>
    <message>
        <source>&amp;Rhythm</source>
        <translation>&amp;Sifat</translation>
    </message>
    <message>
        <source>&amp;Way</source>
        <translation>&amp;Cara</translation>
    </message>
    <message>
        <source>What was said (Ctrl+N)</source>
        <translation>Isi umpan balik (Ctrl+N)</translation>
    </message>
    <message>
        <source>What it rests on</source>
        <translation>Bukti dukung (keterangan)</translation>
    </message>
    <message>
        <source>Choose a person on the left</source>
        <translation>Pilih pegawai di sebelah kiri</translation>
    </message>
    <message>
        <source>On results: {positive} of {total} items are positive; the suggested rating reads this.</source>
        <translation>Tentang hasil kerja: {positive} dari {total} positif; usulan rating membacanya.</translation>
    </message>
    <message>
        <source>&amp;Put the chosen item right</source>
        <translation>&amp;Perbaiki butir terpilih</translation>
    </message>
    <message>
        <source>Put the chosen item right</source>
        <translation>Perbaiki butir terpilih</translation>
    </message>
    <message>
        <source>Leave it as it was (Esc)</source>
        <translation>Biarkan seperti semula (Esc)</translation>
    </message>
    <message>
        <source>Leave it as it was</source>
        <translation>Biarkan seperti semula</translation>
    </message>
    <message>
        <source>Add to the log, or save the item being put right</source>
        <translation>Tambahkan ke catatan, atau simpan butir yang diperbaiki</translation>
    </message>
    <message>
        <source>The item was put right.</source>
        <translation>Butir itu sudah diperbaiki.</translation>
    </message>
    <message>
        <source>Save the change (Ctrl+Enter)</source>
        <translation>Simpan perubahan (Ctrl+Enter)</translation>
    </message>
</context>
<context>
    <name>FeedbackTable</name>
    <message>
        <source>result %1</source>
        <translation>hasil kerja %1</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Tanggal</translation>
    </message>
    <message>
        <source>Given by</source>
        <translation>Pemberi</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Tentang</translation>
    </message>
    <message>
        <source>Mark</source>
        <translation>Tanda</translation>
    </message>
    <message>
        <source>What was said</source>
        <translation>Isi umpan balik</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Bukti dukung</translation>
    </message>
</context>
<context>
    <name>GuidanceTab</name>
    <message>
        <source>Opened; the journal says that you did.</source>
        <translation>Dibuka; jurnal mencatat bahwa Anda membukanya.</translation>
    </message>
    <message>
        <source>Opened by</source>
        <translation>Pernah dibuka oleh</translation>
    </message>
    <message>
        <source>&amp;New record</source>
        <translation>Catatan &amp;baru</translation>
    </message>
    <message>
        <source>&amp;Open the confidential record</source>
        <translation>B&amp;uka catatan rahasia</translation>
    </message>
    <message>
        <source>&amp;Put right…</source>
        <translation>&amp;Perbaiki…</translation>
    </message>
    <message>
        <source>New record</source>
        <translation>Catatan baru</translation>
    </message>
    <message>
        <source>Open the confidential record</source>
        <translation>Buka catatan rahasia</translation>
    </message>
    <message>
        <source>Records of guidance</source>
        <translation>Catatan bimbingan</translation>
    </message>
    <message>
        <source>Contents of the record</source>
        <translation>Isi catatan</translation>
    </message>
    <message>
        <source>Record saved.</source>
        <translation>Catatan tersimpan.</translation>
    </message>
    <message>
        <source>Choose a person on the left</source>
        <translation>Pilih pegawai di sebelah kiri</translation>
    </message>
    <message>
        <source>Confidential. Open it with Ctrl+Enter to read it; who opens it is written into the journal.</source>
        <translation>Rahasia. Buka dengan Ctrl+Enter untuk membacanya; siapa yang membuka dicatat dalam jurnal.</translation>
    </message>
    <message>
        <source>No records of guidance in this year yet. Write the first one with Ctrl+N.</source>
        <translation>Belum ada catatan bimbingan tahun ini. Tulis yang pertama dengan Ctrl+N.</translation>
    </message>
</context>
<context>
    <name>RecordDialog</name>
    <message>
        <source>Day</source>
        <translation>Tanggal</translation>
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
        <source>names, separated by commas</source>
        <translation>nama, dipisahkan koma</translation>
    </message>
    <message>
        <source>May also be read by</source>
        <translation>Boleh juga dibaca oleh</translation>
    </message>
    <message>
        <source>Leader or coach</source>
        <translation>Pimpinan atau pelatih</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Tempat</translation>
    </message>
    <message>
        <source>Confidential: only you and the people named here can read this record. Every opening is written into the journal; it never goes into a package or an export.</source>
        <translation>Rahasia: hanya Anda dan orang yang disebut di sini yang dapat membaca catatan ini. Setiap pembukaan dicatat dalam jurnal; catatan ini tidak pernah ikut dalam paket atau ekspor.</translation>
    </message>
</context>
<context>
    <name>RecordFields</name>
    <message>
        <source>yes</source>
        <translation>ya</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>belum</translation>
    </message>
    <message>
        <source>not answered</source>
        <translation>belum dijawab</translation>
    </message>
    <message>
        <source>no</source>
        <translation>tidak</translation>
    </message>
    <message>
        <source>No feedback on this person yet: write it in the log first.</source>
        <translation>Belum ada umpan balik untuk pegawai ini: catat dahulu di tab Umpan balik.</translation>
    </message>
</context>
<context>
    <name>RecordParts</name>
    <message>
        <source>Goal: what do I want to reach?</source>
        <translation>Tujuan: apa yang ingin saya capai?</translation>
    </message>
    <message>
        <source>Facts: where am I now?</source>
        <translation>Fakta: di mana saya sekarang?</translation>
    </message>
    <message>
        <source>Opportunity: what can I do?</source>
        <translation>Peluang: apa yang dapat saya lakukan?</translation>
    </message>
    <message>
        <source>Steps ahead: what shall I do?</source>
        <translation>Langkah ke depan: apa yang akan saya lakukan?</translation>
    </message>
    <message>
        <source>Goal: what do I want to reach with mentoring?</source>
        <translation>Tujuan: apa yang ingin saya capai dengan mentoring?</translation>
    </message>
    <message>
        <source>Journal of mentoring</source>
        <translation>Jurnal mentoring</translation>
    </message>
    <message>
        <source>Name of the training</source>
        <translation>Nama pelatihan</translation>
    </message>
    <message>
        <source>Organiser</source>
        <translation>Penyelenggara</translation>
    </message>
    <message>
        <source>Formal training</source>
        <translation>Pelatihan formal</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>Hari terakhir</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Hasil</translation>
    </message>
    <message>
        <source>About the employee</source>
        <translation>Tentang pegawai</translation>
    </message>
    <message>
        <source>About the leader or coach</source>
        <translation>Tentang pimpinan/pihak lain yang diberi penugasan</translation>
    </message>
    <message>
        <source>About both</source>
        <translation>Tentang keduanya</translation>
    </message>
    <message>
        <source>Competencies, scale 1 to 5</source>
        <translation>Kompetensi, skala 1 sampai 5</translation>
    </message>
    <message>
        <source>Recommendation</source>
        <translation>Rekomendasi</translation>
    </message>
    <message>
        <source>The behaviour problem in detail</source>
        <translation>Permasalahan perilaku kerja secara rinci</translation>
    </message>
    <message>
        <source>Special expectation, if there is one</source>
        <translation>Ekspektasi khusus, jika ada</translation>
    </message>
    <message>
        <source>Does it also occur with others?</source>
        <translation>Terjadi juga pada pegawai lain?</translation>
    </message>
    <message>
        <source>What has been done to improve it</source>
        <translation>Yang sudah dilakukan untuk perbaikan</translation>
    </message>
    <message>
        <source>Told to the employee on</source>
        <translation>Disampaikan kepada pegawai tanggal</translation>
    </message>
    <message>
        <source>How it was told</source>
        <translation>Cara penyampaian</translation>
    </message>
    <message>
        <source>Feedback that proves it</source>
        <translation>Umpan balik sebagai bukti</translation>
    </message>
    <message>
        <source>Reported to (head of the HR unit)</source>
        <translation>Dilaporkan kepada (pimpinan unit SDM)</translation>
    </message>
    <message>
        <source>Reported on</source>
        <translation>Tanggal dilaporkan</translation>
    </message>
    <message>
        <source>Counsellor</source>
        <translation>Konselor</translation>
    </message>
    <message>
        <source>The counsellor is the rater</source>
        <translation>Konselor adalah penilai</translation>
    </message>
    <message>
        <source>Trained in counselling</source>
        <translation>Telah mengikuti pelatihan konseling</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Tempat</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Pokok pembicaraan</translation>
    </message>
    <message>
        <source>Course of the talk</source>
        <translation>Jalannya konseling</translation>
    </message>
    <message>
        <source>What was agreed</source>
        <translation>Kesepakatan</translation>
    </message>
    <message>
        <source>Follow-up</source>
        <translation>Tindak lanjut</translation>
    </message>
    <message>
        <source>Individual indicator</source>
        <translation>Indikator kinerja individu</translation>
    </message>
    <message>
        <source>Baseline, if any</source>
        <translation>Baseline target (jika ada)</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Target</translation>
    </message>
    <message>
        <source>Strategy to reach the target</source>
        <translation>Strategi pencapaian target</translation>
    </message>
    <message>
        <source>Target of the plan</source>
        <translation>Target SKP</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Progres pencapaian target</translation>
    </message>
    <message>
        <source>Problem or obstacle</source>
        <translation>Masalah/hambatan</translation>
    </message>
    <message>
        <source>Cause</source>
        <translation>Penyebab</translation>
    </message>
    <message>
        <source>Strategy against the obstacle</source>
        <translation>Strategi mengatasi masalah/hambatan</translation>
    </message>
    <message>
        <source>Adjust measure and target</source>
        <translation>Penyesuaian ukuran dan target</translation>
    </message>
    <message>
        <source>Skill to be developed</source>
        <translation>Keahlian/keterampilan yang dikembangkan</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Jangka waktu</translation>
    </message>
    <message>
        <source>Change hoped for</source>
        <translation>Perubahan yang diharapkan</translation>
    </message>
    <message>
        <source>Measure of success</source>
        <translation>Ukuran keberhasilan</translation>
    </message>
    <message>
        <source>Time and place</source>
        <translation>Waktu dan tempat</translation>
    </message>
    <message>
        <source>Material</source>
        <translation>Materi</translation>
    </message>
    <message>
        <source>Action plan</source>
        <translation>Rencana aksi</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>Target waktu</translation>
    </message>
    <message>
        <source>Competency</source>
        <translation>Kompetensi</translation>
    </message>
    <message>
        <source>Score 1-5</source>
        <translation>Nilai 1-5</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Alasan</translation>
    </message>
</context>
<context>
    <name>RecordSheet</name>
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
    <name>RecordTable</name>
    <message>
        <source>confidential</source>
        <translation>rahasia</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Tanggal</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Oleh</translation>
    </message>
</context>
<context>
    <name>Rooms</name>
    <message>
        <source>Execution</source>
        <translation>Pelaksanaan</translation>
    </message>
    <message>
        <source>Actuals</source>
        <translation>Realisasi</translation>
    </message>
    <message>
        <source>Action plan</source>
        <translation>Rencana aksi</translation>
    </message>
    <message>
        <source>Feedback</source>
        <translation>Umpan balik</translation>
    </message>
    <message>
        <source>Guidance</source>
        <translation>Bimbingan</translation>
    </message>
</context>
</TS>
