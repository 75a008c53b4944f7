using IspPortal.Core.Common.Money;
using IspPortal.Core.Network.Access;

namespace IspPortal.Core.Plans;

/// <summary>A plan in a list.</summary>
/// <param name="Id">The plan.</param>
/// <param name="Name">What customers read.</param>
/// <param name="Slug">Its short name.</param>
/// <param name="Service">How it is served.</param>
/// <param name="Speed">Its speed.</param>
/// <param name="Period">One paid period.</param>
/// <param name="Payment">When it is paid.</param>
/// <param name="Price">Per period, in force today; null: none yet.</param>
/// <param name="NextPrice">The next one, or null.</param>
/// <param name="NextPriceFromOn">From when, or null.</param>
/// <param name="IsActive">Whether it is sold.</param>
/// <param name="IsPopular">Whether it is put forward.</param>
/// <param name="SortOrder">Its place in lists.</param>
/// <param name="Subscribers">Lines on it.</param>
/// <param name="Version">For optimistic concurrency.</param>
public sealed record PlanRow(
    Guid Id, string Name, string Slug, AccessService Service, PlanSpeed Speed, PlanPeriod Period, PlanPayment Payment, Money? Price, Money? NextPrice, DateOnly? NextPriceFromOn,
    bool IsActive, bool IsPopular, int SortOrder, int Subscribers, long Version);
