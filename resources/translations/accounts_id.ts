<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="id" sourcelanguage="en">
<context>
    <name>SecondDialog</name>
    <message>
        <source>&amp;Password</source>
        <translation>&amp;Kata sandi</translation>
    </message>
    <message>
        <source>&amp;Name of the account</source>
        <translation>&amp;Nama akun</translation>
    </message>
    <message>
        <source>&amp;Confirm</source>
        <translation>&amp;Sahkan</translation>
    </message>
    <message>
        <source>The second person</source>
        <translation>Orang kedua</translation>
    </message>
    <message>
        <source>%1 is done by two. Let the second person type name and password here; both names will stand in the journal.</source>
        <translation>%1 dilakukan berdua. Minta orang kedua mengetik nama dan kata sandinya di sini; kedua nama tercatat di jurnal.</translation>
    </message>
</context>
<context>
    <name>LockDialog</name>
    <message>
        <source>&amp;Passphrase of the office</source>
        <translation>&amp;Kata sandi kantor</translation>
    </message>
    <message>
        <source>&amp;Password</source>
        <translation>&amp;Kata sandi</translation>
    </message>
    <message>
        <source>The other's work is kept as drafts; the desk opens anew for you.</source>
        <translation>Pekerjaan petugas sebelumnya disimpan sebagai rancangan; meja dibuka baru untuk Anda.</translation>
    </message>
    <message>
        <source>What was typed is kept, and work that runs goes on.</source>
        <translation>Yang sudah diketik disimpan, dan pekerjaan yang berjalan diteruskan.</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>Buka kunci</translation>
    </message>
    <message>
        <source>Somebody else works here</source>
        <translation>Orang lain yang bekerja</translation>
    </message>
    <message>
        <source>&amp;Name of the account</source>
        <translation>&amp;Nama akun</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>Terkunci</translation>
    </message>
</context>
<context>
    <name>KeeperDialog</name>
    <message>
        <source>Back to the door</source>
        <translation>Kembali ke pintu</translation>
    </message>
    <message>
        <source>The passphrase of the office opens the keeping of accounts only: let somebody in again, or give a new password. All of it stands in the journal. Then open MeritDesk with name and password.</source>
        <translation>Kata sandi kantor hanya membuka pengurusan akun: mengaktifkan kembali seseorang, atau memberi kata sandi baru. Semuanya tercatat di jurnal. Sesudah itu buka MeritDesk dengan nama dan kata sandi.</translation>
    </message>
    <message>
        <source>Keep the accounts</source>
        <translation>Mengurus akun</translation>
    </message>
</context>
<context>
    <name>AccountTable</name>
    <message>
        <source>In the register</source>
        <translation>Di daftar pegawai</translation>
    </message>
    <message>
        <source>Wrong tries</source>
        <translation>Salah sandi</translation>
    </message>
    <message>
        <source>Last seen</source>
        <translation>Terakhir terlihat</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Keadaan</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Peran</translation>
    </message>
    <message>
        <source>Full name</source>
        <translation>Nama lengkap</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Akun</translation>
    </message>
    <message>
        <source>%1, waits %2 min</source>
        <translation>%1, menunggu %2 menit</translation>
    </message>
</context>
<context>
    <name>ProtectionDialog</name>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Simpan</translation>
    </message>
    <message>
        <source>&amp;Lock the window after</source>
        <translation>&amp;Kunci jendela sesudah</translation>
    </message>
    <message>
        <source> minutes</source>
        <translation> menit</translation>
    </message>
    <message>
        <source>never</source>
        <translation>tidak pernah</translation>
    </message>
    <message>
        <source>Ask for a &amp;second person once two accounts may confirm</source>
        <translation>Minta &amp;orang kedua begitu ada dua akun yang boleh mengesahkan</translation>
    </message>
    <message>
        <source>The law leaves both to the agency. Two people close the year, open again what was closed, erase, and change keys; the second gives name and password at the spot, and both names stand in the journal.</source>
        <translation>Keduanya diserahkan kepada instansi. Dua orang bersama-sama menutup tahun, membuka kembali yang sudah ditutup, menghapus, dan mengganti kunci; orang kedua mengetik nama dan kata sandinya saat itu juga, dan kedua nama tercatat di jurnal.</translation>
    </message>
    <message>
        <source>Protection of this desk</source>
        <translation>Penjagaan meja ini</translation>
    </message>
    <message>
        <source>The protection of this desk was changed.</source>
        <translation>Penjagaan meja ini diubah.</translation>
    </message>
</context>
<context>
    <name>AccountDialog</name>
    <message>
        <source>The account %1 was saved.</source>
        <translation>Akun %1 disimpan.</translation>
    </message>
    <message>
        <source>Name in the &amp;journal until now</source>
        <translation>Nama di &amp;jurnal selama ini</translation>
    </message>
    <message>
        <source>In the re&amp;gister</source>
        <translation>Di daftar pe&amp;gawai</translation>
    </message>
    <message>
        <source>The name stands in the journal and is never given to anybody else. Who forgets the password gets a new one from the head.</source>
        <translation>Nama ini tercatat di jurnal dan tidak pernah diberikan kepada orang lain. Yang lupa kata sandi mendapat yang baru dari kepala.</translation>
    </message>
    <message>
        <source>The first account is that of the head of office, who keeps all others. From the next opening on, everybody opens MeritDesk with name and password; the office's passphrase then only opens the keeping of accounts. Make an account for yourself right afterwards.</source>
        <translation>Akun pertama adalah akun kepala kantor, yang mengurus semua akun lain. Mulai pembukaan berikutnya, setiap orang membuka MeritDesk dengan nama dan kata sandinya; kata sandi kantor kemudian hanya membuka pengurusan akun. Buat akun untuk Anda sendiri segera sesudah ini.</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Simpan</translation>
    </message>
    <message>
        <source>&amp;Role</source>
        <translation>&amp;Peran</translation>
    </message>
    <message>
        <source>&amp;Full name</source>
        <translation>Nama &amp;lengkap</translation>
    </message>
    <message>
        <source>&amp;Name of the account</source>
        <translation>&amp;Nama akun</translation>
    </message>
    <message>
        <source>who acted before accounts were made</source>
        <translation>pelaku sebelum ada akun</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Akun</translation>
    </message>
</context>
<context>
    <name>PasswordDialog</name>
    <message>
        <source>Give %1 this password; the account's holder then changes it.</source>
        <translation>Berikan kata sandi ini kepada %1; pemilik akun kemudian menggantinya sendiri.</translation>
    </message>
    <message>
        <source>The password of %1 was changed.</source>
        <translation>Kata sandi %1 diganti.</translation>
    </message>
    <message>
        <source>From now on the new password opens your account. It does not run out.</source>
        <translation>Mulai sekarang kata sandi baru membuka akun Anda. Kata sandi ini tidak kedaluwarsa.</translation>
    </message>
    <message>
        <source>&amp;Change it</source>
        <translation>&amp;Ganti</translation>
    </message>
    <message>
        <source>Password until &amp;now</source>
        <translation>Kata sandi &amp;sekarang</translation>
    </message>
    <message>
        <source>New password</source>
        <translation>Kata sandi baru</translation>
    </message>
</context>
<context>
    <name>AccountsTab</name>
    <message>
        <source>You work as %1 (%2).</source>
        <translation>Anda bekerja sebagai %1 (%2).</translation>
    </message>
    <message>
        <source>The window locks after %1 minutes, at once with Ctrl+Alt+L.</source>
        <translation>Jendela terkunci sesudah %1 menit, seketika dengan Ctrl+Alt+L.</translation>
    </message>
    <message>
        <source>Close the account %1 for good?</source>
        <translation>Tutup akun %1 untuk selamanya?</translation>
    </message>
    <message>
        <source>Suspend</source>
        <translation>Tangguhkan</translation>
    </message>
    <message>
        <source>Let in again</source>
        <translation>Aktifkan kembali</translation>
    </message>
    <message>
        <source>The window locks with Ctrl+Alt+L only.</source>
        <translation>Jendela hanya terkunci dengan Ctrl+Alt+L.</translation>
    </message>
    <message>
        <source>One person is enough for everything.</source>
        <translation>Satu orang cukup untuk semuanya.</translation>
    </message>
    <message>
        <source>Two people are asked for to close the year, open again, erase and change keys.</source>
        <translation>Dua orang diminta untuk menutup tahun, membuka kembali, menghapus, dan mengganti kunci.</translation>
    </message>
    <message>
        <source>Two people, and when the window locks</source>
        <translation>Dua orang, dan kapan jendela terkunci</translation>
    </message>
    <message>
        <source>Suspend the chosen account, or let it in again</source>
        <translation>Tangguhkan akun terpilih, atau aktifkan kembali</translation>
    </message>
    <message>
        <source>Give the chosen account a new password</source>
        <translation>Beri akun terpilih kata sandi baru</translation>
    </message>
    <message>
        <source>Change the chosen account</source>
        <translation>Ubah akun terpilih</translation>
    </message>
    <message>
        <source>Make a new account</source>
        <translation>Buat akun baru</translation>
    </message>
    <message>
        <source>This desk works on a shared server: its logins are the accounts, and the server's administrator keeps them.</source>
        <translation>Meja ini bekerja di server bersama: login di server adalah akunnya, dan administrator server yang mengurusnya.</translation>
    </message>
    <message>
        <source>Close it</source>
        <translation>Tutup</translation>
    </message>
    <message>
        <source>It never opens again, and its name is given to nobody else. The journal keeps it.</source>
        <translation>Akun ini tidak pernah terbuka lagi, dan namanya tidak diberikan kepada orang lain. Jurnal tetap menyimpannya.</translation>
    </message>
    <message>
        <source>Protection…</source>
        <translation>Penjagaan…</translation>
    </message>
    <message>
        <source>Close for good…</source>
        <translation>Tutup selamanya…</translation>
    </message>
    <message>
        <source>New password…</source>
        <translation>Kata sandi baru…</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Ubah…</translation>
    </message>
    <message>
        <source>New account…</source>
        <translation>Akun baru…</translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation>Akun</translation>
    </message>
    <message>
        <source>Accounts of this desk</source>
        <translation>Akun di meja ini</translation>
    </message>
    <message>
        <source>Nobody has an account: whoever knows the passphrase of the office works here. That is enough for one clerk alone. If several share this PC, make an account for the head first (New account…).</source>
        <translation>Belum ada akun: siapa pun yang tahu kata sandi kantor bekerja di sini. Itu cukup untuk satu petugas. Bila beberapa orang memakai PC ini, buat dahulu akun kepala (Akun baru…).</translation>
    </message>
</context>
<context>
    <name>StartDialog</name>
    <message>
        <source>People have accounts here: the passphrase only opens the keeping of accounts.</source>
        <translation>Di sini ada akun petugas: kata sandi kantor hanya membuka pengurusan akun.</translation>
    </message>
    <message>
        <source>Your &amp;password</source>
        <translation>Kata &amp;sandi Anda</translation>
    </message>
    <message>
        <source>The data are encrypted. Open them with your name and password.</source>
        <translation>Data terenkripsi. Buka dengan nama dan kata sandi Anda.</translation>
    </message>
    <message>
        <source>The data are encrypted. They open with the key on the recovery sheet.</source>
        <translation>Data terenkripsi. Data dibuka dengan kunci pada lembar pemulihan.</translation>
    </message>
    <message>
        <source>With the passphrase of the office, which opens nothing else any more</source>
        <translation>Dengan kata sandi kantor, yang tidak membuka hal lain lagi</translation>
    </message>
    <message>
        <source>Keep accounts</source>
        <translation>Urus akun</translation>
    </message>
    <message>
        <source>Name of your account</source>
        <translation>Nama akun Anda</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Nama</translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>Who works here (Ctrl+Alt+L locks the window)</source>
        <translation>Siapa yang bekerja di sini (Ctrl+Alt+L mengunci jendela)</translation>
    </message>
</context>
<context>
    <name>Commands</name>
    <message>
        <source>Lock the window</source>
        <translation>Kunci jendela</translation>
    </message>
</context>
<context>
    <name>Journal</name>
    <message>
        <source>Protection of the desk changed</source>
        <translation>Penjagaan meja diubah</translation>
    </message>
    <message>
        <source>Own password changed</source>
        <translation>Kata sandi sendiri diganti</translation>
    </message>
    <message>
        <source>Password given anew</source>
        <translation>Kata sandi diberi baru</translation>
    </message>
    <message>
        <source>Account closed for good</source>
        <translation>Akun ditutup selamanya</translation>
    </message>
    <message>
        <source>Account let in again</source>
        <translation>Akun diaktifkan kembali</translation>
    </message>
    <message>
        <source>Account suspended</source>
        <translation>Akun ditangguhkan</translation>
    </message>
    <message>
        <source>Account changed</source>
        <translation>Akun diubah</translation>
    </message>
    <message>
        <source>Account made</source>
        <translation>Akun dibuat</translation>
    </message>
</context>
<context>
    <name>ReadyPage</name>
    <message>
        <source>&amp;Several people share this PC: make the account of the head of office before that</source>
        <translation>Beberapa &amp;orang memakai PC ini: buat akun kepala kantor lebih dahulu</translation>
    </message>
</context>
<context>
    <name>Deeds</name>
    <message>
        <source>Only for {roles} ({action}). You work here as {role}.</source>
        <translation>Hanya untuk {roles} ({action}). Anda bekerja di sini sebagai {role}.</translation>
    </message>
    <message>
        <source>or</source>
        <translation>atau</translation>
    </message>
    <message>
        <source>These data are only looked at here; not possible: {action}.</source>
        <translation>Data ini hanya dilihat di sini; tidak dapat: {action}.</translation>
    </message>
</context>
<context>
    <name>ClockBand</name>
    <message>
        <source>Set the date and time of this PC right, then look again. Nothing is lost and the journal keeps its order; but dates on papers and deadlines come from the clock.</source>
        <translation>Betulkan tanggal dan jam PC ini, lalu lihat lagi. Tidak ada yang hilang dan urutan jurnal tetap benar; tetapi tanggal pada dokumen dan tenggat mengikuti jam.</translation>
    </message>
    <message>
        <source>The clock of this PC says %1, years after the last change, saved %2.</source>
        <translation>Jam PC ini menunjukkan %1, bertahun-tahun setelah perubahan terakhir (%2).</translation>
    </message>
    <message>
        <source>The clock of this PC says %1, but the last change was saved %2.</source>
        <translation>Jam PC ini menunjukkan %1, padahal perubahan terakhir disimpan %2.</translation>
    </message>
    <message>
        <source>The clock of this PC says %1, which cannot be.</source>
        <translation>Jam PC ini menunjukkan %1; itu tidak mungkin.</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Lihat lagi</translation>
    </message>
</context>
</TS>
