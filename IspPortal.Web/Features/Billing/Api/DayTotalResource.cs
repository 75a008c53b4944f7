using IspPortal.Core.Billing.Ledger;

namespace IspPortal.Web.Features.Billing.Api;

/// <summary>What went into and out of one place where money lies.</summary>
/// <param name="Account">cash, bank or gatewayClearing.</param>
/// <param name="SubAccount">Which drawer, collector, bank account or gateway.</param>
/// <param name="Before">What was there before.</param>
/// <param name="In">What came in.</param>
/// <param name="Out">What went out.</param>
/// <param name="After">What should be there now.</param>
internal sealed record DayTotalResource(LedgerAccount Account, string SubAccount, long Before, long In, long Out, long After)
{
    public static DayTotalResource Of(DayTotalRow row) => new(row.Account, row.SubAccount, row.Before.Minor, row.In.Minor, row.Out.Minor, row.After.Minor);
}
