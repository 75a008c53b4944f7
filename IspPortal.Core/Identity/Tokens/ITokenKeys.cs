namespace IspPortal.Core.Identity.Tokens;

/// <summary>The keys of access tokens, for whoever checks them.</summary>
public interface ITokenKeys
{
    /// <summary>What a token says who made it, and whom it is for.</summary>
    const string Issuer = "isp-portal";

    /// <summary>The claim that holds the session's stamp.</summary>
    const string StampClaim = "stamp";

    /// <summary>Reads the keys, and makes the first one if there is none.</summary>
    ValueTask LoadAsync(CancellationToken cancellationToken);

    /// <summary>
    /// The key with this id as of the last <see cref="LoadAsync"/>, or null. An id that is not known makes the next
    /// <see cref="LoadAsync"/> look again, at most every ten seconds: another node may have made it.
    /// </summary>
    byte[]? Find(string? keyId);
}
