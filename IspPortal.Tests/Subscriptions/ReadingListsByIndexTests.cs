using IspPortal.Core.Common.Paging;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Customers;
using IspPortal.Core.Subscriptions;
using IspPortal.Infrastructure.Customers;
using IspPortal.Infrastructure.Persistence;
using IspPortal.Infrastructure.Subscriptions;
using IspPortal.Tests.Customers;
using IspPortal.Tests.Network.Provisioning;
using IspPortal.Tests.Support;
using Microsoft.Extensions.Options;

namespace IspPortal.Tests.Subscriptions;

/// <summary>Lists of the office ask little and read in the order of an index: what a hundred thousand rows need and three do not show.</summary>
public sealed class ReadingListsByIndexTests
{
    private const int MostStatements = 5;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Providers.Real), MemberType = typeof(Providers))]
    public async Task A_list_takes_at_most_five_statements(string provider)
    {
        await using var office = await Office.OpenAsync(provider);
        foreach (var text in new[] { null, "budi", "bu", "0812", "budi 08", "qqq" })
        {
            foreach (var sort in new[] { null, "name", "number", "registered", "city", "updated" })
            {
                await office.CountAsync(() => office.Customers.ListAsync(new(CustomerStatus.Active, CustomerKind.Residential, "Kota Bekasi"), new(1, 50, text, sort), Token));
                await office.CountAsync(() => office.Customers.ListAsync(new(Tag: "vip"), new(1, 50, text, sort, true), Token));
            }

            foreach (var sort in new[] { null, "number", "username", "starts", "ends", "updated" })
            {
                await office.CountAsync(() => office.Subscriptions.ListAsync(office.AllFilters, new(1, 50, text, sort), Token));
                await office.CountAsync(() => office.Subscriptions.ListAsync(new(), new(1, 50, text, sort, true), Token));
            }
        }
    }

    [Theory]
    [InlineData("Sqlite", "USE TEMP B-TREE FOR ORDER BY")]
    [InlineData("Postgres", "Sort")]
    public async Task Every_sort_is_the_order_of_an_index(string provider, string sorting)
    {
        await using var office = await Office.OpenAsync(provider);
        foreach (var descending in new[] { false, true })
        {
            foreach (var sort in new[] { "name", "number", "registered", "city", "updated" })
            {
                Assert.DoesNotContain(sorting, await office.ExplainAsync(() => office.Customers.ListAsync(new(), new(1, 50, null, sort, descending), Token), "seqscan", "sort", "bitmapscan"), StringComparison.Ordinal);
            }

            foreach (var sort in new[] { "number", "username", "starts", "ends", "updated" })
            {
                Assert.DoesNotContain(sorting, await office.ExplainAsync(() => office.Subscriptions.ListAsync(new(), new(1, 50, null, sort, descending), Token), "seqscan", "sort", "bitmapscan"), StringComparison.Ordinal);
            }
        }
    }

    [Theory]
    [InlineData("Sqlite", "customer_search_text VIRTUAL TABLE INDEX")]
    [InlineData("Postgres", "Bitmap Index Scan on ix_customer_search_entries_key")]
    public async Task Every_search_reads_the_index_of_parts(string provider, string index)
    {
        await using var office = await Office.OpenAsync(provider);
        foreach (var text in new[] { "budi", "bu", "halim 08", "103.10", "aa:bb" })
        {
            Assert.Contains(index, await office.ExplainAsync(() => office.Customers.ListAsync(new(), new(1, 50, text), Token), "seqscan"), StringComparison.Ordinal);
            Assert.Contains(index, await office.ExplainAsync(() => office.Subscriptions.ListAsync(new(), new(1, 50, text), Token), "seqscan"), StringComparison.Ordinal);
        }
    }

    private sealed class Office(SubscriptionScene scene, StatementLog log) : IAsyncDisposable
    {
        private SubscriptionFilter? _all;

        public ICustomerDirectory Customers { get; } = new CustomerDirectory(
            log.Factory, new TestActor(CustomersRig.Everything), new DuplicateFinder(log.Factory, new BlindIndex(Options.Create(scene.Database.Options))));

        public ISubscriptionDirectory Subscriptions { get; } = new SubscriptionDirectory(log.Factory, new TestActor(CustomersRig.Everything), new SubscriptionScene.Day(scene.Clock));

        /// <summary>One of each.</summary>
        public SubscriptionFilter AllFilters => _all ?? throw new InvalidOperationException();

        public static async Task<Office> OpenAsync(string provider)
        {
            var scene = await SubscriptionScene.CreateAsync(provider);
            var plan = await scene.PlanAsync();
            var (customer, account) = await scene.CustomerAsync("Budi Halim");
            await scene.SellAsync(scene.Wish(account, plan) with { Username = "rumah-budi", CallerId = "aa:bb:cc:00:11:22", FixedAddress = "103.10.1.7", ActivateNow = true });
            return new Office(scene, new StatementLog(scene.Database))
            {
                _all = new(SubscriptionStatus.Active, plan.PlanId, ProvisioningRig.RouterId(0), customer) { BillingAccountId = account, EndsWithinDays = 31, Unsettled = true },
            };
        }

        public async Task CountAsync<T>(Func<Task<Result<Page<T>>>> ask)
        {
            log.Clear();
            Assert.Null((await ask()).Error);
            Assert.InRange(log.Count, 1, MostStatements);
        }

        public async Task<string> ExplainAsync<T>(Func<Task<Result<Page<T>>>> ask, params string[] without)
        {
            log.Clear();
            Assert.Null((await ask()).Error);
            return await log.ExplainAsync(without);
        }

        public ValueTask DisposeAsync() => scene.DisposeAsync();
    }
}
