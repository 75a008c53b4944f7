using System.Text;
using IspPortal.Core.Audit;
using IspPortal.Core.Common.Events;
using IspPortal.Core.Customers;
using IspPortal.Core.Customers.Documents;
using IspPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Tests.Customers.Documents;

public sealed class PapersOfFormerOwnersTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Providers.Real), MemberType = typeof(Providers))]
    public async Task A_name_transfer_leaves_papers_to_whom_they_are_about_and_the_photo_to_the_house(string provider)
    {
        await using var rig = await DocumentsRig.CreateAsync(provider);
        var customer = await rig.AddCustomerAsync();
        var card = await rig.AddAsync(new(customer, DocumentKind.IdentityCard, "ktp.png", SampleFiles.Png()));
        Assert.True((await rig.Desk().VerifyAsync(card.Id, card.Version, Token)).Succeeded);
        var house = await rig.AddAsync(new(customer, DocumentKind.HousePhoto, "rumah.jpg", SampleFiles.Jpeg()));
        var removed = await rig.AddAsync(new(customer, DocumentKind.Contract, "kontrak.pdf", SampleFiles.Pdf()));
        Assert.True((await rig.Desk().RemoveAsync(removed.Id, "wrong one", Token)).Succeeded);
        await TransferAsync(rig, customer, "Sari Dewi");

        Assert.Equal([house.Id], (await rig.ListAsync(new(customer))).Select(row => row.Id));
        Assert.Empty(await rig.ListAsync(new(customer, State: DocumentState.Verified)));
        var former = Assert.Single(await rig.ListAsync(new(customer, FormerOwners: true)));
        Assert.Equal((card.Id, "Budi Santoso", "Sari Dewi"), (former.Id, former.FormerOwnerName, former.CustomerName));
        Assert.Equal(removed.Id, Assert.Single(await rig.ListAsync(new(customer, Removed: true, FormerOwners: null))).Id);
        Assert.Equal(2, (await rig.ListAsync(new(customer, FormerOwners: null))).Count);
        Assert.NotNull((await rig.GetAsync(removed.Id)).FormerOwnerId);

        // They are kept as they are; the new owner may well bring the same file.
        Assert.Equal("documents.of_former_owner", (await rig.Desk().RejectAsync(card.Id, former.Version, "old", Token)).Error!.Code);
        Assert.Equal("documents.of_former_owner", (await rig.Desk().ChangeAsync(card.Id, former.Version, new(DocumentKind.HousePhoto), Token)).Error!.Code);
        Assert.Null((await rig.AddAsync(new(customer, DocumentKind.FamilyCard, "kk.png", SampleFiles.Png()))).FormerOwnerId);
        Assert.True((await rig.Desk().RemoveAsync(card.Id, "asked", Token)).Succeeded);
        Assert.True((await rig.Desk().RestoreAsync(card.Id, Token)).Succeeded);
        Assert.Equal(card.Id, Assert.Single(await rig.ListAsync(new(customer, FormerOwners: true))).Id);
    }

    [Theory, MemberData(nameof(Providers.Real), MemberType = typeof(Providers))]
    public async Task Each_owner_is_exported_alone(string provider)
    {
        await using var rig = await DocumentsRig.CreateAsync(provider);
        var (customer, first, second) = await ThreeOwnersAsync(rig);

        var present = await ExportAsync(rig, customer, null);
        var budi = await ExportAsync(rig, customer, first);
        var sari = await ExportAsync(rig, customer, second);

        AssertTells(present, ["Joko", "joko.pdf", "rumah.jpg"], ["Budi", "budi", "Sari", "sari", "3216"]);
        AssertTells(budi, ["Budi Santoso", "ktp budi.png", "Budi calls at noon", "3216010203040005"], ["Sari", "sari", "Joko", "joko", "rumah"]);
        AssertTells(sari, ["Sari Dewi", "sari.pdf", "Sari asks"], ["Budi", "budi", "Joko", "joko", "3216"]);
        Assert.Equal(2, present.Split("\"onDay\"").Length - 1);
        Assert.Equal("identity.forbidden", (await rig.Privacy("customers.read").ExportFormerOwnerAsync(customer, first, Token)).Error!.Code);
        Assert.Equal("customers.former_owner_not_found", (await rig.Privacy().ExportFormerOwnerAsync(await rig.AddCustomerAsync("Ani"), first, Token)).Error!.Code);
        await using var context = rig.Database.Open();
        Assert.Equal(2, await context.Set<AuditEntry>().CountAsync(e => e.Action == "former_owner_exported" && e.EntityId == customer.ToString(), Token));
    }

    [Theory, MemberData(nameof(Providers.Real), MemberType = typeof(Providers))]
    public async Task A_former_owner_is_erased_alone_and_once(string provider)
    {
        await using var rig = await DocumentsRig.CreateAsync(provider);
        var (customer, first, second) = await ThreeOwnersAsync(rig);
        Assert.Equal(4, rig.FilesOnDisk().Length);

        Assert.Equal("identity.forbidden", (await rig.Privacy("customers.write").EraseFormerOwnerAsync(customer, first, "asked", Token)).Error!.Code);
        Assert.Equal("reason", Assert.Single((await rig.Privacy().EraseFormerOwnerAsync(customer, first, " ", Token)).Error!.Fields).Field);
        Assert.Equal("customers.former_owner_not_found", (await rig.Privacy().EraseFormerOwnerAsync(customer, customer, "asked", Token)).Error!.Code);
        // While lines run, too: the customer goes on.
        await rig.Customers.Lifecycle().FollowAsync(customer, new(0, 1, 0, 0), null, Token);
        Assert.Null((await rig.Privacy().EraseFormerOwnerAsync(customer, first, "asked in writing", Token)).Error);
        Assert.Equal("customers.erased", (await rig.Privacy().EraseFormerOwnerAsync(customer, first, "again", Token)).Error!.Code);
        await rig.Eraser().HandleAsync(new FormerOwnerErased(customer, first), Token);

        Assert.Equal(3, rig.FilesOnDisk().Length);
        AssertTells(await ExportAsync(rig, customer, first), ["untilOn"], ["Budi", "budi", "3216", "house sold"]);
        AssertTells(await ExportAsync(rig, customer, second), ["Sari Dewi", "sari.pdf", "Sari asks"], ["Budi"]);
        AssertTells(await ExportAsync(rig, customer, null), ["Joko", "joko.pdf", "rumah.jpg"], ["Budi", "asked in writing"]);
        var details = await rig.Customers.GetAsync(customer);
        Assert.Equal(("Joko", 0), (details.Row.Name, details.Notes.Count(note => note.Text.Contains("Budi", StringComparison.Ordinal))));
        Assert.Equal((second, "Sari Dewi", null), (details.FormerOwners[0].Id, details.FormerOwners[0].Name, details.FormerOwners[0].ErasedAtUtc));
        Assert.Equal((first, "—"), (details.FormerOwners[1].Id, details.FormerOwners[1].Name));
        Assert.NotNull(details.FormerOwners[1].ErasedAtUtc);
        Assert.Empty((await rig.Customers.Directory().ListAsync(new(), new(1, 50, "3216010203040005"), Token)).Value.Items);
        await using var context = rig.Database.Open();
        Assert.Equal(1, await context.Set<AuditEntry>().CountAsync(e => e.Action == "former_owner_erased" && e.EntityId == customer.ToString(), Token));
        Assert.Equal(1, await context.Set<OutboxEvent>().CountAsync(e => e.Name == FormerOwnerErased.EventName, Token));
    }

    [Theory, MemberData(nameof(Providers.Real), MemberType = typeof(Providers))]
    public async Task Papers_follow_their_owner_into_another_customer(string provider)
    {
        await using var rig = await DocumentsRig.CreateAsync(provider);
        var (customer, first, _) = await ThreeOwnersAsync(rig);
        var stays = await rig.AddCustomerAsync("Joko W.");
        Assert.Null((await rig.Merge().MergeAsync(customer, stays, "the same", Token)).Error);

        AssertTells(await ExportAsync(rig, stays, first), ["Budi Santoso", "ktp budi.png", "Budi calls at noon"], ["Sari", "Joko"]);
        AssertTells(await ExportAsync(rig, stays, null), ["joko.pdf"], ["Budi", "Sari"]);
        Assert.Null((await rig.Privacy().EraseFormerOwnerAsync(stays, first, "asked", Token)).Error);
        Assert.DoesNotContain("Budi", await ExportAsync(rig, stays, first), StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Providers.Real), MemberType = typeof(Providers))]
    public async Task Erasing_the_customer_takes_former_owners_and_their_papers_along(string provider)
    {
        await using var rig = await DocumentsRig.CreateAsync(provider);
        var (customer, first, second) = await ThreeOwnersAsync(rig);

        Assert.Null((await rig.Privacy().EraseAsync(customer, "asked", Token)).Error);
        await rig.Eraser().HandleAsync(new CustomerErased(customer), Token);

        Assert.Empty(rig.FilesOnDisk());
        foreach (var export in new[] { await ExportAsync(rig, customer, null), await ExportAsync(rig, customer, first), await ExportAsync(rig, customer, second) })
        {
            AssertTells(export, [], ["Budi", "budi", "Sari", "sari", "Joko", "joko", "3216"]);
        }
    }

    /// <summary>Budi sold to Sari, Sari to Joko; each left a paper and a note.</summary>
    private static async Task<(Guid Customer, Guid First, Guid Second)> ThreeOwnersAsync(DocumentsRig rig)
    {
        var customer = await rig.Customers.AddAsync(new SaveCustomerRequest("Budi Santoso", CustomerKind.Residential) { IdentityNumber = "3216010203040005" });
        await rig.AddAsync(new(customer, DocumentKind.IdentityCard, "ktp budi.png", SampleFiles.Png(), null, "of Budi"));
        await rig.AddAsync(new(customer, DocumentKind.HousePhoto, "rumah.jpg", SampleFiles.Jpeg()));
        Assert.True((await rig.Customers.Editor().AddNoteAsync(customer, "Budi calls at noon", Token)).Succeeded);
        await TransferAsync(rig, customer, "Sari Dewi");
        await rig.AddAsync(new(customer, DocumentKind.Contract, "sari.pdf", SampleFiles.Pdf()));
        Assert.True((await rig.Customers.Editor().AddNoteAsync(customer, "Sari asks", Token)).Succeeded);
        await TransferAsync(rig, customer, "Joko");
        await rig.AddAsync(new(customer, DocumentKind.Contract, "joko.pdf", SampleFiles.Pdf()));
        var owners = (await rig.Customers.GetAsync(customer)).FormerOwners;
        return (customer, owners[1].Id, owners[0].Id);
    }

    private static async Task TransferAsync(DocumentsRig rig, Guid customer, string name)
    {
        rig.Clock.Advance(TimeSpan.FromHours(1));
        var before = await rig.Customers.GetAsync(customer);
        var done = await rig.Customers.Transfer().TransferAsync(customer, before.Version, new(name, CustomerKind.Residential, before.Row.RegisteredOn, $"house sold by {before.Row.Name} to {name}"), Token);
        Assert.True(done.Succeeded, DocumentsRig.Told(done.Error));
        rig.Clock.Advance(TimeSpan.FromHours(1));
    }

    private static async Task<string> ExportAsync(DocumentsRig rig, Guid customer, Guid? formerOwner)
    {
        var export = formerOwner is { } owner ? await rig.Privacy().ExportFormerOwnerAsync(customer, owner, Token) : await rig.Privacy().ExportAsync(customer, Token);
        Assert.True(export.Succeeded, DocumentsRig.Told(export.Error));
        return Encoding.UTF8.GetString(export.Value.Json.Span);
    }

    private static void AssertTells(string export, string[] told, string[] kept)
    {
        Assert.All(told, word => Assert.Contains(word, export, StringComparison.Ordinal));
        Assert.All(kept, word => Assert.DoesNotContain(word, export, StringComparison.Ordinal));
    }
}
