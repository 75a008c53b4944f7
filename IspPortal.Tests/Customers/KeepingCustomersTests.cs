using IspPortal.Core.Audit;
using IspPortal.Core.Common.Paging;
using IspPortal.Core.Common.Time;
using IspPortal.Core.Customers;
using IspPortal.Core.Customers.BillingAccounts;
using IspPortal.Core.Identity;
using IspPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Tests.Customers;

public sealed class KeepingCustomersTests
{
    private const string Card = "3216010203040005";

    private const string TaxId = "012345678901234";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static SaveCustomerRequest Budi => new("Budi Santoso", CustomerKind.Residential)
    {
        Phone = "0812-3456-7890",
        Email = "budi@contoh.test",
        Street = "Jl. Melati No. 3",
        City = "Kota Bekasi",
        IdentityNumber = Card,
        Tags = ["VIP", " rt-04 ", "vip"],
        Contacts = [new(null, "Ibu Sari", ContactRole.Billing, "0813 1111 2222", null, MessageChannel.WhatsApp)],
    };

    [Theory, MemberData(nameof(Providers.Real), MemberType = typeof(Providers))]
    public async Task A_new_customer_is_a_prospect_with_numbers_and_a_default_account(string provider)
    {
        await using var rig = await CustomersRig.CreateAsync(provider);
        var today = DateOnly.FromDateTime(rig.Clock.GetUtcNow().UtcDateTime.AddHours(7));
        var customer = await rig.GetAsync(await rig.AddAsync(Budi));

        Assert.Equal($"CUST-{today:yyyyMM}-000001", customer.Row.Number);
        Assert.Equal((CustomerStatus.Prospect, "+6281234567890", today), (customer.Row.Status, customer.Row.Phone, customer.Row.RegisteredOn));
        Assert.Equal(["rt-04", "vip"], customer.Row.Tags);
        var account = Assert.Single(customer.Accounts);
        Assert.Equal(($"BA-{today:yyyyMM}-000001", true, "Budi Santoso"), (account.Number, account.IsDefault, account.Name));
        Assert.Equal(("•••• •••• •••• ••05", "+6281311112222"), (customer.IdentityMasked, customer.Contacts[0].Phone));
    }

    [Theory, MemberData(nameof(Providers.Real), MemberType = typeof(Providers))]
    public async Task Many_clerks_at_once_get_a_number_each_and_one_click_twice_adds_one(string provider)
    {
        await using var rig = await CustomersRig.CreateAsync(provider);
        var same = Ids.New(TimeProvider.System);
        var ids = await Task.WhenAll(Enumerable.Range(0, 10).Select(i => Task.Run(() => rig.Editor().AddAsync(i < 2 ? same : Ids.New(TimeProvider.System), Budi with { Name = $"Orang {i}" }, Token))));

        Assert.All(ids, id => Assert.True(id.Succeeded || id.Error!.Code == "customers.id_taken", CustomersRig.Told(id.Error)));
        var page = (await rig.Directory().ListAsync(new(), new(1, 50, null, "number"), Token)).Value;
        Assert.Equal(9, page.TotalCount);
        Assert.Equal(9, page.Items.Select(row => row.Number).Distinct(StringComparer.Ordinal).Count());
        Assert.EndsWith("-000009", page.Items[^1].Number, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<b>\"O'Neil\" & Söhne</b>")]
    [InlineData("محمد الأمين")]
    [InlineData("Kopi ☕ Senja 👨‍👩‍👧")]
    [InlineData("'; DROP TABLE customers; --")]
    public async Task Any_name_is_kept_and_found_as_it_is(string name)
    {
        foreach (var provider in new[] { "Sqlite", "Postgres" })
        {
            await using var rig = await CustomersRig.CreateAsync(provider);
            var id = await rig.AddAsync(Budi with { Name = name });
            Assert.Equal(name, (await rig.GetAsync(id)).Row.Name);
            Assert.Equal(id, Assert.Single((await rig.Directory().ListAsync(new(), new(1, 50, name), Token)).Value.Items).Id);
        }
    }

    [Fact]
    public async Task Bad_input_names_its_fields_and_changes_nothing()
    {
        await using var rig = await CustomersRig.CreateAsync("Sqlite");
        var bad = new SaveCustomerRequest(" ", CustomerKind.Residential)
        {
            Phone = "12345",
            Email = "budi@",
            IdentityNumber = "123",
            TaxId = "12",
            PostalCode = "1234",
            Latitude = 91,
            Contacts = [new(null, "", ContactRole.Other, "x", null, MessageChannel.None)],
        };
        var refused = await rig.Editor().AddAsync(Ids.New(rig.Clock), bad, Token);

        Assert.Equal("common.invalid", refused.Error!.Code);
        Assert.Equal(
            ["contacts[0].name", "contacts[0].phone", "email", "identityNumber", "latitude", "longitude", "name", "phone", "postalCode", "taxId"],
            refused.Error.Fields.Select(f => f.Field).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
        Assert.Contains(refused.Error.Fields, f => f is { Field: "phone", Code: "customers.not_a_phone" });
        Assert.Equal(0, (await rig.Directory().ListAsync(new(), new(), Token)).Value.TotalCount);
    }

    [Theory, MemberData(nameof(Providers.Real), MemberType = typeof(Providers))]
    public async Task The_second_of_two_clerks_sees_a_conflict(string provider)
    {
        await using var rig = await CustomersRig.CreateAsync(provider);
        var id = await rig.AddAsync(Budi);
        var seen = (await rig.GetAsync(id)).Version;

        Assert.True((await rig.Editor().UpdateAsync(id, seen, Budi with { City = "Bandung", IdentityNumber = null, Contacts = [] }, Token)).Succeeded);
        Assert.Equal("common.version_conflict", (await rig.Editor().UpdateAsync(id, seen, Budi with { City = "Bogor" }, Token)).Error!.Code);
        var now = await rig.GetAsync(id);
        Assert.Equal(("Bandung", 0, "•••• •••• •••• ••05"), (now.Row.City, now.Contacts.Count, now.IdentityMasked));
        Assert.True((await rig.Editor().UpdateAsync(id, now.Version, Budi with { IdentityNumber = "", TaxId = "01.234.567.8-901.234" }, Token)).Succeeded);
        now = await rig.GetAsync(id);
        Assert.Equal((null, "•••• •••• •••• ••34"), (now.IdentityMasked, now.TaxIdMasked));
        Assert.True((await rig.Editor().UpdateAsync(id, now.Version, Budi with { Name = "Budi S.", IdentityNumber = null }, Token)).Succeeded);
        now = await rig.GetAsync(id);
        Assert.Equal((null, "•••• •••• •••• ••34"), (now.IdentityMasked, now.TaxIdMasked));
        Assert.True((await rig.Editor().UpdateAsync(id, now.Version, Budi with { TaxId = "" }, Token)).Succeeded);
        now = await rig.GetAsync(id);
        Assert.Equal(("•••• •••• •••• ••05", null), (now.IdentityMasked, now.TaxIdMasked));
    }

    [Theory, MemberData(nameof(Providers.Real), MemberType = typeof(Providers))]
    public async Task Parts_find_a_customer_and_filters_narrow(string provider)
    {
        await using var rig = await CustomersRig.CreateAsync(provider);
        var budi = await rig.AddAsync(Budi);
        var company = await rig.AddAsync(new SaveCustomerRequest("Rina", CustomerKind.Business) { CompanyName = "PT Maju Jaya", City = "Bandung" });

        foreach (var text in new[] { "anto", "BUDI", "budi santoso", "4567", "0812345", "+628123", "contoh.test", "000001", "sari", "santoso 3456", "bu", "0812-3456-7890", "(0812) 3456", "+62 812-3456-7890" })
        {
            var found = (await rig.Directory().ListAsync(new(), new(1, 50, text), Token)).Value;
            Assert.Contains(budi, found.Items.Select(row => row.Id));
        }

        Assert.Equal(company, Assert.Single((await rig.Directory().ListAsync(new(), new(1, 50, "maju"), Token)).Value.Items).Id);
        Assert.Empty((await rig.Directory().ListAsync(new(), new(1, 50, "budi maju"), Token)).Value.Items);
        Assert.Empty((await rig.Directory().ListAsync(new(), new(1, 50, "%"), Token)).Value.Items);
        Assert.Equal(budi, Assert.Single((await rig.Directory().ListAsync(new(City: "KOTA bekasi"), new(), Token)).Value.Items).Id);
        Assert.Equal(budi, Assert.Single((await rig.Directory().ListAsync(new(Tag: "vip"), new(), Token)).Value.Items).Id);
        Assert.Equal(company, Assert.Single((await rig.Directory().ListAsync(new(Kind: CustomerKind.Business, Status: CustomerStatus.Prospect), new(), Token)).Value.Items).Id);
        foreach (var sort in new[] { "name", "number", "registered", "city", "updated" })
        {
            Assert.Equal(2, (await rig.Directory().ListAsync(new(), new(1, 50, null, sort, true), Token)).Value.Items.Count);
        }

        var choices = (await rig.Directory().ListChoicesAsync(Token)).Value;
        Assert.Equal(["bandung", "kota bekasi"], choices.Cities);
        Assert.Equal(["rt-04", "vip"], choices.Tags);
        Assert.True((await rig.Editor().UpdateAsync(budi, 1, Budi with { Name = "Joko" }, Token)).Succeeded);
        Assert.Empty((await rig.Directory().ListAsync(new(), new(1, 50, "anto"), Token)).Value.Items);
    }

    [Theory, MemberData(nameof(Providers.Real), MemberType = typeof(Providers))]
    public async Task Duplicates_are_found_by_phone_card_and_name(string provider)
    {
        await using var rig = await CustomersRig.CreateAsync(provider);
        var id = await rig.AddAsync(Budi);
        async Task<IReadOnlyList<DuplicateReason>> ReasonsAsync(DuplicateProbe probe) => (await rig.Directory().FindDuplicatesAsync(probe, Token)).Value.SingleOrDefault()?.Reasons ?? [];

        Assert.Equal([DuplicateReason.Phone], await ReasonsAsync(new(null, "Ani", "62 812 3456 7890", null, null, null)));
        Assert.Equal([DuplicateReason.Phone], await ReasonsAsync(new(null, null, "081311112222", null, null, null)));
        Assert.Equal([DuplicateReason.IdentityNumber], await ReasonsAsync(new(null, null, null, "3216 0102 0304 0005", null, null)));
        Assert.Equal([DuplicateReason.IdentityNumber], await ReasonsAsync(new(null, null, null, null, null, null) { TaxId = Card }));
        Assert.Equal([DuplicateReason.NameAndAddress], await ReasonsAsync(new(null, "Boedi Santosa", null, null, "Jalan Melati 3", "Bekasi")));
        Assert.Equal([DuplicateReason.Name], await ReasonsAsync(new(null, "Boedi Santosa", null, null, null, null)));
        Assert.Empty(await ReasonsAsync(new(id, "Budi Santoso", "0812-3456-7890", Card, null, null)));

        // Nobody finds out whose number it is who may neither enter nor see one.
        string[] technician = [.. RolePermissions.Of(PortalRoles.Technician)];
        Assert.Empty((await rig.Directory(technician).FindDuplicatesAsync(new(null, null, null, Card, null, null) { TaxId = Card }, Token)).Value);
        Assert.Equal([DuplicateReason.Phone], (await rig.Directory(technician).FindDuplicatesAsync(new(null, null, "081311112222", Card, null, null), Token)).Value.Single().Reasons);
        Assert.True((await rig.Editor().RemoveAsync(id, "mistake", Token)).Succeeded);
        Assert.Empty(await ReasonsAsync(new(null, "Budi Santoso", "0812-3456-7890", Card, null, null)));
    }

    [Theory, MemberData(nameof(Providers.Real), MemberType = typeof(Providers))]
    public async Task The_numbers_of_a_person_are_encrypted_shown_on_permission_and_in_the_audit(string provider)
    {
        await using var rig = await CustomersRig.CreateAsync(provider);
        var id = await rig.AddAsync(Budi with { TaxId = TaxId });
        var bare = await rig.AddAsync(new("Sari Dewi", CustomerKind.Residential));

        Assert.Equal("identity.forbidden", (await rig.Identity("customers.read").RevealAsync(id, Token)).Error!.Code);
        Assert.Equal("customers.no_identity_number", (await rig.Identity("customers.identity").RevealAsync(bare, Token)).Error!.Code);
        Assert.Equal(new PersonNumbers(Card, TaxId), (await rig.Identity("customers.identity").RevealAsync(id, Token)).Value);
        await using var context = rig.Database.Open();
        var audit = await context.Set<AuditEntry>().AsNoTracking().ToListAsync(Token);
        Assert.Single(audit, entry => entry.Action == "identity_shown" && entry.EntityId == id.ToString());
        var told = string.Concat(audit.Select(entry => entry.BeforeJson + entry.AfterJson));
        Assert.DoesNotContain(Card, told, StringComparison.Ordinal);
        Assert.DoesNotContain(TaxId, told, StringComparison.Ordinal);
        Assert.DoesNotContain("\"taxId\":\"0", told, StringComparison.Ordinal);
        Assert.DoesNotContain("Budi Santoso", told, StringComparison.Ordinal);
        Assert.DoesNotContain("81234567890", told, StringComparison.Ordinal);
        await using var raw = context.Database.GetDbConnection().CreateCommand();
        await context.Database.OpenConnectionAsync(Token);
        raw.CommandText = "SELECT identity_number || ' ' || tax_id || ' ' || tax_id_hash FROM customers WHERE tax_id IS NOT NULL";
        var stored = (string)(await raw.ExecuteScalarAsync(Token))!;
        Assert.DoesNotContain(Card, stored, StringComparison.Ordinal);
        Assert.DoesNotContain(TaxId, stored, StringComparison.Ordinal);
        raw.CommandText = "SELECT count(*) FROM customer_search_entries WHERE key LIKE '%2345678901%'";
        Assert.Equal(0L, Convert.ToInt64(await raw.ExecuteScalarAsync(Token), System.Globalization.CultureInfo.InvariantCulture));
    }

    [Theory, MemberData(nameof(Providers.Real), MemberType = typeof(Providers))]
    public async Task A_customer_is_removed_restored_and_kept_while_served(string provider)
    {
        await using var rig = await CustomersRig.CreateAsync(provider);
        var id = await rig.AddAsync(Budi);

        Assert.Equal("common.invalid", (await rig.Editor().RemoveAsync(id, " ", Token)).Error!.Code);
        Assert.True((await rig.Editor().RemoveAsync(id, "mistake", Token)).Succeeded);
        Assert.Equal(0, (await rig.Directory().ListAsync(new(), new(), Token)).Value.TotalCount);
        Assert.Equal(1, (await rig.Directory().ListAsync(new(Removed: true), new(), Token)).Value.TotalCount);
        Assert.Equal("customers.removed", (await rig.Editor().UpdateAsync(id, 2, Budi, Token)).Error!.Code);
        Assert.True((await rig.Editor().RestoreAsync(id, Token)).Succeeded);
        Assert.Equal("customers.not_removed", (await rig.Editor().RestoreAsync(id, Token)).Error!.Code);

        Assert.Equal(CustomerStatus.Active, (await rig.Lifecycle().FollowAsync(id, new(0, 1, 0, 0), "first line", Token)).Value);
        Assert.Equal("customers.still_served", (await rig.Editor().RemoveAsync(id, "mistake", Token)).Error!.Code);
        Assert.Equal("customers.still_served", (await rig.Privacy().EraseAsync(id, "asked", Token)).Error!.Code);
        Assert.Equal("identity.forbidden", (await rig.Editor("customers.read").RemoveAsync(id, "x", Token)).Error!.Code);
    }

    [Theory, MemberData(nameof(Providers.Real), MemberType = typeof(Providers))]
    public async Task Accounts_are_added_made_default_and_closed(string provider)
    {
        await using var rig = await CustomersRig.CreateAsync(provider);
        var id = await rig.AddAsync(Budi);
        var second = await rig.Accounts().AddAsync(id, new("Kos Melati", "Jl. Mawar 1", PaymentWay.Collector, null, IsDefault: true), Token);
        Assert.True(second.Succeeded, CustomersRig.Told(second.Error));

        var accounts = (await rig.GetAsync(id)).Accounts;
        Assert.Equal([("Kos Melati", true), ("Budi Santoso", false)], accounts.Select(a => (a.Name, a.IsDefault)));
        Assert.Equal("customers.account_cannot_close", (await rig.Accounts().CloseAsync(second.Value, Token)).Error!.Code);
        Assert.True((await rig.Accounts().CloseAsync(accounts[1].Id, Token)).Succeeded);
        Assert.Equal("common.version_conflict", (await rig.Accounts().UpdateAsync(accounts[1].Id, 1, new("A", null, PaymentWay.Cash, null, false), Token)).Error!.Code);
        Assert.Equal("name", Assert.Single((await rig.Accounts().AddAsync(id, new("", null, PaymentWay.Cash, null, false), Token)).Error!.Fields).Field);
        Assert.Equal(2, (await rig.Accounts().ListAsync(id, new(), Token)).Value.TotalCount);
        Assert.Equal("Kos Melati", Assert.Single((await rig.Accounts().ListAsync(null, new PageRequest(Search: "kos"), Token)).Value.Items).Name);
    }

    [Theory, MemberData(nameof(Providers.Real), MemberType = typeof(Providers))]
    public async Task A_whole_identity_or_tax_number_finds_its_customer_for_those_who_may_see_it(string provider)
    {
        await using var rig = await CustomersRig.CreateAsync(provider);
        var id = await rig.AddAsync(Budi with { TaxId = TaxId });
        await rig.AddAsync(new("Sari Dewi", CustomerKind.Residential));

        foreach (var typed in new[] { Card, "3216-0102-0304-0005", TaxId, "01.234.567.8-901.234" })
        {
            Assert.Equal(id, Assert.Single((await rig.Directory().ListAsync(new(), new(1, 50, typed), Token)).Value.Items).Id);
            Assert.Equal($"customers/{id}", Assert.Single(await rig.Search().FindAsync(typed, 10, Token)).Url);
            Assert.Empty((await rig.Directory("customers.read", "customers.write").ListAsync(new(), new(1, 50, typed), Token)).Value.Items);
            Assert.Empty(await rig.Search("customers.read", "customers.write").FindAsync(typed, 10, Token));
        }

        foreach (var part in new[] { Card[..15], TaxId[..14], TaxId[2..] })
        {
            Assert.Empty((await rig.Directory().ListAsync(new(), new(1, 50, part), Token)).Value.Items);
        }
    }

    [Theory, MemberData(nameof(Providers.Real), MemberType = typeof(Providers))]
    public async Task What_grows_or_breaks_as_a_key_is_cut_to_its_column(string provider)
    {
        await using var rig = await CustomersRig.CreateAsync(provider);
        const string grows = "\uFDFA";
        var name = new string('x', 127) + string.Concat(Enumerable.Repeat("👨", 30));
        var id = await rig.AddAsync(new(name, CustomerKind.Residential) { City = string.Concat(Enumerable.Repeat(grows, 100)) });

        Assert.Equal(name, (await rig.GetAsync(id)).Row.Name);
        Assert.True((await rig.Accounts().AddAsync(id, new(string.Concat(Enumerable.Repeat(grows, 200)), null, PaymentWay.Cash, null, false), Token)).Succeeded);
        Assert.Single((await rig.Directory().ListAsync(new(City: string.Concat(Enumerable.Repeat(grows, 100))), new(), Token)).Value.Items);
        Assert.Empty((await rig.Directory().ListAsync(new(), new(int.MaxValue, 100, "a\0b"), Token)).Value.Items);
    }

    [Fact]
    public async Task A_contact_or_tag_that_is_nothing_is_a_field_error_or_left_out()
    {
        await using var rig = await CustomersRig.CreateAsync("Sqlite");

        var added = await rig.Editor().AddAsync(Ids.New(TimeProvider.System), new("Sari", CustomerKind.Residential) { Contacts = [null!], Tags = [null!] }, Token);

        Assert.Contains("contacts[0]", Assert.Single(added.Error!.Fields).Field, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Accounts_of_a_removed_customer_stay_as_they_are()
    {
        await using var rig = await CustomersRig.CreateAsync("Sqlite");
        var id = await rig.AddAsync(Budi);
        Assert.True((await rig.Accounts().AddAsync(id, new("Kos", null, PaymentWay.Cash, null, false), Token)).Succeeded);
        var account = (await rig.GetAsync(id)).Accounts.Single(a => !a.IsDefault);
        Assert.True((await rig.Editor().RemoveAsync(id, "mistake", Token)).Succeeded);

        Assert.Equal("customers.removed", (await rig.Accounts().UpdateAsync(account.Id, account.Version, new("Budi lagi", null, PaymentWay.Cash, null, false), Token)).Error?.Code);
        Assert.Equal("customers.removed", (await rig.Accounts().CloseAsync(account.Id, Token)).Error?.Code);
    }
}
