namespace IspPortal.Core.Monitoring.Analytics;

/// <summary>Whose traffic is compared.</summary>
/// <param name="FromUtc">Start, inclusive.</param>
/// <param name="ToUtc">End, exclusive.</param>
/// <param name="Direction">By which traffic they are put in order.</param>
/// <param name="RouterId">Only lines that this router told of, or null: all.</param>
public sealed record TopTalkersQuery(DateTime FromUtc, DateTime ToUtc, TrafficDirection Direction = TrafficDirection.Both, Guid? RouterId = null)
{
    /// <summary>The same over the span that ends now.</summary>
    public static TopTalkersQuery Of(TopTalkersSpan span, DateTime nowUtc, TrafficDirection direction = TrafficDirection.Both, Guid? routerId = null) =>
        new(nowUtc - LengthOf(span), nowUtc, direction, routerId);

    /// <summary>How long a span is.</summary>
    public static TimeSpan LengthOf(TopTalkersSpan span) => span switch
    {
        TopTalkersSpan.Hour => TimeSpan.FromHours(1),
        TopTalkersSpan.Week => TimeSpan.FromDays(7),
        _ => TimeSpan.FromDays(1),
    };
}
