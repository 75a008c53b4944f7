namespace IspPortal.Core.Monitoring;

/// <summary>One look at a counter that only grows.</summary>
/// <param name="Value">As printed.</param>
/// <param name="AtUtc">When the router's answer arrived.</param>
/// <param name="Epoch">Which run of the counter it is: another session id, interface id or boot of the router is another run.</param>
public readonly record struct CounterReading(ulong Value, DateTime AtUtc, long Epoch);
