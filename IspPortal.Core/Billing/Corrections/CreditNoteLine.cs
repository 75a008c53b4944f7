namespace IspPortal.Core.Billing.Corrections;

/// <summary>What is taken back of one line. Written once.</summary>
internal sealed class CreditNoteLine
{
    public required Guid CreditNoteId { get; init; }

    /// <summary>The line of the invoice.</summary>
    public required int No { get; init; }

    public required string Text { get; init; }

    public string SubscriptionNumber { get; init; } = "";

    public string TaxCode { get; init; } = "";

    /// <summary>In the terms of the line: above zero for a charge, below for what was taken off it.</summary>
    public required long AmountMinor { get; init; }
}
