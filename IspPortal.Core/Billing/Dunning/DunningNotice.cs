namespace IspPortal.Core.Billing.Dunning;

/// <summary>A step of a bill that its customer was told: once, whoever looks.</summary>
internal sealed class DunningNotice
{
    public required Guid InvoiceId { get; init; }

    /// <summary>As <see cref="DunningStep.Key"/>.</summary>
    public required string Step { get; init; }

    public required Guid BillingAccountId { get; init; }

    public required DateTime QueuedAtUtc { get; init; }

    /// <summary>Whether it may still wait to go out, so that it is taken back when the bill is paid.</summary>
    public bool IsWaiting { get; set; }
}
