using IspPortal.Core.Audit;
using IspPortal.Core.Common.Money;

namespace IspPortal.Core.Plans;

/// <summary>What a plan costs from a day on, until the next one begins. Never changed once it was in force.</summary>
[Audited("plan-price")]
internal sealed class PlanPrice
{
    public Guid Id { get; set; }

    public Guid PlanId { get; set; }

    /// <summary>The first day, in the business zone. Unique per plan.</summary>
    public DateOnly ValidFromOn { get; set; }

    public Money Price { get; set; }

    public Money SetUpFee { get; set; }

    public Money InstallationFee { get; set; }

    public Money Deposit { get; set; }

    public Money EarlyEndFee { get; set; }

    public Money OveragePerGigabyte { get; set; }

    public string? Reason { get; set; }

    public required string CreatedBy { get; set; }

    public DateTime CreatedAtUtc { get; set; }

    public PlanTerms Terms
    {
        get => new(Price) { SetUpFee = SetUpFee, InstallationFee = InstallationFee, Deposit = Deposit, EarlyEndFee = EarlyEndFee, OveragePerGigabyte = OveragePerGigabyte };
        set => (Price, SetUpFee, InstallationFee, Deposit, EarlyEndFee, OveragePerGigabyte) =
            (value.Price, value.SetUpFee, value.InstallationFee, value.Deposit, value.EarlyEndFee, value.OveragePerGigabyte);
    }
}
