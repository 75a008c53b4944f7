using IspPortal.Core.Monitoring.Analytics;

namespace IspPortal.Web.Features.Monitoring.Api;

/// <summary>How reliable a router or a line was. The four times add up to the time that was looked at.</summary>
/// <param name="Id">The router, or the line's access.</param>
/// <param name="Name">Its name.</param>
/// <param name="RouterId">The router that serves it, or itself.</param>
/// <param name="RouterName">Its name.</param>
/// <param name="Percent">Of the time that counts; null: none counts.</param>
/// <param name="MeetsTarget">Whether it reaches the target of the settings; null likewise.</param>
/// <param name="UpSeconds">It worked.</param>
/// <param name="DownSeconds">It did not.</param>
/// <param name="UnreadSeconds">Nobody looked.</param>
/// <param name="ExcusedSeconds">It counts for nobody.</param>
/// <param name="Losses">Of a line: how often a session ended and none followed; null of a router.</param>
internal sealed record AvailabilityResource(
    Guid Id, string Name, Guid RouterId, string RouterName, double? Percent, bool? MeetsTarget, long UpSeconds, long DownSeconds, long UnreadSeconds, long ExcusedSeconds, int? Losses)
{
    public static AvailabilityResource Of(RouterAvailabilityRow row) => Of(row.RouterId, row.RouterName, row.RouterId, row.RouterName, row.Availability, row.MeetsTarget, null);

    public static AvailabilityResource Of(LineAvailabilityRow row) => Of(row.AccessId, row.Username, row.RouterId, row.RouterName, row.Availability, row.MeetsTarget, row.Losses);

    private static AvailabilityResource Of(Guid id, string name, Guid routerId, string routerName, Availability time, bool? meets, int? losses) => new(
        id, name, routerId, routerName, time.Percent, meets, (long)time.Up.TotalSeconds, (long)time.Down.TotalSeconds, (long)time.Unread.TotalSeconds, (long)time.Excused.TotalSeconds, losses);
}
