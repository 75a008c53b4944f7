using System.Text;
using IspPortal.Core.Customers;
using IspPortal.Core.Customers.Imports;
using IspPortal.Tests.Support;

namespace IspPortal.Tests.Customers.Imports;

/// <summary>Somebody who came in from a file becomes another person while the file's rows are still held.</summary>
public sealed class TransferringAnImportedCustomerTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Providers.Real), MemberType = typeof(Providers))]
    public async Task The_row_of_the_person_before_is_neither_held_nor_told(string provider)
    {
        await using var rig = await CustomersRig.CreateAsync(provider);
        var import = await rig.ImportAsync(ImportScene.FileOf("nama;hp;npwp\nRatna Kusuma;081234567890;01.234.567.8-901.234\nAni;081234567891;\n"));
        var id = (await rig.LinesAsync(import.Row.Id, search: "ratna")).Single().CustomerId!.Value;
        Assert.Equal("•••• •••• •••• ••34", (await rig.GetAsync(id)).TaxIdMasked);
        Assert.Contains("01.234.567.8-901.234", await ExportAsync(rig, id), StringComparison.Ordinal);

        rig.Clock.Advance(TimeSpan.FromMinutes(5));
        var before = await rig.GetAsync(id);
        var done = await rig.Transfer().TransferAsync(id, before.Version, new("Joko", CustomerKind.Residential, before.Row.RegisteredOn, "sold"), Token);
        Assert.True(done.Succeeded, CustomersRig.Told(done.Error));

        var present = await ExportAsync(rig, id);
        Assert.DoesNotContain("atna", present, StringComparison.Ordinal);
        Assert.DoesNotContain("8-901", present, StringComparison.Ordinal);
        Assert.DoesNotContain("pelanggan.csv", present, StringComparison.Ordinal);
        Assert.Empty(await rig.LinesAsync(import.Row.Id, search: "ratna"));
        Assert.Single(await rig.LinesAsync(import.Row.Id, search: "ani"));
        Assert.Equal(CustomerImportState.Done, (await rig.DetailsAsync(import.Row.Id)).Row.State);
    }

    private static async Task<string> ExportAsync(CustomersRig rig, Guid id) => Encoding.UTF8.GetString((await rig.Privacy().ExportAsync(id, Token)).Value.Json.Span);
}
