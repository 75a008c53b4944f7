namespace IspPortal.Infrastructure.RouterOs.Dialects;

/// <summary>One sensor of a router.</summary>
/// <param name="Name">The router's name for it: <c>temperature</c>, <c>cpu-temperature</c>, <c>voltage</c>, <c>fan1-speed</c>, <c>psu1-state</c>.</param>
/// <param name="Value">In <paramref name="Unit"/>; null for a state.</param>
/// <param name="Unit"><c>C</c>, <c>V</c>, <c>A</c>, <c>W</c>, <c>RPM</c>, or empty.</param>
/// <param name="State">A state in the router's words, such as <c>ok</c> or <c>fail</c>; null for a value.</param>
internal sealed record HealthReading(string Name, double? Value, string Unit, string? State);
