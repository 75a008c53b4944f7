using System.Security.Cryptography;
using System.Text;
using IspPortal.Core.Common.Results;

namespace IspPortal.Infrastructure.RouterOs.Connections;

/// <summary>
/// Logs in to any release: name and password at once, as from 6.43 on; a router before that ignores them and answers with a challenge
/// (<c>=ret=</c>), which is then met with the MD5 of a zero byte, the password and the challenge.
/// </summary>
internal static class LoginExchange
{
    private const int MaxChallengeLength = 64;

    public static async Task<Result> RunAsync(RouterOsConnection connection, RouterEndpoint endpoint, TimeSpan timeout)
    {
        var login = new RouterOsCommand("/login").Deadlines(timeout, timeout);
        var first = await AskAsync(connection, login.With("name", endpoint.Username).With("password", endpoint.Password));
        if (!first.Succeeded)
        {
            return first.Error;
        }

        if (first.Value.Ret is not { Length: > 0 } challenge)
        {
            return Result.Success;
        }

        if (challenge.Length > MaxChallengeLength || challenge.Length % 2 != 0 || !challenge.All(char.IsAsciiHexDigit))
        {
            return RouterOsErrors.Protocol("a challenge that is no hex number");
        }

        var second = await AskAsync(connection, login.With("name", endpoint.Username).With("response", Respond(endpoint.Password, challenge)));
        return second.Succeeded ? Result.Success : second.Error;
    }

    internal static string Respond(string password, string challenge)
    {
        byte[] material = [0, .. Encoding.UTF8.GetBytes(password), .. Convert.FromHexString(challenge)];
#pragma warning disable CA5351 // The protocol of those releases; nobody else would choose MD5.
        var digest = MD5.HashData(material);
#pragma warning restore CA5351
        CryptographicOperations.ZeroMemory(material);
        return "00" + Convert.ToHexStringLower(digest);
    }

    private static async Task<Result<ReplyDone>> AskAsync(RouterOsConnection connection, RouterOsCommand command)
    {
        var pending = await connection.SendUntaggedAsync(command, DroppingSink.Instance);
        var result = await pending.Ended;

        // A trap leaves the line open, anything else has closed it and says itself what happened.
        return result.Succeeded || connection.Fault is not null ? result : TrapClassifier.ClassifyLogin(result.Error);
    }
}
