<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="id" sourcelanguage="en">
<context>
    <name>BoardTree</name>
    <message>
        <source>Evaluation</source>
        <translation>Evaluasi</translation>
    </message>
    <message>
        <source>Signed</source>
        <translation>TTD</translation>
    </message>
    <message>
        <source>Signatures</source>
        <translation>Tanda tangan</translation>
    </message>
    <message>
        <source>%1: %2 of %3, %4 not yet</source>
        <translation>%1: %2 dari %3, %4 belum</translation>
    </message>
</context>
<context>
    <name>ChartPanel</name>
    <message>
        <source>Pattern of the level</source>
        <translation>Pola menurut capaian organisasi</translation>
    </message>
    <message>
        <source>The chart and its numbers are on the clipboard.</source>
        <translation>Grafik dan angkanya ada di papan klip.</translation>
    </message>
    <message>
        <source>Save the chart</source>
        <translation>Simpan grafik</translation>
    </message>
    <message>
        <source>Saved as %1.</source>
        <translation>Tersimpan sebagai %1.</translation>
    </message>
    <message>
        <source>Take the numbers along</source>
        <translation>Bawa angkanya</translation>
    </message>
    <message>
        <source>Picture or table</source>
        <translation>Gambar atau tabel</translation>
    </message>
    <message>
        <source>Copy picture and numbers</source>
        <translation>Salin gambar dan angka</translation>
    </message>
    <message>
        <source>Save the picture…</source>
        <translation>Simpan gambar…</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>Cetak…</translation>
    </message>
    <message>
        <source>Take the numbers along…</source>
        <translation>Bawa angkanya…</translation>
    </message>
    <message>
        <source>What to do with the chart</source>
        <translation>Tindakan untuk grafik</translation>
    </message>
    <message>
        <source>The numbers of the chart</source>
        <translation>Angka grafik</translation>
    </message>
</context>
<context>
    <name>CohortChip</name>
    <message>
        <source>Show everybody again</source>
        <translation>Tampilkan semua orang lagi</translation>
    </message>
    <message>
        <source>Only people counted on the overview: %1. Press to show everybody again.</source>
        <translation>Hanya orang yang dihitung di beranda: %1. Tekan untuk menampilkan semua lagi.</translation>
    </message>
    <message>
        <source>%1 and below</source>
        <translation>%1 dan di bawahnya</translation>
    </message>
</context>
<context>
    <name>CohortTable</name>
    <message>
        <source>Name</source>
        <translation>Nama</translation>
    </message>
    <message>
        <source>NIP</source>
        <translation>NIP</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>Rater</source>
        <translation>Penilai</translation>
    </message>
</context>
<context>
    <name>FiguresTab</name>
    <message>
        <source>Charts</source>
        <translation>Grafik</translation>
    </message>
    <message>
        <source>Print all…</source>
        <translation>Cetak semua…</translation>
    </message>
    <message>
        <source>Print all charts</source>
        <translation>Cetak semua grafik</translation>
    </message>
    <message>
        <source>Choose a unit</source>
        <translation>Pilih unit</translation>
    </message>
</context>
<context>
    <name>OverviewPage</name>
    <message>
        <source>Writing the data set</source>
        <translation>Menulis set data</translation>
    </message>
    <message>
        <source>%1 rows for analysts are in %2, without names and NIP.</source>
        <translation>%1 baris untuk analis ada di %2, tanpa nama dan NIP.</translation>
    </message>
    <message>
        <source>Where to put the data set for analysts?</source>
        <translation>Di mana set data untuk analis disimpan?</translation>
    </message>
    <message>
        <source>Data set for analysts…</source>
        <translation>Set data untuk analis…</translation>
    </message>
    <message>
        <source>Enter or the key of a row goes there. Right shows its units, Ctrl+Enter its people.</source>
        <translation>Enter atau tombol baris membawa ke tempatnya. Panah kanan: unitnya. Ctrl+Enter: orangnya.</translation>
    </message>
    <message>
        <source>✓ all · ◐ some · ○ nobody yet</source>
        <translation>✓ semua · ◐ sebagian · ○ belum ada</translation>
    </message>
    <message>
        <source>Call sheets…</source>
        <translation>Lembar panggil…</translation>
    </message>
    <message>
        <source>To the deadlines, where a call sheet is printed for each unit</source>
        <translation>Ke tenggat; di sana dicetak lembar panggil tiap unit</translation>
    </message>
    <message>
        <source>Show the people of this row</source>
        <translation>Tampilkan orang pada baris ini</translation>
    </message>
    <message>
        <source>Choose a unit</source>
        <translation>Pilih unit</translation>
    </message>
    <message>
        <source>To the board of units</source>
        <translation>Ke papan unit</translation>
    </message>
    <message>
        <source>To the call sheets</source>
        <translation>Ke lembar panggil</translation>
    </message>
    <message>
        <source>Print the board…</source>
        <translation>Cetak papan…</translation>
    </message>
    <message>
        <source>Take the board along…</source>
        <translation>Bawa papan…</translation>
    </message>
    <message>
        <source>What to do with the board</source>
        <translation>Tindakan untuk papan</translation>
    </message>
    <message>
        <source>Charts</source>
        <translation>Grafik</translation>
    </message>
    <message>
        <source>Which charts stand below, two at most</source>
        <translation>Grafik mana yang tampil di bawah, paling banyak dua</translation>
    </message>
    <message>
        <source>Printing the board</source>
        <translation>Mencetak papan</translation>
    </message>
    <message>
        <source>Take the board along</source>
        <translation>Bawa papan</translation>
    </message>
    <message>
        <source>%1 rows written to %2.</source>
        <translation>%1 baris ditulis ke %2.</translation>
    </message>
</context>
<context>
    <name>OverviewTabs</name>
    <message>
        <source>Today</source>
        <translation>Hari ini</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Orang</translation>
    </message>
    <message>
        <source>Charts</source>
        <translation>Grafik</translation>
    </message>
</context>
<context>
    <name>PeopleTab</name>
    <message>
        <source>Stage</source>
        <translation>Tahap</translation>
    </message>
    <message>
        <source>How far</source>
        <translation>Sejauh mana</translation>
    </message>
    <message>
        <source>Search name, NIP, unit or rater</source>
        <translation>Cari nama, NIP, unit, atau penilai</translation>
    </message>
    <message>
        <source>Back to the board</source>
        <translation>Kembali ke papan</translation>
    </message>
    <message>
        <source>Take along…</source>
        <translation>Bawa daftar…</translation>
    </message>
    <message>
        <source>Open all there</source>
        <translation>Buka semua di tempatnya</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Buka</translation>
    </message>
    <message>
        <source>People who stand so</source>
        <translation>Orang pada tahap ini</translation>
    </message>
    <message>
        <source>Go to this person where the stage is done</source>
        <translation>Buka orang ini di tempat mengerjakannya</translation>
    </message>
    <message>
        <source>Open all of them where the stage is done</source>
        <translation>Buka semuanya di tempat mengerjakannya</translation>
    </message>
    <message>
        <source>Search these people</source>
        <translation>Cari di daftar ini</translation>
    </message>
    <message>
        <source>Take the list along as a spreadsheet</source>
        <translation>Bawa daftar sebagai lembar kerja</translation>
    </message>
    <message>
        <source>Copy the selected rows</source>
        <translation>Salin baris terpilih</translation>
    </message>
    <message>
        <source>Take the list along</source>
        <translation>Bawa daftar</translation>
    </message>
    <message>
        <source>%1 rows written to %2.</source>
        <translation>%1 baris ditulis ke %2.</translation>
    </message>
    <message>
        <source>%1 of %2 people</source>
        <translation>%1 dari %2 orang</translation>
    </message>
    <message>
        <source>Nobody fits the search. Clear it to see everybody.</source>
        <translation>Tidak ada yang cocok. Kosongkan pencarian untuk melihat semua.</translation>
    </message>
    <message>
        <source>Nobody stands so. Choose another stage, or another unit.</source>
        <translation>Tidak ada orang pada tahap ini. Pilih tahap lain atau unit lain.</translation>
    </message>
</context>
<context>
    <name>UnitBox</name>
    <message>
        <source>All units</source>
        <translation>Semua unit</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>Type a part of the name, or choose from the list</source>
        <translation>Ketik sebagian namanya, atau pilih dari daftar</translation>
    </message>
</context>
<context>
    <name>WorkTree</name>
    <message>
        <source>The key that opens the row</source>
        <translation>Tombol yang membuka baris</translation>
    </message>
    <message>
        <source>To do</source>
        <translation>Pekerjaan</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>Jumlah</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Tenggat</translation>
    </message>
    <message>
        <source>The first of them: %1</source>
        <translation>Yang pertama: %1</translation>
    </message>
</context>
</TS>
