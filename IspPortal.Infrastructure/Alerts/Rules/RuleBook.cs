using System.Globalization;
using IspPortal.Core.Alerts.Escalation;
using IspPortal.Core.Alerts.Evaluation;
using IspPortal.Core.Alerts.Rules;
using IspPortal.Core.Common.Lines;
using IspPortal.Core.Common.Time;
using IspPortal.Core.Network.Routers;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Alerts.Rules;

/// <summary>The rules in memory, on every node. A change made here is seen at once, that of another node within a round of <see cref="AlignAlertsJob"/>.</summary>
internal sealed class RuleBook(PortalContextSource source, IEnumerable<ILinePlans> plans, TimeProvider clock) : IDisposable
{
    private static readonly TimeSpan PlansEvery = TimeSpan.FromMinutes(5);

    private readonly SemaphoreSlim _reading = new(1, 1);
    private volatile RulePage? _page;
    private IReadOnlyDictionary<Guid, Guid> _plans = new Dictionary<Guid, Guid>();
    private DateTime _plansReadAtUtc;

    /// <summary>The rules as last read.</summary>
    public async ValueTask<RulePage> GetAsync(CancellationToken cancellationToken) => _page ?? await RefreshAsync(cancellationToken);

    /// <summary>Reads them anew; gives the same object when nothing changed.</summary>
    public async Task<RulePage> RefreshAsync(CancellationToken cancellationToken)
    {
        await _reading.WaitAsync(cancellationToken);
        try
        {
            await using var context = source.CreateForSystem("alert-rules");
            var rules = await context.Set<AlertRule>().AsNoTracking().OrderBy(r => r.Id).ToListAsync(cancellationToken);
            var policies = await context.Set<AlertPolicy>().AsNoTracking().OrderBy(p => p.Id).ToListAsync(cancellationToken);
            var routers = await context.Set<Router>().AsNoTracking().Where(r => r.RemovedAtUtc == null).OrderBy(r => r.Id).Select(r => new { r.Id, r.Tags, r.CapacityMegabits }).ToListAsync(cancellationToken);
            List<RuleTerms> terms = [.. rules.Where(r => r.IsEnabled).Select(r => r.ToTerms()).OfType<RuleTerms>()];
            await ReadPlansAsync(terms, cancellationToken);
            var stamp = string.Join(';', rules.Select(r => string.Create(CultureInfo.InvariantCulture, $"{r.Id:N}{r.Version}")).Concat(policies.Select(p => string.Create(CultureInfo.InvariantCulture, $"{p.Id:N}{p.Version}"))))
                + string.Join(';', routers.Select(r => string.Create(CultureInfo.InvariantCulture, $"{r.Id:N}{r.Tags}{r.CapacityMegabits}"))) + _plansReadAtUtc.Ticks.ToString(CultureInfo.InvariantCulture);
            if (_page is { } known && known.Stamp == stamp)
            {
                return known;
            }

            var around = new RuleSurroundings(
                routers.Where(r => r.Tags is not null).ToDictionary(r => r.Id, IReadOnlySet<string> (r) => r.Tags!.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.OrdinalIgnoreCase)),
                routers.Where(r => r.CapacityMegabits is not null).ToDictionary(r => r.Id, r => r.CapacityMegabits!.Value * 1_000_000.0),
                _plans);
            return _page = new RulePage(new RuleSet(terms, around), rules.ToDictionary(r => r.Id), policies.ToDictionary(p => p.Id, p => p.Read()), stamp);
        }
        finally
        {
            _reading.Release();
        }
    }

    public void Dispose() => _reading.Dispose();

    private async Task ReadPlansAsync(List<RuleTerms> terms, CancellationToken cancellationToken)
    {
        if (!terms.Exists(t => t.Scope.NeedsPlans) || clock.UtcNow() - _plansReadAtUtc < PlansEvery)
        {
            return;
        }

        foreach (var reader in plans)
        {
            _plans = await reader.PlansAsync(cancellationToken);
        }

        _plansReadAtUtc = clock.UtcNow();
    }
}
