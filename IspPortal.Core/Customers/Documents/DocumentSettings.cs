namespace IspPortal.Core.Customers.Documents;

/// <summary>Documents of customers; a page of the settings.</summary>
public sealed record DocumentSettings
{
    /// <summary>The largest file that any setting allows.</summary>
    public const int MostMegabytes = 20;

    /// <summary>The largest file, in MB of 1,048,576 bytes.</summary>
    public int MaxMegabytes { get; init; } = 10;

    /// <summary>How many days before its last day a document counts as expiring soon.</summary>
    public int ExpiringSoonDays { get; init; } = 30;

    /// <summary>How many days the file of a removed document is kept before it goes for good.</summary>
    public int KeepRemovedDays { get; init; } = 90;
}
