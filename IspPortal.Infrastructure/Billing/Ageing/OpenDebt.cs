namespace IspPortal.Infrastructure.Billing.Ageing;

/// <summary>What one bill still asks of its account.</summary>
internal sealed class OpenDebt
{
    public Guid BillingAccountId { get; init; }

    public DateOnly? DueOn { get; init; }

    public long Minor { get; init; }
}
