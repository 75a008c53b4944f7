using System.Text;
using IspPortal.Core.Audit;
using IspPortal.Core.Common.Events;
using IspPortal.Core.Common.Time;
using IspPortal.Core.Customers;
using IspPortal.Core.Customers.BillingAccounts;
using IspPortal.Core.Customers.Imports;
using IspPortal.Core.Identity;
using IspPortal.Infrastructure.Persistence;
using IspPortal.Tests.Support;
using IspPortal.Tests.Tables;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Tests.Customers.Imports;

public sealed class ImportingCustomersTests
{
    private const string Card = "3216010203040005";

    private const string Mixed = """
        kode;nama;hp;nik;alamat;kota;email
        A1;Budi Santoso;0812-3456-7890;3216010203040005;Jl. Melati 3;Bekasi;budi@contoh.test
        A2;Siti Aminah;0812-3456-7891;;Jl. Mawar 5;Bekasi;
        A3;Ibu Kos;0812-3456-7890;;Jl. Kenanga 9;Bekasi;
        A1;Budi lagi;0813-0000-0001;;;;
        A4;Rudi;12345;123;;;rudi@
        """;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Providers.Real), MemberType = typeof(Providers))]
    public async Task A_dry_run_says_what_would_be_and_changes_nothing(string provider)
    {
        await using var rig = await CustomersRig.CreateAsync(provider);
        var id = await rig.UploadAsync(ImportScene.FileOf(Mixed));
        Assert.Equal((CustomerImportState.Uploaded, 5), (await rig.DetailsAsync(id)).Row is var row ? (row.State, row.Rows) : default);
        var preview = (await rig.Imports().PreviewAsync(id, Token)).Value;
        Assert.Equal(["kode", "nama", "hp", "nik", "alamat", "kota", "email"], preview.Sheets.Single().Headings);
        Assert.False(preview.IsRemembered);

        var details = await rig.CheckAsync(id);
        Assert.Equal((CustomerImportState.Checked, 2, 1, 1, 1, 2), (details.Row.State, details.Row.New, details.Row.Possible, details.Row.Known, details.Row.Wrong, details.Left));
        var lines = await rig.LinesAsync(id);
        Assert.Equal([2, 3, 4, 5, 6], lines.Select(line => line.Number));
        Assert.Equal((CustomerImportMatch.Phone, (int?)2), (lines[2].Match!.Value, lines[2].OtherNumber));
        Assert.Equal((CustomerImportMatch.ExternalCode, (int?)2), (lines[3].Match!.Value, lines[3].OtherNumber));
        Assert.Equal(["email common.not_an_email", "identityNumber customers.not_an_identity_number", "phone customers.not_a_phone"], lines[4].Problems.Select(p => $"{p.Field} {p.Code}").Order(StringComparer.Ordinal));
        Assert.Equal("Siti Aminah", Assert.Single(await rig.LinesAsync(id, CustomerImportVerdict.New, "siti 7891")).Name);
        Assert.Empty(await rig.LinesAsync(id, CustomerImportVerdict.New, "A4"));

        Assert.Equal(0, (await rig.Directory().ListAsync(new(), new(), Token)).Value.TotalCount);
        await using var context = rig.Database.Open();
        Assert.Equal(0, await context.Set<NumberSequence>().CountAsync(Token));
        Assert.Equal(0, await context.Set<OutboxEvent>().CountAsync(Token));
        Assert.All(await context.Set<AuditEntry>().ToListAsync(Token), entry => Assert.Equal("customer-import", entry.Entity));
    }

    [Theory, MemberData(nameof(Providers.Real), MemberType = typeof(Providers))]
    public async Task The_same_rows_come_of_a_file_and_of_the_form(string provider)
    {
        await using var rig = await CustomersRig.CreateAsync(provider);
        var byHand = await rig.AddAsync(new SaveCustomerRequest("Budi Santoso", CustomerKind.Business)
        {
            ExternalCode = "H1",
            Phone = "0812-3456-7890",
            Email = "budi@contoh.test",
            Street = "Jl. Melati 3",
            City = "Bekasi",
            IdentityNumber = Card,
            Tags = ["vip"],
            Contacts = [new(null, "Ibu Sari", ContactRole.Billing, "0813 1111 2222", null, MessageChannel.WhatsApp)],
        });
        var details = await rig.ImportAsync(ImportScene.FileOf(
            "kode;nama;hp;email;alamat;kota;nik;tag;jenis;nama kontak;jabatan;hp kontak\nF1;Rudi Hartono;0812-3456-7899;rudi@contoh.test;Jl. Mawar 5;Depok;3216010203040006;vip;usaha;Ibu Ani;tagihan;0813 1111 3333\n"));
        Assert.Equal((CustomerImportState.Done, 1, 0), (details.Row.State, details.Row.Made, details.Left));
        var line = Assert.Single(await rig.LinesAsync(details.Row.Id));
        var byFile = line.CustomerId!.Value;
        Assert.EndsWith("-000002", line.CustomerNumber, StringComparison.Ordinal);

        await using var context = rig.Database.Open();
        Assert.Equal(await ShapeOfAsync(context, byHand), await ShapeOfAsync(context, byFile));
        var imported = await rig.GetAsync(byFile);
        Assert.Equal(("F1", "+6281234567899", "•••• •••• •••• ••06"), (imported.Row.ExternalCode, imported.Row.Phone, imported.IdentityMasked));
        foreach (var text in new[] { "rudi hart", "F1", "0812-3456-7899".Replace("-", "", StringComparison.Ordinal), "ani" })
        {
            Assert.Contains((await rig.Directory().ListAsync(new(), new(1, 50, text), Token)).Value.Items, row => row.Id == byFile);
        }

        // Whoever pressed start has made them, as whoever saves the form.
        var history = await context.Set<CustomerHistoryEntry>().SingleAsync(h => h.CustomerId == byFile, Token);
        Assert.Equal((CustomerHistoryKind.Registered, "admin@lab.test"), (history.Kind, history.ActorName));
        var audit = await context.Set<AuditEntry>().SingleAsync(a => a.Entity == "customer" && a.EntityId == byFile.ToString(), Token);
        Assert.Equal((ActorKind.User, (Guid?)TestActor.UserId, "admin@lab.test", "10.0.0.9"), (audit.ActorKind, audit.ActorId, audit.ActorName, audit.Address));
        Assert.DoesNotContain("3216010203040006", audit.AfterJson, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Providers.Real), MemberType = typeof(Providers))]
    public async Task A_second_import_of_the_same_file_makes_no_doubles(string provider)
    {
        await using var rig = await CustomersRig.CreateAsync(provider);
        Assert.Equal(2, (await rig.ImportAsync(ImportScene.FileOf(Mixed))).Row.Made);

        var again = await rig.UploadAsync(ImportScene.FileOf(Mixed, "lagi.csv"));
        Assert.True((await rig.Imports().PreviewAsync(again, Token)).Value.IsRemembered);
        var details = await rig.CheckAsync(again);
        Assert.Equal((0, 1, 3, 1), (details.Row.New, details.Row.Possible, details.Row.Known, details.Row.Wrong));
        Assert.Equal("customer_imports.nothing_to_import", (await rig.ImportDesk().StartAsync(again, details.Row.Version, Token)).Error!.Code);
        var known = (await rig.LinesAsync(again, CustomerImportVerdict.Known))[0];
        Assert.Equal((CustomerImportMatch.ExternalCode, true), (known.Match!.Value, known.OtherName!.EndsWith("Budi Santoso", StringComparison.Ordinal)));

        // The same people without codes: by card, and by phone and name.
        var bare = await rig.CheckAsync(await rig.UploadAsync(ImportScene.FileOf($"nama;hp;nik\nB. Santoso;;{Card}\nSITI  AMINAH;0812 3456 7891;\n", "tanpa kode.csv")));
        Assert.Equal((0, 2), (bare.Row.New, bare.Row.Known));
        Assert.Equal(2, (await rig.Directory().ListAsync(new(), new(), Token)).Value.TotalCount);
    }

    [Theory, MemberData(nameof(Providers.Real), MemberType = typeof(Providers))]
    public async Task Possible_doubles_are_made_when_somebody_says_so(string provider)
    {
        await using var rig = await CustomersRig.CreateAsync(provider);
        await rig.AddAsync(new SaveCustomerRequest("Ibu Kos", CustomerKind.Business) { Phone = "0812-3456-7890" });
        var id = await rig.UploadAsync(ImportScene.FileOf("kode;nama;hp\nK1;Anak Satu;081234567890\nK2;Anak Dua;081234567890\nK3;Anak Tiga;081234567890\n"));
        var details = await rig.CheckAsync(id);
        Assert.Equal((0, 3, 0), (details.Row.New, details.Row.Possible, details.Left));
        Assert.Equal(3, (await rig.ImportDesk().ChooseAsync(id, new(), true, Token)).Value);
        Assert.Equal(1, (await rig.ImportDesk().ChooseAsync(id, new(Numbers: [3]), false, Token)).Value);
        Assert.Equal((2, 2), (await rig.DetailsAsync(id)) is var chosen ? (chosen.Left, chosen.Kept) : default);
        await rig.StartAsync(id);
        Assert.Equal(2, await rig.ImportRunner().RunAsync(Token));
        Assert.Equal(["Anak Satu", "Anak Tiga", "Ibu Kos"], (await rig.Directory().ListAsync(new(), new(), Token)).Value.Items.Select(row => row.Name));
        var problems = (await rig.Imports().OpenProblemsAsync(id, Token)).Value;
        Assert.Equal(["K2", "Anak Dua", "081234567890"], Assert.Single(problems.Rows).Cells);
    }

    [Theory, MemberData(nameof(Providers.Real), MemberType = typeof(Providers))]
    public async Task An_import_that_was_killed_goes_on_and_makes_nobody_twice(string provider)
    {
        const int Count = 620;
        await using var rig = await CustomersRig.CreateAsync(provider);
        var id = await rig.UploadAsync(ImportScene.Crowd(Count));
        Assert.Equal(Count, (await rig.CheckAsync(id)).Left);
        await rig.StartAsync(id);

        // The process dies between two batches, in the middle of one, and after the rows are written and before they are kept.
        foreach (var die in new[] { 1, 2, 3 })
        {
            var contexts = new DyingContexts(rig.Database, die);
            await Assert.ThrowsAnyAsync<Exception>(() => rig.ImportRunner(contexts).RunAsync(Token));
            // Its lease holds for a while: nobody else begins meanwhile.
            Assert.Null(await rig.ImportRunner().RunAsync(Token));
            rig.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        await rig.ImportRunner().RunAsync(Token);
        var details = await rig.DetailsAsync(id);
        Assert.Equal((CustomerImportState.Done, Count, 0), (details.Row.State, details.Row.Made, details.Left));
        await using var context = rig.Database.Open();
        var customers = await context.Set<Customer>().Select(c => new { c.ExternalCode, c.Number }).ToListAsync(Token);
        Assert.Equal(Enumerable.Range(1, Count).Select(i => $"C{i}").Order(StringComparer.Ordinal), customers.Select(c => c.ExternalCode).Order(StringComparer.Ordinal));
        Assert.Equal(Count, await context.Set<BillingAccount>().CountAsync(Token));
        Assert.Equal(Count, await context.Set<CustomerSearchEntry>().CountAsync(Token));
        Assert.Equal(Count, await context.Set<OutboxEvent>().CountAsync(Token));
        // Without a gap: what died gave its numbers back.
        Assert.EndsWith($"-{Count:000000}", customers.Max(c => c.Number), StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Providers.Real), MemberType = typeof(Providers))]
    public async Task Two_runners_and_two_starts_make_each_customer_once(string provider)
    {
        const int Count = 400;
        await using var rig = await CustomersRig.CreateAsync(provider);
        var id = await rig.UploadAsync(ImportScene.Crowd(Count));
        var version = (await rig.CheckAsync(id)).Row.Version;
        var starts = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Task.Run(() => rig.ImportDesk().StartAsync(id, version, Token))));
        var refused = Assert.Single(starts, start => !start.Succeeded).Error!;
        Assert.Contains(refused.Code, new[] { "common.version_conflict", "customer_imports.wrong_state" });

        // The first one stood still until its lease was over; both go on at once.
        var stalled = new DyingContexts(rig.Database, 0) { OnBatch = batch => batch == 1 ? RunAnotherAsync() : Task.CompletedTask };
        Assert.Equal(0, await rig.ImportRunner(stalled).RunAsync(Token));
        var details = await rig.DetailsAsync(id);
        Assert.Equal((CustomerImportState.Done, Count), (details.Row.State, details.Row.Made));
        Assert.Equal(Count, (await rig.Directory().ListAsync(new(), new(), Token)).Value.TotalCount);

        async Task RunAnotherAsync()
        {
            rig.Clock.Advance(TimeSpan.FromMinutes(1));
            Assert.Equal(Count, await rig.ImportRunner().RunAsync(Token));
        }
    }

    [Theory, MemberData(nameof(Providers.Real), MemberType = typeof(Providers))]
    public async Task A_stopped_import_stands_and_can_be_gone_on_with(string provider)
    {
        await using var rig = await CustomersRig.CreateAsync(provider);
        var id = await rig.UploadAsync(ImportScene.Crowd(600));
        await rig.CheckAsync(id);
        await rig.StartAsync(id);
        var contexts = new DyingContexts(rig.Database, 0) { OnBatch = batch => batch == 2 ? rig.ImportDesk().StopAsync(id, Token) : Task.CompletedTask };
        Assert.Equal(250, await rig.ImportRunner(contexts).RunAsync(Token));
        Assert.Null(await rig.ImportRunner().RunAsync(Token));
        var stopped = await rig.DetailsAsync(id);
        Assert.Equal((CustomerImportState.Stopped, 250, 350), (stopped.Row.State, stopped.Row.Made, stopped.Left));

        rig.Clock.Advance(TimeSpan.FromMinutes(1));
        await rig.StartAsync(id);
        Assert.Equal(350, await rig.ImportRunner().RunAsync(Token));
        Assert.Equal(600, (await rig.DetailsAsync(id)).Row.Made);
    }

    [Theory, MemberData(nameof(Providers.Real), MemberType = typeof(Providers))]
    public async Task Whom_somebody_added_meanwhile_is_known_and_a_row_the_database_refuses_stops_nobody(string provider)
    {
        await using var rig = await CustomersRig.CreateAsync(provider);
        var id = await rig.UploadAsync(ImportScene.Crowd(20));
        await rig.CheckAsync(id);
        await rig.StartAsync(id);
        await rig.AddAsync(new SaveCustomerRequest("Orang Cepat", CustomerKind.Residential) { ExternalCode = "C7" });
        var contexts = new DyingContexts(rig.Database, 0)
        {
            Refuse = context => context.ChangeTracker.Entries<Customer>().Any(entry => entry.Entity.ExternalCode == "C9") ? new DbUpdateException("refused") : null,
        };
        Assert.Equal(18, await rig.ImportRunner(contexts).RunAsync(Token));
        var details = await rig.DetailsAsync(id);
        Assert.Equal((CustomerImportState.Done, 18, 18, 1, 1), (details.Row.State, details.Row.Made, details.Row.New, details.Row.Known, details.Row.Wrong));
        Assert.Equal("C7", Assert.Single(await rig.LinesAsync(id, CustomerImportVerdict.Known)).ExternalCode);
        var refused = Assert.Single(await rig.LinesAsync(id, CustomerImportVerdict.Wrong));
        Assert.Equal(("C9", "customer_imports.not_saved"), (refused.ExternalCode, refused.Problems.Single().Code));
        Assert.Equal(19, (await rig.Directory().ListAsync(new(), new(), Token)).Value.TotalCount);
    }

    [Fact]
    public async Task A_workbook_with_several_sheets_is_imported_from_the_chosen_one()
    {
        await using var rig = await CustomersRig.CreateAsync("Sqlite");
        var book = new SampleWorkbook().Sheet("Isi", ["Keterangan"], ["abc"]).Sheet("Pelanggan", ["DAFTAR PELANGGAN 2026"], [], ["No", "Nama", "No HP", "NIK"], [1, "Budi", 81234567890L, 3216010203040005L]);
        var id = await rig.UploadAsync(new("daftar.xlsx", book.ToArray()));
        var preview = (await rig.Imports().PreviewAsync(id, Token)).Value;
        Assert.Equal([("Isi", 1), ("Pelanggan", 1)], preview.Sheets.Select(sheet => (sheet.Name, sheet.Rows)));
        Assert.Equal(["No", "Nama", "No HP", "NIK"], preview.Sheets[1].Headings);
        await rig.CheckAsync(id, sheet: 1);
        await rig.StartAsync(id);
        Assert.Equal(1, await rig.ImportRunner().RunAsync(Token));
        var line = Assert.Single(await rig.LinesAsync(id));
        Assert.Equal((4, "+6281234567890"), (line.Number, line.Phone));
        Assert.Equal("•••• •••• •••• ••05", (await rig.GetAsync(line.CustomerId!.Value)).IdentityMasked);
    }

    [Fact]
    public async Task Identity_numbers_and_rows_are_nowhere_in_the_clear()
    {
        await using var rig = await CustomersRig.CreateAsync("Sqlite");
        await rig.ImportAsync(ImportScene.FileOf(Mixed));
        await using (var context = rig.Database.Open())
        {
            await context.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)", Token);
        }

        var bytes = await File.ReadAllBytesAsync(rig.Database.Options.DatabaseFile!, Token);
        Assert.Equal(-1, bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(Card)));
        Assert.Equal(-1, bytes.AsSpan().IndexOf("rudi@"u8));
        Assert.NotEqual(-1, bytes.AsSpan().IndexOf("Budi Santoso"u8));
    }

    [Theory, MemberData(nameof(Providers.Real), MemberType = typeof(Providers))]
    public async Task Erasing_a_person_reaches_the_file_it_came_from(string provider)
    {
        await using var rig = await CustomersRig.CreateAsync(provider);
        var details = await rig.ImportAsync(ImportScene.FileOf(Mixed));
        var lines = await rig.LinesAsync(details.Row.Id);
        var (budi, siti) = (lines[0].CustomerId!.Value, lines[1].CustomerId!.Value);
        var export = Encoding.UTF8.GetString((await rig.Privacy().ExportAsync(budi, Token)).Value.Json.ToArray());
        Assert.Contains("pelanggan.csv", export, StringComparison.Ordinal);

        // Merged into somebody else, the row goes with it.
        Assert.Null((await rig.Merge().MergeAsync(budi, siti, "orang yang sama", Token)).Error);
        Assert.Equal("A2", (await rig.GetAsync(siti)).Row.ExternalCode);
        Assert.Null((await rig.Privacy().EraseAsync(siti, "diminta", Token)).Error);
        lines = await rig.LinesAsync(details.Row.Id);
        Assert.Equal(["—", "—", "Ibu Kos"], lines.Take(3).Select(line => line.Name));
        Assert.Empty(await rig.LinesAsync(details.Row.Id, null, "budi santoso"));
        await using var context = rig.Database.Open();
        var content = await context.Set<CustomerImportContent>().SingleAsync(Token);
        Assert.DoesNotContain(Card, content.Preview, StringComparison.Ordinal);
        var rows = rig.Vault.Open(content.Rows)[0].Rows;
        Assert.Empty(rows[0].Cells);
        Assert.Empty(rows[1].Cells);
        Assert.Equal("Ibu Kos", rows[2].Cells[1]);
    }

    [Theory, MemberData(nameof(Providers.Real), MemberType = typeof(Providers))]
    public async Task Rows_go_some_days_after_the_end_and_what_nobody_goes_on_with_is_thrown_away(string provider)
    {
        await using var rig = await CustomersRig.CreateAsync(provider);
        var done = (await rig.ImportAsync(ImportScene.FileOf(Mixed))).Row.Id;
        rig.Clock.Advance(TimeSpan.FromDays(10));
        var forgotten = await rig.UploadAsync(ImportScene.FileOf(Mixed));
        Assert.Equal(0, await rig.ImportSweeper().SweepAsync(Token));
        rig.Clock.Advance(TimeSpan.FromDays(5));
        Assert.Equal(1, await rig.ImportSweeper().SweepAsync(Token));
        Assert.Equal((CustomerImportState.Done, 2, false), (await rig.DetailsAsync(done)).Row is var row ? (row.State, row.Made, row.IsHeld) : default);
        Assert.Empty(await rig.LinesAsync(done));
        Assert.Equal("customer_imports.content_gone", (await rig.Imports().OpenProblemsAsync(done, Token)).Error!.Code);
        rig.Clock.Advance(TimeSpan.FromDays(10));
        Assert.Equal(1, await rig.ImportSweeper().SweepAsync(Token));
        Assert.Equal(CustomerImportState.Discarded, (await rig.DetailsAsync(forgotten)).Row.State);
        await using var context = rig.Database.Open();
        Assert.Equal(0, await context.Set<CustomerImportContent>().CountAsync(Token));
    }

    [Fact]
    public async Task What_is_not_allowed_or_not_the_time_for_it_does_nothing()
    {
        await using var rig = await CustomersRig.CreateAsync("Sqlite");
        var id = await rig.UploadAsync(ImportScene.FileOf(Mixed));
        var desk = rig.ImportDesk(CustomersPermissions.CustomersWrite, CustomersPermissions.CustomersRead);
        var imports = rig.Imports(CustomersPermissions.CustomersWrite, CustomersPermissions.CustomersRead);
        var mapping = new CustomerImportMapping(0, [new(CustomerImportField.Name, 1)]);
        foreach (var error in new[]
        {
            (await desk.UploadAsync(Ids.New(rig.Clock), ImportScene.FileOf(Mixed), Token)).Error,
            (await desk.CheckAsync(id, 1, mapping, Token)).Error,
            (await desk.ChooseAsync(id, new(), true, Token)).Error,
            (await desk.StartAsync(id, 1, Token)).Error,
            (await desk.StopAsync(id, Token)).Error,
            (await desk.DiscardAsync(id, Token)).Error,
            (await imports.ListAsync(new(), Token)).Error,
            (await imports.GetAsync(id, Token)).Error,
            (await imports.PreviewAsync(id, Token)).Error,
            (await imports.ListLinesAsync(id, new(), new(), Token)).Error,
            (await imports.OpenProblemsAsync(id, Token)).Error,
        })
        {
            Assert.Equal("identity.forbidden", error?.Code);
        }

        Assert.Equal(id, (await rig.ImportDesk().UploadAsync(id, ImportScene.FileOf(Mixed), Token)).Value);
        Assert.Equal("customer_imports.id_taken", (await rig.ImportDesk().UploadAsync(id, ImportScene.FileOf(Mixed, "lain.csv"), Token)).Error!.Code);
        Assert.Equal("tables.empty", (await rig.ImportDesk().UploadAsync(Ids.New(rig.Clock), ImportScene.FileOf("nama;hp\n"), Token)).Error!.Code);
        Assert.Equal("tables.too_many_rows", (await rig.ImportDesk().UploadAsync(Ids.New(rig.Clock), ImportScene.FileOf("nama\n" + string.Concat(Enumerable.Repeat("x\n", CustomerImportFile.MaxRows + 1))), Token)).Error!.Code);
        Assert.Equal("customer_imports.wrong_state", (await rig.ImportDesk().StartAsync(id, 1, Token)).Error!.Code);
        Assert.Equal("common.version_conflict", (await rig.ImportDesk().CheckAsync(id, 7, mapping, Token)).Error!.Code);
        Assert.Equal("common.invalid", (await rig.ImportDesk().CheckAsync(id, 1, new(0, []), Token)).Error!.Code);
        Assert.Equal("customer_imports.not_found", (await rig.ImportDesk().StartAsync(Ids.New(rig.Clock), 1, Token)).Error!.Code);
        Assert.Null((await rig.ImportDesk().DiscardAsync(id, Token)).Error);
        Assert.Null((await rig.ImportDesk().DiscardAsync(id, Token)).Error);
        Assert.Equal("customer_imports.wrong_state", (await rig.ImportDesk().CheckAsync(id, 2, mapping, Token)).Error!.Code);
        Assert.Equal((CustomerImportState.Discarded, false), (await rig.DetailsAsync(id)).Row is var row ? (row.State, row.IsHeld) : default);
        Assert.Equal(1, (await rig.Imports().ListAsync(new(1, 50, "PELANGGAN"), Token)).Value.TotalCount);
    }

    [Theory, MemberData(nameof(Providers.Real), MemberType = typeof(Providers))]
    public async Task A_code_of_the_old_system_belongs_to_one_customer(string provider)
    {
        await using var rig = await CustomersRig.CreateAsync(provider);
        var request = new SaveCustomerRequest("Budi", CustomerKind.Residential) { ExternalCode = " PLG-1 " };
        var first = await rig.AddAsync(request);
        var second = await rig.AddAsync(request with { ExternalCode = null });
        var taken = (await rig.Editor().AddAsync(Ids.New(rig.Clock), request, Token)).Error!;
        Assert.Equal(("externalCode", "customers.external_code_taken"), (taken.Fields[0].Field, taken.Fields[0].Code));
        Assert.Equal("customers.external_code_taken", (await rig.Editor().UpdateAsync(second, 1, request, Token)).Error!.Fields[0].Code);
        Assert.Null((await rig.Editor().UpdateAsync(first, 1, request with { Name = "Budi S." }, Token)).Error);
        Assert.Equal(first, Assert.Single((await rig.Directory().ListAsync(new(), new(1, 50, "plg-1"), Token)).Value.Items).Id);
        var many = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => rig.Editor().AddAsync(Ids.New(TimeProvider.System), request with { ExternalCode = "X" }, Token))));
        Assert.Equal(1, many.Count(added => added.Succeeded));
        Assert.All(many.Where(added => !added.Succeeded), added => Assert.Equal("customers.external_code_taken", added.Error!.Fields[0].Code));
    }

    private static async Task<string> ShapeOfAsync(PortalDbContext context, Guid id)
    {
        var key = id.ToString();
        var customer = await context.Set<Customer>().Include(c => c.Contacts).Include(c => c.Tags).Include(c => c.Accounts).AsNoTracking().SingleAsync(c => c.Id == id, Token);
        var accounts = customer.Accounts.ConvertAll(account => account.Id.ToString());
        var contacts = customer.Contacts.ConvertAll(contact => contact.Id.ToString());
        var audit = await context.Set<AuditEntry>().Where(a => a.EntityId == key || accounts.Contains(a.EntityId!) || contacts.Contains(a.EntityId!)).Select(a => a.Action + " " + a.Entity).ToListAsync(Token);
        var parts = await context.Set<CustomerSearchEntry>().CountAsync(e => e.CustomerId == id, Token);
        var events = await context.Set<OutboxEvent>().Where(e => e.AggregateId == id).Select(e => e.Name).ToListAsync(Token);
        var history = await context.Set<CustomerHistoryEntry>().Where(h => h.CustomerId == id).Select(h => h.Kind + " " + h.ActorName).ToListAsync(Token);
        return string.Join(
            '\n',
            $"{customer.Status} {customer.Kind} {customer.Version} {customer.Language} {customer.Channel} {customer.NameKey.Length > 0} {customer.NameSound.Length > 0} {customer.CityKey is not null} {customer.IdentityHash is not null}",
            string.Join(',', customer.Accounts.Select(a => $"{a.IsDefault} {a.Version} {a.Name == customer.DisplayName} {a.Number.Length}")),
            string.Join(',', customer.Contacts.Select(c => $"{c.Role} {c.Position} {c.Channel}")),
            string.Join(',', customer.Tags.Select(t => t.Tag)),
            string.Join(',', audit.Order(StringComparer.Ordinal)),
            $"{parts} {string.Join(',', events)} {string.Join(',', history)}");
    }
}
