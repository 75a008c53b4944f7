using System.Globalization;
using IspPortal.Core.Common.Paging;
using IspPortal.Core.Common.Time;
using IspPortal.Core.Customers;
using IspPortal.Infrastructure.Customers;
using IspPortal.Infrastructure.Persistence;
using IspPortal.Tests.Support;

namespace IspPortal.Tests.Customers;

/// <summary>What is found may be more than is looked up: the page is right all the same, and the count says what it knows.</summary>
public sealed class SearchingAmongThousandsTests
{
    private const int Few = 4_500;
    private const int Many = 5_500;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Providers.Real), MemberType = typeof(Providers))]
    public async Task Pages_keep_their_order_and_much_is_not_counted(string provider)
    {
        await using var rig = await CustomersRig.CreateAsync(provider);
        await FillAsync(rig);

        // Few: looked up, sorted and counted.
        var few = await ListAsync(rig, "anyelir");
        Assert.Equal(((long)Few, false), (few.TotalCount, few.TotalIsAtLeast));
        Assert.Equal(Named("Anyelir", 0, 50), few.Items.Select(row => row.Name));

        // Many, near in the list's order.
        var many = await ListAsync(rig, "Zaitun", descending: true);
        Assert.Equal(((long)LongList<Customer>.MostNear, true), (many.TotalCount, many.TotalIsAtLeast));
        Assert.Equal(Named("Zaitun", Many - 50, 50).Reverse(), many.Items.Select(row => row.Name));
        Assert.Equal(Named("Zaitun", Many - 150, 50).Reverse(), (await ListAsync(rig, "zaitun", 3, descending: true)).Items.Select(row => row.Name));

        // Many, behind everything else.
        var far = await ListAsync(rig, "zait");
        Assert.Equal(((long)LongList<Customer>.MostCounted, true), (far.TotalCount, far.TotalIsAtLeast));
        Assert.Equal(Named("Zaitun", 0, 50), far.Items.Select(row => row.Name));
        Assert.Equal(Named("Zaitun", 50, 50), (await ListAsync(rig, "zait", 2)).Items.Select(row => row.Name));

        // Many, of which filters leave few.
        var tagged = await ListAsync(rig, "zait", filter: new(Tag: "vip"));
        Assert.Equal((3L, false), (tagged.TotalCount, tagged.TotalIsAtLeast));
        Assert.Equal(["Zaitun 00007", "Zaitun 00008", "Zaitun 00009"], tagged.Items.Select(row => row.Name));
        Assert.Equal((0L, false), (await ListAsync(rig, "zait", filter: new(Removed: true))) is var none ? (none.TotalCount, none.TotalIsAtLeast) : default);

        // The last page that the list reaches, and the end of all.
        Assert.Equal(Named("Zaitun", 4_950, 50), (await ListAsync(rig, "zait", 100)).Items.Select(row => row.Name));
        var end = await ListAsync(rig, "zait", 110);
        Assert.Equal(((long)Many, false), (end.TotalCount, end.TotalIsAtLeast));
        Assert.Equal(Named("Zaitun", 5_450, 50), end.Items.Select(row => row.Name));

        // Filters without a search: much is read in the order of the sort, little is sorted.
        Assert.Equal(Named("Zaitun", Many - 50, 50).Reverse(), (await ListAsync(rig, null, sort: "number", descending: true, filter: new(CustomerStatus.Prospect))).Items.Select(row => row.Name));
        Assert.Equal((10_000L, 50), (await ListAsync(rig, null, 7, sort: "updated", filter: new(CustomerStatus.Prospect))) is var page ? (page.TotalCount, page.Items.Count) : default);
        Assert.Equal(["Zaitun 00009", "Zaitun 00008", "Zaitun 00007"], (await ListAsync(rig, null, sort: "number", descending: true, filter: new(Tag: "vip"))).Items.Select(row => row.Name));
        // Much, and all of it behind what is read first.
        Assert.Equal(Named("Zaitun", 0, 50), (await ListAsync(rig, null, sort: "number", filter: new(Kind: CustomerKind.Business))).Items.Select(row => row.Name));

        // A file has every row.
        var slice = (await rig.Directory().ListAsync(new(), new(3, PageRequest.MaxSliceSize, "zait") { IsSlice = true }, Token)).Value;
        Assert.Equal(((long)Many, false, Many - (2 * PageRequest.MaxSliceSize)), (slice.TotalCount, slice.TotalIsAtLeast, slice.Items.Count));
    }

    [Theory, MemberData(nameof(Providers.Real), MemberType = typeof(Providers))]
    public async Task One_and_two_letters_are_found_where_words_begin(string provider)
    {
        await using var rig = await CustomersRig.CreateAsync(provider);
        await rig.AddAsync(new SaveCustomerRequest("Budi Halim", CustomerKind.Residential) { Phone = "081234567890" });
        await rig.AddAsync(new SaveCustomerRequest("😀 Siti Ebu", CustomerKind.Residential) { Phone = "085711112222" });
        foreach (var (text, names) in new (string, string[])[]
        {
            ("bu", ["Budi Halim"]), ("HA", ["Budi Halim"]), ("h", ["Budi Halim"]), ("h bu", ["Budi Halim"]), ("eb", ["😀 Siti Ebu"]), ("08", ["Budi Halim", "😀 Siti Ebu"]), ("si 57", []),
            ("siti 08", ["😀 Siti Ebu"]), ("😀", ["😀 Siti Ebu"]), ("ebu", ["😀 Siti Ebu"]), ("li", []), ("lim", ["Budi Halim"]),
        })
        {
            Assert.Equal(names, (await ListAsync(rig, text)).Items.Select(row => row.Name).Order(StringComparer.Ordinal));
        }
    }

    private static IEnumerable<string> Named(string name, int first, int count) => Enumerable.Range(first, count).Select(i => string.Create(CultureInfo.InvariantCulture, $"{name} {i:00000}"));

    private static async Task<Page<CustomerRow>> ListAsync(CustomersRig rig, string? text, int page = 1, string? sort = null, bool descending = false, CustomerFilter? filter = null) =>
        (await rig.Directory().ListAsync(filter ?? new(), new(page, 50, text, sort, descending), Token)).Value;

    private static async Task FillAsync(CustomersRig rig)
    {
        var customers = Named("Anyelir", 0, Few).Concat(Named("Zaitun", 0, Many)).Select((name, index) =>
        {
            var customer = new Customer
            {
                Id = Ids.New(rig.Clock),
                Number = string.Create(CultureInfo.InvariantCulture, $"CUST-202611-{index:000000}"),
                Name = name,
                Kind = name[0] == 'Z' ? CustomerKind.Business : CustomerKind.Residential,
                RegisteredOn = new DateOnly(2026, 11, 1),
                CreatedAtUtc = rig.Clock.NowUtc,
                UpdatedAtUtc = rig.Clock.NowUtc,
                Version = 1,
            };
            customer.Reindex();
            return customer;
        }).ToList();
        await using var context = rig.Database.Open();
        await context.InsertSampleRowsAsync(customers, Token);
        await context.InsertSampleRowsAsync(customers.ConvertAll(CustomerSearchKeys.EntryOf), Token);
        await context.InsertSampleRowsAsync(Enumerable.Range(7, 3).Select(i => new CustomerTag { CustomerId = customers[Few + i].Id, Tag = "vip" }).ToList(), Token);
    }
}
