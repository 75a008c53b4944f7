using IspPortal.Core.Common.Money;
using IspPortal.Core.Subscriptions.Offers;

namespace IspPortal.Web.Features.Subscriptions.Api;

/// <summary>An add-on that is to be sold.</summary>
/// <param name="AddOnId">The add-on; required.</param>
/// <param name="Quantity">How many, 1–99.</param>
/// <param name="SeenPrice">The price of one piece that was looked at, whole rupiah: another one by now is refused. Null: whatever it is.</param>
internal sealed record AddOnChoice(Guid? AddOnId = null, int Quantity = 1, long? SeenPrice = null)
{
    public WantedAddOn ToWanted() => new(AddOnId ?? Guid.Empty, Quantity, SeenPrice is { } seen ? Money.Idr(seen) : null);
}
