namespace IspPortal.Core.Network.Access;

/// <summary>One PPPoE, hotspot or static account: the key of everything live. Unique by router, service and username.</summary>
internal sealed class AccessAccount
{
    public Guid Id { get; set; }

    public Guid RouterId { get; set; }

    public AccessService Service { get; set; }

    /// <summary>As the router knows it: case matters.</summary>
    public required string Username { get; set; }

    /// <summary>Username and comment in lower case, for searching.</summary>
    public required string SearchKey { get; set; }

    public string? Profile { get; set; }

    public string? Comment { get; set; }

    /// <summary>Null when the router was not asked yet or has no such secret.</summary>
    public bool? Enabled { get; set; }

    public bool IsOwned { get; set; }

    public DateTime FirstSeenAtUtc { get; set; }

    /// <summary>When it was last known online, or null. While a session is open its start.</summary>
    public DateTime? LastSeenAtUtc { get; set; }

    public long Version { get; set; }

    public static string SearchKeyOf(string username, string? comment)
    {
        var key = (comment is null ? username : $"{username} {comment}").ToLowerInvariant();
        return key.Length <= 256 ? key : key[..256];
    }
}
