namespace IspPortal.Web.Features.Dunning.Api;

/// <summary>An isolir run that is to be prepared.</summary>
/// <param name="On">The day on which it isolates; required.</param>
/// <param name="Id">The run's id, made by the caller; without one the portal makes it.</param>
internal sealed record PrepareIsolirBody(DateOnly? On = null, Guid? Id = null);
