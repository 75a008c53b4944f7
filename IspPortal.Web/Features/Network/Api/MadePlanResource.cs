namespace IspPortal.Web.Features.Network.Api;

/// <summary>The plan that was made.</summary>
/// <param name="PlanId">Its id.</param>
internal sealed record MadePlanResource(Guid PlanId);
