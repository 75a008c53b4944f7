using System.Text;
using IspPortal.Core.Common.Time;
using IspPortal.Core.Customers.Imports;
using IspPortal.Tests.Support;

namespace IspPortal.Tests.Customers.Imports;

/// <summary>Imports step by step, as somebody does them.</summary>
internal static class ImportScene
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static CustomerImportFile FileOf(string text, string name = "pelanggan.csv") => new(name, Encoding.UTF8.GetBytes(text));

    public static async Task<Guid> UploadAsync(this CustomersRig rig, CustomerImportFile file)
    {
        var uploaded = await rig.ImportDesk().UploadAsync(Ids.New(TimeProvider.System), file, Token);
        Assert.True(uploaded.Succeeded, CustomersRig.Told(uploaded.Error));
        return uploaded.Value;
    }

    public static async Task<CustomerImportDetails> DetailsAsync(this CustomersRig rig, Guid id) => (await rig.Imports().GetAsync(id, Token)).Value;

    /// <summary>Checks with the mapping that is offered.</summary>
    public static async Task<CustomerImportDetails> CheckAsync(this CustomersRig rig, Guid id, int sheet = 0)
    {
        var preview = (await rig.Imports().PreviewAsync(id, Token)).Value;
        var done = await rig.ImportDesk().CheckAsync(id, (await rig.DetailsAsync(id)).Row.Version, preview.Offered[sheet], Token);
        Assert.True(done.Succeeded, CustomersRig.Told(done.Error));
        return await rig.DetailsAsync(id);
    }

    public static async Task<CustomerImportDetails> StartAsync(this CustomersRig rig, Guid id)
    {
        var started = await rig.ImportDesk().StartAsync(id, (await rig.DetailsAsync(id)).Row.Version, Token);
        Assert.True(started.Succeeded, CustomersRig.Told(started.Error));
        return await rig.DetailsAsync(id);
    }

    public static async Task<CustomerImportDetails> ImportAsync(this CustomersRig rig, CustomerImportFile file)
    {
        var id = await rig.UploadAsync(file);
        await rig.CheckAsync(id);
        await rig.StartAsync(id);
        Assert.NotNull(await rig.ImportRunner().RunAsync(Token));
        return await rig.DetailsAsync(id);
    }

    public static async Task<IReadOnlyList<CustomerImportLineRow>> LinesAsync(this CustomersRig rig, Guid id, CustomerImportVerdict? verdict = null, string? search = null) =>
        (await rig.Imports().ListLinesAsync(id, new(verdict), new(1, 100, search), Token)).Value.Items;

    /// <summary>That many different customers; another beginning gives others.</summary>
    public static CustomerImportFile Crowd(int count, int from = 1) =>
        FileOf("kode;nama;hp;alamat\n" + string.Concat(Enumerable.Range(from, count).Select(i => $"C{i};Pelanggan {Letters(i)};08{i + 1_000_000_000};Jl. {Letters(i)} {i}\n")), "banyak.csv");

    private static string Letters(int number) => string.Concat(number.ToString(System.Globalization.CultureInfo.InvariantCulture).Select(digit => (char)('b' + digit - '0')));
}
