namespace IspPortal.Core.Common.Tables;

/// <summary>Headings as Indonesian and English spreadsheets write them.</summary>
public static class ColumnNames
{
    /// <summary>What columns with people's names are called.</summary>
    public static IReadOnlyList<string> Person { get; } =
        ["nama", "namapelanggan", "namalengkap", "namacustomer", "namaktp", "name", "customer", "customername", "fullname", "pelanggan", "subscriber", "subscribername"];

    /// <summary>What columns with phone numbers are called.</summary>
    public static IReadOnlyList<string> Phone { get; } =
    [
        "telepon", "telp", "tlp", "telpon", "hp", "nohp", "nomorhp", "notelp", "notlp", "notelepon", "nomortelepon", "teleponhp", "nohpwa", "whatsapp", "wa", "nowa", "nomorwa", "nowhatsapp", "nomorwhatsapp",
        "phone", "phonenumber", "phoneno", "mobile", "mobilephone", "mobilenumber", "handphone", "kontakhp", "nokontak",
    ];

    /// <summary>The heading as it is compared: its letters and digits in lower case. <c>No. HP / WA</c> and <c>no_hp_wa</c> are both <c>nohpwa</c>.</summary>
    public static string KeyOf(string? heading) => string.Concat((heading ?? "").Where(char.IsLetterOrDigit)).ToLowerInvariant();
}
