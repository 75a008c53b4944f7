using IspPortal.Core.Common.Money;

namespace IspPortal.Core.Plans;

/// <summary>All that a plan costs from one day on, without tax.</summary>
/// <param name="Price">Per period.</param>
public sealed record PlanTerms(Money Price)
{
    /// <summary>Once, when the account is opened.</summary>
    public Money SetUpFee { get; init; }

    /// <summary>Once, for the technician's work.</summary>
    public Money InstallationFee { get; init; }

    /// <summary>Given back at the end; a liability, not revenue.</summary>
    public Money Deposit { get; init; }

    /// <summary>For leaving before the contract's months are over.</summary>
    public Money EarlyEndFee { get; init; }

    /// <summary>Per gigabyte past the quota.</summary>
    public Money OveragePerGigabyte { get; init; }

    /// <summary>Every amount with its field's name.</summary>
    internal IEnumerable<(string Field, Money Amount)> Amounts =>
        [("price", Price), ("setUpFee", SetUpFee), ("installationFee", InstallationFee), ("deposit", Deposit), ("earlyEndFee", EarlyEndFee), ("overagePerGigabyte", OveragePerGigabyte)];
}
