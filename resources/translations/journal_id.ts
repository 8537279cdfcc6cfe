<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="id" sourcelanguage="en">
<context>
    <name>Journal</name>
    <message>
        <source>Nameless copy for support made</source>
        <translation>Salinan tanpa nama untuk pendukung dibuat</translation>
    </message>
    <message>
        <source>Request about data entered</source>
        <translation>Permintaan atas data didaftarkan</translation>
    </message>
    <message>
        <source>Processing limited</source>
        <translation>Pemrosesan dibatasi</translation>
    </message>
    <message>
        <source>Limit of processing lifted</source>
        <translation>Pembatasan pemrosesan dicabut</translation>
    </message>
    <message>
        <source>Extract of a person looked at or taken along</source>
        <translation>Salinan data pegawai dilihat atau dibawa</translation>
    </message>
    <message>
        <source>Request about data answered</source>
        <translation>Permintaan atas data dijawab</translation>
    </message>
    <message>
        <source>Incident told</source>
        <translation>Kejadian diberitahukan</translation>
    </message>
    <message>
        <source>Incident noted</source>
        <translation>Kejadian dicatat</translation>
    </message>
    <message>
        <source>Incident filled in</source>
        <translation>Kejadian dilengkapi</translation>
    </message>
    <message>
        <source>Records of a year destroyed</source>
        <translation>Berkas satu tahun dimusnahkan</translation>
    </message>
    <message>
        <source>Data of a person destroyed</source>
        <translation>Data seorang pegawai dimusnahkan</translation>
    </message>
    <message>
        <source>Backup made by itself</source>
        <translation>Cadangan otomatis dibuat</translation>
    </message>
    <message>
        <source>Finding about a journal explained</source>
        <translation>Temuan atas jurnal dijelaskan</translation>
    </message>
    <message>
        <source>Journal taken along</source>
        <translation>Jurnal dibawa sebagai berkas</translation>
    </message>
    <message>
        <source>Another PC made the first of its agency</source>
        <translation>PC lain dijadikan PC utama instansinya</translation>
    </message>
    <message>
        <source>People taken in from another agency</source>
        <translation>Pegawai diterima dari instansi lain</translation>
    </message>
    <message>
        <source>People let go to another agency</source>
        <translation>Pegawai dilepas ke instansi lain</translation>
    </message>
    <message>
        <source>Received package taken back</source>
        <translation>Kiriman yang diterima ditarik kembali</translation>
    </message>
    <message>
        <source>Return made for an agency</source>
        <translation>Balasan dibuat untuk instansi</translation>
    </message>
    <message>
        <source>Setting said for all agencies</source>
        <translation>Setelan dinyatakan untuk semua instansi</translation>
    </message>
    <message>
        <source>Reference data taken</source>
        <translation>Data rujukan diambil</translation>
    </message>
    <message>
        <source>Unit named by the region</source>
        <translation>Unit diberi nama oleh wilayah</translation>
    </message>
    <message>
        <source>Rule pack added</source>
        <translation>Paket aturan ditambahkan</translation>
    </message>
    <message>
        <source>Receipt on paper noted</source>
        <translation>Tanda terima kertas dicatat</translation>
    </message>
    <message>
        <source>Correction proposed</source>
        <translation>Koreksi diusulkan</translation>
    </message>
    <message>
        <source>Correction of the region answered</source>
        <translation>Koreksi wilayah dijawab</translation>
    </message>
    <message>
        <source>Correction of the region made</source>
        <translation>Koreksi wilayah dilakukan</translation>
    </message>
    <message>
        <source>Reason for work in a locked period</source>
        <translation>Alasan bekerja pada periode terkunci</translation>
    </message>
    <message>
        <source>Period opened again</source>
        <translation>Periode dibuka kembali</translation>
    </message>
    <message>
        <source>Period locked</source>
        <translation>Periode dikunci</translation>
    </message>
    <message>
        <source>Period said to be complete</source>
        <translation>Periode dinyatakan lengkap</translation>
    </message>
    <message>
        <source>Period approved</source>
        <translation>Periode disetujui</translation>
    </message>
    <message>
        <source>Data set for analysts taken along</source>
        <translation>Set data untuk analis dibawa keluar</translation>
    </message>
    <message>
        <source>Hand-over to SIASN written</source>
        <translation>Penyerahan ke SIASN ditulis</translation>
    </message>
    <message>
        <source>Noted as uploaded to SIASN</source>
        <translation>Dicatat sudah diunggah ke SIASN</translation>
    </message>
    <message>
        <source>Key enrolment turned away</source>
        <translation>Pendaftaran kunci ditolak</translation>
    </message>
    <message>
        <source>Next key of the region taken up</source>
        <translation>Kunci berikutnya kantor regional dipakai</translation>
    </message>
    <message>
        <source>Trust list taken in</source>
        <translation>Daftar kunci diterima</translation>
    </message>
    <message>
        <source>Key enrolment taken in</source>
        <translation>Pendaftaran kunci diterima</translation>
    </message>
    <message>
        <source>Keys of this PC changed</source>
        <translation>Kunci PC ini diganti</translation>
    </message>
    <message>
        <source>Key revoked</source>
        <translation>Kunci dicabut</translation>
    </message>
    <message>
        <source>Key retired</source>
        <translation>Kunci dipensiunkan</translation>
    </message>
    <message>
        <source>Incident with a key noted</source>
        <translation>Kejadian dengan kunci dicatat</translation>
    </message>
    <message>
        <source>Key enrolment written</source>
        <translation>Pendaftaran kunci ditulis</translation>
    </message>
    <message>
        <source>Root keys changed</source>
        <translation>Kunci akar diganti</translation>
    </message>
    <message>
        <source>Key ceremony held</source>
        <translation>Upacara kunci dilakukan</translation>
    </message>
    <message>
        <source>Key blocked</source>
        <translation>Kunci diblokir</translation>
    </message>
    <message>
        <source>Next key of the region announced</source>
        <translation>Kunci berikutnya kantor regional diumumkan</translation>
    </message>
    <message>
        <source>Device admitted to the trust list</source>
        <translation>Perangkat diterima ke daftar kunci</translation>
    </message>
    <message>
        <source>Package written to the stick</source>
        <translation>Kiriman ditulis ke flashdisk</translation>
    </message>
    <message>
        <source>Package given away</source>
        <translation>Kiriman diserahkan</translation>
    </message>
    <message>
        <source>Drop-out entered</source>
        <translation>Pegawai keluar di tengah periode dicatat</translation>
    </message>
    <message>
        <source>Closed evaluation reopened</source>
        <translation>Penilaian yang ditutup dibuka kembali</translation>
    </message>
    <message>
        <source>Agreed reuse of a result entered</source>
        <translation>Pemakaian kembali hasil penilaian dicatat</translation>
    </message>
    <message>
        <source>Rating by the superior of the rater entered</source>
        <translation>Penilaian oleh atasan pejabat penilai dicatat</translation>
    </message>
    <message>
        <source>Incomplete evaluation allowed to close</source>
        <translation>Penilaian tidak lengkap diizinkan ditutup</translation>
    </message>
    <message>
        <source>Calibration session finished</source>
        <translation>Sidang kalibrasi diselesaikan</translation>
    </message>
    <message>
        <source>Rating moved in calibration</source>
        <translation>Rating dipindah dalam kalibrasi</translation>
    </message>
    <message>
        <source>Minutes of calibration written</source>
        <translation>Catatan sidang kalibrasi ditulis</translation>
    </message>
    <message>
        <source>Calibration session opened</source>
        <translation>Sidang kalibrasi dibuka</translation>
    </message>
    <message>
        <source>Fill-in sheets of ratings written</source>
        <translation>Lembar isian rating dibuat</translation>
    </message>
    <message>
        <source>Fill-in sheet of ratings taken back</source>
        <translation>Lembar isian rating diterima kembali</translation>
    </message>
    <message>
        <source>Cycle of periodic evaluations set</source>
        <translation>Siklus evaluasi periodik ditetapkan</translation>
    </message>
    <message>
        <source>Documentation of work entered</source>
        <translation>Pendokumentasian kinerja dicatat</translation>
    </message>
    <message>
        <source>Step of an action plan saved</source>
        <translation>Langkah rencana aksi disimpan</translation>
    </message>
    <message>
        <source>Action plan taken over</source>
        <translation>Rencana aksi diambil alih</translation>
    </message>
    <message>
        <source>Confidential note written</source>
        <translation>Catatan rahasia ditulis</translation>
    </message>
    <message>
        <source>Readers of a confidential note set</source>
        <translation>Pembaca catatan rahasia ditetapkan</translation>
    </message>
    <message>
        <source>Confidential note amended</source>
        <translation>Catatan rahasia diperbaiki</translation>
    </message>
    <message>
        <source>Confidential note opened</source>
        <translation>Catatan rahasia dibuka</translation>
    </message>
    <message>
        <source>Evidence added</source>
        <translation>Bukti dukung ditambahkan</translation>
    </message>
    <message>
        <source>Kind of evidence changed</source>
        <translation>Jenis bukti dukung diubah</translation>
    </message>
    <message>
        <source>Evidence removed</source>
        <translation>Bukti dukung dikeluarkan</translation>
    </message>
    <message>
        <source>Feedback written</source>
        <translation>Umpan balik dicatat</translation>
    </message>
    <message>
        <source>Feedback amended</source>
        <translation>Umpan balik diperbaiki</translation>
    </message>
    <message>
        <source>Feedback withdrawn</source>
        <translation>Umpan balik ditarik</translation>
    </message>
    <message>
        <source>Leader's note on an actual saved</source>
        <translation>Catatan pimpinan atas realisasi disimpan</translation>
    </message>
    <message>
        <source>Actuals entered</source>
        <translation>Realisasi diisi</translation>
    </message>
    <message>
        <source>Guidance note written</source>
        <translation>Catatan bimbingan ditulis</translation>
    </message>
    <message>
        <source>Guidance note amended</source>
        <translation>Catatan bimbingan diperbaiki</translation>
    </message>
    <message>
        <source>Fill-in sheets of actuals written</source>
        <translation>Lembar isian realisasi dibuat</translation>
    </message>
    <message>
        <source>Fill-in sheet of actuals taken back</source>
        <translation>Lembar isian realisasi diterima kembali</translation>
    </message>
    <message>
        <source>Agreement put into the leader's plan</source>
        <translation>Perjanjian Kinerja dimasukkan ke SKP pimpinan</translation>
    </message>
    <message>
        <source>Agreements taken over</source>
        <translation>Perjanjian Kinerja diimpor</translation>
    </message>
    <message>
        <source>Indicator of an agreement removed</source>
        <translation>Indikator Perjanjian Kinerja dihapus</translation>
    </message>
    <message>
        <source>Indicator of an agreement saved</source>
        <translation>Indikator Perjanjian Kinerja disimpan</translation>
    </message>
    <message>
        <source>Way of cascading chosen</source>
        <translation>Cara cascading dipilih</translation>
    </message>
    <message>
        <source>Placeholder result removed</source>
        <translation>Hasil sementara dihapus</translation>
    </message>
    <message>
        <source>Results linked by their wording</source>
        <translation>Hasil kerja ditautkan menurut kalimat</translation>
    </message>
    <message>
        <source>Result linked upwards</source>
        <translation>Hasil kerja ditautkan ke atas</translation>
    </message>
    <message>
        <source>Placeholder results relinked</source>
        <translation>Hasil sementara ditautkan ulang</translation>
    </message>
    <message>
        <source>Placeholder result made</source>
        <translation>Hasil sementara dibuat</translation>
    </message>
    <message>
        <source>Link of a result removed</source>
        <translation>Tautan hasil kerja dilepas</translation>
    </message>
    <message>
        <source>Plans copied</source>
        <translation>SKP disalin</translation>
    </message>
    <message>
        <source>Draft of a plan thrown away</source>
        <translation>Ketikan SKP dibuang</translation>
    </message>
    <message>
        <source>Plan fixed</source>
        <translation>SKP ditetapkan</translation>
    </message>
    <message>
        <source>Draft of a plan kept</source>
        <translation>Ketikan SKP disimpan sementara</translation>
    </message>
    <message>
        <source>Plan removed</source>
        <translation>SKP dihapus</translation>
    </message>
    <message>
        <source>Revision of a plan begun</source>
        <translation>Perbaikan SKP dibuat</translation>
    </message>
    <message>
        <source>Plan saved</source>
        <translation>SKP disimpan</translation>
    </message>
    <message>
        <source>Signature of a plan noted</source>
        <translation>Tanda tangan SKP dicatat</translation>
    </message>
    <message>
        <source>Rule set aside for a plan</source>
        <translation>Aturan dikesampingkan untuk SKP</translation>
    </message>
    <message>
        <source>Achievement of actions entered</source>
        <translation>Capaian rencana aksi diisi</translation>
    </message>
    <message>
        <source>Figures of units taken over</source>
        <translation>Angka capaian unit diimpor</translation>
    </message>
    <message>
        <source>Achievement of a unit set</source>
        <translation>Capaian unit ditetapkan</translation>
    </message>
    <message>
        <source>Figures of a unit entered</source>
        <translation>Angka capaian unit diisi</translation>
    </message>
    <message>
        <source>Example kept</source>
        <translation>Contoh SKP disimpan</translation>
    </message>
    <message>
        <source>Example removed</source>
        <translation>Contoh SKP dihapus</translation>
    </message>
    <message>
        <source>Roles put into plans</source>
        <translation>Peran dimasukkan ke SKP</translation>
    </message>
    <message>
        <source>Person assigned to a team</source>
        <translation>Pegawai ditugaskan ke tim</translation>
    </message>
    <message>
        <source>Team removed</source>
        <translation>Tim dihapus</translation>
    </message>
    <message>
        <source>Team saved</source>
        <translation>Tim disimpan</translation>
    </message>
    <message>
        <source>Assignment to a team ended</source>
        <translation>Penugasan tim dihapus</translation>
    </message>
    <message>
        <source>Roles in the matrix written</source>
        <translation>Peran dalam matriks diisi</translation>
    </message>
    <message>
        <source>Fill-in sheets of plans written</source>
        <translation>Lembar isian SKP dibuat</translation>
    </message>
    <message>
        <source>Fill-in sheet of plans taken back</source>
        <translation>Lembar isian SKP diterima kembali</translation>
    </message>
    <message>
        <source>Change in mid-year recorded</source>
        <translation>Perubahan tengah tahun dicatat</translation>
    </message>
    <message>
        <source>Clarified expectations recorded</source>
        <translation>Klarifikasi ekspektasi dicatat</translation>
    </message>
    <message>
        <source>Day of a change corrected</source>
        <translation>Tanggal perubahan diperbaiki</translation>
    </message>
    <message>
        <source>Delegation of rating recorded</source>
        <translation>Delegasi menilai dicatat</translation>
    </message>
    <message>
        <source>Changes that came due carried out</source>
        <translation>Perubahan yang jatuh tempo dijalankan</translation>
    </message>
    <message>
        <source>Two records kept apart</source>
        <translation>Dua data dinyatakan orang berbeda</translation>
    </message>
    <message>
        <source>Two records merged</source>
        <translation>Dua data digabungkan</translation>
    </message>
    <message>
        <source>Calibration session cancelled</source>
        <translation>Sidang kalibrasi dibatalkan</translation>
    </message>
    <message>
        <source>Who attends a calibration session</source>
        <translation>Peserta sidang kalibrasi dicatat</translation>
    </message>
    <message>
        <source>package {number}</source>
        <translation>kiriman {number}</translation>
    </message>
    <message>
        <source>Document number cancelled</source>
        <translation>Nomor dokumen dibatalkan</translation>
    </message>
    <message>
        <source>Confidential paper opened</source>
        <translation>Kertas rahasia dibuka</translation>
    </message>
    <message>
        <source>Print order placed</source>
        <translation>Pesanan cetak dibuat</translation>
    </message>
    <message>
        <source>Older paper printed again</source>
        <translation>Kertas lama dicetak ulang</translation>
    </message>
    <message>
        <source>Scanned pages set aside</source>
        <translation>Halaman pindaian disisihkan</translation>
    </message>
    <message>
        <source>Scanned page filed by hand</source>
        <translation>Halaman pindaian disimpan dengan tangan</translation>
    </message>
    <message>
        <source>Scanned pages laid back on the desk</source>
        <translation>Halaman pindaian dikembalikan ke meja</translation>
    </message>
    <message>
        <source>Stack of scans begun</source>
        <translation>Tumpukan pindaian dimulai</translation>
    </message>
    <message>
        <source>Stack of scans finished</source>
        <translation>Tumpukan pindaian selesai</translation>
    </message>
    <message>
        <source>Scanned pages read</source>
        <translation>Halaman pindaian dibaca</translation>
    </message>
    <message>
        <source>Mandate to sign given</source>
        <translation>Mandat tanda tangan diberikan</translation>
    </message>
    <message>
        <source>Mandate to sign ended</source>
        <translation>Mandat tanda tangan diakhiri</translation>
    </message>
    <message>
        <source>Mandate to sign removed</source>
        <translation>Mandat tanda tangan dihapus</translation>
    </message>
    <message>
        <source>Paper handed on</source>
        <translation>Kertas dipindahkan</translation>
    </message>
    <message>
        <source>Signature on paper noted</source>
        <translation>Tanda tangan di kertas dicatat</translation>
    </message>
    <message>
        <source>Paper brought back</source>
        <translation>Kertas dikembalikan</translation>
    </message>
    <message>
        <source>Paper noted as scanned</source>
        <translation>Kertas dicatat sudah dipindai</translation>
    </message>
    <message>
        <source>correction by the region</source>
        <translation>koreksi wilayah</translation>
    </message>
</context>
</TS>
