using System.Reflection;
using IspPortal.Tests.Support;

namespace IspPortal.Tests.Architecture;

/// <summary>Every rule on the tree as it is.</summary>
public sealed class TheHouseKeepsItsRulesTests
{
    private static readonly IReadOnlyList<SourceFile> Files = SourceTree.Read();

    [Fact]
    public void Namespaces_are_folders() => Assert.Empty(HouseRules.NamespaceIsFolder(Files));

    [Fact]
    public void Web_names_infrastructure_only_where_it_composes() => Assert.Empty(HouseRules.WebNamesInfrastructureOnlyInProgram(Files));

    [Fact]
    public void Layers_point_inwards() => Assert.Empty(HouseRules.LayersPointInwards(Files));

    [Fact]
    public void Geometry_is_a_matter_of_the_map() => Assert.Empty(HouseRules.GeometryIsInMapping(Files));

    [Fact]
    public void Jobs_are_short() => Assert.Empty(HouseRules.JobsAreShort(RawFiles()));

    [Fact]
    public void Entities_are_out_of_reach_of_components()
    {
        using var context = new SqlServerTranscript().Source.CreateForSystem("test");
        var entities = context.Model.GetEntityTypes().Select(entity => entity.ClrType).Where(type => type.Assembly == typeof(Core.Common.Results.Error).Assembly).ToList();
        Assert.NotEmpty(entities);
        Assert.Empty(HouseRules.EntitiesAreInternal(entities));
    }

    [Fact]
    public void Components_bind_to_application_services() => Assert.Empty(HouseRules.ComponentsStayAwayFromPlumbing(Files));

    [Fact]
    public void Router_sockets_are_opened_in_two_rooms() => Assert.Empty(HouseRules.OnlyRouterOsAndLabOpenSockets(Files));

    [Fact]
    public void Quartz_is_named_in_one_room() => Assert.Empty(HouseRules.OnlyHostingNamesQuartz(Files));

    [Fact]
    public void Provider_sql_sits_with_its_provider() => Assert.Empty(HouseRules.ProviderSqlIsInProviders(Files));

    [Fact]
    public void Features_point_one_way() => Assert.Empty(HouseRules.FeaturesPointOneWay(Files));

    [Fact]
    public void Names_say_what_a_thing_does() => Assert.Empty(HouseRules.NamesSayWhat(Files));

    [Fact]
    public void Nothing_is_left_to_do() => Assert.Empty(HouseRules.NothingIsLeftToDo(RawFiles()));

    [Fact]
    public void Files_stay_small() => Assert.Empty(HouseRules.FilesStaySmall(RawFiles()));

    [Fact]
    public void Core_leans_on_abstractions_only()
    {
        var references = typeof(Core.Common.Results.Error).Assembly.GetReferencedAssemblies();
        Assert.Empty(CoreReferences.NotAllowed(references));
    }

    [Fact]
    public void A_core_that_names_the_database_is_found() =>
        Assert.Single(CoreReferences.NotAllowed([new AssemblyName("System.Runtime"), new AssemblyName("Microsoft.EntityFrameworkCore")]));

    private static IEnumerable<(string Path, string RawText)> RawFiles() =>
        Files.Select(file => (file.Path, File.ReadAllText(Path.Combine(SourceTree.Root, file.Path))));
}
