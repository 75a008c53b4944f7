namespace IspPortal.Core.Network.Provisioning;

/// <summary>What to compare and plan. Exactly one of the two lists is given.</summary>
/// <param name="AccessIds">Owned lines, on every router they are on; up to 50 are read by name, more by reading everything. Null: see <paramref name="RouterIds"/>.</param>
/// <param name="RouterIds">Whole routers with all owned lines and profiles on them. Null: see <paramref name="AccessIds"/>.</param>
/// <param name="Reason">Why, in a person's words; up to 500 characters, or null.</param>
/// <param name="Kicks">When sessions feel it; null: right after each change.</param>
/// <param name="StopAtFailedPercent">1–100; null: the portal's setting.</param>
/// <param name="AcceptsMissing">A person has seen that a router lost its accounts and wants them made again.</param>
public sealed record CreateAccessPlanRequest(
    IReadOnlyList<Guid>? AccessIds, IReadOnlyList<Guid>? RouterIds, string? Reason = null, KickPolicy? Kicks = null, int? StopAtFailedPercent = null, bool AcceptsMissing = false);
