namespace IspPortal.Core.Subscriptions.Bulk;

/// <summary>One subscription of a change to many.</summary>
internal sealed class BulkRunItem
{
    public required Guid RunId { get; init; }

    /// <summary>Its place in the run, from 1.</summary>
    public required int Place { get; init; }

    public required Guid SubscriptionId { get; init; }

    public BulkItemState State { get; set; }

    public string? ErrorCode { get; set; }
}
