using IspPortal.Core.Mapping.Fiber;
using IspPortal.Core.Mapping.Geo;
using IspPortal.Core.Mapping.Optics;
using IspPortal.Core.Mapping.Plant;

namespace IspPortal.Core.Mapping.Ports;

/// <summary>Finds ODPs with free ports near houses. Made once for many houses: ODPs lie in the cells of a grid as wide as the reach.</summary>
internal sealed class OdpFinder
{
    private const double MetresPerDegree = 111_195;

    private readonly Dictionary<(int, int), List<(PlantNode Odp, PortStock Stock)>> _cells = [];
    private readonly PlantImage _plant;
    private readonly OpticalSettings _settings;
    private readonly DateTime _nowUtc;
    private readonly double _northCell;
    private readonly double _eastCell;

    public OdpFinder(PlantImage plant, OpticalSettings settings, DateTime nowUtc)
    {
        (_plant, _settings, _nowUtc) = (plant, settings, nowUtc);
        List<(PlantNode Odp, PortStock Stock)> open = [.. plant.Nodes.Values.Where(n => n.Kind == PlantNodeKind.Odp).Select(n => (n, PortStock.Of(plant, n, nowUtc))).Where(o => o.Item2.Free > 0)];

        // A degree of longitude is shortest where the plant is farthest from the equator.
        var farthest = open.Count == 0 ? 0 : Math.Min(80, open.Max(o => Math.Abs(o.Odp.Latitude)) + 1);
        _northCell = settings.DropReachMetres * 1.01 / MetresPerDegree;
        _eastCell = _northCell / Math.Cos(double.DegreesToRadians(farthest));
        foreach (var odp in open)
        {
            var cell = CellOf(odp.Odp.Point);
            if (!_cells.TryGetValue(cell, out var there))
            {
                _cells[cell] = there = [];
            }

            there.Add(odp);
        }
    }

    /// <summary>Whether any is within reach.</summary>
    public bool Reaches(GeoPoint house) => Near(house).Any();

    /// <summary>Those within reach, the nearest first.</summary>
    public IReadOnlyList<OdpOffer> Find(GeoPoint house, int most) =>
        [.. Near(house).OrderBy(n => n.Metres).ThenBy(n => n.Odp.NameKey, StringComparer.Ordinal).Take(most).Select(n => OfferOf(n.Odp, n.Stock, n.Metres))];

    private IEnumerable<(PlantNode Odp, PortStock Stock, double Metres)> Near(GeoPoint house)
    {
        var (north, east) = CellOf(house);
        for (var y = north - 1; y <= north + 1; y++)
        {
            for (var x = east - 1; x <= east + 1; x++)
            {
                foreach (var (odp, stock) in _cells.GetValueOrDefault((y, x)) ?? [])
                {
                    if (odp.Point.MetresTo(house) is var metres && metres <= _settings.DropReachMetres)
                    {
                        yield return (odp, stock, metres);
                    }
                }
            }
        }
    }

    private OdpOffer OfferOf(PlantNode odp, PortStock stock, double metres)
    {
        var port = PortStock.FirstFree(odp, _plant.PortsTaken[odp.Id], _nowUtc)!.Value;
        var way = _plant.Fiber.Trace(FiberEnd.PortOutside(odp.Id, port));
        var trace = way with { Steps = [new FiberStep(FiberStepKind.Drop, Guid.Empty, null, null, metres), .. way.Steps] };
        var expected = OpticalBudget.Of(trace, _settings.ToLosses()).ExpectedDbm;
        return new OdpOffer(
            odp.Id, odp.Name, odp.Latitude, odp.Longitude, metres, stock.Ports, stock.Free, port, expected, expected >= _settings.FloorDbm + _settings.ReserveDb && expected <= _settings.CeilingDbm);
    }

    private (int, int) CellOf(GeoPoint point) => ((int)Math.Floor(point.Latitude / _northCell), (int)Math.Floor(point.Longitude / _eastCell));
}
