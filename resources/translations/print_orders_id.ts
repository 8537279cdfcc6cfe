<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="id" sourcelanguage="en">
<context>
    <name>OrdersTab</name>
    <message><source>Print queue</source><translation>Antrean cetak</translation></message>
    <message><source>New order…</source><translation>Pesanan baru…</translation></message>
    <message><source>Go on</source><translation>Lanjutkan</translation></message>
    <message><source>Stop</source><translation>Hentikan</translation></message>
    <message><source>Open the folder</source><translation>Buka folder</translation></message>
    <message><source>Save the list…</source><translation>Simpan daftar…</translation></message>
    <message><source>Print orders</source><translation>Pesanan cetak</translation></message>
    <message><source>Who could not be printed</source><translation>Yang tidak tercetak</translation></message>
    <message><source>No order yet. New order… prints a whole agency, some units or one person: by unit or by rater, into one file or one for each person, with cover list and section sheets. You can go on working meanwhile, and an order that was interrupted goes on where it stopped.</source><translation>Belum ada pesanan. Pesanan baru… mencetak seluruh instansi, beberapa unit, atau satu pegawai: per unit atau per pejabat penilai, dalam satu berkas atau satu berkas per pegawai, dengan daftar isi dan lembar pembatas. Anda dapat terus bekerja sementara mencetak, dan pesanan yang terputus dilanjutkan dari tempat berhenti.</translation></message>
    <message><source>Give a new print order</source><translation>Membuat pesanan cetak baru</translation></message>
    <message><source>Go on with the chosen order</source><translation>Melanjutkan pesanan terpilih</translation></message>
    <message><source>Stop the chosen order</source><translation>Menghentikan pesanan terpilih</translation></message>
    <message><source>Save who could not be printed</source><translation>Menyimpan daftar yang tidak tercetak</translation></message>
    <message><source>Counting the sheets</source><translation>Menghitung lembar</translation></message>
    <message><source>%1 rows written to %2.</source><translation>%1 baris ditulis ke %2.</translation></message>
    <message><source>Printing order %1</source><translation>Mencetak pesanan %1</translation></message>
    <message><source>Order %1: %2 sheets printed, %3 unchanged, %4 could not be printed.</source><translation>Pesanan %1: %2 lembar dicetak, %3 tidak berubah, %4 tidak dapat dicetak.</translation></message>
    <message><source>%1 sheets could not be printed</source><translation>%1 lembar tidak dapat dicetak</translation></message>
    <message><source>Every sheet of this order is accounted for.</source><translation>Semua lembar pesanan ini sudah beres.</translation></message>
    <message><source>Nothing failed so far.</source><translation>Sejauh ini tidak ada yang gagal.</translation></message>
</context>
<context>
    <name>OrderTable</name>
    <message><source>Order</source><translation>Pesanan</translation></message>
    <message><source>What is printed</source><translation>Yang dicetak</translation></message>
    <message><source>Files</source><translation>Berkas</translation></message>
    <message><source>Sheets</source><translation>Lembar</translation></message>
    <message><source>Ready</source><translation>Jadi</translation></message>
    <message><source>Failed</source><translation>Gagal</translation></message>
    <message><source>State</source><translation>Keadaan</translation></message>
    <message><source>Given</source><translation>Dibuat</translation></message>
</context>
<context>
    <name>ErrorTable</name>
    <message><source>NIP</source><translation>NIP</translation></message>
    <message><source>Name</source><translation>Nama</translation></message>
    <message><source>Form</source><translation>Form</translation></message>
    <message><source>Why not, and what to do</source><translation>Sebab dan langkah berikutnya</translation></message>
    <message><source>Code</source><translation>Kode</translation></message>
</context>
<context>
    <name>OrderDialog</name>
    <message><source>New print order · %1</source><translation>Pesanan cetak baru · %1</translation></message>
    <message><source>&amp;What</source><translation>&amp;Yang dicetak</translation></message>
    <message><source>&amp;Unit</source><translation>&amp;Unit</translation></message>
    <message><source>Or one &amp;NIP</source><translation>Atau satu &amp;NIP</translation></message>
    <message><source>&amp;Order of the sheets</source><translation>Urutan &amp;lembar</translation></message>
    <message><source>&amp;Files</source><translation>&amp;Berkas</translation></message>
    <message><source>&amp;Most sheets a file</source><translation>Lembar per berkas paling &amp;banyak</translation></message>
    <message><source>What did not &amp;change</source><translation>Yang tidak ber&amp;ubah</translation></message>
    <message><source>&amp;Paper</source><translation>&amp;Kertas</translation></message>
    <message><source>Choice &amp;lines</source><translation>&amp;Pilihan</translation></message>
    <message><source>Fol&amp;der</source><translation>Fol&amp;der</translation></message>
    <message><source>Forms to print</source><translation>Formulir yang dicetak</translation></message>
    <message><source>The report set for the PyB: D, SKP, A.1.8, C of each person</source><translation>Set laporan PyB: D, SKP, A.1.8, C tiap pegawai</translation></message>
    <message><source>The forms ticked here</source><translation>Formulir yang dicentang</translation></message>
    <message><source>The whole agency</source><translation>Seluruh instansi</translation></message>
    <message><source>as many as come</source><translation>tidak dibatasi</translation></message>
    <message><source>take over files that still stand</source><translation>pakai berkas yang masih sama</translation></message>
    <message><source>leave out: print only what changed</source><translation>lewati: cetak yang berubah saja</translation></message>
    <message><source>print again as a further copy</source><translation>cetak lagi sebagai salinan berikutnya</translation></message>
    <message><source>For both sides: every paper begins on a front page</source><translation>Bolak-balik: tiap dokumen mulai di halaman depan</translation></message>
    <message><source>A cover list on top of each file, to sign for what comes back</source><translation>Daftar isi di depan tiap berkas, untuk paraf saat kembali</translation></message>
    <message><source>A section sheet before each unit or rater</source><translation>Lembar pembatas sebelum tiap unit atau penilai</translation></message>
    <message><source>Choose…</source><translation>Pilih…</translation></message>
    <message><source>Print</source><translation>Cetak</translation></message>
    <message><source>Cancel</source><translation>Batal</translation></message>
    <message><source>Into which folder?</source><translation>Ke folder mana?</translation></message>
</context>
</TS>
