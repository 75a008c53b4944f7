using IspPortal.Core.Billing.Runs;

namespace IspPortal.Web.Features.Billing.Api;

/// <summary>What a whole run would bill.</summary>
/// <param name="ThroughOn">The day of its bills.</param>
/// <param name="Currency">Of every amount.</param>
/// <param name="Assumed">What it comes to with what is assumed.</param>
/// <param name="Plain">What it comes to when nothing is.</param>
/// <param name="Before">What all bills of the month before came to without tax.</param>
/// <param name="Failed">Accounts that could not be billed.</param>
/// <param name="Rows">The most unusual accounts first, up to 500.</param>
internal sealed record WhatIfResource(DateOnly ThroughOn, string Currency, WhatIfSumsResource Assumed, WhatIfSumsResource Plain, long Before, int Failed, IReadOnlyList<WhatIfRowResource> Rows)
{
    public static WhatIfResource Of(WhatIfResult result) => new(
        result.ThroughOn, result.Assumed.Base.Currency.Code, WhatIfSumsResource.Of(result.Assumed), WhatIfSumsResource.Of(result.Plain), result.Before.Minor, result.Failed, [.. result.Rows.Select(WhatIfRowResource.Of)]);
}
