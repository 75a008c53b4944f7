using IspPortal.Core.Network.Imports;

namespace IspPortal.Web.Features.Imports.Api;

/// <summary>Which drafts are to be taken or left out; what is not said is not asked.</summary>
/// <param name="Chosen">True takes them, false leaves them out; required.</param>
/// <param name="Verdict">Only those of this verdict.</param>
/// <param name="Kind">Only those of this kind.</param>
/// <param name="Numbers">Only these, up to 5,000.</param>
internal sealed record ChooseDraftsBody(bool? Chosen = null, ImportVerdict? Verdict = null, FoundKind? Kind = null, IReadOnlyList<int>? Numbers = null);
