using IspPortal.Core.Monitoring.Series;
using IspPortal.Core.Network.Access;
using IspPortal.Core.Network.Routers;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Reporting;

/// <summary>What the subjects of series are called.</summary>
internal sealed class SeriesNames(IDbContextFactory<PortalDbContext> contexts)
{
    /// <summary>Names of those that are known; the username of a line, <c>RTR-1 ether1</c> of an interface. What is gone is left out.</summary>
    public async Task<IReadOnlyDictionary<SeriesSubject, string>> OfAsync(IReadOnlyCollection<SeriesSubject> subjects, CancellationToken cancellationToken)
    {
        var routers = subjects.Where(s => IsOfRouter(s.Kind)).Select(s => s.Id).Distinct().ToList();
        var lines = subjects.Where(s => s.Kind == SeriesSubjectKind.Access).Select(s => s.Id).Distinct().ToList();
        if (routers.Count + lines.Count == 0)
        {
            return new Dictionary<SeriesSubject, string>();
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var routerNames = routers.Count == 0 ? [] : await context.Set<Router>().AsNoTracking().Where(r => routers.Contains(r.Id)).ToDictionaryAsync(r => r.Id, r => r.Name, cancellationToken);
        var usernames = lines.Count == 0 ? [] : await context.Set<AccessAccount>().AsNoTracking().Where(a => lines.Contains(a.Id)).ToDictionaryAsync(a => a.Id, a => a.Username, cancellationToken);
        Dictionary<SeriesSubject, string> names = [];
        foreach (var subject in subjects)
        {
            var name = subject.Kind == SeriesSubjectKind.Access ? usernames.GetValueOrDefault(subject.Id) : IsOfRouter(subject.Kind) ? routerNames.GetValueOrDefault(subject.Id) : null;
            if (name is not null)
            {
                names[subject] = subject.Name.Length == 0 ? name : $"{name} {subject.Name}";
            }
        }

        return names;
    }

    private static bool IsOfRouter(SeriesSubjectKind kind) =>
        kind is SeriesSubjectKind.Router or SeriesSubjectKind.Interface or SeriesSubjectKind.Probe or SeriesSubjectKind.WirelessClient or SeriesSubjectKind.Pool or SeriesSubjectKind.Dialer;
}
