namespace IspPortal.Core.Billing.Runs;

/// <summary>Which accounts of a run.</summary>
/// <param name="State">How far they are; null: all.</param>
/// <param name="Unusual">What is unusual; null: all.</param>
public sealed record BillingItemFilter(BillingItemState? State = null, UnusualBill? Unusual = null);
