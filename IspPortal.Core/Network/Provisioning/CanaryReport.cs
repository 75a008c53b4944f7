namespace IspPortal.Core.Network.Provisioning;

/// <summary>The last probe of a router's command shapes.</summary>
/// <param name="RouterOsVersion">The version that was probed.</param>
/// <param name="ProbedAtUtc">When.</param>
/// <param name="IsGood">Whether every shape was answered: only then is anything written on that version.</param>
/// <param name="Shapes">One by one.</param>
public sealed record CanaryReport(string RouterOsVersion, DateTime ProbedAtUtc, bool IsGood, IReadOnlyList<CanaryShape> Shapes);
