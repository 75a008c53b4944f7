using IspPortal.Core.Monitoring.Usage;

namespace IspPortal.Web.Features.Monitoring.Api;

/// <summary>One business day.</summary>
/// <param name="On">The day.</param>
/// <param name="DownBytes">Towards the customer, exact over what was read.</param>
/// <param name="UpBytes">From the customer, exact over what was read.</param>
/// <param name="SeenSeconds">How much of the day its traffic was read.</param>
/// <param name="UnseenSeconds">How long it had a session whose traffic was not read; never charged.</param>
internal sealed record AccessUsageDayResource(DateOnly On, long DownBytes, long UpBytes, double SeenSeconds, double UnseenSeconds)
{
    public static AccessUsageDayResource Of(UsageDay day) => new(day.On, day.DownBytes, day.UpBytes, day.SeenFor.TotalSeconds, day.UnseenFor.TotalSeconds);
}
