namespace IspPortal.Core.Customers.Imports;

/// <summary>An uploaded list of customers.</summary>
/// <param name="Name">The file's name; says nothing about what it is.</param>
/// <param name="Content">CSV or XLSX, by content, up to <see cref="MaxBytes"/>.</param>
public sealed record CustomerImportFile(string Name, ReadOnlyMemory<byte> Content)
{
    /// <summary>The largest file in MB.</summary>
    public const int MaxMegabytes = 20;

    /// <summary>The same in bytes.</summary>
    public const int MaxBytes = MaxMegabytes * 1024 * 1024;

    /// <summary>The most rows of a sheet, its headings left out.</summary>
    public const int MaxRows = 50_000;
}
