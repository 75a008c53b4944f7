using IspPortal.Core.Mapping.Causes;

namespace IspPortal.Core.Mapping.Outages;

/// <summary>An outage that was found before and is not over.</summary>
/// <param name="Id">The outage.</param>
/// <param name="Element">What is broken, as was thought.</param>
/// <param name="StartedAtUtc">When the first line went.</param>
/// <param name="IsConfirmed">Whether it is sure.</param>
/// <param name="StillOff">The lines that it hit and that are not back.</param>
/// <param name="Hit">How many lines it hit in all.</param>
public sealed record OpenOutage(Guid Id, PlantElement Element, DateTime StartedAtUtc, bool IsConfirmed, IReadOnlyCollection<Guid> StillOff, int Hit);
