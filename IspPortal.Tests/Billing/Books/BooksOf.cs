using IspPortal.Core.Audit;
using IspPortal.Core.Billing;
using IspPortal.Core.Billing.Ageing;
using IspPortal.Core.Billing.Invoices;
using IspPortal.Core.Billing.Leaks;
using IspPortal.Core.Billing.Ledger;
using IspPortal.Core.Billing.Revenue;
using IspPortal.Core.Billing.Tax;
using IspPortal.Core.Common.Money;
using IspPortal.Core.Customers;
using IspPortal.Core.Customers.BillingAccounts;
using IspPortal.Core.Settings;
using IspPortal.Infrastructure.Billing.Ageing;
using IspPortal.Infrastructure.Billing.Deferred;
using IspPortal.Infrastructure.Billing.Invoices;
using IspPortal.Infrastructure.Billing.Ledger;
using IspPortal.Infrastructure.Billing.Revenue;
using IspPortal.Infrastructure.Billing.Tax;
using IspPortal.Infrastructure.Reporting.Leaks;
using IspPortal.Tests.Billing.Runs;
using IspPortal.Tests.Customers;
using IspPortal.Tests.Network.Provisioning;
using IspPortal.Tests.Subscriptions;
using IspPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Moq;

namespace IspPortal.Tests.Billing.Books;

/// <summary>The books over a scene of bills.</summary>
internal static class BooksOf
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static IAgeing Ageing(this BillingScene scene, params string[] permissions) => new AgeingDirectory(scene.Database.Factory, As(permissions), new SubscriptionScene.Day(scene.Lines.Clock));

    public static ITaxBooks Taxes(this BillingScene scene, TaxSettings? settings = null, params string[] permissions) => new TaxBooks(
        scene.Database.Factory, As(permissions), new SubscriptionScene.Day(scene.Lines.Clock), new SettingsOf<TaxSettings>(() => settings ?? new()), Mock.Of<IAuditWriter>(),
        new SlipRecorder(scene.Database.FactoryAs(As(permissions).Actor), new LedgerBook(scene.Lines.Clock), new SubscriptionScene.Day(scene.Lines.Clock), scene.Lines.Clock));

    public static IRevenue Revenue(this BillingScene scene, params string[] permissions) =>
        new RevenueBooks(scene.Database.Factory, As(permissions), new SubscriptionScene.Day(scene.Lines.Clock), new SettingsOf<CompanySettings>(() => new()));

    public static ILeaks Leaks(this BillingScene scene, params string[] permissions) => new LeakFinder(
        scene.Database.Factory, As(permissions), new SubscriptionScene.Day(scene.Lines.Clock), new SettingsOf<BillingSettings>(() => scene.Settings), scene.Lines.Clock);

    public static IBillingTerms Terms(this BillingScene scene, params string[] permissions) => new BillingTermsDesk(scene.Database.FactoryAs(As(permissions).Actor), As(permissions));

    public static DeferredRecognition Recognition(this BillingScene scene) => new(scene.Database.Source, new LedgerBook(scene.Lines.Clock), new SubscriptionScene.Day(scene.Lines.Clock), scene.Lines.Clock);

    /// <summary>Money for a bill, as a receipt posts and settles it.</summary>
    public static async Task PayAsync(this BillingScene scene, InvoiceDetails bill, long rupiah)
    {
        await using var context = scene.Database.Open();
        await using var transaction = await context.Database.BeginTransactionAsync(Token);
        var occasion = new LedgerOccasion($"receipt:{bill.Row.Number}:{scene.Lines.Today:yyyyMMdd}", scene.Lines.Today, scene.Lines.Clock.NowUtc, "KW-1");
        var posting = LedgerPostings.ReceiptBooked(occasion, [new(LedgerAccount.Cash, "LACI-1", Money.Idr(rupiah))], [new(bill.Row.BillingAccountId, bill.Row.Id, Money.Idr(rupiah))]);
        Assert.Null((await new LedgerBook(scene.Lines.Clock).PostAsync(context, posting, Token)).Error);
        var invoice = await context.Set<Invoice>().SingleAsync(i => i.Id == bill.Row.Id, Token);
        invoice.SettledMinor += rupiah;
        invoice.SettledAtUtc = invoice.OutstandingMinor == 0 ? scene.Lines.Clock.NowUtc : null;
        Assert.Null((await LedgerBook.SaveAsync(context, Token)).Error);
        await transaction.CommitAsync(Token);
    }

    /// <summary>Makes the customer of an account a company, known to the tax office or not.</summary>
    public static async Task MakeCompanyAsync(this BillingScene scene, Guid account, CustomerKind kind, string? number)
    {
        await using var context = scene.Database.Open();
        var customer = (await context.Set<BillingAccount>().Include(a => a.Customer).SingleAsync(a => a.Id == account, Token)).Customer!;
        (customer.Kind, customer.TaxId, customer.CompanyName, customer.Street) = (kind, number, "PT " + customer.Name, "Jl. Merdeka 1");
        customer.Reindex();
        await context.SaveChangesAsync(Token);
    }

    private static TestActor As(string[] permissions) => new(permissions.Length == 0 ? CustomersRig.Everything : permissions);
}
