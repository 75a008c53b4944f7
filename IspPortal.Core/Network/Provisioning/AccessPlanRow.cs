namespace IspPortal.Core.Network.Provisioning;

/// <summary>One plan in the list.</summary>
/// <param name="Id">The plan.</param>
/// <param name="Origin">What it came from: <c>accesses</c>, <c>drift</c>, <c>kit</c>, <c>restore</c>, <c>undo</c>, <c>move</c>.</param>
/// <param name="Reason">Why, in a person's words, or null.</param>
/// <param name="State">Where it stands.</param>
/// <param name="CreatedBy">Who made it.</param>
/// <param name="CreatedAtUtc">When.</param>
/// <param name="EndedAtUtc">When it ended, or null.</param>
/// <param name="Routers">How many routers it concerns.</param>
/// <param name="Steps">How many steps it has.</param>
/// <param name="Kicks">How many sessions it ends.</param>
/// <param name="Done">Steps done or not needed any more.</param>
/// <param name="Failed">Steps that failed.</param>
/// <param name="Version">For optimistic concurrency.</param>
public sealed record AccessPlanRow(
    Guid Id, string Origin, string? Reason, AccessPlanState State, string CreatedBy, DateTime CreatedAtUtc, DateTime? EndedAtUtc, int Routers, int Steps, int Kicks, int Done, int Failed, long Version);
