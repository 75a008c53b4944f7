using IspPortal.Core.Common.Money;

namespace IspPortal.Core.Billing.Generator;

/// <summary>Periods that were paid at once.</summary>
/// <param name="SourceId">The promotion.</param>
/// <param name="Range">The days paid for.</param>
/// <param name="HeldToOn">The last day on which it holds: the day before the line ends or costs something else. Before the first day: on none.</param>
/// <param name="Spread">What each period costs of it.</param>
internal sealed record PaidAheadSpan(Guid? SourceId, DayRange Range, DateOnly HeldToOn, IReadOnlyList<SpreadPart> Spread)
{
    /// <summary>The days on which it holds; null: on none.</summary>
    public DayRange? Held => HeldToOn >= Range.FromOn ? Range with { ToOn = HeldToOn } : null;

    /// <summary>What the period of a day costs of it.</summary>
    public Money ShareOn(DateOnly day) => Spread.FirstOrDefault(part => part.FromOn <= day && part.ToOn >= day)?.Amount ?? Money.Zero;
}
