namespace IspPortal.Core.Identity.Tokens;

/// <summary>The keys of access tokens, for whoever checks them.</summary>
public interface ITokenKeys
{
    /// <summary>What a token says who made it, and whom it is for.</summary>
    const string Issuer = "isp-portal";

    /// <summary>The claim that holds the session's stamp.</summary>
    const string StampClaim = "stamp";

    /// <summary>Reads the keys if they were not read yet, or if <paramref name="keyId"/> is none of them: another node may have made it (at most every ten seconds).</summary>
    ValueTask EnsureAsync(string? keyId, CancellationToken cancellationToken);

    /// <summary>The key with this id as last read, or null.</summary>
    byte[]? Find(string? keyId);
}
