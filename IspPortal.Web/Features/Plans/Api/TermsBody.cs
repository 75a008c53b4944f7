using IspPortal.Core.Common.Money;
using IspPortal.Core.Plans;

namespace IspPortal.Web.Features.Plans.Api;

/// <summary>What a plan costs, in whole rupiah without tax.</summary>
/// <param name="Price">Per period.</param>
/// <param name="SetUpFee">Once.</param>
/// <param name="InstallationFee">Once, for the technician's work.</param>
/// <param name="Deposit">Given back at the end.</param>
/// <param name="EarlyEndFee">For leaving before the contract's months are over.</param>
/// <param name="OveragePerGigabyte">Per gigabyte past the quota.</param>
internal sealed record TermsBody(long Price, long SetUpFee = 0, long InstallationFee = 0, long Deposit = 0, long EarlyEndFee = 0, long OveragePerGigabyte = 0)
{
    public static TermsBody Of(PlanTerms terms) => new(
        terms.Price.Minor, terms.SetUpFee.Minor, terms.InstallationFee.Minor, terms.Deposit.Minor, terms.EarlyEndFee.Minor, terms.OveragePerGigabyte.Minor);

    public PlanTerms ToTerms() => new(Money.Idr(Price))
    {
        SetUpFee = Money.Idr(SetUpFee),
        InstallationFee = Money.Idr(InstallationFee),
        Deposit = Money.Idr(Deposit),
        EarlyEndFee = Money.Idr(EarlyEndFee),
        OveragePerGigabyte = Money.Idr(OveragePerGigabyte),
    };
}
