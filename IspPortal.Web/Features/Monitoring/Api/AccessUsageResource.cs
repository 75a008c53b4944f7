using IspPortal.Core.Monitoring.Usage;

namespace IspPortal.Web.Features.Monitoring.Api;

/// <summary>What one access used, by business day.</summary>
/// <param name="From">First day.</param>
/// <param name="To">Last day.</param>
/// <param name="DownBytes">All days towards the customer.</param>
/// <param name="UpBytes">All days from the customer.</param>
/// <param name="Items">The days on which something was read, the earliest first.</param>
internal sealed record AccessUsageResource(DateOnly From, DateOnly To, long DownBytes, long UpBytes, IReadOnlyList<AccessUsageDayResource> Items)
{
    public static AccessUsageResource Of(DateOnly from, DateOnly to, IReadOnlyList<UsageDay> days) => new(
        from, to, days.Sum(static d => d.DownBytes), days.Sum(static d => d.UpBytes), [.. days.Select(AccessUsageDayResource.Of)]);
}
