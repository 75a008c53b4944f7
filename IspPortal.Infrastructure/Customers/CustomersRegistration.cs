using IspPortal.Core.Audit;
using IspPortal.Core.Common.Search;
using IspPortal.Core.Common.Timeline;
using IspPortal.Core.Customers;
using IspPortal.Core.Customers.BillingAccounts;
using IspPortal.Core.Customers.Privacy;
using IspPortal.Infrastructure.Customers.Documents;
using IspPortal.Infrastructure.Customers.Imports;
using Microsoft.Extensions.DependencyInjection;

namespace IspPortal.Infrastructure.Customers;

/// <summary>Everything customers register.</summary>
internal static class CustomersRegistration
{
    public static IServiceCollection AddCustomers(this IServiceCollection services)
    {
        services.AddScoped<DuplicateFinder>();
        services.AddScoped<ICustomerDirectory, CustomerDirectory>();
        services.AddScoped<ICustomerEditor, CustomerEditor>();
        services.AddScoped<ICustomerIdentity, CustomerIdentity>();
        services.AddScoped<ICustomerMerge, CustomerMerger>();
        services.AddScoped<ICustomerTransfer, CustomerTransfer>();
        services.AddScoped<ICustomerPrivacy, CustomerPrivacy>();
        services.AddScoped<ICustomerLifecycle, CustomerLifecycle>();
        services.AddScoped<IBillingAccounts, BillingAccountDesk>();
        services.AddSingleton<ICustomerMergePart, OwnMergeParts>();
        services.AddSingleton<ICustomerDataPart, OwnDataPart>();
        services.AddScoped<ISearchSource, CustomerSearch>();
        services.AddScoped<IAuditNames, CustomerAuditNames>();
        services.AddScoped<ITimelineSource, CustomerHistoryTimeline>();
        services.AddScoped<ITimelineSource, CustomerAuditTimeline>();
        return services.AddCustomerDocuments().AddCustomerImports();
    }
}
