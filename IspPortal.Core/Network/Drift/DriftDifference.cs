namespace IspPortal.Core.Network.Drift;

/// <summary>One difference of one router. Passwords are only said to differ, never given.</summary>
/// <param name="Kind">How it differs.</param>
/// <param name="Menu">The menu's path.</param>
/// <param name="Key">The item's key there.</param>
/// <param name="AccessId">The line, or null for profiles and what nobody took over.</param>
public sealed record DriftDifference(DriftKind Kind, string Menu, string Key, Guid? AccessId)
{
    /// <summary>The properties as the router holds them.</summary>
    public IReadOnlyDictionary<string, string?> OnRouter { get; init; } = new Dictionary<string, string?>(StringComparer.Ordinal);

    /// <summary>The same as the portal wants them.</summary>
    public IReadOnlyDictionary<string, string?> InPortal { get; init; } = new Dictionary<string, string?>(StringComparer.Ordinal);

    /// <summary>Whether a plan can bring it to what the portal wants.</summary>
    public bool CanApply { get; init; }

    /// <summary>Whether the portal can want what the router holds instead.</summary>
    public bool CanAdopt { get; init; }
}
