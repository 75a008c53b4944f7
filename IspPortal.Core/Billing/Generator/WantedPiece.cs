using IspPortal.Core.Common.Money;

namespace IspPortal.Core.Billing.Generator;

/// <summary>Days that shall be paid for, within one period.</summary>
/// <param name="Stream">What is paid for day by day: a day of one stream is paid for once.</param>
/// <param name="Kind">As on the line.</param>
/// <param name="Range">The days.</param>
/// <param name="Period">What of the period the subscription has.</param>
/// <param name="UnitPrice">For a whole period, of one piece.</param>
/// <param name="SourceId">As on the line.</param>
internal sealed record WantedPiece(string Stream, ChargeKind Kind, DayRange Range, CutPeriod Period, Money UnitPrice, Guid? SourceId)
{
    public long Quantity { get; init; } = 1;

    public string Text { get; init; } = "";

    public string TaxCode { get; init; } = "";

    /// <summary>The price is for a day.</summary>
    public bool IsPerDay { get; init; }

    /// <summary>It is of periods that were paid at once; what each costs is its share.</summary>
    public bool IsBulk { get; init; }

    /// <summary>What it comes to, and by which part.</summary>
    public PeriodPart PartOf(DayRange range, ProrationBasis basis) => IsPerDay ? new(range.Days, range.Days, BillRule.PerDay) : Period.Whole.PartOf(range.FromOn, range.ToOn, basis);

    public Money AmountOf(DayRange range, ProrationBasis basis) => IsPerDay ? UnitPrice * Quantity * range.Days : PartOf(range, basis).Of(UnitPrice * Quantity);

    /// <summary>Whether both are paid for alike.</summary>
    public bool IsAlike(WantedPiece other) =>
        Stream == other.Stream && Kind == other.Kind && UnitPrice == other.UnitPrice && Quantity == other.Quantity && SourceId == other.SourceId && IsPerDay == other.IsPerDay && IsBulk == other.IsBulk && TaxCode == other.TaxCode;
}
