namespace IspPortal.Web.Features.Subscribers.Parts;

/// <summary>A span of history that can be chosen; its key is in the address and the texts.</summary>
internal sealed record HistoryRange(string Key, TimeSpan Length)
{
    public static IReadOnlyList<HistoryRange> All { get; } =
    [
        new("1h", TimeSpan.FromHours(1)),
        new("24h", TimeSpan.FromHours(24)),
        new("7d", TimeSpan.FromDays(7)),
        new("30d", TimeSpan.FromDays(30)),
        new("90d", TimeSpan.FromDays(90)),
    ];

    public static HistoryRange Default => All[1];

    public static HistoryRange Of(string? key) => All.FirstOrDefault(range => range.Key == key) ?? Default;
}
