namespace IspPortal.Core.Billing.Receipts;

/// <summary>A whole receipt.</summary>
/// <param name="Row">As in lists.</param>
/// <param name="Money">How the money came.</param>
/// <param name="Parts">What it was for.</param>
/// <param name="Note">What else was to be known, or null.</param>
/// <param name="VoidedAtUtc">When it was taken back, or null.</param>
/// <param name="VoidedBy">Who took it back, or null.</param>
/// <param name="VoidReason">Why, or null.</param>
/// <param name="Version">To be given back with a change.</param>
public sealed record ReceiptDetails(
    ReceiptRow Row, IReadOnlyList<MoneyPart> Money, IReadOnlyList<ReceiptPartRow> Parts, string? Note, DateTime? VoidedAtUtc, string? VoidedBy, string? VoidReason, long Version);
