namespace IspPortal.Web.Features.Subscriptions.Api;

/// <summary>A period that is over; what was used is null until it is final.</summary>
internal sealed record QuotaPeriodResource(DateOnly FromOn, DateOnly ToOn, long AllowedBytes, long? UsedBytes, long? UnseenSeconds, long? ChargeAmount);
