namespace IspPortal.Core.Billing.Dunning;

/// <summary>One line of an isolir run.</summary>
internal sealed class IsolirRunLine
{
    public required Guid RunId { get; init; }

    public required Guid SubscriptionId { get; init; }

    public required Guid BillingAccountId { get; init; }

    public required Guid RouterId { get; init; }

    public IsolirLineState State { get; set; }

    /// <summary>What a line was that the run ended, in the words of those who bring it back; null: it ended none.</summary>
    public string? Before { get; set; }
}
