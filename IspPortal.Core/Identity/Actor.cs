using System.Collections.Frozen;

namespace IspPortal.Core.Identity;

/// <summary>Who acts now, and what they may do.</summary>
/// <param name="Kind">Who or what acts.</param>
/// <param name="Id">The user's or the key's id; null for anonymous and system actors.</param>
/// <param name="Name">What the audit shows: a person's name or e-mail, or <c>system:&lt;job&gt;</c>.</param>
/// <param name="Permissions">Granted permissions; a system actor has all of them without listing any.</param>
/// <param name="Address">The caller's network address, or null when there is none.</param>
public sealed record Actor(ActorKind Kind, Guid? Id, string Name, FrozenSet<string> Permissions, string? Address)
{
    /// <summary>Nobody.</summary>
    public static Actor Anonymous { get; } = new(ActorKind.Anonymous, null, "anonymous", FrozenSet<string>.Empty, null);

    /// <summary>The portal itself, e.g. <c>system:collect-traffic</c>.</summary>
    public static Actor System(string job) => new(ActorKind.System, null, $"system:{job}", FrozenSet<string>.Empty, null);

    /// <summary>Whether the actor holds <paramref name="permission"/>.</summary>
    public bool May(string permission) => Kind == ActorKind.System || Permissions.Contains(permission);
}
