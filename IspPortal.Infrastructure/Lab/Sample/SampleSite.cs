namespace IspPortal.Infrastructure.Lab.Sample;

/// <summary>A town with a router site (WGS 84).</summary>
/// <param name="Code">Part of the router's name, e.g. <c>BEKASI</c>.</param>
/// <param name="Town">The town.</param>
/// <param name="Regency">Kabupaten or kota.</param>
/// <param name="Latitude">Degrees north.</param>
/// <param name="Longitude">Degrees east.</param>
internal sealed record SampleSite(string Code, string Town, string Regency, double Latitude, double Longitude)
{
    public static IReadOnlyList<SampleSite> All { get; } =
    [
        new("BEKASI", "Bekasi Timur", "Kota Bekasi", -6.2416, 107.0176),
        new("CIKARANG", "Cikarang Utara", "Kabupaten Bekasi", -6.2634, 107.1489),
        new("KARAWANG", "Karawang Barat", "Kabupaten Karawang", -6.3027, 107.2946),
        new("TAMBUN", "Tambun Selatan", "Kabupaten Bekasi", -6.2603, 107.0559),
        new("CIBITUNG", "Cibitung", "Kabupaten Bekasi", -6.2514, 107.0853),
        new("SETU", "Setu", "Kabupaten Bekasi", -6.3536, 107.0325),
        new("JATIASIH", "Jatiasih", "Kota Bekasi", -6.2998, 106.9555),
        new("PONDOKGEDE", "Pondok Gede", "Kota Bekasi", -6.2828, 106.9125),
        new("BANTARGEBANG", "Bantargebang", "Kota Bekasi", -6.3123, 106.9897),
        new("BABELAN", "Babelan", "Kabupaten Bekasi", -6.1836, 107.0147),
        new("SUKATANI", "Sukatani", "Kabupaten Bekasi", -6.1723, 107.1708),
        new("LEMAHABANG", "Lemahabang", "Kabupaten Bekasi", -6.2859, 107.1773),
        new("CIBARUSAH", "Cibarusah", "Kabupaten Bekasi", -6.4281, 107.0843),
        new("TELUKJAMBE", "Telukjambe Timur", "Kabupaten Karawang", -6.3362, 107.2880),
        new("KLARI", "Klari", "Kabupaten Karawang", -6.3650, 107.3499),
        new("CIKAMPEK", "Cikampek", "Kabupaten Karawang", -6.4195, 107.4561),
        new("RENGASDENGKLOK", "Rengasdengklok", "Kabupaten Karawang", -6.1583, 107.2991),
        new("PURWAKARTA", "Purwakarta", "Kabupaten Purwakarta", -6.5567, 107.4431),
        new("CILEUNGSI", "Cileungsi", "Kabupaten Bogor", -6.3946, 106.9590),
        new("GUNUNGPUTRI", "Gunung Putri", "Kabupaten Bogor", -6.4530, 106.8930),
        new("JONGGOL", "Jonggol", "Kabupaten Bogor", -6.4626, 107.0595),
        new("SUBANG", "Subang", "Kabupaten Subang", -6.5697, 107.7588),
        new("PAMANUKAN", "Pamanukan", "Kabupaten Subang", -6.2847, 107.8107),
        new("CIBUBUR", "Cibubur", "Kota Jakarta Timur", -6.3507, 106.8770),
        new("CAKUNG", "Cakung", "Kota Jakarta Timur", -6.1846, 106.9475),
    ];
}
