namespace IspPortal.Web.Features.Subscriptions.Api;

/// <summary>Data that was bought.</summary>
internal sealed record TopUpResource(Guid Id, DateOnly PeriodFromOn, long Bytes, long Price, string? Reason, string CreatedBy, DateTime CreatedAtUtc);
