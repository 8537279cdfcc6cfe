<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="id" sourcelanguage="en">
<context>
    <name>KeyTables</name>
    <message>
        <source>Code</source>
        <translation>Kode</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Berkas</translation>
    </message>
    <message>
        <source>Happened</source>
        <translation>Terjadi</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Oleh</translation>
    </message>
    <message>
        <source>Whose</source>
        <translation>Milik</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Apa</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>No.</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Tanggal</translation>
    </message>
    <message>
        <source>Taken in</source>
        <translation>Diterima</translation>
    </message>
    <message>
        <source>Wrong tries</source>
        <translation>Salah</translation>
    </message>
    <message>
        <source>Groups to read</source>
        <translation>Kelompok dibaca</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Keadaan</translation>
    </message>
    <message>
        <source>by its card only</source>
        <translation>hanya dari kartu</translation>
    </message>
    <message>
        <source>blocked here</source>
        <translation>diblokir di sini</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Alasan</translation>
    </message>
    <message>
        <source>Fingerprint</source>
        <translation>Sidik kunci</translation>
    </message>
    <message>
        <source>Since list</source>
        <translation>Sejak daftar</translation>
    </message>
    <message>
        <source>Last good no.</source>
        <translation>No. sah terakhir</translation>
    </message>
    <message>
        <source>Key is</source>
        <translation>Kunci</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Peran</translation>
    </message>
    <message>
        <source>Agency</source>
        <translation>Perangkat daerah</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Perangkat</translation>
    </message>
</context>
<context>
    <name>KeyDialogs</name>
    <message>
        <source>%1 is retired after its package %2, the last one here. Whatever it sends later is refused; this PC sends for the agency once it has taken the new list in.</source>
        <translation>%1 dipensiunkan setelah kirimannya nomor %2, yang terakhir ada di sini. Kiriman sesudahnya ditolak; PC ini mengirim atas nama perangkat daerah setelah menerima daftar baru.</translation>
    </message>
    <message>
        <source>The agency has no primary PC now.</source>
        <translation>Perangkat daerah ini sekarang tidak punya PC utama.</translation>
    </message>
    <message>
        <source>&amp;Make it the primary</source>
        <translation>&amp;Jadikan utama</translation>
    </message>
    <message>
        <source>a new list for the agency, and the record of the change</source>
        <translation>daftar baru untuk perangkat daerah, dan catatan perubahannya</translation>
    </message>
    <message>
        <source>word of the head of the agency that the old primary PC is dead or gone</source>
        <translation>keterangan kepala perangkat daerah bahwa PC utama lama rusak atau hilang</translation>
    </message>
    <message>
        <source>Make it the primary PC</source>
        <translation>Jadikan PC utama</translation>
    </message>
    <message>
        <source>&amp;Announce</source>
        <translation>&amp;Umumkan</translation>
    </message>
    <message>
        <source>&amp;Take it up</source>
        <translation>&amp;Pakai</translation>
    </message>
    <message>
        <source>A new key is made and stands in the list as announced. Agencies write their packages to both keys from then on. Take it up one cycle later.</source>
        <translation>Kunci baru dibuat dan tercantum dalam daftar sebagai diumumkan. Sejak itu perangkat daerah menulis paket untuk kedua kunci. Pakai kunci itu satu siklus kemudian.</translation>
    </message>
    <message>
        <source>The announced key signs from now on. The present one is retired and goes on opening files that come late. Do it once the agencies have received the list with the announcement.</source>
        <translation>Kunci yang diumumkan menandatangani mulai sekarang. Kunci lama dipensiunkan dan tetap membuka berkas yang terlambat. Lakukan setelah perangkat daerah menerima daftar yang mengumumkannya.</translation>
    </message>
    <message>
        <source>record with the fingerprints of both keys</source>
        <translation>catatan dengan sidik kedua kunci</translation>
    </message>
    <message>
        <source>Announce the next key</source>
        <translation>Umumkan kunci berikutnya</translation>
    </message>
    <message>
        <source>Take up the next key</source>
        <translation>Pakai kunci berikutnya</translation>
    </message>
    <message>
        <source>&amp;Block</source>
        <translation>&amp;Blokir</translation>
    </message>
    <message>
        <source>&amp;Fingerprint</source>
        <translation>&amp;Sidik kunci</translation>
    </message>
    <message>
        <source>Files signed with this key are refused here from now on, whatever a list says. Only a new key ends it.</source>
        <translation>Berkas yang ditandatangani kunci ini ditolak di sini mulai sekarang, apa pun isi daftar. Hanya kunci baru yang mengakhirinya.</translation>
    </message>
    <message>
        <source>record with the reason</source>
        <translation>catatan dengan alasannya</translation>
    </message>
    <message>
        <source>all six groups of the fingerprint, by the one who knows of the loss</source>
        <translation>keenam kelompok sidik kunci, oleh orang yang melaporkan kehilangan</translation>
    </message>
    <message>
        <source>the officer at this PC; the caller is called back on the official number</source>
        <translation>petugas di PC ini; penelepon ditelepon balik ke nomor resminya</translation>
    </message>
    <message>
        <source>Block a key at once</source>
        <translation>Blokir kunci sekarang juga</translation>
    </message>
    <message>
        <source>%1 packages must be confirmed again on paper: numbers %2.</source>
        <translation>%1 paket harus ditegaskan lagi di atas kertas: nomor %2.</translation>
    </message>
    <message>
        <source>No package received is in doubt. Nothing new is taken from it.</source>
        <translation>Tidak ada paket yang diragukan. Yang baru tidak diterima lagi.</translation>
    </message>
    <message>
        <source>&amp;Retire</source>
        <translation>&amp;Pensiunkan</translation>
    </message>
    <message>
        <source>&amp;Revoke for good</source>
        <translation>&amp;Cabut selamanya</translation>
    </message>
    <message>
        <source>&amp;Last good number</source>
        <translation>Nomor sah &amp;terakhir</translation>
    </message>
    <message>
        <source>&amp;First doubtful number</source>
        <translation>Nomor meragukan &amp;pertama</translation>
    </message>
    <message>
        <source>record of the retirement</source>
        <translation>catatan pensiun kunci</translation>
    </message>
    <message>
        <source>record with every package that the agency must confirm again</source>
        <translation>catatan berisi setiap paket yang harus ditegaskan lagi oleh perangkat daerah</translation>
    </message>
    <message>
        <source>device, number and reason, on the telephone with the head of the agency</source>
        <translation>perangkat, nomor, dan alasan, lewat telepon dengan kepala perangkat daerah</translation>
    </message>
    <message>
        <source>the officer of the region; the head of the regional office signs the record</source>
        <translation>petugas regional; kepala kantor regional menandatangani catatan</translation>
    </message>
    <message>
        <source>Retire a key</source>
        <translation>Pensiunkan kunci</translation>
    </message>
    <message>
        <source>Revoke a key</source>
        <translation>Cabut kunci</translation>
    </message>
    <message>
        <source>&amp;Turn away</source>
        <translation>&amp;Tolak</translation>
    </message>
    <message>
        <source>%1 (%2) is not vouched for.</source>
        <translation>%1 (%2) tidak dijamin.</translation>
    </message>
    <message>
        <source>record with the reason, given back to the agency</source>
        <translation>catatan dengan alasannya, dikembalikan ke perangkat daerah</translation>
    </message>
    <message>
        <source>the officer of the region</source>
        <translation>petugas regional</translation>
    </message>
    <message>
        <source>Turn a request away</source>
        <translation>Tolak pendaftaran</translation>
    </message>
    <message>
        <source>&amp;Admit</source>
        <translation>&amp;Terima</translation>
    </message>
    <message>
        <source>read by a hand scanner from the form</source>
        <translation>dibaca pemindai genggam dari formulir</translation>
    </message>
    <message>
        <source>or &amp;scanned code</source>
        <translation>atau kode &amp;pindaian</translation>
    </message>
    <message>
        <source>&amp;Groups on the paper</source>
        <translation>&amp;Kelompok di kertas</translation>
    </message>
    <message>
        <source>It follows a key of the same PC, which is retired after package %1.</source>
        <translation>Menggantikan kunci PC yang sama, yang dipensiunkan setelah paket %1.</translation>
    </message>
    <message>
        <source>%1 asks for %2. Check stamp and signature of the head first.</source>
        <translation>%1 mendaftarkan %2. Periksa dahulu cap dan tanda tangan kepalanya.</translation>
    </message>
    <message>
        <source>record of the admission; the form itself is filed</source>
        <translation>catatan penerimaan; formulirnya sendiri diarsipkan</translation>
    </message>
    <message>
        <source>the two groups asked for below, from the paper and never from a screen</source>
        <translation>dua kelompok yang diminta di bawah, dari kertas dan tidak pernah dari layar</translation>
    </message>
    <message>
        <source>the officer of the region with the stamped original; a second officer reads aloud</source>
        <translation>petugas regional dengan formulir asli yang dicap; petugas kedua membacakan</translation>
    </message>
    <message>
        <source>Admit a device</source>
        <translation>Terima perangkat</translation>
    </message>
    <message>
        <source>&amp;Take it in</source>
        <translation>&amp;Terima</translation>
    </message>
    <message>
        <source>&amp;Groups of the circular</source>
        <translation>&amp;Kelompok di surat edaran</translation>
    </message>
    <message>
        <source>%1, list number %2 of %3, with %4 keys.</source>
        <translation>%1, daftar nomor %2 tanggal %3, berisi %4 kunci.</translation>
    </message>
    <message>
        <source>the officer at this PC; the signatures are checked by the program</source>
        <translation>petugas di PC ini; tanda tangan diperiksa oleh program</translation>
    </message>
    <message>
        <source>record of the first list, signed by the head of the agency</source>
        <translation>catatan daftar pertama, ditandatangani kepala perangkat daerah</translation>
    </message>
    <message>
        <source>the six groups under “Sidik Kunci Akar” of the official circular</source>
        <translation>keenam kelompok angka di bawah “Sidik Kunci Akar” pada surat edaran resmi</translation>
    </message>
    <message>
        <source>two officers: one reads the circular, the other types</source>
        <translation>dua petugas: satu membaca surat edaran, satu mengetik</translation>
    </message>
    <message>
        <source>Take in the trust list</source>
        <translation>Terima daftar kunci</translation>
    </message>
    <message>
        <source>&amp;Write file and form</source>
        <translation>&amp;Tulis berkas dan formulir</translation>
    </message>
    <message>
        <source>&amp;Change the keys</source>
        <translation>&amp;Ganti kunci</translation>
    </message>
    <message>
        <source>&amp;Folder</source>
        <translation>&amp;Folder</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Folder</translation>
    </message>
    <message>
        <source>A file is written to the stick and a form into the same folder. Print the form, have it stamped, and take both to the regional office, best by two people.</source>
        <translation>Berkas ditulis ke flashdisk dan formulir ke folder yang sama. Cetak formulirnya, minta dicap, lalu bawa keduanya ke kantor regional, sebaiknya oleh dua orang.</translation>
    </message>
    <message>
        <source>From now on packages are signed with the new keys. The regional office takes them once it has read the new form, so take form, enrolment file and the next package there together.</source>
        <translation>Mulai sekarang paket ditandatangani dengan kunci baru. Kantor regional menerimanya setelah membaca formulir baru, jadi bawa formulir, berkas pendaftaran, dan paket berikutnya bersama-sama.</translation>
    </message>
    <message>
        <source>form with six groups of digits and a square code, on paper only</source>
        <translation>formulir dengan enam kelompok angka dan kode kotak, hanya di atas kertas</translation>
    </message>
    <message>
        <source>the officer at this PC; the head of the agency signs and stamps the form</source>
        <translation>petugas di PC ini; kepala perangkat daerah menandatangani dan mencap formulir</translation>
    </message>
    <message>
        <source>Enrol this PC at the regional office</source>
        <translation>Daftarkan PC ini ke kantor regional</translation>
    </message>
    <message>
        <source>Change the keys of this PC</source>
        <translation>Ganti kunci PC ini</translation>
    </message>
    <message>
        <source>R&amp;ole</source>
        <translation>&amp;Peran</translation>
    </message>
    <message>
        <source>is printed and travels along</source>
        <translation>tercetak dan ikut terkirim</translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation>&amp;Alasan</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>Kertas</translation>
    </message>
    <message>
        <source>Say aloud</source>
        <translation>Yang diucapkan</translation>
    </message>
    <message>
        <source>Present</source>
        <translation>Yang hadir</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Batal</translation>
    </message>
    <message>
        <source>Where is the memory stick?</source>
        <translation>Di mana flashdisknya?</translation>
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
        <source>Group %1</source>
        <translation>Kelompok %1</translation>
    </message>
</context>
<context>
    <name>KeyCeremony</name>
    <message>
        <source>&amp;Next »</source>
        <translation>&amp;Lanjut »</translation>
    </message>
    <message>
        <source>&amp;Let it stand</source>
        <translation>&amp;Sahkan</translation>
    </message>
    <message>
        <source>« &amp;Back</source>
        <translation>« &amp;Kembali</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Batal</translation>
    </message>
    <message>
        <source>Ceremony of the root keys</source>
        <translation>Upacara kunci akar</translation>
    </message>
    <message>
        <source>Change the root keys</source>
        <translation>Ganti kunci akar</translation>
    </message>
    <message>
        <source>&amp;What the witness wrote</source>
        <translation>&amp;Yang ditulis saksi</translation>
    </message>
    <message>
        <source>Fingerprint of the root</source>
        <translation>Sidik kunci akar</translation>
    </message>
    <message>
        <source>The leader reads the six groups aloud, slowly and digit by digit. A witness writes them on paper without seeing the screen, and then types them from his paper. Only when both agree is anything written.</source>
        <translation>Pemimpin membacakan keenam kelompok, pelan dan angka demi angka. Seorang saksi menulisnya di kertas tanpa melihat layar, lalu mengetiknya dari kertas itu. Baru setelah keduanya sama, sesuatu ditulis.</translation>
    </message>
    <message>
        <source>Read aloud and write down</source>
        <translation>Bacakan dan tuliskan</translation>
    </message>
    <message>
        <source>key %1, holder %2</source>
        <translation>kunci %1, pemegang %2</translation>
    </message>
    <message>
        <source>Which root key file?</source>
        <translation>Berkas kunci akar yang mana?</translation>
    </message>
    <message>
        <source>A new key for signing lists (this PC was stolen or replaced)</source>
        <translation>Kunci baru untuk menandatangani daftar (PC ini dicuri atau diganti)</translation>
    </message>
    <message>
        <source>Another holder for key %1</source>
        <translation>Pemegang lain untuk kunci %1</translation>
    </message>
    <message>
        <source>Passphrase %1</source>
        <translation>Kata sandi %1</translation>
    </message>
    <message>
        <source>Choose root key file %1</source>
        <translation>Pilih berkas kunci akar %1</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Pilih…</translation>
    </message>
    <message>
        <source>Root key file %1</source>
        <translation>Berkas kunci akar %1</translation>
    </message>
    <message>
        <source>Each holder puts in his stick and types his own passphrase; the others look away. Two of the three keys are enough. Then mark what is to be changed.</source>
        <translation>Setiap pemegang memasang flashdisknya dan mengetik kata sandinya sendiri; yang lain memalingkan muka. Dua dari tiga kunci cukup. Lalu tandai apa yang diganti.</translation>
    </message>
    <message>
        <source>Two holders open their keys</source>
        <translation>Dua pemegang membuka kuncinya</translation>
    </message>
    <message>
        <source>Holder: %1</source>
        <translation>Pemegang: %1</translation>
    </message>
    <message>
        <source>&amp;Stick of this holder</source>
        <translation>&amp;Flashdisk pemegang ini</translation>
    </message>
    <message>
        <source>Everybody else looks away. The holder puts in a stick of his own, types a passphrase of at least twelve signs that nobody else knows, and takes the stick with him when the ceremony is over.</source>
        <translation>Yang lain memalingkan muka. Pemegang memasang flashdisknya sendiri, mengetik kata sandi sedikitnya dua belas huruf yang tidak diketahui orang lain, dan membawa pulang flashdisknya setelah upacara.</translation>
    </message>
    <message>
        <source>A holder alone</source>
        <translation>Pemegang sendirian</translation>
    </message>
    <message>
        <source>Witness %1</source>
        <translation>Saksi %1</translation>
    </message>
    <message>
        <source>for example head, head of IT, sealed envelope</source>
        <translation>misalnya kepala, kepala TI, amplop tersegel</translation>
    </message>
    <message>
        <source>Holder &amp;%1</source>
        <translation>Pemegang &amp;%1</translation>
    </message>
    <message>
        <source>&amp;Leader of the ceremony</source>
        <translation>Pe&amp;mimpin upacara</translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation>&amp;Alasan</translation>
    </message>
    <message>
        <source>Close the room, take the network cable out, and check everybody's identity card. Nobody holds two keys, and no holder is a witness.</source>
        <translation>Tutup ruangan, cabut kabel jaringan, dan periksa tanda pengenal semua orang. Tidak seorang pun memegang dua kunci, dan pemegang bukan saksi.</translation>
    </message>
    <message>
        <source>Who is here</source>
        <translation>Siapa yang hadir</translation>
    </message>
</context>
<context>
    <name>KeysTab</name>
    <message>
        <source>Make primary…</source>
        <translation>Jadikan utama…</translation>
    </message>
    <message>
        <source>The trust list of the regional office came with a return: compare its groups with the official circular (Take in the trust list).</source>
        <translation>Daftar kunci kantor regional datang bersama balasan: bandingkan kelompoknya dengan surat edaran (Terima daftar kunci).</translation>
    </message>
    <message>
        <source>Look at the form…</source>
        <translation>Lihat formulir…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Tutup</translation>
    </message>
    <message>
        <source>No file was refused for its key or for a name that is not its own.</source>
        <translation>Belum ada berkas yang ditolak karena kunci atau nama yang bukan miliknya.</translation>
    </message>
    <message>
        <source>Nothing was done with keys here yet.</source>
        <translation>Belum ada yang dilakukan dengan kunci di sini.</translation>
    </message>
    <message>
        <source>Nobody waits. Take in the enrolment file from an agency's stick.</source>
        <translation>Tidak ada yang menunggu. Terima berkas pendaftaran dari flashdisk perangkat daerah.</translation>
    </message>
    <message>
        <source>No key of anybody else is known here yet.</source>
        <translation>Belum ada kunci pihak lain yang dikenal di sini.</translation>
    </message>
    <message>
        <source>The regional office takes nothing signed with this key any more: change the keys.</source>
        <translation>Kantor regional tidak menerima apa pun dengan kunci ini lagi: ganti kuncinya.</translation>
    </message>
    <message>
        <source>This key is not in the list yet: take file and stamped form to the regional office.</source>
        <translation>Kunci ini belum ada dalam daftar: bawa berkas dan formulir yang dicap ke kantor regional.</translation>
    </message>
    <message>
        <source>Enrol this PC, and take in the trust list of the regional office when it comes back.</source>
        <translation>Daftarkan PC ini, lalu terima daftar kunci dari kantor regional bila sudah kembali.</translation>
    </message>
    <message>
        <source>%1 enrolments wait for their paper.</source>
        <translation>%1 pendaftaran menunggu kertasnya.</translation>
    </message>
    <message>
        <source>Hold the key ceremony with three holders and two witnesses; the manual has the page to read.</source>
        <translation>Lakukan upacara kunci dengan tiga pemegang dan dua saksi; naskahnya ada di buku panduan.</translation>
    </message>
    <message>
        <source>in no list yet</source>
        <translation>belum ada dalam daftar</translation>
    </message>
    <message>
        <source>Trust list of %1: number %2 of %3. Fingerprint of the root: %4</source>
        <translation>Daftar kunci %1: nomor %2 tanggal %3. Sidik kunci akar: %4</translation>
    </message>
    <message>
        <source>This PC %1: %2</source>
        <translation>PC ini %1: %2</translation>
    </message>
    <message>
        <source>Enrolment file</source>
        <translation>Berkas pendaftaran</translation>
    </message>
    <message>
        <source>Form to print</source>
        <translation>Formulir untuk dicetak</translation>
    </message>
    <message>
        <source>Fingerprint</source>
        <translation>Sidik kunci</translation>
    </message>
    <message>
        <source>Now print the form, have it stamped, and take both to the regional office.</source>
        <translation>Sekarang cetak formulirnya, minta dicap, lalu bawa keduanya ke kantor regional.</translation>
    </message>
    <message>
        <source>Enrolment written</source>
        <translation>Pendaftaran ditulis</translation>
    </message>
    <message>
        <source>Record %1</source>
        <translation>Catatan %1</translation>
    </message>
    <message>
        <source>Which enrolment file?</source>
        <translation>Berkas pendaftaran yang mana?</translation>
    </message>
    <message>
        <source>Trust list written: %1</source>
        <translation>Daftar kunci ditulis: %1</translation>
    </message>
    <message>
        <source>Where is the memory stick?</source>
        <translation>Di mana flashdisknya?</translation>
    </message>
    <message>
        <source>Which trust list?</source>
        <translation>Daftar kunci yang mana?</translation>
    </message>
    <message>
        <source>Requests, records and incidents</source>
        <translation>Pendaftaran, catatan, dan kejadian</translation>
    </message>
    <message>
        <source>Wait for the paper</source>
        <translation>Menunggu kertas</translation>
    </message>
    <message>
        <source>Incidents</source>
        <translation>Kejadian</translation>
    </message>
    <message>
        <source>What was done</source>
        <translation>Yang dilakukan</translation>
    </message>
    <message>
        <source>Known keys</source>
        <translation>Kunci yang dikenal</translation>
    </message>
    <message>
        <source>Print the record</source>
        <translation>Cetak catatan</translation>
    </message>
    <message>
        <source>Print the record…</source>
        <translation>Cetak catatan…</translation>
    </message>
    <message>
        <source>Revoke…</source>
        <translation>Cabut…</translation>
    </message>
    <message>
        <source>Retire…</source>
        <translation>Pensiunkan…</translation>
    </message>
    <message>
        <source>Turn away…</source>
        <translation>Tolak…</translation>
    </message>
    <message>
        <source>Admit…</source>
        <translation>Terima…</translation>
    </message>
    <message>
        <source>Block a key…</source>
        <translation>Blokir kunci…</translation>
    </message>
    <message>
        <source>Next key…</source>
        <translation>Kunci berikutnya…</translation>
    </message>
    <message>
        <source>Write the list…</source>
        <translation>Tulis daftar…</translation>
    </message>
    <message>
        <source>Take in an enrolment…</source>
        <translation>Terima pendaftaran…</translation>
    </message>
    <message>
        <source>Change the root…</source>
        <translation>Ganti kunci akar…</translation>
    </message>
    <message>
        <source>Key ceremony…</source>
        <translation>Upacara kunci…</translation>
    </message>
    <message>
        <source>Take in the trust list…</source>
        <translation>Terima daftar kunci…</translation>
    </message>
    <message>
        <source>Change keys…</source>
        <translation>Ganti kunci…</translation>
    </message>
    <message>
        <source>Enrol this PC…</source>
        <translation>Daftarkan PC ini…</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Kunci</translation>
    </message>
</context>
</TS>
