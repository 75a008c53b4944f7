namespace IspPortal.Core.Network.Provisioning;

/// <summary>Which plans a list shows; null means all.</summary>
/// <param name="State">Only those in this state.</param>
/// <param name="RouterId">Only those that concern this router.</param>
/// <param name="Origin">Only those of this origin.</param>
public sealed record AccessPlanFilter(AccessPlanState? State = null, Guid? RouterId = null, string? Origin = null);
