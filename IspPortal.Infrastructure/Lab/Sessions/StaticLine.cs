using IspPortal.Infrastructure.Lab.Menus;

namespace IspPortal.Infrastructure.Lab.Sessions;

/// <summary>A customer with a fixed address and a simple queue: always on.</summary>
internal sealed class StaticLine(ConfigRow queue, LineTraffic traffic, long startTicks)
{
    private LineTraffic.Meter _meter = traffic.StartAt(startTicks);

    public ConfigRow Queue { get; } = queue;

    public LineTraffic Traffic { get; } = traffic;

    public (double Down, double Up) BytesAt(long ticks) => _meter.At(ticks);

    public (double Down, double Up) RateAt(long ticks) => Traffic.RateAt(ticks);

    public void ResetCounters(long ticks) => _meter = Traffic.StartAt(ticks);
}
