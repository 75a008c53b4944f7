using IspPortal.Core.Common.Money;
using IspPortal.Core.Plans.Offers;

namespace IspPortal.Web.Features.Plans.Api;

/// <summary>An add-on.</summary>
/// <param name="Code">Short and unique.</param>
/// <param name="Name">1–80 characters.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Price">In whole rupiah without tax.</param>
/// <param name="IsOneTime">Charged once; else per period.</param>
/// <param name="Description">Or null.</param>
/// <param name="TaxCode">Code of the tax rule; empty: untaxed.</param>
/// <param name="SpeedPercent">Of a night speed.</param>
/// <param name="NightFrom">Of a night speed.</param>
/// <param name="NightTo">Of a night speed.</param>
/// <param name="ReconnectsSessions">Of a night speed: end sessions at its edges, so that they dial in with the other speed; else they have it from their next dial-in.</param>
/// <param name="PlanIds">The plans it belongs to; empty: all.</param>
/// <param name="IsActive">Whether it is sold.</param>
/// <param name="Version">Required when changing one.</param>
internal sealed record AddOnBody(
    string? Code = null, string? Name = null, AddOnKind Kind = AddOnKind.Other, long Price = 0, bool IsOneTime = false, string? Description = null, string TaxCode = "ppn", int? SpeedPercent = null,
    TimeOnly? NightFrom = null, TimeOnly? NightTo = null, bool ReconnectsSessions = false, IReadOnlyList<Guid>? PlanIds = null, bool IsActive = true, long? Version = null)
{
    public SaveAddOnRequest ToRequest() => new(Code ?? "", Name ?? "", Kind, Money.Idr(Price), IsOneTime)
    {
        Description = Description,
        TaxCode = TaxCode,
        SpeedPercent = SpeedPercent,
        NightFrom = NightFrom,
        NightTo = NightTo,
        ReconnectsSessions = ReconnectsSessions,
        PlanIds = PlanIds ?? [],
        IsActive = IsActive,
    };
}
