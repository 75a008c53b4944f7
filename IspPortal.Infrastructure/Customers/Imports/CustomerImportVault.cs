using System.IO.Compression;
using System.Text.Json;
using IspPortal.Core.Common.Tables;
using IspPortal.Core.Customers.Imports;
using Microsoft.AspNetCore.DataProtection;

namespace IspPortal.Infrastructure.Customers.Imports;

/// <summary>Packs the rows of an uploaded file and encrypts them with the key ring outside the database: they hold identity numbers.</summary>
internal sealed class CustomerImportVault(IDataProtectionProvider protection)
{
    private const int RowsShown = 5;

    private readonly IDataProtector _protector = protection.CreateProtector("IspPortal.CustomerImports.v1");

    public byte[] Pack(IReadOnlyList<ImportedSheet> sheets)
    {
        using var packed = new MemoryStream();
        using (var writer = new BinaryWriter(new BrotliStream(packed, CompressionLevel.Fastest, leaveOpen: true)))
        {
            writer.Write(sheets.Count);
            foreach (var sheet in sheets)
            {
                writer.Write(sheet.Name);
                Write(writer, sheet.Headings);
                writer.Write(sheet.Rows.Count);
                foreach (var row in sheet.Rows)
                {
                    writer.Write(row.Number);
                    Write(writer, row.Cells);
                    writer.Write(row.Rounded.Count);
                    foreach (var column in row.Rounded)
                    {
                        writer.Write(column);
                    }
                }
            }
        }

        return _protector.Protect(packed.ToArray());
    }

    public IReadOnlyList<ImportedSheet> Open(byte[] packed)
    {
        using var reader = new BinaryReader(new BrotliStream(new MemoryStream(_protector.Unprotect(packed)), CompressionMode.Decompress));
        var sheets = new ImportedSheet[reader.ReadInt32()];
        for (var i = 0; i < sheets.Length; i++)
        {
            var (name, headings, rows) = (reader.ReadString(), Texts(reader), new TableRow[reader.ReadInt32()]);
            for (var at = 0; at < rows.Length; at++)
            {
                var row = new TableRow(reader.ReadInt32(), Texts(reader));
                var rounded = reader.ReadInt32();
                rows[at] = rounded == 0 ? row : row with { Rounded = [.. Enumerable.Range(0, rounded).Select(_ => reader.ReadInt32()).ToArray()] };
            }

            sheets[i] = new ImportedSheet(name, headings, rows);
        }

        return sheets;
    }

    /// <summary>The beginning of each sheet as JSON; its column is encrypted by the model.</summary>
    public static string PreviewOf(IReadOnlyList<ImportedSheet> sheets) => JsonSerializer.Serialize(
        sheets.Select(sheet => new CustomerImportSheet(sheet.Name, sheet.Headings, sheet.Rows.Count, [.. sheet.Rows.Take(RowsShown).Select(row => row.Cells)])), CustomerImportJson.Options);

    private static void Write(BinaryWriter writer, IReadOnlyList<string> texts)
    {
        writer.Write(texts.Count);
        foreach (var text in texts)
        {
            writer.Write(text);
        }
    }

    private static string[] Texts(BinaryReader reader)
    {
        var texts = new string[reader.ReadInt32()];
        for (var i = 0; i < texts.Length; i++)
        {
            texts[i] = reader.ReadString();
        }

        return texts;
    }
}
