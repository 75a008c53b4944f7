using IspPortal.Core.Audit;

namespace IspPortal.Core.Customers.BillingAccounts;

/// <summary>What invoices, dunning, isolir and balance belong to: a customer has one or several, each bills its own lines.</summary>
[Audited("billing_account")]
internal sealed class BillingAccount
{
    /// <summary>The prefix of its number series.</summary>
    public const string NumberPrefix = "BA";

    public required Guid Id { get; init; }

    public required string Number { get; init; }

    public required Guid CustomerId { get; set; }

    public Customer? Customer { get; init; }

    [Personal]
    public required string Name { get; set; }

    /// <summary>New lines go to it unless somebody says otherwise; exactly one of a customer.</summary>
    public bool IsDefault { get; set; }

    /// <summary>Where bills go, or null for the customer's own address.</summary>
    [Personal]
    public string? Address { get; set; }

    public PaymentWay PaysBy { get; set; } = PaymentWay.Transfer;

    [Personal]
    public string? PaymentNotes { get; set; }

    [NotAudited]
    public string SearchKey { get; set; } = "";

    public required DateTime CreatedAtUtc { get; init; }

    public DateTime? ClosedAtUtc { get; set; }

    public long Version { get; set; }
}
