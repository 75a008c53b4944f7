namespace IspPortal.Core.Billing.Generator;

/// <summary>Whole days in a row.</summary>
/// <param name="FromOn">The first.</param>
/// <param name="ToOn">The last; null: not over yet.</param>
public sealed record DaySpan(DateOnly FromOn, DateOnly? ToOn = null);
