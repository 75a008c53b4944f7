using IspPortal.Core.Common.Money;
using IspPortal.Core.Network.Access;
using IspPortal.Core.Network.Provisioning;

namespace IspPortal.Core.Network.Drift;

/// <summary>What a difference costs as long as it stands.</summary>
/// <param name="Kind">Whose loss it is.</param>
/// <param name="Monthly">How much in a month, above zero.</param>
public sealed record DriftCost(DriftCostKind Kind, Money Monthly)
{
    /// <summary>What one difference costs; null: nothing, or not known, as of lines that no subscription pays for or that were moved to another router, profiles that no plan or several plans of other prices share, and queues.</summary>
    /// <param name="difference">The difference.</param>
    /// <param name="prices">What is paid on that router.</param>
    /// <param name="isolirProfile">The profile that leaves a line nothing but the pay page.</param>
    public static DriftCost? Of(DriftDifference difference, LinePrices prices, string isolirProfile)
    {
        ArgumentNullException.ThrowIfNull(difference);
        ArgumentNullException.ThrowIfNull(prices);
        var line = difference.AccessId is { } id && prices.Lines.TryGetValue(id, out var found) ? found : null;
        return (difference.Menu, difference.Kind) switch
        {
            // The lists cut off: what is missing there runs, what is too much there does not.
            (RouterMenus.AddressList, DriftKind.Missing) => Unpaid(line?.Monthly),
            (RouterMenus.AddressList, DriftKind.Extra) => Unserved(line),
            (RouterMenus.PppSecret or RouterMenus.HotspotUser, DriftKind.Missing) => Unserved(line),
            (RouterMenus.PppSecret or RouterMenus.HotspotUser, DriftKind.Changed) => OfChange(difference, line, prices, isolirProfile),
            // What the router kept of a line that another one serves: that one is paid for.
            (RouterMenus.PppSecret or RouterMenus.HotspotUser, DriftKind.Extra) when difference.AccessId is not null => null,
            (RouterMenus.PppSecret or RouterMenus.HotspotUser, _) => Runs(difference.OnRouter, isolirProfile) ? Unpaid(PriceOf(difference, prices)) : null,
            _ => null,
        };
    }

    private static DriftCost? OfChange(DriftDifference difference, LinePrice? line, LinePrices prices, string isolirProfile)
    {
        // Only what differs is told; what is not told is the same on both sides.
        var (runs, wanted) = (Runs(difference.OnRouter, isolirProfile), Runs(difference.InPortal, isolirProfile));
        if (runs != wanted)
        {
            return runs ? Unpaid(line?.Monthly) : Unserved(line);
        }

        var more = runs ? PriceOf(difference, prices) - line?.Monthly : null;
        return more is not { } gap ? null : !gap.IsNegative ? Unpaid(gap) : line is { IsDue: true } ? Of(DriftCostKind.Unserved, -gap) : null;
    }

    private static bool Runs(IReadOnlyDictionary<string, string?> values, string isolirProfile) =>
        values.GetValueOrDefault("disabled") is not ("yes" or "true") && values.GetValueOrDefault("profile") != isolirProfile;

    private static Money? PriceOf(DriftDifference difference, LinePrices prices)
    {
        var service = difference.Menu == RouterMenus.HotspotUser ? AccessService.Hotspot : AccessService.Pppoe;
        return difference.OnRouter.GetValueOrDefault("profile") is { } profile && prices.Profiles.TryGetValue((service, profile), out var price) ? price : null;
    }

    private static DriftCost? Unpaid(Money? monthly) => Of(DriftCostKind.Unpaid, monthly);

    // Nobody is owed a line that is held.
    private static DriftCost? Unserved(LinePrice? line) => line is { IsDue: true } ? Of(DriftCostKind.Unserved, line.Monthly) : null;

    private static DriftCost? Of(DriftCostKind kind, Money? monthly) => monthly is { IsZero: false } amount ? new(kind, amount) : null;
}
