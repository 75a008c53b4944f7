namespace IspPortal.Core.Network.Events;

/// <summary>Which events are wanted; null always means any.</summary>
/// <param name="RouterId">On this router.</param>
/// <param name="AccessId">Of this line.</param>
/// <param name="Kind">Of this kind.</param>
/// <param name="FromUtc">At or after.</param>
/// <param name="ToUtc">Before.</param>
public sealed record RouterEventFilter(Guid? RouterId = null, Guid? AccessId = null, RouterEventKind? Kind = null, DateTime? FromUtc = null, DateTime? ToUtc = null);
