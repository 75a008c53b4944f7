using IspPortal.Core.Identity.Tokens;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace IspPortal.Web.Security;

/// <summary>Which bearer tokens are taken: ours, signed with HMAC-SHA-256 by a key of ours, within their time.</summary>
internal sealed class BearerSetup(ITokenKeys keys, TimeProvider clock) : IConfigureNamedOptions<JwtBearerOptions>
{
    private const string Prefix = "Bearer ";

    public void Configure(JwtBearerOptions options) => Configure(PortalSchemes.Bearer, options);

    public void Configure(string? name, JwtBearerOptions options)
    {
        if (name != PortalSchemes.Bearer)
        {
            return;
        }

        options.MapInboundClaims = false;
        options.TokenValidationParameters = new TokenValidationParameters
        {
            ValidIssuer = ITokenKeys.Issuer,
            ValidAudience = ITokenKeys.Issuer,
            ValidAlgorithms = [SecurityAlgorithms.HmacSha256],
            NameClaimType = JwtRegisteredClaimNames.Name,
            RequireExpirationTime = true,
            RequireSignedTokens = true,
            IssuerSigningKeyResolver = (_, _, keyId, _) => keys.Find(keyId) is { } secret ? [new SymmetricSecurityKey(secret) { KeyId = keyId }] : [],
            LifetimeValidator = (notBefore, expires, _, _) => (notBefore is null || notBefore <= Now) && expires > Now,
        };
        options.Events = new JwtBearerEvents { OnMessageReceived = ReadKeysAsync };
    }

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>The resolver cannot wait for the database: whatever key the token names is read before.</summary>
    private async Task ReadKeysAsync(MessageReceivedContext context)
    {
        var header = context.Request.Headers.Authorization.ToString();
        if (header.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase))
        {
            var token = header[Prefix.Length..].Trim();
            if (ApiKeyHeaders.IsKey(token))
            {
                // ActorOfRequest looks at it where keys work; elsewhere it is no sign-in.
                context.NoResult();
                return;
            }

            await keys.EnsureAsync(KeyIdOf(token), context.HttpContext.RequestAborted);
        }
    }

    private static string? KeyIdOf(string token)
    {
        try
        {
            return new JsonWebToken(token).Kid;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
