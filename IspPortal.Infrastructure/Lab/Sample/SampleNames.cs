namespace IspPortal.Infrastructure.Lab.Sample;

/// <summary>Given names, family names, streets and companies as one meets them in West Java.</summary>
internal static class SampleNames
{
    public static string[] Given { get; } =
    [
        "Ahmad", "Agus", "Andi", "Aditya", "Anisa", "Asep", "Ayu", "Bagas", "Bambang", "Bayu", "Budi", "Cahya", "Citra", "Dadang", "Dedi", "Dewi", "Dian", "Dimas", "Dina",
        "Dodi", "Eka", "Eko", "Elis", "Endang", "Euis", "Fajar", "Farhan", "Fitri", "Galih", "Gilang", "Hadi", "Hendra", "Heri", "Iin", "Ika", "Iman", "Indah", "Indra",
        "Intan", "Irfan", "Iwan", "Jajang", "Joko", "Kartika", "Kiki", "Kurnia", "Lestari", "Lilis", "Lina", "Lukman", "Made", "Maya", "Mega", "Muhammad", "Nanda",
        "Neneng", "Nia", "Novi", "Nur", "Nurul", "Putri", "Rahmat", "Rani", "Ratna", "Reza", "Rian", "Rika", "Rina", "Rizky", "Rudi", "Sari", "Siti", "Slamet", "Sri",
        "Suci", "Surya", "Tatang", "Teguh", "Tini", "Tri", "Ujang", "Umi", "Vina", "Wahyu", "Wati", "Wawan", "Wulan", "Yanti", "Yayan", "Yogi", "Yudi", "Yuli", "Yusuf", "Zahra",
    ];

    public static string[] Family { get; } =
    [
        "Adiputra", "Anggraini", "Apriani", "Ardiansyah", "Arifin", "Astuti", "Cahyono", "Damayanti", "Effendi", "Fauzi", "Firmansyah", "Gunawan", "Hakim", "Halim",
        "Handayani", "Harahap", "Hartono", "Hasanah", "Hermawan", "Hidayat", "Irawan", "Iskandar", "Juliana", "Kurniawan", "Kusuma", "Lubis", "Mahendra", "Maulana",
        "Mulyadi", "Mulyani", "Nasution", "Ningsih", "Nugraha", "Nugroho", "Nurhayati", "Pangestu", "Permana", "Pertiwi", "Pratama", "Purnama", "Puspita", "Rahayu",
        "Rahman", "Ramadhan", "Rosadi", "Rustandi", "Safitri", "Saputra", "Setiawan", "Sihombing", "Simanjuntak", "Siregar", "Suherman", "Suhendar", "Sulistyo", "Supriatna",
        "Supriyadi", "Suryana", "Susanti", "Sutisna", "Syahputra", "Utami", "Wibowo", "Widodo", "Wijaya", "Wulandari", "Yuliana", "Zulkarnain",
    ];

    public static string[] Streets { get; } =
    [
        "Jl. Melati", "Jl. Mawar", "Jl. Anggrek", "Jl. Kenanga", "Jl. Cempaka", "Jl. Flamboyan", "Jl. Merpati", "Jl. Rajawali", "Jl. Cendrawasih", "Jl. Veteran",
        "Jl. Pahlawan", "Jl. Pemuda", "Jl. Diponegoro", "Jl. Ahmad Yani", "Jl. Imam Bonjol", "Jl. Raya Industri", "Jl. Kalimalang", "Jl. Pasar Lama", "Perum Griya Asri",
        "Perum Puri Indah", "Perum Bumi Lestari", "Kp. Rawa Bambu", "Kp. Cikedokan", "Kp. Pulo Kapuk", "Kp. Babakan", "Gg. Haji Salim", "Gg. Masjid",
    ];

    public static string[] CompanyKinds { get; } = ["PT", "CV", "Toko", "Klinik", "Warnet", "RM", "Bengkel", "SMK"];

    public static string[] CompanyNames { get; } =
    [
        "Maju Jaya", "Sinar Abadi", "Karya Mandiri", "Berkah Sentosa", "Mitra Logistik", "Sumber Rejeki", "Cahaya Teknik", "Harapan Sehat", "Bina Bangsa",
        "Padang Raya", "Surya Plastindo", "Tirta Makmur", "Nusantara Motor", "Citra Garmen", "Prima Elektronik",
    ];
}
