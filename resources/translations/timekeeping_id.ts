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
</TS>
