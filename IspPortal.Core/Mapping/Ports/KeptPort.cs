namespace IspPortal.Core.Mapping.Ports;

/// <summary>A port that is kept for somebody.</summary>
/// <param name="OdpId">The ODP.</param>
/// <param name="OdpName">Its name.</param>
/// <param name="Number">The port.</param>
/// <param name="UntilUtc">Until when; null: until it is used or given up.</param>
public sealed record KeptPort(Guid OdpId, string OdpName, int Number, DateTime? UntilUtc);
