namespace IspPortal.Web.Features.Billing.Api;

/// <summary>A run that is to be prepared.</summary>
/// <param name="ThroughOn">The day of its bills; required.</param>
/// <param name="Id">The run's id, made by the caller; without one the portal makes it.</param>
/// <param name="Observe">Only look: it can never be let run.</param>
internal sealed record PrepareRunBody(DateOnly? ThroughOn = null, Guid? Id = null, bool Observe = false);
