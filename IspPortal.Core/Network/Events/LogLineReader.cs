using System.Text.RegularExpressions;

namespace IspPortal.Core.Network.Events;

/// <summary>Reads events out of the lines that RouterOS 6 and 7 log. Pure; a line that tells none gives null.</summary>
public static partial class LogLineReader
{
    /// <summary>The event of a line, or null. Sessions' beginnings and ends are no events here: polling knows them better.</summary>
    /// <param name="topics">The line's topics, e.g. <c>pppoe,ppp,error</c>.</param>
    /// <param name="message">Its text.</param>
    public static LogEvent? Read(string topics, string message)
    {
        ArgumentNullException.ThrowIfNull(topics);
        ArgumentNullException.ThrowIfNull(message);
        var words = topics.Split(',', StringSplitOptions.TrimEntries);
        return words.Contains("system", StringComparer.Ordinal) ? System(message)
            : words.Contains("interface", StringComparer.Ordinal) ? Link(message)
            : words.Contains("ppp", StringComparer.Ordinal) || words.Contains("pppoe", StringComparer.Ordinal) ? Ppp(message)
            : words.Contains("hotspot", StringComparer.Ordinal) ? Hotspot(message)
            : null;
    }

    /// <summary>The line without passwords and keys: some versions write the whole command of a change, and what is kept is read by more people than the router's log.</summary>
    public static string Mask(string message)
    {
        ArgumentNullException.ThrowIfNull(message);
        return Secret().Replace(message, "${name}=***");
    }

    private static LogEvent? System(string message)
    {
        if (AdminRefused().Match(message) is { Success: true } refused)
        {
            return new LogEvent(RouterEventKind.AdminLoginFailed, refused.Groups["user"].Value, refused.Groups["address"] is { Success: true, Value: var from } ? from : null);
        }

        if (message.StartsWith("router rebooted", StringComparison.Ordinal) || message.StartsWith("router was rebooted", StringComparison.Ordinal))
        {
            return new LogEvent(RouterEventKind.Reboot, null, null);
        }

        return ChangeLineReader.Read(message);
    }

    private static LogEvent? Link(string message) =>
        LinkChange().Match(message) is { Success: true } link
            ? new LogEvent(link.Groups["state"].Value == "up" ? RouterEventKind.LinkUp : RouterEventKind.LinkDown, link.Groups["name"].Value, null)
            : null;

    private static LogEvent? Ppp(string message) =>
        PppRefused().Match(message) is { Success: true } refused ? new LogEvent(RouterEventKind.LoginFailed, refused.Groups["user"].Value, null)
        : NoAddress().Match(message) is { Success: true } empty ? new LogEvent(RouterEventKind.LoginFailed, empty.Groups["user"].Value, null)
        : null;

    private static LogEvent? Hotspot(string message) =>
        HotspotRefused().Match(message) is { Success: true } refused
            ? new LogEvent(RouterEventKind.LoginFailed, refused.Groups["user"].Value, refused.Groups["address"] is { Success: true, Value: var address } ? address : null)
            : null;

    [GeneratedRegex(@"^login failure for user (?<user>.*?)(?: from (?<address>\S+))? via ", RegexOptions.CultureInvariant, 200)]
    private static partial Regex AdminRefused();

    [GeneratedRegex(@"^(?<name>.+?) link (?<state>up|down)\b", RegexOptions.CultureInvariant, 200)]
    private static partial Regex LinkChange();

    [GeneratedRegex(@"\buser (?<user>.+?) authentication failed", RegexOptions.CultureInvariant, 200)]
    private static partial Regex PppRefused();

    [GeneratedRegex(@"^<pppoe-(?<user>.+?)>: could not determine remote address", RegexOptions.CultureInvariant, 200)]
    private static partial Regex NoAddress();

    [GeneratedRegex(@"^(?:->: )?(?<user>\S+) \((?<address>[^)]+)\): login failed", RegexOptions.CultureInvariant, 200)]
    private static partial Regex HotspotRefused();

    [GeneratedRegex(@"\b(?<name>[a-z0-9-]*(?:password|passphrase|secret|-key))=(?:""(?:\\.|[^""\\])*""?|[^\s)]+)", RegexOptions.CultureInvariant | RegexOptions.Singleline, 200)]
    private static partial Regex Secret();
}
