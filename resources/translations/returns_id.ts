<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="id" sourcelanguage="en">
<context>
    <name>ReturnTables</name>
    <message>
        <source>The region says</source>
        <translation>Kata wilayah</translation>
    </message>
    <message>
        <source>Stands here</source>
        <translation>Tertulis di sini</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nama</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>Bagian</translation>
    </message>
    <message>
        <source>Would be</source>
        <translation>Akan menjadi</translation>
    </message>
    <message>
        <source>Why work goes on</source>
        <translation>Mengapa diteruskan</translation>
    </message>
    <message>
        <source>Decided by</source>
        <translation>Diputuskan oleh</translation>
    </message>
    <message>
        <source>Changed since</source>
        <translation>Berubah sejak itu</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>Wajib</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Tertutup</translation>
    </message>
    <message>
        <source>Asked by</source>
        <translation>Diminta oleh</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Jawaban</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Alasan</translation>
    </message>
    <message>
        <source>Asked for</source>
        <translation>Diminta</translation>
    </message>
    <message>
        <source>Stands there</source>
        <translation>Tertulis</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Kolom</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Catatan</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Periode</translation>
    </message>
    <message>
        <source>Agency</source>
        <translation>Instansi</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Keadaan</translation>
    </message>
    <message>
        <source>an explanation</source>
        <translation>penjelasan</translation>
    </message>
</context>
<context>
    <name>ReturnDialogs</name>
    <message>
        <source>an explanation</source>
        <translation>penjelasan</translation>
    </message>
    <message>
        <source>Wished v&amp;alue</source>
        <translation>Nilai yang d&amp;iminta</translation>
    </message>
    <message>
        <source>the trust list</source>
        <translation>daftar kunci</translation>
    </message>
    <message>
        <source>reference data</source>
        <translation>data rujukan</translation>
    </message>
    <message>
        <source>%1 words on periods</source>
        <translation>%1 kata tentang periode</translation>
    </message>
    <message>
        <source>%1 corrections</source>
        <translation>%1 koreksi</translation>
    </message>
    <message>
        <source>nothing waits for this agency</source>
        <translation>tidak ada yang menunggu untuk instansi ini</translation>
    </message>
    <message>
        <source>Would carry</source>
        <translation>Akan membawa</translation>
    </message>
    <message>
        <source>A return carries everything that waits for one agency. A receipt goes back by itself when a package is received; this is for what comes after it.</source>
        <translation>Balasan membawa semua yang menunggu untuk satu instansi. Tanda terima kembali sendiri saat paket diterima; ini untuk yang menyusul.</translation>
    </message>
    <message>
        <source>Make a return</source>
        <translation>Buat balasan</translation>
    </message>
    <message>
        <source>No conflict waits.</source>
        <translation>Tidak ada bentrokan yang menunggu.</translation>
    </message>
    <message>
        <source>A rule pack for all agencies</source>
        <translation>Paket aturan untuk semua instansi</translation>
    </message>
    <message>
        <source>A setting for all agencies</source>
        <translation>Setelan untuk semua instansi</translation>
    </message>
    <message>
        <source>Name of a unit and its post</source>
        <translation>Nama unit dan jabatannya</translation>
    </message>
    <message>
        <source>Said so far: %1 units of this agency, %2 settings, %3 rule packs.</source>
        <translation>Sudah dinyatakan: %1 unit instansi ini, %2 setelan, %3 paket aturan.</translation>
    </message>
    <message>
        <source>Rule pack</source>
        <translation>Paket aturan</translation>
    </message>
    <message>
        <source>Choose the file…</source>
        <translation>Pilih berkas…</translation>
    </message>
    <message>
        <source>&amp;Value</source>
        <translation>&amp;Nilai</translation>
    </message>
    <message>
        <source>&amp;Setting</source>
        <translation>&amp;Setelan</translation>
    </message>
    <message>
        <source>&amp;Rests on</source>
        <translation>&amp;Dasar</translation>
    </message>
    <message>
        <source>&amp;Post of its head</source>
        <translation>Jabatan &amp;pimpinannya</translation>
    </message>
    <message>
        <source>&amp;Name of the unit</source>
        <translation>&amp;Nama unit</translation>
    </message>
    <message>
        <source>&amp;Unit</source>
        <translation>&amp;Unit</translation>
    </message>
    <message>
        <source>&amp;Agency</source>
        <translation>&amp;Instansi</translation>
    </message>
    <message>
        <source>&amp;What</source>
        <translation>&amp;Apa</translation>
    </message>
    <message>
        <source>What is said here leaves with every return; the agency looks at it and takes it. Holidays are those of the region's own table.</source>
        <translation>Yang dinyatakan di sini berangkat dengan setiap balasan; instansi melihat lalu mengambilnya. Hari libur diambil dari tabel wilayah sendiri.</translation>
    </message>
    <message>
        <source>Say reference data</source>
        <translation>Nyatakan data rujukan</translation>
    </message>
    <message>
        <source>✓ Genuine: receipt %1 of %2 for %3: %4</source>
        <translation>✓ Sah: tanda terima %1 dari %2 untuk %3: %4</translation>
    </message>
    <message>
        <source>&amp;Line of the receipt (MDR1:…)</source>
        <translation>&amp;Baris tanda terima (MDR1:…)</translation>
    </message>
    <message>
        <source>When the stick did not come back, the paper is enough: scan the square code into this field, or type the groups under it. Blanks and small letters do not matter.</source>
        <translation>Bila flashdisk tidak kembali, kertasnya cukup: pindai kode kotak ke isian ini, atau ketik kelompok huruf di bawahnya. Spasi dan huruf kecil tidak menjadi soal.</translation>
    </message>
    <message>
        <source>Receipt on paper</source>
        <translation>Tanda terima kertas</translation>
    </message>
    <message>
        <source>Reference data</source>
        <translation>Data rujukan</translation>
    </message>
    <message>
        <source>Take the reference data</source>
        <translation>Ambil data rujukan</translation>
    </message>
    <message>
        <source>From %1, arrived on %2. All of it is taken as one change, which can be taken back as one.</source>
        <translation>Dari %1, tiba %2. Semuanya diambil sebagai satu perubahan, yang dapat diurungkan sekaligus.</translation>
    </message>
    <message>
        <source>&amp;Conflict</source>
        <translation>&amp;Bentrokan</translation>
    </message>
    <message>
        <source>Where two values of one field stand against each other, the agency is asked for a new version or for words. The conflict waits until then.</source>
        <translation>Bila dua nilai satu kolom berlawanan, instansi diminta membuat versi baru atau menjelaskan. Bentrokan tetap menunggu sampai saat itu.</translation>
    </message>
    <message>
        <source>Ask about a conflict</source>
        <translation>Tanyakan bentrokan</translation>
    </message>
    <message>
        <source>Re&amp;ason</source>
        <translation>&amp;Alasan</translation>
    </message>
    <message>
        <source>Wished &amp;value</source>
        <translation>&amp;Nilai yang diminta</translation>
    </message>
    <message>
        <source>&amp;Field</source>
        <translation>&amp;Kolom</translation>
    </message>
    <message>
        <source>&amp;Record</source>
        <translation>&amp;Catatan</translation>
    </message>
    <message>
        <source>&amp;Kind of record</source>
        <translation>&amp;Jenis catatan</translation>
    </message>
    <message>
        <source>Arrived &amp;period</source>
        <translation>&amp;Periode yang diterima</translation>
    </message>
    <message>
        <source>The agency sees what you ask, puts it right or answers in words. Leave the wished value empty to ask for an explanation.</source>
        <translation>Instansi melihat yang diminta, memperbaikinya, atau menjawab dengan kata-kata. Kosongkan nilai yang diminta untuk meminta penjelasan.</translation>
    </message>
    <message>
        <source>Propose a correction</source>
        <translation>Usulkan koreksi</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Batal</translation>
    </message>
    <message>
        <source>Organisation level</source>
        <translation>Capaian organisasi</translation>
    </message>
    <message>
        <source>Evaluation</source>
        <translation>Evaluasi</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Pegawai</translation>
    </message>
    <message>
        <source>Which rule pack?</source>
        <translation>Paket aturan yang mana?</translation>
    </message>
    <message>
        <source>No reference data waits. It comes with the next return of the region.</source>
        <translation>Tidak ada data rujukan yang menunggu. Data datang bersama balasan wilayah berikutnya.</translation>
    </message>
</context>
<context>
    <name>CorrectionsTab</name>
    <message>
        <source>Nothing new: the same return was written again: %1</source>
        <translation>Tidak ada yang baru: balasan yang sama ditulis lagi: %1</translation>
    </message>
    <message>
        <source>⚠ Reference data of the region waits to be taken.</source>
        <translation>⚠ Data rujukan wilayah menunggu diambil.</translation>
    </message>
    <message>
        <source>Where is the memory stick for %1?</source>
        <translation>Di mana flashdisk untuk %1?</translation>
    </message>
    <message>
        <source>&amp;Answer</source>
        <translation>&amp;Jawaban</translation>
    </message>
    <message>
        <source>Answer in words</source>
        <translation>Jawab dengan kata-kata</translation>
    </message>
    <message>
        <source>&amp;Words for the region (may stay empty)</source>
        <translation>&amp;Keterangan untuk wilayah (boleh kosong)</translation>
    </message>
    <message>
        <source>Put it right</source>
        <translation>Perbaiki</translation>
    </message>
    <message>
        <source>Nothing was asked yet. Propose a correction of a record that arrived.</source>
        <translation>Belum ada yang diminta. Usulkan koreksi atas catatan yang sudah diterima.</translation>
    </message>
    <message>
        <source>%1 corrections wait here. Answers go up with the next package.</source>
        <translation>%1 koreksi menunggu di sini. Jawaban naik bersama kiriman berikutnya.</translation>
    </message>
    <message>
        <source>%1 corrections wait for an answer. They leave with the next return.</source>
        <translation>%1 koreksi menunggu jawaban. Koreksi berangkat dengan balasan berikutnya.</translation>
    </message>
    <message>
        <source>%1: a new version of the evaluation is opened; the signed one stays. Reason: %5</source>
        <translation>%1: versi baru evaluasi dibuka; yang sudah ditandatangani tetap. Alasan: %5</translation>
    </message>
    <message>
        <source>Return written: %1</source>
        <translation>Balasan ditulis: %1</translation>
    </message>
    <message>
        <source>Put it right…</source>
        <translation>Perbaiki…</translation>
    </message>
    <message>
        <source>Answer in words…</source>
        <translation>Jawab dengan kata-kata…</translation>
    </message>
    <message>
        <source>Open the record</source>
        <translation>Buka catatannya</translation>
    </message>
    <message>
        <source>Receipt on paper…</source>
        <translation>Tanda terima kertas…</translation>
    </message>
    <message>
        <source>Propose a correction…</source>
        <translation>Usulkan koreksi…</translation>
    </message>
    <message>
        <source>Make a return…</source>
        <translation>Buat balasan…</translation>
    </message>
    <message>
        <source>Ask about a conflict…</source>
        <translation>Tanyakan bentrokan…</translation>
    </message>
    <message>
        <source>Reference data…</source>
        <translation>Data rujukan…</translation>
    </message>
    <message>
        <source>Corrections</source>
        <translation>Koreksi</translation>
    </message>
    <message>
        <source>The region has asked for nothing. Corrections come with its returns.</source>
        <translation>Wilayah belum meminta apa-apa. Koreksi datang bersama balasannya.</translation>
    </message>
    <message>
        <source>%1, %2. Reason of the region: %3. Nothing is changed.</source>
        <translation>%1, %2. Alasan wilayah: %3. Tidak ada yang diubah.</translation>
    </message>
    <message>
        <source>%1, %2: from “%3” to “%4”. Reason of the region: %5</source>
        <translation>%1, %2: dari “%3” menjadi “%4”. Alasan wilayah: %5</translation>
    </message>
</context>
<context>
    <name>ApprovalsTab</name>
    <message>
        <source>&amp;Reason</source>
        <translation>&amp;Alasan</translation>
    </message>
    <message>
        <source>Work on all the same</source>
        <translation>Tetap kerjakan</translation>
    </message>
    <message>
        <source>In a locked period work asks for a reason first; the region reads it with the next package, and every later change is counted.</source>
        <translation>Pada periode terkunci, pekerjaan meminta alasan lebih dahulu; wilayah membacanya bersama kiriman berikutnya, dan setiap perubahan sesudahnya dihitung.</translation>
    </message>
    <message>
        <source>Complete is not approved. A lock leaves with the next return; it cannot hold anybody's hand, but every later change is counted here.</source>
        <translation>Lengkap belum berarti disetujui. Kunci berangkat dengan balasan berikutnya; kunci tidak menahan tangan siapa pun, tetapi setiap perubahan sesudahnya dihitung di sini.</translation>
    </message>
    <message>
        <source>Nothing has arrived yet. Receive the packages of the agencies first.</source>
        <translation>Belum ada yang diterima. Terima kiriman instansi lebih dahulu.</translation>
    </message>
    <message>
        <source>Work on all the same…</source>
        <translation>Tetap kerjakan…</translation>
    </message>
    <message>
        <source>Open again…</source>
        <translation>Buka kembali…</translation>
    </message>
    <message>
        <source>Lock…</source>
        <translation>Kunci…</translation>
    </message>
    <message>
        <source>Approve…</source>
        <translation>Setujui…</translation>
    </message>
    <message>
        <source>Complete…</source>
        <translation>Lengkap…</translation>
    </message>
    <message>
        <source>Approvals</source>
        <translation>Persetujuan</translation>
    </message>
    <message>
        <source>The region has said nothing of any period. Its word comes with a return.</source>
        <translation>Wilayah belum menyatakan apa-apa tentang periode mana pun. Katanya datang bersama balasan.</translation>
    </message>
    <message>
        <source>%1 was locked by %2. Write down why work goes on; the region will read it.</source>
        <translation>%1 dikunci oleh %2. Tulis mengapa pekerjaan diteruskan; wilayah akan membacanya.</translation>
    </message>
    <message>
        <source>%1, %2: the period opens again; the agency reads the reason.</source>
        <translation>%1, %2: periode dibuka kembali; instansi membaca alasannya.</translation>
    </message>
    <message>
        <source>%1, %2: work there will ask for a reason first.</source>
        <translation>%1, %2: pekerjaan di sana akan meminta alasan lebih dahulu.</translation>
    </message>
    <message>
        <source>%1, %2: what has arrived is approved; changes are counted.</source>
        <translation>%1, %2: yang sudah diterima disetujui; perubahan sesudahnya dihitung.</translation>
    </message>
    <message>
        <source>%1, %2: people with a closed evaluation here: %3 of %4. Where some are missing, write why.</source>
        <translation>%1, %2: %3 dari %4 orang punya evaluasi tertutup di sini. Bila ada yang kurang, tulis mengapa.</translation>
    </message>
</context>
<context>
    <name>ApprovalNote</name>
    <message>
        <source>Reason: %1</source>
        <translation>Alasan: %1</translation>
    </message>
    <message>
        <source>Work goes on: %1</source>
        <translation>Diteruskan: %1</translation>
    </message>
    <message>
        <source>Work here asks for a reason first: Send and receive, Approvals, Work on all the same.</source>
        <translation>Pekerjaan di sini meminta alasan dahulu: Kirim &amp; terima, Persetujuan, Tetap kerjakan.</translation>
    </message>
    <message>
        <source>Changed since: %1.</source>
        <translation>Berubah sejak itu: %1.</translation>
    </message>
    <message>
        <source>Regional office: %1 (%2, %3).</source>
        <translation>Wilayah: %1 (%2, %3).</translation>
    </message>
</context>
<context>
    <name>CameBack</name>
    <message>
        <source>none came with it</source>
        <translation>tidak ikut</translation>
    </message>
    <message>
        <source>the first one waits: compare its groups with the official circular</source>
        <translation>yang pertama menunggu: bandingkan kelompoknya dengan surat edaran</translation>
    </message>
    <message>
        <source>Compare the groups…</source>
        <translation>Bandingkan kelompok…</translation>
    </message>
    <message>
        <source>Reference data…</source>
        <translation>Data rujukan…</translation>
    </message>
    <message>
        <source>Corrections…</source>
        <translation>Koreksi…</translation>
    </message>
    <message>
        <source>Approvals</source>
        <translation>Persetujuan</translation>
    </message>
    <message>
        <source>locked: %1; work there asks for a reason first</source>
        <translation>terkunci: %1; pekerjaan di sana meminta alasan lebih dahulu</translation>
    </message>
    <message>
        <source>%1 new words on periods</source>
        <translation>%1 kata baru tentang periode</translation>
    </message>
    <message>
        <source>Trust list</source>
        <translation>Daftar kunci</translation>
    </message>
    <message>
        <source>waits to be looked at and taken</source>
        <translation>menunggu dilihat dan diambil</translation>
    </message>
    <message>
        <source>Reference data</source>
        <translation>Data rujukan</translation>
    </message>
    <message>
        <source>Corrections</source>
        <translation>Koreksi</translation>
    </message>
    <message>
        <source>%1 new ones wait on the tab Corrections</source>
        <translation>%1 yang baru menunggu di tab Koreksi</translation>
    </message>
    <message>
        <source>none: this return answers no package</source>
        <translation>tidak ada: balasan ini tidak menjawab paket</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>Tanda terima</translation>
    </message>
    <message>
        <source>nothing new</source>
        <translation>tidak ada yang baru</translation>
    </message>
</context>
</TS>
