using IspPortal.Core.Common.Time;
using IspPortal.Core.Network.Access;
using IspPortal.Core.Plans;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Subscriptions.Quota;

/// <summary>
/// The profile of a line whose data is used up: the plan's own word for it, else one that the portal makes after the plan's profile of that router, with the reduced speed.
/// </summary>
internal static class ThrottledProfile
{
    private const int LongestName = 64;
    private const string End = "-throttled";

    /// <summary>Its name where the plan's profile is called <paramref name="own"/>.</summary>
    public static string NameOf(string own) => string.Concat(own.AsSpan(0, Math.Min(own.Length, LongestName - End.Length)), End);

    /// <summary>The name for a line of the plan there; null where lines have no profile.</summary>
    public static string? For(AccessService service, string? planThrottledProfile, string own) => service == AccessService.Static ? null : planThrottledProfile ?? NameOf(own);

    /// <summary>The reduced speed in routers' words; null when the plan says none.</summary>
    public static string? SpeedOf(long? down, long? up) => down is { } towards && up is { } from ? new PlanSpeed(towards, from).ToRateLimit().ToString() : null;

    /// <summary>Makes sure that the router is to have it; a profile that the plan names is the plan's business.</summary>
    public static async Task WantAsync(PortalDbContext context, TimeProvider clock, ServicePlan plan, Guid routerId, string own, CancellationToken cancellationToken)
    {
        if (plan.Service == AccessService.Static || plan.ThrottledProfile is not null || SpeedOf(plan.ThrottledDownBitsPerSecond, plan.ThrottledUpBitsPerSecond) is not { } speed)
        {
            return;
        }

        var name = NameOf(own);
        var record = await context.Set<DesiredProfileRecord>().FirstOrDefaultAsync(p => p.RouterId == routerId && p.Service == plan.Service && p.Name == name, cancellationToken);
        if (record is null)
        {
            record = new DesiredProfileRecord { Id = Ids.New(clock), RouterId = routerId, Service = plan.Service, Name = name };
            context.Add(record);
        }

        (record.RateLimit, record.Like, record.IsAdopted) = (speed, own, true);
    }
}
