namespace IspPortal.Infrastructure.Subscriptions.Night;

/// <summary>The profile that lines have on a router in their night: made after the plan's own of that router, with another speed.</summary>
internal static class NightProfile
{
    private const int LongestName = 64;

    /// <summary>Its name where the plan's profile is called <paramref name="own"/>; that one itself without a percentage.</summary>
    public static string NameOf(string own, int? percent)
    {
        if (percent is null)
        {
            return own;
        }

        var end = FormattableString.Invariant($"-night-{percent}");
        return string.Concat(own.AsSpan(0, Math.Min(own.Length, LongestName - end.Length)), end);
    }
}
