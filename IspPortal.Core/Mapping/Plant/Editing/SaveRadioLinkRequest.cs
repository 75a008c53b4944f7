namespace IspPortal.Core.Mapping.Plant.Editing;

/// <summary>What a radio link is.</summary>
/// <param name="Name">Its name, unique among links; up to 60 characters.</param>
/// <param name="FromNodeId">The site or tower on the side of the core of the network.</param>
/// <param name="ToNodeId">The far site or tower; another one.</param>
/// <param name="CapacityMegabits">What it carries, 1 to 1,000,000 Mbit/s, or null.</param>
/// <param name="Note">A note or null; up to 300 characters.</param>
public sealed record SaveRadioLinkRequest(string Name, Guid FromNodeId, Guid ToNodeId, int? CapacityMegabits = null, string? Note = null);
