using IspPortal.Core.Billing.Ageing;
using IspPortal.Core.Billing.Invoices;
using IspPortal.Core.Billing.Leaks;
using IspPortal.Core.Billing.Revenue;
using IspPortal.Core.Billing.Tax;
using IspPortal.Infrastructure.Billing.Deferred;
using IspPortal.Infrastructure.Billing.Tax;
using Microsoft.Extensions.DependencyInjection;

namespace IspPortal.Tests.Persistence.TransactSql;

/// <summary>The services of the books.</summary>
internal sealed class BooksCalls : ServiceCalls
{
    private static readonly TaxMonth Month = new(2026, 1);

    public override IReadOnlyDictionary<string, Func<IServiceProvider, Task>> All { get; } = new Dictionary<string, Func<IServiceProvider, Task>>(StringComparer.Ordinal)
    {
        ["AgeingDirectory"] = async services =>
        {
            var ageing = services.GetRequiredService<IAgeing>();
            foreach (var on in new DateOnly?[] { null, new DateOnly(2026, 1, 31) })
            {
                foreach (var sort in new[] { "total", "current", "days30", "days60", "days90", "older", "oldest", "account" })
                {
                    foreach (var bucket in Enum.GetValues<AgeingBucket>())
                    {
                        var filter = new AgeingFilter { On = on, City = "Bekasi", Tag = "vip", PlanId = Id, Bucket = bucket };
                        await ageing.ListAsync(filter, new(2, 10, "a%_[", sort, bucket == AgeingBucket.Older), Token);
                    }
                }

                await ageing.TotalsAsync(new AgeingFilter { On = on }, new(), Token);
            }
        },
        ["TaxBooks"] = async services =>
        {
            var books = services.GetRequiredService<ITaxBooks>();
            await books.GetMonthAsync(Month, Token);
            await books.FaktursAsync(Month, new(2, 10, "a%_["), Token);
            await books.CoretaxAsync(Month, 1, Token);
            await books.WaitingAsync(new(2, 10, "a%_["), Token);
            await books.GetTelecomAsync(2026, Token);
        },
        ["SlipRecorder"] = services => services.GetRequiredService<SlipRecorder>().RecordAsync(Id, new RecordSlipRequest("1", new DateOnly(2026, 1, 1), 1), Token),
        ["SlipAuditNames"] = NamesAsync,
        ["BillingTermsDesk"] = async services =>
        {
            await services.GetRequiredService<IBillingTerms>().GetAsync(Id, Token);
            await services.GetRequiredService<IBillingTerms>().SaveAsync(Id, 0, new SaveBillingTermsRequest(CustomerTax.Normal, 0, null, null, null, null), Token);
        },
        ["RevenueBooks"] = async services =>
        {
            var revenue = services.GetRequiredService<IRevenue>();
            await revenue.GetMonthsAsync(new RevenuePeriod(Month, Month), Token);
            foreach (var by in Enum.GetValues<RevenueGroup>())
            {
                await revenue.SharesAsync(by, new RevenuePeriod(Month, Month), new(), Token);
            }
        },
        ["LeakFinder"] = async services =>
        {
            var leaks = services.GetRequiredService<ILeaks>();
            await leaks.TotalsAsync(Token);
            foreach (var kind in Enum.GetValues<LeakKind>())
            {
                await leaks.ListAsync(kind, new(2, 10, "a%_["), Token);
            }
        },
        ["DeferredRecognition"] = services => services.GetRequiredService<DeferredRecognition>().RunAsync(Token),
    };
}
