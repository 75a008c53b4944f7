using System.Globalization;
using IspPortal.Core.Alerts;
using IspPortal.Core.Common.Live;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Alerts.Incidents;

/// <summary>Sums up what is open and tells the screens.</summary>
internal sealed class AlertBoard(PortalContextSource source, ILiveFeed feed) : IDisposable
{
    private const int Shown = 20;

    private readonly SemaphoreSlim _telling = new(1, 1);
    private string _told = "";

    /// <summary>One after the other: of several at once the last one told is the last one summed.</summary>
    public Task PublishAsync(CancellationToken cancellationToken) => PublishAsync(always: true, cancellationToken);

    /// <summary>Tells what another node changed, if anything.</summary>
    public Task FollowAsync(CancellationToken cancellationToken) => PublishAsync(always: false, cancellationToken);

    public void Dispose() => _telling.Dispose();

    private async Task PublishAsync(bool always, CancellationToken cancellationToken)
    {
        await _telling.WaitAsync(cancellationToken);
        try
        {
            var summary = await SumAsync(cancellationToken);
            var now = string.Create(CultureInfo.InvariantCulture, $"{summary.Open} {summary.Acknowledged} {summary.Suppressed} ") + string.Join(' ', summary.Newest.Select(a => string.Create(CultureInfo.InvariantCulture, $"{a.Id:N}{a.Version}")));
            if (always || now != _told)
            {
                _told = now;
                feed.Publish(AlertTopics.Summary, summary);
            }
        }
        finally
        {
            _telling.Release();
        }
    }

    public async Task<AlertSummary> SumAsync(CancellationToken cancellationToken)
    {
        await using var context = source.CreateForSystem("alerts");
        var open = context.Set<AlertIncident>().AsNoTracking().Where(a => a.OpenKey != null);
        var active = open.Where(a => a.SuppressedById == null && a.SuppressedByOutageId == null);
        var hidden = await open.CountAsync(a => a.SuppressedById != null || a.SuppressedByOutageId != null, cancellationToken);
        var counts = await active.GroupBy(a => new { a.Status, a.Severity })
            .Select(g => new { g.Key.Status, g.Key.Severity, Count = g.Count() })
            .ToListAsync(cancellationToken);
        var newest = await active.OrderByDescending(a => a.OpenedAtUtc).ThenByDescending(a => a.Id).Take(Shown).ToListAsync(cancellationToken);
        return new AlertSummary(
            counts.Where(c => c.Status == AlertStatus.Open).Sum(c => c.Count),
            counts.Where(c => c.Status == AlertStatus.Acknowledged).Sum(c => c.Count),
            counts.Count == 0 ? null : counts.Max(c => c.Severity),
            [.. newest.Select(ToRow)],
            hidden);
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
        a.Version,
        a.RuleId,
        a.RuleName,
        a.RuleKey,
        a.RouterId,
        a.SubjectKind,
        a.SubjectPart,
        a.Metric,
        a.Value,
        a.Threshold,
        a.Unit,
        a.IsSuppressed,
        a.IsFlapping,
        a.MutedUntilUtc);
}
