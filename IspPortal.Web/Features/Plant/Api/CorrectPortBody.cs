using IspPortal.Core.Mapping.Plant;

namespace IspPortal.Web.Features.Plant.Api;

/// <summary>What somebody sees at a port.</summary>
/// <param name="Version">The version that was seen, 0 for a port of which nothing was said; required.</param>
/// <param name="State">free, broken or unknown; required.</param>
/// <param name="Note">A few words, up to 300 characters.</param>
internal sealed record CorrectPortBody(long? Version = null, OdpPortState? State = null, string? Note = null);
