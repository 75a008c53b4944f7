namespace IspPortal.Web.Features.Drift.Api;

/// <summary>What to compare.</summary>
/// <param name="RouterId">The router to read; required.</param>
internal sealed record CompareBody(Guid? RouterId = null);
