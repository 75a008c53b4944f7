using IspPortal.Infrastructure.RouterOs.Tables;

namespace IspPortal.Infrastructure.Monitoring.Collection;

/// <summary>
/// Finds the dynamic interface of each PPP session: <c>&lt;pppoe-USER&gt;</c>, and <c>&lt;pppoe-USER-1&gt;</c> and so on for further sessions of one
/// user. A user who is really called <c>USER-1</c> comes first for his own interface.
/// </summary>
internal static class SessionInterfaces
{
    private const int MostOfOneUser = 32;

    public static Dictionary<TSession, InterfaceRow> Join<TSession>(
        IEnumerable<TSession> sessions, IReadOnlyDictionary<string, InterfaceRow> interfaces, Func<TSession, (string PppService, string Username, DateTime Started)> of)
        where TSession : notnull
    {
        var joined = new Dictionary<TSession, InterfaceRow>();
        var claimed = new HashSet<string>();
        var left = new List<(TSession Session, string Stem)>();
        foreach (var session in sessions.OrderBy(s => of(s).Started))
        {
            var (service, username, _) = of(session);
            var stem = $"<{service}-{username}";
            var name = stem + ">";
            if (interfaces.TryGetValue(name, out var row) && claimed.Add(name))
            {
                joined[session] = row;
            }
            else
            {
                left.Add((session, stem));
            }
        }

        foreach (var (session, stem) in left)
        {
            for (var i = 1; i <= MostOfOneUser; i++)
            {
                var name = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{stem}-{i}>");
                if (interfaces.TryGetValue(name, out var row) && claimed.Add(name))
                {
                    joined[session] = row;
                    break;
                }
            }
        }

        return joined;
    }
}
