using System.Security.Cryptography;
using IspPortal.Core.Common.Time;
using IspPortal.Core.Identity;
using IspPortal.Core.Identity.SignIn;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Identity.SignIn;

/// <summary>Checks codes of authenticators and recovery codes; each works once, also when used twice at the same moment.</summary>
internal static class SecondFactor
{
    public const int RecoveryCodeCount = 10;
    private const int RecoveryCodeBytes = 10;

    /// <summary>Whether <paramref name="code"/> is the user's authenticator's; uses it up.</summary>
    public static async Task<bool> UseTotpAsync(PortalDbContext context, TimeProvider clock, PortalUser user, string code, CancellationToken cancellationToken)
    {
        if (user.TotpSecret is not { } secret || Totp.Match(Convert.FromBase64String(secret), code, clock.GetUtcNow(), user.TotpLastStep) is not { } step)
        {
            return false;
        }

        return await context.Users
            .Where(row => row.Id == user.Id && row.TotpLastStep < step)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.TotpLastStep, step), cancellationToken) == 1;
    }

    /// <summary>Whether <paramref name="code"/> is one of the user's recovery codes; uses it up.</summary>
    public static async Task<bool> UseRecoveryCodeAsync(PortalDbContext context, TimeProvider clock, Guid userId, string code, CancellationToken cancellationToken)
    {
        var hash = HashOf(code);
        var now = clock.UtcNow();
        return await context.Set<RecoveryCode>()
            .Where(row => row.UserId == userId && row.CodeHash == hash && row.UsedAtUtc == null)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.UsedAtUtc, (DateTime?)now), cancellationToken) == 1;
    }

    /// <summary>Adds ten new recovery codes in place of the old ones and gives their texts, e.g. <c>ABCD-EFGH-IJKL-MNOP</c>.</summary>
    public static async Task<IReadOnlyList<string>> RenewRecoveryCodesAsync(PortalDbContext context, TimeProvider clock, Guid userId, CancellationToken cancellationToken)
    {
        context.RemoveRange(await context.Set<RecoveryCode>().Where(row => row.UserId == userId).ToListAsync(cancellationToken));
        var codes = new List<string>(RecoveryCodeCount);
        for (var i = 0; i < RecoveryCodeCount; i++)
        {
            var text = Totp.ToBase32(RandomNumberGenerator.GetBytes(RecoveryCodeBytes));
            codes.Add(string.Join('-', text.Chunk(4).Select(part => new string(part))));
            context.Add(new RecoveryCode { Id = Ids.New(clock), UserId = userId, CodeHash = HashOf(text) });
        }

        return codes;
    }

    private static string HashOf(string code) => AccountTokens.Hash(string.Concat(code.Where(char.IsLetterOrDigit)).ToUpperInvariant());
}
