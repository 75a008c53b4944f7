namespace IspPortal.Core.Identity.ApiKeys;

/// <summary>A key that was just made.</summary>
/// <param name="Id">The key's id.</param>
/// <param name="Prefix">The visible beginning.</param>
/// <param name="Secret">The whole key. It is known now and never again.</param>
public sealed record IssuedApiKey(Guid Id, string Prefix, string Secret)
{
    /// <summary>Without the secret, which must not reach a log.</summary>
    public override string ToString() => $"{Prefix}_…";
}
