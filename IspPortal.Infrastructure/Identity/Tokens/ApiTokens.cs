using IspPortal.Core.Common.Results;
using IspPortal.Core.Common.Time;
using IspPortal.Core.Identity;
using IspPortal.Core.Identity.SignIn;
using IspPortal.Core.Identity.Tokens;
using IspPortal.Infrastructure.Identity.SignIn;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace IspPortal.Infrastructure.Identity.Tokens;

/// <inheritdoc cref="IApiTokens" />
internal sealed class ApiTokens(IDbContextFactory<PortalDbContext> contexts, ICurrentActor current, ISignIn signIn, TokenKeys keys, TimeProvider clock) : IApiTokens
{
    private static readonly TimeSpan AccessFor = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan RefreshFor = TimeSpan.FromDays(14);
    private static readonly JsonWebTokenHandler Handler = new() { SetDefaultTimesOnTokenCreation = false };

    public async Task<Result<TokenPair>> IssueAsync(string email, string password, string? code, CancellationToken cancellationToken)
    {
        var first = await signIn.WithPasswordAsync(email, password, cancellationToken);
        if (!first.Succeeded)
        {
            return first.Error;
        }

        var session = first.Value.Session;
        if (first.Value.Pending is { } pending)
        {
            if (string.IsNullOrWhiteSpace(code))
            {
                return IdentityErrors.CodeRequired;
            }

            var second = await signIn.WithCodeAsync(pending, code, cancellationToken);
            if (!second.Succeeded)
            {
                return second.Error;
            }

            session = second.Value;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var now = clock.UtcNow();
        await context.Set<RefreshToken>().Where(token => token.UserId == session!.UserId && token.ExpiresAtUtc <= now).ExecuteDeleteAsync(cancellationToken);
        return await IssueAsync(context, session!, Ids.New(clock), cancellationToken);
    }

    public async Task<Result<TokenPair>> RefreshAsync(string refreshToken, CancellationToken cancellationToken)
    {
        var hash = AccountTokens.Hash(refreshToken);
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        var now = clock.UtcNow();
        var token = await context.Set<RefreshToken>().AsNoTracking().SingleOrDefaultAsync(row => row.TokenHash == hash, cancellationToken);
        if (token is null || token.RevokedAtUtc is not null || token.ExpiresAtUtc <= now)
        {
            return IdentityErrors.RefreshTokenInvalid;
        }

        var claimed = await context.Set<RefreshToken>()
            .Where(row => row.Id == token.Id && row.UsedAtUtc == null && row.RevokedAtUtc == null)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.UsedAtUtc, (DateTime?)now), cancellationToken) == 1;
        var user = await context.Users.AsNoTracking().Include(row => row.Roles).SingleAsync(row => row.Id == token.UserId, cancellationToken);
        if (!claimed)
        {
            await RevokeFamilyAsync(context, token.FamilyId, cancellationToken);
            IdentityAudit.Record(context, clock, Actor.Anonymous with { Address = current.Actor.Address }, IdentityAudit.RefreshTokenReused, user.Id);
            await context.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            return IdentityErrors.RefreshTokenInvalid;
        }

        if (!user.IsActive || user.SecurityStamp != token.Stamp)
        {
            return IdentityErrors.RefreshTokenInvalid;
        }

        var pair = await IssueAsync(context, SessionMaker.SessionOf(user), token.FamilyId, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return pair;
    }

    public async Task<Result> RevokeAsync(string refreshToken, CancellationToken cancellationToken)
    {
        var hash = AccountTokens.Hash(refreshToken);
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var family = await context.Set<RefreshToken>().Where(row => row.TokenHash == hash).Select(row => (Guid?)row.FamilyId).SingleOrDefaultAsync(cancellationToken);
        if (family is { } familyId)
        {
            await RevokeFamilyAsync(context, familyId, cancellationToken);
        }

        return Result.Success;
    }

    private Task RevokeFamilyAsync(PortalDbContext context, Guid familyId, CancellationToken cancellationToken)
    {
        var now = clock.UtcNow();
        return context.Set<RefreshToken>()
            .Where(row => row.FamilyId == familyId && row.RevokedAtUtc == null)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.RevokedAtUtc, (DateTime?)now), cancellationToken);
    }

    private async Task<TokenPair> IssueAsync(PortalDbContext context, AccountSession session, Guid familyId, CancellationToken cancellationToken)
    {
        var now = clock.UtcNow();
        var refresh = AccountTokens.New();
        context.Add(new RefreshToken
        {
            Id = Ids.New(clock),
            FamilyId = familyId,
            UserId = session.UserId,
            TokenHash = AccountTokens.Hash(refresh),
            Stamp = session.Stamp,
            IssuedAtUtc = now,
            ExpiresAtUtc = now + RefreshFor,
        });
        await context.SaveChangesAsync(cancellationToken);
        var (keyId, secret) = await keys.SigningAsync(cancellationToken);
        var access = Handler.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = ITokenKeys.Issuer,
            Audience = ITokenKeys.Issuer,
            IssuedAt = now,
            NotBefore = now,
            Expires = now + AccessFor,
            Claims = new Dictionary<string, object>(StringComparer.Ordinal)
            {
                [JwtRegisteredClaimNames.Sub] = session.UserId.ToString(),
                [JwtRegisteredClaimNames.Name] = session.Name,
                [JwtRegisteredClaimNames.Jti] = Ids.New(clock).ToString("N"),
                [ITokenKeys.StampClaim] = session.Stamp,
            },
            SigningCredentials = new SigningCredentials(new SymmetricSecurityKey(secret) { KeyId = keyId }, SecurityAlgorithms.HmacSha256),
        });
        return new TokenPair(access, refresh, (int)AccessFor.TotalSeconds);
    }
}
