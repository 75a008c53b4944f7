using IspPortal.Core.Common.Outages;
using IspPortal.Core.Common.Time;
using IspPortal.Core.Mapping.Causes;
using IspPortal.Core.Mapping.Incidents;
using IspPortal.Core.Mapping.Outages;
using IspPortal.Core.Mapping.Plant;
using IspPortal.Core.Settings;
using IspPortal.Infrastructure.Mapping.Plant;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Mapping.Outages;

/// <summary>Looks for outages, keeps those that are open up to date and ends them. The database decides what is open (a unique key), so that restarts and further nodes change nothing.</summary>
internal sealed class OutageWatch(PortalContextSource source, PlantAtlas atlas, OutageSight sight, RouterOutages routers, PlannedWorks works, OutageFigures figures, OutageBoards boards, ISettingsReader<OutageSettings> settings, TimeProvider clock)
{
    private const string By = "watch-outages";

    /// <summary>One look; gives how many began, and how many are open.</summary>
    public async Task<(int Began, int Open)> LookAsync(CancellationToken cancellationToken)
    {
        var now = clock.UtcNow();
        var rules = await settings.GetAsync(cancellationToken);
        var plant = await atlas.GetAsync(cancellationToken);
        await using var context = source.CreateForSystem(By);
        var began = await routers.LookAsync(context, plant, cancellationToken) + await works.LookAsync(context, plant, cancellationToken);

        var open = await context.Set<Outage>().Where(o => o.OpenKey != null && o.Kind == OutageKind.Plant).ToListAsync(cancellationToken);
        var ids = open.ConvertAll(o => o.Id);
        var hit = (await context.Set<OutageLine>().Where(l => ids.Contains(l.OutageId)).ToListAsync(cancellationToken)).ToLookup(l => l.OutageId);
        var known = open.SelectMany(o => hit[o.Id]).Where(l => l.ToUtc is null).GroupBy(l => l.AccessId).ToDictionary(g => g.Key, g => g.Min(l => l.FromUtc));
        var lines = await sight.LookAsync(context, plant, known, cancellationToken);
        var behindWorks = await works.LinesAsync(context, cancellationToken);
        List<WatchedLine> watched = [.. lines.Where(l => !behindWorks.Contains(l.AccessId))];
        var byId = lines.ToDictionary(l => l.AccessId);

        foreach (var line in open.SelectMany(o => hit[o.Id]).Where(l => l.ToUtc is null && byId.GetValueOrDefault(l.AccessId)?.Condition == LineCondition.Online))
        {
            line.ToUtc = now;
        }

        var found = OutageDetector.Find(watched, rules.ToRule(suspected: true), now);
        var verdicts = OutageReview.Judge(
            [.. open.Select(o => new OpenOutage(o.Id, o.Element, o.StartedAtUtc, o.State == OutageState.Confirmed, [.. hit[o.Id].Where(l => l.ToUtc is null).Select(l => l.AccessId)], hit[o.Id].Count()))],
            found, rules.ToRule(suspected: false), now);
        foreach (var verdict in verdicts)
        {
            began += verdict.Turn == OutageTurn.Begins ? 1 : 0;
            await TurnAsync(context, plant, verdict, open, hit, byId, cancellationToken);
        }

        await context.SaveChangesAsync(cancellationToken);
        await figures.CountAsync(context, plant, cancellationToken);
        return (began, await boards.PublishAsync(cancellationToken));
    }

    private static void Grow(PortalDbContext context, Outage outage, FoundOutage found, IEnumerable<OutageLine> hit, Dictionary<Guid, WatchedLine> lines)
    {
        outage.StartedAtUtc = found.StartedAtUtc < outage.StartedAtUtc ? found.StartedAtUtc : outage.StartedAtUtc;
        outage.WereOnline = Math.Max(outage.WereOnline, found.WereOnline);
        var there = hit.ToDictionary(l => l.AccessId);
        foreach (var id in found.Lines)
        {
            if (!there.TryGetValue(id, out var line))
            {
                context.Add(new OutageLine { OutageId = outage.Id, AccessId = id, FromUtc = lines[id].LostAtUtc!.Value, WasOnline = true });
            }
            else if (line.ToUtc is not null)
            {
                // It came back and went again with the others: one stretch, as far as its customer is concerned.
                line.ToUtc = null;
            }
        }
    }

    private static void Close(Outage outage, IEnumerable<OutageLine> hit, OutageState state, DateTime now)
    {
        (outage.State, outage.EndsAtUtc, outage.OpenKey, outage.LinesNow) = (state, now, null, 0);
        foreach (var line in hit.Where(l => l.ToUtc is null))
        {
            line.ToUtc = now;
        }
    }

    private async Task TurnAsync(
        PortalDbContext context, PlantImage plant, OutageVerdict verdict, List<Outage> open, ILookup<Guid, OutageLine> hit, Dictionary<Guid, WatchedLine> lines, CancellationToken cancellationToken)
    {
        var now = clock.UtcNow();
        var outage = open.Find(o => o.Id == verdict.Id);
        switch (verdict.Turn)
        {
            case OutageTurn.Begins:
                outage = context.Add(new Outage
                {
                    Id = Ids.New(clock), Kind = OutageKind.Plant, State = OutageState.Suspected, ElementName = await NameAsync(context, plant, verdict.Found!.Element, cancellationToken), StartedAtUtc = verdict.Found.StartedAtUtc,
                }).Entity;
                PointAt(outage, verdict.Found.Element);
                Grow(context, outage, verdict.Found, [], lines);
                break;
            case OutageTurn.GoesOn or OutageTurn.IsConfirmed when verdict.Found is { } found:
                if (outage!.Element != found.Element)
                {
                    PointAt(outage, found.Element);
                    outage.ElementName = await NameAsync(context, plant, found.Element, cancellationToken);
                }

                Grow(context, outage, found, hit[outage.Id], lines);
                if (verdict.Turn == OutageTurn.IsConfirmed)
                {
                    (outage.State, outage.ConfirmedAtUtc) = (OutageState.Confirmed, now);
                }

                break;
            case OutageTurn.Ends:
                Close(outage!, hit[outage!.Id], OutageState.Ended, now);
                break;
            case OutageTurn.CameToNothing or OutageTurn.JoinsAnother:
                Close(outage!, hit[outage!.Id], OutageState.Dismissed, now);
                break;
        }

        if (verdict.Turn == OutageTurn.IsConfirmed || outage is { OpenKey: null, ConfirmedAtUtc: not null })
        {
            context.AddEvent(new PlantOutageChanged(outage!.Id));
        }
    }

    private static void PointAt(Outage outage, PlantElement element) =>
        (outage.ElementKind, outage.ElementId, outage.ElementNumber, outage.OpenKey) = (element.Kind, element.Id, element.Number, Outage.OpenKeyOf(outage.Kind, element));

    private static Task<string> NameAsync(PortalDbContext context, PlantImage plant, PlantElement element, CancellationToken cancellationToken) => ElementNames.OfAsync(context, plant, element, cancellationToken);
}
