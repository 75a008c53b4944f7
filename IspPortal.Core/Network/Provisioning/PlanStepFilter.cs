namespace IspPortal.Core.Network.Provisioning;

/// <summary>Which steps of a plan a list shows; null means all.</summary>
/// <param name="RouterId">Only those of this router.</param>
/// <param name="State">Only those in this state.</param>
/// <param name="Verb">Only those that do this.</param>
public sealed record PlanStepFilter(Guid? RouterId = null, PlanStepState? State = null, PlanVerb? Verb = null);
