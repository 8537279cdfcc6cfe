<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="id" sourcelanguage="en">
<context>
    <name>ScanRun</name>
    <message>
        <source>%1 pages filed, %2 spare, %3 to look at, %4 set aside; %5 documents are whole.</source>
        <translation>%1 halaman tersimpan, %2 rangkap, %3 perlu dilihat, %4 disisihkan; %5 dokumen lengkap.</translation>
    </message>
</context>
<context>
    <name>PageList</name>
    <message>
        <source>Page</source>
        <translation>Halaman</translation>
    </message>
    <message>
        <source>%1, page %2</source>
        <translation>%1, halaman %2</translation>
    </message>
    <message>
        <source>page %1 of %2 · version %3 · copy %4</source>
        <translation>halaman %1 dari %2 · versi %3 · salinan %4</translation>
    </message>
</context>
<context>
    <name>StackTable</name>
    <message>
        <source>%1 (interrupted)</source>
        <translation>%1 (terhenti)</translation>
    </message>
    <message>
        <source>Stack</source>
        <translation>Tumpukan</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Dibaca</translation>
    </message>
    <message>
        <source>Filed</source>
        <translation>Tersimpan</translation>
    </message>
    <message>
        <source>To look at</source>
        <translation>Perlu dilihat</translation>
    </message>
</context>
<context>
    <name>PagePicture</name>
    <message>
        <source>Turn left</source>
        <translation>Putar ke kiri</translation>
    </message>
    <message>
        <source>Turn right</source>
        <translation>Putar ke kanan</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>Perbesar</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>Perkecil</translation>
    </message>
    <message>
        <source>Whole page</source>
        <translation>Sehalaman penuh</translation>
    </message>
    <message>
        <source>Picture of the page</source>
        <translation>Gambar halaman</translation>
    </message>
    <message>
        <source>This page has no picture.</source>
        <translation>Halaman ini tidak punya gambar.</translation>
    </message>
    <message>
        <source>Choose a page to see it large.</source>
        <translation>Pilih satu halaman untuk melihatnya besar.</translation>
    </message>
</context>
<context>
    <name>TypingLine</name>
    <message>
        <source>version %1, copy %2</source>
        <translation>versi %1, salinan %2</translation>
    </message>
    <message>
        <source>Document number, its end, a name or NIP</source>
        <translation>Nomor dokumen, ujungnya, nama atau NIP</translation>
    </message>
    <message>
        <source>Which document is this page of?</source>
        <translation>Halaman dokumen yang mana ini?</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Halaman</translation>
    </message>
    <message>
        <source>as it follows</source>
        <translation>otomatis</translation>
    </message>
    <message>
        <source>Page of the document</source>
        <translation>Halaman ke berapa</translation>
    </message>
    <message>
        <source>whole</source>
        <translation>lengkap</translation>
    </message>
    <message>
        <source>p. %1 missing</source>
        <translation>kurang hlm. %1</translation>
    </message>
</context>
<context>
    <name>ScanTab</name>
    <message>
        <source>Choose the folder of the scanner</source>
        <translation>Pilih folder hasil pindai</translation>
    </message>
    <message>
        <source>%1 of %2 pages</source>
        <translation>%1 dari %2 halaman</translation>
    </message>
    <message>
        <source>Save the scan in this folder</source>
        <translation>Simpan hasil pindai di folder ini</translation>
    </message>
    <message>
        <source>Scans</source>
        <translation>Hasil pindai</translation>
    </message>
    <message>
        <source>Choose scanned files</source>
        <translation>Pilih berkas hasil pindai</translation>
    </message>
    <message>
        <source>Stopped. Read the same folder again to go on.</source>
        <translation>Dihentikan. Baca folder yang sama untuk melanjutkan.</translation>
    </message>
    <message>
        <source>Use this one</source>
        <translation>Pakai yang ini</translation>
    </message>
    <message>
        <source>Filed: %1, page %2. All pages are here.</source>
        <translation>Tersimpan: %1, halaman %2. Semua halaman sudah ada.</translation>
    </message>
    <message>
        <source>Filed: %1, page %2. Not back yet: page %3.</source>
        <translation>Tersimpan: %1, halaman %2. Belum kembali: halaman %3.</translation>
    </message>
    <message>
        <source>Read a folder...</source>
        <translation>Baca folder...</translation>
    </message>
    <message>
        <source>Read files...</source>
        <translation>Baca berkas...</translation>
    </message>
    <message>
        <source>File to this document</source>
        <translation>Simpan ke dokumen ini</translation>
    </message>
    <message>
        <source>Not ours</source>
        <translation>Bukan milik kita</translation>
    </message>
    <message>
        <source>Blank back side</source>
        <translation>Sisi belakang kosong</translation>
    </message>
    <message>
        <source>Back on the desk</source>
        <translation>Kembalikan ke meja</translation>
    </message>
    <message>
        <source>Save as PDF...</source>
        <translation>Simpan sebagai PDF...</translation>
    </message>
    <message>
        <source>or drop a folder or PDFs of the scanner here</source>
        <translation>atau lepaskan folder atau PDF hasil pindai di sini</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Hentikan</translation>
    </message>
    <message>
        <source>Show all stacks</source>
        <translation>Tampilkan semua tumpukan</translation>
    </message>
    <message>
        <source>Read the rest of this stack</source>
        <translation>Baca sisa tumpukan ini</translation>
    </message>
    <message>
        <source>Stacks that were read</source>
        <translation>Tumpukan yang pernah dibaca</translation>
    </message>
    <message>
        <source>Scanned pages</source>
        <translation>Halaman hasil pindai</translation>
    </message>
    <message>
        <source>Where the pages lie</source>
        <translation>Letak halaman</translation>
    </message>
    <message>
        <source>and %1 more documents to look at</source>
        <translation>dan %1 dokumen lain perlu dilihat</translation>
    </message>
    <message>
        <source>A stack is being read. Wait until it ends, or stop it.</source>
        <translation>Satu tumpukan sedang dibaca. Tunggu sampai selesai, atau hentikan.</translation>
    </message>
    <message>
        <source>%1 pages were set aside.</source>
        <translation>%1 halaman disisihkan.</translation>
    </message>
    <message>
        <source>%1 pages lie on the desk again.</source>
        <translation>%1 halaman kembali ke meja.</translation>
    </message>
    <message>
        <source>Scans of %1</source>
        <translation>Hasil pindai %1</translation>
    </message>
    <message>
        <source>Saving the scan of %1</source>
        <translation>Menyimpan hasil pindai %1</translation>
    </message>
    <message>
        <source>Move to this document</source>
        <translation>Pindahkan ke dokumen ini</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>Tersimpan: %1</translation>
    </message>
    <message>
        <source>No page of this stack lies here.</source>
        <translation>Tidak ada halaman tumpukan ini di sini.</translation>
    </message>
    <message>
        <source>%1 (copy %2): page %3 has not come back</source>
        <translation>%1 (salinan %2): halaman %3 belum kembali</translation>
    </message>
    <message>
        <source>%1 (copy %2): %3</source>
        <translation>%1 (salinan %2): %3</translation>
    </message>
    <message>
        <source>Filed by hand: %1</source>
        <translation>Disimpan oleh: %1</translation>
    </message>
    <message>
        <source>Filed</source>
        <translation>Tersimpan</translation>
    </message>
    <message>
        <source>Nothing was scanned yet. Scan the signed sheets at 150 to 300 dpi into one folder, in any order and any way up, and read that folder: each page finds its document by the code in its foot.</source>
        <translation>Belum ada yang dipindai. Pindai lembar yang sudah ditandatangani dengan 150 sampai 300 dpi ke satu folder, urutan dan arahnya bebas, lalu baca folder itu: setiap halaman menemukan dokumennya lewat kode di kaki halaman.</translation>
    </message>
    <message>
        <source>✓ No page waits for a hand.</source>
        <translation>✓ Tidak ada halaman yang perlu dilihat.</translation>
    </message>
    <message>
        <source>; it is here from version %1, copy %2</source>
        <translation>; yang ada dari versi %1, salinan %2</translation>
    </message>
    <message>
        <source>No page of %1 has come back from the scanner.</source>
        <translation>Belum ada halaman %1 yang kembali dari pemindai.</translation>
    </message>
</context>
<context>
    <name>RegisterTab</name>
    <message>
        <source>See the scan</source>
        <translation>Lihat hasil pindai</translation>
    </message>
</context>
<context>
    <name>DocumentsTabs</name>
    <message>
        <source>Scan desk</source>
        <translation>Meja pindai</translation>
    </message>
</context>
</TS>
