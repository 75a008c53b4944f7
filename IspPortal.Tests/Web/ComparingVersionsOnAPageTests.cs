using Bunit;
using IspPortal.Core.Common.Paging;
using IspPortal.Core.Network.Backups;
using IspPortal.Tests.Web.Support;
using IspPortal.Web.Features.Routers.Parts;
using IspPortal.Web.Shared.Grid;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.Extensions.DependencyInjection;

namespace IspPortal.Tests.Web;

public sealed class ComparingVersionsOnAPageTests
{
    [Theory]
    [InlineData("en", "Side by side", "One column")]
    [InlineData("id", "Berdampingan", "Satu kolom")]
    public void Two_columns_are_chosen_kept_in_the_address_and_given_up(string language, string sides, string one)
    {
        using var context = new PartContext(language);
        var address = context.Services.GetRequiredService<NavigationManager>();
        address.NavigateTo("routers/7?tab=backups");
        var part = Render(context);
        Assert.Empty(part.FindAll(".table-sides"));
        Assert.Equal(["1 1  a", "2  − old", " 2 + new", "⋯"], part.FindAll(".table-lines tbody tr").Select(TextOf));

        part.FindAll(".chip").Single(chip => chip.TextContent == sides).Click();
        Assert.EndsWith("routers/7?tab=backups&diff=side", address.Uri, StringComparison.Ordinal);
        Assert.Equal(["1  a 1  a", "2 − old 2 + new", "⋯"], part.FindAll(".table-sides tbody tr").Select(TextOf));

        // A phone shows the one column all the same.
        Assert.Single(part.FindAll(".diff-narrow .table-lines"));

        part.FindAll(".chip").Single(chip => chip.TextContent == one).Click();
        Assert.EndsWith("routers/7?tab=backups", address.Uri, StringComparison.Ordinal);
        Assert.Empty(part.FindAll(".table-sides"));
    }

    [Fact]
    public void The_address_of_somebody_who_chose_two_columns_opens_them()
    {
        using var context = new PartContext();
        context.Services.GetRequiredService<NavigationManager>().NavigateTo("routers/7?tab=backups&diff=side");
        Assert.Single(Render(context).FindAll(".table-sides"));
    }

    [Theory]
    [InlineData("en", "1–50 of more than 10,000")]
    [InlineData("id", "1–50 dari lebih dari 10.000")]
    public void A_list_that_is_not_counted_to_its_end_says_so(string language, string range)
    {
        using var context = new PartContext(language);
        var grid = context.Render<PortalGrid<string>>(grid => grid
            .Add(g => g.RowKey, row => row)
            .Add(g => g.Load, (request, _) => Task.FromResult<Core.Common.Results.Result<Page<string>>>(
                Page<string>.Of([.. Enumerable.Range(0, 50).Select(i => $"row {i}")], request, 10_000) with { TotalIsAtLeast = true }))
            .Add(g => g.Columns, ColumnOf));
        grid.WaitForAssertion(() => Assert.Equal(range, grid.Find(".grid-pager .tabular").TextContent));
    }

    private static void ColumnOf(RenderTreeBuilder builder)
    {
        builder.OpenComponent<PortalColumn<string>>(0);
        builder.AddAttribute(1, nameof(PortalColumn<string>.Title), "Row");
        builder.AddAttribute(2, nameof(PortalColumn<string>.ChildContent), (RenderFragment<string>)(row => cell => cell.AddContent(0, row)));
        builder.CloseComponent();
    }

    private static IRenderedComponent<BackupDifference> Render(PartContext context)
    {
        var (earlier, later) = (Row(1), Row(2));
        return context.Render<BackupDifference>(part => part.Add(p => p.Comparison, new BackupComparison(earlier, later, LineDifference.Between(["a", "old"], ["a", "new"]))));
    }

    private static RouterBackupRow Row(int day) => new(
        Guid.CreateVersion7(), Guid.CreateVersion7(), "RTR", new DateTime(2026, 11, day, 2, 30, 0, DateTimeKind.Utc), "system:back-up-routers", "7.24.1", RouterBackupFormat.Export, 100, "AB", 0, null, null, null, null);

    private static string TextOf(AngleSharp.Dom.IElement row) => string.Join(' ', row.Children.Select(cell => cell.TextContent.Trim()));
}
