using System.Globalization;

namespace IspPortal.Infrastructure.Lab.Routers;

/// <summary>A RouterOS version and what the emulator does differently for it.</summary>
/// <param name="Full">E.g. <c>6.49.18 (long-term)</c>.</param>
internal sealed record LabVersion(string Full)
{
    public static LabVersion V642 { get; } = new("6.42.12 (long-term)");

    public static LabVersion V643 { get; } = new("6.43.16 (long-term)");

    public static LabVersion V649 { get; } = new("6.49.18 (long-term)");

    public static LabVersion V712 { get; } = new("7.12.2 (stable)");

    public static LabVersion V718 { get; } = new("7.18.2 (stable)");

    public static LabVersion V724 { get; } = new("7.24.1 (stable)");

    public static IReadOnlyList<LabVersion> All { get; } = [V642, V643, V649, V712, V718, V724];

    /// <summary>The version without its channel.</summary>
    public string Short => Full.Split(' ')[0];

    /// <summary>Major times 100 plus minor: 6.49 is 649, 7.18 is 718.</summary>
    public int Number { get; } = int.Parse(Full.Split('.')[0], CultureInfo.InvariantCulture) * 100
        + int.Parse(Full.Split('.')[1].Split(' ')[0], CultureInfo.InvariantCulture);

    public bool IsV7 => Number >= 700;

    /// <summary>A plain <c>/login</c> is answered with a challenge.</summary>
    public bool HasChallengeLogin => Number < 645;

    /// <summary>Name and password in the clear are accepted.</summary>
    public bool HasPlainLogin => Number >= 643;

    public string BadLoginMessage => HasPlainLogin ? "invalid user name or password (6)" : "cannot log in";

    /// <summary><c>!empty</c> before the <c>!done</c> of a print without rows.</summary>
    public bool SaysEmpty => Number >= 718;

    /// <summary>Health has a row per sensor instead of one row.</summary>
    public bool HasHealthRows => IsV7;

    public bool HasIsoDates => Number >= 710;

    /// <summary>Print hides passwords unless asked with <c>show-sensitive</c>.</summary>
    public bool HasShowSensitive => Number >= 722;

    /// <summary>The log names channel, address and command of a change, and not just the user.</summary>
    public bool HasChangeDetails => Number >= 718;

    /// <summary>Sessions that one service allows by default; 0 without a limit.</summary>
    public int DefaultMaxSessions => Number >= 716 ? 20 : 0;

    public bool HasFileRead => Number >= 714;

    /// <summary>Finds a version by what people write: <c>7.18</c>, <c>6.49.18</c>.</summary>
    public static LabVersion Find(string text) =>
        All.FirstOrDefault(v => v.Short == text || v.Short.StartsWith(text + ".", StringComparison.Ordinal))
        ?? throw new ArgumentException($"The lab emulates {string.Join(", ", All.Select(v => v.Short))}, not '{text}'.", nameof(text));

    /// <summary>Date and time as this version prints them.</summary>
    public string DateTimeText(DateTimeOffset local) => local.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture) is var iso && HasIsoDates
        ? iso
        : DateText(local) + local.ToString(" HH:mm:ss", CultureInfo.InvariantCulture);

    public string DateText(DateTimeOffset local) => HasIsoDates
        ? local.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
        : local.ToString("MMM/dd/yyyy", CultureInfo.InvariantCulture).ToLowerInvariant();

    /// <summary>Time of a log line: without the date on the same day (v6 and old v7).</summary>
    public string LogTimeText(DateTimeOffset local, DateTimeOffset now) => HasIsoDates
        ? DateTimeText(local)
        : local.Date == now.Date
            ? local.ToString("HH:mm:ss", CultureInfo.InvariantCulture)
            : local.ToString("MMM/dd HH:mm:ss", CultureInfo.InvariantCulture).ToLowerInvariant();
}
