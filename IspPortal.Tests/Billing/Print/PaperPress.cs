using IspPortal.Core.Documents;
using IspPortal.Core.Settings;
using IspPortal.Infrastructure.Documents;
using IspPortal.Tests.Web.Support;
using IspPortal.Web.Documents;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Moq;

namespace IspPortal.Tests.Billing.Print;

/// <summary>Papers through the real component and the real browser.</summary>
internal static class PaperPress
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static async Task<string> RenderAsync(IPrintedDocument paper, string language)
    {
        var company = new Mock<ISettingsReader<CompanySettings>>();
        company.Setup(c => c.GetAsync(It.IsAny<CancellationToken>())).ReturnsAsync(new CompanySettings { Name = "Contoh Net" });
        var environment = new Mock<IWebHostEnvironment>();
        environment.SetupGet(e => e.WebRootFileProvider).Returns(new PhysicalFileProvider(Path.Combine(Architecture.SourceTree.Root, "IspPortal.Web", "wwwroot")));
        var services = new ServiceCollection().AddLogging().AddLocalization().AddSingleton(company.Object).AddSingleton(environment.Object).AddPrintedDocuments();
        await using var provider = services.BuildServiceProvider(validateScopes: true);
        await using var scope = provider.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<IDocumentHtml>().RenderAsync(paper, language, Token);
    }

    public static async Task<ReadOnlyMemory<byte>> PrintAsync(IPrintedDocument paper, string language)
    {
        TestBrowser.SkipWithoutOne();
        await using var printer = new ChromiumPdfPrinter(Options.Create(new PdfOptions { ExecutablePath = TestBrowser.Executable }), NullLogger<ChromiumPdfPrinter>.Instance, TimeProvider.System);
        var printed = await printer.PrintAsync(await RenderAsync(paper, language), Token);
        Assert.True(printed.Succeeded, printed.Error?.ToString());
        return printed.Value.Bytes;
    }
}
