using IspPortal.Core.Documents;
using IspPortal.Core.Reporting.Reports.Content;
using Microsoft.AspNetCore.Components.Web;

namespace IspPortal.Web.Documents;

/// <summary>Everything that printed documents register on the side of the pages.</summary>
internal static class PrintedDocumentsRegistration
{
    public static IServiceCollection AddPrintedDocuments(this IServiceCollection services)
    {
        services.AddSingleton<DocumentFont>();
        services.AddScoped<HtmlRenderer>();
        services.AddScoped<IDocumentHtml, DocumentHtml>();
        services.AddScoped<DocumentDownload>();
        services.AddScoped<IReportSheets, ReportSheets>();
        return services;
    }
}
