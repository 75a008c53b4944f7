namespace IspPortal.Core.Mapping.Levels;

/// <summary>Which levels are wanted; null always means any.</summary>
/// <param name="OdpId">At that ODP.</param>
/// <param name="OltId">Below that OLT.</param>
/// <param name="IsBad">Darker than expected by more than the settings allow, or not.</param>
public sealed record LevelFilter(Guid? OdpId = null, Guid? OltId = null, bool? IsBad = null);
