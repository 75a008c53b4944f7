using IspPortal.Core.Billing.Print;
using IspPortal.Core.Common.Jobs;
using IspPortal.Core.Messaging;
using IspPortal.Infrastructure.Hosting;
using IspPortal.Infrastructure.Outbox;
using IspPortal.Infrastructure.Settings;
using Microsoft.Extensions.DependencyInjection;

namespace IspPortal.Infrastructure.Billing.Print;

/// <summary>Everything that bills on paper and on their way register. Needs AddMessaging and AddPrinting.</summary>
internal static class PrintRegistration
{
    public static IServiceCollection AddBillingPrint(this IServiceCollection services)
    {
        services.AddSettings<LetterheadSettings, LetterheadSettingsValidator>("letterhead");
        services.AddScoped<InvoicePaperMaker>();
        services.AddScoped<IInvoicePapers, InvoicePapers>();
        services.AddScoped<CreditNotePaperMaker>();
        services.AddScoped<ICreditNotePapers, CreditNotePapers>();
        services.AddScoped<InvoiceNotices>();
        services.AddScoped<IInvoiceSending, InvoiceSending>();
        services.AddScoped<IRunMessages, RunMessages>();
        services.AddScoped<ICreditNoteSending, CreditNoteSending>();
        services.AddScoped<IMessageAttachmentSource, InvoiceAttachments>();
        services.AddScoped<IMessageAttachmentSource, CreditNoteAttachments>();
        services.AddSingleton(InvoiceMessages.Issued);
        services.AddSingleton(InvoiceMessages.Offered);
        services.AddSingleton(InvoiceMessages.Copy);
        services.AddSingleton(InvoiceMessages.Credited);
        services.AddSingleton<InvoiceBundleFiles>();
        services.AddScoped<IInvoiceBundles, InvoiceBundles>();
        services.AddScoped<InvoiceBundleRunner>();
        services.AddPortalJob<PrintBillsJob>(JobSchedule.Every(TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(15)));
        services.AddPortalJob<SweepBillFilesJob>(JobSchedule.Every(TimeSpan.FromHours(1), TimeSpan.FromMinutes(4)));
        services.AddEventHandler<BillsIssued, SendIssuedBills>("send-bills");
        services.AddSingleton<PaidBills>();
        services.AddPortalJob<WithdrawPaidBillsJob>(JobSchedule.Every(TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(40)));
        return services;
    }
}
