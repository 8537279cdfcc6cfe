<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="id" sourcelanguage="en">
<context>
    <name>Journal</name>
    <message>
        <source>Feedback of lead or host noted</source>
        <translation>Umpan balik ketua atau unit penerima dicatat</translation>
    </message>
    <message>
        <source>Team member of another agency entered</source>
        <translation>Anggota tim dari instansi lain dicatat</translation>
    </message>
    <message>
        <source>Contribution to a team of another agency put into the plan</source>
        <translation>Kontribusi tim instansi lain dimasukkan ke SKP</translation>
    </message>
    <message>
        <source>Contribution to a team put into the plan</source>
        <translation>Kontribusi tim dimasukkan ke SKP</translation>
    </message>
    <message>
        <source>Consent for a team of another agency noted</source>
        <translation>Persetujuan untuk tim instansi lain dicatat</translation>
    </message>
    <message>
        <source>Result of a team said</source>
        <translation>Hasil tim ditetapkan</translation>
    </message>
    <message>
        <source>Indicators of a year taken over</source>
        <translation>Indikator setahun diimpor</translation>
    </message>
    <message>
        <source>How figures add up was said</source>
        <translation>Cara menjumlahkan angka ditetapkan</translation>
    </message>
    <message>
        <source>Budgets by month taken over</source>
        <translation>Serapan anggaran diimpor</translation>
    </message>
    <message>
        <source>Budget of a month entered</source>
        <translation>Anggaran satu bulan diisi</translation>
    </message>
</context>
<context>
    <name>ImportVerbs</name>
    <message>
        <source>One row per unit and month: UNOR ID, PERIODE, PAGU BULAN, REALISASI ANGGARAN. It stands beside the indicators and counts in performance pay.</source>
        <translation>Satu baris per unit dan bulan: UNOR ID, PERIODE, PAGU BULAN, REALISASI ANGGARAN. Tampil di samping indikator dan dihitung dalam tunjangan kinerja.</translation>
    </message>
    <message>
        <source>Budget absorption</source>
        <translation>Serapan anggaran</translation>
    </message>
    <message>
        <source>One row per indicator: UNOR ID, TAHUN, NO, and a column for each period, TARGET TW1 or REALISASI JAN. What a row leaves blank stays as it is.</source>
        <translation>Satu baris per indikator: UNOR ID, TAHUN, NO, dan satu kolom per periode, TARGET TW1 atau REALISASI JAN. Yang dikosongkan tidak berubah.</translation>
    </message>
    <message>
        <source>Indicators over the year</source>
        <translation>Indikator setahun</translation>
    </message>
</context>
<context>
    <name>KpiTree</name>
    <message>
        <source>Budget</source>
        <translation>Serapan</translation>
    </message>
    <message>
        <source>Adds</source>
        <translation>Menambah</translation>
    </message>
    <message>
        <source>Forecast</source>
        <translation>Proyeksi</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Lampu</translation>
    </message>
    <message>
        <source>Reached</source>
        <translation>Realisasi</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Target</translation>
    </message>
    <message>
        <source>Unit or person</source>
        <translation>Unit atau pegawai</translation>
    </message>
    <message>
        <source>Indicator</source>
        <translation>Indikator</translation>
    </message>
</context>
<context>
    <name>PlanningTabs</name>
    <message>
        <source>Tree of indicators</source>
        <translation>Pohon indikator</translation>
    </message>
</context>
<context>
    <name>BudgetDialog</name>
    <message>
        <source>Without a ceiling this month is taken out.</source>
        <translation>Tanpa pagu, bulan ini dihapus dari daftar.</translation>
    </message>
    <message>
        <source>Write amounts in rupiah, such as 1.500.000.</source>
        <translation>Tulis jumlah dalam rupiah, misalnya 1.500.000.</translation>
    </message>
    <message>
        <source>&amp;Note</source>
        <translation>&amp;Catatan</translation>
    </message>
    <message>
        <source>&amp;Spent (Rp)</source>
        <translation>&amp;Realisasi (Rp)</translation>
    </message>
    <message>
        <source>&amp;Ceiling (Rp)</source>
        <translation>&amp;Pagu (Rp)</translation>
    </message>
    <message>
        <source>&amp;Month</source>
        <translation>&amp;Bulan</translation>
    </message>
    <message>
        <source>Budget of a month</source>
        <translation>Anggaran satu bulan</translation>
    </message>
</context>
<context>
    <name>KpiTreeTab</name>
    <message>
        <source>Rule: {pack}. {doubt}</source>
        <translation>Aturan: {pack}. {doubt}</translation>
    </message>
    <message>
        <source>What stands below</source>
        <translation>Yang di bawahnya</translation>
    </message>
    <message>
        <source>Reported</source>
        <translation>Dilaporkan</translation>
    </message>
    <message>
        <source>Planned</source>
        <translation>Direncanakan</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Periode</translation>
    </message>
    <message>
        <source>The unit reports {figure} other than those below come to.</source>
        <translation>Laporan unit berbeda {figure} dari jumlah di bawahnya.</translation>
    </message>
    <message>
        <source>{all} indicators: {lights} · {gaps} gaps</source>
        <translation>{all} indikator: {lights} · {gaps} celah</translation>
    </message>
    <message>
        <source>No indicator stands here for this year. Import performance agreements or a sheet of indicators with Ctrl+I, or enter the first one on the tab of agreements.</source>
        <translation>Belum ada indikator di sini untuk tahun ini. Impor Perjanjian Kinerja atau lembar indikator dengan Ctrl+I, atau isi yang pertama di tab Perjanjian.</translation>
    </message>
    <message>
        <source>{count} rows written to {name}.</source>
        <translation>{count} baris ditulis ke {name}.</translation>
    </message>
    <message>
        <source>Writing the tree</source>
        <translation>Menulis pohon</translation>
    </message>
    <message>
        <source>Write the tree where?</source>
        <translation>Simpan pohon di mana?</translation>
    </message>
    <message>
        <source>As it is handed down</source>
        <translation>Menurut cara cascading</translation>
    </message>
    <message>
        <source>Why this place stands so</source>
        <translation>Mengapa demikian</translation>
    </message>
    <message>
        <source>Indicators with light, forecast and what they add</source>
        <translation>Indikator dengan lampu, proyeksi, dan yang ditambahkan</translation>
    </message>
    <message>
        <source>Print the tree</source>
        <translation>Cetak pohon</translation>
    </message>
    <message>
        <source>Write the tree as a spreadsheet</source>
        <translation>Tulis pohon ke lembar kerja</translation>
    </message>
    <message>
        <source>Choose how figures below add up</source>
        <translation>Pilih cara menjumlahkan angka di bawahnya</translation>
    </message>
    <message>
        <source>Budget of the unit in a month</source>
        <translation>Anggaran unit satu bulan</translation>
    </message>
    <message>
        <source>Import indicators or budgets</source>
        <translation>Impor indikator atau anggaran</translation>
    </message>
    <message>
        <source>Choose the unit</source>
        <translation>Pilih unit</translation>
    </message>
    <message>
        <source>&amp;Budget of the unit…</source>
        <translation>Anggaran &amp;unit…</translation>
    </message>
    <message>
        <source>&amp;Adds up…</source>
        <translation>&amp;Cara menjumlahkan…</translation>
    </message>
    <message>
        <source>&amp;Print…</source>
        <translation>&amp;Cetak…</translation>
    </message>
    <message>
        <source>&amp;Spreadsheet…</source>
        <translation>&amp;Lembar kerja…</translation>
    </message>
    <message>
        <source>&amp;Import…</source>
        <translation>&amp;Impor…</translation>
    </message>
    <message>
        <source>Tree of indicators</source>
        <translation>Pohon indikator</translation>
    </message>
</context>
<context>
    <name>CameBack</name>
    <message>
        <source>Teams</source>
        <translation>Tim</translation>
    </message>
    <message>
        <source>%1 new words on teams of other agencies, on the tab Elsewhere</source>
        <translation>%1 kabar baru tentang tim instansi lain, di tab Instansi lain</translation>
    </message>
</context>
<context>
    <name>TeamsTables</name>
    <message>
        <source>In the SKP</source>
        <translation>Di SKP</translation>
    </message>
</context>
<context>
    <name>TeamWork</name>
    <message>
        <source>Lead and host have not said anything of a member yet.</source>
        <translation>Ketua dan unit penerima belum memberi umpan balik kepada anggota.</translation>
    </message>
    <message>
        <source>What lead and host said of the members</source>
        <translation>Umpan balik ketua dan unit penerima kepada anggota</translation>
    </message>
    <message>
        <source>Feedback of lead or host…</source>
        <translation>Umpan balik ketua atau unit penerima…</translation>
    </message>
    <message>
        <source>Put the contribution into the SKP…</source>
        <translation>Masukkan kontribusi ke SKP…</translation>
    </message>
    <message>
        <source>Member from another agency…</source>
        <translation>Anggota dari instansi lain…</translation>
    </message>
    <message>
        <source>Result of the team…</source>
        <translation>Hasil tim…</translation>
    </message>
    <message>
        <source>Nobody of this agency works in a team of another. The region tells of one with its returns.</source>
        <translation>Belum ada pegawai instansi ini di tim instansi lain. Wilayah mengabarkannya lewat berkas balasan.</translation>
    </message>
    <message>
        <source>Put the contribution into the SKP</source>
        <translation>Masukkan kontribusi ke SKP</translation>
    </message>
    <message>
        <source>Note the consent of the rater</source>
        <translation>Catat persetujuan pejabat penilai</translation>
    </message>
    <message>
        <source>&amp;Put into the SKP…</source>
        <translation>&amp;Masukkan ke SKP…</translation>
    </message>
    <message>
        <source>&amp;Consent of the rater…</source>
        <translation>&amp;Persetujuan penilai…</translation>
    </message>
    <message>
        <source>In teams of other agencies</source>
        <translation>Di tim instansi lain</translation>
    </message>
    <message>
        <source>&amp;Agreed on</source>
        <translation>&amp;Disetujui tanggal</translation>
    </message>
    <message>
        <source>Consent of the rater</source>
        <translation>Persetujuan pejabat penilai</translation>
    </message>
    <message>
        <source>missing: %1</source>
        <translation>belum: %1</translation>
    </message>
    <message>
        <source>Feedback</source>
        <translation>Umpan balik</translation>
    </message>
    <message>
        <source>In the SKP</source>
        <translation>Di SKP</translation>
    </message>
    <message>
        <source>Rater's consent</source>
        <translation>Persetujuan penilai</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Sampai</translation>
    </message>
    <message>
        <source>Contribution</source>
        <translation>Kontribusi</translation>
    </message>
    <message>
        <source>Lead</source>
        <translation>Ketua</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>Tim</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>Penerima</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nama</translation>
    </message>
    <message>
        <source>&amp;Contribution</source>
        <translation>K&amp;ontribusi</translation>
    </message>
    <message>
        <source>Na&amp;me</source>
        <translation>Na&amp;ma</translation>
    </message>
    <message>
        <source>&amp;NIP</source>
        <translation>&amp;NIP</translation>
    </message>
    <message>
        <source>A&amp;gency</source>
        <translation>&amp;Instansi</translation>
    </message>
    <message>
        <source>&amp;Agency code</source>
        <translation>&amp;Kode instansi</translation>
    </message>
    <message>
        <source>Member from another agency</source>
        <translation>Anggota dari instansi lain</translation>
    </message>
    <message>
        <source>&amp;Given on</source>
        <translation>&amp;Tanggal</translation>
    </message>
    <message>
        <source>&amp;Words</source>
        <translation>&amp;Isi</translation>
    </message>
    <message>
        <source>&amp;Mark</source>
        <translation>&amp;Sifat</translation>
    </message>
    <message>
        <source>&amp;Speaks as</source>
        <translation>&amp;Berbicara sebagai</translation>
    </message>
    <message>
        <source>Feedback for %1</source>
        <translation>Umpan balik untuk %1</translation>
    </message>
    <message>
        <source>such as 3 documents</source>
        <translation>misalnya 3 dokumen</translation>
    </message>
    <message>
        <source>&amp;Target</source>
        <translation>&amp;Target</translation>
    </message>
    <message>
        <source>&amp;Indicator</source>
        <translation>&amp;Indikator</translation>
    </message>
    <message>
        <source>&amp;Kind, as the rater says</source>
        <translation>&amp;Jenis menurut pejabat penilai</translation>
    </message>
    <message>
        <source>Contribution of %1</source>
        <translation>Kontribusi %1</translation>
    </message>
    <message>
        <source>&amp;Serves</source>
        <translation>Mendu&amp;kung</translation>
    </message>
    <message>
        <source>none</source>
        <translation>tidak ada</translation>
    </message>
    <message>
        <source>&amp;Result</source>
        <translation>&amp;Hasil kerja</translation>
    </message>
    <message>
        <source>Result of the team</source>
        <translation>Hasil tim</translation>
    </message>
</context>
<context>
    <name>TeamsTabs</name>
    <message>
        <source>Elsewhere</source>
        <translation>Instansi lain</translation>
    </message>
</context>
<context>
    <name>Editors</name>
    <message>
        <source>Budget of a month</source>
        <translation>Anggaran satu bulan</translation>
    </message>
    <message>
        <source>Team of another agency</source>
        <translation>Tim instansi lain</translation>
    </message>
</context>
</TS>
