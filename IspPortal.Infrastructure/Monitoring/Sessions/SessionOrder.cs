using IspPortal.Core.Network.Sessions;

namespace IspPortal.Infrastructure.Monitoring.Sessions;

/// <summary>The orders of the list of live sessions. Ends with what never changes, so that equal rows keep their places.</summary>
internal static class SessionOrder
{
    public static Comparison<LiveSession> By(string? sort, bool descending)
    {
        Comparison<LiveSession> first = sort switch
        {
            "router" => static (a, b) => StringComparer.OrdinalIgnoreCase.Compare(a.Row.RouterName, b.Row.RouterName),
            "address" => static (a, b) => a.AddressKey.CompareTo(b.AddressKey),
            "callerId" => static (a, b) => string.CompareOrdinal(a.Row.CallerId, b.Row.CallerId),
            "started" => static (a, b) => Nullable.Compare(a.Row.StartedAtUtc, b.Row.StartedAtUtc),
            "down" => static (a, b) => Nullable.Compare(a.Row.DownBitsPerSecond, b.Row.DownBitsPerSecond),
            "up" => static (a, b) => Nullable.Compare(a.Row.UpBitsPerSecond, b.Row.UpBitsPerSecond),
            _ => static (a, b) => StringComparer.OrdinalIgnoreCase.Compare(a.Row.Username, b.Row.Username),
        };
        var sign = descending ? -1 : 1;
        return (a, b) => first(a, b) is var order and not 0 ? sign * order : Last(a.Row, b.Row);
    }

    private static int Last(SessionRow a, SessionRow b)
    {
        var byName = string.CompareOrdinal(a.Username, b.Username);
        var byAccess = byName != 0 ? byName : a.AccessId.CompareTo(b.AccessId);
        return byAccess != 0 ? byAccess : Nullable.Compare(a.StartedAtUtc, b.StartedAtUtc);
    }
}
