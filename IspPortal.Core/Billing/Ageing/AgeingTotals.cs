namespace IspPortal.Core.Billing.Ageing;

/// <summary>What all accounts of the list owe together.</summary>
/// <param name="On">As of which day.</param>
/// <param name="Accounts">How many accounts.</param>
/// <param name="Bills">How many open bills.</param>
/// <param name="Sums">The amounts.</param>
public sealed record AgeingTotals(DateOnly On, long Accounts, long Bills, AgeingSums Sums);
