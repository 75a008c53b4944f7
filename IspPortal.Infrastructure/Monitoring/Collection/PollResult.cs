using IspPortal.Core.Common.Results;
using IspPortal.Infrastructure.RouterOs;
using IspPortal.Infrastructure.RouterOs.Tables;

namespace IspPortal.Infrastructure.Monitoring.Collection;

/// <summary>The answers of one poll. A table that was not asked for is null; <see cref="Error"/> means that none of it may be used.</summary>
internal sealed class PollResult
{
    public Error? Error { get; set; }

    public Timed<RouterOsRow> Resource { get; set; }

    public Timed<List<InterfaceRow>> Counters { get; set; }

    public Timed<List<PppActiveRow>>? Ppp { get; set; }

    public Timed<List<HotspotActiveRow>>? Hotspot { get; set; }

    public Timed<List<SimpleQueueRow>>? Queues { get; set; }

    public Timed<List<ArpRow>>? Arp { get; set; }

    public Timed<List<InterfaceRow>>? OwnInterfaces { get; set; }
}
