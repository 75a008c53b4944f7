using IspPortal.Core.Mapping.Causes;

namespace IspPortal.Core.Mapping.Incidents;

/// <summary>Planned works.</summary>
/// <param name="Element">What is worked on: a node, cable, radio link, site or router.</param>
/// <param name="FromUtc">When they begin; not in the past.</param>
/// <param name="ToUtc">When they are done; within 14 days of the beginning.</param>
/// <param name="Note">What is done; up to 300 characters.</param>
public sealed record AnnounceWorksRequest(PlantElement Element, DateTime FromUtc, DateTime ToUtc, string Note);
