using IspPortal.Core.Common.Money;

namespace IspPortal.Core.Billing.Runs;

/// <summary>What a whole run would bill. Nothing of it is kept.</summary>
/// <param name="ThroughOn">The day of its bills.</param>
/// <param name="Assumed">What it comes to with what is assumed.</param>
/// <param name="Plain">What it comes to when nothing is; the same when nothing is assumed.</param>
/// <param name="Before">What all bills of the month before came to without tax.</param>
/// <param name="Failed">Accounts that could not be billed.</param>
/// <param name="Unusual">How many accounts are unusual in which way.</param>
/// <param name="Rows">The most unusual accounts first, up to 500.</param>
public sealed record WhatIfResult(DateOnly ThroughOn, WhatIfSums Assumed, WhatIfSums Plain, Money Before, int Failed, IReadOnlyDictionary<UnusualBill, int> Unusual, IReadOnlyList<WhatIfRow> Rows);
