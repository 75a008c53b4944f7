using IspPortal.Core.Network.Access;
using IspPortal.Core.Plans;

namespace IspPortal.Web.Features.Plans.Api;

/// <summary>A service plan in a list.</summary>
/// <param name="Id">The plan.</param>
/// <param name="Name">What customers read.</param>
/// <param name="Slug">Its short name.</param>
/// <param name="Service">How it is served.</param>
/// <param name="DownBitsPerSecond">To the customer.</param>
/// <param name="UpBitsPerSecond">From the customer.</param>
/// <param name="Cycle">One paid period.</param>
/// <param name="CycleDays">Its days, of customDays.</param>
/// <param name="Payment">When it is paid.</param>
/// <param name="Currency">Of every amount.</param>
/// <param name="Price">Per period, in force today; null: none yet.</param>
/// <param name="NextPrice">The next one, or null.</param>
/// <param name="NextPriceFromOn">From when, or null.</param>
/// <param name="IsActive">Whether it is sold.</param>
/// <param name="IsPopular">Whether it is put forward.</param>
/// <param name="SortOrder">Its place in lists.</param>
/// <param name="Subscribers">Lines on it.</param>
/// <param name="Version">To be given back when changing it.</param>
internal sealed record PlanResource(
    Guid Id, string Name, string Slug, AccessService Service, long DownBitsPerSecond, long UpBitsPerSecond, PlanCycle Cycle, int? CycleDays, PlanPayment Payment, string Currency, long? Price,
    long? NextPrice, DateOnly? NextPriceFromOn, bool IsActive, bool IsPopular, int SortOrder, int Subscribers, long Version)
{
    public static PlanResource Of(PlanRow row) => new(
        row.Id, row.Name, row.Slug, row.Service, row.Speed.DownBitsPerSecond, row.Speed.UpBitsPerSecond, row.Period.Cycle, row.Period.Days, row.Payment, Core.Common.Money.Currency.Idr.Code,
        row.Price?.Minor, row.NextPrice?.Minor, row.NextPriceFromOn, row.IsActive, row.IsPopular, row.SortOrder, row.Subscribers, row.Version);
}
