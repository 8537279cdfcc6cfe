<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="id" sourcelanguage="en">
<context>
    <name>Journal</name>
    <message>
        <source>Certification authority trusted</source>
        <translation>Penerbit sertifikat dipercaya</translation>
    </message>
    <message>
        <source>Certification authority no longer trusted</source>
        <translation>Penerbit sertifikat tidak dipercaya lagi</translation>
    </message>
    <message>
        <source>Sheets signed electronically</source>
        <translation>Lembar ditandatangani secara elektronik</translation>
    </message>
</context>
<context>
    <name>DocumentsTabs</name>
    <message>
        <source>Electronic signature</source>
        <translation>Tanda tangan elektronik</translation>
    </message>
</context>
<context>
    <name>SheetTable</name>
    <message>
        <source>Number</source>
        <translation>Nomor</translation>
    </message>
    <message>
        <source>Employee</source>
        <translation>Pegawai</translation>
    </message>
    <message>
        <source>Signed</source>
        <translation>Tanda tangan</translation>
    </message>
    <message>
        <source>Whose turn, or why not</source>
        <translation>Giliran siapa, atau sebab belum bisa</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Berkas</translation>
    </message>
    <message>
        <source>Everybody has signed</source>
        <translation>Semua sudah menandatangani</translation>
    </message>
</context>
<context>
    <name>RefusedTable</name>
    <message>
        <source>Sheet</source>
        <translation>Lembar</translation>
    </message>
    <message>
        <source>Employee</source>
        <translation>Pegawai</translation>
    </message>
    <message>
        <source>Why not, and what to do</source>
        <translation>Sebabnya, dan yang perlu dilakukan</translation>
    </message>
</context>
<context>
    <name>SignatureTable</name>
    <message>
        <source>Signature</source>
        <translation>Tanda tangan</translation>
    </message>
    <message>
        <source>Certificate of</source>
        <translation>Sertifikat milik</translation>
    </message>
    <message>
        <source>Signs as</source>
        <translation>Sebagai</translation>
    </message>
    <message>
        <source>Authority</source>
        <translation>Penerbit</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Waktu</translation>
    </message>
    <message>
        <source>Covers</source>
        <translation>Menjamin</translation>
    </message>
    <message>
        <source>%1 (printed: %2)</source>
        <translation>%1 (tercetak: %2)</translation>
    </message>
</context>
<context>
    <name>AnchorTable</name>
    <message>
        <source>Authority</source>
        <translation>Penerbit</translation>
    </message>
    <message>
        <source>Valid until</source>
        <translation>Berlaku sampai</translation>
    </message>
    <message>
        <source>Fingerprint (SHA-256)</source>
        <translation>Sidik jari (SHA-256)</translation>
    </message>
</context>
<context>
    <name>AuthoritiesDialog</name>
    <message>
        <source>Trusted authorities</source>
        <translation>Penerbit sertifikat tepercaya</translation>
    </message>
    <message>
        <source>Signatures are called trusted when one of these authorities stands behind the certificate. Compare the fingerprint with the one the authority publishes before you add it.</source>
        <translation>Tanda tangan disebut tepercaya bila salah satu penerbit ini menjamin sertifikatnya. Cocokkan sidik jari dengan yang diumumkan penerbit sebelum menambahkannya.</translation>
    </message>
    <message>
        <source>Nobody yet. Add the certificate of your own authority or of BSrE.</source>
        <translation>Belum ada. Tambahkan sertifikat penerbit milik instansi atau BSrE.</translation>
    </message>
    <message>
        <source>Add from a file...</source>
        <translation>Tambah dari berkas...</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Hapus</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Tutup</translation>
    </message>
    <message>
        <source>Certificate of an authority</source>
        <translation>Sertifikat penerbit</translation>
    </message>
    <message>
        <source>Trust %1 no longer?</source>
        <translation>Tidak lagi memercayai %1?</translation>
    </message>
    <message>
        <source>Its signatures will be called whole but not trusted from now on.</source>
        <translation>Sejak sekarang tanda tangannya disebut utuh tetapi belum dipercaya.</translation>
    </message>
</context>
<context>
    <name>SigningOutcomeDialog</name>
    <message>
        <source>Signed</source>
        <translation>Ditandatangani</translation>
    </message>
    <message>
        <source>Folder: %1</source>
        <translation>Folder: %1</translation>
    </message>
    <message>
        <source>Not signed: %1</source>
        <translation>Tidak ditandatangani: %1</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>Buka folder</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Tutup</translation>
    </message>
    <message>
        <source>%1 sheets signed with the certificate of %2</source>
        <translation>%1 lembar ditandatangani dengan sertifikat %2</translation>
    </message>
</context>
<context>
    <name>SigningTab</name>
    <message>
        <source>Looking for sheets</source>
        <translation>Mencari lembar</translation>
    </message>
    <message>
        <source>Signing</source>
        <translation>Menandatangani</translation>
    </message>
    <message>
        <source>Choose PDF files...</source>
        <translation>Pilih berkas PDF...</translation>
    </message>
    <message>
        <source>Choose a folder...</source>
        <translation>Pilih folder...</translation>
    </message>
    <message>
        <source>Trusted authorities...</source>
        <translation>Penerbit tepercaya...</translation>
    </message>
    <message>
        <source>Printed sheets as PDF; you can drop them here.</source>
        <translation>Lembar hasil cetak berupa PDF; boleh diseret ke sini.</translation>
    </message>
    <message>
        <source>Certificate file (.p12)</source>
        <translation>Berkas sertifikat (.p12)</translation>
    </message>
    <message>
        <source>Passphrase of the certificate</source>
        <translation>Kata sandi sertifikat</translation>
    </message>
    <message>
        <source>Sign as</source>
        <translation>Menandatangani sebagai</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Alasan</translation>
    </message>
    <message>
        <source>No certificate chosen yet</source>
        <translation>Belum ada sertifikat dipilih</translation>
    </message>
    <message>
        <source>Choose...</source>
        <translation>Pilih...</translation>
    </message>
    <message>
        <source>Used once and never kept</source>
        <translation>Dipakai sekali dan tidak pernah disimpan</translation>
    </message>
    <message>
        <source>Only when somebody else signs, or out of turn; it is kept in the register</source>
        <translation>Hanya bila orang lain yang menandatangani, atau di luar urutan; dicatat di register</translation>
    </message>
    <message>
        <source>Sign</source>
        <translation>Tanda tangani</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Hentikan</translation>
    </message>
    <message>
        <source>Sheets to sign</source>
        <translation>Lembar untuk ditandatangani</translation>
    </message>
    <message>
        <source>Choose PDF files</source>
        <translation>Pilih berkas PDF</translation>
    </message>
    <message>
        <source>Folder with printed sheets</source>
        <translation>Folder hasil cetak</translation>
    </message>
    <message>
        <source>Certificate file</source>
        <translation>Berkas sertifikat</translation>
    </message>
    <message>
        <source>No sheet yet: choose the PDF files as they were printed.</source>
        <translation>Belum ada lembar: pilih berkas PDF apa adanya hasil cetak.</translation>
    </message>
    <message>
        <source>None of the %1 files is a sheet that was printed here.</source>
        <translation>Dari %1 berkas, tidak ada lembar yang dicetak di sini.</translation>
    </message>
    <message>
        <source>%1 sheets · %2 can be signed now · %3 complete · %4 files are none of ours</source>
        <translation>%1 lembar · %2 dapat ditandatangani sekarang · %3 lengkap · %4 berkas bukan dari sini</translation>
    </message>
</context>
<context>
    <name>FileTable</name>
    <message>
        <source>File</source>
        <translation>Berkas</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Putusan</translation>
    </message>
</context>
<context>
    <name>VerifyTab</name>
    <message>
        <source>Choose PDF files...</source>
        <translation>Pilih berkas PDF...</translation>
    </message>
    <message>
        <source>Choose a folder...</source>
        <translation>Pilih folder...</translation>
    </message>
    <message>
        <source>or drop PDF files or a folder here. Nothing is changed or sent by looking.</source>
        <translation>atau seret berkas PDF atau folder ke sini. Pemeriksaan tidak mengubah atau mengirim apa pun.</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Berkas</translation>
    </message>
    <message>
        <source>Electronic signatures in the file</source>
        <translation>Tanda tangan elektronik di dalam berkas</translation>
    </message>
    <message>
        <source>Choose PDF files</source>
        <translation>Pilih berkas PDF</translation>
    </message>
    <message>
        <source>Choose a folder</source>
        <translation>Pilih folder</translation>
    </message>
    <message>
        <source>Found: %1.</source>
        <translation>Ditemukan: %1.</translation>
    </message>
    <message>
        <source>There is a file with more signatures: %1.</source>
        <translation>Ada berkas dengan tanda tangan yang lebih lengkap: %1.</translation>
    </message>
</context>
</TS>
