using System.Text;
using CsvHelper;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Network.Imports;

namespace IspPortal.Infrastructure.Network.Imports;

/// <summary>Reads customers from a CSV whose columns have the names that Indonesian and English spreadsheets give them.</summary>
internal static class CustomerFileReader
{
    private const int LongestField = 200;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private static readonly (string Column, string[] Names)[] Columns =
    [
        ("number", ["nomor", "no", "nopelanggan", "nomorpelanggan", "idpelanggan", "kodepelanggan", "customernumber", "customerno", "customerid", "number", "id", "kode"]),
        ("name", ["nama", "namapelanggan", "namalengkap", "name", "customer", "customername", "fullname", "pelanggan"]),
        ("phone", ["telepon", "telp", "hp", "nohp", "nomorhp", "notelp", "notelepon", "nomortelepon", "whatsapp", "wa", "nowa", "phone", "phonenumber", "mobile"]),
        ("username", ["username", "user", "akun", "pppoe", "userpppoe", "usernamepppoe", "login", "secret", "pppoeusername"]),
        ("profile", ["profile", "profil", "paket", "plan", "package"]),
    ];

    public static Result<IReadOnlyList<CustomerRow>> Read(ImportFile file)
    {
        if (file.Content.Length > ImportFile.MaxBytes)
        {
            return ImportErrors.FileTooLarge(ImportFile.MaxMegabytes);
        }

        string text;
        try
        {
            text = Strict.GetString(file.Content.Span).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException)
        {
            return ImportErrors.FileNotUtf8;
        }

        try
        {
            return Read(text);
        }
        catch (CsvFormatException exception)
        {
            return ImportErrors.FileMalformed(exception.RecordNumber);
        }
    }

    private static Result<IReadOnlyList<CustomerRow>> Read(string text)
    {
        var header = text.AsSpan(0, text.AsSpan().IndexOfAny('\r', '\n') is var end && end < 0 ? text.Length : end);
        using var reader = CsvReader.FromText(text, new CsvReaderOptions
        {
            HasHeader = false,
            Separator = header.Count(';') >= header.Count(',') && header.Contains(';') ? ';' : ',',
            MalformedData = CsvMalformedDataHandling.Throw,
        });
        if (!reader.Read())
        {
            return ImportErrors.FileWithoutColumns;
        }

        var places = PlacesOf([.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetString)]);
        if (!places.ContainsKey("username") && !places.ContainsKey("phone") && !places.ContainsKey("name"))
        {
            return ImportErrors.FileWithoutColumns;
        }

        var rows = new List<CustomerRow>();
        for (var line = 2; reader.Read(); line++)
        {
            var row = new CustomerRow(line, Field("number"), Field("name"), Field("phone"), Field("username"), Field("profile"));
            if (row is not { Name: null, Phone: null, Username: null })
            {
                rows.Add(row);
            }
        }

        return Result.Of<IReadOnlyList<CustomerRow>>(rows);

        string? Field(string column)
        {
            if (!places.TryGetValue(column, out var place) || place >= reader.FieldCount)
            {
                return null;
            }

            var value = reader.GetString(place).Trim();
            return value.Length == 0 ? null : value.Length > LongestField ? value[..LongestField] : value;
        }
    }

    private static Dictionary<string, int> PlacesOf(IReadOnlyList<string> header)
    {
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < header.Count; i++)
        {
            var name = string.Concat(header[i].Where(char.IsLetterOrDigit)).ToLowerInvariant();
            var column = Array.Find(Columns, c => c.Names.Contains(name, StringComparer.Ordinal)).Column;
            if (column is not null)
            {
                places.TryAdd(column, i);
            }
        }

        return places;
    }
}
