namespace IspPortal.Core.Billing.Opening;

/// <summary>An uploaded file of opening balances.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Content">CSV or XLSX, by content, up to <see cref="MaxBytes"/>.</param>
public sealed record OpeningFile(string Name, ReadOnlyMemory<byte> Content)
{
    /// <summary>The largest file in MB.</summary>
    public const int MaxMegabytes = 20;

    /// <summary>The same in bytes.</summary>
    public const int MaxBytes = MaxMegabytes * 1024 * 1024;

    /// <summary>The most rows, headings left out.</summary>
    public const int MaxRows = 60_000;
}
