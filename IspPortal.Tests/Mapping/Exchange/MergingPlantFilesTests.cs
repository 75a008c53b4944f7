using IspPortal.Core.Mapping.Exchange;
using IspPortal.Core.Mapping.Plant;
using IspPortal.Infrastructure.Mapping.Exchange;
using IspPortal.Tests.Support;

namespace IspPortal.Tests.Mapping.Exchange;

/// <summary>A file laid over the small plant of <see cref="DrawnPlant"/>.</summary>
public sealed class MergingPlantFilesTests
{
    private const string Columns = "kind,name,latitude,longitude,area,ports,splitterOutputs,site,from,to,way,cores,capacityMegabits\n";

    private static readonly PlantImportOptions Change = new(ChangeExisting: true);

    private readonly DrawnPlant _plant = new();

    [Theory]
    [InlineData(PlantFormat.Geojson)]
    [InlineData(PlantFormat.Kml)]
    [InlineData(PlantFormat.Csv)]
    public void The_plants_own_file_changes_nothing(PlantFormat format)
    {
        var written = PlantFiles.Write(format, PlantFileOf.Plant(_plant.Image(), null));

        var merged = Merge(PlantFiles.Read(written).Value, Change);

        Assert.Equal(12, merged.Rows.Count);
        Assert.All(merged.Rows, row => Assert.Equal((PlantImportVerdict.Same, null), (row.Verdict, row.Error)));
    }

    [Fact]
    public void One_area_is_taken_out_with_what_ends_there()
    {
        var file = PlantFileOf.Plant(_plant.Image(), "bekasi timur");

        Assert.Equal(("ODP-1", "DST-2"), (Assert.Single(file.Nodes).Name, Assert.Single(file.Cables).Name));
        Assert.Equal("JC-1", file.Cables[0].From);
    }

    [Fact]
    public void What_is_there_stays_unless_changing_is_asked_for()
    {
        const string Row = "odp,odp-1,-6.25,107.01,Bekasi,16\n";

        var kept = Assert.Single(Merge(Row).Rows);
        Assert.Equal((PlantImportVerdict.Kept, "name latitude longitude area ports"), (kept.Verdict, string.Join(' ', kept.Changes.Select(c => c.Field))));
        Assert.Equal(new PlantImportChange("ports", "8", "16"), kept.Changes[4]);

        var merged = Merge(Row, Change);
        Assert.Equal(PlantImportVerdict.Changed, Assert.Single(merged.Rows).Verdict);
        Assert.Equal((_plant.Odps[0].Id, false, 8), (merged.Nodes[0].Id, merged.Nodes[0].IsNew, merged.Nodes[0].Request.SplitterOutputs));
    }

    [Theory]
    [InlineData("odc,ODP-1,-6.25,107", "plant_file.other_kind")]
    [InlineData(",NEW,-6.25,107", "plant_file.kind_unsaid")]
    [InlineData("pole,T,-6.25,107\npole,t ,-6.25,107", "plant_file.name_twice")]
    [InlineData("pole,T,-6.25,107,,4", "common.invalid")]
    [InlineData("odp,NEW,-6.25,107", "common.invalid")]
    [InlineData("odp,NEW,-6.25,107,,8,16", "common.invalid")]
    [InlineData("olt,NEW,-6.25,107,,8,,ODP-1", "plant.not_a_site")]
    [InlineData("olt,NEW,-6.25,107,,8,,Mars", "plant_file.name_unknown")]
    [InlineData("site,NEW,-6.25,107,,,,new", "plant.not_a_site")]
    [InlineData("odp,ODP-1,-6.25,107,,4,4", "plant.outputs_in_use")]
    [InlineData("olt,OLT-1,-6.23,107,,6", "plant.ports_in_use")]
    [InlineData("cable,K,,,,,,,ODP-1,odp-1,,12", "plant.cable_onto_itself")]
    [InlineData("cable,K,,,,,,,ODP-1,Mars,,12", "plant_file.name_unknown")]
    [InlineData("cable,K,,,,,,,ODP-1,,,12", "plant_file.end_missing")]
    [InlineData("cable,K,,,,,,,ODP-1,ODC-1,,0", "common.invalid")]
    [InlineData("cable,FDR-1,,,,,,,,,,2", "plant.cores_in_use")]
    [InlineData("cable,DST-2,,,,,,,ODC-1", "plant.end_joined")]
    [InlineData("radioLink,R,,,,,,,TWR-1,twr-1", "plant.link_onto_itself")]
    [InlineData("radioLink,R,,,,,,,TWR-1,ODP-1", "plant.not_a_site")]
    [InlineData("radioLink,R,,,,,,,POP-1,TWR-1", "plant.loop")]
    public void What_cannot_be_says_why_as_the_map_does(string row, string code)
    {
        var merged = Merge(row + "\n", Change);

        Assert.Equal(code, Assert.Single(merged.Rows, r => r.Verdict == PlantImportVerdict.Wrong).Error?.Code);
        Assert.Equal(merged.Rows.Count > 1 ? 3 : 2, merged.Rows[0].Line);
    }

    [Fact]
    public void Two_new_links_of_one_file_close_no_circle()
    {
        var merged = Merge("site,A,-6,107\nsite,B,-6,107.1\nradioLink,AB,,,,,,,A,B\nradioLink,BA,,,,,,,B,A\n");

        Assert.Equal(2, merged.Rows.Count(row => row.Error == PlantErrors.Loop));
    }

    [Fact]
    public void Points_and_lines_of_others_become_what_is_said_and_end_at_what_is_near()
    {
        var file = PlantFiles.Read(PlantFiles.MyMaps).Value;
        Assert.Equal(2, Merge(file, new()).Rows.Count(row => row.Error == PlantFileErrors.KindUnsaid));

        // ODP BKS 01 stands where ODP-1 of the plant does: the nearest by name then.
        var merged = Merge(file, new(KindOfPoints: PlantNodeKind.Odp, Ports: 8, Cores: 12));
        Assert.All(merged.Rows, row => Assert.Equal((PlantImportVerdict.New, null), (row.Verdict, row.Error)));
        var cable = Assert.Single(merged.Cables).Request;
        Assert.Equal(merged.Nodes[1].Id, cable.ToNodeId);
        Assert.True(cable.FromNodeId == merged.Nodes[0].Id || cable.FromNodeId == _plant.Odps[0].Id);
        Assert.Equal((12, 1), (cable.Cores, cable.Bends.Count));
    }

    [Fact]
    public void A_line_that_ends_nowhere_is_wrong()
    {
        var far = PlantFiles.MyMaps.Replace("107.0001,-6.2500,0", "107.0004,-6.2500,0", StringComparison.Ordinal);

        var merged = Merge(PlantFiles.Read(far).Value, new(KindOfPoints: PlantNodeKind.Pole, Cores: 12));

        Assert.Equal((PlantFileErrors.NothingNear(25).Code, 18), (merged.Rows[0].Error?.Code, merged.Rows[0].Line));
    }

    [Fact]
    public void What_points_at_something_wrong_is_not_wrong_for_it()
    {
        var merged = Merge("pole,T,-6.25,107,,4\ncable,K,,,,,,,T,ODP-1,,12\n");

        Assert.Equal(["T"], merged.Rows.Where(row => row.Verdict == PlantImportVerdict.Wrong).Select(row => row.Name));
    }

    private PlantMerged Merge(string rows, PlantImportOptions? options = null) => Merge(PlantFiles.Read(Columns + rows).Value, options ?? new());

    private PlantMerged Merge(PlantFile file, PlantImportOptions options) => PlantMerge.Of(_plant.Image(), file, options, new ManualClock());
}
