namespace IspPortal.Core.Billing.Print;

/// <summary>Many bills as one PDF: who asked, and how far it is. Gone once its time is over.</summary>
internal sealed class InvoiceBundle
{
    public required Guid Id { get; init; }

    public InvoiceBundleState State { get; set; }

    /// <summary>How many bills it holds.</summary>
    public required int Bills { get; init; }

    /// <summary>How many of them are on paper.</summary>
    public int Done { get; set; }

    /// <summary>How often it was begun.</summary>
    public int Tries { get; set; }

    public string? ErrorCode { get; set; }

    /// <summary>Under which name the file lies in the data directory; null: not made yet.</summary>
    public Guid? StoredAs { get; set; }

    public long Bytes { get; set; }

    public required string RequestedBy { get; init; }

    public required DateTime RequestedAtUtc { get; init; }

    /// <summary>When it goes, with its file.</summary>
    public required DateTime ExpiresAtUtc { get; set; }

    /// <summary>Who makes it now; one that stood still and woke up again finds another one here.</summary>
    public Guid? LeasedBy { get; set; }

    public DateTime? LeasedUntilUtc { get; set; }

    public List<InvoiceBundleItem> Items { get; init; } = [];
}
