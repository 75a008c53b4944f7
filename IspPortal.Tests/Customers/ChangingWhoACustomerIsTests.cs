using System.Text;
using IspPortal.Core.Audit;
using IspPortal.Core.Common.Events;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Common.Timeline;
using IspPortal.Core.Customers;
using IspPortal.Core.Customers.BillingAccounts;
using IspPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Tests.Customers;

public sealed class ChangingWhoACustomerIsTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static SaveCustomerRequest Budi => new("Budi Santoso", CustomerKind.Residential) { Phone = "0812-3456-7890", IdentityNumber = "3216010203040005", TaxId = "012345678901234", Tags = ["vip"] };

    [Theory, MemberData(nameof(Providers.Real), MemberType = typeof(Providers))]
    public async Task Two_become_one_and_nothing_is_lost(string provider)
    {
        await using var rig = await CustomersRig.CreateAsync(provider);
        var stays = await rig.AddAsync(new SaveCustomerRequest("Budi S.", CustomerKind.Residential) { Tags = ["vip", "rt-04"] });
        var goes = await rig.AddAsync(Budi with { Contacts = [new(null, "Sari", ContactRole.Billing, null, null, MessageChannel.None)] });
        Assert.True((await rig.Editor().AddNoteAsync(goes, "calls at noon", Token)).Succeeded);
        await rig.Lifecycle().FollowAsync(goes, new(0, 1, 0, 0), null, Token);

        Assert.Equal("customers.same_customer", (await rig.Merge().PreviewAsync(goes, goes, Token)).Error!.Code);
        var preview = (await rig.Merge().PreviewAsync(goes, stays, Token)).Value;
        Assert.Equal([("billing_accounts", 1), ("contacts", 1), ("notes", 1), ("tags", 1)], preview.Moves.Select(m => (m.What, m.Count)));
        Assert.Equal(["phone", "taxId", "identityNumber"], preview.Fills);
        Assert.Equal("reason", Assert.Single((await rig.Merge().MergeAsync(goes, stays, "", Token)).Error!.Fields).Field);

        var merged = await rig.Merge().MergeAsync(goes, stays, "typed twice", Token);
        Assert.True(merged.Succeeded, CustomersRig.Told(merged.Error));
        var one = await rig.GetAsync(stays);
        Assert.Equal(("+6281234567890", "•••• •••• •••• ••05", CustomerStatus.Active), (one.Row.Phone, one.IdentityMasked, one.Row.Status));
        Assert.Equal("•••• •••• •••• ••34", one.TaxIdMasked);
        Assert.Equal(stays, Assert.Single((await rig.Directory().ListAsync(new(), new(1, 50, "012345678901234"), Token)).Value.Items).Id);
        Assert.Equal(2, one.Accounts.Count);
        Assert.Single(one.Accounts, a => a.IsDefault);
        Assert.Equal(("Sari", "calls at noon"), (Assert.Single(one.Contacts).Name, Assert.Single(one.Notes).Text));
        Assert.Equal(["rt-04", "vip"], one.Row.Tags);
        var other = await rig.GetAsync(goes);
        Assert.Equal((stays, 0, 0), (other.MergedIntoId, other.Accounts.Count, other.Contacts.Count));
        Assert.NotNull(other.Row.RemovedAtUtc);
        Assert.Equal("customers.merged", (await rig.Editor().RestoreAsync(goes, Token)).Error!.Code);
        Assert.Equal("customers.removed", (await rig.Merge().MergeAsync(goes, stays, "again", Token)).Error!.Code);
        Assert.Equal("identity.forbidden", (await rig.Merge("customers.write").MergeAsync(goes, stays, "x", Token)).Error!.Code);
        Assert.Equal(stays, Assert.Single((await rig.Directory().ListAsync(new(), new(1, 50, "sari"), Token)).Value.Items).Id);
    }

    [Theory, MemberData(nameof(Providers.Real), MemberType = typeof(Providers))]
    public async Task A_name_transfer_keeps_number_and_accounts_and_remembers_the_old_person(string provider)
    {
        await using var rig = await CustomersRig.CreateAsync(provider);
        var id = await rig.AddAsync(Budi);
        var before = await rig.GetAsync(id);
        var request = new TransferCustomerRequest("Sari Dewi", CustomerKind.Residential, before.Row.RegisteredOn, "house sold") { Phone = "0813 1111 2222" };

        Assert.Equal("onDay", Assert.Single((await rig.Transfer().TransferAsync(id, before.Version, request with { OnDay = before.Row.RegisteredOn.AddDays(1) }, Token)).Error!.Fields).Field);
        Assert.Equal("onDay", Assert.Single((await rig.Transfer().TransferAsync(id, before.Version, request with { OnDay = before.Row.RegisteredOn.AddDays(-1) }, Token)).Error!.Fields).Field);
        Assert.Equal("common.version_conflict", (await rig.Transfer().TransferAsync(id, 99, request, Token)).Error!.Code);
        rig.Guards.Add(new InDebt());
        Assert.Equal("billing.owes", (await rig.Transfer().TransferAsync(id, before.Version, request, Token)).Error!.Code);
        rig.Guards.Clear();
        var done = await rig.Transfer().TransferAsync(id, before.Version, request, Token);
        Assert.True(done.Succeeded, CustomersRig.Told(done.Error));

        var after = await rig.GetAsync(id);
        Assert.Equal(("Sari Dewi", before.Row.Number, "+6281311112222", null), (after.Row.Name, after.Row.Number, after.Row.Phone, after.IdentityMasked));
        Assert.Null(after.TaxIdMasked);
        // Who was the owner is still found by the number, to be told or erased.
        Assert.Equal(id, Assert.Single((await rig.Directory().ListAsync(new(), new(1, 50, "012345678901234"), Token)).Value.Items).Id);
        Assert.Equal(id, Assert.Single((await rig.Directory().ListAsync(new(), new(1, 50, "3216010203040005"), Token)).Value.Items).Id);
        Assert.Equal((before.Accounts[0].Id, "Sari Dewi"), (after.Accounts[0].Id, after.Accounts[0].Name));
        Assert.Equal(("Budi Santoso", before.Row.RegisteredOn), (Assert.Single(after.FormerOwners).Name, after.FormerOwners[0].UntilOn));
    }

    [Theory, MemberData(nameof(Providers.Real), MemberType = typeof(Providers))]
    public async Task Everything_held_is_exported_and_erased_for_good(string provider)
    {
        await using var rig = await CustomersRig.CreateAsync(provider);
        var id = await rig.AddAsync(Budi with { Contacts = [new(null, "Sari Dewi", ContactRole.Billing, null, null, MessageChannel.None)] });
        await rig.Editor().AddNoteAsync(id, "owes Budi a call", Token);
        var before = await rig.GetAsync(id);
        await rig.Transfer().TransferAsync(id, before.Version, new TransferCustomerRequest("Joko Widodo", CustomerKind.Residential, before.Row.RegisteredOn, "sold by Budi Santoso"), Token);

        Assert.Equal("identity.forbidden", (await rig.Privacy("customers.read").ExportAsync(id, Token)).Error!.Code);
        var json = Encoding.UTF8.GetString((await rig.Privacy().ExportAsync(id, Token)).Value.Json.Span);
        foreach (var held in new[] { "Joko Widodo", "Sari Dewi" })
        {
            Assert.Contains(held, json, StringComparison.Ordinal);
        }

        Assert.DoesNotContain("Budi", json, StringComparison.Ordinal);
        var former = Encoding.UTF8.GetString((await rig.Privacy().ExportFormerOwnerAsync(id, (await rig.GetAsync(id)).FormerOwners[0].Id, Token)).Value.Json.Span);
        foreach (var held in new[] { "Budi Santoso", "3216010203040005", "012345678901234", "owes Budi a call" })
        {
            Assert.Contains(held, former, StringComparison.Ordinal);
        }

        Assert.Equal("reason", Assert.Single((await rig.Privacy().EraseAsync(id, "", Token)).Error!.Fields).Field);
        var erased = await rig.Privacy().EraseAsync(id, "asked in writing", Token);
        Assert.True(erased.Succeeded, CustomersRig.Told(erased.Error));
        var after = Encoding.UTF8.GetString((await rig.Privacy().ExportAsync(id, Token)).Value.Json.Span);
        foreach (var gone in new[] { "Joko", "Budi", "3216010203040005", "Sari", "owes" })
        {
            Assert.DoesNotContain(gone, after, StringComparison.Ordinal);
        }

        var (row, owner) = ((await rig.GetAsync(id)).Row, (await rig.GetAsync(id)).FormerOwners[0]);
        Assert.Equal((before.Row.Number, "—", before.Row.RegisteredOn), (row.Number, owner.Name, owner.UntilOn));
        Assert.NotNull(owner.ErasedAtUtc);
        Assert.Equal("customers.erased", (await rig.Privacy().EraseFormerOwnerAsync(id, owner.Id, "again", Token)).Error!.Code);
        Assert.Empty((await rig.Directory().ListAsync(new(Removed: true), new(1, 50, "joko"), Token)).Value.Items);
        Assert.Equal("customers.erased", (await rig.Privacy().EraseAsync(id, "again", Token)).Error!.Code);
        Assert.Equal("customers.erased", (await rig.Editor().RestoreAsync(id, Token)).Error!.Code);
    }

    [Theory, MemberData(nameof(Providers.Real), MemberType = typeof(Providers))]
    public async Task Whoever_was_merged_on_the_way_is_exported_and_erased_too(string provider)
    {
        await using var rig = await CustomersRig.CreateAsync(provider);
        var first = await rig.AddAsync(Budi with { Village = "Kampung Rahasia", PostalCode = "17999" });
        var second = await rig.AddAsync(new SaveCustomerRequest("Budi Susilo", CustomerKind.Residential) { Phone = "081299990000" });
        var last = await rig.AddAsync(new SaveCustomerRequest("Pak Budiman", CustomerKind.Residential) { CompanyName = "CV Budi Jaya" });
        var other = await rig.AddAsync(new SaveCustomerRequest("Budi Lain", CustomerKind.Residential));
        var account = (await rig.GetAsync(last)).Accounts[0];
        Assert.True((await rig.Accounts().UpdateAsync(account.Id, account.Version, new("Kos", null, PaymentWay.Cash, "dari kakak Budi", true), Token)).Succeeded);
        Assert.True((await rig.Merge().MergeAsync(first, second, "Budi dua kali", Token)).Succeeded);
        Assert.True((await rig.Merge().MergeAsync(second, last, "Budi tiga kali", Token)).Succeeded);

        var json = Encoding.UTF8.GetString((await rig.Privacy().ExportAsync(last, Token)).Value.Json.Span);
        Assert.Contains("Budi Santoso", json, StringComparison.Ordinal);
        Assert.Contains("Budi Susilo", json, StringComparison.Ordinal);
        Assert.DoesNotContain("Budi Lain", json, StringComparison.Ordinal);

        Assert.Null((await rig.Privacy().EraseAsync(last, "asked in writing", Token)).Error);
        foreach (var id in new[] { first, second, last })
        {
            Assert.DoesNotContain("Budi", Encoding.UTF8.GetString((await rig.Privacy().ExportAsync(id, Token)).Value.Json.Span), StringComparison.Ordinal);
            Assert.NotNull((await rig.GetAsync(id)).ErasedAtUtc);
        }

        Assert.Equal("Budi Lain", (await rig.GetAsync(other)).Row.Name);
        await using var context = rig.Database.Open();
        var ids = new[] { first, second, last, account.Id }.Select(id => id.ToString()).ToList();
        var told = await context.Set<AuditEntry>().Where(e => ids.Contains(e.EntityId!)).Select(e => e.BeforeJson + e.AfterJson).ToListAsync(Token);
        Assert.NotEmpty(told);
        Assert.DoesNotContain(told, line => new[] { "Budi", "Rahasia", "17999", "kakak" }.Any(word => line!.Contains(word, StringComparison.Ordinal)));
        Assert.Equal(3, await context.Set<OutboxEvent>().CountAsync(e => e.Name == CustomerErased.EventName, Token));
    }

    [Theory, MemberData(nameof(Providers.Real), MemberType = typeof(Providers))]
    public async Task The_time_axis_tells_everything_once_in_order_page_by_page(string provider)
    {
        await using var rig = await CustomersRig.CreateAsync(provider);
        var id = await rig.AddAsync(Budi);
        for (var i = 0; i < 5; i++)
        {
            rig.Clock.Advance(TimeSpan.FromMinutes(1));
            Assert.True((await rig.Editor().AddNoteAsync(id, $"note {i}", Token)).Succeeded);
        }

        rig.Clock.Advance(TimeSpan.FromMinutes(1));
        await rig.Lifecycle().FollowAsync(id, new(0, 1, 0, 0), "line 1", Token);
        rig.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.True((await rig.Accounts().AddAsync(id, new("Kos", null, PaymentWay.Cash, null, false), Token)).Succeeded);

        var read = new List<TimelineEntry>();
        TimelineCursor? cursor = null;
        do
        {
            var page = await rig.Timeline().ReadAsync(new(TimelineSubject.OfCustomer(id), 2, cursor), Token);
            read.AddRange(page.Items);
            cursor = page.Next is null ? null : TimelineCursor.Parse(page.Next.ToString());
        }
        while (cursor is not null);

        Assert.Equal(read.Count, read.Select(entry => entry.Id).Distinct().Count());
        Assert.Equal(read.OrderByDescending(entry => entry.AtUtc).Select(entry => entry.AtUtc), read.Select(entry => entry.AtUtc));
        Assert.Equal(["billing_account_created", "status_changed", "added", "added", "added", "added", "added"], read.Select(entry => entry.Action).Take(7));
        Assert.Contains(read, entry => entry is { Action: "registered" });
        Assert.Equal(["Prospect", "Active"], read.Single(entry => entry.Action == "status_changed").Arguments);
        var notes = await rig.Timeline().ReadAsync(new(TimelineSubject.OfCustomer(id), 50, null, ["note"]), Token);
        Assert.Equal(5, notes.Items.Count);
        Assert.Empty((await rig.Timeline("routers.read").ReadAsync(new(TimelineSubject.OfCustomer(id), 50), Token)).Items);
    }

    private sealed class InDebt : ICustomerTransferGuard
    {
        public Task<Error?> RefuseAsync(Guid customerId, CancellationToken cancellationToken) => Task.FromResult<Error?>(new Error("billing.owes", ErrorKind.Conflict));
    }
}
