namespace IspPortal.Core.Billing.Dunning;

/// <summary>A part of a promise.</summary>
internal sealed class PaymentPromisePart
{
    public required Guid PromiseId { get; init; }

    public required int No { get; init; }

    public required DateOnly DueOn { get; init; }

    public required long AmountMinor { get; init; }
}
