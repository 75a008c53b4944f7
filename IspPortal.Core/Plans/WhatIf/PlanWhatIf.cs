using IspPortal.Core.Common.Money;
using IspPortal.Core.Network.Access;
using IspPortal.Core.Network.Provisioning;

namespace IspPortal.Core.Plans.WhatIf;

/// <summary>Works out what another price or speed would do. The same input gives the same report; nothing is read or written here.</summary>
public static class PlanWhatIf
{
    /// <summary>The report.</summary>
    public static PlanWhatIfReport Evaluate(PlanWhatIfInput input)
    {
        ArgumentNullException.ThrowIfNull(input);
        var prices = input.Usage.Prices;
        var paying = prices.Sum(share => share.Lines);

        // Summed over all lines first and brought to a month once: no rounding per line.
        var before = input.Period.PerMonth(prices.Aggregate(Money.Zero, (sum, share) => sum + (share.Price * share.Lines)));
        var after = input.Period.PerMonth(input.PriceAfter * paying);
        return new(
            input.Usage.Routers.Sum(router => router.Lines),
            before,
            after,
            prices.Where(share => share.Price != input.PriceAfter).Sum(share => share.Lines),
            [.. input.Usage.Routers.Select(router => On(router, input)).OrderByDescending(r => r.Lines).ThenBy(r => r.RouterName, StringComparer.OrdinalIgnoreCase)]);
    }

    private static PlanWhatIfRouter On(PlanRouterUsage router, PlanWhatIfInput input)
    {
        var known = input.Profiles.GetValueOrDefault(router.RouterId);
        var steps = 0;
        if (input.RateLimitAfter is { } limit)
        {
            // Static lines have a queue each; the others share a profile, which is there already or is left alone.
            steps = input.Service == AccessService.Static ? router.Lines
                : known is null || PlanProfileComparer.StateOf(known, router.Profile ?? "", limit) == PlanProfileState.Different ? 1
                : 0;
        }

        var kicks = steps == 0 || input.Service == AccessService.Static || input.Kicks.Timing == KickTiming.NextRedial ? 0 : router.SessionsOnline;
        var from = kicks == 0 ? (DateTime?)null : Opening(input);
        var until = from is { } start && input.Kicks.PerSecond is > 0 and var pace ? start.AddSeconds((kicks + pace - 1) / pace) : (DateTime?)null;
        return new(router.RouterId, router.RouterName, router.Lines, steps, kicks, from, until, known is not null || input.Service == AccessService.Static);
    }

    // The window that is open now, or the next one.
    private static DateTime Opening(PlanWhatIfInput input)
    {
        if (input.Kicks is not { Timing: KickTiming.Window, WindowFrom: { } from, WindowTo: { } to })
        {
            return input.NowUtc;
        }

        var zone = TimeZoneInfo.TryFindSystemTimeZoneById(input.BusinessZone, out var found) ? found : TimeZoneInfo.Utc;
        var local = TimeZoneInfo.ConvertTimeFromUtc(input.NowUtc, zone);
        if (TimeOnly.FromDateTime(local).IsBetween(from, to))
        {
            return input.NowUtc;
        }

        var opening = local.Date + from.ToTimeSpan();
        var next = DateTime.SpecifyKind(opening > local ? opening : opening.AddDays(1), DateTimeKind.Unspecified);
        return TimeZoneInfo.ConvertTimeToUtc(zone.IsInvalidTime(next) ? next.AddHours(1) : next, zone);
    }
}
