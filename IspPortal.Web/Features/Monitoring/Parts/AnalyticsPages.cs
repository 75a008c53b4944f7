using IspPortal.Core.Common.Paging;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Common.Time;
using IspPortal.Core.Monitoring.Analytics;

namespace IspPortal.Web.Features.Monitoring.Parts;

/// <summary>What the pages of analytics and their exports read from an address.</summary>
internal static class AnalyticsPages
{
    private const int MostTalkers = 100;
    private const int DefaultDays = 30;

    private static readonly int[] Spans = [2, 7, DefaultDays, 90, 365];

    /// <summary>The days back that can be chosen.</summary>
    public static IReadOnlyList<int> Days => Spans;

    /// <summary>One page of the hundred largest users.</summary>
    public static async Task<Result<Page<TopTalkerRow>>> TopAsync(ITopTalkers talkers, Func<string, string?> valueOf, TimeProvider clock, PageRequest page, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(talkers);
        var span = Enum.TryParse<TopTalkersSpan>(valueOf("span"), ignoreCase: true, out var chosen) && Enum.IsDefined(chosen) ? chosen : TopTalkersSpan.Day;
        var found = await talkers.ListAsync(TopTalkersQuery.Of(span, clock.UtcNow(), DirectionOf(valueOf), RouterOf(valueOf)), MostTalkers, cancellationToken);
        return found.Succeeded ? Page<TopTalkerRow>.Of([.. found.Value.Skip(page.Skip).Take(page.Take)], page, found.Value.Count) : found.Error;
    }

    public static TrafficDirection DirectionOf(Func<string, string?> valueOf) =>
        Enum.TryParse<TrafficDirection>(valueOf("direction"), ignoreCase: true, out var way) && Enum.IsDefined(way) ? way : TrafficDirection.Both;

    public static Guid? RouterOf(Func<string, string?> valueOf) => Guid.TryParse(valueOf("router"), out var router) ? router : null;

    /// <summary>The time that is judged: so many days until now.</summary>
    public static (DateTime FromUtc, DateTime ToUtc) SpanOf(Func<string, string?> valueOf, TimeProvider clock)
    {
        var now = clock.UtcNow();
        return (now.AddDays(-(int.TryParse(valueOf("days"), System.Globalization.CultureInfo.InvariantCulture, out var days) && Spans.Contains(days) ? days : DefaultDays)), now);
    }
}
