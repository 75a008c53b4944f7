namespace IspPortal.Core.Subscriptions.Offers;

/// <summary>An add-on for a subscription that is there already.</summary>
/// <param name="AddOn">Which, how many.</param>
/// <param name="FromOn">Its first day, today or later; null: today, or the subscription's first day when that is ahead.</param>
/// <param name="FixedAddress">The line's address, where the add-on is one and the line has none yet; else null.</param>
/// <param name="Reason">Why, up to 500 characters, or null.</param>
public sealed record AddAddOnRequest(WantedAddOn AddOn, DateOnly? FromOn = null, string? FixedAddress = null, string? Reason = null);
