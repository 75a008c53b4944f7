namespace IspPortal.Core.Network.Routers;

/// <summary>The policies of a RouterOS user group, and which of them the portal needs.</summary>
public static class RouterRights
{
    /// <summary>What the portal needs, the most needed first: <c>api</c> to sign in, <c>read</c> to watch, <c>write</c> to apply plans, <c>test</c> to ping,
    /// <c>sensitive</c> to read passwords when importing and backing up, <c>ftp</c> and <c>policy</c> to make backups.</summary>
    public static IReadOnlyList<string> Needed { get; } = ["api", "read", "write", "test", "sensitive", "ftp", "policy"];

    /// <summary>Those whose absence stops polling or provisioning; the others only cost a feature.</summary>
    public static IReadOnlyList<string> Essential { get; } = ["api", "read", "write"];

    /// <summary>The policies that a group's <c>policy</c> property grants; those with an exclamation mark are denied.</summary>
    public static IReadOnlyList<string> Parse(string policy)
    {
        ArgumentNullException.ThrowIfNull(policy);
        return [.. policy.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Where(word => word[0] != '!')];
    }

    /// <summary>What of <see cref="Needed"/> is not among <paramref name="rights"/>.</summary>
    public static IReadOnlyList<string> Missing(IReadOnlyCollection<string> rights) => [.. Needed.Where(need => !rights.Contains(need, StringComparer.Ordinal))];
}
