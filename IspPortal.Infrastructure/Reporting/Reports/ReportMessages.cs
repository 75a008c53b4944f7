using System.Resources;
using IspPortal.Core.Messaging;

namespace IspPortal.Infrastructure.Reporting.Reports;

/// <summary>What people are told about reports.</summary>
internal static class ReportMessages
{
    /// <summary>A report is ready; its files go along by e-mail.</summary>
    public static MessageEventDefinition Ready { get; } = new(
        "report.ready",
        MessagePriority.Other,
        [
            new("company", "IspPortal"), new("report", "Usage"), new("period", "1–30 November 2026"), new("schedule", "Monday report"), new("link", "https://portal.example.net/reports"),
        ],
        new ResourceManager("IspPortal.Infrastructure.Reporting.Reports.ReportMessages", typeof(ReportMessages).Assembly));
}
