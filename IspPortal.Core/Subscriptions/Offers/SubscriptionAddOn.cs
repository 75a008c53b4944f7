using IspPortal.Core.Audit;
using IspPortal.Core.Common.Money;

namespace IspPortal.Core.Subscriptions.Offers;

/// <summary>An add-on that a subscription has or had: what bills are made of beside its terms.</summary>
[Audited("subscription-add-on")]
internal sealed class SubscriptionAddOn
{
    public required Guid Id { get; init; }

    public required Guid SubscriptionId { get; init; }

    public required Guid AddOnId { get; init; }

    public required int Quantity { get; init; }

    /// <summary>Of one piece, as it was sold; a later price of the add-on does not change it.</summary>
    public required Money Price { get; init; }

    /// <summary>Charged once; else per period.</summary>
    public required bool IsOneTime { get; init; }

    /// <summary>The line got its fixed address with it and loses it with it.</summary>
    public bool BroughtAddress { get; init; }

    /// <summary>The first day.</summary>
    public required DateOnly FromOn { get; set; }

    /// <summary>The last day; null: goes on.</summary>
    public DateOnly? ToOn { get; set; }

    public required string CreatedBy { get; init; }

    public required DateTime CreatedAtUtc { get; init; }

    public long Version { get; set; }

    /// <summary>What all pieces cost, per period or once.</summary>
    public Money Total => Price * Quantity;
}
