using IspPortal.Infrastructure.Billing.Corrections;
using IspPortal.Infrastructure.Billing.Dunning;
using IspPortal.Infrastructure.Billing.Invoices;
using IspPortal.Infrastructure.Billing.Ledger;
using IspPortal.Infrastructure.Billing.Opening;
using IspPortal.Infrastructure.Billing.Print;
using IspPortal.Infrastructure.Billing.Receipts;
using IspPortal.Infrastructure.Billing.Runs;
using IspPortal.Infrastructure.Billing.Tax;
using Microsoft.Extensions.DependencyInjection;

namespace IspPortal.Infrastructure.Billing;

/// <summary>Everything billing registers. Needs AddCustomers, AddPlans and AddSubscriptions, whose lines are billed.</summary>
internal static class BillingRegistration
{
    public static IServiceCollection AddBilling(this IServiceCollection services) =>
        services.AddLedger().AddInvoices().AddReceipts().AddCorrections().AddOpeningBalances().AddBillingRuns().AddBillingPrint().AddTaxes().AddBooks().AddDunning();
}
