namespace IspPortal.Core.Billing.Generator;

/// <summary>An outage that is over and hit a line that was online when it began.</summary>
/// <param name="Id">The outage.</param>
/// <param name="Name">Its name on the bill; may be empty.</param>
/// <param name="FromOn">The day on which it began.</param>
/// <param name="ToOn">The day on which it was over.</param>
/// <param name="Hours">How long the line was without service, in whole hours.</param>
public sealed record OutageHit(Guid Id, string Name, DateOnly FromOn, DateOnly ToOn, int Hours);
