using IspPortal.Core.Network.Access;

namespace IspPortal.Web.Features.Network.Api;

/// <summary>Holds to set and to lift.</summary>
/// <param name="Set">Holds to set: dunning, expired, manual, pause, abuse.</param>
/// <param name="Lift">Holds to lift.</param>
/// <param name="Reason">Why; stands in the audit.</param>
internal sealed record ChangeHoldsBody(IReadOnlyList<AccessHolds>? Set = null, IReadOnlyList<AccessHolds>? Lift = null, string? Reason = null)
{
    public static AccessHolds Together(IReadOnlyList<AccessHolds>? holds) => (holds ?? []).Aggregate(AccessHolds.None, (all, one) => all | one);
}
