namespace IspPortal.Web.Features.Dunning.Api;

/// <summary>What a customer promises.</summary>
/// <param name="Parts">One part is a promise, several are instalments; required.</param>
/// <param name="Reason">Why it is accepted; required.</param>
/// <param name="Id">The promise's id, made by the caller; without one the portal makes it.</param>
internal sealed record MakePromiseBody(IReadOnlyList<PromisePartBody>? Parts = null, string? Reason = null, Guid? Id = null);
