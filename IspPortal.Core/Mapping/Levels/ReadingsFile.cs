namespace IspPortal.Core.Mapping.Levels;

/// <summary>A file of readings: CSV or a workbook, with columns for serial, rx and time, and perhaps tx.</summary>
/// <param name="Content">The file.</param>
/// <param name="TakeGood">Whether the good rows are kept where others are wrong; else such a file changes nothing.</param>
public sealed record ReadingsFile(ReadOnlyMemory<byte> Content, bool TakeGood = false)
{
    /// <summary>The largest file.</summary>
    public const int MostMegabytes = 5;

    /// <summary>The most rows.</summary>
    public const int MostRows = 50_000;
}
