using IspPortal.Core.Common.Results;
using IspPortal.Infrastructure.RouterOs.Wire;
using IspPortal.Infrastructure.RouterOs.Wire.Values;

namespace IspPortal.Infrastructure.RouterOs.Connections;

/// <summary>
/// A trap as an error with a code. The wording decides, since the category is often absent and differs between releases; the category
/// only helps with words we do not know.
/// </summary>
internal static class TrapClassifier
{
    private static readonly (string Fragment, Func<string, Error> Make)[] Wordings =
    [
        ("invalid user name or password", RouterOsErrors.LoginFailed),
        ("cannot log in", RouterOsErrors.LoginFailed),
        ("not enough permissions", RouterOsErrors.NotEnoughPermissions),
        ("with the same name already exists", RouterOsErrors.TrapDuplicate),
        ("already have", RouterOsErrors.TrapDuplicate),
        ("already exists", RouterOsErrors.TrapDuplicate),
        ("such name already", RouterOsErrors.TrapDuplicate),
        ("no such item", RouterOsErrors.TrapNoSuchItem),
        ("no such command", RouterOsErrors.TrapNoSuchCommand),
        ("missing value", RouterOsErrors.TrapMissingArgument),
        ("input does not match", RouterOsErrors.TrapBadValue),
        ("invalid value", RouterOsErrors.TrapBadValue),
        ("unknown parameter", RouterOsErrors.TrapBadValue),
        ("ambiguous value", RouterOsErrors.TrapBadValue),
        ("value of", RouterOsErrors.TrapBadValue),
        ("less than upload-limit", RouterOsErrors.TrapBadValue),
        ("less than download-limit", RouterOsErrors.TrapBadValue),
        ("interrupted", RouterOsErrors.TrapInterrupted),
    ];

    public static Error Classify(in SentenceView trap)
    {
        var message = trap.TryGet("message"u8, out var text) ? WireText.Decode(text) : string.Empty;
        long? category = trap.TryGet("category"u8, out var number) && RouterOsNumber.TryParse(number, out long known) ? known : null;
        return Classify(message, category);
    }

    public static Error Classify(string message, long? category)
    {
        foreach (var (fragment, make) in Wordings)
        {
            if (message.Contains(fragment, StringComparison.OrdinalIgnoreCase))
            {
                return make(message);
            }
        }

        return category switch
        {
            1 => RouterOsErrors.TrapBadValue(message),
            2 => RouterOsErrors.TrapInterrupted(message),
            _ => RouterOsErrors.Trap(message),
        };
    }

    /// <summary>What a trap means when it answers the login.</summary>
    public static Error ClassifyLogin(Error trap) => trap.Code switch
    {
        "routeros.login_failed" => trap,
        "routeros.not_enough_permissions" => RouterOsErrors.NoApiPermission(trap.Detail),
        _ when MentionsSessions(trap.Detail) => RouterOsErrors.TooManySessions(trap.Detail),
        _ => RouterOsErrors.LoginFailed(trap.Detail),
    };

    public static Error ClassifyFatal(string reason)
    {
        if (reason.Contains("before login", StringComparison.OrdinalIgnoreCase))
        {
            return RouterOsErrors.LoginFailed(reason);
        }

        return MentionsSessions(reason) ? RouterOsErrors.TooManySessions(reason) : RouterOsErrors.Fatal(reason);
    }

    private static bool MentionsSessions(string? text) =>
        text is not null
        && (text.Contains("too many sessions", StringComparison.OrdinalIgnoreCase)
            || text.Contains("max sessions", StringComparison.OrdinalIgnoreCase)
            || text.Contains("max-sessions", StringComparison.OrdinalIgnoreCase)
            || text.Contains("session limit", StringComparison.OrdinalIgnoreCase)
            || text.Contains("maximum number of sessions", StringComparison.OrdinalIgnoreCase));
}
