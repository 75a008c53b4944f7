using IspPortal.Core.Billing.Generator;
using IspPortal.Core.Common.Money;

namespace IspPortal.Core.Billing.Invoices;

/// <summary>A line of a bill as it was issued: <see cref="BillLine"/> with its place. Written once.</summary>
internal sealed class InvoiceLine
{
    public required Guid InvoiceId { get; init; }

    /// <summary>From 1.</summary>
    public required int No { get; init; }

    public required ChargeKind Kind { get; init; }

    public Guid? SubscriptionId { get; init; }

    public string SubscriptionNumber { get; init; } = "";

    public string Text { get; init; } = "";

    public DateOnly? FromOn { get; init; }

    public DateOnly? ToOn { get; init; }

    public int Days { get; init; }

    public int OfDays { get; init; }

    public long Quantity { get; init; } = 1;

    public Money UnitPrice { get; init; }

    public required long AmountMinor { get; init; }

    public required BillRule Rule { get; init; }

    public Guid? SourceId { get; init; }

    public string TaxCode { get; init; } = "";

    public required string ChargeKey { get; init; }

    public string? CorrectsKey { get; init; }

    /// <summary>What credit notes took back of it, positive.</summary>
    public long CreditedMinor { get; set; }

    public static InvoiceLine Of(Guid invoiceId, int no, BillLine line) => new()
    {
        InvoiceId = invoiceId,
        No = no,
        Kind = line.Kind,
        SubscriptionId = line.SubscriptionId,
        SubscriptionNumber = line.SubscriptionNumber,
        Text = line.Text,
        FromOn = line.FromOn,
        ToOn = line.ToOn,
        Days = line.Days,
        OfDays = line.OfDays,
        Quantity = line.Quantity,
        UnitPrice = line.UnitPrice,
        AmountMinor = line.Amount.Minor,
        Rule = line.Rule,
        SourceId = line.SourceId,
        TaxCode = line.TaxCode,
        ChargeKey = line.ChargeKey,
        CorrectsKey = line.CorrectsKey,
    };

    /// <summary>What it says, for another bill to say the same.</summary>
    public BillLine ToLine(IReadOnlyList<SpreadPart> spread) => new()
    {
        Kind = Kind,
        SubscriptionId = SubscriptionId,
        SubscriptionNumber = SubscriptionNumber,
        Text = Text,
        FromOn = FromOn,
        ToOn = ToOn,
        Days = Days,
        OfDays = OfDays,
        Quantity = Quantity,
        UnitPrice = UnitPrice,
        Amount = Money.Idr(AmountMinor),
        Rule = Rule,
        SourceId = SourceId,
        TaxCode = TaxCode,
        ChargeKey = ChargeKey,
        CorrectsKey = CorrectsKey,
        Spread = spread,
    };

    public BilledCharge ToBilled(IReadOnlyList<SpreadPart> spread) => new()
    {
        Kind = Kind,
        SubscriptionId = SubscriptionId,
        Text = Text,
        FromOn = FromOn,
        ToOn = ToOn,
        OfDays = OfDays,
        Quantity = Quantity,
        UnitPrice = UnitPrice,
        Amount = Money.Idr(AmountMinor),
        Rule = Rule,
        SourceId = SourceId,
        TaxCode = TaxCode,
        ChargeKey = ChargeKey,
        CorrectsKey = CorrectsKey,
        Spread = spread,
        Credited = Money.Idr(CreditedMinor),
    };
}
