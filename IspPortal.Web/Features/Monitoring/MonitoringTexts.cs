namespace IspPortal.Web.Features.Monitoring;

/// <summary>The words of history and of what is worked out from it.</summary>
internal sealed class MonitoringTexts;
