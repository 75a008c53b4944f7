namespace IspPortal.Core.Common.Outages;

/// <summary>A time of planned works on a router.</summary>
/// <param name="RouterId">The router.</param>
/// <param name="OutageId">The works.</param>
/// <param name="FromUtc">When they began.</param>
/// <param name="ToUtc">When they were over, or shall be; null: not said.</param>
public sealed record RouterWorkSpan(Guid RouterId, Guid OutageId, DateTime FromUtc, DateTime? ToUtc);
