using IspPortal.Core.Billing.Dunning;

namespace IspPortal.Web.Features.Dunning.Api;

/// <summary>A part of a promise.</summary>
/// <param name="DueOn">The last day on which it is paid in time.</param>
/// <param name="Amount">How much.</param>
internal sealed record PromisePartResource(DateOnly DueOn, long Amount)
{
    public static PromisePartResource Of(PromisePart part) => new(part.DueOn, part.Amount.Minor);
}
