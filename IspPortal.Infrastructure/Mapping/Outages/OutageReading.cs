using System.Linq.Expressions;
using IspPortal.Core.Mapping.Causes;
using IspPortal.Core.Mapping.Geo;
using IspPortal.Core.Mapping.Incidents;

namespace IspPortal.Infrastructure.Mapping.Outages;

/// <summary>Outages as rows.</summary>
internal static class OutageReading
{
    public static Expression<Func<Outage, OutageRow>> Row { get; } = o => new OutageRow(
        o.Id, o.Kind, o.State, new PlantElement(o.ElementKind, o.ElementId, o.ElementNumber), o.ElementName, o.StartedAtUtc, o.ConfirmedAtUtc, o.EndsAtUtc, o.LinesNow, o.LinesMost, o.WereOnline, o.MonthlyAmount,
        o.South == null ? null : new GeoBox(o.South.Value, o.West!.Value, o.North!.Value, o.East!.Value), o.Note, o.NotedBy, o.Version) { CalledOffBecause = o.CalledOffBecause };
}
