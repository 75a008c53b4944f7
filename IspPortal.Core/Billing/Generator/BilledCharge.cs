using IspPortal.Core.Common.Money;

namespace IspPortal.Core.Billing.Generator;

/// <summary>
/// A line that an earlier bill has, open pro formas included; those that lapsed unpaid or were voided are not. Bring all whose days reach past <see cref="SubscriptionBillingFacts.ClosedUntilOn"/>,
/// everything billed once, and the corrections of both.
/// </summary>
public sealed record BilledCharge
{
    /// <summary>As <see cref="BillLine.Kind"/>.</summary>
    public required ChargeKind Kind { get; init; }

    /// <summary>As <see cref="BillLine.SubscriptionId"/>.</summary>
    public Guid? SubscriptionId { get; init; }

    /// <summary>As <see cref="BillLine.Text"/>; a correction repeats it.</summary>
    public string Text { get; init; } = "";

    /// <summary>As <see cref="BillLine.FromOn"/>.</summary>
    public DateOnly? FromOn { get; init; }

    /// <summary>As <see cref="BillLine.ToOn"/>.</summary>
    public DateOnly? ToOn { get; init; }

    /// <summary>As <see cref="BillLine.OfDays"/>: tells how long the period was that its price is for; 0: not known.</summary>
    public int OfDays { get; init; }

    /// <summary>As <see cref="BillLine.Quantity"/>.</summary>
    public long Quantity { get; init; } = 1;

    /// <summary>As <see cref="BillLine.UnitPrice"/>.</summary>
    public Money UnitPrice { get; init; }

    /// <summary>As <see cref="BillLine.Amount"/>.</summary>
    public required Money Amount { get; init; }

    /// <summary>As <see cref="BillLine.Rule"/>.</summary>
    public required BillRule Rule { get; init; }

    /// <summary>As <see cref="BillLine.SourceId"/>.</summary>
    public Guid? SourceId { get; init; }

    /// <summary>As <see cref="BillLine.TaxCode"/>; a correction repeats it.</summary>
    public string TaxCode { get; init; } = "";

    /// <summary>As <see cref="BillLine.ChargeKey"/>.</summary>
    public required string ChargeKey { get; init; }

    /// <summary>As <see cref="BillLine.CorrectsKey"/>.</summary>
    public string? CorrectsKey { get; init; }

    /// <summary>As <see cref="BillLine.Spread"/>.</summary>
    public IReadOnlyList<SpreadPart> Spread { get; init; } = [];

    /// <summary>What credit notes gave back of it already, positive: a correction gives back no more than the rest.</summary>
    public Money Credited { get; init; }

    /// <summary>A line as it is after its bill was made.</summary>
    public static BilledCharge Of(BillLine line)
    {
        ArgumentNullException.ThrowIfNull(line);
        return new()
        {
            Kind = line.Kind,
            SubscriptionId = line.SubscriptionId,
            Text = line.Text,
            FromOn = line.FromOn,
            ToOn = line.ToOn,
            OfDays = line.OfDays,
            Quantity = line.Quantity,
            UnitPrice = line.UnitPrice,
            Amount = line.Amount,
            Rule = line.Rule,
            SourceId = line.SourceId,
            TaxCode = line.TaxCode,
            ChargeKey = line.ChargeKey,
            CorrectsKey = line.CorrectsKey,
            Spread = line.Spread,
        };
    }
}
