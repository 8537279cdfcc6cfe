<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="id" sourcelanguage="en">
<context>
    <name>Journal</name>
    <message>
        <source>Sanctions taken over</source>
        <translation>Hukuman disiplin diimpor</translation>
    </message>
    <message>
        <source>Sanction revoked</source>
        <translation>Hukuman disiplin dicabut</translation>
    </message>
    <message>
        <source>Entry of the discipline register opened</source>
        <translation>Catatan hukuman disiplin dibuka</translation>
    </message>
    <message>
        <source>Appeal against a sanction noted</source>
        <translation>Banding atas hukuman disiplin dicatat</translation>
    </message>
    <message>
        <source>Readers of a sanction set</source>
        <translation>Pembaca catatan hukuman disiplin ditetapkan</translation>
    </message>
    <message>
        <source>Sanction entered</source>
        <translation>Hukuman disiplin dicatat</translation>
    </message>
</context>
<context>
    <name>DisciplineTab</name>
    <message>
        <source>One row a decision: NIP, JENIS HUKUMAN DISIPLIN, NOMOR SK HUKUMAN, TANGGAL SK HUKUMAN, PEJABAT YANG MENGHUKUM, ALASAN HUKUMAN. Only you can read what you import.</source>
        <translation>Satu baris per keputusan: NIP, JENIS HUKUMAN DISIPLIN, NOMOR SK HUKUMAN, TANGGAL SK HUKUMAN, PEJABAT YANG MENGHUKUM, ALASAN HUKUMAN. Hanya Anda yang dapat membaca hasil impornya.</translation>
    </message>
    <message>
        <source>&amp;Readers</source>
        <translation>&amp;Pembaca</translation>
    </message>
    <message>
        <source>&amp;From</source>
        <translation>&amp;Mulai</translation>
    </message>
    <message>
        <source>&amp;Note</source>
        <translation>&amp;Catatan</translation>
    </message>
    <message>
        <source>&amp;Standing</source>
        <translation>&amp;Keadaan</translation>
    </message>
    <message>
        <source>&amp;On</source>
        <translation>Pada &amp;tanggal</translation>
    </message>
    <message>
        <source>R&amp;eaders, with commas</source>
        <translation>P&amp;embaca, dipisah koma</translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation>&amp;Alasan</translation>
    </message>
    <message>
        <source>&amp;Article</source>
        <translation>Pasa&amp;l</translation>
    </message>
    <message>
        <source>Decided &amp;by</source>
        <translation>&amp;Pejabat yang menghukum</translation>
    </message>
    <message>
        <source>In &amp;force from</source>
        <translation>&amp;Berlaku mulai</translation>
    </message>
    <message>
        <source>&amp;Decided on</source>
        <translation>&amp;Diputuskan pada</translation>
    </message>
    <message>
        <source>Number of the &amp;letter</source>
        <translation>Nomor &amp;surat</translation>
    </message>
    <message>
        <source>&amp;Sanction</source>
        <translation>&amp;Hukuman</translation>
    </message>
    <message>
        <source>&amp;NIP</source>
        <translation>&amp;NIP</translation>
    </message>
    <message>
        <source>Revoked</source>
        <translation>Dicabut</translation>
    </message>
    <message>
        <source>Open the entry</source>
        <translation>Buka catatan</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Buka</translation>
    </message>
    <message>
        <source>Enter a sanction…</source>
        <translation>Catat hukuman disiplin…</translation>
    </message>
    <message>
        <source>Enter…</source>
        <translation>Catat…</translation>
    </message>
    <message>
        <source>Revoke the sanction…</source>
        <translation>Cabut hukuman…</translation>
    </message>
    <message>
        <source>Revoke…</source>
        <translation>Cabut…</translation>
    </message>
    <message>
        <source>Note an appeal…</source>
        <translation>Catat banding…</translation>
    </message>
    <message>
        <source>Appeal…</source>
        <translation>Banding…</translation>
    </message>
    <message>
        <source>Who may read the entry…</source>
        <translation>Siapa boleh membaca catatan…</translation>
    </message>
    <message>
        <source>Readers…</source>
        <translation>Pembaca…</translation>
    </message>
    <message>
        <source>Print the register…</source>
        <translation>Cetak daftar hukuman…</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>Cetak…</translation>
    </message>
    <message>
        <source>Write the register to a spreadsheet…</source>
        <translation>Tulis daftar ke lembar kerja…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Ekspor…</translation>
    </message>
    <message>
        <source>Import sanctions…</source>
        <translation>Impor hukuman disiplin…</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Impor…</translation>
    </message>
    <message>
        <source>%1 entries written to %2</source>
        <translation>%1 catatan ditulis ke %2</translation>
    </message>
    <message>
        <source>Opened by</source>
        <translation>Dibuka oleh</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Alasan</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>Keputusan</translation>
    </message>
    <message>
        <source>Write the register where?</source>
        <translation>Tulis daftar di mana?</translation>
    </message>
    <message>
        <source>Name them</source>
        <translation>Tetapkan</translation>
    </message>
    <message>
        <source>Names as they stand at the desk, with commas. Only the author of the entry may say so.</source>
        <translation>Nama seperti tercatat di meja kerja, dipisah koma. Hanya penulis catatan yang boleh menentukannya.</translation>
    </message>
    <message>
        <source>Readers</source>
        <translation>Pembaca</translation>
    </message>
    <message>
        <source>Revoke</source>
        <translation>Cabut</translation>
    </message>
    <message>
        <source>The month in which it is revoked is paid in full. Locked months stay; settle them in a later one.</source>
        <translation>Bulan pencabutan dibayar penuh. Bulan terkunci tetap; selesaikan di bulan sesudahnya.</translation>
    </message>
    <message>
        <source>Revoke the sanction</source>
        <translation>Cabut hukuman</translation>
    </message>
    <message>
        <source>Note it</source>
        <translation>Catat</translation>
    </message>
    <message>
        <source>Whether an open appeal suspends the sanction stands in the rule pack of discipline.</source>
        <translation>Apakah banding menunda hukuman tertulis dalam paket aturan disiplin.</translation>
    </message>
    <message>
        <source>Appeal</source>
        <translation>Banding</translation>
    </message>
    <message>
        <source>Enter the sanction</source>
        <translation>Catat hukuman</translation>
    </message>
    <message>
        <source>As the letter says. The last day follows from the kind of sanction.</source>
        <translation>Sesuai surat keputusan. Hari terakhir mengikuti jenis hukuman.</translation>
    </message>
    <message>
        <source>Sanction</source>
        <translation>Hukuman disiplin</translation>
    </message>
    <message>
        <source>Enter opens letter and reason; who did so is written down.</source>
        <translation>Enter membuka surat dan alasan; siapa yang membukanya dicatat.</translation>
    </message>
    <message>
        <source>Pay: %1 % less from %2 to %3.</source>
        <translation>Tunjangan: dipotong %1 % dari %2 sampai %3.</translation>
    </message>
    <message>
        <source>&amp;More</source>
        <translation>&amp;Lainnya</translation>
    </message>
    <message>
        <source>Confidential: you see what you entered and what names you as a reader. Each opening is written down.</source>
        <translation>Rahasia: yang tampak hanya catatan Anda dan yang menyebut Anda sebagai pembaca. Setiap pembukaan dicatat.</translation>
    </message>
    <message>
        <source>Disciplinary sanctions</source>
        <translation>Hukuman disiplin</translation>
    </message>
    <message>
        <source>%1 entries open to you · %2 in force</source>
        <translation>%1 catatan terbuka untuk Anda · %2 berlaku</translation>
    </message>
    <message>
        <source>Discipline register</source>
        <translation>Daftar hukuman disiplin</translation>
    </message>
</context>
</TS>
