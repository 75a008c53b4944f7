using System.Text;
using System.Text.Json;
using IspPortal.Core.Audit;
using IspPortal.Core.Common.Time;
using IspPortal.Core.Customers;
using IspPortal.Core.Customers.Documents;
using IspPortal.Core.Identity;
using IspPortal.Infrastructure.Persistence;
using IspPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Tests.Customers.Documents;

public sealed class KeepingDocumentsTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Providers.Real), MemberType = typeof(Providers))]
    public async Task It_lies_encrypted_outside_the_database_and_every_look_is_in_the_audit(string provider)
    {
        await using var rig = await DocumentsRig.CreateAsync(provider);
        var customer = await rig.AddCustomerAsync();
        var photo = SampleFiles.Png();

        var row = await rig.AddAsync(new(customer, DocumentKind.IdentityCard, @"C:\foto\KTP <budi>.pdf", photo, new DateOnly(2030, 1, 1), "front"));

        // Its name says PDF, its content PNG.
        Assert.Equal((DocumentFormat.Png, "KTP budi.pdf", photo.Length, DocumentState.Pending, 16), (row.Format, row.FileName, (int)row.SizeBytes, row.State, row.Width));
        var file = Assert.Single(rig.FilesOnDisk());
        var stored = await File.ReadAllBytesAsync(file, Token);
        Assert.True(stored.AsSpan().IndexOf(photo.AsSpan(0, 8)) < 0, "the file is not encrypted");
        Assert.DoesNotContain("budi", Path.GetFileName(file), StringComparison.OrdinalIgnoreCase);

        var opened = (await rig.Directory().OpenAsync(row.Id, Token)).Value;
        Assert.Equal((DocumentFormat.Png, "KTP budi.png"), (opened.Format, opened.FileName));
        Assert.Equal(photo, opened.Bytes.ToArray());
        await using var context = rig.Database.Open();
        var audit = await context.Set<AuditEntry>().Where(a => a.Entity == "customer_document" && a.EntityId == row.Id.ToString()).OrderBy(a => a.Action).ToListAsync(Token);
        Assert.Equal(["created", "document_viewed"], audit.Select(entry => entry.Action));
        Assert.DoesNotContain("KTP budi", audit[0].AfterJson!, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Providers.Real), MemberType = typeof(Providers))]
    public async Task Who_may_see_that_it_is_there_may_not_yet_look_at_it(string provider)
    {
        await using var rig = await DocumentsRig.CreateAsync(provider);
        var customer = await rig.AddCustomerAsync();
        var card = await rig.AddAsync(new(customer, DocumentKind.IdentityCard, "ktp.png", SampleFiles.Png()));
        var house = await rig.AddAsync(new(customer, DocumentKind.HousePhoto, "rumah.jpg", SampleFiles.Jpeg()));

        Assert.Equal("identity.forbidden", (await rig.Directory("customers.read").ListAsync(new(), new(), Token)).Error!.Code);
        Assert.Equal("identity.forbidden", (await rig.Directory("documents.read").OpenAsync(house.Id, Token)).Error!.Code);
        Assert.True((await rig.Directory("documents.view").OpenAsync(house.Id, Token)).Succeeded);
        Assert.Equal("identity.forbidden", (await rig.Directory("documents.view").OpenAsync(card.Id, Token)).Error!.Code);
        Assert.True((await rig.Directory("documents.view", "customers.identity").OpenAsync(card.Id, Token)).Succeeded);
        Assert.Equal("identity.forbidden", (await rig.Desk("documents.write").VerifyAsync(card.Id, 1, Token)).Error!.Code);
        Assert.Equal("identity.forbidden", (await rig.Desk("documents.verify").RemoveAsync(card.Id, "x", Token)).Error!.Code);
        Assert.Equal("identity.forbidden", (await rig.Desk("documents.read").AddAsync(Ids.New(TimeProvider.System), new(customer, DocumentKind.Contract, "a", SampleFiles.Pdf()), Token)).Error!.Code);
    }

    [Theory, MemberData(nameof(Providers.Real), MemberType = typeof(Providers))]
    public async Task What_is_wrong_is_said_at_the_field_and_nothing_is_kept(string provider)
    {
        await using var rig = await DocumentsRig.CreateAsync(provider);
        rig.Settings = new DocumentSettings { MaxMegabytes = 1 };
        var customer = await rig.AddCustomerAsync();
        var gone = await rig.AddCustomerAsync("Sari");
        Assert.True((await rig.Customers.Editor().RemoveAsync(gone, "twice", Token)).Succeeded);

        async Task<string> ToldAsync(AddDocumentRequest request) => DocumentsRig.Told((await rig.Desk().AddAsync(Ids.New(TimeProvider.System), request, Token)).Error);

        Assert.Equal("documents.unknown_format: file documents.unknown_format", await ToldAsync(new(customer, DocumentKind.IdentityCard, "ktp.jpg", Encoding.ASCII.GetBytes("MZ this is a program"))));
        Assert.Equal("documents.damaged: file documents.damaged", await ToldAsync(new(customer, DocumentKind.IdentityCard, "ktp.jpg", SampleFiles.Png().AsMemory(..^4))));
        Assert.Equal("documents.file_missing: file documents.file_missing", await ToldAsync(new(customer, DocumentKind.IdentityCard, "ktp.jpg", ReadOnlyMemory<byte>.Empty)));
        Assert.Equal("documents.too_large: file documents.too_large", await ToldAsync(new(customer, DocumentKind.IdentityCard, "ktp.jpg", new byte[(1024 * 1024) + 1])));
        Assert.Equal(
            "common.invalid: file documents.file_missing, kind common.not_allowed, expiresOn documents.not_a_last_day, description common.too_long",
            await ToldAsync(new(customer, (DocumentKind)99, null, default, new DateOnly(1800, 1, 1), new string('x', 501))));
        Assert.Equal("common.invalid: description common.required", await ToldAsync(new(customer, DocumentKind.Other, "a.png", SampleFiles.Png())));
        Assert.Equal("customers.not_found: ", await ToldAsync(new(Guid.Empty, DocumentKind.Contract, "a.png", SampleFiles.Png())));
        Assert.Equal("customers.removed: ", await ToldAsync(new(gone, DocumentKind.Contract, "a.png", SampleFiles.Png())));
        Assert.Empty(rig.FilesOnDisk());
        Assert.Empty(await rig.ListAsync(new()));
    }

    [Theory, MemberData(nameof(Providers.Real), MemberType = typeof(Providers))]
    public async Task Sent_by_many_at_once_it_is_kept_once_with_one_file(string provider)
    {
        await using var rig = await DocumentsRig.CreateAsync(provider);
        var customer = await rig.AddCustomerAsync();
        var id = Ids.New(TimeProvider.System);
        var request = new AddDocumentRequest(customer, DocumentKind.Contract, "kontrak.pdf", SampleFiles.Pdf());

        var sent = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => rig.Desk().AddAsync(id, request, Token))));

        Assert.All(sent, result => Assert.Equal(id, result.Value));
        Assert.Single(await rig.ListAsync(new(customer)));
        Assert.Single(rig.FilesOnDisk());
        Assert.Equal("documents.same_file", (await rig.Desk().AddAsync(Ids.New(TimeProvider.System), request, Token)).Error!.Code);
        Assert.Equal("documents.id_taken", (await rig.Desk().AddAsync(id, request with { Content = SampleFiles.Pdf(2) }, Token)).Error!.Code);
        Assert.Single(rig.FilesOnDisk());
        Assert.True((await rig.Directory().OpenAsync(id, Token)).Value.Bytes.Span.SequenceEqual(request.Content.Span));
    }

    [Theory, MemberData(nameof(Providers.Real), MemberType = typeof(Providers))]
    public async Task It_is_verified_or_rejected_with_a_reason_and_a_change_begins_anew(string provider)
    {
        await using var rig = await DocumentsRig.CreateAsync(provider);
        var row = await rig.AddAsync(new(await rig.AddCustomerAsync(), DocumentKind.IdentityCard, "ktp.png", SampleFiles.Png()));

        Assert.Equal("reason", Assert.Single((await rig.Desk().RejectAsync(row.Id, row.Version, " ", Token)).Error!.Fields).Field);
        Assert.True((await rig.Desk().RejectAsync(row.Id, row.Version, " too dark ", Token)).Succeeded);
        var rejected = await rig.GetAsync(row.Id);
        Assert.Equal((DocumentState.Rejected, "too dark", "admin@lab.test"), (rejected.State, rejected.StateReason, rejected.JudgedBy));
        Assert.Equal("common.version_conflict", (await rig.Desk().VerifyAsync(row.Id, row.Version, Token)).Error!.Code);
        Assert.Equal("documents.already_judged", (await rig.Desk().RejectAsync(row.Id, rejected.Version, "again", Token)).Error!.Code);
        Assert.True((await rig.Desk().VerifyAsync(row.Id, rejected.Version, Token)).Succeeded);
        var verified = await rig.GetAsync(row.Id);
        Assert.Equal((DocumentState.Verified, null), (verified.State, verified.StateReason));

        Assert.True((await rig.Desk().ChangeAsync(row.Id, verified.Version, new(DocumentKind.IdentityCard, null, "front side"), Token)).Succeeded);
        var described = await rig.GetAsync(row.Id);
        Assert.Equal((DocumentState.Verified, "front side"), (described.State, described.Description));
        Assert.True((await rig.Desk().ChangeAsync(row.Id, described.Version, new(DocumentKind.Passport, new DateOnly(2031, 5, 1)), Token)).Succeeded);
        var changed = await rig.GetAsync(row.Id);
        Assert.Equal((DocumentState.Pending, null, DocumentKind.Passport), (changed.State, changed.JudgedBy, changed.Kind));

        var timeline = (await rig.Timeline().ReadAsync(new(Core.Common.Timeline.TimelineSubject.OfCustomer(row.CustomerId), 50), Token)).Items;
        Assert.Equal(["changed", "changed", "rejected", "uploaded", "verified"], timeline.Select(entry => entry.Action).Order(StringComparer.Ordinal));
        Assert.Equal("too dark", timeline.Single(entry => entry.Action == "rejected").Text);
        Assert.Equal(["IdentityCard"], timeline.Single(entry => entry.Action == "uploaded").Arguments);
    }

    [Theory, MemberData(nameof(Providers.Real), MemberType = typeof(Providers))]
    public async Task An_erasure_or_a_merge_that_has_not_seen_an_upload_does_not_end(string provider)
    {
        await using var rig = await DocumentsRig.CreateAsync(provider);
        var id = await rig.AddCustomerAsync();
        await using var context = rig.Database.Open();
        var customer = await context.Set<Customer>().SingleAsync(c => c.Id == id, Token);

        await rig.AddAsync(new(id, DocumentKind.IdentityCard, "ktp.png", SampleFiles.Png()));
        customer.RemovedAtUtc = rig.Clock.NowUtc;

        Assert.Equal("common.version_conflict", (await context.TrySaveAsync(null, Token)).Error?.Code);
    }

    [Fact]
    public async Task A_file_whose_row_may_be_there_is_left_to_the_sweep()
    {
        await using var rig = await DocumentsRig.CreateAsync("Sqlite");
        var id = await rig.AddCustomerAsync();

        await Assert.ThrowsAsync<TimeoutException>(() => rig.DeskThatLosesItsConnection().AddAsync(Ids.New(TimeProvider.System), new(id, DocumentKind.Contract, "a.pdf", SampleFiles.Pdf()), Token));

        Assert.Single(rig.FilesOnDisk());
    }

    [Fact]
    public async Task A_technician_opens_no_identity_paper_by_calling_it_something_else()
    {
        string[] technician = [.. RolePermissions.Of(PortalRoles.Technician)];
        await using var rig = await DocumentsRig.CreateAsync("Sqlite");
        var row = await rig.AddAsync(new(await rig.AddCustomerAsync(), DocumentKind.IdentityCard, "ktp.png", SampleFiles.Png()));

        Assert.Equal("identity.forbidden", (await rig.Desk(technician).ChangeAsync(row.Id, row.Version, new(DocumentKind.HousePhoto, null), Token)).Error?.Code);
        Assert.Equal("identity.forbidden", (await rig.Directory(technician).OpenAsync(row.Id, Token)).Error?.Code);

        // What it says about it is the technician's to change, and what is no identity paper may become one.
        Assert.Null((await rig.Desk(technician).ChangeAsync(row.Id, row.Version, new(DocumentKind.IdentityCard, null, "front"), Token)).Error);
        var photo = await rig.AddAsync(new(row.CustomerId, DocumentKind.HousePhoto, "rumah.png", SampleFiles.Png(seed: 9)));
        Assert.Null((await rig.Desk(technician).ChangeAsync(photo.Id, photo.Version, new(DocumentKind.IdentityCard, null), Token)).Error);
    }

    [Theory, MemberData(nameof(Providers.Real), MemberType = typeof(Providers))]
    public async Task What_has_ended_and_what_ends_soon_is_found(string provider)
    {
        await using var rig = await DocumentsRig.CreateAsync(provider);
        var customer = await rig.AddCustomerAsync();
        var today = DateOnly.FromDateTime(rig.Clock.NowUtc.AddHours(7));
        foreach (var (at, last) in new DateOnly?[] { today.AddDays(-1), today, today.AddDays(30), today.AddDays(31), null }.Index())
        {
            await rig.AddAsync(new(customer, at == 4 ? DocumentKind.HousePhoto : DocumentKind.Passport, $"{at}.png", SampleFiles.Png(seed: at + 1), last));
            rig.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        async Task<string> NamesAsync(DocumentFilter filter, string? sort = null, bool descending = false) => string.Join(' ', (await rig.ListAsync(filter, sort, descending)).Select(row => row.FileName[..1]));

        Assert.Equal("0", await NamesAsync(new(Expiry: DocumentExpiry.Expired)));
        Assert.Equal("1 2", await NamesAsync(new(Expiry: DocumentExpiry.ExpiringSoon)));
        Assert.Equal("3", await NamesAsync(new(Expiry: DocumentExpiry.Valid)));
        Assert.Equal("4", await NamesAsync(new(Expiry: DocumentExpiry.Endless)));
        Assert.Equal("4 3 2 1 0", await NamesAsync(new(customer), "uploaded", true));
        Assert.Equal("0 1 2 3 4", await NamesAsync(new(), "expires"));
        Assert.Equal("3 2 1 0 4", await NamesAsync(new(), "expires", true));
        Assert.Equal("4", await NamesAsync(new(Kind: DocumentKind.HousePhoto, State: DocumentState.Pending)));
        Assert.Equal("", await NamesAsync(new(Guid.Empty)));
        Assert.Equal(
            [DocumentExpiry.Expired, DocumentExpiry.ExpiringSoon, DocumentExpiry.ExpiringSoon, DocumentExpiry.Valid, DocumentExpiry.Endless], (await rig.ListAsync(new(), "expires")).Select(row => row.Expiry));
        Assert.Equal(5, (await rig.Directory().ListAsync(new(), new(1, 2, "santoso"), Token)).Value.TotalCount);
        Assert.Equal(0, (await rig.Directory().ListAsync(new(), new(1, 2, "nobody"), Token)).Value.TotalCount);
        rig.Settings = new DocumentSettings { ExpiringSoonDays = 31 };
        Assert.Equal("1 2 3", await NamesAsync(new(Expiry: DocumentExpiry.ExpiringSoon)));
    }

    [Theory, MemberData(nameof(Providers.Real), MemberType = typeof(Providers))]
    public async Task Removed_it_can_come_back_until_its_file_goes(string provider)
    {
        await using var rig = await DocumentsRig.CreateAsync(provider);
        var customer = await rig.AddCustomerAsync();
        var row = await rig.AddAsync(new(customer, DocumentKind.Contract, "kontrak.pdf", SampleFiles.Pdf()));

        Assert.Equal("common.required", Assert.Single((await rig.Desk().RemoveAsync(row.Id, "", Token)).Error!.Fields).Code);
        Assert.True((await rig.Desk().RemoveAsync(row.Id, "wrong person", Token)).Succeeded);
        Assert.Equal("documents.removed", (await rig.Directory().OpenAsync(row.Id, Token)).Error!.Code);
        Assert.Equal("documents.removed", (await rig.Desk().VerifyAsync(row.Id, 2, Token)).Error!.Code);
        Assert.Equal("wrong person", Assert.Single(await rig.ListAsync(new(customer, Removed: true))).RemovalReason);
        Assert.Empty(await rig.ListAsync(new(customer)));
        Assert.True((await rig.Desk().RestoreAsync(row.Id, Token)).Succeeded);
        Assert.Equal("documents.not_removed", (await rig.Desk().RestoreAsync(row.Id, Token)).Error!.Code);

        Assert.True((await rig.Desk().RemoveAsync(row.Id, "wrong person", Token)).Succeeded);
        var again = await rig.AddAsync(new(customer, DocumentKind.Contract, "kontrak.pdf", SampleFiles.Pdf()));
        Assert.Equal("documents.same_file", (await rig.Desk().RestoreAsync(row.Id, Token)).Error!.Code);
        rig.Clock.Advance(TimeSpan.FromDays(89));
        Assert.Equal((0, 0, 0), Swept(await rig.Sweeper().SweepAsync(Token)));
        rig.Clock.Advance(TimeSpan.FromDays(2));
        Assert.Equal((1, 0, 0), Swept(await rig.Sweeper().SweepAsync(Token)));
        Assert.Single(rig.FilesOnDisk());
        Assert.Equal("documents.file_gone", (await rig.Desk().RestoreAsync(row.Id, Token)).Error!.Code);
        Assert.True((await rig.Directory().OpenAsync(again.Id, Token)).Succeeded);
    }

    [Theory, MemberData(nameof(Providers.Real), MemberType = typeof(Providers))]
    public async Task What_a_crash_left_is_swept_and_a_lost_file_is_reported(string provider)
    {
        await using var rig = await DocumentsRig.CreateAsync(provider);
        var kept = await rig.AddAsync(new(await rig.AddCustomerAsync(), DocumentKind.Contract, "kontrak.pdf", SampleFiles.Pdf()));
        var (young, orphan) = (Ids.New(TimeProvider.System), Ids.New(TimeProvider.System));
        foreach (var file in new[] { young, orphan })
        {
            await rig.Files.SaveAsync(file, SampleFiles.Png(), Token);
        }

        File.SetLastWriteTimeUtc(Directory.GetFiles(rig.Folder, $"{orphan:N}.document", SearchOption.AllDirectories)[0], rig.Clock.NowUtc.AddDays(-2));
        File.SetLastWriteTimeUtc(Directory.GetFiles(rig.Folder, $"{young:N}.document", SearchOption.AllDirectories)[0], rig.Clock.NowUtc.AddHours(-1));
        var half = Path.Combine(rig.Folder, "half.document.new");
        await File.WriteAllTextAsync(half, "half", Token);
        File.SetLastWriteTimeUtc(half, rig.Clock.NowUtc.AddDays(-2));

        Assert.Equal((0, 1, 0), Swept(await rig.Sweeper().SweepAsync(Token)));
        Assert.False(rig.Files.Exists(orphan));
        Assert.True(rig.Files.Exists(young));
        Assert.False(File.Exists(half));

        await using var context = rig.Database.Open();
        rig.Files.Remove(await context.Set<CustomerDocument>().Where(d => d.Id == kept.Id).Select(d => d.StoredAs).SingleAsync(Token));
        Assert.Equal((0, 0, 1), Swept(await rig.Sweeper().SweepAsync(Token)));
        Assert.Equal("documents.file_gone", (await rig.Directory().OpenAsync(kept.Id, Token)).Error!.Code);
    }

    [Theory, MemberData(nameof(Providers.Real), MemberType = typeof(Providers))]
    public async Task It_goes_with_its_customer_into_another_one(string provider)
    {
        await using var rig = await DocumentsRig.CreateAsync(provider);
        var (goes, stays) = (await rig.AddCustomerAsync(), await rig.AddCustomerAsync("Budi S."));
        var row = await rig.AddAsync(new(goes, DocumentKind.Contract, "kontrak.pdf", SampleFiles.Pdf()));

        Assert.Equal(1, (await rig.Merge().PreviewAsync(goes, stays, Token)).Value.Moves.Single(move => move.What == "documents").Count);
        Assert.True((await rig.Merge().MergeAsync(goes, stays, "the same", Token)).Succeeded);
        Assert.Equal(row.Id, Assert.Single(await rig.ListAsync(new(stays))).Id);
        Assert.True((await rig.Directory().OpenAsync(row.Id, Token)).Succeeded);
        Assert.Single((await rig.Timeline().ReadAsync(new(Core.Common.Timeline.TimelineSubject.OfCustomer(stays), 50), Token)).Items);
    }

    [Theory, MemberData(nameof(Providers.Real), MemberType = typeof(Providers))]
    public async Task It_is_part_of_a_persons_export_and_of_the_erasure(string provider)
    {
        await using var rig = await DocumentsRig.CreateAsync(provider);
        var customer = await rig.AddCustomerAsync();
        var photo = SampleFiles.Png();
        var row = await rig.AddAsync(new(customer, DocumentKind.IdentityCard, "ktp budi.png", photo, null, "of Budi"));
        Assert.True((await rig.Desk().RejectAsync(row.Id, row.Version, "Budi blinks", Token)).Succeeded);

        using (var export = JsonDocument.Parse((await rig.Privacy().ExportAsync(customer, Token)).Value.Json))
        {
            var held = export.RootElement.GetProperty("documents")[0];
            Assert.Equal(photo, held.GetProperty("content").GetBytesFromBase64());
            Assert.Equal(("ktp budi.png", "image/png", "Budi blinks"), (held.GetProperty("fileName").GetString(), held.GetProperty("mediaType").GetString(), held.GetProperty("stateReason").GetString()));
        }

        Assert.True((await rig.Privacy().EraseAsync(customer, "asked", Token)).Succeeded);
        Assert.Single(rig.FilesOnDisk());
        await rig.Eraser().HandleAsync(new CustomerErased(customer), Token);
        await rig.Eraser().HandleAsync(new CustomerErased(customer), Token);
        Assert.Empty(rig.FilesOnDisk());
        Assert.Equal("documents.file_gone", (await rig.Directory().OpenAsync(row.Id, Token)).Error!.Code);
        Assert.Equal("documents.file_gone", (await rig.Desk().RestoreAsync(row.Id, Token)).Error!.Code);
        var after = Encoding.UTF8.GetString((await rig.Privacy().ExportAsync(customer, Token)).Value.Json.Span);
        Assert.DoesNotContain("udi", after, StringComparison.Ordinal);
        Assert.Null(Assert.Single((await rig.Timeline().ReadAsync(new(Core.Common.Timeline.TimelineSubject.OfCustomer(customer), 50), Token)).Items, entry => entry.Action == "rejected").Text);
        Assert.Equal("customers.erased", (await rig.Desk().AddAsync(Ids.New(TimeProvider.System), new(customer, DocumentKind.Contract, "a", SampleFiles.Pdf()), Token)).Error!.Code);
    }

    private static (int Erased, int Orphans, int Missing) Swept(IspPortal.Infrastructure.Customers.Documents.DocumentSweep sweep) => (sweep.Erased, sweep.Orphans, sweep.Missing);
}
