<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="id" sourcelanguage="en">
<context>
    <name>SurveyTable</name>
    <message>
        <source>NIP</source>
        <translation>NIP</translation>
    </message>
    <message>
        <source>Round before</source>
        <translation>Putaran lalu</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>Nilai</translation>
    </message>
    <message>
        <source>Traits</source>
        <translation>Sifat</translation>
    </message>
    <message>
        <source>To check</source>
        <translation>Diperiksa</translation>
    </message>
    <message>
        <source>Sheets back</source>
        <translation>Lembar kembali</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Tentang</translation>
    </message>
</context>
<context>
    <name>SurveyDialogs</name>
    <message>
        <source>&amp;Remark on the sheet</source>
        <translation>&amp;Catatan di lembar</translation>
    </message>
    <message>
        <source>&amp;Code of the sheet</source>
        <translation>&amp;Kode lembar</translation>
    </message>
    <message>
        <source>The two entries differ at %1: look at the sheet and key it in again.</source>
        <translation>Kedua entri berbeda pada %1: lihat lembarnya dan masukkan lagi.</translation>
    </message>
    <message>
        <source>%1 kept; %2 in this sitting.</source>
        <translation>%1 tersimpan; %2 lembar dalam sesi ini.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Tutup</translation>
    </message>
    <message>
        <source>&amp;Keep, and the next sheet</source>
        <translation>&amp;Simpan, lalu lembar berikutnya</translation>
    </message>
    <message>
        <source>&amp;Second entry</source>
        <translation>&amp;Entri kedua</translation>
    </message>
    <message>
        <source>Key in sheets</source>
        <translation>Masukkan lembar</translation>
    </message>
    <message>
        <source>&amp;Least number of answers</source>
        <translation>Jumlah jawaban ter&amp;kecil</translation>
    </message>
    <message>
        <source>&amp;Subordinates asked</source>
        <translation>&amp;Bawahan yang ditanya</translation>
    </message>
    <message>
        <source>&amp;Peers asked</source>
        <translation>&amp;Rekan yang ditanya</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Nama</translation>
    </message>
    <message>
        <source>&amp;Year</source>
        <translation>&amp;Tahun</translation>
    </message>
    <message>
        <source>&amp;What</source>
        <translation>&amp;Jenis</translation>
    </message>
    <message>
        <source>Begin the round</source>
        <translation>Mulai putaran</translation>
    </message>
    <message>
        <source>Below the least number of answers nothing is shown, so that nobody can be guessed. The superior is one person and known, so for him it does not hold.</source>
        <translation>Di bawah jumlah penjawab terkecil tidak ada yang ditampilkan, agar tak seorang pun dapat ditebak. Atasan hanya seorang dan memang diketahui; baginya batas ini tidak berlaku.</translation>
    </message>
    <message>
        <source>Key every sheet in &amp;twice, by two people</source>
        <translation>Masukkan tiap lembar &amp;dua kali, oleh dua orang</translation>
    </message>
    <message>
        <source>New round</source>
        <translation>Putaran baru</translation>
    </message>
</context>
<context>
    <name>SurveysTab</name>
    <message>
        <source>No sheets yet. Plan by rule who is asked; the sheets are made at once.</source>
        <translation>Belum ada lembar. Tekan Rencanakan: aturan memilih siapa ditanya, dan lembarnya langsung dibuat.</translation>
    </message>
    <message>
        <source>No round yet. Begin one: a 360 view of people, or the yearly pulse of the departments.</source>
        <translation>Belum ada putaran. Mulailah satu: pandangan 360 tentang orang, atau denyut budaya tahunan tiap unit.</translation>
    </message>
    <message>
        <source>%1 of %2 sheets back · %3 to check</source>
        <translation>%1 dari %2 lembar kembali · %3 perlu diperiksa</translation>
    </message>
    <message>
        <source>Which table?</source>
        <translation>Tabel yang mana?</translation>
    </message>
    <message>
        <source>Where to write the table?</source>
        <translation>Tabel ditulis di mana?</translation>
    </message>
    <message>
        <source>Tables (*.xlsx *.csv)</source>
        <translation>Tabel (*.xlsx *.csv)</translation>
    </message>
    <message>
        <source>Into which folder?</source>
        <translation>Ke folder mana?</translation>
    </message>
    <message>
        <source>Printing questionnaires</source>
        <translation>Mencetak kuesioner</translation>
    </message>
    <message>
        <source>%1 sheets printed: %2</source>
        <translation>%1 lembar dicetak: %2</translation>
    </message>
    <message>
        <source>%1 new, %2 changed, %3 the same, %4 refused</source>
        <translation>%1 baru, %2 berubah, %3 sama, %4 ditolak</translation>
    </message>
    <message>
        <source>%1 sheets made; for %2 people somebody is lacking</source>
        <translation>%1 lembar dibuat; bagi %2 orang penjawabnya kurang</translation>
    </message>
    <message>
        <source>%1: fewer than %2 answers, not shown</source>
        <translation>%1: penjawab kurang dari %2, tidak ditampilkan</translation>
    </message>
    <message>
        <source>What was said is read after the round is closed.</source>
        <translation>Isinya dibaca setelah putaran ditutup.</translation>
    </message>
    <message>
        <source>%1: only %2 of %3 found</source>
        <translation>%1: hanya %2 dari %3 ditemukan</translation>
    </message>
    <message>
        <source>Close the round</source>
        <translation>Tutup putaran</translation>
    </message>
    <message>
        <source>A closed round is never opened again; what was said can then be read.</source>
        <translation>Putaran yang ditutup tidak dibuka lagi; sesudah itu isinya dapat dibaca.</translation>
    </message>
    <message>
        <source>Close %1? %2 sheets are still out and will not be taken any more.</source>
        <translation>Tutup %1? %2 lembar belum kembali dan tidak akan diterima lagi.</translation>
    </message>
    <message>
        <source>Taking keyed sheets</source>
        <translation>Mengambil lembar terisi</translation>
    </message>
    <message>
        <source>%1 sheets in %2</source>
        <translation>%1 lembar di %2</translation>
    </message>
    <message>
        <source>Planning who is asked</source>
        <translation>Merencanakan siapa ditanya</translation>
    </message>
    <message>
        <source>Show and print what was said about the chosen one</source>
        <translation>Tampilkan dan cetak hasil tentang yang dipilih</translation>
    </message>
    <message>
        <source>What was said…</source>
        <translation>Hasilnya…</translation>
    </message>
    <message>
        <source>Key in the sheets that came back</source>
        <translation>Masukkan lembar yang sudah kembali</translation>
    </message>
    <message>
        <source>Key in sheets…</source>
        <translation>Masukkan lembar…</translation>
    </message>
    <message>
        <source>Plan by rule who is asked about whom</source>
        <translation>Rencanakan menurut aturan siapa ditanya tentang siapa</translation>
    </message>
    <message>
        <source>Plan by rule</source>
        <translation>Rencanakan</translation>
    </message>
    <message>
        <source>Begin a new round</source>
        <translation>Mulai putaran baru</translation>
    </message>
    <message>
        <source>New round…</source>
        <translation>Putaran baru…</translation>
    </message>
    <message>
        <source>Close the round…</source>
        <translation>Tutup putaran…</translation>
    </message>
    <message>
        <source>Print what was said about the selected…</source>
        <translation>Cetak hasil tentang yang dipilih…</translation>
    </message>
    <message>
        <source>Print the list for handing out…</source>
        <translation>Cetak daftar pembagian…</translation>
    </message>
    <message>
        <source>Print the sheets still out…</source>
        <translation>Cetak lembar yang belum kembali…</translation>
    </message>
    <message>
        <source>Take a table as second entry…</source>
        <translation>Ambil tabel sebagai entri kedua…</translation>
    </message>
    <message>
        <source>Take a table of keyed sheets…</source>
        <translation>Ambil tabel lembar yang terisi…</translation>
    </message>
    <message>
        <source>Write the table to key sheets into…</source>
        <translation>Tulis tabel isian lembar…</translation>
    </message>
    <message>
        <source>Sheets</source>
        <translation>Lembar</translation>
    </message>
    <message>
        <source>Round</source>
        <translation>Putaran</translation>
    </message>
    <message>
        <source>Beside the rating and never in it (PermenPANRB 6/2022, Art. 17). Sheets carry a code and no name; what they say is read after the round is closed, and only where enough answered.</source>
        <translation>Di samping penilaian, tidak pernah di dalamnya (PermenPANRB 6/2022 Pasal 17). Lembar hanya berkode tanpa nama; isinya dibaca setelah putaran ditutup, dan hanya bila penjawabnya cukup.</translation>
    </message>
    <message>
        <source>360 views and the pulse of the culture</source>
        <translation>Pandangan 360 dan denyut budaya</translation>
    </message>
    <message>
        <source>360 views and culture</source>
        <translation>Pandangan 360 dan budaya</translation>
    </message>
    <message>
        <source>360 and culture</source>
        <translation>360 dan budaya</translation>
    </message>
</context>
<context>
    <name>Journal</name>
    <message>
        <source>Table of questionnaires taken</source>
        <translation>Tabel kuesioner diambil</translation>
    </message>
    <message>
        <source>Planned who is asked in a round</source>
        <translation>Penjawab suatu putaran direncanakan</translation>
    </message>
    <message>
        <source>Round of 360 views or pulse begun</source>
        <translation>Putaran 360 atau denyut budaya dimulai</translation>
    </message>
    <message>
        <source>Questionnaire keyed in</source>
        <translation>Kuesioner dimasukkan</translation>
    </message>
    <message>
        <source>Round of 360 views or pulse closed</source>
        <translation>Putaran 360 atau denyut budaya ditutup</translation>
    </message>
</context>
</TS>
