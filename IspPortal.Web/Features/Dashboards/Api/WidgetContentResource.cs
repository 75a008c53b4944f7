using IspPortal.Core.Reporting.Dashboards;

namespace IspPortal.Web.Features.Dashboards.Api;

/// <summary>What one widget shows now.</summary>
/// <param name="WidgetId">The widget.</param>
/// <param name="ErrorCode">Why it shows nothing, e.g. a missing permission; null: it does.</param>
/// <param name="Content">What it shows; rates of bytes are bytes per second. Null where there is an error.</param>
internal sealed record WidgetContentResource(Guid WidgetId, string? ErrorCode, WidgetContent? Content);
