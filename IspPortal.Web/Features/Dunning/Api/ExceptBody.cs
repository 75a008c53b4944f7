namespace IspPortal.Web.Features.Dunning.Api;

/// <summary>An account that is not isolated.</summary>
/// <param name="Reason">Why; required.</param>
/// <param name="UntilOn">The last day of it; without one until somebody takes it back.</param>
internal sealed record ExceptBody(string? Reason = null, DateOnly? UntilOn = null);
