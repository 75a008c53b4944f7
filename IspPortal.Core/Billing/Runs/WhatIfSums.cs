using IspPortal.Core.Common.Money;

namespace IspPortal.Core.Billing.Runs;

/// <summary>What a whole run comes to.</summary>
/// <param name="Accounts">Accounts that get a bill.</param>
/// <param name="Lines">Lines of them.</param>
/// <param name="Base">Without tax.</param>
/// <param name="Tax">The tax.</param>
public sealed record WhatIfSums(int Accounts, int Lines, Money Base, Money Tax)
{
    /// <summary>With tax.</summary>
    public Money Total => Base + Tax;
}
