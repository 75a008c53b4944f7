using IspPortal.Core.Common;
using IspPortal.Core.Common.Results;

namespace IspPortal.Core.Identity.ApiKeys;

/// <summary>What the fields of a key must be.</summary>
public static class ApiKeyRules
{
    /// <summary>The longest name.</summary>
    public const int MaxNameLength = 100;

    /// <summary>The longest reason of a revocation.</summary>
    public const int MaxReasonLength = 500;

    /// <summary>The most networks of one key.</summary>
    public const int MaxNetworks = 50;

    /// <summary>The furthest expiry.</summary>
    public static TimeSpan MaxLife { get; } = TimeSpan.FromDays(5 * 366);

    /// <summary>Every rule that <paramref name="request"/> breaks when somebody with <paramref name="held"/> permissions makes it.</summary>
    public static IReadOnlyList<FieldError> Check(CreateApiKeyRequest request, IReadOnlySet<string> held, DateTime nowUtc) =>
        [.. CheckName(request.Name), .. CheckScopes(request.Scopes, held), .. CheckExpiry(request.ExpiresAtUtc, nowUtc), .. CheckAddresses(request.AllowedAddresses)];

    /// <summary>The rules that a reason breaks.</summary>
    public static IReadOnlyList<FieldError> CheckReason(string? reason) => Text("reason", reason, MaxReasonLength);

    private static IReadOnlyList<FieldError> CheckName(string? name) => Text("name", name, MaxNameLength);

    private static IReadOnlyList<FieldError> Text(string field, string? value, int longest) => (value?.Trim().Length ?? 0) switch
    {
        0 => [new FieldError(field, "common.required")],
        var length when length > longest => [new FieldError(field, "common.too_long", longest)],
        _ => PlainText.Refuse(value, field)?.Fields ?? [],
    };

    private static IEnumerable<FieldError> CheckScopes(IReadOnlyList<string>? scopes, IReadOnlySet<string> held)
    {
        if (scopes is null || scopes.Count == 0)
        {
            yield return new FieldError("scopes", "identity.scope_required");
        }
        else if (scopes.Select(scope => scope ?? "").FirstOrDefault(scope => !RolePermissions.All.Contains(scope, StringComparer.Ordinal)) is { } unknown)
        {
            yield return new FieldError("scopes", "identity.scope_unknown", unknown);
        }
        else if (scopes.FirstOrDefault(scope => !held.Contains(scope)) is { } foreign)
        {
            yield return new FieldError("scopes", "identity.scope_not_held", foreign);
        }
    }

    private static IEnumerable<FieldError> CheckExpiry(DateTime? expiresAtUtc, DateTime nowUtc)
    {
        if (expiresAtUtc <= nowUtc)
        {
            yield return new FieldError("expiresAtUtc", "identity.expiry_past");
        }
        else if (expiresAtUtc > nowUtc + MaxLife)
        {
            yield return new FieldError("expiresAtUtc", "identity.expiry_too_far");
        }
    }

    private static IEnumerable<FieldError> CheckAddresses(IReadOnlyList<string>? networks)
    {
        if (networks?.Count > MaxNetworks)
        {
            yield return new FieldError("allowedAddresses", "identity.networks_too_many", MaxNetworks);
        }
        else if (networks?.Select(network => network ?? "").FirstOrDefault(network => !AddressNetworks.TryNormalize(network, out _)) is { } wrong)
        {
            yield return new FieldError("allowedAddresses", "identity.network_malformed", wrong);
        }
    }
}
