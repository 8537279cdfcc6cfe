<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="id" sourcelanguage="en">
<context>
    <name>UpdateCard</name>
    <message>
        <source>Into which folder?</source>
        <translation>Ke folder mana?</translation>
    </message>
    <message>
        <source>The installer lies in %1. Close MeritDesk, then start it.</source>
        <translation>Pemasangnya ada di %1. Tutup MeritDesk, lalu jalankan.</translation>
    </message>
    <message>
        <source>Sign an installer...</source>
        <translation>Tandatangani pemasang...</translation>
    </message>
    <message>
        <source>Check an update...</source>
        <translation>Periksa pembaruan...</translation>
    </message>
    <message>
        <source>A newer MeritDesk on a stick. Before it is installed, signature, version and every byte are checked; no network is needed.</source>
        <translation>MeritDesk yang lebih baru di flashdisk. Sebelum dipasang, tanda tangan, versi, dan setiap bita diperiksa; jaringan tidak diperlukan.</translation>
    </message>
    <message>
        <source>Update of the program</source>
        <translation>Pembaruan program</translation>
    </message>
    <message>
        <source>%1 is signed; hand it to the agencies as you hand them files.</source>
        <translation>%1 sudah ditandatangani; serahkan kepada instansi seperti berkas lain.</translation>
    </message>
    <message>
        <source>Which installer?</source>
        <translation>Pemasang yang mana?</translation>
    </message>
    <message>
        <source>Take the installer out...</source>
        <translation>Keluarkan pemasang...</translation>
    </message>
    <message>
        <source>Make a backup first. Then close MeritDesk and start the installer.</source>
        <translation>Buat cadangan dahulu. Lalu tutup MeritDesk dan jalankan pemasangnya.</translation>
    </message>
    <message>
        <source>%1 holds: version %2, signed by %3. This program is %4.</source>
        <translation>%1 sah: versi %2, ditandatangani %3. Program ini versi %4.</translation>
    </message>
    <message>
        <source>Which update file?</source>
        <translation>Berkas pembaruan yang mana?</translation>
    </message>
</context>
</TS>
