namespace IspPortal.Core.Network.Imports;

/// <summary>An uploaded list of customers.</summary>
/// <param name="Name">The file's name.</param>
/// <param name="Content">CSV or XLSX with a header, up to <see cref="MaxBytes"/>.</param>
public sealed record ImportFile(string Name, ReadOnlyMemory<byte> Content)
{
    /// <summary>The largest file that is read.</summary>
    public const int MaxBytes = MaxMegabytes * 1024 * 1024;

    /// <summary>The same in MB.</summary>
    public const int MaxMegabytes = 5;

    /// <summary>The most rows that are read.</summary>
    public const int MaxRows = 50_000;
}
