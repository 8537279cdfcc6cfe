<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="id" sourcelanguage="en">
<context>
    <name>Commands</name>
    <message>
        <source>Open the manual at this place</source>
        <translation>Buka buku panduan di bagian ini</translation>
    </message>
    <message>
        <source>Why? What stands behind the marked message</source>
        <translation>Mengapa? Aturan di balik pesan yang ditandai</translation>
    </message>
    <message>
        <source>Glossary of the law and the office</source>
        <translation>Glosarium istilah peraturan dan kantor</translation>
    </message>
</context>
<context>
    <name>Notices</name>
    <message>
        <source>&amp;Why?</source>
        <translation>&amp;Mengapa?</translation>
    </message>
    <message>
        <source>The rule or the reason behind it (Shift+F1)</source>
        <translation>Aturan atau alasan di baliknya (Shift+F1)</translation>
    </message>
    <message>
        <source>why?</source>
        <translation>mengapa?</translation>
    </message>
</context>
<context>
    <name>ManualWindow</name>
    <message>
        <source>MeritDesk manual</source>
        <translation>Buku panduan MeritDesk</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Cari</translation>
    </message>
    <message>
        <source>Search the whole manual (Ctrl+Shift+F)</source>
        <translation>Cari di seluruh buku (Ctrl+Shift+F)</translation>
    </message>
    <message>
        <source>Search the whole manual</source>
        <translation>Cari di seluruh buku</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>Daftar isi</translation>
    </message>
    <message>
        <source>Places found</source>
        <translation>Bagian yang ditemukan</translation>
    </message>
    <message>
        <source>Page of the manual</source>
        <translation>Halaman buku panduan</translation>
    </message>
    <message>
        <source>Nothing found. Try fewer words, or look a term up in the glossary.</source>
        <translation>Tidak ditemukan. Coba kata yang lebih sedikit, atau cari istilahnya di glosarium.</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Kembali</translation>
    </message>
    <message>
        <source>&amp;Forward</source>
        <translation>&amp;Maju</translation>
    </message>
    <message>
        <source>&amp;Print...</source>
        <translation>&amp;Cetak...</translation>
    </message>
    <message>
        <source>&amp;Glossary</source>
        <translation>&amp;Glosarium</translation>
    </message>
    <message>
        <source>&amp;Find in this chapter:</source>
        <translation>Cari di &amp;bab ini:</translation>
    </message>
    <message>
        <source>Find in this chapter</source>
        <translation>Cari di bab ini</translation>
    </message>
    <message>
        <source>not in this chapter</source>
        <translation>tidak ada di bab ini</translation>
    </message>
    <message>
        <source>Print the manual</source>
        <translation>Cetak buku panduan</translation>
    </message>
    <message>
        <source>Print the chapter “%1” or the whole manual?</source>
        <translation>Cetak bab “%1” atau seluruh buku?</translation>
    </message>
    <message>
        <source>This &amp;chapter</source>
        <translation>Bab &amp;ini</translation>
    </message>
    <message>
        <source>The &amp;whole manual</source>
        <translation>&amp;Seluruh buku</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Batal</translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>What it means</source>
        <translation>Artinya</translation>
    </message>
</context>
<context>
    <name>WhyWindow</name>
    <message>
        <source>Why?</source>
        <translation>Mengapa?</translation>
    </message>
    <message>
        <source>Codes found here</source>
        <translation>Kode yang ditemukan di sini</translation>
    </message>
    <message>
        <source>Open the &amp;manual here</source>
        <translation>Buka buku &amp;panduan di sini</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Tutup</translation>
    </message>
    <message>
        <source>Nothing here carries a code. Select a line with a message (its code stands in small print, such as V-15) and press Shift+F1 again.</source>
        <translation>Di sini tidak ada pesan berkode. Pilih baris yang memuat pesan (kodenya tertulis kecil, misalnya V-15), lalu tekan Shift+F1 lagi.</translation>
    </message>
</context>
<context>
    <name>GlossaryWindow</name>
    <message>
        <source>Type a term</source>
        <translation>Ketik istilah</translation>
    </message>
    <message>
        <source>Term</source>
        <translation>Istilah</translation>
    </message>
    <message>
        <source>English</source>
        <translation>Bahasa Inggris</translation>
    </message>
    <message>
        <source>Glossary</source>
        <translation>Glosarium</translation>
    </message>
    <message>
        <source>Type a term, an abbreviation or an English word</source>
        <translation>Ketik istilah, singkatan, atau kata Inggris</translation>
    </message>
    <message>
        <source>Search the glossary</source>
        <translation>Cari di glosarium</translation>
    </message>
    <message>
        <source>Terms</source>
        <translation>Istilah</translation>
    </message>
    <message>
        <source>What it means</source>
        <translation>Artinya</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Tutup</translation>
    </message>
    <message>
        <source>No term fits. Try the first letters only.</source>
        <translation>Tidak ada istilah yang cocok. Coba huruf-huruf awalnya saja.</translation>
    </message>
    <message>
        <source>Basis</source>
        <translation>Dasar</translation>
    </message>
    <message>
        <source>In the manual</source>
        <translation>Di buku panduan</translation>
    </message>
</context>
</TS>
