namespace IspPortal.Core.Subscriptions.Bulk;

/// <summary>Why some would not be changed.</summary>
/// <param name="Code">The error's stable code.</param>
/// <param name="Count">How many.</param>
/// <param name="Example">The number of one of them.</param>
public sealed record BulkObstacle(string Code, int Count, string Example);
