namespace IspPortal.Core.Network.Provisioning;

/// <summary>One item as a router printed it. A property that the router did not send is unknown, not empty.</summary>
/// <param name="Id">The router's own id, <c>*1F</c>: good for the next few commands, not for storing alone.</param>
/// <param name="Fields">Properties by name, as the router wrote them.</param>
public sealed record RouterItem(string Id, IReadOnlyDictionary<string, string> Fields)
{
    /// <summary>A property, or null when the router did not send it.</summary>
    public string? this[string property] => Fields.GetValueOrDefault(property);

    /// <summary>Its comment; empty without one (routers leave an empty comment out).</summary>
    public string Comment => this["comment"] ?? string.Empty;

    /// <summary>Whether the router made it (an entry per session, a lease handed out): such an item is never written.</summary>
    public bool IsDynamic => this["dynamic"] == "true";

    /// <summary>Whether it is switched off.</summary>
    public bool IsDisabled => this["disabled"] is "true" or "yes";

    /// <summary>Its key among the items of <paramref name="menu"/> (<see cref="RouterMenus.KeyOf"/>): the parts joined by a space.</summary>
    public string KeyIn(string menu)
    {
        var parts = RouterMenus.KeyOf(menu);
        return parts.Count switch
        {
            0 => OwnershipTag.TextOf(Comment) ?? Id,
            1 => this[parts[0]] ?? string.Empty,
            _ => string.Join(' ', parts.Select(p => this[p] ?? string.Empty)),
        };
    }
}
