using IspPortal.Infrastructure.RouterOs;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace IspPortal.Tests.Monitoring;

/// <summary>
/// The pool on a fast clock, with deadlines that are as much longer: what answers over a real socket on a busy machine is not taken for silent.
/// Only deadlines are stretched; retries and the waits between dials pass as fast as the clock.
/// </summary>
internal sealed class PatientPool(TimeProvider clock, double times) : IRouterOsPool
{
    private readonly RouterOsPool _pool = new(Options.Create(Stretch(new RouterOsOptions(), times)), clock, NullLogger<RouterOsPool>.Instance);

    /// <summary>How many times longer deadlines are on a clock of that speed: five seconds become three real ones, and never less than on a real clock.</summary>
    public static double For(double speed) => Math.Max(1, speed * 0.6);

    public IRouterOsClient Get(RouterEndpoint endpoint) => new PatientClient(_pool.Get(endpoint), times);

    public ValueTask RemoveAsync(Guid routerId) => _pool.RemoveAsync(routerId);

    public ValueTask DisposeAsync() => _pool.DisposeAsync();

    private static RouterOsOptions Stretch(RouterOsOptions options, double times)
    {
        options.ConnectTimeout *= times;
        options.Silence *= times;
        options.Total *= times;
        return options;
    }
}
