using System.Diagnostics;
using System.Globalization;
using System.Text;
using IspPortal.Core.Common.Paging;
using IspPortal.Core.Mapping;
using IspPortal.Core.Mapping.Exchange;
using IspPortal.Core.Mapping.Plant;
using IspPortal.Core.Audit;
using IspPortal.Tests.Mapping.Plant;
using IspPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Tests.Mapping.Exchange;

public sealed class ReadingThePlantInTests(ITestOutputHelper output)
{
    private const string Columns = "kind,name,latitude,longitude,from,to,cores,ports\n";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Providers.Real), MemberType = typeof(Providers))]
    public async Task A_file_is_one_edit_that_one_undo_takes_back(string provider)
    {
        await using var rig = await PlantRig.CreateAsync(provider);
        var drawn = await rig.DrawExampleAsync();
        var upload = Upload("odp,ODP-1,-6.26,107.02,,,,16\nodp,ODP-2,-6.25,107.03,,,,8\ncable,DST-2,,,ODC-1,ODP-2,12\n");
        var preview = (await rig.Exchange.PreviewAsync(upload, null, new(), Token)).Value;
        Assert.Equal(new PlantImportCounts(0, 2, 1, 0, 0), preview.Counts);

        var id = rig.NextId();
        var imported = (await rig.Exchange.ApplyAsync(id, upload, preview.Revision, Token)).Value;
        Assert.Equal((2, 1), (imported.Added, imported.Changed));
        var plant = await rig.PlantAsync();
        Assert.Equal((16, -6.26), (plant.Nodes[drawn.Odp].Ports, plant.Nodes[drawn.Odp].Latitude));
        var added = Assert.Single(plant.Nodes.Values, node => node.Name == "ODP-2");
        Assert.Equal((drawn.Odc, added.Id), Assert.Single(plant.Cables.Values, cable => cable.Name == "DST-2") is var cable ? (cable.FromNodeId, cable.ToNodeId) : default);
        var edit = await rig.LastAsync();
        Assert.Equal((PlantEditKind.Imported, "plant_file", id, "plant.csv", imported.EditId), (edit.Kind, edit.Element, edit.ElementId, edit.Name, edit.Id));
        await using (var context = rig.Database.Open())
        {
            Assert.Equal(2, await context.Set<AuditEntry>().CountAsync(entry => entry.Entity == "plant_node" && entry.EntityId == drawn.Odp.ToString(), Token));
        }

        // The second click of the same form.
        Assert.Equal(imported, (await rig.Exchange.ApplyAsync(id, upload, preview.Revision, Token)).Value);
        Assert.Equal(plant.Revision, (await rig.PlantAsync()).Revision);

        PlantRig.Done(await rig.UndoLastAsync());
        plant = await rig.PlantAsync();
        Assert.Equal((8, -6.25, 3, 2), (plant.Nodes[drawn.Odp].Ports, plant.Nodes[drawn.Odp].Latitude, plant.Nodes.Count, plant.Cables.Count));
    }

    [Theory, MemberData(nameof(Providers.Real), MemberType = typeof(Providers))]
    public async Task Two_clicks_at_once_apply_once(string provider)
    {
        await using var rig = await PlantRig.CreateAsync(provider);
        await rig.DrawExampleAsync();
        var upload = Upload("pole,T-1,-6.26,107.02\n");
        var (id, revision) = (rig.NextId(), (await rig.PlantAsync()).Revision);

        var results = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => rig.Beside().Exchange.ApplyAsync(id, upload, revision, Token))));

        Assert.Single(results.Select(result => result.Value.EditId).Distinct());
        Assert.Equal(revision + 1, (await rig.PlantAsync()).Revision);
    }

    [Fact]
    public async Task A_plant_that_changed_since_the_preview_is_looked_at_again()
    {
        await using var rig = await PlantRig.CreateAsync();
        await rig.DrawExampleAsync();
        var upload = Upload("pole,T-1,-6.26,107.02\n");
        var revision = (await rig.Exchange.PreviewAsync(upload, null, new(), Token)).Value.Revision;
        await rig.NodeAsync(PlantNodeKind.Pole, "T-2");

        Assert.Equal("plant.changed_since", (await rig.Exchange.ApplyAsync(rig.NextId(), upload, revision, Token)).Error?.Code);
        Assert.DoesNotContain((await rig.PlantAsync()).Nodes.Values, node => node.Name == "T-1");
        PlantRig.Done((await rig.Exchange.ApplyAsync(rig.NextId(), upload, null, Token)).WithoutValue());
    }

    [Fact]
    public async Task One_wrong_row_keeps_the_whole_file_out()
    {
        await using var rig = await PlantRig.CreateAsync();
        await rig.DrawExampleAsync();
        var before = (await rig.PlantAsync()).Revision;
        var upload = Upload("pole,T-1,-6.26,107.02\ncable,FDR-1,,,OLT-1,ODC-1,0\ncable,K,,,T-1,T-1,12\npole,T-2,-96,107\n");

        var refused = await rig.Exchange.ApplyAsync(rig.NextId(), upload, before, Token);

        Assert.Equal(("plant_file.has_faults", 3), (refused.Error?.Code, refused.Error?.Arguments[0]));
        Assert.Equal(before, (await rig.PlantAsync()).Revision);
        Assert.DoesNotContain((await rig.PlantAsync()).Nodes.Values, node => node.Name == "T-1");
    }

    [Fact]
    public async Task The_preview_is_paged_searched_and_filtered_with_the_wrong_ones_first()
    {
        await using var rig = await PlantRig.CreateAsync();
        var upload = Upload(string.Concat(Enumerable.Range(1, 150).Select(n => $"pole,T-{n},{(n == 140 ? -96 : -6)},107\n")));

        var first = (await rig.Exchange.PreviewAsync(upload, null, new(1, 100), Token)).Value;
        Assert.Equal((100, 150L, "T-140", 141), (first.Rows.Items.Count, first.Rows.TotalCount, first.Rows.Items[0].Name, first.Rows.Items[0].Line));
        Assert.Equal(50, (await rig.Exchange.PreviewAsync(upload, null, new(2, 100), Token)).Value.Rows.Items.Count);
        Assert.Equal(["T-15", "T-150"], (await rig.Exchange.PreviewAsync(upload, PlantImportVerdict.New, new(Search: "t-15"), Token)).Value.Rows.Items.Select(row => row.Name));
        Assert.Equal("T-140", Assert.Single((await rig.Exchange.PreviewAsync(upload, PlantImportVerdict.Wrong, new(), Token)).Value.Rows.Items).Name);
    }

    [Fact]
    public async Task What_is_taken_out_can_be_read_in_elsewhere()
    {
        await using var rig = await PlantRig.CreateAsync();
        await rig.DrawExampleAsync();
        var export = (await rig.Exchange.ExportAsync(PlantFormat.Kml, null, Token)).Value;
        await using (var context = rig.Database.Open())
        {
            Assert.Single(await context.Set<AuditEntry>().Where(entry => entry.Action == "exported" && entry.EntityId == "plant").ToListAsync(Token));
        }

        await using var other = await PlantRig.CreateAsync();
        var upload = new PlantUpload(export.FileName, PlantFiles.Bytes(string.Concat(export.Pieces)), new());
        Assert.Equal(5, (await other.Exchange.ApplyAsync(other.NextId(), upload, 0, Token)).Value.Added);
        Assert.Equal(string.Concat(export.Pieces), string.Concat((await other.Exchange.ExportAsync(PlantFormat.Kml, null, Token)).Value.Pieces));
    }

    [Fact]
    public async Task Who_may_only_look_takes_out_and_reads_nothing_in()
    {
        await using var rig = await PlantRig.CreateAsync();
        var reader = rig.Beside(MappingPermissions.MapRead);
        var upload = Upload("pole,T-1,-6.26,107.02\n");

        Assert.True((await reader.Exchange.ExportAsync(PlantFormat.Csv, null, Token)).Succeeded);
        Assert.Equal("identity.forbidden", (await reader.Exchange.PreviewAsync(upload, null, new(), Token)).Error?.Code);
        Assert.Equal("identity.forbidden", (await reader.Exchange.ApplyAsync(rig.NextId(), upload, null, Token)).Error?.Code);
        Assert.Equal("identity.forbidden", (await rig.Beside("customers.read").Exchange.ExportAsync(PlantFormat.Csv, null, Token)).Error?.Code);
    }

    [Theory, MemberData(nameof(Providers.Real), MemberType = typeof(Providers))]
    public async Task Five_thousand_nodes_and_twelve_thousand_cables_take_seconds(string provider)
    {
        await using var rig = await PlantRig.CreateAsync(provider);
        var text = new StringBuilder();
        for (var n = 0; n < 5_000; n++)
        {
            text.Append(CultureInfo.InvariantCulture, $"odp,ODP-{n},{-6 - (n / 100 * 0.001):0.######},{107 + (n % 100 * 0.001):0.######},,,,16\n");
        }

        for (var n = 0; n < 12_000; n++)
        {
            text.Append(CultureInfo.InvariantCulture, $"cable,DST-{n},,,ODP-{n % 5_000},ODP-{(n + 1 + (n / 5_000)) % 5_000},12\n");
        }

        var upload = Upload(text.ToString());
        var watch = Stopwatch.StartNew();
        Assert.Equal(17_000, (await rig.Exchange.PreviewAsync(upload, null, new(), Token)).Value.Counts.New);
        var looked = watch.Elapsed;
        var imported = (await rig.Exchange.ApplyAsync(rig.NextId(), upload, 0, Token)).Value;
        var applied = watch.Elapsed - looked;
        Assert.Equal(17_000, imported.Added);
        Assert.Equal(12_000, (await rig.PlantAsync()).Cables.Count);
        watch.Restart();
        PlantRig.Done(await rig.History.UndoAsync(imported.EditId!.Value, Token));
        output.WriteLine($"{provider}: preview {looked.TotalSeconds:0.0} s, import {applied.TotalSeconds:0.0} s, undo {watch.Elapsed.TotalSeconds:0.0} s");
        Assert.Empty((await rig.PlantAsync()).Nodes);
        Assert.True(applied < TimeSpan.FromSeconds(60) && watch.Elapsed < TimeSpan.FromSeconds(60), $"import {applied}, undo {watch.Elapsed}");
    }

    private static PlantUpload Upload(string rows) => new("plant.csv", PlantFiles.Bytes(Columns + rows), new(ChangeExisting: true));
}
