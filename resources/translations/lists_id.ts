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
<context>
    <name>OwnKeys</name>
    <message>
        <source>A day, month or year on or back</source>
        <translation>Maju atau mundur satu hari, bulan, atau tahun</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Hari ini</translation>
    </message>
    <message>
        <source>In a field for a day</source>
        <translation>Di isian tanggal</translation>
    </message>
    <message>
        <source>To the first or last value</source>
        <translation>Ke nilai pertama atau terakhir</translation>
    </message>
    <message>
        <source>To the value beside</source>
        <translation>Ke nilai di sebelahnya</translation>
    </message>
    <message>
        <source>In a chart</source>
        <translation>Di grafik</translation>
    </message>
    <message>
        <source>To the next step of the problem</source>
        <translation>Ke langkah berikutnya pada masalah</translation>
    </message>
    <message>
        <source>To the column beside</source>
        <translation>Ke kolom di sebelahnya</translation>
    </message>
    <message>
        <source>To the card above or below</source>
        <translation>Ke kartu di atas atau di bawah</translation>
    </message>
    <message>
        <source>On the board of problems</source>
        <translation>Di papan masalah</translation>
    </message>
    <message>
        <source>To the unit above</source>
        <translation>Ke unit di atasnya</translation>
    </message>
    <message>
        <source>Show the people behind the number</source>
        <translation>Menampilkan orang di balik angka</translation>
    </message>
    <message>
        <source>To the cell beside; on a name fold or unfold</source>
        <translation>Ke sel di sebelahnya; pada nama unit melipat atau membuka</translation>
    </message>
    <message>
        <source>On the board of the units</source>
        <translation>Di papan unit</translation>
    </message>
    <message>
        <source>Fold or unfold: the units of a row</source>
        <translation>Melipat atau membuka: unit pada baris</translation>
    </message>
    <message>
        <source>Go where the row of this sign is done</source>
        <translation>Ke tempat mengerjakan baris bertanda itu</translation>
    </message>
    <message>
        <source>Show the people behind it</source>
        <translation>Menampilkan orangnya</translation>
    </message>
    <message>
        <source>Go where it is done; a heading folds</source>
        <translation>Ke tempat mengerjakannya; judul melipat</translation>
    </message>
    <message>
        <source>In the list of what is to be done</source>
        <translation>Di daftar pekerjaan</translation>
    </message>
    <message>
        <source>To the filter beside</source>
        <translation>Ke saringan di sebelahnya</translation>
    </message>
    <message>
        <source>Take the filter out</source>
        <translation>Melepas saringan</translation>
    </message>
    <message>
        <source>Filter by something else</source>
        <translation>Menyaring dengan hal lain</translation>
    </message>
    <message>
        <source>On a filter above a list</source>
        <translation>Pada saringan di atas daftar</translation>
    </message>
    <message>
        <source>To the next line that begins with what is typed</source>
        <translation>Ke baris berikutnya yang berawal dengan yang diketik</translation>
    </message>
    <message>
        <source>What can be done with the line</source>
        <translation>Yang dapat dilakukan pada baris</translation>
    </message>
    <message>
        <source>Open the line</source>
        <translation>Membuka baris</translation>
    </message>
    <message>
        <source>Take the line into the selection or out of it</source>
        <translation>Memasukkan baris ke pilihan atau mengeluarkannya</translation>
    </message>
    <message>
        <source>Go on and leave the selection as it is</source>
        <translation>Berjalan tanpa mengubah pilihan</translation>
    </message>
    <message>
        <source>Select the lines on the way</source>
        <translation>Memilih baris sambil berjalan</translation>
    </message>
    <message>
        <source>To the first or last line</source>
        <translation>Ke baris pertama atau terakhir</translation>
    </message>
    <message>
        <source>To the columns at the side</source>
        <translation>Ke kolom di samping</translation>
    </message>
    <message>
        <source>To the line above or below</source>
        <translation>Ke baris di atas atau di bawah</translation>
    </message>
    <message>
        <source>In a list</source>
        <translation>Di daftar</translation>
    </message>
    <message>
        <source>Find in the grid</source>
        <translation>Cari di tabel</translation>
    </message>
    <message>
        <source>Select all cells</source>
        <translation>Memilih semua sel</translation>
    </message>
    <message>
        <source>Clear the cells</source>
        <translation>Mengosongkan sel</translation>
    </message>
    <message>
        <source>Leave typing; in a red cell take back what was typed</source>
        <translation>Batal mengetik; di sel merah, buang yang diketik</translation>
    </message>
    <message>
        <source>A new line while typing, where a cell holds several</source>
        <translation>Baris baru saat mengetik, bila sel memuat beberapa baris</translation>
    </message>
    <message>
        <source>Typing replaces the cell; a sign for all fills the block</source>
        <translation>Mengetik mengganti isi sel; satu tanda mengisi seluruh blok</translation>
    </message>
    <message>
        <source>Go on with what stands in the cell</source>
        <translation>Melanjutkan isi sel</translation>
    </message>
    <message>
        <source>To the next or previous open cell; past the last one out of the grid</source>
        <translation>Ke sel isian berikutnya atau sebelumnya; setelah yang terakhir keluar dari tabel</translation>
    </message>
    <message>
        <source>Take over and go up</source>
        <translation>Terima dan naik</translation>
    </message>
    <message>
        <source>Take over and go down; inside a block round</source>
        <translation>Terima dan turun; di dalam blok berputar</translation>
    </message>
    <message>
        <source>To the first or last cell of the grid</source>
        <translation>Ke sel pertama atau terakhir pada tabel</translation>
    </message>
    <message>
        <source>To the first or last cell of the row</source>
        <translation>Ke sel pertama atau terakhir pada baris</translation>
    </message>
    <message>
        <source>Select a block on the way</source>
        <translation>Memilih blok sambil berjalan</translation>
    </message>
    <message>
        <source>To the last filled cell in that direction</source>
        <translation>Ke sel terisi terakhir di arah itu</translation>
    </message>
    <message>
        <source>A page up or down</source>
        <translation>Satu halaman ke atas atau ke bawah</translation>
    </message>
    <message>
        <source>To the cell beside</source>
        <translation>Ke sel di sebelahnya</translation>
    </message>
    <message>
        <source>In the grid</source>
        <translation>Di tabel isian</translation>
    </message>
</context>
</TS>
