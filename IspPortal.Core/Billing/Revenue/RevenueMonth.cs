using IspPortal.Core.Billing.Tax;
using IspPortal.Core.Common.Money;

namespace IspPortal.Core.Billing.Revenue;

/// <summary>What a month earned, and its lines.</summary>
/// <param name="Month">The month.</param>
/// <param name="Services">Services, before discounts and without tax.</param>
/// <param name="Discounts">What was taken off.</param>
/// <param name="Fees">Late and reconnect fees.</param>
/// <param name="Before">What the month before earned in all; null: not known.</param>
/// <param name="LinesAtStart">Lines that ran into it.</param>
/// <param name="LinesStarted">Lines that began in it.</param>
/// <param name="LinesEnded">Lines that ended in it.</param>
public sealed record RevenueMonth(TaxMonth Month, Money Services, Money Discounts, Money Fees, Money? Before, int LinesAtStart, int LinesStarted, int LinesEnded)
{
    private const double Hundred = 100;

    /// <summary>All that it earned.</summary>
    public Money Total => Services - Discounts + Fees;

    /// <summary>How much more than the month before, in percent; null: that one earned nothing.</summary>
    public double? GrowthPercent => Before is { Minor: > 0 } before ? (Total - before).Minor * Hundred / before.Minor : null;

    /// <summary>Lines that ran on.</summary>
    public int LinesAtEnd => LinesAtStart + LinesStarted - LinesEnded;

    /// <summary>What a line earned on average, over those at its start and its end; null: there was none.</summary>
    public Money? PerLine => LinesAtStart + LinesAtEnd is > 0 and var lines ? Total.Times(2, lines) : null;

    /// <summary>How many of the lines that ran into it ended, in percent; null: there was none.</summary>
    public double? ChurnPercent => LinesAtStart > 0 ? LinesEnded * Hundred / LinesAtStart : null;
}
