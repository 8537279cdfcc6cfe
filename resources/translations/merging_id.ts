<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="id" sourcelanguage="en">
<context>
    <name>Journal</name>
    <message>
        <source>Holder of a person named</source>
        <translation>Pemegang pegawai ditetapkan</translation>
    </message>
    <message>
        <source>Conflict decided</source>
        <translation>Bentrok diputuskan</translation>
    </message>
</context>
<context>
    <name>MergingWords</name>
    <message>
        <source>removed on</source>
        <translation>dihapus pada</translation>
    </message>
    <message>
        <source>record</source>
        <translation>catatan</translation>
    </message>
    <message>
        <source>kind of record</source>
        <translation>jenis catatan</translation>
    </message>
    <message>
        <source>rank</source>
        <translation>pangkat</translation>
    </message>
    <message>
        <source>party</source>
        <translation>pihak</translation>
    </message>
    <message>
        <source>rule pack</source>
        <translation>paket aturan</translation>
    </message>
    <message>
        <source>facts</source>
        <translation>fakta</translation>
    </message>
    <message>
        <source>code</source>
        <translation>kode</translation>
    </message>
    <message>
        <source>circumstances</source>
        <translation>keadaan khusus</translation>
    </message>
    <message>
        <source>digest</source>
        <translation>sidik isi</translation>
    </message>
    <message>
        <source>suggested rating</source>
        <translation>usulan penilaian</translation>
    </message>
    <message>
        <source>level of the organisation</source>
        <translation>capaian organisasi</translation>
    </message>
    <message>
        <source>evaluation</source>
        <translation>evaluasi</translation>
    </message>
    <message>
        <source>published on</source>
        <translation>terbit pada</translation>
    </message>
    <message>
        <source>source</source>
        <translation>sumber</translation>
    </message>
    <message>
        <source>why it was set by hand</source>
        <translation>alasan ditetapkan sendiri</translation>
    </message>
    <message>
        <source>class set by hand</source>
        <translation>kelas ditetapkan sendiri</translation>
    </message>
    <message>
        <source>period</source>
        <translation>periode</translation>
    </message>
    <message>
        <source>section</source>
        <translation>bagian</translation>
    </message>
    <message>
        <source>indicator manual</source>
        <translation>manual indikator</translation>
    </message>
    <message>
        <source>exemption</source>
        <translation>pengecualian</translation>
    </message>
    <message>
        <source>direction</source>
        <translation>arah</translation>
    </message>
    <message>
        <source>perspective</source>
        <translation>perspektif</translation>
    </message>
    <message>
        <source>aspect</source>
        <translation>aspek</translation>
    </message>
    <message>
        <source>indicator</source>
        <translation>indikator</translation>
    </message>
    <message>
        <source>indicator of the superior</source>
        <translation>indikator atasan</translation>
    </message>
    <message>
        <source>level of control</source>
        <translation>tingkat kendali</translation>
    </message>
    <message>
        <source>assigned by</source>
        <translation>ditugaskan oleh</translation>
    </message>
    <message>
        <source>work result of the superior</source>
        <translation>hasil kerja atasan</translation>
    </message>
    <message>
        <source>kind</source>
        <translation>jenis</translation>
    </message>
    <message>
        <source>work result</source>
        <translation>hasil kerja</translation>
    </message>
    <message>
        <source>signed by the rater on</source>
        <translation>ditandatangani penilai pada</translation>
    </message>
    <message>
        <source>signed by the ratee on</source>
        <translation>ditandatangani pegawai pada</translation>
    </message>
    <message>
        <source>blocks of work</source>
        <translation>blok kerja</translation>
    </message>
    <message>
        <source>study assignment</source>
        <translation>tugas belajar</translation>
    </message>
    <message>
        <source>needs indicator manuals</source>
        <translation>perlu manual indikator</translation>
    </message>
    <message>
        <source>contract</source>
        <translation>kontrak</translation>
    </message>
    <message>
        <source>occasion of the plan</source>
        <translation>sebab rencana</translation>
    </message>
    <message>
        <source>until</source>
        <translation>sampai</translation>
    </message>
    <message>
        <source>from</source>
        <translation>mulai</translation>
    </message>
    <message>
        <source>class of the post</source>
        <translation>golongan jabatan</translation>
    </message>
    <message>
        <source>approach</source>
        <translation>pendekatan</translation>
    </message>
    <message>
        <source>year</source>
        <translation>tahun</translation>
    </message>
    <message>
        <source>plan</source>
        <translation>rencana (SKP)</translation>
    </message>
    <message>
        <source>what is missing</source>
        <translation>yang kurang</translation>
    </message>
    <message>
        <source>rests on</source>
        <translation>dasar</translation>
    </message>
    <message>
        <source>unit that is led</source>
        <translation>unit yang dipimpin</translation>
    </message>
    <message>
        <source>rater's superior</source>
        <translation>atasan pejabat penilai</translation>
    </message>
    <message>
        <source>person</source>
        <translation>pegawai</translation>
    </message>
    <message>
        <source>place in the list</source>
        <translation>urutan</translation>
    </message>
    <message>
        <source>autonomous work unit</source>
        <translation>unit kerja mandiri</translation>
    </message>
    <message>
        <source>acting head in the source system</source>
        <translation>pelaksana tugas di aplikasi asal</translation>
    </message>
    <message>
        <source>head in the source system</source>
        <translation>pimpinan di aplikasi asal</translation>
    </message>
    <message>
        <source>head of the unit</source>
        <translation>pimpinan unit</translation>
    </message>
    <message>
        <source>post of the head</source>
        <translation>jabatan pimpinan</translation>
    </message>
    <message>
        <source>number in the source system</source>
        <translation>nomor di aplikasi asal</translation>
    </message>
    <message>
        <source>keyed in here</source>
        <translation>diisi di sini</translation>
    </message>
    <message>
        <source>no</source>
        <translation>tidak</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ya</translation>
    </message>
    <message>
        <source>(empty)</source>
        <translation>(kosong)</translation>
    </message>
    <message>
        <source>is removed</source>
        <translation>dihapus</translation>
    </message>
    <message>
        <source>stays</source>
        <translation>tetap ada</translation>
    </message>
    <message>
        <source>number</source>
        <translation>nomor</translation>
    </message>
    <message>
        <source>fixed on</source>
        <translation>ditetapkan pada</translation>
    </message>
    <message>
        <source>closed on</source>
        <translation>ditutup pada</translation>
    </message>
    <message>
        <source>unit of the target</source>
        <translation>satuan target</translation>
    </message>
    <message>
        <source>target to</source>
        <translation>target sampai</translation>
    </message>
    <message>
        <source>target from</source>
        <translation>target dari</translation>
    </message>
    <message>
        <source>target</source>
        <translation>target</translation>
    </message>
    <message>
        <source>predicate</source>
        <translation>predikat</translation>
    </message>
    <message>
        <source>rating of behaviour</source>
        <translation>rating perilaku</translation>
    </message>
    <message>
        <source>rating of results</source>
        <translation>rating hasil kerja</translation>
    </message>
    <message>
        <source>level</source>
        <translation>capaian</translation>
    </message>
    <message>
        <source>version</source>
        <translation>versi</translation>
    </message>
    <message>
        <source>state</source>
        <translation>keadaan</translation>
    </message>
    <message>
        <source>reason</source>
        <translation>alasan</translation>
    </message>
    <message>
        <source>recommendation</source>
        <translation>rekomendasi</translation>
    </message>
    <message>
        <source>feedback</source>
        <translation>umpan balik</translation>
    </message>
    <message>
        <source>value</source>
        <translation>nilai</translation>
    </message>
    <message>
        <source>text</source>
        <translation>teks</translation>
    </message>
    <message>
        <source>rater</source>
        <translation>penilai</translation>
    </message>
    <message>
        <source>unit above</source>
        <translation>unit atasan</translation>
    </message>
    <message>
        <source>unit</source>
        <translation>unit</translation>
    </message>
    <message>
        <source>education</source>
        <translation>pendidikan</translation>
    </message>
    <message>
        <source>echelon</source>
        <translation>eselon</translation>
    </message>
    <message>
        <source>post since</source>
        <translation>TMT jabatan</translation>
    </message>
    <message>
        <source>post</source>
        <translation>jabatan</translation>
    </message>
    <message>
        <source>kind of post</source>
        <translation>jenis jabatan</translation>
    </message>
    <message>
        <source>grade since</source>
        <translation>TMT golongan</translation>
    </message>
    <message>
        <source>grade</source>
        <translation>golongan</translation>
    </message>
    <message>
        <source>status</source>
        <translation>kedudukan hukum</translation>
    </message>
    <message>
        <source>kind of employment</source>
        <translation>jenis pegawai</translation>
    </message>
    <message>
        <source>date of birth</source>
        <translation>tanggal lahir</translation>
    </message>
    <message>
        <source>sex</source>
        <translation>jenis kelamin</translation>
    </message>
    <message>
        <source>title after the name</source>
        <translation>gelar belakang</translation>
    </message>
    <message>
        <source>title before the name</source>
        <translation>gelar depan</translation>
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
        <source>the whole record</source>
        <translation>seluruh catatan</translation>
    </message>
</context>
<context>
    <name>ReasonDialog</name>
    <message>
        <source>Cancel</source>
        <translation>Batal</translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation>&amp;Alasan</translation>
    </message>
    <message>
        <source>one sentence; it stands in the journal</source>
        <translation>satu kalimat; tercatat dalam jurnal</translation>
    </message>
</context>
<context>
    <name>ArrivalDialog</name>
    <message>
        <source>What is in conflict keeps the value here and waits on the Conflicts tab.</source>
        <translation>Yang bentrok: nilai di sini tetap dan menunggu di tab Bentrok.</translation>
    </message>
    <message>
        <source>signed by a key that is trusted here</source>
        <translation>disegel dengan kunci yang dipercaya di sini</translation>
    </message>
    <message>
        <source>Signature</source>
        <translation>Segel</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Dari</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Berkas</translation>
    </message>
    <message>
        <source>Receive</source>
        <translation>Terima</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Biarkan</translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation>&amp;Alasan</translation>
    </message>
    <message>
        <source>&amp;Second person</source>
        <translation>Orang &amp;kedua</translation>
    </message>
    <message>
        <source>Records of people are missing or removed. Ask the agency first.</source>
        <translation>Ada catatan pegawai yang hilang atau dihapus. Tanyakan dulu ke instansinya.</translation>
    </message>
    <message>
        <source>%1 records are removed by this file.</source>
        <translation>%1 catatan dihapus oleh berkas ini.</translation>
    </message>
    <message>
        <source>%1 records were changed here and there and are put together.</source>
        <translation>%1 catatan diubah di sini dan di sana, lalu digabung.</translation>
    </message>
    <message>
        <source>This file is older than one already received: newer words stay.</source>
        <translation>Berkas ini lebih lama dari yang sudah diterima: yang lebih baru tetap berlaku.</translation>
    </message>
    <message>
        <source>Earlier files never came: no. %1.</source>
        <translation>Berkas sebelumnya tidak pernah sampai: no. %1.</translation>
    </message>
    <message>
        <source>Two different files claim this number: nothing is taken, call the sender.</source>
        <translation>Dua berkas berbeda memakai nomor ini: tidak ada yang diambil, telepon pengirimnya.</translation>
    </message>
    <message>
        <source>A newer file of this period was received already: this one is only noted.</source>
        <translation>Berkas yang lebih baru untuk periode ini sudah diterima: yang ini hanya dicatat.</translation>
    </message>
    <message>
        <source>This file was received before: nothing changes, the same receipt is given again.</source>
        <translation>Berkas ini sudah pernah diterima: tidak ada yang berubah, tanda terima yang sama diberikan lagi.</translation>
    </message>
    <message>
        <source>I have called: the PC was replaced or restored</source>
        <translation>Sudah saya telepon: PC-nya memang diganti atau dipulihkan</translation>
    </message>
    <message>
        <source>name of the second person, who agrees too</source>
        <translation>nama orang kedua yang ikut menyetujui</translation>
    </message>
    <message>
        <source>what the agency answered when you asked</source>
        <translation>jawaban instansi ketika ditanya</translation>
    </message>
    <message>
        <source>No longer in the file (%1)</source>
        <translation>Tidak ada lagi di berkas (%1)</translation>
    </message>
    <message>
        <source>What it does (%1)</source>
        <translation>Yang terjadi (%1)</translation>
    </message>
    <message>
        <source>No longer in the file</source>
        <translation>Tidak ada lagi di berkas</translation>
    </message>
    <message>
        <source>What the file would do</source>
        <translation>Yang akan dilakukan berkas</translation>
    </message>
    <message>
        <source>%1 · %2 · no. %3</source>
        <translation>%1 · %2 · no. %3</translation>
    </message>
    <message>
        <source>Before receiving</source>
        <translation>Sebelum menerima</translation>
    </message>
    <message>
        <source>Here → in the file</source>
        <translation>Di sini → di berkas</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Apa</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Tentang</translation>
    </message>
    <message>
        <source>Fate</source>
        <translation>Nasib</translation>
    </message>
</context>
<context>
    <name>ConflictsTab</name>
    <message>
        <source>Every conflict is decided. Take the filter out to see them.</source>
        <translation>Semua bentrok sudah diputuskan. Lepas saringannya untuk melihatnya.</translation>
    </message>
    <message>
        <source>No conflicts. They arise when two PCs change the same field.</source>
        <translation>Tidak ada bentrok. Bentrok muncul bila dua PC mengubah isian yang sama.</translation>
    </message>
    <message>
        <source>Decided and noted.</source>
        <translation>Diputuskan dan dicatat.</translation>
    </message>
    <message>
        <source>Decided for %1 by %2, %3: %4</source>
        <translation>Diputuskan untuk %1 oleh %2, %3: %4</translation>
    </message>
    <message>
        <source>Before both: %1</source>
        <translation>Sebelumnya: %1</translation>
    </message>
    <message>
        <source>stands now</source>
        <translation>berlaku sekarang</translation>
    </message>
    <message>
        <source>Decide</source>
        <translation>Putuskan</translation>
    </message>
    <message>
        <source>%1, %2: from now on %3 (%4).</source>
        <translation>%1, %2: mulai sekarang %3 (%4).</translation>
    </message>
    <message>
        <source>Decide for value 1</source>
        <translation>Putuskan nilai 1</translation>
    </message>
    <message>
        <source>Decide for value 2</source>
        <translation>Putuskan nilai 2</translation>
    </message>
    <message>
        <source>Value &amp;1 is right...</source>
        <translation>Nilai &amp;1 yang benar...</translation>
    </message>
    <message>
        <source>Value &amp;2 is right...</source>
        <translation>Nilai &amp;2 yang benar...</translation>
    </message>
    <message>
        <source>Two sides set the same field differently since they last agreed. The value marked as standing holds until you decide; nothing is lost, and the decision stands in the journal.</source>
        <translation>Dua pihak mengisi isian yang sama dengan nilai berbeda. Nilai yang ditandai berlaku tetap dipakai sampai Anda memutuskan; tidak ada yang hilang, dan keputusannya tercatat dalam jurnal.</translation>
    </message>
    <message>
        <source>Conflicts</source>
        <translation>Bentrok</translation>
    </message>
    <message>
        <source>Agency</source>
        <translation>Instansi</translation>
    </message>
    <message>
        <source>Before both</source>
        <translation>Sebelumnya</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Apa</translation>
    </message>
    <message>
        <source>Value 2</source>
        <translation>Nilai 2</translation>
    </message>
    <message>
        <source>Value 1</source>
        <translation>Nilai 1</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Isian</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Tentang</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Keadaan</translation>
    </message>
    <message>
        <source>held here, as sent before</source>
        <translation>yang ada di sini, dari kiriman sebelumnya</translation>
    </message>
</context>
<context>
    <name>CustodyTab</name>
    <message>
        <source>%1 stands in the files of %2. Both keep what they sent; who answers for the year?</source>
        <translation>%1 ada dalam kiriman %2. Keduanya tetap menyimpan kirimannya. Siapa yang bertanggung jawab?</translation>
    </message>
    <message>
        <source>Nobody is held by two agencies in this year.</source>
        <translation>Tahun ini tidak ada pegawai yang dipegang dua instansi.</translation>
    </message>
    <message>
        <source>Only the regional office sees the files of several agencies.</source>
        <translation>Hanya kantor wilayah yang melihat kiriman beberapa instansi.</translation>
    </message>
    <message>
        <source>Decided and noted.</source>
        <translation>Diputuskan dan dicatat.</translation>
    </message>
    <message>
        <source>Decided for %1 by %2, %3: %4</source>
        <translation>Diputuskan untuk %1 oleh %2, %3: %4</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>sejak %1</translation>
    </message>
    <message>
        <source>Name who answers for the chosen person</source>
        <translation>Tetapkan penanggung jawab orang terpilih</translation>
    </message>
    <message>
        <source>Name the agency...</source>
        <translation>Tetapkan instansinya...</translation>
    </message>
    <message>
        <source>Two agencies send the same person in one year. The region names who answers for them, so that nobody counts twice; neither agency loses its record.</source>
        <translation>Dua instansi mengirim orang yang sama dalam satu tahun. Wilayah menetapkan siapa yang bertanggung jawab supaya tidak terhitung dua kali; kedua instansi tetap menyimpan catatannya.</translation>
    </message>
    <message>
        <source>People held twice</source>
        <translation>Pegawai rangkap</translation>
    </message>
    <message>
        <source>&amp;Agency</source>
        <translation>&amp;Instansi</translation>
    </message>
    <message>
        <source>from a day on</source>
        <translation>mulai tanggal</translation>
    </message>
    <message>
        <source>Decide</source>
        <translation>Putuskan</translation>
    </message>
    <message>
        <source>Held twice</source>
        <translation>Pegawai rangkap</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Alasan</translation>
    </message>
    <message>
        <source>Answers for them</source>
        <translation>Penanggung jawab</translation>
    </message>
    <message>
        <source>Held by</source>
        <translation>Dipegang</translation>
    </message>
    <message>
        <source>NIP</source>
        <translation>NIP</translation>
    </message>
    <message>
        <source>Employee</source>
        <translation>Pegawai</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Keadaan</translation>
    </message>
</context>
<context>
    <name>ColumnWords</name>
    <message>
        <source>accumulation</source>
        <translation>penjumlahan</translation>
    </message>
    <message>
        <source>achieved</source>
        <translation>tercapai</translation>
    </message>
    <message>
        <source>action</source>
        <translation>tindakan</translation>
    </message>
    <message>
        <source>who acts</source>
        <translation>pelaksana tindakan</translation>
    </message>
    <message>
        <source>actual</source>
        <translation>realisasi</translation>
    </message>
    <message>
        <source>added at</source>
        <translation>ditambahkan pada</translation>
    </message>
    <message>
        <source>added by</source>
        <translation>ditambahkan oleh</translation>
    </message>
    <message>
        <source>addressed to</source>
        <translation>ditujukan kepada</translation>
    </message>
    <message>
        <source>behaviour after</source>
        <translation>perilaku sesudah</translation>
    </message>
    <message>
        <source>predicate after</source>
        <translation>predikat sesudah</translation>
    </message>
    <message>
        <source>results after</source>
        <translation>hasil sesudah</translation>
    </message>
    <message>
        <source>code of the agency</source>
        <translation>kode instansi</translation>
    </message>
    <message>
        <source>agency</source>
        <translation>instansi</translation>
    </message>
    <message>
        <source>answer</source>
        <translation>jawaban</translation>
    </message>
    <message>
        <source>answered by</source>
        <translation>dijawab oleh</translation>
    </message>
    <message>
        <source>answered on</source>
        <translation>dijawab pada</translation>
    </message>
    <message>
        <source>answers</source>
        <translation>jawaban</translation>
    </message>
    <message>
        <source>asks peers</source>
        <translation>bertanya kepada rekan</translation>
    </message>
    <message>
        <source>values of the aspects</source>
        <translation>nilai aspek</translation>
    </message>
    <message>
        <source>assessment</source>
        <translation>penilaian</translation>
    </message>
    <message>
        <source>assigned by</source>
        <translation>ditugaskan oleh</translation>
    </message>
    <message>
        <source>assignment</source>
        <translation>penugasan</translation>
    </message>
    <message>
        <source>award</source>
        <translation>penghargaan</translation>
    </message>
    <message>
        <source>fingerprint before</source>
        <translation>sidik sebelumnya</translation>
    </message>
    <message>
        <source>behaviour before</source>
        <translation>perilaku sebelum</translation>
    </message>
    <message>
        <source>predicate before</source>
        <translation>predikat sebelum</translation>
    </message>
    <message>
        <source>results before</source>
        <translation>hasil sebelum</translation>
    </message>
    <message>
        <source>behaviour</source>
        <translation>perilaku</translation>
    </message>
    <message>
        <source>score of behaviour</source>
        <translation>nilai perilaku</translation>
    </message>
    <message>
        <source>content</source>
        <translation>isi</translation>
    </message>
    <message>
        <source>box</source>
        <translation>kotak</translation>
    </message>
    <message>
        <source>called on</source>
        <translation>dipanggil pada</translation>
    </message>
    <message>
        <source>cancelled by</source>
        <translation>dibatalkan oleh</translation>
    </message>
    <message>
        <source>cancelled on</source>
        <translation>dibatalkan pada</translation>
    </message>
    <message>
        <source>capacity</source>
        <translation>kedudukan</translation>
    </message>
    <message>
        <source>way of cascading</source>
        <translation>cara cascading</translation>
    </message>
    <message>
        <source>case</source>
        <translation>perkara</translation>
    </message>
    <message>
        <source>category</source>
        <translation>kategori</translation>
    </message>
    <message>
        <source>cause</source>
        <translation>sebab</translation>
    </message>
    <message>
        <source>ceiling</source>
        <translation>pagu</translation>
    </message>
    <message>
        <source>certificate</source>
        <translation>sertifikat</translation>
    </message>
    <message>
        <source>channel</source>
        <translation>saluran</translation>
    </message>
    <message>
        <source>what follows from it</source>
        <translation>turunannya</translation>
    </message>
    <message>
        <source>chosen by</source>
        <translation>dipilih oleh</translation>
    </message>
    <message>
        <source>who was chosen</source>
        <translation>yang dipilih</translation>
    </message>
    <message>
        <source>chosen on</source>
        <translation>dipilih pada</translation>
    </message>
    <message>
        <source>competence</source>
        <translation>kompetensi</translation>
    </message>
    <message>
        <source>consent on</source>
        <translation>persetujuan pada</translation>
    </message>
    <message>
        <source>copy</source>
        <translation>salinan</translation>
    </message>
    <message>
        <source>correction</source>
        <translation>koreksi</translation>
    </message>
    <message>
        <source>criteria</source>
        <translation>kriteria</translation>
    </message>
    <message>
        <source>dated</source>
        <translation>bertanggal</translation>
    </message>
    <message>
        <source>day</source>
        <translation>hari</translation>
    </message>
    <message>
        <source>days</source>
        <translation>jumlah hari</translation>
    </message>
    <message>
        <source>days left</source>
        <translation>sisa hari</translation>
    </message>
    <message>
        <source>decided by</source>
        <translation>diputuskan oleh</translation>
    </message>
    <message>
        <source>decided on</source>
        <translation>diputuskan pada</translation>
    </message>
    <message>
        <source>decision</source>
        <translation>keputusan</translation>
    </message>
    <message>
        <source>derived</source>
        <translation>diturunkan</translation>
    </message>
    <message>
        <source>description</source>
        <translation>keterangan</translation>
    </message>
    <message>
        <source>discipline</source>
        <translation>disiplin</translation>
    </message>
    <message>
        <source>document</source>
        <translation>dokumen</translation>
    </message>
    <message>
        <source>documentation</source>
        <translation>dokumentasi</translation>
    </message>
    <message>
        <source>documented on</source>
        <translation>didokumentasikan pada</translation>
    </message>
    <message>
        <source>done on</source>
        <translation>dilakukan pada</translation>
    </message>
    <message>
        <source>dropped on</source>
        <translation>dibatalkan pada</translation>
    </message>
    <message>
        <source>did not finish</source>
        <translation>tidak selesai</translation>
    </message>
    <message>
        <source>due on</source>
        <translation>tenggat</translation>
    </message>
    <message>
        <source>duty</source>
        <translation>tugas</translation>
    </message>
    <message>
        <source>earlier</source>
        <translation>sebelumnya</translation>
    </message>
    <message>
        <source>entered at</source>
        <translation>diisi pada</translation>
    </message>
    <message>
        <source>entered by</source>
        <translation>diisi oleh</translation>
    </message>
    <message>
        <source>entries</source>
        <translation>entri</translation>
    </message>
    <message>
        <source>entry</source>
        <translation>entri</translation>
    </message>
    <message>
        <source>version of the evaluation</source>
        <translation>versi evaluasi</translation>
    </message>
    <message>
        <source>evidence</source>
        <translation>bukti dukung</translation>
    </message>
    <message>
        <source>fingerprint of the facts</source>
        <translation>sidik fakta</translation>
    </message>
    <message>
        <source>figures</source>
        <translation>angka</translation>
    </message>
    <message>
        <source>fingerprint of the file</source>
        <translation>sidik berkas</translation>
    </message>
    <message>
        <source>file</source>
        <translation>nama berkas</translation>
    </message>
    <message>
        <source>fingerprint</source>
        <translation>sidik</translation>
    </message>
    <message>
        <source>finished on</source>
        <translation>selesai pada</translation>
    </message>
    <message>
        <source>first page</source>
        <translation>halaman pertama</translation>
    </message>
    <message>
        <source>fixed by</source>
        <translation>ditetapkan oleh</translation>
    </message>
    <message>
        <source>follows</source>
        <translation>mengikuti</translation>
    </message>
    <message>
        <source>form</source>
        <translation>formulir</translation>
    </message>
    <message>
        <source>given on</source>
        <translation>diberikan pada</translation>
    </message>
    <message>
        <source>who gives</source>
        <translation>pemberi</translation>
    </message>
    <message>
        <source>name of who gives</source>
        <translation>nama pemberi</translation>
    </message>
    <message>
        <source>role of who gives</source>
        <translation>peran pemberi</translation>
    </message>
    <message>
        <source>goal</source>
        <translation>sasaran</translation>
    </message>
    <message>
        <source>before deductions</source>
        <translation>kotor</translation>
    </message>
    <message>
        <source>grounds</source>
        <translation>dasar</translation>
    </message>
    <message>
        <source>who guides</source>
        <translation>pembimbing</translation>
    </message>
    <message>
        <source>name of who guides</source>
        <translation>nama pembimbing</translation>
    </message>
    <message>
        <source>handed over on</source>
        <translation>diserahkan pada</translation>
    </message>
    <message>
        <source>happened on</source>
        <translation>terjadi pada</translation>
    </message>
    <message>
        <source>held on</source>
        <translation>dilaksanakan pada</translation>
    </message>
    <message>
        <source>up to</source>
        <translation>sampai</translation>
    </message>
    <message>
        <source>holder</source>
        <translation>pemegang</translation>
    </message>
    <message>
        <source>own unit</source>
        <translation>unit asal</translation>
    </message>
    <message>
        <source>code of the host</source>
        <translation>kode penerima</translation>
    </message>
    <message>
        <source>host</source>
        <translation>nama penerima</translation>
    </message>
    <message>
        <source>unit of the host</source>
        <translation>unit penerima</translation>
    </message>
    <message>
        <source>hours</source>
        <translation>jam</translation>
    </message>
    <message>
        <source>index</source>
        <translation>nilai indeks</translation>
    </message>
    <message>
        <source>is closed</source>
        <translation>sudah ditutup</translation>
    </message>
    <message>
        <source>is doubtful</source>
        <translation>diragukan</translation>
    </message>
    <message>
        <source>is a draft</source>
        <translation>masih rancangan</translation>
    </message>
    <message>
        <source>is estimated</source>
        <translation>perkiraan</translation>
    </message>
    <message>
        <source>has the highest target</source>
        <translation>target tertinggi</translation>
    </message>
    <message>
        <source>is kept</source>
        <translation>tetap dipakai</translation>
    </message>
    <message>
        <source>leads</source>
        <translation>memimpin</translation>
    </message>
    <message>
        <source>was asked for</source>
        <translation>diminta</translation>
    </message>
    <message>
        <source>is tied</source>
        <translation>seri</translation>
    </message>
    <message>
        <source>issued by</source>
        <translation>penerbit</translation>
    </message>
    <message>
        <source>group</source>
        <translation>kelompok</translation>
    </message>
    <message>
        <source>item</source>
        <translation>butir</translation>
    </message>
    <message>
        <source>group of posts</source>
        <translation>kelompok jabatan</translation>
    </message>
    <message>
        <source>leader</source>
        <translation>ketua</translation>
    </message>
    <message>
        <source>name of the leader</source>
        <translation>nama ketua</translation>
    </message>
    <message>
        <source>letter</source>
        <translation>surat</translation>
    </message>
    <message>
        <source>number of the letter</source>
        <translation>nomor surat</translation>
    </message>
    <message>
        <source>day of the letter</source>
        <translation>tanggal surat</translation>
    </message>
    <message>
        <source>lines</source>
        <translation>baris</translation>
    </message>
    <message>
        <source>link</source>
        <translation>garis</translation>
    </message>
    <message>
        <source>list</source>
        <translation>daftar</translation>
    </message>
    <message>
        <source>longest run</source>
        <translation>rentang terpanjang</translation>
    </message>
    <message>
        <source>looked at</source>
        <translation>dilihat</translation>
    </message>
    <message>
        <source>from</source>
        <translation>mulai</translation>
    </message>
    <message>
        <source>made at</source>
        <translation>dibuat pada</translation>
    </message>
    <message>
        <source>made by</source>
        <translation>dibuat oleh</translation>
    </message>
    <message>
        <source>mandate</source>
        <translation>mandat</translation>
    </message>
    <message>
        <source>mark</source>
        <translation>tanda</translation>
    </message>
    <message>
        <source>may rate</source>
        <translation>boleh menilai</translation>
    </message>
    <message>
        <source>mean</source>
        <translation>rata-rata</translation>
    </message>
    <message>
        <source>group of measures</source>
        <translation>kelompok ukuran</translation>
    </message>
    <message>
        <source>measured on</source>
        <translation>diukur pada</translation>
    </message>
    <message>
        <source>kind of file</source>
        <translation>jenis berkas</translation>
    </message>
    <message>
        <source>method</source>
        <translation>cara</translation>
    </message>
    <message>
        <source>what is missing</source>
        <translation>yang kurang</translation>
    </message>
    <message>
        <source>mode</source>
        <translation>cara</translation>
    </message>
    <message>
        <source>after deductions</source>
        <translation>bersih</translation>
    </message>
    <message>
        <source>new idea</source>
        <translation>gagasan baru</translation>
    </message>
    <message>
        <source>noted at</source>
        <translation>dicatat pada</translation>
    </message>
    <message>
        <source>noted by</source>
        <translation>dicatat oleh</translation>
    </message>
    <message>
        <source>noted on</source>
        <translation>dicatat pada</translation>
    </message>
    <message>
        <source>notes</source>
        <translation>catatan</translation>
    </message>
    <message>
        <source>objection</source>
        <translation>keberatan</translation>
    </message>
    <message>
        <source>first person</source>
        <translation>orang pertama</translation>
    </message>
    <message>
        <source>opened on</source>
        <translation>dibuka pada</translation>
    </message>
    <message>
        <source>fingerprint of the original</source>
        <translation>sidik aslinya</translation>
    </message>
    <message>
        <source>code of the other agency</source>
        <translation>kode instansi lain</translation>
    </message>
    <message>
        <source>other person</source>
        <translation>orang lain</translation>
    </message>
    <message>
        <source>other agency</source>
        <translation>instansi lain</translation>
    </message>
    <message>
        <source>belongs to</source>
        <translation>milik</translation>
    </message>
    <message>
        <source>fingerprint of the rule pack</source>
        <translation>sidik paket aturan</translation>
    </message>
    <message>
        <source>file that carried it</source>
        <translation>berkas pembawanya</translation>
    </message>
    <message>
        <source>rule packs</source>
        <translation>paket aturan</translation>
    </message>
    <message>
        <source>pages</source>
        <translation>halaman</translation>
    </message>
    <message>
        <source>what it follows from</source>
        <translation>induknya</translation>
    </message>
    <message>
        <source>part</source>
        <translation>bagian</translation>
    </message>
    <message>
        <source>code of the part</source>
        <translation>kode bagian</translation>
    </message>
    <message>
        <source>parties</source>
        <translation>para pihak</translation>
    </message>
    <message>
        <source>score of peers</source>
        <translation>nilai rekan</translation>
    </message>
    <message>
        <source>per cent</source>
        <translation>persen</translation>
    </message>
    <message>
        <source>performance</source>
        <translation>kinerja</translation>
    </message>
    <message>
        <source>empty place</source>
        <translation>tempat kosong</translation>
    </message>
    <message>
        <source>places to sign</source>
        <translation>tempat tanda tangan</translation>
    </message>
    <message>
        <source>points</source>
        <translation>angka</translation>
    </message>
    <message>
        <source>potential</source>
        <translation>potensi</translation>
    </message>
    <message>
        <source>printed at</source>
        <translation>dicetak pada</translation>
    </message>
    <message>
        <source>problem</source>
        <translation>masalah</translation>
    </message>
    <message>
        <source>product</source>
        <translation>produk</translation>
    </message>
    <message>
        <source>qualification</source>
        <translation>kualifikasi</translation>
    </message>
    <message>
        <source>words of the ratee</source>
        <translation>pernyataan yang dinilai</translation>
    </message>
    <message>
        <source>words of the rater</source>
        <translation>pernyataan penilai</translation>
    </message>
    <message>
        <source>realised</source>
        <translation>terealisasi</translation>
    </message>
    <message>
        <source>reasons</source>
        <translation>alasan</translation>
    </message>
    <message>
        <source>received on</source>
        <translation>diterima pada</translation>
    </message>
    <message>
        <source>recommendation</source>
        <translation>rekomendasi</translation>
    </message>
    <message>
        <source>fingerprint of the record</source>
        <translation>sidik catatan</translation>
    </message>
    <message>
        <source>version of the record</source>
        <translation>versi catatan</translation>
    </message>
    <message>
        <source>number in the register</source>
        <translation>nomor register</translation>
    </message>
    <message>
        <source>replaced by</source>
        <translation>digantikan oleh</translation>
    </message>
    <message>
        <source>replaced on</source>
        <translation>digantikan pada</translation>
    </message>
    <message>
        <source>reported on</source>
        <translation>dilaporkan pada</translation>
    </message>
    <message>
        <source>result</source>
        <translation>hasil</translation>
    </message>
    <message>
        <source>returned on</source>
        <translation>kembali pada</translation>
    </message>
    <message>
        <source>revision</source>
        <translation>perubahan</translation>
    </message>
    <message>
        <source>rhythm</source>
        <translation>irama</translation>
    </message>
    <message>
        <source>role</source>
        <translation>peran</translation>
    </message>
    <message>
        <source>how units are summed</source>
        <translation>cara merangkum</translation>
    </message>
    <message>
        <source>round</source>
        <translation>putaran</translation>
    </message>
    <message>
        <source>rule</source>
        <translation>aturan</translation>
    </message>
    <message>
        <source>sanction</source>
        <translation>hukuman</translation>
    </message>
    <message>
        <source>scheme</source>
        <translation>skema</translation>
    </message>
    <message>
        <source>scope</source>
        <translation>lingkup</translation>
    </message>
    <message>
        <source>weight of the scope</source>
        <translation>bobot lingkup</translation>
    </message>
    <message>
        <source>score</source>
        <translation>nilai</translation>
    </message>
    <message>
        <source>serves</source>
        <translation>melayani</translation>
    </message>
    <message>
        <source>session</source>
        <translation>sidang</translation>
    </message>
    <message>
        <source>share</source>
        <translation>porsi</translation>
    </message>
    <message>
        <source>signature</source>
        <translation>tanda tangan</translation>
    </message>
    <message>
        <source>signed</source>
        <translation>ditandatangani</translation>
    </message>
    <message>
        <source>signed at</source>
        <translation>ditandatangani pada</translation>
    </message>
    <message>
        <source>signed by</source>
        <translation>ditandatangani oleh</translation>
    </message>
    <message>
        <source>signed on</source>
        <translation>ditandatangani pada</translation>
    </message>
    <message>
        <source>signer</source>
        <translation>penanda tangan</translation>
    </message>
    <message>
        <source>name of the signer</source>
        <translation>nama penanda tangan</translation>
    </message>
    <message>
        <source>since</source>
        <translation>sejak</translation>
    </message>
    <message>
        <source>size</source>
        <translation>ukuran</translation>
    </message>
    <message>
        <source>SKP</source>
        <translation>SKP</translation>
    </message>
    <message>
        <source>score of the SKP</source>
        <translation>nilai SKP</translation>
    </message>
    <message>
        <source>why nobody else</source>
        <translation>alasan tunggal</translation>
    </message>
    <message>
        <source>solution</source>
        <translation>penyelesaian</translation>
    </message>
    <message>
        <source>solved on</source>
        <translation>diselesaikan pada</translation>
    </message>
    <message>
        <source>stage</source>
        <translation>tahap</translation>
    </message>
    <message>
        <source>standing</source>
        <translation>kedudukan</translation>
    </message>
    <message>
        <source>category as stated</source>
        <translation>kategori tertulis</translation>
    </message>
    <message>
        <source>score as stated</source>
        <translation>nilai tertulis</translation>
    </message>
    <message>
        <source>status</source>
        <translation>status</translation>
    </message>
    <message>
        <source>step</source>
        <translation>langkah</translation>
    </message>
    <message>
        <source>subject</source>
        <translation>perihal</translation>
    </message>
    <message>
        <source>suggested</source>
        <translation>yang disarankan</translation>
    </message>
    <message>
        <source>survey</source>
        <translation>survei</translation>
    </message>
    <message>
        <source>source of the survey</source>
        <translation>sumber survei</translation>
    </message>
    <message>
        <source>kind of record</source>
        <translation>jenis catatan</translation>
    </message>
    <message>
        <source>taken</source>
        <translation>diambil</translation>
    </message>
    <message>
        <source>taken over by</source>
        <translation>diambil alih oleh</translation>
    </message>
    <message>
        <source>name of who took it over</source>
        <translation>nama yang mengambil alih</translation>
    </message>
    <message>
        <source>taken over on</source>
        <translation>diambil alih pada</translation>
    </message>
    <message>
        <source>take-over</source>
        <translation>ambil alih</translation>
    </message>
    <message>
        <source>target</source>
        <translation>target</translation>
    </message>
    <message>
        <source>task</source>
        <translation>tugas</translation>
    </message>
    <message>
        <source>team</source>
        <translation>tim</translation>
    </message>
    <message>
        <source>through</source>
        <translation>melalui</translation>
    </message>
    <message>
        <source>tier</source>
        <translation>jenjang</translation>
    </message>
    <message>
        <source>title</source>
        <translation>judul</translation>
    </message>
    <message>
        <source>topic</source>
        <translation>topik</translation>
    </message>
    <message>
        <source>total</source>
        <translation>jumlah</translation>
    </message>
    <message>
        <source>training</source>
        <translation>pelatihan</translation>
    </message>
    <message>
        <source>transfer</source>
        <translation>mutasi</translation>
    </message>
    <message>
        <source>until</source>
        <translation>sampai</translation>
    </message>
    <message>
        <source>violations</source>
        <translation>pelanggaran</translation>
    </message>
    <message>
        <source>waived by</source>
        <translation>dikecualikan oleh</translation>
    </message>
    <message>
        <source>waived on</source>
        <translation>dikecualikan pada</translation>
    </message>
    <message>
        <source>waiver</source>
        <translation>pengecualian</translation>
    </message>
    <message>
        <source>way</source>
        <translation>arah</translation>
    </message>
    <message>
        <source>why</source>
        <translation>sebab</translation>
    </message>
    <message>
        <source>why it was dropped</source>
        <translation>sebab dibatalkan</translation>
    </message>
    <message>
        <source>why it was withdrawn</source>
        <translation>sebab ditarik</translation>
    </message>
    <message>
        <source>end of the window</source>
        <translation>akhir jendela</translation>
    </message>
    <message>
        <source>withdrawn on</source>
        <translation>ditarik pada</translation>
    </message>
    <message>
        <source>words</source>
        <translation>kata-kata</translation>
    </message>
</context>
</TS>
