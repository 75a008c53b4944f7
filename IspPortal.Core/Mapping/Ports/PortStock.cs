using IspPortal.Core.Mapping.Plant;

namespace IspPortal.Core.Mapping.Ports;

/// <summary>How many ports stand how.</summary>
/// <param name="Ports">All.</param>
/// <param name="Used">With a known drop.</param>
/// <param name="Reserved">Kept for somebody.</param>
/// <param name="Broken">Not usable.</param>
/// <param name="Unknown">With a drop that nobody knows.</param>
public readonly record struct PortStock(int Ports, int Used, int Reserved, int Broken, int Unknown)
{
    /// <summary>With nothing.</summary>
    public int Free => Ports - Used - Reserved - Broken - Unknown;

    /// <summary>How much of what can be used is taken, 0–100; 0 where there is none.</summary>
    public double FillPercent => Ports - Broken is var usable and > 0 ? 100.0 * (Used + Reserved + Unknown) / usable : 0;

    /// <summary>Both together.</summary>
    public static PortStock operator +(PortStock left, PortStock right) =>
        new(left.Ports + right.Ports, left.Used + right.Used, left.Reserved + right.Reserved, left.Broken + right.Broken, left.Unknown + right.Unknown);

    /// <summary>That of an ODP.</summary>
    internal static PortStock Of(PlantImage plant, PlantNode odp, DateTime nowUtc)
    {
        var stock = new PortStock(odp.Ports, 0, 0, 0, 0);
        foreach (var port in plant.PortsTaken[odp.Id].Where(p => p.Number <= odp.Ports))
        {
            stock = StateOf(port, nowUtc) switch
            {
                OdpPortState.Used => stock with { Used = stock.Used + 1 },
                OdpPortState.Reserved => stock with { Reserved = stock.Reserved + 1 },
                OdpPortState.Broken => stock with { Broken = stock.Broken + 1 },
                OdpPortState.Unknown => stock with { Unknown = stock.Unknown + 1 },
                _ => stock,
            };
        }

        return stock;
    }

    /// <summary>How a port stands now: what was kept until a moment that has passed is free.</summary>
    internal static OdpPortState StateOf(OdpPort? port, DateTime nowUtc) => port switch
    {
        null => OdpPortState.Free,
        { State: OdpPortState.Reserved, ReservedUntilUtc: { } until } when until <= nowUtc => OdpPortState.Free,
        _ => port.State,
    };

    /// <summary>The first free port of an ODP; null when there is none.</summary>
    internal static int? FirstFree(PlantNode odp, IEnumerable<OdpPort> taken, DateTime nowUtc)
    {
        var closed = taken.Where(p => StateOf(p, nowUtc) != OdpPortState.Free).Select(p => p.Number).ToHashSet();
        for (var number = 1; number <= odp.Ports; number++)
        {
            if (!closed.Contains(number))
            {
                return number;
            }
        }

        return null;
    }
}
