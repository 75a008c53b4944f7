using IspPortal.Core.Monitoring.Series;
using IspPortal.Core.Network.Access;
using IspPortal.Core.Network.Routers;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Alerts.Rules;

/// <summary>What people call the subjects of series.</summary>
internal sealed class SubjectNames(PortalContextSource source)
{
    private const int IdsAtOnce = 500;

    /// <summary>The name of each; of what the database does not know its own name or id.</summary>
    public async Task<IReadOnlyDictionary<SeriesSubject, string>> OfAsync(Guid routerId, IReadOnlyCollection<SeriesSubject> subjects, CancellationToken cancellationToken)
    {
        var names = new Dictionary<SeriesSubject, string>();
        if (subjects.Count == 0)
        {
            return names;
        }

        await using var context = source.CreateForSystem("alert-rules");
        var router = await context.Set<Router>().AsNoTracking().Where(r => r.Id == routerId).Select(r => r.Name).FirstOrDefaultAsync(cancellationToken);
        var lines = new Dictionary<Guid, string>();
        foreach (var some in subjects.Where(s => s.Kind == SeriesSubjectKind.Access).Select(s => s.Id).Distinct().Chunk(IdsAtOnce))
        {
            foreach (var line in await context.Set<AccessAccount>().AsNoTracking().Where(a => some.Contains(a.Id)).Select(a => new { a.Id, a.Username }).ToListAsync(cancellationToken))
            {
                lines[line.Id] = line.Username;
            }
        }

        foreach (var subject in subjects)
        {
            names[subject] = Clip(subject.Kind switch
            {
                SeriesSubjectKind.Access => lines.GetValueOrDefault(subject.Id) ?? subject.Id.ToString(),
                SeriesSubjectKind.Router => router ?? subject.Id.ToString(),
                SeriesSubjectKind.Network => "IspPortal",
                _ when subject.Name.Length == 0 => subject.Id.ToString(),
                _ => router is null ? subject.Name : $"{router} · {subject.Name}",
            });
        }

        return names;
    }

    private static string Clip(string name) => name.Length <= 256 ? name : name[..256];
}
