using IspPortal.Core.Audit;
using IspPortal.Core.Common.Jobs;
using IspPortal.Core.Common.Timeline;
using IspPortal.Core.Customers;
using IspPortal.Core.Customers.Documents;
using IspPortal.Infrastructure.Hosting;
using IspPortal.Infrastructure.Outbox;
using IspPortal.Infrastructure.Settings;
using Microsoft.Extensions.DependencyInjection;

namespace IspPortal.Infrastructure.Customers.Documents;

/// <summary>Everything that documents of customers register.</summary>
internal static class CustomerDocumentsRegistration
{
    public static IServiceCollection AddCustomerDocuments(this IServiceCollection services)
    {
        services.AddSettings<DocumentSettings, DocumentSettingsValidator>("documents");
        services.AddSingleton<DocumentFiles>();
        services.AddScoped<ICustomerDocumentDirectory, CustomerDocumentDirectory>();
        services.AddScoped<ICustomerDocumentDesk, CustomerDocumentDesk>();
        services.AddScoped<DocumentSweeper>();
        services.AddSingleton<ICustomerMergePart, DocumentMergePart>();
        services.AddSingleton<ICustomerDataPart, DocumentDataPart>();
        services.AddScoped<ITimelineSource, DocumentTimeline>();
        services.AddScoped<IAuditNames, DocumentAuditNames>();
        services.AddEventHandler<CustomerErased, DocumentEraser>("erase-documents");
        services.AddEventHandler<FormerOwnerErased, DocumentEraser>("erase-former-documents");
        services.AddPortalJob<SweepDocumentsJob>(JobSchedule.DailyAt(new TimeOnly(3, 50)));
        return services;
    }
}
