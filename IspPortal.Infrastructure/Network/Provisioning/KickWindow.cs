using IspPortal.Core.Network.Provisioning;

namespace IspPortal.Infrastructure.Network.Provisioning;

/// <summary>Whether the window of a plan is open.</summary>
internal static class KickWindow
{
    /// <summary>True without a window; a window may go over midnight. The hours are those of the business zone.</summary>
    public static bool IsOpen(KickPolicy kicks, DateTime nowUtc, string businessZone)
    {
        if (kicks is not { Timing: KickTiming.Window, WindowFrom: { } from, WindowTo: { } to })
        {
            return true;
        }

        var zone = TimeZoneInfo.TryFindSystemTimeZoneById(businessZone, out var found) ? found : TimeZoneInfo.Utc;
        return TimeOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(nowUtc, zone)).IsBetween(from, to);
    }
}
