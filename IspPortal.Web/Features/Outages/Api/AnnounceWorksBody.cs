using IspPortal.Core.Mapping.Causes;

namespace IspPortal.Web.Features.Outages.Api;

/// <summary>Planned works.</summary>
/// <param name="ElementKind">router, olt, ponPort, cable, core, odc, closure, odp, radioLink or site; required.</param>
/// <param name="ElementId">What is worked on; required.</param>
/// <param name="ElementNumber">Of a PON port or core: which.</param>
/// <param name="FromUtc">When they begin; required.</param>
/// <param name="ToUtc">When they are done; required.</param>
/// <param name="Note">What is done; required.</param>
internal sealed record AnnounceWorksBody(PlantElementKind? ElementKind, Guid? ElementId, int? ElementNumber, DateTime? FromUtc, DateTime? ToUtc, string? Note);
