using IspPortal.Core.Monitoring.Analytics;

namespace IspPortal.Web.Features.Monitoring.Api;

/// <summary>One place among the largest users; bytes are null where nothing was read that way.</summary>
internal sealed record TopTalkerResource(int Place, Guid AccessId, string Username, Guid? RouterId, string RouterName, long? DownBytes, long? UpBytes, long Bytes, double PeakBitsPerSecond, long SeenSeconds)
{
    public static TopTalkerResource Of(TopTalkerRow row) =>
        new(row.Place, row.AccessId, row.Username, row.RouterId, row.RouterName, row.DownBytes, row.UpBytes, row.Bytes, row.PeakBitsPerSecond, (long)row.SeenFor.TotalSeconds);
}
