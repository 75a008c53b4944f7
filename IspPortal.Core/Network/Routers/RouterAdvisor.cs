namespace IspPortal.Core.Network.Routers;

/// <summary>Says what of a router's answers should be put right. Pure.</summary>
public static class RouterAdvisor
{
    /// <summary>Clocks that differ by less are alike: an answer takes its time and RouterOS tells whole seconds.</summary>
    public static readonly TimeSpan Tolerance = TimeSpan.FromSeconds(30);

    private const int FewApiSessions = 5;
    private const int NearlyFullPercent = 90;

    // Nothing of what the portal does asks for these.
    private static readonly string[] Superfluous = ["reboot", "winbox", "ssh", "telnet", "local", "web", "sniff", "romon", "password"];

    /// <summary>The advice for <paramref name="report"/>, the worst first.</summary>
    /// <param name="report">What was found; its own advice is not looked at.</param>
    /// <param name="plannedSessions">How many sessions the router is meant for, or null.</param>
    public static IReadOnlyList<RouterAdvice> Advise(RouterTestReport report, int? plannedSessions)
    {
        ArgumentNullException.ThrowIfNull(report);
        var advice = new List<RouterAdvice>();
        if (report.Rights is { } rights)
        {
            advice.AddRange(RouterRights.Missing(rights).Select(right => new RouterAdvice(RouterAdviceKind.LacksRight, RouterRights.Essential.Contains(right), right)));
            if (Superfluous.All(right => rights.Contains(right, StringComparer.Ordinal)))
            {
                advice.Add(new RouterAdvice(RouterAdviceKind.TooManyRights, false, report.Group ?? string.Empty));
            }
        }
        else
        {
            advice.Add(new RouterAdvice(RouterAdviceKind.RightsUnknown, false));
        }

        if (report.LicenceSessions is { } allowed)
        {
            if (plannedSessions > allowed)
            {
                advice.Add(new RouterAdvice(RouterAdviceKind.LicenceTooSmall, true, plannedSessions.Value, allowed, report.LicenceLevel ?? string.Empty));
            }

            if (report.Sessions is { } live && live * 100L >= (long)allowed * NearlyFullPercent)
            {
                advice.Add(new RouterAdvice(RouterAdviceKind.LicenceNearlyFull, live >= allowed, live, allowed, report.LicenceLevel ?? string.Empty));
            }
        }

        if (report.ClockSkew is { } skew && skew.Duration() > Tolerance)
        {
            advice.Add(new RouterAdvice(RouterAdviceKind.ClockSkew, false, (long)Math.Round(skew.TotalSeconds)));
        }

        if (report.MaxApiSessions is < FewApiSessions and { } sessions)
        {
            advice.Add(new RouterAdvice(RouterAdviceKind.FewApiSessions, false, sessions));
        }

        if (report.AllowedFrom is "")
        {
            advice.Add(new RouterAdvice(RouterAdviceKind.OpenToAll, false));
        }

        if (report.CertificateSha256 is null)
        {
            advice.Add(new RouterAdvice(RouterAdviceKind.WithoutTls, false));
        }

        return [.. advice.OrderByDescending(a => a.IsBlocking)];
    }
}
