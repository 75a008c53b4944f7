using IspPortal.Core.Network.Drift;

namespace IspPortal.Web.Features.Drift.Api;

/// <summary>Which differences are meant: by id, or all of a router, a kind or a search. At least one has to be said.</summary>
/// <param name="Ids">These, up to 5,000.</param>
/// <param name="RouterId">Those of this router.</param>
/// <param name="Kind">Those of this kind.</param>
/// <param name="Search">Those whose key or author holds this text.</param>
/// <param name="Reason">Why, up to 500 characters; required for adopting and ignoring.</param>
internal sealed record DriftSelectionBody(IReadOnlyList<Guid>? Ids = null, Guid? RouterId = null, DriftKind? Kind = null, string? Search = null, string? Reason = null);
