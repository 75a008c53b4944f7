using IspPortal.Core.Billing.Runs;

namespace IspPortal.Web.Features.Billing.Api;

/// <summary>What a whole run comes to.</summary>
/// <param name="Accounts">Accounts that get a bill.</param>
/// <param name="Lines">Lines of them.</param>
/// <param name="Base">Without tax.</param>
/// <param name="Tax">The tax.</param>
/// <param name="Total">With tax.</param>
internal sealed record WhatIfSumsResource(int Accounts, int Lines, long Base, long Tax, long Total)
{
    public static WhatIfSumsResource Of(WhatIfSums sums) => new(sums.Accounts, sums.Lines, sums.Base.Minor, sums.Tax.Minor, sums.Total.Minor);
}
