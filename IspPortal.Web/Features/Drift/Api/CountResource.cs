namespace IspPortal.Web.Features.Drift.Api;

/// <summary>How many differences it was about.</summary>
internal sealed record CountResource(int Differences);
