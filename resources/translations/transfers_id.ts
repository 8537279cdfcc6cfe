<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="id" sourcelanguage="en">
<context>
    <name>TransfersTab</name>
    <message>
        <source>No agency has told of a move yet. A transfer file that is locked for you is passed on here, and so is its receipt.</source>
        <translation>Belum ada instansi yang melaporkan mutasi. Berkas mutasi yang dikunci untuk wilayah diteruskan di sini, begitu pula tanda terimanya.</translation>
    </message>
    <message>
        <source>Taken in under receipt %1; give it to %2, which passes it on to the old agency.</source>
        <translation>Diterima dengan tanda terima %1; serahkan kepada %2, yang meneruskannya ke instansi lama.</translation>
    </message>
    <message>
        <source>Receipt passed on to %1: %2. Give it to that agency.</source>
        <translation>Tanda terima diteruskan ke %1: %2. Serahkan kepada instansi itu.</translation>
    </message>
    <message>
        <source>Taken in under receipt %1; the receipt is not on the stick yet and stays owed.</source>
        <translation>Diterima dengan tanda terima %1; tanda terimanya belum tertulis di flashdisk dan masih terutang.</translation>
    </message>
    <message>
        <source>Written for %1: %2. Give it to the region, which passes it on.</source>
        <translation>Ditulis untuk %1: %2. Serahkan ke wilayah, yang akan meneruskannya.</translation>
    </message>
    <message>
        <source>Passed on to %1: %2. Give the receipt back to the old agency.</source>
        <translation>Diteruskan ke %1: %2. Serahkan tanda terimanya ke instansi lama.</translation>
    </message>
    <message>
        <source>Nothing was passed on to %1. The receipt says why: give it back.</source>
        <translation>Tidak ada yang diteruskan ke %1. Tanda terimanya menyebut sebabnya: kembalikan ke pengirim.</translation>
    </message>
    <message>
        <source>Passing %1 on</source>
        <translation>Meneruskan %1</translation>
    </message>
    <message>
        <source>Covering note: %1</source>
        <translation>Surat pengantar: %1</translation>
    </message>
    <message>
        <source>Pass a transfer file on to the new agency, or its receipt to the old one</source>
        <translation>Teruskan berkas mutasi ke instansi baru, atau tanda terimanya ke instansi lama</translation>
    </message>
    <message>
        <source>Pass a file on...</source>
        <translation>Teruskan berkas...</translation>
    </message>
    <message>
        <source>Covering note of the chosen transfer</source>
        <translation>Surat pengantar mutasi yang dipilih</translation>
    </message>
    <message>
        <source>Covering note...</source>
        <translation>Surat pengantar...</translation>
    </message>
    <message>
        <source>It came through %1; the signature of the old agency holds.</source>
        <translation>Berkas datang lewat %1; tanda tangan instansi lama cocok.</translation>
    </message>
    <message>
        <source>The key of the new agency is not known here: enter its code, and the region passes the file on.</source>
        <translation>Kunci instansi baru belum dikenal di sini: isi kodenya, wilayah akan meneruskan berkasnya.</translation>
    </message>
    <message>
        <source>evidence files too</source>
        <translation>sertakan berkas bukti dukung</translation>
    </message>
    <message>
        <source>name</source>
        <translation>nama</translation>
    </message>
    <message>
        <source>Name of the new agency</source>
        <translation>Nama instansi baru</translation>
    </message>
    <message>
        <source>code</source>
        <translation>kode</translation>
    </message>
    <message>
        <source>Code of the new agency</source>
        <translation>Kode instansi baru</translation>
    </message>
    <message>
        <source>another agency, through the region</source>
        <translation>instansi lain, lewat wilayah</translation>
    </message>
    <message>
        <source>%1 records made by %2: read here, changed only there.</source>
        <translation>%1 catatan buatan %2: dibaca di sini, diubah hanya di sana.</translation>
    </message>
    <message>
        <source>Nobody has moved to another agency or come from one.</source>
        <translation>Belum ada yang pindah ke instansi lain atau datang dari sana.</translation>
    </message>
    <message>
        <source>Folder or stick for the transfer file</source>
        <translation>Folder atau flashdisk untuk berkas mutasi</translation>
    </message>
    <message>
        <source>Taken in under receipt %1; give the stick back to the old agency.</source>
        <translation>Diterima dengan tanda terima %1; kembalikan flashdisk ke instansi asal.</translation>
    </message>
    <message>
        <source>Taking people in</source>
        <translation>Menerima pegawai</translation>
    </message>
    <message>
        <source>Looking into %1</source>
        <translation>Memeriksa %1</translation>
    </message>
    <message>
        <source>Transfer file</source>
        <translation>Berkas mutasi</translation>
    </message>
    <message>
        <source>Written for %1: %2. The receipt will say that they arrived.</source>
        <translation>Ditulis untuk %1: %2. Tanda terima nanti menyatakan mereka sudah diterima.</translation>
    </message>
    <message>
        <source>Packing a transfer</source>
        <translation>Mengemas mutasi</translation>
    </message>
    <message>
        <source>Who leaves for another agency takes record, plans, closed evaluations and papers along in one file; both agencies keep their copy, and only its maker changes a record.</source>
        <translation>Yang pindah ke instansi lain membawa data, SKP, evaluasi tertutup, dan register dokumen dalam satu berkas; kedua instansi menyimpan salinannya, dan hanya pembuatnya yang mengubah catatan.</translation>
    </message>
    <message>
        <source>Moves as both agencies state them; those that wait for the other side come first.</source>
        <translation>Mutasi menurut kedua instansi; yang masih menunggu pihak lain di atas.</translation>
    </message>
    <message>
        <source>Letter</source>
        <translation>Surat keputusan</translation>
    </message>
    <message>
        <source>Other agency</source>
        <translation>Instansi lain</translation>
    </message>
    <message>
        <source>Way</source>
        <translation>Arah</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Keadaan</translation>
    </message>
    <message>
        <source>Say first who this is: %1</source>
        <translation>Pastikan dulu siapa ini: %1</translation>
    </message>
    <message>
        <source>This file was taken before; the same receipt is written again.</source>
        <translation>Berkas ini sudah pernah diterima; tanda terima yang sama ditulis lagi.</translation>
    </message>
    <message>
        <source>People who come</source>
        <translation>Pegawai yang datang</translation>
    </message>
    <message>
        <source>Closed evaluations</source>
        <translation>Evaluasi tertutup</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Sejak</translation>
    </message>
    <message>
        <source>Who it is here</source>
        <translation>Siapa dia di sini</translation>
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
        <source>Take in</source>
        <translation>Terima</translation>
    </message>
    <message>
        <source>&amp;Post here</source>
        <translation>&amp;Jabatan di sini</translation>
    </message>
    <message>
        <source>&amp;Unit here</source>
        <translation>&amp;Unit di sini</translation>
    </message>
    <message>
        <source>as in the file</source>
        <translation>seperti dalam berkas</translation>
    </message>
    <message>
        <source>placed later</source>
        <translation>ditempatkan kemudian</translation>
    </message>
    <message>
        <source>Compare with what the old agency says: %1. Key of the sender: %2</source>
        <translation>Cocokkan dengan keterangan instansi asal: %1. Kunci pengirim: %2</translation>
    </message>
    <message>
        <source>From %1</source>
        <translation>Dari %1</translation>
    </message>
    <message>
        <source>Their record, posts, plans, closed evaluations and papers go in one file. Everything stays here too; from the first day at the new agency they count there.</source>
        <translation>Data, jabatan, SKP, evaluasi yang sudah ditutup, dan register dokumennya dibawa dalam satu berkas. Semuanya tetap ada di sini; sejak hari pertama di instansi baru mereka dihitung di sana.</translation>
    </message>
    <message>
        <source>The number of the letter is missing.</source>
        <translation>Nomor surat keputusan belum diisi.</translation>
    </message>
    <message>
        <source>Nobody is chosen yet.</source>
        <translation>Belum ada yang dipilih.</translation>
    </message>
    <message>
        <source>Let go and pack...</source>
        <translation>Lepas dan kemas...</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Batal</translation>
    </message>
    <message>
        <source>&amp;Letter</source>
        <translation>Surat &amp;keputusan</translation>
    </message>
    <message>
        <source>&amp;First day there</source>
        <translation>&amp;Hari pertama di sana</translation>
    </message>
    <message>
        <source>New &amp;agency</source>
        <translation>&amp;Instansi baru</translation>
    </message>
    <message>
        <source>&amp;Who moves</source>
        <translation>&amp;Siapa yang pindah</translation>
    </message>
    <message>
        <source>Day of the letter</source>
        <translation>Tanggal surat</translation>
    </message>
    <message>
        <source>dated</source>
        <translation>tertanggal</translation>
    </message>
    <message>
        <source>number of the transfer letter</source>
        <translation>nomor surat keputusan mutasi</translation>
    </message>
    <message>
        <source>First day there</source>
        <translation>Hari pertama di sana</translation>
    </message>
    <message>
        <source>People who move</source>
        <translation>Pegawai yang pindah</translation>
    </message>
    <message>
        <source>Who moves</source>
        <translation>Siapa yang pindah</translation>
    </message>
    <message>
        <source>Take in people who come from another agency</source>
        <translation>Terima pegawai yang datang dari instansi lain</translation>
    </message>
    <message>
        <source>Let people go to another agency</source>
        <translation>Lepas pegawai ke instansi lain</translation>
    </message>
    <message>
        <source>Take people in</source>
        <translation>Terima pegawai</translation>
    </message>
    <message>
        <source>Take people in...</source>
        <translation>Terima pegawai...</translation>
    </message>
    <message>
        <source>Let people go...</source>
        <translation>Lepas pegawai...</translation>
    </message>
    <message>
        <source>Let people go</source>
        <translation>Lepas pegawai</translation>
    </message>
    <message>
        <source>Transfers</source>
        <translation>Mutasi</translation>
    </message>
</context>
</TS>
