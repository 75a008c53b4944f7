namespace IspPortal.Web.Features.Drift.Api;

/// <summary>The draft of a plan that was made.</summary>
internal sealed record PlanCreatedResource(Guid PlanId);
