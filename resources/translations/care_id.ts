<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="id" sourcelanguage="en">
<context>
    <name>Care</name>
    <message>
        <source>%1 rows written: %2</source>
        <translation>%1 baris ditulis: %2</translation>
    </message>
    <message>
        <source>&amp;Look and print...</source>
        <translation>Li&amp;hat dan cetak...</translation>
    </message>
    <message>
        <source>&amp;Spreadsheet...</source>
        <translation>&amp;Lembar kerja...</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Tutup</translation>
    </message>
    <message>
        <source>&amp;Room</source>
        <translation>&amp;Ruang</translation>
    </message>
    <message>
        <source>&amp;Who</source>
        <translation>&amp;Pelaku</translation>
    </message>
    <message>
        <source>&amp;To</source>
        <translation>&amp;Sampai</translation>
    </message>
    <message>
        <source>&amp;From</source>
        <translation>&amp;Dari</translation>
    </message>
    <message>
        <source>With every &amp;field old and new (spreadsheet only)</source>
        <translation>Dengan setiap k&amp;olom semula dan menjadi (hanya lembar kerja)</translation>
    </message>
    <message>
        <source>everything</source>
        <translation>semuanya</translation>
    </message>
    <message>
        <source>The journal on paper or as a spreadsheet</source>
        <translation>Jurnal di kertas atau sebagai lembar kerja</translation>
    </message>
    <message>
        <source>The finding is explained.</source>
        <translation>Temuan sudah dijelaskan.</translation>
    </message>
    <message>
        <source>&amp;What it was</source>
        <translation>&amp;Penjelasan</translation>
    </message>
    <message>
        <source>&amp;Explain</source>
        <translation>&amp;Jelaskan</translation>
    </message>
    <message>
        <source>What was found, and who looked. The finding stays in the list with these words.</source>
        <translation>Apa yang ditemukan dan siapa yang memeriksa. Temuan tetap di daftar bersama kata-kata ini.</translation>
    </message>
    <message>
        <source>&amp;Head from paper</source>
        <translation>&amp;Kepala dari kertas</translation>
    </message>
    <message>
        <source>&amp;Check</source>
        <translation>&amp;Periksa</translation>
    </message>
    <message>
        <source>The whole chain is proved and compared with what the region acknowledged. Scan the square code of a sheet Head of the journal into the field, or type its number and its groups; it may stay empty.</source>
        <translation>Seluruh rantai diperiksa dan dibandingkan dengan yang diakui wilayah. Pindai kode persegi lembar Kepala Jurnal ke dalam isian, atau ketik nomor dan kelompoknya; boleh dikosongkan.</translation>
    </message>
    <message>
        <source>Nobody holds a head yet. Print one and file it outside this PC; packages carry theirs by themselves.</source>
        <translation>Belum ada kepala yang disimpan di luar. Cetak satu dan arsipkan di luar PC ini; berkas kiriman membawa kepalanya sendiri.</translation>
    </message>
    <message>
        <source>Ask the office whether an older backup was restored. If not, keep that PC as it is and let an auditor look at it. Then explain the finding here.</source>
        <translation>Tanyakan apakah di sana cadangan lama dipulihkan. Bila tidak, biarkan PC itu apa adanya dan mintalah pemeriksa melihatnya. Sesudah itu jelaskan temuannya di sini.</translation>
    </message>
    <message>
        <source>Found at this place: %1</source>
        <translation>Yang ditemukan di tempat itu: %1</translation>
    </message>
    <message>
        <source>Head of the journal</source>
        <translation>Kepala jurnal</translation>
    </message>
    <message>
        <source>Explain a finding</source>
        <translation>Jelaskan temuan</translation>
    </message>
    <message>
        <source>E&amp;xplain...</source>
        <translation>&amp;Jelaskan...</translation>
    </message>
    <message>
        <source>Print the journal</source>
        <translation>Cetak daftar dari jurnal</translation>
    </message>
    <message>
        <source>Print a &amp;list...</source>
        <translation>Cetak &amp;daftar...</translation>
    </message>
    <message>
        <source>Print the head</source>
        <translation>Cetak kepala jurnal</translation>
    </message>
    <message>
        <source>&amp;Head on paper...</source>
        <translation>&amp;Kepala di kertas...</translation>
    </message>
    <message>
        <source>Check the journal</source>
        <translation>Periksa jurnal</translation>
    </message>
    <message>
        <source>&amp;Check the journal...</source>
        <translation>&amp;Periksa jurnal...</translation>
    </message>
    <message>
        <source>A chain shows edits by itself. That its end was cut or that it was written anew shows only against heads kept elsewhere: on signed paper and at the region.</source>
        <translation>Rantai menunjukkan sendiri bila isinya diubah. Bila ekornya dipotong atau seluruhnya ditulis ulang, itu hanya tampak terhadap kepala yang disimpan di tempat lain: di kertas bertanda tangan dan di wilayah.</translation>
    </message>
    <message>
        <source>Heads of the journal</source>
        <translation>Kepala jurnal</translation>
    </message>
    <message>
        <source>explained</source>
        <translation>sudah dijelaskan</translation>
    </message>
    <message>
        <source>How it stands</source>
        <translation>Keadaan</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Sejak</translation>
    </message>
    <message>
        <source>Held as</source>
        <translation>Dipegang sebagai</translation>
    </message>
    <message>
        <source>Head</source>
        <translation>Kepala</translation>
    </message>
    <message>
        <source>Change no.</source>
        <translation>Perubahan ke-</translation>
    </message>
    <message>
        <source>Of whom</source>
        <translation>Milik</translation>
    </message>
</context>
</TS>
