using IspPortal.Core.Common.Money;
using IspPortal.Core.Network.Provisioning;
using IspPortal.Core.Plans;
using IspPortal.Core.Plans.WhatIf;

namespace IspPortal.Web.Features.Plans.Api;

/// <summary>A change that is only thought of; what is left out stays as it is.</summary>
/// <param name="Price">Another price per period, in whole rupiah.</param>
/// <param name="Speed">Another speed.</param>
/// <param name="Kicks">When sessions would feel it; without it right after each change.</param>
internal sealed record PlanWhatIfBody(long? Price = null, PlanSpeed? Speed = null, KickPolicy? Kicks = null)
{
    public PlanWhatIfRequest ToRequest() => new(Price is { } price ? Money.Idr(price) : null, Speed, Kicks);
}
