using IspPortal.Core.Common.Results;
using IspPortal.Core.Network;
using IspPortal.Core.Network.Access;
using IspPortal.Core.Network.Routers;
using IspPortal.Core.Plans;
using IspPortal.Core.Subscriptions;
using IspPortal.Infrastructure.Network.Provisioning;
using IspPortal.Infrastructure.Persistence;
using IspPortal.Infrastructure.Plans;
using IspPortal.Infrastructure.Subscriptions.Quota;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Subscriptions;

/// <summary>What a plan makes of a line on a router.</summary>
internal static class LineContent
{
    private const int LongestNote = 200;
    private const long Mega = 1_000_000;

    /// <summary>The router, when it can serve the plan: it is there, enabled and its uplink carries it.</summary>
    public static async Task<Result<Router>> RouterForAsync(PortalDbContext context, Guid routerId, ServicePlan plan, CancellationToken cancellationToken)
    {
        var router = await context.Set<Router>().AsNoTracking().FirstOrDefaultAsync(r => r.Id == routerId && r.RemovedAtUtc == null, cancellationToken);
        if (router is null)
        {
            return NetworkErrors.RouterNotFound;
        }

        if (!router.Enabled)
        {
            return SubscriptionsErrors.RouterDisabled;
        }

        var fastest = Math.Max(plan.DownBitsPerSecond, plan.UpBitsPerSecond);
        return router.CapacityMegabits is { } capacity && fastest > capacity * Mega ? SubscriptionsErrors.AboveCapacity(fastest / Mega, capacity) : router;
    }

    /// <summary>The profile that serves the plan there; null for static lines.</summary>
    public static async Task<string?> ProfileOnAsync(PortalDbContext context, ServicePlan plan, Guid routerId, CancellationToken cancellationToken) =>
        plan.Service == AccessService.Static ? null : (await PlanProfileNames.LoadAsync(context, plan.Id, plan.Profile, cancellationToken)).On(routerId);

    /// <summary>Gives the line the plan's speed on the router that serves it. Where it is night, the next look at the hours raises it again.</summary>
    public static async Task ApplyPlanAsync(PortalDbContext context, Subscription subscription, DesiredAccessRecord wanted, ServicePlan plan, CancellationToken cancellationToken)
    {
        subscription.NightPercent = null;
        wanted.Profile = await ProfileOnAsync(context, plan, subscription.RouterId, cancellationToken);
        wanted.ThrottledProfile = plan.Service == AccessService.Static ? null
            : plan.ThrottledProfile ?? (wanted.IsOverQuota && plan.QuotaAction == PlanQuotaAction.Throttle ? ThrottledProfile.NameOf(wanted.Profile!) : null);
        wanted.RateLimit = plan.Service == AccessService.Static ? plan.Speed.ToRateLimit().ToString() : null;
        wanted.ThrottledRateLimit = ThrottledRateOf(plan);
    }

    /// <summary>The plan's speed, or <paramref name="nightPercent"/> of it.</summary>
    public static PlanSpeed SpeedOf(PlanSpeed speed, int? nightPercent) => nightPercent is { } percent ? speed.Scaled(percent) : speed;

    /// <summary>The whole line as its editor wants it.</summary>
    public static async Task<SaveAccessRequest> RequestAsync(
        PortalDbContext context, ServicePlan plan, Guid routerId, string username, string? password, string? fixedAddress, string? callerId, string? note, Guid? twinRouterId, bool mayAdopt, CancellationToken cancellationToken) => new(
        routerId,
        plan.Service,
        username,
        password,
        await ProfileOnAsync(context, plan, routerId, cancellationToken),
        plan.Service == AccessService.Static ? plan.Speed.ToRateLimit().ToString() : null,
        fixedAddress,
        callerId,
        note,
        twinRouterId,
        plan.Service == AccessService.Static ? null : plan.ThrottledProfile,
        mayAdopt);

    /// <summary>What technicians read in Winbox: who it is and under which number.</summary>
    public static string NoteOf(string number, string customerName)
    {
        // A comment is one line.
        var text = $"{number} {new string([.. customerName.Where(c => !char.IsControl(c))])}";
        return text.Length <= LongestNote ? text : text[..LongestNote];
    }

    /// <summary>Whether those words are the portal's own.</summary>
    public static bool IsNoteOf(string number, string note) => note.StartsWith($"{number} ", StringComparison.Ordinal);

    public static string? ThrottledRateOf(ServicePlan plan) =>
        plan is { Service: AccessService.Static, ThrottledDownBitsPerSecond: { } down, ThrottledUpBitsPerSecond: { } up } ? new PlanSpeed(down, up).ToRateLimit().ToString() : null;
}
