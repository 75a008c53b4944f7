using IspPortal.Core.Network.Provisioning;

namespace IspPortal.Web.Features.Network.Api;

/// <summary>What to compare and plan; exactly one of the two lists is given.</summary>
/// <param name="AccessIds">Owned lines, on every router they are on.</param>
/// <param name="RouterIds">Whole routers.</param>
/// <param name="Reason">Why, up to 500 characters.</param>
/// <param name="Kicks">When sessions feel it; without it right after each change.</param>
/// <param name="StopAtFailedPercent">1–100; without it the portal's setting.</param>
/// <param name="AcceptsMissing">A router lost its accounts and they are to be made again.</param>
internal sealed record CreatePlanBody(
    IReadOnlyList<Guid>? AccessIds = null,
    IReadOnlyList<Guid>? RouterIds = null,
    string? Reason = null,
    KickPolicy? Kicks = null,
    int? StopAtFailedPercent = null,
    bool AcceptsMissing = false)
{
    public CreateAccessPlanRequest ToRequest() => new(AccessIds, RouterIds, Reason, Kicks, StopAtFailedPercent, AcceptsMissing);
}
