using System.Security.Cryptography;
using IspPortal.Core.Customers.Documents;
using IspPortal.Core.Customers.Documents.Content;
using IspPortal.Infrastructure.Customers.Documents;
using IspPortal.Infrastructure.Lab.Sample.Papers;
using IspPortal.Infrastructure.Persistence;
using IspPortal.Tests.Api;
using IspPortal.Tests.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IspPortal.Tests.Lab;

/// <summary>The sample ISP's customers have papers: real files that say they are samples, in every state that a clerk meets.</summary>
public sealed class TheLabHasPapersTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_paper_is_a_real_file_and_every_state_is_there()
    {
        await using var host = new PortalHost();
        using var clerk = await host.ClientOfAsync("billing@lab.test");
        var files = host.Services.GetRequiredService<DocumentFiles>();
        await using var context = host.Services.GetRequiredService<PortalContextSource>().CreateForSystem("test");
        var papers = await context.Set<CustomerDocument>().AsNoTracking().ToListAsync(Token);
        Assert.InRange(papers.Count, 150, 400);
        foreach (var paper in papers)
        {
            var content = await files.ReadAsync(paper.StoredAs, Token);
            Assert.NotNull(content);
            Assert.Equal((paper.SizeBytes, paper.ContentHash), (content.Length, Convert.ToHexStringLower(SHA256.HashData(content))));
            var shape = DocumentSniffer.Read(content);
            Assert.True(shape.Succeeded, $"{paper.FileName}: {shape.Error}");
            Assert.Equal((paper.Format, paper.Width, paper.Height, paper.Pages, content.Length), (shape.Value.Format, shape.Value.Width, shape.Value.Height, shape.Value.Pages, shape.Value.Length));
        }

        foreach (var (filter, least) in new[] { ("state=verified", 100), ("state=pending", 20), ("state=rejected", 10), ("expiry=expired", 5), ("expiry=expiringSoon", 5), ("kind=identityCard", 100), ("kind=contract", 10), ("kind=housePhoto", 20) })
        {
            var total = (await ApiHost.BodyAsync(await clerk.GetAsync($"/api/v1/documents?{filter}&pageSize=1", Token))).GetProperty("totalCount").GetInt32();
            Assert.True(total >= least, $"{filter}: {total}");
        }

        Assert.All(papers.Where(paper => paper.State == DocumentState.Rejected), paper => Assert.NotEmpty(paper.StateReason!));
        var history = await context.Set<DocumentHistoryEntry>().AsNoTracking().GroupBy(entry => entry.DocumentId).Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(group => group.Key, group => group.Count, Token);
        Assert.All(papers, paper => Assert.Equal(paper.State == DocumentState.Pending ? 1 : 2, history[paper.Id]));

        // Served like any other, and a sweep finds nothing to put in order.
        var card = await clerk.GetAsync($"/api/v1/documents/{papers.First(paper => paper.Kind == DocumentKind.IdentityCard).Id}/content", Token);
        Assert.Equal("image/png", card.Content.Headers.ContentType!.MediaType);
        await using var scope = host.Services.CreateAsyncScope();
        Assert.Equal(new DocumentSweep(0, 0, 0), await scope.ServiceProvider.GetRequiredService<DocumentSweeper>().SweepAsync(Token));
    }

    [Fact]
    public void Papers_of_odd_names_are_whole_files()
    {
        foreach (var name in new[] { "", "R. Ayu (Sri) Rahayu \\ 2", "عائشة", "Nyoman 😀", new string('W', 200) })
        {
            Assert.True(DocumentSniffer.Read(SamplePapers.Card(name, "0012340101990001", null, name)).Succeeded, name);
            Assert.True(DocumentSniffer.Read(SamplePapers.House(name, name.Length)).Succeeded, name);
            Assert.True(DocumentSniffer.Read(SamplePapers.Letter(name, [name, "(", "\\"])).Succeeded, name);
        }
    }
}
