<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="id" sourcelanguage="en">
<context>
    <name>Journal</name>
    <message>
        <source>Task given</source>
        <translation>Tugas diberikan</translation>
    </message>
    <message>
        <source>Problem solved</source>
        <translation>Masalah dinyatakan selesai</translation>
    </message>
    <message>
        <source>Task opened again</source>
        <translation>Tugas dibuka kembali</translation>
    </message>
    <message>
        <source>Problem opened again</source>
        <translation>Masalah dibuka kembali</translation>
    </message>
    <message>
        <source>Problem opened</source>
        <translation>Masalah dibuka</translation>
    </message>
    <message>
        <source>Team member taken out</source>
        <translation>Anggota tim dikeluarkan</translation>
    </message>
    <message>
        <source>Lead of a team named</source>
        <translation>Ketua tim ditunjuk</translation>
    </message>
    <message>
        <source>Team member entered</source>
        <translation>Anggota tim dicatat</translation>
    </message>
    <message>
        <source>Task done</source>
        <translation>Tugas selesai</translation>
    </message>
    <message>
        <source>Problem dropped</source>
        <translation>Masalah dihentikan</translation>
    </message>
    <message>
        <source>Problem closed</source>
        <translation>Masalah ditutup</translation>
    </message>
    <message>
        <source>Department called in</source>
        <translation>Unit dipanggil</translation>
    </message>
    <message>
        <source>Problem amended</source>
        <translation>Masalah diperbaiki</translation>
    </message>
    <message>
        <source>Answer of a department noted</source>
        <translation>Jawaban unit dicatat</translation>
    </message>
</context>
<context>
    <name>Rooms</name>
    <message>
        <source>Teams</source>
        <translation>Tim</translation>
    </message>
</context>
<context>
    <name>TeamsTabs</name>
    <message>
        <source>List</source>
        <translation>Daftar</translation>
    </message>
    <message>
        <source>Response times</source>
        <translation>Kecepatan menjawab</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Masalah</translation>
    </message>
</context>
<context>
    <name>PersonField</name>
    <message>
        <source>Name or NIP</source>
        <translation>Nama atau NIP</translation>
    </message>
</context>
<context>
    <name>ProblemBoard</name>
    <message>
        <source>Over</source>
        <translation>Berakhir</translation>
    </message>
    <message>
        <source>%1 tasks late</source>
        <translation>%1 tugas terlambat</translation>
    </message>
    <message>
        <source>%1 units have not answered</source>
        <translation>%1 unit belum menjawab</translation>
    </message>
    <message>
        <source>in time, %1 working days left</source>
        <translation>tepat waktu, sisa %1 hari kerja</translation>
    </message>
    <message>
        <source>%1 working days too late</source>
        <translation>terlambat %1 hari kerja</translation>
    </message>
    <message>
        <source>Lead: %1</source>
        <translation>Ketua: %1</translation>
    </message>
</context>
<context>
    <name>TeamsDialogs</name>
    <message>
        <source>Opene&amp;d on</source>
        <translation>&amp;Dibuka pada</translation>
    </message>
    <message>
        <source>&amp;Until</source>
        <translation>&amp;Sampai</translation>
    </message>
    <message>
        <source>B&amp;y</source>
        <translation>&amp;Oleh</translation>
    </message>
    <message>
        <source>&amp;Task</source>
        <translation>&amp;Tugas</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>Tugas</translation>
    </message>
    <message>
        <source>Letter of</source>
        <translation>Tanggal surat</translation>
    </message>
    <message>
        <source>may follow later</source>
        <translation>boleh menyusul</translation>
    </message>
    <message>
        <source>Letter &amp;number</source>
        <translation>&amp;Nomor surat</translation>
    </message>
    <message>
        <source>&amp;Lead</source>
        <translation>&amp;Ketua</translation>
    </message>
    <message>
        <source>Lead of the team</source>
        <translation>Ketua tim</translation>
    </message>
    <message>
        <source>Day of the consent</source>
        <translation>Tanggal persetujuan</translation>
    </message>
    <message>
        <source>The &amp;rater agreed on</source>
        <translation>&amp;Pejabat Penilai menyetujui pada</translation>
    </message>
    <message>
        <source>Came by</source>
        <translation>Masuk karena</translation>
    </message>
    <message>
        <source>the result expected, not the activity</source>
        <translation>hasil yang diharapkan, bukan kegiatannya</translation>
    </message>
    <message>
        <source>&amp;Contribution</source>
        <translation>&amp;Kontribusi</translation>
    </message>
    <message>
        <source>&amp;Person</source>
        <translation>&amp;Pegawai</translation>
    </message>
    <message>
        <source>Member of the team</source>
        <translation>Anggota tim</translation>
    </message>
    <message>
        <source>a refusal needs its reason</source>
        <translation>penolakan harus beralasan</translation>
    </message>
    <message>
        <source>&amp;In its words</source>
        <translation>&amp;Isi jawaban</translation>
    </message>
    <message>
        <source>&amp;Day</source>
        <translation>&amp;Tanggal</translation>
    </message>
    <message>
        <source>&amp;Answer</source>
        <translation>&amp;Jawaban</translation>
    </message>
    <message>
        <source>Answer of %1</source>
        <translation>Jawaban %1</translation>
    </message>
    <message>
        <source>what is expected of this unit</source>
        <translation>apa yang diharapkan dari unit ini</translation>
    </message>
    <message>
        <source>&amp;Why</source>
        <translation>&amp;Alasan</translation>
    </message>
    <message>
        <source>Call a unit in</source>
        <translation>Panggil unit</translation>
    </message>
    <message>
        <source>&amp;More about it</source>
        <translation>&amp;Keterangan</translation>
    </message>
    <message>
        <source>To be solved &amp;by</source>
        <translation>Harus selesai &amp;pada</translation>
    </message>
    <message>
        <source>&amp;Unit</source>
        <translation>&amp;Unit</translation>
    </message>
    <message>
        <source>&amp;Host unit</source>
        <translation>&amp;Unit tempat kerja</translation>
    </message>
    <message>
        <source>&amp;Kind</source>
        <translation>&amp;Jenis</translation>
    </message>
    <message>
        <source>in one sentence: what has to be solved</source>
        <translation>dalam satu kalimat: apa yang harus diselesaikan</translation>
    </message>
    <message>
        <source>&amp;Problem</source>
        <translation>&amp;Masalah</translation>
    </message>
    <message>
        <source>Open a problem</source>
        <translation>Buka masalah</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Batal</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Simpan</translation>
    </message>
</context>
<context>
    <name>TeamsTables</name>
    <message>
        <source>Late tasks</source>
        <translation>Tugas terlambat</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Jenis</translation>
    </message>
    <message>
        <source>Days left</source>
        <translation>Sisa hari</translation>
    </message>
    <message>
        <source>Lead</source>
        <translation>Ketua</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>Masalah</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Nomor</translation>
    </message>
    <message>
        <source>To solve</source>
        <translation>Sampai selesai</translation>
    </message>
    <message>
        <source>before</source>
        <translation>sebelumnya</translation>
    </message>
    <message>
        <source>First response</source>
        <translation>Jawaban pertama</translation>
    </message>
    <message>
        <source>Owes an answer</source>
        <translation>Belum menjawab</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>Terlambat</translation>
    </message>
    <message>
        <source>Solved</source>
        <translation>Selesai</translation>
    </message>
    <message>
        <source>Opened</source>
        <translation>Dibuka</translation>
    </message>
    <message>
        <source>no answer yet</source>
        <translation>belum menjawab</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Isi</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Jawaban</translation>
    </message>
    <message>
        <source>Called</source>
        <translation>Dipanggil</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>late</source>
        <translation>terlambat</translation>
    </message>
    <message>
        <source>✓ done %1</source>
        <translation>✓ selesai %1</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Keadaan</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Sampai</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Oleh</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>Tugas</translation>
    </message>
    <message>
        <source>missing (R-41)</source>
        <translation>belum ada (R-41)</translation>
    </message>
    <message>
        <source>own unit</source>
        <translation>unit sendiri</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>Tugas</translation>
    </message>
    <message>
        <source>Rater's consent</source>
        <translation>Persetujuan penilai</translation>
    </message>
    <message>
        <source>Contribution</source>
        <translation>Kontribusi</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Dari unit</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nama</translation>
    </message>
</context>
<context>
    <name>ProblemPane</name>
    <message>
        <source>No unit is called in yet: Ctrl+L.</source>
        <translation>Belum ada unit yang dipanggil: Ctrl+L.</translation>
    </message>
    <message>
        <source>No task is given yet: Ctrl+T.</source>
        <translation>Belum ada tugas: Ctrl+T.</translation>
    </message>
    <message>
        <source>Nobody is in the team yet: Ctrl+M.</source>
        <translation>Belum ada anggota tim: Ctrl+M.</translation>
    </message>
    <message>
        <source>Dropped: %1</source>
        <translation>Dihentikan: %1</translation>
    </message>
    <message>
        <source>Letter %1</source>
        <translation>Surat %1</translation>
    </message>
    <message>
        <source>The team works at %1</source>
        <translation>Tim bekerja di %1</translation>
    </message>
    <message>
        <source>Solved %1: %2</source>
        <translation>Selesai %1: %2</translation>
    </message>
    <message>
        <source>Opened %1, to be solved by %2 (%3)</source>
        <translation>Dibuka %1, harus selesai %2 (%3)</translation>
    </message>
    <message>
        <source>Calls</source>
        <translation>Panggilan</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>Tim</translation>
    </message>
    <message>
        <source>A problem is a complaint, a target at risk or a project that needs people of several units. Open one with Ctrl+N, call other units in, and see who owes what.</source>
        <translation>Masalah ialah keluhan, target yang terancam, atau proyek yang memerlukan orang dari beberapa unit. Buka dengan Ctrl+N, panggil unit lain, lalu lihat siapa yang masih berutang jawaban atau tugas.</translation>
    </message>
    <message>
        <source>No problem chosen</source>
        <translation>Belum ada masalah yang dipilih</translation>
    </message>
    <message>
        <source>The day of its solution is taken out; what was done stays.</source>
        <translation>Tanggal selesainya dihapus; yang sudah dikerjakan tetap ada.</translation>
    </message>
    <message>
        <source>Open %1 again?</source>
        <translation>Buka kembali %1?</translation>
    </message>
    <message>
        <source>&amp;Why</source>
        <translation>&amp;Alasan</translation>
    </message>
    <message>
        <source>Drop the problem</source>
        <translation>Hentikan masalah</translation>
    </message>
    <message>
        <source>&amp;How</source>
        <translation>&amp;Bagaimana</translation>
    </message>
    <message>
        <source>The problem is solved</source>
        <translation>Masalah selesai</translation>
    </message>
    <message>
        <source>What came of &amp;it</source>
        <translation>&amp;Hasilnya</translation>
    </message>
    <message>
        <source>Task done</source>
        <translation>Tugas selesai</translation>
    </message>
    <message>
        <source>Units called in</source>
        <translation>Unit yang dipanggil</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>Tugas</translation>
    </message>
    <message>
        <source>Members of the team</source>
        <translation>Anggota tim</translation>
    </message>
    <message>
        <source>Team, tasks and calls of the problem</source>
        <translation>Tim, tugas, dan panggilan</translation>
    </message>
    <message>
        <source>&amp;More</source>
        <translation>&amp;Lainnya</translation>
    </message>
    <message>
        <source>Drop the problem…</source>
        <translation>Hentikan masalah…</translation>
    </message>
    <message>
        <source>Open again</source>
        <translation>Buka kembali</translation>
    </message>
    <message>
        <source>Close: the unit agrees</source>
        <translation>Tutup: unit setuju</translation>
    </message>
    <message>
        <source>The problem is solved…</source>
        <translation>Masalah selesai…</translation>
    </message>
    <message>
        <source>Change problem and due day…</source>
        <translation>Ubah masalah dan batas waktu…</translation>
    </message>
    <message>
        <source>Take the member out of the team</source>
        <translation>Keluarkan anggota dari tim</translation>
    </message>
    <message>
        <source>Task done, or not after all</source>
        <translation>Tugas selesai, atau belum</translation>
    </message>
    <message>
        <source>Give a task…</source>
        <translation>Beri tugas…</translation>
    </message>
    <message>
        <source>Name the lead…</source>
        <translation>Tunjuk ketua…</translation>
    </message>
    <message>
        <source>Put somebody into the team…</source>
        <translation>Masukkan anggota tim…</translation>
    </message>
    <message>
        <source>Note a unit's answer…</source>
        <translation>Catat jawaban unit…</translation>
    </message>
    <message>
        <source>Call a unit in…</source>
        <translation>Panggil unit…</translation>
    </message>
</context>
<context>
    <name>TeamsPage</name>
    <message>
        <source>%1 running, %2 of them late · %3 answers owed · %4 solved, to be closed</source>
        <translation>%1 berjalan, %2 di antaranya terlambat · %3 jawaban belum masuk · %4 selesai, tinggal ditutup</translation>
    </message>
    <message>
        <source>Also what is o&amp;ver</source>
        <translation>Juga yang &amp;berakhir</translation>
    </message>
    <message>
        <source>Search number, title, unit or lead</source>
        <translation>Cari nomor, judul, unit, atau ketua</translation>
    </message>
    <message>
        <source>Search problems</source>
        <translation>Cari masalah</translation>
    </message>
    <message>
        <source>Open a problem</source>
        <translation>Buka masalah</translation>
    </message>
    <message>
        <source>&amp;Open a problem…</source>
        <translation>&amp;Buka masalah…</translation>
    </message>
    <message>
        <source>Problems and teams</source>
        <translation>Masalah dan tim</translation>
    </message>
    <message>
        <source>Nothing was different.</source>
        <translation>Tidak ada yang berbeda.</translation>
    </message>
</context>
<context>
    <name>ResponseTab</name>
    <message>
        <source>No problem was opened in this period. Open one on the board with Ctrl+N.</source>
        <translation>Belum ada masalah dibuka pada periode ini. Buka di papan dengan Ctrl+N.</translation>
    </message>
    <message>
        <source>Medians in working days for the period in the head, beside the span of the same length before it. Enter on a unit shows its problems.</source>
        <translation>Median dalam hari kerja untuk periode di atas, di samping kurun sama panjang sebelumnya. Enter pada unit menampilkan masalahnya.</translation>
    </message>
    <message>
        <source>How quickly units answer and solve</source>
        <translation>Seberapa cepat unit menjawab dan menyelesaikan</translation>
    </message>
</context>
<context>
    <name>ProblemList</name>
    <message>
        <source>No problem in this period. Open one on the board with Ctrl+N.</source>
        <translation>Tidak ada masalah pada periode ini. Buka satu di papan dengan Ctrl+N.</translation>
    </message>
    <message>
        <source>%1 problems, %2 running, %3 of them late</source>
        <translation>%1 masalah, %2 berjalan, %3 di antaranya terlambat</translation>
    </message>
    <message>
        <source>All problems</source>
        <translation>Semua masalah</translation>
    </message>
</context>
</TS>
