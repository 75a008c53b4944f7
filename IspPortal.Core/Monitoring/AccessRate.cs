namespace IspPortal.Core.Monitoring;

/// <summary>One access this second.</summary>
/// <param name="AccessId">Whose.</param>
/// <param name="AtUtc">When it was measured.</param>
/// <param name="DownBitsPerSecond">Towards the customer, or null while it cannot be read (a gap, not a zero).</param>
/// <param name="UpBitsPerSecond">From the customer, or null likewise.</param>
/// <param name="Source">Where the figure comes from.</param>
public sealed record AccessRate(Guid AccessId, DateTime AtUtc, long? DownBitsPerSecond, long? UpBitsPerSecond, RateSource Source);
