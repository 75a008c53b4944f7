using IspPortal.Core.Network.Provisioning;

namespace IspPortal.Web.Features.Network.Api;

/// <summary>One plan with its routers.</summary>
/// <param name="Id">The plan.</param>
/// <param name="Origin">What it came from: accesses, drift, kit, restore, undo, move.</param>
/// <param name="Reason">Why, or null.</param>
/// <param name="State">Where it stands.</param>
/// <param name="CreatedBy">Who made it.</param>
/// <param name="CreatedAtUtc">When.</param>
/// <param name="EndedAtUtc">When it ended, or null.</param>
/// <param name="Steps">How many steps it has.</param>
/// <param name="Kicks">How many sessions it ends.</param>
/// <param name="Done">Steps done or not needed any more.</param>
/// <param name="Failed">Steps that failed.</param>
/// <param name="KickPolicy">When sessions feel it.</param>
/// <param name="StopAtFailedPercent">The share of failures at which it stops by itself.</param>
/// <param name="UndoesPlanId">The plan it takes back, or null.</param>
/// <param name="Version">To be given back when applying it.</param>
/// <param name="Parts">Its routers.</param>
internal sealed record AccessPlanResource(
    Guid Id,
    string Origin,
    string? Reason,
    AccessPlanState State,
    string CreatedBy,
    DateTime CreatedAtUtc,
    DateTime? EndedAtUtc,
    int Steps,
    int Kicks,
    int Done,
    int Failed,
    KickPolicy KickPolicy,
    int StopAtFailedPercent,
    Guid? UndoesPlanId,
    long Version,
    IReadOnlyList<AccessPlanPart> Parts)
{
    public static AccessPlanResource Of(AccessPlanDetails plan)
    {
        var row = plan.Row;
        return new(
            row.Id,
            row.Origin,
            row.Reason,
            row.State,
            row.CreatedBy,
            row.CreatedAtUtc,
            row.EndedAtUtc,
            row.Steps,
            row.Kicks,
            row.Done,
            row.Failed,
            plan.Kicks,
            plan.StopAtFailedPercent,
            plan.UndoesPlanId,
            row.Version,
            plan.Parts);
    }
}
