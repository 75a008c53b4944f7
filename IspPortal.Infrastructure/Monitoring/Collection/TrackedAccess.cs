using IspPortal.Core.Network.Access;

namespace IspPortal.Infrastructure.Monitoring.Collection;

/// <summary>What a collector remembers of an access of its router.</summary>
internal sealed class TrackedAccess
{
    public required Guid Id { get; init; }

    public required AccessService Service { get; init; }

    public required string Username { get; init; }

    public required DateTime FirstSeenAtUtc { get; init; }

    public bool? Enabled { get; set; }

    public string? Profile { get; set; }

    public string? Comment { get; set; }

    /// <summary>Set when a session begins and ends, not in between.</summary>
    public DateTime? LastSeenAtUtc { get; set; }

    public int OpenSessions { get; set; }

    public static TrackedAccess From(AccessAccount account, string username) => new()
    {
        Id = account.Id,
        Service = account.Service,
        Username = username,
        FirstSeenAtUtc = account.FirstSeenAtUtc,
        Enabled = account.Enabled,
        Profile = account.Profile,
        Comment = account.Comment,
        LastSeenAtUtc = account.LastSeenAtUtc,
    };

    public AccessAccount ToAccount(Guid routerId) => new()
    {
        Id = Id,
        RouterId = routerId,
        Service = Service,
        Username = Username,
        SearchKey = AccessAccount.SearchKeyOf(Username, Comment),
        Profile = Profile,
        Comment = Comment,
        Enabled = Enabled,
        FirstSeenAtUtc = FirstSeenAtUtc,
        LastSeenAtUtc = LastSeenAtUtc,
        Version = 1,
    };
}
