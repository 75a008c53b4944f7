namespace IspPortal.Core.Billing.Opening;

/// <summary>Which rows of an import are wanted; null: all.</summary>
/// <param name="Verdict">Judged so.</param>
/// <param name="Kind">Of this kind.</param>
public sealed record OpeningItemFilter(OpeningVerdict? Verdict = null, OpeningKind? Kind = null);
