using IspPortal.Core.Common.Money;

namespace IspPortal.Core.Billing.Generator;

/// <summary>One line of a bill, with everything that explains it. Amounts are without tax unless the price itself is said to include it.</summary>
public sealed record BillLine
{
    /// <summary>The longest <see cref="ChargeKey"/>.</summary>
    public const int ChargeKeyLength = 120;

    /// <summary>What it is for.</summary>
    public required ChargeKind Kind { get; init; }

    /// <summary>The subscription; null: the account as a whole.</summary>
    public Guid? SubscriptionId { get; init; }

    /// <summary>The subscription's number; empty: the account as a whole.</summary>
    public string SubscriptionNumber { get; init; } = "";

    /// <summary>The name of the plan, add-on or promotion as it was sold; empty where <see cref="Kind"/> says it all. Never a sentence.</summary>
    public string Text { get; init; } = "";

    /// <summary>The first day that it pays for; null: it is for no days.</summary>
    public DateOnly? FromOn { get; init; }

    /// <summary>The last day that it pays for; null: it is for no days.</summary>
    public DateOnly? ToOn { get; init; }

    /// <summary>The days counted by <see cref="Rule"/>; 0: it is for no days.</summary>
    public int Days { get; init; }

    /// <summary>The days of the whole that <see cref="Days"/> are a part of; 0: it is for no days.</summary>
    public int OfDays { get; init; }

    /// <summary>Pieces; for traffic bytes, for pay N get M the periods paid.</summary>
    public long Quantity { get; init; } = 1;

    /// <summary>Of one piece, for a whole period where there is one; negative for what is taken off.</summary>
    public Money UnitPrice { get; init; }

    /// <summary>What it comes to, rounded half away from zero once.</summary>
    public required Money Amount { get; init; }

    /// <summary>How the amount came about.</summary>
    public required BillRule Rule { get; init; }

    /// <summary>The price, add-on, promotion, outage or charge that it came from; null: the policy.</summary>
    public Guid? SourceId { get; init; }

    /// <summary>The tax rule that holds for it; empty: none.</summary>
    public string TaxCode { get; init; } = "";

    /// <summary>Names what is billed, once per subscription (or per account where there is none): <c>period:2026-11-01</c>. Two bills that have the same would bill it twice.</summary>
    public required string ChargeKey { get; init; }

    /// <summary>The key of the earlier charge that it corrects; null: none.</summary>
    public string? CorrectsKey { get; init; }

    /// <summary>When it is earned, period by period, where it is paid for several at once; empty: in its own days.</summary>
    public IReadOnlyList<SpreadPart> Spread { get; init; } = [];
}
