using System.Globalization;
using IspPortal.Core.Network.Access;
using IspPortal.Web.Shared.Formatting;

namespace IspPortal.Web.Features.Subscribers.Parts;

/// <summary>What a subscriber bought, as the router says it: the profile's name, or the limits of a static line's queue as rates.</summary>
internal static class ProfileText
{
    public static string Of(AccessRow row, ReaderFormat format)
    {
        if (row.Profile is not { Length: > 0 } profile)
        {
            return ReaderFormat.Unknown;
        }

        // A queue's max-limit is upload/download in plain bits per second.
        return row.Service is AccessService.Static && profile.Split('/') is [var up, var down] && RateOf(up) is { } upRate && RateOf(down) is { } downRate
            ? $"↓ {format.BitRate(downRate)} ↑ {format.BitRate(upRate)}"
            : profile;
    }

    private static long? RateOf(string text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var rate) ? rate : null;
}
