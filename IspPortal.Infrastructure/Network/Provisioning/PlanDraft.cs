using IspPortal.Core.Network.Provisioning;

namespace IspPortal.Infrastructure.Network.Provisioning;

/// <summary>A plan that is not stored yet. <paramref name="Origin"/> as in <see cref="AccessPlanRecord.Origin"/>; routers in the order in which they matter.</summary>
internal sealed record PlanDraft(string Origin, string? Reason, IReadOnlyList<RouterPlan> Routers)
{
    public KickPolicy Kicks { get; init; } = KickPolicy.Now;

    public int? StopAtFailedPercent { get; init; }

    public Guid? UndoesPlanId { get; init; }

    /// <summary>Places that were declared anew for it.</summary>
    public IReadOnlyList<AccessPlanPlace> Places { get; init; } = [];
}
