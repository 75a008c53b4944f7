using IspPortal.Core.Monitoring;
using IspPortal.Infrastructure.RouterOs;

namespace IspPortal.Infrastructure.Monitoring.Collection;

/// <summary>The router's own condition over its polls: what each poll says, and what is asked more seldom. Owned by one collector.</summary>
internal sealed class RouterCondition(RouterReader reader)
{
    private static readonly TimeSpan ConstantsEvery = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan SensorsEvery = TimeSpan.FromMinutes(1);

    /// <summary>A boot that is later by less is the same boot: uptimes come in whole seconds and answers take time.</summary>
    private static readonly TimeSpan BootTolerance = TimeSpan.FromSeconds(20);

    private (string? Identity, string? Serial, string? Model) _constants;
    private (double? Temperature, double? Voltage) _sensors;
    private DateTime? _bootedAtUtc;
    private DateTime _constantsDueUtc;
    private DateTime _sensorsDueUtc;

    /// <summary>As of the last good poll, or null before the first.</summary>
    public RouterHealth? Health { get; private set; }

    public bool ConstantsKnown => _constants.Identity is not null;

    /// <summary>Takes a good answer; gives when the router booted if it did since the last one, null otherwise.</summary>
    public DateTime? Take(Timed<RouterOsRow> resource)
    {
        Health = RouterReader.ToHealth(resource.Result.Value, _constants, _sensors, resource.AtUtc);
        if (Health.Uptime is not { } uptime)
        {
            return null;
        }

        var booted = Health.ReadAtUtc - uptime;
        var before = _bootedAtUtc;
        _bootedAtUtc = booted;
        if (before is null || booted <= before + BootTolerance)
        {
            return null;
        }

        _constantsDueUtc = default;
        return booted;
    }

    /// <summary>Reads what is due of what changes seldom.</summary>
    public async Task ReadSlowThingsAsync(IRouterOsClient client, DateTime atUtc, CancellationToken ct)
    {
        if (atUtc >= _constantsDueUtc)
        {
            _constants = await reader.ConstantsAsync(client, ct);
            _constantsDueUtc = atUtc + ConstantsEvery;
        }

        if (atUtc >= _sensorsDueUtc)
        {
            _sensors = await reader.SensorsAsync(client, ct);
            _sensorsDueUtc = atUtc + SensorsEvery;
        }
    }
}
