namespace IspPortal.Core.Network.Provisioning;

/// <summary>One item as it should be in one menu.</summary>
/// <param name="Menu">The menu's path.</param>
/// <param name="Key">Its key there.</param>
/// <param name="Tag">The owner's tag that belongs into its comment.</param>
internal sealed record DesiredItem(string Menu, string Key, string Tag)
{
    public Guid? AccessId { get; init; }

    /// <summary>The properties that are the portal's; all others are left as they are.</summary>
    public required IReadOnlyList<KeyValuePair<string, string>> Fields { get; init; }

    /// <summary>Properties that only a new item gets.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> FieldsWhenNew { get; init; } = [];

    /// <summary>The comment of a new item, without the tag.</summary>
    public string? Note { get; init; }

    /// <summary>What <see cref="Note"/> was before: an existing comment that still says exactly this follows.</summary>
    public string? FormerNote { get; init; }

    public string? Password { get; init; }

    public bool PasswordIsPending { get; init; }

    public bool MayAdopt { get; init; }

    /// <summary>An item that cannot work without its password: it is not made while that is unknown.</summary>
    public bool NeedsPassword { get; init; }

    public required string Reason { get; init; }
}
