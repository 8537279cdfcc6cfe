<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="id" sourcelanguage="en">
<context>
    <name>BlockersPage</name>
    <message>
        <source>Nothing of this kind. Take the filters out to see the rest.</source>
        <translation>Tidak ada yang seperti ini. Hapus saringan untuk melihat yang lain.</translation>
    </message>
</context>
<context>
    <name>Chip</name>
    <message>
        <source>%1 values</source>
        <translation>%1 nilai</translation>
    </message>
    <message>
        <source>Filter %1, Del takes it out</source>
        <translation>Saringan %1, Del menghapusnya</translation>
    </message>
    <message>
        <source>Take this filter out</source>
        <translation>Hapus saringan ini</translation>
    </message>
    <message>
        <source>Take out the filter %1</source>
        <translation>Hapus saringan %1</translation>
    </message>
</context>
<context>
    <name>ChipRow</name>
    <message>
        <source>+ Filter</source>
        <translation>+ Saring</translation>
    </message>
    <message>
        <source>Filter the list by…</source>
        <translation>Saring daftar menurut…</translation>
    </message>
</context>
<context>
    <name>Chooser</name>
    <message>
        <source>Type to find</source>
        <translation>Ketik untuk mencari</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Saring</translation>
    </message>
</context>
<context>
    <name>CirculationTab</name>
    <message>
        <source>Where</source>
        <translation>Posisi</translation>
    </message>
    <message>
        <source>No paper fits. Take the filters out to see all.</source>
        <translation>Tidak ada dokumen yang cocok. Hapus saringan untuk melihat semua.</translation>
    </message>
</context>
<context>
    <name>CirculationTable</name>
    <message>
        <source>NIP</source>
        <translation>NIP</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>Formulir</translation>
    </message>
</context>
<context>
    <name>ColumnsDialog</name>
    <message>
        <source>Columns of the list</source>
        <translation>Kolom daftar</translation>
    </message>
    <message>
        <source>Space shows or hides a column. Alt+Up and Alt+Down move it.</source>
        <translation>Spasi menampilkan atau menyembunyikan kolom. Alt+Panah atas dan Alt+Panah bawah memindahkannya.</translation>
    </message>
    <message>
        <source>&amp;Up</source>
        <translation>&amp;Naik</translation>
    </message>
    <message>
        <source>&amp;Down</source>
        <translation>&amp;Turun</translation>
    </message>
    <message>
        <source>As the list comes</source>
        <translation>Seperti semula</translation>
    </message>
    <message>
        <source>Show these columns</source>
        <translation>Tampilkan kolom ini</translation>
    </message>
</context>
<context>
    <name>DeadlineTable</name>
    <message>
        <source>NIP</source>
        <translation>NIP</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Unit</translation>
    </message>
</context>
<context>
    <name>DeadlinesTab</name>
    <message>
        <source>No deadline fits. Take the filters out to see all.</source>
        <translation>Tidak ada tenggat yang cocok. Hapus saringan untuk melihat semua.</translation>
    </message>
    <message>
        <source>Nothing is late and nothing is due this week. Take the filter out to look ahead.</source>
        <translation>Tidak ada yang terlambat atau jatuh tempo minggu ini. Hapus saringan untuk melihat ke depan.</translation>
    </message>
    <message>
        <source>Shown</source>
        <translation>Tampil</translation>
    </message>
    <message>
        <source>Duty</source>
        <translation>Kewajiban</translation>
    </message>
</context>
<context>
    <name>DocumentTable</name>
    <message>
        <source>NIP</source>
        <translation>NIP</translation>
    </message>
</context>
<context>
    <name>Journal</name>
    <message>
        <source>View of a list deleted</source>
        <translation>Tampilan daftar dihapus</translation>
    </message>
    <message>
        <source>List taken along as a file</source>
        <translation>Daftar dibawa sebagai berkas</translation>
    </message>
    <message>
        <source>View of a list kept</source>
        <translation>Tampilan daftar disimpan</translation>
    </message>
</context>
<context>
    <name>LineList</name>
    <message>
        <source>Type to filter</source>
        <translation>Ketik untuk menyaring</translation>
    </message>
    <message>
        <source>Filter the list by words</source>
        <translation>Saring daftar dengan kata</translation>
    </message>
    <message>
        <source>List</source>
        <translation>Daftar</translation>
    </message>
    <message>
        <source>Views, columns, order, copy and export</source>
        <translation>Tampilan, kolom, urutan, salin, dan simpan ke Excel</translation>
    </message>
    <message>
        <source>Take all filters out</source>
        <translation>Hapus semua saringan</translation>
    </message>
    <message>
        <source>The list is being made.</source>
        <translation>Daftar sedang disusun.</translation>
    </message>
    <message>
        <source>Nothing fits these filters.</source>
        <translation>Tidak ada yang cocok dengan saringan ini.</translation>
    </message>
</context>
<context>
    <name>ListCommands</name>
    <message>
        <source>Type to filter the list</source>
        <translation>Ketik untuk menyaring daftar</translation>
    </message>
    <message>
        <source>Filter the list by…</source>
        <translation>Saring daftar menurut…</translation>
    </message>
    <message>
        <source>Kept views of the list…</source>
        <translation>Tampilan tersimpan…</translation>
    </message>
    <message>
        <source>Sort the list by…</source>
        <translation>Urutkan daftar…</translation>
    </message>
    <message>
        <source>Columns of the list…</source>
        <translation>Kolom daftar…</translation>
    </message>
    <message>
        <source>Copy the selected lines as a table</source>
        <translation>Salin baris terpilih sebagai tabel</translation>
    </message>
    <message>
        <source>Save the list for Excel…</source>
        <translation>Simpan daftar ke Excel…</translation>
    </message>
    <message>
        <source>Select everything that fits</source>
        <translation>Pilih semua yang cocok</translation>
    </message>
    <message>
        <source>Save the list for Excel</source>
        <translation>Simpan daftar ke Excel</translation>
    </message>
    <message>
        <source>Excel (*.xlsx);;Text with separators (*.csv)</source>
        <translation>Excel (*.xlsx);;Teks dengan pemisah (*.csv)</translation>
    </message>
    <message>
        <source>Saving the list</source>
        <translation>Menyimpan daftar</translation>
    </message>
    <message>
        <source>Sort by</source>
        <translation>Urutkan menurut</translation>
    </message>
    <message>
        <source>And then by</source>
        <translation>Kemudian menurut</translation>
    </message>
    <message>
        <source>As the list comes</source>
        <translation>Seperti semula</translation>
    </message>
    <message>
        <source>%1 lines copied as a table.</source>
        <translation>%1 baris disalin sebagai tabel.</translation>
    </message>
    <message>
        <source>%1 lines saved as %2.</source>
        <translation>%1 baris disimpan sebagai %2.</translation>
    </message>
</context>
<context>
    <name>PlanTable</name>
    <message>
        <source>Unit</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>NIP</source>
        <translation>NIP</translation>
    </message>
    <message>
        <source>Post</source>
        <translation>Jabatan</translation>
    </message>
    <message>
        <source>Rater</source>
        <translation>Penilai</translation>
    </message>
</context>
<context>
    <name>PlanningPage</name>
    <message>
        <source>Missing</source>
        <translation>Yang belum ada</translation>
    </message>
</context>
<context>
    <name>SignerTable</name>
    <message>
        <source>Unit</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>NIP</source>
        <translation>NIP</translation>
    </message>
</context>
<context>
    <name>StaffList</name>
    <message>
        <source>Without a rater</source>
        <translation>Tanpa penilai</translation>
    </message>
    <message>
        <source>all of them</source>
        <translation>semuanya</translation>
    </message>
</context>
<context>
    <name>StaffTable</name>
    <message>
        <source>Kind of post</source>
        <translation>Jenis jabatan</translation>
    </message>
    <message>
        <source>State of the plan</source>
        <translation>Status SKP</translation>
    </message>
    <message>
        <source>State of the evaluation</source>
        <translation>Status penilaian</translation>
    </message>
</context>
<context>
    <name>SumsLine</name>
    <message>
        <source>%1 selected: all that fit</source>
        <translation>%1 dipilih: semua yang cocok</translation>
    </message>
    <message>
        <source>%1 selected</source>
        <translation>%1 dipilih</translation>
    </message>
    <message>
        <source>adding up…</source>
        <translation>sedang dijumlahkan…</translation>
    </message>
    <message>
        <source>%1: sum %2, mean %3</source>
        <translation>%1: jumlah %2, rata-rata %3</translation>
    </message>
</context>
<context>
    <name>UpkeepPage</name>
    <message>
        <source>%1 of %2 changes</source>
        <translation>%1 dari %2 perubahan</translation>
    </message>
</context>
<context>
    <name>ViewsDialog</name>
    <message>
        <source>Views of this list</source>
        <translation>Tampilan daftar ini</translation>
    </message>
    <message>
        <source>Kept views</source>
        <translation>Tampilan tersimpan</translation>
    </message>
    <message>
        <source>&amp;Show</source>
        <translation>&amp;Tampilkan</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>&amp;Hapus</translation>
    </message>
    <message>
        <source>Name for what is shown now</source>
        <translation>Nama untuk yang tampil sekarang</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Tutup</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Ganti</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Simpan</translation>
    </message>
    <message>
        <source>Enter shows the chosen view, Del lets it go. Only you see your views.</source>
        <translation>Enter menampilkan yang dipilih, Del menghapusnya. Tampilan Anda hanya terlihat oleh Anda.</translation>
    </message>
    <message>
        <source>No view is kept yet. Set columns, filters and order as you like them, then give them a name here.</source>
        <translation>Belum ada tampilan tersimpan. Atur kolom, saringan, dan urutan sesuai kebutuhan, lalu beri nama di sini.</translation>
    </message>
</context>
<context>
    <name>PeopleList</name>
    <message>
        <source>Nobody is here. Import units and staff in the room Staff.</source>
        <translation>Belum ada orang. Impor unit dan pegawai di ruang Pegawai.</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Pegawai</translation>
    </message>
    <message>
        <source>Search people</source>
        <translation>Cari pegawai</translation>
    </message>
    <message>
        <source>Name, NIP or post</source>
        <translation>Nama, NIP, atau jabatan</translation>
    </message>
    <message>
        <source>%1 people</source>
        <translation>%1 pegawai</translation>
    </message>
</context>
</TS>
