namespace IspPortal.Infrastructure.Lab.Sessions;

/// <summary>What one router carried: the bytes of ended sessions, kept, plus those of the live ones, read.</summary>
internal sealed class CarriedBytes
{
    /// <summary>The access port of the always-on lines.</summary>
    public const int StaticPort = 3;

    private PortTotals _ended = new();

    /// <summary>Bytes per second over everything, or over one access port.</summary>
    public static (double Down, double Up) RateAt(IEnumerable<AccessSession> sessions, IEnumerable<StaticLine> lines, long ticks, int? port)
    {
        var down = 0.0;
        var up = 0.0;
        foreach (var session in sessions)
        {
            if (port is null || session.Modem.Port == port)
            {
                Add(session.RateAt(ticks));
            }
        }

        if (port is null or StaticPort)
        {
            foreach (var line in lines)
            {
                Add(line.RateAt(ticks));
            }
        }

        return (down, up);

        void Add((double Down, double Up) rate)
        {
            down += rate.Down;
            up += rate.Up;
        }
    }

    /// <summary>Bytes by port since the last <see cref="Clear"/>.</summary>
    public PortTotals TotalsAt(IEnumerable<AccessSession> sessions, IEnumerable<StaticLine> lines, long ticks)
    {
        var totals = new PortTotals();
        _ended.Down.CopyTo(totals.Down, 0);
        _ended.Up.CopyTo(totals.Up, 0);
        foreach (var session in sessions)
        {
            Add(totals, session.BytesAt(ticks), session.Modem.Port);
        }

        foreach (var line in lines)
        {
            Add(totals, line.BytesAt(ticks), StaticPort);
        }

        return totals;
    }

    /// <summary>Keeps the bytes of a session or line that is gone.</summary>
    public void Retire((double Down, double Up) bytes, int port) => Add(_ended, bytes, port);

    public void Clear() => _ended = new();

    private static void Add(PortTotals totals, (double Down, double Up) bytes, int port)
    {
        totals.Down[port] += bytes.Down;
        totals.Up[port] += bytes.Up;
    }
}
