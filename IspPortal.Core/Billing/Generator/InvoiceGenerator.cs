namespace IspPortal.Core.Billing.Generator;

/// <summary>
/// Says what is to be billed. Pure: the same facts give the same lines on any machine and any day, so that a preview is the run without the save. It compares what should have been billed with what
/// was: every day of a line is paid for once, at the price that held on it.
/// </summary>
public static class InvoiceGenerator
{
    /// <summary>The lines of the next bill, none when nothing is due. Their sum is the bill without tax.</summary>
    /// <param name="facts">The account.</param>
    /// <param name="policy">How it is billed.</param>
    /// <param name="billed">What earlier bills already have, in any order.</param>
    /// <param name="throughOn">The day of the bill: all that is to be issued up to and with it.</param>
    public static IReadOnlyList<BillLine> Generate(AccountBillingFacts facts, BillingPolicy policy, IReadOnlyCollection<BilledCharge> billed, DateOnly throughOn)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(policy);
        ArgumentNullException.ThrowIfNull(billed);
        throw new NotSupportedException($"Nothing is billed yet on {throughOn}.");
    }
}
