<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="id" sourcelanguage="en">
<context>
    <name>Ledger</name>
    <message>
        <source>for a colleague</source>
        <translation>untuk PC rekan</translation>
    </message>
    <message>
        <source>on the stick, not yet confirmed</source>
        <translation>di flashdisk, belum dikonfirmasi</translation>
    </message>
    <message>
        <source>packed, not written yet</source>
        <translation>dikemas, belum ditulis</translation>
    </message>
</context>
<context>
    <name>PackingDialog</name>
    <message>
        <source>Go to %1</source>
        <translation>Ke %1</translation>
    </message>
    <message>
        <source>Stays here: %1 (%2)</source>
        <translation>Tetap di sini: %1 (%2)</translation>
    </message>
    <message>
        <source>Compared with package no. %1, which the region accepted; %2 records differ.</source>
        <translation>Dibandingkan dengan kiriman no. %1 yang diterima wilayah; %2 catatan berbeda.</translation>
    </message>
    <message>
        <source>No package of this period was accepted yet: everything is new.</source>
        <translation>Belum ada kiriman periode ini yang diterima: semuanya baru.</translation>
    </message>
    <message>
        <source>The work in hand goes along; confidential notes never do.</source>
        <translation>Pekerjaan yang belum selesai ikut; catatan rahasia tidak pernah ikut.</translation>
    </message>
    <message>
        <source>%1, %2: would be no. %3, for %4.</source>
        <translation>%1, %2: akan menjadi no. %3, untuk %4.</translation>
    </message>
    <message>
        <source>%1, %2: would be no. %3, for the other PCs of this agency.</source>
        <translation>%1, %2: akan menjadi no. %3, untuk PC lain di instansi ini.</translation>
    </message>
    <message>
        <source>%1, %2: the same as package no. %3. That file will be written again.</source>
        <translation>%1, %2: sama dengan kiriman no. %3. Berkas itu akan ditulis lagi.</translation>
    </message>
    <message>
        <source>Pack...</source>
        <translation>Kemas...</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Tutup</translation>
    </message>
    <message>
        <source>What changed (%1)</source>
        <translation>Yang berubah (%1)</translation>
    </message>
    <message>
        <source>What changed</source>
        <translation>Yang berubah</translation>
    </message>
    <message>
        <source>What goes</source>
        <translation>Yang dikirim</translation>
    </message>
    <message>
        <source>Before packing</source>
        <translation>Sebelum mengemas</translation>
    </message>
    <message>
        <source>Fields</source>
        <translation>Isian</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Tentang</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Perubahan</translation>
    </message>
    <message>
        <source>Control totals</source>
        <translation>Jumlah kontrol</translation>
    </message>
    <message>
        <source>Removed</source>
        <translation>Dihapus</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Berubah</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Baru</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Baris</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabel</translation>
    </message>
</context>
<context>
    <name>HandoverPage</name>
    <message>
        <source>In %1 lies another stick now: put in the one that brought %2.</source>
        <translation>Di %1 sekarang terpasang flashdisk lain: pasang flashdisk yang membawa %2.</translation>
    </message>
    <message>
        <source>⚠ %1 answers are not on a stick yet: put it in and write the same file again, or receive the file again. First of them: %2</source>
        <translation>⚠ %1 jawaban belum ada di flashdisk: pasang flashdisknya lalu tulis berkas yang sama lagi, atau terima berkasnya lagi. Yang pertama: %2</translation>
    </message>
    <message>
        <source>Take the chosen file back...</source>
        <translation>Tarik kembali berkas terpilih...</translation>
    </message>
    <message>
        <source>Taking back</source>
        <translation>Menarik kembali</translation>
    </message>
    <message>
        <source>Taken back: %1</source>
        <translation>Ditarik kembali: %1</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Tarik kembali</translation>
    </message>
    <message>
        <source>Take a file back</source>
        <translation>Tarik kembali berkas</translation>
    </message>
    <message>
        <source>Everything that came with %1 goes, and the file can be received again.</source>
        <translation>Semua yang datang dengan %1 ditarik, dan berkasnya dapat diterima lagi.</translation>
    </message>
    <message>
        <source>Looking into %1</source>
        <translation>Memeriksa %1</translation>
    </message>
    <message>
        <source>Pack for a colleague's PC...</source>
        <translation>Kemas untuk PC rekan...</translation>
    </message>
    <message>
        <source>Write the same file again...</source>
        <translation>Tulis lagi berkas yang sama...</translation>
    </message>
    <message>
        <source>Note as given away</source>
        <translation>Catat sudah diserahkan</translation>
    </message>
    <message>
        <source>Writing</source>
        <translation>Menulis</translation>
    </message>
    <message>
        <source>Written again: %1</source>
        <translation>Ditulis lagi: %1</translation>
    </message>
    <message>
        <source>Noted: %1 was given away.</source>
        <translation>Dicatat: %1 sudah diserahkan.</translation>
    </message>
    <message>
        <source>Looking at what would go</source>
        <translation>Memeriksa yang akan dikirim</translation>
    </message>
</context>
<context>
    <name>NationalTab</name>
    <message>
        <source>Only the people selected in the list (%1)</source>
        <translation>Hanya pegawai yang dipilih dalam daftar (%1)</translation>
    </message>
    <message>
        <source>%1 · %2 of %3 rows wait · %4</source>
        <translation>%1 · %2 dari %3 baris menunggu · %4</translation>
    </message>
    <message>
        <source>Mark only what you have seen saved in the national application. It can be taken back in the journal.</source>
        <translation>Tandai hanya yang sudah Anda lihat tersimpan di aplikasi nasional. Catatan ini dapat dibatalkan di jurnal.</translation>
    </message>
    <message>
        <source>Mark as uploaded</source>
        <translation>Tandai terunggah</translation>
    </message>
    <message>
        <source>Write</source>
        <translation>Tulis</translation>
    </message>
    <message>
        <source>Codes and shapes come from public sources; compare once with your screen. %1</source>
        <translation>Kode dan bentuk diambil dari sumber umum; cocokkan satu kali dengan layar Anda. %1</translation>
    </message>
    <message>
        <source>The folder of printed or signed PDF files is searched for each person's evaluation document; scans kept here are found by themselves. Leave it empty to write rows and scans only.</source>
        <translation>Folder PDF hasil cetak atau yang sudah ditandatangani diperiksa untuk dokumen evaluasi setiap pegawai; pindaian yang tersimpan di sini ditemukan sendiri. Kosongkan bila hanya baris dan pindaian yang ditulis.</translation>
    </message>
    <message>
        <source>Documents (PDF) lie in</source>
        <translation>Dokumen (PDF) ada di</translation>
    </message>
    <message>
        <source>Into this folder</source>
        <translation>Ke folder ini</translation>
    </message>
    <message>
        <source>Also those that are the same (%1)</source>
        <translation>Juga yang sama (%1)</translation>
    </message>
    <message>
        <source>Write the files for SIASN</source>
        <translation>Tulis berkas untuk SIASN</translation>
    </message>
    <message>
        <source>Choose: %1</source>
        <translation>Pilih: %1</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Pilih…</translation>
    </message>
    <message>
        <source>To be known</source>
        <translation>Perlu diketahui</translation>
    </message>
    <message>
        <source>Handed over</source>
        <translation>Penyerahan</translation>
    </message>
    <message>
        <source>Other than in the national application</source>
        <translation>Berbeda dari aplikasi nasional</translation>
    </message>
    <message>
        <source>Into which folder?</source>
        <translation>Ke folder mana?</translation>
    </message>
    <message>
        <source>Hand-over %1: %2 noted as uploaded, %3 as taken out</source>
        <translation>Penyerahan %1: %2 dicatat terunggah, %3 dicatat ditarik</translation>
    </message>
    <message>
        <source>Hand-over %1: %2 rows and %3 documents in %4</source>
        <translation>Penyerahan %1: %2 baris dan %3 dokumen di %4</translation>
    </message>
    <message>
        <source>Re-key sheet · %1</source>
        <translation>Lembar ketik · %1</translation>
    </message>
    <message>
        <source>Writing the hand-over to SIASN</source>
        <translation>Menulis penyerahan ke SIASN</translation>
    </message>
    <message>
        <source>Write rows and documents for SIASN</source>
        <translation>Tulis baris dan dokumen untuk SIASN</translation>
    </message>
    <message>
        <source>Write the files…</source>
        <translation>Tulis berkas…</translation>
    </message>
    <message>
        <source>Note what is really in the national application</source>
        <translation>Catat yang benar-benar sudah masuk aplikasi nasional</translation>
    </message>
    <message>
        <source>Mark as uploaded…</source>
        <translation>Tandai terunggah…</translation>
    </message>
    <message>
        <source>Show and print the sheets for typing by hand</source>
        <translation>Tampilkan dan cetak lembar untuk diketik dengan tangan</translation>
    </message>
    <message>
        <source>Re-key sheet…</source>
        <translation>Lembar ketik…</translation>
    </message>
    <message>
        <source>Closed results in the shape of the national application. Write the files, upload or type them there, then mark here what is really in: the next time only the difference goes.</source>
        <translation>Hasil yang sudah ditutup dalam bentuk aplikasi nasional. Tulis berkasnya, unggah atau ketik di sana, lalu tandai di sini yang benar-benar sudah masuk: berikutnya cukup selisihnya.</translation>
    </message>
    <message>
        <source>Hand-over to SIASN and e-Kinerja</source>
        <translation>Penyerahan ke SIASN dan e-Kinerja</translation>
    </message>
    <message>
        <source>Hand-over to SIASN</source>
        <translation>Penyerahan ke SIASN</translation>
    </message>
    <message>
        <source>SIASN</source>
        <translation>SIASN</translation>
    </message>
    <message>
        <source>Uploaded</source>
        <translation>Terunggah</translation>
    </message>
    <message>
        <source>Quadrant</source>
        <translation>Kuadran</translation>
    </message>
    <message>
        <source>NIP</source>
        <translation>NIP</translation>
    </message>
    <message>
        <source>Hand-over</source>
        <translation>Penyerahan</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Unit kerja</translation>
    </message>
    <message>
        <source>Rater</source>
        <translation>Penilai</translation>
    </message>
    <message>
        <source>Predicate</source>
        <translation>Predikat</translation>
    </message>
    <message>
        <source>Behaviour</source>
        <translation>Perilaku</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>Hasil kerja</translation>
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
    <name>ReceivedDialog</name>
    <message>
        <source>⚠ It was taken, but the answer is not on the stick yet. %1 %2</source>
        <translation>⚠ Isinya sudah diterima, tetapi jawabannya belum ada di flashdisk. %1 %2</translation>
    </message>
    <message>
        <source>Take it back...</source>
        <translation>Tarik kembali...</translation>
    </message>
</context>
</TS>
