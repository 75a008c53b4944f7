using IspPortal.Core.Common.Results;
using IspPortal.Core.Common.Tables;
using IspPortal.Core.Network.Imports;
using IspPortal.Infrastructure.Tables;

namespace IspPortal.Infrastructure.Network.Imports;

/// <summary>Reads customers from a CSV or XLSX whose columns have the names that Indonesian and English spreadsheets give them.</summary>
internal static class CustomerFileReader
{
    private const int LongestField = 200;

    private static readonly TableLimits Limits = new(ImportFile.MaxMegabytes, ImportFile.MaxRows);

    private static readonly (string Column, IReadOnlyList<string> Names)[] Columns =
    [
        ("number", ["nomor", "no", "nopelanggan", "nomorpelanggan", "idpelanggan", "kodepelanggan", "customernumber", "customerno", "customerid", "number", "id", "kode"]),
        ("name", ColumnNames.Person),
        ("phone", ColumnNames.Phone),
        ("username", ["username", "user", "akun", "pppoe", "userpppoe", "usernamepppoe", "login", "secret", "pppoeusername"]),
        ("profile", ["profile", "profil", "paket", "plan", "package"]),
    ];

    public static Result<IReadOnlyList<CustomerRow>> Read(ImportFile file)
    {
        var tables = TableReader.Read(file.Content, Limits);
        return tables.Succeeded ? Read(tables.Value[0].Rows) : tables.Error;
    }

    private static Result<IReadOnlyList<CustomerRow>> Read(IReadOnlyList<TableRow> table)
    {
        var places = PlacesOf(table[0].Cells);
        if (!places.ContainsKey("username") && !places.ContainsKey("phone") && !places.ContainsKey("name"))
        {
            return ImportErrors.FileWithoutColumns;
        }

        var rows = table.Skip(1)
            .Select(row => new CustomerRow(row.Number, Field(row, "number"), Field(row, "name"), Field(row, "phone"), Field(row, "username"), Field(row, "profile")))
            .Where(row => row is not { Name: null, Phone: null, Username: null });
        return Result.Of<IReadOnlyList<CustomerRow>>([.. rows]);

        string? Field(TableRow row, string column) => places.TryGetValue(column, out var place) && row[place] is { Length: > 0 } value ? value.Length > LongestField ? value[..LongestField] : value : null;
    }

    private static Dictionary<string, int> PlacesOf(IReadOnlyList<string> header)
    {
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (at, heading) in header.Index())
        {
            var name = ColumnNames.KeyOf(heading);
            if (Array.Find(Columns, c => c.Names.Contains(name, StringComparer.Ordinal)).Column is { } column)
            {
                places.TryAdd(column, at);
            }
        }

        return places;
    }
}
