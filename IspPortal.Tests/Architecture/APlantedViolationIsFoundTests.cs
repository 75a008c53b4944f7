namespace IspPortal.Tests.Architecture;

/// <summary>A rule that cannot fail guards nothing: each one is shown a violation.</summary>
public sealed class APlantedViolationIsFoundTests
{
    [Fact]
    public void Namespace_that_is_not_its_folder() =>
        Assert.Single(HouseRules.NamespaceIsFolder([new("IspPortal.Core/Alerts/A.cs", "namespace IspPortal.Core.Network;")]));

    [Fact]
    public void Infrastructure_in_a_page() =>
        Assert.Single(HouseRules.WebNamesInfrastructureOnlyInProgram(
        [
            new("IspPortal.Web/Program.cs", "using IspPortal.Infrastructure.Lab;"),
            new("IspPortal.Web/Features/Wall/Pages/Wall.razor", "@using IspPortal.Infrastructure.Lab"),
        ]));

    [Fact]
    public void A_layer_that_points_outwards() =>
        Assert.Equal(2, HouseRules.LayersPointInwards(
        [
            new("IspPortal.Core/Alerts/A.cs", "using IspPortal.Infrastructure.Alerts;"),
            new("IspPortal.Infrastructure/Alerts/B.cs", "using IspPortal.Web.Shared;"),
            new("IspPortal.Infrastructure/Alerts/C.cs", "using IspPortal.Core.Alerts;"),
        ]).Count());

    [Fact]
    public void Geometry_outside_the_map() =>
        Assert.Single(HouseRules.GeometryIsInMapping(
        [
            new("IspPortal.Core/Mapping/Line.cs", "using NetTopologySuite.Geometries;"),
            new("IspPortal.Core/Customers/Home.cs", "using NetTopologySuite.Geometries;"),
        ]));

    [Fact]
    public void An_entity_that_everybody_can_name() => Assert.Single(HouseRules.EntitiesAreInternal([typeof(string), typeof(Core.Network.Routers.Router)]));

    [Fact]
    public void A_job_that_does_the_work_itself() =>
        Assert.Equal(2, HouseRules.JobsAreShort(
        [
            ("IspPortal.Infrastructure/Alerts/Jobs/A.cs", "internal sealed class A(IAlertDesk desk) : IPortalJob {}"),
            ("IspPortal.Infrastructure/Alerts/Jobs/B.cs", "internal sealed class B(IDbContextFactory<PortalDbContext> db) : IPortalJob {}"),
            ("IspPortal.Infrastructure/Alerts/Jobs/C.cs", "internal sealed class C : IPortalJob {}" + new string('\n', 61)),
        ]).Count());

    [Theory]
    [InlineData("@inject IDbContextFactory<PortalDbContext> Db")]
    [InlineData("@inject IRouterOsPool Pool")]
    [InlineData("@inject IScheduler Scheduler")]
    [InlineData("[CascadingParameter] HttpContext Context { get; set; }")]
    public void Plumbing_in_a_component(string text)
    {
        Assert.Single(HouseRules.ComponentsStayAwayFromPlumbing([new("IspPortal.Web/Features/Wall/Pages/Wall.razor", text)]));
        Assert.Empty(HouseRules.ComponentsStayAwayFromPlumbing([new("IspPortal.Web/App.razor", text)]));
    }

    [Fact]
    public void A_context_in_a_static_sign_in_page_is_fine_but_a_database_there_is_not()
    {
        Assert.Empty(HouseRules.ComponentsStayAwayFromPlumbing([new("IspPortal.Web/Account/SignIn.razor", "HttpContext")]));
        Assert.Single(HouseRules.ComponentsStayAwayFromPlumbing([new("IspPortal.Web/Account/SignIn.razor", "HttpContext PortalDbContext")]));
    }

    [Fact]
    public void A_socket_in_a_service() =>
        Assert.Single(HouseRules.OnlyRouterOsAndLabOpenSockets(
        [
            new("IspPortal.Infrastructure/RouterOs/Dial.cs", "new Socket(a, b)"),
            new("IspPortal.Infrastructure/Monitoring/Collector.cs", "var client = new TcpClient();"),
        ]));

    [Fact]
    public void Quartz_in_a_feature() =>
        Assert.Single(HouseRules.OnlyHostingNamesQuartz([new("IspPortal.Infrastructure/Alerts/AlertsRegistration.cs", "using Quartz;")]));

    [Fact]
    public void Sql_in_a_service() =>
        Assert.Single(HouseRules.ProviderSqlIsInProviders([new("IspPortal.Infrastructure/Alerts/AlertDesk.cs", "db.Database.ExecuteSqlRaw(x)")]));

    [Fact]
    public void A_feature_that_points_backwards() =>
        Assert.Equal(2, HouseRules.FeaturesPointOneWay(
        [
            new("IspPortal.Infrastructure/Billing/B.cs", "using IspPortal.Infrastructure.Network.Routers;"),
            new("IspPortal.Core/Alerts/A.cs", "using IspPortal.Core.Monitoring;"),
            new("IspPortal.Core/Network/Routers/R.cs", "using IspPortal.Core.Alerts;"),
        ]).Count());

    [Fact]
    public void A_name_that_says_nothing() =>
        Assert.Single(HouseRules.NamesSayWhat([new("IspPortal.Core/Alerts/A.cs", "public sealed class AlertManager;")]));

    [Fact]
    public void Work_left_undone() => Assert.Single(HouseRules.NothingIsLeftToDo([("A.cs", "// TO" + "DO later")]));

    [Fact]
    public void A_file_that_outgrew_its_room() => Assert.Single(HouseRules.FilesStaySmall([("A.cs", new string('\n', 501))]));

    [Fact]
    public void What_a_comment_says_is_not_code()
    {
        Assert.DoesNotContain("Quartz", SourceTree.WithoutComments("a(); // using Quartz"), StringComparison.Ordinal);
        Assert.Contains("https://a", SourceTree.WithoutComments("var a = \"https://a\";"), StringComparison.Ordinal);
    }
}
