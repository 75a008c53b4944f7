using IspPortal.Core.Common.Money;
using IspPortal.Core.Network.Access;
using IspPortal.Core.Network.Provisioning;

namespace IspPortal.Core.Plans.WhatIf;

/// <summary>Everything the what-if looks at.</summary>
/// <param name="Service">How the plan is served.</param>
/// <param name="Period">One paid period.</param>
/// <param name="Usage">Who is on it.</param>
/// <param name="PriceAfter">What all of them would pay once moved to it.</param>
/// <param name="RateLimitAfter">The speed that routers would get; null: it does not change.</param>
/// <param name="Profiles">The profiles of each router as last read; a router that is not here was never read.</param>
/// <param name="Kicks">When sessions feel it.</param>
/// <param name="NowUtc">The time.</param>
/// <param name="BusinessZone">The zone of the kick window.</param>
public sealed record PlanWhatIfInput(
    AccessService Service, PlanPeriod Period, PlanUsage Usage, Money PriceAfter, RateLimit? RateLimitAfter, IReadOnlyDictionary<Guid, IReadOnlyList<FoundProfile>> Profiles, KickPolicy Kicks,
    DateTime NowUtc, string BusinessZone);
