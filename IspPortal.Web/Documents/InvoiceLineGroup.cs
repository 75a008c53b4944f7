using IspPortal.Core.Billing.Generator;
using IspPortal.Core.Common.Money;

namespace IspPortal.Web.Documents;

/// <summary>The lines of one subscription on a bill.</summary>
/// <param name="Subscription">Its number; empty: of the whole account.</param>
/// <param name="Lines">Its lines in order.</param>
internal sealed record InvoiceLineGroup(string Subscription, IReadOnlyList<BillLine> Lines)
{
    public Money Sum => Lines.Aggregate(Money.Zero, (sum, line) => sum + line.Amount);

    /// <summary>Lines by subscription where several have more than one line; else one group without a head.</summary>
    public static IReadOnlyList<InvoiceLineGroup> Of(IReadOnlyList<BillLine> lines)
    {
        var groups = lines.GroupBy(line => line.SubscriptionNumber, StringComparer.Ordinal).Select(group => new InvoiceLineGroup(group.Key, [.. group])).ToList();
        return groups.Count > 1 && groups.Any(group => group.Lines.Count > 1) ? groups : [new InvoiceLineGroup("", lines)];
    }
}
