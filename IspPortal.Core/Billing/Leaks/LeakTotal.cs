using IspPortal.Core.Common.Money;

namespace IspPortal.Core.Billing.Leaks;

/// <summary>What one kind of finding comes to.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Count">How many there are.</param>
/// <param name="Monthly">What those lose in a month of which it is known.</param>
/// <param name="Unknown">Of how many it is not known.</param>
public sealed record LeakTotal(LeakKind Kind, int Count, Money Monthly, int Unknown);
