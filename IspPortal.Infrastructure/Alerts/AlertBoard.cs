using IspPortal.Core.Alerts;
using IspPortal.Core.Common.Live;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Alerts;

/// <summary>Sums up what is open and tells the screens.</summary>
internal sealed class AlertBoard(PortalContextSource source, ILiveFeed feed)
{
    private const int Shown = 20;

    public async Task PublishAsync(CancellationToken cancellationToken) =>
        feed.Publish(AlertTopics.Summary, await SumAsync(cancellationToken));

    public async Task<AlertSummary> SumAsync(CancellationToken cancellationToken)
    {
        await using var context = source.CreateForSystem("alerts");
        var active = context.Set<AlertIncident>().AsNoTracking().Where(a => a.OpenKey != null);
        var counts = await active.GroupBy(a => new { a.Status, a.Severity })
            .Select(g => new { g.Key.Status, g.Key.Severity, Count = g.Count() })
            .ToListAsync(cancellationToken);
        var newest = await active.OrderByDescending(a => a.OpenedAtUtc).ThenByDescending(a => a.Id).Take(Shown).ToListAsync(cancellationToken);
        return new AlertSummary(
            counts.Where(c => c.Status == AlertStatus.Open).Sum(c => c.Count),
            counts.Where(c => c.Status == AlertStatus.Acknowledged).Sum(c => c.Count),
            counts.Count == 0 ? null : counts.Max(c => c.Severity),
            [.. newest.Select(ToRow)]);
    }

    public static AlertRow ToRow(AlertIncident a) => new(
        a.Id,
        a.Kind,
        a.Severity,
        a.Status,
        a.SubjectId,
        a.SubjectName,
        a.ErrorCode,
        a.AffectedSessions,
        a.OpenedAtUtc,
        a.AcknowledgedAtUtc,
        a.AcknowledgedBy,
        a.ResolvedAtUtc,
        a.ResolvedBy,
        a.Note,
        a.Version);
}
