using IspPortal.Core.Common.Money;

namespace IspPortal.Core.Subscriptions.Offers;

/// <summary>An add-on that is to be sold.</summary>
/// <param name="AddOnId">The add-on.</param>
/// <param name="Quantity">How many, 1–99.</param>
/// <param name="SeenPrice">The price of one piece that was looked at: when it is another by now, nothing is sold. Null: whatever it is.</param>
public sealed record WantedAddOn(Guid AddOnId, int Quantity = 1, Money? SeenPrice = null);
