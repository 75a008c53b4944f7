namespace IspPortal.Infrastructure.Billing.Ageing;

/// <summary>An account's debts as the database adds them up.</summary>
internal sealed class AgedAccount
{
    public Guid BillingAccountId { get; init; }

    public int Bills { get; init; }

    public DateOnly? OldestDueOn { get; init; }

    public long Total { get; init; }

    public long Current { get; init; }

    public long Days30 { get; init; }

    public long Days60 { get; init; }

    public long Days90 { get; init; }

    public long Older { get; init; }
}
