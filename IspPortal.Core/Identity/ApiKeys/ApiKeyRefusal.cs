namespace IspPortal.Core.Identity.ApiKeys;

/// <summary>A call with an API key that was refused.</summary>
/// <param name="Reason">Why.</param>
/// <param name="Caller">Who called: the key once its secret was right, else nobody; with the network address.</param>
/// <param name="KeyId">The key that was named, or null when there is none of that prefix.</param>
/// <param name="Prefix">The visible beginning of what was sent, or null when it was no key at all. Never more of it.</param>
/// <param name="Request">Method and path, or null where it was not looked at.</param>
/// <param name="Permission">What the key lacks, or null.</param>
public sealed record ApiKeyRefusal(ApiKeyRefusalReason Reason, Actor Caller, Guid? KeyId, string? Prefix = null, string? Request = null, string? Permission = null);
