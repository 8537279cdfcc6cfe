<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="id" sourcelanguage="en">
<context>
    <name>Preview</name>
    <message>
        <source>Page shown</source>
        <translation>Halaman yang tampil</translation>
    </message>
    <message>
        <source>Search on the pages</source>
        <translation>Cari di halaman</translation>
    </message>
    <message>
        <source>Next place</source>
        <translation>Temuan berikutnya</translation>
    </message>
    <message>
        <source>Previous place</source>
        <translation>Temuan sebelumnya</translation>
    </message>
    <message>
        <source>of %1</source>
        <translation>dari %1</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 dari %2</translation>
    </message>
    <message>
        <source>not found</source>
        <translation>tidak ditemukan</translation>
    </message>
    <message>
        <source>Searching %1</source>
        <translation>Mencari %1</translation>
    </message>
</context>
<context>
    <name>PrintOutcomeDialog</name>
    <message>
        <source>Print on paper...</source>
        <translation>Cetak ke printer...</translation>
    </message>
</context>
<context>
    <name>PaperDialog</name>
    <message>
        <source>Print on paper</source>
        <translation>Cetak ke printer</translation>
    </message>
    <message>
        <source>&amp;Printer</source>
        <translation>&amp;Printer</translation>
    </message>
    <message>
        <source>Pa&amp;ges</source>
        <translation>&amp;Halaman</translation>
    </message>
    <message>
        <source>&amp;Copies</source>
        <translation>&amp;Rangkap</translation>
    </message>
    <message>
        <source>S&amp;ides</source>
        <translation>&amp;Sisi kertas</translation>
    </message>
    <message>
        <source>Shift to the &amp;right</source>
        <translation>Geser ke &amp;kanan</translation>
    </message>
    <message>
        <source>Shift &amp;down</source>
        <translation>Geser ke &amp;bawah</translation>
    </message>
    <message>
        <source>all, or for example 1-3, 5</source>
        <translation>semua, atau misalnya 1-3, 5</translation>
    </message>
    <message>
        <source>One side of the paper</source>
        <translation>Satu sisi kertas</translation>
    </message>
    <message>
        <source>Both sides, turned like a book</source>
        <translation>Bolak-balik, dibuka seperti buku</translation>
    </message>
    <message>
        <source>Both sides, turned like a pad</source>
        <translation>Bolak-balik, dibuka seperti kalender</translation>
    </message>
    <message>
        <source>Without &amp;colour</source>
        <translation>&amp;Tanpa warna</translation>
    </message>
    <message>
        <source>&amp;Shrink pages to what the printer can reach</source>
        <translation>&amp;Perkecil halaman ke bidang yang terjangkau</translation>
    </message>
    <message>
        <source>&amp;Test page for this printer</source>
        <translation>Halaman &amp;uji untuk printer ini</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Cetak</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Hentikan</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Tutup</translation>
    </message>
    <message>
        <source>The test page is shown. Print it, read off the edges as it says, then set the shift or let pages be shrunk. Close and open again to return to the document.</source>
        <translation>Halaman uji ditampilkan. Cetak, baca tepinya seperti petunjuk di situ, lalu atur geseran atau perkecil halaman. Tutup dan buka lagi untuk kembali ke dokumen.</translation>
    </message>
    <message>
        <source>No printer is installed on this PC. Install one in the settings of Windows, or take the PDF to a PC that has one.</source>
        <translation>Belum ada printer di PC ini. Pasang lewat Pengaturan Windows, atau bawa PDF ke PC yang punya printer.</translation>
    </message>
    <message>
        <source>Page %1 of %2 sent.</source>
        <translation>Halaman %1 dari %2 terkirim.</translation>
    </message>
    <message>
        <source>Stopped. %1 pages were sent to %2; print the rest by its page numbers.</source>
        <translation>Dihentikan. %1 halaman sudah dikirim ke %2; cetak sisanya dengan nomor halamannya.</translation>
    </message>
    <message>
        <source>%1 pages were sent to %2.</source>
        <translation>%1 halaman dikirim ke %2.</translation>
    </message>
</context>
</TS>
