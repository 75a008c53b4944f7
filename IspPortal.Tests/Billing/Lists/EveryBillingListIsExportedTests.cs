using IspPortal.Tests.Architecture;

namespace IspPortal.Tests.Billing.Lists;

/// <summary>Every list of the billing pages is there as CSV, as workbook and on paper, by the same buttons.</summary>
public sealed class EveryBillingListIsExportedTests
{
    private static readonly string[] Wanted =
    [
        "ageing", "billing-runs", "billing-runs/*", "credit-notes", "day-closings", "dunning", "fakturs", "invoices", "isolir-runs", "isolir-runs/*", "journal", "leaks", "opening-imports", "opening-imports/*", "receipts", "revenue", "revenue-shares", "statement",
        "tax-summary", "telecom", "trial-balance", "waiting-slips",
    ];

    [Fact]
    public void No_list_lacks_a_format()
    {
        var files = SourceTree.Read();
        Assert.Empty(BillingLists.NotExported(files));
        Assert.Empty(BillingLists.NotAnswered([.. files]));
        Assert.Empty(Wanted.Except(BillingLists.PathsOf(files)));
    }

    [Fact]
    public void A_list_that_lacks_one_is_found()
    {
        const string Page = "IspPortal.Web/Features/Billing/Pages/NewPage.razor";
        Assert.Equal("NewPage.razor: NewRow", Assert.Single(BillingLists.NotExported([new SourceFile(Page, "<PortalGrid TRow=\"NewRow\" ExportPath=\"export/new.csv\">\n<Columns>")])));
        Assert.Equal("NewPage.razor: NewRow", Assert.Single(BillingLists.NotExported([new SourceFile(Page, "<PortalGrid TRow=\"NewRow\" Name=\"new\">\n<Columns>")])));
        Assert.Single(BillingLists.NotExported([new SourceFile(Page, "<a class=\"button\" href=\"@($\"export/new.csv?x=1\")\" download>")]));
        Assert.Equal("new", Assert.Single(BillingLists.NotAnswered([new SourceFile(Page, "ExportPath=\"export/new.csv\""), new SourceFile("IspPortal.Web/Features/Billing/X.cs", "exports.MapGet(\"/new.csv\", New);")])));
        Assert.Empty(BillingLists.NotAnswered([new SourceFile(Page, "ExportPath=\"@($\"export/new/{run.Id}.csv\")\""), new SourceFile("IspPortal.Web/Features/Billing/X.cs", "exports.MapList(\"/new/{id:guid}\", New);")]));
    }
}
