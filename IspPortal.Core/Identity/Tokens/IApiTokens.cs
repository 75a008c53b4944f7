using IspPortal.Core.Common.Results;

namespace IspPortal.Core.Identity.Tokens;

/// <summary>Tokens for API clients: a bearer token of 15 minutes and a refresh token that is replaced at each use.</summary>
public interface IApiTokens
{
    /// <summary>Signs in. <see cref="IdentityErrors.CodeRequired"/> when the account wants a code and none is given.</summary>
    Task<Result<TokenPair>> IssueAsync(string email, string password, string? code, CancellationToken cancellationToken);

    /// <summary>
    /// The next pair; the given token stops working. One that was used before means that somebody copied it: the whole family is
    /// revoked and both holders must sign in again. <see cref="IdentityErrors.RefreshTokenInvalid"/>.
    /// </summary>
    Task<Result<TokenPair>> RefreshAsync(string refreshToken, CancellationToken cancellationToken);

    /// <summary>Revokes the token's family. An unknown token is no error: it does not work either way (RFC 7009 section 2.2).</summary>
    Task<Result> RevokeAsync(string refreshToken, CancellationToken cancellationToken);
}
