using IspPortal.Core.Common.Money;
using IspPortal.Core.Subscriptions.Offers;

namespace IspPortal.Core.Subscriptions.SignUps;

/// <summary>What is filled in of a sign-up; anything may still be missing.</summary>
public sealed record SignUpContent
{
    /// <summary>The customer, once chosen or added.</summary>
    public Guid? CustomerId { get; init; }

    /// <summary>Where it is to be installed, up to 500 characters; blank: at the customer's address.</summary>
    public string? Address { get; init; }

    /// <summary>Where that is, or null.</summary>
    public double? Latitude { get; init; }

    /// <summary>Where that is, or null.</summary>
    public double? Longitude { get; init; }

    /// <summary>The plan.</summary>
    public Guid? PlanId { get; init; }

    /// <summary>The price that was looked at.</summary>
    public Guid? PriceId { get; init; }

    /// <summary>The router.</summary>
    public Guid? RouterId { get; init; }

    /// <summary>The user name; blank: by the pattern.</summary>
    public string? Username { get; init; }

    /// <summary>A fixed address; blank: none.</summary>
    public string? FixedAddress { get; init; }

    /// <summary>The only device that may use it; blank: any.</summary>
    public string? CallerId { get; init; }

    /// <summary>Who pays.</summary>
    public Guid? BillingAccountId { get; init; }

    /// <summary>The first day that counts.</summary>
    public DateOnly? StartsOn { get; init; }

    /// <summary>Charged once; null: as the plan's price says.</summary>
    public Money? InstallationFee { get; init; }

    /// <summary>Whether it is a trial.</summary>
    public bool IsTrial { get; init; }

    /// <summary>Whether it is put into service at once.</summary>
    public bool ActivateNow { get; init; }

    /// <summary>What is bought beside the plan.</summary>
    public IReadOnlyList<WantedAddOn> AddOns { get; init; } = [];

    /// <summary>A promotion, or null.</summary>
    public WantedPromotion? Promotion { get; init; }

    /// <summary>What else is to be known, or null.</summary>
    public string? Note { get; init; }
}
