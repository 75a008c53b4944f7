namespace IspPortal.Core.Network.Imports;

/// <summary>Which drafts of an import are meant; null means all.</summary>
/// <param name="Verdict">Only those of this verdict.</param>
/// <param name="Kind">Only those of this kind.</param>
/// <param name="Numbers">Only these.</param>
public sealed record ImportDraftFilter(ImportVerdict? Verdict = null, FoundKind? Kind = null, IReadOnlyList<int>? Numbers = null);
