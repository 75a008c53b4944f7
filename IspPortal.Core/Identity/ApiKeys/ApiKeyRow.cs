namespace IspPortal.Core.Identity.ApiKeys;

/// <summary>One key in the list.</summary>
/// <param name="Id">The key's id.</param>
/// <param name="Name">What it is for.</param>
/// <param name="Prefix">The visible beginning, to recognise it by.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Scopes">The permissions it was given, sorted.</param>
/// <param name="MakerId">Who made it.</param>
/// <param name="MakerName">The maker's name.</param>
/// <param name="CreatedAtUtc">When it was made.</param>
/// <param name="ExpiresAtUtc">From when on it does not work, or null for never.</param>
/// <param name="LastUsedAtUtc">When it last called, to a minute; null when it never did.</param>
/// <param name="LastUsedAddress">From where it last called, or null.</param>
public sealed record ApiKeyRow(
    Guid Id,
    string Name,
    string Prefix,
    ApiKeyState State,
    IReadOnlyList<string> Scopes,
    Guid MakerId,
    string MakerName,
    DateTime CreatedAtUtc,
    DateTime? ExpiresAtUtc,
    DateTime? LastUsedAtUtc,
    string? LastUsedAddress);
