using IspPortal.Core.Plans;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Plans;

/// <summary>Which profile serves a plan on which router.</summary>
internal sealed class PlanProfileNames(string? own, IReadOnlyDictionary<Guid, string> mapped)
{
    /// <summary>Every name that any router has for it.</summary>
    public IReadOnlyList<string> All => [.. mapped.Values.Append(own ?? "").Distinct(StringComparer.Ordinal)];

    public static async Task<PlanProfileNames> LoadAsync(PortalDbContext context, Guid planId, string? own, CancellationToken cancellationToken) =>
        new(own, await context.Set<PlanRouterProfile>().AsNoTracking().Where(m => m.PlanId == planId).ToDictionaryAsync(m => m.RouterId, m => m.Profile, cancellationToken));

    /// <summary>The name on one router.</summary>
    public string On(Guid routerId) => mapped.GetValueOrDefault(routerId, own ?? "");

    /// <summary>Whether it was chosen for that router.</summary>
    public bool IsMapped(Guid routerId) => mapped.ContainsKey(routerId);
}
