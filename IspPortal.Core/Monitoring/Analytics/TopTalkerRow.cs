namespace IspPortal.Core.Monitoring.Analytics;

/// <summary>One place among the largest users.</summary>
/// <param name="Place">1 is the largest.</param>
/// <param name="AccessId">The line.</param>
/// <param name="Username">Its user name; empty when the line is gone from the portal.</param>
/// <param name="RouterId">The router that serves it, or null when the line is gone.</param>
/// <param name="RouterName">Its name; empty likewise.</param>
/// <param name="DownBytes">Bytes towards the customer; null: it is not among the thousand largest that way.</param>
/// <param name="UpBytes">Bytes from the customer; null likewise.</param>
/// <param name="PeakBitsPerSecond">The largest rate of one stored interval, of the larger direction.</param>
/// <param name="SeenFor">How much of the time was read.</param>
public sealed record TopTalkerRow(
    int Place, Guid AccessId, string Username, Guid? RouterId, string RouterName, long? DownBytes, long? UpBytes, double PeakBitsPerSecond, TimeSpan SeenFor)
{
    /// <summary>Both directions, as far as they are known.</summary>
    public long Bytes => (DownBytes ?? 0) + (UpBytes ?? 0);
}
