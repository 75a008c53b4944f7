using IspPortal.Core.Network.Access;

namespace IspPortal.Core.Network.Imports;

/// <summary>What the portal knows already while judging what was found on a router.</summary>
/// <param name="IsolirProfile">The profile that isolates: it says nothing about a line's plan.</param>
public sealed record KnownLines(string IsolirProfile)
{
    /// <summary>Owned lines of this router, and profiles kept there.</summary>
    public IReadOnlySet<(AccessService Service, string Name)> OwnedHere { get; init; } = new HashSet<(AccessService, string)>();

    /// <summary>Profiles of this router that the portal keeps.</summary>
    public IReadOnlySet<(AccessService Service, string Name)> ProfilesHere { get; init; } = new HashSet<(AccessService, string)>();

    /// <summary>Owned lines elsewhere, with the name of their router.</summary>
    public IReadOnlyDictionary<(AccessService Service, string Name), string> OwnedElsewhere { get; init; } = new Dictionary<(AccessService, string), string>();

    /// <summary>Names that the router does not know by the text that they were read as.</summary>
    public IReadOnlySet<string> Unreadable { get; init; } = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>The router's address ranges, <c>10.0.0.10-10.0.0.250</c>, with the pool's name.</summary>
    public IReadOnlyList<(string Pool, string Ranges)> Pools { get; init; } = [];
}
