using IspPortal.Core.Common.Results;

namespace IspPortal.Infrastructure.Monitoring.Collection;

/// <summary>An answer of the router, how long it took, and when it was complete.</summary>
internal readonly record struct Timed<T>(Result<T> Result, TimeSpan Took, DateTime AtUtc);
