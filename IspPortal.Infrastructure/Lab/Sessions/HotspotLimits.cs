using System.Globalization;
using IspPortal.Infrastructure.Lab.Menus;
using IspPortal.Infrastructure.Lab.Routers;
using IspPortal.Infrastructure.Lab.Wire;

namespace IspPortal.Infrastructure.Lab.Sessions;

/// <summary>What a hotspot user has bought: so much time, so many bytes, so many devices at once.</summary>
internal static class HotspotLimits
{
    /// <summary>Why the user is at the end of it, in the router's words; null while there is something left or nothing is limited.</summary>
    public static string? Reached(RouterWorld world, Modem modem, AccessSession? session, long ticks)
    {
        var users = world.Menu("/ip/hotspot/user");
        var account = modem.Account;
        if (users.Get(account, "limit-uptime") is { } time && RosValue.ParseDuration(time) is { Ticks: > 0 } most
            && modem.PastTicks + (session is null ? 0 : ticks - session.StartTicks) >= most.Ticks)
        {
            return "uptime limit reached";
        }

        var (down, up) = session?.BytesAt(ticks) ?? (0, 0);
        down += modem.PastDownBytes;
        up += modem.PastUpBytes;
        return Exceeds("limit-bytes-in", up) || Exceeds("limit-bytes-out", down) || Exceeds("limit-bytes-total", down + up) ? "traffic limit reached" : null;

        bool Exceeds(string limit, double bytes) => Number(users.Get(account, limit)) is { } bought && bytes >= bought;
    }

    /// <summary>How many sessions of one user the profile allows; <see cref="int.MaxValue"/> for <c>unlimited</c>.</summary>
    public static int SharedUsers(Menu profiles, ConfigRow? profile) =>
        profile is not null && Number(profiles.Get(profile, "shared-users")) is { } most ? (int)most : int.MaxValue;

    /// <summary>A limit that is set; 0 and words such as <c>unlimited</c> are none.</summary>
    private static long? Number(string? text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : null;
}
