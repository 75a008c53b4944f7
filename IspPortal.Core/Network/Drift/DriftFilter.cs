namespace IspPortal.Core.Network.Drift;

/// <summary>Which differences are meant; null means all.</summary>
/// <param name="Kind">Only those of this kind.</param>
/// <param name="RouterId">Only those of this router.</param>
/// <param name="Ignored">Only ignored ones, or only others.</param>
/// <param name="Ids">Only these.</param>
/// <param name="ChangedBy">Only those that this user of a router made, guesses among them.</param>
/// <param name="Search">Only those whose key or author holds this text, in any case.</param>
public sealed record DriftFilter(DriftKind? Kind = null, Guid? RouterId = null, bool? Ignored = null, IReadOnlyList<Guid>? Ids = null, string? ChangedBy = null, string? Search = null);
