using IspPortal.Core.Common.Money;

namespace IspPortal.Core.Billing.Ageing;

/// <summary>What is open, by how late it is.</summary>
/// <param name="Current">Not due yet.</param>
/// <param name="Days30">1 to 30 days past due.</param>
/// <param name="Days60">31 to 60 days.</param>
/// <param name="Days90">61 to 90 days.</param>
/// <param name="Older">More than 90 days.</param>
public sealed record AgeingSums(Money Current, Money Days30, Money Days60, Money Days90, Money Older)
{
    /// <summary>All of it.</summary>
    public Money Total => Current + Overdue;

    /// <summary>What is past its day.</summary>
    public Money Overdue => Days30 + Days60 + Days90 + Older;
}
