using IspPortal.Core.Documents;
using IspPortal.Core.Reporting.Reports.Content;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Moq;

namespace IspPortal.Tests.Reporting;

/// <summary>What reporting needs of other rooms, for hosts that have not got it: pages and printing. What is there already stays.</summary>
internal static class ReportingStandIns
{
    public static IServiceCollection AddMissing(IServiceCollection services)
    {
        services.TryAddSingleton(Mock.Of<IDocumentHtml>());
        services.TryAddSingleton(Mock.Of<IReportSheets>());
        services.TryAddSingleton(Mock.Of<IPdfPrinter>());
        return services;
    }
}
